"""What a command has to say, and with which exit code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The text for standard output and the exit code."""

    text: str = ""
    exit_code: int = 0
    data: bool = False
    """The text is for programs: UTF-8 whatever the terminal speaks."""
    aside: str = ""
    """What is said to the person at the terminal, on standard error."""
