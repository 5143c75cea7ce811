"""The one error of the registry: an entry that cannot be used."""

from __future__ import annotations

from typing import Final

from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

_LINE: Final = "line "
WHERE = Template(zh="{file}：{key}：{problem}", en="{file}: {key}: {problem}")
WHOLE = Template(zh="{file}：{problem}", en="{file}: {problem}")


class RegistryError(PlanspecError):
    """A registry file or entry is wrong: which file, which key, what is wrong and what to do about it."""

    def __init__(self, file: str, key: str, problem: Message, hint: Message | None = None) -> None:
        """Args: the file, the entry's dotted path or line in it (empty for the whole file), the fault, a cure."""
        where = Message(f"第{key.removeprefix(_LINE)}行" if key.startswith(_LINE) else key, key)
        message = WHERE(file=file, key=where, problem=problem) if key else WHOLE(file=file, problem=problem)
        super().__init__(message, hint)
        self.file = file
        self.key = key
        self.problem = problem
