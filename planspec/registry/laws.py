"""National laws and regulations with the days between which they can be cited (data/laws.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

import msgspec

from .tables import entries, parse, shipped

_FILE: Final = "laws.yaml"
_STATE: Final = "中华人民共和国"


class Law(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A law or administrative regulation that cannot be cited on every day."""

    source: str
    """The article or decree that says so."""
    passed: date | None = None
    """The day of its adoption; None where every plan is younger."""
    repealed: date | None = None
    """The day from which it is no longer in force; None while it is."""
    by: str = ""
    """What took its place."""


def law(title: str) -> Law | None:
    """The law of this title, with or without 中华人民共和国; None for one that is in force throughout."""
    return _laws().get(title.removeprefix(_STATE))


@cache
def _laws() -> Mapping[str, Law]:
    return entries(parse(shipped(_FILE), _FILE), "laws", Law, _FILE)
