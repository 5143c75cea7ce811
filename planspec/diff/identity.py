"""What makes two names, units or figures the same thing, whatever their spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from planspec.diff.change import Mode
from planspec.model import Plan, UnitRef
from planspec.registry import Kind

_MARKS: Final = re.compile(r"[\W_]+")
_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3})")


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return a name without what does not tell it apart: punctuation, spaces, quotes, width, case."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()


_OPENING: Final = re.compile(
    "(?:进一步|大力|持续|着力|全力|全面|积极|切实|扎实|不断|深入|深化|聚焦|加力|加快|加大|加强|强化|强力|充分|继续|有序|有效|稳步"
    "|推进|推动|实施|开展|促进|提升|提高|完善|健全|优化|支持|做好|抓好|抓实|办好|落实|实现|引导|统筹|高质量|常态化|规范)+(?=.{2})"
)


@lru_cache(maxsize=20_000)
def core(title: str) -> str:
    """Return a folded title less the words that open any title: 持续推进, 大力实施, 加快."""
    return _OPENING.sub("", folded(title), count=1) if _OPENING.match(folded(title)) else folded(title)


def grams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a folded text; the character itself where it has but one."""
    name = folded(text)
    return (
        frozenset(map(str.__add__, name, name[1:])) if len(name) > 1 else frozenset((name,) if name else ())
    )


def alike(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, by the pairs of characters they share."""
    first, second = grams(one), grams(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def figures(text: str) -> tuple[str, ...]:
    """Return the figures of a text in order of size, each in one notation."""
    plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text))
    found = (
        one.rstrip("0").rstrip(".") if "." in one else one.lstrip("0") or "0"
        for one in _FIGURE.findall(plain)
    )
    return tuple(sorted(found))


class Bodies:
    """Tells which units of two plans are one: by name and alias within one plan, by role between two."""

    def __init__(self, mode: Mode, before: Plan, after: Plan) -> None:
        self.by_role = mode is not Mode.VERSIONS and before.jurisdiction != after.jurisdiction
        self.levels = (before.units.level, after.units.level)

    def identity(self, ref: UnitRef, old: bool) -> str:
        """Return what is equal for one unit."""
        unit = ref.unit
        if unit is None:
            return folded(ref.name)
        if not self.by_role or unit.kind is not Kind.BODY or not unit.role:
            return unit.key
        return f"{self._tier(ref, old)}{unit.role}"

    def parted(
        self, before: Sequence[UnitRef], after: Sequence[UnitRef]
    ) -> tuple[list[tuple[UnitRef, UnitRef]], list[UnitRef], list[UnitRef]]:
        """Return the units that both name, those that only the old names, those that only the new does.

        Between two places a unit that unites several roles is each of them: 县科工局 is 市工信局, or 市科技局.
        """
        rest = {self.identity(ref, False): ref for ref in reversed(after)}
        common: list[tuple[UnitRef, UnitRef]] = []
        gone: list[UnitRef] = []
        for identity, ref in {self.identity(ref, True): ref for ref in reversed(before)}.items():
            other = rest.pop(identity, None)
            if other is not None:
                common.append((ref, other))
            else:
                gone.append(ref)
        if self.by_role and gone and rest:
            for ref in tuple(gone):
                found = next((key for key, other in rest.items() if self._share_a_role(ref, other)), None)
                if found is not None:
                    common.append((ref, rest.pop(found)))
                    gone.remove(ref)
        return common, gone[::-1], list(rest.values())[::-1]

    def _share_a_role(self, one: UnitRef, other: UnitRef) -> bool:
        if one.unit is None or other.unit is None:
            return False
        if self._tier(one, True) != self._tier(other, False):
            return False
        return not set(one.unit.roles).isdisjoint(other.unit.roles)

    def _tier(self, ref: UnitRef, old: bool) -> str:
        """Return how a unit stands to the plan's own level; "" for its own bodies."""
        unit = ref.unit
        own = self.levels[0 if old else 1]
        if unit is None or unit.level is None or unit.vertical or unit.level is own:
            return ""
        return "above/" if unit.level.above(own) else "below/"


def listed(names: Iterable[str]) -> str:
    """Return names in a row."""
    return "、".join(names)
