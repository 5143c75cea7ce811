"""Text in, positioned values out: files, YAML nodes, spans and diagnostics."""

from __future__ import annotations

from pathlib import Path

from planspec.source.encoding import decode
from planspec.source.file import SourceFile, read_bytes
from planspec.source.parser import parse


def load_text(text: str, shown: str = "<text>", path: Path | None = None) -> SourceFile:
    """Return `text` read as YAML; its faults are in the result, none is raised."""
    file = SourceFile(path or Path(shown), shown, text)
    parse(file)
    return file


def load_bytes(data: bytes, path: Path, shown: str) -> SourceFile:
    """Return `data` decoded and read as YAML; its faults are in the result, none is raised."""
    text, faults = decode(data)
    file = SourceFile(path, shown, text)
    file.faults.extend(faults)
    parse(file)
    return file


def load_file(path: Path, shown: str | None = None) -> SourceFile:
    """Read a file; raises PlanspecError when it cannot be read at all."""
    name = shown or path.as_posix()
    return load_bytes(read_bytes(path, name), path, name)
