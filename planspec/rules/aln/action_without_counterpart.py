"""Superior's action without a counterpart / 上级的行动没有对应

何事：上级方案的某项行动，在本级同一专项的方案中没有主题相同的行动。
What: An action of the superior's plan has no action on the same theme in the plan that carries it out.

缘由：少一项行动，就少一个牵头部门和一份实施方案，上级考核时这一项没有着落。
Why: Where an action is missing, so are its lead office and its implementation plan, and its assessment fails.

改法：补上这项行动；内容并入其他行动的，给那个行动写明 theme。
Mend: Add the action; where another action covers it, state that action's `theme`.

依据：上级要求：逐项承接。
Authority: requirement; each action is taken up.

Bad:

    planspec: 1
    title: 某市实施“工业倍增”方案
    jurisdiction: 430500
    programme: 工业倍增
    year: 2025
    extent: overall
    actions:
      - action: 产业培育攻坚
      - action: 科技创新攻坚
    ---
    planspec: 1
    title: 某县实施“工业倍增”方案
    #      ^^^^^^^^^^^^ action-without-counterpart
    jurisdiction: 430522
    programme: 工业倍增
    year: 2025
    extent: overall
    basis: [{title: 某市实施“工业倍增”方案}]
    actions:
      - action: 产业培育攻坚

Good:

    planspec: 1
    title: 某市实施“工业倍增”方案
    jurisdiction: 430500
    programme: 工业倍增
    year: 2025
    extent: overall
    actions:
      - action: 产业培育攻坚
    ---
    planspec: 1
    title: 某县实施“工业倍增”方案
    jurisdiction: 430522
    programme: 工业倍增
    year: 2025
    extent: overall
    basis: [{title: 某市实施“工业倍增”方案}]
    actions:
      - action: 先进制造业攻坚行动
        theme: industry
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.align.case import Case
from planspec.rules.aln._shared import called
from planspec.rules.rule import Absence, Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template

NONE = Template(
    zh="{where}有“{title}”，本方案没有主题相同的行动，上级的部署没有落处；请补上，或给承接它的行动写明主题（theme）",
    en="The action “{title}” of {where} has no counterpart: no action here is on its theme; add one, or state the "
    "`theme` of the action that covers it",
)
ACTION = Message("上级的行动", "the superior's action")


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Look for each action of the nearest superior's plan of the same programme."""
    tier, plan = case.nearest, case.plan
    if tier is None or not plan.programme or not plan.actions or not plan.complete:
        return
    if any(not action.theme for action in plan.actions):
        return  # one that says no theme may be the one that is missed
    themes = {action.theme for action in plan.actions}
    for superior in tier.plans:
        if superior.programme != plan.programme:
            continue
        for action in superior.actions:
            if action.theme and action.theme not in themes:
                yield Contrast(
                    plan.spot,
                    NONE(where=called(tier, superior), title=action.title),
                    "plan",
                    action.theme,
                    ((action.spot, ACTION),),
                    title=action.title,
                )


rule = Rule(
    "ALN007",
    "action-without-counterpart",
    Severity.WARNING,
    Authority.REQUIREMENT,
    __doc__,
    absence=Absence.PLAN,
    align=check,
)
