"""The list of all rules: as a table, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from planspec.report.cells import pad, width_of
from planspec.report.data import dump
from planspec.report.pages import FAMILY, data
from planspec.report.paint import Paint
from planspec.report.words import SEVERITY, plural
from planspec.rules.rule import Rule

if TYPE_CHECKING:
    from planspec.report import Language, Look


def text(rules: Sequence[Rule], look: Look) -> str:
    """Return the rules by family, one a line."""
    language, paint = look.language, Paint(look.color)
    names = max((len(rule.name) for rule in rules), default=0)
    levels = max(width_of(word.text(language)) for word in SEVERITY.values())
    lines: list[str] = []
    for family, members in groupby(rules, lambda rule: rule.family):
        title = FAMILY[family].text(language) if family in FAMILY else ""
        lines.append(paint("title", f"{family} {title}".rstrip()))
        for rule in members:
            level = paint(rule.severity.value, pad(SEVERITY[rule.severity].text(language), levels))
            title = rule.page.title.text(language)
            lines.append(f"  {paint('code', rule.code)}  {level}  {rule.name:<{names}}  {title}")
        lines.append("")
    if not look.quiet:
        lines.append(_closing(rules, language))
    return "".join(line + "\n" for line in lines)


def _closing(rules: Sequence[Rule], language: Language) -> str:
    if language == "zh":
        return f"共{len(rules)}条规则；查看某一条的说明：planspec rule {rules[0].code}（代码或名称）"
    return (
        f"{plural(len(rules), 'rule')}; to have one explained: planspec rule {rules[0].code} (code or name)"
    )


def markdown(rules: Sequence[Rule], language: Language) -> str:
    """Return the rules as one Markdown table."""
    heads = (
        ("代码", "名称", "级别", "说明")
        if language == "zh"
        else ("code", "name", "severity", "what it finds")
    )
    lines = [f"| {' | '.join(heads)} |", "|---|---|---|---|"]
    for rule in rules:
        title = rule.page.title.text(language).replace("|", "\\|")
        lines.append(f"| {rule.code} | `{rule.name}` | {SEVERITY[rule.severity].text(language)} | {title} |")
    return "\n".join(lines) + "\n"


def json(rules: Sequence[Rule]) -> str:
    """Return the rules with their whole pages as JSON."""
    return dump({"version": 1, "rules": [data(rule) for rule in rules]})
