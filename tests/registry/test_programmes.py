import pytest

from planspec.registry import RegistryError, builtin, count_in_name, programme, theme_of
from planspec.registry.programmes import programmes_of


@pytest.mark.parametrize(
    ("name", "year", "count"), [("六仗", 2023, 6), ("八大行动", 2024, 8), ("七大攻坚", 2025, 7)]
)
def test_the_shipped_programmes(name: str, year: int, count: int) -> None:
    found = programme(f"“{name}”")
    assert found is not None
    assert (found.name, found.year, found.count, len(found.actions)) == (name, year, count, count)
    assert found.jurisdiction == "430000"
    assert count_in_name(name) == count


def test_other_programmes_are_unknown() -> None:
    assert programme("五大工程") is None


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("新邵县实施产业培塑行动工作方案", "industry"),
        ("吉首市打好优化发展环境持久仗实施方案", "business-environment"),
        ("打好防范化解风险阻击仗", "safety"),
        ("内需扩量提效攻坚实施方案", "demand"),
        ("环境优化提升攻坚", "business-environment"),
        ("民生可感行动", "livelihood"),
        ("主体强身行动", "market-entities"),
        ("改革攻坚行动", "reform"),
        ("提振消费专项行动", "demand"),  # no known programme: told by its words
        ("乡村振兴行动", "regions"),
        ("产业创新行动", None),  # two themes
        ("数字政府建设", None),
    ],
)
def test_actions_line_up_by_theme(title: str, theme: str | None) -> None:
    assert theme_of(title) == theme


def test_every_theme_of_the_design_exists() -> None:
    themes = (
        "business-environment demand industry innovation livelihood market-entities reform regions safety"
    )
    assert " ".join(sorted(builtin().programmes.themes)) == themes


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("新邵县实施“八大行动”总体方案", 8),
        ("九大产业链", 9),
        ("9条产业链", 9),
        ("十二大产业链", 12),
        ("十大重点民生实事", 10),
        ("三张清单", 3),
        ("三大攻坚战", 3),
        ("1个总体方案+8个实施方案", 1),
        ("十四五规划", None),
        ("1+3+X现代化产业体系", None),
        ("4×4现代化产业体系", None),
        ("三年行动计划", None),
        ("三高四新", None),
        ("五好园区", None),
        ("第一批“5+15”项重大改革", None),
        ("一大批项目", None),
        ("两个百分点", None),
        ("百日攻坚", None),
        ("", None),
    ],
)
def test_counted_names(name: str, count: int | None) -> None:
    assert count_in_name(name) == count


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"programmes": {"甲": {"count": 1}}}, "programmes.甲"),
        (
            {"programmes": {"甲": {"year": 2024, "count": 1, "actions": [{"name": "乙", "theme": "x"}]}}},
            "programmes.甲.actions",
        ),
        (
            {"programmes": {"甲": {"year": 1, "count": 1}, "乙": {"year": 1, "count": 1, "aliases": ["甲"]}}},
            "programmes.乙",
        ),
    ],
)
def test_bad_entries_are_told_by_file_and_key(table: dict[str, object], key: str) -> None:
    with pytest.raises(RegistryError) as caught:
        programmes_of(table, "mine.yaml")
    assert (caught.value.file, caught.value.key) == ("mine.yaml", key)
