"""Lists of units as documents write them: names parted by 、 or by nothing at all, with 和 and 等."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

Known: TypeAlias = Callable[[str], bool]
"""Says whether a name is a unit (or a set of units, or a post) that somebody knows."""

WIDE: Final = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "[": "（", "]": "）",
                             "〔": "（", "〕": "）", "【": "（", "】": "）", "\u3000": " "})  # fmt: skip
_ET_CETERA: Final = re.compile(
    r"等(?:有关|相关|责任|[省市县区州]直)*(?:部门|单位|部门单位|部门和单位|单位和部门|成员单位)?$"
)
_ET_CETERA_AND: Final = re.compile(
    r"等(?:有关|相关|责任|[省市县区州]直)*(?:部门|单位)(?:单位)?(?:以及|和|及|、|，)|等(?:以及|和|及)(?=各|有关|相关)"
)
"""等 in the middle of a list: 某局等县直部门和各乡镇."""
_OF_PLACES: Final = re.compile("(?:各|有关|相关)+(?:设区的)?[省市州盟县区旗乡镇](?:（.{1,8}）)?")
"""How a set of places begins that may have 、 within its name: 各市、州人民政府."""
_MOST_PLACES: Final = 4
_JOINTS: Final = ("以及", "及其", "和", "与", "及", "会同", "会")


def split_units(text: str, known: Known) -> tuple[tuple[str, ...], bool]:
    """Return the names in a list of units, and whether it ends in 等.

    Names are parted by 、 ，； or spaces; by 和 与 及 where both sides are units; and names that ran
    together are parted where every piece is a known unit.
    """
    text = text.translate(WIDE).strip(" 。，；、：")
    open_list = False
    cut = _ET_CETERA.search(text)
    if cut is not None and cut.start() > 0:
        open_list = True
        text = text[: cut.start()]
    text, middle = _ET_CETERA_AND.subn("、", text)
    open_list = open_list or middle > 0
    names: list[str] = []
    for piece in _with_sets_whole([*pieces(text, "、，；\n")], known):
        if piece.endswith("等") and known(piece[:-1]):
            piece, open_list = piece[:-1], True
        names.extend(_part(piece, known))
    return tuple(name for name in names if name), open_list


def pieces(text: str, marks: str) -> Iterator[str]:
    """Part the text at any of the marks that stands outside brackets."""
    depth = 0
    start = 0
    for index, char in enumerate(text):
        if char == "（":
            depth += 1
        elif char == "）":
            depth = max(0, depth - 1)
        elif depth == 0 and char in marks:
            if text[start:index].strip():
                yield text[start:index].strip()
            start = index + 1
    if text[start:].strip():
        yield text[start:].strip()


def _with_sets_whole(found: Sequence[str], known: Known) -> Iterator[str]:
    """Yield the pieces of a list, the name of a set of places as one: 各市、州人民政府."""
    index = 0
    while index < len(found):
        size = 1
        if _OF_PLACES.fullmatch(found[index]):
            size = next(
                (
                    more
                    for more in range(min(_MOST_PLACES, len(found) - index), 1, -1)
                    if known("、".join(found[index : index + more]))
                ),
                1,
            )
        yield "、".join(found[index : index + size])
        index += size


def _part(piece: str, known: Known) -> list[str]:
    """Part one piece of a list at 和 与 及, at spaces, or where names ran together; else return it whole."""
    tight = re.sub(r"\s+", "", piece)
    # Never within a name, but a vague name may swallow the one before it.
    for joint in ("以及", "及", "会同"):
        left, found, right = tight.partition(joint)
        if found and known(left) and known(right):
            return [left, right]
    if known(piece):
        return [piece]
    if " " in piece:
        words = piece.split()
        if all(known(word) for word in words):
            return words
        if known(tight):
            return [piece]
    for joint in _JOINTS:
        at = tight.find(joint)
        while at > 0:
            left, right = tight[:at], tight[at + len(joint) :]
            if right and known(left) and (known(right) or len(_part(right, known)) > 1):
                return [left, *_part(right, known)]
            at = tight.find(joint, at + 1)
    run = _run_together(tight, known)
    return run or [piece]


def _run_together(text: str, known: Known) -> list[str]:
    """Return the known names that make up the text without a mark between, the longest first; else []."""
    if len(text) > 80:
        return []
    best: dict[int, list[str]] = {len(text): []}
    for start in range(len(text) - 3, -1, -1):
        for end in range(len(text), start + 2, -1):
            if end in best and end - start <= 30 and known(text[start:end]):
                best[start] = [text[start:end], *best[end]]
                break
    names = best.get(0, [])
    if names[:1] == ["国务院"]:  # 国务院扶贫办 is one body
        return []
    return names if len(names) > 1 else []
