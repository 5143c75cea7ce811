"""`planspec schema`: the JSON Schemas, for editors and other tools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planspec.commands.answer import Answer
from planspec.commands.words import one_of
from planspec.commands.writing import write_all
from planspec.schema import KINDS, bundled_schema, schema_folder
from planspec.source.message import Template

if TYPE_CHECKING:
    from planspec.report import Language

WRITTEN = Template(
    zh="已写入：\n{files}\n在 plan.yaml 的第一行写上下面这一行，编辑器就会提示和解释每个键：\n"
    "# yaml-language-server: $schema={folder}/plan.schema.json\n",
    en="Written:\n{files}\nWith this first line in plan.yaml an editor completes and explains each key:\n"
    "# yaml-language-server: $schema={folder}/plan.schema.json\n",
)

OUTPUTS: Final = ("diff",)
"""What planspec writes as JSON with a schema of its own; no file that someone edits."""


def schema(kind: str, folder: Path | None, language: Language) -> Answer:
    """Return the schema of one kind of file in one piece, or write all into a folder."""
    if folder is not None:
        write_all(schema_files(folder))
        names = "\n".join(f"  {path.as_posix()}" for path in schema_files(folder))
        return Answer(WRITTEN(files=names, folder=folder.as_posix()).text(language))
    asked = one_of("KIND", kind, (*KINDS, *OUTPUTS))
    if asked in OUTPUTS:
        return Answer((schema_folder() / f"{asked}.schema.json").read_text("utf-8"), data=True)
    wanted = next(one for one in KINDS if one == asked)
    return Answer(json.dumps(bundled_schema(wanted), ensure_ascii=False, indent=2) + "\n", data=True)


def schema_files(folder: Path) -> dict[Path, str]:
    """Return the schema files as they are to stand in `folder`."""
    names = [f"{kind}.schema.json" for kind in KINDS]
    return {folder / name: (schema_folder() / name).read_text("utf-8") for name in names}
