"""What an HTML page of a difference shows at a glance: counts, the gravest changes, figures that moved, main targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from planspec.diff import Change
from planspec.report.difference.charts import bar, dumbbells, figures
from planspec.report.difference.entries import entry_of
from planspec.report.difference.headings import FIRST, MORE_GRAVE, group_title, reading
from planspec.report.difference.labels import ACTION, INDICATOR, INDICATORS, MAIN, TASKS
from planspec.report.difference.overview import (
    gravest,
    main_targets,
    overview,
    shared_targets,
    taken_words,
    theme_of,
)
from planspec.report.difference.tags import STYLES, Tags, table
from planspec.report.difference.value import Couple, tally
from planspec.report.difference.wording import change_word, sides, title_of
from planspec.report.web import text
from planspec.source.message import Message, Template

GLANCE: Final = Template(zh="各行动的{word}", en="By action: {word}s")
MOVED: Final = (Message("变了的数字", "Figures that moved"), Message("不同的数字", "Figures that differ"))
"""Between two states of one plan, and between two places."""
LEGEND: Final = Message(
    "空心点是{before}，实心点是{after}；红色减弱，绿色加强，黄色待人工判断。增速共用一个刻度，其他各用各的，都从0起。",
    "The hollow dot is {before}, the full one {after}; red is weaker, green stronger, yellow undecided. Rates of growth "
    "share one scale, other figures have their own; all start at 0.",
)
LEGEND_OF_COUNTS: Final = Template(zh="任务和指标：{taken}", en="Tasks and indicators: {taken}")
_FIRST: Final = 20


class Glance(Tags):
    """Says what stands above the single changes of a pair of plans."""

    def sections(self, couple: Couple) -> Iterator[str]:
        """Yield the counts, what weighs most, the actions, the figures that moved, the main targets."""
        yield self.counts(couple.diff.changes, couple)
        if couple.across:
            yield "<ul>" + "".join(f"<li>{text(self.say(one))}</li>" for one in overview(couple)) + "</ul>"
        yield "".join(f'<p class="soft">{text(self.say(told))}</p>' for told in reading(couple))
        yield self.first(couple)
        yield self.actions(couple)
        yield self.moved(couple)
        if couple.across:
            yield self.shared(couple)

    def counts(self, changes: Sequence[Change], couple: Couple) -> str:
        """Return the counts by class as a bar with its legend."""
        counts = tally(changes)
        words = self.words(couple)
        legend = "".join(
            f'<span class="{STYLES[kind]}"><b>{number}</b> {text(words[kind])}</span>'
            for kind, number in counts.items()
        )
        return f'{bar(counts, words)}<p class="legend">{legend}</p>'

    def first(self, couple: Couple) -> str:
        """Return what weighs most."""
        found = gravest(couple)
        if not found:
            return ""
        lines = []
        for change in found[:_FIRST]:
            entry = entry_of(change, couple, self.language)
            old = change.after is None
            place = self.at(
                change.before if old else change.after, entry.old_place if old else entry.new_place, old=old
            )
            shown = f"{self.colon}<b>{text(entry.shown)}</b>" if entry.shown else ""
            lines.append(f"<li>{text(entry.what)}{shown} {place}</li>")
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
        legend = ""
        if couple.across:
            heads += [say(TASKS), say(INDICATORS)]
            taken = "/".join(say(word) for word in taken_words(couple))
            legend = f'<p class="soft">{text(say(LEGEND_OF_COUNTS(taken=taken)))}</p>'
        rows = []
        for group in groups:
            counts = tally(group.changes)
            theme = theme_of(group.facing, couple, self.language)
            tag = f' <span class="tag">{text(theme)}</span>' if couple.across and theme else ""
            cells = [f"<th scope=row>{text(say(group_title(group, couple)))}{tag}</th>"]
            if couple.across:
                cells += [
                    f'<td class="number">{"/".join(map(str, one)) if any(one) else ""}</td>'
                    for one in (group.facing.tasks, group.facing.targets)
                ]
            cells += [f'<td class="number {STYLES[kind]}">{counts.get(kind, "")}</td>' for kind in kinds]
            size = f"--size: {100 * len(group.changes) / most:.0f}%"
            cells.append(f'<td class="line" style="{size}">{bar(counts, words)}</td>')
            rows.append(f"<tr>{''.join(cells)}</tr>")
        head = "".join(
            f"<th scope=col>{text(cell)}</th>" for cell in (*heads, *(words[kind] for kind in kinds))
        )
        return (
            f"<h2>{text(say(GLANCE(word=change_word(couple))))}</h2>{legend}"
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
        title = text(self.say(MOVED[couple.telling.apart]))
        return f'<h2>{title}</h2><p class="soft">{text(legend)}</p><div class="charts">{cards}</div>'

    def shared(self, couple: Couple) -> str:
        """Return the main targets of both plans."""
        changed = shared_targets(couple)
        rows = []
        for change in changed:
            entry = entry_of(change, couple, self.language)
            told = (
                f'<span class="{STYLES[change.kind]}">{text(self.say(title_of(change.code, couple)))}</span>'
            )
            rows.append(
                [
                    text(change.subject),
                    self.end(entry, old=True),
                    self.end(entry, old=False),
                    told + self.notes(entry),
                ]
            )
        names = main_targets(couple, self.language)
        lines = [f"<h2>{text(self.say(MAIN))}</h2>"] if rows or names else []
        if rows:
            heads = [
                self.say(INDICATOR),
                *(self.say(side) for side in sides(couple)),
                self.say(change_word(couple)),
            ]
            lines.append(table(heads, rows, named=1))
        if names:
            lines.append("<ul>" + "".join(f"<li>{text(line)}</li>" for line in names) + "</ul>")
        return "".join(lines)
