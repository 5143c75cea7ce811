"""A part of a clause, and what was read in it: the values that the other files of this folder hand on."""

from __future__ import annotations

import re

import msgspec

from planspec.documents.running.clauses import Span
from planspec.documents.running.figures import Figure
from planspec.registry import Registry


class Source(msgspec.Struct, frozen=True):
    """The paragraph that is read, as written and as plain text, and what is known of indicators."""

    text: str
    plain: str
    registry: Registry
    title: str = ""
    """What stands above it."""

    def slice(self, start: int, end: int) -> str:
        """Return a range of the paragraph as written, without spaces."""
        return re.sub(r"\s+", "", self.text[start:end])


class Group(msgspec.Struct, gc=False):
    """A part of a clause up to one that has a value."""

    start: int
    end: int
    figures: list[Figure]

    @property
    def span(self) -> Span:
        """Its range."""
        return Span(self.start, self.end)


class Reading(msgspec.Struct, gc=False):
    """A group read: one name (or several that share it) and one value (or one for each)."""

    name: str
    values: list[str]
    spans: list[Span]
    shared: bool = False
    """The value holds for each of several names."""
    scope: str = ""
    part: bool = False
    """It is a part of the target before (其中)."""
    figure: Figure | None = None
    """None where the value is in words."""
    words: str = ""
    """The value's words before its figure, for values that follow without any."""
    verb: str = ""
    """The verb that stands before name or figure."""
    front: bool = False
    """The figure stands before its object."""
    only_verb: bool = False
    """The name is a verb, and may belong to the value of the name before: 新建5公里、改造提升6公里."""
    each: bool = False
    """均, 分别: it holds for each of several."""
    limit: str = ""
    """What follows the figure: 左右, 以上."""
