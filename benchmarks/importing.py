"""What `planspec import` gets right before anyone corrects it: each issued plan's draft beside its finished spec.

    python benchmarks/importing.py                          # one row a plan: precision/recall of each column
    python benchmarks/importing.py shigu --show figures     # and what a column misses (-) and invents (+)

The issued documents are no part of the repository; without them (`../shared/seeds`) there is nothing to do.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from planspec import phrase as phrases
from planspec.documents.draft import draft
from planspec.documents.draft.likeness import names_alike
from planspec.documents.text import read_text
from planspec.documents.trace.places import Places
from planspec.phrase.fold import fold
from planspec.registry import Registry, Units, builtin

ROOT: Final = Path(__file__).resolve().parents[1]
SEEDS: Final = ROOT.parent / "shared" / "seeds"
SPECS: Final = ROOT / "specs" / "hunan"

COLUMNS: Final = (
    "tasks", "lead", "support", "figures", "alike", "values", "words", "row figures", "members", "posts",
)  # fmt: skip
"""`figures` are targets that set a figure (also a rank, 高于……, 完成省定目标), name and value both right; `alike` the
same where one name holds most of the other (安全利用率 for 受污染耕地安全利用率); `values` whatever the name; `words` are
all others: 全覆盖, 持续下降, what the phrase grammar does not read; `posts` are convenor, deputies, head and office."""

Names: TypeAlias = "tuple[Callable[[str, str], bool], ...]"
"""Ways in which two names can be the same, the strictest first."""

EXACTLY: Final[Names] = (str.__eq__,)
ALIKE: Final[Names] = (str.__eq__, names_alike)
WHATEVER: Final[Names] = (*ALIKE, lambda one, other: True)

_FIGURELESS: Final = (phrases.Measure.RANK, phrases.Measure.RELATIVE, phrases.Measure.DEFERRED)
_NUMBER: Final = re.compile("[0-9一二两三四五六七八九十百千万亿]")

Data: TypeAlias = "dict[str, Any]"


class Score(NamedTuple):
    """How many facts the spec has, how many the draft has, how many are the same."""

    wanted: int
    found: int
    same: int
    missed: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Precision/recall in per cent, and how many facts there are to find."""
        if not self.wanted and not self.found:
            return "-"
        precision = f"{self.same / self.found:.1%}" if self.found else "-"
        recall = f"{self.same / self.wanted:.1%}" if self.wanted else "-"
        return f"{precision}/{recall} of {self.wanted}".replace("%", "").replace("100.0", "100")


class TargetAt(NamedTuple):
    """One value phrase of one indicator in one part of a plan."""

    part: str
    name: str
    value: str
    phrase: phrases.Phrase | None

    @property
    def figure(self) -> bool:
        """Whether it sets a figure, or another's: a number is written, or it is relative, a rank, or deferred."""
        if self.phrase is None or self.phrase.measure is phrases.Measure.TREND:
            return False
        return self.phrase.measure in _FIGURELESS or _NUMBER.search(fold(self.value)) is not None

    def __str__(self) -> str:
        return f"{self.part}  {self.name}: {self.value}"


class TaskAt(NamedTuple):
    """A task with its units by role, as keys of the registry."""

    part: str
    source: str
    title: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    at: tuple[int, ...] = ()
    """Where it may begin in the document."""

    def __str__(self) -> str:
        return f"{self.source} {self.title}"


class Facts:
    """What a spec says, flat: the same walk for a finished spec and for a draft."""

    def __init__(
        self,
        plan: Data,
        include: Callable[[str], Data],
        registry: Registry,
        places: Places | None = None,
    ) -> None:
        self.registry = registry
        self.places = places
        self.units: Units = registry.units_of(str(plan.get("jurisdiction", "")))
        self.tasks: list[TaskAt] = []
        self.targets: list[TargetAt] = []
        self.row_targets: list[TargetAt] = []
        self.members: Counter[Hashable] = Counter()
        self.posts: Counter[Hashable] = Counter()
        self.item({key: value for key, value in plan.items() if key != "actions"}, "plan", "")
        for ordinal, entry in enumerate(plan.get("actions", ()), 1):
            part = str(ordinal)
            self.item(entry, part, "")
            if "include" in entry:
                self.item(include(entry["include"]), part, "")

    def item(self, item: Data, part: str, source: str) -> None:
        """Take up an item and all below it."""
        source = item.get("source", source)
        self.targets.extend(self.targets_of(item, part))
        for task in item.get("tasks", ()):
            self.task(task, part, source)
        for key in ("goals", "sections"):
            for below in item.get(key, ()):
                self.item(below, part, source)
        for row in item.get("breakdown", ()):
            self.row_targets.extend(self.targets_of(row, part))
        self.group(item.get("workgroup"), part)
        organisation = item.get("organisation", {})
        self.group(organisation.get("leading_group"), part)
        for group in organisation.get("workgroups", ()):
            self.group(group, f"{part}:{group.get('action', '')}")

    def task(self, task: Data, part: str, source: str) -> None:
        """Take up a task and its sub-items."""
        source = task.get("source", source)
        support = [*_listed(task.get("support")), *_listed(task.get("units"))]
        self.tasks.append(
            TaskAt(
                part,
                source,
                fold(str(task.get("title", ""))),
                tuple(map(self.unit, _listed(task.get("lead")))),
                tuple(map(self.unit, support)),
                tuple(self.places.offsets(source)) if self.places is not None and source else (),
            )
        )
        self.targets.extend(self.targets_of(task, part))
        for below in task.get("tasks", ()):
            self.task(below, part, source)

    def targets_of(self, item: Data, part: str) -> Iterator[TargetAt]:
        """Yield the value phrases of an item's own targets."""
        for name, stated in item.get("targets", {}).items():
            values = stated.get("value") if isinstance(stated, dict) else stated
            known = self.registry.normalise(name)
            verb = "新增" if name.startswith("新增") and not known.startswith("新增") else ""
            for value in map(str, _listed(values)):
                # 新增某某: 5家 and 某某: 新增5家 say the same where the registry takes both for one indicator
                moved = phrases.parse(verb + value) if verb and "%" not in value else None
                phrase = moved or phrases.parse(value)
                yield TargetAt(part, known, value if moved is None else verb + value, phrase)

    def group(self, group: Data | None, part: str) -> None:
        """Take up a work group."""
        for name in _listed(group and group.get("members")):
            self.members[part, self.unit(name)] += 1
        for post in ("head", "convenor", "deputies", "office"):
            for name in _listed(group and group.get(post)):
                self.posts[part, post, self.unit(name)] += 1

    def unit(self, name: str) -> str:
        """Return what makes two names one unit."""
        known = self.units.resolve(name)
        return known.key if known is not None else fold(name)


def scores(wanted: Facts, found: Facts) -> dict[str, Score]:
    """Return the score of each column."""
    pairs = _same_tasks(wanted.tasks, found.tasks)
    result = {
        "tasks": Score(
            len(wanted.tasks),
            len(found.tasks),
            len(pairs),
            tuple(str(task) for index, task in enumerate(wanted.tasks) if index not in pairs),
            tuple(str(task) for index, task in enumerate(found.tasks) if index not in pairs.values()),
        )
    }
    partner = {there: here for here, there in pairs.items()}
    for role in ("lead", "support"):
        result[role] = _counted(
            Counter(
                (str(index), unit) for index, task in enumerate(wanted.tasks) for unit in getattr(task, role)
            ),
            Counter(
                (str(partner.get(index, f"+{index}")), unit)
                for index, task in enumerate(found.tasks)
                for unit in getattr(task, role)
            ),
            {str(index): str(task) for index, task in enumerate(wanted.tasks)},
        )
    here, there = _figures(wanted.targets), _figures(found.targets)
    result["figures"] = _paired(here, there, names=EXACTLY)
    result["alike"] = _paired(here, there, names=ALIKE)
    result["values"] = _paired(here, there, names=WHATEVER)
    result["words"] = _paired(_words(wanted.targets), _words(found.targets), names=EXACTLY)
    rows = _figures(wanted.row_targets), _figures(found.row_targets)
    result["row figures"] = _paired(*rows, names=EXACTLY)
    result["members"] = _counted(wanted.members, found.members)
    result["posts"] = _counted(wanted.posts, found.posts)
    return result


def _same_tasks(wanted: list[TaskAt], found: list[TaskAt]) -> dict[int, int]:
    """Return which task of the spec is which of the draft: by locator and title, by locator, by where it stands in
    the document, then by title.

    A part of a paragraph stands where its words begin; it is the same as the draft's part in which they are.
    """
    pairs: dict[int, int] = {}

    def pair(key: Callable[[TaskAt], Hashable]) -> None:
        open_ones: dict[Hashable, list[int]] = {}
        taken = set(pairs.values())
        for index, task in enumerate(found):
            if index not in taken:
                open_ones.setdefault(key(task), []).append(index)
        for index, task in enumerate(wanted):
            if index not in pairs and open_ones.get(key(task)):
                pairs[index] = open_ones[key(task)].pop(0)

    pair(lambda task: (task.source, task.title))
    pair(lambda task: task.source)
    _by_place(wanted, found, pairs)
    pair(lambda task: (task.part, task.title))
    return pairs


def _by_place(wanted: list[TaskAt], found: list[TaskAt], pairs: dict[int, int]) -> None:
    """Add pairs of open tasks of which the spec's begins within the draft's."""
    starts = sorted((task.at[0], index) for index, task in enumerate(found) if task.at)
    taken = set(pairs.values())
    for index, task in enumerate(wanted):
        for at in task.at if index not in pairs else ():
            last = bisect_right(starts, (at, len(found))) - 1
            other = starts[last][1] if last >= 0 else -1
            if other >= 0 and other not in taken and found[other].part == task.part:
                pairs[index] = other
                taken.add(other)
                break


def _counted(wanted: Counter[Any], found: Counter[Any], names: Mapping[str, str] | None = None) -> Score:
    def told(facts: Counter[Any]) -> tuple[str, ...]:
        return tuple(" ".join((names or {}).get(word, word) for word in fact) for fact in facts.elements())

    same = (wanted & found).total()
    return Score(wanted.total(), found.total(), same, told(wanted - found), told(found - wanted))


def _paired(wanted: list[TargetAt], found: list[TargetAt], *, names: Names) -> Score:
    """Pair targets of one part of the plan (and one name) whose values the linter would call equal."""
    open_ones: dict[str, list[TargetAt]] = {}
    for target in found:
        open_ones.setdefault(target.part, []).append(target)
    missed = list(wanted)
    for same in names:
        left = []
        for target in missed:
            others = open_ones.get(target.part, [])
            at = next(
                (i for i, one in enumerate(others) if same(target.name, one.name) and _equal(target, one)), -1
            )
            if at < 0:
                left.append(target)
            else:
                del others[at]
        missed = left
    invented = [str(target) for others in open_ones.values() for target in others]
    same_ones = len(wanted) - len(missed)
    return Score(len(wanted), len(found), same_ones, tuple(map(str, missed)), tuple(invented))


def _equal(one: TargetAt, other: TargetAt) -> bool:
    if one.phrase is None or other.phrase is None:
        return fold(one.value) == fold(other.value)
    if one.phrase.means(other.phrase):
        return True
    return phrases.compare(one.phrase, other.phrase) is phrases.Relation.EQUAL


def _figures(targets: Iterable[TargetAt]) -> list[TargetAt]:
    return [target for target in targets if target.figure]


def _words(targets: Iterable[TargetAt]) -> list[TargetAt]:
    return [target for target in targets if not target.figure]


def _listed(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


# ---- the plans ----


class Measured(NamedTuple):
    """One plan measured."""

    name: str
    characters: int
    seconds: float
    scores: dict[str, Score]


def finished() -> Iterator[tuple[str, Path, Path]]:
    """Yield the finished specs that have a document: name, plan.yaml, document."""
    for path in sorted(SPECS.glob("**/plan.yaml")):
        name = f"{path.parent.parent.name}-{path.parent.name}"
        document = SEEDS / f"{name}.txt"
        if document.is_file():
            yield name, path, document


def measure(name: str, path: Path, document: Path) -> Measured:
    """Import a document and set the draft beside the finished spec."""
    registry = builtin()
    text = document.read_text("utf-8")
    began = time.perf_counter()
    issued = read_text(text, name)
    drafted = draft(issued, registry)
    seconds = time.perf_counter() - began
    places = Places(issued)
    wanted = Facts(_load(path), lambda file: _load(path.with_name(file)), registry, places)
    found = Facts(drafted.plan, drafted.actions.__getitem__, registry, places)
    return Measured(name, len(text), seconds, scores(wanted, found))


def _load(path: Path) -> Data:
    with path.open("rb") as file:
        loaded: Data = yaml.load(file, yaml.CSafeLoader)
    return loaded


def table(rows: list[Measured]) -> str:
    """Return the scores as a table in text."""
    lines = [["precision/recall, %", "characters", "seconds", *COLUMNS]]
    for row in rows:
        numbers = [
            str(row.characters),
            f"{row.seconds:.2f}",
            *(str(row.scores[column]) for column in COLUMNS),
        ]
        lines.append([row.name, *numbers])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def main() -> int:
    """Measure the plans asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("plans", nargs="*", help="parts of plans' names; all plans without")
    parser.add_argument(
        "--show", choices=COLUMNS, action="append", default=[], help="print a column's faults"
    )
    arguments = parser.parse_args()
    if not SEEDS.is_dir():
        print(
            f"skipped: the issued documents are not here ({SEEDS.parent.name}/{SEEDS.name} beside the repository)"
        )
        return 0
    wanted = arguments.plans or [""]
    rows = [measure(*plan) for plan in finished() if any(word in plan[0] for word in wanted)]
    for column in arguments.show:
        for row in rows:
            print(f"# {row.name}: {column}")
            print(*(f"- {fact}" for fact in row.scores[column].missed), sep="\n")
            print(*(f"+ {fact}" for fact in row.scores[column].invented), sep="\n")
    print(table(rows) if rows else "no finished spec has a document")
    return 0


if __name__ == "__main__":
    sys.exit(main())
