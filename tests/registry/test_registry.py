import subprocess
import sys
from pathlib import Path

import pytest

from planspec.registry import RegistryError, builtin

OWN = """
units:
  sports-lottery: {name: 体彩中心, aliases: [体育彩票管理中心], roles: [sports]}
  development-and-reform: {aliases: [发改和科技局]}
roles:
  sports: 体育事业
indicators:
  chilli-output: {name: 辣椒产量, dimension: mass, within: [vegetable-output]}
  gross-regional-product: {aliases: [地区总产值]}
programmes:
  五大工程: {year: 2026, count: 5, actions: [{name: 产业倍增, theme: industry}]}
"""


def test_importing_reads_no_data() -> None:
    code = (
        "import sys, planspec.registry as r; from planspec.registry import bodies, indicators, jurisdictions as j; "
        + (
            "caches = (bodies.builtin_bodies, indicators.builtin_indicators, j._names); "
            "sys.exit(any(c.cache_info().currsize for c in caches))"
        )
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_code_table_is_read_only_when_a_place_is_asked_for() -> None:
    code = (
        "import sys; from planspec.registry import Level, Units, jurisdictions as j; "
        "u = Units(Level.COUNTY, {'新邵县': Level.COUNTY, '邵阳市': Level.CITY}); "
        "[u.resolve(n) for n in ('县发改局', '各乡镇', '市生态环境局新邵分局', '酿溪镇', '常务副县长')]; "
        "sys.exit(j._names.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_builtin_is_made_once() -> None:
    assert builtin() is builtin()
    assert builtin().units_of("430522").resolve("县发改局") is not None


def test_a_repository_adds_its_own_entries(tmp_path: Path) -> None:
    file = tmp_path / "registry.yaml"
    file.write_text(OWN, encoding="utf-8")
    registry = builtin().extended([file])
    units = registry.units_of("430522")
    own, merged = units.resolve("县体育彩票管理中心"), units.resolve("县发改和科技局")
    assert own is not None
    assert merged is not None
    assert (own.canonical, own.role) == ("县体彩中心", "sports")
    assert merged.key == "development-and-reform@county"
    assert registry.roles["sports"].name == "体育事业"
    assert registry.roles["party-committee"].name == "党委"
    chilli, product = registry.indicator("全县辣椒产量"), registry.indicator("地区总产值")
    assert chilli is not None
    assert product is not None
    assert (chilli.dimension, chilli.within) == ("mass", ("vegetable-output",))
    assert (product.id, product.dimension, len(product.parts)) == ("gross-regional-product", "money", 3)
    five = registry.programme("五大工程")
    assert five is not None
    assert (five.name, registry.theme_of("产业倍增工程")) == ("五大工程", "industry")


def test_the_shipped_registry_stays_as_it_is() -> None:
    builtin().extended([{"units": {"x": {"name": "某某署"}}, "indicators": {"x": {"name": "某某值"}}}])
    assert builtin().units_of("430522").resolve("县某某署") is None
    assert builtin().indicator("某某值") is None


def test_extensions_stack() -> None:
    first = builtin().extended([{"indicators": {"x": {"name": "某某值", "dimension": "money"}}}])
    second = first.extended(
        [{"indicators": {"x": {"aliases": ["某某额"]}}}, {"indicators": {"y": {"name": "乙值"}}}]
    )
    known = second.indicator("某某额")
    assert known is not None
    assert (known.name, known.dimension) == ("某某值", "money")
    assert second.indicator("乙值") is not None
    assert first.indicator("某某额") is None


def test_a_renamed_indicator_keeps_its_old_name() -> None:
    registry = builtin().extended([{"indicators": {"pm25": {"name": "细颗粒物"}}}])
    assert registry.normalise("PM2.5平均浓度") == "细颗粒物"


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"units": {"x": {"name": "发改局"}}}, "units.x"),
        ({"indicators": {"x": {"name": "地区生产总值"}}}, "indicators.x"),
        ({"indicators": {"x": {"name": "甲", "dimension": "kilo"}}}, "indicators.x.dimension"),
        ({"unit": {}}, "unit"),
    ],
)
def test_a_bad_extension_is_told_with_a_hint(table: dict[str, object], key: str) -> None:
    with pytest.raises(RegistryError) as caught:
        builtin().extended([table])
    assert caught.value.key == key
    assert caught.value.hint


def test_a_plan_of_the_nation_is_no_countys() -> None:
    units = builtin().units_of("000000")
    union = units.resolve("全国总工会")
    assert union is not None
    assert not units.of_another_level(union)
