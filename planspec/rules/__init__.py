"""The rules: one file each, listed here in the order of their codes. No scanning.

A new rule is one file, one line here, one test file (see CONTRIBUTING.md).
"""

from __future__ import annotations

from typing import Final

from planspec.rules.res import task_without_unit
from planspec.rules.rule import Rule

ALL: Final[tuple[Rule, ...]] = (task_without_unit.rule,)

_BY_NAME: Final[dict[str, Rule]] = {
    word: rule for rule in ALL for word in (rule.code, rule.name.upper(), *map(str.upper, rule.aliases))
}


def find_rule(word: str) -> Rule | None:
    """Return the rule with this code or name (any case), None where there is none."""
    return _BY_NAME.get(word.strip().upper())
