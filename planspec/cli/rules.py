"""The arguments of `planspec rules`."""

from pathlib import Path
from typing import Annotated

import typer

from planspec.cli.completion import complete_families
from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "rules",
        cls=cli.Command,
        help=say("列出全部规则，或某几族的规则。", "List all rules, or those of some families."),
        epilog=say(
            """示例：
  planspec rules
  planspec rules RES TGT --output-format markdown
  planspec rules --write docs/rules""",
            """Examples:
  planspec rules
  planspec rules RES TGT --output-format markdown
  planspec rules --write docs/rules""",
        ),
    )
    def rules(
        families: Annotated[
            list[str] | None,
            typer.Argument(
                metavar=say("族", "FAMILIES"),
                show_default=False,
                autocompletion=complete_families,
                help=say("如 RES、TGT；默认全部", "such as RES or TGT; default: all"),
            ),
        ] = None,
        output_format: Annotated[str, cli.page_format] = "text",
        write: Annotated[
            Path | None,
            typer.Option(
                "--write",
                metavar=say("文件夹", "FOLDER"),
                show_default=False,
                help=say(
                    "把各条规则的说明（中英文）和目录写成 Markdown 文件",
                    "write the rules' pages in both languages, and an index, as Markdown files",
                ),
            ),
        ] = None,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import rules as command

        return command.rules(families or (), output_format, cli.look(), write)
