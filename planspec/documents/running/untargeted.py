"""Clauses that set no target: they tell what has been done, or what one may claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.running.clauses import Span
from planspec.documents.running.figures import Figure

_LONG_AGO: Final = re.compile(
    "截至|截止|(?<![比较])去年(?!同期|水平|底|增)|(?<![比较])上年(?!同期|水平|底|末|增|度)|过去[一五]年"
)
_PAST: Final = re.compile(
    "已经?(?:累计|完成|达|建成|实现|投入|发放|新增|培育|开工|签约|有|超|突破|全部)|自[0-9]{4}年以来|目前|现已|[0-9]月以来|以来"
)
_NOW: Final = re.compile("(?:同时|并)?(?:今年|本年|明年|下一步|下步|力争|计划|确保|到20)")
_CLAIM: Final = re.compile(
    "最高(?:可?(?:至|达|给予|予以|补助|补贴|奖励|资助|支持|不超过))?[0-9]|给予[^,;]{0,16}(?:奖|补|支持)|予以(?:奖|补)|一次性(?:奖|补)|按照?不低于[0-9:.]+的?比例|奖补资金最高|最高(?:奖|补|不超过)"
)
"""Clauses that say what one may claim."""


def is_past(plain: str, clause: Span, inside: Sequence[Figure], before: bool) -> bool:
    """Say whether a clause tells what has been done, as does all that follows in its sentence."""
    if _NOW.match(plain, *clause) is not None:
        return False
    if before or _LONG_AGO.search(plain, *clause) is not None:
        return True
    return bool(inside) and _PAST.search(plain, clause.start, inside[-1].start) is not None


def is_claim(plain: str, clause: Span) -> bool:
    """Say whether a clause tells what one may claim: 最高奖励50万元."""
    return _CLAIM.search(plain, *clause) is not None
