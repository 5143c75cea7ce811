import pytest

from planspec.registry import wording


@pytest.mark.parametrize("name", ["县发改局", "各乡镇", "各牵头单位", "县政府", "金融事务中心", "行业协会"])
def test_clear_names_are_not_vague(name: str) -> None:
    assert not wording.vague(name)


@pytest.mark.parametrize("name", ["县", "县政府", "乡", "镇长", "市区发展规划", "街道网格员", "各种措施"])
def test_what_names_no_set_is_no_collective(name: str) -> None:
    assert wording.collective(name) is None


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("各县市区", "counties"),
        ("各县（市、区）".translate(str.maketrans("（）", "()")), "counties"),
        ("各区县(自治县)", "counties"),
        ("各旗县区", "counties"),
        ("县市区", "counties"),
        ("各市州", "prefectures"),
        ("各盟市", "prefectures"),
        ("各设区市", "prefectures"),
        ("各乡镇(街道)", "towns"),
        ("各镇(街道、园区)", "towns"),
        ("镇街", "towns"),
        ("各苏木乡镇", "towns"),
    ],
)
def test_one_set_has_one_core(name: str, core: str) -> None:
    found = wording.collective(name)
    assert found is not None
    assert found.core == core


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        ("常务副县长", "", "常务副县长"),
        ("县委常委、常务副县长", "", "常务副县长"),
        ("区委副书记、区长", "", "区长"),
        ("县人民政府副县长", "县人民政府", "副县长"),
        ("区政府办协管副主任", "区政府办", "协管副主任"),
        ("市政府办分管营商环境的负责人", "市政府办", "分管营商环境的负责人"),
        ("市人民政府各副市长", "市人民政府", "各副市长"),
        ("区科工信局党组书记、局长", "区科工信局", "党组书记、局长"),
    ],
)
def test_posts(name: str, body: str, title: str) -> None:
    assert wording.post(name) == (body, title)


@pytest.mark.parametrize("name", ["县发改局", "书记员", "市长热线", "负责人名单"])
def test_what_ends_otherwise_is_no_post(name: str) -> None:
    assert wording.post(name) is None


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
    assert wording.generic(one) == wording.generic(other)


@pytest.mark.parametrize("name", ["县发政局", "县某某中心", "各某某学校", "甲局乙公司", "某某办"])
def test_a_slip_in_a_departments_name_has_no_generic_form(name: str) -> None:
    assert wording.generic(name) is None


def test_groups_set_up_for_a_task_are_no_units() -> None:
    assert wording.is_work_group("产业培塑行动工作专班")
    assert wording.is_work_group("“八大行动”领导小组办公室")
    assert not wording.is_work_group("县防汛抗旱指挥部")
