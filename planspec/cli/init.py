"""The arguments of `planspec init`."""

from pathlib import Path
from typing import Annotated

import typer

from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "init",
        cls=cli.Command,
        help=say(
            "生成一份小而完整、带注释的样例方案：plan.yaml 和一个行动文件。",
            "Write a small, complete, commented plan to start from: plan.yaml and one action file.",
        ),
        epilog=say(
            """示例：
  planspec init 2026 --jurisdiction 430522 --year 2026
  planspec init 2026 --jurisdiction 新邵县""",
            """Examples:
  planspec init 2026 --jurisdiction 430522 --year 2026
  planspec init 2026 --jurisdiction 新邵县""",
        ),
    )
    def init(
        folder: Annotated[
            Path,
            typer.Argument(
                metavar=say("文件夹", "FOLDER"),
                show_default=False,
                help=say("写到哪里；默认当前文件夹", "where to write; default: the current folder"),
            ),
        ] = Path(),
        jurisdiction: Annotated[
            str | None,
            typer.Option(
                "--jurisdiction",
                metavar=say("代码或名称", "CODE|NAME"),
                help=say("行政区划代码（GB/T 2260）或名称", "code (GB/T 2260) or Chinese name of the place"),
            ),
        ] = None,
        year: Annotated[
            int | None,
            typer.Option(
                "--year", metavar=say("年", "YEAR"), help=say("年度；默认今年", "default: this year")
            ),
        ] = None,
        schema: Annotated[
            bool,
            typer.Option(
                "--schema/--no-schema",
                help=say(
                    "上级文件夹里没有 schema/ 时一并写入，供编辑器提示（默认写）",
                    "write schema/ for editors unless a folder above has one (default: yes)",
                ),
            ),
        ] = True,
        force: Annotated[
            bool, typer.Option("--force", help=say("覆盖已有文件", "overwrite existing files"))
        ] = False,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import init as command

        return command.init(
            folder,
            jurisdiction=jurisdiction,
            year=year,
            schema=schema,
            force=force,
            language=cli.language or "zh",
        )
