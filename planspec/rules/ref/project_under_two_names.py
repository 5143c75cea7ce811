"""One project under two names / 同一项目前后两种名称

何事：同一个项目、园区、平台、机构，在不同的地方写成两种名称，只差一个词：多一个、少一个（现代石化协同创新研究院、现
代石化产业协同创新研究院），或者前半截不同（新紫光半导体科技园、紫光建广半导体科技园）。同一条任务里并列的名称、
只差期数、序号、地名、层级的名称，不算。
What: One project, park, platform or body is called by two names in different places, which differ by one word: left
out or put in, or in their first part. Names side by side in one task, and names that differ by a phase, a number, a place
or a level, do not count.

缘由：对着名称调度、统计，一个项目会数成两个；也可能其中一处写错了。
Why: Whoever follows up projects by name counts one as two; or one of the names is wrong.

改法：核对批复或备案名称，全文统一；确是两个项目的，写明各自的地点或期次。
Mend: Check the registered name and use it throughout; where there are two, tell their place or phase.

依据：工作惯例：同一事物在一份公文里只用一个名称。
Authority: practice; one thing has one name within a document.

Bad:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 石化产业
            projects: [现代石化协同创新研究院]
          - title: 创新平台
            projects: [现代石化产业协同创新研究院]
    #                  ^^^^^^^^^^^^^ project-under-two-names

Good:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 石化产业
            projects: [现代石化产业协同创新研究院一期]
          - title: 创新平台
            projects: [现代石化产业协同创新研究院二期]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from planspec.model import Plan
from planspec.model.build import mappings_of
from planspec.registry import Level, chain, jurisdictions_named
from planspec.rules._texts import Said, Texts, texts
from planspec.rules.ref._likeness import difference
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.nodes import Scalar
from planspec.source.place import at

TWO_NAMES = Template(
    zh="“{name}”与“{usual}”只差{word}，可能是同一项目的两种名称，统计时会数成两个；请核对后统一，确是两个项目的，请写"
    "明区别",
    en="“{name}” and “{usual}” differ by {word} and may be one project, counted as two; check and use one name, or "
    "say how they differ",
)
ONE_WORD = Template(zh="“{word}”", en="“{word}”")
TWO_WORDS = Template(zh="“{first}”和“{second}”", en="“{first}” and “{second}”")
OTHER = Message(zh="另一种名称见这里", en="the other name stands here")

_NOISE: Final = re.compile(r"[\s“”\"'‘’《》<>()（）·,，、]")
_TELLING: Final = re.compile(
    "[0-9０-９A-Za-z〇一二三四五六七八九十百千万亿两甲乙丙东西南北中上下左右新老大小主副分总第期届号级批次年省市县区乡镇村"
    "路街湖江河山和与及至到非未不]"
)
"""What tells two things apart: numbers, phases, directions, levels, places."""
_COMMON: Final = re.compile(
    "产业|科技|技术|专业|物流|提质|建设|综合|创新|发展|服务|现代|智慧|示范|项目|工程|管理|应用|研究|高新|协同|检测|数字"
)
"""Words that two things may well share."""
_JOINED: Final = re.compile("[至到与和及0-9０-９A-Za-z期届号]")
"""What makes a beginning a list, a route or a number."""
_LEVEL: Final = "国家级|国家|全国|全省|全市|全县|全区|省级|市级|县级|区级"
_SHORTEST: Final = 6
"""Shorter names are too likely to be general nouns."""
_LONG: Final = 8
"""With so much in common, and never side by side, two names are most likely one thing's."""
_EDGE: Final = 2
_TAIL: Final = 5
_LONGEST_WORD: Final = 4
_SERIES: Final = 12
"""So many names with one beginning and one end are a series."""


class _Name(NamedTuple):
    """A project's name: without the places and levels before it, and those; and where it is mentioned."""

    core: str
    before: str
    mentions: list[Said]
    holders: set[int]


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare names that begin and end alike, then those that end alike; a series of names is none of this."""
    names = _names(plan)
    found = texts(plan)
    buckets: dict[tuple[str, ...], list[_Name]] = {}
    for name in names:
        buckets.setdefault((name.core[:_EDGE], name.core[-_EDGE:]), []).append(name)
        buckets.setdefault((name.core[-_TAIL:],), []).append(name)
    told: set[tuple[str, str]] = set()
    for key, bucket in buckets.items():
        if not 1 < len(bucket) <= _SERIES:
            continue
        for one, other in combinations(bucket, 2):
            word = _lost_word(one, other) if len(key) > 1 else _other_start(one, other)
            if word and (one.core, other.core) not in told and _may_be_one(one, other):
                told.add((one.core, other.core))
                yield _finding(plan, found, one, other, word)


def _names(plan: Plan) -> list[_Name]:
    """Return the names of projects, each with its mentions, in the order of the plan."""
    found = texts(plan)
    mentions = found.under("projects")
    for holder in (plan.node, *(action.node for action in plan.actions)):
        for listed in mappings_of(holder, "lists"):
            for entry in mappings_of(listed, "items"):
                node = entry.entries.get("title")
                if isinstance(node, Scalar):
                    mentions.append(Said(node.text, node, "title", listed, ""))
    before = _before(plan)
    names: dict[str, _Name] = {}
    for said in mentions:
        text = _NOISE.sub("", said.text)
        start = before.match(text)
        place = start[0] if start is not None else ""
        core = text[len(place) :]
        if len(core) >= _SHORTEST:
            name = names.setdefault(core, _Name(core, place, [], set()))
            name.mentions.append(said)
            name.holders.add(id(said.holder))
    return list(names.values())


def _before(plan: Plan) -> re.Pattern[str]:
    """Return the expression for the places and levels that may be left out before a name."""
    places = [place for place in chain(plan.jurisdiction) if place.level is not Level.NATION]
    words = [word for place in places for word in (place.name, place.short)]
    return re.compile(f"(?:{'|'.join([*words, _LEVEL])})+")


def _lost_word(one: _Name, other: _Name) -> Message | None:
    """Return the word that one name has and the other has not; None if that is not all, or tells two things."""
    middles = difference(one.core, other.core)
    if middles is None or all(middles):
        return None
    word = middles[0] or middles[1]
    if _COMMON.fullmatch(word):  # 创新 is none of what 新 tells
        return ONE_WORD(word=word)
    if len(word) > _LONGEST_WORD or _TELLING.search(word) or jurisdictions_named(word):
        return None
    return ONE_WORD(word=word)


def _other_start(one: _Name, other: _Name) -> Message | None:
    """Return the two beginnings before a common end that share a proper word (新紫光, 紫光建广)."""
    middles = difference(one.core, other.core)
    if middles is None or not all(middles) or not one.core.startswith(middles[0]):
        return None
    first, second = middles
    if max(map(len, middles)) > _TAIL or _JOINED.search(first + second):
        return None
    shared = next((first[i : i + 2] for i in range(len(first) - 1) if first[i : i + 2] in second), "")
    if not shared or _COMMON.fullmatch(shared) or jurisdictions_named(shared):
        return None
    return TWO_WORDS(first=first, second=second)


def _may_be_one(one: _Name, other: _Name) -> bool:
    """Say whether two names never stand side by side and are of one place or level."""
    return one.holders.isdisjoint(other.holders) and (
        not one.before or not other.before or one.before == other.before
    )


def _finding(plan: Plan, found: Texts, one: _Name, other: _Name, word: Message) -> Finding:
    usual, rare = (other, one) if len(other.mentions) > len(one.mentions) else (one, other)
    here, there = rare.mentions[0], usual.mentions[0]
    common = min(len(one.core), len(other.core))
    is_sure = common >= _LONG
    return Finding(
        at(here.node),
        TWO_NAMES(name=here.text, usual=there.text, word=word),
        plan,
        "≠".join(sorted((rare.core, usual.core))),
        ((at(there.node), OTHER),),
        Confidence.MEDIUM if is_sure else Confidence.LOW,
        Severity.WARNING if is_sure else Severity.INFO,
        within=found.item(here),
    )


rule = Rule(
    "REF004",
    "project-under-two-names",
    Severity.WARNING,
    Authority.PRACTICE,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
