import pytest

from planspec.registry import RegistryError
from planspec.registry.bodies import bodies_of, builtin_bodies

TABLE = builtin_bodies().table


def test_every_name_belongs_to_one_body() -> None:
    owners: dict[str, set[str]] = {}
    for id, body in TABLE.items():
        for stem in (*body.stems(), *body.entry.stems):
            owners.setdefault(stem, set()).add(id)
    assert {stem: ids for stem, ids in owners.items() if len(ids) > 1} == {}


def test_every_form_belongs_to_one_body() -> None:
    owners: dict[str, set[str]] = {}
    for id, body in TABLE.items():
        for form, _ in body.forms():
            owners.setdefault(form.replace("{short}", "{place}"), set()).add(id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_every_role_has_a_chinese_name() -> None:
    assert [role.id for role in builtin_bodies().roles.values() if not role.name] == []


def test_ids_are_plain_english() -> None:
    assert [id for id in TABLE if not id.replace("-", "").isascii() or id != id.lower()] == []


@pytest.mark.parametrize(
    ("units", "key"),
    [
        ({"a": {"name": "甲局"}, "b": {"name": "乙局", "aliases": ["甲局"]}}, "units.b"),
        ({"a": {"stems": ["甲"]}, "b": {"stems": ["甲"], "endings": ["委"]}}, "units.b"),
        ({"a": {"aliases": ["甲局"]}}, "units.a"),
        ({"a": {"name": "甲局", "roles": ["nowhere"]}}, "units.a.roles"),
        ({"a": {"name": "甲局", "alias": ["乙局"]}}, "units.a"),
        ({"a": {"name": "甲局", "organ": "church"}}, "units.a.organ"),
        ({"a": {"name": "甲局", "at": {"village": "甲所"}}}, "units.a.at"),
        ({"a": "甲局"}, "units.a"),
        (["甲局"], "units"),
    ],
)
def test_bad_entries_are_told_by_file_and_key(units: object, key: str) -> None:
    with pytest.raises(RegistryError) as caught:
        bodies_of({"units": units}, "mine.yaml")
    assert (caught.value.file, caught.value.key.removesuffix("[...]")) == ("mine.yaml", key)
    assert str(caught.value).startswith(f"mine.yaml: {key}")
