"""Cadence differs between overall plan and annex / 附件的调度频次与总体方案不一致

何事：同一种调度（简报、通报、讲评、总结等），总体方案定一个频次，附件又定另一个，如总体方案“月通报”，附件“季通报”。
What: For one kind of report or meeting (简报, 通报, 讲评, 总结 …) the overall plan lays down one frequency and an annex
another, such as 月通报 there and 季通报 here.

缘由：专班不知道按哪个报；总专班到期收不齐，考核时又各有依据。
Why: The work group does not know which one to keep, and the centre does not get the reports that it waits for.

改法：以总体方案为准统一；附件确需另定的，写明两者的关系，如“专班月通报，总专班季讲评”。
Mend: Go by the overall plan; where the annex needs its own, say how the two relate.

依据：逻辑：附件执行总体方案的调度机制。
Authority: logic; annexes keep the cadence of the overall plan.

Bad:

    actions:
      - action: 民生可感行动
        cadence: {通报: 季}
    #                 ^ cadence-differs
    organisation:
      cadence: {简报: 旬, 通报: 月}

Good:

    actions:
      - action: 民生可感行动
        cadence: {通报: 月}
    organisation:
      cadence: {简报: 旬, 通报: 月}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.model.elements import Pace
from planspec.phrase.pace import read_pace
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import at

DIFFERS = Template(
    zh="“{what}”在总体方案中为“{there}”，“{action}”的附件中为“{here}”，专班不知道按哪个执行；请统一，或写明两者的关系",
    en="“{what}” is “{there}” in the overall plan and “{here}” in the annex of “{action}”, so the work group does "
    "not know which to keep; use one, or say how they relate",
)
HERE = Template(zh="总体方案定为“{every}”", en="The overall plan lays down “{every}”")

_TAIL: Final = re.compile("(?:会议|会|制度|机制|工作)$")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare what the annexes lay down with the overall plan, kind by kind; 定期 cannot be compared."""
    overall = {_kind(pace): pace for pace in reversed(plan.cadence)}
    for action in plan.actions:
        for pace in action.cadence:
            above = overall.get(_kind(pace))
            if above is None:
                continue
            here, there = read_pace(pace.every), read_pace(above.every)
            if here is None or there is None or here == there:
                continue
            yield Finding(
                at(pace.node),
                DIFFERS(what=pace.what, there=above.every, here=pace.every, action=action.title),
                action,
                f"{pace.what}:{above.every}≠{pace.every}",
                ((at(above.node), HERE(every=above.every)),),
                severity=Severity.INFO if here < there else None,
            )


def _kind(pace: Pace) -> str:
    return _TAIL.sub("", pace.what.strip()) or pace.what


rule = Rule(
    "DAT004",
    "cadence-differs",
    Severity.WARNING,
    Authority.LOGIC,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
