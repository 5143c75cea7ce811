"""Every kind of change: one table. A code that was released never changes its meaning."""

from __future__ import annotations

from typing import Final

from planspec.diff.change import ChangeClass, Weight
from planspec.diff.kind import Kind
from planspec.source.message import Message

_W, _S = ChangeClass.WEAKENED, ChangeClass.STRENGTHENED
_WORDS, _WHO = ChangeClass.REWORDED, ChangeClass.REASSIGNED
_OTHER, _OPEN = ChangeClass.REDEFINED, ChangeClass.UNDECIDED
_GRAVE, _MAJOR, _MINOR, _NOTE = Weight.GRAVE, Weight.MAJOR, Weight.MINOR, Weight.NOTE


def _one(
    code: str, aspect: str, kind: ChangeClass, weight: Weight, zh: str, en: str, why_zh: str, why_en: str
) -> tuple[Kind, ...]:
    """A kind that is its own mirror image."""
    return (Kind(code, aspect, kind, weight, Message(zh, en), Message(why_zh, why_en), code),)


def _two(
    aspect: str,
    less: tuple[str, ChangeClass, Weight, str, str],
    more: tuple[str, ChangeClass, Weight, str, str],
    why_less: tuple[str, str],
    why_more: tuple[str, str],
) -> tuple[Kind, ...]:
    """Two kinds that are each other's mirror image."""
    return tuple(
        Kind(one[0], aspect, one[1], one[2], Message(one[3], one[4]), Message(*why), other[0])
        for one, other, why in ((less, more, why_less), (more, less, why_more))
    )


_TARGETS: Final = (
    *_two(
        "presence",
        ("target-removed", _W, _GRAVE, "被删去", "removed"),
        ("target-added", _S, _MAJOR, "新增", "added"),
        (
            "一个指标不再有要求，新方案里别处也没有。没有指标，就没有人对结果负责。",
            "An indicator is no longer demanded anywhere in the new plan. Without it nobody answers for the result.",
        ),
        ("新方案对一个指标提出了原来没有的要求。", "The new plan demands an indicator that the old one did not."),
    ),
    *_two(
        "copy",
        (
            "target-copy-removed", _WORDS, _MINOR, "此处不再写，别处仍有",
            "no longer stated here, still stated elsewhere",
        ),
        ("target-copy-added", _WORDS, _MINOR, "在此处又写了一遍", "stated here once more"),
        (
            "同一指标在总体方案、附件、任务、分解表里往往写几遍；少了一处，要求仍在别处。",
            "An indicator is often stated in the overall plan, the annex, a task and the table; one of these went, "
            "another still demands it.",
        ),
        (
            "方案别处已有的指标在这里又写了一遍，要求没有变。",
            "An indicator that the plan has elsewhere is stated here, too; nothing new is demanded.",
        ),
    ),
    *_two(
        "demand",
        ("target-lowered", _W, _GRAVE, "要求调低", "lowered"),
        ("target-raised", _S, _MAJOR, "要求调高", "raised"),
        (
            "越高越好的指标，数字变小了（或位次后移）。按数值比较，1.2万个与12000个相同。",
            "The figure of a more-is-better indicator went down (or its rank went back). Figures compare by value: "
            "1.2万个 is 12000个.",
        ),
        (
            "越高越好的指标，数字变大了（或位次前移）。",
            "The figure of a more-is-better indicator went up (or its rank went forward).",
        ),
    ),
    *_two(
        "demand",
        ("limit-relaxed", _W, _GRAVE, "控制线放宽", "limit relaxed"),
        ("limit-tightened", _S, _MAJOR, "控制线收紧", "limit tightened"),
        (
            "越低越好的指标（事故、能耗、成本），或写明“以内、不超过”的指标，允许的数字变大了。",
            "A less-is-better indicator (accidents, energy, cost), or one with a cap (以内, 不超过), may now be "
            "higher.",
        ),
        (
            "越低越好的指标，或写明“以内、不超过”的指标，允许的数字变小了。",
            "A less-is-better indicator, or one with a cap, has to be lower now.",
        ),
    ),
    *_two(
        "comparator",
        ("target-loosened", _W, _MAJOR, "约束放松", "loosened"),
        ("target-tightened", _S, _MINOR, "约束收紧", "tightened"),
        (
            "数字没有变，但表述留出了余地：“7%以上”改为“7%左右”，一个数改为一个区间。",
            "The figure is the same, but the wording leaves room: 7%以上 became 7%左右, a figure became a range.",
        ),
        (
            "数字没有变，表述更严：“7%左右”改为“7%以上”，区间收窄。",
            "The figure is the same, but the wording binds more: 7%左右 became 7%以上, a range became narrower.",
        ),
    ),
    *_two(
        "firmness",
        ("firmness-weakened", _W, _MAJOR, "约束力减弱", "less firm"),
        ("firmness-strengthened", _S, _MINOR, "约束力增强", "firmer"),
        (
            "“确保”去掉了，或加上了“力争、争取、努力”：完不成也算尽了力。",
            "确保 (ensure) went, or 力争 (strive) came: missing the target is then no failure.",
        ),
        ("“力争”去掉了，或加上了“确保”。", "力争 (strive) went, or 确保 (ensure) came."),
    ),
    *_two(
        "figure",
        ("figure-to-trend", _W, _GRAVE, "数字改成了趋势", "a figure became a trend"),
        ("trend-to-figure", _S, _MAJOR, "趋势改成了数字", "a trend became a figure"),
        (
            "原来有数字，现在只有“稳步提高、持续下降”，年底无从考核。",
            "There was a figure; now there is only a direction (稳步提高, 持续下降), which nobody can check.",
        ),
        ("原来只有方向，现在有了可以考核的数字。", "There was only a direction; now there is a figure to check."),
    ),
    *_two(
        "figure",
        ("figure-to-deferred", _OTHER, _MAJOR, "改为以上级下达为准", "now defers to the superior"),
        ("deferred-to-figure", _OTHER, _MAJOR, "不再以上级下达为准", "no longer defers to the superior"),
        (
            "要求改成“完成上级下达目标”，是高是低要看上级的数字。",
            "It now says 完成…定目标: whether that is more or less depends on the superior's figure.",
        ),
        (
            "原来以上级下达为准，现在自己给出了要求；须与上级的数字核对。",
            "It used to defer to the superior and now has a demand of its own, to be checked against the superior's.",
        ),
    ),
    *_one(
        "measure-changed", "measure", _OTHER, _MAJOR, "衡量方式改变", "measured in another way",
        "量法变了：增速改为总量，新增改为净增，占比改为数量，单个改为“各”。两者不能直接比高低。",
        "Another measure: growth became a level, gross became net, a share became an amount, one became each. "
        "Neither is more than the other.",
    ),
    *_one(
        "figure-unit-changed", "unit", _OTHER, _MAJOR, "计量单位改变", "unit of the figure changed",
        "计量单位换成了不能换算的另一种（户改为亿元）。能换算的（万元与亿元）按数值比较，不算改变。",
        "The figure is in a unit that does not convert into the old one (户, 亿元). Units that do convert "
        "compare by value.",
    ),
    *_one(
        "scope-changed", "scope", _OTHER, _MAJOR, "统计范围改变", "scope changed",
        "指标还是那个指标，统计的地域或对象变了（全区改为园区），数字不能直接比。",
        "The indicator is the same, but it is counted over another area or group (全区, 园区): figures do "
        "not compare.",
    ),
    *_one(
        "reference-changed", "reference", _OTHER, _MAJOR, "比较对象改变", "compared with something else",
        "比较的对象变了：与经济增长同步改为高于全省平均，全省位次改为全市位次，占比的分母换了。",
        "It is compared with something else: another indicator, a rank in another area, a share of another whole.",
    ),
    *_one(
        "baseline-changed", "baseline", _OTHER, _MAJOR, "基数改变", "baseline changed",
        "起点变了（从650元提高到700元，改为从660元）。基数变了，同样的增幅是另一个结果。",
        "It starts from another figure: with another baseline the same growth is another result.",
    ),
    *_one(
        "period-changed", "period", _OTHER, _MAJOR, "统计期改变", "period changed",
        "“每年、年均、累计”变了，同一个数字是另一个要求。",
        "每年, 年均 or 累计 came, went or changed: the same figure is another demand.",
    ),
    *_one(
        "direction-changed", "direction", _OTHER, _GRAVE, "方向相反", "direction reversed",
        "增长改成了下降，下限改成了上限。很可能有一处写错。",
        "Growth became a fall, a floor became a cap. One of the two is probably a slip.",
    ),
    *_one(
        "figure-changed", "figure", _OPEN, _MAJOR, "数字改变", "figure changed",
        "数字变了，但不知道这个指标是高好还是低好，所以不判断是加强还是减弱。可在方案的 indicators 里写明 "
        "direction。",
        "The figure changed, but it is not known whether more or less of it is better, so this is not judged. "
        "State its direction in the plan's `indicators`.",
    ),
    *_one(
        "trend-changed", "figure", _OPEN, _MINOR, "趋势的说法改变", "worded trend changed",
        "两边都只有方向没有数字（稳步提高、有所改善），轻重要人来判断。",
        "Both sides give a direction without a figure (稳步提高, 有所改善): a person has to weigh them.",
    ),
    *_one(
        "target-unreadable", "figure", _OPEN, _MAJOR, "数值改变但读不懂", "changed, but not understood",
        "数值的写法不在语法之内，看得出变了，判断不了是高是低。改成规范写法后再比较。",
        "The grammar does not understand one of the two values: they differ, which way cannot be told. Reword it.",
    ),
    *_one(
        "target-not-comparable", "figure", _OPEN, _MAJOR, "数值改变，无法比较", "changed, not comparable",
        "两边都读得懂，但要求的轻重无法断定（区间相互交错，约数与下限相近）。",
        "Both are understood, but which demands more cannot be told (overlapping ranges, an approximate "
        "figure near a floor).",
    ),
    *_one(
        "amount-differs", "figure", _OPEN, _MINOR, "绝对量不同", "absolute amounts differ",
        "两个地区的绝对量体量不同，直接比高低没有意义，只并列给出；增速、占比、位次仍然比较。",
        "Absolute amounts of two places say nothing of ambition; they are shown side by side. Growth, shares and "
        "ranks are still compared.",
    ),
    *_one(
        "indicator-changed", "name", _OTHER, _MAJOR, "换成了另一个指标", "another indicator",
        "数值相同或位置相同，指标却换了（规模工业增加值改为全部工业增加值）。",
        "The value or the place is the same, the indicator is another one (规模工业增加值, 全部工业增加值).",
    ),
    *_one(
        "indicator-renamed", "name", _OPEN, _MINOR, "指标名称改变", "indicator renamed",
        "名称变了，指标目录里没有它，判断不了是不是同一个指标。可用 renamed_from 写明，或登记为别名。",
        "The name changed and the registry does not know it, so it may or may not be the same figure. Say so with "
        "`renamed_from`, or register an alias.",
    ),
    *_one(
        "indicator-alias", "name", _WORDS, _NOTE, "指标换了叫法", "indicator under another name",
        "同一个指标的另一种叫法（GDP与地区生产总值），要求没有变。",
        "The same indicator by another of its names (GDP, 地区生产总值); nothing else changed.",
    ),
    *_one(
        "target-reworded", "wording", _WORDS, _NOTE, "换了写法", "reworded",
        "写法变了，含义相同（1.2万个与12000个，100%与全覆盖）。",
        "Written in another way, the same meaning (1.2万个, 12000个; 100%, 全覆盖).",
    ),
    *_one(
        "target-moved", "place", _WHO, _MINOR, "移到了别处", "moved",
        "指标连同要求移到了另一个任务、分节或行动下，负责的单位可能随之改变。",
        "The target went to another task, section or action; those who answer for it may have changed with it.",
    ),
    *_two(
        "measure",
        ("target-value-removed", _W, _MAJOR, "少了一个数值", "one of its values removed"),
        ("target-value-added", _S, _MINOR, "多了一个数值", "a further value added"),
        (
            "一个指标原来有几个数值（增长10%以上，达到5万元），现在少了一个。",
            "An indicator had several values (增长10%以上, 达到5万元); one of them went.",
        ),
        ("一个指标又多了一个数值。", "An indicator got a further value."),
    ),
    *_one(
        "parts-changed", "parts", _OTHER, _MINOR, "构成改变", "its parts changed",
        "总量由哪些分项加起来、属于哪个总量，写法变了；合计的口径可能随之改变。",
        "What a total adds up from, or which total it belongs to, changed, and perhaps what it counts.",
    ),
    *_two(
        "presence",
        ("allocation-removed", _W, _MAJOR, "不再分解到", "no longer allotted to"),
        ("allocation-added", _S, _MINOR, "新增分解到", "now allotted to"),
        (
            "分解给某个地区或单位的任务数不再列出。",
            "The share of a place or unit is no longer stated.",
        ),
        ("任务数新分解到某个地区或单位。", "A place or unit got a share."),
    ),
)  # fmt: skip

_DEADLINES: Final = (
    *_two(
        "deadline",
        ("deadline-later", _W, _MAJOR, "完成时限推迟", "deadline later"),
        ("deadline-earlier", _S, _MINOR, "完成时限提前", "deadline earlier"),
        (
            "完成时限往后推了。比较两个年度时，按各自年度内的月日比较。",
            "It is due later. Between two years, month and day within each year compare.",
        ),
        ("完成时限往前提了。", "It is due earlier."),
    ),
    *_two(
        "deadline",
        ("deadline-removed", _W, _MAJOR, "不再有完成时限", "deadline removed"),
        ("deadline-added", _S, _MINOR, "新增完成时限", "deadline added"),
        ("原来写明的完成时限没有了。", "The deadline that was stated is gone."),
        ("原来没有时限，现在写明了。", "There was no deadline; now there is one."),
    ),
    *_one(
        "deadline-reworded", "deadline", _WORDS, _NOTE, "时限换了写法", "deadline reworded",
        "写法变了，日期相同（年底与12月31日）。", "Another wording of the same date (年底, 12月31日).",
    ),
    *_one(
        "deadline-changed", "deadline", _OPEN, _MINOR, "时限改变，先后不明", "deadline changed, order unknown",
        "时限变了，但有一边算不出日期（高考前、长期），判断不了是提前还是推迟。",
        "The deadline changed, but one of the two gives no date (长期), so which is earlier cannot be told.",
    ),
)  # fmt: skip

_WORK: Final = (
    *_two(
        "presence",
        ("action-removed", _W, _GRAVE, "被删去", "removed"),
        ("action-added", _S, _GRAVE, "新增", "added"),
        (
            "整个行动没有了，新方案里也没有同一主题的行动；其中的任务除非移到别处，都不再列出。",
            "A whole action is gone and no action of its theme took its place; its tasks count as removed "
            "unless they "
            "moved elsewhere.",
        ),
        (
            "方案新增了一个行动，其中的任务不再逐条列出。",
            "The plan got a new action; its tasks are not listed one by one.",
        ),
    ),
    *_two(
        "structure",
        ("action-merged", _WHO, _MAJOR, "并入", "merged"),
        ("action-split", _WHO, _MAJOR, "拆分", "split"),
        (
            "几个行动合成了一个，专班和牵头单位随之合并。",
            "Several actions became one, and their work groups with them.",
        ),
        ("一个行动拆成了几个。", "One action became several."),
    ),
    *_one(
        "action-renamed", "name", _WORDS, _MINOR, "改名", "renamed",
        "同一行动（编号相同、主题相同或任务相同）换了名称。", "The same action (by id, theme or tasks) has another name.",
    ),
    *_one(
        "theme-changed", "theme", _OTHER, _MINOR, "主题改变", "theme changed",
        "行动归入了另一个主题；不同年度的行动按主题对应。",
        "The action counts to another theme; actions of different years line up by it.",
    ),
    *_two(
        "presence",
        ("section-removed", _W, _MAJOR, "被删去", "removed"),
        ("section-added", _S, _MAJOR, "新增", "added"),
        (
            "整节没有了，其中没有移到别处的任务也随之没有了。",
            "A whole section is gone, with those of its tasks that did not move.",
        ),
        ("新增了一节，其中的任务不再逐条列出。", "A new section; its tasks are not listed one by one."),
    ),
    *_one(
        "section-renamed", "name", _WORDS, _NOTE, "改了标题", "renamed",
        "任务没有变，分节的标题变了。", "The same tasks under another heading.",
    ),
    *_one(
        "section-moved", "place", _WHO, _MINOR, "移到另一行动", "moved to another action",
        "整节移到了另一个行动，专班和负责领导可能随之改变。",
        "The section went to another action; the work group and its leaders may have changed with it.",
    ),
    *_two(
        "presence",
        ("task-removed", _W, _MAJOR, "被删去", "removed"),
        ("task-added", _S, _MAJOR, "新增", "added"),
        (
            "一项任务没有了，也没有并入别的任务；它的指标、成果随之没有了。相近而不能确定的任务列在相关位置。",
            "A task is gone and no other took it in; its targets went with it. A task that may continue it "
            "is listed as related.",
        ),
        ("新增了一项任务。", "A new task."),
    ),
    *_one(
        "task-renamed", "name", _WORDS, _MINOR, "改了标题", "renamed",
        "同一任务换了标题，内容另行比较。", "The same task under another title; what it demands is compared for itself.",
    ),
    *_one(
        "task-moved", "place", _WHO, _MINOR, "移到另一行动", "moved to another action",
        "任务移到了另一个行动，专班和负责领导可能随之改变。",
        "The task went to another action; the work group and its leaders may have changed with it.",
    ),
    *_one(
        "task-regrouped", "place", _WORDS, _NOTE, "在行动内换了分节", "put elsewhere in the action",
        "任务仍在原行动里，换了分节或上级任务。", "The task stays in its action, under another section or task.",
    ),
    *_two(
        "structure",
        ("task-merged", _WHO, _MAJOR, "合并", "merged"),
        ("task-split", _WHO, _MAJOR, "拆分", "split"),
        (
            "几项任务合成了一项；没有带过来的指标另行列出。",
            "Several tasks became one; targets that were not taken over are listed.",
        ),
        (
            "一项任务拆成了几项；没有带过去的指标另行列出。",
            "One task became several; targets that were not taken over are listed.",
        ),
    ),
    *_one(
        "tier-changed", "tier", _OTHER, _MINOR, "实事层级改变", "tier changed",
        "民生实事由省定、市定、区定之间改变，由哪一级考核随之改变。",
        "A livelihood item (民生实事) is set by another tier of government, which then also checks it.",
    ),
    *_two(
        "presence",
        ("goal-removed", _W, _MINOR, "被删去", "removed"),
        ("goal-added", _S, _MINOR, "新增", "added"),
        (
            "一段目标没有了；其中的指标另行比较。",
            "A paragraph of goals is gone; its targets are compared for themselves.",
        ),
        ("新增了一段目标。", "A new paragraph of goals."),
    ),
    *_one(
        "goal-renamed", "name", _WORDS, _NOTE, "改了标题", "renamed",
        "目标段的标题变了，指标另行比较。", "Another heading of a paragraph of goals; its targets are compared for themselves.",
    ),
    *_two(
        "deliverable",
        ("deliverable-removed", _W, _MAJOR, "成果被删去", "deliverable removed"),
        ("deliverable-added", _S, _MINOR, "新增成果", "deliverable added"),
        ("任务不再承诺一项成果。", "The task no longer promises a result."),
        ("任务新承诺一项成果。", "The task promises a further result."),
    ),
    *_one(
        "deliverable-reworded", "deliverable", _WORDS, _NOTE, "成果换了说法", "deliverable reworded",
        "成果的文字变了，数字没有变。", "A deliverable in other words, with the same figures.",
    ),
    *_two(
        "project",
        ("project-removed", _W, _MINOR, "项目被删去", "project removed"),
        ("project-added", _S, _MINOR, "新增项目", "project added"),
        ("不再点名一个项目、园区或活动。", "A project, park or event is no longer named."),
        ("新点名一个项目、园区或活动。", "A further project, park or event is named."),
    ),
    *_one(
        "project-renamed", "project", _WORDS, _NOTE, "项目换了名称", "project renamed",
        "项目名称的文字略有变化。", "A slightly different name of a project.",
    ),
    *_one(
        "text-figure-changed", "text", _OPEN, _MAJOR, "文字中的数字改变", "a figure in the text changed",
        "标题、摘要、成果等文字里的数字变了。文字里的数字不按指标比较，需要人来看。",
        "A figure within a title, summary or deliverable changed. Such figures are not read as targets: "
        "a person has to look.",
    ),
    *_one(
        "summary-changed", "text", _WORDS, _NOTE, "摘要改变", "summary changed",
        "摘要或说明的文字变了；摘要是转述，不是要求。", "The summary, a paraphrase without demands of its own, changed.",
    ),
    *_one(
        "note-changed", "text", _WORDS, _NOTE, "备注改变", "note changed",
        "备注的文字变了。", "The note changed.",
    ),
)  # fmt: skip

_PEOPLE: Final = (
    *_two(
        "responsibility",
        ("responsibility-removed", _W, _GRAVE, "不再有责任单位", "no unit left"),
        ("responsibility-added", _S, _MAJOR, "明确了责任单位", "now has units"),
        ("原来写明的责任单位全部没有了，没有人负责。", "All units that were named are gone: nobody is responsible."),
        ("原来没有责任单位，现在有了。", "No unit was named; now there is one."),
    ),
    *_two(
        "lead",
        ("lead-removed", _W, _GRAVE, "不再有牵头单位", "lead removed"),
        ("lead-added", _S, _MAJOR, "明确了牵头单位", "lead added"),
        ("还有责任单位，但没有谁牵头了。", "Units are still named, but none of them leads any more."),
        ("原来只有责任单位，现在明确了谁牵头。", "Units were named; now one of them leads."),
    ),
    *_one(
        "lead-changed", "lead", _WHO, _MAJOR, "更换牵头单位", "lead changed",
        "牵头单位换了。按职能识别单位：县发展和改革局与县发改局是同一单位。",
        "Another unit leads. Units are known by what they are: 县发展和改革局 is 县发改局.",
    ),
    *_two(
        "lead",
        ("lead-left", _WHO, _MINOR, "减少牵头单位", "one lead fewer"),
        ("lead-joined", _WHO, _MINOR, "增加牵头单位", "a further lead"),
        ("原来几个单位共同牵头，其中有的不再牵头。", "Several units led together; one of them no longer does."),
        ("在原牵头单位之外又加了牵头单位。", "A further unit leads beside the old one."),
    ),
    *_one(
        "lead-order-changed", "lead", _WHO, _MINOR, "牵头单位的次序改变", "order of the leads changed",
        "几个牵头单位中排第一的变了，第一个通常是真正负责的。",
        "Another of several leads comes first; the first is usually the one that answers.",
    ),
    *_two(
        "support",
        ("support-removed", _WHO, _MINOR, "减少配合单位", "support removed"),
        ("support-added", _WHO, _MINOR, "增加配合单位", "support added"),
        ("有的配合单位不再列出。", "A supporting unit is no longer named."),
        ("新列了配合单位。", "A further supporting unit is named."),
    ),
    *_one(
        "support-changed", "support", _WHO, _MINOR, "调整配合单位", "support changed",
        "配合单位有增有减。", "Some supporting units came, some went.",
    ),
    *_two(
        "units",
        ("units-removed", _WHO, _MINOR, "减少责任单位", "units removed"),
        ("units-added", _WHO, _MINOR, "增加责任单位", "units added"),
        ("没有分牵头、配合的责任单位减少了。", "One of the units that share the work without a lead went."),
        ("没有分牵头、配合的责任单位增加了。", "A further unit shares the work without a lead."),
    ),
    *_one(
        "units-changed", "units", _WHO, _MINOR, "调整责任单位", "units changed",
        "没有分牵头、配合的责任单位有增有减。", "Of the units that share the work some came, some went.",
    ),
    *_one(
        "responsibility-restated", "responsibility", _WORDS, _NOTE, "责任单位换了写的位置", "units stated elsewhere",
        "责任单位由写在分节改为写在任务（或相反），各任务由谁负责没有变。",
        "The units moved from the section to its tasks (or back); who does what is the same.",
    ),
    *_one(
        "unit-renamed", "unit", _WORDS, _NOTE, "单位换了叫法", "unit under another name",
        "同一单位的另一种叫法（市监局与市场监管局）。", "The same unit by another of its names.",
    ),
    *_one(
        "units-reordered", "unit", _WORDS, _NOTE, "单位次序改变", "units in another order",
        "配合单位、成员单位的排列次序变了，单位没有变。", "Supporting units or members stand in another order.",
    ),
    *_two(
        "open",
        ("unit-list-opened", _WHO, _NOTE, "单位名单加了“等”", "list of units left open"),
        ("unit-list-closed", _WHO, _NOTE, "单位名单去掉了“等”", "list of units closed"),
        ("名单后面加了“等”，还有谁负责说不清。", "The list now ends in 等: who else is responsible stays open."),
        ("名单后面的“等”去掉了。", "The list no longer ends in 等."),
    ),
    *_two(
        "leader",
        ("leader-removed", _W, _MAJOR, "不再有责任领导", "leader removed"),
        ("leader-added", _S, _MINOR, "明确了责任领导", "leader added"),
        ("原来点名的责任领导没有了。", "The accountable leader who was named is gone."),
        ("新点名了责任领导。", "An accountable leader is named now."),
    ),
    *_one(
        "leader-changed", "leader", _WHO, _MINOR, "更换责任领导", "leader changed",
        "责任领导换了人或职务。", "Another leader is accountable.",
    ),
    *_two(
        "presence",
        ("workgroup-removed", _W, _MAJOR, "被撤销", "removed"),
        ("workgroup-added", _S, _MAJOR, "新设", "added"),
        ("原来设的专班或领导小组没有了。", "The work group or leading group is gone."),
        ("新设了专班或领导小组。", "A new work group or leading group."),
    ),
    *_one(
        "workgroup-renamed", "name", _WORDS, _NOTE, "改名", "renamed",
        "专班的名称变了。", "The work group has another name.",
    ),
    *_two(
        "head",
        ("head-removed", _W, _MAJOR, "不再有组长", "head removed"),
        ("head-added", _S, _MINOR, "明确了组长", "head added"),
        ("组长、总指挥没有了。", "The group has no head any more."),
        ("明确了组长、总指挥。", "The group has a head now."),
    ),
    *_one(
        "head-changed", "head", _WHO, _MAJOR, "更换组长", "head changed",
        "组长、总指挥换了。", "The group has another head.",
    ),
    *_two(
        "convenor",
        ("convenor-removed", _W, _MAJOR, "不再有召集人", "convenor removed"),
        ("convenor-added", _S, _MINOR, "明确了召集人", "convenor added"),
        ("专班没有召集人了。", "The work group has no convenor any more."),
        ("专班明确了召集人。", "The work group has a convenor now."),
    ),
    *_one(
        "convenor-changed", "convenor", _WHO, _MAJOR, "更换召集人", "convenor changed",
        "专班的召集人换了。", "The work group has another convenor.",
    ),
    *_one(
        "deputies-changed", "deputies", _WHO, _MINOR, "调整副职", "deputies changed",
        "副组长、副召集人有变动。", "The deputies of the group changed.",
    ),
    *_two(
        "members",
        ("member-removed", _WHO, _MINOR, "减少成员单位", "members removed"),
        ("member-added", _WHO, _MINOR, "增加成员单位", "members added"),
        ("有的成员单位不再列出。", "A member is no longer listed."),
        ("新列了成员单位。", "A further member is listed."),
    ),
    *_one(
        "members-changed", "members", _WHO, _MINOR, "调整成员单位", "members changed",
        "成员单位有增有减。", "Some members came, some went.",
    ),
    *_two(
        "office",
        ("office-removed", _W, _MAJOR, "不再设办公室", "office removed"),
        ("office-added", _S, _MINOR, "明确了办公室", "office added"),
        ("专班不再写明办公室设在哪里，日常工作没有着落。", "Where the group's office sits is no longer stated."),
        ("专班写明了办公室设在哪里。", "Where the group's office sits is stated now."),
    ),
    *_one(
        "office-changed", "office", _WHO, _MAJOR, "办公室改设", "office moved",
        "专班办公室改设在另一个单位。", "The group's office sits with another unit.",
    ),
    *_one(
        "office-head-changed", "office", _WHO, _NOTE, "调整办公室主任", "head of the office changed",
        "办公室主任、副主任有变动。", "The head or deputies of the group's office changed.",
    ),
)  # fmt: skip

_ORGANISATION: Final = (
    *_two(
        "cadence",
        ("cadence-slower", _W, _MAJOR, "频次降低", "less often"),
        ("cadence-faster", _S, _MINOR, "频次提高", "more often"),
        ("简报、通报、讲评由勤改疏（旬改为月）。", "Briefings or reviews come less often (旬 became 月)."),
        ("简报、通报、讲评由疏改勤。", "Briefings or reviews come more often."),
    ),
    *_two(
        "cadence",
        ("cadence-removed", _W, _MAJOR, "不再有", "removed"),
        ("cadence-added", _S, _MINOR, "新增", "added"),
        ("一种定期的简报、通报、讲评没有了。", "A regular briefing or review is gone."),
        ("新增一种定期的简报、通报、讲评。", "A new regular briefing or review."),
    ),
    *_one(
        "cadence-changed", "cadence", _OPEN, _MINOR, "频次改变，疏密不明", "rhythm changed",
        "频次的说法变了，比不出疏密（定期）。", "The rhythm is worded so that which is more often cannot be told (定期).",
    ),
    *_two(
        "evaluation",
        ("evaluation-removed", _W, _MAJOR, "考核激励办法被删去", "evaluation removed"),
        ("evaluation-added", _S, _MINOR, "新增考核激励办法", "evaluation added"),
        ("不再写明一种考核、督查或表扬办法。", "A way of evaluating, inspecting or praising is no longer stated."),
        ("新写明一种考核、督查或表扬办法。", "A further way of evaluating, inspecting or praising."),
    ),
    *_one(
        "evaluation-reworded", "evaluation", _WORDS, _NOTE, "考核激励办法换了说法", "evaluation reworded",
        "考核激励办法的文字略有变化。", "A way of evaluating in slightly other words.",
    ),
    *_two(
        "presence",
        ("list-removed", _W, _MINOR, "被删去", "removed"),
        ("list-added", _S, _MINOR, "新增", "added"),
        ("任务清单、政策清单、项目清单中少了一张。", "One of the lists of tasks, policies or projects is gone."),
        ("任务清单、政策清单、项目清单中多了一张。", "A further list of tasks, policies or projects."),
    ),
    *_one(
        "list-changed", "list", _OTHER, _MINOR, "清单种类改变", "kind of list changed",
        "清单由任务、政策、项目中的一种改成了另一种。", "The list is one of something else: tasks, policies, projects.",
    ),
    *_two(
        "presence",
        ("item-removed", _W, _MINOR, "被删去", "removed"),
        ("item-added", _S, _MINOR, "新增", "added"),
        ("清单中少了一项。", "An entry of a list is gone."),
        ("清单中多了一项。", "A further entry of a list."),
    ),
    *_one(
        "item-renamed", "name", _WORDS, _NOTE, "改了名称", "renamed",
        "清单中同一项的名称变了。", "The same entry of a list under another name.",
    ),
    *_one(
        "item-reworded", "text", _WORDS, _NOTE, "内容换了说法", "reworded",
        "清单项内容的文字变了，数字没有变。", "The content of an entry in other words, with the same figures.",
    ),
    *_two(
        "presence",
        ("row-removed", _W, _MINOR, "少了一行", "removed"),
        ("row-added", _S, _MINOR, "多了一行", "added"),
        (
            "任务责任分解表里少了一行，对应的任务仍在；随任务一起删去的行不另列。",
            "A row of the responsibility table is gone though its task stays; rows that went with their "
            "task are not listed.",
        ),
        ("任务责任分解表里多了一行。", "A further row of the responsibility table."),
    ),
    *_one(
        "row-renamed", "name", _WORDS, _NOTE, "改了标题", "renamed",
        "分解表里同一行的标题变了。", "The same row of the table under another title.",
    ),
)  # fmt: skip

_DOCUMENT: Final = (
    *_two(
        "presence",
        ("plan-removed", _W, _GRAVE, "被删去", "removed"),
        ("plan-added", _S, _GRAVE, "新增", "added"),
        (
            "一份方案整个没有了：旧的一边有，新的一边没有同一地区、同一年度的方案。其中的内容不再逐条列出。",
            "A whole plan is gone: the new side has none of its place and year. What it held is not listed one by one.",
        ),
        (
            "新的一边多了一份方案，旧的一边没有与它对应的。其中的内容不再逐条列出。",
            "The new side has a plan that the old one has no counterpart of. What it holds is not listed one by one.",
        ),
    ),
    *_one(
        "title-changed", "title", _WORDS, _MINOR, "标题改变", "title changed",
        "文件的标题变了。", "The document's title changed.",
    ),
    *_one(
        "document-number-changed", "document", _OTHER, _MINOR, "发文字号改变", "document number changed",
        "发文字号变了：要么是另一次印发，要么有一处写错。", "Another document number: issued anew, or a slip.",
    ),
    *_one(
        "issue-date-changed", "issued", _OTHER, _MINOR, "印发日期改变", "date of issue changed",
        "印发日期变了；时限是否早于印发要重新核对。", "Another date of issue; deadlines have to be checked against it.",
    ),
    *_two(
        "status",
        ("status-withdrawn", _W, _MAJOR, "由已印发退回草案", "back to draft"),
        ("status-issued", _S, _MAJOR, "由草案转为已印发", "issued"),
        ("方案退回草案，暂不执行。", "The plan is a draft again and not in force."),
        ("方案正式印发。", "The plan was issued."),
    ),
    *_one(
        "issuer-changed", "issuer", _WHO, _MINOR, "发文机关改变", "issuer changed",
        "发文机关变了。", "Another body issues the plan.",
    ),
    *_one(
        "place-changed", "jurisdiction", _OTHER, _MAJOR, "行政区划改变", "jurisdiction changed",
        "行政区划代码变了，单位名称、上级要求都要按新的地方理解。",
        "Another jurisdiction: names of units and the superior's demands are to be read anew.",
    ),
    *_one(
        "programme-changed", "programme", _OTHER, _MAJOR, "所属部署改变", "programme changed",
        "方案改为落实另一个年度部署。", "The plan now carries out another programme.",
    ),
    *_one(
        "year-changed", "year", _OTHER, _MAJOR, "年度改变", "year changed",
        "方案的年度变了。", "The plan is for another year.",
    ),
    *_one(
        "extent-changed", "extent", _OTHER, _MINOR, "收录范围改变", "extent changed",
        "spec 收录的范围变了（全文、总体方案、只有指标）：少了内容不一定是方案减弱。",
        "The spec covers another part of the document; what is missing is not necessarily gone.",
    ),
    *_two(
        "basis",
        ("basis-removed", _OTHER, _MINOR, "不再作为依据", "no longer a basis"),
        ("basis-added", _OTHER, _MINOR, "新增为依据", "new basis"),
        ("方案不再依据一份文件，对上级的要求要重新核对。", "The plan no longer rests on a document."),
        ("方案新依据一份文件。", "The plan rests on a further document."),
    ),
    *_one(
        "basis-changed", "basis", _OTHER, _MINOR, "写法改变", "basis stated differently",
        "所依据文件的标题、文号、日期变了，可能是另一份文件。",
        "Title, number or date of a document that the plan rests on changed: perhaps it is another one.",
    ),
    *_one(
        "annex-list-changed", "annexes", _WORDS, _NOTE, "附件目录改变", "list of annexes changed",
        "附件说明里的附件名称变了；附件本身另行比较。", "The list of annexes changed; the annexes are compared for themselves.",
    ),
    *_one(
        "distribution-changed", "copies", _WORDS, _NOTE, "抄送改变", "copies go to others",
        "抄送单位变了。", "Copies go to other bodies.",
    ),
    *_one(
        "declaration-changed", "declaration", _OTHER, _MINOR, "定义改变", "declared differently",
        "方案自己登记的单位或指标变了（职能、别名、方向），相关比较的口径随之改变。",
        "A unit or indicator that the plan declares itself has another role, alias or direction.",
    ),
    *_two(
        "declaration",
        ("declaration-removed", _WORDS, _NOTE, "不再登记", "no longer declared"),
        ("declaration-added", _WORDS, _NOTE, "新登记", "newly declared"),
        ("方案不再自己登记一个单位或指标。", "The plan no longer declares a unit or an indicator."),
        ("方案新登记一个单位或指标。", "The plan declares a further unit or indicator."),
    ),
)  # fmt: skip

_RECORD: Final = (
    *_one(
        "items-reordered", "order", _WORDS, _NOTE, "调整次序", "put in another order",
        "行动、分节、任务的先后变了，内容没有变。", "Actions, sections or tasks stand in another order.",
    ),
    *_one(
        "numbering-changed", "number", _WORDS, _NOTE, "编号改变", "renumbered",
        "编号变了，一个行动只报一次；因增删、调序而顺延的编号不报。",
        "Other numbers, said once per action; numbers that merely follow from what came, went or moved "
        "are not reported.",
    ),
    *_one(
        "id-changed", "id", _WORDS, _NOTE, "标识改变", "id changed",
        "spec 里的 id 变了；引用旧 id 的分解表、基线和批准记录会失效。",
        "Another id in the spec; what refers to the old one (table rows, baselines, approvals) no longer holds.",
    ),
    *_one(
        "source-changed", "source", _WORDS, _NOTE, "出处改变", "source changed",
        "在原文件中的位置写法变了，全方案只报一次。",
        "Where it stands in the issued document is stated differently; said once per plan.",
    ),
    *_two(
        "field",
        ("field-removed", _OPEN, _MINOR, "字段被删去", "field removed"),
        ("field-added", _OPEN, _MINOR, "字段新增", "field added"),
        (
            "planspec 不解释的字段（x- 开头的扩展键，或格式不符的值）没有了。",
            "A field that planspec does not interpret is gone (an x- key, or a value of the wrong type).",
        ),
        ("新增了 planspec 不解释的字段。", "A new field that planspec does not interpret."),
    ),
    *_one(
        "field-changed", "field", _OPEN, _MINOR, "字段改变", "field changed",
        "planspec 不解释的字段变了，含义由使用者自定。", "A field that planspec does not interpret changed.",
    ),
)  # fmt: skip

ALL: Final[tuple[Kind, ...]] = (
    *_TARGETS,
    *_DEADLINES,
    *_WORK,
    *_PEOPLE,
    *_ORGANISATION,
    *_DOCUMENT,
    *_RECORD,
)
"""Every kind, by aspect."""

KINDS: Final[dict[str, Kind]] = {kind.code: kind for kind in ALL}


def find_kind(word: str) -> Kind | None:
    """Return the kind with this code; None if there is none."""
    return KINDS.get(word.strip().lower())
