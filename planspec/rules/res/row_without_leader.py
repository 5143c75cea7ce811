"""Row without an accountable leader / 责任分解表中一行没有分管领导

何事：任务责任分解表有“分管领导”一栏，别的行都填了，这一行空着。
What: The responsibility table has a column for the accountable leader, other rows fill it, and this one
does not.

缘由：这一行的任务没有领导调度，出现困难时无人协调。
Why: No leader follows this task, and nobody settles it when units disagree.

改法：填上 leader；与上一行合并单元格的，也要逐行写明。
Mend: Fill in `leader`; where cells are merged, repeat the name on each row.

依据：上级要求：责任分解表须落实到人。
Authority: requirement of superiors; a responsibility table names the accountable person for each row.

Bad:

    actions:
      - action: 产业培塑行动
        breakdown:
          - {title: 循环经济, units: 县科工局, leader: 王某}
          - {title: 装备制造, units: 县发改局}
    #               ^^^^ row-without-leader

Good:

    actions:
      - action: 产业培塑行动
        breakdown:
          - {title: 循环经济, units: 县科工局, leader: 王某}
          - {title: 装备制造, units: 县发改局, leader: 李某}
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_key, at_value

NO_LEADER = Template(
    zh="责任分解表“{title}”一行未写分管领导，该表{count}行中已有{filled}行写明；请补上分管领导（leader）",
    en="The row “{title}” has no accountable leader, though {filled} of {count} rows of this table have one; "
    "add `leader`",
)
COLUMN = Message(zh="这一行写明了分管领导", en="this row names its leader")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """A table most of whose rows have no leader may have no such column."""
    for action in plan.actions:
        rows = action.breakdown
        filled = [row for row in rows if row.own.leader]
        if not filled or len(filled) * 2 < len(rows):
            continue
        column = ((at_key(filled[0].node, "leader"), COLUMN),)
        for row in rows:
            if not row.own.leader:
                message = NO_LEADER(title=row.title or row.no, filled=len(filled), count=len(rows))
                yield Finding(at_value(row.node, "title", "no"), message, row, related=column)


rule = Rule(
    "RES015",
    "row-without-leader",
    Severity.WARNING,
    Authority.REQUIREMENT,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
    absence=Absence.ITEM,
)
