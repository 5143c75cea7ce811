"""What a rule is: a code, a name, a severity, a page and a pure function from plan to findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Final, TypeAlias

import msgspec

from planspec.align.case import Case
from planspec.align.facts import Spot
from planspec.model import Item, Plan
from planspec.source.diagnostic import Confidence, Fix, Severity
from planspec.source.message import Language, Message
from planspec.source.place import Place

OptionValue: TypeAlias = bool | int | float | str | tuple[str, ...]
Options: TypeAlias = Mapping[str, OptionValue]


class Finding(msgspec.Struct, frozen=True, eq=False):
    """One fault that a rule found.

    `at` is the place, `item` what it is about (it gives the locator and the stable id), `subject`
    what tells findings of one item apart (a unit's name, a figure); never a line number.
    """

    at: Place
    message: Message
    item: Item | None = None
    subject: str = ""
    related: tuple[tuple[Place, Message], ...] = ()
    confidence: Confidence | None = None
    severity: Severity | None = None
    fix: Fix | None = None
    within: Item | None = None
    """What holds `at`, where `item` is something else: it then gives the locator, not the stable id."""


class Contrast(msgspec.Struct, frozen=True, eq=False):
    """One fault that shows only beside other plans: a `Finding` whose places outlive the files.

    `anchor` is the stable id of what it is about, `locator` its place in the issued document.
    """

    at: Spot
    message: Message
    anchor: str = "plan"
    subject: str = ""
    related: tuple[tuple[Spot, Message], ...] = ()
    confidence: Confidence | None = None
    severity: Severity | None = None
    locator: str = ""
    title: str = ""
    """What a reader is told that it is about: a target's name, an action's title."""


class Authority(StrEnum):
    """What a rule rests on; it caps the rule's severity."""

    FORMAT = "format"
    """The spec's own format: YAML and the schema."""
    STANDARD = "standard"
    """Law, 条例 or a national standard (GB/T 9704, 15834, 15835)."""
    REQUIREMENT = "requirement"
    """What superiors demand of an implementation plan (lead, deadline, measurable goals)."""
    LOGIC = "logic"
    """The plan contradicts itself."""
    PRACTICE = "practice"
    """How careful offices do it."""

    @property
    def cap(self) -> Severity:
        """The gravest severity that this authority carries."""
        return Severity.WARNING if self is Authority.PRACTICE else Severity.ERROR


class Absence(StrEnum):
    """Where a rule that says something is missing looks; it is silent where a fault may hide it."""

    ITEM = "item"
    """Within the item: silent if a syntax or schema fault lies inside it."""
    PLAN = "plan"
    """Across the plan: silent if any file is missing or has such a fault."""


class Option(msgspec.Struct, frozen=True):
    """A setting of a rule: `[tool.planspec.rules.RES016] max_share = 0.3`."""

    name: str
    default: OptionValue
    describes: Message


Check: TypeAlias = Callable[[Plan, Options], Iterator[Finding]]
Align: TypeAlias = Callable[[Case, Options], Iterator[Contrast]]


class Rule(msgspec.Struct, frozen=True, eq=False):
    """A rule of the catalogue.

    `check` is a pure function of plan and options: no clock, no files, no globals. It is None for
    the rules that reading, validating or the engine itself applies (FMT001 to FMT004, FMT007).
    """

    code: str
    name: str
    severity: Severity
    authority: Authority
    doc: str
    check: Check | None = None
    confidence: Confidence = Confidence.HIGH
    absence: Absence | None = None
    options: tuple[Option, ...] = ()
    aliases: tuple[str, ...] = ()
    """Earlier names; a released name is never given to another rule."""
    align: Align | None = None
    """Of a rule that judges a plan beside others: it sees their facts, not the plans."""

    @property
    def family(self) -> str:
        """The three letters before the number."""
        return self.code[:3]

    @property
    def page(self) -> Page:
        """Its page, read from the docstring."""
        return read_page(self.doc)

    def defaults(self) -> dict[str, OptionValue]:
        """Return the options with their default values."""
        return {option.name: option.default for option in self.options}


PARTS: Final[dict[str, tuple[str, str]]] = {
    "what": ("何事", "What"),
    "why": ("缘由", "Why"),
    "mend": ("改法", "Mend"),
    "authority": ("依据", "Authority"),
}
"""The fixed parts of a page that are text, by key: their Chinese and English headings."""


class Page(msgspec.Struct, frozen=True):
    """A rule's page: a title and four texts in both languages, a bad and a good example."""

    title: Message
    parts: dict[str, Message]
    bad: str
    good: str

    def part(self, key: str, language: Language) -> str:
        """Return one of `PARTS` in a language."""
        return self.parts[key].text(language)


@cache
def read_page(doc: str) -> Page:
    """Return the page that a rule module's docstring holds; raises ValueError when a part is missing.

    The first line is `English title / 中文标题`. Each text part is a paragraph that begins with its
    heading and a colon, once in Chinese (`何事：`) and once in English (`What:`). The examples are the
    indented blocks after `Bad:` and `Good:`.
    """
    first, _, rest = doc.strip().partition("\n")
    english, slash, chinese = first.partition(" / ")
    if not slash:
        raise ValueError(f"page without a title in both languages: {first!r}")
    parts = {}
    for key, (zh_heading, en_heading) in PARTS.items():
        parts[key] = Message(_paragraph(rest, f"{zh_heading}："), _paragraph(rest, f"{en_heading}: "))
    return Page(Message(chinese.strip(), english.strip()), parts, _block(rest, "Bad:"), _block(rest, "Good:"))


def _paragraph(text: str, heading: str) -> str:
    match = re.search(rf"^{re.escape(heading)}(.+?)(?=\n\s*\n|\n\S+?[：:] ?\S|\Z)", text, re.S | re.M)
    if match is None:
        raise ValueError(f"page without the part {heading!r}")
    lines = [line.strip() for line in match[1].splitlines()]
    return "".join(lines) if heading.endswith("：") else " ".join(lines)


def _block(text: str, heading: str) -> str:
    match = re.search(rf"^{re.escape(heading)}\n\n((?:    .*\n|\n|    .*\Z)+)", text + "\n", re.M)
    if match is None:
        raise ValueError(f"page without the example {heading!r}")
    lines = match[1].rstrip().splitlines()
    return "\n".join(line[4:] for line in lines) + "\n"
