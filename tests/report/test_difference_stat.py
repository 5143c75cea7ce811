"""`planspec diff --stat`: one line an action."""

from __future__ import annotations

import pytest

from planspec.diff import plan_added
from planspec.report import Look
from planspec.report.cells import width_of
from planspec.report.difference import stat
from planspec.report.difference.value import Alone, Difference

from .differences import many, nothing, places, small, years

VERSIONS = """\
新邵县2024 两个版本对照：main → HEAD
           减弱  口径变化  责任调整  加强  文字调整
 方案总体     2         1         ·     1         ·  --~+
 产业行动     3         ·         1     1         1  --->+.
 民生行动     1         ·         ·     1         ·  -+
 12处变化：减弱6（重大3）、口径变化1（重大1）、责任调整1、加强3、文字调整1

"""


def test_one_line_an_action_with_counts_and_a_bar() -> None:
    assert stat.render(small(), Look("zh", 80)) == VERSIONS


@pytest.mark.parametrize("width", [60, 80, 120, 160])
@pytest.mark.parametrize("found", [small(), years(), places(), many(50)])
def test_it_fits_the_screen(found: Difference, width: int) -> None:
    lines = stat.render(found, Look("zh", width)).splitlines()
    assert max(width_of(line) for line in lines) <= width


def test_where_there_is_no_room_for_both_names_the_new_one_stands() -> None:
    assert " 产业行动 → 产业攻坚 " in stat.render(years(), Look("zh", 100))
    narrow = stat.render(years(), Look("zh", 50))
    assert " 产业攻坚 " in narrow and "→ 产业攻坚" not in narrow


def test_a_bar_keeps_the_proportions() -> None:
    line = next(line for line in stat.render(many(250), Look("zh", 100)).splitlines() if "产业行动" in line)
    assert line.endswith("-" * 20 + "+" * 20)


def test_nothing_is_said() -> None:
    assert stat.render(nothing(), Look()).splitlines()[1] == "没有变化"


def test_plans_of_one_side_alone_are_counted() -> None:
    plan = small().couples[0].after
    out = stat.render(Difference("a", "b", alone=[Alone(plan, plan_added(plan))], fail_on="any"), Look())
    assert out == (
        "加强：方案新邵县2024《某县实施“八大行动”总体方案》新增（含行动2个、任务4项、目标6个）\n\n"
        "1处变化达到 --fail-on any\n"
    )
