"""TXT002: marks come in pairs and are full-width in Chinese text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.rules.txt._marks import marks_of
from planspec.source.diagnostic import Severity
from planspec.source.edits import apply

from ..conftest import Lint
from ..marks import whole

CODE = "TXT002"


def test_a_mark_without_its_other_half_is_marked(marked: Lint) -> None:
    found = marked(
        """
        tasks:
          - title: 建设通平修”绿色发展先行区
        #               ^ faulty-punctuation
          - title: 落实《优化营商环境条例
        #            ^ faulty-punctuation
          - title: 打造"智慧园区
        #            ^ faulty-punctuation
          - title: 深化改革（试点
        #              ^ faulty-punctuation
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.WARNING}
    assert "没有前引号（“）" in found[0].message.zh
    assert all(one.fix is None for one in found)


def test_a_pair_of_two_widths_is_marked_and_mended(marked: Lint) -> None:
    found = marked(
        """
        tasks:
          - title: 建设产业园(二期）
        #               ^^^^ faulty-punctuation
          - title: 推进“一网通办"改革
        #            ^^^^^^ faulty-punctuation
        """,
        CODE,
    )
    fixes = [one.fix for one in found]
    assert all(fix is not None and fix.safe for fix in fixes)
    assert [edit.text for fix in fixes if fix for edit in fix.edits] == ["（", "”"]


def test_half_width_marks_are_told_text_by_text(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - heading: 创新驱动，动能转换
            summary: 壮大产业,扩大投资;稳住外贸
        #                ^    ^ faulty-punctuation
        tasks:
          - title: 实施"向阳花"行动(试点)
        #            ^^^^^  ^^^^ faulty-punctuation
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.INFO}


def test_a_plan_that_writes_half_width_is_told_once(lint: Lint) -> None:
    rows = "".join(f"  - title: 任务{number}(试点)\n" for number in "甲乙丙丁戊")
    text = "tasks:\n" + rows
    (found,) = lint(text, CODE)
    assert "半角10个、全角0个" in found.message.zh
    assert len(found.related) == 3
    assert found.fix is not None and found.fix.safe
    fixed = apply(whole(text), found.fix.edits)
    assert fixed.count("（试点）") == 5
    assert lint(fixed, CODE) == []


def test_an_issued_plan_is_not_mended(lint: Lint) -> None:
    (found,) = lint("status: issued\ntasks:\n  - title: 建设产业园(二期)\n", CODE)
    assert found.fix is None


def test_a_text_with_escapes_gets_no_fix(lint: Lint) -> None:
    (found,) = lint('tasks:\n  - title: "实施\\"向阳花\\"行动"\n', CODE)
    assert found.fix is None


@pytest.mark.parametrize(
    "title",
    [
        "推进“专精特新”企业培育（第一批）",
        "落实《关于印发〈实施细则〉的通知》",
        "营业时间8:00—17:30，比例1:1，占3.5%",
        "参加Xi’an国际展会",
        "推广TCP/IP(v6),IPv4等",
        "1）优化环境；2）提升服务",
        "a) 优化环境",
        '订阅55" 屏幕',
        "（一）优化环境",
        "依据湘政办发(2024)1号文件",
    ],
)
def test_right_marks_are_quiet(lint: Lint, title: str) -> None:
    assert lint(f"tasks:\n  - title: '{title}'\n", CODE) == []


def test_sources_numbers_and_units_are_not_judged(lint: Lint) -> None:
    text = "tasks:\n  - {no: (一), title: 循环经济, lead: 市住建局(市人防办), source: 附件2/二/(一)}\n"
    assert lint(text, CODE) == []


@given(st.lists(st.sampled_from(["“”", "《》", "（）", "()", "〔〕"])), st.sampled_from(["文", "7%", ""]))
def test_what_is_nested_in_pairs_leaves_no_mark_alone(pairs: list[str], text: str) -> None:
    for pair in pairs:
        text = f"{pair[0]}{text}文{pair[1]}"
    marks = marks_of(text)
    assert marks.alone == []
    assert len(marks.pairs) == len(pairs)


@given(st.text('“”"《》（）()文a1', max_size=20))
def test_every_mark_is_in_a_pair_or_alone(text: str) -> None:
    marks = marks_of(text)
    told = [place for pair in marks.pairs for place in pair] + marks.alone
    assert len(told) == len(set(told))
    assert all(text[place] in '“”"《》（）()' for place in told)
