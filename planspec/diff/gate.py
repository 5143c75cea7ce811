"""Which classes of changes fail a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planspec.diff.change import ChangeClass

FAIL_ON: Final[Mapping[str, frozenset[ChangeClass]]] = {
    "none": frozenset(),
    "weakened": frozenset({ChangeClass.WEAKENED}),
    "redefined": frozenset({ChangeClass.WEAKENED, ChangeClass.REDEFINED, ChangeClass.UNDECIDED}),
    "any": frozenset(ChangeClass) - {ChangeClass.REWORDED},
}
"""By the word of the command line. `any` is any change of meaning: what was merely reworded never fails a run."""
