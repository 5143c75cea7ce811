"""The arguments of `planspec import`."""

from pathlib import Path
from typing import Annotated

import typer

from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "import",
        cls=cli.Command,
        help=say(
            "把已发布的方案文件读成方案草稿（plan.yaml 和各行动文件）。",
            "Read a published document into the draft of a spec (plan.yaml and a file per action).",
        ),
        epilog=say(
            """示例：
  planspec import 方案.txt specs/hunan/yueyang/2025
  planspec import 方案.txt draft --jurisdiction 430600 --report coverage.json

退出码：0 全部归入；1 有没有归入的内容；2 文件无法读取或用法有误""",
            """Examples:
  planspec import plan.txt specs/hunan/yueyang/2025
  planspec import plan.txt draft --jurisdiction 430600 --report coverage.json

Exit codes: 0 all has a place; 1 something is left over; 2 unreadable document or wrong usage""",
        ),
    )
    def import_(
        document: Annotated[
            Path,
            typer.Argument(
                readable=False,
                metavar=say("文件", "DOCUMENT"),
                help=say("已发布的文件", "the published document"),
            ),
        ],
        folder: Annotated[
            Path, typer.Argument(metavar=say("文件夹", "FOLDER"), help=say("写到哪里", "where to write"))
        ],
        jurisdiction: Annotated[
            str | None,
            typer.Option(
                "--jurisdiction",
                metavar=say("代码或名称", "CODE|NAME"),
                help=say(
                    "行政区划代码或名称；默认从标题看", "code or name of the place; default: by the title"
                ),
            ),
        ] = None,
        report: Annotated[
            Path | None,
            typer.Option(
                "--report",
                metavar=say("文件", "FILE"),
                help=say("把逐行的对照写成 JSON", "write the account of every line as JSON"),
            ),
        ] = None,
        force: Annotated[
            bool, typer.Option("--force", help=say("覆盖已有文件", "overwrite existing files"))
        ] = False,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import import_ as command

        return command.import_(
            document, folder, jurisdiction, report, force=force, language=cli.language or "zh"
        )
