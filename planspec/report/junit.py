"""JUnit XML: for CI systems that show test results. Each rule on each plan is a test.

A rule fails on a plan by findings at or above the fail level, as the run itself does; slighter findings stand in
the test's output. What means broken input is an error, a rule that could not judge is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from planspec.lint.result import INPUT_CODES
from planspec.report.cells import visible
from planspec.report.summary import tally
from planspec.report.tallies import by_plan
from planspec.report.words import LOCATOR, SEE_ALSO
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Message

if TYPE_CHECKING:
    from planspec.lint.result import Judged, Result
    from planspec.report import Language, Look

ELSEWHERE = Message("不属于任何方案的文件", "files of no plan")
HELD_BACK = Message("方案有文件缺失或格式错误，未作判断", "the plan has missing or broken parts: no verdict")

# What XML 1.0 can't hold however it is escaped.
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(result: Result, look: Look) -> str:
    """Return the run as one document: a suite a plan, a test a rule."""
    suites = [_Suite(plan, found, result.fail_level, look.language) for plan, found in by_plan(result)]
    total = [sum(suite.counts[number] for suite in suites) for number in range(4)]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="planspec" {_counts(total)}>']
    for suite in suites:
        lines += suite.lines
    lines.append("</testsuites>")
    return "".join(line + "\n" for line in lines)


class _Suite:
    """The tests of one plan, and how many there are: all, failures, errors, skipped."""

    def __init__(
        self, plan: Judged | None, found: Sequence[Diagnostic], fail_level: Severity, language: Language
    ) -> None:
        self.fail_level = fail_level
        self.language: Language = language
        self.counts = [0, 0, 0, 0]
        self.name = plan.files[0] if plan is not None else ELSEWHERE.text(language)
        by_code: dict[str, list[Diagnostic]] = {code: [] for code in (plan.codes if plan is not None else ())}
        for one in found:
            by_code.setdefault(one.code, []).append(one)
        held_back = frozenset(plan.held_back if plan is not None else ())
        cases = [line for code, own in by_code.items() for line in self.case(code, own, code in held_back)]
        self.lines = [f"  <testsuite name={_attribute(self.name)} {_counts(self.counts)}>"]
        self.lines += [*cases, "  </testsuite>"]

    def case(self, code: str, found: Sequence[Diagnostic], held_back: bool) -> list[str]:
        """Return one rule's test on this plan."""
        from planspec.rules import find_rule

        rule = find_rule(code)
        name = rule.name if rule is not None else found[0].name if found else ""
        head = f"    <testcase classname={_attribute(self.name)} name={_attribute(f'{code} {name}'.rstrip())}"
        head += ' time="0"'
        self.counts[0] += 1
        grave = [one for one in found if one.severity.rank >= self.fail_level.rank]
        slight = [one for one in found if one.severity.rank < self.fail_level.rank]
        body: list[str] = []
        if grave:
            broken = code in INPUT_CODES and any(one.severity is Severity.ERROR for one in grave)
            self.counts[2 if broken else 1] += 1
            said = tally([one.severity for one in grave], self.language)
            worst = max(grave, key=lambda one: one.severity.rank).severity.value
            body += self.element("error" if broken else "failure", grave, type=worst, message=said)
        elif held_back:
            self.counts[3] += 1
            body.append(f"      <skipped message={_attribute(HELD_BACK.text(self.language))}/>")
        if slight:
            body += self.element("system-out", slight)
        return [f"{head}>", *body, "    </testcase>"] if body else [f"{head}/>"]

    def element(self, name: str, found: Sequence[Diagnostic], **attributes: str) -> list[str]:
        """Return findings as the text of an element: GitLab shows the text, Jenkins the message too."""
        said = "".join(f" {key}={_attribute(value)}" for key, value in attributes.items())
        text = "\n\n".join("\n".join(self.finding(one)) for one in found)
        return [f"      <{name}{said}>{_text(text)}</{name}>"]

    def finding(self, one: Diagnostic) -> list[str]:
        """Return a finding as lines of plain text."""
        language = self.language
        place = f"{one.file}:{one.span.start_line}:{one.span.start_column}"
        said = [f"{place}: {one.message.text(language)}"]
        for other in one.related:
            place = f"{other.file}:{other.span.start_line}:{other.span.start_column}"
            said.append(SEE_ALSO(place=place, message=other.message.text(language)).text(language))
        if one.locator:
            said.append(LOCATOR(locator=one.locator).text(language))
        return [visible(line) for line in said]


def _counts(numbers: Sequence[int]) -> str:
    tests, failures, errors, skipped = numbers
    return f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}" time="0"'


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", visible(text)))


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))
