"""The assignment is the best there is, and its margins tell what another choice would lose."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planspec.diff.assign import best_assignment, margins

weights = st.dictionaries(
    st.integers(0, 5), st.dictionaries(st.integers(0, 5), st.integers(1, 12), max_size=6), max_size=6
)


def best_sum(rows: list[tuple[int, dict[int, int]]], taken: frozenset[int] = frozenset()) -> int:
    """Return the greatest sum by trying everything."""
    if not rows:
        return 0
    (_, own), rest = rows[0], rows[1:]
    best = best_sum(rest, taken)
    for column, weight in own.items():
        if column not in taken:
            best = max(best, weight + best_sum(rest, taken | {column}))
    return best


@given(weights)
@settings(max_examples=300, deadline=None)
def test_no_assignment_weighs_more(given_weights: dict[int, dict[int, int]]) -> None:
    found = best_assignment(given_weights)
    assert len(set(found.values())) == len(found)
    total = sum(given_weights[row][column] for row, column in found.items())
    assert total == best_sum(sorted(given_weights.items()))


def test_a_row_goes_elsewhere_where_that_gains_more_in_all() -> None:
    assert best_assignment({0: {0: 9, 1: 8}, 1: {0: 7}}) == {0: 1, 1: 0}


def test_the_margin_is_the_loss_of_the_next_best_choice() -> None:
    candidates = {0: {0: 90, 1: 85}, 1: {1: 95}}
    assert margins(candidates, best_assignment(candidates)) == {0: 90, 1: 95}
    assert margins({0: {0: 90, 1: 85}, 1: {0: 88, 1: 90}}, {0: 0, 1: 1}) == {0: 7, 1: 7}
    assert margins({0: {0: 60, 1: 58}}, {0: 0}) == {0: 2}
    assert margins({0: {0: 60}, 1: {0: 55}}, {0: 0}) == {0: 5}
