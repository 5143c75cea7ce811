from __future__ import annotations

from collections.abc import Callable

import pytest

from planspec.documents.draft import Draft, draft
from planspec.documents.text import read_text
from planspec.registry import builtin

HEAD = "新邵县2025年重点工作实施方案\n为做好全年工作，制定本方案。\n"


@pytest.fixture
def drafted() -> Callable[..., Draft]:
    """The draft of a plan whose text follows a title and a preamble."""
    return lambda *lines, head=HEAD: draft(read_text(head + "\n".join(lines), "plan.txt"), builtin())
