"""Unpaired, mixed or half-width punctuation / 标点不成对、混用或用了半角

何事：引号、书名号、括号只有一半，或者一对中一个全角、一个半角；汉字之间用了半角的逗号、冒号、括号、直引号。数
字、编号、西文里的半角标点不算，如12:00、1:1、3.5。半角很多的，只报告一次。
What: A quotation mark, book title mark or bracket has no other half, or a pair is half full-width and half
half-width; or commas, colons, brackets and straight quotes of half width stand between Chinese characters.
Those in figures, codes and Latin text do not count (12:00, 1:1, 3.5). A plan that writes
half width in many places is told once.

缘由：引号缺一半，读者看不出引的是哪几个字；全角半角混用，检索、比对时同一名称会被当成两个。
Why: With half a pair nobody can tell what is quoted; and mixed widths make one name two for whoever searches
or compares.

改法：补上缺的一半；半角改为全角，planspec lint --fix 可以代劳。
Mend: Restore the missing half; write full width, `planspec lint --fix` does it.

依据：国家标准：GB/T 15834《标点符号用法》，引号、书名号、括号成对使用；汉文中标点占一个字的位置。
Authority: national standard GB/T 15834; paired marks come in pairs, and marks in Chinese text take a
character's place.

Bad:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 推进专精特新”企业培育
    #                    ^ faulty-punctuation
          - title: 建设产业园(二期）
    #                   ^^^^ faulty-punctuation

Good:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 推进“专精特新”企业培育
          - title: 建设产业园（二期）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from planspec.model import Plan
from planspec.rules._texts import Said, Texts, part_span, texts, words_at
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.txt._marks import MARKS, Marks, marks_of, opens, other_half
from planspec.source.diagnostic import Edit, Fix, Severity
from planspec.source.message import Message, Template
from planspec.source.place import Place

ALONE = Template(
    zh="「{near}」一处只有{mark}，没有{other}，看不出括的是哪几个字；请补上缺的一半，或删去多余的",
    en="Near 「{near}」 {mark} stands without {other}, so that nobody can tell what is enclosed; restore the "
    "missing half or delete the odd one",
)
MIXED = Template(
    zh="「{near}」一处的一对标点一个全角、一个半角，检索比对时会当成两种写法；请都改为全角",
    en="Near 「{near}」 one mark of a pair is full-width and the other half-width, which makes two spellings "
    "for a search; write both full-width",
)
HALF = Template(
    zh="「{near}」一处用了半角{kind}，中文里应当用全角；请改为{right}",
    en="Near 「{near}」 stand half-width {kind} in Chinese text; write {right}",
)
THROUGHOUT = Template(
    zh="全文多处用了半角{kind}（半角{count}个、全角{full}个），中文里应当用全角；请统一改为{right}",
    en="This plan writes half-width {kind} in many places ({count} half-width, {full} full-width), which "
    "Chinese text does not; write {right} throughout",
)
ANOTHER = Message(zh="另一半", en="another")
AGAIN = Message(zh="这里也是", en="here as well")
WIDEN = Message(zh="改为全角", en="Write full width")

_NAMES: Final = {
    "“": Message("前引号（“）", "an opening quotation mark (“)"),
    "”": Message("后引号（”）", "a closing quotation mark (”)"),
    "‘": Message("前单引号（‘）", "an opening single quotation mark (‘)"),
    "’": Message("后单引号（’）", "a closing single quotation mark (’)"),
    "《": Message("前书名号（《）", "an opening title mark (《)"),
    "》": Message("后书名号（》）", "a closing title mark (》)"),
    '"': Message('半个直引号（"）', "one straight quotation mark"),
}
_PLAIN_PAIR: Final = re.compile(f"“[^{MARKS}\n]*”|《[^{MARKS}\n]*》")
"""Most pairs: full-width, with no mark between them."""
_MARK: Final = re.compile(f"[{MARKS}]")
_HALF_POINT: Final = re.compile("[,;:!?]")
_POINT: Final = re.compile(
    "(?<=[一-龥”》）’％%])[,;!?:](?=[一-龥“《（‘])"
    "|(?<=[0-9A-Za-z])[,;](?=[一-龥“《])"
    "|(?<=[一-龥”》）]):(?=[0-9A-Za-z])"
)
"""Points in Chinese text: never within figures, times, ratios or Latin text."""
_NUMBER: Final = re.compile(r"\([0-9]{2,4}年?\)第?[0-9]+号")
"""The year in a document's number, which malformed-document-number judges."""
_HAN: Final = re.compile("[一-龥]")
_FEW: Final = 3
"""Up to so many texts are told one by one; more are told at once."""
_NEAR: Final = 8


class _Kind(NamedTuple):
    """A kind of mark that may have half width, and its full-width forms by the half-width ones."""

    name: Message
    full: dict[str, str]


_POINTS: Final = (
    _Kind(Message("逗号", "commas"), {",": "，"}),
    _Kind(Message("分号", "semicolons"), {";": "；"}),
    _Kind(Message("冒号", "colons"), {":": "："}),
    _Kind(Message("问号、叹号", "question or exclamation marks"), {"!": "！", "?": "？"}),
)
_BRACKETS: Final = _Kind(Message("括号", "brackets"), {"(": "（", ")": "）"})
_QUOTES: Final = _Kind(Message("直引号", "straight quotation marks"), {'"': "“", '""': "”"})


class _Half(NamedTuple):
    """Half-width marks of one text: their places, and what to write instead."""

    said: Said
    edits: list[tuple[int, str]]


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at the texts that hold more than plain pairs; tell half width by kind."""
    found = texts(plan)
    pairs: dict[str, list[_Half]] = {"(": [], '"': []}
    for said in found.holding(_MARK, _PLAIN_PAIR.sub(_blank, found.joined)):
        if said.key == "document":  # malformed-document-number judges those
            continue
        marks = marks_of(said.text)
        yield from _unpaired(plan, found, said, marks)
        yield from _mixed(plan, found, said, marks)
        for opener, halves in pairs.items():
            if edits := _half_pairs(said.text, marks, opener):
                halves.append(_Half(said, edits))
    yield from _narrow(plan, found, _BRACKETS, pairs["("])
    yield from _narrow(plan, found, _QUOTES, pairs['"'])
    points = _half_points(found)
    for kind in _POINTS:
        yield from _narrow(plan, found, kind, [half for mark in kind.full for half in points.get(mark, ())])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _unpaired(plan: Plan, found: Texts, said: Said, marks: Marks) -> Iterator[Finding]:
    for place in marks.alone:
        mark = said.text[place]
        other = other_half(mark)
        near = _near(said.text, place, place + 1)
        message = ALONE(near=near, mark=_name(mark), other=ANOTHER if other == mark else _name(other))
        yield Finding(words_at(said, place, 1), message, found.item(said) or plan, f"{mark}{near}")


def _name(mark: str) -> Message:
    if mark in _NAMES:
        return _NAMES[mark]
    if opens(mark):
        return Message(f"前半个括号（{mark} ）", f"an opening bracket {mark}")
    return Message(f"后半个括号（ {mark}）", f"a closing bracket {mark}")


def _mixed(plan: Plan, found: Texts, said: Said, marks: Marks) -> Iterator[Finding]:
    for opener, closer in marks.pairs:
        first, last = said.text[opener], said.text[closer]
        if other_half(first) == last:
            continue
        right = "“”" if first in '“"' else "（）"
        edits = [
            (place, new)
            for place, new in zip((opener, closer), right, strict=True)
            if said.text[place] != new
        ]
        near = _near(said.text, opener, closer + 1)
        yield Finding(
            words_at(said, opener, closer + 1 - opener),
            MIXED(near=near),
            found.item(said) or plan,
            near,
            fix=_fix(plan, [_Half(said, edits)]),
        )


def _half_pairs(text: str, marks: Marks, opener: str) -> list[tuple[int, str]]:
    """Return what to write instead of the half-width pairs that enclose or adjoin Chinese text."""
    edits = []
    first, last = ("（", "）") if opener == "(" else ("“", "”")
    for pair in marks.pairs:
        if text[pair.opener] == opener and other_half(opener) == text[pair.closer]:
            around = text[max(0, pair.opener - 1) : pair.closer + 2]
            if _HAN.search(around) and not _NUMBER.match(text, pair.opener):
                edits += [(pair.opener, first), (pair.closer, last)]
    return sorted(edits)


def _half_points(found: Texts) -> dict[str, list[_Half]]:
    """Return the texts with half-width points in Chinese text, by mark."""
    grouped: dict[str, list[_Half]] = {}
    full = {mark: new for kind in _POINTS for mark, new in kind.full.items()}
    for said in found.holding(_HALF_POINT):
        for match in _POINT.finditer(said.text):
            halves = grouped.setdefault(match[0], [])
            if not halves or halves[-1].said is not said:
                halves.append(_Half(said, []))
            halves[-1].edits.append((match.start(), full[match[0]]))
    return grouped


def _narrow(plan: Plan, found: Texts, kind: _Kind, places: list[_Half]) -> Iterator[Finding]:
    """Tell each text with half-width marks; where there are many, tell it once."""
    count = sum(len(half.edits) for half in places)
    full = sum(found.joined.count(mark) for mark in kind.full.values())
    if len(places) > _FEW:
        message = THROUGHOUT(kind=kind.name, count=count, full=full, right=_right(places))
        related = tuple((_first(half), AGAIN) for half in places[1:4])
        fix = _fix(plan, places)
        yield Finding(
            _first(places[0]), message, plan, kind.name.en, related, severity=Severity.INFO, fix=fix
        )
        return
    for half in places:
        start, last = half.edits[0][0], half.edits[-1][0]
        near = _near(half.said.text, start, last + 1)
        yield Finding(
            words_at(half.said, start, last + 1 - start),
            HALF(near=near, kind=kind.name, right=_right([half])),
            found.item(half.said) or plan,
            near,
            severity=Severity.INFO,
            fix=_fix(plan, [half]),
        )


def _right(places: list[_Half]) -> str:
    """Return the marks to be written instead, each once."""
    return " ".join(dict.fromkeys(new for half in places for _, new in half.edits))


def _first(half: _Half) -> Place:
    return words_at(half.said, half.edits[0][0], 1)


def _near(text: str, start: int, end: int) -> str:
    return text[max(0, start - _NEAR) : end + _NEAR]


def _fix(plan: Plan, places: list[_Half]) -> Fix | None:
    """Exchange the marks, where each is written in one piece; an issued plan is not altered."""
    if plan.status == "issued":
        return None
    edits = []
    for said, changes in places:
        for place, new in changes:
            span = part_span(said, place, 1)
            if span is None:
                return None
            edits.append(Edit(said.node.file.shown, span, new))
    return Fix(WIDEN, tuple(edits), safe=True)


rule = Rule("TXT002", "faulty-punctuation", Severity.WARNING, Authority.STANDARD, __doc__, check)
