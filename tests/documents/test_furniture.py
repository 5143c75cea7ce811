"""What stands around a text on its page."""

from __future__ import annotations

import pytest

from planspec.documents.blocks import Paragraph, Spot
from planspec.documents.furniture import sift

TEXT = (
    "为深入贯彻落实上级部署，推动经济社会高质量发展，结合本地实际，现就有关工作制定如下实施方案，"
    "请认真组织实施，抓好各项任务的落实。"
)


def sifted(*lines: str) -> tuple[list[str], list[tuple[str, str]]]:
    kept, dropped = sift([Paragraph(line, Spot(number)) for number, line in enumerate(lines, 1)])
    return [block.text for block in kept if isinstance(block, Paragraph)], [
        (text, why) for _, text, why in dropped
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("当前位置:首页 > 政务公开 > 文件", "navigation"),
        ("您的位置：首页>公开", "navigation"),
        ("首页 > 政策 > 正文", "navigation"),
        ("上一篇：关于某事的通知", "navigation"),
        ("【打印】【关闭】", "print"),
        ("打印本页 关闭窗口", "print"),
        ("字体：【大 中 小】", "print"),
        ("分享到：微信 微博", "share"),
        ("扫一扫在手机打开当前页", "scan"),
        ("浏览次数：1024次", "counter"),
        ("备案号：某ICP备2020018426号-1", "site"),
        ("设为首页 | 加入收藏", "site"),
        ("相关阅读:", "related"),
    ],
)
def test_some_lines_are_furniture_anywhere(line: str, reason: str):
    assert sifted(TEXT, line, TEXT) == ([TEXT, TEXT], [(line, reason)])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("来源：某县政府 发布时间：2024-03-18 16:21", "byline"),
        ("• 作者：某县", "byline"),
        ("发布日期：2024-03-18", "date"),
        ("2024-03-18 16:21 来源：某网", "date"),
        ("索 引 号：4305/2024-001", "metadata"),
        ("公开方式：主动公开", "metadata"),
    ],
)
def test_some_lines_are_furniture_above_the_text(line: str, reason: str):
    assert sifted("某县行动方案", line, TEXT) == (["某县行动方案", TEXT], [(line, reason)])
    assert sifted(TEXT, line, TEXT) == ([TEXT, line, TEXT], [])


def test_below_the_text_everything_after_the_first_is_furniture():
    kept, dropped = sifted(
        TEXT, "抄送：县委各部门。", "2024年3月18日印发", "责任编辑：某某", "政策图解", "某某热线"
    )
    assert kept == [TEXT, "抄送：县委各部门。", "2024年3月18日印发"]
    assert dropped == [("责任编辑：某某", "byline"), ("政策图解", "related"), ("某某热线", "below related")]


@pytest.mark.parametrize(
    "line",
    [
        "主办单位：市商务局", "来源地管控", "1.打印社整治", "一、首页改版工程", "首页适老化改造", "时间：6月底前", "电话回访制度",
        "编辑部迁建项目", "上一阶段任务", "分享经验", "责任单位：市广电局",
    ],
)  # fmt: skip
def test_a_plan_may_have_such_words_of_its_own(line: str):
    assert sifted(TEXT, line, TEXT)[1] == []


def test_the_document_number_above_the_text_is_kept():
    assert sifted("发文字号：某政发〔2024〕3号", "某政发〔2024〕3号", "成文日期：2024年3月1日", TEXT)[1] == []


def test_a_page_that_is_all_furniture_keeps_nothing():
    assert sifted("首页", "扫一扫") == ([], [("首页", "navigation"), ("扫一扫", "scan")])


def test_a_link_to_a_file_is_furniture_however_long_its_address():
    link = f"- [某市关于印发《某方案》的通知.pdf](/res/{'a' * 150}.pdf )"
    assert sifted(TEXT, "2025年3月1日", "【原文下载】", link)[0] == [TEXT, "2025年3月1日"]
