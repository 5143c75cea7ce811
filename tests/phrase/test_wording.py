import pytest

from planspec.phrase import parse

from .normal_form import normal_form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不发生", "level = 0"),
        ("坚决杜绝", "level = 0 ensure"),
        ("动态清零", "level = 0"),
        ("零增长", "growth = 0 %"),
        ("正增长", "growth > 0 %"),
        ("不减少", "growth >= 0 %"),
        ("基本持平", "growth ~ 0 %"),
        ("翻一番", "growth = 100 %"),
        ("翻两番", "growth = 300 %"),
        ("全覆盖", "share = 100 % aspect=覆盖率"),
        ("实现全市全覆盖", "share = 100 % aspect=覆盖率 reference=全市"),
        ("基本实现全覆盖", "share ~ 100 % aspect=覆盖率"),
        ("100%公示", "share = 100 % aspect=公示率"),
        ("全部完成", "share = 100 % aspect=完成率"),
        ("应检尽检", "share = 100 % aspect=应检尽检"),
        ("持续下降", "trend down verb=持续下降"),
        ("稳步提高", "trend up verb=稳步提高"),
        ("总体稳定", "trend steady verb=总体稳定"),
        ("持续改善", "trend better verb=持续改善"),
        ("稳中有降", "trend down verb=稳中有降"),
        ("只增不减", "trend up verb=只增不减"),
    ],
)
def test_words_that_stand_for_a_figure_or_a_direction(text, expected):
    assert normal_form(parse(text)) == expected


@pytest.mark.parametrize("text", ["全面落实", "应检不检", "高质量发展", "清零行动", "持续", "稳中"])
def test_words_that_say_nothing_definite_are_not_understood(text):
    assert parse(text) is None
