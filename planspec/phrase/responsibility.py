"""The grammar of responsibility phrases: who leads, who supports, and whether a lead was named at all.

Documents word one thing in many ways: 某局牵头，某局、某局等按职责分工负责 / 牵头单位：某局；配合单位：某局 /
某局、某局分别牵头 / 责任单位：某局、某局 / 某局负责. The phrase stands in brackets at the end of a paragraph, in the
middle of one that has several, or as a line of its own.

Which names are units is the registry's knowledge, so callers hand in a predicate `known`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

import msgspec

Known: TypeAlias = Callable[[str], bool]
"""Says whether a name is a unit (or a set of units, or a post) that somebody knows."""

_LONGEST: Final = 1200
"""A longer bracket is no responsibility phrase."""
_WIDE: Final = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "[": "（", "]": "）",
                              "〔": "（", "〕": "）", "【": "（", "】": "）", "\u3000": " "})  # fmt: skip
_OPEN: Final = "（(〔[【"
_CLOSE: Final = "）)〕]】"

_LABEL: Final = re.compile(
    r"(?P<first>第一)?(?:主要)?(?:"
    r"(?P<leader>(?:牵头|分管|责任|包保|联系|主管|挂帅|牵头责任)(?:市|县|区|州|省)?(?:领导|人|负责人))"
    r"|(?P<lead>(?:总?牵头|主办|主责|主要责任|负责)(?:责任)?(?:单位|部门|科室|处室|股室|司局)?)"
    r"|(?P<support>(?:配合|协办|协助|协同|参与|参加|联合)(?:责任)?(?:单位|部门|科室|处室|股室|司局))"
    r"|(?P<units>(?:责任|实施|落实|承办|主体|完成|工作)(?:责任)?(?:单位|部门|主体|科室|处室|股室|司局))"
    r"|(?P<by>(?:完成|办结|落实)?(?:时限|时间|期限))"
    r")\s*：\s*"
)
_HOW: Final = r"(?:(?:各?按|依|根据|结合)(?:照|据)?(?:各自|自身)?(?:工作)?(?:职责|职能|责任|任务)(?:职责)?(?:和?(?:任务)?分工)?)"
_DO: Final = (
    r"(?:具体)?(?:抓好|做好)?(?:组织)?(?:负责|落实|实施|推进|办理|承办|完成|执行)(?:到位|落实|实施|工作)?"
)
_LEADS: Final = re.compile(
    r"(?:由)?(?P<list>.+?)(?P<how>"
    + _HOW
    + r"?)(?P<each>分别|各自)?(?:共同|联合|统筹|具体|总|双)?牵头(?:抓总|总抓)?"
    r"(?P<more>.*)"
)
_SUPPORTS: Final = re.compile(
    r"(?P<list>.+?)(?:"
    + _HOW
    + r")?(?:共同|积极|密切|协同|具体)?(?:配合|协助|协同|参与|协办)(?:"
    + _DO
    + r")?(?:牵头单位)?.{0,6}"
)
_DUTY: Final = re.compile(
    r"(?:由)?(?P<list>.+?)(?:" + _HOW + r"(?:" + _DO + r")?|(?:分别|共同|分工|分头|各自|协同)?" + _DO + r")"
)
_ET_CETERA: Final = re.compile(
    r"等(?:有关|相关|责任|[省市县区州]直)*(?:部门|单位|部门单位|部门和单位|单位和部门|成员单位)?$"
)
_ET_CETERA_AND: Final = re.compile(
    r"等(?:有关|相关|责任|[省市县区州]直)*(?:部门|单位)(?:单位)?(?:以及|和|及|、|，)"
)
"""等 in the middle of a list: 某局等县直部门和各乡镇."""
_MARK: Final = re.compile(r"牵头|负责|责任|配合|协助|协办|参与|主办|承办|落实|实施|时限")
_JOINTS: Final = ("以及", "及其", "和", "与", "及", "会同", "会")


class Responsibility(msgspec.Struct, frozen=True):
    """A responsibility phrase read.

    `units` are those that the phrase names without telling lead from support; `open` says that a list
    ends in 等, `separately` that several leads each lead a part (分别牵头); `start` and `end` are
    offsets in the text that was searched (brackets included).
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    leader: tuple[str, ...] = ()
    by: str = ""
    open: bool = False
    separately: bool = False
    start: int = 0
    end: int = 0

    @property
    def stated(self) -> bool:
        """Whether any unit is named."""
        return bool(self.lead or self.support or self.units)


def find_all(text: str, known: Known) -> list[Responsibility]:
    """Return the responsibility phrases of a paragraph in their order; empty when there is none.

    Brackets are searched wherever they stand; without brackets, a labelled phrase (责任单位：…) or a
    final sentence (由某局牵头，…) counts. What stands between two phrases belongs to the second.
    """
    found = []
    for start, end in _brackets(text):
        read = parse(text[start + 1 : end - 1], known)
        if read is not None:
            found.append(msgspec.structs.replace(read, start=start, end=end))
    if found:
        return found
    return [*_labelled(text, known)] or [*_last_sentence(text, known)]


def parse(text: str, known: Known) -> Responsibility | None:
    """Read one phrase without its brackets; None when it is none or names nobody that is known."""
    if len(text) > _LONGEST or _MARK.search(text) is None:
        return None
    reader = _Reader(known)
    return reader.read(text)


def split_units(text: str, known: Known) -> tuple[tuple[str, ...], bool]:
    """Return the names in a list of units, and whether it ends in 等.

    Names are parted by 、 ，； or spaces; by 和 与 及 where both sides are units; and names that ran
    together are parted where every piece is a known unit.
    """
    text = text.translate(_WIDE).strip(" 。，；、：")
    open_list = False
    cut = _ET_CETERA.search(text)
    if cut is not None and cut.start() > 0:
        open_list = True
        text = text[: cut.start()]
    text, middle = _ET_CETERA_AND.subn("、", text)
    open_list = open_list or middle > 0
    names: list[str] = []
    for piece in _pieces(text, "、，；\n"):
        names.extend(_part(piece, known))
    return tuple(name for name in names if name), open_list


class _Reader:
    """Collects the units of one phrase by what each clause says of them."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.lists: dict[str, list[str]] = {"lead": [], "support": [], "units": [], "leader": []}
        self.by = ""
        self.open = False
        self.separately = False

    def read(self, text: str) -> Responsibility | None:
        text = text.translate(_WIDE).strip(" 。；，")
        labels = [*_LABEL.finditer(text)]
        if labels:
            self.clauses(text[: labels[0].start()])
            for label, following in zip(labels, [*labels[1:], None], strict=True):
                end = following.start() if following is not None else len(text)
                self.labelled(label, text[label.end() : end])
        else:
            self.clauses(text)
        lead, units = self.lists["lead"], self.lists["units"]
        support = self.lists["support"]
        if lead and units:
            support, units = support + units, []
        result = Responsibility(
            tuple(lead), tuple(support), tuple(units), tuple(self.lists["leader"]), self.by, self.open,
            self.separately and len(lead) > 1,
        )  # fmt: skip
        named = (*result.lead, *result.support, *result.units)
        if not any(self.known(name) for name in named):
            return None
        return result

    def add(self, kind: str, text: str) -> None:
        names, open_list = split_units(text, self.known)
        self.lists[kind].extend(names)
        self.open = self.open or open_list

    def labelled(self, label: re.Match[str], text: str) -> None:
        text = text.strip(" 。；，、")
        kind = label.lastgroup or "units"
        if kind == "by":
            self.by = text
        elif kind == "leader":
            self.lists["leader"].extend(name for name in re.split("[、，；\\s]+", text) if name)
        else:
            listed, rest = _clause_after(text)
            self.add(kind, listed)
            if rest:
                self.clauses(rest)

    def clauses(self, text: str) -> None:
        """Read clauses parted by ， or ；; one that says no role belongs to the list of the next."""
        waiting = ""
        for clause in _pieces(text, "，；。"):
            joined = f"{waiting}、{clause}" if waiting else clause
            waiting = "" if self.clause(joined) else joined
        if waiting and any(self.lists.values()):
            kind = "support" if self.lists["lead"] else "units"
            if all(self.known(name) for name in split_units(waiting, self.known)[0]):
                self.add(kind, waiting)

    def clause(self, text: str) -> bool:
        text = text.strip()
        match = _LEADS.fullmatch(text)
        if match is not None:
            self.separately = self.separately or match["each"] is not None
            self.add("lead", match["list"])
            more = re.sub(rf"^(?:{_DO}|组织|指导|协调)+", "", match["more"]).strip(" 、")
            if more and not self.clause(more):
                names, _ = split_units(more, self.known)
                if names and all(self.known(name) for name in names):
                    self.add("support", more)
            return True
        match = _SUPPORTS.fullmatch(text)
        if match is not None:
            self.add("support", match["list"])
            return True
        match = _DUTY.fullmatch(text)
        if match is not None:
            self.add("units", match["list"])
            return True
        return False


def _clause_after(text: str) -> tuple[str, str]:
    """Part a labelled list from a clause that follows it: 某局，某局配合 → 某局 / 某局配合."""
    parts = [*_pieces(text, "，；")]
    for index, part in enumerate(parts):
        if index and (_LEADS.fullmatch(part) or _SUPPORTS.fullmatch(part) or _DUTY.fullmatch(part)):
            return "、".join(parts[:index]), "，".join(parts[index:])
    if parts:
        last = parts[-1]
        for pattern in (_LEADS, _DUTY):
            match = pattern.fullmatch(last)
            if match is not None and pattern is _DUTY:
                return "、".join([*parts[:-1], match["list"]]), ""
    return text, ""


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost bracketed ranges, brackets included; an unclosed one ends with the text."""
    depth = 0
    start = 0
    for index, char in enumerate(text):
        if char in _OPEN:
            if depth == 0:
                start = index
            depth += 1
        elif char in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                yield start, index + 1
    if depth and len(text) - start <= _LONGEST:
        # The closing bracket was forgotten, or one too many was opened: try the last opening one.
        last = max(text.rfind(char) for char in _OPEN)
        yield last, len(text) + 1


def _labelled(text: str, known: Known) -> Iterator[Responsibility]:
    wide = text.translate(_WIDE)
    first = next(
        (m for m in _LABEL.finditer(wide) if m.start() == 0 or wide[m.start() - 1] in "。；，！ "), None
    )
    if first is None:
        return
    read = parse(wide[first.start() :], known)
    if read is not None:
        yield msgspec.structs.replace(read, start=first.start(), end=len(text))


def _last_sentence(text: str, known: Known) -> Iterator[Responsibility]:
    wide = text.translate(_WIDE)
    body = wide.rstrip(" 。")
    start = max(body.rfind("。"), body.rfind("；")) + 1
    sentence = body[start:].strip()
    if "牵头" not in sentence and not re.search(_HOW, sentence):
        return
    reader = _Reader(known)
    read = reader.read(sentence)
    if read is not None and read.stated:
        named = (*read.lead, *read.support, *read.units)
        if all(known(name) for name in named):  # running text: only where nothing is left over
            yield msgspec.structs.replace(read, start=start, end=len(text))


def _pieces(text: str, marks: str) -> Iterator[str]:
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


def _part(piece: str, known: Known) -> list[str]:
    """Part one piece of a list at 和 与 及, at spaces, or where names ran together; else return it whole."""
    tight = re.sub(r"\s+", "", piece)
    for joint in ("以及", "及"):  # never within a name, but a vague name may swallow the one before it
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
    return names if len(names) > 1 else []
