"""The command line: arguments in, exit code out.

Nothing heavy is imported here: rules, YAML, schemas and rich come with the command that needs them, so
that `planspec --version` answers at once. Help and errors are in Chinese unless English is asked for.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import typer
from typer.main import get_command

from planspec import __version__
from planspec.cli import (
    approve,
    baseline,
    changes,
    compare,
    config,
    diff,
    export,
    fmt,
    git_diff,
    import_,
    init,
    lint,
    merge,
    rule,
    rules,
    schema,
    trace,
    tree,
)
from planspec.cli.failure import FAILED, INTERRUPTED, fail, interrupted
from planspec.cli.parts import Parts

if TYPE_CHECKING:
    from planspec.commands.answer import Answer
    from planspec.report import Language

LANGUAGE_VARIABLE: Final = "PLANSPEC_LANG"

COMMANDS: Final = (
    lint,
    baseline,
    diff,
    changes,
    approve,
    compare,
    tree,
    rule,
    rules,
    config,
    init,
    schema,
    fmt,
    merge,
    import_,
    export,
    trace,
    git_diff,
)
"""In the order of the help."""


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
            return interrupted(language) if answer == INTERRUPTED else answer
        return 0 if answer is None else _deliver(cast("Answer", answer))
    except KeyboardInterrupt:
        return interrupted(language)
    except Exception as error:  # the one place where errors end
        if type(error).__name__ == "Abort":
            return interrupted(language)
        return fail(error, language)


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
    cli = Parts(language)
    say = cli.say
    app = typer.Typer(
        name="planspec",
        cls=cli.Group,
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
        lang: Annotated[str | None, cli.lang] = None,
    ) -> int | None:
        if ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help(), err=True)
            return FAILED
        return None

    for command in COMMANDS:
        command.add(app, cli)
    return app


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"planspec {__version__}")
        raise typer.Exit


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
