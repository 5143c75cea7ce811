"""Numbers of items: which one it is, and in what notation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from planspec.phrase.numbers import read

_NUMBER: Final = re.compile(r"[0-9０-９]+|[一二三四五六七八九十百零〇]+")
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Ordinal(NamedTuple):
    """A number as an item carries it."""

    style: str
    """How it is written, # in the place of the number."""
    value: int


@lru_cache(maxsize=4096)
def ordinal(text: str) -> Ordinal | None:
    """Return what 一、 （二） 3. 1.2 ⑤ stand for; None for anything else."""
    if len(text) == 1 and text in _CIRCLED:
        return Ordinal("①", _CIRCLED.index(text) + 1)
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    last = found[-1]
    value = read(unicodedata.normalize("NFKC", last[0]))
    if value is None:
        return None
    script = "1" if last[0][0].isdigit() else "一"
    return Ordinal(f"{text[: last.start()]}#{script}{text[last.end() :]}", int(value[0]))
