"""Counted name with two counts / 同一名称前后个数不一

何事：同一个带数的名称，前后数字不同，如一处“九大产业链”、一处“八大产业链”；或者标题说“十大重点民生实事”，下
面却不是十项。
What: One counted name has two numbers, such as 九大产业链 here and 八大产业链 there; or a heading announces
ten livelihood items and another number follows.

缘由：读者不知道以哪个数为准；列的比说的少，往往是漏了一项。
Why: Readers cannot tell which number counts, and where fewer items follow than announced, one may have been
lost.

改法：核对后统一数字，或补上漏掉的一项；所指确实不同的，在名称前写明层级或范围，如“省级十大”“市级十大”。
Mend: Settle on one number, or restore the missing item; where two things are meant, say so in the name (省
级, 市级).

依据：逻辑：同一事物前后说法应当一致。
Authority: logic; one thing is described in one way.

Bad:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 壮大九大产业链
          - title: 聚焦八大产业链建设
    #                ^^^^^ counts-differ

Good:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 壮大九大产业链
          - title: 聚焦9大产业链建设
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from planspec.model import Item, Plan, Section, Task
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.structure._shared import at_words, intact, listed, numeral
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.nodes import Mapping, Scalar

TWO_COUNTS = Template(
    zh="这里写“{here}”，别处写“{there}”，同一名称前后数目不同；请核对后统一，所指不同的，请在名称前写明层级"
    "或范围",
    en="This says “{here}”, elsewhere it is “{there}”: one name with two numbers; settle on one, or say in "
    "the name which level or scope is meant",
)
THERE = Template(zh="这里写的是“{there}”", en="Here it is “{there}”")
CHILDREN = Template(
    zh="标题写的是“{name}”，下面列了{found}项，数目不符；请补上漏列的，或改正标题中的数字",
    en="The heading announces “{name}” and {found} items follow; restore what is missing or correct the "
    "number",
)

_NUMERAL: Final = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}|两"
_HINT: Final = re.compile('[0-9一二三四五六七八九十两][”"’]?大').search
_NAME: Final = re.compile(
    f'(?<![0-9一二三四五六七八九十])({_NUMERAL})[”"’]?(大|件(?=(?:重点)?民生实事))[“"‘]?([一-龥]{{2,10}})'
)
_HAN_BEFORE: Final = re.compile("[一-龥]{0,6}$")
_BEFORE_NAME: Final = re.compile(
    "(?:.*(?:推进|围绕|聚焦|实施|打造|构建|建设|做大|做强|做优|做特|培育|壮大|发展|办好|完成|抓好|抓实|落实|开展|打好|提升|用好"
    "|形成|加快|持续|深化|推动|确保|实现|完成|兑现|全面|高质量|力推|以|对|的|和|及|与|把|将|按|好|年))?(?:本市|本县|本区|我市|我县|我区|全市|全县|全区)?"
)
_AFTER_NAME: Final = re.compile(
    "(?:建设|发展|培育|方向|领域|重点领域|攻坚|提升|培塑|倍增|项目化|工作|任务|等|清单|提质|增效|创建|整治|管理|体系)+$"
)
_COMMON: Final = re.compile(
    "(?:重点|专项|提升|攻坚|保障|支撑|改革|创新|优化|示范|标志性|治理|整治|建设|培育|主要|关键|新型|新兴|核心|特色)*"
    "(?:行动|工程|任务|项目|体系|机制|平台|活动|战役|攻坚战|领域|方面|环节|问题|清单|措施|举措|产业|基地|中心|板块|环境|目标|原则"
    "|抓手|能力|支柱|片区|园区|集群|赛道|场景|指标|制度|政策|计划|方案|内容|要素|突破|优势|动能|统一|改造)"
)
"""Names too common to tell that two of them are one thing."""
_MOST_MORE: Final = 2
_SHORTEST: Final = 3
"""A shorter name (行动, 工程) is no name of one thing."""


class _Counted(NamedTuple):
    """A counted name where it stands."""

    written: str
    number: int
    noun: str
    measure: str
    qualifier: str
    item: Item
    node: Scalar


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Collect the counted names of titles, headings, targets and projects; compare like with like."""
    known: dict[tuple[str, str, str], list[_Counted]] = {}
    for item, node, text in _texts(plan):
        for name in _names(item, node, text):
            key = (name.qualifier, name.measure, name.noun[:_SHORTEST])
            known.setdefault(key, []).append(name)
    told: set[int] = set()
    for names in known.values():
        if len({name.number for name in names}) > 1:
            for finding in _differing(names):
                told.add(id(finding.item))
                yield finding
    holders: tuple[Section | Task, ...] = (*plan.all_sections, *(task for task in plan.tasks if task.tasks))
    for holder in holders:
        if id(holder) not in told and _counted(_title(holder)):
            yield from _children(holder)


def _counted(text: str) -> bool:
    """Say at little cost whether a text may hold a counted name."""
    return ("大" in text and _HINT(text) is not None) or ("件" in text and "民生实事" in text)


def _texts(plan: Plan) -> Iterator[tuple[Item, Scalar, str]]:
    """Return each text in which a name may stand, from the overall plan down."""
    if _counted(plan.title):
        yield from _under(plan, plan.node, "title", plan.title)
    for goal in plan.goals:
        if _counted(goal.heading):
            yield from _under(goal, goal.node, "heading", goal.heading)
    for text in plan.annexes:
        if _counted(text.value):
            yield plan, text.node, text.value
    for action in plan.actions:
        if _counted(action.heading):
            yield from _under(action, action.entry, "heading", action.heading)
        if _counted(action.annex_title):
            yield from _under(action, action.node, "title", action.annex_title)
        for goal in action.goals:
            if _counted(goal.heading):
                yield from _under(goal, goal.node, "heading", goal.heading)
    for section in plan.all_sections:
        if _counted(section.heading):
            yield from _under(section, section.node, "heading", section.heading)
    for task in plan.tasks:
        if _counted(task.title):
            yield from _under(task, task.node, "title", task.title)
        for text in task.deliverables:
            if _counted(text.value):
                yield task, text.node, text.value
        for text in task.projects:
            if _counted(text.value):
                yield task, text.node, text.value
    for row in plan.rows:
        if _counted(row.title):
            yield from _under(row, row.node, "title", row.title)
    for target in plan.targets:
        if _counted(target.name):
            yield target, target.mapping.keys[target.name], target.name


def _under(item: Item, node: Mapping, key: str, text: str) -> Iterator[tuple[Item, Scalar, str]]:
    value = node.entries.get(key)
    if isinstance(value, Scalar):
        yield item, value, text


def _names(item: Item, node: Scalar, text: str) -> Iterator[_Counted]:
    for match in _NAME.finditer(text):
        digits, measure, after = match.groups()
        noun = _AFTER_NAME.sub("", after) or after
        number = numeral(digits)
        if number is None or len(noun) < _SHORTEST or _COMMON.fullmatch(noun):
            continue
        written = text[match.start() : match.start(3) + len(noun)]
        qualifier = _qualifier(text[: match.start()], item if "实事" in noun else None)
        yield _Counted(written, number, noun, measure, qualifier, item, node)


def _qualifier(before: str, item: Item | None) -> str:
    """Return what narrows a name down: 省 in 办好省级十大…, or the tier of the livelihood item that has it."""
    han = _HAN_BEFORE.search(before.rstrip('“"‘'))
    words = han[0] if han is not None else ""
    neutral = _BEFORE_NAME.match(words)
    qualifier = words[neutral.end() :] if neutral is not None else words
    tier = item.tier if isinstance(item, Section | Task) else ""
    return qualifier.replace("级", "").replace("定", "") or tier.replace("定", "")


def _differing(names: list[_Counted]) -> Iterator[Finding]:
    """Compare each name with the number that most give it; of two as frequent the first counts."""
    groups: list[list[_Counted]] = []
    for name in names:
        group = next((group for group in groups if _alike(name.noun, group[0].noun)), None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    for group in groups:
        usual, _ = Counter(name.number for name in group).most_common(1)[0]
        other = next(name for name in group if name.number == usual)
        for name in group:
            if name.number == usual:
                continue
            here, there = _cut(name, other), _cut(other, name)
            yield Finding(
                at_words(name.node, here),
                TWO_COUNTS(here=here, there=there),
                name.item,
                f"{here}≠{there}",
                ((at_words(other.node, there), THERE(there=there)),),
                Confidence.MEDIUM,
            )


def _cut(name: _Counted, other: _Counted) -> str:
    """Return the name as written, as far as both agree."""
    return name.written[: len(name.written) - max(0, len(name.noun) - len(other.noun))]


def _alike(one: str, two: str) -> bool:
    """Say whether two names are one: the same, or one is the beginning of the other."""
    return one.startswith(two) or two.startswith(one)


def _children(holder: Section | Task) -> Iterator[Finding]:
    """Compare a counted heading with what stands below it, where that is clearly what it counts."""
    match = _NAME.search(_title(holder))
    if match is None:
        return
    count = numeral(match[1])
    noun = match[3]
    children: list[str] = [child.title for child in holder.tasks]
    if isinstance(holder, Section):
        children += [child.heading for child in holder.sections]
    if count is None or not children or len(children) == count:
        return
    if len(children) > count + _MOST_MORE:  # the ten items stand in groups, or in parts
        return
    if not _are_those(noun, children) or _leaves(holder) == count or not _whole(holder):
        return
    name = match[0]
    yield Finding(
        at_words(_heading(holder), name),
        CHILDREN(name=name, found=len(children)),
        holder,
        f"{name}≠{len(children)}",
    )


def _are_those(noun: str, children: list[str]) -> bool:
    """Say whether the children are the things counted: livelihood items, or all called like the noun."""
    if "民生实事" in noun:
        return True
    tail = noun[-2:]
    return len(children) > 1 and all(tail in child for child in children)


def _leaves(holder: Section | Task) -> int:
    below: list[Section | Task] = [*holder.tasks]
    if isinstance(holder, Section):
        below += holder.sections
    return sum(_leaves(child) for child in below) if below else 1


def _whole(holder: Section | Task) -> bool:
    node = holder.node
    sections = len(holder.sections) if isinstance(holder, Section) else 0
    return (
        listed(node, "tasks") == len(holder.tasks) and listed(node, "sections") == sections and intact(node)
    )


def _title(holder: Section | Task) -> str:
    return holder.heading if isinstance(holder, Section) else holder.title


def _heading(holder: Section | Task) -> Scalar:
    node = holder.node.entries["heading" if isinstance(holder, Section) else "title"]
    assert isinstance(node, Scalar)
    return node


rule = Rule(
    "STR004", "counts-differ", Severity.WARNING, Authority.LOGIC, __doc__, check, confidence=Confidence.MEDIUM
)
