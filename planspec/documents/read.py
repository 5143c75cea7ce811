"""A document file to blocks: the reader is chosen by the content, and by the name where content does not tell."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from planspec.documents.blocks import Document
from planspec.documents.limits import (
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_LINES,
    MAX_PACKAGE,
    check_size,
    too_large,
    too_long,
)
from planspec.documents.text import read_text
from planspec.source.encoding import decode
from planspec.source.errors import PlanspecError
from planspec.source.file import UnreadableError, read_bytes, why
from planspec.source.message import Message, Template

SUFFIXES: Final = (".txt", ".html", ".htm", ".docx")
"""Formats that can be read, by their usual endings."""

EMPTY = Template(
    zh="{path}：文件是空的，没有可读的文字", en="{path}: the file is empty; there is no text to read"
)
EMPTY_HINT = Message(
    zh="扫描件、图片没有文字；请用有文字的版本，或先做文字识别",
    en="Scans and pictures have no text; use a version with text, or recognise its characters first",
)
UNKNOWN = Template(
    zh="{path}：不认识的文件格式（{what}）；可读 {known}",
    en="{path}: unknown format ({what}); {known} can be read",
)
NOT_TEXT = Template(
    zh="{path}：不是文本文件（含有二进制内容）；请检查是不是选错了文件",
    en="{path}: not a text file (it has binary content); check that it is the right file",
)
NOT_TEXT_HINT = Message(
    zh="若确是文本，请用记事本或 WPS 打开，另存为 UTF-8 编码的 .txt",
    en="If it is a text, open it in an editor and save it as UTF-8 .txt",
)
LOCKED = Template(
    zh="{path}：文件有密码保护，无法读取", en="{path}: the file is protected by a password and cannot be read"
)
LOCKED_HINT = Message(
    zh="请用 Word 或 WPS 打开，去掉密码后另存为 .docx",
    en="Open it in Word or WPS and save it as .docx without the password",
)
SAVE_HINT = Message(
    zh="请用 WPS 或 Word 打开，另存为 .docx", en="Open it in WPS or Word and save it as .docx"
)
OLD_WORD: Final = Message(zh="旧版 Word 或 WPS 文件", en="an old Word or WPS file")

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OTHERS: Final = (
    (b"%PDF", Message(zh="PDF 文件", en="a PDF file"), Message(
        zh="请用 WPS 或 Word 打开，另存为 .docx，或把文字复制到 .txt", en="Open it in WPS or Word and save it as .docx, or copy its text into a .txt"
    )),
    (b"{\\rtf", Message(zh="RTF 文件", en="an RTF file"), SAVE_HINT),
    (b"Rar!", Message(zh="RAR 压缩包", en="a RAR archive"), Message(zh="请先解压", en="Unpack it first")),
    (b"7z\xbc\xaf", Message(zh="7z 压缩包", en="a 7z archive"), Message(zh="请先解压", en="Unpack it first")),
    (b"\x1f\x8b", Message(zh="gzip 压缩包", en="a gzip archive"), Message(zh="请先解压", en="Unpack it first")),
    (b"\x89PNG", Message(zh="图片", en="a picture"), EMPTY_HINT),
    (b"\xff\xd8\xff", Message(zh="图片", en="a picture"), EMPTY_HINT),
    (b"GIF8", Message(zh="图片", en="a picture"), EMPTY_HINT),
)  # fmt: skip
_ARCHIVED_PAGE: Final = re.compile(
    rb"\A(?:[\w-]+:[^\n]{0,500}\r?\n(?:[ \t][^\n]{0,500}\r?\n)*){1,12}?Content-Type:\s*multipart/related",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|table|p|title)\b", re.IGNORECASE)
_MOST_NULS: Final = 20
"""NUL characters that may have strayed into a text."""
_MOST_ODD: Final = 0.02
"""The share of control characters that a text can have."""


def read_document(path: Path) -> Document:
    """Return the document; raises PlanspecError where it cannot be read, with what to do about it."""
    shown = path.as_posix()
    data = _bytes(path, shown)
    if not data.strip():
        raise PlanspecError(EMPTY(path=shown))
    document = _read(data, path.name, path.suffix.lower(), shown)
    if not document.blocks:
        raise PlanspecError(EMPTY(path=shown), EMPTY_HINT)
    check_size(document, shown)
    return document


def _bytes(path: Path, shown: str) -> bytes:
    """Return the file's bytes; a Word file may have more than a text, as it holds pictures."""
    try:
        size = path.stat().st_size if path.is_file() else 0
        if size <= MAX_BYTES:
            return read_bytes(path, shown)
        with path.open("rb") as stream:
            start = stream.read(4)
            limit = MAX_PACKAGE if start in _ZIP else MAX_BYTES
            if size > limit:
                raise too_large(shown, size, limit)
            return start + stream.read(limit)
    except OSError as error:
        raise UnreadableError(shown, why(error)) from error


def _read(data: bytes, name: str, suffix: str, shown: str) -> Document:
    if data.startswith(_ZIP) or suffix == ".docx":
        if data.startswith(_OLE):
            raise _old(data, shown)
        from planspec.documents.docx import read_docx

        return read_docx(data, name)
    if data.startswith(_OLE):
        raise _old(data, shown)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, what, hint in _OTHERS:
        if start.startswith(magic):
            raise PlanspecError(_unknown(shown, what), hint)
    if suffix in (".mht", ".mhtml") or _ARCHIVED_PAGE.match(data[:8192]):
        what = Message(zh="网页归档 .mht", en="an archived page (.mht)")
        hint = Message(
            zh="请用浏览器另存为“网页，仅 HTML”", en="Save the page from the browser as “HTML only”"
        )
        raise PlanspecError(_unknown(shown, what), hint)
    if suffix in (".html", ".htm", ".xhtml", ".shtml") or (
        start.startswith(b"<") and _PAGE.search(data[:65_536])
    ):
        from planspec.documents.html import read_html
        from planspec.documents.htmlpage import decode_page

        page = decode_page(data)
        if _is_noise(page):
            raise PlanspecError(NOT_TEXT(path=shown), NOT_TEXT_HINT)
        return read_html(page, name)
    if suffix not in ("", ".txt", ".text", ".md", ".csv", ".tsv"):
        raise PlanspecError(_unknown(shown, Message(suffix, suffix)), SAVE_HINT)
    text, _ = decode(data)
    if not text.strip() and data.count(0) <= _MOST_NULS:
        text, _ = decode(data.replace(b"\0", b""))
    if not text.strip() or _is_noise(text):
        raise PlanspecError(NOT_TEXT(path=shown), NOT_TEXT_HINT)
    if len(text) > MAX_CHARACTERS or sum(not line.isspace() for line in text.splitlines()) > MAX_LINES:
        raise too_long(shown)
    return read_text(text, name)


def _old(data: bytes, shown: str) -> PlanspecError:
    """Return the error of a compound file: an encrypted .docx, or an old .doc, .wps, .xls."""
    if _ENCRYPTED in data:
        return PlanspecError(LOCKED(path=shown), LOCKED_HINT)
    return PlanspecError(_unknown(shown, OLD_WORD), SAVE_HINT)


def _unknown(shown: str, what: Message) -> Message:
    return UNKNOWN(path=shown, what=what, known="、".join(SUFFIXES))


def _is_noise(text: str) -> bool:
    """Say whether a decoded text is none: control characters, or characters that could not be decoded."""
    sample = text[:200_000]
    odd = sum(
        (char < " " and char not in "\t\n\r\f\v\x1a") or char == "\ufffd" or "\x7f" <= char <= "\x9f"
        for char in sample
    )
    return odd > max(20, len(sample) * _MOST_ODD) or odd * 2 > len(sample)
