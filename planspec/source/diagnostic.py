"""Diagnostics: something to tell the author of a spec, and where. A value, whoever found it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from planspec.source.message import Message
from planspec.source.span import Span


class Severity(StrEnum):
    """How much a finding weighs; an error must be mended before a plan is issued."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Confidence(StrEnum):
    """How sure the rule is that this is a fault."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Related(msgspec.Struct, frozen=True, order=True):
    """Another place that belongs to a finding: the other figure, the first use of a name."""

    file: str
    span: Span
    message: Message
    excerpt: str = ""
    """The text of the first line of `span`."""


class Edit(msgspec.Struct, frozen=True, order=True):
    """Replace the text at `span` of `file` by `text`."""

    file: str
    span: Span
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that mend a finding. A safe fix never alters a figure, date, name or obligation."""

    message: Message
    edits: tuple[Edit, ...]
    safe: bool = False


class Diagnostic(msgspec.Struct, frozen=True):
    """Something to tell the author of a spec, and where.

    `file` is the path as shown to the user; `pointer` the JSON Pointer of the value in that file;
    `locator` the item's place in the issued document (its `source`), when it has one;
    `fingerprint` stays the same when lines move or items are reordered. It is made of the rule, the plan, `item`
    (the stable name of what the finding is about) and `subject` (what tells findings of one item apart);
    `title` is what a person calls the item.
    """

    file: str
    span: Span
    code: str
    name: str
    severity: Severity
    message: Message
    confidence: Confidence = Confidence.HIGH
    pointer: str = ""
    locator: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    excerpt: str = ""
    """The text of the first line of `span`, so that a report needs no file."""
    item: str = ""
    subject: str = ""
    title: str = ""

    @property
    def sort_key(self) -> tuple[str, Span, str, str, str]:
        """Order of report: by file, place, code, then message."""
        return (self.file, self.span, self.code, self.message.zh, self.fingerprint)
