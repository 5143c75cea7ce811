"""Deadlines: the last day that a date (2024-12-31, 2024-06) or words (6月底前, 年内, 三季度末) allow."""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from planspec.phrase.fold import fold
from planspec.phrase.words import listed


class Deadline(NamedTuple):
    """When something is due."""

    day: date
    """The last day."""
    dated: bool
    """The text itself says the year; else it is the plan's own."""


_MONTHS: Final = {
    month: number for number, month in enumerate(listed("一 二 三 四 五 六 七 八 九 十 十一 十二"), 1)
}
_QUARTERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_NUMERIC: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?:(?P=mark)(?P<day>\d{1,2}))?)?"
).fullmatch
_SPAN: Final = re.compile(r"(?P<from>(?:(?:19|20)\d\d年?)?(?:\d{1,2}月?)?)(?:-|至|到)(?P<to>.+)").fullmatch
_MONTH: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_WORDS: Final = re.compile(
    r"(?:(?:力争|确保|截至|截止|最迟|务必|计划|预计|完成时限)*(?:到|至|于|在)?)"
    r"(?:(?P<year>(?:19|20)\d\d)年?|(?P<said>今年|本年|当年|全年|明年|次年|年))?度?"
    rf"(?:(?P<month>{_MONTH})月份?(?:(?P<day>\d{{1,2}})[日号]|(?P<third>上旬|中旬|下旬|底|末)|(?P<start>初))?"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度?|(?P<whole>))"
    r"(?P<end>年?[底末终]|内|之内|以内|(?<=年)度?内)?(?P<before>之?前|以前)?(?:全部|全面|基本)?(?:完成|建成|办结|落实|到位)*"
).fullmatch


def read_deadline(text: str, year: int | None = None) -> Deadline | None:
    """Return when `text` says that something is due; None if it names no certain day.

    `year` is the plan's own, for words that leave it open; 明年 is the one after. What only bounds a
    period (7月前, 四季度前), counts from elsewhere (半年内) or never ends (长期坚持) names no day.
    """
    folded = fold(text).replace(" ", "")
    found = _NUMERIC(folded)
    if found is not None:
        month, day = found["month"], found["day"]
        return _made(int(found["year"]), int(month) if month else 12, int(day) if day else None, dated=True)
    span = _SPAN(folded)
    if span is not None and span["from"]:
        started = re.match(r"(?:19|20)\d\d", span["from"])
        last = read_deadline(span["to"], int(started[0]) if started else year)
        if last is not None or re.fullmatch(r"\d{1,2}", span["to"]) is None:
            return last._replace(dated=last.dated or started is not None) if last is not None else None
        return read_deadline(f"{span['to']}月", year)
    words = _WORDS(folded)
    return _read_words(words, year) if words is not None else None


def _read_words(found: re.Match[str], year: int | None) -> Deadline | None:
    said = found["said"]
    dated = found["year"] is not None
    if dated:
        year = int(found["year"])
    elif year is not None and said in ("明年", "次年"):
        year += 1
    if year is None:
        return None
    within, before = found["end"], found["before"]
    if found["month"]:
        if found["start"] or (before and not (found["day"] or found["third"] or within)):
            return None
        month = _MONTHS.get(found["month"]) or int(found["month"])
        third = {"上旬": 10, "中旬": 20}.get(found["third"] or "")
        return _made(year, month, int(found["day"]) if found["day"] else third, dated=dated)
    if before and not within:
        return None
    if found["half"]:
        return _made(year, 6 if found["half"] == "上" else 12, None, dated=dated)
    if found["quarter"]:
        return _made(year, 3 * _QUARTERS[found["quarter"]], None, dated=dated)
    if not dated and said in (None, "年") and not within:
        return None
    return _made(year, 12, None, dated=dated)


def _made(year: int, month: int, day: int | None, *, dated: bool) -> Deadline | None:
    try:
        if day is not None:
            return Deadline(date(year, month, day), dated)
        following = date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return Deadline(following - timedelta(days=1), dated)
