"""The baseline: what it reads, which findings it knows, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lint.plans import ACTION, HEAD, seen_in, write
from planspec.lint.baseline import Baseline, about, baseline_path, key_of, match, read_baseline
from planspec.lint.result import Result
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.schema import bundled_schema
from planspec.source import load_text
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.emit import emit, scalar
from planspec.source.message import Message
from planspec.source.nodes import Plain
from planspec.source.span import Span

RES = ("RES001", "RES002", "RES004", "FMT001", "FMT002", "FMT003", "FMT004", "FMT009", "FMT010")


def read(text: str) -> Baseline:
    return read_baseline(load_text(text, "baseline.yaml"))


def finding(code: str, item: str, subject: str = "", title: str = "", line: int = 1) -> Diagnostic:
    return Diagnostic(
        "plan.yaml", Span(line, 1, line, 2), code, "x", Severity.WARNING, Message("甲", "a"),
        item=item, subject=subject, title=title,
    )  # fmt: skip


# Where it lies


@pytest.mark.parametrize(
    ("plan", "path"),
    [
        ("specs/plan.yaml", "specs/baseline.yaml"),
        ("plan.yml", "baseline.yaml"),
        ("2025/方案.yaml", "2025/方案.baseline.yaml"),
    ],
)
def test_each_plan_of_a_folder_has_its_own(plan: str, path: str) -> None:
    assert baseline_path(PurePath(plan)) == PurePath(path)


# Reading

TEXT = """\
# 说明
- reason: 方案已印发
  findings:
  - {rule: RES002, item: a, about: 甲}
  - rule: task-without-unit
    item: b
    what: Ａ１
- findings:
  - {rule: RES099, item: c}
"""


def test_entries_have_their_reason_and_place() -> None:
    baseline = read(TEXT)
    assert baseline.faults == ()
    seen = [(one.key, one.about, one.reason, one.span.start_line) for one in baseline.entries]
    assert seen == [
        (("RES002", "a", ""), "甲", "方案已印发", 4),
        (("RES001", "b", "A1"), "", "方案已印发", 5),
        (("RES099", "c", ""), "", "", 9),
    ]
    assert [(one.reason, one.span.start_line, len(one.entries)) for one in baseline.causes] == [
        ("方案已印发", 2, 2),
        ("", 8, 1),
    ]


@pytest.mark.parametrize("text", ["", "# 说明\n", "null\n", "[]\n"])
def test_an_empty_file_knows_nothing_and_is_no_fault(text: str) -> None:
    assert read(text) == Baseline("baseline.yaml")


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("a: 1\n", "FMT002", 1, 1, "文件的最上层应为列表"),
        ("- 甲\n", "FMT002", 1, 3, "文件的最上层的第"),
        ("- reason: 甲\n", "FMT002", 1, 3, "缺少必填的键“findings”（这条理由说明的问题）"),
        ("- reason: 甲\n  findings: []\n", "FMT002", 2, 13, "键“findings”不能为空"),
        ("- findings:\n  - {item: a}\n", "FMT002", 2, 6, "缺少必填的键“rule”（规则的代码，如 RES002）"),
        ("- findings:\n  - {rule: RES002}\n", "FMT002", 2, 6, "缺少必填的键“item”"),
        ("- findings:\n  - {rule: RES002, item: a, waht: b}\n", "FMT002", 2, 29, "不认识的键“waht”"),
        ("- findings:\n  - {rule: RES002, item: 1}\n", "FMT002", 2, 26, "键“item”应为文字，这里是数"),
        ("- reason: 甲\n  reason: 乙\n  findings: [{rule: RES002, item: a}]\n", "FMT003", 2, 3, ""),
        ("- findings:\n  - {rule: RES002, item: a\n", "FMT001", 2, 5, ""),
    ],
)
def test_what_is_wrong_with_the_file_is_told_at_its_place(
    text: str, code: str, line: int, column: int, message: str
) -> None:
    first = read(text).faults[0]
    assert (first.code, first.span.start_line, first.span.start_column) == (code, line, column)
    assert first.message.zh.startswith(message)
    assert first.severity is Severity.ERROR


def test_keys_of_ones_own_are_no_fault() -> None:
    assert read("- x-owner: 张三\n  findings:\n  - {rule: RES002, item: a, x-note: b}\n").faults == ()


# Matching


def test_a_finding_is_known_by_rule_item_and_content() -> None:
    baseline = read("- findings:\n  - {rule: RES004, item: a, what: 县发改局}\n")
    known, *others = (
        finding("RES004", "a", "县发改局"),
        finding("RES004", "a", "县财政局"),
        finding("RES004", "b", "县发改局"),
        finding("RES005", "a", "县发改局"),
    )
    found = match(baseline, [known, *others])
    assert [one for one, _ in found.known] == [known]
    assert set(found.new) == set(others)
    assert found.unmatched == ()


@given(st.integers(0, 4), st.integers(0, 4))
def test_of_equal_findings_as_many_are_known_as_there_are_entries(entries: int, findings: int) -> None:
    baseline = read("- findings:\n" + "  - {rule: RES004, item: a}\n" * entries if entries else "")
    found = match(baseline, [finding("RES004", "a", line=line) for line in range(1, findings + 1)])
    assert len(found.known) == min(entries, findings)
    assert len(found.new) == max(0, findings - entries)
    assert len(found.unmatched) == max(0, entries - findings)
    assert [one.span.start_line for one, _ in found.known] == list(range(1, len(found.known) + 1))


MOVED = "- findings:\n  - {rule: RES002, item: a/b/甲, about: 甲}\n"


def test_what_was_moved_or_got_an_id_is_known_by_what_it_is_about() -> None:
    baseline = read(MOVED)
    for item in ("t-1234", "c/甲"):
        one = finding("RES002", item, title="甲")
        assert [pair[0] for pair in match(baseline, [one]).known] == [one]


def test_where_there_is_doubt_nothing_is_taken_for_moved() -> None:
    two = [finding("RES002", "c/甲", title="甲"), finding("RES002", "d/甲", title="甲", line=2)]
    assert match(read(MOVED), two).known == ()
    twice = read(MOVED + "  - {rule: RES002, item: x/甲, about: 甲}\n")
    assert match(twice, two[:1]).known == ()
    assert match(read("- findings:\n  - {rule: RES002, item: a}\n"), [finding("RES002", "b")]).known == ()


def test_what_a_reader_is_told() -> None:
    line = "    members: [县发改局, 县财政局]"
    one = replace(finding("RES009", "x/workgroup", "finance@county", "产业专班"), excerpt=line)
    at = line.index("县财政局") + 1
    assert about(replace(one, span=Span(1, at, 1, at + 4))) == "产业专班：县财政局"
    assert about(replace(one, span=Span(1, 5, 1, 12))) == "产业专班"  # a key of the format
    assert about(replace(one, span=Span(1, 5, 2, 1))) == "产业专班"
    assert about(replace(one, span=Span(1, at, 1, at + 4), subject="县财政局")) == "产业专班"
    assert about(replace(one, span=Span(1, at, 1, at + 4), title="")) == "县财政局"
    assert about(replace(one, span=Span(1, at, 1, at + 4), title="财政")) == "县财政局"
    assert len(about(replace(one, title="长" * 99))) == 40


# In a run

PLAN = HEAD + (
    "tasks:\n- {id: a, title: 甲}\n- {id: b, title: 乙, units: [县发改局, 县财政局]}\n"
    "- {id: c, title: 丙, lead: 县发改局}\n"
)
KNOWN = "- reason: 方案已印发\n  findings:\n  - {rule: RES001, item: a}\n  - {rule: RES002, item: b}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*select: str, cache: bool = False, **settings: object) -> Result:
    return run([Path()], Settings(select=select or RES, **settings), jobs=1, cache=cache)  # type: ignore[arg-type]


def test_known_findings_are_set_aside_with_reason_and_line(here: Path) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": KNOWN})
    found = lint()
    assert found.diagnostics == () and found.exit_code == 0
    assert [(one.diagnostic.code, one.reason, one.line, one.baseline) for one in found.suppressed] == [
        ("RES001", "方案已印发", 3, "baseline.yaml"),
        ("RES002", "方案已印发", 4, "baseline.yaml"),
    ]
    assert found.plans[0].files == ("plan.yaml", "baseline.yaml")


def test_new_findings_are_reported(here: Path) -> None:
    write(here, {"plan.yaml": PLAN + "- {id: d, title: 丁}\n", "baseline.yaml": KNOWN})
    found = lint()
    assert seen_in(found) == [("plan.yaml", "RES001", 9)]
    assert found.exit_code == 1


def test_the_baseline_can_be_left_aside(here: Path) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": KNOWN + "  - {rule: RES002, item: gone}\n"})
    assert seen_in(lint(baseline=False)) == [("plan.yaml", "RES001", 6), ("plan.yaml", "RES002", 7)]


def test_an_entry_whose_finding_is_gone_is_a_finding_at_its_place(here: Path) -> None:
    write(here, {"plan.yaml": PLAN.replace("title: 甲", "title: 甲, lead: 县教育局"), "baseline.yaml": KNOWN})
    (one,) = lint().diagnostics
    assert (one.file, one.code, one.severity, one.span) == (
        "baseline.yaml", "FMT009", Severity.WARNING, Span(3, 5, 3, 28),
    )  # fmt: skip
    assert one.message.zh.startswith("基线里的这一条已经对不上：RES001（a）没有了。")
    assert one.excerpt == "  - {rule: RES001, item: a}"
    assert lint(profile="gate").exit_code == 1


def test_an_entry_of_a_rule_that_does_not_run_is_not_stale(here: Path) -> None:
    write(here, {"plan.yaml": HEAD, "baseline.yaml": KNOWN})
    assert [one.code for one in lint().diagnostics] == ["FMT009", "FMT009"]
    assert lint("RES001", "FMT").diagnostics[0].message.zh.count("RES001") == 1
    assert [one.code for one in lint("RES001", "FMT009").diagnostics] == ["FMT009"]
    assert lint("RES004", "FMT009").diagnostics == ()
    assert lint(ignore=("RES", "FMT005")).diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "foo: 1\n",
        HEAD + "status: @\n",
        HEAD + "actions:\n- include: missing.yaml\n",
        "",
    ],
    ids=["schema", "syntax", "include", "empty"],
)
def test_nothing_is_stale_where_a_fault_may_hide_the_finding(here: Path, text: str) -> None:
    write(here, {"plan.yaml": text, "baseline.yaml": KNOWN})
    assert {one.code for one in lint().diagnostics} <= {"FMT001", "FMT002", "FMT004"}


@pytest.mark.parametrize("superiors", [("430000", "000000"), ("430000",)])
def test_what_superiors_decide_is_stale_only_where_all_of_them_are_at_hand(
    here: Path, superiors: tuple[str, ...]
) -> None:
    plan = "planspec: 1\ntitle: 计划\njurisdiction: {}\nyear: 2024\nextent: targets-only\n"
    known = "- reason: 已印发\n  findings:\n  - {rule: ALN001, item: plan/goal#industrial-value-added, what: 增长6%<增长7%}\n"
    write(here, {f"{code}/plan.yaml": plan.format(f'"{code}"') for code in superiors})
    write(here, {"city/plan.yaml": plan.format("430500"), "city/baseline.yaml": known})
    found = lint("ALN", "FMT009").diagnostics
    assert [one.code for one in found] == (["FMT009"] if len(superiors) == 2 else [])


def test_a_comment_comes_first_and_makes_an_entry_stale(here: Path) -> None:
    text = PLAN.replace("title: 甲}", "title: 甲}  # planspec: ignore[RES001] 另行分工")
    write(here, {"plan.yaml": text, "baseline.yaml": KNOWN})
    found = lint()
    assert [(one.code, one.span.start_line) for one in found.diagnostics] == [("FMT009", 3)]
    assert [one.baseline for one in found.suppressed] == ["", "baseline.yaml"]


def test_a_cause_without_a_reason_is_one_finding(here: Path) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": KNOWN.replace("reason: 方案已印发", "reason:")})
    (one,) = lint().diagnostics
    assert (one.code, one.span) == ("FMT010", Span(1, 3, 1, 9))
    assert one.message.zh.startswith("这里的2个已知问题没有写理由")
    assert one.message.en.startswith("No reason is given for known findings (2);")


@pytest.mark.parametrize("code", ["FMT001", "FMT002", "FMT003", "FMT004", "INT001", "FMT009", "FMT010"])
def test_broken_input_cannot_be_in_a_baseline(here: Path, code: str) -> None:
    entry = f"  - {{rule: {code}, item: plan.yaml, what: foo}}\n"
    write(here, {"plan.yaml": HEAD + "foo: 1\n", "baseline.yaml": "- reason: 甲\n  findings:\n" + entry})
    found = lint()
    assert seen_in(found) == [("baseline.yaml", "FMT009", 3), ("plan.yaml", "FMT002", 5)]
    assert found.diagnostics[0].message.zh.startswith(f"{code} 不能列入基线")
    assert found.exit_code == 2


def test_an_unknown_rule_is_told(here: Path) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": KNOWN.replace("RES001", "RES991")})
    found = [one.message.zh for one in lint().diagnostics if one.code == "FMT009"]
    assert found == ["基线里的规则“RES991”不存在；planspec rules 列出全部规则"]


def test_a_broken_baseline_is_an_error_and_what_can_be_read_of_it_counts(here: Path) -> None:
    broken = KNOWN + "  - {rule: RES002, item: gone}\n- {reason: 甲, finding: []}\n"
    write(here, {"plan.yaml": PLAN, "baseline.yaml": broken, "b/plan.yaml": PLAN})
    found = lint("RES001", "RES002", "FMT009")
    assert found.exit_code == 2
    assert {(one.file, one.code) for one in found.diagnostics if one.file != "b/plan.yaml"} == {
        ("baseline.yaml", "FMT002")
    }
    assert len(found.suppressed) == 2
    assert {one.code for one in found.diagnostics if one.file == "b/plan.yaml"} == {"RES001", "RES002"}


def test_a_baseline_that_cannot_be_read_is_an_error(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    (here / "baseline.yaml").mkdir()
    found = lint()
    assert ("baseline.yaml", "FMT004", 1) in seen_in(found)
    assert found.exit_code == 2


def test_severity_and_selection_hold_for_findings_about_the_baseline(here: Path) -> None:
    write(here, {"plan.yaml": HEAD, "baseline.yaml": KNOWN})
    found = lint(severity={"FMT009": Severity.INFO})
    assert {one.severity for one in found.diagnostics} == {Severity.INFO}
    assert found.exit_code == 0


# The cache


def test_the_cache_notices_when_a_baseline_comes_changes_and_goes(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    assert len(lint(cache=True).diagnostics) == 2
    write(here, {"baseline.yaml": KNOWN})
    assert lint(cache=True).diagnostics == ()
    assert lint(cache=True).diagnostics == ()
    write(here, {"baseline.yaml": KNOWN.replace("RES001", "RES004")})
    assert [one.code for one in lint(cache=True).diagnostics] == ["FMT009", "RES001"]
    (here / "baseline.yaml").unlink()
    assert len(lint(cache=True).diagnostics) == 2
    assert len(lint(cache=True, baseline=False).diagnostics) == 2


# What leaves a baseline valid

WITH_ACTIONS = HEAD + "actions:\n- include: 01.yaml\n- include: 02.yaml\n"
FIRST = ACTION + (
    "sections:\n- heading: 做强产业\n  tasks:\n  - {title: 甲}\n  - {title: 乙, units: [县发改局, 县财政局]}\n"
    "- heading: 做优服务\n  tasks:\n  - {id: c, title: 丙}\n"
)
SECOND = "action: 创新提升行动\ngoals:\n- targets: {专利: 3件}\nsections:\n- heading: 平台\n  tasks:\n  - {title: 丁}\n"
FILES = {"plan.yaml": WITH_ACTIONS, "01.yaml": FIRST, "02.yaml": SECOND}
SECTION = "- heading: 做优服务\n  tasks:\n  - {id: c, title: 丙}\n"

CHANGES = {
    "tasks reordered": {
        "01.yaml": FIRST.replace("  - {title: 甲}\n", "").replace("- heading: 做优", "  - {title: 甲}\n- heading: 做优")
    },
    "actions reordered": {"plan.yaml": HEAD + "actions:\n- include: 02.yaml\n- include: 01.yaml\n"},
    "lines inserted": {"01.yaml": "# 一\n\n" + FIRST.replace("- heading", "# 二\n- heading")},
    "indented": {"01.yaml": FIRST.replace("\n  ", "\n      ").replace("\n- ", "\n    - ")},
    "section moved to another file": {"01.yaml": FIRST.replace(SECTION, ""), "02.yaml": SECOND + SECTION},
    "section without ids moved": {
        "01.yaml": FIRST.replace(FIRST[FIRST.index("- heading: 做强") : FIRST.index("- heading: 做优")], ""),
        "02.yaml": SECOND + FIRST[FIRST.index("- heading: 做强") : FIRST.index("- heading: 做优")],
    },
    "a file renamed": {"plan.yaml": WITH_ACTIONS.replace("01.yaml", "a.yaml"), "a.yaml": FIRST},
    "ids given": {"01.yaml": FIRST.replace("{title: 甲}", "{id: t-1, title: 甲}")},
    "an id changed": {"01.yaml": FIRST.replace("id: c", "id: other")},
    "a heading changed": {"01.yaml": FIRST.replace("做强产业", "做大产业")},
    "the plan retitled": {"plan.yaml": WITH_ACTIONS.replace("某县方案", "某县总体方案")},
    "a task inserted": {"01.yaml": FIRST.replace("  - {title: 甲}\n", "  - {title: 戊, lead: 县林业局}\n  - {title: 甲}\n")},
}  # fmt: skip
ALL_KNOWN = """\
- reason: 方案已印发
  findings:
  - {rule: RES001, item: industry/做强产业/甲, about: 甲}
  - {rule: RES002, item: industry/做强产业/乙, about: 乙}
  - {rule: RES001, item: c, about: 丙}
  - {rule: RES001, item: innovation/平台/丁, about: 丁}
"""


@pytest.mark.parametrize("change", ["none", *CHANGES])
def test_what_changes_no_meaning_leaves_the_baseline_valid(here: Path, change: str) -> None:
    write(here, {**FILES, "baseline.yaml": ALL_KNOWN, **CHANGES.get(change, {})})
    found = lint("RES001", "RES002", "FMT009")
    assert (seen_in(found), len(found.suppressed)) == ([], 4)


def test_another_content_opens_the_finding_again(here: Path) -> None:
    write(here, {**FILES, "01.yaml": FIRST.replace("title: 甲", "title: 己"), "baseline.yaml": ALL_KNOWN})
    found = lint("RES001", "RES002", "FMT009")
    assert seen_in(found) == [("01.yaml", "RES001", 7), ("baseline.yaml", "FMT009", 3)]
    assert key_of(found.diagnostics[0]) == ("RES001", "industry/做强产业/己", "")


# Any file at all

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-2, 2), st.sampled_from(["", "甲", "RES002", "# x"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["reason", "findings", "rule", "item", "what", "about", "x-a"]), inner
        ),
    ),
    max_leaves=10,
)


@given(VALUES)
def test_whatever_a_file_holds_it_is_read_or_told_to_be_wrong(value: Plain) -> None:
    text = emit(value) if isinstance(value, dict | list) else f"{scalar(value)}\n"
    baseline = read(text)
    valid = value is None or jsonschema_rs.validator_for(bundled_schema("baseline")).is_valid(value)
    assert (baseline.faults == ()) == valid
    if valid and isinstance(value, list):
        assert len(list(baseline.entries)) == sum(len(cause["findings"]) for cause in value)
    match(baseline, [finding("RES002", "甲")])
