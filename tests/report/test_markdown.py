from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from planspec.lint.result import Counts, Judged, Result
from planspec.report import Look, render
from planspec.report.marks import LIMIT, length
from planspec.source.diagnostic import Diagnostic, Related, Severity
from planspec.source.message import Message
from planspec.source.span import Span

from .values import ACTION, CLEAN, MIXED, NO_UNIT, NOTE, PLAN


def test_counts_then_plans_then_errors_then_the_findings_folded() -> None:
    assert render(MIXED, "markdown") == (
        """\
<!-- planspec lint -->
### planspec · 发现3个问题：错误1个，警告1个，提示1个；另有1个已由注释说明理由而忽略

有改法供参考、须人工核对的1个：planspec lint --diff --unsafe-fixes<br>
检查了1份方案、2个文件、4项任务、3个目标，用了38条规则<br>
3项任务中2项有牵头单位和可衡量目标

| 错误 | 警告 | 提示 | 任务 | 有牵头单位和可衡量目标 | 方案 |
| --: | --: | --: | --: | --: | --- |
| 1 | 1 | 1 | 4 | 2/3 | [某县实施“八大行动”总体方案](specs/某县/2026/plan.yaml#L1) |

**先看错误**

- [specs/某县/2026/01-industry.yaml:35](specs/某县/2026/01-industry.yaml#L35) RES001 任务“循环经济”没有写明任何责任单位

<details>
<summary>按规则统计</summary>

| 数量 | 规则 | 级别 | 查什么 |
| --: | --- | --- | --- |
| 1 | RES001 task-without-unit | 错误 | 任务没有任何责任单位 |
| 1 | TGT001 conflicting-values | 警告 | 同一指标前后数值矛盾 |
| 1 | RES014 workgroup-incomplete | 提示 | 工作专班不完整 |

</details>

<details>
<summary>某县实施“八大行动”总体方案：错误1个，警告1个，提示1个</summary>

| 位置 | 级别 | 规则 | 问题和改法 |
| --- | --- | --- | --- |
| [01-industry.yaml:35](specs/某县/2026/01-industry.yaml#L35) | 错误 | RES001 | 任务“循环经济”没有写明任何责任单位 |
| [plan.yaml:7](specs/某县/2026/plan.yaml#L7) | 警告 | TGT001 | “规模工业增加值”有两个数<br>另见 [01-industry.yaml:112](specs/某县/2026/01-industry.yaml#L112)：另一个数在这里 |
| [plan.yaml:12](specs/某县/2026/plan.yaml#L12) | 提示 | RES014 | 没有写明办公室设在哪个单位 |

</details>

<details>
<summary>运行说明</summary>

- 未作判断：specs/某县/2026/plan.yaml 有文件缺失或格式错误，改正后才能检查 STR002、RES010
- 跳过了1个文件

</details>
"""
    )


def test_a_clean_run_is_short() -> None:
    assert render(CLEAN, "markdown", Look(language="en")) == (
        """\
<!-- planspec lint -->
### planspec · No problems found

Checked 1 plan, 1 file, 2 tasks, 1 target with 1 rule

| error | warning | info | tasks | with lead and measurable target | plan |
| --: | --: | --: | --: | --: | --- |
| 0 | 0 | 0 | 2 | — | [某县方案](specs/某县/2026/plan.yaml#L1) |
"""
    )


def test_links_begin_with_the_address_given() -> None:
    text = render(MIXED, "markdown", Look(links="https://host.example/o/r/blob/1a2b"))
    assert text.count("](https://host.example/o/r/blob/1a2b/specs/某县/2026/") == 6
    assert "](specs" not in text


def test_findings_of_one_kind_stand_in_one_row() -> None:
    alike = tuple(replace(NO_UNIT, span=Span(line, 1, line, 2)) for line in range(1, 9))
    result = replace(MIXED, diagnostics=alike)
    text = render(result, "markdown")
    assert text.count("| 错误 | RES001 | 任务") == 2
    assert "<br>另有6处同类问题：第3、4、5、6、7、8行 |" in text
    assert render(result, "markdown", Look(fold=False)).count("| 错误 | RES001 | 任务") == 8


def test_a_file_of_no_plan_has_a_part_of_its_own() -> None:
    text = render(replace(MIXED, diagnostics=(replace(NO_UNIT, file="other.yaml"),)), "markdown")
    assert "<summary>不属于任何方案的文件：错误1个</summary>" in text


def run_of(plans: int, findings: int, words: int = 20) -> Result:
    """Return a run whose every plan has so many findings of each severity, each of another kind."""
    judged, found = [], []
    for plan in range(plans):
        file = f"specs/某县/{plan:05}/plan.yaml"
        judged.append(Judged(f"某县第{plan}份方案", (file,), Counts(1, 1, 9, 9, 8, 7), ("RES001",)))
        for severity in Severity:
            found += [
                replace(
                    NO_UNIT,
                    file=file,
                    span=Span(n, 1, n, 2),
                    severity=severity,
                    message=Message("任务" + chr(0x4E00 + n) * words, "task" * words),
                )
                for n in range(1, findings + 1)
            ]
    return Result(
        tuple(sorted(found, key=lambda one: one.sort_key)), (), Counts(plans), 1, plans=tuple(judged)
    )


@pytest.mark.parametrize(
    ("plans", "findings", "words"), [(1, 3000, 20), (5, 400, 20), (3000, 1, 20), (2, 60, 6_000), (1, 0, 0)]
)
def test_a_comment_is_never_too_long_and_says_what_it_cut(plans: int, findings: int, words: int) -> None:
    result = run_of(plans, findings, words)
    for look in (Look(), Look(language="en", fold=False), Look(links="https://host.example/" + "x" * 80)):
        text = render(result, "markdown", look)
        assert length(text) <= LIMIT
        assert ("评论长度有限" in text or "can only be so long" in text) == (findings > 1 or plans > 1)


def test_the_gravest_findings_of_all_plans_are_listed_first_and_all_are_counted() -> None:
    result = run_of(5, 100)
    text = render(result, "markdown")
    body = text.partition("> 评论长度有限")[2]
    rows = [line for line in body.splitlines() if line.startswith("| [")]
    levels = [sum(f"| {word} | RES001 |" in row for row in rows) for word in ("错误", "警告", "提示")]
    assert levels[0] == 500 and levels[2] == 0
    assert f"1500个问题中的{len(rows)}个，另有{1500 - len(rows)}个未列出" in text
    assert all(f"某县第{plan}份方案：错误100个，警告100个，提示100个</summary>" in text for plan in range(5))


def test_of_very_many_plans_the_worst_are_named() -> None:
    result = run_of(200, 1)
    worst = replace(NO_UNIT, file="specs/某县/00150/plan.yaml", message=Message("又一个", "one more"))
    text = render(replace(result, diagnostics=(*result.diagnostics, worst)), "markdown")
    table = text.split("\n\n")[2].splitlines()
    assert len(table) == 52 and "某县第150份方案" in table[2]
    assert "另有150份方案未列入上表。" in text


@given(st.text(st.sampled_from("ab经|<>&@`*[]()\n\\#\x1b\udcce"), max_size=30))
def test_what_a_document_says_makes_no_markup(text: str) -> None:
    hostile = Diagnostic(
        f"x/{text}.yaml", Span(1, 1, 1, 2), "RES001", "task-without-unit", Severity.ERROR, Message(text, text),
        related=(Related(f"{text}.yaml", Span(1, 1, 1, 2), Message(text, text)),),
    )  # fmt: skip
    plan = Judged(text, (hostile.file,), Counts(1), ("RES001",))
    page = render(
        Result((hostile, NOTE), (), Counts(1), 1, plans=(plan,), notes=(Message(text, text),)), "markdown"
    )
    rendered = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(page.encode("utf-8", "backslashreplace").decode())
    )
    assert rendered.count("<table>") == 4
    assert rendered.count("<details>") == rendered.count("</details>") == 4
    assert rendered.count("<a href=") == 6
    assert "<code>" not in rendered and "<em>" not in rendered and "<img" not in rendered


def test_the_files_of_the_page_are_those_of_the_findings() -> None:
    text = render(MIXED, "markdown")
    assert f"]({PLAN}#L7)" in text and f"]({ACTION}#L35)" in text
