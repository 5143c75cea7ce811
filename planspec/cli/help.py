"""Help pages: what Typer knows of a command, laid out and worded by planspec."""

import sys
from typing import Any, Final

from typer.core import TyperGroup


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
                commands.append((name, (one.help or "").partition("\n\n")[0]))
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
