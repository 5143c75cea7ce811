"""Action without any measurable goal / 行动没有一项可量化的目标

何事：一项行动的工作目标、任务和责任分解表里，没有一个数字、位次，也没有“完成省定目标”一类的目标，全是“提升”“加大”。
What: Neither the goals nor the tasks nor the table of an action state any figure, rank or deferred target;
all is 提升 and 加大.

缘由：这项行动无法考核，也无法与上级的目标衔接；年底说完成就是完成。
Why: The action cannot be assessed, nor compared with what the superior demands.

改法：至少写一两项能考核的目标，如“高新技术企业达到45家”；数字由上级下达的，写“完成市定目标”。
Mend: State at least one or two goals that can be assessed, such as 高新技术企业达到45家; where the superior sets
the figure, write 完成市定目标.

依据：上级要求：工作目标应当可量化、可考核。
Authority: requirement of superiors; goals can be measured and assessed.

Bad:

    actions:
      - action: 创新提升行动
    #           ^^^^^^ action-not-measurable
        annex: 1
        goals:
          - targets: {创新能力: 持续提升}
        tasks:
          - {title: 平台建设, lead: 县科工局, deliverables: [孵化器建成投用]}

Good:

    actions:
      - action: 创新提升行动
        annex: 1
        goals:
          - targets: {创新能力: 持续提升, 高新技术企业: 达到45家}
        tasks:
          - {title: 平台建设, lead: 县科工局, deliverables: [孵化器建成投用]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Action, Plan, Target
from planspec.phrase import Measure
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Template
from planspec.source.place import at_value

NO_FIGURE = Template(
    zh="“{title}”的目标、任务和分解表中没有一项可量化的目标，年底无法考核；请至少写明一两项带数字或位次的目标",
    en="Neither goals nor tasks of “{title}” state a target that can be measured, so it cannot be assessed; "
    "state one or two with a figure or a rank",
)

_MEASURED: Final = (Measure.RANK, Measure.RELATIVE, Measure.DEFERRED)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at actions that state anything of their own; an annex without goals is another rule's matter."""
    measured = {id(target.action) for target in plan.targets if _measurable(target)}
    covered = id(None) in measured
    for action in plan.actions:
        if id(action) in measured or not _has_content(action, covered=covered):
            continue
        yield Finding(at_value(action.node, "action"), NO_FIGURE(title=action.title), action)


def _measurable(target: Target) -> bool:
    """Say whether a target states a figure, or what cannot be read and may state one."""
    return any(
        one.phrase is None or one.phrase.figure is not None or one.phrase.measure in _MEASURED
        for one in target.phrases
    )


def _has_content(action: Action, *, covered: bool) -> bool:
    """Say whether the action's own text should state goals.

    A paragraph of the overall plan is covered by the overall goals; an annex that states no goals at all is
    reported by STR006.
    """
    annex = action.annex is not None or bool(action.annex_title) or action.node is not action.entry
    if annex:
        return bool(action.node.plain.get("goals") or action.node.plain.get("targets"))
    return bool(action.tasks or action.goals or action.overall_targets) and not covered


rule = Rule(
    "TGT016",
    "action-not-measurable",
    Severity.WARNING,
    Authority.REQUIREMENT,
    __doc__,
    check,
    absence=Absence.PLAN,
)
