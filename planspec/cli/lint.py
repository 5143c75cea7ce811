"""The arguments of `planspec lint`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from planspec.cli.completion import complete_rules
from planspec.cli.parts import Parts

FORMATS: Final = ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "lint",
        cls=cli.Command,
        help=say(
            "检查方案，指出每个问题的准确位置和改法。",
            "Lint plans: every flaw, where it stands, and what to do about it.",
        ),
        epilog=say(
            """示例：
  planspec lint specs/hunan/yueyang/2025       检查一个文件夹
  planspec lint --select RES,TGT001            只查责任分工和 TGT001
  planspec lint --output sarif=planspec.sarif  屏幕照常显示，另写一份 SARIF
  planspec lint --statistics                   各规则发现的问题数

退出码：0 没有问题；1 有达到失败级别的问题；2 输入、配置或用法有误""",
            """Examples:
  planspec lint specs/hunan/yueyang/2025       lint a folder
  planspec lint --select RES,TGT001            responsibility and TGT001 only
  planspec lint --output sarif=planspec.sarif  report on the screen, and SARIF to a file
  planspec lint --statistics                   how many findings each rule has

Exit codes: 0 clean; 1 findings at or above the fail level; 2 wrong input, configuration or usage""",
        ),
    )
    def lint(
        paths: Annotated[
            list[Path] | None,
            cli.paths,
        ] = None,
        select: Annotated[
            list[str] | None,
            typer.Option(
                "--select",
                metavar=say("规则", "RULES"),
                autocompletion=complete_rules,
                help=say(
                    "只用这些规则：代码、名称、族（RES）或 ALL，逗号分隔，可重复",
                    "apply only these: codes, names, families (RES) or ALL, comma-separated, repeatable",
                ),
            ),
        ] = None,
        extend_select: Annotated[
            list[str] | None,
            typer.Option(
                "--extend-select",
                metavar=say("规则", "RULES"),
                autocompletion=complete_rules,
                help=say("在所选之外再加这些规则", "apply these rules as well"),
            ),
        ] = None,
        ignore: Annotated[
            list[str] | None,
            typer.Option(
                "--ignore",
                metavar=say("规则", "RULES"),
                autocompletion=complete_rules,
                help=say("不用这些规则", "do not apply these rules"),
            ),
        ] = None,
        output_format: Annotated[
            str,
            typer.Option(
                "--output-format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(FORMATS),
                help=say(
                    "full（默认，附原文）、concise（每个问题一行）、json、sarif、github、gitlab、junit 或 "
                    "markdown（合并请求的评论）",
                    "full (default, with excerpts), concise (one line a finding), json, sarif, github, gitlab, "
                    "junit or markdown (a comment on a merge request)",
                ),
            ),
        ] = "full",
        output: Annotated[
            list[str] | None,
            typer.Option(
                "--output",
                "-o",
                metavar=say("格式=文件", "FORMAT=FILE"),
                help=say("另外写一份到文件，可重复", "also write a report to a file, repeatable"),
            ),
        ] = None,
        fail_level: Annotated[
            str | None,
            typer.Option(
                "--fail-level",
                metavar=say("级别", "LEVEL"),
                autocompletion=lambda: ["error", "warning", "info"],
                help=say(
                    "达到此级别才以退出码 1 结束：error、warning（默认）或 info",
                    "findings from this level on exit with 1: error, warning (default) or info",
                ),
            ),
        ] = None,
        config: Annotated[
            Path | None,
            typer.Option(
                "--config",
                metavar=say("文件", "FILE"),
                help=say(
                    "配置文件；默认向上找 planspec.toml 或 pyproject.toml",
                    "configuration file; default: the nearest planspec.toml or pyproject.toml",
                ),
            ),
        ] = None,
        isolated: Annotated[
            bool, typer.Option("--isolated", help=say("不读任何配置文件", "read no configuration file"))
        ] = False,
        lang: Annotated[str | None, cli.lang] = None,
        jobs: Annotated[
            int | None,
            typer.Option(
                "--jobs",
                "-j",
                metavar="N",
                help=say("并行的进程数；默认自动", "number of processes; default: as fits"),
            ),
        ] = None,
        no_cache: Annotated[
            bool,
            typer.Option("--no-cache", help=say("不读也不写缓存", "neither read nor write the cache")),
        ] = False,
        quiet: Annotated[
            bool,
            typer.Option(
                "--quiet",
                "-q",
                help=say("只显示问题，不显示汇总和进度", "findings only: no summary, no progress"),
            ),
        ] = False,
        statistics: Annotated[
            bool,
            typer.Option(
                "--statistics", help=say("只显示各规则的问题数", "show how many findings each rule has")
            ),
        ] = False,
        no_fold: Annotated[
            bool,
            typer.Option(
                "--no-fold",
                help=say(
                    "full 格式中逐个显示同类问题（默认只详列前两个）",
                    "full: show each of many like findings (default: the first two, then the lines)",
                ),
            ),
        ] = False,
        link_base: Annotated[
            str,
            typer.Option(
                "--link-base",
                metavar="URL",
                show_default=False,
                help=say(
                    "markdown 中各链接的前缀，即代码库网页上当前文件夹的地址",
                    "markdown: what links begin with, the address of this folder on the repository's pages",
                ),
            ),
        ] = "",
        exit_zero: Annotated[
            bool,
            typer.Option(
                "--exit-zero",
                help=say(
                    "有问题也以退出码 0 结束（输入有误仍是 2）",
                    "exit with 0 even with findings (broken input is still 2)",
                ),
            ),
        ] = False,
    ) -> object:
        from planspec.commands import lint as command

        return command.lint(
            command.Request(
                paths=paths or (),
                select=select or (),
                extend_select=extend_select or (),
                ignore=ignore or (),
                output_format=output_format,
                output=output or (),
                fail_level=fail_level,
                config=config,
                isolated=isolated,
                language=cli.language,
                jobs=jobs,
                cache=not no_cache,
                quiet=quiet,
                statistics=statistics,
                fold=not no_fold,
                link_base=link_base,
                exit_zero=exit_zero,
            )
        )
