"""Examples with marks: a caret line says where a rule must point in the row above it."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import NamedTuple

from planspec.source.diagnostic import Diagnostic

BASELINE = "# baseline.yaml\n"
"""The first line of an example that is a baseline instead of a plan."""
HEAD = 'planspec: 1\ntitle: 示例方案\njurisdiction: "430522"\nyear: 2024\n'
"""What a fragment gets in front, so that it is a county's plan."""

_CARETS = re.compile(r"#[ ]*(\^[\^ ]*)\s(?P<rule>[a-z0-9-]+)\s*")
_FIRST_COLUMN = re.compile(r"\s*#<\s*(?P<rule>[a-z0-9-]+)\s*")


class Mark(NamedTuple):
    """Where a finding is expected; `end` is 0 where only the start is told (`#<`)."""

    line: int
    start: int
    end: int
    rule: str


def whole(text: str) -> str:
    """Return the fragment as a plan: with a head unless it has one of its own."""
    text = dedent(text).lstrip("\n")
    return text if text.startswith(BASELINE) or re.search(r"^planspec\s*:", text, re.M) else HEAD + text


def read_marks(text: str) -> tuple[str, list[Mark]]:
    """Return the text without its caret lines, and what they mark.

    `#   ^^^^ rule-name` marks columns of the row above: each run of carets is one finding.
    `#< rule-name` marks column 1 of it.
    """
    rows: list[str] = []
    marks: list[Mark] = []
    for row in whole(text).split("\n"):
        if found := _CARETS.fullmatch(row):
            rule = found["rule"]
            marks += [
                Mark(len(rows), run.start() + 1, run.end() + 1, rule) for run in re.finditer(r"\^+", row)
            ]
        elif found := _FIRST_COLUMN.fullmatch(row):
            marks.append(Mark(max(len(rows), 1), 1, 0, found["rule"]))
        else:
            rows.append(row)
    return "\n".join(rows), sorted(marks)


def places(found: list[Diagnostic], marks: list[Mark] | None = None) -> list[Mark]:
    """Return where the findings point, in order; the end is 0 where a mark tells the start only."""
    starts = {(mark.line, mark.start) for mark in marks or () if mark.end == 0}
    spans = [(one.span, one.name) for one in found]
    return sorted(
        Mark(
            span.start_line,
            span.start_column,
            0 if (span.start_line, span.start_column) in starts else span.end_column,
            name,
        )
        for span, name in spans
    )
