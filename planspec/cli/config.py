"""The arguments of `planspec config show`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from planspec.cli.choices import Choices
from planspec.cli.failure import FAILED
from planspec.cli.parts import Parts

FORMATS: Final = ("text", "json", "toml")


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command and what stands below it."""
    say = cli.say
    choices = Choices(cli)
    config = typer.Typer(
        cls=cli.Group,
        help=say("查看配置。", "Look at the configuration."),
        epilog=say(
            "示例：\n  planspec config show specs/hunan/yueyang/2025",
            "Examples:\n  planspec config show specs/hunan/yueyang/2025",
        ),
        invoke_without_command=True,
    )
    app.add_typer(config, name="config")

    @config.callback()
    def root(ctx: typer.Context) -> int | None:
        if ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help(), err=True)
            return FAILED
        return None

    @config.command(
        "show",
        cls=cli.Command,
        help=say(
            """显示对某份方案起作用的全部配置，每项写明来自哪里。

从低到高：内置默认值、档次（profile）、配置文件、其中按路径的 [[overrides]]、命令行。""",
            """Show every setting in effect for a plan, and where it comes from.

From low to high: built-in defaults, the profile, the configuration file, its [[overrides]] by path, the command
line.""",
        ),
        epilog=say(
            """示例：
  planspec config show
  planspec config show specs/hunan/yueyang/2025 --profile gate
  planspec config show --output-format toml > planspec.toml

退出码：0 完成；2 配置或用法有误""",
            """Examples:
  planspec config show
  planspec config show specs/hunan/yueyang/2025 --profile gate
  planspec config show --output-format toml > planspec.toml

Exit codes: 0 done; 2 wrong configuration or usage""",
        ),
    )
    def show(
        path: Annotated[
            Path,
            typer.Argument(
                metavar=say("路径", "PATH"),
                show_default=False,
                help=say(
                    "方案文件或其文件夹；默认当前文件夹",
                    "a plan file or its folder; default: the current folder",
                ),
            ),
        ] = Path(),
        output_format: Annotated[
            str,
            typer.Option(
                "--output-format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(FORMATS),
                help=say(
                    "text（默认）、json 或 toml（可存为 planspec.toml）",
                    "text (default), json or toml (can be kept as planspec.toml)",
                ),
            ),
        ] = "text",
        select: Annotated[list[str] | None, choices.select] = None,
        extend_select: Annotated[list[str] | None, choices.extend_select] = None,
        ignore: Annotated[list[str] | None, choices.ignore] = None,
        profile: Annotated[str | None, choices.profile] = None,
        fail_level: Annotated[str | None, choices.fail_level] = None,
        config: Annotated[Path | None, choices.config] = None,
        isolated: Annotated[bool, choices.isolated] = False,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import config as command

        return command.show(
            command.Request(
                path=path,
                output_format=output_format,
                select=select or (),
                extend_select=extend_select or (),
                ignore=ignore or (),
                profile=profile,
                fail_level=fail_level,
                config=config,
                isolated=isolated,
            ),
            cli.look(),
        )
