"""Unit named twice for one task / 同一任务中单位重复

何事：同一份单位名单（牵头、配合、责任单位，或专班成员单位）里，一个单位出现两次，写法相同或不同都算。
What: One list of units (lead, support, responsible units, or the members of a work group) names a unit
twice, in the same or in another spelling.

缘由：重复多是抄漏改错：本该写的另一个单位没有写上，任务就少了一家责任单位。
Why: A repetition is mostly a slip: the unit that should stand there was left out, and the task lacks it.

改法：对照底稿，看第二处本应是哪个单位；确属多写的，删去一处。
Mend: Check which unit was meant at the second place; if none, delete it.

依据：文件自身逻辑：一份名单中一个单位只列一次。
Authority: logic; a list names each unit once.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            lead: 县科工局
            support: [县发改局, 县财政局, 县发改局]
    #                             ^^^^ unit-twice

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            lead: 县科工局
            support: [县发改局, 县财政局]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planspec.model import Plan, UnitRef, Workgroup
from planspec.rules.res._shared import Holder, holders, without_unit
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Fix, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at

TWICE = Template(
    zh="“{name}”在同一名单中列了两次，可能漏写了别的单位；请核对，删去多余的一处",
    en="“{name}” stands twice in one list, so another unit may have been left out; check, and delete what "
    "is too many",
)
TWO_NAMES = Template(
    zh="“{name}”与前面的“{first}”是同一单位，在同一名单中等于列了两次；请核对，删去多余的一处",
    en="“{name}” is the same unit as “{first}” before it, so it stands twice in one list; check, and "
    "delete one",
)
FIRST = Message(zh="第一次写在这里", en="it stands here first")
DELETE = Message(zh="删去重复的一处", en="Delete the repetition")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare by unit, so that two spellings of one name are seen."""
    for holder in holders(plan):
        own = holder.own
        # Lead beside support is the business of lead-also-support.
        if own.units:
            yield from _repeated(holder, "units", own.lead + own.units)
            if own.support:
                yield from _repeated(holder, "support", own.units + own.support, len(own.units))
        else:
            yield from _repeated(holder, "lead", own.lead)
            yield from _repeated(holder, "support", own.support)
    for group in plan.workgroups:
        yield from _repeated(group, "members", group.members)


def _repeated(
    item: Holder | Workgroup, key: str, refs: Sequence[UnitRef], known: int = 0
) -> Iterator[Finding]:
    """Report each later mention; the first `known` are compared with the others only."""
    if len(refs) < 2 or len({ref.key for ref in refs}) == len(refs):
        return
    seen: dict[str, UnitRef] = {}
    for number, ref in enumerate(refs):
        first = seen.setdefault(ref.key, ref)
        if first is ref or number < known:
            continue
        related = ((at(first.node), FIRST),)
        if first.name == ref.name:
            yield Finding(
                at(ref.node), TWICE(name=ref.name), item, ref.key, related, fix=_fix(item, key, ref)
            )
        else:
            message = TWO_NAMES(name=ref.name, first=first.name)
            yield Finding(at(ref.node), message, item, ref.key, related, Confidence.MEDIUM)


def _fix(item: Holder | Workgroup, key: str, ref: UnitRef) -> Fix | None:
    """Propose to delete the repetition: whether another unit was meant there, only its author knows."""
    edit = without_unit(item.node, key, ref)
    return Fix(DELETE, (edit,)) if edit is not None else None


rule = Rule("RES004", "unit-twice", Severity.WARNING, Authority.LOGIC, __doc__, check)
