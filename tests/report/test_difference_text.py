"""A difference on a terminal: counts first, worst first, side by side where there is room."""

from __future__ import annotations

import re
from datetime import date

import pytest

from planspec.diff import Mode
from planspec.report import Look
from planspec.report.cells import width_of
from planspec.report.difference.text import SIDE_BY_SIDE, render

from .differences import NEW, OLD, difference, many, nothing, places, small, years

STACKED = """\
新邵县2024 两个版本对照：main → HEAD
  原版本  main:specs/  某县实施“八大行动”总体方案
  新版本  HEAD:specs/  某县实施“八大行动”总体方案

12处变化：减弱6（重大3）、口径变化1（重大1）、责任调整1、加强3、文字调整1

方案总体  减弱2、口径变化1、加强1
! 减弱      目标“地区生产总值”要求调低
            - 增长7%  plan.yaml:10
            + 增长6.5%  plan.yaml:10
! 减弱      目标“粮食产量”被删去：达到12万吨  plan.yaml:13
! 口径变化  目标“社会消费品零售总额”衡量方式改变
            - 增长8%  plan.yaml:12
            + 达到100亿元  plan.yaml:12
  加强      目标“固定资产投资”约束收紧
            - 增长6.5%左右  plan.yaml:11
            + 增长6.5%以上  plan.yaml:11

产业行动  减弱3、责任调整1、加强1、文字调整1
! 减弱      任务“园区提质”不再有牵头单位
            - 县发改局  plan.yaml:30
            + —  plan.yaml:29
            做强产业
"""


def test_counts_come_first_and_the_worst_of_each_action_on_top() -> None:
    assert render(small(), Look("zh", 80)).startswith(STACKED)


def test_old_and_new_stand_side_by_side_where_there_is_room() -> None:
    out = render(small(), Look("zh", SIDE_BY_SIDE))
    rows = [line for line in out.splitlines() if "│" in line]
    assert rows[0].split("│")[1:] == [" 增长7%  plan.yaml:10           ", " 增长6.5%  plan.yaml:10"]
    # All bars stand below each other, counted in cells.
    places_of_bars = {tuple(width_of(row[: bar.start()]) for bar in re.finditer("│", row)) for row in rows}
    assert len(places_of_bars) == 1
    assert not [line for line in out.splitlines() if line.lstrip().startswith(("- ", "+ "))]


@pytest.mark.parametrize("width", [60, 80, 119, 120, 160])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_screen(width: int, language: str) -> None:
    for found in (small(), years(), places()):
        out = render(found, Look(language, width))  # type: ignore[arg-type]
        assert max(map(width_of, out.splitlines())) <= width
        assert all(line == line.rstrip() for line in out.splitlines())


def test_colours_only_where_they_are_welcome() -> None:
    plain, coloured = render(small(), Look("zh", 130)), render(small(), Look("zh", 130, color=True))
    assert "\x1b" not in plain
    assert "\x1b[1;31m减弱" in coloured
    assert (
        "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines()) + "\n"
        == plain
    )


def test_the_heading_says_what_the_plans_are_to_each_other() -> None:
    assert render(years(), Look()).startswith("两年对照：新邵县2024 → 新邵县2025\n")
    assert render(places(), Look()).startswith("两地对照：新邵县2024与石鼓区2024\n")
    assert "“没有沿用”指新方案没有再写" in render(years(), Look()).replace("\n  ", "")
    assert render(years(), Look("en")).startswith("Two years: 新邵县2024 → 新邵县2025\n")


def test_two_plans_say_what_was_dropped_taken_over_and_added() -> None:
    out = render(years(), Look())
    assert "任务：4项对4项；沿用3、没有沿用1、新提出1\n" in out
    assert "任务“建设卫生室”没有沿用" in out and "被删去" not in out


def test_between_places_nothing_became_anything() -> None:
    out = render(places(), Look())
    assert "较弱或没有  目标“地区生产总值”要求较低" in out
    assert "任务“建设卫生室”只有新邵县有" in out
    assert not re.search("调低|改变|更换|不再|由“|变化|→", out)


def test_a_doubtful_match_is_marked_and_said() -> None:
    out = render(places(), Look())
    assert "? 较弱或没有  任务“补链强链”只有新邵县有" in out
    assert "可能对应石鼓区的“补链延链”（plan.yaml:21），不能确定" in out
    assert "\n? 对应不能确定\n" in out
    assert "? 对应" not in render(small(), Look())


def test_the_gravest_are_named_before_a_long_list() -> None:
    names = [
        "规模工业增加值",
        "固定资产投资",
        "社会消费品零售总额",
        "进出口总额",
        "地方一般公共预算收入",
        "服务业增加值",
    ]
    targets = "".join(f"      {name}: 增长{{}}%\n" for name in names) + "".join(
        f"      指标{number}: 达到{{}}个\n" for number in range(9)
    )
    old, new = (f"goals:\n  - targets:\n{targets}".format(*[value] * 15) for value in (9, 8))
    out = render(difference(old, new), Look("zh", 100))
    first = out.index("先看这些\n   1. 目标“规模工业增加值”要求调低：增长9% → 增长8%  plan.yaml:8\n")
    assert first < out.index("另有5处重大的，见下文") < out.index("\n方案总体")


def test_nothing_changed_is_said() -> None:
    assert render(nothing(), Look()).splitlines()[4] == "没有变化"
    left_out = difference(OLD, NEW, only=("action-removed",))
    assert "按所选条件没有变化" in render(left_out, Look())
    assert "另有12处变化按所选条件没有列出" in render(left_out, Look())


def test_the_gate_is_told() -> None:
    assert render(difference(fail_on="weakened"), Look()).endswith("6处变化达到 --fail-on weakened\n")
    assert render(difference(new=OLD, fail_on="any"), Look()).endswith("没有变化达到 --fail-on any\n")
    assert "--fail-on" not in render(difference(fail_on="weakened"), Look(quiet=True))


def test_modes_can_be_forced() -> None:
    out = render(difference(mode=Mode.YEARS), Look())
    assert out.startswith("两年对照：新邵县2024 → 新邵县2024")
    assert "原方案  main:specs/" in out


def test_characters_that_act_on_a_terminal_are_spelled_out() -> None:
    text = OLD.replace("title: 建设卫生室", 'title: "建设\\e[31m卫生室\\u202e"')
    out = render(difference(text, OLD), Look())
    assert "\x1b" not in out and "\u202e" not in out and "\\x1b[31m" in out


def test_a_long_difference_is_shown_whole() -> None:
    out = render(many(100), Look())
    assert len(re.findall(r"减弱  任务“甲\d+", out)) == len(re.findall(r"加强  任务“乙\d+", out)) == 100


def test_dates_do_not_enter_a_report() -> None:
    assert render(difference(today=date(2020, 1, 1)), Look()) == render(
        difference(today=date(2030, 1, 1)), Look()
    )
