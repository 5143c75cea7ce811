"""The grammar of responsibility phrases: who leads, who supports, and whether a lead was named at all.

Documents word one thing in many ways: 某局牵头，某局、某局等按职责分工负责 / 牵头单位：某局；配合单位：某局 /
某局、某局分别牵头 / 责任单位：某局、某局 / 某局负责. The phrase stands in brackets at the end of a paragraph, in the
middle of one that has several, or as a line of its own.

Which names are units is the registry's knowledge, so callers hand in a predicate `known`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from planspec.phrase.dutywords import DO, DUTY, FIRST_LEADS, HOW, LABEL, LEADS, MARK, SUPPORTS, tells_when
from planspec.phrase.unitlists import WIDE, Known, pieces, split_units

_LONGEST: Final = 1200
"""A longer bracket is no responsibility phrase."""
_LONGEST_NAME: Final = 24
_SHORTEST_NAME: Final = 3
_INTERNAL: Final = re.compile(
    "[厅局委部办院]?[\u4e00-\u9fff]{2,14}(?:处|科|股|司)|[厅局委部办院][\u4e00-\u9fff]{2,14}(?:室|中心|办|队)"
)
"""A division within a body, which no registry knows: 厅就业促进处."""
_LAST_NAME: Final = re.compile(r"[、，,；;。：:\s由和]")
_PERSON: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4})\s+(?P<post>[\u4e00-\u9fff、]{0,24}(?:长|书记|常委|主任|主席|委员))"
)
_LIST_ENDS: Final = re.compile(r"。|[，；\s](?=[\u4e00-\u9fff]{2,8}：)")
"""Behind a labelled list: another sentence, or a label that is none of a responsibility (适用范围：)."""
_OPEN: Final = "（(〔[【"
_CLOSE: Final = "）)〕]】"


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
    first_leads: bool = False
    """It says that the first of a list leads (列首位的为牵头单位)."""
    start: int = 0
    end: int = 0

    @property
    def stated(self) -> bool:
        """Whether any unit is named."""
        return bool(self.lead or self.support or self.units)

    def first(self) -> Responsibility:
        """Return the same with the first of a list as its lead."""
        if self.lead or len(self.units) < 2:
            return self
        return msgspec.structs.replace(self, lead=self.units[:1], support=self.units[1:], units=())

    def joined(self, other: Responsibility) -> Responsibility:
        """Return what two phrases say of one task: 牵头单位：… and 责任单位：… on lines of their own."""
        lead, support = (*self.lead, *other.lead), (*self.support, *other.support)
        units = (*self.units, *other.units)
        if lead and units:
            support, units = (*support, *units), ()
        return Responsibility(
            lead, support, units, (*self.leader, *other.leader), self.by or other.by,
            self.open or other.open, self.separately or other.separately,
            self.first_leads or other.first_leads, self.start, other.end,
        )  # fmt: skip


def find_all(text: str, known: Known) -> list[Responsibility]:
    """Return the responsibility phrases of a paragraph in their order; empty when there is none.

    Brackets are searched wherever they stand; without brackets, a labelled phrase (责任单位：…) or a
    final sentence (由某局牵头，…) counts. What stands between two phrases belongs to the second.
    """
    found = []
    for start, end in _brackets(text):
        inside = text[start + 1 : end - 1]
        read = parse(inside, known)
        if read is None and _ends_statement(text, start, end, known):
            read = _bare(inside, known) or parse(inside, lambda name: _INTERNAL.fullmatch(name) is not None)
        if read is not None:
            found.append(msgspec.structs.replace(read, start=start, end=end))
    if found:
        return found
    return [*_labelled(text, known)] or [*_last_sentence(text, known)]


def parse(text: str, known: Known) -> Responsibility | None:
    """Read one phrase without its brackets; None when it is none or names nobody that is known."""
    if len(text) > _LONGEST or MARK.search(text.translate(WIDE)) is None:
        return None
    reader = _Reader(known)
    return reader.read(text)


class _Reader:
    """Collects the units of one phrase by what each clause says of them."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.lists: dict[str, list[str]] = {"lead": [], "support": [], "units": [], "leader": []}
        self.by = ""
        self.open = False
        self.separately = False
        self.first_leads = False

    def read(self, text: str) -> Responsibility | None:
        text, remarks = FIRST_LEADS.subn("", text.translate(WIDE).strip(" 。；，"))
        self.first_leads = remarks > 0
        labels = [*LABEL.finditer(text)]
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
            self.separately and len(lead) > 1, self.first_leads,
        )  # fmt: skip
        if labels and not result.stated:
            return result if result.leader or result.by else None
        named = (*result.lead, *result.support, *result.units)
        if any(map(self.known, named)) or (labels and all(map(_may_be_unit, named))):
            return result.first() if self.first_leads else result
        return None

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
            self.lists["leader"].extend(_people(text))
        elif kind != "members" or self.lists["lead"]:
            kind = "support" if kind == "members" else kind
            listed, rest = _clause_after(_LIST_ENDS.split(text)[0])
            self.add(kind, listed)
            if rest:
                self.clauses(rest)

    def clauses(self, text: str) -> None:
        """Read clauses parted by ， or ；; one that says no role belongs to the list of the next."""
        waiting = ""
        for clause in pieces(text, "，；。"):
            if tells_when(clause):
                self.by = self.by or clause
                continue
            if clause.startswith("以下"):  # 以下均需某某落实: a remark on what follows
                continue
            joined = f"{waiting}、{clause}" if waiting else clause
            waiting = "" if self.clause(joined) else joined
        if waiting and any(self.lists.values()):
            kind = "support" if self.lists["lead"] else "units"
            if all(self.known(name) for name in split_units(waiting, self.known)[0]):
                self.add(kind, waiting)

    def clause(self, text: str) -> bool:
        text = text.strip()
        match = LEADS.fullmatch(text)
        if match is not None:
            self.separately = self.separately or match["each"] is not None
            # 甲局牵头，乙局、丙局按职责分工牵头负责: each of the others answers for its own part
            shared = bool(match["how"] and self.lists["lead"]) and match["each"] is None
            self.add("support" if shared else "lead", match["list"])
            more = re.sub(rf"^(?:{DO}|组织|指导|协调)+", "", match["more"]).strip(" 、")
            if more and not self.clause(more):
                names, _ = split_units(more, self.known)
                if names and all(self.known(name) for name in names):
                    self.add("support", more)
            return True
        match = SUPPORTS.fullmatch(text)
        if match is not None:
            self.add("support", match["list"])
            return True
        match = DUTY.fullmatch(text)
        if match is not None:
            self.add("units", match["list"])
            return True
        return False


def _people(text: str) -> list[str]:
    """Return the persons of a list; a post behind a name stands before it: 某某  副县长 → 副县长某某."""
    whole = _PERSON.fullmatch(text.strip())
    if whole is not None:
        return [whole["post"] + whole["name"]]
    return [name for name in re.split("[、，；\\s]+", text) if name]


def _may_be_unit(name: str) -> bool:
    """Say whether a stranger behind a label (责任单位：…) can be a unit."""
    return _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and re.search(r"[0-9。：；“”《》]", name) is None


def _ends_statement(text: str, start: int, end: int, known: Known) -> bool:
    """Say whether a bracket stands where responsibilities do: after a sentence, or at the end of the text.

    A bracket behind a unit's name is a second name of that unit: 市住建局(市人防办).
    """
    before, after = text[:start].rstrip(), text[end:].strip("。；; ")
    if before and before[-1] not in "。；;！" and after:
        return False
    return bool(before or not after) and not known(_LAST_NAME.split(before)[-1])


def _bare(text: str, known: Known) -> Responsibility | None:
    """Read a bracket that holds nothing but units (and a deadline): （某厅、某厅，各市人民政府）."""
    plain, remarks = FIRST_LEADS.subn("", text.translate(WIDE).strip(" 。；，"))
    clauses = [*pieces(plain, "，；。")]
    by = next(filter(tells_when, clauses), "")
    names, open_list = split_units("、".join(one for one in clauses if not tells_when(one)), known)
    if not names or not all(map(known, names)) or (len(names) == 1 and len(names[0]) <= _SHORTEST_NAME):
        return None
    read = Responsibility(units=names, by=by, open=open_list, first_leads=remarks > 0)
    return read.first() if remarks else read


def _clause_after(text: str) -> tuple[str, str]:
    """Part a labelled list from a clause that follows it: 某局，某局配合 → 某局 / 某局配合."""
    parts = [*pieces(text, "，；")]
    for index, part in enumerate(parts):
        if index and (LEADS.fullmatch(part) or SUPPORTS.fullmatch(part) or DUTY.fullmatch(part)):
            return "、".join(parts[:index]), "，".join(parts[index:])
    if parts:
        last = parts[-1]
        for pattern in (LEADS, DUTY):
            match = pattern.fullmatch(last)
            if match is not None and pattern is DUTY:
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
    wide = text.translate(WIDE)
    first = next(
        (
            m
            for m in LABEL.finditer(wide)
            if m.lastgroup != "members" and (m.start() == 0 or wide[m.start() - 1] in "。；，！ ")
        ),
        None,
    )
    if first is None:
        return
    read = parse(wide[first.start() :], known)
    if read is not None:
        yield msgspec.structs.replace(read, start=first.start(), end=len(text))


def _last_sentence(text: str, known: Known) -> Iterator[Responsibility]:
    wide = text.translate(WIDE)
    body = wide.rstrip(" 。")
    start = max(body.rfind("。"), body.rfind("；")) + 1
    sentence = body[start:].strip()
    if "牵头" not in sentence and not re.search(HOW, sentence):
        return
    reader = _Reader(known)
    read = reader.read(sentence)
    if read is not None and read.stated:
        named = (*read.lead, *read.support, *read.units)
        if all(known(name) for name in named):  # running text: only where nothing is left over
            yield msgspec.structs.replace(read, start=start, end=len(text))
