"""The words that all reports of a comparison share, in both languages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from planspec.align.standing import Standing
from planspec.report.words import plural
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.compare.matrix import Cell, Column, Comparison, Work
    from planspec.report import Language

INDICATOR: Final = Message("指标", "indicator")
THEME: Final = Message("主题", "theme")
ROLE: Final = Message("职责", "role")
HEADINGS: Final = {
    "indicators": Message("目标对照", "Targets"),
    "actions": Message("行动覆盖（任务数）", "Actions (number of tasks)"),
    "roles": Message("职责分布（牵头任务数/配合任务数）", "Who does what (tasks led/supported)"),
}
NOT_STATED: Final = Message("—", "—")
STANDING: Final = {
    Standing.ABOVE: Message("高于{place}", "above {place}"),
    Standing.LEVEL: Message("与{place}持平", "level with {place}"),
    Standing.SOFTER: Message("同{place}，说法较宽", "as {place}, less firmly"),
    Standing.BELOW: Message("低于{place}", "below {place}"),
    Standing.DEFERRED: Message("以上级为准（{place}：{theirs}）", "left to the superior ({place}: {theirs})"),
    Standing.OTHER: Message("{place}：{theirs}，不可比", "{place}: {theirs}, not comparable"),
}
SIGNS: Final = {
    Standing.ABOVE: "↑",
    Standing.LEVEL: "=",
    Standing.SOFTER: "≈",
    Standing.BELOW: "↓",
    Standing.DEFERRED: "→",
    Standing.OTHER: "·",
}
RANKS: Final = {"highest": Message("最高", "highest"), "lowest": Message("最低", "lowest")}
SUPERIOR: Final = Template(
    zh="{label}与上级{superior}比对{missing}", en="{label} is held against {superior}{missing}"
)
SKIPPED: Final = Template(
    zh="；缺少{missing}{year}年的方案", en="; no plan of {missing} for {year} is at hand"
)
NOT_IN: Final = Template(zh="没有提出这项指标：{labels}", en="The indicator is not stated by: {labels}")
NO_SUPERIOR: Final = Template(
    zh="{label}没有找到上级方案，未与上级比对",
    en="No superior's plan is at hand for {label}: not held against any",
)
SINGLE: Final = Template(
    zh="另有{count}项指标只有一份方案提出，未列出；加 --all 全部列出",
    en="{count} indicators of one plan alone are left out; --all lists them",
)
NO_ROWS: Final = Message("没有可列的内容", "Nothing to list")
YEARS: Final = Message(
    "各方案年度不同：最高、最低只在同一年度内比较",
    "The plans are of different years: highest and lowest go by year",
)


def standing_of(cell: Cell, language: Language) -> str:
    """Return how a value stands beside the superior's, in words; "" where no superior states it."""
    if cell.standing is None or cell.superior is None:
        return ""
    text = STANDING[cell.standing].text(language)
    return text.format(place=cell.superior.tier.place.short, theirs=cell.superior.value.text)


def rank_of(cell: Cell, language: Language) -> str:
    """Return “highest” or “lowest” in words, or ""."""
    return RANKS[cell.rank].text(language) if cell.rank else ""


def tally(comparison: Comparison, at: int, language: Language) -> str:
    """Return how often a plan stands above, level with and below its superior; "" where it is not compared."""
    counts = Counter(
        cell.standing for row in comparison.rows for cell in row.cells[at] if cell.standing is not None
    )
    above, below = counts[Standing.ABOVE], counts[Standing.BELOW]
    level = counts[Standing.LEVEL] + counts[Standing.SOFTER]
    deferred = counts[Standing.DEFERRED]
    if not above + below + level + deferred:
        return ""
    if language == "zh":
        told = f"高于上级{above}项，持平{level}项，低于{below}项"
        return told + (f"，以上级为准{deferred}项" if deferred else "")
    told = f"{above} above the superior, {level} level, {below} below"
    return told + (f", {deferred} left to it" if deferred else "")


def work_of(work: Work | None, names: dict[str, str], language: Language) -> str:
    """Return what a role does in a plan: 12/37 扩大内需5、改革开放3."""
    if work is None:
        return NOT_STATED.text(language)
    comma = "、" if language == "zh" else ", "
    themes = comma.join(f"{names.get(theme, theme)}{count}" for theme, count in work.themes[:2])
    return f"{work.leads}/{work.supports}" + (f" {themes}" if themes else "")


def notes_of(comparison: Comparison, language: Language) -> list[str]:
    """Return what a reader must know: which superior each plan is held against, what is missing or left out."""
    notes = [_superior(column).text(language) for column in comparison.columns if column.tiers]
    if comparison.silent:
        notes.append(NOT_IN(labels=_listed(list(comparison.silent))).text(language))
    if len({column.facts.year for column in comparison.columns}) > 1:
        notes.append(YEARS.text(language))
    if comparison.single:
        notes.append(SINGLE(count=comparison.single).text(language))
    return notes


def _superior(column: Column) -> Message:
    found = [tier.place.name for tier in column.tiers if tier.plans]
    if not found:
        return NO_SUPERIOR(label=column.label)
    absent = [tier.place.name for tier in column.tiers if not tier.plans]
    nothing = Message("", "")
    missing = SKIPPED(missing=_listed(absent), year=column.facts.year) if absent else nothing
    return SUPERIOR(label=column.label, superior=_listed(found), missing=missing)


def _listed(names: list[str]) -> Message:
    return Message("、".join(names), ", ".join(names))


def counted(number: int, language: Language) -> str:
    """Return a number of plans in words."""
    return f"{number}份方案" if language == "zh" else plural(number, "plan")
