"""The end of a document: list of annexes, signature."""

from __future__ import annotations

from planspec.documents.parts import take_apart
from planspec.documents.text import read_text

BODY = "某县工作方案\n一、任务\n（一）修路。建成3公里。\n"


def test_annexes_are_listed_in_one_line_or_in_several() -> None:
    for listed in (
        "附件：1.任务分解表 2.项目清单",
        "附件：1.任务分解表\n2.项目清单",
        "附件1：任务分解表\n附件2：项目清单",
    ):
        parts = take_apart(read_text(BODY + listed, "plan.txt"))
        assert [(entry.no, entry.title) for entry in parts.listed] == [
            ("1", "任务分解表"),
            ("2", "项目清单"),
        ], listed


def test_a_single_annex_needs_no_number() -> None:
    parts = take_apart(read_text(BODY + "附件：某县任务分解表\n2024年3月1日", "plan.txt"))
    assert [(entry.no, entry.title) for entry in parts.listed] == [("", "某县任务分解表")]
    assert parts.issued == "2024-03-01"


def test_a_signature_below_the_plan_tells_issuer_and_date() -> None:
    parts = take_apart(read_text(BODY + "某县人民政府办公室\n2025年5月17日\n（此件公开发布）", "plan.txt"))
    assert (parts.issuer, parts.issued) == ("某县人民政府办公室", "2025-05-17")
    assert parts.overall is not None
    assert len(parts.overall.blocks) == 2
