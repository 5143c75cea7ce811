"""How much a document may have: more is refused with a clear word, so that hostile files cost little time and memory."""

from __future__ import annotations

from typing import Final

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
MAX_CHARACTERS: Final = 2_000_000
"""Of a document's text; a plan of fifty pages has 50,000."""
MAX_LINES: Final = 100_000
"""Of a text; empty ones aside."""
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
