"""Errors on their way out: what was wrong with the arguments or the input, in the user's language."""

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from planspec.report import Language
    from planspec.source.message import Message

DEBUG_VARIABLE: Final = "PLANSPEC_DEBUG"
INTERRUPTED: Final = 130
"""Exit code after Ctrl-C, as shells have it."""
FAILED: Final = 2
_NO_ROOM: Final = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def interrupted(language: "Language | None") -> int:
    """Say so; return the exit code."""
    if sys.stderr is not None:
        sys.stderr.write("Interrupted\n" if language == "en" else "已中断\n")
    return INTERRUPTED


def fail(error: Exception, language: "Language | None") -> int:
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
    elif isinstance(error, OSError) and error.errno in _NO_ROOM:
        _tell(
            Message("无法写出：磁盘已满", "cannot write: the disk is full"),
            Message("请腾出空间，或写到别处", "free some space, or write elsewhere"),
            language,
        )
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
        zh = f"{opts} 的值不对：{'应为整数' if 'valid int' in said else error.message}"
    elif found := re.match(r"No such command '(.*?)'", said):
        zh, said = f"没有命令 {found[1]}", f"No such command: {found[1]}"
        for close in get_close_matches(found[1], error.ctx.command.list_commands(error.ctx), 1):
            zh, said = f"{zh}；是不是 {close}？", f"{said}; did you mean {close}?"
    elif found := re.match(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", said):
        zh = f"多出的参数：{found[1]}"
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "planspec"
    return Message(zh, said), Message(f"用法见 {command} --help", f"See {command} --help")
