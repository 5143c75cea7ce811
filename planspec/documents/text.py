"""Plain text, as saved from a web page, to blocks."""

from __future__ import annotations

import re
from typing import Final

from planspec.documents.blocks import Block, Document, Paragraph, Spot
from planspec.documents.broken import rejoin
from planspec.documents.furniture import sift
from planspec.documents.texttables import find_tables

_SPLIT_SPACE: Final = re.compile(r"&n(?:b?(\s+)b?)sp;")
"""What a page left of a space: &n and sp; in two lines."""


def read_text(text: str, name: str) -> Document:
    """Return a text's lines as paragraphs and tables; empty lines are left out, the spot is the line's number."""
    text = _SPLIT_SPACE.sub(r"\1", text.replace("&nbsp;", " "))
    lines = [
        (number, stripped)
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
        if (stripped := line.replace("\u3000", "  ").replace("\xa0", " ").replace("\ufeff", "").strip())
    ]
    blocks: list[Block] = []
    at = 0
    for found in find_tables(lines):
        blocks.extend(Paragraph(words, Spot(number)) for number, words in lines[at : found.start])
        blocks.append(found.table)
        at = found.end
    blocks.extend(Paragraph(words, Spot(number)) for number, words in lines[at:])
    kept, furniture = sift(blocks)
    return Document(name, "text", tuple(rejoin(kept)), tuple(furniture))
