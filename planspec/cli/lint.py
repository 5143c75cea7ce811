"""The arguments of `planspec lint`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from planspec.cli.choices import Choices
from planspec.cli.parts import Parts

FORMATS: Final = ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say
    choices = Choices(cli)

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
  planspec lint --diff                         看看能自动修正什么；--fix 则写入文件

退出码：0 没有问题；1 有达到失败级别的问题；2 输入、配置或用法有误""",
            """Examples:
  planspec lint specs/hunan/yueyang/2025       lint a folder
  planspec lint --select RES,TGT001            responsibility and TGT001 only
  planspec lint --output sarif=planspec.sarif  report on the screen, and SARIF to a file
  planspec lint --statistics                   how many findings each rule has
  planspec lint --diff                         what can be fixed; --fix writes it

Exit codes: 0 clean; 1 findings at or above the fail level; 2 wrong input, configuration or usage""",
        ),
    )
    def lint(
        paths: Annotated[
            list[Path] | None,
            cli.paths,
        ] = None,
        select: Annotated[list[str] | None, choices.select] = None,
        extend_select: Annotated[list[str] | None, choices.extend_select] = None,
        ignore: Annotated[list[str] | None, choices.ignore] = None,
        profile: Annotated[str | None, choices.profile] = None,
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
        fail_level: Annotated[str | None, choices.fail_level] = None,
        config: Annotated[Path | None, choices.config] = None,
        isolated: Annotated[bool, choices.isolated] = False,
        no_baseline: Annotated[
            bool,
            typer.Option(
                "--no-baseline",
                help=say(
                    "不理会方案旁的 baseline.yaml，已知问题也报告",
                    "leave the baseline.yaml beside a plan aside: known findings are reported too",
                ),
            ),
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
                    "full、markdown 中逐个显示同类问题（默认详列前两个，其余列行号）",
                    "full, markdown: show each of many like findings (default: two of them, then the lines)",
                ),
            ),
        ] = False,
        link_base: Annotated[
            str,
            typer.Option(
                "--link-base",
                metavar=say("地址", "ADDRESS"),
                show_default=False,
                help=say(
                    "markdown：链接以此开头，即本文件夹在代码托管网页上的地址",
                    "markdown: what links begin with, the address of this folder on the repository's pages",
                ),
            ),
        ] = "",
        fix: Annotated[
            bool,
            typer.Option(
                "--fix",
                help=say(
                    "修正能够可靠修正的问题（不动数字、日期、地名、人名和要求用语）",
                    "mend what can be mended safely (never a figure, date, name or word of obligation)",
                ),
            ),
        ] = False,
        unsafe_fixes: Annotated[
            bool,
            typer.Option(
                "--unsafe-fixes",
                help=say(
                    "与 --fix 或 --diff 同用：连同须人工核对的改法",
                    "with --fix or --diff: apply proposals as well, which you then check",
                ),
            ),
        ] = False,
        diff: Annotated[
            bool,
            typer.Option(
                "--diff",
                help=say(
                    "不写文件，只显示 --fix 会改什么；有改动时退出码为 1",
                    "write nothing, show what --fix would change; exit with 1 if it would",
                ),
            ),
        ] = False,
        since: Annotated[
            str | None,
            typer.Option(
                "--since",
                metavar=say("版本", "REV"),
                show_default=False,
                help=say(
                    "只报告 git 版本 REV 之后新出现的问题",
                    "only findings that the git revision REV does not have",
                ),
            ),
        ] = None,
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
                profile=profile,
                baseline=not no_baseline,
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
                fix=fix,
                unsafe_fixes=unsafe_fixes,
                diff=diff,
                since=since,
                exit_zero=exit_zero,
            )
        )
