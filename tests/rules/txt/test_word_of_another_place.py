"""TXT004: a plan speaks of its own place."""

from __future__ import annotations

import pytest

from ..conftest import Lint

CODE = "TXT004"
COUNTY, CITY, COUNTY_CITY, DISTRICT, PREFECTURE, REGION = (
    "430522",
    "430600",
    "433101",
    "430407",
    "433100",
    "450100",
)


def plan(code: str, title: str, text: str = "") -> str:
    return f'planspec: 1\ntitle: {title}\njurisdiction: "{code}"\nyear: 2024\n{text}'


def test_a_superiors_whole_as_scope_of_a_target_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        planspec: 1
        title: 示例方案
        jurisdiction: "430600"
        year: 2025
        tasks:
          - title: 社会保障
            summary: 适当提高全省职工基本养老金、城乡居民养老保险基础养老金水平
        #                ^^ word-of-another-place
            targets:
              职工基本养老金水平: {value: 适当提高, scope: 全省}
        #                                     ^^ word-of-another-place
              全省农村自来水普及率: 持续提高
        #     ^^ word-of-another-place
        """,
        CODE,
    )[:1]
    assert "请改为“全市”" in found.message.zh


def test_another_name_for_itself_is_marked_once(marked: Lint) -> None:
    (found,) = marked(
        """
        organisation:
          summary: 我市各部门要抓好落实，形成我市经验
        #          ^^ word-of-another-place
        """,
        CODE,
    )
    assert "（共2处）" in found.message.zh
    assert len(found.related) == 1


def test_a_level_that_nobody_here_has_is_marked(lint: Lint) -> None:
    text = "organisation:\n  summary: 加大全县非诉纠纷调解力度\n"
    (found,) = lint(plan(COUNTY_CITY, "示例方案", text), CODE)
    assert (found.span.start_line, found.span.start_column, found.span.end_column) == (6, 14, 16)
    assert "请改为“全市”" in found.message.zh


def test_a_title_of_another_place_is_marked(marked: Lint) -> None:
    marked(
        """
        annexes: [新邵县产业培塑行动方案, 洞口县创新提升行动方案, 邵阳市激发需求行动方案]
        #                      ^^^          ^^^ word-of-another-place
        organisation:
          leading_group: {name: 区实施“八大行动”领导小组}
        #                       ^ word-of-another-place
        """,
        CODE,
    )


def test_a_place_with_a_wrong_level_word_is_marked(lint: Lint) -> None:
    text = "tasks:\n  - title: 落实《衡阳区城区物业管理行动方案》\n"
    (found,) = lint(plan(DISTRICT, "示例方案", text), CODE)
    assert (found.span.start_column, found.span.end_column) == (15, 18)


@pytest.mark.parametrize(
    "target",
    [
        "县域经济综合实力: 进入全省前50位",
        "进出口增速: {value: 不低于平均水平, scope: 全省}",
        "工业投资增速: {value: 居第2位, scope: 全市}",
        "全省异地就医直接结算率: 达到100%",
        "全国文明城市测评指数: 达到90",
        "中心城区地区生产总值占全县比重: 超过20%",
        "农民收入: 高于全省平均水平",
    ],
)
def test_ranks_and_comparisons_are_quiet(lint: Lint, target: str) -> None:
    assert lint(f"goals:\n  - targets:\n      {target}\n", CODE) == []


@pytest.mark.parametrize(
    "summary",
    [
        "落实全省统一部署，争创全省现代农业示范区",
        "对接全省“八大行动”，参加全市农村创业大赛",
        "建设安全县城，健全县乡村三级体系",
        "融入全国统一大市场，服务我国大局",
        "我省首个试点，走在全省前列",
        "湖南省、邵阳市、新邵县三级联动，拓展湖南市场，发展湖南区域经济",
        "助力提升全省公共服务水平",
        "新邵县域经济、邵阳市区交通、湖南区块链产业",
    ],
)
def test_references_and_other_words_are_quiet(lint: Lint, summary: str) -> None:
    assert lint(f"organisation:\n  summary: {summary}\n", CODE) == []


@pytest.mark.parametrize(
    ("code", "summary"),
    [
        (CITY, "在全县推广试点经验，全区铺开"),
        (COUNTY_CITY, "全市上下齐心，全州领先，我市率先"),
        (PREFECTURE, "全州推进，湘西州各部门"),
        (REGION, "我区重点项目，全区统一调度，全州县除外"),
        (DISTRICT, "我区、全区、全市、全省"),
        ("150102", "建设新城市民中心，打造现代化新城市"),  # 呼和浩特市新城区
        ("999999", "全省、全县、我市"),
    ],
)
def test_each_place_has_words_of_its_own(lint: Lint, code: str, summary: str) -> None:
    assert lint(plan(code, "示例方案", f"organisation:\n  summary: {summary}\n"), CODE) == []


@pytest.mark.parametrize(
    ("code", "title"),
    [
        (COUNTY, "新邵县实施方案"),
        (COUNTY, "湖南省邵阳市新邵县实施方案"),
        (COUNTY, "邵阳市新邵县实施方案"),
        (CITY, "岳阳市实施“七大攻坚”总体方案"),
        (CITY, "平江县改革试点方案"),
        (COUNTY, "县实施“八大行动”总体方案"),
    ],
)
def test_own_titles_are_quiet(lint: Lint, code: str, title: str) -> None:
    assert lint(plan(code, title), CODE) == []


def test_a_known_indicator_of_the_superiors_whole_is_told_whatever_its_name_ends_in(lint: Lint) -> None:
    goals = "goals:\n  - targets: {全省技术合同成交额: 增长8%, 全省乡村治理示范村: 创建1个}\n"
    assert [one.subject for one in lint(plan(COUNTY, "新邵县方案", goals), CODE)] == ["全省"]


def test_a_county_of_one_character_is_a_place(lint: Lint) -> None:
    (found,) = lint(plan(COUNTY, "攸县实施“八大行动”总体方案"), CODE)
    assert "标题以“攸县”开头" in found.message.zh
    assert lint(plan(COUNTY, "城区物业管理行动方案"), CODE) == []


def test_titles_that_begin_with_one_other_place_are_one_finding(lint: Lint) -> None:
    text = """
        planspec: 1
        title: 隆回县实施“八大行动”总体方案
        jurisdiction: "430522"
        year: 2024
        annexes: [隆回县产业培塑行动实施方案, 隆回县创新提升行动实施方案]
        """
    (found,) = lint(text, "TXT004")
    assert (found.span.start_line, found.span.start_column, len(found.related)) == (2, 8, 2)
    assert "标题以“隆回县”开头（共3处）" in found.message.zh
