"""Which actions face each other, and how much was taken over."""

from __future__ import annotations

from planspec.diff import Diff, Mode
from planspec.diff.align import align
from planspec.diff.engine import diff_aligned, mode_of
from planspec.diff.lineup import Lineup, Taken
from planspec.model import Plan

from .plans import plan, real_plan

OLD = """\
goals:
  - targets: {地区生产总值: 增长7%, 固定资产投资: 增长6%}
actions:
  - {action: 经济增长主动仗, theme: demand, tasks: [{title: 扩大消费}, {title: 稳住外贸}]}
  - {action: 防范风险仗, theme: safety, tasks: [{title: 化解债务, targets: {债务: 下降}}]}
  - {action: 安全生产仗, theme: safety, tasks: [{title: 隐患清零}]}
  - {action: 优化环境仗, theme: business-environment, tasks: [{title: 减少证明}]}
"""
NEW = """\
goals:
  - targets: {地区生产总值: 增长7%, 进出口总额: 增长5%}
actions:
  - {action: 产业行动, theme: industry, tasks: [{title: 补链强链}]}
  - {action: 激发需求行动, theme: demand, tasks: [{title: 扩大消费}]}
  - {action: 安全守底行动, theme: safety, tasks: [{title: 化解债务, targets: {债务: 下降}}, {title: 隐患清零}]}
"""


def lined_up(before: Plan, after: Plan, mode: Mode | None = None) -> tuple[Lineup, Diff]:
    alignment = align(before, after, mode or mode_of(before, after))
    found = diff_aligned(before, after, alignment)
    return Lineup(before, after, found, alignment), found


def lineup() -> Lineup:
    return lined_up(plan(OLD, "old.yaml"), plan(NEW, "new.yaml"), Mode.YEARS)[0]


def test_actions_face_each_other_in_the_order_of_the_new_plan() -> None:
    titles = [
        ([one.title for one in facing.before], [one.title for one in facing.after])
        for facing in lineup().facings
    ]
    assert titles == [
        ([], []),
        ([], ["产业行动"]),
        (["经济增长主动仗"], ["激发需求行动"]),
        (["防范风险仗", "安全生产仗"], ["安全守底行动"]),
        (["优化环境仗"], []),
    ]


def test_tasks_and_indicators_are_counted_by_action() -> None:
    found = lineup()
    assert [facing.tasks for facing in found.facings] == [
        Taken(0, 0, 0),
        Taken(0, 0, 1),
        Taken(1, 1, 0),
        Taken(2, 0, 0),
        Taken(0, 1, 0),
    ]
    assert found.facings[0].targets == Taken(1, 1, 1)
    assert found.indicators == Taken(2, 1, 1)
    assert [target.name for target in found.facings[0].unchanged] == ["地区生产总值"]
    assert [new.title for _, new in found.facings[3].continued] == ["化解债务", "隐患清零"]


def test_every_change_finds_the_actions_that_it_is_about() -> None:
    for one, other in (("jishou", "shigu"), ("shigu", "yueyang"), ("xinshao", "shigu")):
        before, after = real_plan(one), real_plan(other)
        lines, found = lined_up(before, after)
        for change in found.changes:
            facing = lines.facings[lines.find(change)]
            side, actions = (change.after, facing.after) if change.after else (change.before, facing.before)
            assert side is not None
            named = {action.title for action in (after if change.after else before).actions}
            if side.path and side.path[0] in named:
                assert side.path[0] in {action.title for action in actions}


def test_the_counts_add_up_over_the_actions() -> None:
    before, after = real_plan("xinshao"), real_plan("shigu")
    found, _ = lined_up(before, after)
    assert sum(facing.tasks.kept + facing.tasks.dropped for facing in found.facings) == len(before.tasks)
    assert len(after.tasks) >= sum(facing.tasks.added for facing in found.facings)
    assert found.indicators.kept + found.indicators.dropped == len({target.key for target in before.targets})


def test_equal_plans_keep_everything() -> None:
    one = real_plan("shigu")
    found, _ = lined_up(one, one)
    assert all(facing.tasks.dropped == facing.tasks.added == 0 for facing in found.facings)
    assert found.indicators.dropped == found.indicators.added == 0
