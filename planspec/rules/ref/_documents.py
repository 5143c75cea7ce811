"""Documents that a plan cites: their numbers (发文字号), and where a title stands with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from planspec.model import Item, Plan
from planspec.model.build import mappings_of
from planspec.rules._texts import Said, Texts, signs_of, texts
from planspec.source.nodes import Mapping, Scalar

NUMBER: Final = re.compile(
    r"(?P<code>[A-Za-z一-龥·]{1,24})?(?P<open>[〔［\[【(（〈<{])\s*(?P<year>[0-9０-９]{2,4})(?P<of>年?)\s*"
    r"(?P<close>[〕］\]】)）〉>}])\s*(?P<ordinal>第?)\s*(?P<number>[0-9０-９]{1,5})\s*(?P<end>号?)"
)
"""A document's number however it is written: 湘政办发〔2024〕1号, 湘政办发[2024]第01号."""
_NUMBER_SIGN: Final = signs_of("号")
_CITED: Final = re.compile(r"《(?P<title>[^》\n]{4,60}(?:《[^》]*》)?[^》\n]{0,20})》\s*[（(](?=[^）)\n]*号)")
_WIDE: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_NO_DOCUMENT: Final = re.compile("(?:公告|通告|令|宗地|挂|拍|合同|票|案)$")
"""What stands before a number of another kind: orders, announcements, plots of land."""
_NO_DOCUMENT_AFTER: Final = re.compile("地块|宗地|楼|线|车|店|窗")
_INNER_TITLE: Final = re.compile("(?:.*关于)?(?:印发|转发|下发|公布)[《〈<]?(.+?)[》〉>]?的(?:通知|函|公告)$")
_NOISE: Final = re.compile(r"[\s“”\"'‘’《》〈〉<>()（）·]|中华人民共和国")


class Number(NamedTuple):
    """A document's number in parts; `match` tells how it is written."""

    code: str
    year: int
    number: int
    match: re.Match[str]


class Cited(NamedTuple):
    """A document with its title and number; either may be missing ("", None)."""

    title: str
    title_at: Said | None
    number: Number | None
    number_at: Said | None
    item: Item | None
    own: bool = False
    """Whether it is the plan itself."""
    issued: str = ""


def number_of(match: re.Match[str]) -> Number:
    """Return the parts of a number that was found."""
    year = match["year"].translate(_WIDE)
    return Number(match["code"] or "", int(year), int(match["number"].translate(_WIDE)), match)


def right_number(match: re.Match[str], code: str) -> str:
    """Return a number as the standard writes it; a year of two digits is taken for one of this century."""
    number = number_of(match)
    year = number.year if number.year > 99 else 2000 + number.year
    return f"{code or '…'}〔{year}〕{number.number}号"


def numbers_in(found: Texts) -> Iterator[tuple[Said, re.Match[str]]]:
    """Yield the numbers that stand in running text, with 号; what looks like another kind is left out."""
    for said in found.holding(_NUMBER_SIGN):
        if said.key == "document":
            continue
        for match in NUMBER.finditer(said.text):
            if (
                match["end"]
                and match["code"]
                and not _NO_DOCUMENT.search(match["code"])
                and not _NO_DOCUMENT_AFTER.match(said.text, match.end())
            ):
                yield said, match


def title_key(title: str) -> str:
    """Return a title less quotes and brackets; of 关于印发《…》的通知 what is issued by it."""
    inner = _INNER_TITLE.match(title.strip("《》"))
    return _NOISE.sub("", inner[1] if inner else title)


def cited(plan: Plan) -> list[Cited]:
    """Return the plan itself, then every document that it cites with a title and a number, or as basis."""
    documents = [_entry(plan.node, "document", plan, own=True)]
    documents += [_entry(entry, "document", plan) for entry in mappings_of(plan.node, "basis")]
    for action in plan.actions:
        documents += [_entry(entry, "document", action) for entry in mappings_of(action.node, "basis")]
    found = texts(plan)
    for said in found.holding(signs_of("》（", "》(", "》 （", "》 (")):
        for match in _CITED.finditer(said.text):
            number = NUMBER.match(said.text, match.end())
            if number is not None and number["end"]:
                item = found.item(said)
                documents.append(Cited(match["title"], said, number_of(number), said, item))
    return documents


def _entry(entry: Mapping, key: str, item: Item, *, own: bool = False) -> Cited:
    title, title_at = _said(entry, "title")
    text, number_at = _said(entry, key)
    match = NUMBER.search(text)
    issued = _said(entry, "issued")[0]
    return Cited(title, title_at, number_of(match) if match else None, number_at, item, own, issued)


def _said(entry: Mapping, key: str) -> tuple[str, Said | None]:
    node = entry.entries.get(key)
    if not isinstance(node, Scalar) or not node.text:
        return "", None
    return node.text, Said(node.text, node, key, entry, "")
