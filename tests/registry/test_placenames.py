"""The places that a text names."""

from __future__ import annotations

import pytest

from planspec.registry.placenames import place_names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("邵阳市新邵县发改局", ["邵阳市", "新邵县"]),
        ("国网湘西乾州供电支公司", ["湘西"]),
        ("湘西土家族苗族自治州", ["湘西土家族苗族自治州"]),
        ("公安县公安局", ["公安县"]),
        ("县自然资源局、县人力资源和社会保障局", []),
        ("县发改局", []),
        ("县", []),
        ("", []),
    ],
)
def test_places_are_found(text: str, places: list[str]) -> None:
    assert list(place_names(text)) == places
