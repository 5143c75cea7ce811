from pathlib import Path

import pytest

from planspec.registry import RegistryError
from planspec.registry.tables import parse, read


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("units: {a: {name: 甲}, a: {name: 乙}}", "line 1"),
        ("units:\n  a: &x {name: 甲}\n  b: *x\n", "line 3"),
        ("units:\n  ? [a]\n  : 甲\n", "line 2"),
        ("units: {a: [", "line 2"),
        ("units: " + "[" * 50 + "]" * 50, "line 1"),
        ("- 甲", ""),
        ("甲", ""),
    ],
)
def test_what_no_table_may_hold_is_told_with_its_line(text: str, key: str) -> None:
    with pytest.raises(RegistryError) as caught:
        parse(text, "mine.yaml")
    assert (caught.value.file, caught.value.key) == ("mine.yaml", key)


def test_an_empty_table_is_no_fault() -> None:
    assert parse("", "mine.yaml") == {}
    assert parse("# nothing yet\n", "mine.yaml") == {}


def test_values_stay_text() -> None:
    assert parse("a: {b: 001, c: [no, 1.0]}", "mine.yaml") == {"a": {"b": "001", "c": ["no", "1.0"]}}


def test_unreadable_files_are_told(tmp_path: Path) -> None:
    gbk = tmp_path / "gbk.yaml"
    gbk.write_bytes("units: {a: {name: 甲局}}".encode("gbk"))
    for file in (tmp_path / "none.yaml", gbk, tmp_path):
        with pytest.raises(RegistryError) as caught:
            read(file)
        assert caught.value.file == str(file)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "bom.yaml"
    file.write_text("units: {}", encoding="utf-8-sig")
    assert read(file) == (str(file), {"units": {}})
