"""Value phrase not understood / 目标值无法识别

何事：目标值不是能够识别的说法，例如“7个点”“增长7”“13%还多”。
What: The value of a target is no phrase that the grammar knows, such as “7个点”, “增长7” or “13%还多”.

缘由：无法识别的目标值不参与任何检查：与总体目标、附件、上级下达数是否一致，都无从判断；写的人却以为已经查过。
Why: Such a value takes part in no check, so nobody learns whether it agrees with the overall goals, the
annex or the superior's figure, while its author believes that it was checked.

改法：写成“口径＋比较词＋数字＋单位”，如“增长7%左右”“达到87亿元”“新增10家以上”“占地区生产总值比重达到18%”；
适用范围写入 scope，其余说明写入 note 或 summary。
Mend: Write measure, comparator, figure and unit: “增长7%左右”, “达到87亿元”, “新增10家以上”; put the scope
into `scope` and any other remark into `note` or `summary`.

依据：格式：目标值的短语语法（见 docs 中“目标短语”一节）。
Authority: the format; the grammar of target phrases, described in the documentation.

Bad:

    goals:
      - targets:
          规模工业增加值: 增长比往年7个点还多
    #              ^^^^^^^^^^ phrase-not-understood

Good:

    goals:
      - targets:
          民生支出占比: 保持70%以上
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import PhraseAt, Plan, Target
from planspec.phrase import parse
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Scalar
from planspec.source.place import at

WITH_FIGURE = Template(
    zh="“{name}”的目标值“{text}”无法识别，其中的数字未参与检查；请写成“增长7%左右”“达到87亿元”“新增10家以上”"
    "这样的形式{hint}{question}",
    en="The value “{text}” of “{name}” is not understood, so its figure was not checked; write a phrase such "
    "as “增长7%左右”, “达到87亿元” or “新增10家以上”{hint}{question}",
)
BARE = Template(
    zh="“{name}”的目标值“{text}”只有数字，没有单位，也未说明是总量、增量还是增速，未参与检查；请写完整，"
    "如“达到{text}家”“增长{text}%”",
    en="The value “{text}” of “{name}” is a bare number: neither a unit nor a verb says what it counts, "
    "so it was not checked; write it in full, such as “达到{text}家” or “增长{text}%”",
)
WORDS_ONLY = Template(
    zh="“{name}”的目标值“{text}”没有可考核的数字，也不是能识别的定性说法（如持续下降、全覆盖、完成省定目标），"
    "未作前后一致性检查；请尽量量化，属于成果的改列成果（deliverables）",
    en="The value “{text}” of “{name}” holds no figure to be held to and is none of the wordings that are "
    "understood (持续下降, 全覆盖, 完成省定目标 …), so it was not compared with its other places; give a "
    "figure if you can, and list an output in `deliverables`",
)
POINTS = Template(
    zh="；另请核对：这是占比类指标，“{points}”是否应为{figure}个百分点",
    en="; also check: this is a share, so “{points}” may be meant as {figure} percentage points",
)
SEVERAL = Message(
    "；一项指标有几个说法的，写成列表，每项一个：[增长5%, 达到87亿元]",
    "; where one indicator has several statements, write a list of them: [增长5%, 达到87亿元]",
)
YEAR = Template(
    zh="；到{year}年要达到的，年份写入这一目标的by：{{value: …, by: {year}-12-31}}",
    en="; what is to be reached in {year} has that year in the target's `by`: {{value: …, by: {year}-12-31}}",
)
APART = Message(
    "；适用范围写入这一目标的scope，补充说明写入任务的note",
    "; its scope goes into the target's `scope`, remarks into the task's `note`",
)
NO_QUESTION = Message("", "")

_BARE: Final = re.compile(r"[-+]?[0-9０-９][0-9０-９,，._]*").fullmatch
_LOOKED_AT: Final = 200
"""Characters of a value that are searched for a figure; a value phrase is much shorter."""

_FIGURE: Final = re.compile(
    r"[0-9０-９%％‰]|[百千万]分之|翻番|翻一番|[一二三四五六七八九十百千万亿两半]+[余多]?[个家户项件台套座所条处场次人名吨亩元成倍位]"
).search

_STOPS: Final = re.compile("[，,、；;。]")
_IN_YEAR: Final = re.compile(r"(?:力争|确保)?到?(?P<year>20\d\d)年(?:底|末)?前?[^，,、；;]*$").match
_SHARE: Final = re.compile("占比|比重|比例|比率|率").search
_RISES: Final = re.compile(
    r"(?:提高|提升|上升|增加|下降|降低)[了至到约超]?(?P<figure>[0-9]+(?:\.[0-9]+)?)[%％]"
).search


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at every value phrase, the baselines and the allocations included."""
    for target in plan.targets:
        for one in target.phrases:
            if one.phrase is None:
                yield _finding(target, one)
        if target.baseline is not None and target.baseline.phrase is None:
            yield _finding(target, target.baseline)
    allocations = plan.node.entries.get("allocations")
    if isinstance(allocations, Mapping):
        yield from _allocations(plan, allocations)


def _allocations(plan: Plan, allocations: Mapping) -> Iterator[Finding]:
    for name, shares in allocations.entries.items():
        if not isinstance(shares, Mapping):
            continue
        for code, node in shares.entries.items():
            if isinstance(node, Scalar) and node.text and parse(node.text[:400]) is None:
                template, severity = _say(node.text)
                message = template(
                    name=f"{name}/{code}",
                    text=node.text,
                    question=_question(f"{name}{node.text}"),
                    hint=_hint(node.text),
                )
                yield Finding(at(node), message, plan, f"{name}/{code}: {node.text}", severity=severity)


def _finding(target: Target, one: PhraseAt) -> Finding:
    template, severity = _say(one.text)
    question = _question(f"{target.name}{one.text}")
    message = template(name=target.name, text=_short(one.text), question=question, hint=_hint(one.text))
    return Finding(at(one.node), message, target, one.text, severity=severity)


def _question(text: str) -> Message:
    """Return the question that a share which is to rise by per cents calls for; nothing for any other text."""
    found = _RISES(text) if _SHARE(text) else None
    return NO_QUESTION if found is None else POINTS(points=found[0], figure=found["figure"])


def _hint(text: str) -> Message:
    """Return how to write what this text holds: several statements, a later year, or words beside the figure."""
    if year := _IN_YEAR(text):
        return YEAR(year=year["year"])
    parts = _STOPS.split(text[:_LOOKED_AT])
    return SEVERAL if sum(_FIGURE(part) is not None for part in parts) > 1 else APART


def _say(text: str) -> tuple[Template, Severity]:
    if _BARE(text):
        return BARE, Severity.WARNING
    if _FIGURE(text[:_LOOKED_AT]):
        return WITH_FIGURE, Severity.WARNING
    return WORDS_ONLY, Severity.INFO


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"


rule = Rule("FMT005", "phrase-not-understood", Severity.WARNING, Authority.FORMAT, __doc__, check)
