"""Run one rule over one plan: what it finds, told once each; a crash becomes a finding of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from planspec.lint.diagnosing import Findings, crashed
from planspec.lint.masking import hidden
from planspec.model import Plan
from planspec.rules.rule import Absence, Finding, Options, Rule
from planspec.source.diagnostic import Diagnostic
from planspec.source.message import Template
from planspec.source.nodes import Scalar
from planspec.source.span import Span

_MOST: Final = 50
"""Findings of one rule about one value that are told one by one."""

CRASHED: Final = Template(
    zh="规则 {code} 在检查这份方案时出错（{error}），没有给出结论；其他规则不受影响。请向 planspec 报告",
    en="Rule {code} failed on this plan ({error}) and gave no verdict; the other rules ran. "
    "Please report it to planspec",
)
MORE: Final = Template(
    zh="这里还有{count}处同类问题，没有逐一列出；请改正前面列出的，再检查一次",
    en="{count} more faults of this kind are here, not told one by one; mend those told, then lint again",
)


def run_rule(
    rule: Rule, plan: Plan, options: Options, faulty: Mapping[str, Sequence[Span]]
) -> tuple[list[Diagnostic], bool]:
    """Return what a rule finds in a plan whose files are `faulty` at some places, and whether it crashed."""
    assert rule.check is not None
    found: list[Diagnostic] = []
    findings = Findings(rule, plan)
    try:
        for finding in _limited(rule.check(plan, options)):
            if rule.absence is Absence.ITEM and faulty and hidden(finding, faulty):
                continue
            found.append(findings.diagnostic(finding))
    except Exception as error:  # one broken rule must not silence the others
        message = CRASHED(code=rule.code, error=f"{type(error).__name__}: {error}")
        found.append(crashed(rule, plan.files[0].shown, plan.identity, message))
        return found, True
    return found, False


def _limited(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings; of those at one value the first, then one that counts the others."""
    at_one: Counter[int] = Counter()
    last: dict[int, Finding] = {}
    for finding in found:
        value = id(finding.at.node)
        at_one[value] += 1
        if at_one[value] <= _MOST or not isinstance(finding.at.node, Scalar):
            yield finding
        else:
            last[value] = finding
    for value, finding in last.items():
        message = MORE(count=at_one[value] - _MOST)
        yield replace(finding, message=message, subject="more", related=(), fix=None)
