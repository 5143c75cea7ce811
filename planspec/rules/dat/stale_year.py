"""Another year's date left over / 往年的年份没有改过来

何事：方案里留着往年的年份：完成时限是上一年的（2024年的方案写“2023年底前”），成文日期是往年的，或者标题、任务、考核里
写着往年的“2023年度考核”“2023年重点任务”。作为基数（较2023年底）、作为文件名、作为结转和整改事项的不算。
What: A year before the plan's own was left over: in a deadline (2023年底前 in a plan for 2024), in the date of
issue, or in titles and words such as 2023年度考核 and 2023年重点任务. A base (较2023年底), a document's title, and work
that is carried over or put right are left alone.

缘由：多半是以上一年的文件为底稿，漏改了年份；这样的时限印发时已经过期，读者也会怀疑其他数字是不是今年的。
Why: Last year's document served as the draft and a year was overlooked; such a deadline has passed, and readers
will doubt whether the other figures are this year's.

改法：改为本年度；确指往年的事项，写明“结转”“整改”等。
Mend: Put this year's; where the earlier year is meant, say so with 结转, 整改 and the like.

依据：逻辑：年度方案的时限和事项属于本年度。
Authority: logic; the deadlines and work of a yearly plan belong to its year.

Bad:

    actions:
      - action: 安全守底行动
        tasks:
          - title: 管网改造
            lead: 县住建局
            by: 2023年底前
    #           ^^^^^^^ stale-year
            targets: {燃气管网: 改造30公里}

Good:

    actions:
      - action: 安全守底行动
        tasks:
          - title: 管网改造
            lead: 县住建局
            by: 2024年底前
            targets: {燃气管网: 改造30公里}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.rules._texts import Said, texts, words_at
from planspec.rules.dat._shared import deadlines, issued, years
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import at_value

DEADLINE = Template(
    zh="“{name}”的时限“{text}”早于方案年度（{year}年），多半是沿用往年文件时漏改；请改为本年度的时限",
    en="“{name}” is due “{text}”, before the plan's year {year}: probably left over from an earlier plan; set a "
    "deadline within the year",
)
ISSUED = Template(
    zh="成文日期（{issued}）比方案年度（{year}年）早得多，多半是沿用往年文件时漏改；请核对年度（year）和成文日期（issued）",
    en="The date of issue ({issued}) is long before the plan's year {year}: probably left over from an earlier plan; "
    "check `year` and `issued`",
)
WORDS = Template(
    zh="“{text}”中的“{stale}年”早于方案年度（{year}年），多半是沿用往年文件时漏改；请核对年份，确指往年事项的请写明",
    en="“{text}” says {stale}, before the plan's year {year}: probably left over from an earlier plan; check the "
    "year, or say that earlier work is meant",
)

_BACK: Final = 5
"""Leftovers are from the last few years; older years are history."""
_DRAFTED: Final = 9
"""From this month on a plan for the next year may be issued."""
_KEYS: Final = ("title", "heading", "name", "deliverables", "targets", "value", "evaluation", "annexes")
"""Keys whose texts are the plan's own words."""
_OWN: Final = ("title", "heading", "name")

_YEAR: Final = r"(?P<year>20\d\d)年(?!版)"
_DAY: Final = r"(?:\d{1,2}月(?:份|\d{1,2}日)?)?"
_DEADLINE: Final = re.compile(
    rf"(?<![-—–―－~～至较比与自从以于]){_YEAR}(?:{_DAY}(?:年?底|末|内)?(?:之?前|以前)|年?底|末|内(?!容|部))"
    "(?!以来|相比|基础|水平|存量|数据|为基|基数|余额|已|[^，。；、]{0,8}的)"
)
"""By the end of the year; not where it is a base (较2023年底) or tells what was (2023年底前开工的项目)."""
_WORK: Final = re.compile(
    rf"{_YEAR}度?(?:全?[省市州县区]){{0,2}}[^，。；、0-9]{{0,8}}?(?:重点任务|重点工作|民生实事|工作要点|目标任务|年度计划|任务清单|重点监测)"
    rf"|(?:制定|制订|出台|印发|编制)[^，。；]{{0,6}}(?P<drafted>20\d\d)年(?!版)[^，。；]{{0,16}}(?:方案|计划|要点|清单)"
)
"""The work of a year."""
_ASSESSED: Final = re.compile(
    rf"(?:纳入|列入|作为|力争|争取)[^，。；]{{0,12}}{_YEAR}度?[^，。；]{{0,14}}(?:绩效|考核|考评|激励|抓落实|真抓实干)"
)
"""What counts towards a year's assessment; to carry out last year's is this year's work."""
_PAST: Final = re.compile(
    "整改|跨年|结转|续建|遗留|未完成|欠|存量|评估|复盘|回头看|收尾|扫尾|验收|巩固|成果|结果|基础上|相比|截至|通报|反馈|发现"
    "|问题|交办|兑现|奖励|奖补|决算|总结|竣工|投产|完工|达产|建成|落地"
).search
"""What is said of earlier work that goes on, is put right or is made use of."""
_ANY: Final = re.compile(_YEAR)
_TITLES: Final = re.compile("《[^》]*》")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at deadlines, at the date of issue, and at years in the plan's own words."""
    if plan.year is None:
        return
    first, _ = years(plan)
    yield from _issue(plan, first)
    yield from _deadlines(plan, first)
    yield from _words(plan, first)


def _issue(plan: Plan, first: int) -> Iterator[Finding]:
    day = issued(plan)
    if day is None or day.year >= first or (day.year == first - 1 and day.month >= _DRAFTED):
        return
    message = ISSUED(issued=plan.issued, year=plan.year)
    yield Finding(at_value(plan.node, "issued"), message, plan, plan.issued)


def _deadlines(plan: Plan, first: int) -> Iterator[Finding]:
    day = issued(plan)
    for due in deadlines(plan):
        found = due.deadline
        stale = due.year is not None and due.year < first
        if stale and (day is None or found is None or found.day < day):
            certain = found is not None and day is not None
            message = DEADLINE(name=due.name, text=due.text, year=plan.year)
            yield Finding(
                due.place, message, due.item, due.text, severity=Severity.ERROR if certain else None
            )


def _words(plan: Plan, first: int) -> Iterator[Finding]:
    """Search all texts at once for years, and judge the words around those of the last years."""
    everything = texts(plan)
    stale = re.compile("|".join(f"{year}年" for year in range(first - _BACK, first)))
    for said in everything.holding(stale):
        if not _own_words(said):
            continue
        words = _leftover(said.text, first, whole=_is_title(said, plan) or said.key == "evaluation")
        if words is None:
            continue
        year = words.start(words.lastgroup or 0)
        message = WORDS(text=_shown(said.text), stale=words[words.lastgroup or 0], year=plan.year)
        item = everything.item(said) or plan
        yield Finding(words_at(said, year, 5), message, item, words[0], confidence=Confidence.MEDIUM)


def _own_words(said: Said) -> bool:
    """Say whether the text is the plan's own and not the title of a document that it rests on."""
    if said.key not in _KEYS:
        return False
    return said.key not in _OWN or said.holder.entries.get(said.key) is said.node


def _is_title(said: Said, plan: Plan) -> bool:
    """Say whether it is the title of the plan or of an annex."""
    if said.key == "annexes":
        return True
    return said.key == "title" and any(
        said.holder is holder for holder in (plan.node, *(action.node for action in plan.actions))
    )


def _leftover(text: str, first: int, *, whole: bool) -> re.Match[str] | None:
    """Return the words with a year that was probably overlooked; in a title, and of what is assessed, any
    year but the plan's own."""
    plain = _TITLES.sub(lambda title: " " * len(title[0]), text)
    patterns = [_DEADLINE]
    if whole and str(first) not in text:
        patterns.append(_ANY)
    if not _PAST(text):
        patterns += [_WORK, _ASSESSED]
    for pattern in patterns:
        for found in pattern.finditer(plain):
            if first - _BACK <= int(found[found.lastgroup or 0]) < first:
                return found
    return None


def _shown(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"


rule = Rule("DAT003", "stale-year", Severity.WARNING, Authority.LOGIC, __doc__, check)
