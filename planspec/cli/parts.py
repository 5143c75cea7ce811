"""What the commands' arguments share: the language of the help, common options, the look of the screen."""

import sys
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from planspec.cli.help import help_page

if TYPE_CHECKING:
    from planspec.report import Language, Look

PAGE_FORMATS: Final = ("text", "markdown", "json")


class Parts:
    """The command line in one language: what each command's file builds its arguments from."""

    def __init__(self, language: "Language | None") -> None:
        self.language = language
        """The language asked for; None where none is."""
        english = self.english = language == "en"

        class Command(TyperCommand):
            def format_help(self, ctx: Any, formatter: Any) -> None:
                formatter.write(help_page(self, ctx, english))

        class Group(TyperGroup):
            def format_help(self, ctx: Any, formatter: Any) -> None:
                formatter.write(help_page(self, ctx, english))

        self.Command = Command
        self.Group = Group
        say = self.say
        self.lang = typer.Option(
            "--lang",
            metavar="zh|en",
            callback=_check_language,
            autocompletion=lambda: ["zh", "en"],
            help=say(
                "语言（也可设环境变量 PLANSPEC_LANG）；默认 zh", "language (or set PLANSPEC_LANG); default zh"
            ),
        )
        self.paths = typer.Argument(
            metavar=say("路径", "PATHS"),
            show_default=False,
            help=say(
                "方案文件或文件夹；默认当前文件夹", "plan files or folders; default: the current folder"
            ),
        )
        self.page_format = typer.Option(
            "--output-format",
            metavar=say("格式", "FORMAT"),
            autocompletion=lambda: list(PAGE_FORMATS),
            help=say("text（默认）、markdown 或 json", "text (default), markdown or json"),
        )

    def say(self, zh: str, en: str) -> str:
        """Return the text in the language of the help."""
        return en if self.english else zh

    def look(self, quiet: bool = False) -> "Look":
        """Return how standard output is to look."""
        from planspec.report import Look
        from planspec.report.terminal import terminal_of

        terminal = terminal_of(sys.stdout)
        return Look(self.language or "zh", terminal.width, terminal.color, quiet)


def _check_language(value: str | None) -> str | None:
    if value is not None and value not in ("zh", "en"):
        from planspec.commands.words import one_of

        one_of("--lang", value, ("zh", "en"))
    return value
