"""`planspec export`: specs as flat tables for a spreadsheet or a database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from planspec.commands.answer import Answer
from planspec.commands.plans import plans_at
from planspec.commands.words import one_of
from planspec.commands.writing import write_all
from planspec.documents.flat import COLUMNS, flatten, to_csv, to_json, to_parquet
from planspec.source.errors import PlanspecError
from planspec.source.message import Message

FORMATS: Final = ("csv", "json", "parquet")
TABLES: Final = tuple(COLUMNS)

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
    rows = flatten(plans_at(paths or (Path(),)), table)
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
