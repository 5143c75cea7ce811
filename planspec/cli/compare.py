"""The arguments of `planspec compare`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from planspec.cli.parts import Parts

FORMATS: Final = ("text", "markdown", "csv", "json", "html")
BY: Final = ("indicator", "action", "role")


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "compare",
        cls=cli.Command,
        help=say(
            """把多份方案并排对照：各项指标谁高谁低、与上级相比如何，各项行动和各部门的任务数。

上级的方案按行政区划代码和年度在上级文件夹里找；缺哪一级会说明。""",
            """Lay plans side by side: each indicator's values, who is highest and lowest, above or below the
superior; actions by theme; the workload of each role.

Superiors' plans are found by code and year in the folders above; a level that is missing is said.""",
        ),
        epilog=say(
            """示例：
  planspec compare specs/hunan/hengyang/shigu/2024 specs/hunan/shaoyang/xinshao/2024
  planspec compare specs/hunan --indicator 规模工业增加值
  planspec compare A B --theme innovation --by role
  planspec compare A B --output-format html --output 对照.html""",
            """Examples:
  planspec compare specs/hunan/hengyang/shigu/2024 specs/hunan/shaoyang/xinshao/2024
  planspec compare specs/hunan --indicator 规模工业增加值
  planspec compare A B --theme innovation --by role
  planspec compare A B --output-format html --output comparison.html""",
        ),
    )
    def compare(
        paths: Annotated[list[Path] | None, cli.paths] = None,
        indicator: Annotated[
            list[str] | None,
            typer.Option(
                "--indicator",
                metavar=say("指标", "INDICATOR"),
                help=say(
                    "只看这项指标（任务中的也列出），可重复",
                    "only this indicator, tasks included; repeatable",
                ),
            ),
        ] = None,
        theme: Annotated[
            list[str] | None,
            typer.Option(
                "--theme",
                metavar=say("主题", "THEME"),
                help=say(
                    "只看这些主题的行动，如 innovation 或 科技创新",
                    "only actions on these themes, such as innovation",
                ),
            ),
        ] = None,
        by: Annotated[
            list[str] | None,
            typer.Option(
                "--by",
                metavar=say("角度", "VIEW"),
                autocompletion=lambda: list(BY),
                help=say(
                    "indicator、action 或 role，逗号分隔；默认三者都列",
                    "indicator, action or role, comma-separated; default: all three",
                ),
            ),
        ] = None,
        everything: Annotated[
            bool,
            typer.Option(
                "--all", help=say("只有一份方案提出的指标也列出", "list indicators of one plan alone as well")
            ),
        ] = False,
        tasks: Annotated[
            bool,
            typer.Option(
                "--tasks",
                help=say("任务和责任表里的目标也比", "compare the targets of tasks and rows as well"),
            ),
        ] = False,
        output_format: Annotated[
            str,
            typer.Option(
                "--output-format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(FORMATS),
                help=say(
                    "text（默认）、markdown、csv、json 或 html", "text (default), markdown, csv, json or html"
                ),
            ),
        ] = "text",
        output: Annotated[
            Path | None,
            typer.Option(
                "--output",
                "-o",
                metavar=say("文件", "FILE"),
                help=say("写入文件；默认写到屏幕", "write to a file; default: the screen"),
            ),
        ] = None,
        link_base: Annotated[
            str,
            typer.Option(
                "--link-base",
                metavar=say("地址", "ADDRESS"),
                help=say(
                    "markdown：链接以此开头，即本文件夹在代码托管网页上的地址",
                    "markdown: what links begin with, the address of this folder on the repository's pages",
                ),
            ),
        ] = "",
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import compare as command

        return command.compare(
            command.Request(
                paths=paths or (),
                indicators=indicator or (),
                themes=theme or (),
                by=by or (),
                everything=everything,
                tasks=tasks,
                output_format=output_format,
                output=output,
                link_base=link_base,
            ),
            cli.look(),
        )
