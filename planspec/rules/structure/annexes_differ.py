"""List of annexes and annexes differ / 附件说明与附件不一致

何事：附件说明（annexes）与各附件的序号、次序或标题对不上：标题写法不同，序号不同，列了却没有，或者有而没有
列。
What: The list of annexes (`annexes`) and the annexes themselves differ in number, order or title.

缘由：读者按附件说明找附件；对不上，就不知道是漏了附件，还是标题、序号写错。
Why: Readers look up an annex by the list; where the two differ, nobody knows whether an annex is missing or
misnamed.

改法：以印发的附件为准，把附件说明改成同样的序号和标题，或者改附件的 annex、title。
Mend: Make the list state the same number and title as the annex, or correct `annex` and `title` of the
annex.

依据：GB/T 9704—2012“附件”一节：附件顺序号和附件标题应当与附件说明的表述一致。
Authority: GB/T 9704-2012, on annexes; number and title of an annex agree with the list of annexes.

Bad:

    annexes: [产业培塑行动实施方案, 创新提升行动实施方案]
    actions:
      - {action: 产业培塑行动, annex: 1, title: 产业培塑行动实施方案, lead: 县科工局}
      - {action: 创新提升行动, annex: 2, title: 创新驱动行动实施方案, lead: 县科工局}
    #                                     ^^^^^^^^^^ annexes-differ

Good:

    annexes: [领导小组名单, 产业培塑行动实施方案]
    actions:
      - {action: 产业培塑行动, annex: 2, title: 产业培塑行动实施方案, goals: [{summary: 产业加力提速}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from planspec.model import Action, Plan, Text
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.structure._shared import intact, listed, same_title
from planspec.source.diagnostic import Severity
from planspec.source.message import Template
from planspec.source.nodes import Scalar
from planspec.source.place import Place, at, at_value

TITLE = Template(
    zh="附件{number}的标题是“{title}”，附件说明中写的是“{listed}”，两处应当一致；请改正其中一处",
    en="Annex {number} is titled “{title}”, the list of annexes calls it “{listed}”; make them agree",
)
NUMBER = Template(
    zh="“{title}”标为附件{number}，在附件说明中排第{place}；请使序号与次序一致",
    en="“{title}” is numbered annex {number} but stands as number {place} in the list of annexes; make "
    "them agree",
)
UNLISTED = Template(
    zh="“{title}”标为附件{number}，而附件说明中只有{count}个附件；请在附件说明（annexes）中补列，或改正序号（annex）",
    en="“{title}” is numbered annex {number}, but the list of annexes has only {count}; add it there or "
    "correct the number",
)
NO_ANNEX = Template(
    zh="附件说明第{place}项“{listed}”没有对应的附件；请补上该附件，或从附件说明（annexes）中删去",
    en="Entry {place} of the list of annexes, “{listed}”, has no annex; add the annex or drop the entry",
)
TWICE = Template(
    zh="“{title}”与“{first}”都标为附件{number}，引用时会混淆；请改正其中一个序号（annex）",
    en="“{title}” and “{first}” are both numbered annex {number}; correct one of them",
)
IN_LIST = Template(zh="附件说明中写的是“{listed}”", en="The list of annexes says “{listed}”")
IN_ANNEX = Template(zh="附件{number}在这里", en="Annex {number} stands here")

_ORDINAL: Final = re.compile(r"^\s*(?:附件\s*[0-9０-９]{0,2}\s*[.．、:：]?|[0-9０-９]{1,2}\s*[.．、:：])\s*")
_ACTION_PLAN: Final = re.compile(r"(?:行动|攻坚|仗|工程).*方案$")


class _Entry(NamedTuple):
    place: int
    title: str
    same: str
    """The title without what is no part of its meaning."""
    node: Scalar


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare by number, then by title; other annexes than actions (rosters, lists) may stand in the list."""
    yield from _numbered_twice(plan)
    entries = [_entry(place, text) for place, text in enumerate(plan.annexes, 1)]
    if entries and listed(plan.node, "annexes") == len(entries):
        yield from _against_list(plan, entries)
    else:
        yield from _against_includes(plan)


def _numbered_twice(plan: Plan) -> Iterator[Finding]:
    numbers: dict[int, Action] = {}
    for action in plan.actions:
        if action.annex is None:
            continue
        first = numbers.setdefault(action.annex, action)
        if first is not action:
            related = (at_value(first.node, "annex"), IN_ANNEX(number=action.annex))
            message = TWICE(title=_title(action), first=_title(first), number=action.annex)
            yield Finding(
                at_value(action.node, "annex"), message, action, f"twice {action.annex}", (related,)
            )


def _against_list(plan: Plan, entries: list[_Entry]) -> Iterator[Finding]:
    by_title = {entry.same: entry for entry in entries}
    met: set[int] = set()
    unmatched = 0
    for action in plan.actions:
        title = same_title(action.annex_title)
        same = by_title.get(title) if title else None
        number = action.annex
        if same is not None:
            met.add(same.place)
            if number is not None and number != same.place:
                yield _finding(NUMBER, action, "annex", same, number)
        elif number is None:
            unmatched += 1
        elif number > len(entries):
            message = UNLISTED(title=_title(action), number=number, count=len(entries))
            related = ((at(entries[-1].node), IN_LIST(listed=entries[-1].title)),)
            yield Finding(at_value(action.node, "annex"), message, action, f"unlisted {number}", related)
        else:
            entry = entries[number - 1]
            met.add(entry.place)
            if title:
                yield _finding(TITLE, action, "title", entry, number)
            else:
                other = _named_after(action, entries)
                if other is not None and other is not entry:
                    met.add(other.place)
                    yield _finding(NUMBER, action, "annex", other, number)
    whole = plan.extent == "full" and len(plan.actions) == listed(plan.node, "actions") and intact(plan.node)
    if not met or unmatched or not whole:
        return
    for entry in entries:
        if entry.place not in met and _ACTION_PLAN.search(entry.same):
            message = NO_ANNEX(place=entry.place, listed=entry.title)
            yield Finding(at(entry.node), message, plan, f"no annex {entry.same}")


def _against_includes(plan: Plan) -> Iterator[Finding]:
    """Where the title in the list stands beside the include, compare that."""
    for action in plan.actions:
        node = action.entry.entries.get("annex_title")
        if action.entry is action.node or not isinstance(node, Scalar) or not action.annex_title:
            continue
        if same_title(node.text) != same_title(action.annex_title):
            entry = _Entry(action.annex or action.ordinal, node.text, same_title(node.text), node)
            yield _finding(TITLE, action, "title", entry, entry.place)


def _entry(place: int, text: Text) -> _Entry:
    title = _ORDINAL.sub("", text.value)
    return _Entry(place, title, same_title(title), text.node)


def _named_after(action: Action, entries: list[_Entry]) -> _Entry | None:
    """Return the only entry whose title holds the action's name."""
    name = same_title(action.title)
    holding = [entry for entry in entries if name and name in entry.same]
    return holding[0] if len(holding) == 1 else None


def _finding(template: Template, action: Action, key: str, entry: _Entry, number: int) -> Finding:
    message = template(title=_title(action), number=number, listed=entry.title, place=entry.place)
    place: Place = at_value(action.node, key)
    related = ((at(entry.node), IN_LIST(listed=entry.title)),)
    return Finding(place, message, action, f"{key} {entry.same}", related)


def _title(action: Action) -> str:
    return action.annex_title or action.title


rule = Rule("STR002", "annexes-differ", Severity.WARNING, Authority.STANDARD, __doc__, check)
