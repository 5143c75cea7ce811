"""The configuration file: every key, every mistake at its line, and where the file is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from planspec.lint.settings import Layer, Settings
from planspec.lint.settings_file import find_settings, load_settings, settings_for
from planspec.rules import ALL
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError

RES = frozenset(rule.code for rule in ALL if rule.family == "RES")
EVERY = frozenset(rule.code for rule in ALL)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def load(text: str, name: str = "planspec.toml") -> Settings:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return load_settings(path)


def refusal(text: str, name: str = "planspec.toml") -> str:
    with pytest.raises(PlanspecError) as caught:
        load(text, name)
    return caught.value.message.zh


pytestmark = pytest.mark.usefixtures("here")


def test_an_empty_configuration_is_the_default() -> None:
    settings = load("")
    assert settings == Settings(origin="planspec.toml", folder=".")
    assert settings.for_path("specs/plan.yaml").codes == EVERY
    assert settings.for_run().fail_level is Severity.WARNING


def test_every_key_is_read() -> None:
    settings = load(
        """
        select = ["RES", "task-without-lead"]
        extend-select = ["FMT"]
        ignore = ["RES016"]
        severity = {RES003 = "error", TGT = "info"}
        fail-level = "error"
        exclude = ["specs/old"]
        registry = ["registry/units.yaml"]
        lang = "en"
        profile = "reviewer"
        [rules.RES016]
        max_share = 0.4
        [[overrides]]
        paths = ["specs/x/*"]
        ignore = ["RES001"]
        profile = "gate"
        severity.RES002 = "info"
        [overrides.rules.RES016]
        max_share = 0.2
        [[overrides]]
        paths = ["specs/y"]
        [overrides.severity]
        RES002 = "error"
        """
    )
    assert settings.select == ("RES", "task-without-lead")
    assert settings.extend_select == ("FMT",)
    assert settings.ignore == ("RES016",)
    assert settings.severity["RES003"] is Severity.ERROR
    assert {level for code, level in settings.severity.items() if code[:3] == "TGT"} == {Severity.INFO}
    assert settings.fail_level is Severity.ERROR
    assert settings.exclude == ("specs/old",)
    assert settings.registry == ("registry/units.yaml",)
    assert settings.lang == "en"
    assert settings.options == {"RES016": {"max_share": 0.4}}
    assert settings.profile == "reviewer"
    one, other = settings.overrides
    assert (one.paths, one.ignore, one.profile) == (("specs/x/*",), ("RES001",), "gate")
    assert (one.severity, one.options) == ({"RES002": Severity.INFO}, {"RES016": {"max_share": 0.2}})
    assert (other.paths, other.severity) == (("specs/y",), {"RES002": Severity.ERROR})


def test_every_setting_knows_its_line() -> None:
    settings = load(
        """\
profile = "gate"
select = [
  "RES",  # lang = "en"
  "TGT",
]
severity = {RES003 = "error", TGT001 = "info"}
rules."unit-overburdened".max_share = 0.4
# ignore = ["RES001"]
[[overrides]]
paths = ["specs/x"]
ignore = ["RES001"]

[overrides.rules.RES016]
max_share = 0.2

[[overrides]]
paths = ["specs/y"]
ignore = ["RES002"]
severity.RES = "info"
"""
    )
    assert settings.places == {
        "profile": "planspec.toml:1",
        "select": "planspec.toml:2",
        "severity.RES003": "planspec.toml:6",
        "severity.TGT001": "planspec.toml:6",
        "rules.RES016.max_share": "planspec.toml:7",
    }
    one, other = settings.overrides
    assert one.places == {
        "paths": "planspec.toml:10",
        "ignore": "planspec.toml:11",
        "rules.RES016.max_share": "planspec.toml:14",
    }
    assert other.places["ignore"] == "planspec.toml:18"
    assert {other.places[f"severity.{code}"] for code in RES} == {"planspec.toml:19"}


def test_pyproject_has_the_same_keys_in_its_own_table() -> None:
    settings = load('[project]\nname = "x"\n[tool.planspec]\nselect = ["RES"]\n', "pyproject.toml")
    assert settings.select == ("RES",)
    assert load("[tool.other]\n", "pyproject.toml").select is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lang = 'zh'\nselct = ['RES']\n", "planspec.toml:2：不认识的配置项“selct”；是不是“select”？"),
        ("# foo = 1\nfoo = 1\n", "planspec.toml:2：不认识的配置项“foo”；可用：profile, select, extend-select, "
         "ignore, severity, rules, fail-level, exclude, registry, lang, overrides"),
        ("extend-select = []\nselect = 'RES'\n", 'planspec.toml:2：配置项“select”应为文字的列表，如 ["RES"]'),
        ("select = [1]\n", 'planspec.toml:1：配置项“select”应为文字的列表，如 ["RES"]'),
        ("exclude = 'x'\n", 'planspec.toml:1：配置项“exclude”应为文字的列表，如 ["RES"]'),
        ("\n\nselect = [\n  'RES999',\n]\n", "planspec.toml:3：没有规则“RES999”"),
        ("ignore = ['no-such-rule']\n", "planspec.toml:1：没有规则“no-such-rule”"),
        ("ignore = ['']\n", "planspec.toml:1：没有规则“”"),
        ("lang = 'fr'\n", "planspec.toml:1：配置项“lang”应为 zh 或 en"),
        ("lang = 1\n", "planspec.toml:1：配置项“lang”应为 zh 或 en"),
        ("fail-level = 'fatal'\n", "planspec.toml:1：配置项“fail-level”应为 error、warning 或 info"),
        ("fail-level = 2\n", "planspec.toml:1：配置项“fail-level”应为 error、warning 或 info"),
        ("severity = 'error'\n", 'planspec.toml:1：配置项“severity”应为表，如 {RES003 = "info"}'),
        ("[severity]\nRES003 = 'info'\nRES004 = 'no'\n", "planspec.toml:3：配置项“RES004”应为 error、warning 或 info"),
        ("severity.RES999 = 'info'\n", "planspec.toml:1：没有规则“RES999”"),
        ("severity = {RES001 = 'info', RES999 = 'info'}\n", "planspec.toml:1：没有规则“RES999”"),
        ("rules = 1\n", "planspec.toml:1：配置项“rules”应为表，如 [rules.RES016]"),
        ("select = ['RES']\n[rules.RES999]\nx = 1\n", "planspec.toml:2：没有规则“RES999”"),
        ("rules.RES = {max_share = 1}\n", "planspec.toml:1：配置项“RES”应为某一条规则的选项表"),
        ("rules.RES016 = 1\n", "planspec.toml:1：配置项“RES016”应为某一条规则的选项表"),
        ("[rules.RES016]\nmax_shar = 0.4\n", "planspec.toml:2：不认识的配置项“max_shar”；是不是“max_share”？"),
        ("[rules.RES016]\nmax_share = '0.4'\n", "planspec.toml:2：配置项“max_share”应为数，如 0.3"),
        ("[rules.RES016]\nmax_share = true\n", "planspec.toml:2：配置项“max_share”应为数，如 0.3"),
        ("overrides = 1\n", "planspec.toml:1：配置项“overrides”应为[[overrides]] 表的列表"),
        ("overrides = ['x']\n", "planspec.toml:1：配置项“overrides”应为[[overrides]] 表的列表"),
        ("[[overrides]]\nignore = ['RES']\n", "planspec.toml:1：[[overrides]] 没有写 paths，不知道用于哪些方案"),
        ("lang = 'zh'\n[[overrides]]\npaths = []\n", "planspec.toml:2：[[overrides]] 没有写 paths，不知道用于哪些方案"),
        ("[[overrides]]\npaths = ['x']\nfail-level = 'info'\n", "planspec.toml:3：不认识的配置项“fail-level”；可用："
         "paths, profile, select, extend-select, ignore, severity, rules"),
        ("profile = 'strict'\n", "planspec.toml:1：配置项“profile”应为 drafter、reviewer 或 gate"),
        ("ignore = ['RES']\n[[overrides]]\npaths = ['x']\nignore = 'RES'\n",
         'planspec.toml:4：配置项“ignore”应为文字的列表，如 ["RES"]'),
        ("[[overrides]]\npaths = ['x']\n[[overrides]]\npaths = ['y']\n[overrides.severity]\nRES001 = 'bad'\n",
         "planspec.toml:6：配置项“RES001”应为 error、warning 或 info"),
        ("[[overrides]]\npath = ['x']\n", "planspec.toml:2：不认识的配置项“path”；是不是“paths”？"),
        ("[[overrides]]\npaths = 'x'\n", 'planspec.toml:2：配置项“paths”应为文字的列表，如 ["RES"]'),
        ("[[overrides]]\npaths = ['x']\nignore = ['RES999']\n", "planspec.toml:3：没有规则“RES999”"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_told_with_its_line(text: str, message: str) -> None:
    assert refusal(text) == message


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("select = [RES]\n", "planspec.toml:1:11：不是正确的 TOML（"),
        ("lang = 'zh'\nlang = 'en'\n", "planspec.toml:2:12：不是正确的 TOML（"),
        ("select = [\n", "planspec.toml:2：不是正确的 TOML（"),
        ("x = " + "[" * 5000, "planspec.toml：不是正确的 TOML（嵌套太深）"),
        ("x = " + "9" * 5000 + "\n", "planspec.toml：不是正确的 TOML（"),
    ],
    ids=["bare word", "twice", "unclosed", "deep", "huge number"],
)
def test_what_is_no_toml_is_told_at_its_place(text: str, start: str) -> None:
    assert refusal(text).startswith(start)


def test_a_configuration_in_another_encoding_is_refused(here: Path) -> None:
    (here / "planspec.toml").write_bytes("# 配置\n".encode("gbk"))
    with pytest.raises(PlanspecError) as caught:
        load_settings(here / "planspec.toml", "planspec.toml")
    assert caught.value.message.zh == "planspec.toml：不是正确的 TOML（不是 UTF-8 编码）"


def test_a_configuration_with_a_byte_order_mark_is_read() -> None:
    assert load("\ufefflang = 'en'\n").lang == "en"


def test_a_configuration_that_is_not_there_is_refused(here: Path) -> None:
    with pytest.raises(PlanspecError) as caught:
        load_settings(here / "no.toml", "no.toml")
    assert caught.value.message.zh == "no.toml：无法读取（没有这个文件）"


@pytest.mark.parametrize("text", ["tool = 1\n", "[tool]\nplanspec = 1\n"])
def test_a_pyproject_of_another_shape_does_not_crash(text: str) -> None:
    try:
        assert load(text, "pyproject.toml").select is None
    except PlanspecError as error:
        assert error.message.zh == "pyproject.toml:2：配置项“planspec”应为表，如 [tool.planspec]"


def test_a_whole_number_may_stand_for_a_decimal_one() -> None:
    assert load("[rules.RES016]\nmax_share = 1\n").options == {"RES016": {"max_share": 1.0}}


def test_a_rule_in_the_configuration_may_be_named_in_any_case() -> None:
    assert load("[rules.unit-overburdened]\nmax_share = 0.5\n").options == {"RES016": {"max_share": 0.5}}
    assert load("ignore = ['res', 'Task-Without-Unit']\n").for_path("").codes == EVERY - RES


def test_an_override_holds_for_its_paths_only() -> None:
    settings = load(
        """
        select = ["RES", "TGT"]
        severity = {RES001 = "warning"}
        [[overrides]]
        paths = ["specs/draft", "old/*.yaml"]
        select = ["RES"]
        extend-select = ["FMT001"]
        ignore = ["RES002"]
        severity = {RES001 = "info"}
        """
    )
    own = settings.for_path("specs/draft/2025/plan.yaml")
    assert own.codes == (RES - {"RES002"}) | {"FMT001"}
    assert own.severity["RES001"] is Severity.INFO
    assert settings.for_path("old/plan.yaml").codes == own.codes
    for other in ("specs/drafts/plan.yaml", "specs/plan.yaml", "x/old/plan.yaml"):
        assert settings.for_path(other).codes > RES
        assert settings.for_path(other).severity["RES001"] is Severity.WARNING


def test_later_overrides_add_to_earlier_ones() -> None:
    settings = load(
        "[[overrides]]\npaths = ['a']\nignore = ['RES001']\n"
        "[[overrides]]\npaths = ['a/b']\nignore = ['RES002']\nselect = ['RES']\n"
    )
    assert settings.for_path("a/plan.yaml").codes == EVERY - {"RES001"}
    assert settings.for_path("a/b/plan.yaml").codes == RES - {"RES001", "RES002"}


@pytest.mark.parametrize("folder", [".", "sub", "sub/deeper"])
def test_patterns_and_registries_are_relative_to_the_configuration(
    here: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "exclude = ['specs/old']\nregistry = ['r.yaml']\n[[overrides]]\npaths = ['specs/new']\nselect = ['RES']\n"
    (here / "planspec.toml").write_text(text, "utf-8")
    (here / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here / folder)
    up = "/".join([".."] * (0 if folder == "." else folder.count("/") + 1)) or "."
    settings = load_settings(here / "planspec.toml", f"{up}/planspec.toml" if up != "." else "planspec.toml")
    prefix = "" if up == "." else f"{up}/"
    assert settings.excludes(f"{prefix}specs/old/plan.yaml")
    assert not settings.excludes(f"{prefix}specs/new/plan.yaml")
    assert settings.for_path(f"{prefix}specs/new/plan.yaml").codes == RES
    assert settings.for_path(f"{here.as_posix()}/specs/new/plan.yaml").codes == RES
    assert settings.for_path("specs/new/plan.yaml").codes == (RES if folder == "." else EVERY)
    assert settings.registry == (f"{prefix}r.yaml",)


# Finding the file


def test_the_nearest_configuration_upward_is_found(here: Path) -> None:
    (here / "a" / "b").mkdir(parents=True)
    assert find_settings(here / "a" / "b") is None
    (here / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert find_settings(here / "a" / "b") is None
    (here / "pyproject.toml").write_text("[tool.planspec]\n", "utf-8")
    assert find_settings(here / "a" / "b") == here / "pyproject.toml"
    (here / "planspec.toml").write_text("", "utf-8")
    assert find_settings(here / "a" / "b") == here / "planspec.toml"
    (here / "a" / "planspec.toml").write_text("", "utf-8")
    assert find_settings(here / "a" / "b" / "plan.yaml") == here / "a" / "planspec.toml"


def test_a_folder_of_that_name_is_no_configuration(here: Path) -> None:
    (here / "planspec.toml").mkdir()
    assert find_settings(here) is None


# The settings of a run


def test_the_file_above_all_the_paths_is_taken(here: Path) -> None:
    (here / "planspec.toml").write_text('select = ["FMT"]', "utf-8")
    paths = [here / "a" / "b", here / "a" / "c"]
    for path in paths:
        path.mkdir(parents=True)
    assert settings_for(paths, Layer()).select == ("FMT",)
    assert settings_for((), Layer()).select == ("FMT",)


def test_isolated_reads_no_file(here: Path) -> None:
    (here / "planspec.toml").write_text('select = ["FMT"]', "utf-8")
    assert settings_for([here], Layer(), isolated=True) == Settings()


def test_config_names_the_file(here: Path) -> None:
    (here / "planspec.toml").write_text('select = ["FMT"]', "utf-8")
    (here / "other.toml").write_text('select = ["STR001"]', "utf-8")
    assert settings_for([here], Layer(), config=here / "other.toml").select == ("STR001",)
    with pytest.raises(PlanspecError, match=r"missing\.toml"):
        settings_for([here], Layer(), config=here / "missing.toml")


def test_config_and_isolated_exclude_each_other(here: Path) -> None:
    with pytest.raises(PlanspecError, match="exclude each other"):
        settings_for([here], Layer(), config=here / "x.toml", isolated=True)


def test_patterns_match_whether_paths_are_relative_or_absolute(here: Path) -> None:
    (here / "planspec.toml").write_text(
        '[[overrides]]\npaths = ["specs/old"]\nselect = ["FMT001"]\n', "utf-8"
    )
    (here / "specs" / "old").mkdir(parents=True)
    relative = settings_for((Path("specs"),), Layer())
    assert relative.for_path("specs/old/plan.yaml").codes == {"FMT001"}
    absolute = settings_for((here / "specs",), Layer())
    assert absolute.for_path((here / "specs/old/plan.yaml").as_posix()).codes == {"FMT001"}
