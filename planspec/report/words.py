"""The few words that the reports share, in both languages."""

from __future__ import annotations

from typing import Final

from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message

SEVERITY: Final[dict[Severity, Message]] = {
    Severity.ERROR: Message("错误", "error"),
    Severity.WARNING: Message("警告", "warning"),
    Severity.INFO: Message("提示", "info"),
}
CONFIDENCE: Final[dict[Confidence, Message]] = {
    Confidence.HIGH: Message("高", "high"),
    Confidence.MEDIUM: Message("中", "medium"),
    Confidence.LOW: Message("低", "low"),
}


def plural(number: int, noun: str) -> str:
    """Return an English count such as “1 file” or “3 files”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
