"""The catalogue: every kind is complete, has its mirror image, and every code that is used is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planspec.diff import ALL, KINDS, find_kind
from planspec.diff.kind import CLASSES
from planspec.diff.kind import Kind as ChangeKind

SOURCES = Path(__file__).parents[2] / "planspec" / "diff"


def test_there_are_at_least_forty_kinds_and_no_code_stands_twice() -> None:
    assert len(ALL) == len(KINDS) >= 40


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)
def test_a_kind_is_complete(kind: ChangeKind) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", kind.code)
    for said in (kind.title, kind.why):
        assert said.zh and said.en
        assert not re.search(r"[,;:?!]", said.zh)
    assert kind.kind in CLASSES


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)
def test_read_backwards_it_is_its_mirror_image(kind: ChangeKind) -> None:
    mirror = KINDS[kind.mirror]
    assert mirror.mirror == kind.code
    assert mirror.kind is kind.kind.mirrored
    assert mirror.aspect == kind.aspect


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    pattern = re.compile(
        r'"((?:target|limit|firmness|deadline|lead|support|units|leader|task|section|action|goal|row|workgroup|convenor|head|office|member|members|deputies|cadence|evaluation|list|item|basis|project|deliverable|text|summary|note|figure|trend|measure|scope|period|reference|baseline|direction|unit-list|indicator|amount|allocation|declaration|status|id|source|numbering|items|field|responsibility|tier|theme|parts|deferred|annex-list|distribution|issuer|place|programme|year|extent|title|document-number|issue-date|unit)-[a-z]+(?:-[a-z]+)*)"'
    )
    used = {
        code
        for path in SOURCES.glob("*.py")
        if path.name not in ("catalogue.py", "lineup.py")
        for code in pattern.findall(path.read_text("utf-8"))
    }
    assert used - KINDS.keys() <= {"leading-group"}


def test_a_kind_is_found_by_its_code() -> None:
    found = find_kind(" Target-Lowered ")
    assert found is not None
    assert found.title.zh == "要求调低"
    assert find_kind("nothing") is None
