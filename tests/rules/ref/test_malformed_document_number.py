"""REF001: the number of a document is written as the standard has it."""

from __future__ import annotations

import pytest

from planspec.source.edits import apply

from ..conftest import Lint
from ..marks import whole

CODE = "REF001"


def test_other_brackets_are_marked_and_exchanged(marked: Lint) -> None:
    text = """
        document: 新政办发［2024］2号
        #         ^^^^^^^^^^^^ malformed-document-number
        """
    (found,) = marked(text, CODE)
    assert "六角括号" in found.message.zh
    assert found.fix is not None and found.fix.safe
    fixed = apply(whole("document: 新政办发［2024］2号\n"), found.fix.edits)
    assert fixed.endswith("document: 新政办发〔2024〕2号\n")


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("湘政办发〔2024〕第1号", "不加“第”"),
        ("湘政办发〔2024〕01号", "不补零"),
        ("湘政办发〔24〕1号", "写全四位"),
        ("湘政办发〔2024年〕1号", "不带“年”字"),
        ("湘政办发〔2024〕1", "缺“号”字"),
        ("〔2024〕1号", "缺机关代字"),
    ],
)
def test_each_fault_is_named_and_no_figure_is_mended(lint: Lint, written: str, fault: str) -> None:
    (found,) = lint(f'basis:\n  - title: 省方案\n    document: "{written}"\n', CODE)
    assert (found.span.start_line, found.span.start_column) == (7, 16)
    assert fault in found.message.zh
    assert found.fix is None


def test_a_number_cut_off_is_reported_without_a_guess(lint: Lint) -> None:
    (found,) = lint('document: "新政办发〔20242"\n', CODE)
    assert "不成样式" in found.message.zh


def test_a_number_in_running_text_is_marked(marked: Lint) -> None:
    marked(
        """
        organisation:
          summary: 按照《某某县督查办法》（新政办发(2024)3号）执行
        #                      ^^^^^^^^^^^^ malformed-document-number
        """,
        CODE,
    )


def test_the_fix_leaves_an_issued_plan_alone(lint: Lint) -> None:
    (found,) = lint("document: 新政办发[2024]2号\nissued: 2024-03-18\nstatus: issued\n", CODE)
    assert found.fix is None


@pytest.mark.parametrize(
    "written",
    [
        "湘政办发〔2024〕1号",
        "国办发明电〔2022〕10号",
        "国务院令第393号",
        "主席令第六十五号",
        "市场监管总局公告2024年第3号",
        "GB/T 9704-2012",
    ],
)
def test_right_numbers_and_other_kinds_are_quiet(lint: Lint, written: str) -> None:
    assert lint(f'document: "{written}"\n', CODE) == []


def test_plots_contracts_and_years_in_brackets_are_quiet(lint: Lint) -> None:
    text = """
        organisation:
          summary: 宗地(2024)12号地块、合同（2023）5号、规划（2023—2027年）、某某市公告（2024）第3号
        """
    assert lint(text, CODE) == []
