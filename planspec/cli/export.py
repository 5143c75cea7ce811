"""The arguments of `planspec export`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from planspec.cli.parts import Parts

TABLES: Final = ("tasks", "targets", "units", "workgroups")
FORMATS: Final = ("csv", "json", "parquet")


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "export",
        cls=cli.Command,
        help=say(
            "把方案导出为表格：任务、目标、单位或工作专班。",
            "Export specs as flat tables: tasks, targets, units or work groups.",
        ),
        epilog=say(
            """示例：
  planspec export specs --table tasks > tasks.csv
  planspec export specs --table targets --format json --output targets.json""",
            """Examples:
  planspec export specs --table tasks > tasks.csv
  planspec export specs --table targets --format json --output targets.json""",
        ),
    )
    def export(
        paths: Annotated[
            list[Path] | None,
            cli.paths,
        ] = None,
        table: Annotated[
            str,
            typer.Option(
                "--table",
                metavar=say("表", "TABLE"),
                autocompletion=lambda: list(TABLES),
                help=say(
                    "tasks（默认）、targets、units 或 workgroups",
                    "tasks (default), targets, units, workgroups",
                ),
            ),
        ] = "tasks",
        style: Annotated[
            str,
            typer.Option(
                "--format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(FORMATS),
                help=say("csv（默认）、json 或 parquet", "csv (default), json or parquet"),
            ),
        ] = "csv",
        output: Annotated[
            Path | None,
            typer.Option(
                "--output",
                "-o",
                metavar=say("文件", "FILE"),
                help=say("写入文件；默认写到屏幕", "write to a file; default: the screen"),
            ),
        ] = None,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import export as command

        return command.export(paths or (), table, style, output)
