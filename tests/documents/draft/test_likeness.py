"""Names and figures that say one thing."""

from __future__ import annotations

import pytest

from planspec.documents.draft.likeness import figures_equal, names_alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("安全利用率", "受污染耕地安全利用率", True),
        ("适龄妇女“两癌”检查", "农村适龄妇女两癌检查", True),
        ("公路", "铁路", False),
        ("粮食产量", "油料产量", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert names_alike(one, other) is same
    assert names_alike(other, one) is same


def test_figures_are_equal_by_whichever_verb() -> None:
    assert figures_equal("增加233个", "新增233个")
    assert figures_equal("1000人", "1000名")
    assert not figures_equal("3个", "3公里")
    assert not figures_equal("5000亩", "0.5万亩")  # both are kept as they are written
    assert not figures_equal("持续下降", "稳步下降")
