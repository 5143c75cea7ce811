"""Inline suppression: `# planspec: ignore[RES002] reason`, and what is wrong with such comments.

A comment at the end of a line covers the findings that start on that line. A comment on a line of
its own covers the whole item below it: the key or list entry that starts on the next line of
content, to its end. `ignore-file` covers the file.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final

import msgspec

from planspec.source.diagnostic import Diagnostic, Edit, Fix
from planspec.source.file import SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.rewriting import without_lines
from planspec.source.span import Span

_DIRECTIVE: Final = re.compile(r"(?<![^ \t\n\r])#[ \t]*planspec[ \t]*[:：][ \t]*(.*?)[ \t]*\r?$", re.M)
_IGNORE: Final = re.compile(r"(ignore|ignore-file)\s*\[([^\]]*)\]\s*(.*)")

_CODE: Final = re.compile(r"[^\s,，、]+")
_HASHES: Final = re.compile(r"[ \t#]*")

DELETE = Message(zh="删去这条注释", en="Delete the comment")
TAKE_OUT = Template(zh="从注释中去掉 {code}", en="Take {code} out of the comment")
RENAME = Template(zh="改为 {code}", en="Write {code}")
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

    def covers(self, one: Diagnostic) -> bool:
        """Say whether a finding of the same file starts on its lines."""
        return self.first <= one.span.start_line <= self.last


class ByLine:
    """The comments of a file, to be asked which cover a line: the narrowest first, whose reason fits best."""

    _WIDE: Final = 1000
    """Lines from which on a comment is not noted at each of them; of such there cannot be many."""

    def __init__(self, directives: Iterable[Directive]) -> None:
        self.wide: list[Directive] = []
        self.lines: dict[int, list[Directive]] = {}
        for one in sorted(directives, key=lambda one: one.last - one.first):
            if one.last - one.first >= self._WIDE:
                self.wide.append(one)
            else:
                for line in range(one.first, one.last + 1):
                    self.lines.setdefault(line, []).append(one)

    def at(self, line: int) -> list[Directive]:
        """Return the comments that cover a line."""
        return [*self.lines.get(line, ()), *(one for one in self.wide if one.first <= line <= one.last)]


class Problem(msgspec.Struct, frozen=True):
    """Something wrong with a comment (rule FMT007)."""

    span: Span
    message: Message
    fix: Fix | None = None


def read_directives(file: SourceFile) -> tuple[list[Directive], list[Problem]]:
    """Return the suppressions that a file holds, and the comments that are not understood."""
    read: list[tuple[tuple[str, ...], str, Span, int | None]] = []
    problems: list[Problem] = []
    if file.root is None or "planspec" not in file.text or not _DIRECTIVE.search(file.text):
        return [], problems
    lines = file.lines
    texts = _texts(file.root)
    for number, line in enumerate(lines, 1):
        if "planspec" not in line:
            continue
        match = _DIRECTIVE.search(line, _comment_start(line, number, texts.get(number, ())))
        if match is None:
            continue
        span = Span(number, match.start() + 1, number, len(line[: match.end()].rstrip()) + 1)
        body = _IGNORE.fullmatch(match[1])
        codes = tuple(code for code in re.split(r"[\s,，、]+", body[2]) if code) if body is not None else ()
        if body is None or not codes:
            problems.append(Problem(span, MALFORMED()))
            continue
        if not body[3]:
            problems.append(Problem(span, NO_REASON(codes=", ".join(codes))))
        first: int | None = number  # None for the whole file
        if body[1] == "ignore-file":
            first = None
        elif not line[: match.start()].strip(" \t#"):
            first = _line_below(lines, number)
        read.append((codes, body[3], span, first))
    below = {first for _, _, span, first in read if first is not None and first != span.start_line}
    last = _last_lines(file, below) if below else {}
    directives = []
    for codes, reason, span, first in read:
        if first is None:
            directives.append(Directive(codes, reason, span, 1, len(lines)))
        else:
            directives.append(Directive(codes, reason, span, first, last.get(first, first)))
    return directives, problems


def taking_out(file: SourceFile, directive: Directive, code: str) -> Fix | None:
    """Return the fix that takes an unused code out of a comment; with its only code the comment goes."""
    words = _words(file, directive)
    at = next((number for number, word in enumerate(words) if file.slice(word) == code), None)
    if at is None:
        return None
    if len(words) > 1:
        here, line = words[at], directive.span.start_line
        first, last = (
            (here.start_column, words[1].start_column)
            if at == 0
            else (words[at - 1].end_column, here.end_column)
        )
        edit = Edit(file.shown, Span(line, first, line, last), "")
        return Fix(TAKE_OUT(code=code), (edit,), safe=True)
    whole = without_lines(file, directive.span, _HASHES)
    if whole is None:
        span = directive.span
        before = file.lines[span.start_line - 1][: span.start_column - 1].rstrip(" \t")
        whole = Edit(
            file.shown,
            Span(span.start_line, len(before) + 1, span.start_line, file.line_length(span.start_line) + 1),
            "",
        )
    return Fix(DELETE, (whole,), safe=True)


def renaming(file: SourceFile, directive: Directive, code: str, meant: str) -> Fix | None:
    """Return the fix that gives a comment the rule that was meant."""
    word = next((word for word in _words(file, directive) if file.slice(word) == code), None)
    return None if word is None else Fix(RENAME(code=meant), (Edit(file.shown, word, meant),))


def _words(file: SourceFile, directive: Directive) -> list[Span]:
    """Return where the codes of a comment stand."""
    span = directive.span
    line = file.lines[span.start_line - 1]
    opened = line.index("[", span.start_column - 1) + 1
    codes = _CODE.finditer(line, opened, line.index("]", opened))
    return [Span(span.start_line, one.start() + 1, span.start_line, one.end() + 1) for one in codes]


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


def _line_below(lines: list[str], line: int) -> int:
    """Return the next line of content; a line past the end when there is none."""
    below = line + 1
    while below <= len(lines) and (not lines[below - 1].strip() or lines[below - 1].lstrip()[0] == "#"):
        below += 1
    return below


def _last_lines(file: SourceFile, wanted: Container[int]) -> dict[int, int]:
    """Return, for those of the lines that begin a key or a list entry, the last line of that entry."""
    found: dict[int, int] = {}
    todo: list[Node] = [file.root] if file.root is not None else []
    while todo:
        node = todo.pop()
        below: Iterable[tuple[int, Node]] = ()
        if isinstance(node, Mapping):
            below = ((node.keys[key].start, value) for key, value in node.entries.items())
        elif isinstance(node, Sequence):
            below = ((item.start, item) for item in node.items)
        for start, part in below:
            if start < node.start or part.start < start:  # an alias or a merge: it stands elsewhere
                continue
            line = file.line_at(start)
            if line in wanted and line not in found:  # the outermost entry comes first
                found[line] = part.span.end_line
            if not isinstance(part, Scalar):
                todo.append(part)
    return found
