from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from planspec.commands.schema import schema
from planspec.source.errors import PlanspecError


@pytest.mark.parametrize("kind", ["plan", "action", "baseline"])
def test_the_printed_schema_is_whole(kind: str) -> None:
    printed = json.loads(schema(kind, None, "zh").text)
    jsonschema.Draft202012Validator.check_schema(printed)
    references = {line.strip() for line in json.dumps(printed, indent=0).splitlines() if '"$ref"' in line}
    assert references and all('"$ref": "#/' in line for line in references)


def test_the_written_files_are_those_of_the_repository(tmp_path: Path) -> None:
    text = schema("plan", tmp_path / "schema", "zh").text
    for kind in ("plan", "action", "baseline"):
        written = json.loads((tmp_path / "schema" / f"{kind}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(written)
    assert f"# yaml-language-server: $schema={(tmp_path / 'schema').as_posix()}/plan.schema.json\n" in text


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(PlanspecError, match="none of plan, action, baseline"):
        schema("section", None, "zh")
