"""`planspec rule`: the page of one rule, offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planspec.commands.answer import Answer
from planspec.commands.words import one_of
from planspec.report import pages
from planspec.rules import ALL, find_rule
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Look
    from planspec.rules.rule import Rule

FORMATS = ("text", "markdown", "json")

NO_RULE = Template(zh="没有规则“{word}”", en="There is no rule “{word}”")
LIST_HINT = Message(
    zh="planspec rules 列出全部规则；可写代码（RES001）或名称（task-without-unit）",
    en="planspec rules lists them all; give a code (RES001) or a name (task-without-unit)",
)
CLOSE_HINT = Template(
    zh="是不是 {close}？planspec rules 列出全部规则", en="Did you mean {close}? planspec rules lists all"
)


def rule(word: str, style: str, look: Look) -> Answer:
    """Return the page of the rule with this code or name."""
    one_of("--output-format", style, FORMATS)
    found = named(word)
    if style == "json":
        return Answer(pages.json(found), data=True)
    if style == "markdown":
        return Answer(pages.markdown(found, look.language), data=True)
    return Answer(pages.text(found, look))


def named(word: str) -> Rule:
    """Return the rule with this code or name; raises PlanspecError with near matches."""
    found = find_rule(word)
    if found is not None:
        return found
    from difflib import get_close_matches

    known = {name.upper(): name for one in ALL for name in (one.code, one.name, *one.aliases)}
    close = [known[name] for name in get_close_matches(word.strip().upper(), list(known), 3)]
    hint = CLOSE_HINT(close=" / ".join(close)) if close else LIST_HINT
    raise PlanspecError(NO_RULE(word=word), hint)
