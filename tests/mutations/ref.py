"""Faults of documents that are cited, and of projects' names."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from planspec.model import Action
from planspec.source.diagnostic import Edit
from planspec.source.nodes import Node, Scalar

from .editing import add_entry, add_item, area, put, write
from .engine import Planted, anywhere, some
from .real import Real

_CODES: Final = ("湘政发", "湘政办发", "湘发", "湘办发", "国办发")
_TITLES: Final = (
    "关于加快现代流通体系建设的实施意见",
    "关于支持制造业技术改造的若干政策",
    "关于推进县域商业体系建设的指导意见",
    "关于加强基层公共服务的实施方案",
)
_REPEALED: Final = ("合同法", "物权法", "担保法", "侵权责任法", "婚姻法", "继承法", "民法通则")
_WORDS: Final = ("产业", "科技", "综合", "示范", "智慧", "创新")
_PLACE: Final = re.compile("[一-龥]{2,3}[省市县区州]")
_NAME: Final = re.compile("[一-龥]{6,16}(?=(?:产业园|园区|项目|基地|中心|研究院|工程|平台)$)")


def malformed_document_number(real: Real, random: Random) -> Planted | None:
    """A document number in other brackets, with a short year, with 第 or a zero, without 号 or its code."""
    code, year, number = random.choice(_CODES), (real.plan.year or 0) - 1, random.randint(1, 60)
    wrong = random.choice(
        (
            f"{code}[{year}]{number}号",
            f"{code}（{year}）{number}号",
            f"{code}【{year}】{number}号",
            f"{code}〔{year % 100}〕{number}号",
            f"{code}〔{year}〕第{number}号",
            f"{code}〔{year}〕0{number}号",
            f"{code}〔{year}〕{number}",
            f"〔{year}〕{number}号",
        )
    )

    def own() -> Planted | None:
        node = real.plan.node.entries.get("document")
        if not isinstance(node, Scalar):
            return None
        ways = (("〔", "["), ("〔", "（"), ("〕", "〕第"), ("〕", "〕0"), ("号", ""), ("〔20", "〔"))
        return Planted((write(node, node.text.replace(*random.choice(ways))),))

    def text() -> Planted | None:
        tasks = [task for task in real.plan.tasks if task.deliverables]
        if not tasks or not wrong.endswith("号") or wrong.startswith("〔"):
            return None
        return Planted((add_item(random.choice(tasks).node, "deliverables", f"落实{wrong}文件"),))

    return some(random, own, lambda: _cite(real, random, (random.choice(_TITLES), wrong)), text)


def conflicting_citations(real: Real, random: Random) -> Planted | None:
    """A document has another number, or another title, where it is cited again."""
    code, year = random.choice(_CODES), (real.plan.year or 0) - 1
    first, second = random.sample(range(1, 60), 2)
    title = random.choice(_TITLES)

    def number() -> Planted | None:
        return _cite(
            real, random, (title, f"{code}〔{year}〕{first}号"), (title, f"{code}〔{year}〕{second}号")
        )

    def other_year() -> Planted | None:
        return _cite(
            real, random, (title, f"{code}〔{year}〕{first}号"), (title, f"{code}〔{year - 1}〕{first}号")
        )

    def other_title() -> Planted | None:
        slip = title.replace(random.choice(("现代", "若干", "体系", "的")), "", 1)
        if slip == title:
            return None
        return _cite(
            real, random, (title, f"{code}〔{year}〕{first}号"), (slip, f"{code}〔{year}〕{first}号")
        )

    return some(random, number, other_year, other_title)


def document_not_in_force(real: Real, random: Random) -> Planted | None:
    """A document of a later year is cited, or a law that was repealed."""

    def later() -> Planted | None:
        if not real.plan.issued:
            return None
        year = (real.plan.year or 0) + random.randint(1, 3)
        return _cite(
            real,
            random,
            (random.choice(_TITLES), f"{random.choice(_CODES)}〔{year}〕{random.randint(1, 60)}号"),
        )

    def law() -> Planted | None:
        tasks = [task for task in real.plan.tasks if task.deliverables]
        name = random.choice(_REPEALED)
        text = random.choice((f"开展《{name}》普法宣传", f"严格执行《中华人民共和国{name}》"))
        return Planted((add_item(random.choice(tasks).node, "deliverables", text),)) if tasks else None

    return some(random, later, law)


def project_under_two_names(real: Real, random: Random) -> Planted | None:
    """A project has one word more, or one less, where it is named again."""
    tasks = [task for task in real.plan.tasks if task.projects]
    named: dict[str, list[Node]] = {}
    for task in tasks:
        for text in task.projects:
            named.setdefault(text.value, []).append(text.node)

    def plant(name: str) -> Planted | None:
        found = _NAME.match(name)
        if found is None:
            return None
        ways = [f"{found[0]}{word}{name[found.end() :]}" for word in _WORDS if word not in name]
        place = _PLACE.match(name)
        inner = name[place.end() if place is not None else 0 :][2:-2]
        ways += [name.replace(word, "") for word in _WORDS if word in inner and name.count(word) == 1]
        wrong = random.choice(ways)
        others = [task for task in tasks if all(text.value != name for text in task.projects)]
        if wrong in named or not others:
            return None
        return Planted((add_item(random.choice(others).node, "projects", wrong),), also=area(*named[name]))

    return anywhere(random, sorted(named), plant)


def _cite(real: Real, random: Random, *documents: tuple[str, str]) -> Planted | None:
    """Cite documents, each in another action."""
    if len(real.plan.actions) < len(documents):
        return None
    actions = sorted(random.sample(real.plan.actions, len(documents)), key=lambda action: action.ordinal)
    return Planted(tuple(_basis(one, *document) for one, document in zip(actions, documents, strict=True)))


def _basis(action: Action, title: str, document: str) -> Edit:
    entry = f"title: {title}\ndocument: {document}"
    if "basis" in action.node.keys:
        return add_entry(action.node.entries["basis"], entry)
    lines = entry.replace("\n", "\n    ")
    return put(action.node, "action", f"basis:\n  - {lines}")
