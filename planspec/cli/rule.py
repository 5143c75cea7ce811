"""The arguments of `planspec rule`."""

from typing import Annotated

import typer

from planspec.cli.completion import complete_rules
from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "rule",
        cls=cli.Command,
        help=say(
            "显示一条规则的说明：何事、缘由、改法、依据、正反例。",
            "Explain a rule: what, why, how to mend, on what authority, with examples.",
        ),
        epilog=say(
            """示例：
  planspec rule RES001
  planspec rule task-without-unit --lang en""",
            """Examples:
  planspec rule RES001
  planspec rule task-without-unit --lang zh""",
        ),
    )
    def rule(
        word: Annotated[
            str,
            typer.Argument(
                metavar=say("规则", "RULE"),
                autocompletion=complete_rules,
                help=say(
                    "代码（RES001）或名称（task-without-unit）",
                    "its code (RES001) or name (task-without-unit)",
                ),
            ),
        ],
        output_format: Annotated[str, cli.page_format] = "text",
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import rule as command

        return command.rule(word, output_format, cli.look())
