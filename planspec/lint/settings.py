"""Settings: what a run may be told, and whose word counts.

Precedence, lowest first: built-in defaults, the profile, the configuration file, its per-path overrides in
their order, the command line. It is laid down here alone: `Settings.layers` puts the sources in order, and
`resolve` goes through them once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase

import msgspec

from planspec.lint.profiles import DRAFTER, PROFILES, Profile
from planspec.rules import ALL, find_rule
from planspec.rules.rule import OptionValue, Rule
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

UNKNOWN_RULE = Template(zh="{where}：没有规则“{rule}”", en="{where}: there is no rule “{rule}”")
RULES_HINT = Message(
    zh="planspec rules 列出全部规则；可写代码（RES002）、名称（task-without-lead）、族（RES）或 ALL",
    en="planspec rules lists them all; give a code (RES002), a name, a family (RES) or ALL",
)


class Layer(msgspec.Struct, frozen=True):
    """What one source says; None or nothing where it is silent.

    `places` tells where each setting was made, by its dotted name (`severity.RES003`).
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    options: Mapping[str, Mapping[str, OptionValue]] = {}
    """Per rule code: the options that are set."""
    profile: str | None = None
    fail_level: Severity | None = None
    places: Mapping[str, str] = {}

    def place(self, key: str) -> str:
        """Return where a setting was made, "" where that is not known."""
        return self.places.get(key, "")


class Override(Layer, frozen=True):
    """Settings for the plans whose path matches one of `paths`."""

    paths: tuple[str, ...] = ()


class Settings(Layer, frozen=True):
    """Everything a run may be told: what the file says for all plans, for some, and the command line."""

    exclude: tuple[str, ...] = ()
    registry: tuple[str, ...] = ()
    lang: str | None = None
    baseline: bool = True
    """Whether the baseline beside a plan is heeded."""
    overrides: tuple[Override, ...] = ()
    command: Layer = Layer()
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

    def layers(self, shown: str | None = None) -> tuple[Layer, ...]:
        """Return what is said for a plan file (None: for all plans), the least binding first."""
        if shown is None or not self.overrides:
            return (self, self.command)
        path = self.inside(shown)
        own = (one for one in self.overrides if matches(path, one.paths))
        return (self, *own, self.command)

    def for_path(self, shown: str) -> Selection:
        """Return what holds for a plan file."""
        return resolve(self.layers(shown))

    def for_run(self) -> Selection:
        """Return what holds for the run as a whole."""
        return resolve(self.layers())

    def for_many(self) -> Callable[[str], Selection]:
        """Return `for_path` for many plans: those of the same overrides share a selection."""
        known: dict[tuple[int, ...], Selection] = {}

        def for_path(shown: str) -> Selection:
            layers = self.layers(shown)
            key = tuple(map(id, layers))
            if key not in known:
                known[key] = resolve(layers)
            return known[key]

        return for_path


class Selection(msgspec.Struct, frozen=True):
    """What holds for one plan: the rules that judge it, their severities and options, what is reported."""

    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity] = {}
    options: Mapping[str, Mapping[str, OptionValue]] = {}
    profile: Profile = DRAFTER
    fail_level: Severity = Severity.WARNING
    origins: Mapping[str, str] = {}
    """Where a setting comes from, by its dotted name; a rule's code tells why it is or is not applied.

    What is not listed is a built-in default.
    """

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the rules."""
        return frozenset(rule.code for rule in self.rules)

    def options_for(self, rule: Rule) -> Mapping[str, OptionValue]:
        """Return a rule's options, defaults included."""
        own = self.options.get(rule.code)
        return {**rule.defaults(), **own} if own else rule.defaults()


def resolve(layers: Iterable[Layer]) -> Selection:
    """Return what holds when each layer overrules those before it."""
    layers = tuple(layers)
    origins: dict[str, str] = {}
    profile = DRAFTER
    for layer in layers:
        if layer.profile is not None:
            profile = PROFILES[layer.profile]
            origins["profile"] = layer.place("profile")
    fail_level = profile.fail_level
    origins["fail-level"] = f"profile {profile.name}"
    severity: dict[str, Severity] = {}
    options: dict[str, dict[str, OptionValue]] = {}
    for layer in layers:
        if layer.fail_level is not None:
            fail_level = layer.fail_level
            origins["fail-level"] = layer.place("fail-level")
        for code, level in layer.severity.items():
            severity[code] = level
            origins[f"severity.{code}"] = layer.place(f"severity.{code}")
        for code, values in layer.options.items():
            for name, value in values.items():
                options.setdefault(code, {})[name] = value
                origins[f"rules.{code}.{name}"] = layer.place(f"rules.{code}.{name}")
    return Selection(_rules(layers, origins), severity, options, profile, fail_level, origins)


def _rules(layers: Iterable[Layer], origins: dict[str, str]) -> tuple[Rule, ...]:
    """Return the rules that are applied; note for each why it is or is not.

    A `select` replaces what was selected before. A rule that a layer selects by its own code or name is applied
    even if a layer before it ignores that rule; a layer's own `ignore` comes last.
    """
    chosen = {rule.code for rule in ALL}
    dropped: set[str] = set()

    def note(codes: Iterable[str], layer: Layer, key: str) -> None:
        origins.update(dict.fromkeys(codes, layer.place(key)))

    for layer in layers:
        for key, words in (("select", layer.select), ("extend-select", layer.extend_select)):
            if words is None:
                continue
            wanted = expand(words)
            if key == "select":
                note(chosen | wanted, layer, key)
                chosen = set(wanted)
            else:
                note(wanted - chosen, layer, key)
                chosen |= wanted
            named = {rule.code for word in words if (rule := find_rule(word)) is not None}
            note(named & dropped, layer, key)
            dropped -= named
        ignored = expand(layer.ignore)
        note(ignored, layer, "ignore")
        dropped |= ignored
    return tuple(rule for rule in ALL if rule.code in chosen and rule.code not in dropped)


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Say whether a pattern names the path or a folder above it; both read from the configuration."""
    return any(fnmatchcase(path, p) or fnmatchcase(path, f"{p.rstrip('/')}/*") for p in patterns)


def expand(words: Iterable[str]) -> frozenset[str]:
    """Return the codes that the words stand for: codes, names, families or ALL; unknown ones stand for none."""
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


def check_words(words: Iterable[str], where: str = "--select") -> tuple[str, ...]:
    """Return the words as they are; raises PlanspecError for one that names no rule or family."""
    checked = tuple(words)
    for word in checked:
        if not expand([word]):
            raise PlanspecError(UNKNOWN_RULE(where=where, rule=word), RULES_HINT)
    return checked
