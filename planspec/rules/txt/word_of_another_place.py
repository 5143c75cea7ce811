"""Word of another place or level / 留有别处或别的层级的字样

何事：区县的方案以“全省”“全市”为自己目标的范围；市的方案写“全县”，县的方案写“我市”；标题以别的县市区开头；地名的
层级字写错（衡阳市下并没有“衡阳区”）。全省排名、全省统一部署、全省某某示范区一类的提法不算。
What: A county's plan sets its own target for 全省 or 全市; a city's plan says 全县, a county's 我市; a title begins with
another place; or a place has a level word that no place of that name has. References to a rank, a programme or a
standard of the whole province do not count.

缘由：多是照抄上级或外地文件时没有改过来；范围一错，目标就成了替别人定的，无法考核。
Why: Mostly it was left over when another document was copied; with the wrong scope the target is somebody else's and
cannot be assessed.

改法：改成本级的字样；确实是说上级的，写明是上级的排名、标准或部署。
Mend: Write the plan's own level; where the superior is meant, say that it is its rank, standard or programme.

依据：逻辑：方案只为本级定目标。
Authority: logic; a plan sets targets for its own place.

Bad:

    goals:
      - summary: 我市将加快补齐供水短板
    #            ^^ word-of-another-place
        targets:
          农村自来水普及率: {value: 持续提高, scope: 全省}
    #                                    ^^ word-of-another-place

Good:

    goals:
      - summary: 我县将加快补齐供水短板
        targets:
          农村自来水普及率: {value: 持续提高, scope: 全县}
          县域经济综合实力: 进入全省前50位
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Item, Plan, Target
from planspec.phrase import Measure
from planspec.registry import Level
from planspec.rules._texts import Said, Texts, signs_of, texts, words_at
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.txt._places import LEVELS, Here, level_word, no_places, stranger_before
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Scalar
from planspec.source.place import Place

SELF = Template(
    zh="“{words}”{more}不是本地的自称，本方案是{own}的，可能是照抄别处时未改；请改为“我{right}”或写明指谁",
    en="“{words}”{more} is not how this place calls itself, the plan being {own}'s; perhaps it was copied; write "
    "我{right} or say who is meant",
)
WHOLE = Template(
    zh="“{words}”{more}在本方案里无所指：{own}和上级都不是“{level}”，可能是照抄别处时未改；请改为“全{right}”",
    en="“{words}”{more} means nothing here, as neither {own} nor a superior is a {level}; perhaps it was copied; "
    "write 全{right}",
)
SCOPE = Template(
    zh="这项目标的范围写成“{words}”，而本方案是{own}的，只能为本级定目标；请改为“全{right}”，指上级的，请写明是上级的"
    "标准或排名",
    en="This target is set for “{words}”, but the plan is {own}'s and sets targets for its own place; write 全{right}, "
    "or say that the superior's standard or rank is meant",
)
TITLE = Template(
    zh="标题以“{words}”开头{more}，而本方案是{own}的，可能是照抄别处时未改；请改正标题",
    en="The title begins with “{words}”{more}, but the plan is {own}'s; perhaps it was copied; correct the title",
)
NO_PLACE = Template(
    zh="“{words}”不是行政区划中的地名，是“{right}”误写，还是别处的名称没有改过来；请核对",
    en="“{words}” is no place of the administrative divisions: {right} misspelt, or left over from elsewhere; check "
    "the name",
)
AGAIN = Message(zh="这里也是", en="here as well")

_SELF: Final = re.compile(f"(?<!自)我([{LEVELS}])(?![场民域城间块分别])")
_SELF_SIGN: Final = re.compile(f"我[{LEVELS}]")
_WHOLE: Final = re.compile(f"(?<![安健完齐保周])全([{LEVELS}])(?![场域间块分别段级城乡区直属委县])")
_WHOLE_SIGN: Final = re.compile(f"全[{LEVELS}]")
_INDICATOR: Final = (
    "率|水平|比重|占比|总量|总额|收入|产值|增加值|产量|面积|覆盖面|养老金|标准|指数|增速|能耗|浓度"
)
_SET: Final = re.compile(
    f"(?<!助力)(?<!助推)(?<!支撑)(?<!为)(?:提高|降低|提升|增加|实现|完成|确保)(全[省市州])(?!统一)[一-龥、]{{2,24}}?(?:{_INDICATOR})(?![一-龥])"
)
"""A target stated in words: 适当提高全省职工基本养老金水平."""
_MEASURED: Final = re.compile(f"全[省市州](?!平均|统一)[一-龥A-Za-z]+(?:{_INDICATOR})(?:$|[（(])")
_BESIDE_OTHERS: Final = re.compile(
    "排名|位次|位$|前列|领先|先进|方阵|平均|一流|首位|第一|占全|标杆|示范|统一|通办|互认|联网|联通|共享|结算|通用"
)
"""Words of a comparison with others, or of what reaches beyond: there a superior's whole is rightly named."""
_BELOW: Final = {Level.PROVINCE: "市州盟县区旗", Level.CITY: "县区旗市"}
"""Level words of the places below, of each of which a plan may speak (在全县推广)."""
_NO_TARGET: Final = (Measure.RANK, Measure.RELATIVE, Measure.DEFERRED)
_TITLE_START: Final = re.compile(f"([{LEVELS}])(?=实施|推进|打好|开展|落实|深入)")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Judge words of a level by what the plan's place and those above it are."""
    here = Here(plan.jurisdiction)
    if not here.places:
        return
    found = texts(plan)
    yield from _selves(plan, found, here)
    yield from _wholes(plan, found, here)
    yield from _scopes(plan, here)
    yield from _in_words(plan, found, here)
    yield from _titles(plan, here)
    yield from _no_places(plan, found, here)


def _selves(plan: Plan, found: Texts, here: Here) -> Iterator[Finding]:
    """我市 in a county's plan; 我省 is also said below a province."""
    for words, group in _grouped(found, _SELF, _SELF_SIGN).items():
        if words[1] != here.word and words[1] != here.province:
            yield _found(plan, found, group, words, SELF, own=here.own.name, right=here.word)


def _wholes(plan: Plan, found: Texts, here: Here) -> Iterator[Finding]:
    """全县 where neither the place nor one above is a 县; below a prefecture there are all of them."""
    for words, group in _grouped(found, _WHOLE, _WHOLE_SIGN).items():
        level = words[1]
        below = level in _BELOW.get(here.own.level, "")
        if level != here.word and level not in here.above and not below:
            yield _found(plan, found, group, words, WHOLE, own=here.own.name, level=level, right=here.word)


def _grouped(
    found: Texts, pattern: re.Pattern[str], sign: re.Pattern[str]
) -> dict[str, list[tuple[Said, int]]]:
    """Return the places of each word that matches."""
    grouped: dict[str, list[tuple[Said, int]]] = {}
    for said in found.holding(sign):
        for match in pattern.finditer(said.text):
            grouped.setdefault(match[0], []).append((said, match.start()))
    return grouped


def _found(
    plan: Plan, found: Texts, group: list[tuple[Said, int]], words: str, template: Template, **gaps: object
) -> Finding:
    """Report a word once, at its first place."""
    (said, start), *others = group
    more = Message(f"（共{len(group)}处）", f" ({len(group)} places)") if others else Message("", "")
    return Finding(
        words_at(said, start, len(words)),
        template(words=words, more=more, **gaps),
        plan,
        words,
        tuple((words_at(other, place, len(words)), AGAIN) for other, place in others[:3]),
        within=found.item(said),
    )


def _scopes(plan: Plan, here: Here) -> Iterator[Finding]:
    """A target of the plan's own whose scope, or name, is the whole of a superior."""
    words = {f"全{level}" for level in here.above} | {"全国"}
    for target in plan.targets:
        if not (target.scope in words or target.name[:2] in words) or _compares(target):
            continue
        if target.scope in words:
            node = target.node.entries["scope"] if isinstance(target.node, Mapping) else None
            text = target.scope
        elif target.indicator is not None or _MEASURED.match(target.name) or _is_whole(plan, target.name[2:]):
            node, text = target.mapping.keys[target.name], target.name[:2]
        else:
            continue
        if isinstance(node, Scalar):
            place = words_at(Said(node.text, node, "", target.mapping, ""), 0, 2)
            message = SCOPE(words=text, own=here.own.name, right=here.word)
            yield Finding(place, message, target, text)


def _is_whole(plan: Plan, name: str) -> bool:
    """Say whether a name is an indicator's that measures the whole place; 示范村 and the like are counted."""
    indicator = plan.registry.indicator(name)
    return indicator is not None and indicator.dimension not in ("count", "rank", "score")


def _compares(target: Target) -> bool:
    """Say whether the target sets its place beside others: there a superior's whole is rightly named."""
    for one in target.phrases:
        if (one.phrase is not None and one.phrase.measure in _NO_TARGET) or _BESIDE_OTHERS.search(one.text):
            return True
    return _BESIDE_OTHERS.search(target.name) is not None


def _in_words(plan: Plan, found: Texts, here: Here) -> Iterator[Finding]:
    for said in found.holding(_WHOLE_SIGN):
        for match in _SET.finditer(said.text):
            if match[1][1] in here.above and not _BESIDE_OTHERS.search(match[0]):
                message = SCOPE(words=match[1], own=here.own.name, right=here.word)
                place = words_at(said, match.start(1), 2)
                yield Finding(place, message, found.item(said) or plan, match[0])


def _titles(plan: Plan, here: Here) -> Iterator[Finding]:
    """Titles of the plan, an annex or a work group that begin with another place or level; each such word once."""
    found: dict[str, list[tuple[Place, Item, str]]] = {}
    for node, item in _named(plan):
        title = node.text
        words = stranger_before(title, here)
        if not words and (match := _TITLE_START.match(title)) and match[1] not in {here.word, *here.above}:
            words = match[1]
        if words:
            said = Said(title, node, "", plan.node, "")
            found.setdefault(words, []).append((words_at(said, 0, len(words)), item, title))
    for words, ((place, item, title), *others) in found.items():
        more = (
            Message(f"（共{len(others) + 1}处）", f" ({len(others) + 1} places)")
            if others
            else Message("", "")
        )
        related = tuple((other, AGAIN) for other, _, _ in others[:3])
        yield Finding(place, TITLE(words=words, own=here.own.name, more=more), item, title, related)


def _named(plan: Plan) -> Iterator[tuple[Scalar, Item]]:
    groups = (plan.leading_group, *plan.workgroups)
    holders: list[tuple[Mapping, str, Item]] = [
        (plan.node, "title", plan),
        *((action.node, "title", action) for action in plan.actions),
        *((group.node, "name", group) for group in groups if group is not None),
    ]
    for mapping, key, item in holders:
        node = mapping.entries.get(key)
        if isinstance(node, Scalar):
            yield node, item
    for text in plan.annexes:
        yield text.node, plan


def _no_places(plan: Plan, found: Texts, here: Here) -> Iterator[Finding]:
    """衡阳区, where there is 衡阳市 alone."""
    wrong = no_places(here)
    if not wrong:
        return
    names = signs_of(*wrong)
    for said in found.holding(names):
        for match in names.finditer(said.text):
            word = level_word(said.text, match.end())
            if word in wrong[match[0]]:
                words = match[0] + word
                right = next(place.name for place in here.places if place.short == match[0])
                message = NO_PLACE(words=words, right=right)
                place = words_at(said, match.start(), len(words))
                yield Finding(place, message, found.item(said) or plan, words)


rule = Rule(
    "TXT004",
    "word-of-another-place",
    Severity.WARNING,
    Authority.LOGIC,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
