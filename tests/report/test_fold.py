from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from planspec.lint.result import Counts, Result
from planspec.report import Look, render
from planspec.report.fold import alike, fold
from planspec.source.diagnostic import Confidence, Diagnostic, Severity
from planspec.source.message import Message
from planspec.source.span import Span

from .values import PLAN


def without_lead(line: int, units: str = "县发改局、县财政局", action: int = 0) -> Diagnostic:
    said = f"“任务{line}”列了{line}个责任单位（{units}），未明确牵头单位；请明确其中一家牵头（lead）"
    return Diagnostic(
        PLAN, Span(line, 9, line, 14), "RES002", "task-without-lead", Severity.WARNING,
        Message(said, f"Task {line} has no lead"), pointer=f"/actions/{action}/tasks/{line}/units",
    )  # fmt: skip


def shown(*found: Diagnostic) -> list[tuple[int, list[int]]]:
    return [(one.span.start_line, [other.span.start_line for other in others]) for one, others in fold(found)]


def test_the_first_two_of_a_kind_stand_for_the_others() -> None:
    assert shown(*map(without_lead, (3, 5, 8, 13, 21))) == [(3, []), (5, [8, 13, 21])]


def test_three_of_a_kind_are_shown() -> None:
    assert shown(*map(without_lead, (3, 5, 8))) == [(3, []), (5, []), (8, [])]


def test_other_findings_keep_their_places() -> None:
    other = replace(without_lead(6), code="RES012")
    assert shown(without_lead(3), without_lead(5), other, without_lead(8), without_lead(9)) == [
        (3, []),
        (5, [8, 9]),
        (6, []),
    ]


def test_names_and_figures_make_no_other_kind() -> None:
    assert len(shown(*(without_lead(n, f"单位{n}、单位{n + 1}等") for n in range(1, 9)))) == 2


def test_action_severity_confidence_and_wording_make_another_kind() -> None:
    first, second = without_lead(1), without_lead(2)
    for changed in (
        [without_lead(n, action=1) for n in (3, 4)],
        [replace(without_lead(n), severity=Severity.INFO) for n in (3, 4)],
        [replace(without_lead(n), confidence=Confidence.LOW) for n in (3, 4)],
        [replace(without_lead(n), message=Message("只列了配合单位", "x")) for n in (3, 4)],
    ):
        assert shown(first, second, *changed) == [(n, []) for n in (1, 2, 3, 4)]


def test_a_line_is_named_once() -> None:
    others = [without_lead(8), without_lead(8), without_lead(12)]
    assert alike(others, "zh").zh == "另有3处同类问题：第8、12行"
    assert alike(others, "en").en == "3 more of the kind: line 8, 12"


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 2)), max_size=40))
def test_every_finding_is_shown_or_told_once(places: list[tuple[int, int]]) -> None:
    found = [without_lead(line, action=action) for line, action in places]
    told = [one for first, others in fold(found) for one in (first, *others)]
    assert sorted(map(id, told)) == sorted(map(id, found))


def test_the_full_report_folds_and_can_be_asked_not_to() -> None:
    result = Result(tuple(map(without_lead, range(1, 31))), (), Counts(1, 1, 30), 1)
    text = render(result, "full", Look(width=80))
    assert text.count("task-without-lead\n") == 2
    lines = "、".join(map(str, range(3, 31)))
    assert f"另有28处同类问题：第{lines}行" in text.replace("\n  ", "")
    assert "同类问题中有28个只列出行号；逐个显示：planspec lint --no-fold\n" in text
    whole = render(result, "full", Look(width=80, fold=False))
    assert whole.count("task-without-lead\n") == 30
    assert "同类问题" not in whole


def test_no_format_for_programs_folds() -> None:
    result = Result(tuple(map(without_lead, range(1, 31))), (), Counts(1, 1, 30), 1)
    for style in ("concise", "json", "sarif", "github", "gitlab", "junit"):
        text = render(result, style)
        assert "同类问题" not in text
        assert text.count("“任务30”") >= 1
        assert text == render(result, style, Look(fold=False))
