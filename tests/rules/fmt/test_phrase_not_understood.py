"""FMT005: values that the grammar cannot read are said, never dropped."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "FMT005"


def test_figure_that_cannot_be_read_is_a_warning(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              规模工业增加值: 增长比往年7个点还多
        #              ^^^^^^^^^^ phrase-not-understood
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert "“增长比往年7个点还多”" in found.message.zh and "其中的数字未参与检查" in found.message.zh


def test_each_phrase_of_a_list_is_judged(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              亩均税收: [增长10%以上, 5万还多, 别的也要3成多]
        #                     ^^^^  ^^^^^^^ phrase-not-understood
        """,
        CODE,
    )


def test_words_without_a_figure_are_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {保障水平: 参照孤儿标准同等保障}
        #                   ^^^^^^^^^^ phrase-not-understood
        """,
        CODE,
    )
    assert found.severity is Severity.INFO


def test_bare_number_is_told_to_name_its_unit(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {建设用地: 2024}
        #                   ^^^^ phrase-not-understood
        """,
        CODE,
    )
    assert "没有单位" in found.message.zh and "unit" in found.message.en


def test_baseline_and_allocation_are_read_too(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              粮食产量: {value: 达到60亿斤, baseline: 五十来亿斤吧}
        #                                     ^^^^^^ phrase-not-understood
        allocations:
          粮食产量: {"430521": 说好的3亿斤}
        #                  ^^^^^^ phrase-not-understood
        """,
        CODE,
    )


def test_phrases_of_every_measure_are_quiet(lint: Lint) -> None:
    phrases = ["增长7.5%左右", "达到4.27万户", "新增10家以上", "全覆盖", "持续下降", "完成省定目标", "1-2家"]
    phrases += ["提高0.5个百分点", "稳居全省第二位", "高于城镇居民收入增速", "从650元/月提高到700元/月"]
    rows = "\n".join(f"      指标{number}: {phrase}" for number, phrase in enumerate(phrases))
    assert lint(f"goals:\n  - targets:\n{rows}\n", CODE) == []


def test_number_with_a_unit_is_quiet(lint: Lint) -> None:
    assert lint("goals:\n  - targets: {项目: 33个}\n", CODE) == []


def test_what_is_of_the_wrong_type_is_left_to_the_schema(lint: Lint) -> None:
    assert lint("goals:\n  - targets: {项目: {value: {a: 1}}}\n", CODE) == []


def test_a_share_that_rises_by_per_cents_is_asked_about(lint: Lint) -> None:
    (found,) = lint(
        """
        goals:
          - targets:
              新能源汽车占比: 在原比例基础比提高10%以上
        """,
        "FMT005",
    )
    assert found.message.zh.endswith("；另请核对：这是占比类指标，“提高10%”是否应为10个百分点")
    assert found.message.en.endswith("may be meant as 10 percentage points")


def test_what_is_no_share_is_not_asked_about(lint: Lint) -> None:
    (found,) = lint(
        """
        goals:
          - targets:
              规模工业增加值: 在原来的基数比提高10%还多
        """,
        "FMT005",
    )
    assert "百分点" not in found.message.zh


def test_words_only_say_what_to_do(lint: Lint) -> None:
    (found,) = lint(
        """
        goals:
          - targets:
              政务数据: 蓬蓬勃勃
        """,
        "FMT005",
    )
    assert "没有可考核的数字" in found.message.zh
    assert found.message.zh.endswith("请尽量量化，属于成果的改列成果（deliverables）")


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("'净增1000户，达到1.9万户'", "有几个说法的，写成列表"),
        ("到2026年达到3500亿元", "年份写入这一目标的by：{value: …, by: 2026-12-31}"),
        ("国家级新增20家", "适用范围写入这一目标的scope"),
    ],
)
def test_the_message_says_how_to_write_it(lint: Lint, value: str, hint: str) -> None:
    (found,) = lint(f"goals: [{{targets: {{企业: {value}}}}}]\n", "FMT005")
    assert hint in found.message.zh
