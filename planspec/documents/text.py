"""Plain text, as saved from a web page, to blocks."""

from __future__ import annotations

from planspec.documents.blocks import Block, Document, Paragraph, Spot


def read_text(text: str, name: str) -> Document:
    """Return a text's lines as paragraphs; empty lines are left out, the spot is the line's number."""
    blocks: list[Block] = []
    for line, content in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        stripped = content.replace("\u3000", " ").replace("\xa0", " ").strip()
        if stripped:
            blocks.append(Paragraph(stripped, Spot(line)))
    return Document(name, "text", tuple(blocks))
