"""A difference as JSON: versioned, one shape; schema/diff.schema.json describes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import Change, ChangeClass, Match, Side, Weight
from planspec.diff.change import RelatedSide
from planspec.diff.telling import place_of
from planspec.report.data import Value, dump

if TYPE_CHECKING:
    from planspec.diff.approvals import Entry
    from planspec.diff.lineup import Facing
    from planspec.model import Plan
    from planspec.report import Language, Look
    from planspec.report.difference.value import Alone, Couple, Difference
    from planspec.source.message import Message
    from planspec.source.span import Span

VERSION: Final = 1
"""Raised when a key changes its meaning or goes; new keys may come without that."""


def render(difference: Difference, look: Look) -> str:
    """Return the pairs of plans with their changes, the plans of one side alone, and the summary."""
    language = look.language
    removed, added = _removed(difference), _added(difference)
    return dump(
        {
            "version": VERSION,
            "before": difference.before,
            "after": difference.after,
            "pairs": [_couple(couple, difference, language) for couple in difference.couples],
            "removed_plans": [_alone(one, difference, language) for one in removed],
            "added_plans": [_alone(one, difference, language) for one in added],
            "summary": _summary(difference),
        }
    )


def _couple(couple: Couple, difference: Difference, language: Language) -> Value:
    return {
        "mode": couple.mode.value,
        "before": _plan(couple.before),
        "after": _plan(couple.after),
        "actions": [_facing(facing) for facing in couple.lineup.facings],
        "counts": _by_class(couple.diff.changes),
        "approvals": _approvals(couple),
        "changes": [
            {
                **_change(change, language),
                "action": couple.lineup.find(change),
                "approved": _approval(couple.approval(change)),
                "fails": difference.fails(change.kind) and couple.approval(change) is None,
            }
            for change in couple.diff.changes
        ],
    }


def _plan(plan: Plan) -> dict[str, Value]:
    return {
        "title": plan.title,
        "file": plan.node.file.shown,
        "jurisdiction": plan.jurisdiction,
        "label": place_of(plan),
        "year": plan.year,
        "programme": plan.programme,
        "extent": plan.extent,
        "actions": len(plan.actions),
        "tasks": len(plan.tasks),
        "targets": len(plan.targets),
    }


def _removed(difference: Difference) -> list[Alone]:
    return [one for one in difference.alone if one.change.after is None]


def _added(difference: Difference) -> list[Alone]:
    return [one for one in difference.alone if one.change.before is None]


def _alone(one: Alone, difference: Difference, language: Language) -> Value:
    return {
        **_plan(one.plan),
        "change": {
            **_change(one.change, language),
            "action": 0,
            "approved": _approval(one.approval),
            "fails": difference.fails(one.change.kind) and one.approval is None,
        },
    }


def _facing(facing: Facing) -> Value:
    return {
        "before": [action.title for action in facing.before],
        "after": [action.title for action in facing.after],
        "theme": facing.theme,
        "tasks": facing.tasks._asdict(),
        "indicators": facing.targets._asdict(),
    }


def _change(change: Change, language: Language) -> dict[str, Value]:
    return {
        "code": change.code,
        "class": change.kind.value,
        "weight": change.weight.value,
        "object": change.object.value,
        "aspect": change.aspect,
        "subject": change.subject,
        "message": change.message.text(language),
        "messages": _both(change.message),
        "before": _side(change.before),
        "after": _side(change.after),
        "match": _match(change.match),
        "also": list(change.also),
        "related": [_related(one, language) for one in change.related],
        "fingerprint": change.fingerprint,
    }


def _side(side: Side | None) -> Value:
    if side is None:
        return None
    return {
        "file": side.file,
        "range": _range(side.span),
        "pointer": side.pointer,
        "text": side.text,
        "path": list(side.path),
        "source": side.locator,
    }


def _range(span: Span) -> Value:
    return {
        "start": {"line": span.start_line, "column": span.start_column},
        "end": {"line": span.end_line, "column": span.end_column},
    }


def _match(match: Match | None) -> Value:
    if match is None:
        return None
    return {"method": match.method.value, "confidence": match.confidence, "doubtful": match.doubtful}


def _related(one: RelatedSide, language: Language) -> Value:
    return {
        "side": "before" if one.old else "after",
        "message": one.message.text(language),
        "messages": _both(one.message),
        "place": _side(one.side),
    }


def _approval(entry: Entry | None) -> Value:
    if entry is None:
        return None
    expires = entry.expires.isoformat() if entry.expires is not None else None
    return {"reason": entry.reason, "author": entry.author, "expires": expires}


def _approvals(couple: Couple) -> Value:
    """Return the entries of the approvals file that are of no use (any more)."""
    if couple.judged is None:
        return None
    stale: dict[str, Value] = {
        name: [
            {
                "code": one.code,
                "object": one.object,
                "fingerprint": one.fingerprint,
                "line": one.span.start_line,
            }
            for one in entries
        ]
        for name, entries in (("expired", couple.judged.expired), ("unused", couple.judged.unused))
    }
    return {"file": couple.approvals, **stale}


def _both(message: Message) -> Value:
    return {"zh": message.zh, "en": message.en}


def _by_class(changes: Sequence[Change]) -> Value:
    counts = Counter(change.kind for change in changes)
    return {kind.value: counts[kind] for kind in ChangeClass}


def _summary(difference: Difference) -> Value:
    changes = list(difference.changes)
    weights = Counter(change.weight for change in changes)
    return {
        "plans": len(difference.couples),
        "unchanged_plans": sum(1 for couple in difference.couples if not couple.diff.changes),
        "removed_plans": len(_removed(difference)),
        "added_plans": len(_added(difference)),
        "changes": len(changes),
        "by_class": _by_class(changes),
        "by_weight": {weight.value: weights[weight] for weight in reversed(Weight)},
        "by_code": dict(sorted(Counter(change.code for change in changes).items())),
        "left_out": difference.left_out,
        "approved": difference.approved,
        "fail_on": difference.fail_on,
        "failing": difference.failing,
        "exit_code": difference.exit_code,
    }
