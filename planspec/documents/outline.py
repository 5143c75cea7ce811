"""Paragraphs to a tree by their numbers; broken numbering is kept where it stands, and told.

A heading is a numbered paragraph. Its title is the first sentence when that is short (a run-in heading:
“1.循环经济。……”), or the whole paragraph when nothing follows. What has no number belongs to the heading above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from planspec.documents.blocks import Block, Paragraph, Spot, Table
from planspec.documents.numbering import Kind, Number, number_of

LONGEST_TITLE: Final = 60
"""Characters up to which a first sentence counts as a run-in heading."""
_SENTENCE_END: Final = re.compile(r"[。！？]|[：:](?=\S)")
_DASH: Final = re.compile(r"^\s*(?:——|—|--|[•●▪◆◇■□▲△►▶★☆✓➢])\s*")
"""What an unnumbered item of a list begins with."""
_BRACKET_TAIL: Final = re.compile(r"[（(〔[【]")


class Text(msgspec.Struct, frozen=True):
    """A piece of body text and where it stands."""

    text: str
    spot: Spot


class Heading(msgspec.Struct):
    """A numbered paragraph, what follows it, and the headings below it."""

    number: Number | None
    title: str
    spot: Spot
    body: list[Text] = []
    tables: list[Table] = []
    children: list[Heading] = []
    dash: bool = False
    """A paragraph that begins with ——, as goals do."""

    @property
    def no(self) -> str:
        """The number without its closing mark, "" where there is none."""
        return self.number.bare if self.number is not None else ""

    @property
    def text(self) -> str:
        """Title and body as one text, for a search through all of it."""
        return "\n".join([self.title, *(piece.text for piece in self.body)])

    def walk(self) -> Iterator[Heading]:
        """Yield this heading and all below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()


class Irregularity(msgspec.Struct, frozen=True):
    """A number that does not follow the one before: skipped, repeated, out of order, or lost ("" as written)."""

    spot: Spot
    written: str
    expected: str


class Outline(msgspec.Struct):
    """The text before the first heading, the headings, and what is irregular about their numbers."""

    lead: list[Text]
    tables: list[Table]
    headings: list[Heading]
    irregular: list[Irregularity]

    def walk(self) -> Iterator[Heading]:
        """Yield every heading in the order of the document."""
        for heading in self.headings:
            yield from heading.walk()


def outline(blocks: Iterable[Block]) -> Outline:
    """Return the tree of the blocks' headings."""
    result = Outline([], [], [], [])
    stack: list[Heading] = []
    listed = list(blocks)
    bare = _unnumbered(listed)
    for index, block in enumerate(listed):
        if isinstance(block, Table):
            (stack[-1].tables if stack else result.tables).append(block)
            continue
        for heading, text in _split(block, bare.get(index), stack):
            if heading is None:
                (stack[-1].body if stack else result.lead).append(text)
                continue
            while stack and not _below(heading, stack[-1]):
                stack.pop()
            (stack[-1].children if stack else result.headings).append(heading)
            stack.append(heading)
    lacking = [
        Irregularity(listed[index].spot, "", number.written) for index, number in bare.items() if number.value
    ]
    result.irregular = sorted([*lacking, *_check(result.headings)], key=lambda one: one.spot)
    return result


_NAMED: Final = re.compile(
    r"(?:工作|主要|总体|攻坚|行动|重点|目标)?(?:目标|任务|举措|措施|内容)|(?:推进|保障|工作)机制|组织(?:领导|实施|保障)|保障措施|工作要求"
)
_DEMANDS: Final = re.compile(r"(?:有关|工作|相关)要求[：:。]")
"""How a last paragraph without a number begins that demands something of all."""
_GLUED: Final = re.compile(r"(?P<n>[0-9]{1,3})[.．](?=[0-9])")


def _unnumbered(blocks: Sequence[Block]) -> dict[int, Number]:
    """Return the lines that are section titles without their number (工作任务), with the number they lack.

    The number is known where the ones before and after leave just one out; else it is "" and 0.
    """
    numbers = [
        number if isinstance(block, Paragraph) and (number := number_of(block.shown)) is not None else None
        for block in blocks
    ]
    found: dict[int, Number] = {}
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or numbers[index] is not None:
            continue
        if _DEMANDS.match(block.shown.strip()) and any(numbers[:index]):
            found[index] = Number("", Kind.HAN, 0, 0)
            continue
        if not _NAMED.fullmatch(block.shown.strip()):
            if (lost := _lost(blocks, numbers, index)) is not None:
                found[index] = lost
            continue
        before = next((n.value for n in reversed(numbers[:index]) if n is not None and n.kind is Kind.HAN), 0)
        after = next((n.value for n in numbers[index:] if n is not None and n.kind is Kind.HAN), None)
        if after == before + 2 or (after is None and before):
            written = _HAN_DIGITS[before] if before < len(_HAN_DIGITS) else str(before + 1)
            found[index] = Number(written, Kind.HAN, before + 1, 0)
        else:
            found[index] = Number("", Kind.HAN, 0, 0)
    return found


_LOOKS_LIKE_TITLE: Final = re.compile(r"[^。；：:;，,！？（）()《》0-9]{4,20}")


def _lost(blocks: Sequence[Block], numbers: Sequence[Number | None], index: int) -> Number | None:
    """Return the number that a short line has lost: the line below begins a numbering, and it alone is missing above."""
    block = blocks[index]
    assert isinstance(block, Paragraph)
    below = numbers[index + 1] if index + 1 < len(numbers) else None
    if below is None or below.value != 1 or not _LOOKS_LIKE_TITLE.fullmatch(block.shown.strip()):
        return None
    after = next((n for n in numbers[index + 1 :] if n is not None and n.kind < below.kind), None)
    if after is None or after.kind not in (Kind.HAN, Kind.BRACKETED_HAN):
        return None
    before = next((n for n in reversed(numbers[:index]) if n is not None and n.kind <= after.kind), None)
    last = before.value if before is not None and before.kind is after.kind else 0
    if after.value != last + 2 or last >= len(_HAN_DIGITS):
        return None
    written = _HAN_DIGITS[last]
    return Number(f"（{written}）" if after.kind is Kind.BRACKETED_HAN else written, after.kind, last + 1, 0)


_HAN_DIGITS: Final = "一二三四五六七八九十"


def _split(
    block: Paragraph, lacking: Number | None, stack: Sequence[Heading]
) -> Iterator[tuple[Heading | None, Text]]:
    """Yield the heading that a paragraph is, or its text.

    `lacking` is the number that a section title lacks; `stack` holds the headings that are open.
    """
    text = block.shown.strip()
    plain = Text(text, block.spot)
    if not text:
        return
    dash = _DASH.match(text)
    if dash is not None:
        title, rest = run_in(text[dash.end() :])
        heading = Heading(None, title, block.spot, [], [], [], dash=True)
        if rest:
            heading.body = [Text(rest, block.spot)]
        yield heading, plain
        return
    number = number_of(text)
    if number is None and lacking is not None:
        title, rest = run_in(text)
        yield Heading(lacking, title, block.spot, [Text(rest, block.spot)] if rest else [], [], []), plain
        return
    if number is None:
        number = _glued(text, stack)
    if number is None:
        yield None, plain
        return
    title, rest = run_in(text[number.end :])
    heading = Heading(number, title, block.spot, [], [], [])
    if rest:
        heading.body = [Text(rest, block.spot)]
    yield heading, plain


def _glued(text: str, stack: Sequence[Heading]) -> Number | None:
    """Return a number that runs into the figure after it (13.8家), where 13 is the next one due."""
    match = _GLUED.match(text)
    if match is None:
        return None
    last = next(
        (h.number for h in reversed(stack) if h.number is not None and h.number.kind is Kind.ARABIC), None
    )
    if last is None or int(match["n"]) != last.value + 1:
        return None
    return Number(match[0], Kind.ARABIC, int(match["n"]), match.end())


def run_in(text: str) -> tuple[str, str]:
    """Part a run-in heading from the text after it: 循环经济。围绕… → (循环经济, 围绕…).

    A text without a sentence end is all title; a first sentence that is too long is none, and the
    title is then "" and everything is text. A bracket at the end (a responsibility) is never title.
    """
    text = text.strip()
    match = _SENTENCE_END.search(text)
    bracket = _BRACKET_TAIL.search(text)
    if match is None:
        if bracket is not None and bracket.start() > 0 and text[-1] in "）)〕]】":
            last = max(text.rfind(char) for char in "（(〔[【")
            if last > 0 and last == _opening(text):
                return text[:last].rstrip(), text[last:]
        if len(text) <= LONGEST_TITLE:
            return text, ""
        return "", text
    if match.start() > LONGEST_TITLE:
        return "", text
    title = text[: match.start()].strip()
    rest = text[match.end() :].strip()
    if match[0] in "：:" and len(title) > 20:
        return _sentence(text)
    return title, rest


def _sentence(text: str) -> tuple[str, str]:
    match = re.search(r"[。！？]", text)
    if match is None or match.start() > LONGEST_TITLE:
        return ("", text) if match is not None or len(text) > LONGEST_TITLE else (text, "")
    return text[: match.start()].strip(), text[match.end() :].strip()


def _opening(text: str) -> int:
    """Return where the bracket that closes at the end of the text opens."""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        if text[index] in "）)〕]】":
            depth += 1
        elif text[index] in "（(〔[【":
            depth -= 1
            if depth == 0:
                return index
    return -1


def _below(heading: Heading, above: Heading) -> bool:
    """Say whether `heading` is a part of `above` by the kinds of their numbers."""
    if above.dash:
        return False
    if heading.dash or heading.number is None:
        return True
    assert above.number is not None
    return heading.number.kind > above.number.kind


def _check(headings: Sequence[Heading]) -> Iterator[Irregularity]:
    """Yield the numbers that do not follow; a numbering that runs on through groups is regular."""
    last: dict[Kind, int] = {}

    def walk(siblings: Sequence[Heading]) -> Iterator[Irregularity]:
        before: int | None = None
        for heading in siblings:
            number = heading.number
            if number is not None and number.value:
                follows = (before or 0) + 1
                runs_on = last.get(number.kind, 0) + 1
                if number.value not in ({follows} if before is not None else {1, runs_on}):
                    yield Irregularity(
                        heading.spot, number.written, str(follows if before is not None else 1)
                    )
                before = number.value
                last[number.kind] = number.value
            yield from walk(heading.children)

    yield from walk(headings)
