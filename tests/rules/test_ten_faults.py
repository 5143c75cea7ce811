"""All faults in one run: a file with ten different faults gives ten findings, each at its place."""

from __future__ import annotations

from pathlib import Path

from planspec.lint.engine import lint_path
from planspec.lint.settings import Settings
from planspec.registry import builtin

from .marks import places, read_marks

PLAN = """
planspec: 1
title: 新邵县实施“两大行动”总体方案
jurisdiction: 430522
year: 2024
document： 新政办发〔2024〕2号
#       ^ yaml-error
isued: 2024-03-18
#< schema-violation
goals:
  - heading: 产业培育加力提速
    targets:
      规模工业增加值: 增长7%左右
      民生支出占比: 保持70%以上
      民生支出占比: 保持75%以上
#     ^^^^^^ duplicate-key
      固定资产投资: 增长比往年多7个点
#             ^^^^^^^^^ phrase-not-understood
actions:
  - action: 产业培塑行动
    theme: industry
    annex: 一
#          ^ schema-violation
    goals:
      - targets:
          规模工业增加值: 增长6%
#                  ^^^^ conflicting-values
    sections:
      - no: （一）
        heading: 做强优势产业
        tasks:
          - id: circular-economy
            no: "1"
            title: 循环经济
            lead: 县科工局
            support: [县发改局]
            by: 2024-12-31
            targets: {资源再生产值: 达到75亿元}
          - id: circular-economy
#               ^^^^^^^^^^^^^^^^ duplicate-id
            no: "2"
            title: 装备制造
            lead: 县科工局
            support: [县发改局]
            by: 2024-12-31
            targets: {装备制造产业总产值: 达到42亿元}
      - no: （二）
        heading: 做优传统产业
        tasks:
          - no: "3"
            title: 现代农业
#                  ^^^^ task-without-unit
            by: 2024-12-31
            targets: {粮食播种面积: 稳定在60万亩}
          - no: "5"
#               ^^^ numbering-broken
            title: 文旅康养
            lead: 县文旅广体局
            support: [县发改局]
            by: 2024-12-31
            targets: {文旅康养产业产值: 达到20亿元}
  - include: 02-innovation.yaml
#            ^^^^^^^^^^^^^^^^^^ include-missing
"""


def test_ten_faults_give_ten_findings(tmp_path: Path) -> None:
    text, marks = read_marks(PLAN)
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    report, _ = lint_path(path, "plan.yaml", Settings(), builtin())
    found = list(report.diagnostics)
    assert places(found, marks) == marks, [(one.code, one.span, one.message.zh) for one in found]
    assert len(found) == 10
    assert len({(one.code, one.message.zh) for one in found}) == 10
    assert {one.file for one in found} == {"plan.yaml"}


def test_rules_that_cannot_judge_a_broken_plan_say_so(tmp_path: Path) -> None:
    text, _ = read_marks(PLAN)
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    report, _ = lint_path(path, "plan.yaml", Settings(), builtin())
    assert list(report.held_back) == sorted(report.held_back)


def test_the_same_faults_give_the_same_findings_in_any_line_end(tmp_path: Path) -> None:
    text, marks = read_marks(PLAN)
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    report, _ = lint_path(path, "plan.yaml", Settings(), builtin())
    assert places(list(report.diagnostics), marks) == marks
