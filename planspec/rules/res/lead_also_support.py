"""Lead named as supporter too / 牵头单位同时列为配合单位

何事：一项任务里，牵头单位又出现在配合单位当中。
What: The unit that leads a task stands among those that support it, too.

缘由：一个单位不会配合自己；不是牵头写错了，就是配合写错了，真正该配合的单位可能漏了。
Why: No unit supports itself; one of the two is wrong, and the unit that was meant may be missing.

改法：确定它是牵头还是配合，只留一处；原来想写别的单位的，改过来。
Mend: Decide whether it leads or supports, keep one; put the unit in that was meant.

依据：文件自身逻辑：牵头与配合是两种责任。
Authority: logic; to lead and to support are two duties.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            lead: 县科工局
            support: [县发改局, 县科工局]
    #                       ^^^^ lead-also-support

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            lead: 县科工局
            support: [县发改局, 县财政局]
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan, Task
from planspec.rules.res._shared import holders, title_of, without_unit
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Fix, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at

BOTH = Template(
    zh="“{title}”已由“{name}”牵头，配合单位中又列了“{again}”；请核对是牵头（lead）还是配合（support），只保留一处",
    en="“{title}” is led by “{name}”, and “{again}” supports it as well; decide between `lead` and `support` and keep one",
)
DELETE = Message(zh="从配合单位中删去", en="Delete it from `support`")
LEADS = Message(zh="这里列为牵头单位", en="named as the lead here")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at what the item states, completed by the lead or support that it takes from above."""
    for holder in holders(plan):
        own = holder.own
        duties = holder.effective if isinstance(holder, Task) else own
        if not duties.lead or not duties.support or not (own.lead or own.support):
            continue
        leads = {ref.key: ref for ref in reversed(duties.lead)}
        told = set()
        for ref in duties.support:
            lead = leads.get(ref.key)
            if lead is None or ref.key in told:
                continue
            told.add(ref.key)
            message = BOTH(title=title_of(holder), name=lead.name, again=ref.name)
            edit = without_unit(holder.node, "support", ref)
            fix = Fix(DELETE, (edit,)) if edit is not None else None
            yield Finding(at(ref.node), message, holder, ref.key, ((at(lead.node), LEADS),), fix=fix)


rule = Rule("RES005", "lead-also-support", Severity.WARNING, Authority.LOGIC, __doc__, check)
