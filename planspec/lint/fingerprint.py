"""What knows a finding again from one run to the next."""

from __future__ import annotations

from hashlib import blake2b


def fingerprint(*parts: str) -> str:
    """Return the fingerprint that the parts make."""
    return blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()
