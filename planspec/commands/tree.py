"""`planspec tree`: one indicator down the cascade, or plans from their goals to their units."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planspec.align.facts import GOALS, facts_of, hold
from planspec.commands.answer import Answer
from planspec.commands.compare import keys_of
from planspec.commands.plans import plans_at
from planspec.commands.words import one_of
from planspec.compare.matrix import compare
from planspec.compare.tree import cascade, plan_tree
from planspec.lint.alignment import superiors
from planspec.registry import builtin
from planspec.report import Look
from planspec.report.trees import FORMATS


def tree(
    paths: Sequence[Path], indicator: str | None, output_format: str, look: Look, *, units: bool = True
) -> Answer:
    """Return the tree of each plan; with an indicator its values from the nation down, superiors included."""
    style = FORMATS[one_of("--output-format", output_format, tuple(FORMATS))]
    data = output_format == "json"
    if indicator is None:
        return Answer(
            style([plan_tree(plan, units=units) for plan in plans_at(paths or (Path(),))], look), data=data
        )
    registry = builtin()
    facts = [facts_of(plan, GOALS) for plan in plans_at(paths or (Path(),))]
    above = [held.open() for held in superiors([hold(one) for one in facts], registry)]
    everyone = [*above, *facts]
    (key,) = keys_of((indicator,), everyone, registry)
    comparison = compare(everyone, (), registry, indicators=(key,))
    return Answer(style(cascade(comparison, key, everyone), look), data=data)
