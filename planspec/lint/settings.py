"""Configuration: what `planspec.toml` or `[tool.planspec]` may say, and which rules that selects.

Precedence, lowest first: defaults, the configuration file, its per-path overrides, the command line.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

import msgspec

from planspec.rules import ALL, find_rule
from planspec.rules.rule import OptionValue, Rule
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError
from planspec.source.file import read_bytes
from planspec.source.message import Message, Template

FILE_NAME: Final = "planspec.toml"
_KEYS: Final = (
    "select",
    "extend-select",
    "ignore",
    "severity",
    "fail-level",
    "exclude",
    "registry",
    "lang",
    "rules",
    "overrides",
)
_TYPES: Final[dict[type, tuple[str, str]]] = {
    bool: (" true 或 false", "true or false"),
    int: ("整数", "a whole number"),
    float: ("数，如 0.3", "a number, such as 0.3"),
    str: ("文字", "a text"),
}
_OVERRIDE_KEYS: Final = ("paths", "select", "extend-select", "ignore", "severity")

UNKNOWN_KEY = Template(
    zh="{file}:{line}：不认识的配置项“{key}”{hint}", en="{file}:{line}: unknown setting “{key}”{hint}"
)
WRONG_VALUE = Template(
    zh="{file}:{line}：配置项“{key}”应为{wanted}", en="{file}:{line}: setting “{key}” must be {wanted}"
)
UNKNOWN_RULE = Template(
    zh="{file}:{line}：没有规则“{rule}”{hint}", en="{file}:{line}: there is no rule “{rule}”{hint}"
)
NOT_TOML = Template(zh="{place}：不是正确的 TOML（{reason}）", en="{place}: not valid TOML ({reason})")
NOT_TOML_HINT = Message(
    zh='文字要加引号，列表写成 ["RES", "TGT"]；表的标题写成 [rules.RES016]',
    en='quote texts, write lists as ["RES", "TGT"] and the heading of a table as [rules.RES016]',
)
NOT_UTF8 = Message("不是 UTF-8 编码", "it is not UTF-8")
TOO_NESTED = Message("嵌套太深", "nested too deep")
RULES_HINT = Message(
    zh="planspec rules 列出全部规则；可写代码（RES002）、名称（task-without-lead）、族（RES）或 ALL",
    en="planspec rules lists them all; give a code (RES002), a name, a family (RES) or ALL",
)


class Override(msgspec.Struct, frozen=True):
    """Settings for the plans whose path matches one of `paths`."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}


class Settings(msgspec.Struct, frozen=True):
    """Everything a run may be told."""

    select: tuple[str, ...] = ("ALL",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    fail_level: Severity = Severity.WARNING
    exclude: tuple[str, ...] = ()
    registry: tuple[str, ...] = ()
    lang: str | None = None
    options: Mapping[str, Mapping[str, OptionValue]] = {}
    """Per rule code: the options that differ from their defaults."""
    overrides: tuple[Override, ...] = ()
    origin: str | None = None
    """The configuration file, as shown."""
    folder: str = "."
    """What paths in the configuration are relative to."""

    def inside(self, shown: str) -> str:
        """Return a path as it reads from the configuration's folder."""
        return os.path.relpath(shown, self.folder).replace(os.sep, "/")

    def excludes(self, shown: str) -> bool:
        """Say whether a file found in a folder is to be left out."""
        return bool(self.exclude) and matches(self.inside(shown), self.exclude)

    def for_path(self, shown: str) -> Selection:
        """Return the rules and severities for a plan file."""
        select, extend, ignore = self.select, list(self.extend_select), list(self.ignore)
        severity = dict(self.severity)
        path = self.inside(shown) if self.overrides else shown
        for override in self.overrides:
            if matches(path, override.paths):
                if override.select is not None:
                    select = override.select
                extend.extend(override.extend_select)
                ignore.extend(override.ignore)
                severity.update(override.severity)
        chosen = _expand([*select, *extend])
        dropped = _expand(ignore)
        rules = tuple(rule for rule in ALL if rule.code in chosen and rule.code not in dropped)
        return Selection(rules, severity, self.options)


class Selection(msgspec.Struct, frozen=True):
    """The rules that judge one plan, their severities and options."""

    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity]
    options: Mapping[str, Mapping[str, OptionValue]]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the rules."""
        return frozenset(rule.code for rule in self.rules)

    def options_for(self, rule: Rule) -> Mapping[str, OptionValue]:
        """Return a rule's options, defaults included."""
        own = self.options.get(rule.code)
        return {**rule.defaults(), **own} if own else rule.defaults()


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Say whether a pattern names the path or a folder above it; both read from the configuration."""
    return any(fnmatchcase(path, p) or fnmatchcase(path, f"{p.rstrip('/')}/*") for p in patterns)


def _expand(words: Iterable[str]) -> frozenset[str]:
    """Return the codes that the words stand for; each word has been checked before."""
    codes: set[str] = set()
    for word in words:
        upper = word.upper()
        if upper == "ALL":
            codes.update(rule.code for rule in ALL)
            continue
        family = [rule.code for rule in ALL if rule.family == upper]
        if family:
            codes.update(family)
        else:
            rule = find_rule(word)
            if rule is not None:
                codes.add(rule.code)
    return frozenset(codes)


def check_words(words: Iterable[str], where: str = "--select", line: int = 0) -> tuple[str, ...]:
    """Return the words as they are; raises PlanspecError for one that names no rule or family."""
    checked = []
    for word in words:
        if not _expand([word]):
            raise PlanspecError(
                UNKNOWN_RULE(file=where, line=line, rule=word, hint="")
                if line
                else Message(f"{where}：没有规则“{word}”", f"{where}: there is no rule “{word}”"),
                RULES_HINT,
            )
        checked.append(word)
    return tuple(checked)


def find_settings(start: Path) -> Path | None:
    """Return the nearest `planspec.toml`, or `pyproject.toml` with `[tool.planspec]`, upward from `start`."""
    folder = start if start.is_dir() else start.parent
    for place in (folder, *folder.resolve().parents):
        own = place / FILE_NAME
        if own.is_file():
            return own
        project = place / "pyproject.toml"
        if project.is_file() and b"[tool.planspec" in read_bytes(project):
            return project
    return None


def load_settings(path: Path, shown: str | None = None) -> Settings:
    """Return the settings of a configuration file; raises PlanspecError with file, line and hint."""
    name = shown or path.as_posix()
    place: str = name
    try:
        text = read_bytes(path, name).decode("utf-8-sig")
        data: dict[str, Any] = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise PlanspecError(NOT_TOML(place=name, reason=NOT_UTF8)) from error
    except RecursionError as error:
        raise PlanspecError(NOT_TOML(place=name, reason=TOO_NESTED)) from error
    except ValueError as error:  # tomllib's own error is one, and so is a number of 5,000 digits
        reason, _, where = str(error).partition(" (at ")
        line = re.match(r"line (\d+), column (\d+)", where)
        if line is not None:
            place = f"{name}:{line[1]}:{line[2]}"
        elif where:
            place = f"{name}:{text.count(chr(10)) + 1}"
        raise PlanspecError(NOT_TOML(place=place, reason=reason), NOT_TOML_HINT) from error
    if path.name == "pyproject.toml":
        tool = data.get("tool")
        data = tool.get("planspec", {}) if isinstance(tool, dict) else {}
    reader = _Reader(name, text)
    settings = reader.settings(data)
    folder = Path(name).parent
    registry = tuple((folder / one).as_posix() for one in settings.registry)
    return msgspec.structs.replace(settings, origin=name, folder=folder.as_posix(), registry=registry)


class _Reader:
    """Reads one configuration; knows its text, so that errors name the line."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()

    def line(self, key: str) -> int:
        """Return the line that sets `key` or names it in the heading of a table (1 where none does)."""
        name = rf"""["']?{re.escape(key)}["']?"""
        sets = re.compile(rf"(?:^|[\s.,{{]){name}\s*[.=]|^\s*\[+.*(?:[\[.\s]){name}\s*[\].]")
        for number, line in enumerate(self.lines, 1):
            if sets.search(line) and not line.lstrip().startswith("#"):
                return number
        return 1

    def unknown(self, key: str, known: Iterable[str]) -> PlanspecError:
        from difflib import get_close_matches

        known = list(known)
        close = get_close_matches(key, known, 1)
        zh = f"；是不是“{close[0]}”？" if close else f"；可用：{', '.join(known)}"
        en = f"; did you mean “{close[0]}”?" if close else f"; known: {', '.join(known)}"
        line = self.line(key)
        return PlanspecError(
            Message(
                UNKNOWN_KEY.zh.format(file=self.name, line=line, key=key, hint=zh),
                UNKNOWN_KEY.en.format(file=self.name, line=line, key=key, hint=en),
            )
        )

    def wrong(self, key: str, zh: str, en: str) -> PlanspecError:
        line = self.line(key)
        return PlanspecError(
            Message(
                WRONG_VALUE.zh.format(file=self.name, line=line, key=key, wanted=zh),
                WRONG_VALUE.en.format(file=self.name, line=line, key=key, wanted=en),
            )
        )

    def words(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, '文字的列表，如 ["RES"]', 'a list of texts, such as ["RES"]')
        return tuple(value)

    def rule_words(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        return check_words(self.words(data, key), self.name, self.line(key))

    def level(self, key: str, value: object) -> Severity:
        if not isinstance(value, str) or value not in tuple(Severity):
            raise self.wrong(key, " error、warning 或 info", "error, warning or info")
        return Severity(value)

    def severities(self, data: Mapping[str, Any]) -> dict[str, Severity]:
        table = data.get("severity", {})
        if not isinstance(table, dict):
            raise self.wrong("severity", '表，如 {RES003 = "info"}', 'a table, such as {RES003 = "info"}')
        found: dict[str, Severity] = {}
        for word, level in table.items():
            check_words([word], self.name, self.line(word))
            for code in _expand([word]):
                found[code] = self.level(word, level)
        return found

    def options(self, data: Mapping[str, Any]) -> dict[str, dict[str, OptionValue]]:
        table = data.get("rules", {})
        if not isinstance(table, dict):
            raise self.wrong("rules", "表，如 [rules.RES016]", "a table, such as [rules.RES016]")
        found: dict[str, dict[str, OptionValue]] = {}
        for word, values in table.items():
            rule = find_rule(word)
            if rule is None:
                check_words([word], self.name, self.line(word))
            if rule is None or not isinstance(values, dict):
                raise self.wrong(word, "某一条规则的选项表", "a table of one rule's options")
            known = {option.name: option for option in rule.options}
            for key, value in values.items():
                if key not in known:
                    raise self.unknown(key, known)
                default = known[key].default
                if isinstance(default, tuple):
                    value = self.words(values, key)
                if isinstance(default, float) and type(value) is int:
                    value = float(value)
                if type(value) is not type(default):
                    raise self.wrong(key, *_TYPES[type(default)])
                found.setdefault(rule.code, {})[key] = value
        return found

    def settings(self, data: Mapping[str, Any]) -> Settings:
        if not isinstance(data, dict):
            raise self.wrong("planspec", "表，如 [tool.planspec]", "a table, such as [tool.planspec]")
        for key in data:
            if key not in _KEYS:
                raise self.unknown(key, _KEYS)
        overrides = []
        tables = data.get("overrides", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.wrong("overrides", "[[overrides]] 表的列表", "a list of [[overrides]] tables")
        for table in tables:
            for key in table:
                if key not in _OVERRIDE_KEYS:
                    raise self.unknown(key, _OVERRIDE_KEYS)
            overrides.append(
                Override(
                    paths=self.words(table, "paths"),
                    select=self.rule_words(table, "select") if "select" in table else None,
                    extend_select=self.rule_words(table, "extend-select"),
                    ignore=self.rule_words(table, "ignore"),
                    severity=self.severities(table),
                )
            )
        lang = data.get("lang")
        if lang not in (None, "zh", "en"):
            raise self.wrong("lang", " zh 或 en", "zh or en")
        return Settings(
            select=self.rule_words(data, "select") if "select" in data else ("ALL",),
            extend_select=self.rule_words(data, "extend-select"),
            ignore=self.rule_words(data, "ignore"),
            severity=self.severities(data),
            fail_level=self.level("fail-level", data["fail-level"])
            if "fail-level" in data
            else Severity.WARNING,
            exclude=self.words(data, "exclude"),
            registry=self.words(data, "registry"),
            lang=lang,
            options=self.options(data),
            overrides=tuple(overrides),
        )
