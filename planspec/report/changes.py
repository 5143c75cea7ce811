"""The kinds of changes that `planspec diff` knows: the list of all, and the page of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from planspec.diff import ALL, ChangeClass, Object
from planspec.diff.kind import CLASSES, OBJECTS, Kind
from planspec.report.cells import pad, width_of, wrap
from planspec.report.data import Value, dump
from planspec.report.difference.text import ROLES
from planspec.report.difference.wording import WEIGHTS
from planspec.report.marks import escape, table
from planspec.report.paint import Paint
from planspec.report.words import plural
from planspec.source.message import Message

if TYPE_CHECKING:
    from planspec.report import Language, Look

SECTIONS: Final = {
    "target-removed": Message("目标指标", "targets"),
    "deadline-later": Message("完成时限", "deadlines"),
    "action-removed": Message("行动、分节和任务", "actions, sections and tasks"),
    "responsibility-removed": Message("责任单位和专班", "units and work groups"),
    "cadence-slower": Message("调度考核和清单", "cadence, evaluation and lists"),
    "plan-removed": Message("文件本身", "the document"),
    "items-reordered": Message("编排和记录", "order and record"),
}
"""What a section of the catalogue is about, by the kind that it begins with."""
_TITLED: Final = (
    Object.PLAN,
    Object.TARGET,
    Object.ACTION,
    Object.SECTION,
    Object.TASK,
    Object.GOAL,
    Object.ROW,
    Object.LIST,
    Object.ITEM,
    Object.WORKGROUP,
)
_OBJECTS: Final = {thing.value: OBJECTS[thing] for thing in _TITLED} | {
    "cadence": Message("定期报告", "report")
}
_LABELS: Final = (
    Message("类别", "class"),
    Message("程度", "weight"),
    Message("反过来", "the other way round"),
)
_HEADS: Final = (
    Message("代码", "code"),
    Message("类别", "class"),
    Message("程度", "weight"),
    Message("含义", "what happened"),
)
_SELF: Final = Message("还是它自己", "itself")


def section_of(kind: Kind) -> Message:
    """Return what the section of the catalogue is about that a kind stands in."""
    found = next(iter(SECTIONS.values()))
    for one in ALL:
        found = SECTIONS.get(one.code, found)
        if one is kind:
            break
    return found


def title_of(kind: Kind) -> Message:
    """Return what a kind is called on its own, with the object that its code begins with: 任务被删去."""
    word = _OBJECTS.get(kind.code.partition("-")[0])
    if word is None:
        return kind.title
    return Message(
        word.zh + kind.title.zh.removeprefix(word.zh),
        f"{word.en} {kind.title.en.removeprefix(word.en).strip()}",
    )


def text(kinds: Sequence[Kind], look: Look) -> str:
    """Return the kinds by section and class, one a line."""
    language, paint = look.language, Paint(look.color)
    codes = max((len(kind.code) for kind in kinds), default=0)
    classes = max(width_of(word.text(language)) for word in CLASSES.values())
    weights = max(width_of(word.text(language)) for word in WEIGHTS.values())
    lines: list[str] = []
    for section, members in groupby(kinds, section_of):
        lines.append(paint("title", section.text(language)))
        for kind in sorted(members, key=_class_order):
            name = paint(ROLES[kind.kind], pad(CLASSES[kind.kind].text(language), classes))
            weight = pad(WEIGHTS[kind.weight].text(language), weights)
            lines.append(f"  {name}  {weight}  {kind.code:<{codes}}  {title_of(kind).text(language)}")
        lines.append("")
    if not look.quiet:
        lines.append(_closing(kinds, language))
    return "".join(line + "\n" for line in lines)


def _closing(kinds: Sequence[Kind], language: Language) -> str:
    if language == "zh":
        return f"共{len(kinds)}种变化；查看某一种的说明：planspec changes {kinds[0].code}"
    return f"{plural(len(kinds), 'kind')}; to have one explained: planspec changes {kinds[0].code}"


def _class_order(kind: Kind) -> int:
    return tuple(ChangeClass).index(kind.kind)


def markdown(kinds: Sequence[Kind], language: Language) -> str:
    """Return the kinds as one table a section."""
    lines: list[str] = []
    for section, members in groupby(kinds, section_of):
        heads = [head.text(language) for head in _HEADS]
        body = [
            [
                f"`{kind.code}`",
                CLASSES[kind.kind].text(language),
                WEIGHTS[kind.weight].text(language),
                f"**{escape(title_of(kind).text(language))}** {escape(kind.why.text(language))}",
            ]
            for kind in sorted(members, key=_class_order)
        ]
        lines += [f"## {section.text(language)}", "", *table(heads, body), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def json(kinds: Sequence[Kind]) -> str:
    """Return the kinds as JSON, texts in both languages."""
    return dump({"version": 1, "changes": [_data(kind) for kind in kinds]})


def page_text(kind: Kind, look: Look) -> str:
    """Return what one kind means, for reading on a terminal."""
    language, paint = look.language, Paint(look.color)
    width = min(look.width, 100)
    lines = [
        f"{paint('code', kind.code)}  {paint('title', title_of(kind).text(language))}",
        "　".join(_facts(kind, language)) if language == "zh" else "  ".join(_facts(kind, language)),
        "",
        *wrap(kind.why.text(language), width),
    ]
    return "".join(line + "\n" for line in lines)


def page_markdown(kind: Kind, language: Language) -> str:
    """Return what one kind means as Markdown."""
    lines = [
        f"# `{kind.code}` {title_of(kind).text(language)}",
        "",
        *(f"- {fact}" for fact in _facts(kind, language)),
    ]
    return "\n".join([*lines, "", kind.why.text(language)]) + "\n"


def page_json(kind: Kind) -> str:
    """Return what one kind means as JSON."""
    return dump({"version": 1, "change": _data(kind)})


def _facts(kind: Kind, language: Language) -> list[str]:
    colon = "：" if language == "zh" else ": "
    mirror = _SELF.text(language) if kind.mirror == kind.code else kind.mirror
    values = (CLASSES[kind.kind].text(language), WEIGHTS[kind.weight].text(language), mirror)
    return [f"{label.text(language)}{colon}{value}" for label, value in zip(_LABELS, values, strict=True)]


def _data(kind: Kind) -> dict[str, Value]:
    return {
        "code": kind.code,
        "section": _both(section_of(kind)),
        "aspect": kind.aspect,
        "class": kind.kind.value,
        "weight": kind.weight.value,
        "title": _both(kind.title),
        "why": _both(kind.why),
        "mirror": kind.mirror,
    }


def _both(message: Message) -> Value:
    return {"zh": message.zh, "en": message.en}
