"""How much a document may have: more is refused with a clear word, so that hostile files cost little time and memory."""

from __future__ import annotations

from typing import Final

from planspec.documents.blocks import Document, Paragraph
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

MAX_BYTES: Final = 16 * 1024 * 1024
"""Of a text or a page."""
MAX_PACKAGE: Final = 64 * 1024 * 1024
"""Of a Word file, pictures included."""
MAX_PART: Final = 32 * 1024 * 1024
"""Of one part of a Word file, unpacked."""
MAX_ENTRIES: Final = 5_000
"""Files within a Word file."""
MAX_CHARACTERS: Final = 400_000
"""Of a document's text; a plan of fifty pages has 50,000."""
MAX_LINES: Final = 30_000
"""Paragraphs, or lines of a text; empty ones aside."""
MAX_CELLS: Final = 60_000
"""Of all tables of a document; merged ones count once."""
MAX_ELEMENTS: Final = 600_000
"""Of a page."""

TOO_LARGE = Template(
    zh="{path}：文件有{size:.1f}MB，超过上限{limit}MB，没有读取",
    en="{path}: the file has {size:.1f} MB, more than the limit of {limit} MB; it was not read",
)
TOO_LARGE_HINT = Message(
    zh="一份方案通常不到1MB；请确认是不是选错了文件，或删去图片后另存",
    en="A plan usually has less than 1 MB; check that it is the right file, or save it without its pictures",
)
TOO_LONG = Template(
    zh="{path}：文字太多（超过{limit}字），不像是一份方案",
    en="{path}: too much text (more than {limit} characters) for a plan",
)
TOO_COMPLEX = Template(
    zh="{path}：网页的元素太多（超过{limit}个），没有读取",
    en="{path}: the page has too many elements (more than {limit}); it was not read",
)
TOO_MANY = Template(
    zh="{path}：{what}太多（超过{limit}个），不像是一份方案",
    en="{path}: too many {what} (more than {limit}) for a plan",
)
PARAGRAPHS: Final = Message(zh="段落", en="paragraphs")
CELLS: Final = Message(zh="表格单元格", en="table cells")
TOO_DEEP = Template(
    zh="{path}：网页的元素套得太深，无法读取全文",
    en="{path}: the page's elements are nested too deeply; its text cannot be read whole",
)
TOO_DEEP_HINT = Message(
    zh="请在浏览器里打开，把方案的文字复制到 .txt 或 .docx",
    en="Open it in a browser and copy the plan's text into a .txt or .docx file",
)
TOO_LONG_HINT = Message(
    zh="请确认是不是选错了文件，或只保留方案正文后另存",
    en="Check that it is the right file, or save the plan's own text alone",
)


def too_large(path: str, size: int, limit: int) -> PlanspecError:
    """Return the error of a file with too many bytes."""
    megabyte = 1024 * 1024
    return PlanspecError(TOO_LARGE(path=path, size=size / megabyte, limit=limit // megabyte), TOO_LARGE_HINT)


def too_long(path: str) -> PlanspecError:
    """Return the error of a document with too much text."""
    return PlanspecError(TOO_LONG(path=path, limit=MAX_CHARACTERS), TOO_LONG_HINT)


def too_complex(path: str) -> PlanspecError:
    """Return the error of a page with too many elements."""
    return PlanspecError(TOO_COMPLEX(path=path, limit=MAX_ELEMENTS), TOO_LONG_HINT)


def too_many(path: str, what: Message, limit: int) -> PlanspecError:
    """Return the error of a document with too many paragraphs or cells."""
    return PlanspecError(TOO_MANY(path=path, what=what, limit=limit), TOO_LONG_HINT)


def too_deep(path: str) -> PlanspecError:
    """Return the error of a page whose text lies deeper than the parser goes."""
    return PlanspecError(TOO_DEEP(path=path), TOO_DEEP_HINT)


def check_size(document: Document, path: str) -> None:
    """Raise PlanspecError where a document that was read has more than a plan can have."""
    characters = cells = lines = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines += 1
            characters += len(block.text)
            continue
        for row in block.rows:
            own = [len(cell.text) for cell in row if not cell.merged]
            cells += len(own)
            characters += sum(own)
    if lines > MAX_LINES:
        raise too_many(path, PARAGRAPHS, MAX_LINES)
    if cells > MAX_CELLS:
        raise too_many(path, CELLS, MAX_CELLS)
    if characters > MAX_CHARACTERS:
        raise too_long(path)
