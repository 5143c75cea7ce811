import pytest

from planspec.registry.generic import generic


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("酿溪镇", "酿溪镇人民政府"),
        ("五一街道", "五一街道办事处"),
        ("屈原管理区", "屈原管理区管委会"),
        ("赛双清集团", "赛双清集团公司"),
    ],
)
def test_two_spellings_of_one_name_share_a_core(one: str, other: str) -> None:
    assert generic(one) == generic(other)


@pytest.mark.parametrize("name", ["县发政局", "县某某中心", "各某某学校", "甲局乙公司", "某某办"])
def test_a_slip_in_a_departments_name_has_no_generic_form(name: str) -> None:
    assert generic(name) is None


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("角山镇", "town"),
        ("新田铺人民政府", "town"),
        ("黄沙湾街道办事处", "street"),
        ("五一社区居委会", "community"),
        ("城陵矶新港区", "development-zone"),
        ("火炬管委会", "development-zone"),
        ("江东新区管理局", "development-zone"),
        ("岳坪峰国家森林公园管理处", "scenic-area"),
        ("市德夯管理处", "public-institution"),
        ("区燃气安全专业委员会", "safety-committee"),
        ("岳阳职院", "school"),
        ("县一中", "school"),
        ("市妇幼保健院", "hospital"),
        ("区城建投", "state-enterprise"),
        ("市轨道集团", "state-enterprise"),
        ("湖南石化公司", "enterprise"),
        ("长沙银行岳阳分行", "bank"),
        ("厅职业能力处", "internal-division"),
        ("局规划科", "internal-division"),
        ("四川发展(控股)公司", "enterprise"),
    ],
)
def test_forms_and_their_roles(name: str, role: str) -> None:
    found = generic(name)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    "name", ["镇", "街道", "公司", "医院", "人民政府", "管委会", "", "县甲、乙公司", "各学校"]
)
def test_an_ending_alone_is_no_name(name: str) -> None:
    assert generic(name) is None
