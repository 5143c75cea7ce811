"""Id used twice / 标识重复

何事：同一份方案里，两处（任务、分节、目标、行动或表格的行）用了同一个 id。
What: Two items of one plan, be they tasks, sections, goals, actions or rows, have the same id.

缘由：id 用来认定“还是那一项”：restates 的对应、忽略与基线、两个版本的比较都靠它；重复了就分不清指的是哪一
项。
Why: The id says that it is still the same item: `restates`, the baseline and the diff rely on it; a double
id could mean either.

改法：保留先出现的 id，给后一项另起一个；已有 restates 指向后一项的一并改正。planspec fmt --ids 可以补写缺少
的 id。
Mend: Keep the first and give the later item an id of its own; correct any `restates` that meant it.
`planspec fmt --ids` writes ids that are missing.

依据：格式：id 在一份方案里唯一。
Authority: the format; an id is unique within its plan.

Bad:

    actions:
      - action: 产业培塑行动
        lead: 县发改局
        tasks:
          - {id: circular-economy, title: 循环经济}
          - {id: circular-economy, title: 绿色矿山}
    #            ^^^^^^^^^^^^^^^^ duplicate-id

Good:

    actions:
      - action: 产业培塑行动
        lead: 县发改局
        tasks:
          - {id: circular-economy, title: 循环经济}
          - {id: green-mines, title: 绿色矿山}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from planspec.model import Action, Goal, Item, Plan, Row, Section, Target, Task
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Fix, Severity
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Scalar
from planspec.source.place import Place, at
from planspec.source.rewriting import rewrite

TAKEN = Template(
    zh="标识（id）“{id}”已用于“{first}”，重复使用会分不清所指；请为“{title}”另起一个标识",
    en="Id “{id}” already belongs to “{first}”, so it no longer tells which item is meant; give "
    "“{title}” an id of its own",
)
GIVE = Message(
    zh="给后一项另起标识；restates本来指它的，请一并改正",
    en="Give the later item an id of its own; correct any `restates` that meant it",
)
FIRST = Template(zh="“{id}”首次用在这里", en="“{id}” is first used here")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Keep the first user of each id, in the order of the document."""
    taken: dict[str, tuple[Item, Mapping, Scalar]] = {}
    order = {id(file): number for number, file in enumerate(plan.files)}
    found = sorted(_uses(plan), key=lambda use: (order.get(id(use[1].file), 0), use[1].start))
    ids = {node.text for _, _, node in found}
    for item, mapping, node in found:
        first = taken.setdefault(node.text, (item, mapping, node))
        if first[1] is mapping:  # itself, or the same mapping through a YAML alias
            continue
        message = TAKEN(id=node.text, first=_title(first[0]), title=_title(item))
        # An id that came with a YAML merge stands elsewhere: point at the item that took it over.
        place = at(node) if node is not first[2] else Place(mapping, mapping.head_span)
        edit = rewrite(node, _free(node.text, ids)) if node is not first[2] else None
        fix = Fix(GIVE, (edit,)) if edit is not None else None
        yield Finding(place, message, item, node.text, ((at(first[2]), FIRST(id=node.text)),), fix=fix)


def _free(id: str, taken: set[str]) -> str:
    """Return the id with the first number that makes it one of its own, and take it."""
    found = next(name for number in count(2) if (name := f"{id}-{number}") not in taken)
    taken.add(found)
    return found


def _uses(plan: Plan) -> Iterator[tuple[Item, Mapping, Scalar]]:
    goals = [*plan.goals, *(goal for action in plan.actions for goal in action.goals)]
    for group in (plan.actions, goals, plan.all_sections, plan.tasks, plan.rows, plan.targets):
        for item in group:
            mapping = item.node
            if type(mapping) is Mapping:
                node = mapping.entries.get("id")
                if type(node) is Scalar and node.text:
                    yield item, mapping, node


def _title(item: Item) -> str:
    if isinstance(item, Section | Goal):
        return item.heading
    if isinstance(item, Target):
        return item.name
    return item.title if isinstance(item, Action | Task | Row) else ""


rule = Rule("FMT006", "duplicate-id", Severity.ERROR, Authority.FORMAT, __doc__, check)
