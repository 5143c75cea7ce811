"""Bytes to text: UTF-8 with or without a byte order mark; anything else is named."""

from __future__ import annotations

import contextlib
import re

from msgspec.structs import replace

from planspec.source.diagnostic import Edit, Fix
from planspec.source.file import Fault
from planspec.source.message import Message, Template
from planspec.source.span import Span

_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not allow, or what it takes for a line break and editors do not."""

_CHINESE = "[\u3000-\u9fff\uff00-\uffef]"
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

NOT_UTF8 = Template(
    zh="文件不是 UTF-8 编码，而像是 {encoding}；请另存为 UTF-8（记事本或 WPS：另存为，编码选 UTF-8）",
    en="The file is not UTF-8 but looks like {encoding}; save it as UTF-8 (editor: Save as, encoding UTF-8)",
)
UNKNOWN_ENCODING = Template(
    zh="从这里起有不是 UTF-8 的字节，整份文件也不像 GBK；请用原来的软件打开，另存为 UTF-8",
    en="The bytes from here on are not UTF-8, nor does the file look like GBK; "
    "open it in the program it came from and save it as UTF-8",
)
BINARY = Template(
    zh="文件不是文本（含有 NUL 字节）；planspec 只读 YAML 文本，Word 等文档请先转换",
    en="The file is not text (it has NUL bytes); planspec reads YAML text, convert documents first",
)
CONTROL = Template(
    zh="这里有一个看不见的控制字符 U+{code:04X}，YAML 不允许；请删去",
    en="An invisible control character U+{code:04X} stands here, which YAML does not allow; delete it",
)
MORE_CONTROLS = Template(
    zh="从这里起还有{count}个看不见的控制字符，没有一一列出；请一并删去",
    en="{count} more invisible control characters from here on are not listed one by one; delete them too",
)
DELETE = Message(zh="删去这个字符", en="Delete the character")
_MAX_CONTROLS = 20


def decode(data: bytes) -> tuple[str, list[Fault]]:
    """Return the text and what is wrong with its encoding. Never raises.

    A file in another encoding is still decoded where that can be told, so that its other faults
    are found in the same run; its first fault says what to do.
    """
    faults: list[Fault] = []
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        text, faults = _other_encoding(data, error)
    if "\x00" in text:
        wide = _utf16_without_mark(data)
        if wide is None:
            at = text.index("\x00")
            return "", [_fault(text, at, BINARY())]
        text = wide
        faults = [_fault(text, 0, NOT_UTF8(encoding="UTF-16"))]
    return text, faults


def clean(text: str, shown: str = "<text>") -> tuple[str, list[Fault]]:
    """Return the text without byte order mark, each character that YAML does not allow a blank."""
    text = text.lstrip("\ufeff")
    found = list(_ODD.finditer(text))
    faults = [_fault(text, match.start(), CONTROL(code=ord(match[0]))) for match in found[:_MAX_CONTROLS]]
    if len(found) <= _MAX_CONTROLS:
        faults = [replace(one, fix=Fix(DELETE, (Edit(shown, one.span, ""),), safe=True)) for one in faults]
    else:
        more = MORE_CONTROLS(count=len(found) - _MAX_CONTROLS)
        faults.append(_fault(text, found[_MAX_CONTROLS].start(), more))
    return (_ODD.sub(" ", text) if found else text), faults


def _other_encoding(data: bytes, error: UnicodeDecodeError) -> tuple[str, list[Fault]]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = data.decode(codec, "replace")
            return text, [_fault(text, 0, NOT_UTF8(encoding=codec.upper()))]
    sound = data[: error.start].decode().lstrip("\ufeff")
    text = data.decode("utf-8", "replace")
    message = UNKNOWN_ENCODING()
    # Chinese in UTF-8 before the fault, or a character cut short at the end: a damaged file, not GBK.
    if not re.search(_CHINESE, sound) and error.reason != "unexpected end of data":
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode("gb18030")
            message = NOT_UTF8(encoding="GBK / GB18030")
    return text, [_fault(sound, len(sound), message)]


def _utf16_without_mark(data: bytes) -> str | None:
    """Return the text of UTF-16 bytes that lack the byte order mark; None when they are something else."""
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if ": " in text and "\x00" not in text:
            return text
    return None


def _fault(text: str, at: int, message: Message) -> Fault:
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Fault("FMT001", Span(line, column, line, column + 1), message)
