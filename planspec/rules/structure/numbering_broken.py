"""Numbering skips, repeats or is missing / 编号跳号、重号或缺号

何事：同一层的分节或任务的编号没有依次相连：跳过了一个号，一个号用了两次，次序颠倒，或者别的都有编号而这一项
没有。
What: The numbers of sections or tasks of one level do not follow each other: one is skipped, used twice,
out of order, or missing where its neighbours have theirs.

缘由：文件和台账按编号引用任务；重号、跳号往往是增删时漏改，也可能是整段漏排。
Why: Documents and ledgers cite tasks by number; a slip often shows that an item was added or dropped in
haste, or that a whole paragraph got lost.

改法：按顺序重新编号，或补上漏掉的一项；各节之间连续编号或各节重新从 1 编号都可以，但要前后一致。
Mend: Renumber, or restore the item that is missing. Numbers may run on through the sections or begin anew
in each, but not both.

依据：GB/T 9704—2012：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。
Authority: GB/T 9704-2012; the levels of a document are numbered 一、（一）1.（1）in sequence.

Bad:

    actions:
      - action: 产业培塑行动
        lead: 县发改局
        tasks:
          - {no: "1", title: 循环经济}
          - {no: "2", title: 装备制造}
          - {no: "4", title: 现代农业}
    #            ^^^ numbering-broken

Good:

    actions:
      - action: 产业培塑行动
        lead: 县发改局
        sections:
          - no: （一）
            heading: 做强优势产业
            tasks:
              - {no: "1", title: 循环经济}
              - {no: "2", title: 装备制造}
          - no: （二）
            heading: 做优传统产业
            tasks:
              - {no: "3", title: 现代农业}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from planspec.model import Action, Plan, Section, Task
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.rules.structure._shared import intact, listed, numeral
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping
from planspec.source.place import Place, at_value

SKIPS = Template(
    zh="“{title}”编号为“{no}”，前一项是“{before}”，中间缺{missing}；请重新编号，或补上漏掉的内容",
    en="“{title}” is numbered “{no}” and follows “{before}”, so {missing} is missing; renumber, or "
    "restore what was lost",
)
STARTS = Template(
    zh="“{title}”是这一组的第一项，编号却是“{no}”，缺{missing}；请重新编号，或补上漏掉的内容",
    en="“{title}” is the first of its group and yet numbered “{no}”, so {missing} is missing; renumber, "
    "or restore what was lost",
)
DETACHED = Template(
    zh="“{title}”是这一组的第一项，编号“{no}”既不从1起，也接不上前一组的“{before}”；请重新编号，或补上"
    "漏掉的内容",
    en="“{title}” is the first of its group; its number “{no}” neither begins at 1 nor follows "
    "“{before}”, where the group before ends; renumber, or restore what was lost",
)
REPEATS = Template(
    zh="编号“{no}”用了两次：“{title}”与前面的“{first}”同号，引用时分不清是哪一项；请重新编号",
    en="Number “{no}” is used twice: “{title}” has the same as “{first}” above, so citing it is "
    "ambiguous; renumber",
)
DISORDER = Template(
    zh="“{title}”编号为“{no}”，却排在“{before}”之后，次序颠倒；请调整次序或重新编号",
    en="“{title}” is numbered “{no}” but stands after “{before}”, out of order; reorder or renumber",
)
MISSING = Template(
    zh="“{title}”没有编号，同一层的其他项都有，引用时无从指称；请补上编号（no）",
    en="“{title}” has no number while the other items of its level have one, so it cannot be cited; give "
    "it a `no`",
)
ANEW = Template(
    zh="“{title}”从“{no}”重新编号，而前面各组是连续编号的（上一组到“{before}”）；请统一为连续编号，或各"
    "组都从1编号",
    en="“{title}” begins anew at “{no}” although the groups before it run on (the last one ends at "
    "“{before}”); number all groups the same way",
)
RUNS_ON = Template(
    zh="“{title}”接着上一组的“{before}”编为“{no}”，而其他各组都从1编号；请统一为各组从1编号，或全部连续编号",
    en="“{title}” takes up “{before}” of the group before as “{no}” although the other groups begin at "
    "1; number all groups the same way",
)
NEIGHBOUR = Template(zh="前一个编号“{no}”在这里", en="The number before it, “{no}”, stands here")
FIRST = Template(zh="“{no}”先用在这里", en="“{no}” is first used here")

Numbered: TypeAlias = Action | Section | Task

_FORMS: Final = re.compile(
    r"\s*(?:"
    r"第(?P<ordinal>[0-9０-９一二三四五六七八九十百零〇]+)[章节条项款部]?"
    r"|[（(\[【](?P<paren>[0-9０-９一二三四五六七八九十百零〇]+)[)）\]】]"
    r"|(?P<said>[一二三四五六七八九十]+)是"
    r"|(?P<half>[0-9０-９一二三四五六七八九十百零〇]+)[)）]"
    r"|(?P<prefix>(?:[0-9]+[.．])+)(?P<last>[0-9]+)"
    r"|(?P<plain>[0-9０-９一二三四五六七八九十百零〇]+)"
    r"|(?P<circled>[①-⑳㉑-㉟㊱-㊿])"
    r")[.．、,，:：]?\s*"
).fullmatch


class Number(NamedTuple):
    """A number as an item carries it: how it is written, and what it counts."""

    style: str
    value: int


@lru_cache(maxsize=4096)
def read_number(text: str) -> Number | None:
    """Return what 一、 （二） 3. （4） ⑤ 第六 1.2 stand for, None for anything else."""
    match = _FORMS(text)
    if match is None:
        return None
    if circled := match["circled"]:
        return Number("①", _circled(circled))
    if match["last"]:
        return Number(match["prefix"], int(match["last"]))
    for name in ("ordinal", "paren", "half", "said", "plain"):
        digits = match[name]
        if digits:
            value = numeral(digits)
            script = "1" if digits[0].isdigit() and not "一" <= digits[0] <= "鿿" else "一"
            return (
                Number(f"{'paren' if name == 'half' else name}{script}", value) if value is not None else None
            )
    return None


def _circled(char: str) -> int:
    code = ord(char)
    if code < 0x2474:
        return code - 0x2460 + 1
    return code - 0x3251 + 21 if code < 0x3260 else code - 0x32B1 + 36


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Follow the numbers of the overall plan and of each annex from top to bottom."""
    if len(plan.actions) == listed(plan.node, "actions") and intact(plan.node, _ITEM):
        yield from _Walk().group(plan.actions, lenient=False)
    walk = _Walk()
    for goal in plan.goals:
        walk.pass_by(goal.source)
    yield from walk.below(plan.node, plan.sections, plan.direct_tasks, top=True)
    for action in plan.actions:
        walk = _Walk({number for number, _ in walk.last.values()})
        for goal in action.goals:
            walk.pass_by(goal.source)
        yield from walk.below(action.node, action.sections, action.direct_tasks, top=True)


_ITEM: Final = r"\s*(?:-|no\s*[:：])"
"""How a line begins that may have been an item or its number."""
_OTHER_PARTS: Final = frozenset(
    ("goals", "workgroup", "breakdown", "lists", "cadence", "evaluation", "organisation", "actions", "basis")
)
"""Keys for what is a numbered part of a document but no section of the spec: 一、工作目标 … 三、推进机制."""


class _Walk:
    """The numbers of one annex (or of the overall plan), read from top to bottom."""

    def __init__(self, before: Collection[Number] = ()) -> None:
        self.before = before
        """Where the action before ends: the tasks of a plan may be counted through all its actions."""
        self.last: dict[str, tuple[Number, Numbered]] = {}
        """By style: the number used last, and its bearer."""
        self.following: dict[str, set[int]] = {}
        """By style: what the next group may begin with. After a slip that is two numbers, as counting may go on
        from it or past it: one slip is told once."""
        self.lost = False
        """Whether part of what was read so far is missing, so that any number may be the next."""
        self.passed: set[tuple[str, Number]] = set()
        """The numbers that the document gives to its goals, below what: they stand before the first section."""

    def pass_by(self, source: str) -> None:
        """Note the numbers of a paragraph of goals: 一/(二)."""
        above = ""
        for part in source.split("/"):
            number = read_number(part)
            if number is not None:
                self.passed |= {(above, number), ("", number)}
            above = f"{above}/{part}" if above else part

    def below(
        self, holder: Mapping, sections: Sequence[Section], tasks: Sequence[Task], *, top: bool = False
    ) -> Iterator[Finding]:
        """Judge all that stands below `holder`: its sections, then what they hold, then its tasks."""
        if sections and tasks and (mixed := _interleaved(sections, tasks)):
            yield from self.siblings(holder, "sections", mixed, lenient=top, listed_too="tasks")
            for item in mixed:
                below = item.sections if isinstance(item, Section) else ()
                yield from self.below(item.node, below, item.tasks)
            return
        if sections:
            lenient = top and (_opens_late(sections[0]) or not _OTHER_PARTS.isdisjoint(holder.entries))
            yield from self.siblings(holder, "sections", sections, lenient=lenient)
            yield from _unlike(section.sections or section.tasks for section in sections)
            for section in sections:
                yield from self.below(section.node, section.sections, section.tasks)
        if tasks:
            yield from self.siblings(holder, "tasks", tasks)
            yield from _unlike(task.tasks for task in tasks)
            for task in tasks:
                if task.tasks:
                    yield from self.below(task.node, (), task.tasks)

    def siblings(
        self,
        holder: Mapping,
        key: str,
        items: Sequence[Numbered],
        *,
        lenient: bool = False,
        listed_too: str = "",
    ) -> Iterator[Finding]:
        """Judge one list, unless part of it could not be read."""
        found = [*self.group(items, lenient=lenient)]
        expected = listed(holder, key) + (listed(holder, listed_too) if listed_too else 0)
        if len(items) != expected or not intact(holder, _ITEM):
            self.lost = True
        else:
            yield from found

    def group(self, items: Sequence[Numbered], *, lenient: bool) -> Iterator[Finding]:
        """Judge siblings: each number is one more than the one before. `lenient` allows 一、 to skip."""
        numbers = [read_number(item.no) if item.no else None for item in items]
        known = [number for number in numbers if number is not None]
        if not known:
            return
        first = numbers[0]
        right = self._right_starts(first)
        if first is not None and numbers == [Number(first.style, first.value + n) for n in range(len(items))]:
            if not (lenient and first.style == "plain一"):
                yield from self.start(items[0], first)
            elif first.value > 1:
                self.lost = True  # numbers that run on through the chapters were used in those before
            self._end(known[-1], items[-1], {value + len(items) for value in right})
            return
        mostly = len(known) * 2 > len(items)
        values = {number.value for number in known}
        shuffled = (
            len({number.style for number in known}) == 1
            and len(values) == len(known)
            and max(values) - min(values) == len(known) - 1
        )
        lowest = min(known, key=lambda number: number.value)
        if shuffled:
            right = self._right_starts(lowest)
        used: dict[Number, Numbered] = {}
        before: tuple[Number, Numbered] | None = None
        expected: set[int] | None = None  # None: anything may follow
        for position, (item, number) in enumerate(zip(items, numbers, strict=True)):
            if number is None:
                if item.no:  # written in a way that is not known here
                    before, expected = None, None
                elif mostly:
                    yield Finding(_title_place(item), MISSING(title=_title(item)), item, "missing")
                    if expected is not None:
                        expected |= {value + 1 for value in expected}
                continue
            slack = lenient and number.style == "plain一"
            if before is None or before[0].style != number.style:
                expected = {number.value + 1}
                if position == 0 and not slack:
                    yield from self.start(item, lowest if shuffled else number)
                    expected |= {value + 1 for value in right}
            elif expected is None or number.value in expected:
                expected = {number.value + 1}
            else:
                if shuffled:
                    if number.value < before[0].value:
                        yield _finding(DISORDER, item, number, before)
                elif number in used:
                    yield _repeats(item, number, used[number])
                elif number.value < before[0].value:
                    yield _finding(DISORDER, item, number, before)
                elif not slack:
                    yield _finding(SKIPS, item, number, before, min(expected))
                # Either this number is the slip, or counting goes on from it.
                expected = {number.value + 1, *(value + 1 for value in expected)}
            used.setdefault(number, item)
            before = (number, item)
            self._end(number, item, set())
        if len({number.style for number in known}) == 1:
            last, bearer = self.last[lowest.style]
            if shuffled:
                last = max(known, key=lambda number: number.value)
                bearer = items[numbers.index(last)]
            self._end(last, bearer, {value + len(items) for value in right})

    def _right_starts(self, first: Number | None) -> set[int]:
        """Return what a group may begin with: its own first number, where that is right."""
        if first is None:
            return set()
        expected = {1, *self.following.get(first.style, ())}
        return {first.value} if first.value in expected or self.lost else expected

    def _end(self, number: Number, item: Numbered, more: set[int]) -> None:
        self.last[number.style] = (number, item)
        self.following[number.style] = {number.value + 1, *more}

    def start(self, item: Numbered, number: Number) -> Iterator[Finding]:
        """Judge the first of a group: it begins at 1 or takes up where its style left off."""
        last = self.last.get(number.style)
        if self.lost or number.value == 1 or number.value in self.following.get(number.style, ()):
            return
        above = item.source.rpartition("/")[0]
        if last is None and Number(number.style, number.value - 1) in self.before:
            return
        if last is None and (above, Number(number.style, number.value - 1)) in self.passed:
            return
        if last is None:
            yield _finding(STARTS, item, number, None, 1)
        elif number.value > last[0].value:
            yield _finding(SKIPS, item, number, last, last[0].value + 1)
        else:
            yield _finding(DETACHED, item, number, last)


def _interleaved(sections: Sequence[Section], tasks: Sequence[Task]) -> list[Section | Task]:
    """Return sections and tasks that stand side by side in the order of their numbers; none if they have no such.

    （一）with items of its own is a section, （二）without is a task: the spec lists each kind for itself.
    """
    items: list[Section | Task] = [*sections, *tasks]
    numbers = {id(item): number for item in items if (number := read_number(item.no)) is not None}
    if len(numbers) < len(items) or len({number.style for number in numbers.values()}) != 1:
        return []
    return sorted(items, key=lambda item: numbers[id(item)].value)


def _opens_late(first: Section) -> bool:
    """Say whether the first section is 二: 一、总体要求 holds nothing that a spec records."""
    return read_number(first.no) == Number("plain一", 2)


def _unlike(groups: Iterable[Sequence[Numbered]]) -> Iterator[Finding]:
    """Find the groups below one holder that begin anew while the others run on, or the reverse."""
    steps: list[tuple[Template, Numbered, Number, tuple[Number, Numbered]]] = []
    last: tuple[Number, Numbered] | None = None
    for items in groups:
        if not items:
            continue
        first, end = read_number(items[0].no), read_number(items[-1].no)
        if first is not None and last is not None and first.style == last[0].style:
            if first.value == last[0].value + 1:
                steps.append((RUNS_ON, items[0], first, last))
            elif first.value == 1:
                steps.append((ANEW, items[0], first, last))
        last = (end, items[-1]) if end is not None else None
    anew = sum(step[0] is ANEW for step in steps)
    if not 0 < anew < len(steps):
        return
    # The smaller camp is the odd one; of two alike, the one that came later.
    twice = anew * 2
    odd = ANEW if twice < len(steps) or (twice == len(steps) and steps[0][0] is RUNS_ON) else RUNS_ON
    for template, item, number, before in steps:
        if template is odd:
            yield _finding(template, item, number, before, confidence=Confidence.MEDIUM)


def _finding(
    template: Template,
    item: Numbered,
    number: Number,
    before: tuple[Number, Numbered] | None,
    missing_from: int = 0,
    confidence: Confidence | None = None,
) -> Finding:
    gaps = {"title": _title(item), "no": item.no, "missing": _range(missing_from, number.value - 1)}
    related: tuple[tuple[Place, Message], ...] = ()
    if before is not None:
        gaps["before"] = before[1].no
        related = ((_number_place(before[1]), NEIGHBOUR(no=before[1].no)),)
    return Finding(_number_place(item), template(**gaps), item, item.no, related, confidence)


def _repeats(item: Numbered, number: Number, first: Numbered) -> Finding:
    message = REPEATS(no=item.no, title=_title(item), first=_title(first))
    return Finding(_number_place(item), message, item, item.no, ((_number_place(first), FIRST(no=first.no)),))


def _range(low: int, high: int) -> str:
    if high - low > 2:
        return f"{low}–{high}"
    return "、".join(map(str, range(low, high + 1)))


def _number_place(item: Numbered) -> Place:
    if isinstance(item, Action) and "no" not in item.node.entries:
        return at_value(item.entry, "no")
    return at_value(item.node, "no")


def _title_place(item: Numbered) -> Place:
    return (
        at_value(item.node, "title", "heading")
        if not isinstance(item, Action)
        else at_value(item.node, "action")
    )


def _title(item: Numbered) -> str:
    return item.heading if isinstance(item, Section) else item.title


rule = Rule(
    "STR001", "numbering-broken", Severity.WARNING, Authority.STANDARD, __doc__, check, absence=Absence.ITEM
)
