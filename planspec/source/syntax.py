"""libyaml's complaints in plain words, at the place where the slip was made.

libyaml reports where it lost the thread, which is often a line or more after the cause: the
full-width colon above, the quote that was opened and never closed. `explain` looks back for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
import yaml

from planspec.source.file import Fault
from planspec.source.message import Message, Template
from planspec.source.span import Span

FULL_WIDTH_COLON = Template(
    zh="键“{key}”后面用了全角冒号“：”，YAML 不认；请改为半角冒号加一个空格“: ”",
    en="Key “{key}” is followed by a full-width colon “：”, which YAML does not know; "
    "write a half-width colon and a space “: ”",
)
NO_SPACE = Template(
    zh="键“{key}”的冒号后面缺一个空格；请写成“{key}: ”",
    en="The colon after key “{key}” lacks a space; write “{key}: ”",
)
SECOND_COLON = Template(
    zh="一行里出现了第二个“: ”，无法判断哪一个分隔键和值；若冒号是文字的一部分，请给整个值加引号",
    en="A second “: ” on one line: it is unclear which one ends the key; "
    "quote the whole value if the colon belongs to the text",
)
INDENT = Template(
    zh="缩进与上文不一致：同一层的键和“- ”必须对齐；请检查本行和上一行的行首空格",
    en="The indentation does not match: keys and “- ” of one level must line up; "
    "check the spaces at the start of this line and the one above",
)
TAB = Template(
    zh="行首缩进用了制表符（Tab），YAML 只认空格；请改为空格",
    en="A tab is used for indentation; YAML knows spaces only",
)
RESERVED = Template(
    zh="值不能以“{char}”开头；请给整个值加引号",
    en="A value cannot start with “{char}”; quote the whole value",
)
UNCLOSED_QUOTE = Template(
    zh="这里的引号 {char} 没有配对的结束引号；请补上，中文引号“”不能代替",
    en="The quote {char} opened here is never closed; add the closing one (“” do not count)",
)
UNCLOSED_BRACKET = Template(
    zh="这里的括号“{char}”没有配对，或各项之间缺逗号（须用半角“,”）",
    en="The bracket “{char}” is not closed, or a comma between items is missing (half-width “,”)",
)
COMMA = Template(
    zh="括号里各项之间要用半角逗号“,”隔开，这里接不上；请检查本行和上一行",
    en="Items within brackets are separated by half-width commas “,”; check this line and the one above",
)
STRAY_BRACKET = Template(
    zh="多了一个“{char}”：前面没有与它配对的括号；若是文字，请给整个值加引号",
    en="A stray “{char}” that no bracket opens; quote the whole value if it is text",
)
AFTER_QUOTE = Template(
    zh="引号或括号已经结束，后面还有文字；请把整个值放进同一对引号，或去掉引号",
    en="Text follows a closed quote or bracket; put the whole value into one pair of quotes, or drop them",
)
AFTER_END = Template(
    zh="上面的内容已经结束，这里的文字接不上；整个文件应当是一组“键: 值”",
    en="The content above is complete and this does not belong to it; "
    "the whole file must be one set of “key: value”",
)
ESCAPE = Template(
    zh="双引号里的“\\”有特殊用法，后面的字符 YAML 不认；请改用单引号，或写成“\\\\”",
    en="Unknown escape after “\\” within double quotes; use single quotes, or write “\\\\”",
)
NO_COLON = Template(
    zh="这一行像是一个键，却没有冒号；请写成“键: 值”，或接在上一行的值里并对齐",
    en="This line looks like a key without a colon; write “key: value”, or indent it under the value above",
)
SEQUENCE_HERE = Template(
    zh="“- ”不能写在键的同一行；请换行，缩进后再写",
    en="“- ” cannot stand on the key's own line; start a new, indented line",
)
BLOCK_HEADER = Template(
    zh="“{char}”后面应当换行再写文字；若“{char}”是文字的一部分，请加引号",
    en="After “{char}” the text starts on a new line; quote the value if “{char}” belongs to it",
)
FULL_WIDTH_SPACE = Template(
    zh="键“{key}”的冒号后面是全角空格，YAML 不认；请改为半角空格",
    en="A full-width space follows the colon after key “{key}”; YAML knows half-width spaces only",
)
DIRECTIVE = Template(
    zh="行首的“%”在 YAML 中有特殊用法，planspec 不用；请删去这一行，若是文字请加引号",
    en="A “%” at the start of a line is a YAML directive, which planspec does not use; delete the line, "
    "or quote it if it is text",
)
KEY_TOO_LONG = Template(
    zh="键太长（超过1024个字符），YAML 读不了；请把文字写成值",
    en="The key is too long for YAML (more than 1024 characters); write the text as a value",
)
OTHER = Template(zh="YAML 语法错误：{problem}", en="YAML syntax error: {problem}")

_FULL_WIDTH_KEY = re.compile(r"(\s*(?:- +)*)([^\s:：'\"#\[{，。、][^:：'\"#，。；]{0,30}?)\s*(：)")
_TIGHT_KEY = re.compile(r"(\s*(?:- +)*)([^\W\d][\w（）()·-]{0,40})(:)(?=[^\s:/])")
_WIDE_SPACE = re.compile(r"(\s*(?:- +)*)([^\s:：'\"#\[{][^:'\"#]{0,40}?):(\u3000)")
_KEY = re.compile(r"\s*(?:- +)*[^\s#'\"\[{-][^#'\"]*?:(?:\s|$)|\s*- ")
_COLON = re.compile(r":(?:\s|$)")
_BLOCK_HEADER = re.compile(r"(?:^|[\s:-])[|>][-+0-9]*\s*(?:#.*)?$")
_LOOK_BACK = 200
_LONGEST_KEY = 1024


class Slip(msgspec.Struct, frozen=True):
    """A syntax error: what to tell, and what is known about mending it."""

    fault: Fault
    mend: str = ""
    """What belongs in place of the one character at the fault; "" when that is not plain."""
    indent: bool = False
    """The line is indented wrongly, and so are the deeper lines below it."""


def explain(error: yaml.YAMLError, lines: Sequence[str]) -> Slip:
    """Return the slip at its true place; the line it starts on is the one that is broken."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    if mark is None:
        return _slip(1, 1, OTHER(problem=problem))
    context = getattr(error, "context", None) or ""
    context_mark = getattr(error, "context_mark", None)
    line, column = _clamp(mark, lines)
    back = _clamp(context_mark, lines) if context_mark is not None else (line, column)
    return (
        _runaway_quote(problem, line, column, lines)
        or _in_token(problem, context, line, column, back, lines)
        or _in_brackets(problem, context, line, column, back, lines)
        or _in_layout(problem, line, column, back, lines)
        or _slip(line, column, OTHER(problem=problem))
    )


def _runaway_quote(problem: str, line: int, column: int, lines: Sequence[str]) -> Slip | None:
    """Explain a quote that was never closed, so that the next one of its kind, lines below, ended the value.

    Whole entries within a quoted value tell it from a value that is meant to have several lines.
    """
    end = lines[line - 1][: column - 1].rstrip()
    if "expected" not in problem or end[-1:] not in ("'", '"'):
        return None
    char, at = end[-1], end.find(end[-1])
    if at != len(end) - 1:  # the value began on this line
        return None
    entries = bool(_KEY.match(end[:at]))
    for number in range(line - 1, max(0, line - _LOOK_BACK), -1):
        text = lines[number - 1]
        opened = text.rfind(char)
        if opened >= 0:
            return _slip(number, opened + 1, UNCLOSED_QUOTE(char=char)) if entries else None
        entries = entries or _KEY.match(text) is not None
    return None


def _in_token(
    problem: str, context: str, line: int, column: int, back: tuple[int, int], lines: Sequence[str]
) -> Slip | None:
    """Explain a slip within one value: a quote, an escape, a character that means something."""
    if "quoted" in context and ("end of stream" in problem or "document indicator" in problem):
        return _slip(*back, UNCLOSED_QUOTE(char=_char(lines, *back)))
    if "cannot start any token" in problem:
        char = _char(lines, line, column)
        return _slip(line, column, TAB() if char == "\t" else RESERVED(char=char))
    if "tab character" in problem:
        return _slip(line, column, TAB())
    if "escape" in problem or "hexdecimal" in problem:
        return _slip(line, column, ESCAPE())
    if context == "while scanning a block scalar":
        return _slip(*back, BLOCK_HEADER(char=_char(lines, *back)))
    if "directive" in problem or "directive" in context or "incompatible YAML" in problem:
        return _slip(line, 1, DIRECTIVE())
    if context in ("while scanning an alias", "while scanning an anchor") or "a tag" in context:
        return _slip(*back, RESERVED(char=_char(lines, *back)))
    return None


def _in_brackets(
    problem: str, context: str, line: int, column: int, back: tuple[int, int], lines: Sequence[str]
) -> Slip | None:
    """Explain a slip within or around [ ] and { }."""
    if "expected ',' or" in problem:
        far = line - back[0] > 1 and _indent(lines[line - 1]) > _indent(lines[back[0] - 1])
        if far and lines[line - 1][column - 1 :].strip():
            return _slip(line, column, COMMA())
        return _slip(*back, UNCLOSED_BRACKET(char=_char(lines, *back)))
    if "expected node content" in problem:
        char = _char(lines, line, column)
        if char and char in "]},":
            return _slip(line, column, STRAY_BRACKET(char=char))
        opened = _open_bracket(lines, line, column)
        if "flow" in context and opened is not None:
            return _slip(*opened, UNCLOSED_BRACKET(char=_char(lines, *opened)))
    return None


def _in_layout(
    problem: str, line: int, column: int, back: tuple[int, int], lines: Sequence[str]
) -> Slip | None:
    """Explain a slip in the arrangement of keys, dashes and indentation."""
    before = lines[line - 1][: column - 1]
    above = _content_above(lines, line)
    if "could not find expected ':'" in problem:
        slip = _key_slip(lines, back[0]) or _key_slip(lines, line)
        return slip or _slip(*back, NO_COLON())
    if "mapping values are not allowed" in problem:
        slip = _key_slip(lines, line) or _key_slip_above(lines, line)
        if slip is not None:
            return slip
        if re.search(r":\s", before):
            return _slip(line, column, SECOND_COLON())
        if column > _LONGEST_KEY:
            return _slip(line, 1, KEY_TOO_LONG())
        if above and _indent(lines[above - 1]) == _indent(lines[line - 1]):
            upper = lines[above - 1]
            if not _KEY.match(upper):
                return _slip(above, _indent(upper) + 1, NO_COLON())
        return _slip(line, column, INDENT(), indent=True)
    if "block sequence entries" in problem:
        return _slip(line, column, SEQUENCE_HERE())
    if "did not find expected" in problem:
        char = _char(lines, line, column)
        if char and char in "]}":
            return _slip(line, column, STRAY_BRACKET(char=char))
        if before.rstrip().endswith(("'", '"', "]", "}")) and before.strip() not in ("]", "}"):
            return _slip(line, column, AFTER_QUOTE())
        slip = _key_slip(lines, line) or (_key_slip(lines, above) if above else None)
        if slip is not None:
            return slip
        if char in ("&", "*", "!"):
            return _slip(line, column, RESERVED(char=char))
        if "document start" in problem:
            return _slip(line, column, AFTER_END())
        return _slip(line, column, INDENT(), indent=True)
    return None


def _key_slip(lines: Sequence[str], number: int) -> Slip | None:
    """Find a full-width colon or space, or a missing space, after the key on a line."""
    text = lines[number - 1]
    for pattern, template in (
        (_FULL_WIDTH_KEY, FULL_WIDTH_COLON),
        (_WIDE_SPACE, FULL_WIDTH_SPACE),
        (_TIGHT_KEY, NO_SPACE),
    ):
        match = pattern.match(text)
        if match is not None and not _in_block_scalar(lines, number):
            at = match.start(3)  # the one character to be replaced, where the fault points
            space = "" if text[at + 1 : at + 2] in ("", " ") else " "
            mend = " " if template is FULL_WIDTH_SPACE else ":" + space
            return _slip(number, at + 1, template(key=match[2]), mend=mend)
    return None


def _key_slip_above(lines: Sequence[str], line: int) -> Slip | None:
    """Find such a slip in the text that, for lack of a colon, runs on to the line."""
    above = _content_above(lines, line)
    while above:
        slip = _key_slip(lines, above)
        if slip is not None or _COLON.search(lines[above - 1]):
            return slip
        above = _content_above(lines, above)
    return None


def _in_block_scalar(lines: Sequence[str], number: int) -> bool:
    """Say whether a line belongs to the text under a “|” or “>”."""
    indent = _indent(lines[number - 1])
    for above in range(number - 1, max(0, number - _LOOK_BACK), -1):
        text = lines[above - 1]
        if text.strip() and _indent(text) < indent:
            return bool(_BLOCK_HEADER.search(text))
    return False


def _open_bracket(lines: Sequence[str], line: int, column: int) -> tuple[int, int] | None:
    """Return the last bracket before a place that nothing closes; quotes are not looked into."""
    closed = 0
    for number in range(line, max(0, line - _LOOK_BACK), -1):
        text = lines[number - 1]
        start = min(column - 1, len(text)) if number == line else len(text)
        for at in range(start - 1, -1, -1):
            if text[at] in "]}":
                closed += 1
            elif text[at] in "[{":
                if not closed:
                    return number, at + 1
                closed -= 1
    return None


def _content_above(lines: Sequence[str], line: int) -> int:
    """Return the next line above that is neither blank nor a comment; 0 when there is none."""
    for number in range(line - 1, max(0, line - _LOOK_BACK), -1):
        text = lines[number - 1].strip(" ")
        if text and not text.startswith("#"):
            return number
    return 0


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _clamp(mark: yaml.Mark, lines: Sequence[str]) -> tuple[int, int]:
    """Return the mark from 1; an error at the end of the text points at the last written line."""
    line = min(mark.line, len(lines) - 1)
    column = mark.column if line == mark.line else len(lines[line])
    while line > 0 and not lines[line].strip(" "):
        line -= 1
        column = len(lines[line])
    return line + 1, column + 1


def _char(lines: Sequence[str], line: int, column: int) -> str:
    return lines[line - 1][column - 1 : column]


def _slip(line: int, column: int, message: Message, *, mend: str = "", indent: bool = False) -> Slip:
    return Slip(Fault("FMT001", Span(line, column, line, column + 1), message), mend, indent)
