"""Planting a fault and looking whether it is found: there, and nothing else beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import Final, NamedTuple, TypeAlias, TypeVar

from planspec.source.diagnostic import Diagnostic, Edit
from planspec.source.span import Span

from .editing import Area, UnfitError
from .real import Real

_TRIES: Final = 60
"""Places that are tried until one is fit for the fault."""
One = TypeVar("One")


class Planted(NamedTuple):
    """A fault as planted: the edits, and where in the text before them a finding of it points."""

    edits: tuple[Edit, ...]
    at: tuple[Area, ...] = ()
    """What was written, where nothing else is said."""
    also: tuple[Area, ...] = ()
    """Beside that: the other half of a contradiction, of which either may be called the fault."""


Plant: TypeAlias = Callable[[Real, Random], Planted | None]
"""Plants one kind of fault at a random place; None where the plan has no place for it."""


class Verdict(NamedTuple):
    """What the lint says of a planted fault."""

    planted: Planted
    found: bool
    own: tuple[Diagnostic, ...]
    """New findings of the rule, at the fault."""
    beside: tuple[Diagnostic, ...]
    """All other new findings: of other rules, or of the rule itself at another place."""


def shuffled(random: Random, items: Iterable[One]) -> Iterator[One]:
    """Yield some of the items in random order."""
    pool = list(items)
    yield from random.sample(pool, min(len(pool), _TRIES))


def anywhere(random: Random, items: Iterable[One], plant: Callable[[One], Planted | None]) -> Planted | None:
    """Plant a fault at one of the items that are fit for it."""
    for item in shuffled(random, items):
        try:
            planted = plant(item)
        except UnfitError:
            continue
        if planted is not None:
            return planted
    return None


def some(random: Random, *ways: Callable[[], Planted | None]) -> Planted | None:
    """Plant a fault in one of several ways."""
    return anywhere(random, ways, lambda way: way())


def try_out(real: Real, code: str, planted: Planted) -> Verdict:
    """Lint the plan with the fault in it."""
    texts = real.text(planted.edits)
    moved = {shown: _Moved(real.file(shown).text, texts[shown], planted.edits, shown) for shown in texts}
    known = {one.fingerprint for one in real.before}
    new = [one for one in real.lint(texts) if one.fingerprint not in known]
    areas = [
        (file, *moved[file].range(start, end)) if file in moved else (file, start, end)
        for file, start, end in (*(planted.at or _written(planted.edits, moved)), *planted.also)
    ]
    lines = {shown: _Lines(texts.get(shown, real.file(shown).text)) for shown, *_ in areas}
    own = tuple(one for one in new if one.code == code and _touches(one, areas, lines))
    # What was found at that place before is known, even if the item has another name now.
    places = {(one.code, *_place(one, moved)) for one in real.before}
    beside = tuple(one for one in new if one not in own and _begin(one) not in places)
    return Verdict(planted, bool(own), own, beside)


def _begin(one: Diagnostic) -> tuple[str, str, int, int]:
    return one.code, one.file, one.span.start_line, one.span.start_column


def _touches(one: Diagnostic, areas: Sequence[Area], lines: dict[str, _Lines]) -> bool:
    for file, start, end in areas:
        if one.file == file:
            first, last = lines[file].range(one.span)
            if first <= end and start <= last:
                return True
    return False


def _place(one: Diagnostic, moved: dict[str, _Moved]) -> tuple[str, int, int]:
    if one.file not in moved:
        return one.file, one.span.start_line, one.span.start_column
    return one.file, *moved[one.file].point(one.span)


def _written(edits: Iterable[Edit], moved: dict[str, _Moved]) -> tuple[Area, ...]:
    return tuple((one.file, *moved[one.file].old.range(one.span)) for one in edits)


class _Lines:
    """Lines and columns to offsets."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def range(self, span: Span) -> tuple[int, int]:
        return (
            self.starts[span.start_line - 1] + span.start_column - 1,
            self.starts[span.end_line - 1] + span.end_column - 1,
        )

    def point(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class _Moved:
    """Where the places of a text are after it was edited."""

    def __init__(self, before: str, after: str, edits: Iterable[Edit], shown: str) -> None:
        self.old, self.new = _Lines(before), _Lines(after)
        self._edits = sorted((*self.old.range(one.span), len(one.text)) for one in edits if one.file == shown)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return where a range is now, with what was written at its edges."""
        first = last = 0
        for begin, stop, length in self._edits:
            if stop < start or (stop == start and begin < start):
                first += length - (stop - begin)
            if begin <= end:
                last += length - (min(stop, end) - begin)
        return start + first, end + last

    def point(self, span: Span) -> tuple[int, int]:
        """Return the line and column where a finding is now that began at a span's start."""
        start, _ = self.old.range(span)
        shift = sum(
            length - (stop - begin) for begin, stop, length in self._edits if stop <= start and begin < start
        )
        return self.new.point(start + shift)
