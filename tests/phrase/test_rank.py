import pytest

from planspec.phrase import parse

from .normal_form import normal_form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("稳居全省第二位", "rank <= 2 位 steady reference=全省"),
        ("居全省第2", "rank <= 2 位 reference=全省"),
        ("进入全省前80位", "rank <= 80 位 reference=全省"),
        ("增速排名全省前三", "rank <= 3 位 aspect=增速 reference=全省"),
        ("进入全省县市区前十名", "rank <= 10 位 reference=全省县市区"),
        ("前30%", "rank <= 30 %"),
        ("位居全市前列", "rank reference=全市 verb=前列"),
        ("力争全省前十", "rank <= 10 位 strive reference=全省"),
    ],
)
def test_ranks(text, expected):
    assert normal_form(parse(text)) == expected


@pytest.mark.parametrize(
    "text", ["前列", "一流", "第二产业", "第一季度", "第0位", "前半年", "全省企业发展势头良好居第二位"]
)
def test_what_is_no_rank_is_not_understood(text):
    assert parse(text) is None
