"""The options that several commands share: which configuration, which rules, for whom, how strictly."""

import typer

from planspec.cli.completion import complete_rules
from planspec.cli.parts import Parts


class Choices:
    """The options in the language of the help; `planspec.commands.settings.Choice` takes what they say."""

    def __init__(self, cli: Parts) -> None:
        say = cli.say
        self.select = typer.Option(
            "--select",
            metavar=say("规则", "RULES"),
            autocompletion=complete_rules,
            help=say(
                "只用这些规则：代码、名称、族（RES）或 ALL，逗号分隔，可重复",
                "apply only these: codes, names, families (RES) or ALL, comma-separated, repeatable",
            ),
        )
        self.extend_select = typer.Option(
            "--extend-select",
            metavar=say("规则", "RULES"),
            autocompletion=complete_rules,
            help=say("在所选之外再加这些规则", "apply these rules as well"),
        )
        self.ignore = typer.Option(
            "--ignore",
            metavar=say("规则", "RULES"),
            autocompletion=complete_rules,
            help=say("不用这些规则", "do not apply these rules"),
        )
        self.profile = typer.Option(
            "--profile",
            metavar=say("档次", "PROFILE"),
            autocompletion=lambda: ["drafter", "reviewer", "gate"],
            help=say(
                "报告多少：drafter（默认，拟稿：全部问题，连同改进提示）、"
                "reviewer（审核：错误和警告，不列提示）或 gate（把关，供 CI 使用：错误和把握大的警告）",
                "how much is reported: drafter (default; everything, advice included), "
                "reviewer (errors and warnings, no advice) or "
                "gate (for CI: errors, and warnings of high confidence)",
            ),
        )
        self.fail_level = typer.Option(
            "--fail-level",
            metavar=say("级别", "LEVEL"),
            autocompletion=lambda: ["error", "warning", "info"],
            help=say(
                "达到此级别才以退出码 1 结束：error、warning（默认）或 info",
                "findings from this level on exit with 1: error, warning (default) or info",
            ),
        )
        self.config = typer.Option(
            "--config",
            metavar=say("文件", "FILE"),
            help=say(
                "配置文件；默认向上找 planspec.toml 或 pyproject.toml",
                "configuration file; default: the nearest planspec.toml or pyproject.toml",
            ),
        )
        self.isolated = typer.Option("--isolated", help=say("不读任何配置文件", "read no configuration file"))
