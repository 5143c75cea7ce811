"""Placeholder or broken sentence / 占位符未替换、语句残缺

何事：文中留有占位符（XX、××、某某、待定、TODO、空括号），或者语句残缺：以顿号、逗号开头或结尾，标点连用，词
语重复（“的的”“推进推进”）。
What: A placeholder is left (XX, ××, 某某, 待定, TODO, empty brackets), or a sentence is broken: it begins or ends
with a comma, has two points in a row or a doubled word.

缘由：占位符印出来，任务就没有数字、没有对象；残句多是删改时丢了字，原意无从查对。
Why: A printed placeholder leaves a task without figure or object; a broken sentence mostly lost words while
it was edited, and nobody can tell which.

改法：填上确定的内容；暂时定不下来的，写明由谁、何时确定；残句对照原稿补全。
Mend: Fill in what was decided; where it is open, say who decides it and when; complete broken sentences from the
draft.

依据：《党政机关公文处理工作条例》第十九条：公文应当表述准确、文字精练；第二十条：签发前审核文字、标点。
Authority: the Regulation on Official Documents, articles 19 and 20; wording must be exact, and is checked before
signature.

Bad:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 建设XX产业园
    #                ^^ unfinished-text
          - title: 推进推进循环经济、
    #              ^^^^ unfinished-text
    #                      ^ unfinished-text
            targets: {循环经济总产值: 待定}
    #                          ^^ unfinished-text

Good:

    actions:
      - action: 产业培塑行动
        lead: 县科工局
        tasks:
          - title: 建设循环经济产业园
          - title: 推进循环经济
            targets: {循环经济总产值: 达到87亿元}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.rules._texts import Said, Texts, signs_of, texts, words_at
from planspec.rules.res._shared import Homes
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Template

PLACEHOLDER = Template(
    zh="“{near}”中的“{words}”是占位符，印发后这一项就没有内容；请填上确定的内容，定不下来的，写明由谁、何时确定",
    en="“{words}” in “{near}” is a placeholder, and once issued the item says nothing there; fill it in, or "
    "say who decides it and when",
)
NOTHING_ELSE = Template(
    zh="这里只写了占位符“{words}”，印发后这一项就没有内容；请填上确定的内容，定不下来的，写明由谁、何时确定",
    en="Only the placeholder “{words}” stands here, and once issued the item says nothing; fill it in, or say who "
    "decides it and when",
)
OPENING = Template(
    zh="“{near}”以“{words}”开头，像是前面丢了字；请对照原稿补全，或删去标点",
    en="“{near}” begins with “{words}”, as if words before it were lost; complete it from the draft, or "
    "delete the point",
)
CLOSING = Template(
    zh="“{near}”以“{words}”结尾，像是后面丢了字；请对照原稿补全，或删去标点",
    en="“{near}” ends with “{words}”, as if words after it were lost; complete it from the draft, or delete "
    "the point",
)
POINTS = Template(
    zh="“{near}”中标点“{words}”连用，像是中间丢了字；请补全，或只留一个标点",
    en="In “{near}” the points “{words}” stand in a row, as if words between them were lost; complete it, or "
    "keep one point",
)
DOUBLED = Template(
    zh="“{near}”中“{words}”连写了两遍，多半是删改时留下的；请删去一遍",
    en="“{words}” stands twice in a row in “{near}”, most likely since an edit; delete one",
)

_PLACEHOLDER: Final = re.compile(
    r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z0-9])"
    r"|[×＊*△□]{2,}|(?<![〇○一二三四五六七八九十])○{2,}(?![〇○一二三四五六七八九十])|[_＿]{2,}|某某"
    r"|(?<![A-Za-z0-9+＋.])[Xx×](?=[年月日]|[省市县区乡镇](?![一-龥]))|(?<=第)[Xx×](?=[一-龥])"
    r"|(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])"
    r"|(?:^|(?<=[（(【：:，,、]))(?:待(?:定|补充?|填写?|明确|确定|核实?|商)|此处填写|请填写)(?=$|[）)】，,。；;、])"
    r"|[（(][ \u3000]*[)）]|《[ \u3000]*》|“[ \u3000]*”|【[ \u3000]*】|〔[ \u3000]*〕"
)
_PLACEHOLDER_SIGNS: Final = signs_of(
    *(
        "XX",
        "xx",
        "Xx",
        "xX",
        "××",
        "＊＊",
        "**",
        "△△",
        "□□",
        "○○",
        "__",
        "＿＿",
        "某某",
        "TODO",
        "TBD",
        "FIXME",
    ),
    *(x + word for x in "Xx×" for word in "年月日省市县区乡镇"),
    *("第X", "第x", "第×", "待定", "待补", "待填", "待明确", "待确定", "待核", "待商", "此处填写", "请填写"),
    *(opener + inner for opener in "（(《“【〔" for inner in " \u3000"),
    *("（）", "()", "（)", "(）", "《》", "“”", "【】", "〔〕"),
)
"""One of these stands in every text with a placeholder."""
_BROKEN: Final = re.compile(
    r"(?P<opening>^[，、；：。,;])|(?P<closing>[，、,]$|(?:…+|\.{3,}|。{3,})$)"
    r"|(?<=[一-龥”》）)%％0-9])(?P<points>[，、；：。,;]{2,})"
)
_BROKEN_SIGNS: Final = signs_of(
    *("\n" + point for point in "，、；：。,;"),
    *(point + "\n" for point in "，、,…"),
    *("...", "。。。"),
    *(first + second for first in "，、；：。,;" for second in "，、；：。,;"),
)
_OFTEN_DOUBLED: Final = (
    *(
        "推进",
        "加快",
        "实施",
        "开展",
        "加强",
        "提升",
        "完成",
        "落实",
        "推动",
        "进行",
        "达到",
        "新增",
        "确保",
        "力争",
        "继续",
    ),
    *(
        "持续",
        "积极",
        "全面",
        "深入",
        "认真",
        "严格",
        "强化",
        "促进",
        "进一步",
        "水平",
        "能力",
        "情况",
        "措施",
        "高质量",
    ),
)
"""Words that never follow themselves; many others do (产业产业链, 企业企业家)."""
_DOUBLED: Final = re.compile(
    rf"(?<![目有])(?P<of>的)的(?!确|士)|(?P<word>{'|'.join(_OFTEN_DOUBLED)})(?P=word)(?!长点|方案|细则|意见|办法|率)"
)
_DOUBLED_SIGNS: Final = signs_of("的的", *(word + word for word in _OFTEN_DOUBLED))
_KINDS: Final = {"opening": OPENING, "closing": CLOSING, "points": POINTS, "of": DOUBLED, "word": DOUBLED}
_PERSONS: Final = frozenset({"leader", "head", "convenor", "deputies", "office_head"})
"""Keys of names, in which × may spare a person (李××)."""
_NEAR: Final = 8


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at the few texts that hold a sign of a fault, and at the names of units."""
    found = texts(plan)
    for said in found.holding(_PLACEHOLDER_SIGNS):
        for match in _PLACEHOLDER.finditer(said.text):
            if said.key not in _PERSONS or match[0] == said.text:
                yield _finding(plan, found, said, match, match[0], PLACEHOLDER)
    for pattern, signs in ((_BROKEN, _BROKEN_SIGNS), (_DOUBLED, _DOUBLED_SIGNS)):
        for said in found.holding(signs):
            for match in pattern.finditer(said.text):
                assert match.lastgroup is not None
                yield _finding(plan, found, said, match, match[match.lastgroup], _KINDS[match.lastgroup])
    yield from _units(plan)


def _finding(
    plan: Plan, found: Texts, said: Said, match: re.Match[str], words: str, template: Template
) -> Finding:
    start, end = match.span()
    near = said.text[max(0, start - _NEAR) : end + _NEAR]
    if template is PLACEHOLDER and match[0] == said.text:
        template = NOTHING_ELSE
    return Finding(
        words_at(said, start, end - start),
        template(near=near, words=words),
        found.item(said) or plan,
        near,
        severity=None if template in (PLACEHOLDER, NOTHING_ELSE) else Severity.WARNING,
    )


def _units(plan: Plan) -> Iterator[Finding]:
    refs = plan.unit_refs
    names = "\n".join([ref.name for ref in refs])
    if _PLACEHOLDER_SIGNS.search(names) is None:
        return
    homes = Homes(plan)
    for ref in refs:
        match = _PLACEHOLDER.search(ref.name)
        if match is not None:
            said = Said(ref.name, ref.node, "units", plan.node, "")
            message = PLACEHOLDER(near=ref.name, words=match[0])
            place = words_at(said, match.start(), len(match[0]))
            yield Finding(place, message, homes.of(ref) or plan, ref.name)


rule = Rule("TXT001", "unfinished-text", Severity.ERROR, Authority.STANDARD, __doc__, check)
