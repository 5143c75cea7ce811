"""Who bears a share, parted from its name: 甲企业和乙企业资质达标率, 批发企业“某某”落实率, 区本级、镇覆盖率."""

from __future__ import annotations

import re
from typing import Final

from planspec.phrase.words import any_of, listed

_WHO: Final = any_of(
    listed("企业 单位 机构 部门 人员 组长 场所 学校 医院 店 户 项目 园区 群体 职工 人群 公司 工地")
)
_BEFORE_QUOTE: Final = re.compile(
    rf"(?P<who>[^“”\"]{{1,24}}{_WHO})(?P<name>[“\"][^“”\"]{{2,}}[”\"][^“”\"]{{1,8}}率)"
)
_SEVERAL: Final = re.compile(
    rf"(?P<who>[^、和及与]{{1,20}}?(?P<kind>{_WHO})(?:[、和及与][^、和及与]{{1,20}}?(?P=kind)){{1,4}})(?P<name>[一-龥]{{3,8}}率)"
)
_LEVEL: Final = "(?:[省市州县区]本?级|[省市州县区乡镇村]|乡镇|镇[(（]街道[)）]|街道|社区)"
_LEVELS: Final = re.compile(
    rf"(?P<head>.{{3,}}?)(?P<who>{_LEVEL}(?:[、和及]{_LEVEL})+)(?P<name>[一-龥]{{1,4}}[率面度])"
)


def parted(name: str) -> tuple[str, str]:
    """Return the share's own name, and who bears it; "" where the name tells of nobody apart."""
    match = _BEFORE_QUOTE.fullmatch(name) or _SEVERAL.fullmatch(name)
    if match is not None:
        return match["name"], match["who"]
    match = _LEVELS.fullmatch(name)
    return (name, "") if match is None else (match["head"] + match["name"], match["who"])
