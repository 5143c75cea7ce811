"""The lint of one plan: rules that crash, rules that hold back, fingerprints that last."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from lint.plans import HEAD, report, seen
from planspec.lint.engine import judge, lint_text
from planspec.lint.result import Counts, PlanReport, Result
from planspec.lint.settings import Selection, Settings
from planspec.model import Plan, load_plan_text
from planspec.registry import builtin
from planspec.rules import find_rule
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message
from planspec.source.place import at

TASKS = HEAD + "tasks:\n- title: 甲\n- title: 乙\n"


def crashing(plan: Plan, options: Options) -> Iterator[Finding]:
    yield Finding(at(plan.tasks[0].node), Message("先说一句", "one thing first"), plan.tasks[0])
    raise RecursionError("too deep")


def titles(plan: Plan, options: Options) -> Iterator[Finding]:
    for task in plan.tasks:
        yield Finding(at(task.node), Message(task.title, task.title), task, task.title)


def nothing_here(plan: Plan, options: Options) -> Iterator[Finding]:
    yield Finding(at(plan.node), Message("方案里没有", "the plan lacks it"), plan)


def rule(code: str, check: object, absence: Absence | None = None) -> Rule:
    return Rule(code, f"rule-{code.lower()}", Severity.WARNING, Authority.LOGIC, "", check, absence=absence)  # type: ignore[arg-type]


def run(text: str, *rules: Rule) -> PlanReport:
    """Judge a text by made-up rules and those that reading itself applies."""
    own = [one for code in ("FMT001", "FMT002", "FMT003", "FMT004", "FMT007") if (one := find_rule(code))]
    return judge(load_plan_text(text), Selection((*own, *rules), {}, {}), builtin())


def result(found: PlanReport, fail_level: Severity = Severity.WARNING) -> Result:
    return Result(found.diagnostics, found.suppressed, found.counts, 1, fail_level)


# Rules that crash


def test_a_rule_that_crashes_becomes_a_finding_and_the_others_still_run() -> None:
    found = run(TASKS, rule("XXX001", crashing), rule("XXX002", titles))
    assert [(one.code, one.message.zh) for one in found.diagnostics] == [
        ("INT001", "规则 XXX001 在检查这份方案时出错（RecursionError: too deep），没有给出结论；"
                   "其他规则不受影响。请向 planspec 报告"),
        ("XXX001", "先说一句"),
        ("XXX002", "甲"),
        ("XXX002", "乙"),
    ]  # fmt: skip
    assert result(found).exit_code == 2


def test_a_crash_cannot_be_suppressed() -> None:
    text = "# planspec: ignore-file[XXX001, INT001, INT] 理由\n" + TASKS
    found = run(text, rule("XXX001", crashing))
    assert "INT001" in [one.code for one in found.diagnostics]
    assert result(found).exit_code == 2


# Rules that hold back where a fault may hide what they miss


@pytest.mark.parametrize(
    "fault",
    ["issued: @\n", "foo: 1\n", "status: draft\nstatus: draft\n", "actions:\n- include: no.yaml\n"],
    ids=["syntax", "schema", "repeated key", "include"],
)
def test_a_rule_about_the_plan_is_held_back_by_any_fault(fault: str) -> None:
    missing = rule("XXX001", nothing_here, Absence.PLAN)
    assert run(TASKS, missing).held_back == ()
    assert seen(run(TASKS, missing).diagnostics) == [("XXX001", 1, 1)]
    found = run(TASKS + fault, missing)
    assert found.held_back == ("XXX001",)
    assert "XXX001" not in [one.code for one in found.diagnostics]


def test_a_finding_about_the_whole_plan_is_silent_where_any_item_is_faulty() -> None:
    missing = rule("XXX001", nothing_here, Absence.ITEM)
    assert "XXX001" not in [one.code for one in run(TASKS + "  foo: 1\n", missing).diagnostics]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("tasks:\n- title: 甲\n  lead: @\n- title: 乙\n", ["乙"]),
        ("tasks:\n- title: 甲\n   lead: 丙\n- title: 乙\n", ["乙"]),
        ("tasks:\n- title: 甲\n\n   lead: 丙\n- title: 乙\n", ["乙"]),
        ("tasks:\n- title: 甲\n- title: 乙\n  leda: 丙\n", ["甲"]),
        ("tasks:\n- title: 甲\n- title: 乙\n  lead：丙\n", ["甲"]),
        ("tasks:\n- title: 甲\n- title: 乙\nfoo: 1\n", ["甲", "乙"]),
        ("foo: 1\ntasks:\n- title: 甲\n- title: 乙\n", ["甲", "乙"]),
    ],
)
def test_a_finding_about_an_item_is_silent_only_where_that_item_is_faulty(text: str, kept: list[str]) -> None:
    found = run(HEAD + text, rule("XXX001", titles, Absence.ITEM))
    assert [one.message.zh for one in found.diagnostics if one.code == "XXX001"] == kept


def test_where_more_is_faulty_than_is_told_no_item_is_said_to_lack_anything() -> None:
    text = HEAD + "tasks:\n" + "- title: 甲\n  leda: 乙\n" * 300
    found = run(text, rule("XXX001", titles, Absence.ITEM))
    assert {one.code for one in found.diagnostics} == {"FMT002"}
    assert sum("其余没有列出" in one.message.zh for one in found.diagnostics) == 1


def test_a_rule_that_does_not_speak_of_absence_is_never_held_back() -> None:
    found = run(TASKS + "  lead: @\n", rule("XXX001", titles))
    assert [one.message.zh for one in found.diagnostics if one.code == "XXX001"] == ["甲", "乙"]


# Fingerprints

PLAN = (
    HEAD
    + """\
actions:
- action: 产业培塑行动
  sections:
  - heading: 做强优势产业
    tasks:
    - title: 循环经济
    - title: 绿色矿山
    - title: 装备制造
      lead: 某某局
"""
)

CHANGES = {
    "lines moved": PLAN.replace("actions:\n", "# 一\n\n# 二\nstatus: draft\nactions:\n"),
    "indented": PLAN.replace("\n  ", "\n      ").replace("\n- ", "\n    - "),
    "reordered": PLAN.replace(
        "    - title: 循环经济\n    - title: 绿色矿山\n", "    - title: 绿色矿山\n    - title: 循环经济\n"
    ),
    "one inserted": PLAN.replace(
        "    - title: 循环经济\n", "    - title: 新任务\n      lead: 县政府办\n    - title: 循环经济\n"
    ),
    "other line ends": PLAN.replace("\n", "\r\n"),
    "quoted": PLAN.replace("循环经济", "'循环经济'"),
}


def fingerprints(text: str) -> dict[str, str]:
    found = report(text, "RES001", "RES006").diagnostics
    assert len({one.fingerprint for one in found}) == len(found) == 3
    return {one.message.zh: one.fingerprint for one in found}


@pytest.mark.parametrize("change", CHANGES)
def test_a_fingerprint_survives_what_changes_no_meaning(change: str) -> None:
    assert fingerprints(CHANGES[change]) == fingerprints(PLAN)


def test_a_fingerprint_does_not_depend_on_where_the_plan_lies() -> None:
    one = lint_text(PLAN, Settings(), builtin(), "specs/a/plan.yaml").diagnostics
    other = lint_text(PLAN, Settings(), builtin(), "/tmp/b/plan.yaml").diagnostics
    assert [d.fingerprint for d in one] == [d.fingerprint for d in other]


def test_a_fingerprint_tells_plans_and_tasks_apart() -> None:
    other = PLAN.replace("jurisdiction: 430522", "jurisdiction: 430523")
    assert not set(fingerprints(PLAN).values()) & set(fingerprints(other).values())
    renamed = fingerprints(PLAN.replace("循环经济", "循环经济产业"))
    assert len(set(renamed.values()) & set(fingerprints(PLAN).values())) == 2


def test_a_fault_of_the_text_keeps_its_fingerprint_when_lines_move() -> None:
    text = HEAD + "foo: 1\nstatus: @\ndocument: 甲\ndocument: 乙\n"
    one = report(text, "FMT").diagnostics
    other = report("# 说明\n\n" + text.replace("document: 甲\n", "# 说明\ndocument: 甲\n"), "FMT").diagnostics
    assert [d.code for d in one] == ["FMT002", "FMT001", "FMT003"]
    assert [d.fingerprint for d in one] == [d.fingerprint for d in other]


def test_equal_faults_have_different_fingerprints() -> None:
    found = report(HEAD + "tasks:\n- title: 甲\n  foo: 1\n- title: 乙\n  foo: 1\n", "FMT").diagnostics
    assert len({one.fingerprint for one in found}) == len(found) == 2


# What a report says


def test_a_finding_carries_all_that_a_report_needs() -> None:
    text = HEAD + "tasks:\n- {title: 甲, source: 附件1/一}\n"
    (found,) = report(text, "RES001").diagnostics
    assert (found.file, found.name, found.severity) == ("<text>", "task-without-unit", Severity.ERROR)
    assert (found.pointer, found.locator) == ("/tasks/0/title", "附件1/一")
    assert found.excerpt == "- {title: 甲, source: 附件1/一}"


def test_a_line_too_long_to_be_shown_is_left_out() -> None:
    (found,) = report(HEAD + "tasks:\n- {title: 甲, note: " + "字" * 3000 + "}\n", "RES001").diagnostics
    assert found.excerpt == ""


def test_severities_are_those_of_the_configuration() -> None:
    found = lint_text(TASKS, Settings(("RES001",), severity={"RES001": Severity.INFO}), builtin())
    assert {one.severity for one in found.diagnostics} == {Severity.INFO}
    assert result(found).exit_code == 0
    assert result(found, Severity.INFO).exit_code == 1


def test_the_counts_say_what_was_looked_at() -> None:
    assert report(PLAN).counts == Counts(plans=1, files=1, tasks=3, leaves=3)
    assert report("").counts == Counts(plans=0, files=1)


@pytest.mark.parametrize(
    ("text", "code"),
    [(TASKS, 1), (HEAD, 0), (HEAD + "foo: 1\n", 2), (HEAD + "a: @\n", 2), ("", 2), (HEAD + "year: 1\n", 2)],
)
def test_a_broken_input_is_2_a_finding_1_and_a_clean_plan_0(text: str, code: int) -> None:
    assert result(report(text)).exit_code == code


def test_a_report_survives_the_way_through_bytes() -> None:
    found = report(PLAN + "foo: @\nfoo: 1\n")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=PlanReport) == found
