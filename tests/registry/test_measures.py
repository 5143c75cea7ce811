from planspec.registry import Measure
from planspec.registry.measures import tidy, trimmed


def test_tidying_folds_widths_and_drops_quotes_spaces_and_notes() -> None:
    assert tidy("“ＰＭ２．５” 浓度（年均）") == "PM2.5浓度"


def test_trimmings_come_off_one_after_the_other() -> None:
    assert list(trimmed("全区新增高企数")) == [
        ("全区新增高企数", None, True),
        ("新增高企数", None, True),
        ("高企数", Measure.INCREMENT, False),
        ("高企", Measure.INCREMENT, False),
    ]
    assert [name for name, _, _ in trimmed("力争建设老年助餐服务点")] == [
        "力争建设老年助餐服务点",
        "老年助餐服务点",
    ]


def test_a_name_never_becomes_empty() -> None:
    assert all(name for text in ("增速", "新增", "全市", "建设", "总数") for name, _, _ in trimmed(text))
