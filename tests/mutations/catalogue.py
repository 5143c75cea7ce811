"""Which function plants which rule's fault, and which other rules may speak beside it."""

from __future__ import annotations

from random import Random
from typing import Final

from . import aln, dat, fmt, groups, ref, res, structure, tgt, txt, values
from .engine import Plant, Planted
from .real import Real

PLANTS: Final[dict[str, Plant]] = {
    "FMT001": fmt.yaml_error,
    "FMT002": fmt.schema_violation,
    "FMT003": fmt.duplicate_key,
    "FMT004": fmt.include_missing,
    "FMT005": fmt.phrase_not_understood,
    "FMT006": fmt.duplicate_id,
    "FMT007": fmt.unused_ignore,
    "FMT008": fmt.ambiguous_scalar,
    "FMT009": fmt.stale_baseline_entry,
    "FMT010": fmt.baseline_without_reason,
    "FMT011": fmt.key_out_of_order,
    "STR001": structure.numbering_broken,
    "STR002": structure.annexes_differ,
    "STR003": structure.programme_count_differs,
    "STR004": structure.counts_differ,
    "STR005": structure.section_empty,
    "STR006": structure.goals_missing,
    "RES001": res.task_without_unit,
    "RES002": res.task_without_lead,
    "RES003": res.several_leads,
    "RES004": res.unit_twice,
    "RES005": res.lead_also_support,
    "RES006": res.unknown_unit,
    "RES007": res.unit_under_two_names,
    "RES008": groups.lead_not_member,
    "RES009": groups.support_not_member,
    "RES010": groups.member_without_task,
    "RES011": res.unit_of_another_level,
    "RES012": res.vague_unit,
    "RES013": res.row_units_differ,
    "RES014": groups.workgroup_incomplete,
    "RES015": res.row_without_leader,
    "RES016": res.unit_overburdened,
    "RES017": groups.work_under_two_leads,
    "RES018": groups.workgroup_differs,
    "TGT001": tgt.conflicting_values,
    "TGT002": tgt.looser_than_goal,
    "TGT003": values.parts_do_not_add_up,
    "TGT004": values.part_exceeds_whole,
    "TGT005": values.unit_does_not_fit,
    "TGT006": values.share_out_of_range,
    "TGT007": tgt.goal_not_carried,
    "TGT008": tgt.row_differs,
    "TGT009": values.figures_incompatible,
    "TGT010": values.order_contradicted,
    "TGT011": values.direction_contradicted,
    "TGT012": tgt.task_without_result,
    "TGT013": values.double_comparator,
    "TGT014": tgt.indicator_under_two_names,
    "TGT015": values.percent_or_unit_wrong,
    "TGT016": tgt.action_not_measurable,
    "DAT001": dat.deadline_outside_year,
    "DAT002": dat.deadline_before_issue,
    "DAT003": dat.stale_year,
    "DAT004": dat.cadence_differs,
    "DAT005": dat.deadline_missing,
    "ALN001": aln.below_superior,
    "ALN002": aln.not_taken_up,
    "ALN003": aln.deferred_unresolved,
    "ALN004": aln.deferred_though_known,
    "ALN005": aln.allocation_differs,
    "ALN006": aln.total_missed,
    "ALN007": aln.action_without_counterpart,
    "ALN008": aln.basis_differs,
    "ALN009": aln.later_than_superior,
    "REF001": ref.malformed_document_number,
    "REF002": ref.conflicting_citations,
    "REF003": ref.document_not_in_force,
    "REF004": ref.project_under_two_names,
    "TXT001": txt.unfinished_text,
    "TXT002": txt.faulty_punctuation,
    "TXT003": txt.repeated_text,
    "TXT004": txt.word_of_another_place,
}

_OTHER_COPY: Final = "a conflict that was told at this value is told at another copy of it"
_IN_TABLE: Final = "a row of the table restates the task and now differs from it"
_USUAL: Final = "how the plan mostly writes is reckoned from all its text, of which part is gone"
_MENTION: Final = "one mention more makes the unit's other name the usual one"
_NOT_KNOWN_AGAIN: Final = "a slip that makes a name too unlike to be known again"

BESIDE: Final[dict[str, dict[str, str]]] = {
    "FMT001": {
        "FMT001": "an open quote that closes in a line below leaves that line's text bare",
        "RES002": "a row whose link to its task cannot be read no longer names the task's lead",
        "RES007": _USUAL,
        "RES013": "of several rows that restate a task one cannot be read",
    },
    "FMT002": {"TXT002": "what stands under a key with a slip is text like any other"},
    "FMT004": {"RES007": _USUAL, "TXT002": _USUAL},
    "FMT005": {"TGT001": _OTHER_COPY, "TGT009": _OTHER_COPY, "TGT014": _OTHER_COPY},
    "STR006": {
        "ALN002": "what the superior demands stood among the goals that are lost",
        "TGT007": "the overall goals were carried by those that are lost",
        "TGT009": _OTHER_COPY,
    },
    "RES004": {"RES007": _MENTION},
    "RES006": {"RES009": _NOT_KNOWN_AGAIN, "RES010": _NOT_KNOWN_AGAIN},
    "TGT001": {
        "TGT009": "the changed figure is the total or a part of others that stand beside it",
        "TGT010": "the changed growth is above the incomes that should grow faster",
    },
    "TGT003": {"TGT008": _IN_TABLE},
    "TGT004": {"TGT002": "the goal that was raised above its whole is above its copies, too"},
    "TGT011": {"TGT007": "an action carried the goal by its value alone, under another name"},
    "TGT012": {"TGT007": "the task carried a goal under another name"},
    "DAT003": {"REF003": "a plan that was issued years before cannot cite what came later"},
    "ALN009": {"TGT001": _OTHER_COPY},
    "TXT004": {"TGT001": _OTHER_COPY},
}
"""Other rules that may newly speak of a fault, and why."""


def plant(code: str, where: Real, seed: int) -> Planted | None:
    """Plant a rule's fault; the same seed plants the same one."""
    return PLANTS[code](where, Random(f"{code} {where.name} {seed}"))
