"""The arguments of `planspec baseline`."""

from pathlib import Path
from typing import Annotated

import typer

from planspec.cli.choices import Choices
from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say
    choices = Choices(cli)

    @app.command(
        "baseline",
        cls=cli.Command,
        help=say(
            """把方案现有的问题列入基线（方案旁的 baseline.yaml），以后只报告新出现的问题。

用于已经印发、不能再改的方案：每个问题写明理由，同一理由的列在一起。已有的条目和理由不变，问题消失后留下的条目会被报告。""",
            """Note a plan's present findings in its baseline (baseline.yaml beside it), so that only new ones are
reported.

Meant for plans that are issued and cannot be changed: each finding has a reason, those that share one stand
together. Entries and reasons stay as they are; an entry whose finding is gone is reported.""",
        ),
        epilog=say(
            """示例：
  planspec baseline specs --reason 方案已印发，下一年度改正
  planspec baseline specs --select RES002 --profile reviewer
  planspec baseline specs --prune      删去问题已经消失的条目，不增补
  planspec baseline specs --check      不写文件；有要改的以退出码 1 结束

退出码：0 完成；1 --check 发现要改；2 方案有错或用法有误，什么也没写""",
            """Examples:
  planspec baseline specs --reason "issued; to be mended next year"
  planspec baseline specs --select RES002 --profile reviewer
  planspec baseline specs --prune      delete entries whose finding is gone, add none
  planspec baseline specs --check      write nothing; exit with 1 if a file would change

Exit codes: 0 done; 1 --check found a change; 2 broken plan or wrong usage, nothing was written""",
        ),
    )
    def baseline(
        paths: Annotated[list[Path] | None, cli.paths] = None,
        reason: Annotated[
            str,
            typer.Option(
                "--reason",
                metavar=say("理由", "TEXT"),
                show_default=False,
                help=say(
                    "新条目的理由；不写则留空，由人补写", "reason of the new entries; else left to be written"
                ),
            ),
        ] = "",
        prune: Annotated[
            bool,
            typer.Option(
                "--prune",
                help=say(
                    "只删去问题已经消失的条目，不增补", "only delete entries whose finding is gone, add none"
                ),
            ),
        ] = False,
        check: Annotated[
            bool,
            typer.Option(
                "--check", help=say("不写文件，只说会改什么", "write nothing, say what would change")
            ),
        ] = False,
        select: Annotated[list[str] | None, choices.select] = None,
        extend_select: Annotated[list[str] | None, choices.extend_select] = None,
        ignore: Annotated[list[str] | None, choices.ignore] = None,
        profile: Annotated[str | None, choices.profile] = None,
        config: Annotated[Path | None, choices.config] = None,
        isolated: Annotated[bool, choices.isolated] = False,
        no_cache: Annotated[
            bool,
            typer.Option("--no-cache", help=say("不读也不写缓存", "neither read nor write the cache")),
        ] = False,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import baseline as command

        return command.baseline(
            command.Request(
                paths=paths or (),
                reason=reason,
                prune=prune,
                check=check,
                select=select or (),
                extend_select=extend_select or (),
                ignore=ignore or (),
                profile=profile,
                config=config,
                isolated=isolated,
                cache=not no_cache,
                language=cli.language,
            )
        )
