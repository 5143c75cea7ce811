"""Empty section / 空的分节

何事：分节只有标题，下面没有任务、下级分节或目标，也没有一句话的概括（summary）。
What: A section has a heading and nothing else: no tasks, no sub-sections, no targets, not even a summary.

缘由：标题说要做，却没有写做什么；多半是内容漏了，或者缩进错位跑到了别处。
Why: It announces work and names none; its content got lost, or slipped elsewhere through a wrong
indentation.

改法：补上任务或目标；暂时没有内容的删去这一节；内容只有一句话的写进 summary。
Mend: Add tasks or targets, delete the section, or put its one sentence into `summary`.

依据：工作惯例：每一节都要有实际内容。
Authority: practice; every section has something to say.

Bad:

    actions:
      - action: 产业培塑行动
        sections:
          - heading: 强化产业发展支撑
    #                ^^^^^^^^ section-empty

Good:

    actions:
      - action: 产业培塑行动
        sections:
          - heading: 强化产业发展支撑
            tasks:
              - {title: 强化要素保障, lead: 县发改局}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.rules.structure._shared import intact
from planspec.source.diagnostic import Severity
from planspec.source.message import Template
from planspec.source.nodes import Mapping, Scalar
from planspec.source.place import at_value

EMPTY = Template(
    zh="分节“{heading}”只有标题，下面没有任务、下级分节或目标；请补上内容，或删去该分节",
    en="Section “{heading}” holds neither tasks nor sub-sections nor targets, only its heading; fill it "
    "or delete it",
)

_CONTENT: Final = ("tasks", "sections", "targets", "goals", "summary", "projects")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """A key with something under it is content, even if that could not be read."""
    for section in plan.all_sections:
        if section.tasks or section.sections or section.targets:
            continue
        if any(_filled(section.node, key) for key in _CONTENT) or not intact(section.node):
            continue
        yield Finding(at_value(section.node, "heading"), EMPTY(heading=section.heading), section)


def _filled(holder: Mapping, key: str) -> bool:
    node = holder.entries.get(key)
    if isinstance(node, Scalar):
        return node.plain not in (None, "")
    return node is not None and bool(node.plain)


rule = Rule(
    "STR005", "section-empty", Severity.WARNING, Authority.PRACTICE, __doc__, check, absence=Absence.ITEM
)
