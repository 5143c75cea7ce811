"""Comments that set findings aside: what they cover, and what is wrong with them."""

from __future__ import annotations

import pytest

from lint.plans import HEAD, report, seen
from planspec.lint.suppression import read_directives
from planspec.source import load_text

RES = ("RES001", "FMT007")


def covered(text: str) -> list[tuple[tuple[str, ...], str, int, int]]:
    """Return the directives of a text: codes, reason, first and last line."""
    directives, problems = read_directives(load_text(text))
    assert problems == []
    return [(one.codes, one.reason, one.first, one.last) for one in directives]


def problems(text: str) -> list[tuple[int, int, int, str]]:
    return [
        (one.span.start_line, one.span.start_column, one.span.end_column, one.message.zh)
        for one in read_directives(load_text(text))[1]
    ]


PLAN = """\
# planspec: ignore[RES001] 全体
tasks:
# planspec: ignore[RES002] 甲
- title: 甲
  lead: 乙
  tasks:
    # planspec: ignore[RES003] 丙

    # 说明
    - title: 丙
      support: [丁,
        戊]
  # planspec: ignore[RES004] 目标
  targets:
    己: |
      一
      二
- title: 庚  # planspec: ignore[RES005] 庚
  units:
  # planspec: ignore[RES006] 项
  - 辛
  - 壬
# planspec: ignore[RES007] 无
"""


def test_a_comment_covers_its_line_or_the_item_below_it() -> None:
    assert covered(PLAN) == [
        (("RES001",), "全体", 2, 22),
        (("RES002",), "甲", 4, 17),
        (("RES003",), "丙", 10, 12),
        (("RES004",), "目标", 14, 17),
        (("RES005",), "庚", 18, 18),
        (("RES006",), "项", 21, 21),
        (("RES007",), "无", 25, 25),
    ]
    assert covered(PLAN.replace("\n", "\r\n")) == covered(PLAN)


def test_ignore_file_covers_the_file() -> None:
    assert covered("a: 1\nb: 2 # planspec: ignore-file[RES] 理由\nc: 3\n") == [(("RES",), "理由", 1, 4)]


@pytest.mark.parametrize(
    "comment",
    [
        "# planspec: ignore[RES001] 理由",
        "#planspec:ignore[RES001]理由",
        "# planspec：ignore[RES001] 理由",
        "#   planspec :  ignore [ RES001 ]  理由  ",
        "# 说明 # planspec: ignore[RES001] 理由",
        "## planspec: ignore[RES001] 理由",
    ],
)
def test_a_comment_may_be_written_freely(comment: str) -> None:
    if comment.startswith("##"):
        assert read_directives(load_text(f"a: 1 {comment}\n")) == ([], [])
    else:
        assert covered(f"a: 1 {comment}\n") == [(("RES001",), "理由", 1, 1)]


def test_several_codes_are_separated_by_any_comma_or_blank() -> None:
    (one,) = covered("a: 1 # planspec: ignore[RES001, RES002，tgt、task-without-unit  FMT] 理由\n")
    assert one[0] == ("RES001", "RES002", "tgt", "task-without-unit", "FMT")


@pytest.mark.parametrize(
    "text",
    [
        "a: '# planspec: ignore[RES001] 理由'\n",
        'a: "甲 # planspec: ignore[RES001] 理由"\n',
        "a: |\n  # planspec: ignore[RES001] 理由\n",
        "a: >-\n  甲\n  # planspec: ignore[RES001] 理由\n",
        "a: '甲\n  # planspec: ignore[RES001] 理由\n  乙'\n",
        "'a # planspec: ignore[RES001] 理由': 1\n",
        "a: 甲# planspec: ignore[RES001] 理由\n",
        "a: 1 # 见 planspec 的说明\n",
        "a: planspec: ignore[RES001]\n",
    ],
)
def test_what_is_text_is_no_comment(text: str) -> None:
    assert read_directives(load_text(text)) == ([], [])


def test_a_comment_behind_a_quoted_sharp_is_one() -> None:
    text = "a: '# planspec: x' # planspec: ignore[RES001] 理由\n"
    assert covered(text) == [(("RES001",), "理由", 1, 1)]


@pytest.mark.parametrize(
    "body",
    [
        "ignore",
        "ignore RES001",
        "ignore[] 理由",
        "ignore[ , ] 理由",
        "disable[RES001] x",
        "ignore[RES001",
        "",
        "x",
    ],
)
def test_a_comment_that_is_not_understood_is_told(body: str) -> None:
    text = f"a: 1  # planspec: {body}\n"
    assert problems(text) == [
        (1, 7, len(text.rstrip()) + 1, "看不懂的 planspec 注释；应写成“# planspec: ignore[RES002] 理由”")
    ]


def test_a_missing_reason_is_told() -> None:
    assert problems("a: 1 # planspec: ignore[RES001, RES002]\n") == [
        (1, 6, 40, "忽略 RES001, RES002 没有写理由；请在方括号后写明为什么可以忽略，供以后复核")
    ]


def test_a_file_of_which_nothing_could_be_read_has_no_comments() -> None:
    assert read_directives(load_text("a: " + "[" * 99 + "\n# planspec: x\n")) == ([], [])


# Within a run

TASKS = HEAD + "tasks:\n- title: 甲\n- title: 乙\n- title: 丙\n"


def test_findings_on_the_line_are_set_aside_with_reason_and_line() -> None:
    found = report(TASKS.replace("乙", "乙 # planspec: ignore[RES001] 另行分工"), *RES)
    assert seen(found.diagnostics) == [("RES001", 6, 10), ("RES001", 8, 10)]
    assert [(one.diagnostic.span.start_line, one.reason, one.line) for one in found.suppressed] == [
        (7, "另行分工", 7)
    ]


@pytest.mark.parametrize("word", ["RES001", "res001", "task-without-unit", "RES", "res"])
def test_a_rule_is_named_by_code_name_or_family(word: str) -> None:
    found = report(f"# planspec: ignore-file[{word}] 理由\n" + TASKS, *RES, "RES002")
    assert (found.diagnostics, len(found.suppressed)) == ((), 3)


def test_a_comment_without_a_reason_counts_and_is_a_finding() -> None:
    found = report(TASKS.replace("甲", "甲 # planspec: ignore[RES001]"), *RES)
    assert seen(found.diagnostics) == [("FMT007", 6, 12), ("RES001", 7, 10), ("RES001", 8, 10)]
    assert len(found.suppressed) == 1


def test_an_unknown_rule_is_a_finding() -> None:
    found = report(
        TASKS.replace("甲", "甲 # planspec: ignore[task-without-units, RES001, QWZ987] 理由"), *RES
    )
    assert [(one.span.start_line, one.message.zh) for one in found.diagnostics if one.code == "FMT007"] == [
        (6, "忽略的规则“QWZ987”不存在；planspec rules 列出全部规则"),
        (6, "忽略的规则“task-without-units”不存在，是不是“task-without-unit”？；planspec rules 列出全部规则"),
    ]


def test_an_unused_comment_is_a_finding() -> None:
    found = report(HEAD + "# planspec: ignore[RES001] 理由\nstatus: draft\n", *RES)
    assert [(one.code, one.span.start_line, one.message.zh) for one in found.diagnostics] == [
        ("FMT007", 5, "这条注释忽略了 RES001，但这里没有这样的问题；请删去注释")
    ]


def test_a_comment_on_a_rule_that_does_not_run_is_not_unused() -> None:
    text = HEAD + "# planspec: ignore[RES001, RES] 理由\nstatus: draft\n"
    assert seen(report(text, "FMT007").diagnostics) == []
    assert seen(report(text, "RES002", "FMT007").diagnostics) == []


def test_a_comment_on_a_rule_that_a_fault_silences_is_not_unused() -> None:
    text = TASKS.replace("甲", "甲 # planspec: ignore[RES001] 理由\n  lead: @")
    assert {one.code for one in report(text, "RES001", "FMT").diagnostics} == {"FMT001", "RES001"}
    assert [one.code for one in report(text, "FMT").diagnostics] == ["FMT001"]


def test_the_finding_about_a_comment_can_be_turned_off() -> None:
    assert report(HEAD + "# planspec: x\nstatus: draft\n", ignore=("FMT007",)).diagnostics == ()


def test_a_syntax_error_can_be_excused_as_anything_else() -> None:
    found = report(HEAD + "foo: 1 # planspec: ignore[FMT002] 本地工具要用\n")
    assert (seen(found.diagnostics), seen(tuple(one.diagnostic for one in found.suppressed))) == (
        [],
        [("FMT002", 5, 1)],
    )


LED = "- {title: 乙, lead: 县科工局}\n"
"""Where no task at all has a unit, that is one finding on the plan."""


def test_five_thousand_comments_are_no_burden() -> None:
    text = HEAD + "tasks:\n" + "# planspec: ignore[RES001] 理由\n- title: 甲\n" * 2000 + LED
    found = report(text, *RES)
    assert (found.diagnostics, len(found.suppressed)) == ((), 2000)


def test_of_two_comments_the_narrower_counts() -> None:
    text = "# planspec: ignore-file[RES001] 全体\n" + TASKS.replace(
        "乙", "乙 # planspec: ignore[RES001] 另行分工"
    )
    found = report(text, *RES)
    assert found.diagnostics == ()
    assert [one.reason for one in found.suppressed] == ["全体", "另行分工", "全体"]


def test_a_comment_that_covers_much_covers_all_of_it() -> None:
    tasks = HEAD + "# planspec: ignore[RES001] 理由\ntasks:\n" + "- title: 甲\n" * 1500 + LED
    assert (report(tasks, *RES).diagnostics, len(report(tasks, *RES).suppressed)) == ((), 1500)
