"""Names of indicators: cleaned, parted where several share a value, completed where a part was left out."""

from __future__ import annotations

import re
from typing import Final

from planspec.documents.running.clauses import MASK
from planspec.documents.running.vocabulary import MEASURE, OWN_PLACE, TIME
from planspec.registry import Registry

LONGEST: Final = 36
"""Characters; what is longer is a clause, not a name."""
_LONGEST_NOTE: Final = 12
_SHORTEST_LAST: Final = 5
_SHORTEST_ITEM: Final = 4

_NOTE: Final = re.compile(rf"[（(][^（）()]{{{_LONGEST_NOTE + 1},}}[）)]")
_FRONT: Final = re.compile(
    rf"(?:\s|全(?=园区|行业|系统|领域)|[-—、，,：:的*]|(?:[及或]|并(?!网|购|联|轨))(?=.{{2}})|将(?!军)|为(?=.{{3}})|{OWN_PLACE}(?=.{{2}})|各[类级项](?=.{{2}})|一批|其中|等"
    rf"|每年|全年|共(?!同|享|建|有)|对(?![症外非口美欧日韩俄港台澳标])|{TIME})++"
)
_INSIDE: Final = re.compile(r"(?<=.{2})(?:年内|全年|今年)(?=.{2})")
_BACK: Final = re.compile(
    r"(?:(?<=.{2})(?:逐步|稳步|持续)?(?:提高|提升|增长|降低|下降)并|\s|[-—、，,：:的等]|(?<=.{2})(?:分别|各自|均|共|总计|合计|共计"
    r"|累计|约|力争|确保|实现|继续|同比|全年|年内|也|都|要|应|须|可|将|平均))++$"
)
_NO_NAME: Final = re.compile(
    "^(?:落实|贯彻|执行|按照|根据|围绕|聚焦|通过|形成|坚持|关于)|成为"
    "|^应.尽.$|^(?:分别|各自|全部|一律)$|(?:[一二三四五六七八九十0-9]个|[并以使按等或的和与及对在从把将为要须]|(?<![投使应利启通商专民军])用)$"
)
_DONE_BEFORE: Final = re.compile("^已经?[一-龥]{2,8}的(?=.{4})")
"""What was done to it before is no part of a name: 已排查出来的问题隐患."""
_BASELINE: Final = re.compile(r"(?:从|由)?(?:不低于|不少于)?[0-9][0-9.]*+[万亿%元/年月人·个百分点]*+$")
_WORD: Final = re.compile(r"[一-龥A-Za-z]")
_PAIRED: Final = ("“”", "‘’", "（）", "()", "《》", "「」")

_JOINT: Final = re.compile("以及|[、和及与]")
_COUNT_OF: Final = re.compile(r"等?[两二三四五六七八九十0-9]{1,3}[个大项类种](?P<noun>[一-龥]{0,6})$")
_AND_SO_ON: Final = re.compile(
    f"等(?:方面|领域|环节|各[类项]|综合)?(?P<noun>[一-龥]{{0,2}}?(?:{MEASURE})++)$"
)
_MEASURE_END: Final = re.compile(f"(?:{MEASURE})++$")
_ONLY_MEASURE: Final = re.compile(MEASURE)
_STANDS_ALONE: Final = ("增速", "增幅", "涨幅", "占比", "比重", "总投资")
"""Measures that any name can take."""
_HAVING: Final = re.compile("具备|具有|拥有|符合|满足|从事|面向|服务于?")
"""How an attribute begins: 具备甲、乙影响力的平台."""
_SHARE_OF: Final = re.compile("占(?!比|有)")
_INVESTED: Final = re.compile("(?:完成|年度|计划|总|当年|累计)*+投资")
_AFTER_SO_ON: Final = re.compile("等(?!级|次|待)(?:领域|方面|环节|行业)?(?:各[类项种]?)?")


# ---- one name ----


def clean(written: str) -> str:
    """Return a name without place, time, long notes and particles around it."""
    name = _NOTE.sub("", re.sub(r"\s+", "", written))
    front = _FRONT.match(name)
    name = _BACK.sub("", _INSIDE.sub("", name[front.end() :] if front is not None else name))
    return _balanced(_BASELINE.sub("", _DONE_BEFORE.sub("", name)))


def _balanced(name: str) -> str:
    """Drop a quotation mark or bracket whose partner is not in the name."""
    for opening, closing in _PAIRED:
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name.replace('"', "") if name.count('"') % 2 else name


def acceptable(name: str) -> bool:
    """Say whether it can be an indicator's name."""
    shortest = 4 if name[:1].isdigit() else 2
    return (
        shortest <= len(name) <= LONGEST and len(_WORD.findall(name)) >= 2 and _NO_NAME.search(name) is None
    )


def fitting(name: str) -> str:
    """Return a name that is too long from its last part on: 甲、乙和丙“三类人员”培训率 → 丙“三类人员”培训率."""
    if len(name) <= LONGEST:
        return name
    cut = max((match.end() for match in _JOINT.finditer(name)), default=0)
    last = clean(name[cut:])
    return last if len(last) >= _SHORTEST_LAST and _in_no_quote(name, cut) else name


def only_measure(name: str) -> bool:
    """Say whether a name is nothing but a measure: 人数, 面积."""
    return _ONLY_MEASURE.fullmatch(name) is not None


def generic(name: str) -> tuple[str, str]:
    """Part examples from the name that stands for them all: 甲节、乙节等主题活动 → 主题活动, 甲节、乙节等."""
    for match in _AFTER_SO_ON.finditer(name):
        if match.start() >= 2 and len(name) - match.end() >= 3 and _in_no_quote(name, match.start()):
            return name[match.end() :], name[: match.start() + 1]
    return name, ""


def shortened(name: str, longest: int) -> str:
    """Return a name without its long attributes: what stands behind the last 的."""
    if len(name) <= longest or "的" not in name:
        return name
    last = clean(name.rpartition("的")[2])
    return last if len(last) >= 3 else name


# ---- several names that share a value ----


def parted(name: str, registry: Registry, *, loosely: bool = True) -> list[str]:
    """Return the names that share a value: 旅游收入和接待游客; shared beginnings and ends are given to each.

    石化、食品、机械产值 are three names that end in 产值. A name that the registry knows is one. Unless
    `loosely`, a bare measure after 和 (规模和覆盖面) is no name of its own.
    """
    if _JOINT.search(name) is None:
        return [name]
    stem, tail = name, ""
    counted = _COUNT_OF.search(name) or _AND_SO_ON.search(name)
    if counted is not None and counted.start() > 2:
        stem, tail = name[: counted.start()], counted["noun"].removesuffix("指标")
    parts = _items(stem.rstrip("等"))
    if len(parts) < 2 or min(map(len, parts)) < 2:
        return [name]
    if _describes(parts, registry):
        return [name]
    if not loosely and "、" not in name and only_measure(parts[-1]):
        return [name]
    tail = tail or _shared_end(parts, registry)
    parts = [_with_tail(part, tail, registry) for part in parts]
    several = [parts[0], *(_with_head(part, parts[0], registry) for part in parts[1:])]
    several = _like_the_next(several)
    known = [registry.indicator(part) is not None for part in several]
    if not all(known) and registry.indicator(name) is not None:
        return [name]
    if "、" not in name and not all(
        one or _MEASURE_END.search(part) is not None or (tail and part.endswith(tail))
        for one, part in zip(known, several, strict=True)
    ):
        return [name]
    return several


def _describes(parts: list[str], registry: Registry) -> bool:
    """Say whether the first item is only the beginning of an attribute: 研究与试验支出占收入比重, 行业、区域影响力的平台."""
    first, last = parts[0], parts[-1]
    if _MEASURE_END.search(first) is not None or registry.indicator(first) is not None:
        return False
    share = _SHARE_OF.search(last)
    return (share is not None and _MEASURE_END.search(last[: share.start()]) is not None) or (
        "的" in last and _HAVING.match(first) is not None
    )


def _like_the_next(parts: list[str]) -> list[str]:
    """Give 甲项目 the measure of 乙项目投资 that follows it."""
    found = list(parts)
    for at in range(len(parts) - 2, -1, -1):
        part, following = found[at], found[at + 1]
        end = _MEASURE_END.search(following)
        if end is not None and len(part) >= 4 and following[: end.start()].endswith(part[-2:]):
            found[at] = part + end[0]
    return found


def enumerated(name: str) -> list[str]:
    """Part 甲项目、乙项目和丙项目 into its items; 恢复和改善 is none."""
    *others, last = name.split("、")
    both = re.split("和|以及|及", last, maxsplit=1)
    return [*others, *(both if min(map(len, both)) >= _SHORTEST_ITEM else [last])]


def unmasked(text: str, plain: str, start: int, end: int) -> str:
    """Return a range of a text without what is masked in its plain text: brackets."""
    return "".join(char for char, kept in zip(text[start:end], plain[start:end], strict=True) if kept != MASK)


def _items(name: str) -> list[str]:
    """Part an enumeration at 、 and, in its last item, at 和及与, where these stand outside quotes."""
    marks = [match for match in _JOINT.finditer(name) if _in_no_quote(name, match.start())]
    final = max((match.start() for match in marks if match[0] == "、"), default=-1)
    parts = []
    start = 0
    for match in marks:
        if match[0] == "、" or match.start() > final:
            parts.append(name[start : match.start()])
            start = match.end()
    parts.append(name[start:])
    return [part for part in parts if part]


def _in_no_quote(name: str, at: int) -> bool:
    head = name[:at]
    return head.count('"') % 2 == 0 and all(
        head.count(opening) <= head.count(closing) for opening, closing in _PAIRED
    )


def _shared_end(parts: list[str], registry: Registry) -> str:
    """Return the end of the last name that the others share: the longest that makes the first a known indicator."""
    first, last = parts[0], parts[-1]
    for start in range(2, len(last) - 1):
        if registry.indicator(first + last[start:]) is not None:
            return last[start:]
    end = _MEASURE_END.search(last)
    if end is None or end.start() == 0:
        return ""
    if len(last) - len(first) - len(end[0]) >= 4 and _MEASURE_END.search(first) is None:
        return last[len(first) :]
    return last[-3:] if end[0] == "率" and len(last) > 3 else end[0]


def _with_tail(part: str, tail: str, registry: Registry) -> str:
    if not tail or part.endswith(tail) or _MEASURE_END.search(part) is not None:
        return part
    if registry.indicator(part) is not None and registry.indicator(part + tail) is None:
        return part
    return part + tail


def _with_head(part: str, first: str, registry: Registry) -> str:
    """Give a name the beginning of the first: 事故起数、死亡人数; 研发机构、研发活动; 审判率、结案率."""
    if only_measure(part):
        return completed(part, first, registry)
    if len(part) == 3 and part[-1] == first[-1] == "率" and len(first) >= 5:
        return first[:-3] + part
    if registry.indicator(part) is not None:
        return part
    repeated = first.find(part[:2])
    return first[:repeated] + part if 2 <= repeated < len(first) - 2 else part


def twofold(name: str) -> list[str]:
    """Return the two names that a word like 城乡 stands for where two values follow, else the name."""
    at = name.find("城乡")
    if at >= 0:
        rest = name[at + 2 :]
        return [name[:at] + ("城镇" if rest.startswith("居民") else "城市") + rest, name[:at] + "农村" + rest]
    for pair in ("存贷款", "进出口"):
        at = name.find(pair)
        if at >= 0:
            head, tail = name[:at], pair[2] + name[at + 3 :]
            return [head + pair[0] + tail, head + pair[1] + tail]
    return [name]


# ---- names completed from what stands before them ----


def completed(name: str, previous: str, registry: Registry) -> str:
    """Return a name that is only a measure with the beginning of the one before: 粮食播种面积 … 产量 → 粮食产量."""
    if not previous or not only_measure(name):
        return name
    for end in range(len(previous), 1, -1):
        if registry.indicator(previous[:end] + name) is not None:
            return previous[:end] + name
    if name in _STANDS_ALONE:
        return previous + name
    end_of_previous = _MEASURE_END.search(previous)
    if end_of_previous is not None and end_of_previous.start() > 1:
        return previous[: end_of_previous.start()] + name
    return name


def invested(name: str, previous: str) -> tuple[str, str]:
    """Return 某项目投资, 完成 for a bare 完成投资 after 某项目; else the name and ""."""
    if _INVESTED.fullmatch(name) is None or not previous.endswith(("项目", "工程")):
        return name, ""
    return previous + ("总投资" if "总" in name else "投资"), "完成" if "完成" in name else ""
