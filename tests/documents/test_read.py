"""A reader is chosen by what a file holds, not by what it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from planspec.documents.read import read_document

from .words import Word


def word() -> bytes:
    made = Word()
    made.paragraph("一、目标")
    return made.bytes()


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("x.txt", "一、目标\n".encode(), "text"),
        ("x", "一、目标".encode("gbk"), "text"),
        ("x.TXT", "\ufeff一、目标".encode("utf-16"), "text"),
        ("x.html", "<p>一、目标".encode(), "html"),
        ("x.htm", "<p>一、目标".encode("gbk"), "html"),
        ("x.txt", "<!DOCTYPE html><html><body><p>一、目标".encode(), "html"),
        ("x.html", "一、目标".encode(), "html"),
        ("x.docx", word(), "docx"),
        ("x.doc", word(), "docx"),
        ("x.zip", word(), "docx"),
    ],
)
def test_formats(tmp_path: Path, name: str, data: bytes, form: str):
    path = tmp_path / name
    path.write_bytes(data)
    document = read_document(path)
    assert (document.name, document.format) == (name, form)
    (block,) = document.blocks
    assert getattr(block, "text", "") == "一、目标"
