"""The arguments of `planspec schema`."""

from pathlib import Path
from typing import Annotated

import typer

from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "schema",
        cls=cli.Command,
        help=say(
            "输出 JSON Schema，或写成文件供编辑器使用。",
            "Print a JSON Schema, or write all as files for editors.",
        ),
        epilog=say(
            """示例：
  planspec schema > plan.schema.json
  planspec schema --write schema""",
            """Examples:
  planspec schema > plan.schema.json
  planspec schema --write schema""",
        ),
    )
    def schema_(
        kind: Annotated[
            str,
            typer.Argument(
                metavar=say("种类", "KIND"),
                show_default=False,
                autocompletion=lambda: ["plan", "action", "baseline", "approvals", "diff"],
                help=say(
                    "plan（方案文件，默认）、action（行动文件）、baseline（基线）、approvals（批准）或 "
                    "diff（planspec diff 的 JSON 输出）",
                    "plan (default), action, baseline, approvals, or diff (what planspec diff writes as JSON)",
                ),
            ),
        ] = "plan",
        write: Annotated[
            Path | None,
            typer.Option(
                "--write",
                metavar=say("文件夹", "FOLDER"),
                help=say("把全部 Schema 写入文件夹", "write all schemas into a folder"),
            ),
        ] = None,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import schema as command

        return command.schema(kind, write, cli.language or "zh")
