"""TGT013: one figure, one comparator."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "TGT013"


def test_exceed_and_above_are_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              经营主体总量: 力争突破4.23万户以上
        #             ^^^^^^^^^^^^ double-comparator
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert "“力争突破4.23万户以上”" in found.message.zh


def test_other_pairs_are_marked(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              高新技术企业: [不少于10家以上, 约12家左右, 至少9家以上]
        #              ^^^^^^^^  ^^^^^^  ^^^^^^ double-comparator
        """,
        CODE,
    )


def test_any_place_counts(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 主体强身行动
            tasks:
              - {title: 入规, targets: {规模以上工业企业: 超过10家以上}}
        #                                       ^^^^^^^ double-comparator
        """,
        CODE,
    )


def test_one_comparator_is_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {高新技术企业: [突破45家, 10家以上, 不少于10家, 12家左右, 控制在3%以内]}
        """
    assert lint(text, CODE) == []


def test_a_breakthrough_is_no_comparator(lint: Lint) -> None:
    assert lint("goals:\n  - targets: {关键核心技术: 力争突破15项以上}\n", CODE) == []


def test_what_is_not_understood_is_left_to_its_own_rule(lint: Lint) -> None:
    assert lint("goals:\n  - targets: {高新技术企业: 怎么也得突破个55户以上}\n", CODE) == []
