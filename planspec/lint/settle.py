"""What of a plan's findings is reported: known ones are set aside, wrong entries told, the profile applied.

This comes last, when all that is found of a plan is together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from planspec.lint.baseline import Baseline, Cause, Entry, match
from planspec.lint.fingerprint import fingerprint
from planspec.lint.result import INPUT_CODES, PlanReport, Suppressed
from planspec.lint.settings import Selection
from planspec.rules import find_rule
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Message, Template
from planspec.source.span import Span

STALE: Final = "FMT009"
UNEXPLAINED: Final = "FMT010"
NEVER: Final = INPUT_CODES | {STALE, UNEXPLAINED}
"""What no baseline can hold: broken input, and what is wrong with the baseline itself."""

GONE: Final = Template(
    zh="基线里的这一条已经对不上：{code}（{about}）没有了。请删去它（planspec baseline --prune），"
    "否则同样的问题再出现时不会报告",
    en="This entry of the baseline is stale: {code} ({about}) is gone. Delete it (planspec baseline --prune), "
    "or the same fault will not be reported when it comes back",
)
UNKNOWN: Final = Template(
    zh="基线里的规则“{code}”不存在；planspec rules 列出全部规则",
    en="There is no rule “{code}”, which the baseline names; planspec rules lists them all",
)
CANNOT: Final = Template(
    zh="{code} 不能列入基线：它说明文件本身有错，没有改正前其他检查靠不住；请删去这一条，改正问题",
    en="{code} cannot be in a baseline: it says that a file is broken, and until it is mended other checks are "
    "not to be trusted; delete the entry and mend the fault",
)
NO_REASON: Final = Template(
    zh="这里的{count}个已知问题没有写理由；请在 reason 后写明为什么暂不改正，供以后复核",
    en="No reason is given for known findings ({count}); say under “reason” why they stay, "
    "for those who review it later",
)


def settle(report: PlanReport, selection: Selection) -> PlanReport:
    """Return the report as it is to be shown. What is wrong with the baseline is found in it and counts."""
    found = report.diagnostics
    suppressed = report.suppressed
    files = report.files
    stale: tuple[int, ...] = ()
    baseline = report.baseline
    if baseline is not None:
        matched = match(baseline, (one for one in found if one.code not in NEVER))
        known = tuple(
            Suppressed(one, entry.reason, entry.span.start_line, baseline.shown)
            for one, entry in matched.known
        )
        wrong = _wrong(baseline, matched.unmatched, report.judged)
        stale = tuple(wrong)
        problems = [one for one in _problems(baseline, wrong, report.title) if one.code in selection.codes]
        problems = [replace(one, severity=selection.severity.get(one.code, one.severity)) for one in problems]
        broken = (one for one in found if one.code in NEVER)
        found = tuple(sorted((*matched.new, *broken, *baseline.faults, *problems), key=_order))
        suppressed = tuple(sorted((*suppressed, *known), key=lambda one: one.diagnostic.sort_key))
        files = (*files, baseline.shown)
    shown = tuple(one for one in found if selection.profile.shows(one))
    return replace(
        report,
        diagnostics=shown,
        suppressed=suppressed,
        files=files,
        left_out=len(found) - len(shown),
        stale=stale,
    )


def _order(one: Diagnostic) -> tuple[str, Span, str, str, str]:
    return one.sort_key


def _wrong(baseline: Baseline, unmatched: Iterable[Entry], judged: Collection[str]) -> dict[int, Message]:
    """Return, by number, what is wrong with entries. A rule that gave no full verdict cannot tell what is stale."""
    unused = {id(entry) for entry in unmatched} if not baseline.faults else set()
    wrong: dict[int, Message] = {}
    for number, entry in enumerate(baseline.entries):
        if entry.rule in NEVER:
            wrong[number] = CANNOT(code=entry.rule)
        elif find_rule(entry.rule) is None:
            wrong[number] = UNKNOWN(code=entry.rule)
        elif id(entry) in unused and entry.rule in judged:
            wrong[number] = GONE(code=entry.rule, about=entry.about or entry.item)
    return wrong


def _problems(baseline: Baseline, wrong: Mapping[int, Message], plan: str) -> Iterator[Diagnostic]:
    """Yield the findings about the file; `plan` tells those of different plans apart."""
    for number, entry in enumerate(baseline.entries):
        if number in wrong:
            mark = fingerprint(STALE, plan, *entry.key, str(number))
            yield _diagnostic(STALE, baseline.shown, entry, wrong[number], mark)
    for cause in baseline.causes:
        if cause.entries and not cause.reason:
            count = len(cause.entries)
            message = NO_REASON(count=count)
            mark = fingerprint(UNEXPLAINED, plan, *cause.entries[0].key)
            yield _diagnostic(UNEXPLAINED, baseline.shown, cause, message, mark)


def _diagnostic(code: str, shown: str, at: Entry | Cause, message: Message, mark: str) -> Diagnostic:
    rule = find_rule(code)
    assert rule is not None
    return Diagnostic(
        shown,
        at.span,
        code,
        rule.name,
        Severity.WARNING,
        message,
        fingerprint=mark,
        excerpt=at.excerpt,
    )
