"""TGT006: a share lies between nothing and all."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "TGT006"


def test_known_share_above_all_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              民生支出占比: 达到170%
        #             ^^^^^^ share-out-of-range
        """,
        CODE,
    )
    assert found.severity is Severity.ERROR
    assert "超过100%" in found.message.zh


def test_share_named_by_the_phrase_is_marked(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              香菇大棚: 覆盖率达到120%
        #           ^^^^^^^^^ share-out-of-range
              香菇产值: 占地区生产总值比重达到101%以上
        #           ^^^^^^^^^^^^^^^^^ share-out-of-range
        """,
        CODE,
    )


def test_upper_end_of_a_range_counts(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              民生支出占比: 90%-110%
        #             ^^^^^^^^ share-out-of-range
        """,
        CODE,
    )


def test_growth_is_exempt(lint: Lint) -> None:
    text = """
        goals:
          - targets: {民生支出占比: 增长120%, 入境游: 增长300%, 高新技术企业增速: 150%}
        """
    assert lint(text, CODE) == []


def test_shares_within_bounds_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {民生支出占比: 保持70%以上, 香菇大棚: 覆盖率100%, 事故率: 控制在0.9‰以内}
        """
    assert lint(text, CODE) == []


def test_ratios_that_may_exceed_all_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {化债任务: 完成率120%, 学前毛入园率: 达到103%, 政府负债率: 达到130%}
        """
    assert lint(text, CODE) == []


def test_percent_of_an_indicator_that_is_no_share_is_quiet(lint: Lint) -> None:
    assert lint("goals:\n  - targets: {固定资产投资: 120%}\n", CODE) == []


def test_only_the_use_of_capacity_may_exceed_all(lint: Lint) -> None:
    text = """
        goals:
          - targets: {产能利用率: 达到103%, 受污染耕地安全利用率: 达到192%}
        """
    assert [one.subject for one in lint(text, CODE)] == ["达到192%"]
