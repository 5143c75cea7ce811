"""The arguments of `planspec merge`."""

from pathlib import Path
from typing import Annotated

import typer

from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "merge",
        cls=cli.Command,
        help=say(
            """按内容合并一个方案文件的三个版本：只有两边改了同一处才算冲突。可作 git 的合并驱动。

列表里的条目按 id、标题等识别：两人在同一处各加一项任务、调换顺序、改同一任务的不同字段，都能合并。""",
            """Merge three versions of a spec file by meaning: a conflict is only where both changed one field.
Serves as git's merge driver.

Entries of lists are told by id, title and the like: two people may each add a task at one place, reorder
tasks, or change different fields of one.""",
        ),
        epilog=say(
            """示例：
  planspec merge 原稿.yaml 我的.yaml 他的.yaml > 合并.yaml
  git config merge.planspec.driver "planspec merge %O %A %B --output %A --path %P --marker-size %L"
  echo 'specs/**/*.yaml merge=planspec' >> .gitattributes

退出码：0 没有冲突；1 有冲突，已在结果中标出；2 文件无法读取""",
            """Examples:
  planspec merge base.yaml ours.yaml theirs.yaml > merged.yaml
  git config merge.planspec.driver "planspec merge %O %A %B --output %A --path %P --marker-size %L"
  echo 'specs/**/*.yaml merge=planspec' >> .gitattributes

Exit codes: 0 no conflict; 1 conflicts, marked in the result; 2 unreadable""",
        ),
    )
    def merge(
        base: Annotated[
            Path,
            typer.Argument(metavar=say("原稿", "BASE"), help=say("两边共同的原稿", "what both started from")),
        ],
        ours: Annotated[
            Path, typer.Argument(metavar=say("我方", "OURS"), help=say("我方的版本", "our version"))
        ],
        theirs: Annotated[
            Path, typer.Argument(metavar=say("对方", "THEIRS"), help=say("对方的版本", "their version"))
        ],
        output: Annotated[
            Path | None,
            typer.Option(
                "--output",
                "-o",
                metavar=say("文件", "FILE"),
                help=say("写入文件；默认写到屏幕", "write to a file; default: the screen"),
            ),
        ] = None,
        path: Annotated[
            str | None,
            typer.Option(
                "--path",
                metavar=say("路径", "PATH"),
                help=say("消息里怎样称呼这个文件（git 的 %P）", "what messages call the file (git's %P)"),
            ),
        ] = None,
        marker_size: Annotated[
            int,
            typer.Option(
                "--marker-size",
                metavar="N",
                min=1,
                help=say(
                    "冲突标记的长度；默认 7（git 的 %L）", "length of conflict markers; default 7 (git's %L)"
                ),
            ),
        ] = 7,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import merge as command

        return command.merge(base, ours, theirs, output, path, marker_size, cli.language or "zh")
