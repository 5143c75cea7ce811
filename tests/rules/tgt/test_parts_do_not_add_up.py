"""TGT003: declared parts add up to their whole."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "TGT003"


def test_total_that_is_more_than_its_parts_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              循环经济总产值: {value: 达到90亿元, parts: [资源再生产值, 绿色矿业产值]}
        #                      ^^^^^^ parts-do-not-add-up
              资源再生产值: 达到75亿元
              绿色矿业产值: 达到12亿元
        """,
        CODE,
    )
    assert found.severity is Severity.ERROR
    assert "合计87亿元，少3亿元" in found.message.zh
    assert [related.span for related in found.related] == [Span(8, 15, 8, 21), Span(9, 15, 9, 21)]


def test_total_that_is_less_is_marked_in_its_own_unit(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              发放资金: {value: 约1.0亿元, parts: [特别扶助金, 护理补贴, 慰问金]}
        #                   ^^^^^^ parts-do-not-add-up
              特别扶助金: 约8454万元
              护理补贴: 约1661万元
              慰问金: 约600万元
        """,
        CODE,
    )
    assert "10715万元" in found.message.zh and "715万元" in found.message.zh


def test_counted_things_add_up_to_the_last_one(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              重点项目: {value: 61个, parts: [产业项目, 民生项目]}
        #                   ^^^ parts-do-not-add-up
              产业项目: 40个
              民生项目: 20个
        """,
        CODE,
    )


def test_floors_are_added_like_figures(lint: Lint) -> None:
    (found,) = lint(
        """
        goals:
          - targets:
              重点项目: {value: 60个以上, parts: [产业项目, 民生项目]}
              产业项目: 30个以上
              民生项目: 20个以上
        """,
        CODE,
    )
    assert found.confidence is Confidence.MEDIUM


def test_parts_elsewhere_in_the_plan_are_found(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              循环经济总产值: {value: 达到90亿元, parts: [资源再生产值, 绿色矿业产值]}
        #                      ^^^^^^ parts-do-not-add-up
        actions:
          - action: 产业培塑行动
            goals: [{targets: {资源再生产值: 75亿元}}]
            tasks: [{title: 绿色矿山, targets: {绿色矿业产值: 达到12亿元}}]
        """,
        CODE,
    )


def test_sums_that_agree_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              循环经济总产值: {value: 达到87亿元, parts: [资源再生产值, 绿色矿业产值]}
              资源再生产值: 达到75亿元
              绿色矿业产值: 达到12亿元
              重点项目: {value: 60个以上, parts: [产业项目, 民生项目]}
              产业项目: 40个以上
              民生项目: 20个以上
        """
    assert lint(text, CODE) == []


def test_rounding_and_about_are_allowed_for(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              发放资金: {value: 1.07亿元, parts: [特别扶助金, 护理补贴, 慰问金]}
              特别扶助金: 8454万元
              护理补贴: 1661万元
              慰问金: 600万元
              总产值: {value: 90亿元左右, parts: [甲产值, 乙产值]}
              甲产值: 达到70亿元左右
              乙产值: 达到18.5亿元
        """
    assert lint(text, CODE) == []


def test_an_open_total_may_exceed_its_parts(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              重点项目: {value: 61个, parts: [产业项目, 民生项目]}
              产业项目: 40个以上
              民生项目: 20个
        """
    assert lint(text, CODE) == []


def test_parts_without_a_figure_of_the_kind_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              循环经济总产值: {value: 达到90亿元, parts: [资源再生产值, 绿色矿业产值]}
              资源再生产值: 增长12%
              绿色矿业产值: 达到12亿元
              重点项目: {value: 60个, parts: [产业项目, 不存在的项目]}
              产业项目: 40个
              园区: {value: 达到5个, parts: [省级园区, 市级园区]}
              省级园区: 新增1个
              市级园区: 新增2个
        """
    assert lint(text, CODE) == []


def test_a_part_greater_than_the_whole_is_left_to_its_own_rule(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              重点项目: {value: 60个, parts: [产业项目, 民生项目]}
              产业项目: 70个
              民生项目: 20个
        """
    assert lint(text, CODE) == []
    assert len(lint(text, "TGT004")) == 1
