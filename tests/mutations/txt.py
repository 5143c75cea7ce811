"""Faults of wording."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from planspec.model import Action, Section, Task
from planspec.registry import Level
from planspec.source.nodes import Mapping, Scalar

from .editing import add_item, area, put, rename, values_of, write
from .engine import Planted, anywhere, some
from .real import Real

_PLACEHOLDERS: Final = (
    "建设XX产业园", "引进××企业落户", "印发《》", "某某项目开工建设", "待定", "完成X月份目标", "建成投用____公里管网",
)  # fmt: skip
_BROKEN: Final = (
    "推进推进数字化改造", "建成数字化车间、", "，组织开展督导检查", "完成管网改造，、新建泵站", "优化的的营商环境", "健全长效机制……",
)  # fmt: skip
_HALF: Final = {"，": ",", "；": ";", "：": ":"}
_TEXTS: Final = ("title", "heading", "summary")
_LONG: Final = 8
_SENTENCES: Final = (
    "建立部门会商和信息共享机制，每月集中研究解决突出问题",
    "对照年度清单逐项细化措施并按季度评估工作成效",
)


def unfinished_text(real: Real, random: Random) -> Planted | None:
    """A placeholder, or what an edit left behind."""

    def item() -> Planted | None:
        tasks = [task for task in real.plan.tasks if task.deliverables]
        text = random.choice((*_PLACEHOLDERS, *_BROKEN))
        return Planted((add_item(random.choice(tasks).node, "deliverables", text),)) if tasks else None

    def tail(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        _, key, node = at
        if key not in _TEXTS or not re.search("[一-龥]$", node.text):
            return None
        return Planted((write(node, f"{node.text}{random.choice('、，')}"),))

    def twice(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        _, key, node = at
        found = re.search("推进|加快|实施|开展|加强|提升|完成|落实|推动|强化|促进", node.text)
        if key not in _TEXTS or found is None:
            return None
        return Planted((write(node, node.text.replace(found[0], found[0] * 2, 1)),))

    values = _worded(real)
    return some(random, item, lambda: anywhere(random, values, tail), lambda: anywhere(random, values, twice))


def faulty_punctuation(real: Real, random: Random) -> Planted | None:
    """A mark has lost its other half, or half its width."""

    def lost(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        text = at[2].text
        pair = re.search("“[^“”]*”|《[^《》]*》|（[^（）]*）", text)
        if pair is None:
            return None
        gone = random.choice((pair.start(), pair.end() - 1))
        return Planted((write(at[2], text[:gone] + text[gone + 1 :]),))

    def opened(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        text = at[2].text
        if at[1] not in _TEXTS or re.search('[“”"‘’《》（）()【】]', text) or len(text) < 6:
            return None
        place = random.randint(2, len(text) - 2)
        return Planted((write(at[2], text[:place] + random.choice("“”《》（") + text[place:]),))

    def mixed(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        text = at[2].text
        if "“" not in text or '"' in text:
            return None
        return Planted((write(at[2], text.replace("”", '"', 1)),))

    def half(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        places = list(re.finditer("(?<=[一-龥])[，；：](?=[一-龥])", at[2].text))
        text = at[2].text
        pair = re.search("（([一-龥]+)）", text)
        ways = [text[: one.start()] + _HALF[one[0]] + text[one.end() :] for one in places]
        ways += [text.replace(pair[0], f"({pair[1]})", 1)] if pair is not None else []
        return Planted((write(at[2], random.choice(ways)),), also=elsewhere) if ways else None

    values = [one for one in _worded(real) if one[1] in _TEXTS]
    # Where a plan has half width in many places, it is told once, at the first of them.
    elsewhere = tuple((file.shown, 0, len(file.text)) for file in real.plan.files)
    return some(
        random,
        lambda: anywhere(random, values, lost),
        lambda: anywhere(random, values, opened),
        lambda: anywhere(random, values, mixed),
        lambda: anywhere(random, values, half),
    )


def repeated_text(real: Real, random: Random) -> Planted | None:
    """A task comes twice in its section, a deliverable twice in its action."""
    plan = real.plan

    def title(task: Task) -> Planted | None:
        holder = task.parent or task.section
        siblings = holder.tasks if holder is not None else ()
        others = [other for other in siblings if other is not task and other.tier == task.tier]
        node = task.node.entries.get("title")
        if not others or node is None:
            return None
        other = random.choice(others)
        return Planted((write(node, other.title),), also=area(other.node))

    def deliverable(task: Task) -> Planted | None:
        if not task.deliverables:
            return None
        text = random.choice(task.deliverables).value
        others = [
            one
            for one in plan.tasks
            if one.action is task.action and one.deliverables and not _kin(one, task)
        ]
        target = random.choice(others) if others and len(text) >= _LONG and random.random() < 0.5 else task
        places = [one.node for other in (task, target) for one in other.deliverables if one.value == text]
        return Planted((add_item(target.node, "deliverables", text),), also=area(*places))

    def sentence(action: Action) -> Planted | None:
        tasks = [task for task in action.tasks if "summary" not in task.node.keys]
        if len(tasks) < 2:
            return None
        one, other = random.sample(tasks, 2)
        text = random.choice(_SENTENCES)
        return Planted(tuple(put(task.node, "task", f"summary: {text}") for task in (one, other)))

    return some(
        random,
        lambda: anywhere(random, plan.tasks, title),
        lambda: anywhere(random, plan.tasks, deliverable),
        lambda: anywhere(random, plan.actions, sentence),
    )


def word_of_another_place(real: Real, random: Random) -> Planted | None:
    """The superior's whole, another place's name for itself, a level that the place does not have."""
    plan = real.plan
    own = {"430600": "市", "433101": "市", "430407": "区", "430522": "县", "431202": "区"}[plan.jurisdiction]
    tasks = [task for task in plan.tasks if task.deliverables]

    def selves() -> Planted | None:
        word = random.choice([one for one in "市县区" if one != own])
        text = f"我{word}营商环境进一步优化"
        used = any(f"我{word}" in node.text for _, _, node in _worded(real))
        return (
            Planted((add_item(random.choice(tasks).node, "deliverables", text),))
            if tasks and not used
            else None
        )

    def scope(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        mapping, key, value = at
        indicator = plan.registry.indicator(key)
        if indicator is None or indicator.dimension in ("count", "rank", "score"):
            return None  # 全省示范村 may well be the name of an honour
        if re.search("位|名|平均|领先|占全|完成|定|于|同步", value.text) or re.search(
            "示范|统一|[省市]级", key
        ):
            return None
        if key[:2] in ("全省", "全国", "全市") or f"全省{key}" in mapping.keys:
            return None
        return Planted((rename(mapping, key, f"全省{key}"),))

    targets = [
        (target.mapping, target.name, target.node)
        for target in plan.targets
        if isinstance(target.node, Scalar) and target.role.value == "task"
    ]

    def whole() -> Planted | None:
        level = random.choice("州盟" if plan.units.level is Level.CITY else "县区旗盟".replace(own, ""))
        used = any(f"全{level}" in node.text for _, _, node in _worded(real))
        if not tasks or used:
            return None
        text = f"全{level}营商环境进一步优化"
        return Planted((add_item(random.choice(tasks).node, "deliverables", text),))

    def titled() -> Planted | None:
        node = plan.node.entries["title"]
        place = random.choice(("桃源县", "攸县", "北塔区", "韶山市", "祁东县"))
        if not isinstance(node, Scalar) or not node.text.startswith(("吉首", "岳阳", "石鼓", "新邵", "鹤城")):
            return None
        at = node.text.index(own) + 1
        return Planted((write(node, place + node.text[at:]),))

    return some(random, selves, lambda: anywhere(random, targets, scope), whole, titled)


def _kin(one: Task, other: Task) -> bool:
    return one is other or one.parent is other or other.parent is one


def _worded(real: Real) -> list[tuple[Mapping, str, Scalar]]:
    """Return the titles, headings and summaries of tasks and sections."""
    items: tuple[Task | Section, ...] = (*real.plan.tasks, *real.plan.all_sections)
    nodes = {id(item.node) for item in items}
    return [one for one in values_of(real.plan) if id(one[0]) in nodes and isinstance(one[2].plain, str)]
