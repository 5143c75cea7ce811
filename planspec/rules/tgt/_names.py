"""The names of indicators as TGT014 compares them: short forms alike, endings apart, letters in order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from planspec.registry.measures import tidy, trimmed

_COUNT: Final = re.compile("(?<=.)(?:总数量|总户数|总量|总数|数量|户数|家数|个数|人数|数)$")
_RATE: Final = re.compile("(?<=.)(?:所占)?(?:占比|比重|比例|比率)$")
_SHORT: Final = (
    (re.compile("规模以上|规上|规模"), "规"),
    (re.compile("限额以上"), "限上"),
    (re.compile("及以上"), "以上"),
    (re.compile("[的和与及、，,]"), ""),
    (re.compile("国内生产总值|地区生产总值|生产总值"), "GDP"),
)
"""Short forms in common use, and particles: no other name."""


class Name(NamedTuple):
    """A name as it is compared."""

    plain: str
    """As written, less its region, measure and 新增."""
    whole: str
    """With common short forms alike."""
    base: str
    """Without what is counted or how the share is called: 总量, 数; 占比, 比重."""
    ending: str
    full: str
    """As written, less blanks and quotation marks."""
    letters: str
    """The characters of `plain` in order of code: what two orders of one name share."""
    all_letters: str
    """The same of `full`: 增新隐性债务 is a slip for 新增隐性债务, of which `plain` is 隐性债务."""

    @property
    def signs(self) -> tuple[str, ...]:
        """What names that may be of one indicator share, some of it."""
        letters = (self.letters, self.all_letters) if self.letters != self.all_letters else (self.letters,)
        return (*letters, f"{self.base}…") if self.ending else letters


@lru_cache(maxsize=2048)
def read_name(written: str) -> Name:
    """Return a name as it is compared with others."""
    name = ""
    for rest, _, sure in trimmed(tidy(written)):
        if sure:
            name = rest
    plain = name = re.sub("^(?:新增|净增)", "", name) or name
    for pattern, short in _SHORT:
        name = pattern.sub(short, name) or name
    found = _COUNT.search(name) or _RATE.search(name)
    base = name[: found.start()] if found else name
    full = tidy(written)
    ending = found[0] if found else ""
    return Name(plain, name, base, ending, full, "".join(sorted(plain)), "".join(sorted(full)))


def abbreviates(short: str, long: str) -> bool:
    """Say whether the characters of `short` stand in `long` in the same order: 高企 in 高新技术企业."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def transposed(one: str, two: str) -> bool:
    """Say whether two neighbouring characters changed places: a slip of the pen."""
    places = [at for at, (here, there) in enumerate(zip(one, two, strict=True)) if here != there]
    return len(places) == 2 and places[1] == places[0] + 1
