"""TGT011: a target asks for better, not for worse."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "TGT011"


def test_a_floor_under_what_should_fall_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              城镇调查失业率: 5.5%以上
        #              ^^^^^^ direction-contradicted
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert "“城镇调查失业率”越低越好，这里的“5.5%以上”却要求它升高" in found.message.zh
    assert "better when lower" in found.message.en


def test_growth_of_what_should_fall_is_marked(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - title: 安全生产
                targets:
                  生产安全事故起数: 增长5%
        #                   ^^^^ direction-contradicted
                  不良贷款率: 提高
        #                ^^ direction-contradicted
                  单位GDP能耗: 高于全省平均水平
        #                  ^^^^^^^^ direction-contradicted
                  城镇登记失业率: [由3%提高到4%]
        #                   ^^^^^^^^ direction-contradicted
        """,
        CODE,
    )


def test_caps_and_falls_of_what_should_rise_are_marked(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              规模工业增加值: 下降7%
        #              ^^^^ direction-contradicted
              森林覆盖率: 控制在60%以内
        #            ^^^^^^^^ direction-contradicted
              常住人口城镇化率: 降低0.5个百分点
        #               ^^^^^^^^^ direction-contradicted
              居民收入: 持续下降
        #           ^^^^ direction-contradicted
        """,
        CODE,
    )


@pytest.mark.parametrize(
    "target",
    [
        "城镇调查失业率: 控制在5.5%以内",
        "城镇调查失业率: 5.5%左右",
        "城镇调查失业率: 保持5%",
        "城镇调查失业率: 低于全国平均水平",
        "生产安全事故起数: 持续下降",
        "生产安全事故起数: 下降10%以上",
        "能源消费总量: 增长3%以内",
        "能源消费总量: 增长3%左右",
        "重大事故隐患: 动态清零",
        "重大事故隐患: 整改100处以上",
        "社会物流总费用占地区生产总值比重: 下降至13%左右",
        "新增隐性债务: 不发生",
        "园区排名: 进入全省前80位",
    ],
)
def test_what_should_fall_and_is_to_fall_is_quiet(lint: Lint, target: str) -> None:
    assert lint(f"goals:\n  - targets: {{{target}}}\n", CODE) == []


@pytest.mark.parametrize(
    "target",
    [
        "规模工业增加值: 增长7%左右",
        "外贸进出口总额: 持平",
        "民生支出占比: 保持70%以上",
        "居民消费价格涨幅: 控制在3%左右",
        "专项债券: 控制在限额以内",
        "某某产业产值: 下降10%",
    ],
)
def test_what_should_rise_or_may_go_either_way_is_quiet(lint: Lint, target: str) -> None:
    assert lint(f"goals:\n  - targets: {{{target}}}\n", CODE) == []


def test_a_plan_may_say_that_less_is_better_here(lint: Lint) -> None:
    text = """
        goals:
          - targets: {新建商品住房库存: 下降10%}
        indicators:
          新建商品住房库存: {dimension: area, direction: less}
        """
    assert lint(text, CODE) == []
