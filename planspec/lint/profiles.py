"""Profiles: how much of what is found is reported, by who reads it.

A profile is data and stands lowest: whatever a configuration or the command line says overrules it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from planspec.source.diagnostic import Confidence, Diagnostic, Severity
from planspec.source.message import Message

_SURER: Final = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}


class Profile(msgspec.Struct, frozen=True):
    """What one kind of reader is told, and from which severity on a run fails.

    `reports` holds, for each severity that is reported, the confidence that it takes.
    """

    name: str
    describes: Message
    reports: Mapping[Severity, Confidence]
    fail_level: Severity = Severity.WARNING

    def shows(self, one: Diagnostic) -> bool:
        """Say whether a finding is reported."""
        least = self.reports.get(one.severity)
        return least is not None and _SURER[one.confidence] >= _SURER[least]


DRAFTER: Final = Profile(
    "drafter",
    Message("拟稿：全部问题，连同改进提示", "drafting: everything, advice included"),
    {Severity.ERROR: Confidence.LOW, Severity.WARNING: Confidence.LOW, Severity.INFO: Confidence.LOW},
)
REVIEWER: Final = Profile(
    "reviewer",
    Message("审核：错误和警告，不列提示", "review: errors and warnings, no advice"),
    {Severity.ERROR: Confidence.LOW, Severity.WARNING: Confidence.LOW},
)
GATE: Final = Profile(
    "gate",
    Message(
        "把关（供 CI 使用）：错误和把握大的警告", "gating in CI: errors, and warnings of high confidence"
    ),
    {Severity.ERROR: Confidence.LOW, Severity.WARNING: Confidence.HIGH},
)

PROFILES: Final[Mapping[str, Profile]] = {one.name: one for one in (DRAFTER, REVIEWER, GATE)}
"""The profiles by name, the default first."""
