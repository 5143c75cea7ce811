"""What a section of the first level holds: goals, tasks, how the work is organised, or only prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from planspec.documents.outline import Heading, Text
from planspec.documents.partwords import BACKGROUND
from planspec.phrase.dutywords import LABEL
from planspec.phrase.responsibility import find_all
from planspec.phrase.unitlists import WIDE, Known


class Holds(Enum):
    """What a section holds."""

    GOALS = "goals"
    TASKS = "tasks"
    ORGANISATION = "organisation"
    AIMS = "aims"
    """What the plan aims at and by which principles; goals may stand among them."""
    PROSE = "prose"


GOALS: Final = re.compile(r"目标|愿景|指标")
_WORK: Final = re.compile(r"任务|举措|措施")
_AIMS: Final = re.compile(
    r"指导思想|总体要求|总体思路|基本原则|工作原则|基本思路|编制依据|总体安排|工作思路|基本要求"
)
_ORGANISATION: Final = re.compile(
    r"(?:加强|强化|健全|建立|完善|切实加强|切实强化|明确)?(?:(?:工作|推进|保障|工作推进|协调|落实|组织|调度|实施)(?:保障|推进|运行)?机制|组织(?:领导|实施|保障|推进|推动|机构|体系|协调)"
    r"|(?:工作|实施|政策|要素|服务|组织|规划)?保障(?:措施|机制|体系|实施)?|(?:工作|有关|相关|实施|几点)要求|(?:工作)?专班|督(?:查|导)(?:考核|检查)?|考核(?:评价|督查)?|措施保障|强化落实|附则|步骤安排|工作步骤"
    r"|实施步骤|时间安排|进度安排)(?:(?:和|与|及|、|，|,).{0,16})?"
)
_ORGANS: Final = re.compile("(?:工作)?组织(?:架构|机构|体系)(?:及职责|及分工|和职责)?|领导机构|机构设置")
_LOOSE: Final = re.compile(
    r"机制|组织(?:领导|实施|保障|推进|推动)|保障|工作要求|有关要求|专班|督(?:查|导)考核|考核|工作措施|措施保障|实施要求|强化落实|附则|统筹协调|协同推进|推进落实|落地"
)
_ORGANISING: Final = re.compile(
    r"组织(?:领导|实施|保障|推进|协调)|领导|统筹|协调|压实|责任|督[查导促]|考核|评估|宣传|氛围|调度|抓好落实|跟踪|专班|报送|工作机制|推进机制"
)
"""What the parts of such a section are about."""
_TASKS_ONLY: Final = re.compile(r"(?:工作|重点|主要|攻坚)任务|重点工作|主要工作|重点举措|主要举措")
CLOSING: Final = re.compile(
    r"(?:本|以上|上述)?(?:方案|措施|政策|意见|办法|通知|举措|计划|细则|规定).{0,12}(?:自.{2,16}(?:起|日)(?:施行|执行|实施|生效)|有效期|由.{2,30}(?:负责)?解释)|自(?:发布|印发|公布)之日起"
)
_LONGEST_CLOSING: Final = 160


def texts_of(heading: Heading) -> list[Text]:
    """Return a heading's title and body."""
    return [Text(heading.title, heading.spot), *heading.body]


def holds(heading: Heading, siblings: Sequence[Heading], known: Known) -> Holds:
    """Say what a section of the first level holds, by its title and, where that is silent, by its content."""
    title = heading.title
    nodes = [*heading.walk()]
    assigned = sum(any(find_all(text.text, known) for text in texts_of(node)) for node in nodes)
    if is_closing(heading):
        return Holds.PROSE
    if not assigned:
        if GOALS.search(title) and not (_WORK.search(title) and len(heading.children) > 2):
            return Holds.GOALS
        if _AIMS.search(title):
            return Holds.AIMS
        if len(title) <= 16 and BACKGROUND.search(title):
            return Holds.PROSE
    if _TASKS_ONLY.search(title):
        return Holds.TASKS
    last = heading is siblings[-1] or all(map(is_closing, siblings[_index(heading, siblings) + 1 :]))
    if _ORGANS.fullmatch(title) or (_ORGANISATION.fullmatch(title) and (not assigned or last)):
        return Holds.ORGANISATION
    organising = [child for child in heading.children if _ORGANISING.search(child.title)]
    if last and heading is not siblings[0]:
        if (
            organising
            and len(organising) * 3 >= len(heading.children) * 2
            and not _gives_duties(heading, known)
        ):
            return Holds.ORGANISATION
        if _LOOSE.search(title) and not assigned and not heading.children and len(title) <= 16:
            return Holds.ORGANISATION
    return Holds.TASKS


def is_closing(heading: Heading) -> bool:
    """Say whether a heading only tells from when the document holds, or who explains it."""
    text = heading.text
    return len(text) <= _LONGEST_CLOSING and CLOSING.search(text) is not None and not heading.children


def gives_duty(heading: Heading, known: Known) -> bool:
    """Say whether a paragraph on organisation gives somebody a task: it ends in a bracket or a label that names units."""
    return any(
        found.stated
        and (
            text.text[found.start : found.start + 1] in "（(〔[【"
            or LABEL.match(text.text.translate(WIDE), found.start) is not None
        )
        for text in texts_of(heading)
        for found in find_all(text.text, known)
    )


def _gives_duties(heading: Heading, known: Known) -> bool:
    leaves = [node for node in heading.walk() if not node.children]
    return sum(gives_duty(node, known) for node in leaves) * 2 > len(leaves)


def _index(heading: Heading, siblings: Sequence[Heading]) -> int:
    return next(index for index, one in enumerate(siblings) if one is heading)
