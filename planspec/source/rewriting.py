"""Edits of values and lists: another text for a value, a list without one of its items."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from planspec.source.diagnostic import Edit
from planspec.source.emit import scalar
from planspec.source.file import SourceFile
from planspec.source.nodes import Node, Scalar, Sequence
from planspec.source.span import Span

_COLON: Final = re.compile(
    r"([^\s:：，。；、'\"#\[\]{}&*!|>%@`-][^:：，。；'\"#\[\]{}]{0,38})[:：](?=[^\s/])"
)
_COMMA: Final = re.compile(r"\s*,\s*")
_BRACKET: Final = re.compile(r"\[\s*")
_DASH: Final = re.compile(" *- +")
_ITEM: Final = re.compile(" *(?:- +)*")
_BLANK: Final = re.compile(" *")


def rewrite(node: Scalar, text: str) -> Edit | None:
    """Return the edit that gives a value on one line another text, in the quotes it has or comes to need.

    None where the value is written over several lines, or its text stands there in another way.
    """
    file = node.file
    raw = file.slice(node.span)
    if raw[:1] == "'" == raw[-1:]:
        written = f"'{text.replace(chr(39), chr(39) * 2)}'"
        same = raw[1:-1].replace("''", "'") == node.text
    elif raw[:1] == '"' == raw[-1:]:
        written = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        same = "\\" in raw or raw[1:-1] == node.text
    else:
        written = scalar(text, flow=True)
        same = raw == node.text
    if not same or not raw or not text.isprintable():
        return None
    return Edit(file.shown, node.span, written)


def parted(node: Scalar, texts: Iterable[str]) -> Edit | None:
    """Return the edit that makes a list, or items of the same list, of a plain value on one line."""
    file, span = node.file, node.span
    before = file.lines[span.start_line - 1][: span.start_column - 1]
    joint = ", "
    if _DASH.fullmatch(before):
        joint = f"{file.line_ends[span.start_line - 1] or chr(10)}{before}"
    elif not re.search(r"[:\[,] +$|\[$|^ *$", before):
        return None
    written = joint.join(scalar(text, flow=True) for text in texts)
    if file.slice(span) != node.text:
        return None
    return Edit(file.shown, span, f"[{written}]" if before.rstrip(" ").endswith(":") else written)


def quoted(node: Scalar) -> Edit | None:
    """Return the edit that puts a plain value on one line into quotes, so that it is text for whoever reads it."""
    raw = node.file.slice(node.span)
    return Edit(node.file.shown, node.span, f'"{raw}"') if raw and not set(raw) & {'"', "'", "\\"} else None


def with_key_colons(node: Scalar) -> tuple[Edit, ...]:
    """Return the edits that make entries of a text whose lines read “键：值” or “键:值”; none for any other text."""
    file, span = node.file, node.span
    head = file.lines[span.start_line - 1][: span.start_column - 1]
    if not _ITEM.fullmatch(head):  # one entry on the line of another would be no YAML
        return ()
    edits = []
    for number in range(span.start_line, span.end_line + 1):
        line = file.lines[number - 1]
        start = span.start_column - 1 if number == span.start_line else len(line) - len(line.lstrip(" "))
        found = _COLON.match(line, start)
        if found is None or start != span.start_column - 1:
            return ()
        edits.append(Edit(file.shown, Span(number, found.end(1) + 1, number, found.end(1) + 2), ": "))
    return tuple(edits)


def without_item(sequence: Sequence, item: Node) -> Edit | None:
    """Return the edit that takes an item out of a list, with its comma or its line; None for the only one.

    None also where a comment or more of the same entry would go with it.
    """
    file, items = sequence.file, sequence.items
    at = next((number for number, one in enumerate(items) if one is item), -1)
    if at < 0 or len(items) < 2 or any(one.file is not file or one.start < sequence.start for one in items):
        return None  # the only item, or an alias, which stands elsewhere
    if not sequence.end:
        return without_lines(file, item.span, _DASH)
    first, second = (items[at - 1], item) if at else (item, items[1])
    gap = _between(first.span, second.span)
    if not _COMMA.fullmatch(_text(file, gap)):
        return None
    if at:
        return Edit(file.shown, _join(gap, item.span), "")
    opening = Span(sequence.span.start_line, sequence.span.start_column, *_start(item.span))
    if not _BRACKET.fullmatch(_text(file, opening)):
        return None
    return Edit(file.shown, _join(item.span, gap), "")


def without_lines(file: SourceFile, span: Span, head: re.Pattern[str] = _BLANK) -> Edit | None:
    """Return the edit that deletes the lines of a range, if at most `head` stands before it and nothing after it."""
    lines = file.lines
    before = lines[span.start_line - 1][: span.start_column - 1]
    last = lines[span.end_line - 1]
    if not head.fullmatch(before) or last[span.end_column - 1 :].strip(" \t"):
        return None
    if span.end_line < len(lines):
        return Edit(file.shown, Span(span.start_line, 1, span.end_line + 1, 1), "")
    return Edit(file.shown, Span(span.start_line, 1, span.end_line, len(last) + 1), "")


def _start(span: Span) -> tuple[int, int]:
    return span.start_line, span.start_column


def _between(one: Span, other: Span) -> Span:
    return Span(one.end_line, one.end_column, *_start(other))


def _join(one: Span, other: Span) -> Span:
    return Span(one.start_line, one.start_column, other.end_line, other.end_column)


def _text(file: SourceFile, span: Span) -> str:
    """Return the text of a range, its line ends as line feeds."""
    lines = file.lines[span.start_line - 1 : span.end_line]
    if len(lines) == 1:
        return lines[0][span.start_column - 1 : span.end_column - 1]
    return "\n".join((lines[0][span.start_column - 1 :], *lines[1:-1], lines[-1][: span.end_column - 1]))
