"""How the work is organised: leading group and work groups, cadence, lists, evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from planspec.documents.draft.context import Context
from planspec.documents.draft.kinds import gives_duty
from planspec.documents.draft.order import Data
from planspec.documents.outline import Heading, Text
from planspec.documents.roster import is_listed, read_roster
from planspec.documents.workgroup import is_workgroup, read_workgroup
from planspec.phrase.unitlists import split_units

_LISTS: Final = ("任务清单", "政策清单", "项目清单", "责任清单", "问题清单")
_EVALUATION: Final = ("绩效考核", "督查激励", "通报表扬", "真抓实干")
_EACH: Final = re.compile(
    "(?P<each>[^，,。；;、]{2,12}?)(?:均|分别|都|各)(?:相应)?(?:建立|成立|组建|设立)(?P<name>[^，,。；;]{0,6}?(?:专班|工作组))"
)
"""A work group for each action: 8个行动分别建立工作专班，……."""
_SEVERAL: Final = re.compile(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})个(?:工作)?专班[（(]?(?:办公室)?(?:分别)?设在(?P<offices>[^）)。；;]+)[）)]?"
)
"""A work group for each action, each with an office of its own: 6个工作专班（分别设在甲局、乙局……）."""
_CADENCE: Final = re.compile(
    r"(?:每)?(周|旬|半月|月|双月|季度?|半年|年)(?:一)?(简报|通报|讲评|调度|督导|督查|小结|评比|总结|报告|例会|会商|考核)"
)


def organise(
    context: Context, heading: Heading, source: str, actions: Sequence[str] = ()
) -> tuple[Data, list[Heading]]:
    """Return what a section says of the organisation, and those of its parts that give somebody a task.

    `actions` are the plan's: as many work groups as there are actions belong to them in their order.
    """
    found: Data = {"source": source}
    duties = [
        child for child in heading.children if any(gives_duty(node, context.known) for node in child.walk())
    ]
    context.mapped(heading, "organisation")
    others = [heading, *(n for c in heading.children if c not in duties for n in c.walk())]
    for node in others:
        if "leading_group" not in found and is_listed(node.body):
            group, _ = read_roster(node.title, node.body, context.known)
            found["leading_group"] = {**group, "source": source}
    for text in _texts(others):
        context.coverage.mapped(text.spot, "organisation")
        _read(context, text.text, found)
        each = _EACH.search(text.text)
        if each is not None:
            below = read_workgroup(text.text[each.end() :], context.known)
            if below:
                group = {"action": each["each"], "name": each["name"], **below, "source": source}
                found.setdefault("workgroups", []).append(group)
                text = Text(text.text[: each.start()], text.spot)
        several = _SEVERAL.search(text.text)
        offices = list(split_units(several["offices"], context.known)[0]) if several is not None else []
        if several is not None and len(offices) == len(actions) > 1:
            below = read_workgroup(text.text[several.end() :].lstrip("，,"), context.known)
            found["workgroups"] = [
                {"action": action, **below, "office": office, "source": source}
                for action, office in zip(actions, offices, strict=True)
            ]
            text = Text(text.text[: several.start()], text.spot)
        if is_workgroup(text.text) and "leading_group" not in found:
            group = read_workgroup(text.text, context.known)
            if group:
                found["leading_group"] = {**group, "source": source}
    return found, duties


def _read(context: Context, text: str, found: Data) -> None:
    cadence = cadence_in(text)
    if cadence:
        found.setdefault("cadence", {}).update(cadence)
    for key, words in (("lists", _LISTS), ("evaluation", _EVALUATION)):
        named = [word for word in words if word in text and word not in found.get(key, [])]
        if named:
            found.setdefault(key, []).extend(named)


def mechanism(context: Context, heading: Heading, action: Data, source: str) -> None:
    """Read the section of an action's plan that sets up its work group."""
    for text in _texts(heading.walk()):
        context.coverage.mapped(text.spot, "organisation")
        group = is_workgroup(text.text)
        if group and "workgroup" not in action:
            read = read_workgroup(text.text, context.known)
            if read:
                action["workgroup"] = {**read, "source": source}
        cadence = cadence_in(text.text)
        if cadence:
            action.setdefault("cadence", {}).update(cadence)
        elif not group and (targets := context.targets([text])):
            action.setdefault("goals", []).append({"targets": targets, "source": source})


def cadence_in(text: str) -> Data:
    """Return the cadence that a text lays down: 旬简报、月通报、季讲评 → {简报: 旬, 通报: 月, 讲评: 季}."""
    found: Data = {}
    for period, thing in _CADENCE.findall(text):
        found.setdefault(thing, "季" if period == "季度" else period)
    return found


def _texts(headings: Iterable[Heading]) -> Iterable[Text]:
    for node in headings:
        yield Text(node.title, node.spot)
        yield from node.body
