"""The one error of the registry: an entry that cannot be used."""

from __future__ import annotations


class RegistryError(ValueError):
    """A registry file or entry is wrong: which file, which key, what is wrong and what to do about it."""

    def __init__(self, file: str, key: str, problem: str, hint: str = "") -> None:
        """Args: the file, the entry's dotted path in it (empty for the whole file), the fault, a cure."""
        self.file = file
        self.key = key
        self.problem = problem
        self.hint = hint
        super().__init__(f"{file}: {key}: {problem}" if key else f"{file}: {problem}")
