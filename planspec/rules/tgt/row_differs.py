"""Row and task differ / 责任分解表与正文的目标不一致

何事：责任分解表的一行与它所对应的任务（restates 指明，或本行动内标题完全相同），对同一指标写了不同的值，或者
数字相同而含义不同（“1.5亿元以上”与“增长1.5亿元”、“新增4家”与“净增4家”），或者完成时限不同。任务没有写的，与它所在的
上一层任务和分节比较，再没有的与本行动的工作目标比较。
What: A row of the responsibility table and the task it restates (by `restates`, or by a title that is the
same and unique in the action) state one indicator with different values, with one figure that means different
things (1.5亿元以上 and 增长1.5亿元, 新增4家 and 净增4家), or different deadlines. What the task does not state is
compared with the tasks and sections that hold it, and then with the goals of the action.

缘由：正文和表格同时印发，单位照表执行，督查照正文考核；年底完成没有完成，各执一词。
Why: Text and table are issued together: offices work by the table and are assessed by the text, and at the
year's end nobody agrees whether the target was met.

改法：以正文为准改表，或以表为准改正文；新写的方案不写 breakdown，由任务生成表格。
Mend: Correct one of the two. In a new plan leave `breakdown` out: the table is rendered from the tasks.

依据：逻辑：分解表复述正文，不另作规定。
Authority: logic; the table restates the text and lays down nothing of its own.

Bad:

    actions:
      - action: 主体强身行动
        tasks:
          - {title: 梯度培育, lead: 县科工局, targets: {规模以上工业企业: 新增10家}}
        breakdown:
          - {title: 梯度培育, units: 县科工局, leader: 王某, targets: {规模以上工业企业: 新增8家}}
    #                                                                  ^^^^ row-differs

Good:

    actions:
      - action: 主体强身行动
        tasks:
          - {title: 梯度培育, lead: 县科工局, targets: {规模以上工业企业: 新增10家}}
        breakdown:
          - {title: 梯度培育, units: 县科工局, leader: 王某, targets: {规模以上工业企业: 新增10家}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from planspec.model import Plan, Row, Target, Task
from planspec.phrase import Measure, Relation
from planspec.phrase.deadline import read_deadline
from planspec.rules.rows import restated, with_parts
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.tgt._restating import (
    Side,
    Statements,
    adds,
    bare_relation,
    in_words,
    may_be_of_it,
    may_share,
    reported_beside_goals,
    same_figure,
)
from planspec.rules.tgt._shared import HERE, copies, relation, where
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping
from planspec.source.place import at, at_value

DIFFERS = Template(
    zh="“{name}”在责任分解表“{title}”一行中为“{here}”，在{where}中为“{there}”，考核以哪个为准说不清；请核对后统一",
    en="“{name}” is “{here}” in the table's row “{title}” but “{there}” in {where}, so nobody knows which "
    "is assessed; settle on one",
)
LIMIT = Template(
    zh="“{name}”在责任分解表“{title}”一行中为“{here}”，在{where}中为“{there}”，数字相同，宽严不同；请使两处写法一致",
    en="“{name}” is “{here}” in the table's row “{title}” but “{there}” in {where}: one figure, but not "
    "equally strict; write the same at both places",
)
MEANING = Template(
    zh="“{name}”在责任分解表“{title}”一行中为“{here}”（{kind}），在{where}中为“{there}”（{other}），数字相同而含义不同，"
    "其中一处多半写错；请核对原意后统一",
    en="“{name}” is “{here}” ({kind}) in the table's row “{title}” but “{there}” ({other}) in {where}: one "
    "figure that means two things, so one place is probably wrong; check and settle on one",
)
LATER = Template(
    zh="“{title}”的完成时限在责任分解表中为“{here}”，在{where}中为“{there}”，两处不一致；请核对后统一",
    en="“{title}” is due “{here}” in the table but “{there}” in {where}; settle on one deadline",
)
DUE = Template(zh="{where}的时限是“{text}”", en="In {where} it is due “{text}”")
_TASK = Template(zh="任务“{title}”", en="task “{title}”")

_STOCK: Final = Message("要达到的总量", "a level to reach")
_KINDS: Final = {
    Measure.LEVEL: _STOCK,
    Measure.AMOUNT: _STOCK,
    Measure.SHARE: Message("所占的比例", "a share"),
    Measure.GROWTH: Message("增长的幅度", "a rate of growth"),
    Measure.CHANGE: Message("增减的量", "a change"),
    Measure.INCREMENT: Message("新增的量", "a gross increment"),
    Measure.NET_INCREMENT: Message("净增的量", "a net increment"),
}
_MIXED: Final = frozenset(
    frozenset(pair)
    for pair in (
        (Measure.LEVEL, Measure.CHANGE),
        (Measure.LEVEL, Measure.INCREMENT),
        (Measure.LEVEL, Measure.NET_INCREMENT),
        (Measure.LEVEL, Measure.GROWTH),
        (Measure.AMOUNT, Measure.CHANGE),
        (Measure.SHARE, Measure.GROWTH),
        (Measure.SHARE, Measure.CHANGE),
        (Measure.CHANGE, Measure.GROWTH),
        (Measure.INCREMENT, Measure.NET_INCREMENT),
    )
)
"""Pairs of measures of which one figure cannot be both."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare each row with its task, else with the goals; what the rules on goals report is left to them."""
    pairs = list(restated(plan))
    if not pairs:
        return
    groups = {group[0].key: group for group in copies(plan)}
    stated = Statements(pairs)
    for row, task in pairs:
        if task is not None:
            yield from _deadlines(plan, row, task)
        for target in row.targets:
            group = groups.get(target.key, [])
            above, direct = stated.above(target, row, task, group)
            for one in target.phrases if above else ():
                if one.phrase is not None:
                    here = Side(target, one, one.phrase)
                    shares = stated.shares(task, target, above)
                    sides = [
                        target for target in above if not may_be_of_it(target, here.target, one.phrase, task)
                    ]
                    yield from _judge(here, row, sides, group, plan.year, shares=shares, direct=direct)


def _judge(
    here: Side,
    row: Row,
    above: list[Target],
    group: list[Target],
    year: int | None,
    *,
    shares: bool,
    direct: bool,
) -> Iterator[Finding]:
    """Report how the table deviates from what the text states; nothing if one statement agrees."""
    if any(one.text == here.one.text for target in above for one in target.phrases):
        return
    stage = _stage(here.target, year)
    sides = [
        Side(target, one, one.phrase)
        for target in above
        for one in target.phrases
        if one.phrase is not None and _stage(target, year) == stage
    ]
    found = [(side, relation(side.phrase, here.phrase, here.target)) for side in sides]
    if any(said is Relation.EQUAL for _, said in found):
        return
    if reported_beside_goals(here, group):
        return
    several = len({id(target.owner) for target in above}) > 1
    for side, said in found:
        same = same_figure(side.phrase, here.phrase)
        if said is Relation.NOT_COMPARABLE and direct:
            said = bare_relation(side, here)
        if said is Relation.NOT_COMPARABLE:
            mixed = frozenset((side.phrase.measure, here.phrase.measure)) in _MIXED
            if same and mixed and side.phrase.figure:
                kinds = {"kind": _KINDS[here.phrase.measure], "other": _KINDS[side.phrase.measure]}
                yield _finding(MEANING, here, side, row, None, **kinds)
                return
        elif not direct or reported_beside_goals(side, group) or in_words(side.phrase, here.phrase):
            continue
        elif same:
            yield _finding(LIMIT, here, side, row, Severity.INFO)
            return
        elif not (may_share(side.phrase, here.phrase, shares) or (several and adds(here.phrase))):
            yield _finding(DIFFERS, here, side, row, None)
            return


def _stage(target: Target, year: int | None) -> date | None:
    """Return the day within the year for which a target's figure holds; None for the year's end."""
    due = read_deadline(target.by, year) if target.by else None
    return due.day if due is not None and (due.day.month, due.day.day) != (12, 31) else None


def _finding(
    template: Template, here: Side, side: Side, row: Row, severity: Severity | None, **kinds: Message
) -> Finding:
    place = where(side.target)
    message = template(
        where=place,
        name=here.target.name,
        title=row.title or row.no,
        here=here.one.text,
        there=side.one.text,
        **kinds,
    )
    related = ((at(side.one.node), HERE(where=place, text=side.one.text)),)
    subject = f"{side.one.text}≠{here.one.text}"
    return Finding(at(here.one.node), message, here.target, subject, related, severity=severity)


def _deadlines(plan: Plan, row: Row, task: Task) -> Iterator[Finding]:
    """Report a row, or a target of it, that is due on another day than in the task."""
    if row.by and task.by:
        place = _TASK(title=task.title or task.no)
        yield from _due(plan, row, row.node, row.by, task.node, task.by, row.title or row.no, place)
    dated = [target for target in row.targets if target.by]
    if not dated:
        return
    theirs = {target.key: target for part in with_parts(task) for target in part.targets if target.by}
    for target in dated:
        other = theirs.get(target.key)
        if other is None or not _same_value(target, other):
            continue  # another figure for another day is a stage
        if isinstance(target.node, Mapping) and isinstance(other.node, Mapping):
            yield from _due(
                plan, row, target.node, target.by, other.node, other.by, target.name, where(other)
            )


def _same_value(one: Target, two: Target) -> bool:
    return any(
        mine.phrase is not None
        and theirs.phrase is not None
        and relation(theirs.phrase, mine.phrase, one) is Relation.EQUAL
        for mine in one.phrases
        for theirs in two.phrases
    )


def _due(
    plan: Plan,
    row: Row,
    node: Mapping,
    here: str,
    other: Mapping,
    there: str,
    title: str,
    place: Message,
) -> Iterator[Finding]:
    one, two = read_deadline(here, plan.year), read_deadline(there, plan.year)
    if one is None or two is None or one.day == two.day:
        return
    yield Finding(
        at_value(node, "by"),
        LATER(where=place, title=title, here=here, there=there),
        row,
        f"by:{there}≠{here}",
        ((at_value(other, "by"), DUE(where=place, text=there)),),
    )


rule = Rule("TGT008", "row-differs", Severity.WARNING, Authority.LOGIC, __doc__, check)
