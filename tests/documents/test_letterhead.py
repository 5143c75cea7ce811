"""The head of a document: a title over several lines, its number above or below."""

from __future__ import annotations

import pytest

from planspec.documents.parts import Parts, take_apart
from planspec.documents.text import read_text

BODY = "各县（市、区）人民政府：\n为做好工作，提出如下意见。\n一、任务\n（一）修路。建成3公里。\n"


def parts(text: str) -> Parts:
    return take_apart(read_text(text, "plan.txt"))


def test_a_title_of_two_lines_is_one_and_the_number_may_stand_below() -> None:
    found = parts("某市人民政府关于加快发展\n文化旅游产业的实施意见\n某政发〔2023〕6号\n" + BODY)
    assert (found.title, found.document) == (
        "某市人民政府关于加快发展文化旅游产业的实施意见",
        "某政发〔2023〕6号",
    )
    assert {field for _, field in found.used} == {"title", "document"}


def test_a_title_of_three_lines_is_known_from_the_notice() -> None:
    found = parts(
        "某市人民政府办公室关于印发某市推动大规模设备更新工作方案（2024—2027年）的通知\n某政办发〔2024〕6号\n"
        "现将方案印发给你们。\n某市推动大规模\n设备更新工作方案\n（2024—2027年）\n" + BODY
    )
    assert found.title == "某市推动大规模设备更新工作方案（2024—2027年）"
    assert found.overall is not None
    assert found.overall.spot.line == 6


@pytest.mark.parametrize("above", ["某市人民政府", "某政发〔2023〕6号", "2023年5月6日", "某市通知。", "目标"])
def test_what_stands_above_a_whole_title_is_no_part_of_it(above: str) -> None:
    assert parts(f"{above}\n某市文化旅游产业行动方案\n" + BODY).title == "某市文化旅游产业行动方案"


def test_the_list_of_annexes_may_stand_in_the_notice() -> None:
    found = parts(
        "某市人民政府关于印发某市文旅方案的通知\n现印发给你们。\n附件：1．任务分解表\n2．项目清单\n某市人民政府\n2023年5月6日\n"
        "某市文旅方案\n" + BODY
    )
    assert [entry.title for entry in found.listed] == ["任务分解表", "项目清单"]
    assert found.issued == "2023-05-06"


def test_an_annex_line_above_a_signature_begins_none() -> None:
    assert parts("某市文旅方案\n" + BODY + "附件\n某市人民政府办公室\n2023年5月6日").annexes == []


def test_a_title_may_be_quoted_in_the_first_line() -> None:
    found = parts("中共某市委办公室 某市人民政府办公室印发《关于推进乡村全面振兴的若干措施》\n" + BODY)
    assert found.title == "关于推进乡村全面振兴的若干措施"


def test_the_name_of_a_file_may_tell_the_title() -> None:
    found = take_apart(
        read_text("某政发〔2023〕6号\n" + BODY, "某市人民政府印发《某市文旅产业若干意见》.txt")
    )
    assert found.title == "某市文旅产业若干意见"
