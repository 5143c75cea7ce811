"""Rows of a table to items of the spec: rows of a breakdown, or tasks where the table is all there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import msgspec

from planspec import phrase as phrases
from planspec.documents.columns import Holds
from planspec.documents.numbering import number_of
from planspec.documents.outline import Text
from planspec.documents.tables import TableRead, TableRow, short_name

Data: TypeAlias = "dict[str, Any]"
Targets: TypeAlias = Callable[[Sequence[Text], str], Data]
"""Reads the targets of running text; the title names values that have no name of their own."""

LONGEST_TITLE: Final = 18
"""Characters of a row's own words that stand for its title where it has no name."""
_VERB: Final = re.compile(
    r"(?:新增|新建|培育|改造|建设|完成|引进|创建|净增|打造|建成|认定|组建|新改建|新改扩建|改扩建|提质改造|修建|争取|举办|开展|实施|发放|帮扶|救助)(?=.{2})"
)
_GROWTH: Final = re.compile(r"(?P<name>.{2,}?)(?P<verb>(?:同比|年均)?(?:增长|增速|增幅|下降))(?:率|速度)?")
_ASIDE: Final = re.compile(r"[（(](?P<inside>[^（）()]{4,})[）)]$")
"""What a figure is made of, behind it: 210人(集中托养20人，居家托养190人)."""
_NUMBER_FIRST: Final = re.compile(r"(?P<compare>[≥≤><＞＜]?)\s*(?P<figure>\d[\d.,，]*)\s*(?P<rest>\D*)")
_SIGNS: Final = {"≥": "不少于", "＞": "超过", ">": "超过", "≤": "控制在", "<": "低于", "＜": "低于"}


class BuiltRow(msgspec.Struct, frozen=True):
    """A row as the spec has it, and the words by which the task that it restates can be found."""

    item: Data
    text: str
    groups: tuple[str, ...] = ()


def build(reads: Sequence[tuple[TableRead, str]], place: str, targets: Targets) -> list[BuiltRow]:
    """Return the rows of tables as items; `place` is the tables' locator, each table comes with the group it is."""
    groups = [
        (row, [group, *row.group] if group else row.group) for read, group in reads for row in read.rows
    ]
    restarts = _restarts(groups)
    built = []
    for row, group in groups:
        item: Data = {}
        if row.no:
            item["no"] = _half(row.no)
        found = _targets(row, targets)
        item["title"] = row_title(row, found)
        if group:
            item["group"] = "/".join(group)
        if not row.repeats:
            _state(item, row)
        else:
            item["note"] = "各格与上一行合并"
        if found:
            item["targets"] = found
        steps = [place]
        if restarts and group:
            steps.append(step_of_groups(group))
        item["source"] = "/".join([*steps, _half(row.step)])
        words = [*group, *row.names, *(text.text for text in row.contents)]
        built.append(BuiltRow(item, "\n".join(words), tuple(group)))
    return built


def as_section(rows: Sequence[BuiltRow], heading: str, place: str, identify: Callable[[str], str]) -> Data:
    """Return rows as the tasks of a section, their groups as its sections: where a table is all there is."""
    section: Data = {"heading": heading, "source": place}
    for row in rows:
        at = section
        for group in row.groups:
            below = at.setdefault("sections", [])
            number = number_of(group)
            title = group[number.end :] if number is not None and number.end < len(group) else group
            if not below or below[-1]["heading"] != title:
                step = step_of_groups([group])
                named: Data = {"no": _half(number.bare)} if number is not None else {}
                below.append({**named, "heading": title, "source": f"{at['source']}/{step}"})
            at = below[-1]
        task = {key: value for key, value in row.item.items() if key != "group"}
        at.setdefault("tasks", []).append({"id": identify(row.item["source"]), **task})
    return section


def indicators(read: TableRead) -> Data | None:
    """Return the targets of a table that lays down indicators and nobody's task; None where it is another table."""
    if read.with_units or not any(one is not None and one.holds is Holds.TARGET for one in read.columns):
        return None
    targets: Data = {}
    for row in read.rows:
        name, value = _stated(row)
        if name:
            targets[name] = value
    return targets if targets and len(targets) * 2 > len(read.rows) else None


def _state(item: Data, row: TableRow) -> None:
    who = row.who
    for key, names in (
        ("lead", who.lead),
        ("support", who.support),
        ("units", who.units),
        ("leader", who.leader),
    ):
        if names:
            item[key] = names[0] if len(names) == 1 else list(names)
    if who.open:
        item["open"] = True
    if row.by:
        item["by"] = row.by
    notes = [*(["分别牵头"] if who.separately else []), *row.notes]
    if notes:
        item["note"] = "；".join(notes)


def _targets(row: TableRow, targets: Targets) -> Data:
    if row.repeats:
        return {}
    name, value = _stated(row)
    found: Data = {name: value} if name else {}
    if name and (aside := _ASIDE.search(row.contents[0].text)) is not None:
        parts = targets([Text(aside["inside"].replace("/", "，"), row.contents[0].spot)], "")
        found.update({key: part for key, part in parts.items() if key != name})
    if not found:
        texts = row.contents or [Text(name, row.spot) for name in row.names]
        found.update(targets(texts, row.names[-1] if row.names else ""))
    for name, figure in row.figures:
        found.setdefault(name, figure)
    return found


def _stated(row: TableRow) -> tuple[str, str]:
    """Return the indicator and its value where a row gives each in a cell of its own; ("", "") otherwise."""
    if not row.names or len(row.contents) != 1:
        return "", ""
    name, value = row.names[-1], row.contents[0].text.strip().rstrip("。；;")
    if value[:1].isdigit():
        value = _ASIDE.sub("", value)
    if row.measure and (match := _NUMBER_FIRST.fullmatch(value)) is not None and row.measure not in value:
        value = _SIGNS.get(match["compare"], "") + match["figure"] + row.measure + match["rest"].strip()
    if len(value) > 40 or not any(char.isdigit() for char in value) or phrases.parse(value) is None:
        return "", ""
    growth = _GROWTH.fullmatch(name)
    if growth is not None and value[0].isdigit() and ("%" in value or "％" in value):
        grown = growth["verb"].replace("增速", "增长").replace("增幅", "增长") + value
        if phrases.parse(grown) is not None:
            return growth["name"], grown
    verb = _VERB.match(name)
    if verb is not None and value[0].isdigit() and phrases.parse(verb[0] + value) is not None:
        return name[verb.end() :], verb[0] + value
    return name, value


def row_title(row: TableRow, targets: Data) -> str:
    """Return what a row is about: its own name, a first sentence that is a heading, an indicator, or first words."""
    if row.names:
        name = row.names[-1]
        first = next(iter(targets), "")
        if not row.contents and first and len(first) >= 4 and name.startswith(first):
            return first
        return name
    for text in row.contents:
        if title := short_name(text.text):
            return title
    words = "".join(text.text for text in row.contents[:1]).strip()
    first = next(iter(targets), "")
    if first and 4 <= len(first) <= 24 and first in re.split(r"[，,；;。]", words)[0]:
        return first
    head = re.split(r"[，,。；;：:（(\n]", re.sub(r"^\s*(?:\d{1,2}[、.．]|[（(]\d+[）)])\s*", "", words))[0]
    head = re.sub(r"^20\d\d年[，,]?", "", head)
    return head[:LONGEST_TITLE] or (row.group[-1] if row.group else "") or row.no or "（无标题）"


def _restarts(rows: Sequence[tuple[TableRow, Sequence[str]]]) -> bool:
    """Say whether the numbers begin anew in a further group."""
    steps: dict[str, str] = {}
    return any(
        steps.setdefault(row.no, step_of_groups(group)) != step_of_groups(group)
        for row, group in rows
        if row.no
    )


def step_of_groups(groups: Sequence[str]) -> str:
    """Return the number of the first group that has one, else the first group's words."""
    for group in groups:
        if (number := number_of(group)) is not None:
            return _half(number.bare)
    return groups[0][:12] if groups else ""


def _half(number: str) -> str:
    return number.replace("（", "(").replace("）", ")")
