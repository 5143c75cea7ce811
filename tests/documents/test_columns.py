"""What a column holds, by its name."""

from __future__ import annotations

import pytest

from planspec.documents.columns import Column, Holds, column, is_header


@pytest.mark.parametrize(
    ("names", "holds"),
    [
        ("序号 编号 项次 序 号", Holds.NUMBER),
        ("类别 领域 工作类别 项目类型 专项行动", Holds.GROUP),
        ("任务 事项 工作任务 重点任务 项目名称 民生实事 指标 任务清单 改革事项", Holds.NAME),
        ("内容 工作内容 具体举措 工作措施 建设内容及规模 工作要求", Holds.CONTENT),
        ("目标 年度任务 目标任务 2025年目标 2024年 目标值 任务数", Holds.TARGET),
        ("牵头单位 牵头部门 主办单位 第一牵头单位 市级牵头单位 牵头责任单位 牵头处室", Holds.LEAD),
        ("配合单位 协办单位 参与部门 责任配合单位", Holds.SUPPORT),
        ("责任单位 主要责任单位 责任部门 实施主体 责任科室 承办单位 部门分工 牵头（责任）单位 牵头单位及配合单位", Holds.UNITS),
        ("分管领导 县政府分管领导 责任领导 责任人 牵头领导 第一责任人 联系人", Holds.LEADER),
        ("完成时限 时限要求 完成时间 时间节点 时限 完成期限", Holds.BY),
        ("总投资 投资额 年度计划投资 所需资金", Holds.MONEY),
        ("工作进度 进展情况 完成情况 进度安排", Holds.PROGRESS),
        ("备注 说明", Holds.NOTE),
        ("建设地点 指标属性 联系电话 建设年限", Holds.OTHER),
    ],
)  # fmt: skip
def test_names_of_columns(names: str, holds: Holds):
    assert {name: one.holds if (one := column(name)) else None for name in names.split()} == dict.fromkeys(
        names.split(), holds
    )


@pytest.mark.parametrize(
    "text",
    ["", "1", "新建公园", "市林业局", "机械制造", "强化要素保障", "县政府", "加强组织领导，落实各方责任"],
)
def test_what_is_no_name_of_a_column(text: str):
    assert column(text) is None


def test_blanks_and_line_ends_do_not_matter():
    assert column("年 度\n任 务") == Column("年度任务", Holds.TARGET)


def test_a_bracket_may_tell_the_measure_or_who_leads():
    assert column("总投资（万元）") == Column("总投资（万元）", Holds.MONEY, "万元")
    assert column("责任单位（排名第一的为牵头单位）") == Column(
        "责任单位（排名第一的为牵头单位）", Holds.UNITS, "", True
    )


def test_a_header_names_columns_of_different_kinds():
    assert is_header([column("序号"), column("任务"), column("责任单位")])
    assert is_header([column("任务"), None, column("完成时限")])
    assert not is_header([column("任务"), column("事项")])
    assert not is_header([column("任务"), None, None, None, column("备注")])
