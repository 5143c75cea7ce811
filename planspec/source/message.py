"""What is said to a person, in Chinese and in English at once."""

from __future__ import annotations

import re
from typing import Final, Literal

import msgspec

Language = Literal["zh", "en"]

LONGEST: Final = 1000
"""Characters that a message quotes of one thing."""


class Message(msgspec.Struct, frozen=True, order=True):
    """One sentence in both languages, ready to be shown."""

    zh: str
    en: str

    def text(self, language: Language) -> str:
        """Return the sentence in `language`."""
        return self.en if language == "en" else self.zh


class Template(msgspec.Struct, frozen=True):
    """A sentence with `{gaps}`; calling it fills them in both languages.

    No template exists in one language only: both fields are required. A gap may be filled by a
    Message, each language by its own sentence. A name that stands in quotes (“{name}”) and has quotes
    of its own gets the inner kind: “‘一网通办’率”.
    """

    zh: str
    en: str

    def __call__(self, **gaps: object) -> Message:
        """Fill the gaps; raises KeyError when one is missing."""
        if any(isinstance(gap, Message) for gap in gaps.values()):
            return Message(_fill(self.zh, _in("zh", gaps)), _fill(self.en, _in("en", gaps)))
        return Message(_fill(self.zh, gaps), _fill(self.en, gaps))


_QUOTED = re.compile(r"“\{(\w+)\}”")
_INNER = str.maketrans("“”", "‘’")


def _in(language: Language, gaps: dict[str, object]) -> dict[str, object]:
    return {name: gap.text(language) if isinstance(gap, Message) else gap for name, gap in gaps.items()}


def _fill(template: str, gaps: dict[str, object]) -> str:
    quoted = {name for name in _QUOTED.findall(template) if "“" in str(gaps.get(name, ""))}
    if quoted:
        gaps = {name: str(gap).translate(_INNER) if name in quoted else gap for name, gap in gaps.items()}
    long = {name: bounded(gap) for name, gap in gaps.items() if isinstance(gap, str) and len(gap) > LONGEST}
    return template.format(**(gaps | long if long else gaps))


def bounded(text: str) -> str:
    """Return a text without what no reader would follow: thousands of findings may be about one of a megabyte."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
