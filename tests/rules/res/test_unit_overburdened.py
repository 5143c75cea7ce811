"""RES016: one unit cannot lead everything."""

from __future__ import annotations

from ..conftest import Lint


def tasks(*leads: tuple[str, int]) -> str:
    """A plan whose tasks are led as told."""
    rows = [
        f"      - {{title: {unit}任务{number}, lead: {unit}}}"
        for unit, count in leads
        for number in range(count)
    ]
    return "actions:\n  - action: 产业培塑行动\n    tasks:\n" + "\n".join(rows) + "\n"


def test_a_unit_that_leads_too_many_is_reported_at_its_first_task(lint: Lint) -> None:
    (found,) = lint(tasks(("县财政局", 6), ("县科工局", 7), ("县商务局", 6), ("县统计局", 1)), "RES016")
    assert found.span.start_line == 4 + 3 + 6 + 1
    assert "“县科工局”牵头7项任务，占全部20项任务的35%" in found.message.zh


def test_a_lead_from_the_section_counts(lint: Lint) -> None:
    rows = "".join(f"          - title: 任务{number}\n" for number in range(20))
    text = (
        "actions:\n  - action: 产业培塑行动\n    sections:\n"
        "      - heading: 做强优势产业\n        lead: 县科工局\n        tasks:\n" + rows
    )
    (found,) = lint(text, "RES016")
    assert (found.span.start_line, found.span.start_column) == (9, 15)


def test_a_joint_lead_counts_for_each(lint: Lint) -> None:
    rows = "".join(f"      - {{title: 任务{number}, lead: [县科工局, 县发改局]}}\n" for number in range(20))
    found = lint("actions:\n  - action: 产业培塑行动\n    tasks:\n" + rows, "RES016")
    assert [(one.span.start_line, one.span.start_column) for one in found] == [(8, 29), (8, 35)]


def test_the_limit_can_be_set(lint: Lint) -> None:
    text = tasks(("县财政局", 6), ("县科工局", 4), ("县商务局", 5), ("县统计局", 5))
    assert lint(text, "RES016") == []
    assert [one.span.start_line for one in lint(text, "RES016", max_share=0.25)] == [8]


def test_the_smallest_plan_that_is_judged_can_be_set(lint: Lint) -> None:
    text = tasks(("县财政局", 3), ("县科工局", 1))
    assert lint(text, "RES016") == []
    assert [one.span.start_line for one in lint(text, "RES016", min_tasks=4)] == [8]


def test_exactly_the_limit_is_no_fault(lint: Lint) -> None:
    assert lint(tasks(("县财政局", 6), ("县科工局", 6), ("县商务局", 6), ("县统计局", 2)), "RES016") == []


def test_tasks_without_a_lead_are_not_counted(lint: Lint) -> None:
    text = tasks(("县财政局", 19)) + "".join(
        f"      - {{title: 其他{number}, units: [县科工局, 县发改局]}}\n" for number in range(9)
    )
    assert lint(text, "RES016") == []
