"""A fault of wording put into an issued plan is found where it was put, and no other rule of these families cries."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from planspec.lint.engine import lint_path
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.source.diagnostic import Diagnostic

SPECS = Path(__file__).parents[3] / "specs" / "hunan"
PLANS = (
    "yueyang/2025",
    "xiangxi/jishou/2023",
    "hengyang/shigu/2024",
    "huaihua/hecheng/2024",
    "shaoyang/xinshao/2024",
)

Plant = Callable[[list[str], random.Random], list[int]]
"""Puts a fault into the lines of a file; returns the lines that it altered."""


def suffixed(*suffixes: str) -> Plant:
    """Append each suffix to the title of another task."""

    def plant(lines: list[str], chance: random.Random) -> list[int]:
        titles = [
            at for at, line in enumerate(lines) if re.fullmatch(r" +(- )?title: [^\"'\[{#]*[^\"'\],}]", line)
        ]
        chosen = sorted(chance.sample(titles, len(suffixes)))
        for at, suffix in zip(chosen, suffixes, strict=True):
            lines[at] += suffix
        return chosen

    return plant


def in_projects(*names: str) -> Plant:
    """Put each name into the projects of another item."""

    def plant(lines: list[str], chance: random.Random) -> list[int]:
        lists = [at for at, line in enumerate(lines) if re.match(r" +projects: \[", line)]
        chosen = sorted(chance.sample(lists, len(names)))
        for at, name in zip(chosen, names, strict=True):
            lines[at] = lines[at].replace("[", f"[{name}, ", 1)
        return chosen

    return plant


def twice(lines: list[str], chance: random.Random) -> list[int]:
    """Give two tasks that follow each other one title."""
    titles = [at for at, line in enumerate(lines) if re.match(r" +title: ", line)]
    first = chance.randrange(len(titles) - 1)
    chosen = titles[first : first + 2]
    for at in chosen:
        lines[at] = re.sub("title: .*", "title: 深化示例领域改革创新试点", lines[at])
    return chosen


MUTATIONS: dict[str, Plant] = {
    "REF001": suffixed("（甲政发[2023]5号）"),
    "REF002": suffixed(
        "《示例文件管理办法》（甲政发〔2020〕5号）", "《示例文件管理办法》（甲政发〔2020〕6号）"
    ),
    "REF003": suffixed("《合同法》"),
    "REF004": in_projects("示例现代化工创新研究院", "示例现代化工产业创新研究院"),
    "TXT001": suffixed("XX"),
    "TXT002": suffixed("”试点"),
    "TXT003": twice,
    "TXT004": suffixed("，形成我盟经验"),
}


def has_room(path: Path) -> bool:
    """Whether a file has enough tasks and projects above its table."""
    head = path.read_text("utf-8").partition("\nbreakdown:")[0]
    return head.count(" title: ") > 5 and head.count(" projects: [") > 1


def findings(folder: Path) -> list[Diagnostic]:
    report, _ = lint_path(folder / "plan.yaml", "plan.yaml", Settings(select=("REF", "TXT")), builtin())
    return list(report.diagnostics)


@cache
def known(plan: str) -> frozenset[str]:
    return frozenset(one.fingerprint for one in findings(SPECS / plan))


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("code", MUTATIONS)
def test_a_fault_in_an_issued_plan_is_found(code: str, plan: str, tmp_path: Path) -> None:
    chance = random.Random(f"{code}{plan}")
    folder = copytree(SPECS / plan, tmp_path / "plan")
    file = chance.choice(sorted(path for path in folder.glob("*.yaml") if has_room(path)))
    head, mark, table = file.read_text("utf-8").partition("\nbreakdown:")
    lines = head.split("\n")
    planted = MUTATIONS[code](lines, chance)
    file.write_text("\n".join(lines) + mark + table, "utf-8")
    new = [one for one in findings(folder) if one.fingerprint not in known(plan)]
    assert [(one.code, one.span.start_line) for one in new] in (
        [(code, planted[-1] + 1)],
        [(code, planted[0] + 1)],
    ), [one.message.zh for one in new]
