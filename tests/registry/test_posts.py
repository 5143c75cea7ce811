import pytest

from planspec.registry.posts import post


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
        ("县委常委、常务副县长王某某", "", "常务副县长"),
        ("县发改局局长周某", "县发改局", "局长"),
        ("县人民政府副县长、县公安局局长", "县人民政府", "副县长、县公安局局长"),
    ],
)
def test_posts(name: str, body: str, title: str) -> None:
    assert post(name) == (body, title)


@pytest.mark.parametrize(
    "name", ["县发改局", "书记员", "市长热线", "负责人名单", "县委常委", "主任医师", "县委书记办公室", ""]
)
def test_what_ends_otherwise_is_no_post(name: str) -> None:
    assert post(name) is None
