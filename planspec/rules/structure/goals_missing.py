"""Action plan without goals / 实施方案没有目标

何事：一项行动的实施方案（附件）没有 goals，也没有本级的 targets：任务有了，要达到什么却没有写。
What: An action's own plan (its annex) has no `goals` and no `targets`: it says what to do and not what to
reach.

缘由：没有目标，年底无法判断这项行动做成了没有；总体方案里的目标也没有附件来承接。
Why: Without goals nobody can tell at the year's end whether the action succeeded, and no annex takes up the
overall goals.

改法：照附件的“工作目标”一段写 goals；确实只有定性目标的，写一条带 summary 的目标。
Mend: Transcribe the annex's paragraph on goals into `goals`; where it is in words only, write a goal with a
`summary`.

依据：上级要求：实施方案应当有工作目标、任务和责任分工。
Authority: requirement of superiors; an action plan states goals, tasks and who is responsible.

Bad:

    actions:
      - action: 产业培塑行动
    #           ^^^^^^ goals-missing
        annex: 1
        tasks:
          - {title: 循环经济, lead: 县科工局}

Good:

    actions:
      - action: 产业培塑行动
        annex: 1
        goals:
          - targets: {民生支出占比: 保持70%以上}
        tasks:
          - {title: 循环经济, lead: 县科工局}
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Action, Plan
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.rules.structure._shared import intact
from planspec.source.diagnostic import Severity
from planspec.source.message import Template
from planspec.source.place import at_value

NO_GOALS = Template(
    zh="“{title}”的实施方案没有工作目标，年底无从考核；请写明工作目标（goals）",
    en="The plan of “{title}” states no goals, so nobody can tell at the year's end whether it "
    "succeeded; state them in `goals`",
)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at annexes only: a paragraph of the overall plan is covered by the overall goals."""
    for action in plan.actions:
        if not _is_annex(action) or action.node.plain.get("goals") or action.node.plain.get("targets"):
            continue
        if intact(action.node):
            yield Finding(at_value(action.node, "action"), NO_GOALS(title=action.title), action)


def _is_annex(action: Action) -> bool:
    return action.annex is not None or bool(action.annex_title) or action.node is not action.entry


rule = Rule(
    "STR006", "goals-missing", Severity.WARNING, Authority.REQUIREMENT, __doc__, check, absence=Absence.ITEM
)
