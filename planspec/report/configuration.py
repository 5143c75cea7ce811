"""The settings in effect and where each comes from: as a table, as TOML that can be kept, as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planspec.report.cells import pad, width_of
from planspec.report.data import Value, dump
from planspec.report.paint import Paint
from planspec.report.words import SEVERITY, plural
from planspec.rules import ALL
from planspec.rules.rule import OptionValue, Rule
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.lint.settings import Selection, Settings
    from planspec.report import Language, Look

NO_FILE: Final = Message("没有配置文件", "no configuration file")
FOR: Final = Template(zh="用于{path}的配置：{file}", en="Settings for {path}: {file}")
DEFAULT: Final = Message("默认", "default")
PROFILE: Final = Template(zh="profile {name}", en="profile {name}")
COMMAND: Final = Template(zh="命令行 {option}", en="command line {option}")
OFF: Final = Message("不用", "off")
SEVERITY_FROM: Final = Template(zh="级别：{place}", en="severity: {place}")


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its dotted name, its value and where it was made ("": a built-in default)."""

    key: str
    value: OptionValue | None
    origin: str

    def kind(self) -> str:
        """Return what sort of source the origin is."""
        if not self.origin:
            return "default"
        if self.origin.startswith("profile "):
            return "profile"
        return "command-line" if self.origin.startswith("--") else "file"


def rows(settings: Settings, selection: Selection) -> tuple[Row, ...]:
    """Return the settings that are no rule's."""
    origins, places = selection.origins, settings.places
    registry = tuple(os.path.relpath(one, settings.folder).replace(os.sep, "/") for one in settings.registry)
    return (
        Row("profile", selection.profile.name, origins.get("profile", "")),
        Row("fail-level", selection.fail_level.value, origins["fail-level"]),
        Row("lang", settings.lang or "zh", places.get("lang", "")),
        Row("exclude", settings.exclude, places.get("exclude", "")),
        Row("registry", registry, places.get("registry", "")),
    )


def options(rule: Rule, selection: Selection) -> Iterator[Row]:
    """Yield the options of a rule."""
    for name, value in selection.options_for(rule).items():
        key = f"rules.{rule.code}.{name}"
        yield Row(key, value, selection.origins.get(key, ""))


def text(settings: Settings, selection: Selection, path: str, look: Look) -> str:
    """Return every setting with its origin, one a line."""
    language, paint = look.language, Paint(look.color)
    head = FOR(path=path, file=settings.origin or NO_FILE).text(language)
    general = rows(settings, selection)
    width = max(len(row.key) for row in general)
    values = max(len(_toml(row.value)) for row in general)
    lines = [paint("title", head), ""]
    for row in general:
        note = f"  {selection.profile.describes.text(language)}" if row.key == "profile" else ""
        value = _toml(row.value)
        lines.append(f"{row.key:<{width}}  {value:<{values}}  {paint('dim', _origin(row, language))}{note}")
    lines += ["", paint("title", _rules_head(selection, language))]
    names = max(len(rule.name) for rule in ALL)
    levels = max(width_of(word.text(language)) for word in (*SEVERITY.values(), OFF))
    for rule in ALL:
        level, origin = _rule(rule, selection, language)
        lines.append(
            f"  {paint('code', rule.code)}  {rule.name:<{names}}  {pad(level, levels)}  {paint('dim', origin)}"
        )
        for row in options(rule, selection):
            name = row.key.rpartition(".")[2]
            lines.append(f"          {name} = {_toml(row.value)}  {paint('dim', _origin(row, language))}")
    return "".join(line.rstrip() + "\n" for line in lines)


def _rules_head(selection: Selection, language: Language) -> str:
    used, all_ = len(selection.rules), len(ALL)
    return (
        f"规则：共{all_}条，用{used}条" if language == "zh" else f"{used} of {plural(all_, 'rule')} applied"
    )


def _rule(rule: Rule, selection: Selection, language: Language) -> tuple[str, str]:
    """Return how a rule is applied, and why."""
    chosen = _origin(Row(rule.code, None, selection.origins.get(rule.code, "")), language)
    if rule not in selection.rules:
        return OFF.text(language), chosen
    level = selection.severity.get(rule.code)
    if level is None:
        return SEVERITY[rule.severity].text(language), chosen
    place = _origin(Row("", None, selection.origins.get(f"severity.{rule.code}", "")), language)
    joint = "；" if language == "zh" else "; "
    return SEVERITY[level].text(language), chosen + joint + SEVERITY_FROM(place=place).text(language)


def _origin(row: Row, language: Language) -> str:
    match row.kind():
        case "default":
            return DEFAULT.text(language)
        case "profile":
            return PROFILE(name=row.origin.removeprefix("profile ")).text(language)
        case "command-line":
            return COMMAND(option=row.origin).text(language)
    return row.origin


def toml(settings: Settings, selection: Selection, path: str, language: Language) -> str:
    """Return the settings as a `planspec.toml` that has the same effect, each with its origin."""
    lines = [f"# {FOR(path=path, file=settings.origin or NO_FILE).text(language)}"]
    lines += [
        f"{row.key} = {_toml(row.value)}  # {_origin(row, language)}" for row in rows(settings, selection)
    ]
    off = [rule for rule in ALL if rule not in selection.rules]
    listed, key = (off, "ignore") if len(off) <= len(selection.rules) else (list(selection.rules), "select")
    lines.append(f"{key} = [" if listed else f"{key} = []")
    for rule in listed:
        origin = _origin(Row(rule.code, None, selection.origins.get(rule.code, "")), language)
        lines.append(f'  "{rule.code}",  # {origin}')
    lines += ["]"] if listed else []
    if selection.severity:
        lines += ["", "[severity]"]
        for code, level in sorted(selection.severity.items()):
            row = Row(code, level.value, selection.origins.get(f"severity.{code}", ""))
            lines.append(f"{code} = {_toml(row.value)}  # {_origin(row, language)}")
    for rule in ALL:
        own = list(options(rule, selection))
        if own:
            lines += ["", f"[rules.{rule.code}]"]
            lines += [
                f"{row.key.rpartition('.')[2]} = {_toml(row.value)}  # {_origin(row, language)}"
                for row in own
            ]
    return "".join(line + "\n" for line in lines)


def _toml(value: OptionValue | None) -> str:
    """Return a value as TOML; its texts, lists, numbers and truth values are those of JSON."""
    return json.dumps(value, ensure_ascii=False)


def as_json(settings: Settings, selection: Selection, path: str) -> str:
    """Return the settings with their origins as JSON."""
    found: dict[str, Value] = {
        "version": 1,
        "path": path,
        "file": settings.origin,
        "settings": {row.key: _data(row) for row in rows(settings, selection)},
        "rules": [_rule_data(rule, selection) for rule in ALL],
    }
    return dump(found)


def _rule_data(rule: Rule, selection: Selection) -> Value:
    level = selection.severity.get(rule.code)
    value = (level or rule.severity).value
    severity = Row(rule.code, value, selection.origins.get(f"severity.{rule.code}", ""))
    applied = Row(rule.code, rule in selection.rules, selection.origins.get(rule.code, ""))
    own: Mapping[str, Value] = {row.key.rpartition(".")[2]: _data(row) for row in options(rule, selection)}
    return {
        "code": rule.code,
        "name": rule.name,
        "applied": _data(applied),
        "severity": _data(severity),
        "options": own,
    }


def _data(row: Row) -> Value:
    value: Value = list(row.value) if isinstance(row.value, tuple) else row.value
    return {"value": value, "origin": row.kind(), "place": row.origin or None}
