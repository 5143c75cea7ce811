"""Row and task name different units / 责任分解表与正文的责任单位不一致

何事：责任分解表的一行与它所对应的任务（restates 指明，或本行动内标题完全相同），列的责任单位不一样。名单以
“等”结尾的，多出的单位不算；写了“各有关部门”之类的，也不算。
What: A row of the responsibility table and the task it restates (by `restates`, or by a title that is the
same and unique in the action) name different units. A list that ends in 等 may be exceeded, and so may a
collective name.

缘由：正文和表格同时印发，单位各按对自己有利的一份办；牵头单位不同，任务就没有人牵头。
Why: Text and table are issued together, and each unit goes by the one that suits it; with two leads there
is none.

改法：以正文为准改表，或以表为准改正文；新写的方案不写 breakdown，由任务生成表格。
Mend: Correct one of the two. In a new plan leave `breakdown` out: the table is rendered from the tasks.

依据：文件自身逻辑：分解表复述正文，不另作规定。
Authority: logic; the table restates the text and lays down nothing of its own.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局, support: 县财政局}
        breakdown:
          - {title: 循环经济, units: [县发改局, 县财政局], leader: 王某}
    #                     ^^^^^ row-units-differ

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局, support: 县财政局}
        breakdown:
          - {title: 循环经济, units: [县科工局, 县财政局], leader: 王某}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planspec.model import Plan, Row, Task, UnitRef
from planspec.registry import Kind
from planspec.rules.res._shared import holder_of, is_group, leads, names
from planspec.rules.rows import restated, with_parts
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import Place, at_key

LEAD_MISSING = Template(
    zh="责任分解表“{title}”一行列的是{units}，没有正文中的牵头单位{lead}；请核对由谁牵头，使表格与正文一致",
    en="The row “{title}” leaves out the task's lead {lead} and names {units}; check who leads, and "
    "say the same "
    "in the table and the text",
)
LEAD_DIFFERS = Template(
    zh="“{title}”在责任分解表中由{units}牵头，在正文中由{lead}牵头；请核对由谁牵头，使表格与正文一致",
    en="“{title}” is led by {units} in the table and by {lead} in the text; check who leads, and say "
    "the same",
)
BOTH_WAYS = Template(
    zh="责任分解表“{title}”一行与正文的责任单位不一致：表中多{extra}，少{missing}；请核对，使表格与正文一致",
    en="The row “{title}” and its task name different units: the table adds {extra} and leaves out "
    "{missing}; check, and name the same",
)
MORE = Template(
    zh="责任分解表“{title}”一行比正文多列了{extra}；请核对，应当负责的补入正文，不应负责的从表中删去",
    en="The row “{title}” adds {extra}, whom the task does not name; name them at both places or at neither",
)
FEWER = Template(
    zh="责任分解表“{title}”一行比正文少列了{missing}；请核对，应当负责的补入表中",
    en="The row “{title}” leaves out {missing}, whom the task names; add them if they still are responsible",
)
IN_TEXT = Message(zh="正文写在这里", en="the text names them here")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare each row with its task; several rows of one task are taken together for what is left out."""
    tables: dict[tuple[int, int], tuple[Task, list[Row]]] = {}
    for row, task in restated(plan):
        if task is not None and row.own.stated:
            tables.setdefault((id(row.action), id(task)), (task, []))[1].append(row)
    for task, rows in tables.values():
        yield from _compared(task, rows)


def _compared(task: Task, rows: list[Row]) -> Iterator[Finding]:
    """Report where the rows and the task differ; what cannot be decided counts as the same."""
    parts = list(with_parts(task))
    wanted = [ref for part in parts for ref in part.effective.everyone]
    if not wanted:
        return
    text_open = any(part.effective.open for part in parts) or any(map(is_group, wanted))
    chiefs = [ref for part in parts for ref in leads(part.effective)]
    listed = [ref for row in rows for ref in row.own.everyone]
    table_open = any(row.own.open for row in rows) or any(map(is_group, listed))
    missing = [] if table_open else _beyond(wanted, listed)
    for row in rows:
        here = row.own.everyone
        extra = [] if text_open else _beyond(here, wanted)
        key = "lead" if row.own.lead else "units" if row.own.units else "support"
        related = _text_place(parts)
        place, title = at_key(row.node, key), row.title or row.no
        lost = _lost_chiefs(chiefs, row, rows, table_open)
        if lost and row.own.lead:
            message = LEAD_DIFFERS(title=title, lead=names(lost), units=names(row.own.lead))
            yield Finding(place, message, row, "lead", related, Confidence.HIGH)
        elif lost:
            message = LEAD_MISSING(title=title, lead=names(lost), units=names(here))
            yield Finding(place, message, row, "lead", related, Confidence.HIGH)
        elif extra:
            template = BOTH_WAYS if missing else MORE
            message = template(title=title, extra=names(extra), missing=names(missing))
            yield Finding(place, message, row, _keys(extra, missing), related)
        elif missing:
            message = FEWER(title=title, missing=names(missing))
            yield Finding(place, message, row, _keys((), missing), related, severity=Severity.INFO)
        missing = []


def _beyond(refs: Iterable[UnitRef], others: list[UnitRef]) -> list[UnitRef]:
    """Return the units that the others lack; none where a name that nobody knows may stand for them."""
    if any(ref.unit is None for ref in others):
        return []
    keys = {ref.key for ref in others}
    return [
        ref
        for ref in refs
        if ref.key not in keys and not is_group(ref) and not _clipped(ref, others) and ref.unit is not None
    ]


def _clipped(ref: UnitRef, others: list[UnitRef]) -> bool:
    """Say whether a park or firm stands there by a shorter or longer name: 邵经开区 for 新邵经开区."""
    return any(
        (ref.name in other.name or other.name in ref.name)
        and any(one.unit is not None and one.unit.kind is not Kind.BODY for one in (ref, other))
        for other in others
    )


def _lost_chiefs(chiefs: list[UnitRef], row: Row, rows: list[Row], table_open: bool) -> list[UnitRef]:
    """Return the task's leads if the row names none of them where it should."""
    if not chiefs:
        return []
    if row.own.lead:
        return chiefs if len(_beyond(chiefs, list(row.own.lead))) == len(chiefs) else []
    if table_open or row is not rows[0]:
        return []
    listed = [ref for one in rows for ref in one.own.everyone]
    return chiefs if len(_beyond(chiefs, listed)) == len(chiefs) else []


def _text_place(parts: list[Task]) -> tuple[tuple[Place, Message], ...]:
    for part in parts:
        holder = holder_of(part)
        for key in ("lead", "units", "support"):
            if key in holder.node.entries:
                return ((at_key(holder.node, key), IN_TEXT),)
    return ()


def _keys(extra: Iterable[UnitRef], missing: Iterable[UnitRef]) -> str:
    more = ",".join(sorted({ref.key for ref in extra}))
    fewer = ",".join(sorted({ref.key for ref in missing}))
    return f"+{more}-{fewer}"


rule = Rule(
    "RES013",
    "row-units-differ",
    Severity.WARNING,
    Authority.LOGIC,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
