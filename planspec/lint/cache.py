"""What the last run found, per plan: used again while the plan's files are what they were.

One file per configuration and version of planspec. A plan's entry holds for each of its files the
size, the time of change and a hash of the content; a file that was only touched keeps its entry.
The report of a plan with a file missing is not kept, as that file may come; a baseline that is not
there is noted as such, and its coming is noticed.
A damaged or foreign cache file is ignored and written anew.
"""

from __future__ import annotations

import contextlib
import os
from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec

from planspec import __version__
from planspec.lint.result import PlanReport
from planspec.lint.settings import Settings
from planspec.schema import schema_folder
from planspec.source.file import ABSENT, Stamp, digest_of

FOLDER: Final = ".planspec_cache"


class FileState(msgspec.Struct, array_like=True, frozen=True):
    """A file as it was when it was linted; `stamp` is None when it could not be read."""

    path: str
    stamp: Stamp | None


class Entry(msgspec.Struct, array_like=True, frozen=True):
    """The report of one plan and the files it was made from."""

    files: tuple[FileState, ...]
    report: msgspec.Raw


_DIGEST: Final = 16
"""Bytes of the hash with which the file begins; one that does not fit its content is damaged."""
_DECODER: Final = msgspec.msgpack.Decoder(dict[str, Entry])
_REPORT: Final = msgspec.msgpack.Decoder(PlanReport)


def encode_report(report: PlanReport) -> bytes:
    """Return the report as bytes for the cache or another process."""
    return msgspec.msgpack.encode(report)


def decode_report(data: bytes | msgspec.Raw) -> PlanReport:
    """Return the report that `encode_report` wrote."""
    return _REPORT.decode(data)


class Cache:
    """The entries of one configuration; `get` and `put` by the plan's root path."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.folder = folder
        self.path = folder / f"lint-{_key(settings)}.msgpack"
        self.entries: dict[str, Entry] = {}
        self.changed = False
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            data = self.path.read_bytes()
            if data[:_DIGEST] == digest_of(data[_DIGEST:]):
                self.entries = _DECODER.decode(data[_DIGEST:])

    def get(self, root: str) -> tuple[PlanReport, list[str]] | None:
        """Return the report and its files' paths while all files are unchanged, else None."""
        entry = self.entries.get(root)
        if entry is None:
            return None
        if not all(map(_unchanged, entry.files)):
            return None
        try:
            return decode_report(entry.report), [file.path for file in entry.files]
        except msgspec.MsgspecError:
            return None

    def put(self, root: str, report: bytes, files: tuple[FileState, ...]) -> None:
        """Keep a report; one of a plan with an unreadable file is not kept."""
        if any(file.stamp is None for file in files):
            return
        self.entries[root] = Entry(files, msgspec.Raw(report))
        self.changed = True

    def save(self) -> None:
        """Write the cache atomically; a folder that cannot be written to is no fault."""
        if not self.changed:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            ignore = self.folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", "utf-8")
            for old in self.folder.glob("lint-*.msgpack"):
                if old != self.path and old.stat().st_mtime < self.folder.stat().st_mtime - 30 * 86400:
                    old.unlink(missing_ok=True)
            present = {root: entry for root, entry in self.entries.items() if Path(root).exists()}
            content = msgspec.msgpack.encode(present)
            draft = self.path.with_suffix(f".{os.getpid()}.tmp")
            try:
                draft.write_bytes(digest_of(content) + content)
                draft.replace(self.path)
            except OSError:
                draft.unlink(missing_ok=True)


def _unchanged(file: FileState) -> bool:
    stamp = file.stamp
    if stamp is None:
        return False
    try:
        status = os.stat(file.path)  # noqa: PTH116 - a Path per file would double the time of a warm run
        if status.st_size != stamp.size:
            return False
        return status.st_mtime_ns == stamp.changed or digest_of(Path(file.path).read_bytes()) == stamp.digest
    except FileNotFoundError:
        return stamp == ABSENT
    except OSError:
        return False


def _key(settings: Settings) -> str:
    """Return what a report depends on besides the plan: version, code, data, settings."""
    digest = blake2b(__version__.encode(), digest_size=10)
    digest.update(msgspec.json.encode(settings, order="sorted"))
    package = Path(__file__).parents[1]
    data = [found for kind in ("py", "yaml", "csv", "json") for found in package.rglob(f"*.{kind}")]
    for file in sorted([*data, *schema_folder().glob("*.json")]):
        status = file.stat()
        digest.update(f"{file.name}:{status.st_size}:{status.st_mtime_ns};".encode())
    for extra in settings.registry:
        digest.update(digest_of(Path(extra).read_bytes()) if Path(extra).is_file() else b"-")
    return digest.hexdigest()
