"""The deadline that a task's own text names."""

from __future__ import annotations

import pytest

from planspec.documents.blocks import Spot
from planspec.documents.draft.due import due_in
from planspec.documents.outline import Text


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("改造管网5公里，2027年底前完成。", "2027年底前"),
        ("大桥在7月底前建成。", "7月底前"),
        ("２０２６年３月底前完成普查。", "2026年3月底前"),
        ("6月30日前开园，6月30日前招商。", "6月30日前"),
        ("3月底前开工，9月底前完工。", None),
        ("每月25日前报送进度。", None),
        ("拆除2020年底前的危房。", None),
        ("2025年底前已登记的商户全部换证。", None),
        ("修路3公里。", None),
    ],
)
def test_one_deadline_still_to_come_is_the_tasks(text: str, due: str | None) -> None:
    assert due_in([Text(text, Spot(1))], 2026) == due
