"""Settings: what is selected, and who wins over whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.lint.profiles import DRAFTER, GATE, PROFILES, REVIEWER
from planspec.lint.settings import Layer, Override, Settings, check_words, resolve
from planspec.rules import ALL, find_rule
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError

OVERBURDENED = find_rule("RES016")
assert OVERBURDENED is not None
RES = frozenset(rule.code for rule in ALL if rule.family == "RES")
EVERY = frozenset(rule.code for rule in ALL)


# Selection


def test_what_is_ignored_is_not_selected_however_it_was_named() -> None:
    settings = Settings(select=("RES",), extend_select=("TGT001",), ignore=("RES001", "task-without-lead"))
    assert settings.for_path("plan.yaml").codes == (RES - {"RES001", "RES002"}) | {"TGT001"}


def test_the_rules_of_a_selection_are_in_the_order_of_the_catalogue() -> None:
    codes = [rule.code for rule in Settings(select=("TGT", "FMT", "RES")).for_path("").rules]
    assert codes == [rule.code for rule in ALL if rule.code in set(codes)]


def test_options_of_a_rule_are_its_own_over_the_defaults() -> None:
    assert OVERBURDENED is not None
    selection = Settings(options={"RES016": {"max_share": 0.9}}).for_path("")
    assert selection.options_for(OVERBURDENED) == {**OVERBURDENED.defaults(), "max_share": 0.9}


# Precedence: defaults, profile, file, per path, command line


def layered(**settings: Layer) -> Settings:
    """Settings whose file, override of `specs/x` and command line are as given."""
    file, path, command = (settings.get(name, Layer()) for name in ("file", "path", "command"))
    own = {name: getattr(path, name) for name in Layer.__struct_fields__}
    return Settings(
        **{name: getattr(file, name) for name in Layer.__struct_fields__},
        overrides=(Override(**own, paths=("specs/x",)),),
        command=command,
    )


LEVELS = ("file", "path", "command")


@given(st.dictionaries(st.sampled_from(LEVELS), st.sampled_from(tuple(PROFILES))))
def test_the_profile_is_the_one_named_last(profiles: dict[str, str]) -> None:
    settings = layered(**{name: Layer(profile=profile) for name, profile in profiles.items()})
    said = [profiles[name] for name in LEVELS if name in profiles]
    assert settings.for_path("specs/x/plan.yaml").profile.name == (said[-1] if said else "drafter")


@given(st.dictionaries(st.sampled_from(LEVELS), st.sampled_from(tuple(Severity))))
def test_severity_and_options_are_those_of_the_highest_level_that_speaks(said: dict[str, Severity]) -> None:
    layers = {
        name: Layer(severity={"RES003": level}, options={"RES016": {"max_share": level.rank / 2}})
        for name, level in said.items()
    }
    inside = layered(**layers).for_path("specs/x/plan.yaml")
    spoken = [said[name] for name in LEVELS if name in said]
    assert inside.severity.get("RES003") == (spoken[-1] if spoken else None)
    assert OVERBURDENED is not None
    default = OVERBURDENED.defaults()["max_share"]
    share = inside.options_for(OVERBURDENED)["max_share"]
    assert share == (spoken[-1].rank / 2 if spoken else default)
    outside = layered(**layers).for_path("specs/y/plan.yaml")
    spoken = [said[name] for name in ("file", "command") if name in said]
    assert outside.severity.get("RES003") == (spoken[-1] if spoken else None)


def test_the_fail_level_of_the_file_beats_the_profile_and_the_command_line_beats_both() -> None:
    assert resolve([Layer(profile="gate")]).fail_level is GATE.fail_level
    assert resolve([Layer(profile="gate", fail_level=Severity.ERROR)]).fail_level is Severity.ERROR
    both = resolve([Layer(fail_level=Severity.ERROR), Layer(profile="gate")])
    assert both.fail_level is Severity.ERROR
    assert (
        resolve([Layer(fail_level=Severity.ERROR), Layer(fail_level=Severity.INFO)]).fail_level
        is Severity.INFO
    )


def test_select_replaces_and_extend_select_adds_at_every_level() -> None:
    file = Layer(select=("FMT",), extend_select=("STR001",))
    assert layered(file=file, path=Layer(select=("RES",))).for_path("specs/x/plan.yaml").codes == RES
    added = layered(file=Layer(select=("RES",)), path=Layer(extend_select=("TGT001",)))
    assert added.for_path("specs/x/plan.yaml").codes == RES | {"TGT001"}
    assert added.for_path("specs/y/plan.yaml").codes == RES
    command = layered(file=file, path=Layer(select=("TGT",)), command=Layer(select=("RES",)))
    assert command.for_path("specs/x/plan.yaml").codes == RES


@pytest.mark.parametrize("key", ["select", "extend_select"])
@pytest.mark.parametrize("level", ["path", "command"])
def test_a_rule_named_by_itself_is_applied_though_a_lower_level_ignores_it(key: str, level: str) -> None:
    naming = Layer(**{key: ("task-without-unit",)})  # type: ignore[arg-type]
    settings = layered(file=Layer(ignore=("RES",)), **{level: naming})
    assert "RES001" in settings.for_path("specs/x/plan.yaml").codes
    assert "RES002" not in settings.for_path("specs/x/plan.yaml").codes


def test_a_family_does_not_bring_back_what_a_lower_level_ignores() -> None:
    settings = layered(file=Layer(ignore=("RES001",)), command=Layer(select=("RES",)))
    assert settings.for_path("specs/x/plan.yaml").codes == RES - {"RES001"}


def test_within_one_level_ignore_comes_last() -> None:
    assert resolve([Layer(select=("RES001", "RES002"), ignore=("RES001",))]).codes == {"RES002"}


def test_ignores_add_up() -> None:
    settings = layered(
        file=Layer(ignore=("RES001",)), path=Layer(ignore=("RES002",)), command=Layer(ignore=("RES003",))
    )
    assert settings.for_path("specs/x/plan.yaml").codes == EVERY - {"RES001", "RES002", "RES003"}
    assert settings.for_path("specs/y/plan.yaml").codes == EVERY - {"RES001", "RES003"}


def test_every_setting_knows_who_made_it() -> None:
    settings = layered(
        file=Layer(
            select=("RES",),
            ignore=("RES001", "RES002"),
            severity={"RES003": Severity.INFO},
            options={"RES016": {"max_share": 0.4}},
            profile="gate",
            places={
                "select": "planspec.toml:1",
                "ignore": "planspec.toml:2",
                "severity.RES003": "planspec.toml:3",
                "rules.RES016.max_share": "planspec.toml:5",
                "profile": "planspec.toml:6",
            },
        ),
        path=Layer(profile="reviewer", places={"profile": "planspec.toml:9"}),
        command=Layer(
            extend_select=("RES002",),
            fail_level=Severity.ERROR,
            places={"extend-select": "--extend-select", "fail-level": "--fail-level"},
        ),
    )
    inside = settings.for_path("specs/x/plan.yaml").origins
    assert inside["RES003"] == inside["TGT001"] == "planspec.toml:1"  # chosen, and left out
    assert inside["RES001"] == "planspec.toml:2"
    assert inside["RES002"] == "--extend-select"
    assert inside["severity.RES003"] == "planspec.toml:3"
    assert inside["rules.RES016.max_share"] == "planspec.toml:5"
    assert inside["profile"] == "planspec.toml:9"
    assert inside["fail-level"] == "--fail-level"
    outside = settings.for_path("specs/y/plan.yaml").origins
    assert outside["profile"] == "planspec.toml:6"
    assert Settings().for_path("plan.yaml").origins == {"fail-level": "profile drafter"}


def test_the_run_as_a_whole_has_no_path() -> None:
    settings = layered(path=Layer(profile="gate"))
    assert settings.for_run().profile is DRAFTER
    assert settings.for_path("specs/x/plan.yaml").profile is GATE
    assert layered(command=Layer(profile="reviewer")).for_run().profile is REVIEWER


@pytest.mark.parametrize("shown", ["specs/x/plan.yaml", "specs/y/plan.yaml", "plan.yaml"])
def test_for_many_plans_it_is_the_same_as_for_each(shown: str) -> None:
    settings = layered(file=Layer(ignore=("RES001",)), path=Layer(select=("RES",)))
    for_path = settings.for_many()
    assert for_path("specs/x/other.yaml") == settings.for_path("specs/x/other.yaml")
    assert for_path(shown) == settings.for_path(shown)
    assert for_path(shown) is for_path(shown)


# Words of the command line


def test_words_are_checked_and_passed_on() -> None:
    assert check_words(["RES", "all", "RES001", "task-without-lead"]) == (
        "RES",
        "all",
        "RES001",
        "task-without-lead",
    )


def test_a_word_that_names_nothing_is_refused_with_the_place_it_was_written() -> None:
    with pytest.raises(PlanspecError) as caught:
        check_words(["RES999"], "--ignore")
    assert caught.value.message.zh == "--ignore：没有规则“RES999”"
    assert caught.value.hint is not None
    assert caught.value.hint.zh.startswith("planspec rules 列出全部规则")
