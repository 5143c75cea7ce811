"""From paths to plans: what is found, what is left out and said to be, in one fixed order."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from lint.plans import ACTION, HEAD, write
from planspec.lint.discovery import Discovery, discover, sniff
from planspec.source.errors import PlanspecError


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> tuple[list[str], list[str]]:
    """Return the plans and the other files, as shown."""
    discovery = discover([Path(path) for path in paths])
    return names(discovery)


def names(discovery: Discovery) -> tuple[list[str], list[str]]:
    return [one.shown for one in discovery.plans], [one.shown for one in discovery.others]


def refusal(*paths: str) -> str:
    with pytest.raises(PlanspecError) as caught:
        discover([Path(path) for path in paths])
    return caught.value.message.zh


def test_plans_in_folders_are_found_by_name_in_order(here: Path) -> None:
    write(here, {f"{name}/plan.yaml": HEAD for name in ("b", "a/c", "a", "甲")})
    write(here, {"d/plan.yml": HEAD, "a/01.yaml": ACTION, "a/notes.txt": "", "a/x.json": "{}"})
    plans = ["a/c/plan.yaml", "a/plan.yaml", "b/plan.yaml", "d/plan.yml", "甲/plan.yaml"]
    assert found(".") == (plans, ["a/01.yaml"])
    assert found("a") == (plans[:2], ["a/01.yaml"])


def test_hidden_and_foreign_folders_are_left_out(here: Path) -> None:
    write(here, {"plan.yaml": HEAD})
    write(
        here,
        {f"{name}/plan.yaml": HEAD for name in (".git", ".venv", "node_modules", "dist", "a/__pycache__")},
    )
    write(here, {".hidden.yaml": HEAD})
    assert found(".") == (["plan.yaml"], [])


def test_a_hidden_folder_that_is_named_is_looked_into(here: Path) -> None:
    write(here, {".x/plan.yaml": HEAD})
    assert found(".x") == ([".x/plan.yaml"], [])


def test_what_is_excluded_is_left_out_unless_it_is_named(here: Path) -> None:
    write(here, {"a/plan.yaml": HEAD, "b/plan.yaml": HEAD})
    left_out = {"b/plan.yaml"}.__contains__
    assert names(discover([Path()], left_out)) == (["a/plan.yaml"], [])
    assert names(discover([Path("b/plan.yaml")], left_out)) == (["b/plan.yaml"], [])


def test_links_to_folders_are_not_followed(here: Path) -> None:
    write(here, {"a/plan.yaml": HEAD})
    (here / "a" / "loop").symlink_to(here)
    (here / "b").symlink_to(here / "a")
    assert found(".") == (["a/plan.yaml"], [])


def test_a_file_with_two_names_is_one_plan_and_bears_the_first_name(here: Path) -> None:
    write(here, {"b/plan.yaml": HEAD})
    (here / "a.yaml").symlink_to("b/plan.yaml")
    for order in itertools.permutations(
        ["b/plan.yaml", "a.yaml", "./b/../b/plan.yaml", str(here / "b/plan.yaml")]
    ):
        plans, _ = found(*order)
        assert plans == [min(here.as_posix() + "/b/plan.yaml", "a.yaml")]


def test_the_order_of_arguments_does_not_matter(here: Path) -> None:
    write(here, {f"{name}/plan.yaml": HEAD for name in "abc"})
    for order in itertools.permutations(["a", "b", "c", "b/plan.yaml", "."]):
        assert found(*order) == (["a/plan.yaml", "b/plan.yaml", "c/plan.yaml"], [])


@pytest.mark.parametrize("quote", ["{}", '"{}"', "'{}'", "./{}"])
def test_an_action_file_stands_for_the_plan_that_includes_it(here: Path, quote: str) -> None:
    write(
        here, {"a/plan.yaml": f"{HEAD}actions:\n- include: {quote.format('01.yaml')}\n", "a/01.yaml": ACTION}
    )
    assert found("a/01.yaml") == (["a/plan.yaml"], [])


def test_an_action_file_in_a_folder_below_stands_for_its_plan(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, {"a/plan.yaml": f"{HEAD}actions: [{{include: x/01.yaml}}]\n", "a/x/01.yaml": ACTION})
    assert found("a/x/01.yaml") == (["a/plan.yaml"], [])
    monkeypatch.chdir(here / "a" / "x")
    assert found("01.yaml") == (["../plan.yaml"], [])


def test_an_action_file_is_not_taken_for_one_of_the_same_name(here: Path) -> None:
    write(
        here, {"plan.yaml": f"{HEAD}actions:\n- include: x/01.yaml\n", "x/01.yaml": ACTION, "01.yaml": ACTION}
    )
    assert found("01.yaml", "plan.yaml") == (["plan.yaml"], ["01.yaml"])
    write(here, {"plan.yaml": f"{HEAD}actions:\n- include: 01.yaml.old\n"})
    assert found("01.yaml") == ([], ["01.yaml"])


def test_a_named_file_of_another_kind_is_taken_for_a_plan(here: Path) -> None:
    write(here, {"x.yaml": "a: 1\n", "y.YML": ""})
    assert found("x.yaml", "y.YML") == (["x.yaml", "y.YML"], [])


@pytest.mark.parametrize(
    "content",
    [
        HEAD,
        "# 说明\n" * 1000 + HEAD,
        "planspec：1\n",
        "planspec : 1\n",
        "'planspec': 1\n",
        '{"planspec": 1}\n',
        "{\n  planspec: 1}\n",
        "\ufeff" + HEAD,
        HEAD.encode("gbk"),
        "planspec：1\n".encode("gbk"),
        HEAD.encode("utf-16"),
        HEAD.encode("utf-16-be"),
        "title: 甲\r\nplanspec: 1\r\n",
    ],
)  # fmt: skip
def test_a_plan_by_any_name_is_sniffed_out(here: Path, content: str | bytes) -> None:
    write(here, {"方案.yaml": content})
    discovery = discover([Path()])
    plans, actions = sniff(discovery.others, frozenset())
    assert ([one.shown for one in plans], actions) == (["方案.yaml"], [])


@pytest.mark.parametrize(
    "content", ["a: 1\n", "x:\n  planspec: 1\n", "planspecs: 1\n", "# planspec: 1\n", ""]
)
def test_other_yaml_is_nobodys_plan(here: Path, content: str) -> None:
    write(here, {"plan.yaml": HEAD, "x.yaml": content})
    assert sniff(discover([Path()]).others, frozenset()) == ([], [])


def test_an_action_that_no_plan_includes_is_told_apart(here: Path) -> None:
    write(here, {"plan.yaml": HEAD, "01.yaml": ACTION, "02.yaml": ACTION})
    plans, actions = sniff(discover([Path()]).others, {os.path.realpath("02.yaml")})
    assert (plans, [one.shown for one in actions]) == ([], ["01.yaml"])


def test_a_path_that_is_not_there_is_refused() -> None:
    assert refusal("nowhere") == "nowhere：没有这个文件或文件夹"
    assert refusal("a\0b") == "a\0b：没有这个文件或文件夹"


def test_a_dangling_link_is_refused(here: Path) -> None:
    (here / "plan.yaml").symlink_to("nowhere.yaml")
    assert refusal("plan.yaml") == "plan.yaml：没有这个文件或文件夹"


def test_a_file_that_is_no_yaml_is_refused(here: Path) -> None:
    write(here, {"方案.docx": b"PK"})
    assert refusal("方案.docx") == "方案.docx：不是 YAML 文件（.yaml 或 .yml）"


def test_folders_without_plans_are_refused(here: Path) -> None:
    write(here, {"a/x.yaml": "a: 1\n", "b/c.txt": "planspec: 1\n", "plan.yaml/x": ""})
    told = "没有找到方案（名为 plan.yaml 或以“planspec: 1”开头的 YAML 文件）"
    assert refusal("b", "a", "b") == f"a、b：{told}"
    assert refusal("plan.yaml") == f"plan.yaml：{told}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_never_opened(here: Path) -> None:
    write(here, {"plan.yaml": f"{HEAD}actions: [{{include: b.yaml}}]\n"})
    os.mkfifo("a.yaml")
    os.mkfifo("b.yaml")
    discovery = discover([Path()])
    assert sniff(discovery.others, frozenset()) == ([], [])
    assert found("a.yaml") == (["a.yaml"], [])


def test_a_name_in_another_encoding_is_said_to_be_one(here: Path) -> None:
    write(here, {"plan.yaml": HEAD})
    name = os.fsencode(here) + "/方案.yaml".encode("gbk")
    Path(os.fsdecode(name)).write_text(HEAD, "utf-8")
    discovery = discover([Path()])
    assert [(path, reason.zh) for path, reason in discovery.unreadable] == [
        ("����.yaml", "文件名不是 UTF-8 编码，多半来自旧的压缩包；请改名")
    ]
    assert "文件名不是 UTF-8 编码" in refusal(os.fsdecode("方案.yaml".encode("gbk")))


def test_a_folder_that_cannot_be_looked_into_is_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, {"a/plan.yaml": HEAD, "b/plan.yaml": HEAD})
    scan = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    discovery = discover([Path()])
    assert names(discovery) == (["a/plan.yaml"], [])
    assert [(path, reason.zh) for path, reason in discovery.unreadable] == [("b", "没有读取权限")]


def test_a_baseline_stands_for_its_plan(here: Path) -> None:
    write(here, {"a/plan.yaml": HEAD, "a/baseline.yaml": "", "b/x.yaml": HEAD, "b/x.baseline.yaml": ""})
    assert found("a/baseline.yaml") == (["a/plan.yaml"], [])
    assert found("b/x.baseline.yaml", "a") == (["a/plan.yaml", "b/x.yaml"], ["a/baseline.yaml"])
