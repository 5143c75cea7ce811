"""The arguments of `planspec diff`."""

from typing import Annotated, Final

import typer

from planspec.cli.completion import complete_changes
from planspec.cli.parts import Parts

FORMATS: Final = ("text", "stat", "markdown", "table", "html", "json", "github", "gitlab", "sarif")
MODES: Final = ("auto", "versions", "years", "jurisdictions")
FAIL_ON: Final = ("none", "weakened", "redefined", "any")
WEIGHTS: Final = ("note", "minor", "major", "grave")


def add(app: typer.Typer, cli: Parts) -> None:
    """Add the command."""
    say = cli.say

    @app.command(
        "diff",
        cls=cli.Command,
        help=say(
            """比较两份方案在含义上的变化：哪些目标调低了，谁不再牵头，哪些任务没有了。

两边可以是同一方案的两个版本、两个年度的方案，或两个地方的方案。写法：

两个文件或文件夹；版本..版本 路径；版本 路径（与工作区比较）；版本:路径；什么都不写，就是工作区与 HEAD 比较。""",
            """What changed in meaning between two plans: which target was lowered, who no longer leads, what vanished.

The sides are two versions of one plan, plans of two years, or plans of two places. Give

two files or folders; REV..REV PATHS; REV PATHS (against the working tree); REV:path; nothing for the working tree
against HEAD.""",
        ),
        epilog=say(
            """示例：
  planspec diff                                          尚未提交的修改
  planspec diff main..HEAD specs                         一个分支改了什么
  planspec diff specs/hunan/2023 specs/hunan/2024 --stat 两年对照，每个行动一行
  planspec diff A B --output 对照表.docx --output html=对照.html
  planspec diff main.. specs --fail-on weakened          有减弱就以退出码 1 结束

退出码：0 没有达到 --fail-on 的变化；1 有；2 输入或用法有误""",
            """Examples:
  planspec diff                                          what is not committed yet
  planspec diff main..HEAD specs                         what a branch changed
  planspec diff specs/hunan/2023 specs/hunan/2024 --stat two years, a line an action
  planspec diff A B --output table.docx --output html=diff.html
  planspec diff main.. specs --fail-on weakened          exit with 1 when something was weakened

Exit codes: 0 no change reaches --fail-on; 1 some do; 2 wrong input or usage""",
        ),
    )
    def diff(
        sides: Annotated[
            list[str] | None,
            typer.Argument(
                metavar=say("两边", "SIDES"),
                show_default=False,
                help=say("路径、git 版本，或两者", "paths, git revisions, or both"),
            ),
        ] = None,
        stat: Annotated[
            bool,
            typer.Option(
                "--stat", help=say("每个行动一行：各类变化的数目", "one line an action, with counts")
            ),
        ] = False,
        fail_on: Annotated[
            str,
            typer.Option(
                "--fail-on",
                metavar=say("类别", "CLASS"),
                autocompletion=lambda: list(FAIL_ON),
                help=say(
                    "有这样的变化就以退出码 1 结束：weakened（减弱）；redefined（减弱、口径变化、待人工判断）；"
                    "any（文字调整以外的任何变化）；none（默认，总是 0）。删去的方案算减弱，新增的算加强；只看列出的变化",
                    "exit with 1 on such a change: weakened; redefined (also redefined and undecided); any (whatever is "
                    "not merely reworded); none (default). Only changes that are shown count",
                ),
            ),
        ] = "none",
        only: Annotated[
            list[str] | None,
            typer.Option(
                "--only",
                metavar=say("类别或代码", "KINDS"),
                autocompletion=complete_changes,
                help=say(
                    "只列这些：类别（weakened）或代码（target-lowered），逗号分隔，可重复",
                    "only these: classes (weakened) or codes (target-lowered), comma-separated, repeatable",
                ),
            ),
        ] = None,
        ignore: Annotated[
            list[str] | None,
            typer.Option(
                "--ignore",
                metavar=say("类别或代码", "KINDS"),
                autocompletion=complete_changes,
                help=say("不列这些", "none of these"),
            ),
        ] = None,
        min_weight: Annotated[
            str,
            typer.Option(
                "--min-weight",
                metavar=say("程度", "WEIGHT"),
                autocompletion=lambda: list(WEIGHTS),
                help=say(
                    "只列这个程度以上的：note（细微，默认）、minor（一般）、major（重要）或 grave（重大）",
                    "from this weight on: note (default), minor, major or grave",
                ),
            ),
        ] = "note",
        mode: Annotated[
            str,
            typer.Option(
                "--mode",
                metavar=say("方式", "MODE"),
                autocompletion=lambda: list(MODES),
                help=say(
                    "auto（默认，按方案的地区和年度）、versions（两个版本）、years（两年）或 jurisdictions（两地）",
                    "auto (default, by the plans' places and years), versions, years or jurisdictions",
                ),
            ),
        ] = "auto",
        output_format: Annotated[
            str,
            typer.Option(
                "--output-format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(FORMATS),
                help=say(
                    "text（默认）、stat、markdown（合并请求的评论）、table（新旧对照表）、html、json、github、gitlab 或 sarif",
                    "text (default), stat, markdown (a comment on a merge request), table (three columns: old, new, "
                    "remarks), html, json, github, gitlab or sarif",
                ),
            ),
        ] = "text",
        output: Annotated[
            list[str] | None,
            typer.Option(
                "--output",
                "-o",
                metavar=say("文件", "FILE"),
                help=say(
                    "另外写一份到文件：格式=文件，或让扩展名决定格式（.docx 和 .xlsx 是新旧对照表），可重复",
                    "also write a report to a file: FORMAT=FILE, or a name whose ending tells the format (.docx and "
                    ".xlsx hold the table); repeatable",
                ),
            ),
        ] = None,
        quiet: Annotated[
            bool,
            typer.Option(
                "--quiet",
                "-q",
                help=say(
                    "屏幕上什么也不显示，只看退出码和写出的文件",
                    "show nothing: the exit code and the files tell",
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
                    "markdown 和 html：新文件的链接以此开头，即代码库网页上当前文件夹的地址",
                    "markdown and html: what links to new files begin with, the address of this folder on the "
                    "repository's pages",
                ),
            ),
        ] = "",
        old_link_base: Annotated[
            str,
            typer.Option(
                "--old-link-base",
                metavar="URL",
                show_default=False,
                help=say("同上，用于旧文件", "the same for old files"),
            ),
        ] = "",
        lang: Annotated[str | None, cli.lang] = None,
    ) -> object:
        from planspec.commands import diff as command

        return command.diff_(
            command.Request(
                sides=sides or (),
                mode=mode,
                only=only or (),
                ignore=ignore or (),
                min_weight=min_weight,
                fail_on=fail_on,
                output_format=output_format,
                output=output or (),
                stat=stat,
                quiet=quiet,
                link_base=link_base,
                old_link_base=old_link_base,
            ),
            cli.look(),
        )
