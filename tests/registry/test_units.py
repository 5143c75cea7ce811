from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planspec.registry import Kind, Level, LocalUnit, Unit, Units, builtin

REAL = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("units.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
XINSHAO, SHIGU, JISHOU, YUEYANG = "430522", "430407", "433101", "430600"
UNITS = {code: builtin().units_of(code) for code in (XINSHAO, SHIGU, JISHOU, YUEYANG, "430000", "150724")}


def resolved(code: str, name: str) -> Unit:
    unit = UNITS[code].resolve(name)
    assert unit is not None, name
    return unit


def keys(code: str, *names: str) -> set[str]:
    return {resolved(code, name).key for name in names}


@pytest.mark.parametrize(("code", "name", "kind", "level", "key"), REAL)
def test_every_unit_of_the_issued_plans_is_known(
    code: str, name: str, kind: str, level: str, key: str
) -> None:
    unit = resolved(code, name)
    assert (unit.kind, unit.level or "-", unit.key) == (kind, level, key)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (YUEYANG, ("市发改委", "市发展和改革委员会", "市发展改革委", "岳阳市发改委", "市发改", "发改委")),
        (YUEYANG, ("市工信局", "市工信 局", "市工业和信息化局")),
        (YUEYANG, ("人民银行岳阳市分行", "人民银行岳阳分行", "中国人民银行岳阳市分行", "人行岳阳市中心支行")),
        (YUEYANG, ("岳阳金融监管分局", "国家金融监督管理总局岳阳监管分局", "市金融监管分局")),
        (YUEYANG, ("市中级法院", "市中级人民法院", "市中院", "岳阳市中级人民法院")),
        (SHIGU, ("区市场监管局", "区市场监督管理局", "区市监局")),
        (SHIGU, ("区自然资源局", "区自然资源和规划局", "区资规局")),
        (SHIGU, ("区生态环境分局", "市生态环境局石鼓分局", "衡阳市生态环境局石鼓分局")),
        (SHIGU, ("区公安分局", "市公安局石鼓分局", "区公安局")),
        (XINSHAO, ("县卫健局", "县卫生健康局", "县卫生健康委员会")),
        (XINSHAO, ("市生态环境局新邵分局", "邵阳生态环境局新邵分局", "邵阳市生态环境局新邵分局")),
        (XINSHAO, ("县税务局", "国家税务总局新邵县税务局", "新邵县税务局")),
        (XINSHAO, ("县交警大队", "县公安局交警大队", "县公安局交通警察大队")),
        (XINSHAO, ("县供电公司", "国网新邵县供电公司", "国网湖南新邵县供电公司")),
        (XINSHAO, ("新邵经开区", "县经开区", "新邵经济开发区管委会")),
        (XINSHAO, ("团县委", "共青团新邵县委", "县团委")),
        (XINSHAO, ("县委组织部", "新邵县委组织部", "中共新邵县委组织部")),
        (JISHOU, ("市住建局", "市住建局(市人防办)", "市住建局（市人防办）")),
        (JISHOU, ("州生态环境局吉首分局", "州生态环境吉首分局")),
        (JISHOU, ("国网乾州供电支公司", "国网湘西乾州供电支公司")),
        (XINSHAO, ("县纪委监委", "县纪委县监委", "县监委")),
        (XINSHAO, ("县科工局", "县科技和工业信息化局", "县科工信局")),
        (XINSHAO, ("各乡镇", "各乡镇(街道)", "各乡镇（街道）", "各镇街", "各乡镇人民政府", "乡镇街道")),
        (XINSHAO, ("县政府", "新邵县人民政府", "新邵县")),
        (XINSHAO, ("常务副县长", "县委常委、常务副县长")),
        (XINSHAO, ("酿溪镇", "酿溪镇人民政府")),
    ],
)
def test_one_body_has_one_key_however_it_is_written(code: str, names: tuple[str, ...]) -> None:
    assert len(keys(code, *names)) == 1


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (JISHOU, ("市教育局", "市教体局")),
        (JISHOU, ("市市场监管局", "市市场局")),
        (JISHOU, ("市科工信局", "市工信局", "市科技局")),
        (JISHOU, ("国网湘西供电公司", "国网乾州供电支公司", "市供电公司")),
        (YUEYANG, ("市委办", "市政府办")),
        (YUEYANG, ("市发改委", "县发改局", "省发改委")),
        (YUEYANG, ("市政府金融办", "岳阳金融监管分局", "市委金融办")),
        (YUEYANG, ("市安委办", "市应安委办", "市安委会")),
        (YUEYANG, ("市应急局", "市消防救援支队")),
        (XINSHAO, ("县文旅局", "县文旅广电局", "县文旅体局")),
        (XINSHAO, ("县水利局", "县水务局")),
        (XINSHAO, ("县公安局", "县公安局交警大队")),
        (XINSHAO, ("县退役军人事务局", "县退役军人服务中心")),
        (XINSHAO, ("县数据局", "县大数据中心")),
        (XINSHAO, ("县法院", "县检察院")),
        (XINSHAO, ("县人大", "县政协", "县政府", "县委")),
        (XINSHAO, ("中石化新邵分公司", "中石油新邵分公司")),
        (XINSHAO, ("赛双清集团公司", "赛双清建设有限公司")),
        (YUEYANG, ("各县市区", "各乡镇", "各园区", "各市州")),
    ],
)
def test_different_bodies_stay_apart(code: str, names: tuple[str, ...]) -> None:
    assert len(keys(code, *names)) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        "县发政局",
        "县卫建局",
        "新绍县发改局",
        "县某某局",
        "县科工局县卫健局",
        "县科协新邵经开区",
        "县科技局和工业信息化局",
        "县委统计局",
        "产业培塑行动工作专班",
        "县实施“八大行动”领导小组",
        "县发政局局长",
        "局",
        "县",
        "",
        " 、",
        "县发改局" * 40,
    ],
)
def test_what_is_no_unit_stays_unknown(name: str) -> None:
    assert UNITS[XINSHAO].resolve(name) is None


@pytest.mark.parametrize(
    ("code", "name", "canonical"),
    [
        (XINSHAO, "县发展和改革局", "县发改局"),
        (YUEYANG, "市发展和改革委员会", "市发改委"),
        (JISHOU, "市发展和改革局", "市发改局"),
        ("430000", "省教育厅", "省教育厅"),
        ("430000", "省发展和改革委员会", "省发改委"),
        (YUEYANG, "人民银行岳阳分行", "人民银行岳阳市分行"),
        (XINSHAO, "县海关", "新邵海关"),
        (SHIGU, "区生态环境分局", "市生态环境局石鼓分局"),
        (JISHOU, "州生态环境吉首分局", "州生态环境局吉首分局"),
        (XINSHAO, "县消防大队", "县消防救援大队"),
        (YUEYANG, "市消防支队", "市消防救援支队"),
        (XINSHAO, "共青团新邵县委员会", "团县委"),
        (XINSHAO, "新邵县人民医院", "县人民医院"),
        ("150724", "旗发改局", "旗发改局"),  # 鄂温克族自治旗
        ("150724", "鄂温克族自治旗发展和改革委员会", "旗发改局"),
    ],
)
def test_the_canonical_name_is_the_short_one_of_the_level(code: str, name: str, canonical: str) -> None:
    assert resolved(code, name).canonical == canonical


def test_alias_tells_whether_the_name_is_written_otherwise() -> None:
    assert not resolved(XINSHAO, "县发改局").alias
    assert resolved(XINSHAO, "县发展改革局").alias
    assert resolved(YUEYANG, "市工信 局").alias


@pytest.mark.parametrize(
    ("code", "name", "level", "elsewhere"),
    [
        (XINSHAO, "县发改局", Level.COUNTY, False),
        (XINSHAO, "市发改委", Level.CITY, True),
        (XINSHAO, "邵阳市发改委", Level.CITY, True),
        (XINSHAO, "省发改委", Level.PROVINCE, True),
        (YUEYANG, "县发改局", Level.COUNTY, True),
        (YUEYANG, "平江县发改局", Level.COUNTY, True),
        (YUEYANG, "省市场监管局", Level.PROVINCE, True),
        # In a county-level city 市 is its own level, in a district it is the one above.
        (JISHOU, "市发改局", Level.COUNTY, False),
        (JISHOU, "吉首市发改局", Level.COUNTY, False),
        (JISHOU, "州发改委", Level.CITY, True),
        (SHIGU, "市发改委", Level.CITY, True),
        # Sent from above: at home everywhere.
        (XINSHAO, "市生态环境局新邵分局", Level.COUNTY, False),
        (XINSHAO, "邵阳海关", Level.CITY, False),
        (XINSHAO, "市税务局", Level.CITY, False),
        (XINSHAO, "人民银行邵阳市分行", Level.CITY, False),
        (XINSHAO, "国网邵阳供电公司", Level.CITY, False),
        (XINSHAO, "市烟草专卖局", Level.CITY, False),
        (XINSHAO, "市邮政管理局", Level.CITY, False),
        (XINSHAO, "县气象局", Level.COUNTY, False),
        (YUEYANG, "岳阳海事局", Level.CITY, False),
        (SHIGU, "市自然资源和规划局石鼓分局", Level.COUNTY, False),
        # Governments, zones and towns are named on purpose.
        (YUEYANG, "平江县人民政府", Level.COUNTY, False),
        (XINSHAO, "酿溪镇", Level.TOWN, False),
        (YUEYANG, "县经开区", Level.COUNTY, False),
    ],
)
def test_levels(code: str, name: str, level: Level, elsewhere: bool) -> None:
    unit = resolved(code, name)
    assert unit.level is level
    assert UNITS[code].of_another_level(unit) is elsewhere


def test_a_short_place_name_of_two_tiers_is_decided_by_the_form() -> None:
    units = builtin().units_of("430621")  # 岳阳县 under 岳阳市
    assert [
        unit.level for name in ("岳阳金融监管分局", "岳阳金融监管支局") if (unit := units.resolve(name))
    ] == [
        Level.CITY,
        Level.COUNTY,
    ]


def test_roles_line_up_across_places_and_levels() -> None:
    assert (
        resolved(XINSHAO, "县发改局").role == resolved(YUEYANG, "市发改委").role == "development-and-reform"
    )
    assert (
        resolved(XINSHAO, "县科工局").role == resolved(YUEYANG, "市工信局").role == "industry-and-information"
    )
    assert "science-and-technology" in resolved(XINSHAO, "县科工局").roles
    assert resolved(JISHOU, "市教体局").role == resolved(XINSHAO, "县教育局").role == "education"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("某某镇", "town"),
        ("某某街道办事处", "street"),
        ("某某高新区管委会", "development-zone"),
        ("某某风景名胜区管理处", "scenic-area"),
        ("湖南理工学院", "school"),
        ("县第一中学", "school"),
        ("县中医医院", "hospital"),
        ("县城投集团", "state-enterprise"),
        ("某某物流有限公司", "enterprise"),
        ("县餐饮协会", "association"),
        ("县林业科学研究所", "research-institute"),
        ("某某银行新邵支行", "bank"),
    ],
)
def test_common_forms_are_told_by_their_wording(name: str, role: str) -> None:
    unit = resolved(XINSHAO, name)
    assert (unit.kind, unit.role) == (Kind.GENERIC, role)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("各有关部门", Kind.VAGUE),
        ("相关单位", Kind.VAGUE),
        ("各行业主管部门", Kind.VAGUE),
        ("市直各行政执法主管部门", Kind.VAGUE),
        ("各负有监管职责行业部门", Kind.VAGUE),
        ("县直各单位", Kind.VAGUE),
        ("有关乡镇", Kind.VAGUE),
        ("县委各部门", Kind.VAGUE),
        ("各县市区", Kind.COLLECTIVE),
        ("各县(市、区)", Kind.COLLECTIVE),
        ("各县市区政府(管委会)", Kind.COLLECTIVE),
        ("各市州人民政府", Kind.COLLECTIVE),
        ("各园区", Kind.COLLECTIVE),
        ("各牵头单位", Kind.COLLECTIVE),
        ("县域各银行金融机构", Kind.COLLECTIVE),
        ("分管副县长", Kind.POSITION),
        ("县发改局主要负责人", Kind.POSITION),
    ],
)
def test_sets_vague_names_and_posts(name: str, kind: Kind) -> None:
    assert resolved(XINSHAO, name).kind is kind


def test_a_post_names_the_body_whose_it_is() -> None:
    assert resolved(XINSHAO, "县发改局局长").holder == resolved(XINSHAO, "县发改局").key
    assert resolved(XINSHAO, "分管副县长").holder == resolved(XINSHAO, "县政府").key
    assert resolved(YUEYANG, "市政府副秘书长").holder == resolved(YUEYANG, "市政府").key


def test_the_plans_own_units_come_first() -> None:
    local = {"新邵经开区": LocalUnit("development-zone", ("邵经开区",)), "赛双清集团": LocalUnit()}
    units = builtin().units_of(XINSHAO, local)
    zone = units.resolve("新邵经开区")
    assert zone == Unit(
        "local/新邵经开区",
        "新邵经开区",
        "development-zone",
        Level.COUNTY,
        Kind.LOCAL,
        roles=("development-zone",),
    )
    for name in ("邵经开区", "新邵经开区管委会"):
        found = units.resolve(name)
        assert found is not None
        assert (found.key, found.alias) == (zone.key, True)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (
            "330100",
            "市经信局 市建设局 市林水局 市人力社保局 市政务服务管理办公室 市委社会工作部 杭州海关 上城区人民政府",
        ),
        ("370700", "市行政审批服务局 市海洋发展局 市地方金融监管局 国家统计局潍坊调查队 寿光市人民政府"),
        (
            "440300",
            "市规划和自然资源局 市住房建设局 市政务服务和数据管理局 市水务局 深圳证监局 人民银行深圳市分行",
        ),
        (
            "500105",
            "区经济信息委 区住房城乡建委 区规划自然资源局 区交通运输委 区招商投资局 市发展改革委 各街镇",
        ),
        ("310115", "区科经委 区建设交通委 区规划资源局 区城管执法局 市经济信息化委 区政务服务办"),
        ("110108", "区教委 区科信局 区城市管理委 市规划自然资源委海淀分局 区委社会工作部 中关村科学城管委会"),
        ("150627", "旗发展和改革委员会 旗农牧局 旗林草局 旗政务服务局 市生态环境局伊金霍洛旗分局 各苏木镇"),
        ("653128", "县商务和工业信息化局 县林草局 地区发改委 自治区发展改革委 县畜牧兽医局 工业园区管委会"),
        ("460100", "市营商环境建设局 市旅文局 市资规局 海口海关 市交通港航局"),
        ("420500", "市住房和城市更新局 市委金融办 三峡海关 市疾控局 市数据局"),
        ("210100", "市营商局 市城乡建设局 市房产局 各区、县(市)政府 市金融发展局"),
    ],
)
def test_names_of_other_provinces_are_known(code: str, names: str) -> None:
    units = builtin().units_of(code)
    assert [name for name in names.split() if units.resolve(name) is None] == []


def test_units_without_a_known_place_still_read_level_words() -> None:
    units = builtin().units_of("999999")
    unit = units.resolve("县发改局")
    assert unit is not None
    assert (unit.key, unit.canonical) == ("development-and-reform@county", "县发改局")


@pytest.mark.parametrize(
    ("code", "name", "meant"),
    [
        (XINSHAO, "县发政局", "县发改局"),
        (XINSHAO, "县卫建局", "县卫健局"),
        (XINSHAO, "新绍县发改局", "新邵县发改局"),
        (XINSHAO, "县财正局", "县财政局"),
        (XINSHAO, "县务税局", "县税务局"),
        (XINSHAO, "县科技局和工业信息化局", "县科技和工业信息化局"),
        (XINSHAO, "县科工局县卫健局", "县科工局、县卫健局"),
        (
            XINSHAO,
            "县自然资源局市生态环境局新邵分局县住建局",
            "县自然资源局、市生态环境局新邵分局、县住建局",
        ),
        (XINSHAO, "县林业局团县委县妇联", "县林业局、团县委、县妇联"),
        (YUEYANG, "市委组只部", "市委组织部"),
        (XINSHAO, "产业培塑行动工作专班", None),
        (XINSHAO, "", None),
    ],
)
def test_suggestions(code: str, name: str, meant: str | None) -> None:
    assert UNITS[code].suggest(name) == meant


@pytest.mark.parametrize("code", sorted(UNITS))
def test_central_bodies_have_no_place_and_are_at_home_everywhere(code: str) -> None:
    unit = resolved(code, "国家发改委")
    assert (unit.canonical, unit.role, unit.level) == (
        "国家发展改革委",
        "development-and-reform",
        Level.NATION,
    )
    assert not UNITS[code].of_another_level(unit)
    assert UNITS[code].resolve("县商务部") is None


BODIES = sorted(builtin().bodies.table)


@settings(deadline=None)
@given(st.sampled_from(sorted(UNITS)), st.sampled_from(BODIES), st.data())
def test_every_name_of_a_body_resolves_to_it_and_the_canonical_name_to_itself(
    code: str, id: str, data: st.DataObject
) -> None:
    body = builtin().bodies.table[id]
    stem = data.draw(st.sampled_from(sorted(body.stems()) or ["{form only}"]))
    if "{" in stem:
        return
    organ = "委" if body.entry.organ == "party" else ""
    word = {XINSHAO: "县", SHIGU: "区", "430000": "省", "150724": "旗"}.get(code, "市")
    national = body.entry.national
    unit = resolved(code, stem if national else word + organ + stem)
    assert unit.key == f"{id}@{Level.NATION if national else UNITS[code].level}"
    again = resolved(code, unit.canonical)
    assert (again.key, again.canonical, again.alias) == (unit.key, unit.canonical, False)


@settings(deadline=None)
@given(st.sampled_from(sorted(UNITS)), st.text(max_size=30))
def test_any_text_resolves_to_something_or_nothing(code: str, name: str) -> None:
    units = Units(Level.COUNTY, {"新邵县": Level.COUNTY})
    assert units.resolve(name) == units.resolve(name)
    UNITS[code].resolve(name)


@settings(deadline=None)
@given(st.sampled_from(REAL))
def test_canonical_names_are_their_own_canonical_names(row: tuple[str, ...]) -> None:
    unit = resolved(row[0], row[1])
    if unit.kind is not Kind.POSITION:
        assert resolved(row[0], unit.canonical).canonical == unit.canonical
