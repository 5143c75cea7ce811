"""The same text twice in one action / 同一行动内文字重复

何事：一个行动里，两项任务标题相同，同一项成果写了两遍，或者整句重复；两个行动的工作目标一字不差（多半是复制后忘了
改）。总体方案、附件、责任分解表之间的照录不算。
What: Within one action two tasks have the same title, one deliverable is listed twice, or a sentence is repeated;
or the goals of two actions agree to the word, mostly because a copy was not edited. What the overall plan, the
annex and the table restate of each other does not count.

缘由：同一件事分在两处，牵头单位和时限往往不同，落实时会重复派活，考核时会重复计数。
Why: One piece of work in two places is assigned and counted twice, often under different leads and deadlines.

改法：合并为一项；确是两件事的，把标题写得能区分开；复制来的目标换成本行动自己的目标。
Mend: Merge them; where they are two things, say so in the titles; replace copied goals by the action's own.

依据：逻辑：一件事在一份方案里只派一次。
Authority: logic; one plan assigns one piece of work once.

Bad:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 培育优质企业
            deliverables: [建立优质企业梯度培育库]
          - title: 培育优质企业
    #              ^^^^^^ repeated-text
            deliverables: [建立优质企业梯度培育库]
    #                      ^^^^^^^^^^^ repeated-text

Good:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 培育优质企业
            deliverables: [建立优质企业梯度培育库]
          - title: 引进优质企业
            deliverables: [编制招商图谱]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Action, Plan, Section, Task, Text
from planspec.rules._texts import texts, words_at
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.place import Place, at, at_key, at_value

TITLE = Template(
    zh="“{words}”在同一行动里已是另一项的标题，同一件事可能派了两次；请合并，确是两件事的，请在标题里区分",
    en="“{words}” is the title of another item of this action already, so one piece of work may be assigned "
    "twice; merge them, or tell them apart in their titles",
)
DELIVERABLE = Template(
    zh="成果“{words}”在同一行动里已经写过，考核时会重复计数；请只留一处，或写明各自的范围",
    en="The deliverable “{words}” stands in this action already and would be counted twice; keep one, or say "
    "what each covers",
)
SENTENCE = Template(
    zh="“{words}”在同一行动里已经写过，多半是复制后未改；请删去一处",
    en="“{words}” stands in this action already, most likely an unedited copy; delete one",
)
GOALS = Template(
    zh="“{here}”的工作目标与“{there}”的一字不差（{count}项），多半是复制后未改；请写本行动自己的目标",
    en="The goals of “{here}” agree to the word with those of “{there}” ({count} targets), most likely an "
    "unedited copy; state this action's own",
)
THERE = Message(zh="先写在这里", en="it stands here first")

_LONG: Final = 8
"""A shorter title or deliverable may well come twice, in two sections (强化要素保障)."""
_LONGER: Final = 12
"""A shorter deliverable may still be the same kind of result in two tasks."""
_SENTENCE: Final = re.compile("[^。；;！？]+")
_DUTY: Final = re.compile("牵头|配合|负责|责任单位")
_HAN: Final = re.compile("[一-龥]")
_LONG_SENTENCE: Final = 14
_SOME_GOALS: Final = 3


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare by dictionary: titles, deliverables and sentences within an action, goals across actions."""
    yield from _titles(plan)
    yield from _deliverables(plan)
    yield from _sentences(plan)
    yield from _goals(plan)


def _titles(plan: Plan) -> Iterator[Finding]:
    known: dict[tuple[int, str, str], Task | Section] = {}
    for key, items in (("heading", plan.all_sections), ("title", plan.tasks)):
        for item in items:
            title = item.heading if isinstance(item, Section) else item.title
            if not title:
                continue
            scope = item.action if len(title) >= _LONG else _holder(item) or item.action
            first = known.setdefault((id(scope), f"{key}:{title}", item.tier), item)
            if first is not item and not _above(first, item):
                related = ((at_value(first.node, key), THERE),)
                place, home = at_value(item.node, key), item.action or plan
                yield Finding(place, TITLE(words=title), home, title, related, within=item)


def _holder(item: Task | Section) -> Task | Section | None:
    return item.parent or (item.section if isinstance(item, Task) else None)


def _above(first: Task | Section, item: Task | Section) -> bool:
    """Say whether the first holds the other: a part may repeat what the whole says."""
    holder = item.parent
    while holder is not None and holder is not first:
        holder = holder.parent
    return holder is first


def _deliverables(plan: Plan) -> Iterator[Finding]:
    known: dict[tuple[int, str], tuple[Task, Text]] = {}
    for task in plan.tasks:
        for text in task.deliverables:
            first, there = known.setdefault((id(task.action), text.value), (task, text))
            if there is not text and (
                first is task or (len(text.value) >= _LONG and not _above(first, task))
            ):
                message = DELIVERABLE(words=text.value)
                is_sure = first is task or len(text.value) >= _LONGER
                yield Finding(
                    at(text.node),
                    message,
                    task.action or plan,
                    text.value,
                    ((at(there.node), THERE),),
                    severity=None if is_sure else Severity.INFO,
                    within=task,
                )


def _sentences(plan: Plan) -> Iterator[Finding]:
    found = texts(plan)
    known: dict[tuple[int, str], Place] = {}
    for said in found.under("summary"):
        item = found.item(said) if len(said.text) >= _LONG_SENTENCE else None
        if not isinstance(item, Task | Section) or item.action is None:
            continue
        for match in _SENTENCE.finditer(said.text):
            sentence = match[0].strip()
            if len(_HAN.findall(sentence)) < _LONG_SENTENCE or _DUTY.search(sentence):
                continue
            place = words_at(said, match.start(), len(match[0]))
            first = known.setdefault((id(item.action), sentence), place)
            if first is not place:
                message = SENTENCE(words=sentence)
                yield Finding(place, message, item.action, sentence, ((first, THERE),), within=item)


def _goals(plan: Plan) -> Iterator[Finding]:
    known: dict[tuple[tuple[str, ...], ...], Action] = {}
    for action in plan.actions:
        said = tuple(
            (target.name, *(phrase.text for phrase in target.phrases))
            for goal in action.goals
            for target in goal.targets
        )
        first = known.setdefault(said, action)
        if first is not action and len(said) >= _SOME_GOALS:
            message = GOALS(here=action.title, there=first.title, count=len(said))
            related = ((at_key(first.node, "goals"), THERE),)
            subject = "=".join(sorted((first.title, action.title)))
            yield Finding(at_key(action.node, "goals"), message, plan, subject, related, within=action)


rule = Rule("TXT003", "repeated-text", Severity.WARNING, Authority.LOGIC, __doc__, check)
