"""The closing lines of a report: how many findings, and how much was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planspec.report.words import SEVERITY, plural
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.lint.result import Counts, Result
    from planspec.report import Language


def summary(result: Result, language: Language) -> list[str]:
    """Return the lines: the verdict, what can be fixed or is left out, what was looked at, the score, and notes."""
    lines = [verdict(result, language), *fixable(result, language), *left_out(result, language)]
    lines.append(looked_at(result, language))
    lines.extend(score_lines(result.counts, language))
    lines.extend(held_back(result, language))
    mark = "注：" if language == "zh" else "Note: "
    lines.extend(mark + note.text(language) for note in result.notes)
    return lines


def verdict(result: Result, language: Language) -> str:
    """Return how many findings there are, by severity, and how many were set aside."""
    total = len(result.diagnostics)
    known = sum(1 for one in result.suppressed if one.baseline)
    ignored = len(result.suppressed) - known
    counts = tally([one.severity for one in result.diagnostics], language)
    if language == "zh":
        none = "没有发现新的问题" if known else "没有发现问题"
        parts = [f"发现{total}个问题：{counts}" if total else none]
        parts += [f"另有{ignored}个已由注释说明理由而忽略"] if ignored else []
        parts += [f"{'' if ignored else '另有'}{known}个已列入基线"] if known else []
        return "；".join(parts)
    none = "No new problems found" if known else "No problems found"
    parts = [f"Found {plural(total, 'problem')}: {counts}" if total else none]
    parts += [f"{ignored} more suppressed by comments"] if ignored else []
    parts += [f"{known} {'' if ignored else 'more '}known by the baseline"] if known else []
    return "; ".join(parts)


def left_out(result: Result, language: Language) -> list[str]:
    """Return how many findings the profile does not report; nothing where it reports all."""
    if not result.left_out:
        return []
    return [LEFT_OUT(count=result.left_out).text(language)]


def fixable(result: Result, language: Language) -> list[str]:
    """Return how many findings can be fixed, and with which command; nothing where none can."""
    offers = [one.fix.safe for one in result.diagnostics if one.fix is not None]
    safe, proposed = offers.count(True), offers.count(False)
    said = [FIXABLE(count=safe)] if safe else []
    said += [PROPOSED(count=proposed)] if proposed else []
    return [one.text(language) for one in said]


def tally(severities: list[Severity], language: Language) -> str:
    """Return counts by severity, gravest first, those at zero left out."""
    parts = []
    for severity, word in SEVERITY.items():
        count = severities.count(severity)
        if count:
            parts.append(f"{word.zh}{count}个" if language == "zh" else plural(count, word.en))
    return ("，" if language == "zh" else ", ").join(parts)


def looked_at(result: Result, language: Language) -> str:
    """Return what was looked at: plans, files, tasks, targets, rules."""
    counts = result.counts
    if language == "zh":
        return (
            f"检查了{counts.plans}份方案、{counts.files}个文件、"
            f"{counts.tasks}项任务、{counts.targets}个目标，用了{result.rules}条规则"
        )
    return (
        f"Checked {plural(counts.plans, 'plan')}, {plural(counts.files, 'file')}, "
        f"{plural(counts.tasks, 'task')}, {plural(counts.targets, 'target')} "
        f"with {plural(result.rules, 'rule')}"
    )


FIXABLE = Template(
    zh="可自动修正的{count}个：planspec lint --fix（先看会改什么：--diff）",
    en="{count} can be fixed: planspec lint --fix (--diff shows what would change)",
)
LEFT_OUT = Template(
    zh="另有{count}个较轻或把握不大的问题，按所选档次没有列出；全部列出：planspec lint --profile drafter",
    en="{count} minor or less certain findings are left out by the profile; for all of them: "
    "planspec lint --profile drafter",
)
PROPOSED = Template(
    zh="有改法供参考、须人工核对的{count}个：planspec lint --diff --unsafe-fixes",
    en="{count} can be fixed if you check the result: planspec lint --diff --unsafe-fixes",
)
SCORE = Template(
    zh="{tasks}项任务中{accountable}项有牵头单位和可衡量目标",
    en="{accountable} of {tasks} tasks have a lead and a measurable target",
)


def score(counts: Counts) -> Message | None:
    """Return how many tasks somebody answers for, measurably; None where there is no task."""
    if not counts.leaves:
        return None
    return SCORE(tasks=counts.leaves, accountable=counts.accountable)


def score_lines(counts: Counts, language: Language) -> list[str]:
    """Return the score as lines: one or none."""
    said = score(counts)
    return [] if said is None else [said.text(language)]


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
