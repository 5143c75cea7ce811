"""Mending one plan, round by round: choose fixes, apply them together, lint again, keep what does what it promises.

A fix is kept if its finding goes, no rule finds more than before, and nothing is altered that no fix may alter
(`planspec.lint.guard`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from planspec.lint.guard import Content, alters
from planspec.lint.result import INPUT_CODES
from planspec.source.diagnostic import Diagnostic, Edit, Fix
from planspec.source.edits import Room, apply_to_bytes
from planspec.source.message import Message, Template

_MOST: Final = 20
"""Rounds, as one fix may stand in another's way."""

Files: TypeAlias = Mapping[Path, bytes]

ADDS = Template(zh="修正后会多出别的问题（{codes}）", en="the fix would bring about other findings ({codes})")
STAYS = Message(zh="修正后问题仍在", en="the finding would remain")
ALTERS = Message(
    zh="修正会改动数字、日期、地名、人名或要求用语",
    en="the fix would alter a figure, a date, a name or a word of obligation",
)
MISPLACED = Message(
    zh="文件编码有误，或修正之处不在文件里",
    en="the file's encoding is damaged, or the place is not in the file",
)


class View(msgspec.Struct, frozen=True):
    """A plan as its files have it at one time."""

    found: tuple[Diagnostic, ...]
    content: Content
    names: Mapping[str, Path]
    """The path of each file by the name it is shown by."""
    files: Files


Look: TypeAlias = Callable[[Files], View]
"""Lints a plan, some of whose files have another content than on disk."""


def offers_fix(one: Diagnostic, unsafe: bool) -> bool:
    """Say whether a finding can be mended; `unsafe`: also in a way that is to be checked."""
    return one.fix is not None and bool(one.fix.edits) and (one.fix.safe or unsafe)


class Rounds:
    """One plan being mended: `first` is how it was, `now` how it has become."""

    def __init__(self, look: Look, known: Files, wanted: Sequence[Diagnostic], unsafe: bool) -> None:
        self.first = self.now = look(known)
        self.mended: list[Diagnostic] = []
        """Those of `wanted` that are gone."""
        self.refused: list[tuple[Diagnostic, Message]] = []
        self._look = look
        self._unsafe = unsafe
        self._limits = _counts(self.first)
        # A fingerprint may change with the line, what is said with the rest of the plan.
        self._wanted = {_said(one): one for one in wanted} | {(one.fingerprint,): one for one in wanted}

    def run(self) -> None:
        """Go on until nothing is left that can be mended."""
        for _ in range(_MOST):
            chosen = self._choose()
            if not chosen:
                return
            self._settle(chosen)

    def _choose(self) -> list[Diagnostic]:
        """Return those whose fixes can be made together; of two that meet, the first by place.

        What is broken is mended first, as the other findings are sure only when all is read; then what is safe.
        """
        refused = {one.fingerprint for one, _ in self.refused}
        offers = [
            one
            for one in self.now.found
            if offers_fix(one, self._unsafe)
            and (asked := self._asked(one))
            and asked.fingerprint not in refused
        ]
        first = min(map(_turn, offers), default=None)
        room = Room()
        in_order = sorted(offers, key=lambda one: (min(_fix(one).edits), one.sort_key))
        return [one for one in in_order if _turn(one) == first and room.take(_fix(one).edits)]

    def _asked(self, one: Diagnostic) -> Diagnostic | None:
        """Return the finding of the run that this one is; None if it was not told there."""
        return self._wanted.get((one.fingerprint,)) or self._wanted.get(_said(one))

    def _settle(self, chosen: list[Diagnostic]) -> None:
        """Apply all, or as many as are sound together: halves are tried until those to be refused are found."""
        view = self.now
        kept: list[Diagnostic] = []
        todo = [chosen]
        while todo:
            part = todo.pop()
            tried = self._try([*kept, *part])
            if isinstance(tried, View):
                view = tried
                kept += part
            elif len(part) == 1:
                self.refused.append((self._asked(part[0]) or part[0], tried))
            else:
                middle = len(part) // 2
                todo += (part[middle:], part[:middle])
        self.now = view
        self.mended += (self._asked(one) or one for one in kept)
        # What a broken file hid has come to light with its repair: it is not held against the next fixes.
        self._limits = _counts(view) if _repairs(kept) else self._limits - Counter(one.code for one in kept)

    def _try(self, fixed: list[Diagnostic]) -> View | Message:
        """Return the plan with these findings fixed, or why it may not be so."""
        edits: dict[Path, list[Edit]] = {}
        files = dict(self.now.files)
        try:
            for one in fixed:
                for edit in _fix(one).edits:
                    edits.setdefault(self.now.names[edit.file], []).append(edit)
            for path, own in edits.items():
                new = apply_to_bytes(files[path], own)
                if new is None:
                    return MISPLACED
                files[path] = new
        except (KeyError, ValueError):
            return MISPLACED
        view = self._look(files)
        return self._objection(view, fixed) or view

    def _objection(self, view: View, fixed: list[Diagnostic]) -> Message | None:
        """Say what speaks against the fixes, if anything does; of repairs only that more is broken."""
        if alters(self.now.content, view.content, safe=all(_fix(one).safe for one in fixed)):
            return ALTERS
        gone = Counter(one.code for one in fixed)
        more = [
            code
            for code, count in sorted(_counts(view).items())
            if count > self._limits[code] - gone[code] and (code in INPUT_CODES or not _repairs(fixed))
        ]
        if not more:
            return None
        return STAYS if more == [fixed[-1].code] else ADDS(codes=Message("、".join(more), ", ".join(more)))


def _said(one: Diagnostic) -> tuple[str, ...]:
    return one.file, one.code, one.message.zh


def _counts(view: View) -> Counter[str]:
    return Counter(one.code for one in view.found)


def _repairs(fixed: Sequence[Diagnostic]) -> bool:
    return any(one.code in INPUT_CODES for one in fixed)


def _turn(one: Diagnostic) -> tuple[bool, bool]:
    """Return what sorts the findings whose fixes are made first to the front."""
    return one.code not in INPUT_CODES, not _fix(one).safe


def _fix(one: Diagnostic) -> Fix:
    assert one.fix is not None
    return one.fix
