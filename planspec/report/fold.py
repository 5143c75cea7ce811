"""Many findings of one kind in one action: the first ones are shown, the others told by their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.source.diagnostic import Diagnostic
from planspec.source.message import Language, Message, Template

SHOWN: Final = 2
"""Findings of a kind that are shown in full."""
_FEWEST: Final = 2
"""Fewer others than this are shown as well: one line would not be shorter than they are."""

ALIKE: Final = Template(zh="另有{count}处同类问题：第{lines}行", en="{count} more of the kind: line {lines}")

# What a message says of its one case: quoted words, remarks in brackets, figures, and lists of names.
_OWN_WORDS: Final = re.compile(r"“[^“”]*”|（[^（）]*）|[0-9]+(?:\.[0-9]+)?")
_CLAUSES: Final = re.compile(r"[，。；：]")
_ACTION: Final = re.compile(r"/actions/[0-9]+")


def fold(found: Sequence[Diagnostic]) -> list[tuple[Diagnostic, tuple[Diagnostic, ...]]]:
    """Return the findings to show, in their order, each with the findings that it stands for.

    Of one kind are findings of one rule, severity and wording within one action (or one file).
    """
    kinds: dict[tuple[str, ...], list[Diagnostic]] = {}
    ranks: list[tuple[list[Diagnostic], int]] = []
    for one in found:
        kind = kinds.setdefault(_kind(one), [])
        ranks.append((kind, len(kind)))
        kind.append(one)
    shown: list[tuple[Diagnostic, tuple[Diagnostic, ...]]] = []
    for one, (kind, rank) in zip(found, ranks, strict=True):
        if len(kind) < SHOWN + _FEWEST or rank < SHOWN - 1:
            shown.append((one, ()))
        elif rank == SHOWN - 1:
            shown.append((one, tuple(kind[SHOWN:])))
    return shown


def alike(others: Sequence[Diagnostic], language: Language) -> Message:
    """Say where findings stand that are like the one shown."""
    lines = dict.fromkeys(str(one.span.start_line) for one in others)
    return ALIKE(count=len(others), lines=("、" if language == "zh" else ", ").join(lines))


def _kind(one: Diagnostic) -> tuple[str, ...]:
    action = _ACTION.match(one.pointer)
    where = action[0] if action is not None else ""
    clauses = _CLAUSES.split(_OWN_WORDS.sub("", one.message.zh))
    wording = "，".join(clause for clause in clauses if "、" not in clause)
    return one.file, where, one.code, one.severity, one.confidence, wording
