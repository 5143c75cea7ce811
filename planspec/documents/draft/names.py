"""What titles and headings tell: which action, which place, which programme, which year; and steps of locators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from planspec.documents.blocks import Document, Paragraph
from planspec.documents.numbering import HALF_WIDTH, Kind
from planspec.documents.outline import Heading
from planspec.documents.parting.part import clean
from planspec.documents.parts import Parts
from planspec.documents.partwords import PLAN_SUFFIX
from planspec.registry import Level, builtin, chain, count_in_name, jurisdictions_named

_ACTION: Final = re.compile(r"(?:行动|攻坚|工程|仗|战役|计划|工作|专项)$")
_QUOTED: Final = re.compile(r"[“\"‘']([^”\"’']{2,12})[”\"’']")
_COUNTED: Final = re.compile(
    r"[一二两三四五六七八九十]+[大项](?:[\u4e00-\u9fff]{0,4})?(?:行动|攻坚|工程|战役|任务|仗)"
)
_LEVELS: Final = (("省定", r"省(?:定|级)"), ("市定", r"市(?:定|级)"), ("州定", r"州(?:定|级)"), ("县定", r"县(?:定|级)"),
                  ("区定", r"区(?:定|级)"))  # fmt: skip
NATION: Final = "000000"
_LONGEST_BODY: Final = 12
_STEP_END: Final = re.compile(r"[、，,；;。：:（）()/《》\s]")
LONGEST_STEP: Final = 12


def place_of(parts: Parts) -> str:
    """Return the GB/T 2260 code that issuer and title tell: the longest place name at their start; "" if none."""
    for text in (parts.issuer, parts.title):
        best = ""
        code = ""
        for start in (0, 2, 3, 4, 5, 6):
            for end in range(min(len(text), start + 14), start + 1, -1):
                name = text[start:end]
                if len(name) > len(best):
                    places = jurisdictions_named(name)
                    full = [place for place in places if place.name == name]
                    if len(full) == 1:
                        best, code = name, full[0].code
        if code:
            return code
        if text.startswith("中共中央") or _of_the_nation(text):
            return NATION
    return NATION if parts.document.startswith(("国发", "国办", "中发", "中办")) else ""


def _of_the_nation(text: str) -> bool:
    """Say whether a text begins with the name of a central body: 商务部等8部门关于…."""
    units = builtin().units_of("")
    found = (units.resolve(text[:end]) for end in range(3, min(len(text), _LONGEST_BODY) + 1))
    return any(unit is not None and unit.level is Level.NATION for unit in found)


def place_words(code: str) -> list[str]:
    """Return the names of a place and of those above it, the longest first."""
    words = [word for place in chain(code) for word in (place.name, place.short) if word]
    return sorted(words, key=len, reverse=True)


def programme_of(title: str) -> str:
    """Return the programme that a plan's title names: “八大行动”; "" if none."""
    quoted = _QUOTED.search(title)
    if quoted is not None and count_in_name(quoted[1]) is not None:
        return quoted[1]
    counted = _COUNTED.search(title)
    return counted[0] if counted is not None and count_in_name(counted[0]) is not None else ""


def year_of(parts: Parts, document: Document) -> int:
    """Return the plan's year: of its title, date or number; else the one that its text names most, the earlier of two."""
    for text in (parts.title, parts.issued, parts.document, document.title, document.name):
        match = re.search(r"(?:19|20)\d{2}", text.translate(HALF_WIDTH))
        if match is not None:
            return int(match[0])
    counts: dict[int, int] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for year in re.findall(
                r"(20\d{2})年", re.sub(r"《[^《》]*》", "", block.text.translate(HALF_WIDTH))
            ):
                counts[int(year)] = counts.get(int(year), 0) + 1
    return max(counts, key=lambda year: (counts[year], -year)) if counts else 2000


def action_name(title: str, places: Iterable[str]) -> str:
    """Return an action's name from its annex's title: 某县实施产业培塑行动工作方案 → 产业培塑行动."""
    name = title
    for place in places:
        if name.startswith(place) and len(name) > len(place) + 2:
            name = name[len(place) :]
            break
    name = PLAN_SUFFIX.sub("", name) or name
    name = re.sub(r"^(?:关于)?(?:开展|打好|实施|推进|落实|深入实施|大力实施)(?=.{4,})", "", name)
    return name.strip("“”\"' ") or title


def action_in(title: str) -> str:
    """Return the action that a paragraph's heading names: 大力实施产业培塑行动，加快… → 产业培塑行动; "" if none."""
    head = re.split(r"[，,。;；:：]", title)[0]
    head = re.sub(
        r"^(?:全力|大力|深入|扎实|着力|全面|持续|加快|坚决|奋力)*(?:实施|推进|开展|打好|攻坚|打赢|抓好|落实)+",
        "",
        head,
    )
    return head.strip("“”\"' ") if _ACTION.search(head.rstrip("”\"’'")) else ""


def alike(name: str, title: str) -> bool:
    """Say whether an action of this name is what a heading is about."""
    bare = re.sub(r"[“”\"'\s]|打好|实施|推进", "", name)
    other = re.sub(r"[“”\"'\s]|打好|实施|推进", "", title)
    named = action_in(title)
    return bool(bare) and (bare in other or (named != "" and named in name))


def tier_of(title: str) -> str:
    """Return the tier of the livelihood items that a title heads; "" where it heads none."""
    if "实事" not in title:
        return ""
    for tier, pattern in _LEVELS:
        if re.search(pattern, title):
            return tier
    return "镇街" if re.search(r"镇街|乡镇", title) else ""


def no_of(heading: Heading) -> str:
    """Return a heading's number as the spec writes it."""
    return heading.no.replace("（", "(").replace("）", ")")


def step_of(heading: Heading) -> str:
    """Return what stands for a heading in a locator: its number, else the beginning of its title."""
    number = heading.number
    if number is not None and number.kind in (Kind.BRACKETED_HAN, Kind.BRACKETED_ARABIC):
        return f"({number.bare.strip('（()）、.． ')})"
    return no_of(heading) or words_of(heading.title)


def words_of(text: str) -> str:
    """Return the first words of a text as the step of a locator; they stand in the document as they are."""
    pieces = [piece for piece in _STEP_END.split(clean(text)) if piece]
    return next((piece for piece in pieces if len(piece) > 1), pieces[0] if pieces else "")[:LONGEST_STEP]
