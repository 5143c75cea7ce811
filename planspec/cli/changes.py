"""The arguments of `planspec changes`."""

from typing import Annotated

import typer

from planspec.cli.completion import complete_changes
from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "changes",
        cls=cli.Command,
        help=say(
            "列出 planspec diff 的变化代码，或说明其中一种。",
            "List the codes of changes that planspec diff reports, or explain one.",
        ),
        epilog=say(
            """示例：
  planspec changes
  planspec changes weakened
  planspec changes target-lowered""",
            """Examples:
  planspec changes
  planspec changes weakened
  planspec changes target-lowered""",
        ),
    )
    def changes(
        word: Annotated[
            str | None,
            typer.Argument(
                metavar=say("类别或代码", "KIND"),
                show_default=False,
                autocompletion=complete_changes,
                help=say(
                    "类别（weakened）或代码（target-lowered）；默认列出全部",
                    "a class (weakened) or a code (target-lowered); default: all",
                ),
            ),
        ] = None,
        output_format: Annotated[str, cli.page_format] = "text",
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import changes as command

        return command.changes(word, output_format, cli.look())
