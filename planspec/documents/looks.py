"""What a piece of text in a table looks like: a number, a list of units, names of persons, a deadline, words.

A judgement by form alone: which place the document is from is not known yet.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

from planspec.documents.numbering import Kind, number_of, to_int
from planspec.registry import Units, builtin


class Look(IntEnum):
    """What a text looks like."""

    EMPTY = 0
    NUMBER = 1
    UNITS = 2
    NAMES = 3
    DATE = 4
    FIGURE = 5
    HEADING = 6
    """A heading with a number before it, as groups of rows have."""
    SHORT = 7
    LONG = 8


_ORDINAL: Final = re.compile(r"[（(]?(?P<n>\d{1,4}|[一二三四五六七八九十百〇零]{1,4}|[①-⑳])[）)]?\s*[.、．]?")
_DAY: Final = r"(?:[上中下]旬|\d{1,2}[日号]|份|月末|底|初|末)"
_WHEN: Final = re.compile(
    rf"(?:(?:20\d\d|今|当|本|次|明|每|全)?年度?)?(?:(?:前|第)?[一二三四1234]季度|[上下]半年|\d{{1,2}}月{_DAY}?|{_DAY}|每(?:月|季度|半年|周|旬)|年|内)?"
    r"(?:底|末|初|中|内)?(?:之?前|以前|完成|为止|止)*(?:并?(?:长期)?(?:坚持|推进|持续|实施|任务))*"
    r"|20\d\d(?:[.\-/年]\d{1,2})?(?:[.\-/月]\d{1,2}日?)?月?(?:\s*[-—－~～至到]+\s*(?:20\d\d)?[.\-/年]?\d{0,2}(?:[.\-/月]\d{1,2}日?)?[年月]?)?(?:底|末)?(?:前|完成)?"
    r"|(?:长期|持续|常态化?|全年|即时|年内|按时序|按时限|立行立改|近期|适时|及时)(?:[、，]?(?:坚持|推进|开展|实施|长期|完成|落实|进行|整改|化))*"
)
_FIGURE: Final = re.compile(
    r"[约超近达]*[≥≤><＞＜±]?\s*\d[\d,，]*(?:\.\d+)?\s*(?:[%％‰]|个百分点|[万亿千百]*[\u4e00-\u9fff/]{0,4})(?:以上|以内|以下|左右)?"
)
_SPLIT: Final = re.compile(r"[、，,；;\n\s]+")
_ROLE: Final = re.compile(
    r"(?:分别|共同|总)?(?:牵头|负责|配合|落实|主办|协办)+(?:负责|落实|抓总|单位)?(?:[:：]|$)|^(?:牵头|责任|配合|主办|协办)(?:责任)?(?:单位|部门)?[:：]|等$"
)
_SENTENCE: Final = re.compile(r"[。；！？]")
_POSTS: Final = re.compile(
    r"(?:各|相关|有关|分管|协管|常务|县委|市委|区委|政府|各位)*(?:副?[省市县区州]长|书记|常委|主任|局长|秘书长|各?领导|负责人|负责同志)+"
)
SHORTEST: Final = 24
"""Characters up to which a text without a full stop is short."""
_MOST_NAMES: Final = 40
_NO_NAMES: Final = "无是否有个户家元人亩吨件项套所处座条"


def look(text: str) -> Look:
    """Return what the text of a cell, or of one line of it, looks like."""
    text = text.strip()
    if not text:
        return Look.EMPTY
    if ordinal(text) is not None:
        return Look.NUMBER
    if len(text) <= 30 and _WHEN.fullmatch(re.sub(r"\s", "", text)):
        return Look.DATE
    if len(text) <= 24 and _FIGURE.fullmatch(text):
        return Look.FIGURE
    number = number_of(text)
    if (
        number is not None
        and number.kind is not Kind.CHAPTER
        and len(text) <= 40
        and not _SENTENCE.search(text[:-1])
    ):
        return Look.HEADING
    if names(text) or (len(text) == 1 and "\u4e00" <= text <= "\u9fff" and text not in _NO_NAMES):
        return Look.NAMES  # a single character is what a page left of a name
    if units(text):
        return Look.UNITS
    return Look.SHORT if len(text) <= SHORTEST and not _SENTENCE.search(text) else Look.LONG


def ordinal(text: str) -> int | None:
    """Return the value of a text that is nothing but a running number (1, 1., （一）, 一、), else None."""
    match = _ORDINAL.fullmatch(text.strip())
    return to_int(match["n"]) if match is not None else None


def units(text: str) -> bool:
    """Say whether the text is a list of units, with or without phrases such as 牵头 between them."""
    if len(text) > 1500 or "。" in text.rstrip("。"):
        return False
    pieces = [piece for piece in _SPLIT.split(text.strip(" 。")) if piece]
    if not pieces:
        return False
    total = known = 0
    for piece in pieces:
        bare = _ROLE.sub("", piece)
        if bare != piece and len(text) <= 60 and is_unit(bare):
            return True
        total += len(piece)
        if not bare or is_unit(bare) or (len(pieces) > 1 and _ends_like_a_unit(bare)):
            known += len(piece)
        elif len(piece) > 60 or (total > 80 and known * 4 < total):
            return False
    return known * 10 >= total * 6 if len(pieces) > 1 else known > 0


_ENDS_LIKE_UNIT: Final = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:局|办公室|委员会|管委会|[^中]心|公司|集团|支队|大队|总队|[法院]院|检察院|人民政府|街道|办事处|联合会|工商联|协会|商会|大学|学院|医院"
    r"|学校|银行|管理[处所]|经开区|高新区|开发区|示范区|部门|单位|[省市县区]直|[镇乡])"
)


_NO_UNIT: Final = re.compile(
    r".*[0-9％%“”《》+].*|(?:打造|指导|申报|推[进动广]|加[快强大]|支持|培育|建[设立成]|做[好优强大]|开展|完善|深[化入]|积极|大力|全[面力]|持续|组织|引[导进]"
    r"|鼓励|实施|落实|提[升高]|优化|健全|强化|扎实|着力|争取|力争|新增|新建|改造|创建|聚焦|围绕|依托|规范|严格|抓好|完成|发挥|促进|制定|出台|举办|参与|引培|发展|培训).*"
)


def _ends_like_a_unit(name: str) -> bool:
    return _ENDS_LIKE_UNIT.fullmatch(name) is not None and _NO_UNIT.fullmatch(name) is None


@lru_cache(maxsize=8192)
def is_unit(name: str) -> bool:
    """Say whether a name is a unit's by its form, or several units' names without a mark between."""
    if len(name) < 2 or len(name) > 60 or _NO_UNIT.fullmatch(name) is not None:
        return False
    if _units().resolve(name) is not None:
        return _POST_ONLY.fullmatch(name) is None
    return _run_together(name)


def _run_together(text: str) -> bool:
    """Say whether the text is several units' names without a mark between."""
    ends = [at + 1 for at, char in enumerate(text) if char in _UNIT_ENDS]
    if len(ends) < 2 or ends[-1] != len(text) or len(ends) > 16:
        return False
    reached = {0}
    for end in ends:
        if any(
            2 < end - start < len(text) and _units().resolve(text[start:end]) is not None for start in reached
        ):
            reached.add(end)
    return len(text) in reached


_UNIT_ENDS: Final = frozenset("局委办院会部社厅站队处所司府行心区镇乡道联校团署馆库台")
_POST_ONLY: Final = re.compile(
    r"(?:分管|常务|副|协管|有关|相关)*[省市县区州盟旗](?:委)?(?:长|书记|领导|常委)"
)


@lru_cache(maxsize=1)
def _units() -> Units:
    return builtin().units_of("")


@lru_cache(maxsize=4096)
def names(text: str) -> bool:
    """Say whether the text is nothing but names (or posts) of persons: 张三  李四, 分管副县长."""
    if len(text) > _MOST_NAMES * 4:
        return False
    words = persons(text)
    return bool(words) and all(_person(word) for word in words)


def persons(text: str) -> list[str]:
    """Part a list of persons; a name of two characters written with a gap (张  三) is one."""
    found: list[str] = []
    for part in re.split(r"[、，,；;/\n]+", text):
        words = part.split()
        while words:
            word = words.pop(0)
            if len(word) == 1 and words and len(words[0]) == 1:
                word += words.pop(0)
            found.append(word)
    return found


def _person(word: str) -> bool:
    if _POSTS.fullmatch(word):
        return True
    if not 2 <= len(word) <= 4 or not all("\u4e00" <= char <= "\u9fff" for char in word):
        return False
    if word[-1] in _NO_NAME_ENDS or is_unit(word):
        return False
    return (
        word[0] in _SURNAMES
        if len(word) < 4
        else word[:2] in _DOUBLE or (word[0] in _SURNAMES and word[1] in _SURNAMES)
    )


_NO_NAME_ENDS: Final = "局委办县市区镇乡村厅部署院站所队社司等类项个年月日率额业物化性"
_SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤"
    "滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜"
    "郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜"
    "松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双"
    "闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东"
    "欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴"
    "伯赏墨哈谯笪年爱阳佟言福粟覃佘揭苟鹿付代候旷欧盘仝晁母钱玉占詹"
)
_DOUBLE: Final = frozenset(
    {
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "夏侯",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "司徒",
        "东方",
        "端木",
        "南宫",
    }
)
