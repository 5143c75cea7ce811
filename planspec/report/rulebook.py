"""All rules as a folder of Markdown pages: one page a rule in both languages, and an index by family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from planspec.report.marks import escape, table
from planspec.report.pages import AUTHORITY, FAMILY, aligned, ignore, toml
from planspec.report.paint import Paint
from planspec.report.words import CONFIDENCE, SEVERITY
from planspec.rules.rule import PARTS, Rule
from planspec.source.message import Message

INDEX: Final = "README.md"
GENERATED: Final = (
    "<!-- Written by `make docs` from the docstrings in planspec/rules: edit those, not this file. -->"
)
_HEADS: Final = (
    Message("级别", "severity"),
    Message("可信度", "confidence"),
    Message("依据", "authority"),
    Message("族", "family"),
)
_INDEX_HEADS: Final = ("代码 code", "名称 name", "级别 severity", "查什么", "what it finds")


def book(rules: Sequence[Rule]) -> dict[str, str]:
    """Return the pages by file name, the index first."""
    return {INDEX: _index(rules), **{name_of(rule): page(rule) for rule in rules}}


def name_of(rule: Rule) -> str:
    """Return the file that holds a rule's page: its code, which never changes."""
    return f"{rule.code}.md"


def page(rule: Rule) -> str:
    """Return a rule's page: the texts in Chinese, then in English, the examples once."""
    title = rule.page.title
    facts = (
        SEVERITY[rule.severity],
        CONFIDENCE[rule.confidence],
        AUTHORITY[rule.authority],
        _family(rule.family),
    )
    lines = [
        GENERATED,
        "",
        f"# {rule.code} `{rule.name}`",
        "",
        f"**{escape(title.zh)}** · {escape(title.en)}",
        "",
    ]
    lines += table([_both(head) for head in _HEADS], [[_both(fact) for fact in facts]])
    if rule.aliases:
        lines += ["", f"旧名 earlier names: {', '.join(f'`{name}`' for name in rule.aliases)}"]
    parts = [(Message(*headings), rule.page.parts[key]) for key, headings in PARTS.items()]
    for heading, said in parts:
        lines += ["", f"**{heading.zh}**：{_prose(said.zh)}"]
    for heading, said in parts:
        lines += ["", f"**{heading.en}**: {_prose(said.en)}"]
    for label, example in (("反例 Bad", rule.page.bad), ("正例 Good", rule.page.good)):
        lines += ["", f"## {label}", "", *_code("yaml", aligned(example, Paint(False)))]
    if rule.options:
        lines += ["", "## 选项 Options", ""]
        lines += _code("toml", [f"[rules.{rule.code}]", *_options(rule)])
        lines += [
            "",
            *(
                f"- `{one.name}`: {_prose(one.describes.zh)} · {_prose(one.describes.en)}"
                for one in rule.options
            ),
        ]
    lines += ["", "## 忽略 Ignore", "", *_code("yaml", [ignore(rule, "zh")])]
    lines += ["", f"`planspec rule {rule.code}` · [全部规则 All rules]({INDEX})"]
    return "\n".join(lines) + "\n"


def _index(rules: Sequence[Rule]) -> str:
    families = [(family, list(members)) for family, members in groupby(rules, lambda rule: rule.family)]
    lines = [GENERATED, "", "# 规则 Rules", ""]
    lines.append(
        f"planspec lint 的{len(rules)}条规则，按族排列。`planspec rule RES002` 在终端显示同样的内容，无须联网。"
    )
    lines += [
        "",
        f"The {len(rules)} rules of `planspec lint` by family. `planspec rule RES002` shows a page offline.",
        "",
    ]
    lines += [
        f"- [{family} {_both(_family(family))}](#{family.lower()})：{len(members)}"
        for family, members in families
    ]
    for family, members in families:
        lines += ["", f'<a id="{family.lower()}"></a>', "", f"## {family} {_both(_family(family))}", ""]
        lines += table(_INDEX_HEADS, map(_row, members))
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> list[str]:
    title = rule.page.title
    link = f"[{rule.code}]({name_of(rule)})"
    return [link, f"`{rule.name}`", _both(SEVERITY[rule.severity]), escape(title.zh), escape(title.en)]


def _options(rule: Rule) -> Iterable[str]:
    return (f"{option.name} = {toml(option.default)}" for option in rule.options)


def _family(family: str) -> Message:
    return FAMILY.get(family, Message(family, family))


def _both(message: Message) -> str:
    return f"{message.zh} {message.en}"


def _prose(text: str) -> str:
    """Return a docstring's text: what stands in backticks is code, the rest is shown as it is."""
    return "`".join(part if number % 2 else escape(part) for number, part in enumerate(text.split("`")))


def _code(language: str, lines: Iterable[str]) -> list[str]:
    return [f"```{language}", *lines, "```"]
