"""What is told of fixes made, to be made, and refused."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from planspec.lint.fixing import Change, Mending, Refusal
from planspec.report.mending import patch, told
from planspec.source.diagnostic import Diagnostic, Edit, Fix, Severity
from planspec.source.message import Message
from planspec.source.span import Span

SPAN = Span(3, 5, 3, 8)
FOUND = Diagnostic(
    "plan.yaml", SPAN, "FMT008", "ambiguous-scalar", Severity.INFO, Message("错", "wrong"),
    fix=Fix(Message("加上引号", "Quote the value"), (Edit("plan.yaml", SPAN, '"010"'),), safe=True),
)  # fmt: skip
CHANGE = Change("plan.yaml", Path("plan.yaml"), b"a: 010\n", b'a: "010"\n')
REFUSAL = Refusal(FOUND, Message("修正后问题仍在", "the finding would remain"))


def test_what_was_done_and_what_was_not() -> None:
    mending = Mending((CHANGE,), (FOUND, FOUND), (REFUSAL,))
    assert told(mending, "zh", dry=False) == (
        "已修正2个问题，改动1个文件：\n"
        "  plan.yaml:3:5 FMT008 加上引号\n"
        "  plan.yaml:3:5 FMT008 加上引号\n"
        "没有采用的修正（1个）：\n"
        "  plan.yaml:3:5 FMT008 加上引号：修正后问题仍在\n"
    )
    assert told(mending, "en", dry=True).splitlines()[::3] == [
        "Would fix 2 findings in 1 file (nothing was written):",
        "Fixes that were not applied (1):",
    ]


def test_nothing_to_do_is_said() -> None:
    assert told(Mending((), (), ()), "zh", dry=True) == "没有可以自动修正的问题\n"
    assert told(Mending((), (), (REFUSAL,)), "en", dry=False).splitlines() == [
        "Nothing to fix",
        "Fixes that were not applied (1):",
        "  plan.yaml:3:5 FMT008 Quote the value: the finding would remain",
    ]


def test_a_control_character_in_a_file_name_is_made_visible() -> None:
    said = told(Mending((CHANGE,), (replace(FOUND, file="a\x1b[2J.yaml"),), ()), "zh", dry=False)
    assert "\x1b" not in said


def test_the_patch_has_all_files() -> None:
    assert patch(Mending((CHANGE, CHANGE), (), ())).count("+++ plan.yaml\n@@ -1 +1 @@\n-a: 010\n+a:") == 2
