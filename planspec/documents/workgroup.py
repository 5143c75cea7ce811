"""A paragraph that sets up a work group, to its parts: convenor, deputies, members, office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from planspec.phrase.unitlists import Known, split_units

_WORD: Final = re.compile(r"专班|领导小组|工作组|指挥部|协调组|联席会议|委员会|协调机制")
_SET_UP: Final = re.compile(r"(?:成立|建立|组建|设立|组成|召集人|组长|总指挥|成员单位|办公室设)")
_NAME: Final = re.compile(
    r"(?:成立|建立|组建|设立|组成)(?P<name>[^，,。；;]{2,40}?(?:专班|领导小组|工作组|指挥部|协调组|联席会议|委员会))"
)
_HEADED: Final = re.compile(
    r"^由.{2,20}?(?:任|担任|为)(?:第一)?(?:副?组长|总指挥|指挥长|召集人)(?:和.{2,12})?的"
)
"""Who heads the group, before its name."""
_HEADS: Final = (
    ("head", r"(?:第一)?(?:组长|总指挥|指挥长|总召集人)|第一召集人"),
    ("convenor", r"召集人|总调度|总牵头人|牵头领导"),
    ("deputies", r"(?:常务|[第笫]一)?副(?:组长|总指挥|指挥长|召集人|总调度)"),
)
_LED: Final = re.compile(r"由(?P<post>[^，。；：（）]{2,20}?)(?:负责)?总牵头(?!人)")
"""Who heads what has no posts: 由常务副县长总牵头，建立总专班."""
_OFFICE: Final = re.compile(
    r"(?:办公室|指挥中心（|调度中心（)(?:设|设立|设置)(?:在|于)?(?P<office>[^，,。；;（(）)]{2,20})"
)
_OFFICE_HEAD: Final = re.compile(
    r"由?(?P<name>[^，,。；;]{2,30}?)(?:同志)?(?:兼任|任|担任)(?:专班|领导小组)?办公室主任"
)
_MEMBERS: Final = re.compile(
    r"成员(?:单位(?:(?:由|包括|为|有|：)+|(?=[\u4e00-\u9fff]))|(?:由|包括|为|有|：)+)\s*(?P<list>[^。；;]+?)(?:等?(?:单位|部门)?(?:相关|分管)?(?:主要|有关)?(?:负责人|负责同志)?(?:组成|构成))?(?=[。；;]|，?(?:专班|领导小组)办公室|，办公室|$)"
)
_AS_MEMBERS: Final = re.compile(
    r"(?:^|[，,。；;])(?P<list>[^。；;]+?)(?:的?(?:主要|分管)?(?:负责人|负责同志))?为成员(?:单位)?"
)
_IS_POST: Final = re.compile(
    "(?!.*(?:(?<!主)任|为))[\u4e00-\u9fff、]{0,16}(?:书记|长|主任|常委|主席)(?:[\u4e00-\u9fff]{2,3})?"
)
_POST_TAIL: Final = re.compile(r"(?:的)?(?:主要|分管)?(?:负责人|负责同志|领导|主职)?(?:共同|分别)?$")
HEAD_OF: Final = re.compile(
    r"(?:的?(?:主要|分管)?(?:负责人|负责同志)|主任|局长|部长|行长|书记|院长|检察长|主席|支队长|大队长|总经理|董事长)$"
)
"""The post of who heads a unit, at the end of unit and post."""
_POST_ALONE: Final = re.compile("(?:主要|分管|常务|有关|相关)*副?(?:主任|局长|部长|负责人|负责同志)")
_WIDE: Final = str.maketrans(",;:()", "，；：（）")


def is_workgroup(text: str) -> bool:
    """Say whether a paragraph sets up a work group."""
    return _WORD.search(text) is not None and _SET_UP.search(text) is not None


def read_workgroup(text: str, known: Known) -> dict[str, Any]:
    """Return the work group's keys as the spec names them; empty where nothing can be read."""
    text = text.translate(_WIDE)
    group: dict[str, Any] = {}
    name = _NAME.search(text)
    if name is not None:
        group["name"] = _unquoted(_HEADED.sub("", name["name"]) or name["name"])
    for key, word in _HEADS:
        posts = _posts(text, word)
        if posts:
            names = [part for post in posts for part in _units_of(post, known)]
            group[key] = names[0] if len(names) == 1 and key != "deputies" else names
    if "head" not in group and (led := _LED.search(text)) is not None:
        group["head"] = led["post"]
    if "head" in group and "convenor" in group and "deputies" not in group and "召集人" not in text:
        second = group.pop("convenor")
        group["deputies"] = (
            second if isinstance(second, list) else [second]
        )  # 总指挥, 总调度: the second of two
    members, open_list = _members(text, known)
    if members:
        group["members"] = members
        if open_list:
            group["open"] = True
    office = _OFFICE.search(text)
    if office is not None:
        group["office"] = _unit_at_start(office["office"], known)
    head = _OFFICE_HEAD.search(text)
    if head is not None:
        group["office_head"] = head["name"]
    return group if set(group) - {"name"} else {}


def _unquoted(name: str) -> str:
    """Return a name without quotation marks around all of it."""
    return name[1:-1] if name[0] + name[-1] in ("“”", '""', "‘’") else name


def _posts(text: str, word: str) -> list[str]:
    """Return who holds a post: 由某某任召集人 / 召集人由某某担任 / 召集人：某某."""
    found = [
        match[1]
        for match in re.finditer(
            rf"(?:由|，|。|；|：|^)([^，。；：]{{2,60}}?)(?:同志)?(?:担任|兼任|任|为)(?:(?:工作)?专班|领导小组)?(?:{word})(?![\u4e00-\u9fff]*办公室)",
            text,
        )
    ]
    found += [
        match[1]
        for match in re.finditer(
            rf"(?<!副)(?:{word})(?:由|为|：)([^，。；]{{2,60}}?)(?:同志)?(?:担任|兼任|任)?(?=[，。；]|$)",
            text,
        )
        if not word.startswith("召集人") or text[max(0, match.start() - 1)] != "副"
    ]
    posts = [post.rpartition("由")[2].strip() or post for post in found]
    return [one for post in posts for one in (*_before(text, post), post)]


def _before(text: str, post: str) -> list[str]:
    """Return the posts that share one with this: 由书记，副书记、区长任总指挥."""
    at = text.find(post)
    start = max(text.rfind(mark, 0, at) for mark in "由。；：") + 1
    pieces: list[str] = []
    for piece in reversed([piece for piece in text[start:at].split("，") if piece]):
        if _IS_POST.fullmatch(piece) is None:
            break
        pieces.insert(0, piece)
    return pieces


def _units_of(post: str, known: Known) -> list[str]:
    """Return the units whose heads are meant (某局、某局主要负责人), else the post in words."""
    bare = _POST_TAIL.sub("", post)
    names, _ = split_units(bare, known)
    if bare != post and names and all(known(name) for name in names):
        return _with_posts(names)
    if "、" in post:
        pieces = [piece for piece in post.split("、") if piece]
        if all(known(_POST_TAIL.sub("", piece)) for piece in pieces):
            return [_POST_TAIL.sub("", piece) for piece in pieces]
    return [post]


def _with_posts(names: Iterable[str]) -> list[str]:
    """Put posts that stand alone to the one before: 某局党组书记、局长 is one person."""
    found: list[str] = []
    for name in names:
        if found and _POST_ALONE.fullmatch(name) is not None:
            found[-1] += f"、{name}"
        else:
            found.append(name)
    return found


def _members(text: str, known: Known) -> tuple[list[str], bool]:
    match = _MEMBERS.search(text) or _AS_MEMBERS.search(text)
    if match is None:
        return [], False
    listed = re.sub("等(?=所有|各|其他)", "、", match["list"].strip(" ，、"))
    pieces = [piece for piece in re.split("[、，]", listed) if _POST_ALONE.fullmatch(piece) is None]
    names, open_list = split_units("、".join(_unit_headed(piece, known) for piece in pieces), known)
    # Before 为成员 other clauses may stand: take the run of units at the end.
    if match.re is _AS_MEMBERS:
        kept: list[str] = []
        for name in reversed(names):
            if not known(name):
                break
            kept.append(name)
        names = tuple(reversed(kept))
    return list(names), open_list or listed.endswith("等")


def _unit_headed(piece: str, known: Known) -> str:
    """Return the unit whose head is meant: 县发改局局长 → 县发改局; the words themselves where none is."""
    unit = HEAD_OF.sub("", piece)
    return unit if known(unit) else piece


def _unit_at_start(text: str, known: Known) -> str:
    """Return the unit that a text begins with, else the text."""
    for end in range(len(text), 1, -1):
        if known(text[:end]):
            return text[:end]
    return text
