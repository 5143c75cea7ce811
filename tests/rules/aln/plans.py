"""A city's and a county's plan in a few lines, judged beside one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from planspec.source.diagnostic import Diagnostic

from ..conftest import run

Targets: TypeAlias = Mapping[str, str]

CITY, COUNTY = "430500", "430522"


def plan(code: str, targets: Targets, extra: str = "", *, year: int = 2025, extent: str = "overall") -> str:
    """Return a plan; its title says whose it is. The first target stands in line 9."""
    rows = "".join(f"      {name}: {value}\n" for name, value in targets.items())
    head = f'planspec: 1\ntitle: {code}计划\njurisdiction: "{code}"\nyear: {year}\nstatus: issued\nextent: {extent}\n'
    return f"{head}goals:\n  - targets:\n{rows}{extra}"


def judge(code: str, *plans: str) -> list[Diagnostic]:
    """Lint the plans beside one another with one rule."""
    return run("\n---\n".join(text.rstrip("\n") for text in plans), code)


def told(found: list[Diagnostic]) -> list[str]:
    """Return the Chinese messages."""
    return [one.message.zh for one in found]


def two(code: str, city: Targets, county: Targets, extra: str = "", own: str = "") -> list[Diagnostic]:
    """Judge a city's plan (with `extra` text) and a county's (with `own` text)."""
    return judge(code, plan(CITY, city, extra), plan(COUNTY, county, own))
