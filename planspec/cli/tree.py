"""The arguments of `planspec tree`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from planspec.cli.parts import Parts

FORMATS: Final = ("text", "markdown", "json")


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "tree",
        cls=cli.Command,
        help=say(
            """看一份方案的脉络：目标、行动、任务、责任单位；或看一项指标从国家到省、市、县逐级如何分解。""",
            """Show how a plan hangs together: goals, actions, tasks, units; or how one indicator runs down
from the nation to province, city and county.""",
        ),
        epilog=say(
            """示例：
  planspec tree specs/hunan/yueyang/2025
  planspec tree specs --indicator 规模工业增加值""",
            """Examples:
  planspec tree specs/hunan/yueyang/2025
  planspec tree specs --indicator 规模工业增加值""",
        ),
    )
    def tree(
        paths: Annotated[list[Path] | None, cli.paths] = None,
        indicator: Annotated[
            str | None,
            typer.Option(
                "--indicator",
                metavar=say("指标", "INDICATOR"),
                help=say("看这项指标逐级的数值", "the values of this indicator, level by level"),
            ),
        ] = None,
        units: Annotated[
            bool,
            typer.Option(
                "--units/--no-units", help=say("列出责任单位（默认列）", "name the units (default: yes)")
            ),
        ] = True,
        output_format: Annotated[
            str,
            typer.Option(
                "--output-format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(FORMATS),
                help=say("text（默认）、markdown 或 json", "text (default), markdown or json"),
            ),
        ] = "text",
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import tree as command

        return command.tree(paths or (), indicator, output_format, cli.look(), units=units)
