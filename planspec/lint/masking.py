"""Whether a fault of the file may be why something seems to be missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planspec.model import Item, Plan, Section, Task
from planspec.rules.rule import Finding
from planspec.source.span import Span


def hidden(finding: Finding, faulty: Mapping[str, Sequence[Span]]) -> bool:
    """Say so of a finding on an item; `faulty` holds the places of the faults of each file."""
    if finding.item is None or isinstance(finding.item, Plan):
        return True
    node = finding.item.node
    file = node.file
    spans = faulty.get(file.shown)
    if not spans:
        return False
    whole = node.span
    # What was left out right below may have been the end of the item.
    last = whole.end_line
    while last < len(file.lines) and (last + 1 in file.broken_lines or not file.lines[last].strip()):
        last += 1
    return any(
        span.start_line <= last and whole.start_line <= span.end_line for span in spans
    ) or _hidden_above(finding.item, spans)


def _hidden_above(item: Item, spans: Sequence[Span]) -> bool:
    """Say whether a fault lies in an entry of what holds the item, which may have it from there."""
    file = item.node.file
    holder = _holder(item)
    while holder is not None:
        whole = holder.node.span
        for span in spans:
            line = file.lines[span.start_line - 1]
            if (
                whole.start_line <= span.start_line <= whole.end_line
                and len(line) - len(line.lstrip()) <= whole.start_column + 1  # else it lies in an item below
                and line.lstrip()[:1] != "-"
            ):
                return True
        holder = _holder(holder)
    return False


def _holder(item: Item) -> Task | Section | None:
    if isinstance(item, Task):
        return item.parent or item.section
    return item.parent if isinstance(item, Section) else None
