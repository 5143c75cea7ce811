"""libyaml's complaints in plain words, at the line where the slip was made.

libyaml reports where it lost the thread, which is often a line or more after the cause: the
full-width colon above, the quote that was opened and never closed. `explain` looks back for it.
"""

from __future__ import annotations

import re

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
AFTER_QUOTE = Template(
    zh="引号已经结束，后面还有文字；请把整个值放进同一对引号，或去掉引号",
    en="Text follows a closed quote; put the whole value into one pair of quotes, or drop the quotes",
)
ESCAPE = Template(
    zh="双引号内的“\\”后面不是合法的转义字符；请改用单引号，或写成“\\\\”",
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
OTHER = Template(zh="YAML 语法错误：{problem}", en="YAML syntax error: {problem}")

_FULL_WIDTH_KEY = re.compile(r"^(\s*(?:- +)*)([^\s:：'\"#\[{，。、][^:：'\"#，。；]{0,30}?)\s*：")
_TIGHT_KEY = re.compile(r"^(\s*(?:- +)*)([A-Za-z_][\w-]{0,40}):(?=[^\s:/])")


def explain(error: yaml.YAMLError, text: str) -> Fault:
    """Return the fault at its true line; the line it starts on is the one that is broken."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # a reader error carries no mark; the text has been cleaned, so this is rare
        return Fault("FMT001", Span(1, 1, 1, 2), OTHER(problem=str(error)))
    problem = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None) or ""
    context_mark = getattr(error, "context_mark", None)
    line, column = _clamp(mark, lines)
    back = (context_mark.line + 1, context_mark.column + 1) if context_mark is not None else (line, column)

    if "end of stream" in problem and "quoted" in context:
        return _at(*back, UNCLOSED_QUOTE(char=_char(lines, *back)), lines)
    if "expected ',' or" in problem:
        if line - back[0] <= 1 or line > len(lines):
            return _at(*back, UNCLOSED_BRACKET(char=_char(lines, *back)), lines)
        return _at(line, column, UNCLOSED_BRACKET(char=_char(lines, *back)), lines)
    if "cannot start any token" in problem:
        char = _char(lines, line, column)
        message = TAB() if char == "\t" else RESERVED(char=char)
        return _at(line, column, message, lines)
    if "tab character" in problem:
        return _at(line, column, TAB(), lines)
    if "escape" in problem:
        return _at(line, column, ESCAPE(), lines)
    if "comment or line break" in problem and "block scalar" in context:
        return _at(*back, BLOCK_HEADER(char=_char(lines, *back)), lines)
    slip = _key_slip(lines, line)
    if slip is not None:
        return slip
    if "mapping values are not allowed" in problem:
        before = lines[line - 1][: column - 1] if line <= len(lines) else ""
        return _at(line, column, SECOND_COLON() if ": " in before else INDENT(), lines)
    if "block sequence entries" in problem:
        return _at(line, column, SEQUENCE_HERE(), lines)
    if "could not find expected ':'" in problem:
        return _at(*back, NO_COLON(), lines)
    if "did not find expected key" in problem or "expected '-' indicator" in problem:
        before = lines[line - 1][: column - 1].rstrip() if line <= len(lines) else ""
        after_quote = before.endswith(("'", '"', "]", "}"))
        return _at(line, column, AFTER_QUOTE() if after_quote else INDENT(), lines)
    return _at(line, column, OTHER(problem=problem), lines)


def _key_slip(lines: list[str], line: int) -> Fault | None:
    """Find a full-width colon or a missing space after a key on this line or just above."""
    for number in range(min(line, len(lines)), max(0, line - 4), -1):
        text = lines[number - 1]
        match = _FULL_WIDTH_KEY.match(text)
        if match is not None:
            at = match.end() - 1
            return _at(number, at + 1, FULL_WIDTH_COLON(key=match[2]), lines)
        match = _TIGHT_KEY.match(text)
        if match is not None:
            return _at(number, match.end(), NO_SPACE(key=match[2]), lines)
    return None


def _clamp(mark: yaml.Mark, lines: list[str]) -> tuple[int, int]:
    """Return the mark from 1; an error at the end of the text points at the last written line."""
    line = min(mark.line, len(lines) - 1)
    column = mark.column if line == mark.line else len(lines[line])
    while line > 0 and not lines[line].strip():
        line -= 1
        column = len(lines[line].rstrip("\r"))
    return line + 1, column + 1


def _char(lines: list[str], line: int, column: int) -> str:
    text = lines[line - 1] if line <= len(lines) else ""
    return text[column - 1 : column]


def _at(line: int, column: int, message: Message, lines: list[str]) -> Fault:
    return Fault("FMT001", Span(line, column, line, column + 1), message)
