"""TGT015: shares change by points, figures have units."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint

CODE = "TGT015"


def test_a_share_that_changes_by_per_cent_is_marked(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets:
              城镇化率: 提高1%
        #           ^^^^ percent-or-unit-wrong
              制造业增加值占地区生产总值的比重: 提升2%以上
        #                       ^^^^^^ percent-or-unit-wrong
              新能源公务车占比: 增长10%
        #               ^^^^^ percent-or-unit-wrong
              社会物流总费用占GDP的比率: 下降0.5%
        #                     ^^^^^^ percent-or-unit-wrong
              先进制造业: 占比提高3%
        #            ^^^^^^ percent-or-unit-wrong
        """,
        CODE,
    )
    assert "一般应写为“提高1个百分点”" in found[0].message.zh
    assert {one.severity for one in found} == {Severity.WARNING}
    assert {one.confidence for one in found} == {Confidence.MEDIUM}


def test_a_figure_without_a_unit_is_marked(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets:
              全社会研发经费投入: [1.5亿以上, 增长1.5亿]
        #                 ^^^^^^  ^^^^^^ percent-or-unit-wrong
              石化产业: 力争过千亿
        #           ^^^^^ percent-or-unit-wrong
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.INFO}
    assert "请写明单位，如“元”" in found[0].message.zh


def test_a_bare_number_is_a_warning(marked: Lint) -> None:
    found = marked(
        """
        actions:
          - action: 主体强身行动
            tasks:
              - {title: 培育, targets: {高新技术企业: 达到300, 发明专利: 12}}
        #                                     ^^^^^        ^^ percent-or-unit-wrong
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.WARNING}


def test_points_levels_and_growth_of_amounts_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              城镇化率: [提高0.5个百分点左右, 提高到60%, 达到60%]
              规模工业增加值: 增长7%
              亩均税收: 提高10%以上
              物流成本: 下降5%
        """
    assert lint(text, CODE) == []


def test_rates_that_are_no_shares_and_occurrences_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              全员劳动生产率: 提高5%
              审批效率: 提高30%
              现行案件发案率: 同比下降50%
              生产安全事故死亡率: 下降10%
              规模工业增加值增速: 7%
        """
    assert lint(text, CODE) == []


def test_words_ranks_and_indices_need_no_unit(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              重大事故隐患: 动态清零
              较大以上事故: 不发生
              进出口总额: 稳居全省第二位
              建筑业百亿元产值死亡率: 控制在0.8以内
              空气质量综合指数: 控制在3.5以内
              群众满意度: 达到92
              财政收入: 翻一番
        """
    assert lint(text, CODE) == []
