"""Sections of goals, and the goals that stand among a plan's aims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.draft.context import Context
from planspec.documents.draft.kinds import GOALS
from planspec.documents.draft.names import no_of, step_of
from planspec.documents.draft.order import Data
from planspec.documents.outline import Heading, Text

_LONGEST_HEADING: Final = 30
_SETS_GOALS: Final = re.compile(r"目标|到20\d\d年|20\d\d年[，,]|力争|确保")


def goals(context: Context, heading: Heading, source: str) -> list[Data]:
    """Return the goals of a section: its own text, and each paragraph numbered or marked by a dash."""
    found = []
    pieces = [(heading, source)] if heading.body or not heading.children else []
    pieces += [
        (child, f"{source}/{no_of(child) or position}") for position, child in enumerate(heading.children, 1)
    ]
    for node, where in pieces:
        context.mapped(node, "goal")
        texts = list(node.body)
        if node is not heading:
            texts.insert(0, Text(node.title, node.spot))
            for below in _below(node):
                context.mapped(below, "goal")
                texts += [Text(below.title, below.spot), *below.body]
        goal: Data = {}
        if node is not heading and node.title and len(node.title) <= _LONGEST_HEADING:
            goal["heading"] = node.title
        targets = context.targets(texts)
        if targets:
            goal["targets"] = targets
        if goal or node is not heading:
            goal["source"] = where
            found.append(goal)
    return found


def _below(heading: Heading) -> Sequence[Heading]:
    return [node for child in heading.children for node in child.walk()]


def aims(context: Context, heading: Heading, source: str) -> list[Data]:
    """Return the goals among a plan's aims: of the parts called 目标, else what sentences about a year set."""
    named = [child for child in heading.children if GOALS.search(child.title)]
    context.prose([heading])
    if named:
        return [goal for child in named for goal in goals(context, child, f"{source}/{step_of(child)}")]
    found = []
    for node in heading.children or [heading]:
        texts = [text for text in node.body if _SETS_GOALS.search(text.text)]
        targets = context.targets(texts)
        if targets:
            context.mapped(node, "goal")
            where = source if node is heading else f"{source}/{step_of(node)}"
            found.append({"targets": targets, "source": where})
    return found
