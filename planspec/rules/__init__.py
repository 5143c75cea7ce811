"""The rules: one file each, listed here in the order of their codes. No scanning.

A new rule is one file, one line here, one test file (see CONTRIBUTING.md).
"""

from __future__ import annotations

from typing import Final

from planspec.rules.aln import (
    action_without_counterpart,
    allocation_differs,
    basis_differs,
    below_superior,
    deferred_though_known,
    deferred_unresolved,
    later_than_superior,
    not_taken_up,
    total_missed,
)
from planspec.rules.dat import (
    cadence_differs,
    deadline_before_issue,
    deadline_missing,
    deadline_outside_year,
    stale_year,
)
from planspec.rules.fmt import (
    ambiguous_scalar,
    baseline_without_reason,
    duplicate_id,
    duplicate_key,
    include_missing,
    key_out_of_order,
    phrase_not_understood,
    schema_violation,
    stale_baseline_entry,
    unused_ignore,
    yaml_error,
)
from planspec.rules.ref import (
    conflicting_citations,
    document_not_in_force,
    malformed_document_number,
    project_under_two_names,
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
    action_not_measurable,
    conflicting_values,
    direction_contradicted,
    double_comparator,
    figures_incompatible,
    goal_not_carried,
    indicator_under_two_names,
    looser_than_goal,
    order_contradicted,
    part_exceeds_whole,
    parts_do_not_add_up,
    percent_or_unit_wrong,
    row_differs,
    share_out_of_range,
    task_without_result,
    unit_does_not_fit,
)
from planspec.rules.txt import (
    faulty_punctuation,
    repeated_text,
    unfinished_text,
    word_of_another_place,
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
    stale_baseline_entry.rule,
    baseline_without_reason.rule,
    key_out_of_order.rule,
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
    goal_not_carried.rule,
    row_differs.rule,
    figures_incompatible.rule,
    order_contradicted.rule,
    direction_contradicted.rule,
    task_without_result.rule,
    double_comparator.rule,
    indicator_under_two_names.rule,
    percent_or_unit_wrong.rule,
    action_not_measurable.rule,
    deadline_outside_year.rule,
    deadline_before_issue.rule,
    stale_year.rule,
    cadence_differs.rule,
    deadline_missing.rule,
    below_superior.rule,
    not_taken_up.rule,
    deferred_unresolved.rule,
    deferred_though_known.rule,
    allocation_differs.rule,
    total_missed.rule,
    action_without_counterpart.rule,
    basis_differs.rule,
    later_than_superior.rule,
    malformed_document_number.rule,
    conflicting_citations.rule,
    document_not_in_force.rule,
    project_under_two_names.rule,
    unfinished_text.rule,
    faulty_punctuation.rule,
    repeated_text.rule,
    word_of_another_place.rule,
)

_BY_NAME: Final[dict[str, Rule]] = {
    word: rule for rule in ALL for word in (rule.code, rule.name.upper(), *map(str.upper, rule.aliases))
}


def find_rule(word: str) -> Rule | None:
    """Return the rule with this code or name (any case), None where there is none."""
    return _BY_NAME.get(word.strip().upper())
