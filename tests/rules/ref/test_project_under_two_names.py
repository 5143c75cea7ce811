"""REF004: one project has one name."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "REF004"

PLAN = """
actions:
  - action: 产业培塑行动
    tasks:
      - {{title: 甲, projects: [{first}]}}
      - {{title: 乙, projects: [{second}]}}
"""


def test_a_word_put_in_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        planspec: 1
        title: 示例方案
        jurisdiction: "430600"
        year: 2025
        actions:
          - action: 产业育新培强攻坚
            projects: [现代石化协同创新研究院]
            tasks:
              - {title: 现代化工, projects: [中试基地, 湖南现代石化产业协同创新研究院]}
        #                                      ^^^^^^^^^^^^^^^ project-under-two-names
        """,
        CODE,
    )
    assert "“产业”" in found.message.zh
    assert [one.span.start_line for one in found.related] == [7]


def test_another_beginning_with_a_common_word_is_marked(lint: Lint) -> None:
    (found,) = lint(PLAN.format(first="新紫光半导体科技园", second="紫光建广半导体科技园"), CODE)
    assert "“新紫光”和“紫光建广”" in found.message.zh
    assert found.severity is Severity.WARNING


def test_the_rarer_name_is_marked(lint: Lint) -> None:
    text = PLAN.format(first="潇湘要素大市场分市场", second="潇湘科技要素大市场分市场")
    text += "      - {title: 丙, projects: [潇湘科技要素大市场分市场]}\n"
    (found,) = lint(text, CODE)
    assert found.span.start_line == 8
    assert "“潇湘要素大市场分市场”与“潇湘科技要素大市场分市场”" in found.message.zh


def test_short_names_are_a_hint(lint: Lint) -> None:
    (found,) = lint(PLAN.format(first="衡器(具)产业园", second="衡器(具)专业产业园"), CODE)
    assert found.severity is Severity.INFO


def test_an_entry_of_a_project_list_counts(lint: Lint) -> None:
    text = PLAN.format(first="中山北路风貌改造", second="其他工程项目甲乙丙")
    text += "lists:\n  - title: 项目清单\n    items:\n      - {title: 中山北路风貌提质改造}\n"
    assert len(lint(text, CODE)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("产业孵化中心一期工程", "产业孵化中心二期工程"),
        ("城东污水处理厂扩建工程", "城西污水处理厂扩建工程"),
        ("黄金坳镇国土空间规划", "凉亭坳乡国土空间规划"),
        ("长沙至岳阳高速公路项目", "岳阳至荆州高速公路项目"),
        ("平江县抽水蓄能电站", "汨罗市抽水蓄能电站"),
        ("第三届湖南旅游发展大会", "第四届湖南旅游发展大会"),
        ("省级现代农业产业园", "市级现代农业特色产业园"),
        ("电子信息产业园", "生物医药产业园"),
        ("人民医院综合楼", "中心人民医院综合楼"),
        ("新邵县智慧水务平台", "智慧水务平台"),
        ("“智慧水务”平台", "智慧水务平台"),
    ],
)
def test_phases_places_levels_and_other_things_are_quiet(lint: Lint, first: str, second: str) -> None:
    assert lint(PLAN.format(first=first, second=second), CODE) == []


def test_names_side_by_side_are_two_things(lint: Lint) -> None:
    assert lint(PLAN.format(first="智能装备产业基地, 智能农机装备产业基地", second="另一项目"), CODE) == []


def test_a_series_of_names_is_none_of_this(lint: Lint) -> None:
    kinds = [
        "水稻",
        "玉米",
        "大豆",
        "油菜",
        "柑橘",
        "茶叶",
        "蔬菜",
        "药材",
        "楠竹",
        "油茶",
        "葡萄",
        "花卉",
        "食用",
        "畜禽",
    ]
    tasks = "".join(f"      - {{title: 任务{kind}, projects: [现代{kind}产业示范基地]}}\n" for kind in kinds)
    text = "actions:\n  - action: 产业培塑行动\n    tasks:\n" + tasks
    text += "      - {title: 任务总, projects: [现代产业示范基地]}\n"
    assert lint(text, CODE) == []


def test_innovation_is_a_word_that_is_put_in_though_new_tells_two_things(lint: Lint) -> None:
    first, second = "现代农业产业示范园区", "现代农业创新产业示范园区"
    assert len(lint(PLAN.format(first=first, second=second), CODE)) == 1
    assert lint(PLAN.format(first="东洲湘江大桥建设工程", second="东洲湘江新大桥建设工程"), CODE) == []
