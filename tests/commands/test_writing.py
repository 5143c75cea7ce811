from __future__ import annotations

import os
from pathlib import Path

import pytest

from planspec.commands.writing import write_all
from planspec.source.errors import PlanspecError


def test_folders_are_made_and_texts_are_utf8(tmp_path: Path) -> None:
    write_all({tmp_path / "a" / "b" / "方案.txt": "循环经济\n"})
    assert (tmp_path / "a" / "b" / "方案.txt").read_bytes() == "循环经济\n".encode()


def test_nothing_is_put_in_place_when_one_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(PlanspecError, match="folder: cannot be written"):
        write_all({tmp_path / "old.txt": "new", tmp_path / "folder": "x"})
    assert (tmp_path / "old.txt").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "old.txt"]


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_text("old")
    real.chmod(0o640)
    (tmp_path / "link.txt").symlink_to(real)
    write_all({tmp_path / "link.txt": "new"})
    assert (tmp_path / "link.txt").is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_all({tmp_path / "new.txt": "x"})
    finally:
        os.umask(old)
    assert (tmp_path / "new.txt").stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_not_replaced() -> None:
    write_all({Path(os.devnull): "x"})
    assert not Path(os.devnull).is_file()


def test_a_pipe_gets_the_text(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_all({pipe: "值"})
        assert os.read(reader, 100) == "值".encode()
    finally:
        os.close(reader)


def test_a_failure_leaves_no_folder_and_is_told_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for bad in (tmp_path / "file" / "b.txt", tmp_path / ("名" * 200)):
        with pytest.raises(PlanspecError) as caught:
            write_all({tmp_path / "a" / "b" / "c.txt": "x", bad: "x"})
        message = caught.value.message
        assert "不是文件夹" in message.zh or "太长" in message.zh
        assert "folder" in message.en or "too long" in message.en
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
