"""Files that are not what they seem: a clear word, little time and memory, nothing written."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from planspec.cli import run
from planspec.documents.limits import MAX_BYTES, MAX_CELLS, MAX_LINES, MAX_PART
from planspec.documents.read import read_document
from planspec.source.errors import PlanspecError

from .words import W, Word, rewritten

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(path: Path) -> PlanspecError:
    """Return the error with which a file is refused, soon."""
    start = time.process_time()
    with pytest.raises(PlanspecError) as caught:
        read_document(path)
    assert time.process_time() - start < 5
    assert path.name in caught.value.message.zh
    assert caught.value.message.en
    return caught.value


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def package(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


def document(body: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>'.encode()


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.docx", "x.doc", "x"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_an_empty_file(tmp_path: Path, name: str, data: bytes):
    assert "空" in refused(written(tmp_path, name, data)).message.zh


def test_a_document_with_no_words(tmp_path: Path):
    error = refused(written(tmp_path, "x.docx", Word().bytes()))
    assert error.hint is not None
    assert "扫描件" in error.hint.zh


def test_a_zip_bomb(tmp_path: Path):
    bomb = package(word__document_xml=b" " * (MAX_PART + 1))
    assert len(bomb) < 100_000
    assert "document.xml" in refused(written(tmp_path, "x.docx", bomb)).message.zh


def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path):
    bomb = bytearray(package(word__document_xml=b" " * (MAX_PART + 1)))
    size = (MAX_PART + 1).to_bytes(4, "little")
    for _ in range(2):
        at = bomb.index(size)
        bomb[at : at + 4] = (1000).to_bytes(4, "little")
    refused(written(tmp_path, "x.docx", bytes(bomb)))


def test_an_archive_of_very_many_files(tmp_path: Path):
    crowd = package(word__document_xml=document(""), **{f"a{n}": b"" for n in range(5_001)})
    assert "5000" in refused(written(tmp_path, "x.docx", crowd)).message.zh


LAUGHS = "<!DOCTYPE d [<!ENTITY a '哈哈哈哈'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1 if n else str()};' * 10}'>" for n in range(10)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities(tmp_path: Path, declared: str, encoding: str):
    body = document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", declared).decode()
    bomb = package(word__document_xml=body.encode(encoding))
    assert "DOCTYPE" in refused(written(tmp_path, "x.docx", bomb)).message.zh


def test_entities_in_another_part(tmp_path: Path):
    word = Word()
    word.paragraph("正文")
    styles = f'<!DOCTYPE d [<!ENTITY a "x">]><w:styles {W}/>'.encode()
    data = rewritten(word.bytes(), lambda name, content: styles if name == "word/styles.xml" else content)
    assert "styles.xml" in refused(written(tmp_path, "x.docx", data)).message.zh


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04 no archive at all", "完好"),
        ("这是一段文字".encode(), "完好"),
        (package(word__document_xml=b"<w:document"), "XML"),
        (package(word__document_xml=b"<a>" * 5000), "XML"),
        (package(xl__workbook_xml=b"<a/>"), "Excel"),
        (package(ppt__presentation_xml=b"<a/>"), "PowerPoint"),
        (package(OFD_xml=b"<a/>"), "OFD"),
        (package(a=b"a"), "压缩包"),
    ],
)
def test_a_docx_that_is_none(tmp_path: Path, data: bytes, word: str):
    error = refused(written(tmp_path, "x.docx", data))
    assert word in error.message.zh
    assert error.hint is not None


def test_a_docx_cut_short(tmp_path: Path):
    word = Word()
    word.paragraph("正文" * 1000)
    data = word.bytes()
    for part in (1, 2, 3):
        refused(written(tmp_path, f"{part}.docx", data[: len(data) * part // 4]))


def test_a_docx_with_a_damaged_part(tmp_path: Path):
    word = Word()
    word.paragraph(os.urandom(2000).hex())
    data = bytearray(word.bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo("word/document.xml").header_offset
    data[at + 200 : at + 240] = b"\xff" * 40
    refused(written(tmp_path, "x.docx", bytes(data)))


def test_a_locked_docx(tmp_path: Path):
    locked = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    error = refused(written(tmp_path, "x.docx", locked))
    assert "密码" in error.message.zh
    assert error.hint is not None
    assert "密码" in error.hint.zh


@pytest.mark.parametrize("name", ["x.doc", "x.wps", "x.docx", "x.txt", "x"])
def test_an_old_word_file(tmp_path: Path, name: str):
    error = refused(written(tmp_path, name, OLE + b"\0" * 2000))
    assert "旧版" in error.message.zh
    assert error.hint is not None
    assert ".docx" in error.hint.zh


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("x.pdf", b"%PDF-1.7 ...", "PDF"),
        ("x.rtf", b"{\\rtf1 abc}", "RTF"),
        ("x.png", b"\x89PNG\r\n\x1a\n", "图片"),
        ("x.txt", b"\x1f\x8b\x08abcdef", "gzip"),
        ("x.mht", b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n", "mht"),
        ("x.xyz", b"abc", ".xyz"),
    ],
)
def test_other_formats_are_named(tmp_path: Path, name: str, data: bytes, word: str):
    error = refused(written(tmp_path, name, data))
    assert word in error.message.zh
    assert error.hint is not None


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.docx", "x"])
def test_binary_noise(tmp_path: Path, name: str):
    noise = bytes((n * n * 7919 + n // 3) % 256 for n in range(100_000))
    refused(written(tmp_path, name, noise))


@pytest.mark.parametrize("name", ["x.html", "x.txt"])
def test_a_page_of_50_megabytes_is_refused_unread(tmp_path: Path, name: str):
    path = tmp_path / name
    with path.open("wb") as stream:
        stream.write(b"<html><p>")
        stream.truncate(50 * 1024 * 1024)
    assert "50.0MB" in refused(path).message.zh


def test_a_text_that_is_too_long(tmp_path: Path):
    assert (
        "文字太多"
        in refused(written(tmp_path, "x.txt", b"a line of text\n" * (MAX_BYTES // 15 - 1))).message.zh
    )


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 700_000,
        "<div>" * 300_000 + "x",
        "<p>" + "<b>" * 100_000,
        f"<p>{'文' * 2_000_001}",
        "<table>" + "<tr><td>" * 1000,
    ],
    ids=["elements", "depth", "inline", "text", "cells"],
)
def test_a_page_out_of_all_proportion(tmp_path: Path, page: str):
    refused(written(tmp_path, "x.html", page.encode()))


def test_spans_beyond_measure_cost_nothing(tmp_path: Path):
    row = "<tr>" + "<td colspan=1000000 rowspan=999999>甲</td>" * 200 + "</tr>"
    start = time.perf_counter()
    assert read_document(written(tmp_path, "x.html", f"<table>{row * 50}</table>".encode())).blocks
    spans = (
        "<w:tc><w:tcPr><w:gridSpan w:val='999999999'/><w:vMerge/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
        * 200
    )
    data = package(word__document_xml=document(f"<w:tbl>{f'<w:tr>{spans}</w:tr>' * 20}</w:tbl>"))
    assert read_document(written(tmp_path, "x.docx", data)).blocks
    assert time.perf_counter() - start < 5


def test_tables_within_tables_within_tables(tmp_path: Path):
    nested = "<w:p><w:r><w:t>内</w:t></w:r></w:p>"
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>"
    data = package(word__document_xml=document(nested))
    assert read_document(written(tmp_path, "x.docx", data)).blocks


def test_styles_that_go_in_circles(tmp_path: Path):
    word = Word()
    word.style("甲", "", based_on="乙")
    word.style("乙", "", based_on="甲")
    word.paragraph("正文", style="甲")
    assert len(read_document(written(tmp_path, "x.docx", word.bytes())).blocks) == 1


def test_a_folder_and_a_pipe_are_no_documents(tmp_path: Path):
    folder = tmp_path / "x.docx"
    folder.mkdir()
    refused(folder)
    pipe = tmp_path / "x.txt"
    os.mkfifo(pipe)
    refused(pipe)


def test_nothing_is_written(tmp_path: Path):
    path = written(tmp_path, "x.docx", package(word__document_xml=b" " * (MAX_PART + 1)))
    assert run(["import", str(path), str(tmp_path / "out")]) == 2
    assert [*tmp_path.iterdir()] == [path]


def test_a_page_nested_beyond_what_can_be_read(tmp_path: Path):
    page = "<div>" * 3000 + "<p>一、目标"
    assert "套得太深" in refused(written(tmp_path, "x.html", page.encode())).message.zh


def test_unclosed_elements_are_no_reason_to_refuse(tmp_path: Path):
    page = "<p>" + "<span>" * 1000 + "一、目标"
    assert read_document(written(tmp_path, "x.html", page.encode())).blocks


def test_too_many_paragraphs_or_cells(tmp_path: Path):
    lines = "行\n" * (MAX_LINES + 1)
    assert "太多" in refused(written(tmp_path, "x.txt", lines.encode())).message.zh
    rows = "<tr>" + "<td>1" * 30
    cells = f"<table>{rows * (MAX_CELLS // 30 + 1)}</table>"
    assert "单元格" in refused(written(tmp_path, "x.html", cells.encode())).message.zh
    empty = package(word__document_xml=document("<w:p/>" * (MAX_LINES + 2 * MAX_CELLS + 1)))
    assert "段落" in refused(written(tmp_path, "x.docx", empty)).message.zh


def test_characters_that_strayed_into_a_text_do_no_harm(tmp_path: Path):
    text = "某县方案\n一、任务\n（一）\0修路\ufffe。建成3公里。\x07（县住建局负责）\u2028"
    path = written(tmp_path, "x.txt", text.encode())
    folder = tmp_path / "out"
    assert run(["import", str(path), str(folder), "--jurisdiction", "430522"]) == 0
    assert run(["fmt", "--check", str(folder)]) == 0
    assert "修路" in (folder / "plan.yaml").read_text("utf-8")


def test_one_endless_paragraph_costs_no_more_than_many(tmp_path: Path):
    clauses = "".join(f"新增第{n}类企业{n}家，" for n in range(2000))
    path = written(tmp_path, "x.txt", f"某县方案\n一、任务\n（一）做强产业。{clauses}".encode())
    start = time.process_time()
    assert run(["import", str(path), str(tmp_path / "out"), "--jurisdiction", "430522"]) == 0
    assert time.process_time() - start < 20


def test_the_account_never_replaces_the_document(tmp_path: Path):
    path = written(tmp_path, "x.txt", "某县方案\n一、任务\n（一）修路。".encode())
    before = path.read_bytes()
    arguments = [
        "import",
        str(path),
        str(tmp_path / "out"),
        "--jurisdiction",
        "430522",
        "--report",
        str(path),
    ]
    assert run(arguments) == 2
    assert (path.read_bytes(), [*tmp_path.iterdir()]) == (before, [path])
