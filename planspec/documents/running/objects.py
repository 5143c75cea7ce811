"""A figure before its object: 打造3个商圈, 600家企业上云, 为200名儿童提供免费筛查, 企业100%使用平台."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from planspec.documents.running import context, names
from planspec.documents.running.clauses import MASK, Span
from planspec.documents.running.figures import Figure
from planspec.documents.running.openings import Opening
from planspec.documents.running.reading import Group, Reading, Source
from planspec.documents.running.subjects import LONGEST_SCOPE, VERBS, scope_in
from planspec.documents.running.values import BINDING, value_at
from planspec.documents.running.vocabulary import ADVERB, FIRM, OF_PEOPLE, OWN_PLACE, PERIOD, TIME, VERB

_EMPTY: Final = re.compile(rf"[\s,、;:{MASK}]*")
_MODIFIERS: Final = rf"(?:{FIRM}|{PERIOD}|{ADVERB}|{OWN_PLACE}|{TIME}){{0,5}}"
_MORE: Final = (
    r"(?:各|均|分别)?(?:不少于|不低于|不超过|超过|至少|约|近|超|达到|达|最多)?"
    r"(?:每(?:人|户|年|月|村|镇|乡镇|县|个[一-龥]{1,4})){0,2}"
)
_VERB_BEFORE: Final = re.compile(
    rf"{_MODIFIERS}(?P<floor>至少|最少)?(?P<verb>(?:{VERB}(?:[和与及或并、]?{VERB}){{0,2}})(?:了|成功)?)(?P<more>{_MORE})"
)
_NO_VERB_BEFORE: Final = re.compile(f"{_MODIFIERS}(?:至少|最少)?{_MORE}")
_BRINGS_ABOUT: Final = frozenset(("实现", "建成", "打造", "推出", "上线", "开通", "新增", "培育", "完成"))
"""Verbs after which examples may stand: 实现甲、乙等10个场景应用."""
_STAGES: Final = re.compile("(?<=项目|工程)的.*[、和及].*")
"""What is done of so many projects: 完成1个某某项目的资金落实、招标文件编制."""
_OBJECT_END: Final = re.compile(
    r"用于|进行|赴|[,;。:]|确保|力争|实现(?!率)|(?<=.{4})(?:实施|开展)(?=[^,;。]{2,24}(?:工程|行动)$)"
)
_NAMED_BY: Final = re.compile('(?<=应用|事项|服务|业务|场景)(?:[“"][^“”"]{2,12}[”"]){1,4}$')
"""Quotations behind an object that only say which way it goes: 10个场景应用“一网通办”."""
_PROBLEM: Final = re.compile("的?(?:困难)?问题$")
_DOES: Final = re.compile(
    "(?P<who>[^的赴参]{0,10}(?:企业|单位|机构|学校|人员))(?P<deed>(?:赴|参加|参与|参展|入驻).{2,})"
)
"""Who of so many does what: 2家企业赴境外参展 counts 赴境外参展企业."""
_KINDS: Final = frozenset(("种", "类"))
_SIZED: Final = re.compile(
    "(?:[年日][产处理供]{1,2}|总投资|投资|占地|产能|装机|规模|容量|面积|[长宽高])(?:约|近|超)?$"
)
"""Words before a figure that says how large an object is: 年产10万吨的项目."""
_OFFICE_WORK: Final = re.compile("(?:机制|制度|措施|会议|例会|调度会|专班|小组|精神)$")
"""What offices make for themselves is counted, but no target."""
_LED_BY_NOTHING: Final = re.compile(
    "[^,;:。]{0,10}(?:企业|项目|产品|学校|机构)[^,;:。]{0,6}"
    "(?:上云|上平台|上规|入规|上限|升规|上市|挂牌|入库|开工|竣工|投产|建成|投用|达产|落地)"
)
"""What a figure without any verb before it can count: 600家企业上云."""
_TO_BUILD: Final = re.compile("[^,;:。]{4,30}(?:建设|改造|整治|治理|维修|修缮|修复|提质|扩建)")
"""What the figure that a title begins with counts: 8家医疗机构门诊建设."""
_WORK: Final = re.compile(
    "(?:审批(?:工作)?|编制|建设|改造|治理|整治|提升|修复|清淤|整改|项目|工程|加固|扩建|清理|问题|困难)$"
)
"""How an object ends that a place may stand before: 完成中心城区5条道路改造."""

_DONE_TO: Final = re.compile(
    rf"(?:{FIRM}|{PERIOD})?(?:对|为|给|帮助|免费为)(?:{OWN_PLACE})?[^,;:0-9]{{0,12}}?(?P<bound>约|近|超过|超|不少于|至少)?"
)
_DEED: Final = re.compile("(?:免费|分别|逐一|集中)?(?:进行|提供|开展|实施|发放|落实)")
_EQUIPPED: Final = re.compile(
    "(?:免费|统一|全部)?(?P<verb>配备|配置|安装|加装|建设|设置|设立|布设|开展|推广|试行|试点|实施)(?P<what>.{2,30})"
)
_IN_PLACES: Final = re.compile(
    rf"(?:{FIRM}|{PERIOD})?(?:在|于|对|给|为)(?:{OWN_PLACE})?[^,;:0-9]{{0,8}}?(?:不少于|至少|约|近|超过|超)?"
)
_DONE_BY: Final = re.compile(
    "(?P<verb>(?:全部)?(?:按期|限期|按时)?(?:完成|建立落实|建立|落实|使用|覆盖|配备|安装|纳入|做到|推行|执行|实行|接入|承接"
    "|实现|公开|上线|签订|办理))(?P<rest>.*)"
)
"""What a hundred per cent of something do."""


_SECTOR: Final = re.compile("(?P<sector>[一-龥]{2,4})(?:行业|领域|系统)(?=.{4})")
"""A sector before a deed, where those who do it are named after it as well."""
_AT_RATE: Final = re.compile("(?P<who>[^,;:。]{0,20}?)(?P<by>按照?(?:不低于)?[^,;:。0-9]{2,14}的)")
_SET_ASIDE: Final = re.compile(
    "(?:的?(?:比例|标准))?(?P<deed>(?:动态)?(?:准备|储备|配备|安排|提取|计提|预留))(?P<what>[^,;:。]{2,24})"
)


_FOR_EACH: Final = ("", "人均", "每人", "户均", "每户", "每名", "每次")


class _Left(NamedTuple):
    """What stands before a figure with an object."""

    verb: str
    more: str = ""
    """Words between verb and figure that belong to the value: 不少于, 每户."""
    name: str = ""
    """The beginning of the name: 中心城区 in 完成中心城区5条道路改造."""
    scope: str = ""


def fronted(source: Source, group: Group, opening: Opening, before: Reading | None) -> Reading | None:
    """Read a group whose figure stands before its object; `before` is the reading before it."""
    for figure in group.figures:
        if figure.unit.name in _KINDS or "/" in figure.unit.dimension or figure.start < opening.end:
            continue  # 5种, 100万吨/年: they only describe
        if _SIZED.search(source.plain, opening.end, figure.start) is not None:
            continue
        reading = (
            _set_aside(source, figure, opening, group)
            or _done_to(source, figure, opening, group)
            or _done_in(source, figure, opening, group)
            or _done_by(source, figure, opening, group)
            or _made(source, figure, opening, group, before)
        )
        if reading is not None:
            reading.part, reading.figure = opening.part, figure
            return reading
    return None


def _made(
    source: Source, figure: Figure, opening: Opening, group: Group, before: Reading | None
) -> Reading | None:
    """Read 打造3个商圈."""
    left = _left(source, figure, opening, group, before)
    if left is None:
        return None
    if left.verb in OF_PEOPLE:
        left = left._replace(name=left.verb, verb="")
    start, end = figure.end, group.end
    stop = _OBJECT_END.search(source.plain, start, end)
    if stop is not None and stop[0] == "用于":
        start = stop.end()
    elif stop is not None and stop.start() - start >= (4 if stop[0] == "赴" else 2):
        end = stop.start()
    written = source.text[start:end]
    if left.verb == "解决":
        written = _PROBLEM.sub("", written)
    whole = written[1:] if written.startswith("的") else left.name + written
    name = names.shortened(_STAGES.sub("", names.clean(_NAMED_BY.sub("", whole))), LONGEST_SCOPE)
    name = _DOES.sub(r"\g<deed>\g<who>", name) if _DOES.fullmatch(name) else name
    if len(name) > 6:
        name = name.removesuffix("工作").removesuffix("落户")
    if not names.acceptable(name) or _OFFICE_WORK.search(name) is not None:
        return None
    value = opening.prefix + left.verb + left.more + source.slice(figure.start, figure.end)
    span = Span(figure.start, figure.end)
    return Reading(name, [value], [span], scope=left.scope, verb=left.verb, front=True)


def _left(
    source: Source, figure: Figure, opening: Opening, group: Group, before: Reading | None
) -> _Left | None:
    """Return what stands before a figure with an object, None if it cannot stand there."""
    plain = source.plain
    match = _VERB_BEFORE.fullmatch(plain, opening.end, figure.start)
    if match is not None:
        return _Left((match["floor"] or "") + match["verb"], match["more"])
    if _NO_VERB_BEFORE.fullmatch(plain, opening.end, figure.start) is not None:
        if opening.driver:
            return _Left(opening.driver, plain[opening.end : figure.start])
        if before is not None and before.front and _EMPTY.fullmatch(plain, opening.end, figure.start):
            return _Left(before.verb)
        if _LED_BY_NOTHING.fullmatch(plain, figure.end, group.end):
            return _Left("")
        ahead = plain[: opening.end].strip()
        alone = (not ahead or ahead.endswith(":")) and not plain[group.end :].strip("。; ")
        return _Left("") if alone and _TO_BUILD.fullmatch(plain, figure.end, group.end) else None
    value = value_at(plain, opening.end, figure)
    if value.made:
        head, _, more = plain[value.start : figure.start].partition(value.verb)
        return _Left(head + value.verb, more, scope=scope_in(source, Span(opening.end, value.start)))
    match = VERBS.match(plain, opening.end, value.start)
    more = plain[value.start : figure.start]
    if match is not None or opening.driver in _BRINGS_ABOUT:
        listed = source.text[opening.end if match is None else match.end() : value.start]
        verb = opening.driver if match is None else match["verb"]
        if verb in _BRINGS_ABOUT and listed.endswith("等") and "、" in listed:
            return _Left(verb, more)
    if match is not None and value.binds and _WORK.search(plain, figure.end, group.end):
        between = source.text[match.end() : value.start]
        if between.endswith(("等", "、")):
            return _Left(match["verb"], more)
        if 2 <= len(between) <= 20 and "、" not in between:
            return _Left(match["verb"], more, between)
    if value.verb in BINDING and not value.linked and figure.unit.dimension in ("count", "persons"):
        return _Left("", more, source.text[opening.end : value.start])
    return None


def _done_to(source: Source, figure: Figure, opening: Opening, group: Group) -> Reading | None:
    """Read 对5公里河道进行清淤, 为200名儿童提供免费筛查."""
    before = _DONE_TO.fullmatch(source.plain, opening.end, figure.start)
    deed = _DEED.search(source.plain, figure.end, group.end)
    if before is None or deed is None:
        return None
    later = next((one for one in group.figures if one.start > deed.end()), None)
    if later is not None and source.plain.startswith("的", later.end):
        return _provided(source, deed.end(), later, opening, group)
    what = source.text[deed.end() : group.end]
    name = names.clean(source.text[figure.end : deed.start()] + what)
    if deed.start() == figure.end:  # 为2000户4500人发放补贴
        name = names.clean(deed[0] + what) if deed[0] not in ("进行", "落实") else ""
    elif len(name) > LONGEST_SCOPE:
        title = context.title_of(source) or source.title
        name = title if "、" in what and title.endswith(what[-4:]) else names.clean(what)
    if not names.acceptable(name):
        return None
    span = Span(figure.start - len(before["bound"] or ""), figure.end)
    return Reading(name, [opening.prefix + source.slice(*span)], [span])


def _set_aside(source: Source, figure: Figure, opening: Opening, group: Group) -> Reading | None:
    """Read 医院按照服务人口的15%储备药品."""
    before = _AT_RATE.fullmatch(source.plain, opening.end, figure.start)
    after = _SET_ASIDE.fullmatch(source.plain, figure.end, group.end)
    if before is None or after is None or not figure.relative:
        return None
    name = names.clean(source.text[after.start("what") : group.end]) + after["deed"]
    span = Span(before.start("by"), figure.end)
    reading = Reading(name, [opening.prefix + source.slice(*span)], [span], scope=names.clean(before["who"]))
    return reading if names.acceptable(name) else None


def _provided(source: Source, start: int, figure: Figure, opening: Opening, group: Group) -> Reading | None:
    """Read 为儿童提供人均不低于7个月的训练: how much of it each gets."""
    value = value_at(source.plain, start, figure)
    name = names.clean(source.text[figure.end + 1 : group.end])
    if source.plain[start : value.start] not in _FOR_EACH or not names.acceptable(name):
        return None
    span = Span(start, figure.end)
    return Reading(name, [opening.prefix + source.slice(*span)], [span])


def _done_in(source: Source, figure: Figure, opening: Opening, group: Group) -> Reading | None:
    """Read 在2个小区安装充电桩, 对7个救援队伍配备装备: so many places have something done to them."""
    if _IN_PLACES.fullmatch(source.plain, opening.end, figure.start) is None:
        return None
    deed = _EQUIPPED.search(source.plain, figure.end, group.end)
    if deed is None or not 2 <= deed.start() - figure.end <= 16:
        return None
    place = names.clean(source.text[figure.end : deed.start()])
    what = names.clean(source.text[deed.start("what") : group.end])
    span = Span(figure.start, figure.end)
    reading = Reading(f"{deed['verb']}{what}的{place}", [opening.prefix + source.slice(*span)], [span])
    return reading if place and what and names.acceptable(reading.name) else None


def _done_by(source: Source, figure: Figure, opening: Opening, group: Group) -> Reading | None:
    """Read 企业100%使用平台, 楼盘100%承接查验."""
    match = _DONE_BY.fullmatch(source.plain, figure.end, group.end)
    if match is None or figure.unit.dimension != "share":
        return None
    value = value_at(source.plain, opening.end, figure)
    who = names.clean(source.text[opening.end : value.start])
    what = names.clean(source.text[match.start("rest") : group.end])
    span = Span(value.start, figure.end)
    text = opening.prefix + source.slice(*span)
    if len(what) > 3:
        reading = Reading(what.removesuffix("要求"), [text + match["verb"]], [span], shared=True, scope=who)
    elif (whole := context.resumed(what, source, opening.end)) != what:
        sector = _SECTOR.match(whole)
        if sector is not None and sector["sector"] in who:
            whole = whole[sector.end() :]
        reading = Reading(whole, [text + match["verb"]], [span], scope=who)
    else:
        reading = Reading(who + match["verb"] + what, [text], [span])
    return reading if who and names.acceptable(reading.name) else None
