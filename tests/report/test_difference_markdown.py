"""A difference as a comment on a merge request."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from planspec.report import Look
from planspec.report.difference import markdown
from planspec.report.marks import LIMIT, length

from .differences import NEW, OLD, difference, many, nothing, places, small, years

LINKED = Look(links="https://example.org/new", old_links="https://example.org/old")
NEW_LINK = "[plan.yaml:10](https://example.org/new/specs/plan.yaml#L10)"
OLD_LINK = "[plan.yaml:10](https://example.org/old/specs/plan.yaml#L10)"


def test_marker_heading_and_counts_come_first() -> None:
    lines = markdown.render(small(), Look()).splitlines()
    assert lines[:2] == [markdown.MARKER, "### 新邵县2024 两个版本对照：main → HEAD"]
    assert lines[6] == "**12处变化：减弱6（重大3）、口径变化1（重大1）、责任调整1、加强3、文字调整1**"


def test_what_is_grave_is_named_at_once() -> None:
    out = markdown.render(small(), LINKED)
    first, _, rest = out.partition("**先看这些**")[2].partition("| 行动 |")
    assert first.split("\n")[2:6] == [
        f"1. 目标“地区生产总值”要求调低：增长7% → 增长6.5%（{NEW_LINK}）",
        "2. 目标“粮食产量”被删去：达到12万吨（[plan.yaml:13](https://example.org/old/specs/plan.yaml#L13)）",
        "3. 任务“园区提质”不再有牵头单位：县发改局 → —（[plan.yaml:29](https://example.org/new/specs/plan.yaml#L29)）",
        "4. 目标“社会消费品零售总额”衡量方式改变：增长8% → 达到100亿元（[plan.yaml:12](https://example.org/new/specs/plan.yaml#L12)）",
    ]
    assert "<details>" not in first and rest.count("<details>") == 3


def test_each_action_is_folded_with_links_to_both_sides() -> None:
    out = markdown.render(small(), LINKED)
    assert (
        "<summary><b>产业行动</b>：减弱3（重大1）、责任调整1、加强1、文字调整1</summary>\n\n| 类别 |" in out
    )
    assert f"| 减弱 **重大** | 目标“地区生产总值”要求调低 | 增长7% {OLD_LINK} | 增长6.5% {NEW_LINK} |" in out
    assert out.count("<details>") == out.count("</details>")


def test_a_file_of_a_revision_has_no_link_without_an_address() -> None:
    out = markdown.render(small(), Look())
    assert "](" not in out and "增长7% plan.yaml:10 |" in out


def test_two_paths_are_linked_as_they_are() -> None:
    found = replace(small(), before="a", after="b")  # no side is a revision: the files are named as they lie
    assert "[plan.yaml:10](main%3Aspecs/plan.yaml#L10)" in markdown.render(found, Look())


def test_two_plans_say_what_each_has() -> None:
    out = markdown.render(years(), Look())
    assert "| 产业发展 | 产业行动 | 产业攻坚 | 2/0/0 | 2/0/0 | 2 | 2 |" in out
    assert "\n- 没有沿用：粮食产量（达到12万吨）\n" in out
    assert "沿用的任务：补链强链、园区提质" in out
    assert (
        "**没有沿用**\n\n- 任务“建设卫生室” plan.yaml:36\n\n**新提出**\n\n- 任务“建设养老中心” plan.yaml:35\n"
        in out
    )


def test_between_places_the_columns_carry_their_names() -> None:
    out = markdown.render(places(), Look())
    assert "| 类别 | 差别 | 新邵县 | 石鼓区 |" in out
    assert "**只有新邵县有**" in out and "▼ 要求较低" in out
    assert "- 任务“补链强链”（含目标1个） **?** plan.yaml:22" in out


def test_english() -> None:
    out = markdown.render(years(), Look("en"))
    assert "### Two years: 新邵县2024 → 新邵县2025" in out
    assert not re.search("[，。；：、（）]", re.sub(r"“[^”]*”|[^ |(]*（[^）]*）", "", out))


@pytest.mark.parametrize("tasks", [150, 900])
def test_a_comment_stays_within_the_limit_and_says_what_it_cut(tasks: int) -> None:
    out = markdown.render(many(tasks), LINKED)
    assert length(out) <= LIMIT
    assert out.splitlines()[1].startswith("> 篇幅有限：按轻重列出了")
    total, listed, cut = map(int, re.findall(r"\d+", out.splitlines()[1])[:3])
    assert total == 2 * tasks and listed + cut == total
    assert len(re.findall(r"\n\| (?:减弱|加强)", out)) == listed and length(out) > LIMIT - 3_000
    assert f"另有{cut}处变化未列出。" in out


def test_what_a_document_says_is_shown_and_not_obeyed() -> None:
    name = "'<script>alert(1)</script> @all [x](http://e.invalid) |`*'"
    out = markdown.render(difference(OLD, OLD.replace("title: 建设卫生室", f"title: {name}")), Look())
    assert "<script>" not in out and "@all" not in out and not re.search(r"(?<!\\)\]\(http", out)
    rows = [line for line in out.splitlines() if line.startswith(("| 减弱", "| 加强", "| 待人工"))]
    assert rows and all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)


def test_nothing_and_filters_are_said() -> None:
    assert "没有变化\n" in markdown.render(nothing(), Look())
    out = markdown.render(difference(OLD, NEW, only=("lead-changed",), fail_on="any"), Look())
    assert "**1处变化：责任调整1**" in out
    assert out.endswith("\n<sub>另有11处变化按所选条件没有列出</sub>\n<sub>1处变化达到 --fail-on any</sub>\n")
