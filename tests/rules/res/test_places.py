"""Findings on a whole plan or work group: their place in the document, and what keeps them the same finding."""

from __future__ import annotations

import pytest

from ..conftest import Lint

FIRST = """
          - title: 循环经济
            source: 附件2/二/1
            lead: 县科工局
            support: [县林业局, 县市场监督管理局, 各行业主管部门, 县发政局, 省商务厅]
"""
SECOND = """
          - title: 绿色矿业
            source: 附件2/二/2
            lead: 县自然资源局
            support: [县林业局, 县市场监督管理局, 各行业主管部门, 县发政局, 省商务厅]
"""
REST = """
          - {title: 装备制造, source: 附件2/二/3, lead: 县自然资源局, support: [县市场监管局, 县科工局]}
          - {title: 电子信息, source: 附件2/二/4, lead: 县自然资源局, support: [县市场监管局, 县科工局]}
          - {title: 现代农业, source: 附件2/二/5, lead: 县市场监管局}
"""


def plan(*tasks: str) -> str:
    return f"""
    actions:
      - action: 产业培塑行动
        source: 二/(一)
        workgroup:
          source: 附件2/三
          convenor: 常务副县长
          members: [县科工局, 县市场监管局]
          office: 县科工局
        tasks:{"".join(task.rstrip() for task in tasks)}
    """


OF_THE_WHOLE = ("RES006", "RES007", "RES008", "RES009", "RES011", "RES012")


@pytest.mark.parametrize("code", OF_THE_WHOLE)
def test_the_place_is_that_of_the_task_pointed_at(lint: Lint, code: str) -> None:
    found = lint(plan(FIRST, SECOND, REST), code)
    assert found
    for one in found:
        expected = "附件2/二/2" if code == "RES008" else "附件2/二/1"
        assert one.locator == expected, one.message.zh


@pytest.mark.parametrize("code", OF_THE_WHOLE)
def test_the_order_of_the_tasks_makes_no_other_finding(lint: Lint, code: str) -> None:
    before = lint(plan(FIRST, SECOND, REST), code)
    after = lint(plan(SECOND, FIRST, REST), code)
    assert {one.fingerprint for one in before} == {one.fingerprint for one in after}
    assert all(one.locator == "附件2/二/2" for one in after)


def test_a_name_in_a_member_list_is_placed_there(lint: Lint) -> None:
    (found,) = lint(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, source: 附件2/二/1, lead: 县市场监管局}
              - {title: 装备制造, source: 附件2/二/2, lead: 县市场监管局}
            workgroup: {source: 附件2/三, members: [县市场监督管理局]}
        """,
        "RES007",
    )
    assert found.locator == "附件2/三"
    assert "“县市场监管局” twice and “县市场监督管理局” once" in found.message.en


def test_without_a_source_there_is_no_place(lint: Lint) -> None:
    (found,) = lint(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 各有关部门}
        """,
        "RES012",
    )
    assert found.locator is None
