"""TXT001: no placeholder, no sentence that lost its words."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "TXT001"


def test_placeholders_are_marked_one_by_one(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets:
              规模工业增加值: 增长XX%
        #                ^^ unfinished-text
              粮食产量: {value: 待定, by: ×月底前}
        #                   ^^      ^ unfinished-text
        organisation:
          summary: 由（  ）牵头，TODO补充
        #           ^^^^   ^^^^ unfinished-text
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.ERROR}
    assert "只写了占位符“待定”" in found[1].message.zh + found[2].message.zh


def test_a_placeholder_for_a_unit_is_marked(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: XX局, support: [县财政局, 待定]}
        #                           ^^                   ^^ unfinished-text
        """,
        CODE,
    )


def test_broken_and_doubled_texts_are_marked(marked: Lint) -> None:
    found = marked(
        """
        tasks:
          - title: 强化招引、
        #              ^ unfinished-text
          - title: ，推进园区建设
        #          ^ unfinished-text
          - title: 优化环境，、提升服务
        #              ^^ unfinished-text
          - title: 加快加快园区的的建设
        #          ^^^^  ^^ unfinished-text
          - title: 完善机制……
        #              ^^ unfinished-text
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.WARNING}


@pytest.mark.parametrize(
    "title",
    [
        "构建“1+3+X”现代化产业体系",
        "建设4×4现代化产业体系",
        "等待定期检查",
        "核查对待定点医院的投诉",
        "机制有待完善",
        "二○○五年以来的存量项目",
        "完善以增收为目的的机制",
        "新增新增长点3个",
        "制定实施实施细则",
        "壮大优势产业产业链",
        "工业APP、XXL级",
        "乐享消费（第一季）",
        "构建共建共治共享格局",
        "办好12345热线！！",
        "“两品一标”、“三品”等",
    ],
)
def test_words_that_look_alike_are_quiet(lint: Lint, title: str) -> None:
    assert lint(f'tasks:\n  - title: "{title}"\n', CODE) == []


def test_a_spared_name_is_quiet_and_a_missing_one_is_not(lint: Lint) -> None:
    assert lint("tasks:\n  - {title: 循环经济, leader: 李××}\n", CODE) == []
    assert len(lint("tasks:\n  - {title: 循环经济, leader: ××}\n", CODE)) == 1


def test_codes_and_paths_are_no_text(lint: Lint) -> None:
    text = "tasks:\n  - {id: XX, no: （）, title: 循环经济, source: 附件2/二/XX、}\nx-note: TODO\n"
    assert lint(text, CODE) == []
