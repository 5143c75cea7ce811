"""The closing lines of a report: how many findings, and how much was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planspec.report.words import SEVERITY, plural
from planspec.source.diagnostic import Severity

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Language


def summary(result: Result, language: Language) -> list[str]:
    """Return the lines: the verdict, what was looked at, what was held back, notes on the run."""
    lines = [verdict(result, language), looked_at(result, language)]
    lines.extend(held_back(result, language))
    mark = "注：" if language == "zh" else "Note: "
    lines.extend(mark + note.text(language) for note in result.notes)
    return lines


def verdict(result: Result, language: Language) -> str:
    """Return how many findings there are, by severity, and how many were set aside."""
    total, aside = len(result.diagnostics), len(result.suppressed)
    counts = tally([one.severity for one in result.diagnostics], language)
    if language == "zh":
        said = f"发现 {total} 个问题：{counts}" if total else "没有发现问题"
        return f"{said}；另有 {aside} 个已由注释说明理由而忽略" if aside else said
    said = f"Found {plural(total, 'problem')}: {counts}" if total else "No problems found"
    return f"{said}; {aside} more suppressed by comments" if aside else said


def tally(severities: list[Severity], language: Language) -> str:
    """Return counts by severity, gravest first, those at zero left out."""
    parts = []
    for severity, word in SEVERITY.items():
        count = severities.count(severity)
        if count:
            parts.append(f"{word.zh} {count}" if language == "zh" else plural(count, word.en))
    return ("，" if language == "zh" else ", ").join(parts)


def looked_at(result: Result, language: Language) -> str:
    """Return what was looked at: plans, files, tasks, targets, rules."""
    counts = result.counts
    if language == "zh":
        return (
            f"检查了 {counts.plans} 份方案、{counts.files} 个文件、"
            f"{counts.tasks} 项任务、{counts.targets} 个目标，用了 {result.rules} 条规则"
        )
    return (
        f"Checked {plural(counts.plans, 'plan')}, {plural(counts.files, 'file')}, "
        f"{plural(counts.tasks, 'task')}, {plural(counts.targets, 'target')} "
        f"with {plural(result.rules, 'rule')}"
    )


def held_back(result: Result, language: Language) -> list[str]:
    """Return, per plan, which rules gave no verdict because part of the plan is missing or broken."""
    lines = []
    for plan, codes in result.held_back:
        if language == "zh":
            lines.append(f"未作判断：{plan} 有文件缺失或格式错误，改正后才能检查 {'、'.join(codes)}")
        else:
            lines.append(
                f"Held back: {plan} has missing or broken parts; mend them to have {', '.join(codes)} checked"
            )
    return lines
