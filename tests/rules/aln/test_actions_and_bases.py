"""ALN007, ALN008 and ALN009: actions without a counterpart, the basis, deadlines."""

from __future__ import annotations

import pytest

from .plans import two

TARGETS = {"规模工业增加值": "增长7%"}


def programme(*actions: str, name: str = "工业倍增行动") -> str:
    rows = "".join(f"  - {{action: {action}}}\n" for action in actions)
    return f"programme: {name}\n" + (f"actions:\n{rows}" if rows else "")


CITED = "basis: [{title: 430500计划}]\n"


@pytest.mark.parametrize(
    ("city", "county", "missing"),
    [
        (("产业培育行动", "科技创新行动"), ("产业培育行动",), ["科技创新行动"]),
        (("产业培育行动", "安全生产守底行动"), ("科技创新行动",), ["产业培育行动", "安全生产守底行动"]),
        (("产业培育行动", "民生保障行动"), ("民生可感行动",), ["产业培育行动"]),
    ],
)
def test_actions_without_a_counterpart(
    city: tuple[str, ...], county: tuple[str, ...], missing: list[str]
) -> None:
    found = two("ALN007", TARGETS, TARGETS, programme(*city), CITED + programme(*county))
    assert sorted(one.related[0].excerpt.split("action: ")[1].rstrip("}") for one in found) == sorted(missing)
    assert {one.excerpt for one in found} == {"title: 430522计划"}


@pytest.mark.parametrize(
    ("city", "county"),
    [
        (programme("产业培育行动"), programme("先进制造业产业行动")),
        (programme("产业培育行动"), programme("科技创新行动", name="另一项行动")),
        (programme("产业培育行动"), programme("说不清的行动")),
        (programme("产业培育行动"), programme()),
    ],
)
def test_a_counterpart_or_none_to_be_told(city: str, county: str) -> None:
    assert two("ALN007", TARGETS, TARGETS, city, CITED + county) == []


NUMBER = "document: 邵政办发〔2025〕3号\n"


@pytest.mark.parametrize(
    ("own", "word"),
    [
        ("", "依据里没有"),
        ("basis: [{title: 别的文件}]\n", "依据里没有"),
        ("basis: [{title: 邵阳市方案, document: 邵政办发〔2025〕8号}]\n", "依据里没有"),
        ("basis: [{title: 邵阳市实施“八大行动”总体方案}]\n", "是2024年的专项"),
    ],
)
def test_the_basis_does_not_name_the_superior(own: str, word: str) -> None:
    (found,) = two("ALN008", TARGETS, TARGETS, NUMBER + programme(), own + programme())
    assert word in found.message.zh and "邵政办发〔2025〕3号" in found.message.zh


@pytest.mark.parametrize(
    ("city", "county"),
    [
        (NUMBER + programme(), CITED + programme()),
        (NUMBER + programme(), "basis: [{document: '邵政办发[2025]3号'}]\n" + programme()),
        (NUMBER, ""),
        (NUMBER + programme(), programme(name="另一项行动")),
    ],
)
def test_named_or_no_programme_in_common(city: str, county: str) -> None:
    assert two("ALN008", TARGETS, TARGETS, city, county) == []


COVER = "城乡公交一体化覆盖率"


@pytest.mark.parametrize(
    ("city", "county"),
    [("2025-09-30", "2025-11-30"), ("9月底前", "年底前"), ("2025-06", "三季度末")],
)
def test_a_later_deadline(city: str, county: str) -> None:
    def due(by: str) -> dict[str, str]:
        return {COVER: f"{{value: 达到100%, by: {by}}}"}

    (found,) = two("ALN009", due(city), due(county))
    assert found.excerpt.endswith(f"by: {county}}}")
    assert two("ALN009", due(county), due(city)) == []
    assert two("ALN009", due(city), due(city)) == []


@pytest.mark.parametrize(
    "own", ["达到100%", "{value: 达到100%, by: 长期坚持}", "{value: 达到100%, by: 7月前}"]
)
def test_no_date_no_verdict(own: str) -> None:
    city = {COVER: "{value: 达到100%, by: 2025-06-30}"}
    assert two("ALN009", city, {COVER: own}) == []
