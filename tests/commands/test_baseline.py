"""`planspec baseline`: what it writes, what it leaves alone, what it says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lint.plans import HEAD, write

from planspec.cli import run as cli
from planspec.commands.answer import Answer
from planspec.commands.baseline import Request, baseline
from planspec.lint.result import Result
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.source.errors import PlanspecError

TASKS = (
    "tasks:\n- {id: a, title: 甲}\n- {id: b, title: 乙, units: [县发改局, 县财政局]}\n- {id: c, title: 丙}\n"
)
PLAN = HEAD + TASKS
SELECT = ("RES001", "RES002", "RES004")

TITLES = {"RES001": "任务没有任何责任单位", "RES002": "任务有责任单位而没有牵头单位"}
WRITTEN = f"""\

# RES001 {TITLES["RES001"]}
- reason:
  findings:
  - {{rule: RES001, item: a, about: 甲}}
  - {{rule: RES001, item: c, about: 丙}}

# RES002 {TITLES["RES002"]}
- reason:
  findings:
  - {{rule: RES002, item: b, about: 乙}}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*paths: str, select: Sequence[str] = SELECT, **options: object) -> Answer:
    request = Request(paths=[Path(path) for path in paths], select=select, cache=False, **options)  # type: ignore[arg-type]
    return baseline(request)


def lint(*select: str) -> Result:
    return run([Path()], Settings(select=select or (*SELECT, "FMT009")), jobs=1, cache=False)


def text() -> str:
    return Path("baseline.yaml").read_text("utf-8")


def body() -> str:
    """What stands below the head of two lines."""
    first, second, rest = text().split("\n", 2)
    assert first.startswith("# 基线：") and second.startswith("# 理由")
    return rest


# Writing


def test_a_new_file_lists_the_findings_by_rule_in_the_order_of_the_plan(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    answer = call()
    assert (answer.text, answer.exit_code) == (
        "baseline.yaml：增补3条；3条没有写理由，请在 reason 后写明\n", 0,
    )  # fmt: skip
    assert body() == WRITTEN
    assert lint().diagnostics == ()


def test_a_reason_stands_for_all(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    assert call(reason="方案已印发: 不改").text == "baseline.yaml：增补3条\n"
    assert body() == (
        '\n- reason: "方案已印发: 不改"\n  findings:\n  - {rule: RES001, item: a, about: 甲}\n'
        "  - {rule: RES002, item: b, about: 乙}\n  - {rule: RES001, item: c, about: 丙}\n"
    )
    assert lint(*SELECT, "FMT").exit_code == 0


def test_a_second_run_changes_nothing(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    call()
    before = text()
    assert call().text == "baseline.yaml：3条没有写理由，请在 reason 后写明\n"
    assert text() == before
    assert call(check=True).exit_code == 0


def test_where_there_is_nothing_to_note_nothing_is_written(here: Path) -> None:
    write(here, {"plan.yaml": HEAD})
    assert call().text == "没有需要改动的基线\n"
    assert call(language="en").text == "No baseline needs a change\n"
    assert not (here / "baseline.yaml").exists()


KEPT = """\
# 请勿删

-   reason: 方案已印发   # 见会议纪要
    x-owner: 张三
    findings:
    # 甲另议
    - {rule: RES001, item: a}   # 三季度
    - rule: RES002
      item: b
- reason: 机构未定
  findings: [{rule: RES004, item: gone, what: x}]
# 完
"""


def test_entries_reasons_and_comments_stay_and_new_entries_join_their_reason(here: Path) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": KEPT})
    assert (
        call(reason="方案已印发").text
        == "baseline.yaml：增补1条；原有3条不变；1条已经对不上，可用 --prune 删去\n"
    )
    assert text() == KEPT.replace(
        "      item: b\n", "      item: b\n    - {rule: RES001, item: c, about: 丙}\n"
    )
    assert [one.code for one in lint().diagnostics] == ["FMT009"]


def test_new_entries_stand_in_the_order_of_the_plan(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    call(reason="已印发")
    more = PLAN.replace("- {id: b", "- {id: x, title: 子}\n- {id: b") + "- {id: z, title: 丑}\n"
    write(here, {"plan.yaml": HEAD + "tasks:\n- {id: w, title: 寅}\n" + more.removeprefix(HEAD + "tasks:\n")})
    call(reason="已印发")
    assert [line.split("item: ")[1][0] for line in text().splitlines() if "item" in line] == list("waxbcz")


def test_another_reason_makes_a_cause_of_its_own(here: Path) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": KEPT.removesuffix("# 完\n").removesuffix("\n")})
    call(reason="另议")
    assert text().endswith(
        "what: x}]\n\n- reason: 另议\n  findings:\n  - {rule: RES001, item: c, about: 丙}\n"
    )
    assert len(lint().suppressed) == 3


def test_without_a_reason_an_entry_joins_those_of_its_rule_that_have_none(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    call()
    write(here, {"plan.yaml": PLAN + "- {id: d, title: 丁, units: [县发改局, 县林业局]}\n"})
    call()
    assert body() == WRITTEN + "  - {rule: RES002, item: d, about: 丁}\n"


def test_an_item_of_another_name_keeps_its_entry(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    call(reason="已印发")
    write(here, {"plan.yaml": PLAN.replace("id: a", "id: other")})
    assert call(check=True).text == "baseline.yaml：1条改用新的名称；原有2条不变\n"
    assert call().exit_code == 0
    assert "{rule: RES001, item: other, about: 甲}" in text()
    assert call(check=True).exit_code == 0


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_line_ends_and_encoding_stay(here: Path, end: str, encoding: str) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": KEPT.replace("\n", end).encode(encoding)})
    call(reason="方案已印发")
    data = (here / "baseline.yaml").read_bytes()
    assert data.decode(encoding).replace(end, "\n").count("\n") == KEPT.count("\n") + 1
    assert data.count(b"\r\n") == (data.count(b"\n") if end == "\r\n" else 0)


def test_an_empty_file_is_added_to(here: Path) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": "# 说明"})
    call()
    assert text() == "# 说明\n" + WRITTEN
    assert lint().diagnostics == ()


def test_each_plan_has_its_own_file(here: Path) -> None:
    write(here, {"a/plan.yaml": PLAN, "b/方案.yaml": PLAN, "c/plan.yaml": HEAD})
    answer = call(language="en", reason="issued")
    assert answer.text == "a/baseline.yaml: 3 added\nb/方案.baseline.yaml: 3 added\n"
    assert sorted(path.as_posix() for path in Path().rglob("*baseline.yaml")) == [
        "a/baseline.yaml",
        "b/方案.baseline.yaml",
    ]
    assert (here / "a/baseline.yaml").read_text("utf-8").startswith("# Baseline: findings")


def test_profile_and_selection_say_what_is_noted(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    (here / "planspec.toml").write_text('severity.RES001 = "info"\n', "utf-8")
    assert call(profile="reviewer", reason="x").text == "baseline.yaml：增补1条\n"
    assert call(select=("RES001",), reason="y").text == "baseline.yaml：增补2条；原有1条不变\n"
    assert call(check=True).exit_code == 0


# Pruning


def test_prune_deletes_what_is_stale_and_adds_nothing(here: Path) -> None:
    mended = PLAN.replace("title: 甲", "title: 甲, lead: 县教育局").replace(
        "units:", "lead: 县林业局, units:"
    )
    write(here, {"plan.yaml": mended + "- {id: d, title: 丁}\n", "baseline.yaml": KEPT})
    assert call(prune=True, check=True).text == "baseline.yaml：应删去3条\n"
    assert text() == KEPT
    assert call(prune=True).text == "baseline.yaml：删去3条\n"
    assert text() == "# 请勿删\n\n# 完\n"
    assert [one.span.start_line for one in lint().diagnostics] == [8, 9]


def test_prune_leaves_the_other_entries_of_a_cause(here: Path) -> None:
    write(here, {"plan.yaml": PLAN, "baseline.yaml": KEPT.replace("item: b", "item: gone")})
    assert call(prune=True).text == "baseline.yaml：删去2条；原有1条不变\n"
    assert text() == (
        "# 请勿删\n\n-   reason: 方案已印发   # 见会议纪要\n    x-owner: 张三\n    findings:\n"
        "    # 甲另议\n    - {rule: RES001, item: a}   # 三季度\n# 完\n"
    )


def test_prune_takes_entries_out_of_a_list_in_brackets(here: Path) -> None:
    entries = (
        "[{rule: RES001, item: x}, {rule: RES001, item: a}, {rule: RES001, item: y}, {rule: RES001, item: c}]"
    )
    write(here, {"plan.yaml": PLAN, "baseline.yaml": f"-\n  reason: 已印发\n  findings: {entries}\n"})
    call(prune=True)
    assert text() == "-\n  reason: 已印发\n  findings: [{rule: RES001, item: a}, {rule: RES001, item: c}]\n"
    write(here, {"plan.yaml": HEAD})
    call(prune=True)
    assert text() == ""


def test_prune_deletes_entries_that_no_baseline_can_hold(here: Path) -> None:
    wrong = "- reason: 甲\n  findings:\n  - {rule: RES999, item: a}\n  - {rule: FMT001, item: a}\n"
    write(here, {"plan.yaml": PLAN, "baseline.yaml": wrong + "  - {rule: RES001, item: a}\n"})
    call(prune=True)
    assert text() == "- reason: 甲\n  findings:\n  - {rule: RES001, item: a}\n"


def test_prune_leaves_entries_of_rules_that_do_not_run(here: Path) -> None:
    write(here, {"plan.yaml": HEAD, "baseline.yaml": KEPT})
    assert call(select=("STR",), prune=True).text == "没有需要改动的基线\n"
    assert text() == KEPT


# Checking


def test_check_writes_nothing_and_says_what_would_change(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    answer = call(check=True)
    assert (answer.text, answer.exit_code) == (
        "baseline.yaml：应增补3条；3条没有写理由，请在 reason 后写明\n", 1,
    )  # fmt: skip
    assert not (here / "baseline.yaml").exists()


# Refusals


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"plan.yaml": PLAN + "foo: 1\n"}, "plan.yaml:9：不认识的键“foo”"),
        ({"plan.yaml": PLAN, "baseline.yaml": "- a: 1\n"}, "baseline.yaml:1："),
        ({"plan.yaml": PLAN, "baseline.yaml": "[{findings: [{rule: RES001, item: a}]}]\n"}, "baseline.yaml:1：整个文件写在方括号里"),
    ],
)  # fmt: skip
def test_nothing_is_written_where_something_is_broken(
    here: Path, files: dict[str, str | bytes], message: str
) -> None:
    write(here, {"a/plan.yaml": PLAN, **files})
    before = {path: path.read_bytes() for path in here.rglob("*.yaml")}
    with pytest.raises(PlanspecError) as caught:
        call(select=(*SELECT, "FMT"))
    assert caught.value.message.zh.startswith(message)
    assert {path: path.read_bytes() for path in here.rglob("*.yaml")} == before


def test_prune_and_reason_do_not_go_together() -> None:
    with pytest.raises(PlanspecError, match="does not go with --reason"):
        call(prune=True, reason="x")


# Laws

NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)
TOLD_ONE_BY_ONE = 4
"""Where more tasks than this, and all of the plan, name no unit, one finding tells it."""


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(NAMES, NAMES, st.sampled_from(["", "甲", "乙"]), st.sampled_from(["", "甲"]))
def test_after_adding_nothing_is_new_and_after_pruning_nothing_is_stale(
    here: Path, first: list[str], second: list[str], reason: str, other: str
) -> None:
    (here / "baseline.yaml").unlink(missing_ok=True)
    for names, why in ((first, reason), (second, other)):
        tasks = "".join(f"- {{id: {name}, title: 任务{name}}}\n" for name in names)
        write(here, {"plan.yaml": HEAD + ("tasks:\n" + tasks if tasks else "")})
        call(select=("RES001",), reason=why)
        assert {one.code for one in lint("RES001", "FMT009").diagnostics} <= {"FMT009"}
    call(select=("RES001",), prune=True)
    assert lint("RES001", "FMT001", "FMT002", "FMT009").diagnostics == ()
    assert len(lint("RES001").suppressed) == (len(second) if len(second) <= TOLD_ONE_BY_ONE else 1)
    assert call(select=("RES001",), check=True).exit_code == 0


# The command line


def test_the_command_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, {"plan.yaml": PLAN})
    assert cli(["baseline", "--select", "RES001", "--check", "--no-cache"]) == 1
    assert cli(["baseline", "--select", "RES001", "--reason", "已印发", "--no-cache", "--lang", "en"]) == 0
    assert capsys.readouterr().out == (
        "baseline.yaml：应增补2条；2条没有写理由，请在 reason 后写明\nbaseline.yaml: 2 added\n"
    )
    assert cli(["lint", "--select", "RES001", "--profile", "gate", "--no-cache"]) == 0
    assert capsys.readouterr().out.startswith("没有发现新的问题；另有2个已列入基线\n")
    assert cli(["lint", "--select", "RES001", "--no-baseline", "--no-cache", "-q"]) == 1
    write(here, {"plan.yaml": HEAD})
    capsys.readouterr()
    assert cli(["lint", "--select", "RES001,FMT009", "--no-cache", "--output-format", "concise", "-q"]) == 1
    assert capsys.readouterr().out.startswith("baseline.yaml:7:5: FMT009 stale-baseline-entry")
    assert cli(["baseline", "--select", "RES001", "--prune", "--no-cache"]) == 0
    assert cli(["baseline", "--prune", "--reason", "x"]) == 2
