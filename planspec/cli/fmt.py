"""The arguments of `planspec fmt`."""

from pathlib import Path
from typing import Annotated

import typer

from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "fmt",
        cls=cli.Command,
        help=say(
            "把方案整理成统一的写法：键的顺序、缩进、引号；注释保留，含义不变。",
            "Put specs into canonical form: key order, style, quotes; comments stay, meaning never changes.",
        ),
        epilog=say(
            """示例：
  planspec fmt specs              整理一个文件夹
  planspec fmt --check specs      只检查，有需要整理的以退出码 1 结束
  planspec fmt --ids plan.yaml    给没有 id 的任务补上 id""",
            """Examples:
  planspec fmt specs              format a folder
  planspec fmt --check specs      only look; exit with 1 if a file would change
  planspec fmt --ids plan.yaml    give an id to each task without one""",
        ),
    )
    def fmt(
        paths: Annotated[
            list[Path] | None,
            cli.paths,
        ] = None,
        check: Annotated[
            bool,
            typer.Option(
                "--check", help=say("不写文件，列出需要整理的", "write nothing, list what would change")
            ),
        ] = False,
        diff: Annotated[
            bool, typer.Option("--diff", help=say("不写文件，显示差异", "write nothing, show the difference"))
        ] = False,
        ids: Annotated[
            bool,
            typer.Option("--ids", help=say("给没有 id 的任务补上 id", "give an id to each task without one")),
        ] = False,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import fmt as command

        return command.fmt(paths or (), check=check, diff=diff, ids=ids, language=cli.language or "zh")
