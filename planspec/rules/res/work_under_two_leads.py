"""One piece of work under two leads / 同一项工作在两个行动中由不同单位牵头

何事：同一项工作写进了两个行动（任务标题相同，或者同一指标带同一个数，或者标题说的是同一个项目），牵头单位却
完全不同。
What: One piece of work stands in two actions (the same title, the same indicator with the same figure, or
titles about the same project), and no unit leads it in both.

缘由：两家都以为归自己、或者都以为归对方；两个专班各报各的数。
Why: Both units take it for theirs, or each for the other's, and two work groups report two figures.

改法：确定一个牵头单位，另一处改为配合，或者删去重复的任务。
Mend: Settle on one lead and let the other support, or delete the repetition.

依据：文件自身逻辑：一项工作一个牵头单位。
Authority: logic; one piece of work has one lead.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 建设数字经济产业园区, lead: 县科工局}
      - action: 创新提升行动
        tasks:
          - {title: 建设数字经济产业园区, lead: 县发改局}
    #                                 ^^^^ work-under-two-leads

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 建设数字经济产业园区, lead: 县科工局}
      - action: 创新提升行动
        tasks:
          - {title: 引育创新人才, lead: 县委组织部, support: 县科工局}
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final, TypeAlias

from planspec.model import Plan, Target, Task
from planspec.rules.res._shared import is_group, leads, names
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at

SAME_TITLE = Template(
    zh="“{what}”在“{other}”中由{theirs}牵头，在“{action}”中由{ours}牵头，容易各管各的；请确定一家牵头（lead），另一处改为配合（support）",
    en="“{what}” is led by {theirs} in “{other}” but by {ours} in “{action}”; settle on one lead, let the "
    "other support",
)
SAME_TARGET = Template(
    zh="目标“{what}”在“{other}”中由{theirs}牵头，在“{action}”中由{ours}牵头；请明确由哪一家对该目标负责",
    en="The target “{what}” is with {theirs} in “{other}” but with {ours} in “{action}”; settle who "
    "answers for the figure",
)
SAME_PROJECT = Template(
    zh="项目“{what}”在“{other}”中的任务由{theirs}牵头，在“{action}”中的任务由{ours}牵头；请核对是否同一项工作，"
    "如是，请确定一家牵头（lead）",
    en="The project “{what}” belongs to a task led by {theirs} in “{other}” and to one led by {ours} in "
    "“{action}”; if it "
    "is the same work, settle on one lead",
)
THERE = Message(zh="另一个行动的牵头单位", en="the lead in the other action")

Mention: TypeAlias = tuple[Task, Target | None]
"""A task, and the target of it that is meant."""

_LONG_TITLE: Final = 8
"""Shorter titles (强化要素保障) recur in many actions and say little."""
_LONG_NAME: Final = 6


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Gather the tasks by title, by target and by project; look closer where one recurs."""
    if len(plan.actions) < 2:
        return
    seen: dict[tuple[Template, str], list[Mention]] = {}
    for task in plan.tasks:
        if task.action is None or task.tasks:
            continue
        if len(task.title) >= _LONG_TITLE:
            seen.setdefault((SAME_TITLE, task.title), []).append((task, None))
        for target in task.targets:
            if target.indicator is not None or len(target.name) >= _LONG_NAME:
                seen.setdefault((SAME_TARGET, target.key), []).append((task, target))
        for project in task.projects:
            if len(project.value) >= _LONG_NAME:
                seen.setdefault((SAME_PROJECT, project.value), []).append((task, None))
    told: set[tuple[int, int]] = set()
    for (template, what), mentions in seen.items():
        if len(mentions) > 1:
            yield from _conflicts(template, what, mentions, told)


def _conflicts(
    template: Template, what: str, mentions: list[Mention], told: set[tuple[int, int]]
) -> Iterator[Finding]:
    """Compare each task with the first one that has the same title, figure or project."""
    firsts: dict[Hashable, Task] = {}
    for task, target in mentions:
        chiefs = leads(task.effective)
        if not chiefs or any(ref.unit is None or is_group(ref) for ref in chiefs):
            continue
        sign: Hashable = what
        if target is not None:
            sign = _figure(target)
            if sign is None:
                continue
        elif template is SAME_PROJECT and not _is_about(task.title, what):
            continue
        first = firsts.setdefault(sign, task)
        pair = (id(first), id(task))
        if first.action is task.action or pair in told or not _disjoint(first, task):
            continue
        told.add(pair)
        yield _finding(first, task, template, what if target is None else _written(target))


def _figure(target: Target) -> Hashable | None:
    """Return the normal form of a target with one figure of its own; None for any other."""
    if len(target.phrases) != 1:
        return None
    phrase = target.phrases[0].phrase
    if phrase is None or not phrase.figure:
        return None
    return phrase.measure, phrase.low, phrase.high, phrase.base, phrase.aspect


def _written(target: Target) -> str:
    return f"{target.name}{target.phrases[0].text}"


def _is_about(title: str, project: str) -> bool:
    """Say whether title and project have four characters in a row in common: a task may only mention a project."""
    return any(title[start : start + 4] in project for start in range(len(title) - 3))


def _disjoint(first: Task, task: Task) -> bool:
    return not {ref.key for ref in leads(first.effective)} & {ref.key for ref in leads(task.effective)}


def _finding(first: Task, task: Task, template: Template, what: str) -> Finding:
    theirs, ours = leads(first.effective), leads(task.effective)
    other = first.action.title if first.action is not None else ""
    action = task.action.title if task.action is not None else ""
    message = template(what=what, other=other, theirs=names(theirs), action=action, ours=names(ours))
    related = ((at(theirs[0].node), THERE),)
    if template is SAME_PROJECT:
        return Finding(at(ours[0].node), message, task, what, related, Confidence.LOW, Severity.INFO)
    return Finding(at(ours[0].node), message, task, what, related)


rule = Rule(
    "RES017",
    "work-under-two-leads",
    Severity.WARNING,
    Authority.LOGIC,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
