"""A sample of the labelled corpus; `benchmarks/diffing.py --corpus` reads the whole."""

from __future__ import annotations

import pytest

from .edits import revise
from .plans import REAL, real_value
from .scoring import Score, score


@pytest.mark.parametrize("ids", [True, False], ids=["ids", "no-ids"])
@pytest.mark.parametrize("name", REAL)
def test_pairs_are_right_and_each_edit_is_told_once(name: str, ids: bool) -> None:
    total = Score()
    for seed, edits in ((1, 6), (2, 40)):
        score(revise(real_value(name), seed, edits, ids=ids), total, seed)
    assert total.false_pairs == 0
    assert total.recall >= 0.98
    assert [(expected.edit, expected.codes) for _, expected in total.untold] == []
    assert [(change.code, change.message.zh) for _, change in total.extra] == []
