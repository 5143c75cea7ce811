from __future__ import annotations

from collections.abc import Callable

import pytest

from planspec.documents.blocks import Spot
from planspec.documents.outline import Text

UNITS = frozenset(["县发改局", "县财政局", "县科工局", "县住建局", "县水利局", "各乡镇"])


@pytest.fixture
def known() -> Callable[[str], bool]:
    return UNITS.__contains__


@pytest.fixture
def texts() -> Callable[..., list[Text]]:
    """Paragraphs one below the other."""
    return lambda *paragraphs: [Text(words, Spot(line)) for line, words in enumerate(paragraphs, 1)]
