"""Trees on a terminal, as Markdown lists and as JSON."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from planspec.report.cells import visible
from planspec.report.comparison.wording import SIGNS, standing_of
from planspec.report.data import Value, dump
from planspec.report.marks import escape, link
from planspec.source.message import Message

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from planspec.compare.tree import Branch
    from planspec.report import Look

VERSION: Final = 1
GOALS: Final = Message("总体目标", "Overall goals")
NOT_STATED: Final = Message("没有提出", "not stated")
NO_PLAN: Final = Message("没有方案", "no plan at hand")
PARTS: Final = {
    "lead": Message("牵头", "lead"),
    "support": Message("配合", "support"),
    "units": Message("责任单位", "responsible"),
}
_DETAILS: Final = {"not-stated": NOT_STATED, "no-plan": NO_PLAN}
_STYLES: Final = {
    "plan": "bold", "action": "bold cyan", "section": "", "task": "", "target": "green", "unit": "dim",
    "goal": "bold", "goals": "bold cyan", "nation": "bold", "province": "bold", "city": "bold", "county": "bold",
}  # fmt: skip


def text(branches: Sequence[Branch], look: Look) -> str:
    """Return the trees as a terminal shows them."""
    from rich.console import Console
    from rich.tree import Tree

    out = io.StringIO()
    console = Console(
        file=out, width=look.width, force_terminal=look.color, no_color=not look.color, highlight=False
    )
    for branch in branches:
        tree = Tree(_label(branch, look), guide_style="dim")
        _grow(tree, branch, look)
        console.print(tree)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _grow(tree: Tree, branch: Branch, look: Look) -> None:
    units = [child for child in branch.children if child.kind == "unit"]
    for child in branch.children:
        if child.kind != "unit":
            _grow(tree.add(_label(child, look)), child, look)
    if units:
        tree.add(_units(units, look))


def _label(branch: Branch, look: Look) -> Text:
    from rich.text import Text

    label = Text(style="")
    label.append(visible(_name(branch, look)), style=_STYLES[branch.kind])
    for part, style in _after(branch, look):
        label.append(f" {part}", style=style)
    return label


def _name(branch: Branch, look: Look) -> str:
    if branch.kind == "goals":
        return GOALS.text(look.language)
    if branch.kind in ("action", "section", "task") and branch.detail:
        return f"{branch.detail} {branch.text}".strip()
    return branch.text or "—"


def _after(branch: Branch, look: Look) -> Iterator[tuple[str, str]]:
    """Yield what stands behind a name, with its style."""
    if branch.kind in ("target", "plan"):
        yield visible(branch.detail), ""
    elif branch.detail in _DETAILS:
        yield _DETAILS[branch.detail].text(look.language), "dim"
    for cell in branch.cells:
        yield visible(cell.value.text), "green"
        if cell.standing is not None:
            style = "bold red" if cell.standing == "below" else "dim"
            yield f"{SIGNS[cell.standing]}{visible(standing_of(cell, look.language))}", style


def _units(units: Sequence[Branch], look: Look) -> Text:
    from rich.text import Text

    zh = look.language == "zh"
    told = []
    for part, word in PARTS.items():
        names = [visible(unit.text) for unit in units if unit.detail == part]
        if names:
            told.append(
                f"{word.text(look.language)}{'：' if zh else ': '}{('、' if zh else ', ').join(names)}"
            )
    return Text(("；" if zh else "; ").join(told), style="dim")


def markdown(branches: Sequence[Branch], look: Look) -> str:
    """Return the trees as nested lists, each name with a link to its line."""
    lines: list[str] = []

    def write(branch: Branch, depth: int) -> None:
        name = _name(branch, look)
        shown = link(name, branch.file, branch.line, look.links) if branch.file else escape(name)
        after = " ".join(escape(part) for part, _ in _after(branch, look) if part)
        lines.append(f"{'  ' * depth}- {shown} {after}".rstrip())
        units = [child for child in branch.children if child.kind == "unit"]
        for child in branch.children:
            if child.kind != "unit":
                write(child, depth + 1)
        if units:
            lines.append(f"{'  ' * (depth + 1)}- {escape(_units(units, look).plain)}")

    for branch in branches:
        write(branch, 0)
    return "\n".join(lines) + "\n"


def json(branches: Sequence[Branch], look: Look) -> str:
    """Return the trees as JSON: versioned, one shape."""
    return dump({"version": VERSION, "trees": [_plain(branch) for branch in branches]})


def _plain(branch: Branch) -> Value:
    return {
        "kind": branch.kind,
        "text": branch.text,
        "detail": branch.detail,
        "values": [
            {
                "phrase": cell.value.text,
                "standing": cell.standing.value if cell.standing is not None else None,
                "superior": cell.superior.tier.place.name if cell.superior is not None else None,
                "superior_phrase": cell.superior.value.text if cell.superior is not None else None,
            }
            for cell in branch.cells
        ],
        "file": branch.file or None,
        "line": branch.line or None,
        "children": [_plain(child) for child in branch.children],
    }


FORMATS: Final = {"text": text, "markdown": markdown, "json": json}
