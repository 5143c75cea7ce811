"""Revisions of real plans with known changes: seeded edits as drafters make them, and what each should be called.

A revision is a pair of plans as plain values, the truth about which task became which, and the changes that a
reader should be told: one for each edit, no more.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from typing import Any, Final, TypeAlias

Tree: TypeAlias = dict[str, Any]

UID: Final = "uid"
"""Key by which an item is known while a plan is edited; it is taken out again before anything reads the plan."""


@dataclass(frozen=True)
class Expected:
    """A change that should be told: any of `codes`, on the item with this uid."""

    codes: tuple[str, ...]
    uid: int
    edit: str


@dataclass
class Revision:
    """Two versions of a plan, and the truth about them."""

    before: Tree
    after: Tree
    old_uids: dict[tuple[str | int, ...], int]
    """By the path of each item in `before`."""
    new_uids: dict[tuple[str | int, ...], int]
    expected: list[Expected]
    regrouped: set[int]
    """Tasks that were split or merged: they have no single counterpart."""


@dataclass
class Draft:
    """A plan while it is edited."""

    random: Random
    plan: Tree
    touched: set[int] = field(default_factory=set)
    expected: list[Expected] = field(default_factory=list)
    regrouped: set[int] = field(default_factory=set)
    serial: int = 0

    def new_uid(self) -> int:
        self.serial += 1
        return self.serial

    def say(self, edit: str, uid: int, *codes: str) -> None:
        self.expected.append(Expected(codes, uid, edit))

    # ---- finding items ----

    def holders(self) -> Iterator[tuple[Tree, Tree]]:
        """Yield each action with each mapping in it that has a list of tasks."""
        for action in self.plan["actions"]:
            todo = [action]
            while todo:
                holder = todo.pop()
                if holder.get("tasks"):
                    yield action, holder
                todo.extend(holder.get("sections", ()))
                todo.extend(holder.get("tasks", ()))

    def tasks(self) -> list[tuple[Tree, Tree, Tree]]:
        """Return the untouched tasks, each with its action and holder."""
        return [
            (action, holder, task)
            for action, holder in self.holders()
            for task in holder["tasks"]
            if task[UID] not in self.touched
        ]

    def task(
        self, suits: Callable[[Tree], bool] = lambda task: True, *, leaf: bool = True
    ) -> tuple[Tree, Tree, Tree] | None:
        """Return a random untouched task that suits, and take it."""
        found = [one for one in self.tasks() if suits(one[2]) and not (leaf and one[2].get("tasks"))]
        if not found:
            return None
        chosen = self.random.choice(found)
        self.touched.add(chosen[2][UID])
        return chosen


# ---- the edits: each returns whether it found something to do ----

Edit: TypeAlias = Callable[[Draft], bool]

_OPENINGS: Final = (
    "推进",
    "加快",
    "深化",
    "强化",
    "加强",
    "持续推进",
    "大力推进",
    "扎实推进",
    "着力推进",
    "积极推进",
    "全面推进",
)
_OPENING: Final = re.compile(
    "^(?:" + "|".join(sorted(_OPENINGS, key=len, reverse=True)) + "|实施|开展|提升|优化|完善|做好|抓好)"
)
_SYNONYMS: Final = (
    ("建设", "创建"), ("提升", "提高"), ("服务", "服务工作"), ("体系", "制度体系"), ("整治", "治理"), ("改造", "提质改造"),
    ("市场主体", "经营主体"), ("人才", "人才队伍"), ("企业", "各类企业"), ("项目", "重点项目"), ("管理", "监管"),
    ("支持", "扶持"), ("能力", "水平"), ("推动", "促进"), ("安全", "安全生产"), ("活动", "系列活动"), ("保障", "保障工作"),
)  # fmt: skip
_SUFFIXES: Final = ("工作", "行动", "工程", "专项行动", "有关工作")


def rename(draft: Draft) -> bool:
    """Say a title in other words."""
    found = draft.task(lambda task: len(task["title"]) >= 4 and not re.search(r"\d", task["title"]))
    if found is None:
        return False
    task = found[2]
    title = reworded(draft.random, task["title"])
    if title in {other["title"] for _, _, other in draft.tasks()}:
        return False
    task["title"] = title
    draft.say("rename", task[UID], "task-renamed")
    return True


def reworded(random: Random, title: str) -> str:
    """Return a title as another drafter would put it."""
    ways = []
    opened = _OPENING.match(title)
    if opened and len(title) - opened.end() >= 3:
        ways.append(random.choice([one for one in _OPENINGS if one != opened[0]]) + title[opened.end() :])
        ways.append(title[opened.end() :])
    elif len(title) >= 4:
        ways.append(random.choice(_OPENINGS) + title)
    ways += [title.replace(old, new, 1) for old, new in _SYNONYMS if old in title and new not in title]
    ways += [title + suffix for suffix in _SUFFIXES if not title.endswith(suffix[-2:])][:2]
    if "和" in title[2:-2]:
        head, _, tail = title.partition("和")
        ways.append(f"{tail}和{head}" if random.random() < 0.3 else f"{head}、{tail}")
    ways = [way for way in ways if way != title and len(way) >= 3]
    return random.choice(ways)


def rename_and_more(draft: Draft) -> bool:
    """Another title and another lead at once."""
    found = draft.task(lambda task: _lead(task) is not None and not re.search(r"\d", task["title"]))
    if found is None:
        return False
    task = found[2]
    task["title"] = reworded(draft.random, task["title"])
    draft.say("rename_and_more", task[UID], "task-renamed")
    return _other_lead(draft, task)


def _lead(task: Tree) -> str | None:
    lead = task.get("lead")
    return lead if isinstance(lead, str) else None


def _place_word(unit: str) -> str:
    return unit[0] if unit.startswith(("市", "县", "区")) else "县"


def _other_lead(draft: Draft, task: Tree) -> bool:
    word = _place_word(task["lead"])
    named = {task["lead"], *_list(task.get("support")), *_list(task.get("units"))}
    others = [word + name for name in ("审计局", "统计局", "司法局", "信访局", "气象局", "档案局")]
    task["lead"] = draft.random.choice([one for one in others if one not in named])
    draft.say("lead", task[UID], "lead-changed")
    return True


def _list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def change_lead(draft: Draft) -> bool:
    """Give a task to another lead."""
    found = draft.task(lambda task: _lead(task) is not None)
    return found is not None and _other_lead(draft, found[2])


def drop_lead(draft: Draft) -> bool:
    """Leave only the supporting units."""
    found = draft.task(lambda task: _lead(task) is not None and bool(task.get("support")))
    if found is None:
        return False
    _, holder, task = found
    if holder.get("lead"):
        return False
    del task["lead"]
    draft.say("drop_lead", task[UID], "lead-removed")
    return True


def add_support(draft: Draft) -> bool:
    found = draft.task(lambda task: bool(task.get("support")))
    if found is None:
        return False
    task = found[2]
    support = _list(task["support"])
    unit = _place_word(support[0]) + draft.random.choice(["审计局", "统计局", "档案局"])
    if unit in [*support, *_list(task.get("lead"))]:
        return False
    task["support"] = [*support, unit]
    draft.say("add_support", task[UID], "support-added")
    return True


def drop_support(draft: Draft) -> bool:
    found = draft.task(lambda task: len(set(_list(task.get("support")))) > 2)
    if found is None:
        return False
    task = found[2]
    support = _list(task["support"])
    gone = draft.random.choice(support)
    if support.count(gone) > 1 or gone in _list(task.get("lead")):
        return False
    task["support"] = [unit for unit in support if unit != gone]
    draft.say("drop_support", task[UID], "support-removed")
    return True


_FIGURE: Final = re.compile(r"^(?P<head>增长|新增|达到|完成|建设|改造|培育|新建|突破|力争达到|)(?P<number>\d+(?:\.\d+)?)(?P<tail>(?:%|家|个|户|人|万元|亿元|公里|套|件)(?:以上|左右|)?)$")  # fmt: skip


def _figured(task: Tree) -> list[str]:
    return [
        name
        for name, value in task.get("targets", {}).items()
        if isinstance(value, str) and _FIGURE.match(value)
    ]


def retarget(draft: Draft) -> bool:
    """Raise or lower a figure."""
    found = draft.task(lambda task: bool(_figured(task)))
    if found is None:
        return False
    task = found[2]
    name = draft.random.choice(_figured(task))
    phrase = _FIGURE.match(task["targets"][name])
    assert phrase is not None
    number = float(phrase["number"])
    up = draft.random.random() < 0.5 and "%" not in phrase["tail"]
    value = (
        number * draft.random.choice((1.1, 1.2, 1.5)) if up else number * draft.random.choice((0.9, 0.8, 0.6))
    )
    text = (
        f"{value:.1f}".removesuffix(".0")
        if "." in phrase["number"] or "%" in phrase["tail"]
        else str(round(value))
    )
    if float(text) == number:
        text = str(int(number) + 1) if up else str(int(number) - 1)
    if float(text) <= 0:
        return False
    up = float(text) > number
    task["targets"][name] = f"{phrase['head']}{text}{phrase['tail']}"
    codes = ("target-raised", "limit-relaxed") if up else ("target-lowered", "limit-tightened")
    draft.say("retarget", task[UID], *codes)
    return True


def loosen(draft: Draft) -> bool:
    """以上 becomes 左右."""
    return _rephrase(draft, lambda text: text.replace("以上", "左右") if re.search(r"\d.*以上$", text) and "突破" not in text and "超" not in text else text, "target-loosened", "target-tightened")  # fmt: skip


def strive(draft: Draft) -> bool:
    """A plain figure is merely striven for."""
    return _rephrase(draft, lambda text: f"力争{text}" if _FIGURE.match(text) and "力争" not in text else text, "firmness-weakened")  # fmt: skip


def to_trend(draft: Draft) -> bool:
    """A figure becomes a trend."""
    return _rephrase(draft, lambda text: "稳步增长" if re.match(r"增长\d", text) else text, "figure-to-trend")


def respell(draft: Draft) -> bool:
    """The same figure in another notation."""

    def other(text: str) -> str:
        found = re.search(r"(?<![-—~至\d.])(\d+(?:\.\d+)?)亿元", text)
        if found:
            return text.replace(found[0], f"{round(float(found[1]) * 10000)}万元")
        return text.replace("100%", "百分之百") if text.endswith("100%") else text

    return _rephrase(draft, other, "target-reworded")


def _rephrase(draft: Draft, change: Callable[[str], str], *codes: str) -> bool:
    def suits(task: Tree) -> bool:
        return any(
            isinstance(value, str) and change(value) != value for value in task.get("targets", {}).values()
        )

    found = draft.task(suits)
    if found is None:
        return False
    targets = found[2]["targets"]
    name = next(name for name, value in targets.items() if isinstance(value, str) and change(value) != value)
    targets[name] = change(targets[name])
    draft.say("rephrase", found[2][UID], *codes)
    return True


def drop_target(draft: Draft) -> bool:
    found = draft.task(lambda task: len(task.get("targets", {})) > 1)
    if found is None:
        return False
    task = found[2]
    name = draft.random.choice(list(task["targets"]))
    if any(
        part == name
        for value in task["targets"].values()
        if isinstance(value, dict)
        for part in value.get("parts", ())
    ):
        return False
    del task["targets"][name]
    draft.say("drop_target", task[UID], "target-removed", "target-copy-removed")
    return True


def add_target(draft: Draft) -> bool:
    found = draft.task()
    if found is None:
        return False
    task = found[2]
    name = draft.random.choice(
        ("群众满意率测评点位", "示范创建样板点", "专题调度会议场次", "宣传栏目专版数量")
    )
    if name in task.get("targets", {}):
        return False
    task.setdefault("targets", {})[f"{name}{draft.random.randint(10, 99)}"] = (
        f"{draft.random.randint(3, 90)}个"
    )
    draft.say("add_target", task[UID], "target-added", "target-copy-added")
    return True


def set_deadline(draft: Draft) -> bool:
    found = draft.task(lambda task: "by" not in task)
    if found is None:
        return False
    found[2]["by"] = f"{draft.plan['year']}-{draft.random.choice(('06-30', '09-30', '11-30'))}"
    draft.say("set_deadline", found[2][UID], "deadline-added")
    return True


def drop_deliverable(draft: Draft) -> bool:
    found = draft.task(lambda task: len(task.get("deliverables", ())) > 1)
    if found is None:
        return False
    task = found[2]
    task["deliverables"] = task["deliverables"][1:]
    draft.say("drop_deliverable", task[UID], "deliverable-removed")
    return True


def swap(draft: Draft) -> bool:
    """Two neighbours change places."""
    found = [
        holder
        for _, holder in draft.holders()
        if len(holder["tasks"]) > 1 and holder[UID] not in draft.touched
    ]
    if not found:
        return False
    holder = draft.random.choice(found)
    draft.touched.add(holder[UID])
    at = draft.random.randrange(len(holder["tasks"]) - 1)
    tasks = holder["tasks"]
    if draft.touched.intersection((tasks[at][UID], tasks[at + 1][UID])):
        return False
    draft.touched.update((tasks[at][UID], tasks[at + 1][UID]))
    tasks[at], tasks[at + 1] = tasks[at + 1], tasks[at]
    draft.say("swap", holder[UID], "items-reordered")
    return True


def swap_look_alikes(draft: Draft) -> bool:
    """Two tasks with like titles under one holder change places, each with a new figure or unit of its own."""
    for _, holder in draft.holders():
        free = [task for task in holder["tasks"] if task[UID] not in draft.touched and not task.get("tasks")]
        pairs = [
            (len(set(one["title"]) & set(other["title"])) / max(len(one["title"]), len(other["title"])), i, j)
            for i, one in enumerate(free)
            for j, other in enumerate(free[:i])
        ]
        near = max(pairs, default=(0.0, 0, 0))
        if near[0] < 0.4 or holder[UID] in draft.touched:
            continue
        draft.touched.add(holder[UID])
        one, other = free[near[1]], free[near[2]]
        draft.touched.update((one[UID], other[UID]))
        tasks = holder["tasks"]
        i, j = tasks.index(one), tasks.index(other)
        tasks[i], tasks[j] = tasks[j], tasks[i]
        draft.say("swap_look_alikes", holder[UID], "items-reordered")
        for task in (one, other):
            task["by"] = (
                f"{draft.plan['year']}-{draft.random.choice(('05-31', '08-31', '10-31'))}"
                if "by" not in task
                else task["by"]
            )
            draft.say("swap_look_alikes", task[UID], "deadline-added")
        return True
    return False


def move(draft: Draft) -> bool:
    """A task goes to another section or action."""
    found = draft.task()
    if found is None:
        return False
    action, holder, task = found
    others = [
        (other_action, other)
        for other_action, other in draft.holders()
        if other is not holder
        and UID in other
        and other.get("title") is None
        and not other.get("lead")
        and not other.get("units")
    ]
    if (
        not others
        or len(holder["tasks"]) < 2
        or holder.get("lead")
        or holder.get("units")
        or holder.get("title")
    ):
        return False
    target_action, target = draft.random.choice(others)
    holder["tasks"].remove(task)
    target["tasks"].insert(draft.random.randint(0, len(target["tasks"])), task)
    draft.say("move", task[UID], "task-regrouped" if target_action is action else "task-moved")
    return True


def rewrite(draft: Draft) -> bool:
    """Another title, another figure or deadline and other units at once: only some of it stays."""
    found = draft.task(
        lambda task: (
            _lead(task) is not None
            and len(task.get("targets", {})) > 1
            and not re.search(r"\d", task["title"])
        )
    )
    if found is None:
        return False
    task = found[2]
    title = task["title"]
    task["title"] = reworded(draft.random, reworded(draft.random, title))
    if task["title"] == title or task["title"] in {other["title"] for _, _, other in draft.tasks()}:
        task["title"] += "有关工作"
    draft.say("rewrite", task[UID], "task-renamed", "text-figure-changed")
    name = list(task["targets"])[-1]
    del task["targets"][name]
    draft.say("rewrite", task[UID], "target-removed", "target-copy-removed")
    return _other_lead(draft, task)


def remove_look_alike(draft: Draft) -> bool:
    """Of two tasks with like titles one goes, and the other is renamed."""
    for _, holder in draft.holders():
        free = [task for task in holder["tasks"] if task[UID] not in draft.touched and not task.get("tasks")]
        for one, other in pairwise(free):
            common = set(one["title"]) & set(other["title"])
            if len(common) < 4 or re.search(r"\d", one["title"]) or draft.random.random() < 0.5:
                continue
            if one.get("id") and any(
                row.get("restates") == other["id"]
                for action in draft.plan["actions"]
                for row in action.get("breakdown", ())
            ):
                continue
            draft.touched.update((one[UID], other[UID]))
            holder["tasks"].remove(other)
            one["title"] = reworded(draft.random, one["title"])
            draft.say("remove_look_alike", one[UID], "task-renamed")
            draft.say("remove_look_alike", other[UID], "task-removed")
            return True
    return False


def remove(draft: Draft) -> bool:
    found = draft.task()
    if found is None or len(found[1]["tasks"]) < 2:
        return False
    _, holder, task = found
    if any(row.get("restates") == task.get("id") for row in found[0].get("breakdown", ())):
        return False
    holder["tasks"].remove(task)
    draft.say("remove", task[UID], "task-removed")
    return True


_SUBJECTS: Final = ("气象灾害预警站网", "古籍文献数字化", "候鸟迁飞通道", "公共自行车驿站", "马拉松赛事", "非遗工坊", "地下管廊巡检机器人", "社区菜园", "方言语音档案")  # fmt: skip


def insert(draft: Draft) -> bool:
    """A task that the plan never had."""
    holders = [holder for _, holder in draft.holders() if holder.get("title") is None]
    if not holders:
        return False
    holder = draft.random.choice(holders)
    subject = draft.random.choice([one for one in _SUBJECTS if one not in str(draft.plan)] or ["特色驿站"])
    word = _place_word(next((str(task.get("lead", "")) for task in holder["tasks"]), ""))
    task = {
        UID: draft.new_uid(),
        "title": f"布设{subject}",
        "lead": f"{word}档案局",
        "targets": {subject: "3处"},
    }
    draft.touched.add(task[UID])
    holder["tasks"].insert(draft.random.randint(0, len(holder["tasks"])), task)
    draft.say("insert", task[UID], "task-added")
    return True


def split(draft: Draft) -> bool:
    """A task of two subjects becomes two, each with its share of the content."""

    def suits(task: Tree) -> bool:
        head, _, tail = _parts(task["title"])
        return (
            min(len(head), len(tail)) >= 4
            and len(task.get("targets", {})) + len(task.get("deliverables", ())) >= 2
        )

    found = draft.task(suits)
    if found is None:
        return False
    action, holder, task = found
    if any(row.get("restates") == task.get("id") for row in action.get("breakdown", ())):
        return False
    head, _, tail = _parts(task["title"])
    targets = list(task.get("targets", {}).items())
    results = list(task.get("deliverables", ()))
    first, second = copy.deepcopy(task), copy.deepcopy(task)
    at = max(1, len(targets) // 2) if targets else 0
    to = 0 if targets else max(1, len(results) // 2)
    for part, title, own, done in (
        (first, head, targets[:at], results[:to]),
        (second, tail, targets[at:], results[to:]),
    ):
        part["title"] = title
        part.pop("targets", None)
        part.pop("deliverables", None)
        part.pop("projects", None)
        if own:
            part["targets"] = dict(own)
        if done:
            part["deliverables"] = done
        part["no"] = ""
        del part["no"]
    if not (first.get("targets") or first.get("deliverables")) or not (
        second.get("targets") or second.get("deliverables")
    ):
        return False
    second.pop("id", None)
    second[UID] = draft.new_uid()
    where = holder["tasks"].index(task)
    holder["tasks"][where : where + 1] = [first, second]
    draft.touched.add(second[UID])
    draft.regrouped.update((task[UID], second[UID]))
    draft.say("split", task[UID], "task-split")
    return True


def _parts(title: str) -> tuple[str, str, str]:
    for mark in ("，", ",", "、", "和", "与", "及"):
        if mark in title:
            return title.partition(mark)
    return title, "", ""


def merge(draft: Draft) -> bool:
    """Two neighbours become one."""
    found = []
    for action, holder in draft.holders():
        rows = {row.get("restates") for row in action.get("breakdown", ())}
        for one, other in pairwise(holder["tasks"]):
            free = not draft.touched.intersection((one[UID], other[UID]))
            plain = not one.get("tasks") and not other.get("tasks")
            full = one.get("targets") and other.get("targets")
            same = (one.get("lead"), one.get("support"), one.get("units")) == (other.get("lead"), other.get("support"), other.get("units"))  # fmt: skip
            apart = not set(one.get("targets", {})) & set(other.get("targets", {}))
            if free and plain and full and same and apart and not rows & {one.get("id"), other.get("id")}:
                found.append((holder, one, other))
    if not found:
        return False
    holder, one, other = draft.random.choice(found)
    whole = copy.deepcopy(one)
    whole["title"] = f"{one['title']}和{other['title']}"
    whole["targets"] = {**one["targets"], **other["targets"]}
    for key in ("deliverables", "projects"):
        both = [*one.get(key, ()), *other.get(key, ())]
        if both:
            whole[key] = list(dict.fromkeys(both))
    holder["tasks"][holder["tasks"].index(one)] = whole
    holder["tasks"].remove(other)
    draft.touched.update((one[UID], other[UID]))
    draft.regrouped.update((one[UID], other[UID]))
    draft.say("merge", one[UID], "task-merged")
    return True


def renumber(draft: Draft) -> bool:
    """Another notation for all numbers of one action."""
    found = []
    for action in draft.plan["actions"]:
        tasks = [task for other, holder in draft.holders() if other is action for task in holder["tasks"]]
        if (
            action[UID] not in draft.touched
            and tasks
            and all(str(task.get("no", "")).isdigit() for task in tasks)
        ):
            found.append((action, tasks))
    if not found:
        return False
    action, tasks = draft.random.choice(found)
    for task in tasks:
        task["no"] = f"（{task['no']}）"
    draft.touched.add(action[UID])
    draft.say("renumber", action[UID], "numbering-changed")
    return True


def rename_section(draft: Draft) -> bool:
    found = [
        holder
        for _, holder in draft.holders()
        if "heading" in holder
        and "tasks" in holder
        and holder[UID] not in draft.touched
        and not re.search(r"\d", holder["heading"])
        and "action" not in holder
    ]
    if not found:
        return False
    section = draft.random.choice(found)
    section["heading"] = reworded(draft.random, section["heading"])
    draft.touched.add(section[UID])
    draft.say("rename_section", section[UID], "section-renamed")
    return True


def group_member(draft: Draft) -> bool:
    """A member leaves a work group."""
    found = [
        action for action in draft.plan["actions"]
        if len(_list(action.get("workgroup", {}).get("members"))) > 2 and ("group", action[UID]) not in draft.touched
    ]  # fmt: skip
    if not found:
        return False
    action = draft.random.choice(found)
    members = _list(action["workgroup"]["members"])
    if len(set(members)) < len(members):
        return False
    action["workgroup"]["members"] = members[1:]
    draft.touched.add(("group", action[UID]))  # type: ignore[arg-type]
    draft.say("group_member", action[UID], "member-removed")
    return True


def lower_goal(draft: Draft) -> bool:
    """A figure of the overall goals goes down, wherever it stands."""
    goals = [
        (goal, name)
        for goal in draft.plan.get("goals", ())
        for name, value in goal.get("targets", {}).items()
        if isinstance(value, str) and re.match(r"增长\d+(?:\.\d+)?%$", value) and "goal" + name not in draft.touched
    ]  # fmt: skip
    if not goals:
        return False
    goal, name = draft.random.choice(goals)
    old = goal["targets"][name]
    new = re.sub(r"\d+(?:\.\d+)?", lambda match: f"{float(match[0]) - 0.5:.1f}".removesuffix(".0"), old)
    if "-" in new or new == "增长0%":
        return False
    draft.touched.add("goal" + name)  # type: ignore[arg-type]
    for holder in _holders_of_targets(draft.plan):
        targets = holder["targets"]
        if targets.get(name) == old and (holder is goal or holder.get(UID, 0) not in draft.touched):
            targets[name] = new
    draft.say("lower_goal", 0, "target-lowered", "limit-tightened")
    return True


def _holders_of_targets(value: Any) -> Iterator[Tree]:
    if isinstance(value, dict):
        if isinstance(value.get("targets"), dict):
            yield value
        for child in value.values():
            yield from _holders_of_targets(child)
    elif isinstance(value, list):
        for child in value:
            yield from _holders_of_targets(child)


EDITS: Final[tuple[Edit, ...]] = (
    rename, rename, rename_and_more, rewrite, remove_look_alike, change_lead, drop_lead, add_support, drop_support, retarget, retarget, loosen, strive,
    to_trend, respell, drop_target, add_target, set_deadline, drop_deliverable, swap, swap_look_alikes, move, move, remove,
    insert, split, split, merge, merge, renumber, rename_section, group_member, lower_goal,
)  # fmt: skip


def revise(value: Tree, seed: int, edits: int = 6, *, ids: bool) -> Revision:
    """Return a plan and a revision of it by some random edits; `ids`: whether tasks keep theirs."""
    random = Random(seed)
    plan = copy.deepcopy(value)
    draft = Draft(random, plan)
    _number(draft, plan)
    if not ids:
        _without_ids(plan)
    before = copy.deepcopy(plan)
    made = tries = 0
    while made < edits and tries < edits * 10:
        tries += 1
        said = len(draft.expected)
        if random.choice(EDITS)(draft):
            made += 1
        else:
            assert len(draft.expected) == said
    old, old_uids = cleaned(before)
    new, new_uids = cleaned(plan)
    return Revision(old, new, old_uids, new_uids, draft.expected, draft.regrouped)


def _number(draft: Draft, value: Any, key: str = "") -> None:
    """Give every action, section and task a uid."""
    if isinstance(value, dict):
        if key in ("actions", "sections", "tasks"):
            value[UID] = draft.new_uid()
        for name, child in list(value.items()):
            _number(draft, child, name)
    elif isinstance(value, list):
        for child in value:
            _number(draft, child, key)


def _without_ids(value: Any) -> None:
    if isinstance(value, dict):
        if "title" in value:
            value.pop("id", None)
            value.pop("restates", None)
        for child in value.values():
            _without_ids(child)
    elif isinstance(value, list):
        for child in value:
            _without_ids(child)


def cleaned(value: Tree) -> tuple[Tree, dict[tuple[str | int, ...], int]]:
    """Return a plan without uids, and the uids by path."""
    found: dict[tuple[str | int, ...], int] = {}

    def clean(node: Any, path: tuple[str | int, ...]) -> Any:
        if isinstance(node, dict):
            if UID in node:
                found[path] = node[UID]
            return {key: clean(child, (*path, key)) for key, child in node.items() if key != UID}
        if isinstance(node, list):
            return [clean(child, (*path, index)) for index, child in enumerate(node)]
        return node

    return clean(value, ()), found
