"""Automatic numbers of a Word file's paragraphs, as Word shows them: 一、 （一） 1. ①.

A paragraph names a list (`numId`) and a level, itself or by its style; the list is an instance of an abstract one,
whose levels say how to count and how to write. Lists of one abstract list go on counting together, unless an instance
starts anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import msgspec

from planspec.documents import listnumbers
from planspec.documents.wordstyles import Style, Styles
from planspec.documents.wordxml import attribute, child, is_on, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_OPEN_ENDED: Final = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]$")
"""A number with no mark after it needs the gap that Word leaves before the text."""
_DASHES: Final = frozenset("—-–―")


def _enclosed(first: int, count: int) -> Callable[[int], str]:
    """Return a way to write numbers by characters that stand in a row; plain beyond them."""
    return lambda n: chr(first + n - 1) if 1 <= n <= count else str(n)


FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "decimalFullWidth2": lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "decimalEnclosedCircle": listnumbers.circled,
    "decimalEnclosedCircleChinese": listnumbers.circled,
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "chineseCounting": listnumbers.chinese,
    "chineseCountingThousand": listnumbers.chinese,
    "japaneseCounting": listnumbers.chinese,
    "taiwaneseCounting": listnumbers.chinese,
    "taiwaneseCountingThousand": listnumbers.chinese,
    "koreanCounting": listnumbers.chinese,
    "chineseLegalSimplified": listnumbers.legal_chinese,
    "ideographLegalTraditional": listnumbers.legal_chinese,
    "japaneseLegal": listnumbers.legal_chinese,
    "ideographDigital": listnumbers.chinese_digits,
    "japaneseDigitalTenThousand": listnumbers.chinese_digits,
    "taiwaneseDigital": listnumbers.chinese_digits,
    "ideographTraditional": listnumbers.stem,
    "ideographZodiac": listnumbers.branch,
    "upperLetter": lambda n: listnumbers.letters(n).upper(),
    "lowerLetter": listnumbers.letters,
    "upperRoman": listnumbers.roman,
    "lowerRoman": lambda n: listnumbers.roman(n).lower(),
    "none": lambda n: "",
}
"""How Word's number formats write a number; one that is not here is written in digits."""


class Level(msgspec.Struct, frozen=True):
    """How one level of a list counts and writes."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Levels from 1 to this one restart the count; 0 for none; None for every higher level."""
    legal: bool = False
    style: str = ""
    gap: bool = True
    """Whether a gap stands between number and text."""


class _List(msgspec.Struct):
    """An instance of an abstract list."""

    abstract: int
    levels: dict[int, Level]
    starts: dict[int, int]
    """Levels that this instance begins anew, with the number they begin with."""
    begun: set[int] = set()


class Numbers:
    """Counts through a document: ask for each paragraph once, in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[int, Element] = {}
        self._instances: dict[int, Element] = {}
        self._lists: dict[int, _List | None] = {}
        self._counts: dict[int, dict[int, int]] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self._note(self._abstract, attribute(element, "abstractNumId"), element)
            elif local(element) == "num":
                self._note(self._instances, attribute(element, "numId"), element)

    @staticmethod
    def _note(found: dict[int, Element], key: str | None, element: Element) -> None:
        if key is not None and key.isdecimal() and len(key) < 10:
            found[int(key)] = element

    def label(self, properties: Element | None, style: Style) -> str:
        """Return the number that Word shows before a paragraph, "" where it shows none."""
        own = child(properties, "numPr")
        num_id = number(own, "numId")
        level = number(own, "ilvl")
        by_style = num_id is None
        if num_id is None:
            num_id = style.num_id
        if not num_id:  # 0 takes the numbering of the style away
            return ""
        listed = self._list(num_id)
        if listed is None:
            return ""
        if level is None and by_style:
            level = next(
                (k for k, one in listed.levels.items() if one.style == style.numbered_by != ""), style.level
            )
        level = min(max(level or 0, 0), _LEVELS - 1)
        if level not in listed.levels:
            return ""
        self._count(listed, level)
        return self._written(listed, level)

    def _list(self, num_id: int) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._make(num_id)
        return self._lists[num_id]

    def _make(self, num_id: int) -> _List | None:
        element = self._instances.get(num_id)
        abstract = number(element, "abstractNumId")
        if element is None or abstract is None or abstract not in self._abstract:
            return None
        definition = self._abstract[abstract]
        link = value(definition, "numStyleLink")
        if link is not None:  # the levels stand with the list that the list style names
            other = self._instances.get(self._styles.list_of(link) or 0)
            linked = number(other, "abstractNumId")
            if linked is not None and linked in self._abstract:
                abstract, definition = linked, self._abstract[linked]
        levels = {k: level for one in definition if local(one) == "lvl" for k, level in [_level(one)]}
        starts: dict[int, int] = {}
        for override in element:
            if local(override) != "lvlOverride":
                continue
            at = attribute(override, "ilvl") or ""
            k = int(at) if at.isdecimal() and len(at) < 3 else 0
            replaced = child(override, "lvl")
            if replaced is not None:
                levels[k] = _level(replaced)[1]
            start = number(override, "startOverride")
            if start is not None:
                starts[k] = start
        return _List(abstract, levels, starts, set())

    def _count(self, listed: _List, level: int) -> None:
        counts = self._counts.setdefault(listed.abstract, {})
        if level in listed.starts and level not in listed.begun:
            counts[level] = listed.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = listed.starts.get(level, listed.levels[level].start)
        listed.begun.add(level)
        for below in [k for k in counts if k > level]:
            restart = listed.levels[below].restart if below in listed.levels else None
            if restart is None or (restart and level < restart):
                del counts[below]

    def _written(self, listed: _List, level: int) -> str:
        one = listed.levels[level]
        if one.format == "bullet":
            return one.text if one.text and set(one.text) <= _DASHES else ""
        counts = self._counts[listed.abstract]

        def number_at(match: re.Match[str]) -> str:
            k = int(match[1]) - 1
            above = listed.levels.get(k)
            if above is None:
                return ""
            count = counts.get(k, above.start - 1)
            write = str if one.legal and above.format != "none" else FORMATS.get(above.format, str)
            return write(count)

        label = _PLACE.sub(number_at, one.text)
        return f"{label} " if one.gap and _OPEN_ENDED.search(label) else label


def _level(element: Element) -> tuple[int, Level]:
    at = attribute(element, "ilvl") or ""
    start = number(element, "start")
    return int(at) if at.isdecimal() and len(at) < 3 else 0, Level(
        start if start is not None else 0,
        _format(element),
        value(element, "lvlText") or "",
        number(element, "lvlRestart"),
        is_on(element, "isLgl"),
        value(element, "pStyle") or "",
        value(element, "suff") != "nothing",
    )


def _format(level: Element) -> str:
    """Return a level's number format; newer ones stand in an alternative beside an older fallback."""
    own = value(level, "numFmt")
    if own is None:
        for one in level.iter():
            if local(one) == "numFmt" and (attribute(one) or "") in FORMATS:
                return attribute(one) or "decimal"
    return own or "decimal"
