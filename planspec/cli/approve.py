"""The arguments of `planspec approve`."""

from typing import Annotated

import typer

from planspec.cli.parts import Parts


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "approve",
        cls=cli.Command,
        help=say(
            """批准变化：写进方案旁的 approvals.yaml，planspec diff --fail-on 不再因它们失败。

批准只对当前的数值有效；数值再变就是另一处变化，须重新批准。

planspec diff 读新的一边的批准：工作目录里的；写作“版本..版本”时，是后一版本里的。""",
            """Approve changes: they are noted in approvals.yaml beside the plan, and planspec diff --fail-on
no longer fails because of them.

An approval holds for the present value; another value is another change and needs another approval.

planspec diff reads the approvals of the new side: those of the working tree, or with REV..REV of the second revision.""",
        ),
        epilog=say(
            """示例：
  planspec approve main specs --reason "县政府常务会议第12次会议同意"
  planspec approve main specs --only target-lowered --reason "基数调整" --expires 2026-12-31""",
            """Examples:
  planspec approve main specs --reason "agreed in the meeting of 3 March"
  planspec approve main specs --only target-lowered --reason "new base figure" --expires 2026-12-31""",
        ),
    )
    def approve(
        words: Annotated[
            list[str] | None,
            typer.Argument(
                metavar=say("两边", "SIDES"),
                show_default=False,
                help=say(
                    "与 planspec diff 相同：版本 路径，或两个路径；默认 HEAD 与工作目录",
                    "as for planspec diff: REV PATHS, or two paths; default: HEAD and the working tree",
                ),
            ),
        ] = None,
        reason: Annotated[
            str,
            typer.Option(
                "--reason",
                metavar=say("理由", "TEXT"),
                help=say("为什么可以这样改（必写）", "why (required)"),
            ),
        ] = "",
        author: Annotated[
            str | None,
            typer.Option(
                "--author",
                metavar=say("姓名", "NAME"),
                help=say("批准人；默认用 git 的 user.name", "who approves; default: git's user.name"),
            ),
        ] = None,
        expires: Annotated[
            str | None,
            typer.Option(
                "--expires",
                metavar=say("日期", "DATE"),
                help=say("有效期至，如 2026-12-31", "last day on which it holds, such as 2026-12-31"),
            ),
        ] = None,
        only: Annotated[
            list[str] | None,
            typer.Option(
                "--only",
                metavar=say("变化", "CHANGES"),
                help=say(
                    "只批准这些代码或类别，逗号分隔；默认 weakened、redefined、undecided",
                    "only these codes or classes, comma-separated; default: weakened, redefined, undecided",
                ),
            ),
        ] = None,
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import approve as command

        return command.approve(
            command.Request(
                words=words or (),
                reason=reason,
                author=author,
                expires=expires,
                only=only or (),
                language=cli.language or "zh",
            )
        )
