"""A seeded generator of realistic plans: folders as in `specs/`, one file per action, a few faults each.

Plan number i of a seed is the same whatever the size of the corpus, to the byte. Names of places, bodies and
indicators come from the registry, everything else from `words.py`.

    python benchmarks/corpus.py FOLDER --plans 100 --seed 1
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import words
from names import Indicator, Place, indicators, places, unit_names

from planspec.schema import load_schema

Tree = dict[str, Any]
"""A mapping of the spec, still to be written: text, numbers, lists and mappings."""

WIDTH: Final = 110
ONE_FILE_EVERY: Final = 12
"""One plan in so many is a single file."""
NUMERALS: Final = "一二三四五六七八九十"


class File(NamedTuple):
    """One file of a plan: its path below the corpus folder, and its text."""

    path: str
    text: str


def write(folder: Path, plans: int, seed: int = 1) -> list[list[Path]]:
    """Write a corpus; return each plan's files, the root first."""
    written: list[list[Path]] = []
    for index in range(plans):
        paths = []
        for file in plan_files(index, seed):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")
            paths.append(path)
        written.append(paths)
    return written


def plan_files(index: int, seed: int = 1) -> list[File]:
    """Return the files of one plan, the root first."""
    everywhere = _shuffled(seed)
    round_, at = divmod(index, len(everywhere))
    years = list(words.PROGRAMMES)
    # All places for one year, then the next year: a place's plans differ in year, hence in folder.
    year = years[(at + round_) % len(years)] if round_ < len(years) else years[-1] + round_
    one_file = index % ONE_FILE_EVERY == 5
    return _Plan(Random(f"{seed}/{index}"), everywhere[at], year, one_file=one_file).files()


@cache
def _shuffled(seed: int) -> tuple[Place, ...]:
    everywhere = list(places())
    Random(f"{seed}/places").shuffle(everywhere)
    return tuple(everywhere)


class _Work(NamedTuple):
    """A piece of work: its title and id, and what it is about."""

    title: str
    id: str
    subject: str


class _Plan:
    """Makes one plan."""

    def __init__(self, random: Random, place: Place, year: int, *, one_file: bool) -> None:
        self.random = random
        self.place = place
        self.year = year
        self.one_file = one_file
        self.word, self.count = words.PROGRAMMES.get(year, ("行动", 8))
        self.programme = f"{words.COUNT_WORDS[self.count]}大{self.word}" if self.word != "仗" else "六仗"
        self.units = unit_names(place)
        self.phrases: dict[str, Any] = {}
        self.works = self._works()
        self.actions: list[Tree] = []

    # ── Files ──

    def files(self) -> list[File]:
        themes = self.random.sample(words.THEMES, self.count)
        self.actions = [self.action(theme, number) for number, theme in enumerate(themes, 1)]
        root = self.root()
        for fault in self.random.sample(FAULTS, self.random.randint(2, 4)):
            fault(self.random, root, self.actions)
        for task in _tasks(self.actions):
            _in_order(task)
        folder = "/".join((*self.place.folders, str(self.year)))
        up = "../" * (len(self.place.folders) + 2)
        if self.one_file:
            root["actions"] = self.actions
            return [File(f"{folder}/plan.yaml", _document(root, f"{up}schema/plan.schema.json"))]
        files = []
        for number, (theme, action) in enumerate(zip(themes, self.actions, strict=True), 1):
            name = f"{number:02}-{theme.slug}.yaml"
            entry = root["actions"][number - 1]
            root["actions"][number - 1] = {"include": name, **entry}
            files.append(File(f"{folder}/{name}", _document(action, f"{up}schema/action.schema.json")))
        return [File(f"{folder}/plan.yaml", _document(root, f"{up}schema/plan.schema.json")), *files]

    def root(self) -> Tree:
        random, place = self.random, self.place
        goals: list[Tree] = []
        for number, action in enumerate(self.actions, 1):
            own = list(action["goals"][0]["targets"].items())
            goals.append(
                {
                    "heading": f"{action['action'].removesuffix(self.word)}取得新进展",
                    "targets": dict(own[: random.randint(2, 5)]),
                    "source": f"一/{number}",
                }
            )
        entries = []
        for number, action in enumerate(self.actions, 1):
            entry: Tree = {"heading": f"实施{action['action']}", "no": _chinese(number)}
            own = list(action["goals"][0]["targets"].items())[-random.randint(1, 4) :]
            if random.random() < 0.6 and not self.one_file:
                entry["targets"] = dict(own)
            entry["source"] = f"二/{_chinese(number)}"
            entries.append(entry)
        firms = [f"{place.prefix}{name}" for name in ("城建投集团", "交建投集团", "文旅投集团")]
        officials = random.sample(sorted(self.units.values()), min(8, len(self.units)))
        month, day = random.randint(1, 3), random.randint(1, 28)
        return {
            "planspec": 1,
            "title": f"{place.name}实施“{self.programme}”总体方案",
            "jurisdiction": int(place.code),
            "issuer": f"{place.name}人民政府办公室",
            "programme": self.programme,
            "year": self.year,
            "document": f"{place.name[0]}政办发〔{self.year}〕{random.randint(1, 40)}号",
            "issued": f"{self.year}-{month:02}-{day:02}",
            "status": "issued",
            "annexes": [action["title"] for action in self.actions],
            "goals": goals,
            "actions": entries,
            "organisation": {
                "leading_group": {
                    "name": f"{place.prefix}推进“{self.programme}”领导小组",
                    "head": f"{place.prefix}长",
                    "deputies": [f"常务副{place.prefix}长"],
                    "members": officials,
                    "office": officials[0],
                    "source": "三/(一)",
                },
                "cadence": {"简报": "旬", "通报": "月", "讲评": "季"},
                "lists": ["任务清单", "政策清单", "项目清单"],
                "evaluation": ["纳入年度绩效考核", "对成效明显的单位予以通报表扬"],
                "source": "三",
            },
            "units": {firm: {"role": "enterprise"} for firm in firms},
            "copies_to": [place.prefix + name for name in ("委各部门", "人大常委会办公室", "政协办公室")],
            "source": f"{place.code}-{self.year}.txt",
        }

    def action(self, theme: words.Theme, number: int) -> Tree:
        random = self.random
        name = f"{theme.stem}{self.word}"
        own = [self.units[key] for key in theme.units if key in self.units]
        further = [key for key in words.FURTHER_UNITS if key in self.units and key not in theme.units]
        more = [self.units[key] for key in further]
        pool = list(dict.fromkeys(own + random.sample(more, min(len(more), random.randint(14, 22)))))
        goals = self.indicator_targets(random.randint(5, 9))
        sections: list[Tree] = []
        for at, heading in enumerate(random.sample(theme.headings, random.randint(4, 5)), 1):
            source = f"附件{number}/二/{_chinese(at)}"
            tasks = [self.task(pool, own, source, no) for no in range(1, random.randint(3, 5) + 1)]
            sections.append({"no": _chinese(at), "heading": heading, "tasks": tasks, "source": source})
        first = random.choice(sections)["tasks"][0]
        name_again, again = random.choice(list(goals.items()))
        first.setdefault("targets", {})[name_again] = again
        tree: Tree = {
            "action": name,
            "theme": theme.name,
            "annex": number,
            "title": f"{name}实施方案",
            "goals": [{"targets": goals, "source": f"附件{number}/一"}],
            "sections": sections,
            "workgroup": {
                "name": f"{name}工作专班",
                "convenor": f"{self.place.prefix}政府分管领导",
                "deputies": own[:2],
                "members": _used(sections, pool),
                "open": True,
                "office": own[0],
                "source": f"附件{number}/三",
            },
        }
        if random.random() < 0.25:
            tree["breakdown"] = self.breakdown(sections, number)
        return tree

    def task(self, pool: Sequence[str], own: Sequence[str], above: str, no: int) -> Tree:
        random = self.random
        work = self.works.pop()
        tree: Tree = {"id": work.id, "no": str(no), "title": work.title}
        size = random.choice((4, 6, 8, 9, 10, 11, 12, 14))
        lead = random.choice(own)
        others = [unit for unit in random.sample(pool, min(size, len(pool))) if unit != lead]
        if random.random() < 0.97:
            tree |= {"lead": lead, "support": others}
            if random.random() < 0.15:
                other = next((unit for unit in own if unit != lead), None)
                if other is not None:
                    tree |= {"lead": [lead, other], "first_lead": lead}
                    tree["support"] = [unit for unit in others if unit != other]
        else:
            tree["units"] = [lead, *others]
        if random.random() < 0.5:
            tree["open"] = True
        if random.random() < 0.4:
            tree["by"] = f"{self.year}-{random.choice(('06-30', '09-30', '12-31'))}"
        if random.random() < 0.45:
            tree["targets"] = self.work_targets(work.subject, random.choice((1, 1, 2, 2, 3)))
        if random.random() < 0.6:
            chosen = random.sample(words.DELIVERABLES, random.randint(1, 2))
            tree["deliverables"] = [text.format(work.subject) for text in chosen]
        if random.random() < 0.15:
            tree["projects"] = [random.choice(words.PROJECTS).format(work.subject)]
        if random.random() < 0.08 and len(others) > 3:
            tree["tasks"] = [
                {
                    "title": work.subject + title,
                    "lead": others[at],
                    "support": others[at + 1],
                    "source": f"{above}/{no}/({at + 1})",
                }
                for at, title in enumerate(("规划选址", "运行管理"))
            ]
        tree["source"] = f"{above}/{no}"
        return tree

    def breakdown(self, sections: Sequence[Tree], number: int) -> list[Tree]:
        rows: list[Tree] = []
        for section in sections:
            for task in section["tasks"]:
                row: Tree = {"no": str(len(rows) + 1), "title": task["title"], "restates": task["id"]}
                row |= {key: task[key] for key in ("lead", "first_lead", "support", "units") if key in task}
                row["leader"] = self.person()
                if "targets" in task:
                    row["targets"] = dict(task["targets"])
                row["source"] = f"附件{number}表/{len(rows) + 1}"
                rows.append(row)
        return rows

    def person(self) -> str:
        random = self.random
        return random.choice(words.SURNAMES) + "".join(random.sample(words.GIVEN_NAMES, random.randint(1, 2)))

    # ── Work and targets ──

    def _works(self) -> list[_Work]:
        """Return work for a whole plan in a random order; titles and ids are unique."""
        random = self.random
        pairs = [(modifier, noun) for modifier in words.MODIFIERS for noun in words.NOUNS]
        random.shuffle(pairs)
        return [
            _Work(f"{random.choice(words.VERBS)}{modifier}{noun}", f"{head}-{tail}", modifier + noun)
            for (modifier, head), (noun, tail) in pairs[:320]
        ]

    def indicator_targets(self, count: int) -> Tree:
        """Return targets for registered indicators; an indicator has one phrase in the whole plan."""
        targets: Tree = {}
        for one in self.random.sample(indicators(), count):
            if one.name not in self.phrases:
                self.phrases[one.name] = self.phrase_of(one)
            targets[one.name] = self.phrases[one.name]
        return targets

    def phrase_of(self, indicator: Indicator) -> Any:
        random = self.random
        less = indicator.direction == "less"
        if random.random() < 0.08:
            return random.choice(("完成省定目标", "以上级下达目标为准", "持续下降" if less else "稳步提高"))
        dimension = indicator.dimension
        if dimension == "share":
            figure = self.decimal(50, 99)
            change = f"{self.decimal(0, 3)}个百分点"
            if less:
                return random.choice((f"控制在{self.decimal(1, 9)}%以内", f"下降{change}"))
            forms = (f"达到{figure}%以上", f"保持在{figure}%左右", f"提高{change}", f"不低于{figure}%")
            return random.choice(forms)
        if indicator.free and dimension in words.UNITS_OF and random.random() < 0.6:
            unit, low, high = words.UNITS_OF[dimension]
            figure = self.decimal(low, high) if len(unit) == 2 else str(random.randint(low, high))
            if less:
                return random.choice((f"控制在{figure}{unit}以内", f"不超过{figure}{unit}"))
            level = random.choice((f"达到{figure}{unit}", f"达到{figure}{unit}以上", f"突破{figure}{unit}"))
            return [f"增长{self.decimal(2, 14)}%以上", level] if random.random() < 0.15 else level
        if less:
            return random.choice((f"下降{self.decimal(1, 12)}%以上", f"同比下降{self.decimal(1, 12)}%左右"))
        return random.choice(
            (
                f"增长{self.decimal(2, 14)}%",
                f"增长{self.decimal(2, 14)}%左右",
                f"同比增长{self.decimal(2, 14)}%以上",
                f"年均增长{self.decimal(2, 14)}%以上",
            )
        )

    def work_targets(self, subject: str, count: int) -> Tree:
        return {
            subject + kind.suffix: self.work_target(kind) for kind in self.random.sample(words.KINDS, count)
        }

    def work_target(self, kind: words.Kind) -> Any:
        """Return a phrase in a form that plans use; sometimes a target with a scope or a deadline."""
        random = self.random
        low = random.randint(kind.low, kind.high)
        figure = f"{low}{kind.unit}"
        if kind.dimension == "share":
            change = f"提高{self.decimal(0, 3)}个百分点"
            phrase: Any = random.choice((f"达到{figure}以上", f"不低于{figure}", change, "100%", "全覆盖"))
        else:
            more = f"{low + random.randint(1, 9)}{kind.unit}"
            forms = (
                f"达到{figure}", f"达到{figure}以上", f"不少于{figure}", f"新增{figure}以上", f"突破{figure}",
                f"完成{figure}", f"{figure}", f"{low}-{more}", f"净增{figure}", f"从{figure}提高到{more}",
                f"增长{self.decimal(3, 30)}%", f"超{figure}", f"{figure}左右", "持续增加",
                f"力争达到{figure}",
            )  # fmt: skip
            phrase = random.choice(forms)
        chance = random.random()
        if chance < 0.06:
            return {"value": phrase, "scope": random.choice(("规模以上企业", "城区", "农村地区", "重点行业"))}
        if chance < 0.09:
            return {"value": phrase, "by": f"{self.year}-12-31"}
        return phrase

    def decimal(self, low: int, high: int) -> str:
        figure = self.random.randint(low * 10 + 1, high * 10)
        return f"{figure / 10:g}"


# ── Faults ──


def _any_task(random: Random, actions: Sequence[Tree]) -> Tree:
    return random.choice(_tasks(actions))


def _tasks(actions: Sequence[Tree]) -> list[Tree]:
    return [task for action in actions for section in action["sections"] for task in section.get("tasks", ())]


def _no_unit(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    task = _any_task(random, actions)
    for key in ("lead", "first_lead", "support", "units"):
        task.pop(key, None)


def _lead_also_support(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    task = random.choice([task for task in _tasks(actions) if isinstance(task.get("lead"), str)])
    task["support"] = [*task["support"], task["lead"]]


def _unit_twice(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    task = _any_task(random, actions)
    key = "support" if "support" in task else "units"
    if task.get(key):
        task[key] = [*task[key], task[key][0]]


def _unknown_unit(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    task = _any_task(random, actions)
    task["support" if "support" in task else "units"] = ["某某推进办"]


def _number_skipped(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    section = random.choice(actions)["sections"][0]
    section["tasks"][-1]["no"] = str(len(section["tasks"]) + 1)


def _conflicting_target(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    goal = random.choice(root["goals"])
    name = random.choice(list(goal["targets"]))
    goal["targets"] = {**goal["targets"], name: "增长19.5%以上"}


def _wrong_sum(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    task = _any_task(random, actions)
    task.setdefault("targets", {})
    task["targets"] |= {
        "全链条总产值": {"value": "达到90亿元", "parts": ["上游产值", "下游产值"]},
        "上游产值": "达到52亿元",
        "下游产值": "达到31亿元",
    }


def _double_comparator(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    task = _any_task(random, actions)
    task.setdefault("targets", {})["新设机构数"] = f"突破{random.randint(20, 80)}家以上"


def _share_too_high(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    task = _any_task(random, actions)
    task.setdefault("targets", {})["抽检覆盖率"] = "达到112%"


def _no_office(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    random.choice(actions)["workgroup"].pop("office")


def _empty_section(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    action = random.choice(actions)
    number = len(action["sections"]) + 1
    no = _chinese(number)
    source = action["sections"][-1]["source"].rsplit("/", 1)[0]
    action["sections"].append({"no": no, "heading": "健全长效机制", "source": f"{source}/{no}"})


def _annex_renamed(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    root["annexes"] = [*root["annexes"][:-1], root["annexes"][-1].replace("实施方案", "工作方案")]


def _lead_not_member(random: Random, root: Tree, actions: Sequence[Tree]) -> None:
    action = random.choice(actions)
    group = action["workgroup"]
    known = {*group["deputies"], group.get("office")}
    leads = {task["lead"] for task in _tasks([action]) if isinstance(task.get("lead"), str)}
    for lead in sorted(leads - known)[:1]:
        group["members"] = [unit for unit in group["members"] if unit != lead]
        group["open"] = False


FAULTS: Final[tuple[Callable[[Random, Tree, Sequence[Tree]], None], ...]] = (
    _no_unit, _lead_also_support, _unit_twice, _unknown_unit, _number_skipped, _conflicting_target,
    _wrong_sum, _double_comparator, _share_too_high, _no_office, _empty_section, _annex_renamed,
    _lead_not_member,
)  # fmt: skip


def _used(sections: Sequence[Tree], pool: Sequence[str]) -> list[str]:
    """Return the bodies of the pool that a task names, in the pool's order."""
    named: set[str] = set()
    for section in sections:
        for task in section["tasks"]:
            for holder in (task, *task.get("tasks", ())):
                for key in ("lead", "support", "units"):
                    value = holder.get(key, ())
                    named.update([value] if isinstance(value, str) else value)
    return [unit for unit in pool if unit in named]


def _in_order(task: Tree) -> None:
    """Put the keys in the order of the format."""
    for key in load_schema("plan")["$defs"]["task"]["properties"]:
        if key in task:
            task[key] = task.pop(key)


def _chinese(number: int) -> str:
    return f"({NUMERALS[number - 1]})"


# ── Writing YAML as the specs are written ──


def _document(tree: Tree, schema: str) -> str:
    lines = [f"# yaml-language-server: $schema={schema}"]
    _mapping(tree, "", lines)
    return "\n".join(lines) + "\n"


def _mapping(tree: Tree, indent: str, lines: list[str]) -> None:
    for key, value in tree.items():
        head = f"{indent}{_scalar(key)}:"
        if isinstance(value, dict):
            if len(value) == 1 and not isinstance(next(iter(value.values())), dict | list):
                ((name, inner),) = value.items()
                lines.append(f"{head} {{{_scalar(name)}: {_scalar(inner)}}}")
            else:
                lines.append(head)
                _mapping(value, indent + "  ", lines)
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            lines.append(head)
            for item in value:
                at = len(lines)
                _mapping(item, indent + "    ", lines)
                lines[at] = f"{indent}  - {lines[at].lstrip()}"
        elif isinstance(value, list):
            _flow(head, value, indent, lines)
        else:
            lines.append(f"{head} {_scalar(value)}")


def _flow(head: str, items: Sequence[Any], indent: str, lines: list[str]) -> None:
    """Write a list in brackets, wrapped."""
    line = f"{head} ["
    for at, item in enumerate(items):
        text = _scalar(item) + ("]" if at == len(items) - 1 else ",")
        if len(line) + len(text) + 1 > WIDTH // 2 + len(indent) and not line.endswith("["):
            lines.append(line.rstrip())
            line = indent + "  "
        line += text if line.endswith(("[", "  ")) else " " + text
    lines.append(line)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    # Text that YAML would read as a number, and what starts with a sign of its own, is quoted.
    if text[0] in "(“-%&*!|>'\"[]{}#?@`" or text.replace(".", "").isdigit() or ": " in text:
        return f'"{text}"'
    return text


def main() -> None:
    """Write a corpus into a folder."""
    parser = argparse.ArgumentParser(description="Write a corpus of generated plans.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    files = [path for paths in write(arguments.folder, arguments.plans, arguments.seed) for path in paths]
    size = sum(path.stat().st_size for path in files)
    print(f"{arguments.plans} plans, {len(files)} files, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
