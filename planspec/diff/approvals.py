"""Approvals: changes that a reviewer accepts, in a file beside the plan, each with reason, author and expiry.

A change is known by its code and fingerprint, so that an approval holds for one value only: another value is
another change and opens it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from planspec.diff.change import Change
from planspec.schema import validate
from planspec.source.emit import scalar
from planspec.source.file import Fault, SourceFile
from planspec.source.message import Language, Message
from planspec.source.nodes import Mapping, Node, Scalar, head_span
from planspec.source.nodes import Sequence as SequenceNode
from planspec.source.span import Span

NAME: Final = "approvals.yaml"
NO_DATE: Final = Message(
    zh="expires 不是日历上的日期；应写成 2026-12-31 的样子",
    en="“expires” is no date of the calendar; write it like 2026-12-31",
)
HEAD: Final = Message(
    zh="# 批准：审核人同意的变化。planspec diff --fail-on 不再因它们失败；数值再变，须重新批准。\n"
    "# 由 planspec approve 增补，理由和期限可以手改。\n",
    en="# Approvals: changes that a reviewer accepts. planspec diff --fail-on no longer fails because of them;\n"
    "# another value needs another approval. planspec approve adds entries; reasons and dates may be edited.\n",
)


class Entry(msgspec.Struct, frozen=True):
    """One approved change, and its place in the file."""

    code: str
    object: str
    fingerprint: str
    reason: str
    author: str
    expires: date | None
    span: Span

    def expired(self, today: date) -> bool:
        """Say whether its last day is over."""
        return self.expires is not None and self.expires < today


class Approvals(msgspec.Struct, frozen=True):
    """A file of approvals as it was read; `faults` are what is wrong with it."""

    shown: str
    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()


class Judged(msgspec.Struct, frozen=True):
    """Changes beside approvals."""

    open: tuple[Change, ...]
    approved: tuple[tuple[Change, Entry], ...]
    expired: tuple[Entry, ...]
    """Entries whose change is there, but whose last day is over."""
    unused: tuple[Entry, ...]
    """Entries whose change is not there (any more)."""


def approvals_path(root: Path) -> Path:
    """Return where the approvals of a plan lie: `approvals.yaml` beside plan.yaml, `x.approvals.yaml` beside x.yaml."""
    return root.with_name(NAME if root.stem == "plan" else f"{root.stem}.{NAME}")


def read_approvals(file: SourceFile) -> Approvals:
    """Return what a file says; what cannot be understood is among its faults."""
    root = file.root
    empty = root is None or (isinstance(root, Scalar) and root.plain is None)
    faults = [*file.faults, *(() if empty else validate(file, "approvals"))]
    entries: list[Entry] = []
    for node in root.items if isinstance(root, SequenceNode) else ():
        changes = node.entries.get("changes") if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and isinstance(changes, SequenceNode):
            expires = node.entries.get("expires")
            day = _date(expires)
            if expires is not None and day is None and not faults:
                faults.append(Fault("FMT002", head_span(expires), NO_DATE))
                continue
            entries.extend(
                Entry(
                    _text(one, "code"),
                    _text(one, "object"),
                    _text(one, "fingerprint"),
                    _text(node, "reason"),
                    _text(node, "author"),
                    day,
                    one.head_span,
                )
                for one in changes.items
                if isinstance(one, Mapping) and _text(one, "fingerprint")
            )
    return Approvals(file.shown, tuple(entries), tuple(faults))


def judge(changes: Iterable[Change], approvals: Approvals | None, today: date) -> Judged:
    """Return which changes are approved on a day, and which entries are of no use."""
    known = {(one.code, one.fingerprint): one for one in approvals.entries} if approvals is not None else {}
    still: list[Change] = []
    approved: list[tuple[Change, Entry]] = []
    expired: list[Entry] = []
    used: set[tuple[str, str]] = set()
    for change in changes:
        key = (change.code, change.fingerprint)
        entry = known.get(key)
        if entry is not None:
            used.add(key)
        if entry is None:
            still.append(change)
        elif entry.expired(today):
            still.append(change)
            expired.append(entry)
        else:
            approved.append((change, entry))
    unused = tuple(entry for key, entry in known.items() if key not in used)
    return Judged(tuple(still), tuple(approved), tuple(expired), unused)


def written(
    changes: Sequence[Change],
    reason: str,
    author: str,
    expires: date | None,
    language: Language,
    before: str = "",
) -> str:
    """Return the text of a file to which an approval of `changes` is added; `before` is what stands there."""
    head = before if before.strip() else HEAD.text(language)
    if head and not head.endswith("\n"):
        head += "\n"
    lines = [f"- reason: {scalar(reason)}"]
    if author:
        lines.append(f"  author: {scalar(author)}")
    if expires is not None:
        lines.append(f"  expires: {expires.isoformat()}")
    lines.append("  changes:")
    for change in changes:
        lines.append(f"    - code: {change.code}")
        lines.append(f"      object: {scalar(change.subject)}")
        lines.append(f"      what: {scalar(change.message.text(language))}")
        lines.append(f"      fingerprint: {scalar(change.fingerprint)}")
    return head + "\n".join(lines) + "\n"


def _text(node: Mapping, key: str) -> str:
    value: Node | None = node.entries.get(key)
    return value.text.strip() if isinstance(value, Scalar) else ""


def _date(node: Node | None) -> date | None:
    if not isinstance(node, Scalar):
        return None
    try:
        return date.fromisoformat(node.text.strip())
    except ValueError:
        return None
