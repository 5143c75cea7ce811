from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from planspec.lint.result import Counts, Judged, Result
from planspec.report import Look, render
from planspec.source.diagnostic import Severity
from planspec.source.message import Message
from planspec.source.span import WHOLE_FILE

from .values import CLEAN, MIXED, NO_UNIT, PLAN


def parsed(result: Result) -> etree._Element:
    return etree.fromstring(render(result, "junit").encode("utf-8"))


def counts(element: etree._Element) -> tuple[str, ...]:
    return tuple(element.get(name, "") for name in ("tests", "failures", "errors", "skipped"))


def test_a_suite_a_plan_and_a_test_a_rule() -> None:
    assert render(MIXED, "junit") == (
        """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="planspec" tests="5" failures="2" errors="0" skipped="2" time="0">
  <testsuite name="specs/某县/2026/plan.yaml" tests="5" failures="2" errors="0" skipped="2" time="0">
    <testcase classname="specs/某县/2026/plan.yaml" name="STR002 annexes-differ" time="0">
      <skipped message="方案有文件缺失或格式错误，未作判断"/>
    </testcase>
    <testcase classname="specs/某县/2026/plan.yaml" name="RES001 task-without-unit" time="0">
      <failure type="error" message="错误1个">specs/某县/2026/01-industry.yaml:35:18: 任务“循环经济”没有写明任何责任单位
出处：附件2/二/(一)/1</failure>
    </testcase>
    <testcase classname="specs/某县/2026/plan.yaml" name="RES010 member-without-task" time="0">
      <skipped message="方案有文件缺失或格式错误，未作判断"/>
    </testcase>
    <testcase classname="specs/某县/2026/plan.yaml" name="RES014 workgroup-incomplete" time="0">
      <system-out>specs/某县/2026/plan.yaml:12:3: 没有写明办公室设在哪个单位</system-out>
    </testcase>
    <testcase classname="specs/某县/2026/plan.yaml" name="TGT001 conflicting-values" time="0">
      <failure type="warning" message="警告1个">specs/某县/2026/plan.yaml:7:18: “规模工业增加值”有两个数
另见 specs/某县/2026/01-industry.yaml:112:16：另一个数在这里</failure>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_what_fails_is_what_fails_the_run() -> None:
    assert counts(parsed(MIXED)) == ("5", "2", "0", "2")
    assert counts(parsed(replace(MIXED, fail_level=Severity.ERROR))) == ("5", "1", "0", "2")
    assert counts(parsed(replace(MIXED, fail_level=Severity.INFO))) == ("5", "3", "0", "2")


def test_a_clean_plan_passes_every_test() -> None:
    assert counts(parsed(CLEAN)) == ("1", "0", "0", "0")


def test_broken_input_is_an_error_and_not_a_failure() -> None:
    broken = replace(NO_UNIT, code="FMT001", name="yaml-error", span=WHOLE_FILE)
    suite = parsed(replace(MIXED, diagnostics=(broken,)))[0]
    assert counts(suite) == ("6", "0", "1", "2")
    assert [case.get("name") for case in suite if case.find("error") is not None] == ["FMT001 yaml-error"]


def test_a_file_of_no_plan_has_a_suite_of_its_own() -> None:
    orphan = replace(
        NO_UNIT, file="other.yaml", code="FMT004", name="include-missing", severity=Severity.WARNING
    )
    suites = parsed(replace(MIXED, diagnostics=(orphan,)))
    assert [suite.get("name") for suite in suites] == [PLAN, "不属于任何方案的文件"]
    assert counts(suites[1]) == ("1", "1", "0", "0")


def test_names_are_unique_within_the_document() -> None:
    cases = [(case.get("classname"), case.get("name")) for case in parsed(MIXED).iter("testcase")]
    assert len(cases) == len(set(cases))


@given(st.text(st.characters(), min_size=1, max_size=30))
def test_whatever_a_file_holds_the_document_is_well_formed(text: str) -> None:
    hostile = replace(
        NO_UNIT, file=f"{text}.yaml", locator=text, message=Message(f"]]>{text}<x a='\"&", text)
    )
    result = Result(
        (hostile,), (), Counts(), 1, plans=(Judged(text, (hostile.file,), Counts(1), ("RES001",), ()),)
    )
    for language in ("zh", "en"):
        look = Look(language=language)  # type: ignore[arg-type]
        root = etree.fromstring(render(result, "junit", look).encode("utf-8"))
        assert counts(root) == ("1", "1", "0", "0")
        [failure] = root.iter("failure")
        assert len((failure.text or "").splitlines()) == 2
