"""Markdown for a comment on a merge request: what a document says is shown, never obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from planspec.report.cells import visible

LIMIT: Final = 65_000
"""Characters that a comment may have; GitHub refuses more than 65 536, GitLab far more."""

_SPECIAL: Final = re.compile(r"[\\`*_\[\]~|$#!]")
# Chinese stays readable in an address; a browser encodes it by itself.
_UNSAFE: Final = re.compile(r"[^\w/.~-]|[\ud800-\udfff]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Hosts look for @name, #12, GH-12 and links in the rendered text, where no backslash is left to stop
# them: an invisible joiner breaks the pattern.
_JOINER: Final = "\u2060"
_CALLS: Final = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=GH-)(?=\d)|(?<=:)(?=//)|(?<=www)(?=\.)", re.I)


def escape(text: str) -> str:
    """Return `text` on one line so that it is shown as it is: no markup, HTML, mention or link comes of it."""
    return _SPECIAL.sub(r"\\\g<0>", html(text))


def html(text: str) -> str:
    """Return `text` for a place where HTML is read and Markdown is not."""
    shown = _CALLS.sub(_JOINER, visible(text))
    return re.sub("[&<>]", lambda match: _ENTITIES[match[0]], shown)


def link(text: str, file: str, line: int, base: str = "") -> str:
    """Return a link to a line of a file; `base` is the address of the folder that paths start from."""
    if base and not base.endswith("/"):
        base += "/"
    return f"[{escape(text)}]({base}{_UNSAFE.sub(_quoted, file)}#L{line})"


def _quoted(match: re.Match[str]) -> str:
    from urllib.parse import quote  # seldom needed, and slow to load

    return quote(match[0], safe="", errors="surrogateescape")


def heading(text: str, level: int = 3) -> str:
    """Return a heading."""
    return f"{'#' * level} {text}"


def table(heads: Sequence[str], body: Iterable[Sequence[str]], right: int = 0) -> list[str]:
    """Return a table's lines; cells are Markdown already. The first `right` columns are set right."""
    rule = ["--:" if number < right else "---" for number in range(len(heads))]
    return [table_row(cells) for cells in (heads, rule, *body)]


def table_row(cells: Sequence[str]) -> str:
    """Return one row of a table."""
    return f"| {' | '.join(cells)} |"


def folded(summary: str, lines: Iterable[str]) -> list[str]:
    """Return lines that show on a click; `summary` is HTML-safe text."""
    return ["<details>", f"<summary>{summary}</summary>", "", *lines, "", "</details>"]


def shorten(text: str, most: int) -> str:
    """Return `text` in at most `most` characters; “…” at its end says that it was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"


def length(text: str) -> int:
    """Return the length as hosts count it: in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)
