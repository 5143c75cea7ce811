"""What cannot hold, and why: `trace.yaml` beside the plan.

A list of entries with `source`, `text` and `reason`: the unit or figure `text` at the place `source` (or below it) is known
to stand on one side only, because the page lost characters or because the figure is no target.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from planspec.documents.trace.words import fold
from planspec.source import load_file
from planspec.source.errors import PlanspecError
from planspec.source.message import Template
from planspec.source.nodes import Mapping, Scalar, Sequence

FILE_NAME: Final = "trace.yaml"
_KEYS: Final = ("source", "text", "reason")

BROKEN = Template(zh="{path}：{reason}", en="{path}: {reason}")
NO_LIST = Template(
    zh="{path}：应为一个列表，每项写明 source、text、reason",
    en="{path}: it should be a list of entries with source, text and reason",
)
BAD_ENTRY = Template(
    zh="{path}:{line}：每项都要有且只有 source、text、reason，且不得为空",
    en="{path}:{line}: each entry needs source, text and reason, none empty, and nothing else",
)


class Exemption(msgspec.Struct, frozen=True):
    """One entry: what, where, why, and the entry's own place."""

    source: str
    text: str
    reason: str
    file: str
    line: int

    def covers(self, source: str) -> bool:
        """Say whether a place is the one meant, or below it."""
        mine, place = fold(self.source), fold(source)
        return mine == place or place.startswith(f"{mine}/")


def read_exemptions(path: Path) -> list[Exemption]:
    """Return the entries of a file, none where there is no file; raises PlanspecError when it is no such list."""
    if not path.is_file():
        return []
    file = load_file(path)
    shown = path.as_posix()
    for fault in file.faults:
        raise PlanspecError(BROKEN(path=f"{shown}:{fault.span.start_line}", reason=fault.message))
    if file.root is None or (isinstance(file.root, Scalar) and file.root.plain is None):
        return []
    if not isinstance(file.root, Sequence):
        raise PlanspecError(NO_LIST(path=shown))
    found = []
    for node in file.root.items:
        texts = {}
        if isinstance(node, Mapping) and set(node.entries) == set(_KEYS):
            texts = {key: one.text.strip() for key, one in node.entries.items() if isinstance(one, Scalar)}
        if len(texts) != len(_KEYS) or not all(texts.values()):
            raise PlanspecError(BAD_ENTRY(path=shown, line=node.span.start_line))
        found.append(Exemption(texts["source"], texts["text"], texts["reason"], shown, node.span.start_line))
    return found
