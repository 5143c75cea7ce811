"""A difference as one HTML page: what changed at a glance, the figures that moved, then every change, folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import Change, ChangeClass, Weight
from planspec.report.difference.charts import bar, dumbbells, figures
from planspec.report.difference.headings import (
    FIRST,
    MORE_GRAVE,
    NO_PLAN,
    NOTHING,
    NOTHING_LEFT,
    alone,
    closing,
    group_title,
    heading,
    reading,
)
from planspec.report.difference.links import target_of
from planspec.report.difference.overview import gravest, overview, shared_targets, taken_words, theme_of
from planspec.report.difference.value import Couple, Difference, Group, tally
from planspec.report.difference.wording import (
    WEIGHTS,
    Entry,
    class_of,
    doubtful,
    entry_of,
    sides,
    title_of,
)
from planspec.report.web import page, text
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.diff import Side
    from planspec.report import Look

WHAT: Final = Message("planspec：方案在含义上的变化", "planspec: what changed in meaning")
GLANCE: Final = Message("各行动的变化", "Changes by action")
MOVED: Final = Message("变了的数字", "Figures that moved")
LEGEND: Final = Message(
    "空心点是{before}，实心点是{after}；红色减弱，绿色加强，黄色待人工判断。百分数共用一个刻度，其他各用各的，都从0起。",
    "The hollow dot is {before}, the full one {after}; red is weaker, green stronger, yellow undecided. Per cents share one "
    "scale, other figures have their own; all start at 0.",
)
SHARED: Final = Message("两份方案都有的主要目标", "Main targets of both plans")
SAME: Final = Message("数值相同", "Same value")
DETAILS: Final = Message("全部变化", "All changes")
HEADS: Final = (Message("类别", "class"), Message("变化", "change"))
ACTION: Final = Message("行动", "action")
INDICATOR: Final = Message("指标", "indicator")
TASKS: Final = Message("任务", "tasks")
INDICATORS: Final = Message("指标", "indicators")
CONTINUED: Final = Template(zh="{stayed}的任务：{tasks}", en="Tasks {stayed}: {tasks}")
PLANS: Final = Message("方案增删", "Plans that came or went")
_CLASSES: Final = {
    ChangeClass.WEAKENED: "bad",
    ChangeClass.REDEFINED: "warn",
    ChangeClass.UNDECIDED: "open",
    ChangeClass.REASSIGNED: "calm",
    ChangeClass.STRENGTHENED: "good",
    ChangeClass.REWORDED: "soft",
}
_FIRST: Final = 20
_OPEN: Final = 40
"""Up to so many changes stand open; more are folded."""
STYLE: Final = """\
.open { color: #8a6d00; }
svg.bar { height: .95rem; border-radius: .25rem; overflow: hidden; }
.legend span { display: inline-block; margin: .2rem .9rem .2rem 0; white-space: nowrap; }
.legend b { font-size: 1.3rem; }
ol.first { padding-left: 1.6rem; margin: .4rem 0; } ol.first li { margin: .15rem 0; }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.line { min-width: 7rem; vertical-align: middle; } td.line svg { width: var(--size); min-width: 3px; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .6rem 0; }
summary { cursor: pointer; padding: .5rem .8rem; background: var(--panel); border-radius: .5rem; }
summary span { white-space: nowrap; font-size: .87rem; margin-left: .6rem; }
details > div { padding: .2rem .8rem .6rem; }
details .wide { border: 0; }
.what { min-width: 12rem; } .kind { white-space: nowrap; font-weight: 600; }
.place { color: var(--soft); font-size: .78rem; white-space: nowrap; }
a.place { text-decoration: none; } a.place:hover { text-decoration: underline; }
h4 { margin: .8rem 0 .2rem; font-size: .92rem; }
details ul { padding-left: 1.2rem; columns: 22rem; column-gap: 2rem; } details li { break-inside: avoid; margin: .15rem 0; }
@media (max-width: 30rem) { summary span { display: block; margin: 0; white-space: normal; } .what { min-width: 9rem; }
  td.line { display: none; } th.line { display: none; } tbody th { min-width: 6rem; } }
@media print { details::details-content { content-visibility: visible; block-size: auto; } summary { break-after: avoid; }
  details { border: 0; } }
"""


def render(difference: Difference, look: Look) -> str:
    """Return the page."""
    writer = _Page(difference, look)
    couples = difference.changed
    title = " · ".join(writer.say(heading(couple, difference)) for couple in couples[:3]) or "planspec diff"
    return page(title, "\n".join(writer.body()), look.language, STYLE)


class _Page:
    """Says one difference in one language."""

    def __init__(self, difference: Difference, look: Look) -> None:
        self.difference = difference
        self.look = look
        self.language = look.language
        zh = look.language == "zh"
        self.colon = "：" if zh else ": "
        self.comma = "、" if zh else ", "

    def body(self) -> Iterator[str]:
        difference, say = self.difference, self.say
        for number, couple in enumerate(difference.changed):
            level = "h1" if not number else "h1 class=next"
            yield f"<{level}>{text(say(heading(couple, difference)))}</h1>"
            yield from self.couple(couple)
        gone = [*((plan, True) for plan in difference.removed), *((plan, False) for plan in difference.added)]
        if gone:
            yield f"<h2>{text(say(PLANS))}</h2>"
            yield (
                "<ul>"
                + "".join(f"<li>{text(say(alone(plan, removed=old)))}</li>" for plan, old in gone)
                + "</ul>"
            )
        elif not difference.couples:
            yield f"<p>{text(say(NOTHING_LEFT if difference.left_out else NO_PLAN))}</p>"
        notes = "".join(f"<li>{text(say(message))}</li>" for message in closing(difference))
        yield f'<ul class="soft">{notes}</ul>' if notes else ""

    def couple(self, couple: Couple) -> Iterator[str]:
        say, changes = self.say, couple.diff.changes
        names = [
            f"{text(say(word))}{self.colon}{self.link(plan.title, plan.node.file.shown, 1, old=plan is couple.before)}"
            for word, plan in zip(sides(couple), (couple.before, couple.after), strict=True)
        ]
        yield f'<p class="soft">{"<br>".join(names)}</p>'
        if not changes:
            yield f"<p>{text(say(NOTHING_LEFT if self.difference.left_out else NOTHING))}</p>"
            return
        yield self.glance(changes, couple)
        if couple.across:
            yield "<ul>" + "".join(f"<li>{text(say(one))}</li>" for one in overview(couple)) + "</ul>"
        yield "".join(f'<p class="soft">{text(say(told))}</p>' for told in reading(couple))
        yield self.first(couple)
        yield self.actions(couple)
        yield self.moved(couple)
        if couple.across:
            yield self.shared(couple)
        yield f"<h2>{text(say(DETAILS))}</h2>"
        for group in couple.groups:
            yield self.details(group, couple)

    def glance(self, changes: Sequence[Change], couple: Couple) -> str:
        """Return the counts by class as a bar with its legend."""
        counts = tally(changes)
        words = self.words(couple)
        legend = "".join(
            f'<span class="{_CLASSES[kind]}"><b>{number}</b> {text(words[kind])}</span>'
            for kind, number in counts.items()
        )
        return f'{bar(counts, words)}<p class="legend">{legend}</p>'

    def words(self, couple: Couple) -> dict[ChangeClass, str]:
        return {kind: self.say(class_of(kind, couple.mode)) for kind in ChangeClass}

    def first(self, couple: Couple) -> str:
        found = gravest(couple)
        if not found:
            return ""
        lines = []
        for change in found[:_FIRST]:
            entry = entry_of(change, couple, self.language)
            shown = " → ".join(text(value) for value in (entry.old, entry.new) if value)
            old = change.after is None
            place = self.at(
                change.before if old else change.after, entry.old_place if old else entry.new_place, old=old
            )
            lines.append(f"<li>{text(entry.what)}{self.colon if shown else ''}<b>{shown}</b> {place}</li>")
        more = ""
        if len(found) > _FIRST:
            more = f'<p class="soft">{text(self.say(MORE_GRAVE(count=len(found) - _FIRST)))}</p>'
        return f'<h2>{text(self.say(FIRST))}</h2><ol class="first">{"".join(lines)}</ol>{more}'

    def actions(self, couple: Couple) -> str:
        """Return a row an action: what was taken over, its counts, a bar."""
        say = self.say
        groups = [group for group in couple.groups if group.changes or couple.across]
        if len(groups) < 2:
            return ""
        most = max(len(group.changes) for group in groups) or 1
        kinds = list(tally(couple.diff.changes))
        words = self.words(couple)
        heads = [say(ACTION)]
        if couple.across:
            taken = "/".join(say(word) for word in taken_words(couple))
            heads += [f"{text(say(word))}<br><small>{text(taken)}</small>" for word in (TASKS, INDICATORS)]
        rows = []
        for group in groups:
            counts = tally(group.changes)
            theme = theme_of(group.facing, couple, self.language)
            tag = f' <span class="tag">{text(theme)}</span>' if couple.across and theme else ""
            cells = [f"<th scope=row>{text(say(group_title(group)))}{tag}</th>"]
            if couple.across:
                cells += [
                    f'<td class="number">{"/".join(map(str, one))}</td>'
                    for one in (group.facing.tasks, group.facing.targets)
                ]
            cells += [f'<td class="number {_CLASSES[kind]}">{counts.get(kind, "")}</td>' for kind in kinds]
            size = f"--size: {100 * len(group.changes) / most:.0f}%"
            cells.append(f'<td class="line" style="{size}">{bar(counts, words)}</td>')
            rows.append(f"<tr>{''.join(cells)}</tr>")
        head = "".join(
            f"<th scope=col>{cell}</th>" for cell in (*heads, *(text(words[kind]) for kind in kinds))
        )
        return (
            f"<h2>{text(say(GLANCE))}</h2>"
            f'<div class="wide"><table><thead><tr>{head}<th class="line"></th></tr></thead>'
            f"<tbody>{''.join(rows)}</tbody></table></div>"
        )

    def moved(self, couple: Couple) -> str:
        """Return the charts of the figures that moved."""
        charts = dumbbells(figures(couple))
        if not charts:
            return ""
        before, after = map(self.say, sides(couple))
        legend = self.say(LEGEND).format(before=before, after=after)
        cards = "".join(f'<div class="card">{chart}</div>' for chart in charts)
        return f'<h2>{text(self.say(MOVED))}</h2><p class="soft">{text(legend)}</p><div class="charts">{cards}</div>'

    def shared(self, couple: Couple) -> str:
        """Return the main targets of both plans."""
        changed, same = shared_targets(couple)
        rows = []
        for change in changed:
            entry = entry_of(change, couple, self.language)
            told = f'<span class="{_CLASSES[change.kind]}">{text(self.say(title_of(change.code, couple)))}</span>'
            rows.append(
                [
                    text(change.subject),
                    self.end(entry, old=True),
                    self.end(entry, old=False),
                    told + self.notes(entry),
                ]
            )
        lines = [f"<h2>{text(self.say(SHARED))}</h2>"] if rows or same else []
        if rows:
            heads = [self.say(INDICATOR), *(self.say(side) for side in sides(couple)), self.say(HEADS[1])]
            lines.append(_table(heads, rows))
        if same:
            told = self.comma.join(
                f"{one.name}（{'，'.join(phrase.text for phrase in one.phrases)}）" for one in same
            )
            lines.append(f"<p>{text(self.say(SAME))}{self.colon}{text(told)}</p>")
        return "".join(lines)

    def details(self, group: Group, couple: Couple) -> str:
        """Return the changes of an action: what both have as a table, the rest as lists."""
        if not group.changes and not group.facing.continued:
            return ""
        say = self.say
        words = self.words(couple)
        numbers = "".join(
            f'<span class="{_CLASSES[kind]}">{text(words[kind])} {number}</span>'
            for kind, number in tally(group.changes).items()
        )
        opened = " open" if len(couple.diff.changes) <= _OPEN else ""
        parts = [f"<details{opened}><summary><b>{text(say(group_title(group)))}</b>{numbers}</summary><div>"]
        stayed, *alone_words = taken_words(couple)
        if couple.across and group.facing.continued:
            names = self.comma.join(
                new.title if old.title == new.title else f"{old.title} → {new.title}"
                for old, new in group.facing.continued
            )
            parts.append(f"<p>{text(say(CONTINUED(stayed=stayed, tasks=names)))}</p>")
        found = [entry_of(change, couple, self.language) for change in group.changes]
        rows = [one for one in found if one.both or not couple.across]
        if rows:
            heads = [say(word) for word in (*HEADS, *sides(couple))]
            parts.append(_table(heads, [self.row(one) for one in rows]))
        for word, old in zip(alone_words, (True, False), strict=True):
            ones = [one for one in found if couple.across and not one.both and bool(one.old_place) is old]
            if ones:
                items = "".join(f"<li>{self.item(one)}</li>" for one in ones)
                parts.append(f"<h4>{text(say(word))}</h4><ul>{items}</ul>")
        return "".join((*parts, "</div></details>"))

    def row(self, entry: Entry) -> list[str]:
        """Return the cells of a change."""
        grave = entry.change.weight is Weight.GRAVE
        tag = f' <span class="tag">{text(self.say(WEIGHTS[Weight.GRAVE]))}</span>' if grave else ""
        kind = f'<span class="kind {_CLASSES[entry.change.kind]}">{text(entry.kind)}</span>{tag}{self.unsure(entry)}'
        trail = f"<small>{text(' › '.join(entry.trail))}</small>" if entry.trail else ""
        what = f'<div class="what">{text(entry.what)}{trail}{self.notes(entry)}</div>'
        return [kind, what, self.end(entry, old=True), self.end(entry, old=False)]

    def item(self, entry: Entry) -> str:
        """Return what only one of two plans has."""
        value = entry.old or entry.new
        told = f"{text(entry.name)}{self.colon + text(value) if value else ''}"
        old = entry.change.after is None
        side, place = (entry.change.before, entry.old_place) if old else (entry.change.after, entry.new_place)
        notes = f' <span class="soft">{text(self.comma.join(entry.notes))}</span>' if entry.notes else ""
        return f"{told}{self.unsure(entry)} {self.at(side, place, old=old)}{notes}"

    def unsure(self, entry: Entry) -> str:
        return ' <b class="warn">?</b>' if doubtful(entry.change.match) else ""

    def notes(self, entry: Entry) -> str:
        return "".join(f"<small>{text(note)}</small>" for note in entry.notes)

    def end(self, entry: Entry, *, old: bool) -> str:
        """Return one end of a change: what it says, and where."""
        side = entry.change.before if old else entry.change.after
        value, place = (entry.old, entry.old_place) if old else (entry.new, entry.new_place)
        return f"{text(value)} {self.at(side, place, old=old)}" if side is not None else ""

    def at(self, side: Side | None, place: str, *, old: bool) -> str:
        if side is None:
            return ""
        return self.link(place, side.file, side.span.start_line, old=old, style="place")

    def link(self, shown: str, file: str, line: int, *, old: bool, style: str = "") -> str:
        """Return a link where an address is known, else the bare text: a page may be read anywhere."""
        to = target_of(file, line, self.difference, self.look, old=old)
        attribute = f' class="{style}"' if style else ""
        if to is None or not to.base:
            return f"<span{attribute}>{text(shown)}</span>"
        base = to.base if to.base.endswith("/") else f"{to.base}/"
        return f'<a{attribute} href="{text(f"{base}{to.file}#L{to.line}")}">{text(shown)}</a>'

    def say(self, message: Message) -> str:
        return message.text(self.language)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th scope=col>{text(cell)}</th>" for cell in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>'
