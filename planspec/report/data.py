"""From plain values to JSON text: fast, indented, never refused because of an odd file name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import msgspec

Value: TypeAlias = "str | int | float | bool | Sequence[Value] | Mapping[str, Value] | None"


def dump(value: Value) -> str:
    """Return the value as indented JSON with a final line end; keys stay in their order."""
    try:
        packed = msgspec.json.encode(value)
    except UnicodeEncodeError:
        # A file name that is not UTF-8 holds lone surrogates, which no JSON text can carry.
        packed = msgspec.json.encode(_encodable(value))
    return msgspec.json.format(packed, indent=2).decode() + "\n"


def _encodable(value: Value) -> Value:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, Mapping):
        return {str(_encodable(key)): _encodable(one) for key, one in value.items()}
    if isinstance(value, Sequence):
        return [_encodable(one) for one in value]
    return value
