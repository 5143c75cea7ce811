"""Choosing, applying and refusing fixes: what is mended, what is left, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import planspec.lint.fixing
import planspec.lint.rounds
from lint.plans import HEAD, write
from planspec.lint.fixing import Mending, mend
from planspec.lint.guard import kept_words
from planspec.lint.result import Result
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.rules import find_rule
from planspec.rules.rule import Finding, Options
from planspec.source.diagnostic import Diagnostic, Edit, Fix
from planspec.source.message import Message
from planspec.source.nodes import Mapping, Scalar
from planspec.source.place import at
from planspec.source.span import Span

DOUBTFUL = "RES004"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*select: str, path: str = ".") -> Result:
    return run([Path(path)], Settings(select=select or ("ALL",)), jobs=1, cache=False)


def fixed(result: Result, *, unsafe: bool = False) -> Mending:
    return mend(result, Settings(), builtin(), unsafe=unsafe)


def only(mending: Mending) -> str:
    (change,) = mending.changes
    return change.new.decode()


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    return [(one.code, one.span.start_line) for one in found]


def tasks(*lines: str) -> str:
    return HEAD + "tasks:\n" + "".join(f"- {{{line}}}\n" for line in lines)


def test_a_safe_fix_is_made_and_all_else_stays(here: Path) -> None:
    text = "﻿" + HEAD.replace("\n", "  \r\n") + "document: 010\t# 待定\r\n"
    write(here, {"plan.yaml": text.encode()})
    mending = fixed(lint())
    assert codes(mending.mended) == [("FMT008", 5)]
    assert mending.changes[0].new == text.replace("010", '"010"').encode()
    assert mending.changes[0].old == text.encode()
    assert (here / "plan.yaml").read_bytes() == text.encode()  # nothing is written here


def test_a_file_in_another_encoding_keeps_it(here: Path) -> None:
    text = HEAD + "document: 010\n"
    write(here, {"plan.yaml": text.encode("gb18030")})
    assert fixed(lint()).changes[0].new == text.replace("010", '"010"').encode("gb18030")


def test_a_damaged_file_is_left_alone_and_that_is_said(here: Path) -> None:
    write(here, {"plan.yaml": (HEAD + "document: 010\n").encode() + b"# \xff\n"})
    mending = fixed(lint("FMT008"))
    assert mending.changes == mending.mended == ()
    assert [refusal.reason for refusal in mending.refused] == [planspec.lint.rounds.MISPLACED]


def test_a_proposal_is_made_only_when_asked_for(here: Path) -> None:
    write(here, {"plan.yaml": tasks("title: 甲, lead: 县科工局, support: [县发改局, 县科工局]")})
    result = lint("RES005")
    assert fixed(result) == Mending((), (), ())
    assert "support: [县发改局]}" in only(fixed(result, unsafe=True))


def test_only_what_was_reported_is_fixed(here: Path) -> None:
    text = HEAD + "document: 010\ntasks:\n- {lead: 县科工局, title: 甲}\n"
    write(here, {"plan.yaml": text})
    assert only(fixed(lint("FMT011"))) == text.replace(
        "lead: 县科工局, title: 甲", "title: 甲, lead: 县科工局"
    )
    ignored = text.replace("010", "010  # planspec: ignore[FMT008] 照原文")
    write(here, {"plan.yaml": ignored})
    assert codes(fixed(lint()).mended) == [("FMT011", 7)]


def test_of_fixes_that_meet_the_first_is_made_first_and_the_others_follow(here: Path) -> None:
    # The outer list of keys moves as a whole; the value within is quoted in the next round.
    write(here, {"plan.yaml": tasks("lead: 县科工局, by: 010, title: 甲")})
    mending = fixed(lint("FMT008", "FMT011"))
    assert codes(mending.mended) == [("FMT008", 6), ("FMT011", 6)]
    assert '- {title: 甲, lead: 县科工局, by: "010"}' in only(mending)


def test_all_files_of_a_plan_are_mended_together(here: Path) -> None:
    action = "action: 产业培塑行动\ntasks:\n- {title: 甲, lead: 县市场监督管理局}\n"
    write(
        here,
        {
            "plan.yaml": HEAD + "actions:\n- include: 01.yaml\ntasks:\n- {title: 乙, lead: 县市监局}\n"
            "- {title: 丙, lead: 县市监局}\n- {title: 丁, lead: 县市场监督管理局}\n",
            "01.yaml": action,
        },
    )
    mending = fixed(lint("RES007"))
    assert len(mending.mended) == 1
    assert [change.shown for change in mending.changes] == ["01.yaml", "plan.yaml"]
    assert mending.changes[0].new.decode() == action.replace("县市场监督管理局", "县市监局")


def test_a_file_that_two_plans_include_gets_the_fixes_of_both(here: Path) -> None:
    head = HEAD + "actions:\n- include: 01.yaml\n"
    action = "action: 产业培塑行动\ntasks:\n- {lead: 县科工局, title: 甲, by: 010}\n"
    write(here, {"plan.yaml": head, "plan.yml": head, "01.yaml": action})
    mending = fixed(lint("FMT008", "FMT011"))
    (change,) = mending.changes
    assert change.old.decode() == action
    assert change.new.decode() == action.replace(
        "lead: 县科工局, title: 甲, by: 010", 'title: 甲, lead: 县科工局, by: "010"'
    )


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("status：draft\n", "status: draft\n"),
        ("goals：\n- targets: {甲: 增长7%}\n", "goals:\n- targets: {甲: 增长7%}\n"),
        (
            "goals:\n- targets:\n    甲:增长7%\n    乙: 增长8%\n",
            "goals:\n- targets:\n    甲: 增长7%\n    乙: 增长8%\n",
        ),
        ("goals:\n- targets:\n    甲：增长7%\n", "goals:\n- targets:\n    甲: 增长7%\n"),
        ("status: dra\x07ft\n", "status: draft\n"),
        ("document: 2024\n", 'document: "2024"\n'),
        ("status　: draft\n", "status: draft\n"),
    ],
)
def test_slips_that_break_a_file_are_mended(here: Path, broken: str, mended: str) -> None:
    write(here, {"plan.yaml": HEAD + broken})
    mending = fixed(lint("FMT"))
    assert mending.refused == ()
    assert only(mending) == HEAD + mended


def test_what_was_hidden_may_come_to_light(here: Path) -> None:
    write(here, {"plan.yaml": HEAD + "tasks:\n- {title: 甲, lead: 县科工局, suport: [县科工局, 县发改局]}\n"})
    result = lint()
    assert "RES005" not in {one.code for one in result.diagnostics}
    mending = fixed(result, unsafe=True)
    assert codes(mending.mended) == [("FMT002", 6)]
    assert "support: [县科工局" in only(mending)


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("  # planspec: ignore[RES001] 理由", ""),
        ("  # planspec: ignore[RES001, RES002] 理由", ""),
        ("  # planspec: ignore[RES001, TGT012] 理由", "  # planspec: ignore[TGT012] 理由"),
        ("  # planspec: ignore[TGT012, RES001] 理由", "  # planspec: ignore[TGT012] 理由"),
        ("  # 注 # planspec: ignore[RES001] 理由", "  # 注"),
    ],
)
def test_an_unused_ignore_goes(here: Path, comment: str, left: str) -> None:
    text = HEAD + "tasks:\n- {title: 甲, lead: 县科工局}"
    write(here, {"plan.yaml": f"{text}{comment}\n"})
    assert only(fixed(lint())) == f"{text}{left}\n"


def test_an_unused_ignore_on_a_line_of_its_own_goes_with_the_line(here: Path) -> None:
    text = HEAD + "tasks:\n{}- {{title: 甲, lead: 县科工局}}\n"
    write(here, {"plan.yaml": text.format("# planspec: ignore[RES001] 理由\n")})
    assert only(fixed(lint())) == text.format("")


def test_a_misspelt_ignore_is_corrected_where_that_serves(here: Path) -> None:
    write(here, {"plan.yaml": HEAD + "tasks:\n- {title: 甲}  # planspec: ignore[RES01] 理由\n"})
    assert "ignore[RES001] 理由" in only(fixed(lint(), unsafe=True))
    write(
        here, {"plan.yaml": HEAD + "tasks:\n- {title: 甲, lead: 县科工局}  # planspec: ignore[RES01] 理由\n"}
    )
    assert fixed(lint(), unsafe=True) == Mending((), (), ())


def test_a_repeated_entry_goes_only_if_it_says_the_same(here: Path) -> None:
    write(here, {"plan.yaml": HEAD + "status: draft\nstatus: draft\n"})
    result = lint("FMT")
    assert fixed(result) == Mending((), (), ())
    assert only(fixed(result, unsafe=True)) == HEAD + "status: draft\n"
    write(here, {"plan.yaml": HEAD + "status: draft\nstatus: issued\n"})
    assert fixed(lint("FMT"), unsafe=True) == Mending((), (), ())


def test_a_second_id_gets_a_number(here: Path) -> None:
    write(
        here,
        {
            "plan.yaml": tasks(
                "id: a, title: 甲", "id: a, title: 乙", "id: a-2, title: 丙", "id: a, title: 丁"
            )
        },
    )
    text = only(fixed(lint("FMT006"), unsafe=True))
    assert [line.split(",")[0] for line in text.splitlines()[5:]] == [
        "- {id: a",
        "- {id: a-3",
        "- {id: a-2",
        "- {id: a-4",
    ]


def test_names_that_ran_together_become_two_units(here: Path) -> None:
    text = tasks("title: 甲, lead: 县发改局, support: [县财政局, 县科工局县卫健局]")
    write(here, {"plan.yaml": text})
    assert only(fixed(lint("RES006"), unsafe=True)) == text.replace("县科工局县卫健局", "县科工局, 县卫健局")


def test_a_unit_that_may_be_of_another_place_keeps_its_name(here: Path) -> None:
    write(here, {"plan.yaml": tasks("title: 甲, lead: 新邵县发改局", "title: 乙, lead: 县发改局")})
    result = lint("RES007")
    assert codes(result.diagnostics) == [("RES007", 6)]
    assert fixed(result, unsafe=True) == Mending((), (), ())


# Rules that offer bad fixes: the engine must not apply them.


@pytest.fixture
def offering(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Replace what unit-twice says: findings at the titles of tasks, each with the fix that is given by title."""
    rule = find_rule(DOUBTFUL)
    assert rule is not None

    def offer(fixes: dict[str, str], *, safe: bool = True, shift: int = 0) -> None:
        def check(plan: object, options: Options) -> Iterator[Finding]:
            for task in plan.tasks:  # type: ignore[attr-defined]
                node = task.node.entries["title"]
                assert isinstance(task.node, Mapping) and isinstance(node, Scalar)
                new = fixes.get(node.text)
                if new is None:
                    continue
                span = node.span
                place = Span(
                    span.start_line, span.start_column + shift, span.end_line, span.end_column + shift
                )
                fix = Fix(Message("改", "write"), (Edit(node.file.shown, place, new),), safe)
                yield Finding(at(node), Message("错", "wrong"), None, node.text, fix=fix)

        changed = replace(rule, check=check)
        rules = tuple(changed if one.code == DOUBTFUL else one for one in planspec.lint.fixing.ALL)
        monkeypatch.setattr(planspec.lint.fixing, "ALL", rules)
        monkeypatch.setattr("planspec.lint.settings.ALL", rules)

    yield offer


def refusals(mending: Mending) -> list[str]:
    return [refusal.reason.en for refusal in mending.refused]


def test_a_fix_that_breaks_the_file_is_refused(here: Path, offering: Callable[..., None]) -> None:
    write(here, {"plan.yaml": tasks("title: 甲甲, lead: 县科工局")})
    offering({"甲甲": "[甲"})
    mending = fixed(lint())
    assert mending.changes == ()
    assert "FMT001" in refusals(mending)[0]


def test_a_fix_that_brings_another_finding_is_refused(here: Path, offering: Callable[..., None]) -> None:
    write(here, {"plan.yaml": tasks("title: 甲甲, lead: 县科工局")})
    offering({"甲甲": "乙乙, support: 县科工局"})
    mending = fixed(lint(DOUBTFUL))
    assert "RES005" in refusals(mending)[0]
    assert mending.changes == ()


def test_a_fix_that_mends_nothing_is_refused(here: Path, offering: Callable[..., None]) -> None:
    write(here, {"plan.yaml": tasks("title: 甲甲, lead: 县科工局")})
    offering({"甲甲": "乙乙", "乙乙": "甲甲"})
    assert refusals(fixed(lint(DOUBTFUL))) == [planspec.lint.rounds.STAYS.en]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("增加3处", "增加5处"),
        ("确保甲甲", "力争甲甲"),
        ("新邵县甲甲", "甲甲"),
        ("5月3日前", "3月5日前"),
        ("甲甲以上", "甲甲"),
    ],
)
@pytest.mark.parametrize("safe", [True, False])
def test_a_fix_that_alters_what_none_may_is_refused(
    here: Path, offering: Callable[..., None], old: str, new: str, safe: bool
) -> None:
    write(here, {"plan.yaml": tasks(f"title: {old}, lead: 县科工局")})
    offering({old: new}, safe=safe)
    mending = fixed(lint(DOUBTFUL), unsafe=True)
    assert refusals(mending) == [planspec.lint.rounds.ALTERS.en]
    assert mending.changes == ()


def test_a_fix_outside_the_file_is_refused(here: Path, offering: Callable[..., None]) -> None:
    write(here, {"plan.yaml": tasks("title: 甲甲, lead: 县科工局")})
    offering({"甲甲": "乙乙"}, shift=900)
    assert refusals(fixed(lint(DOUBTFUL))) == [planspec.lint.rounds.MISPLACED.en]


def test_one_bad_fix_does_not_stop_the_good_ones(here: Path, offering: Callable[..., None]) -> None:
    write(here, {"plan.yaml": tasks(*(f"title: {name}甲, lead: 县科工局" for name in "子丑寅卯辰巳午未"))})
    offering({f"{name}甲": f"{name}乙" for name in "子丑寅卯辰巳午未"} | {"卯甲": "[", "午甲": "达到9家"})
    mending = fixed(lint(DOUBTFUL))
    assert [refusal.diagnostic.subject for refusal in mending.refused] == ["卯甲", "午甲"]
    assert [line[10:12] for line in only(mending).splitlines()[5:]] == [
        "子乙",
        "丑乙",
        "寅乙",
        "卯甲",
        "辰乙",
        "巳乙",
        "午甲",
        "未乙",
    ]


NAMES = st.sampled_from(
    ["县市场监管局", "县市监局", "县市场监督管理局", "县卫健局", "县卫生健康局", "县科 工局", "县科工局"]
)
TITLES = st.sampled_from(
    [
        "建设园区(二期)",
        "推进”甲“工程",
        "力争3月5日前完工",
        "新增5家以上,达到2万户",
        "新邵县循环经济",
        "甲:乙",
        '"专精特新"企业',
    ]
)
VALUES = st.sampled_from(
    ["增长7%左右", "达到4.27万户", "不少于3个", "１０家以上", "010", "12:30", "控制在3%以内"]
)
TASKS = st.builds(
    lambda title, lead, support, value, swapped: (
        (f"- lead: {lead}\n  title: '{title}'\n" if swapped else f"- title: '{title}'\n  lead: {lead}\n")
        + f"  support: [{', '.join(support)}]\n  targets: {{规模工业增加值: {value}}}\n"
    ),
    TITLES,
    NAMES,
    st.lists(NAMES, min_size=1, max_size=3),
    VALUES,
    st.booleans(),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(TASKS, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_safe_fixes_keep_every_figure_and_word_and_settle(
    tmp_path_factory: pytest.TempPathFactory, found: list[str], end: str
) -> None:
    folder = tmp_path_factory.mktemp("plan")
    text = (HEAD + "tasks:\n" + "".join(found)).replace("\n", end)
    write(folder, {"plan.yaml": text.encode()})
    before = run([folder], Settings(), jobs=1, cache=False)
    mending = fixed(before)
    assert mending.refused == ()
    if not mending.changes:
        return
    new = only(mending)
    assert kept_words(new) == kept_words(text)
    assert new.count("\r\n") == text.count("\r\n")
    write(folder, {"plan.yaml": new.encode()})
    after = run([folder], Settings(), jobs=1, cache=False)
    assert len(after.diagnostics) == len(before.diagnostics) - len(mending.mended)
    assert fixed(after) == Mending((), (), ())
