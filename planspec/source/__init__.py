"""Text in, positioned values out: files, YAML nodes, spans and diagnostics."""

from __future__ import annotations

from pathlib import Path

from planspec.source.encoding import clean, decode
from planspec.source.file import Fault, SourceFile, read_stamped
from planspec.source.parser import parse


def load_text(text: str, shown: str = "<text>", path: Path | None = None) -> SourceFile:
    """Return `text` read as YAML; its faults are in the result, none is raised."""
    return _read(text, [], path or Path(shown), shown)


def load_bytes(data: bytes, path: Path, shown: str) -> SourceFile:
    """Return `data` decoded and read as YAML; its faults are in the result, none is raised."""
    text, faults = decode(data)
    return _read(text, faults, path, shown)


def load_file(path: Path, shown: str | None = None) -> SourceFile:
    """Read a file; raises PlanspecError when it cannot be read at all."""
    name = shown or path.as_posix()
    data, stamp = read_stamped(path, name)
    file = load_bytes(data, path, name)
    file.stamp = stamp
    return file


def _read(text: str, faults: list[Fault], path: Path, shown: str) -> SourceFile:
    text, controls = clean(text, shown)
    file = SourceFile(path, shown, text)
    file.faults.extend(faults + controls)
    file.broken_lines.extend(fault.span.start_line for fault in controls)
    parse(file)
    return file
