"""Changes to a baseline file: entries that come, go or bear another name. All else in the file stays as it is."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, TypeAlias

from planspec.lint.baseline import Baseline, Entry, Match, about, cause_nodes, key_of
from planspec.rules import find_rule
from planspec.source import nodes
from planspec.source.diagnostic import Diagnostic, Edit
from planspec.source.emit import flow, scalar
from planspec.source.errors import PlanspecError
from planspec.source.file import SourceFile
from planspec.source.message import Language, Message, Template
from planspec.source.rewriting import rewrite
from planspec.source.span import WHOLE_FILE, Span

HEAD: Final = Message(
    zh="# 基线：这份方案里已经知道、暂不改正的问题。planspec lint 不再报告它们，只报告新出现的。\n"
    "# 理由（reason）由人填写，为同一理由留下的问题列在一起；planspec baseline 增补，加 --prune 删去已经没有的。\n",
    en="# Baseline: findings of this plan that are known and stay for now. planspec lint reports new ones only.\n"
    "# The reasons are written by hand, findings that share one stand together; planspec baseline adds entries,\n"
    "# with --prune it deletes those whose finding is gone.\n",
)
Place: TypeAlias = tuple[str, Span, str, str, str]

_FIRST: Final[Place] = ("", WHOLE_FILE, "", "", "")
"""Before every place: that of an entry of which no finding is known."""
BRACKETS: Final = Template(
    zh="{file}:{line}：整个文件写在方括号里，无法增删；请改写成每项以“- ”开头的列表",
    en="{file}:{line}: the whole file stands in brackets, so nothing can be added or deleted; "
    "write a list whose items begin with “- ”",
)


def written(one: Diagnostic) -> str:
    """Return a finding as an entry of a baseline, on one line."""
    rule, item, what = key_of(one)
    fields = {"rule": rule, "item": item, "what": what, "about": about(one)}
    return flow({name: value for name, value in fields.items() if value})


def fresh(found: Iterable[Diagnostic], reason: str, language: Language) -> str:
    """Return a new file with these findings."""
    return HEAD.text(language) + _causes(found, reason, "", language)


def additions(
    file: SourceFile,
    held: Baseline,
    match: Match,
    found: Iterable[Diagnostic],
    reason: str,
    language: Language,
) -> list[Edit]:
    """Return the edits that add findings: below the same reason where it stands, else as causes of their own.

    Without a reason a finding joins those of its rule that have none either. Entries stand in the order of the
    plan, as far as `match` tells where those are that the file has.
    """
    root = _block(file)
    causes = list(zip(held.causes, cause_nodes(root), strict=True)) if root is not None else []
    homes: dict[str, int] = {}
    for number, (cause, (_, entries, _)) in enumerate(causes):
        if cause.reason == reason and not entries.end:
            for word in [""] if reason else [one.rule for one in cause.entries]:
                homes.setdefault(word, number)
    joining: dict[int, list[Diagnostic]] = defaultdict(list)
    rest: list[Diagnostic] = []
    for one in found:
        home = homes.get("" if reason else one.code)
        (rest if home is None else joining[home]).append(one)
    places = {entry.span: one.sort_key for one, entry in match.known}
    edits: list[Edit] = []
    for number, group in joining.items():
        cause, (_, entries, items) = causes[number]
        known = [places.get(one.span, _FIRST) for one in cause.entries]
        edits += _joined(file, entries, items, known, group)
    if rest:
        dash = " " * (root.span.start_column - 1) if root is not None else ""
        edits.append(_insertion(file, len(file.lines), _causes(rest, reason, dash, language)))
    return edits


def removals(file: SourceFile, numbers: Collection[int]) -> list[Edit]:
    """Return the edits that delete entries by their numbers; a cause that explains nothing more goes too."""
    root = _block(file)
    edits: list[Edit] = []
    number = 0
    for cause, entries, items in cause_nodes(root) if root is not None else ():
        gone = [one for at, one in enumerate(items, number) if at in numbers]
        number += len(items)
        if len(gone) == len(entries.items):
            edits.append(_without_lines(file, cause.span))
        elif gone and entries.end:
            kept = [one for one in entries.items if not any(one is other for other in gone)]
            texts = (file.slice(one.span) or flow(one.plain) for one in kept)
            edits.append(Edit(file.shown, entries.span, f"[{', '.join(texts)}]"))
        else:
            edits += (_without_lines(file, one.span) for one in gone)
    return edits


def renamings(file: SourceFile, known: Sequence[tuple[Diagnostic, Entry]]) -> list[Edit]:
    """Return the edits that give entries the names that their items bear now."""
    moved = {entry.span: one for one, entry in known if entry.key != key_of(one)}
    root = _block(file) if moved else None
    edits: list[Edit] = []
    for _, _, items in cause_nodes(root) if root is not None else ():
        for node in items:
            one = moved.get(nodes.head_span(node)) or moved.get(node.span)
            item = node.entries["item"]
            edit = (
                rewrite(item, key_of(one)[1]) if one is not None and isinstance(item, nodes.Scalar) else None
            )
            if edit is not None:
                edits.append(edit)
    return edits


def _block(file: SourceFile) -> nodes.Sequence | None:
    """Return the list that the file holds, None for an empty one."""
    root = file.root
    if not isinstance(root, nodes.Sequence):
        return None
    if root.end:
        raise PlanspecError(BRACKETS(file=file.shown, line=root.span.start_line))
    return root


def _causes(found: Iterable[Diagnostic], reason: str, indent: str, language: Language) -> str:
    """Return causes: one where there is a reason, else one for each rule, under the rule's title."""
    groups: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in found:
        groups["" if reason else one.code].append(one)
    return "".join(_cause(code, groups[code], reason, indent, language) for code in sorted(groups))


def _cause(code: str, found: Iterable[Diagnostic], reason: str, indent: str, language: Language) -> str:
    rule = find_rule(code)
    head = f"\n{indent}# {code} {rule.page.title.text(language)}\n" if rule is not None else "\n"
    head += f"{indent}- reason: {scalar(reason)}\n" if reason else f"{indent}- reason:\n"
    ordered = sorted(found, key=_place)
    return f"{head}{indent}  findings:\n" + "".join(f"{indent}  - {written(one)}\n" for one in ordered)


def _place(one: Diagnostic) -> Place:
    return one.sort_key


def _joined(
    file: SourceFile,
    sequence: nodes.Sequence,
    items: Sequence[nodes.Mapping],
    known: Sequence[Place],
    found: Iterable[Diagnostic],
) -> Iterator[Edit]:
    """Yield the edits that put findings among the entries of a list, each behind those that stand before it."""
    reached = list(accumulate(known, max))
    indent = " " * (sequence.span.start_column - 1)
    places: dict[int, list[Diagnostic]] = defaultdict(list)
    for one in found:
        at = bisect_right(reached, one.sort_key)
        places[items[at - 1].span.end_line if at else sequence.span.start_line - 1].append(one)
    for line, group in places.items():
        text = "".join(f"{indent}- {written(one)}\n" for one in sorted(group, key=_place))
        yield _insertion(file, line, text)


def _insertion(file: SourceFile, line: int, text: str) -> Edit:
    """Return the edit that puts lines below a line of the file, with the file's own line ends."""
    lines = file.lines
    end = next(filter(None, file.line_ends), "\n")
    text = text.replace("\n", end)
    if line < len(lines):
        return Edit(file.shown, Span(line + 1, 1, line + 1, 1), text)
    column = len(lines[-1]) + 1
    before = end if lines[-1] else ""
    return Edit(file.shown, Span(len(lines), column, len(lines), column), before + text)


def _without_lines(file: SourceFile, span: Span) -> Edit:
    """Return the edit that deletes the lines of a list's item, its dash included."""
    lines = file.lines
    first, last = span.start_line, span.end_line
    while first > 1 and "-" not in lines[first - 1][: span.start_column - 1]:
        first -= 1  # the dash may stand on a line of its own
    if last < len(lines):
        return Edit(file.shown, Span(first, 1, last + 1, 1), "")
    return Edit(file.shown, Span(first, 1, last, len(lines[last - 1]) + 1), "")
