"""Differences that the tests of `planspec diff`'s reports share: two small plans, read from texts."""

from __future__ import annotations

from datetime import date
from functools import cache

from planspec.commands.diff import Filter, Request, compare
from planspec.commands.sides import Side
from planspec.diff import Mode, plan_added, plan_removed
from planspec.model import Plan, build_plan, load_plan_text
from planspec.registry import builtin
from planspec.report.difference.value import Alone, Difference

HEAD = """planspec: 1
title: 某县实施“八大行动”总体方案
jurisdiction: 430522
programme: 八大行动
year: 2024
"""
OLD = """\
goals:
  - heading: 经济发展
    source: 一
    targets:
      地区生产总值: 增长7%
      固定资产投资: 增长6.5%左右
      社会消费品零售总额: 增长8%
      粮食产量: 达到12万吨
actions:
  - action: 产业行动
    theme: industry
    annex: 1
    sections:
      - heading: 做强产业
        tasks:
          - id: chain
            title: 补链强链
            source: 附件1/一/1
            lead: 县科工局
            support: [县发改局]
            by: 2024-06-30
            targets: {链上企业: 新增10家以上}
          - id: park
            title: 园区提质
            lead: 县发改局
            targets: {亩均税收: 达到5万元}
  - action: 民生行动
    theme: livelihood
    tasks:
      - {id: school, title: 改造学校, lead: 县教育局, targets: {改造学校: 12所}}
      - {id: clinic, title: 建设卫生室, lead: 县卫健局}
"""
NEW = """\
goals:
  - heading: 经济发展
    source: 一
    targets:
      地区生产总值: 增长6.5%
      固定资产投资: 增长6.5%以上
      社会消费品零售总额: 达到100亿元
actions:
  - action: 产业行动
    theme: industry
    annex: 1
    sections:
      - heading: 做强产业
        tasks:
          - id: chain
            title: 补链延链
            source: 附件1/一/1
            lead: 县商务局
            support: [县发改局]
            by: 2024-09-30
            targets: {链上企业: 力争新增10家左右}
          - id: park
            title: 园区提质
            units: [县发改局]
            targets: {亩均税收: 达到6万元}
  - action: 民生行动
    theme: livelihood
    tasks:
      - {id: school, title: 改造学校, lead: 县教育局, targets: {改造学校: 12所}}
      - {id: elderly, title: 建设养老中心, lead: 县民政局}
"""
NEXT_YEAR = NEW.replace("产业行动", "产业攻坚").replace("title: 补链延链", "title: 补链强链")
HEAD_2025 = """planspec: 1
title: 某县实施“七大攻坚”总体方案
jurisdiction: 430522
programme: 七大攻坚
year: 2025
"""
HEAD_ELSEWHERE = """planspec: 1
title: 某区实施“八大行动”总体方案
jurisdiction: 430407
programme: 八大行动
year: 2024
"""


def plan(text: str, shown: str) -> Plan:
    """Return the plan of a text, under a minimal head where it has none."""
    files = load_plan_text(text if text.startswith("planspec:") else HEAD + text, shown)
    assert not [fault for file in files.files for fault in file.faults]
    found = build_plan(files, builtin())
    assert found is not None
    return found


def difference(
    old: str = OLD,
    new: str = NEW,
    mode: Mode | None = None,
    fail_on: str = "none",
    today: date | None = None,
    labels: tuple[str, str] = ("main", "HEAD"),
    **request: object,
) -> Difference:
    """Return the difference of two texts that stand at specs/plan.yaml in two revisions."""
    before, after = (
        Side(label, (plan(text, f"{label}:specs/plan.yaml"),))
        for label, text in zip(labels, (old, new), strict=True)
    )
    return compare((before, after), mode, Filter(Request(**request)), fail_on, today)  # type: ignore[arg-type]


@cache
def small() -> Difference:
    """Return two versions of one small plan."""
    return difference()


@cache
def years() -> Difference:
    """Return plans of two years."""
    return difference(new=HEAD_2025 + NEXT_YEAR)


@cache
def places() -> Difference:
    """Return plans of two places."""
    return difference(new=HEAD_ELSEWHERE + NEW.replace("县", "区"))


def one_sided(fail_on: str = "none") -> Difference:
    """Return a plan that is gone and one that is new."""
    old, new = small().couples[0].before, small().couples[0].after
    return Difference(
        "main", "HEAD", alone=[Alone(old, plan_removed(old)), Alone(new, plan_added(new))], fail_on=fail_on
    )


def nothing() -> Difference:
    """Return two equal versions."""
    return difference(new=OLD)


def many(tasks: int = 900) -> Difference:
    """Return two plans that have nothing in common, with long titles: more than a comment can hold."""
    head = "actions:\n  - action: 产业行动\n    tasks:\n"
    row = "      - {{id: {side}{number}, title: {side}{number}{name}, lead: 县发改局, targets: {{{side}指标{number}: 达到{number}万元}}}}\n"
    texts = (
        head + "".join(row.format(side=side, number=number, name=name * 9) for number in range(tasks))
        for side, name in (("甲", "推进园区建设"), ("乙", "办好民生实事"))
    )
    return difference(*texts)
