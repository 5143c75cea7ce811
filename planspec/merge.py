"""Three-way merge of a spec file by meaning: only where both sides change one field is there a conflict.

Entries of a mapping are told by their keys; those of a list by id, included file, title, heading or number,
else by what they are, so that two people may add tasks at one place, reorder a section or change two fields
of one task. Comments stay with their entries. The result is in the one style that specs have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from planspec.canonical import BROKEN, comments_of
from planspec.source.emit import Comment, Path, emit
from planspec.source.errors import PlanspecError
from planspec.source.file import SourceFile
from planspec.source.nodes import Mapping as MappingNode
from planspec.source.nodes import Plain
from planspec.source.nodes import Sequence as SequenceNode

_NAMES: Final = ("id", "include", "title", "heading", "action", "no", "name", "document")
"""What tells an entry of a list from the others, the surest first."""
_SENTINEL: Final = "<<planspec conflict {number}>>"
_MARK: Final = re.compile(r"^(?P<pad> *)(?P<dash>- )?(?:.*: )?\"<<planspec conflict (?P<number>\d+)>>\"$")


class _Missing:
    """The value of what a side does not have."""


_MISSING: Final = _Missing()
_Value: TypeAlias = "Plain | _Missing"
_Comments: TypeAlias = dict[Path, Comment]


class Conflict(NamedTuple):
    """A field that both sides changed; `path` leads to it in the result."""

    path: Path
    ours: _Value
    theirs: _Value
    entry: bool
    """Whether it is an entry of a list rather than the value of a key."""


class Merged(NamedTuple):
    """The text of the result, with conflict markers where there are conflicts."""

    text: str
    conflicts: tuple[Conflict, ...]


class _Side(NamedTuple):
    """One value of one side, and where it stands there."""

    value: _Value
    path: Path


def merge(base: SourceFile, ours: SourceFile, theirs: SourceFile, marker: int = 7) -> Merged:
    """Merge what `theirs` changed since `base` into `ours`; `marker` is the length of conflict markers.

    Raises PlanspecError where a file cannot be read as YAML.
    """
    for file in (base, ours, theirs):
        if file.faults or not (isinstance(file.root, MappingNode | SequenceNode) or file.root is None):
            raise PlanspecError(BROKEN(file=file.shown))
    kinds = {type(file.root) for file in (base, ours, theirs) if file.root is not None}
    if len(kinds) > 1:
        raise PlanspecError(BROKEN(file=ours.shown))
    empty: Plain = [] if SequenceNode in kinds else {}
    merger = _Merger([comments_of(file)[1] for file in (base, ours, theirs)])
    sides = [_Side(file.root.plain if file.root is not None else empty, ()) for file in (base, ours, theirs)]
    value = merger.value(sides[0], sides[1], sides[2], ())
    top, _, end = comments_of(ours)
    text = emit(value, merger.comments, top, end)
    return Merged(_with_markers(text, merger.conflicts, marker), tuple(merger.conflicts))


class _Merger:
    def __init__(self, comments: Sequence[_Comments]) -> None:
        self.base, self.ours, self.theirs = comments
        self.comments: _Comments = {}
        self.conflicts: list[Conflict] = []

    def value(self, base: _Side, ours: _Side, theirs: _Side, at: Path, *, entry: bool = False) -> Plain:
        """Return the merged value of something that both sides have."""
        self.comment(base.path, ours.path, theirs.path, at)
        b, o, t = base.value, ours.value, theirs.value
        if isinstance(o, dict) and isinstance(t, dict):
            return self.mapping(_Side(b if isinstance(b, dict) else {}, base.path), ours, theirs, at)
        if isinstance(o, list) and isinstance(t, list):
            return self.sequence(_Side(b if isinstance(b, list) else [], base.path), ours, theirs, at)
        if _same(o, t) or _same(t, b):
            return self.taken(ours, self.ours, at)
        if _same(o, b):
            return self.taken(theirs, self.theirs, at)
        return self.conflict(o, t, at, entry)

    def conflict(self, ours: _Value, theirs: _Value, at: Path, entry: bool) -> str:
        """Note a conflict; return what stands in its place until the markers are written."""
        self.conflicts.append(Conflict(at, ours, theirs, entry))
        return _SENTINEL.format(number=len(self.conflicts) - 1)

    def taken(self, side: _Side, comments: _Comments, at: Path) -> Plain:
        """Return a side's value as it is, with the comments below it."""
        assert not isinstance(side.value, _Missing)
        for path, comment in comments.items():
            if path[: len(side.path)] == side.path:
                self.comments.setdefault((*at, *path[len(side.path) :]), comment)
        return side.value

    def comment(self, base: Path, ours: Path, theirs: Path, at: Path) -> None:
        """Keep the comment of our side, or that of the other if only it was changed."""
        old, own, other = self.base.get(base), self.ours.get(ours), self.theirs.get(theirs)
        chosen = other if own == old else own
        if chosen is not None:
            self.comments.setdefault(at, chosen)

    def mapping(self, base: _Side, ours: _Side, theirs: _Side, at: Path) -> Plain:
        b, o, t = base.value, ours.value, theirs.value
        assert isinstance(b, dict) and isinstance(o, dict) and isinstance(t, dict)
        merged: dict[str, Plain] = {}
        for key in _order(list(b), list(o), list(t)):
            sides = [
                _Side(side.value.get(key, _MISSING), (*side.path, key))  # type: ignore[union-attr]
                for side in (base, ours, theirs)
            ]
            kept = self.kept(sides[0], sides[1], sides[2], (*at, key), entry=False)
            if not isinstance(kept, _Missing):
                merged[key] = kept
        return merged

    def kept(self, base: _Side, ours: _Side, theirs: _Side, at: Path, *, entry: bool) -> _Value:
        """Return what becomes of one entry: merged, taken from one side, or gone."""
        if isinstance(ours.value, _Missing) and isinstance(theirs.value, _Missing):
            return _MISSING
        for one, other, comments in ((ours, theirs, self.ours), (theirs, ours, self.theirs)):
            if isinstance(other.value, _Missing):
                if isinstance(base.value, _Missing):
                    return self.taken(one, comments, at)
                if _same(one.value, base.value):
                    return _MISSING  # the other side deleted it, this one left it alone
                return self.conflict(ours.value, theirs.value, at, entry)
        return self.value(base, ours, theirs, at, entry=entry)

    def sequence(self, base: _Side, ours: _Side, theirs: _Side, at: Path) -> Plain:
        b, o, t = base.value, ours.value, theirs.value
        assert isinstance(b, list) and isinstance(o, list) and isinstance(t, list)
        labels = _labels(b, o, t)
        where = [{label: at for at, label in enumerate(side)} for side in labels]
        merged: list[Plain] = []
        open_conflicts = len(self.conflicts)
        for label in _order(*labels):
            sides = []
            for side, found in zip((base, ours, theirs), where, strict=True):
                place = found.get(label)
                values = side.value
                assert isinstance(values, list)
                missing = place is None
                sides.append(
                    _Side(_MISSING if missing else values[place], (*side.path, -1 if missing else place))  # type: ignore[index, arg-type]
                )
            kept = self.kept(sides[0], sides[1], sides[2], (*at, len(merged)), entry=True)
            if not isinstance(kept, _Missing):
                merged.append(kept)
        if len(self.conflicts) > open_conflicts and not any(isinstance(item, dict) for item in merged):
            # Nothing but texts: markers would stand inside brackets, so the list as a whole is in question.
            del self.conflicts[open_conflicts:]
            return self.conflict(o, t, at, entry=False)
        return merged


def _labels(
    base: Sequence[Plain], ours: Sequence[Plain], theirs: Sequence[Plain]
) -> tuple[list[str], list[str], list[str]]:
    """Return a label for each entry of the three lists: one entry has one label wherever it stands."""
    first = list(_own_labels(base))
    return first, _matched(base, first, ours), _matched(base, first, theirs)


def _own_labels(items: Sequence[Plain]) -> Iterator[str]:
    """Yield a label for each entry, its surest name; what is there several times is numbered."""
    seen: dict[str, int] = {}
    for item in items:
        name = next(iter(_names(item)))
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}#{seen[name]}"


def _matched(base: Sequence[Plain], labels: Sequence[str], items: Sequence[Plain]) -> list[str]:
    """Return labels for one side: those of the base where an entry has a name in common, the surest first."""
    free = dict(enumerate(labels))
    by_name: dict[str, list[int]] = {}
    for at, item in enumerate(base):
        for name in _names(item):
            by_name.setdefault(name, []).append(at)
    found: dict[int, str] = {}
    for rank in range(len(_NAMES) + 1):
        for at, item in enumerate(items):
            if at in found:
                continue
            for name in list(_names(item))[rank : rank + 1]:
                other = next((one for one in by_name.get(name, ()) if one in free), None)
                if other is not None:
                    found[at] = free.pop(other)
    taken = set(labels)
    for at, name in enumerate(_own_labels(items)):
        if at not in found:
            while name in taken:
                name += "+"
            found[at] = name
            taken.add(name)
    return [found[at] for at in range(len(items))]


def _names(item: Plain) -> Iterator[str]:
    """Yield what an entry may be told by: one without a name by what it is, else by what it speaks of."""
    if not isinstance(item, dict):
        yield repr(item)
        return
    named = False
    for key in _NAMES:
        value = item.get(key)
        if isinstance(value, (str, int)) and value != "":
            named = True
            yield f"{key}={value}"
    if not named:
        yield repr(item)
        yield f"keys={','.join(item)}"


def _order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return all labels in order: ours, or theirs if only they moved something; what is new after its neighbour."""
    common = set(base) & set(ours) & set(theirs)
    moved_ours = [one for one in ours if one in common] != [one for one in base if one in common]
    lead, other = (ours, theirs) if moved_ours else (theirs, ours)
    order = list(lead)
    place = {label: at for at, label in enumerate(order)}
    after: dict[str | None, list[str]] = {}
    last: str | None = None
    for label in other:
        if label in place:
            last = label
        else:
            after.setdefault(last, []).append(label)
    result = list(after.get(None, ()))
    for label in order:
        result.append(label)
        result.extend(after.get(label, ()))
    return result


def _same(one: _Value, two: _Value) -> bool:
    """Say whether two values are one; 1 and true are not."""
    if type(one) is not type(two):
        return False
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(_same(one[key], two[key]) for key in one)
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(_same, one, two))
    return one == two


def _with_markers(text: str, conflicts: Sequence[Conflict], marker: int) -> str:
    """Return the text with the two versions of each conflict between markers."""
    if not conflicts:
        return text
    lines: list[str] = []
    for line in text.splitlines():
        found = _MARK.match(line)
        if found is None:
            lines.append(line)
            continue
        conflict = conflicts[int(found["number"])]
        pad = found["pad"] + ("  " if found["dash"] and not conflict.entry else "")
        head = found["pad"] + "- " if found["dash"] and not conflict.entry else ""
        both = [_written(conflict, side, pad, head) for side in (conflict.ours, conflict.theirs)]
        lines += ["<" * marker + " ours", *both[0], "=" * marker, *both[1], ">" * marker + " theirs"]
    return "\n".join(lines) + "\n"


def _written(conflict: Conflict, value: _Value, pad: str, head: str) -> list[str]:
    if isinstance(value, _Missing):
        return []
    shown = emit([value] if conflict.entry else {str(conflict.path[-1]): value}).splitlines()
    lines = [pad + line for line in shown]
    if head and lines:
        lines[0] = head + lines[0][len(head) :]
    return lines
