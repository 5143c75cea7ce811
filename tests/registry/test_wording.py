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
        ("各市、州人民政府", "prefectures"),
        ("各地级以上市人民政府", "prefectures"),
        ("各省级人民政府", "各省级人民政府"),
    ],
)
def test_one_set_has_one_core(name: str, core: str) -> None:
    found = wording.collective(name)
    assert found is not None
    assert found.core == core


@pytest.mark.parametrize(
    "name", ["有关市(州)人民政府", "相关县(市、区)人民政府", "地方各级人民政府", "有关市、州政府"]
)
def test_governments_that_are_not_named_are_vague(name: str) -> None:
    assert wording.vague(name)


def test_groups_set_up_for_a_task_are_no_units() -> None:
    assert wording.is_work_group("产业培塑行动工作专班")
    assert wording.is_work_group("“八大行动”领导小组办公室")
    assert not wording.is_work_group("县防汛抗旱指挥部")


@pytest.mark.parametrize(
    "name", ["全区经济运行各专班", "各专班", "各市(州)经济和信息化主管部门", "各区镇", "辖区各街道"]
)
def test_sets_that_everybody_can_list(name: str) -> None:
    assert wording.collective(name) is not None
    assert not wording.vague(name)


@pytest.mark.parametrize("name", ["浦东新区等相关区政府", "厅机关有关处室", "各有关主管部门"])
def test_names_that_leave_open_who_is_meant(name: str) -> None:
    assert wording.vague(name)
