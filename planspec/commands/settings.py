"""The options by which a command line changes the configuration: as they were written, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from planspec.commands.words import one_of, split_words
from planspec.lint.profiles import PROFILES
from planspec.lint.settings import Layer, Settings, check_words
from planspec.lint.settings_file import settings_for
from planspec.source.diagnostic import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a command line says about which plans, by which rules, how strictly."""

    paths: Sequence[Path] = ()
    config: Path | None = None
    isolated: bool = False
    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    profile: str | None = None
    fail_level: str | None = None
    baseline: bool = True

    def settings(self) -> Settings:
        """Return the settings of the configuration file, with the command line on top."""
        settings = settings_for(self.paths, self.layer(), config=self.config, isolated=self.isolated)
        return settings if self.baseline else replace(settings, baseline=False)

    def layer(self) -> Layer:
        """Return what the command line says; raises PlanspecError for words that mean nothing."""
        places = {}
        select = check_words(split_words(self.select), "--select")
        if self.profile is not None:
            one_of("--profile", self.profile, tuple(PROFILES))
            places["profile"] = "--profile"
        level = self.fail_level
        if level is not None:
            one_of("--fail-level", level, [one.value for one in Severity])
            places["fail-level"] = "--fail-level"
        places.update({key: f"--{key}" for key in ("select", "extend-select", "ignore")})
        return Layer(
            select=select or None,
            extend_select=check_words(split_words(self.extend_select), "--extend-select"),
            ignore=check_words(split_words(self.ignore), "--ignore"),
            profile=self.profile,
            fail_level=Severity(level) if level is not None else None,
            places=places,
        )
