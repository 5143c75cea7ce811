"""FMT002: keys and values that the format does not know."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "FMT002"


def test_unknown_key_is_marked_with_the_key_that_was_meant(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - target: {民生支出占比: 达到70%}
        #   ^^^^^^ schema-violation
        """,
        CODE,
    )
    assert found.severity is Severity.ERROR
    assert "targets" in found.message.zh


def test_wrong_type_is_marked_at_the_value(marked: Lint) -> None:
    (found,) = marked(
        """
        year: 二〇二四
        #     ^^^^ schema-violation
        planspec: 1
        title: 示例方案
        jurisdiction: 430522
        """,
        CODE,
    )
    assert "整数" in found.message.zh and "an integer" in found.message.en


def test_missing_key_is_marked_at_the_item(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - lead: 县科工局
        #       ^^^^ schema-violation
        """,
        CODE,
    )
    assert "title" in found.message.zh


def test_a_value_outside_its_list_is_told_with_the_list(marked: Lint) -> None:
    (found,) = marked(
        """
        status: 印发
        #       ^^ schema-violation
        """,
        CODE,
    )
    assert "draft, issued" in found.message.zh


def test_own_keys_are_free(lint: Lint) -> None:
    assert lint("x-contact: 张三\n", CODE) == []


def test_whole_plan_is_quiet(lint: Lint) -> None:
    text = """
        status: issued
        actions:
          - action: 产业培塑行动
            tasks:
              - {no: 1, title: 循环经济, lead: [县科工局, 县发改局], by: 2024-12-31}
        """
    assert lint(text, CODE) == []


def test_target_in_full_is_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              循环经济总产值: {value: [达到87亿元, 增长8%], parts: [资源再生产值], scope: 园区}
        """
    assert lint(text, CODE) == []
