"""`planspec export`: specs as flat tables for a spreadsheet or a database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from planspec.commands.answer import Answer
from planspec.commands.words import one_of
from planspec.commands.writing import write_all
from planspec.documents.flat import COLUMNS, flatten, to_csv, to_json, to_parquet
from planspec.lint.discovery import discover, sniff
from planspec.model import Plan, build_plan, load_plan
from planspec.registry import builtin
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

FORMATS: Final = ("csv", "json", "parquet")
TABLES: Final = tuple(COLUMNS)

NOT_READ = Template(
    zh="{path}：有无法读取的内容，表格会不完整；请先按 planspec lint 的提示改正",
    en="{path}: part of it cannot be read, so the table would be incomplete; mend what planspec lint shows first",
)
BINARY = Message(
    zh="Parquet 是二进制格式，不能写到屏幕；请用 --output 指定文件",
    en="Parquet is binary and cannot go to the screen; name a file with --output",
)


def export(paths: Sequence[Path], table: str, style: str, output: Path | None) -> Answer:
    """Return one table of all plans at or below `paths`, or write it to a file.

    CSV in a file begins with a byte order mark, so that office programs read the Chinese right.
    """
    one_of("--table", table, TABLES)
    one_of("--format", style, FORMATS)
    rows = flatten(_plans(paths or (Path(),)), table)
    if style == "parquet":
        if output is None:
            raise PlanspecError(BINARY)
        write_all({output: to_parquet(rows, table)})
        return Answer()
    text = to_csv(rows, table) if style == "csv" else to_json(rows)
    if output is None:
        return Answer(text, data=True)
    write_all({output: ("\ufeff" + text if style == "csv" else text)})
    return Answer()


def _plans(paths: Sequence[Path]) -> Iterator[Plan]:
    found = discover(paths)
    included: set[str] = set()
    plans = list(found.plans)
    known = {str(Path(file).resolve()) for plan in plans for file in _included(Path(plan.path))}
    more, _ = sniff(found.others, included | known)
    registry = builtin()
    for one in sorted([*plans, *more]):
        files = load_plan(Path(one.path), one.shown)
        plan = build_plan(files, registry)
        if plan is None or not files.complete:
            raise PlanspecError(NOT_READ(path=one.shown))
        yield plan


def _included(root: Path) -> list[Path]:
    files = load_plan(root)
    return [file.path for file in files.files[1:]]
