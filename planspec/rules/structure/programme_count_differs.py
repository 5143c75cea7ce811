"""Programme names another number of actions / 行动个数与总名称不符

何事：总名称里有个数（“八大行动”“七大攻坚”“六仗”），方案里的行动却不是这么多。
What: The programme's name holds a number (八大行动, 七大攻坚, 六仗) and the plan has another number of
actions.

缘由：不是漏了一项行动，就是名称沿用了别的年份；下级照此分解，任务会整块落空。
Why: Either an action is missing or the name belongs to another year; what subordinates derive from it would
lack a block.

改法：补上缺少的行动，或者改正 programme。
Mend: Add the action that is missing, or correct `programme`.

依据：逻辑：名称与内容应当一致。
Authority: logic; a name and what it names agree.

Bad:

    planspec: 1
    title: 某县实施“三大行动”总体方案
    jurisdiction: "430522"
    programme: 三大行动
    #          ^^^^ programme-count-differs
    year: 2024
    actions:
      - {action: 产业培塑行动, lead: 县科工局}
      - {action: 创新提升行动, lead: 县科工局}

Good:

    planspec: 1
    title: 某县实施“两大行动”总体方案
    jurisdiction: "430522"
    programme: 两大行动
    year: 2024
    actions:
      - {action: 产业培塑行动, lead: 县科工局}
      - {action: 创新提升行动, lead: 县科工局}
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan
from planspec.registry import Programme, count_in_name
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.structure._shared import intact, listed, same_title
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_key, at_value

DIFFERS = Template(
    zh="“{programme}”应有{named}项行动，本方案列了{found}项{lacking}；请补上缺少的行动，或改正所属部署的名称（programme）",
    en="“{programme}” stands for {named} actions, the plan has {found}{lacking}; add what is missing or "
    "correct `programme`",
)
LACKING = Template(zh="（没有{names}）", en=" (without {names})")
ACTIONS = Template(zh="这里列了{found}项行动", en="{found} actions are listed here")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Count the entries under `actions`, the unreadable ones included."""
    found = listed(plan.node, "actions")
    programme = plan.registry.programme(plan.programme)
    named = programme.count if programme is not None else count_in_name(plan.programme)
    if named is None or found == 0 or found == named or not intact(plan.node, r"\s*-"):
        return
    if found == 1 and same_title(plan.programme) not in same_title(plan.title):
        return  # one bureau's plan for one of the actions
    lacking = _lacking(plan, programme)
    yield Finding(
        at_value(plan.node, "programme"),
        Message(
            DIFFERS.zh.format(programme=plan.programme, named=named, found=found, lacking=lacking.zh),
            DIFFERS.en.format(programme=plan.programme, named=named, found=found, lacking=lacking.en),
        ),
        plan,
        f"{named}≠{found}",
        ((at_key(plan.node, "actions"), ACTIONS(found=found)),),
    )


def _lacking(plan: Plan, programme: Programme | None) -> Message:
    """Name the programme's actions whose theme no action of the plan has, where that explains the number."""
    if programme is None:
        return Message("", "")
    themes = {action.theme for action in plan.actions}
    missing = [action.name for action in programme.actions if action.theme not in themes]
    if not missing or len(missing) != programme.count - listed(plan.node, "actions"):
        return Message("", "")
    return LACKING(names="、".join(missing))


rule = Rule("STR003", "programme-count-differs", Severity.WARNING, Authority.LOGIC, __doc__, check)
