"""Writing files so that a reader finds the old text or the new one, never half of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

UNWRITABLE = Template(zh="{path}：无法写入（{reason}）", en="{path}: cannot be written ({reason})")
UNWRITABLE_HINT = Message(
    zh="请检查文件夹是否有写入权限、磁盘是否已满",
    en="Check that the folder may be written to and the disk has room",
)


def write_all(texts: Mapping[Path, str | bytes]) -> None:
    """Write all the files (text as UTF-8), or none: each is written beside its place first, then put there.

    Folders are made as needed. Raises PlanspecError naming the file that could not be written.
    """
    waiting: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in texts.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
            place = Path(os.path.realpath(path))
            place.parent.mkdir(parents=True, exist_ok=True)
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
        reason = error.strerror or str(error)
        raise PlanspecError(UNWRITABLE(path=path.as_posix(), reason=reason), UNWRITABLE_HINT) from error
    finally:
        for beside, _ in waiting:
            beside.unlink(missing_ok=True)
