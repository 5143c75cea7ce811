"""The table of laws: days and successors hang together."""

from __future__ import annotations

from datetime import date

from planspec.registry.laws import _laws, law


def test_a_repealed_law_names_the_day_and_its_successor() -> None:
    found = law("中华人民共和国合同法")
    assert found is not None
    assert (found.repealed, found.by) == (date(2021, 1, 1), "民法典")


def test_a_law_in_force_throughout_is_no_entry() -> None:
    assert law("安全生产法") is None
    assert law("劳动合同法") is None


def test_every_entry_has_a_day_and_a_source() -> None:
    for name, entry in _laws().items():
        assert (entry.repealed is not None) or (entry.passed is not None), name
        assert entry.source, name
        assert entry.by or entry.repealed is None, name
        assert not name.startswith("中华人民共和国"), name


def test_a_successor_was_adopted_before_it_took_over() -> None:
    for name, entry in _laws().items():
        successor = law(entry.by)
        if entry.repealed and successor is not None and successor.passed is not None:
            assert successor.passed <= entry.repealed, name
