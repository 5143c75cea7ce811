"""The command line: arguments in, exit code out.

Nothing heavy is imported here: rules, YAML, schemas and rich come with the command that needs them, so
that `planspec --version` answers at once. Help and errors are in Chinese unless English is asked for.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from planspec import __version__

if TYPE_CHECKING:
    from planspec.commands.answer import Answer
    from planspec.report import Language, Look
    from planspec.source.message import Message

LANGUAGE_VARIABLE: Final = "PLANSPEC_LANG"
DEBUG_VARIABLE: Final = "PLANSPEC_DEBUG"
INTERRUPTED: Final = 130
"""Exit code after Ctrl-C, as shells have it."""
FAILED: Final = 2

LINT_FORMATS: Final = ("full", "concise", "json", "sarif", "github")
PAGE_FORMATS: Final = ("text", "markdown", "json")
EXPORT_TABLES: Final = ("tasks", "targets", "units", "workgroups")
EXPORT_FORMATS: Final = ("csv", "json", "parquet")
TRACE_FORMATS: Final = ("text", "json")


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code. Shows every error, raises none."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its code; it never stops the run.
        _reconfigure(stream, errors="backslashreplace")
    language = language_of(words, os.environ)
    try:
        answer = get_command(build_app(language)).main(
            args=words, prog_name="planspec", standalone_mode=False
        )
        if isinstance(answer, int):
            return _interrupted(language) if answer == INTERRUPTED else answer
        return 0 if answer is None else _deliver(cast("Answer", answer))
    except KeyboardInterrupt:
        return _interrupted(language)
    except Exception as error:  # the one place where errors end
        if type(error).__name__ == "Abort":
            return _interrupted(language)
        return _fail(error, language)


def language_of(words: Sequence[str], environment: Mapping[str, str]) -> "Language | None":
    """Return the language that `--lang` or PLANSPEC_LANG asks for; None where neither does.

    Help and errors need it before the arguments are parsed. A locale such as `en_US.UTF-8` counts as its
    language.
    """
    asked = environment.get(LANGUAGE_VARIABLE, "")
    for word, following in zip(words, (*words[1:], ""), strict=False):
        if word == "--":
            break
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    asked = asked.lower()
    return "en" if asked.startswith("en") else "zh" if asked.startswith("zh") else None


def build_app(language: "Language | None") -> typer.Typer:
    """Return the command line with its help in `language` (Chinese where none is asked for)."""
    english = language == "en"

    def say(zh: str, en: str) -> str:
        return en if english else zh

    def look(quiet: bool = False) -> "Look":
        from planspec.report import Look
        from planspec.report.terminal import terminal_of

        terminal = terminal_of(sys.stdout)
        return Look(language or "zh", terminal.width, terminal.color, quiet)

    class Command(TyperCommand):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            formatter.write(help_page(self, ctx, english))

    class Group(TyperGroup):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            formatter.write(help_page(self, ctx, english))

    app = typer.Typer(
        name="planspec",
        cls=Group,
        help=say(
            "检查和比较以 YAML 书写的政府工作方案（公文方案）。",
            "Lint and diff government action plans (公文方案) written as YAML specs.",
        ),
        epilog=say(
            """示例：
  planspec init 2026 --jurisdiction 430522   生成一份样例方案
  planspec lint                              检查当前文件夹里的全部方案
  planspec rule RES001                       一条规则的缘由和改法

退出码：0 没有问题；1 有达到失败级别的问题；2 输入、配置或用法有误
语言：--lang en 或环境变量 PLANSPEC_LANG=en 改为英文""",
            """Examples:
  planspec init 2026 --jurisdiction 430522   write a small plan to start from
  planspec lint                              lint every plan in the current folder
  planspec rule RES001                       why a rule exists, and how to mend what it finds

Exit codes: 0 clean; 1 findings at or above the fail level; 2 wrong input, configuration or usage
Language: --lang zh or PLANSPEC_LANG=zh switches to Chinese""",
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )

    lang_option = typer.Option(
        "--lang",
        metavar="zh|en",
        callback=_check_language,
        autocompletion=lambda: ["zh", "en"],
        help=say(
            "语言（也可设环境变量 PLANSPEC_LANG）；默认 zh", "language (or set PLANSPEC_LANG); default zh"
        ),
    )
    paths_argument = typer.Argument(
        metavar=say("路径", "PATHS"),
        show_default=False,
        help=say("方案文件或文件夹；默认当前文件夹", "plan files or folders; default: the current folder"),
    )
    page_format_option = typer.Option(
        "--output-format",
        metavar=say("格式", "FORMAT"),
        autocompletion=lambda: list(PAGE_FORMATS),
        help=say("text（默认）、markdown 或 json", "text (default), markdown or json"),
    )

    @app.callback()
    def root(
        ctx: typer.Context,
        version: Annotated[
            bool,
            typer.Option(
                "--version",
                "-V",
                is_eager=True,
                callback=_show_version,
                help=say("显示版本号", "show the version"),
            ),
        ] = False,
        lang: Annotated[str | None, lang_option] = None,
    ) -> int | None:
        if ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help(), err=True)
            return FAILED
        return None

    @app.command(
        "lint",
        cls=Command,
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
            paths_argument,
        ] = None,
        select: Annotated[
            list[str] | None,
            typer.Option(
                "--select",
                metavar=say("规则", "RULES"),
                autocompletion=_complete_rules,
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
                autocompletion=_complete_rules,
                help=say("在所选之外再加这些规则", "apply these rules as well"),
            ),
        ] = None,
        ignore: Annotated[
            list[str] | None,
            typer.Option(
                "--ignore",
                metavar=say("规则", "RULES"),
                autocompletion=_complete_rules,
                help=say("不用这些规则", "do not apply these rules"),
            ),
        ] = None,
        output_format: Annotated[
            str,
            typer.Option(
                "--output-format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(LINT_FORMATS),
                help=say(
                    "full（默认，附原文）、concise（每个问题一行）、json、sarif 或 github",
                    "full (default, with excerpts), concise (one line a finding), json, sarif or github",
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
        lang: Annotated[str | None, lang_option] = None,
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
                language=language,
                jobs=jobs,
                cache=not no_cache,
                quiet=quiet,
                statistics=statistics,
                exit_zero=exit_zero,
            )
        )

    @app.command(
        "rule",
        cls=Command,
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
                autocompletion=_complete_rules,
                help=say(
                    "代码（RES001）或名称（task-without-unit）",
                    "its code (RES001) or name (task-without-unit)",
                ),
            ),
        ],
        output_format: Annotated[str, page_format_option] = "text",
        lang: Annotated[str | None, lang_option] = None,
    ) -> object:
        from planspec.commands import rule as command

        return command.rule(word, output_format, look())

    @app.command(
        "rules",
        cls=Command,
        help=say("列出全部规则，或某几族的规则。", "List all rules, or those of some families."),
        epilog=say(
            """示例：
  planspec rules
  planspec rules RES TGT --output-format markdown""",
            """Examples:
  planspec rules
  planspec rules RES TGT --output-format markdown""",
        ),
    )
    def rules(
        families: Annotated[
            list[str] | None,
            typer.Argument(
                metavar=say("族", "FAMILIES"),
                show_default=False,
                autocompletion=_complete_families,
                help=say("如 RES、TGT；默认全部", "such as RES or TGT; default: all"),
            ),
        ] = None,
        output_format: Annotated[str, page_format_option] = "text",
        lang: Annotated[str | None, lang_option] = None,
    ) -> object:
        from planspec.commands import rules as command

        return command.rules(families or (), output_format, look())

    @app.command(
        "init",
        cls=Command,
        help=say(
            "生成一份小而完整、带注释的样例方案：plan.yaml 和一个行动文件。",
            "Write a small, complete, commented plan to start from: plan.yaml and one action file.",
        ),
        epilog=say(
            """示例：
  planspec init 2026 --jurisdiction 430522 --year 2026
  planspec init 2026 --jurisdiction 新邵县""",
            """Examples:
  planspec init 2026 --jurisdiction 430522 --year 2026
  planspec init 2026 --jurisdiction 新邵县""",
        ),
    )
    def init(
        folder: Annotated[
            Path,
            typer.Argument(
                metavar=say("文件夹", "FOLDER"),
                show_default=False,
                help=say("写到哪里；默认当前文件夹", "where to write; default: the current folder"),
            ),
        ] = Path(),
        jurisdiction: Annotated[
            str | None,
            typer.Option(
                "--jurisdiction",
                metavar=say("代码或名称", "CODE|NAME"),
                help=say("行政区划代码（GB/T 2260）或名称", "code (GB/T 2260) or Chinese name of the place"),
            ),
        ] = None,
        year: Annotated[
            int | None,
            typer.Option(
                "--year", metavar=say("年", "YEAR"), help=say("年度；默认今年", "default: this year")
            ),
        ] = None,
        schema: Annotated[
            bool,
            typer.Option(
                "--schema/--no-schema",
                help=say(
                    "上级文件夹里没有 schema/ 时一并写入，供编辑器提示（默认写）",
                    "write schema/ for editors unless a folder above has one (default: yes)",
                ),
            ),
        ] = True,
        force: Annotated[
            bool, typer.Option("--force", help=say("覆盖已有文件", "overwrite existing files"))
        ] = False,
        lang: Annotated[str | None, lang_option] = None,
    ) -> object:
        from planspec.commands import init as command

        return command.init(
            folder,
            jurisdiction=jurisdiction,
            year=year,
            schema=schema,
            force=force,
            language=language or "zh",
        )

    @app.command(
        "schema",
        cls=Command,
        help=say(
            "输出 JSON Schema，或写成文件供编辑器使用。",
            "Print a JSON Schema, or write both as files for editors.",
        ),
        epilog=say(
            """示例：
  planspec schema > plan.schema.json
  planspec schema --write schema""",
            """Examples:
  planspec schema > plan.schema.json
  planspec schema --write schema""",
        ),
    )
    def schema_(
        kind: Annotated[
            str,
            typer.Argument(
                metavar=say("种类", "KIND"),
                show_default=False,
                autocompletion=lambda: ["plan", "action"],
                help=say("plan（方案文件，默认）或 action（行动文件）", "plan (default) or action"),
            ),
        ] = "plan",
        write: Annotated[
            Path | None,
            typer.Option(
                "--write",
                metavar=say("文件夹", "FOLDER"),
                help=say("把两份 Schema 写入文件夹", "write both schemas into a folder"),
            ),
        ] = None,
        lang: Annotated[str | None, lang_option] = None,
    ) -> object:
        from planspec.commands import schema as command

        return command.schema(kind, write, language or "zh")

    @app.command(
        "fmt",
        cls=Command,
        help=say(
            "把方案整理成统一的写法：键的顺序、缩进、引号；注释保留，含义不变。",
            "Put specs into canonical form: key order, style, quotes; comments stay, meaning never changes.",
        ),
        epilog=say(
            """示例：
  planspec fmt specs              整理一个文件夹
  planspec fmt --check specs      只检查，有需要整理的以退出码 1 结束
  planspec fmt --ids plan.yaml    给没有 id 的任务补上 id""",
            """Examples:
  planspec fmt specs              format a folder
  planspec fmt --check specs      only look; exit with 1 if a file would change
  planspec fmt --ids plan.yaml    give an id to each task without one""",
        ),
    )
    def fmt(
        paths: Annotated[
            list[Path] | None,
            paths_argument,
        ] = None,
        check: Annotated[
            bool,
            typer.Option(
                "--check", help=say("不写文件，列出需要整理的", "write nothing, list what would change")
            ),
        ] = False,
        diff: Annotated[
            bool, typer.Option("--diff", help=say("不写文件，显示差异", "write nothing, show the difference"))
        ] = False,
        ids: Annotated[
            bool,
            typer.Option("--ids", help=say("给没有 id 的任务补上 id", "give an id to each task without one")),
        ] = False,
        lang: Annotated[str | None, lang_option] = None,
    ) -> object:
        from planspec.commands import fmt as command

        return command.fmt(paths or (), check=check, diff=diff, ids=ids, language=language or "zh")

    @app.command(
        "import",
        cls=Command,
        help=say(
            "把已发布的方案文件读成方案草稿（plan.yaml 和各行动文件）。",
            "Read a published document into the draft of a spec (plan.yaml and a file per action).",
        ),
        epilog=say(
            """示例：
  planspec import 方案.txt specs/hunan/yueyang/2025
  planspec import 方案.txt draft --jurisdiction 430600 --report coverage.json

退出码：0 全部归入；1 有没有归入的内容；2 文件无法读取或用法有误""",
            """Examples:
  planspec import plan.txt specs/hunan/yueyang/2025
  planspec import plan.txt draft --jurisdiction 430600 --report coverage.json

Exit codes: 0 all has a place; 1 something is left over; 2 unreadable document or wrong usage""",
        ),
    )
    def import_(
        document: Annotated[
            Path,
            typer.Argument(
                metavar=say("文件", "DOCUMENT"), help=say("已发布的文件", "the published document")
            ),
        ],
        folder: Annotated[
            Path, typer.Argument(metavar=say("文件夹", "FOLDER"), help=say("写到哪里", "where to write"))
        ],
        jurisdiction: Annotated[
            str | None,
            typer.Option(
                "--jurisdiction",
                metavar=say("代码或名称", "CODE|NAME"),
                help=say(
                    "行政区划代码或名称；默认从标题看", "code or name of the place; default: by the title"
                ),
            ),
        ] = None,
        report: Annotated[
            Path | None,
            typer.Option(
                "--report",
                metavar=say("文件", "FILE"),
                help=say("把逐行的对照写成 JSON", "write the account of every line as JSON"),
            ),
        ] = None,
        force: Annotated[
            bool, typer.Option("--force", help=say("覆盖已有文件", "overwrite existing files"))
        ] = False,
        lang: Annotated[str | None, lang_option] = None,
    ) -> object:
        from planspec.commands import import_ as command

        return command.import_(document, folder, jurisdiction, report, force=force, language=language or "zh")

    @app.command(
        "export",
        cls=Command,
        help=say(
            "把方案导出为表格：任务、目标、单位或工作专班。",
            "Export specs as flat tables: tasks, targets, units or work groups.",
        ),
        epilog=say(
            """示例：
  planspec export specs --table tasks > tasks.csv
  planspec export specs --table targets --format json --output targets.json""",
            """Examples:
  planspec export specs --table tasks > tasks.csv
  planspec export specs --table targets --format json --output targets.json""",
        ),
    )
    def export(
        paths: Annotated[
            list[Path] | None,
            paths_argument,
        ] = None,
        table: Annotated[
            str,
            typer.Option(
                "--table",
                metavar=say("表", "TABLE"),
                autocompletion=lambda: list(EXPORT_TABLES),
                help=say(
                    "tasks（默认）、targets、units 或 workgroups",
                    "tasks (default), targets, units, workgroups",
                ),
            ),
        ] = "tasks",
        style: Annotated[
            str,
            typer.Option(
                "--format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(EXPORT_FORMATS),
                help=say("csv（默认）、json 或 parquet", "csv (default), json or parquet"),
            ),
        ] = "csv",
        output: Annotated[
            Path | None,
            typer.Option(
                "--output",
                "-o",
                metavar=say("文件", "FILE"),
                help=say("写入文件；默认写到屏幕", "write to a file; default: the screen"),
            ),
        ] = None,
        lang: Annotated[str | None, lang_option] = None,
    ) -> object:
        from planspec.commands import export as command

        return command.export(paths or (), table, style, output)

    @app.command(
        "trace",
        cls=Command,
        help=say(
            """对照方案与它转录的文件：每个单位、职务、数字是否在 source 所指的位置，两边各缺什么。

方案旁的 trace.yaml 可列出例外，每条写明 source、text、reason；没有用上的例外也会报告。""",
            """Compare a spec with the document that it transcribes: is every unit, post and figure at the place
that its source names, and what does either side lack?

A file trace.yaml beside the plan may list exceptions, each with source, text and reason; one that covers
nothing is reported.""",
        ),
        epilog=say(
            """示例：
  planspec trace specs/hunan/yueyang/2025 方案.txt
  planspec trace plan.yaml 方案.txt --output-format json > trace.json

退出码：0 两边一致；1 有差异或多余的例外；2 无法读取""",
            """Examples:
  planspec trace specs/hunan/yueyang/2025 plan.txt
  planspec trace plan.yaml plan.txt --output-format json > trace.json

Exit codes: 0 both agree; 1 differences, or an exception that covers nothing; 2 unreadable""",
        ),
    )
    def trace(
        spec: Annotated[
            Path,
            typer.Argument(
                metavar=say("方案", "SPEC"), help=say("plan.yaml 或它所在的文件夹", "plan.yaml or its folder")
            ),
        ],
        document: Annotated[
            Path,
            typer.Argument(
                metavar=say("文件", "DOCUMENT"), help=say("已发布的文件", "the document as published")
            ),
        ],
        output_format: Annotated[
            str,
            typer.Option(
                "--output-format",
                metavar=say("格式", "FORMAT"),
                autocompletion=lambda: list(TRACE_FORMATS),
                help=say("text（默认）或 json", "text (default) or json"),
            ),
        ] = "text",
        lang: Annotated[str | None, lang_option] = None,
    ) -> object:
        from planspec.commands import trace as command

        return command.trace_(spec, document, output_format, language or "zh")

    return app


def help_page(command: Any, context: Any, english: bool) -> str:
    """Return the help page of a command: what Typer knows of it, laid out and worded by planspec."""
    from planspec.report.help import Section, page
    from planspec.report.terminal import terminal_of

    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    usage = [context.command_path, "[OPTIONS]" if english else "[选项]"]
    for param in command.get_params(context):
        if getattr(param, "hidden", False):
            continue
        if param.param_type_name == "argument":
            dots = "..." if param.nargs != 1 else ""
            name = f"{param.metavar or param.name}{dots}"
            usage.append(name if param.required else f"[{name}]")
            arguments.append((name, param.help or ""))
            continue
        names = sorted(param.opts, key=lambda name: (len(name) > 2, name))
        name = ", ".join([*names, *param.secondary_opts])
        if param.metavar and not param.is_flag:
            name = f"{name} {param.metavar}"
        own = _OWN_HELP[english]
        options.append((name, next((own[opt] for opt in param.opts if opt in own), param.help or "")))
    commands: list[tuple[str, str]] = []
    if isinstance(command, TyperGroup):
        usage.append("COMMAND [ARGS]..." if english else "命令 [参数]...")
        for name in command.list_commands(context):
            one = command.get_command(context, name)
            if one is not None and not one.hidden:
                commands.append((name, one.help or ""))
    heads = ("Commands:", "Arguments:", "Options:") if english else ("命令：", "参数：", "选项：")
    sections = [Section(*part) for part in zip(heads, (commands, arguments, options), strict=True)]
    width = min(terminal_of(sys.stdout).width, 100)
    mark = "Usage: " if english else "用法："
    return page(mark + " ".join(usage), command.help or "", sections, command.epilog or "", width)


_OWN_HELP: Final[tuple[dict[str, str], dict[str, str]]] = (
    {
        "--help": "显示本帮助",
        "--install-completion": "为当前的 shell 安装命令补全",
        "--show-completion": "显示补全脚本，供查看或自行安装",
    },
    {
        "--help": "show this help",
        "--install-completion": "install completion for the current shell",
        "--show-completion": "show the completion script, to read or to install it yourself",
    },
)
"""Help of the options that Typer adds itself, in Chinese and in English."""


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"planspec {__version__}")
        raise typer.Exit


def _check_language(value: str | None) -> str | None:
    if value is not None and value not in ("zh", "en"):
        from planspec.commands.words import one_of

        one_of("--lang", value, ("zh", "en"))
    return value


def _complete_rules(incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete the last of several comma-separated codes or names."""
    from planspec.rules import ALL

    before, comma, last = incomplete.rpartition(",")
    for rule in ALL:
        for word in (rule.code, rule.name):
            if word.startswith(last):
                yield f"{before}{comma}{word}", rule.page.title.zh


def _complete_families(incomplete: str) -> Iterator[str]:
    from planspec.rules import ALL

    yield from dict.fromkeys(rule.family for rule in ALL if rule.family.startswith(incomplete))


def _deliver(answer: "Answer") -> int:
    """Write what the command has to say; a reader that stops reading is no error."""
    stream = sys.stdout
    if answer.aside and sys.stderr is not None:
        sys.stderr.write(answer.aside)
    if stream is None:
        return answer.exit_code
    if answer.data:
        _reconfigure(stream, encoding="utf-8")
    with _unread():
        stream.write(answer.text)
        stream.flush()
    return answer.exit_code


@contextmanager
def _unread() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        # What is still buffered goes nowhere, or Python would complain at its exit.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reconfigure(stream: Any, **how: str) -> None:
    change = getattr(stream, "reconfigure", None)
    if change is not None:
        change(**how)


def _interrupted(language: "Language | None") -> int:
    if sys.stderr is not None:
        sys.stderr.write("Interrupted\n" if language == "en" else "已中断\n")
    return INTERRUPTED


def _fail(error: Exception, language: "Language | None") -> int:
    """Show why the job could not be done; return the exit code."""
    from planspec.source.errors import PlanspecError
    from planspec.source.message import Message

    if os.environ.get(DEBUG_VARIABLE, "") not in ("", "0"):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, PlanspecError):
        _tell(error.message, error.hint, language)
    elif hasattr(error, "format_message"):
        _tell(*usage_error(error), language)
    else:
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        _tell(
            Message(f"planspec 内部出错（{reason}）", f"planspec failed ({reason})"),
            Message(
                f"这是 planspec 的缺陷，请报告；设 {DEBUG_VARIABLE}=1 再运行一次可看到详情",
                f"This is a defect of planspec, please report it; {DEBUG_VARIABLE}=1 shows the details",
            ),
            language,
        )
    return FAILED


def _tell(message: "Message", hint: "Message | None", language: "Language | None") -> None:
    if sys.stderr is None:
        return
    from planspec.report import Look
    from planspec.report.failure import render
    from planspec.report.terminal import terminal_of

    terminal = terminal_of(sys.stderr)
    with suppress(OSError, ValueError):
        sys.stderr.write(render(message, hint, Look(language or "zh", terminal.width, terminal.color)))
        sys.stderr.flush()


def usage_error(error: Any) -> "tuple[Message, Message | None]":
    """Return what is wrong with the arguments, from the exception that Typer raises for it."""
    import re
    from difflib import get_close_matches

    from planspec.source.message import Message

    said = str(error.format_message())
    kind = type(error).__name__
    zh = said
    name = getattr(error, "option_name", "")
    hint = getattr(error, "param_hint", None) or getattr(getattr(error, "param", None), "metavar", None) or ""
    if kind == "NoSuchOption":
        zh, said = f"没有选项 {name}", f"No such option: {name}"
        for close in get_close_matches(name, sorted(error.possibilities or ()), 1, 0.0):
            zh, said = f"{zh}；是不是 {close}？", f"{said}; did you mean {close}?"
    elif kind == "MissingParameter":
        zh = f"缺少参数：{hint}"
    elif kind == "BadOptionUsage":
        zh = f"选项 {name} 后面要写值" if "argument" in said else f"选项 {name} 的用法不对：{said}"
    elif kind == "BadParameter":
        opts = " / ".join(getattr(getattr(error, "param", None), "opts", ())) or hint
        zh = f"{opts} 的值不对：{'应为整数' if 'valid integer' in said else error.message}"
    elif found := re.match(r"No such command '(.*?)'", said):
        zh, said = f"没有命令 {found[1]}", f"No such command: {found[1]}"
        for close in get_close_matches(found[1], error.ctx.command.list_commands(error.ctx), 1):
            zh, said = f"{zh}；是不是 {close}？", f"{said}; did you mean {close}?"
    elif found := re.match(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", said):
        zh = f"多出的参数：{found[1]}"
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "planspec"
    return Message(zh, said), Message(f"用法见 {command} --help", f"See {command} --help")
