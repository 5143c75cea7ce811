"""GitHub, GitLab and SARIF: what a reviewer has to look at, in the new files."""

from __future__ import annotations

import json
from datetime import date

from planspec.commands.diff import Filter, Request, compare
from planspec.commands.sides import Side
from planspec.report import Look
from planspec.report.difference import github, gitlab, sarif
from planspec.report.difference.value import Difference

from .differences import NEW, OLD, difference, many, one_sided, plan, small

GONE = one_sided("weakened")


def test_github_the_gate_makes_errors_the_rest_warns() -> None:
    lines = github.render(difference(fail_on="weakened"), Look()).splitlines()
    levels = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert levels == ["::error"] * 6 + ["::warning", "::notice"]
    assert lines[0] == (
        "::error file=specs/plan.yaml,line=10,title=target-lowered::减弱：目标“地区生产总值”要求调低：增长7%25 → 增长6.5%25"
        "%0Aspecs/plan.yaml:10"
    )
    assert lines[-2:] == ["加强和文字调整的4处变化没有批注", "6处变化达到 --fail-on weakened"]


def test_github_without_a_gate_nothing_is_an_error() -> None:
    assert "::error" not in github.render(small(), Look())
    assert github.render(small(), Look()).count("::warning") == 7


def test_github_what_is_gone_stands_at_its_action_and_says_where_it_was() -> None:
    out = github.render(small(), Look())
    task = next(line for line in out.splitlines() if "title=task-removed" in line)
    assert task.startswith("::warning file=specs/plan.yaml,line=31,")
    assert "%0A原来在 main:specs/plan.yaml:36%0A" in task
    assert out.count("file=main") == 0


def test_github_says_what_it_does_not_show() -> None:
    assert "每种级别只显示前10条批注，另有40条只在本日志中" in github.render(many(50), Look())


def test_github_a_plan_that_is_gone_is_an_annotation_without_a_file() -> None:
    first = github.render(GONE, Look()).splitlines()[0]
    assert first.startswith("::error title=plan-removed::减弱：方案新邵县2024")


def test_gitlab_lists_what_needs_a_look() -> None:
    entries = json.loads(gitlab.render(small(), Look()))
    assert [one["check_name"] for one in entries][:3] == ["target-lowered", "target-removed", "lead-removed"]
    assert not {"target-raised", "task-renamed"} & {one["check_name"] for one in entries}
    assert entries[0]["severity"] == "critical"
    assert entries[0]["location"] == {"path": "specs/plan.yaml", "lines": {"begin": 10, "end": 10}}
    assert len({one["fingerprint"] for one in entries}) == len(entries)


def test_sarif_places_levels_and_old_places() -> None:
    log = json.loads(sarif.render(difference(fail_on="weakened"), Look()))
    (run,) = log["runs"]
    results = {one["ruleId"]: one for one in run["results"]}
    assert results["target-lowered"]["level"] == "error" and results["measure-changed"]["level"] == "warning"
    assert results["target-raised"]["level"] == results["task-renamed"]["level"] == "none"
    (place,) = results["target-lowered"]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "specs/plan.yaml"
    (old,) = results["target-lowered"]["relatedLocations"]
    assert old["message"]["text"] == "原来在这里" and old["physicalLocation"]["region"]["startLine"] == 10
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert run["invocations"][0]["exitCode"] == 1


def approved(tmp: object) -> Difference:
    """Return a difference of which one change is approved beside the new plan."""
    from pathlib import Path

    from planspec.diff.approvals import written
    from planspec.model import build_plan, load_plan
    from planspec.registry import builtin

    from .differences import HEAD

    root = Path(str(tmp)) / "plan.yaml"
    root.write_text(HEAD + NEW, "utf-8")
    after = build_plan(load_plan(root, "plan.yaml"), builtin())
    assert after is not None
    sides = Side("main", (plan(OLD, "main:plan.yaml"),)), Side(".", (after,))
    changes = [one for one in compare(sides).changes if one.code in ("target-lowered", "task-removed")]
    text = written(changes[:1], "基数调整", "张三", date(2030, 1, 1), "zh")
    text = written(changes[1:], "并入其他任务", "", date(2020, 1, 1), "zh", text)
    root.with_name("approvals.yaml").write_text(text, "utf-8")
    return compare(sides, None, Filter(Request()), "weakened", date(2026, 1, 1))


def test_an_approved_change_does_not_fail_and_says_by_whom(tmp_path: object) -> None:
    found = approved(tmp_path)
    assert found.failing == 5
    lines = github.render(found, Look()).splitlines()
    lowered = next(line for line in lines if "title=target-lowered" in line)
    assert lowered.startswith("::notice ") and "已批准（张三），有效期至2030-01-01：基数调整" in lowered
    assert "1处变化已经批准" in lines
    expired = next(line for line in lines if line.startswith("批准已过期：task-removed 建设卫生室"))
    assert "approvals.yaml:" in expired
    assert "target-lowered" not in {one["check_name"] for one in json.loads(gitlab.render(found, Look()))}
    results = json.loads(sarif.render(found, Look()))["runs"][0]["results"]
    assert [one["ruleId"] for one in results if "suppressions" in one] == ["target-lowered"]
