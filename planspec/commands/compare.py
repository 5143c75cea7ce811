"""`planspec compare`: plans side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from planspec.align.facts import GOALS, Facts, facts_of, hold
from planspec.commands.answer import Answer
from planspec.commands.plans import plans_at
from planspec.commands.words import one_of, split_words
from planspec.commands.writing import write_all
from planspec.compare.matrix import compare as lay_out
from planspec.lint.alignment import superiors
from planspec.model import TargetRole
from planspec.registry import Registry, builtin
from planspec.report import Look
from planspec.report.comparison import FORMATS, PARTS
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

DATA: Final = ("csv", "json")
BY: Final = ("indicator", "action", "role")
FILE_WIDTH: Final = 100
_PARTS: Final = dict(zip(BY, PARTS, strict=True))

NO_INDICATOR = Template(
    zh="这些方案里没有指标“{name}”{close}", en="None of these plans states the indicator “{name}”{close}"
)
NO_THEME = Template(
    zh="没有主题“{name}”；可用：{themes}", en="There is no theme “{name}”; there are {themes}"
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    paths: Sequence[Path] = ()
    indicators: Sequence[str] = ()
    themes: Sequence[str] = ()
    by: Sequence[str] = ()
    everything: bool = False
    tasks: bool = False
    output_format: str = "text"
    output: Path | None = None
    link_base: str = ""


def compare(request: Request, look: Look) -> Answer:
    """Lay the plans side by side, and write or return the report."""
    style = one_of("--output-format", request.output_format, tuple(FORMATS))
    chosen = tuple(_PARTS[one_of("--by", word, BY)] for word in split_words(request.by))
    registry = builtin()
    roles = tuple(TargetRole) if request.tasks or request.indicators else GOALS
    plans = [facts_of(plan, roles) for plan in plans_at(request.paths or (Path(),))]
    others = superiors([hold(plan) for plan in plans], registry)
    comparison = lay_out(
        plans,
        others,
        registry,
        indicators=keys_of(request.indicators, plans, registry),
        themes=_themes(request.themes, registry),
        everything=request.everything,
    )
    parts = chosen or (("indicators",) if request.indicators else PARTS)
    width = FILE_WIDTH if request.output is not None else look.width
    color = look.color and request.output is None
    text = FORMATS[style](comparison, parts, replace(look, width=width, color=color, links=request.link_base))
    if request.output is None:
        return Answer(text, data=style in DATA)
    write_all({request.output: ("\ufeff" + text if style == "csv" else text)})
    return Answer()


def keys_of(names: Sequence[str], plans: Sequence[Facts], registry: Registry) -> tuple[str, ...]:
    """Return the keys of the indicators that are asked for; one that no plan states is an error."""
    stated = {key for plan in plans for key in plan.mentioned}
    written = {target.name: target.key for plan in plans for target in plan.targets}
    keys = []
    for name in names:
        named = registry.read_indicator(name)
        key = named.indicator.id if named.indicator is not None else named.name
        if key not in stated:
            key = written.get(name, name)
        if key not in stated:
            raise PlanspecError(NO_INDICATOR(name=name, close=_close(name, written)))
        keys.append(key)
    return tuple(keys)


def _close(name: str, known: dict[str, str]) -> Message:
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), 3, 0.5) or [one for one in known if name in one][:3]
    if not near:
        return Message("", "")
    return Message(
        "；是不是" + "、".join(f"“{one}”" for one in near) + "？", f"; did you mean {', '.join(near)}?"
    )


def _themes(words: Sequence[str], registry: Registry) -> tuple[str, ...]:
    """Return the ids of the themes that are asked for by id or Chinese name."""
    known = registry.programmes.themes
    by_name = {theme.name: id for id, theme in known.items()}
    found = []
    for word in split_words(words):
        theme = word if word in known else by_name.get(word)
        if theme is None:
            listed = "、".join(f"{id}（{theme.name}）" for id, theme in known.items())
            raise PlanspecError(NO_THEME(name=word, themes=Message(listed, ", ".join(known))))
        found.append(theme)
    return tuple(found)
