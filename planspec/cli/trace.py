"""The arguments of `planspec trace`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from planspec.cli.parts import Parts

FORMATS: Final = ("text", "json")


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "trace",
        cls=cli.Command,
        help=say(
            """对照方案与它转录的文件：每个单位、职务、数字是否在 source 所指的位置，两边各缺什么。

方案旁的 trace.yaml 可列出例外，每条写明 source、text、reason；没有用上的例外也会报告。""",
            """Compare a spec with the document that it transcribes: is every unit, post and figure at the place
that its source names, and what does either side lack?

A file trace.yaml beside the plan may list exceptions, each with source, text and reason; one that covers
nothing is reported.""",
        ),
        epilog=say(
            """示例：
  planspec trace specs/hunan/yueyang/2025 方案.txt
  planspec trace plan.yaml 方案.txt --output-format json > trace.json

退出码：0 两边一致；1 有差异或多余的例外；2 无法读取""",
            """Examples:
  planspec trace specs/hunan/yueyang/2025 plan.txt
  planspec trace plan.yaml plan.txt --output-format json > trace.json

Exit codes: 0 both agree; 1 differences, or an exception that covers nothing; 2 unreadable""",
        ),
    )
    def trace(
        spec: Annotated[
            Path,
            typer.Argument(
                readable=False,
                metavar=say("方案", "SPEC"),
                help=say("plan.yaml 或它所在的文件夹", "plan.yaml or its folder"),
            ),
        ],
        document: Annotated[
            Path,
            typer.Argument(
                readable=False,
                metavar=say("文件", "DOCUMENT"),
                help=say("已发布的文件", "the document as published"),
            ),
        ],
        output_format: Annotated[
            str,
            typer.Option(
                "--output-format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(FORMATS),
                help=say("text（默认）或 json", "text (default) or json"),
            ),
        ] = "text",
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import trace as command

        return command.trace_(spec, document, output_format, cli.language or "zh")
