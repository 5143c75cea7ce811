"""`planspec rules`: the list of all rules, or of some families."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planspec.commands.answer import Answer
from planspec.commands.rule import FORMATS
from planspec.commands.words import one_of, split_words
from planspec.commands.writing import write_all
from planspec.report import catalogue
from planspec.rules import ALL
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Look

NO_FAMILY = Template(zh="没有规则族“{word}”", en="There is no family of rules “{word}”")


WRITTEN = Template(zh="已写入{count}个文件：{folder}\n", en="Wrote {count} files: {folder}\n")


def rules(families: Sequence[str], style: str, look: Look, write: Path | None = None) -> Answer:
    """Return the rules of the families (all when none is named) in the order of their codes.

    With `write`, put their pages and an index into that folder instead.
    """
    one_of("--output-format", style, FORMATS)
    known = tuple(dict.fromkeys(rule.family for rule in ALL))
    wanted = [word.upper() for word in split_words(families)]
    for word in wanted:
        if word not in known:
            allowed = ", ".join(known)
            raise PlanspecError(NO_FAMILY(word=word), Message(f"可用：{allowed}", f"Known: {allowed}"))
    chosen = [rule for rule in ALL if not wanted or rule.family in wanted]
    if write is not None:
        from planspec.report.rulebook import book

        pages = book(chosen)
        write_all({write / name: text for name, text in pages.items()})
        return Answer(WRITTEN(count=len(pages), folder=write.as_posix()).text(look.language))
    if style == "json":
        return Answer(catalogue.json(chosen), data=True)
    if style == "markdown":
        return Answer(catalogue.markdown(chosen, look.language), data=True)
    return Answer(catalogue.text(chosen, look))
