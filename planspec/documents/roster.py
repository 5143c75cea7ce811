"""A roster of a leading group (组长：某某  县长 …, a line a person) to its parts; posts are written before names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from planspec.documents.outline import Text
from planspec.documents.workgroup import HEAD_OF, read_workgroup
from planspec.phrase.unitlists import Known, split_units

_ROSTER: Final = re.compile(
    r"(?:领导小组|专班|指挥部|委员会|工作组|联席会议|协调组).{0,12}(?:名单|人员|成员|组成)|(?:组成人员|成员|人员)名单"
)
_LABEL: Final = re.compile(
    r"(?P<label>(?:第一|常务|执行)?\s*(?P<deputy>副)?\s*(?:组?\s*长|总?\s*指\s*挥\s*长?|召\s*集\s*人|主\s*任(?:委\s*员)?)|成\s*员)\s*[:：]\s*(?P<rest>.*)"
)
_FEWEST_LABELS: Final = 2
_PERSON: Final = re.compile(
    r"(?:关于)?(?:成立|调整|设立|建立|组建)?(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff])\s{1,}(?P<post>[\u4e00-\u9fff、（）()]{2,40})"
)
_POST: Final = re.compile(
    r"[\u4e00-\u9fff、（）()]*(?:长|书记|常委|主任|主席|局长|委员|经理|政委|调研员|负责人|负责同志)"
)
_NAME: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff“”\"]{2,30}(?:领导小组|专班|指挥部|委员会|工作组|联席会议|协调组))"
)


def is_roster(title: str) -> bool:
    """Say whether an annex of this title lists the people of a group."""
    return _ROSTER.search(title) is not None


def read_roster(title: str, texts: Iterable[Text], known: Known) -> tuple[dict[str, Any], list[Text]]:
    """Return the group, and the lines of which nothing was read."""
    group: dict[str, Any] = {}
    left: list[Text] = []
    key = ""
    for text in texts:
        match = _LABEL.fullmatch(text.text.strip())
        words = text.text.strip()
        if match is not None:
            key = _key(match)
            words = match["rest"].strip()
        person = _person(words) if key else ""
        if person and key == "members":
            person = _unit(person, words, known)
        if person:
            group.setdefault(key, []).append(person)
            continue
        if key == "members" and (units := _listed(words, known)):
            group.setdefault(key, []).extend(units)
            continue
        key = ""
        more = read_workgroup(text.text, known)
        for part, value in more.items():
            if part != "convenor":
                group.setdefault(part, value)
        if not more:
            left.append(text)
    name = _NAME.search(title)
    if group and name is not None:
        group.setdefault("name", name["name"])
    for post in ("head", "convenor"):
        if isinstance(group.get(post), list) and len(group[post]) == 1:
            group[post] = group[post][0]
    return group, left


def _key(match: re.Match[str]) -> str:
    label = re.sub(r"\s", "", match["label"])
    if label == "成员":
        return "members"
    if match["deputy"]:
        return "deputies"
    return "convenor" if label.endswith("召集人") else "head"


def is_listed(texts: Iterable[Text]) -> bool:
    """Say whether lines of a text list the people of a group: 组长：…, 副组长：…, 成员：…."""
    return sum(_LABEL.fullmatch(text.text.strip()) is not None for text in texts) >= _FEWEST_LABELS


def _listed(words: str, known: Known) -> list[str]:
    """Return the units of a line that lists them, with or without 主要负责同志; [] where one is nobody known."""
    pieces = [HEAD_OF.sub("", piece.strip()) for piece in re.split("[，,。；;]", words) if piece.strip()]
    units = [unit for piece in pieces for unit in split_units(piece, known)[0]]
    return units if len(units) > 1 and all(map(known, units)) else []


def _person(words: str) -> str:
    """Return post and name of a line: 王某某  县委常委 → 县委常委王某某; a post alone where the name is lost."""
    match = _PERSON.fullmatch(words)
    if match is not None and _POST.fullmatch(match["post"]) is not None:
        return match["post"] + re.sub(r"\s", "", match["name"])
    return words if _POST.fullmatch(words) is not None else ""


def _unit(person: str, words: str, known: Known) -> str:
    """Return the unit that a member heads: 李某某  县发改局局长 → 县发改局; the person where it heads none."""
    match = _PERSON.fullmatch(words)
    post = match["post"] if match is not None else words
    unit = HEAD_OF.sub("", post).removesuffix("党组").removesuffix("、")
    return unit if unit != post and known(unit) else person
