"""Plans side by side."""

from __future__ import annotations

from pathlib import Path

from planspec.align.facts import Facts, facts_of, hold
from planspec.compare.matrix import Cell, Comparison, Row, compare
from planspec.model import build_plan, load_plan, load_plan_text
from planspec.registry import builtin

SPECS = Path(__file__).parents[2] / "specs"


def facts(code: str, targets: str, *, year: int = 2024, extra: str = "") -> Facts:
    text = f'planspec: 1\ntitle: {code}方案\njurisdiction: "{code}"\nyear: {year}\ngoals:\n  - targets: {{{targets}}}\n'
    plan = build_plan(load_plan_text(text + extra, f"{code}.yaml"), builtin())
    assert plan is not None
    return facts_of(plan)


def side_by_side(*plans: Facts, above: tuple[Facts, ...] = (), **options: object) -> Comparison:
    return compare(plans, [hold(one) for one in above], builtin(), **options)  # type: ignore[arg-type]


def row_of(comparison: Comparison, name: str) -> Row:
    (row,) = [row for row in comparison.rows if row.name == name]
    return row


def told(cells: tuple[Cell, ...]) -> list[tuple[str, str, str]]:
    return [(cell.value.text, cell.standing or "", cell.rank) for cell in cells]


def test_highest_lowest_and_the_superior() -> None:
    city = facts("430500", "规模工业增加值: 增长7%")
    one = facts("430524", "规模工业增加值: 增长6.5%")
    two = facts("430522", "规模以上工业增加值增速: 7.5%左右")
    three = facts("430523", "全县规模工业增加值: 增长7%以上")
    row = row_of(side_by_side(one, two, three, above=(city,)), "规模工业增加值")
    assert [told(cells) for cells in row.cells] == [
        [("增长6.5%", "below", "lowest")],
        [("7.5%左右", "above", "highest")],
        [("增长7%以上", "level", "")],
    ]
    (cell,) = row.cells[0]
    assert cell.superior is not None and cell.superior.value.text == "增长7%"


def test_another_measure_unit_or_year_is_shown_not_ranked() -> None:
    one = facts("430524", "规模工业增加值: 增长6.5%")
    two = facts("430522", "规模工业增加值: 达到132亿元")
    three = facts("430523", "规模工业增加值: 增长9%", year=2025)
    row = row_of(side_by_side(one, two, three), "规模工业增加值")
    assert [told(cells)[0][2] for cells in row.cells] == ["", "", ""]


def test_units_convert() -> None:
    one = facts("430524", "高标准农田: 达到1.5万亩")
    two = facts("430522", "高标准农田: 达到12000亩")
    ranks = [told(cells)[0][2] for cells in side_by_side(one, two).rows[0].cells]
    assert ranks == ["highest", "lowest"]


def test_a_row_of_one_plan_is_counted_and_left_out() -> None:
    one = facts("430524", "规模工业增加值: 增长6.5%, 固定资产投资: 增长5%")
    two = facts("430522", "规模工业增加值: 增长7%")
    assert side_by_side(one, two).single == 1
    assert {row.name for row in side_by_side(one, two, everything=True).rows} == {
        "规模工业增加值",
        "固定资产投资",
    }


def test_one_indicator_drops_the_plans_that_do_not_state_it() -> None:
    one = facts("430524", "规模工业增加值: 增长6.5%")
    two = facts("430522", "固定资产投资: 增长5%")
    found = side_by_side(one, two, indicators=("industrial-value-added",))
    assert [column.place for column in found.columns] == ["隆回县"]
    assert found.silent == ("新邵县2024",)


def test_actions_line_up_by_theme_and_work_by_role() -> None:
    def actions(title: str, lead: str) -> str:
        return (
            f"actions:\n  - action: {title}\n    tasks: [{{title: 一, lead: {lead}, support: [县财政局]}}]\n"
        )

    one = facts("430524", "固定资产投资: 增长5%", extra=actions("科技创新行动", "县科工局"))
    two = facts("430522", "固定资产投资: 增长5%", extra=actions("创新提升行动", "县工信局"))
    found = side_by_side(one, two)
    (theme,) = found.themes
    assert [cells[0].title for cells in theme.cells] == ["科技创新行动", "创新提升行动"]
    first = found.roles[0]
    assert first.name == "工业和信息化"
    assert [work.leads for work in first.cells if work is not None] == [1, 1]
    assert first.cells[0] is not None and first.cells[0].themes == (("innovation", 1),)


def test_missing_levels_are_named() -> None:
    province = facts("430000", "规模工业增加值: 增长7%")
    (column,) = side_by_side(facts("430522", "规模工业增加值: 增长7%"), above=(province,)).columns
    assert (column.superior, column.skipped) == ("湖南省", ("邵阳市",))


def test_the_real_plans_of_2024() -> None:
    """Read against the documents: every relation between county, city and province."""
    plans = []
    for name in ("hengyang/2024", "hengyang/shigu/2024", "huaihua/hecheng/2024", "shaoyang/xinshao/2024"):
        path = SPECS / "hunan" / name / "plan.yaml"
        plan = build_plan(load_plan(path, str(path)), builtin())
        assert plan is not None
        plans.append(facts_of(plan))
    path = SPECS / "hunan/2024/plan.yaml"
    province = build_plan(load_plan(path, str(path)), builtin())
    assert province is not None
    found = side_by_side(*plans, above=(facts_of(province),))
    expected = {
        "规模工业增加值": ["above", "level", "above", "level"],
        "固定资产投资": ["above", "level", "above", "above"],
        "社会消费品零售总额": ["above", "level", "above", "above"],
        "进出口总额": ["above", "level", "above", "above"],
        "地区生产总值": ["above", "level", "", "other"],
        "地方一般公共预算收入": ["level", "level", "", ""],
    }
    for name, standings in expected.items():
        row = row_of(found, name)
        assert [(cells[0].standing or "") if cells else "" for cells in row.cells] == standings, name
