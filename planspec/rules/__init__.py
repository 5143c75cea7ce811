"""The rules: one file each, listed here in the order of their codes. No scanning.

A new rule is one file, one line here, one test file (see CONTRIBUTING.md).
"""

from __future__ import annotations

from typing import Final

from planspec.rules.fmt import (
    ambiguous_scalar,
    duplicate_id,
    duplicate_key,
    include_missing,
    phrase_not_understood,
    schema_violation,
    unused_ignore,
    yaml_error,
)
from planspec.rules.res import (
    lead_also_support,
    lead_not_member,
    member_without_task,
    row_units_differ,
    row_without_leader,
    several_leads,
    support_not_member,
    task_without_lead,
    task_without_unit,
    unit_of_another_level,
    unit_overburdened,
    unit_twice,
    unit_under_two_names,
    unknown_unit,
    vague_unit,
    work_under_two_leads,
    workgroup_differs,
    workgroup_incomplete,
)
from planspec.rules.rule import Rule
from planspec.rules.structure import (
    annexes_differ,
    counts_differ,
    goals_missing,
    numbering_broken,
    programme_count_differs,
    section_empty,
)
from planspec.rules.tgt import (
    conflicting_values,
    double_comparator,
    looser_than_goal,
    part_exceeds_whole,
    parts_do_not_add_up,
    share_out_of_range,
    unit_does_not_fit,
)

ALL: Final[tuple[Rule, ...]] = (
    yaml_error.rule,
    schema_violation.rule,
    duplicate_key.rule,
    include_missing.rule,
    phrase_not_understood.rule,
    duplicate_id.rule,
    unused_ignore.rule,
    ambiguous_scalar.rule,
    numbering_broken.rule,
    annexes_differ.rule,
    programme_count_differs.rule,
    counts_differ.rule,
    section_empty.rule,
    goals_missing.rule,
    task_without_unit.rule,
    task_without_lead.rule,
    several_leads.rule,
    unit_twice.rule,
    lead_also_support.rule,
    unknown_unit.rule,
    unit_under_two_names.rule,
    lead_not_member.rule,
    support_not_member.rule,
    member_without_task.rule,
    unit_of_another_level.rule,
    vague_unit.rule,
    row_units_differ.rule,
    workgroup_incomplete.rule,
    row_without_leader.rule,
    unit_overburdened.rule,
    work_under_two_leads.rule,
    workgroup_differs.rule,
    conflicting_values.rule,
    looser_than_goal.rule,
    parts_do_not_add_up.rule,
    part_exceeds_whole.rule,
    unit_does_not_fit.rule,
    share_out_of_range.rule,
    double_comparator.rule,
)

_BY_NAME: Final[dict[str, Rule]] = {
    word: rule for rule in ALL for word in (rule.code, rule.name.upper(), *map(str.upper, rule.aliases))
}


def find_rule(word: str) -> Rule | None:
    """Return the rule with this code or name (any case), None where there is none."""
    return _BY_NAME.get(word.strip().upper())
