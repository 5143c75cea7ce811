"""Which places there are and which stands above which: the codes of GB/T 2260.

The table is data/jurisdictions.csv, completed by data/jurisdictions-added.csv (data/README.md says where both
come from). It is read when the first question is asked, not on import.

A code tells its superior: 430522 新邵县 → 430500 邵阳市 → 430000 湖南省 → 000000 全国. The exceptions need no
list: a district of 北京, or a city such as 仙桃市 (429004) or 石河子市 (659001), has no prefecture in the
table, so its superior is the province.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from .levels import Level
from .tables import shipped

NATION_CODE: Final = "000000"

# Names in the code table that stand for a group of codes, not for a place.
_GROUPS: Final = ("市辖区", "直辖县级行政区划")

# The ethnic groups in the names of autonomous areas (GB/T 3304), without 族; 各 as in 龙胜各族自治县.
_PEOPLES: Final = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇"
    "|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安"
    "|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_AUTONOMOUS: Final = rf"(?P<short>.{{2,}}?)(?:(?:{_PEOPLES})族?)*族?自治[区州县旗]"
_ENDINGS: Final = ("特别行政区", "地区", "新区", "林区", "特区", *"省市县区旗盟州")


class Jurisdiction(NamedTuple):
    """A place with a government of its own."""

    code: str
    name: str
    level: Level
    short: str
    """The name less its level word (新邵, 湘西), or whole where one syllable would be left (道县)."""


def jurisdiction(code: str) -> Jurisdiction | None:
    """The place with this six-digit code, or None if there is none (000000 is the nation)."""
    return _made(code) if code in _names() else None


def superior(code: str) -> Jurisdiction | None:
    """The place directly above; None for the nation and for a code that no place has."""
    if code not in _names() or code == NATION_CODE:
        return None
    for above in (code[:4] + "00", code[:2] + "0000"):
        if above != code and above in _names():
            return _made(above)
    return _made(NATION_CODE)


def chain(code: str) -> tuple[Jurisdiction, ...]:
    """The place and all above it, from the place up to the nation; empty for a code that no place has."""
    places = []
    place = jurisdiction(code)
    while place is not None:
        places.append(place)
        place = superior(place.code)
    return tuple(places)


def subordinates(code: str) -> tuple[Jurisdiction, ...]:
    """The places directly below the place with this code, by code; the provinces for the nation."""
    return tuple(_made(below) for below in _below().get(code, ()))


def jurisdictions_named(name: str) -> tuple[Jurisdiction, ...]:
    """All places of this full or short name (新邵县, 新邵), by code: 鼓楼区 is four places."""
    return tuple(_made(code) for code in _codes().get(name, ()))


def short_name(name: str) -> str:
    """A place's name without its level word: 新邵县 → 新邵, 湘西土家族苗族自治州 → 湘西, 道县 → 道县."""
    if "自治" in name and (found := re.fullmatch(_AUTONOMOUS, name)):
        return found["short"]
    ending = next((e for e in _ENDINGS if name.endswith(e) and len(name) - len(e) >= 2), "")
    return name.removesuffix(ending)


@cache
def _names() -> dict[str, str]:
    names = {NATION_CODE: "全国"}
    for file in ("jurisdictions.csv", "jurisdictions-added.csv"):
        for row in shipped(file).splitlines()[1:]:
            code, name = row.split(",")[:2]
            if not name.endswith(_GROUPS):
                names[code] = name
    return dict(sorted(names.items()))


@cache
def _below() -> dict[str, tuple[str, ...]]:
    below: dict[str, list[str]] = {}
    for code in _names():
        above = superior(code)
        if above is not None:
            below.setdefault(above.code, []).append(code)
    return {code: tuple(places) for code, places in below.items()}


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, name in _names().items():
        for form in dict.fromkeys((name, short_name(name))):
            codes[form] = (*codes.get(form, ()), code)
    return codes


@cache
def _made(code: str) -> Jurisdiction:
    name = _names()[code]
    if code == NATION_CODE:
        level = Level.NATION
    elif code.endswith("0000"):
        level = Level.PROVINCE
    elif code.endswith("00"):
        level = Level.CITY
    else:
        level = Level.COUNTY
    return Jurisdiction(code, name, level, short_name(name))
