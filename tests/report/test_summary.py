"""The closing lines: new findings, known ones, those left out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from planspec.lint.result import Counts, Result, Suppressed
from planspec.report import Language
from planspec.report.summary import left_out, verdict

from .values import CONFLICT, NO_UNIT

COMMENT = Suppressed(NO_UNIT, "另行分工", 9)
KNOWN = Suppressed(CONFLICT, "方案已印发", 4, "baseline.yaml")
NOTHING = Result((), (), Counts(1), 38)


@pytest.mark.parametrize(
    ("suppressed", "language", "expected"),
    [
        ((), "zh", "没有发现问题"),
        ((COMMENT,), "zh", "没有发现问题；另有1个已由注释说明理由而忽略"),
        ((KNOWN, KNOWN), "zh", "没有发现新的问题；另有2个已列入基线"),
        ((COMMENT, KNOWN), "zh", "没有发现新的问题；另有1个已由注释说明理由而忽略；1个已列入基线"),
        ((COMMENT,), "en", "No problems found; 1 more suppressed by comments"),
        ((KNOWN,), "en", "No new problems found; 1 more known by the baseline"),
        (
            (COMMENT, KNOWN),
            "en",
            "No new problems found; 1 more suppressed by comments; 1 known by the baseline",
        ),
    ],
)
def test_the_verdict_tells_what_was_set_aside_and_how(
    suppressed: tuple[Suppressed, ...], language: Language, expected: str
) -> None:
    assert verdict(replace(NOTHING, suppressed=suppressed), language) == expected


def test_what_the_profile_leaves_out_is_told_with_the_way_to_see_it() -> None:
    assert left_out(NOTHING, "zh") == []
    (zh,) = left_out(replace(NOTHING, left_out=3), "zh")
    assert zh == "另有3个较轻或把握不大的问题，按所选档次没有列出；全部列出：planspec lint --profile drafter"
    (en,) = left_out(replace(NOTHING, left_out=3), "en")
    assert en.startswith("3 minor or less certain findings are left out by the profile")
