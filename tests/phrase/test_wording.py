import pytest

from planspec.phrase import parse, write

from .normal_form import normal_form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不发生", "level = 0"),
        ("坚决杜绝", "level = 0 ensure"),
        ("动态清零", "level = 0"),
        ("加快实现“清零”目标", "level = 0"),
        ("确保出清", "level = 0 ensure"),
        ("三年清零", "level = 0 period=三年"),
        ("确保“三个不发生”", "level = 0 ensure"),
        ("坚决守住不发生的底线", "level = 0 ensure"),
        ("确保不出风险", "level = 0 ensure"),
        ("严禁新设", "increment = 0"),
        ("争取破零", "level > 0 strive"),
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
        ("2年全覆盖", "share = 100 % aspect=覆盖率 period=2年"),
        ("按规范全量接入", "share = 100 % aspect=接入率"),
        ("原则上全部使用", "share ~ 100 % aspect=使用率"),
        ("全面实现", "share = 100 % aspect=完成率"),
        ("确保按时足额发放", "share = 100 % ensure aspect=完成率"),
        ("应检尽检", "share = 100 % aspect=应检尽检"),
        ("有案必立、有诉必理", "share = 100 % aspect=有案必立、有诉必理"),
        ("持续下降", "trend down verb=持续下降"),
        ("稳步提高", "trend up verb=稳步提高"),
        ("加快", "trend up verb=加快"),
        ("恢复和改善", "trend better verb=恢复和改善"),
        ("压降有序推进", "trend down verb=压降有序推进"),
        ("得到有效防范化解", "trend down verb=得到有效防范化解"),
        ("降至最低", "trend down verb=降至最低"),
        ("总体稳定", "trend steady verb=总体稳定"),
        ("持续改善", "trend better verb=持续改善"),
        ("稳中有降", "trend down verb=稳中有降"),
        ("只增不减", "trend up verb=只增不减"),
    ],
)
def test_words_that_stand_for_a_figure_or_a_direction(text, expected):
    assert normal_form(parse(text)) == expected


@pytest.mark.parametrize(
    "text", ["三年清零", "力争破零", "2年全覆盖", "严禁新设", "有案必立", "压降有序推进"]
)
def test_words_can_be_written_back(text):
    phrase = parse(text)
    assert phrase is not None
    assert parse(write(phrase)).means(phrase)


@pytest.mark.parametrize("text", ["全面落实", "应检不检", "高质量发展", "清零行动", "持续", "稳中"])
def test_words_that_say_nothing_definite_are_not_understood(text):
    assert parse(text) is None
