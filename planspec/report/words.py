"""The few words that the reports share, in both languages."""

from __future__ import annotations

from typing import Final

from planspec.source.diagnostic import Confidence, Fix, Severity
from planspec.source.message import Message, Template

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
SEE_ALSO: Final = Template(zh="另见 {place}：{message}", en="see {place}: {message}")
LOCATOR: Final = Template(zh="出处：{locator}", en="source: {locator}")

_FIX: Final = Template(zh="可自动修正：{what}", en="can be fixed: {what}")
_PROPOSAL: Final = Template(zh="改法供参考（须核对）：{what}", en="proposed (check it): {what}")


def offer(fix: Fix) -> Message:
    """Return what a fix would do, and whether it may be applied without looking."""
    return (_FIX if fix.safe else _PROPOSAL)(what=fix.message)


def plural(number: int, noun: str) -> str:
    """Return an English count such as “1 file” or “3 files”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
