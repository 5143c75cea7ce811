"""The arguments of `planspec git-diff`: those that git gives to an external diff."""

from pathlib import Path
from typing import Annotated

import typer

from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "git-diff",
        cls=cli.Command,
        hidden=True,
        help=say(
            "供 git 调用：按内容显示一个方案文件的变化（diff.planspec.command）。",
            "For git to call: what changed in meaning in one spec file (diff.planspec.command).",
        ),
        epilog=say(
            """示例：
  git config diff.planspec.command "planspec git-diff"
  echo 'specs/**/*.yaml diff=planspec' >> .gitattributes""",
            """Examples:
  git config diff.planspec.command "planspec git-diff"
  echo 'specs/**/*.yaml diff=planspec' >> .gitattributes""",
        ),
    )
    def git_diff(
        path: Annotated[Path, typer.Argument(metavar="PATH", help=say("文件", "the file"))],
        old_file: Annotated[Path, typer.Argument(metavar="OLD", help=say("原来的内容", "its old content"))],
        old_id: Annotated[str, typer.Argument(metavar="OLD-ID", help=say("git 的对象号", "git's id of it"))],
        old_mode: Annotated[str, typer.Argument(metavar="OLD-MODE", help=say("文件模式", "its mode"))],
        new_file: Annotated[Path, typer.Argument(metavar="NEW", help=say("现在的内容", "its new content"))],
        new_id: Annotated[str, typer.Argument(metavar="NEW-ID", help=say("git 的对象号", "git's id of it"))],
        new_mode: Annotated[str, typer.Argument(metavar="NEW-MODE", help=say("文件模式", "its mode"))],
        renamed: Annotated[
            list[str] | None,
            typer.Argument(
                metavar="RENAMED", show_default=False, help=say("改名信息", "where it was renamed")
            ),
        ] = None,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import git_diff as command

        return command.git_diff(path, old_file, new_file, cli.look())
