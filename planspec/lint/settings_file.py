"""The configuration file: `planspec.toml` or `[tool.planspec]`, found upward, read with every mistake at its line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec.structs import asdict, replace

from planspec.lint.profiles import PROFILES
from planspec.lint.settings import Layer, Override, Settings, check_words, expand
from planspec.lint.toml_lines import TomlLines
from planspec.rules import find_rule
from planspec.rules.rule import Option, OptionValue
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError
from planspec.source.file import read_bytes
from planspec.source.message import Message, Template

FILE_NAME: Final = "planspec.toml"
_LAYER_KEYS: Final = ("profile", "select", "extend-select", "ignore", "severity", "rules")
"""What may be said for all plans and for some."""
_KEYS: Final = (*_LAYER_KEYS, "fail-level", "exclude", "registry", "lang", "overrides")
_OVERRIDE_KEYS: Final = ("paths", *_LAYER_KEYS)
_TYPES: Final[dict[type, tuple[str, str]]] = {
    bool: (" true 或 false", "true or false"),
    int: ("整数", "a whole number"),
    float: ("数，如 0.3", "a number, such as 0.3"),
    str: ("文字", "a text"),
}

UNKNOWN_KEY = Template(
    zh="{file}:{line}：不认识的配置项“{key}”{hint}", en="{file}:{line}: unknown setting “{key}”{hint}"
)
WRONG_VALUE = Template(
    zh="{file}:{line}：配置项“{key}”应为{wanted}", en="{file}:{line}: setting “{key}” must be {wanted}"
)
NO_PATHS = Template(
    zh="{file}:{line}：[[overrides]] 没有写 paths，不知道用于哪些方案",
    en="{file}:{line}: [[overrides]] without paths: it does not say for which plans it holds",
)
NO_PATHS_HINT = Message(
    zh='写明路径，如 paths = ["specs/hunan"]', en='Give the paths, such as paths = ["specs/hunan"]'
)
NOT_TOML = Template(zh="{place}：不是正确的 TOML（{reason}）", en="{place}: not valid TOML ({reason})")
NOT_TOML_HINT = Message(
    zh='文字要加引号，列表写成 ["RES", "TGT"]；表的标题写成 [rules.RES016]',
    en='quote texts, write lists as ["RES", "TGT"] and the heading of a table as [rules.RES016]',
)
NOT_UTF8 = Message("不是 UTF-8 编码", "it is not UTF-8")
TOO_NESTED = Message("嵌套太深", "nested too deep")
BOTH_CONFIGS = Message(
    zh="--config 和 --isolated 不能同时使用：前者指定配置文件，后者不读任何配置",
    en="--config and --isolated exclude each other: one names a configuration, the other reads none",
)


def settings_for(
    paths: Sequence[Path],
    command: Layer,
    *,
    config: Path | None = None,
    isolated: bool = False,
) -> Settings:
    """Return the settings of a run over `paths`: of the file named or nearest, then of the command line."""
    if config is not None and isolated:
        raise PlanspecError(BOTH_CONFIGS)
    settings = Settings() if isolated else load_settings(config) if config is not None else _nearest(paths)
    return replace(settings, command=command)


def _nearest(paths: Sequence[Path]) -> Settings:
    common = Path(os.path.commonpath([path.absolute() for path in paths or (Path(),)]))
    found = find_settings(common)
    if found is None:
        return Settings()
    # Its patterns are matched with paths as findings show them: both absolute, or both relative.
    absolute = any(path.is_absolute() for path in paths)
    shown = found.absolute() if absolute else Path(os.path.relpath(found))
    return load_settings(found, shown.as_posix())


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
        data: Any = tomllib.loads(text)
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
    top: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        top = ("tool", "planspec")
        tool = data.get("tool")
        data = tool.get("planspec", {}) if isinstance(tool, dict) else {}
    settings = _Reader(name, TomlLines(text), top).settings(data)
    folder = Path(name).parent
    registry = tuple((folder / one).as_posix() for one in settings.registry)
    return replace(settings, origin=name, folder=folder.as_posix(), registry=registry)


class _Reader:
    """Reads one table of a configuration; knows where it stands, so that errors name the line."""

    def __init__(self, name: str, lines: TomlLines, path: tuple[str, ...]) -> None:
        self.name = name
        self.lines = lines
        self.path = path
        self.places: dict[str, str] = {}

    def inside(self, *keys: str) -> _Reader:
        return _Reader(self.name, self.lines, (*self.path, *keys))

    def line(self, *keys: str) -> int:
        return self.lines.line((*self.path, *keys))

    def place(self, *keys: str) -> str:
        return f"{self.name}:{self.line(*keys)}"

    def unknown(self, key: str, known: Iterable[str]) -> PlanspecError:
        from difflib import get_close_matches

        known = list(known)
        close = get_close_matches(key, known, 1)
        zh = f"；是不是“{close[0]}”？" if close else f"；可用：{', '.join(known)}"
        en = f"; did you mean “{close[0]}”?" if close else f"; known: {', '.join(known)}"
        return PlanspecError(UNKNOWN_KEY(file=self.name, line=self.line(key), key=key, hint=Message(zh, en)))

    def wrong(self, key: str, zh: str, en: str) -> PlanspecError:
        return PlanspecError(
            WRONG_VALUE(file=self.name, line=self.line(key), key=key, wanted=Message(zh, en))
        )

    def known(self, data: Mapping[str, Any], keys: Iterable[str]) -> None:
        for key in data:
            if key not in keys:
                raise self.unknown(key, keys)

    def words(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, '文字的列表，如 ["RES"]', 'a list of texts, such as ["RES"]')
        if key in data:
            self.places[key] = self.place(key)
        return tuple(value)

    def rule_words(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        return check_words(self.words(data, key), self.place(key))

    def one_of(self, data: Mapping[str, Any], key: str, allowed: Sequence[str]) -> str | None:
        """Return a word out of a few, None where it is not set."""
        value = data.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or value not in allowed:
            *others, last = allowed
            raise self.wrong(key, f" {'、'.join(others)} 或 {last}", f"{', '.join(others)} or {last}")
        self.places[key] = self.place(key)
        return value

    def level(self, data: Mapping[str, Any], key: str) -> Severity | None:
        value = self.one_of(data, key, [one.value for one in Severity])
        return Severity(value) if value is not None else None

    def severities(self, data: Mapping[str, Any]) -> dict[str, Severity]:
        table = data.get("severity", {})
        if not isinstance(table, dict):
            raise self.wrong("severity", '表，如 {RES003 = "info"}', 'a table, such as {RES003 = "info"}')
        own = self.inside("severity")
        found: dict[str, Severity] = {}
        for word in table:
            check_words([word], own.place(word))
            level = own.level(table, word)
            assert level is not None  # the word stands in the table
            codes = sorted(expand([word]))
            found.update(dict.fromkeys(codes, level))
            self.places.update({f"severity.{code}": own.place(word) for code in codes})
        return found

    def options(self, data: Mapping[str, Any]) -> dict[str, dict[str, OptionValue]]:
        table = data.get("rules", {})
        if not isinstance(table, dict):
            raise self.wrong("rules", "表，如 [rules.RES016]", "a table, such as [rules.RES016]")
        rules = self.inside("rules")
        found: dict[str, dict[str, OptionValue]] = {}
        for word, values in table.items():
            rule = find_rule(word)
            if rule is None:
                check_words([word], rules.place(word))
            if rule is None or not isinstance(values, dict):
                raise rules.wrong(word, "某一条规则的选项表", "a table of one rule's options")
            own = rules.inside(word)
            known = {option.name: option for option in rule.options}
            own.known(values, known)
            for key in values:
                found.setdefault(rule.code, {})[key] = own.option(values, known[key])
                self.places[f"rules.{rule.code}.{key}"] = own.place(key)
        return found

    def option(self, values: Mapping[str, Any], option: Option) -> OptionValue:
        value = values[option.name]
        default = option.default
        if isinstance(default, tuple):
            return self.words(values, option.name)
        if isinstance(default, float) and type(value) is int:
            return float(value)
        if type(value) is not type(default):
            raise self.wrong(option.name, *_TYPES[type(default)])
        return value

    def layer(self, data: Mapping[str, Any]) -> Layer:
        """Read what may be said for all plans and for some."""
        return Layer(
            select=self.rule_words(data, "select") if "select" in data else None,
            extend_select=self.rule_words(data, "extend-select"),
            ignore=self.rule_words(data, "ignore"),
            severity=self.severities(data),
            options=self.options(data),
            profile=self.one_of(data, "profile", tuple(PROFILES)),
            places=self.places,
        )

    def override(self, data: Mapping[str, Any]) -> Override:
        self.known(data, _OVERRIDE_KEYS)
        paths = self.words(data, "paths")
        if not paths:
            raise PlanspecError(NO_PATHS(file=self.name, line=self.line()), NO_PATHS_HINT)
        return Override(**asdict(self.layer(data)), paths=paths)

    def settings(self, data: Any) -> Settings:
        if not isinstance(data, dict):
            raise _Reader(self.name, self.lines, self.path[:-1]).wrong(
                "planspec", "表，如 [tool.planspec]", "a table, such as [tool.planspec]"
            )
        self.known(data, _KEYS)
        tables = data.get("overrides", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.wrong("overrides", "[[overrides]] 表的列表", "a list of [[overrides]] tables")
        fail_level = self.level(data, "fail-level")
        own = asdict(self.layer(data))
        return Settings(
            **{**own, "fail_level": fail_level},
            exclude=self.words(data, "exclude"),
            registry=self.words(data, "registry"),
            lang=self.one_of(data, "lang", ("zh", "en")),
            overrides=tuple(
                self.inside("overrides", str(index)).override(table) for index, table in enumerate(tables)
            ),
        )
