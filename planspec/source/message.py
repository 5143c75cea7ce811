"""What is said to a person, in Chinese and in English at once."""

from __future__ import annotations

from typing import Literal

import msgspec

Language = Literal["zh", "en"]


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
    Message, each language by its own sentence.
    """

    zh: str
    en: str

    def __call__(self, **gaps: object) -> Message:
        """Fill the gaps; raises KeyError when one is missing."""
        zh = {name: value.zh if isinstance(value, Message) else value for name, value in gaps.items()}
        en = {name: value.en if isinstance(value, Message) else value for name, value in gaps.items()}
        return Message(self.zh.format(**zh), self.en.format(**en))
