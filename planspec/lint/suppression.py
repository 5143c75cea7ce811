"""Inline suppression: `# planspec: ignore[RES002] reason`, and what is wrong with such comments.

A comment at the end of a line covers the findings that start on that line. A comment on a line of
its own covers the whole item below it: the key or list entry that starts on the next line of
content, to its end. `ignore-file` covers the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from planspec.source.file import SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.span import Span

_DIRECTIVE: Final = re.compile(r"(?<![^ \t\n\r])#[ \t]*planspec[ \t]*[:：][ \t]*(.*?)[ \t]*\r?$", re.M)
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
    directives: list[Directive] = []
    problems: list[Problem] = []
    if file.root is None or not _DIRECTIVE.search(file.text):
        return directives, problems
    lines = file.lines
    texts = _texts(file.root)
    for number, line in enumerate(lines, 1):
        if "planspec" not in line:
            continue
        comment = _comment_start(line, number, texts.get(number, ()))
        match = _DIRECTIVE.search(line, comment)
        if match is None:
            continue
        span = Span(number, match.start() + 1, number, match.end() + 1)
        body = _IGNORE.fullmatch(match[1])
        codes = tuple(code for code in re.split(r"[\s,，、]+", body[2]) if code) if body is not None else ()
        if body is None or not codes:
            problems.append(Problem(span, MALFORMED()))
            continue
        if not body[3]:
            problems.append(Problem(span, NO_REASON(codes=", ".join(codes))))
        if body[1] == "ignore-file":
            first, last = 1, len(lines)
        elif line[: match.start()].strip(" #"):
            first = last = number
        else:
            first, last = _item_below(file, number)
        directives.append(Directive(codes, body[3], span, first, last))
    return directives, problems


def _texts(root: Node) -> dict[int, list[Span]]:
    """Return, by line, the ranges of those scalars and keys that hold the word: a “#” there is text."""
    found: dict[int, list[Span]] = {}
    todo: list[Node] = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            if isinstance(node.plain, str) and "planspec" in node.plain:
                span = node.span
                for line in range(span.start_line, span.end_line + 1):
                    found.setdefault(line, []).append(span)
        elif isinstance(node, Mapping):
            todo.extend(node.keys.values())
            todo.extend(node.entries.values())
        else:
            todo.extend(node.items)
    return found


def _comment_start(line: str, number: int, texts: Iterable[Span]) -> int:
    """Return where the comment of a line begins; its length when it has none."""
    at = line.find("#")
    while at >= 0:
        here = Span(number, at + 1, number, at + 2)
        if (at == 0 or line[at - 1] in " \t") and not any(text.covers(here) for text in texts):
            return at
        at = line.find("#", at + 1)
    return len(line)


def _item_below(file: SourceFile, line: int) -> tuple[int, int]:
    """Return the first and last line of the key or list entry that starts below `line`."""
    lines = file.lines
    start = line + 1
    while start <= len(lines) and (not lines[start - 1].strip() or lines[start - 1].lstrip().startswith("#")):
        start += 1
    if start > len(lines):
        return start, start
    column = len(lines[start - 1]) - len(lines[start - 1].lstrip()) + 1
    return start, _last_line(file, start, column)


def _last_line(file: SourceFile, line: int, column: int) -> int:
    """Return the last line of the entry whose key or dash stands at line and column."""
    node = file.root
    while isinstance(node, Mapping | Sequence):
        within: Node | None = None
        if isinstance(node, Mapping):
            for key, value in node.entries.items():
                head = node.keys[key]
                first = file.line_at(head.start)
                if first == line and head.span.start_column == column:
                    return max(line, value.span.end_line if value.start >= head.start else line)
                if first <= line and value.start >= head.start:
                    within = value
        else:
            for item in node.items:
                first = file.line_at(item.start)
                if first == line and item.span.start_column > column:
                    return item.span.end_line
                if first <= line:
                    within = item
        node = within
    return line
