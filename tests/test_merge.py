"""Three-way merge by meaning: laws on the real plans, conflicts exactly where one field was changed twice."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planspec.canonical import canonical
from planspec.cli import run
from planspec.merge import merge
from planspec.source import load_file, load_text
from planspec.source.emit import emit
from planspec.source.nodes import Plain

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "specs").rglob("*.yaml"))
SPECS = [path for path in FILES if path.name not in ("trace.yaml", "baseline.yaml", "approvals.yaml")]

BASE = """\
# yaml-language-server: $schema=x
action: 产业行动
sections:
  - heading: 强链
    tasks:
      - id: one
        title: 补链  # 重点
        lead: 县科工局
        support: [县发改局, 县财政局]
        targets:
          项目: 3个
          产值: 达到10亿元
      # 下一项由园区负责
      - title: 延链
        lead: 县经开区
"""


def merged(base: str, ours: str, theirs: str) -> tuple[str, int]:
    result = merge(load_text(base), load_text(ours), load_text(theirs))
    return result.text, len(result.conflicts)


def plain(text: str) -> Plain:
    root = load_text(text).root
    return root.plain if root is not None else None


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.relative_to(ROOT / "specs").as_posix())
def test_one_side_alone_is_taken_whole(path: Path) -> None:
    """With nothing changed on the other side the result is the changed side, comments included."""
    file = load_file(path)
    text = canonical(file, "action" if "action:" in file.text[:200] else "plan")
    empty = load_text("{}\n")
    assert merge(file, file, file).text == text
    changed = load_text(file.text.replace("增长7%", "增长77%").replace("局]", "局, 某新单位]"))
    assert plain(merge(file, changed, file).text) == changed.root.plain  # type: ignore[union-attr]
    assert plain(merge(file, file, changed).text) == changed.root.plain  # type: ignore[union-attr]
    assert plain(merge(empty, file, empty).text) == file.root.plain  # type: ignore[union-attr]


def test_different_fields_of_one_task() -> None:
    ours = BASE.replace("项目: 3个", "项目: 5个").replace("县财政局]", "县财政局, 县税务局]")
    theirs = BASE.replace("达到10亿元", "达到12亿元").replace("[县发改局, ", "[")
    text, conflicts = merged(BASE, ours, theirs)
    assert conflicts == 0
    assert "项目: 5个" in text and "产值: 达到12亿元" in text
    assert "support: [县财政局, 县税务局]" in text
    assert "# 重点" in text and "# 下一项由园区负责" in text and text.startswith("# yaml-language-server")


def test_two_tasks_added_at_one_place_and_one_moved() -> None:
    ours = BASE + "      - title: 强链\n        lead: 县商务局\n"
    theirs = BASE + "      - title: 固链\n        lead: 县工信局\n"
    text, conflicts = merged(BASE, ours, theirs)
    assert conflicts == 0
    tasks = plain(text)["sections"][0]["tasks"]  # type: ignore[index,call-overload]
    assert sorted(task["title"] for task in tasks) == sorted(["补链", "延链", "强链", "固链"])  # type: ignore[index,call-overload]
    assert [task["title"] for task in tasks][:2] == ["补链", "延链"]  # type: ignore[index,call-overload]


def test_a_task_renamed_by_one_and_given_another_lead_by_the_other() -> None:
    ours = BASE.replace("title: 补链", "title: 补链强链")
    theirs = BASE.replace("lead: 县科工局", "lead: 县发改局")
    text, conflicts = merged(BASE, ours, theirs)
    assert conflicts == 0
    assert "title: 补链强链" in text and "lead: 县发改局" in text


def test_one_field_changed_twice_is_marked_there_and_nowhere_else() -> None:
    ours, theirs = BASE.replace("3个", "5个"), BASE.replace("3个", "4个").replace("县经开区", "县商务局")
    text, conflicts = merged(BASE, ours, theirs)
    assert conflicts == 1
    at = text.index("<<<<<<< ours")
    assert text[at:].splitlines()[:5] == [
        "<<<<<<< ours",
        "          项目: 5个",
        "=======",
        "          项目: 4个",
        ">>>>>>> theirs",
    ]
    assert "lead: 县商务局" in text


def test_deleted_here_and_changed_there() -> None:
    ours = BASE[: BASE.index("      # 下一项")]
    theirs = BASE.replace("lead: 县经开区", "lead: 县商务局")
    text, conflicts = merged(BASE, ours, theirs)
    assert conflicts == 1
    tail = text[text.index("<<<<<<<") :].splitlines()
    assert tail == [
        "<<<<<<< ours",
        "=======",
        "      - title: 延链",
        "        lead: 县商务局",
        ">>>>>>> theirs",
    ]
    assert merged(BASE, ours, BASE)[0].count("延链") == 0


def test_conflict_in_the_first_key_of_an_entry_keeps_its_dash() -> None:
    base = "tasks:\n  - title: 一\n    no: '1'\n    id: x\n"
    text, conflicts = merged(base, base.replace("一", "甲"), base.replace("一", "乙"))
    assert conflicts == 1
    assert text.splitlines()[1:7] == [
        "<<<<<<< ours",
        "  - title: 甲",
        "=======",
        "  - title: 乙",
        ">>>>>>> theirs",
        '    no: "1"',
    ]


def test_a_reordering_and_a_change_go_together() -> None:
    base = "tasks:\n" + "".join(f"  - {{title: 任务{n}, lead: 县发改局}}\n" for n in range(6))
    theirs = base.replace("{title: 任务3, lead: 县发改局}", "{title: 任务3, lead: 县财政局}")
    lines = base.splitlines(keepends=True)
    ours = "".join([lines[0], *reversed(lines[1:])])
    text, conflicts = merged(base, ours, theirs)
    assert conflicts == 0
    tasks = plain(text)["tasks"]  # type: ignore[index,call-overload]
    assert [task["title"] for task in tasks] == [f"任务{n}" for n in range(5, -1, -1)]  # type: ignore[index,call-overload]
    assert tasks[2]["lead"] == "县财政局"  # type: ignore[index,call-overload]


KEYS = st.sampled_from(["title", "lead", "by", "targets", "support", "tasks"])
VALUES = st.recursive(
    st.sampled_from(["甲", "乙", "丙", 1, 2, True]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
SPEC = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(SPEC, SPEC)
def test_law_what_only_one_side_changed_is_the_result(base: Plain, other: Plain) -> None:
    one, two = emit(base), emit(other)
    assert plain(merged(one, two, one)[0]) == other
    assert plain(merged(one, one, two)[0]) == other
    assert plain(merged(one, two, two)[0]) == other


@settings(max_examples=150, deadline=None)
@given(SPEC, SPEC, SPEC)
def test_law_both_sides_conflict_alike(base: Plain, ours: Plain, theirs: Plain) -> None:
    texts = emit(base), emit(ours), emit(theirs)
    text, conflicts = merged(*texts)
    assert conflicts == merged(texts[0], texts[2], texts[1])[1]
    assert (conflicts > 0) is ("<<<<<<< ours" in text)
    if not conflicts:
        load_text(text)


@pytest.mark.parametrize("seed", range(6))
def test_seeded_edits_of_a_real_plan_never_clash(seed: int) -> None:
    """Two people change different tasks of one real action file: both changes are in the result."""
    chance = random.Random(seed)
    path = chance.choice([path for path in SPECS if path.name != "plan.yaml"])
    base = load_file(path).text
    lines = base.splitlines(keepends=True)
    leads = [at for at, line in enumerate(lines) if line.strip().startswith("title: ")]
    one, two = chance.sample(leads, 2)

    def edited(at: int, word: str) -> str:
        changed = list(lines)
        pad = changed[at][: len(changed[at]) - len(changed[at].lstrip())]
        changed.insert(at + 1, f"{pad}summary: {word}\n")
        return "".join(changed)

    text, conflicts = merged(base, edited(one, "甲方所加"), edited(two, "乙方所加"))
    assert conflicts == 0
    assert "summary: 甲方所加" in text and "summary: 乙方所加" in text


def test_broken_input_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name, text in (("base", BASE), ("ours", "a: [\n"), ("theirs", BASE)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    code = run(["merge", *(str(tmp_path / f"{name}.yaml") for name in ("base", "ours", "theirs"))])
    assert code == 2
    assert "ours.yaml" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_driver_merges_by_lines_what_it_cannot_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    texts = {"base": "a: [\nb: 1\n", "ours": "a: [\nb: 2\n", "theirs": "a: [\nb: 3\n"}
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    base, ours, theirs = (str(tmp_path / f"{name}.yaml") for name in texts)
    assert run(["merge", base, ours, theirs, "--output", ours, "--path", "x.yaml"]) == 1
    marked = "a: [\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n"
    assert (tmp_path / "ours.yaml").read_text("utf-8") == marked
    assert "x.yaml：读不懂，改为逐行合并" in capsys.readouterr().err


def test_two_approvals_added_at_once_are_both_kept() -> None:
    entry = (
        "- reason: {0}\n  changes:\n    - code: target-lowered\n      object: {0}\n      fingerprint: {1}\n"
    )
    one, two, three = (entry.format(name, f"abcdef{number}") for number, name in enumerate("甲乙丙"))
    text, conflicts = merged("# 批准\n" + one, "# 批准\n" + one + two, "# 批准\n" + one + three)
    assert (text, conflicts) == ("# 批准\n" + one + two + three, 0)
    assert merged("", one, "")[0] == one


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_as_the_merge_driver_of_git(tmp_path: Path) -> None:
    def git(*words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
        return subprocess.run(
            ["git", *identity, *words], cwd=tmp_path, check=check, capture_output=True, encoding="utf-8"
        )

    def commit(text: str, word: str) -> None:
        (tmp_path / "01.yaml").write_text(text, "utf-8")
        git("add", ".")
        git("commit", "-qm", word)

    git("init", "-q", "-b", "main")
    driver = f"{sys.executable} -m planspec merge %O %A %B --output %A --path %P --marker-size %L"
    git("config", "merge.planspec.driver", driver)
    (tmp_path / ".gitattributes").write_text("*.yaml merge=planspec\n", "utf-8")
    commit(BASE, "base")
    git("checkout", "-qb", "theirs")
    commit(BASE.replace("达到10亿元", "达到12亿元"), "theirs")
    git("checkout", "-q", "main")
    commit(BASE.replace("项目: 3个", "项目: 5个"), "ours")  # the line beside: a conflict for git itself
    assert git("merge", "-q", "theirs", check=False).returncode == 0
    text = (tmp_path / "01.yaml").read_text("utf-8")
    assert "项目: 5个" in text and "产值: 达到12亿元" in text

    git("checkout", "-qb", "again", "main")
    commit(text.replace("5个", "6个"), "six")
    git("checkout", "-q", "main")
    commit(text.replace("5个", "7个"), "seven")
    failed = git("merge", "-q", "again", check=False)
    assert failed.returncode == 1
    assert (tmp_path / "01.yaml").read_text("utf-8").count("<<<<<<<") == 1
