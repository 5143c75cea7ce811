"""Failing to work, as opposed to finding faults: caught once, in `cli.py`."""

from __future__ import annotations

from planspec.source.message import Message


class PlanspecError(Exception):
    """The job could not be done: unreadable input, wrong configuration or usage.

    `message` says what is wrong and where, `hint` what to do about it.
    """

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[PlanspecError], tuple[Message, Message | None]]:
        """Survive the way from a worker process to its parent."""
        return PlanspecError, (self.message, self.hint)
