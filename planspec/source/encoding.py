"""Bytes to text: UTF-8 with or without a byte order mark; anything else is named."""

from __future__ import annotations

import re

from planspec.source.file import Fault
from planspec.source.message import Template
from planspec.source.span import Span

_ODD = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow, or what it takes for a line break and editors do not."""

NOT_UTF8 = Template(
    zh="文件不是 UTF-8 编码,而像是 {encoding};请另存为 UTF-8(记事本或 WPS:另存为,编码选 UTF-8)",
    en="The file is not UTF-8 but looks like {encoding}; save it as UTF-8 (editor: Save as, encoding UTF-8)",
)
BINARY = Template(
    zh="文件不是文本(含有 NUL 字节);planspec 只读 YAML 文本,Word 等文档请先转换",
    en="The file is not text (it has NUL bytes); planspec reads YAML text, convert documents first",
)
CONTROL = Template(
    zh="这里有一个看不见的控制字符 U+{code:04X},YAML 不允许;请删去",
    en="An invisible control character U+{code:04X} stands here, which YAML does not allow; delete it",
)
_MAX_CONTROLS = 20


def decode(data: bytes) -> tuple[str, list[Fault]]:
    """Return the text and what is wrong with its encoding. Never raises.

    A file in another encoding is still decoded where that can be told, so that its other faults
    are found in the same run; its first fault says what to do.
    """
    faults: list[Fault] = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
        faults.append(_encoding_fault(1, 1, "UTF-16"))
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text = _other_encoding(data, error, faults)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        return "", [Fault("FMT001", Span(line, 1, line, 2), BINARY())]
    if _ODD.search(text):
        text = _blank_controls(text, faults)
    return text, faults


def _other_encoding(data: bytes, error: UnicodeDecodeError, faults: list[Fault]) -> str:
    start = data.rfind(b"\n", 0, error.start) + 1
    line = data.count(b"\n", 0, error.start) + 1
    column = len(data[start : error.start].decode("utf-8", "replace")) + 1
    try:
        text = data.decode("gb18030")
        name = "GBK / GB18030"
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        name = "Latin-1/Big5/…(unknown)"
    faults.append(_encoding_fault(line, column, name))
    return text


def _encoding_fault(line: int, column: int, encoding: str) -> Fault:
    return Fault("FMT001", Span(line, column, line, column + 1), NOT_UTF8(encoding=encoding))


def _blank_controls(text: str, faults: list[Fault]) -> str:
    for count, match in enumerate(_ODD.finditer(text)):
        if count == _MAX_CONTROLS:
            break
        at = match.start()
        line = text.count("\n", 0, at) + 1
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        faults.append(Fault("FMT001", Span(line, column, line, column + 1), CONTROL(code=ord(match[0]))))
    return _ODD.sub(" ", text)
