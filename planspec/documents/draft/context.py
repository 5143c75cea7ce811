"""What all readers of a draft share: the registry, who is a unit, the account of the document, ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any, Final

from planspec import phrase as phrases
from planspec.documents.coverage import Coverage
from planspec.documents.draft.likeness import digits_of, figures_equal, names_alike
from planspec.documents.draft.order import Data
from planspec.documents.outline import Heading, Irregularity, Text
from planspec.documents.running import find_targets
from planspec.phrase.responsibility import Responsibility
from planspec.phrase.unitlists import Known
from planspec.registry import Registry

_MOST_COMPARED: Final = 100
"""Values of one indicator that a further one is compared with."""


class Context:
    """The state of one draft."""

    def __init__(self, registry: Registry, code: str, coverage: Coverage, year: int | None = None) -> None:
        self.registry = registry
        self.code = code
        self.year = year
        self.coverage = coverage
        self.irregular: list[Irregularity] = []
        self.words: dict[str, str] = {}
        """The whole text of each task by its id: rows of a table are matched with it."""
        self.first_leads = False
        """The document says that the first of every list leads (列首位的为牵头单位，下同)."""
        units = registry.units_of(code)
        self.known: Known = lambda name: units.resolve(name) is not None
        self._ids: dict[str, int] = {}

    def identifier(self, source: str) -> str:
        """Return an id from the place in the document: stable as long as the document is."""
        plain = re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]+", "-", source.replace("附件", "a")).strip("-") or "task"
        self._ids[plain] = self._ids.get(plain, 0) + 1
        return plain if self._ids[plain] == 1 else f"{plain}-{self._ids[plain]}"

    def mapped(self, heading: Heading, use: str) -> None:
        """Note that a heading and its own text became (a part of) an item."""
        self.coverage.mapped(heading.spot, use)
        for text in heading.body:
            self.coverage.mapped(text.spot, use)

    def prose(self, headings: Iterable[Heading]) -> None:
        """Note that headings and all below them are running text with nothing to record."""
        for heading in headings:
            for node in heading.walk():
                self.coverage.prose(node.spot)
                for text in node.body:
                    self.coverage.prose(text.spot)

    def state(self, item: Data, who: Responsibility) -> None:
        """Write a responsibility into an item."""
        self.first_leads = self.first_leads or who.first_leads
        who = who.first() if self.first_leads else who
        for key, names in (
            ("lead", who.lead),
            ("support", who.support),
            ("units", who.units),
            ("leader", who.leader),
        ):
            if names:
                item[key] = names[0] if len(names) == 1 else list(names)
        if who.open:
            item["open"] = True
        if who.by:
            item["by"] = who.by
        if who.separately:
            item["note"] = "分别牵头"

    def targets(self, texts: Sequence[Text], title: str = "") -> Data:
        """Read the targets of texts; `title` names the values that have no name of their own.

        One indicator under two names (全县GDP, GDP) is one target; what a heading and its text both say is said once.
        """
        targets: Data = {}
        names: dict[str, str] = {}
        said: dict[tuple[str, ...], list[tuple[int, str, str]]] = {}
        for index, text in enumerate(texts):
            for found in find_targets(text.text, self.registry, self.known, title=title):
                value: Any = found.value
                if found.scope or found.part_of:
                    value = {"value": found.value}
                    if found.scope:
                        value["scope"] = found.scope
                    if found.part_of:
                        value["part_of"] = found.part_of
                key = self.registry.normalise(found.name)
                alike = said.setdefault(digits_of(found.value), [])
                if any(
                    figures_equal(found.value, stated) and names_alike(key, other)
                    for _, other, stated in takewhile(lambda one, here=index: one[0] < here, alike)  # type: ignore[misc]
                ):
                    continue
                alike.append((index, key, found.value))
                if key in names:
                    targets[names[key]] = _more(targets[names[key]], found.value)
                else:
                    names[key] = found.name
                    targets[found.name] = value
        return targets


def _more(before: Any, value: str) -> Any:
    """Return the values of a target with one more, unless it says the same as one of them."""
    if isinstance(before, dict):
        return {**before, "value": _more(before["value"], value)}
    kept = [before] if isinstance(before, str) else list(before)
    if any(_same(one, value) for one in kept[:_MOST_COMPARED]):
        return before
    return [*kept, value]


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    here, there = phrases.parse(one), phrases.parse(other)
    return here is not None and there is not None and here.means(there)
