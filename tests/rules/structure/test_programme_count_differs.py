"""STR003: the number in the programme's name."""

from __future__ import annotations

from planspec.source.span import Span

from ..conftest import Lint

CODE = "STR003"


def actions(*titles: str) -> str:
    """Return the actions of these titles."""
    return "actions:\n" + "".join(f"  - action: {title}\n" for title in titles)


EIGHT = ("产业培塑", "创新提升", "激发需求", "改革攻坚", "主体强身", "区域共进", "安全守底", "民生可感")


def test_missing_action_is_named(lint: Lint) -> None:
    (found,) = lint("programme: 八大行动\n" + actions(*(f"{name}行动" for name in EIGHT[:-1])), CODE)
    assert found.span == Span(5, 12, 5, 16)
    assert "应有8项" in found.message.zh and "列了7项" in found.message.zh
    assert "民生可感" in found.message.zh
    assert [related.span for related in found.related] == [Span(6, 1, 6, 8)]


def test_another_years_name_is_marked(lint: Lint) -> None:
    (found,) = lint("programme: “六仗”\n" + actions(*(f"{name}行动" for name in EIGHT)), CODE)
    assert found.span == Span(5, 12, 5, 16)


def test_unknown_programme_is_counted_by_its_name(marked: Lint) -> None:
    marked(
        """
        programme: 三大攻坚行动
        #          ^^^^^^ programme-count-differs
        actions:
          - {action: 甲行动}
          - {action: 乙行动}
        """,
        CODE,
    )


def test_the_right_number_is_quiet(lint: Lint) -> None:
    assert lint("programme: 八大行动\n" + actions(*(f"{name}行动" for name in EIGHT)), CODE) == []


def test_a_name_without_number_is_quiet(lint: Lint) -> None:
    assert lint("programme: 高质量发展行动\n" + actions("甲行动", "乙行动"), CODE) == []


def test_a_plan_without_recorded_actions_is_quiet(lint: Lint) -> None:
    assert lint("programme: 八大行动\nextent: targets-only\n", CODE) == []


def test_one_bureaus_plan_for_one_action_is_quiet(lint: Lint) -> None:
    assert lint("programme: 八大行动\n" + actions("产业培塑行动"), CODE) == []


def test_missing_include_counts_as_an_action(lint: Lint) -> None:
    text = "programme: 三大行动\n" + actions("甲行动", "乙行动") + "  - include: 03.yaml\n"
    assert lint(text, CODE) == []
