"""FMT009: an entry of the baseline that fits nothing. (More of it in tests/lint/test_baseline.py.)"""

from __future__ import annotations

import pytest

from ..conftest import Lint

CODE = "FMT009"


def baseline(*entries: str) -> str:
    return "# baseline.yaml\n- reason: 已印发\n  findings:\n" + "".join(f"  - {entry}\n" for entry in entries)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "{rule: RES002, item: gone, about: 现代农业}",
            "基线里的这一条已经对不上：RES002（现代农业）没有了。",
        ),
        (
            "{rule: RES002, item: circular-economy, what: x}",
            "基线里的这一条已经对不上：RES002（circular-economy）",
        ),
        ("{rule: RES992, item: circular-economy}", "基线里的规则“RES992”不存在；"),
        ("{rule: FMT002, item: plan.yaml}", "FMT002 不能列入基线："),
        ("{rule: int001, item: plan.yaml}", "基线里的规则“int001”不存在；"),
    ],
)
def test_an_entry_that_fits_nothing_is_found(lint: Lint, entry: str, message: str) -> None:
    (found,) = lint(baseline("{rule: RES002, item: circular-economy}", entry), CODE)
    span = found.span
    assert (span.start_line, span.start_column, span.end_column) == (5, 5, 5 + len(entry))
    assert found.message.zh.startswith(message)


def test_of_two_equal_entries_one_is_too_many(lint: Lint) -> None:
    entry = "{rule: RES002, item: circular-economy}"
    assert [one.span.start_line for one in lint(baseline(entry, entry), CODE)] == [5]


@pytest.mark.parametrize(
    "entry",
    [
        "{rule: RES002, item: circular-economy}",
        "{rule: task-without-lead, item: circular-economy}",
        "{rule: RES002, item: older-name, about: 循环经济}",
        "{rule: RES001, item: circular-economy}",  # a rule that does not run cannot tell
    ],
)
def test_an_entry_that_is_needed_or_cannot_be_judged_is_not(lint: Lint, entry: str) -> None:
    assert lint(baseline(entry), CODE) == []
