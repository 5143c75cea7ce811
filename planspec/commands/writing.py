"""Writing files so that a reader finds the old text or the new one, never half of it."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

UNWRITABLE = Template(zh="{path}：无法写入（{reason}）", en="{path}: cannot be written ({reason})")
UNWRITABLE_HINT = Message(
    zh="请检查文件夹是否有写入权限、磁盘是否已满",
    en="Check that the folder may be written to and the disk has room",
)

_NOT_A_FOLDER: Final = Message("路径中有一段不是文件夹", "a part of the path is not a folder")
_REASONS: Final = {
    errno.EACCES: Message("没有写入权限", "no permission to write it"),
    errno.EPERM: Message("没有写入权限", "no permission to write it"),
    errno.EISDIR: Message("这是文件夹", "it is a folder"),
    errno.EEXIST: _NOT_A_FOLDER,
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.ENOSPC: Message("磁盘已满", "the disk is full"),
    errno.EDQUOT: Message("超过磁盘配额", "the disk quota is used up"),
    errno.EROFS: Message("文件系统只读", "the file system is read-only"),
    errno.ENAMETOOLONG: Message("文件名太长", "the name is too long"),
}


def write_all(texts: Mapping[Path, str | bytes]) -> None:
    """Write all the files (text as UTF-8), or none: each is written beside its place first, then put there.

    Folders are made as needed, and taken away again where nothing could be written. Raises PlanspecError naming
    the file that could not be written.
    """
    waiting: list[tuple[Path, Path]] = []
    made: list[Path] = []
    path = Path()
    try:
        for path, content in texts.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
            place = Path(os.path.realpath(path))
            made += _make_folder(place.parent)
            if place.exists() and not place.is_file():
                if place.is_dir():
                    raise IsADirectoryError(21, os.strerror(21))
                # A device or a pipe can't be replaced, and should not be.
                place.write_bytes(data)
                continue
            beside = place.with_name(f".{place.name}.{os.getpid()}.tmp")
            waiting.append((beside, place))
            beside.write_bytes(data)
            if place.exists():
                beside.chmod(place.stat().st_mode & 0o777)
        for beside, path in waiting:
            beside.replace(path)
    except OSError as error:
        text = error.strerror or str(error)
        reason = _REASONS.get(error.errno or 0, Message(text, text))
        _remove([beside for beside, _ in waiting])
        for folder in reversed(made):
            with contextlib.suppress(OSError):  # something else stands in it by now
                folder.rmdir()
        raise PlanspecError(UNWRITABLE(path=path.as_posix(), reason=reason), UNWRITABLE_HINT) from error
    finally:
        _remove([beside for beside, _ in waiting])


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it that are missing; return those made, the outermost first."""
    missing = []
    above = folder
    while not above.exists():
        missing.append(above)
        above = above.parent
    if not above.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
