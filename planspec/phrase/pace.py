"""How often something comes again: 旬, 每月, 季度, 半年一次."""

import re
from typing import Final

_DAYS: Final = {
    **dict.fromkeys(("日", "天"), 1),
    **dict.fromkeys(("周", "星期"), 7),
    "旬": 10,
    **dict.fromkeys(("双周", "两周", "半月", "半个月"), 15),
    **dict.fromkeys(("月", "月度", "个月"), 30),
    **dict.fromkeys(("双月", "两月", "两个月"), 60),
    **dict.fromkeys(("季", "季度"), 90),
    **dict.fromkeys(("半年", "半年度"), 182),
    **dict.fromkeys(("年", "年度"), 365),
}
_ROUND: Final = re.compile("^(?:每|按)?(?:一|1)?|(?:一|1)?次$")


def read_pace(every: str) -> int | None:
    """Return after how many days it comes again; None if the words (定期, 不定期) do not tell."""
    return _DAYS.get(_ROUND.sub("", every.strip()))
