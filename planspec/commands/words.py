"""Words of the command line: lists of rules and names of formats, checked with a helpful error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

NOT_ONE_OF = Template(
    zh="{option} 的值“{value}”不对；可用：{allowed}", en="{option}: “{value}” is none of {allowed}"
)


def split_words(values: Iterable[str]) -> tuple[str, ...]:
    """Return the words of repeated, comma-separated option values; full-width commas count too."""
    return tuple(word for value in values for word in re.split(r"[,，、\s]+", value) if word)


def one_of(option: str, value: str, allowed: Sequence[str]) -> str:
    """Return `value` when it is one of `allowed`; raises PlanspecError with a near match otherwise."""
    if value in allowed:
        return value
    from difflib import get_close_matches

    close = get_close_matches(value.lower(), allowed, 1, 0.5)
    hint = Message(f"是不是“{close[0]}”？", f"Did you mean “{close[0]}”?") if close else None
    raise PlanspecError(NOT_ONE_OF(option=option, value=value, allowed=", ".join(allowed)), hint)
