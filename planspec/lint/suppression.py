"""Inline suppression: `# planspec: ignore[RES002] reason`, and what is wrong with such comments.

A comment at the end of a line covers the findings that start on that line. A comment on a line of
its own covers the whole item below it: the key or list entry that starts on the next line of
content, to its end. `ignore-file` covers the file.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from planspec.source.file import SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.span import Span

_DIRECTIVE: Final = re.compile(r"#\s*planspec\s*[:：]\s*(.*?)\s*$")
_IGNORE: Final = re.compile(r"(ignore|ignore-file)\s*\[([^\]]*)\]\s*(.*)")

MALFORMED = Template(
    zh="看不懂的 planspec 注释；应写成“# planspec: ignore[RES002] 理由”",
    en="This planspec comment is not understood; write “# planspec: ignore[RES002] reason”",
)
NO_REASON = Template(
    zh="忽略 {codes} 没有写理由；请在方括号后写明为什么可以忽略，供以后复核",
    en="No reason is given for ignoring {codes}; say after the bracket why, for those who review it later",
)
UNKNOWN = Template(
    zh="忽略的规则“{code}”不存在{hint}；planspec rules 列出全部规则",
    en="There is no rule “{code}” to ignore{hint}; planspec rules lists them all",
)
UNUSED = Template(
    zh="这条注释忽略了 {code}，但这里没有这样的问题；请删去注释",
    en="This comment ignores {code}, but there is no such finding here; delete the comment",
)


class Directive(msgspec.Struct, frozen=True, eq=False):
    """One comment: the codes it ignores, why, and the lines it covers."""

    codes: tuple[str, ...]
    reason: str
    span: Span
    first: int
    last: int


class Problem(msgspec.Struct, frozen=True):
    """Something wrong with a comment (rule FMT007)."""

    span: Span
    message: Message


def read_directives(file: SourceFile) -> tuple[list[Directive], list[Problem]]:
    """Return the suppressions that a file holds, and the comments that are not understood."""
    if "planspec:" not in file.text and "planspec：" not in file.text:
        return [], []
    directives: list[Directive] = []
    problems: list[Problem] = []
    texts: list[Span] | None = None
    lines = file.lines
    for number, line in enumerate(lines, 1):
        if "#" not in line or "planspec" not in line:
            continue
        match = _DIRECTIVE.search(line)
        if match is None or (match.start() and line[match.start() - 1] not in " \t"):
            continue
        if texts is None:
            texts = _scalar_spans(file.root)
        span = Span(number, match.start() + 1, number, match.end() + 1)
        if any(text.covers(span) for text in texts):
            continue
        body = _IGNORE.fullmatch(match[1])
        if body is None:
            problems.append(Problem(span, MALFORMED()))
            continue
        codes = tuple(code.strip() for code in re.split("[,，、]", body[2]) if code.strip())
        if not codes:
            problems.append(Problem(span, MALFORMED()))
            continue
        if not body[3]:
            problems.append(Problem(span, NO_REASON(codes=", ".join(codes))))
        if body[1] == "ignore-file":
            first, last = 1, len(lines)
        elif line[: match.start()].strip():
            first = last = number
        else:
            first, last = _item_below(file, number)
        directives.append(Directive(codes, body[3], span, first, last))
    return directives, problems


def _scalar_spans(root: Node | None) -> list[Span]:
    """Return the ranges of the scalars in which a “#” would be text: quoted ones and block scalars."""
    found: list[Span] = []
    todo: list[Node] = [root] if root is not None else []
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            if isinstance(node.plain, str) and "planspec" in node.plain:
                found.append(node.span)
        else:
            todo.extend(node.entries.values() if isinstance(node, Mapping) else node.items)
    return found


def _item_below(file: SourceFile, line: int) -> tuple[int, int]:
    """Return the first and last line of the key or list entry that starts below `line`."""
    lines = file.lines
    start = line + 1
    while start <= len(lines) and (not lines[start - 1].strip() or lines[start - 1].lstrip().startswith("#")):
        start += 1
    if start > len(lines):
        return start, start
    column = len(lines[start - 1]) - len(lines[start - 1].lstrip()) + 1
    node = _outermost_at(file.root, start, column, len(lines))
    return start, max(start, node)


def _outermost_at(root: Node | None, line: int, column: int, bottom: int) -> int:
    """Return the last line of the entry whose first character stands at line and column."""
    todo: list[Node] = [root] if root is not None else []
    best = line
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            for key, value in node.entries.items():
                head = node.key_span(key)
                if head.start_line == line and head.start_column == column:
                    return max(head.end_line, value.span.end_line)
                if not isinstance(value, Scalar) and head.start_line <= line <= value.span.end_line:
                    todo.append(value)
        elif isinstance(node, Sequence):
            for item in node.items:
                span = item.span
                if span.start_line == line and span.start_column > column:
                    best = max(best, span.end_line)
                    return best
                if not isinstance(item, Scalar) and span.start_line <= line <= span.end_line:
                    todo.append(item)
    return min(best, bottom)
