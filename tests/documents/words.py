"""Builds Word files for tests: python-docx for the package, raw XML for what it has no words for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")


def level(k: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """One level of a list."""
    return f'<w:lvl w:ilvl="{k}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimalEnclosedCircle", "%4")
)
"""The numbers of an official document, one list of four levels."""


class Word:
    """A Word file in the making."""

    def __init__(self) -> None:
        self.file: Any = Document()

    def abstract(self, number: int, levels: str, more: str = "") -> None:
        """Add an abstract list; they must stand before all instances."""
        element = parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{more}{levels}</w:abstractNum>')
        self.file.part.numbering_part.element.insert(0, element)

    def list(self, number: int, abstract: int, more: str = "") -> None:
        """Add an instance of an abstract list."""
        element = parse_xml(
            f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'
        )
        self.file.part.numbering_part.element.append(element)

    def style(self, name: str, properties: str, based_on: str = "Normal") -> None:
        """Add a paragraph style."""
        self.file.styles.element.append(
            parse_xml(
                f'<w:style {W} w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>'
                f"<w:pPr>{properties}</w:pPr></w:style>"
            )
        )

    def paragraph(self, text: str = "", properties: str = "", style: str = "", runs: str = "") -> None:
        """Add a paragraph; `runs` is raw XML after its text."""
        added = self.file.add_paragraph()
        own = f'<w:pStyle w:val="{style}"/>' if style else ""
        if own or properties:
            added._p.insert(0, parse_xml(f"<w:pPr {W}>{own}{properties}</w:pPr>"))
        if text:
            added.add_run(text)
        for run in parse_xml(f"<w:p {nsdecls('w', 'wp', 'a')} {MORE}>{runs}</w:p>") if runs else ():
            added._p.append(run)

    def numbered(self, text: str, number: int, at: int = 0, style: str = "") -> None:
        """Add a paragraph of a list."""
        self.paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>', style)

    def table(self, *rows: list[str]) -> Any:
        """Add a table and return it."""
        made = self.file.add_table(len(rows), len(rows[0]))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                made.cell(r, c).text = text
        return made

    def raw(self, xml: str) -> None:
        """Add raw XML at the end of the body."""
        body = self.file.element.body
        body.insert(len(body) - 1, parse_xml(xml.replace(">", f" {W} {MORE}>", 1)))

    def bytes(self) -> bytes:
        """Return the file."""
        stream = io.BytesIO()
        self.file.save(stream)
        return stream.getvalue()


MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def rewritten(
    data: bytes, change: Callable[[str, bytes], bytes | None], more: Mapping[str, bytes] | None = None
) -> bytes:
    """Return a package with its parts changed (None leaves one out) and more parts added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = change(info.filename, old.read(info))
            if content is not None:
                new.writestr(info.filename, content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return stream.getvalue()
