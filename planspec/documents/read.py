"""A document file to blocks: the reader is chosen by the content, and by the name where content does not tell."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from planspec.documents.blocks import Document
from planspec.documents.text import read_text
from planspec.source.encoding import decode
from planspec.source.errors import PlanspecError
from planspec.source.file import read_bytes
from planspec.source.message import Message, Template

SUFFIXES: Final = (".txt",)

EMPTY = Template(
    zh="{path}：文件是空的，没有可读的文字", en="{path}: the file is empty; there is no text to read"
)
UNKNOWN = Template(
    zh="{path}：不认识的文件格式；可读 {known}", en="{path}: unknown format; {known} can be read"
)
NOT_TEXT = Template(
    zh="{path}：不是文本文件（含有二进制内容）；请检查是不是选错了文件",
    en="{path}: not a text file (it has binary content); check that it is the right file",
)
UNKNOWN_HINT = Message(
    zh="旧版 .doc、.wps 请先用 WPS 或 Word 另存为 .docx", en="Save an old .doc or .wps as .docx first"
)


def read_document(path: Path) -> Document:
    """Return the document; raises PlanspecError where it cannot be read, with what to do about it."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise PlanspecError(UNKNOWN(path=path.as_posix(), known="、".join(SUFFIXES)), UNKNOWN_HINT)
    data = read_bytes(path)
    if not data.strip():
        raise PlanspecError(EMPTY(path=path.as_posix()))
    text, _ = decode(data)
    if not text.strip():
        raise PlanspecError(NOT_TEXT(path=path.as_posix()))
    return read_text(text, path.name)
