"""Value that other tools read as something else / 别的工具会读成另一个值

何事：没有加引号的值写成了 yes、no、on、off、y、n，或者 12:30、010、1_000、0x1F 一类；键不受影响。
What: A plain value, without quotes, is `yes`, `no`, `on`, `off`, `y`, `n` or looks like 12:30, 010, 1_000
or 0x1F. Keys are not concerned.

缘由：planspec 按文字读取；按 YAML 1.1 读取的工具（PyYAML、Ruby、Ansible 等）却会读成真假、六十进制数或八进
制数，同一份方案在两处就成了两个值。
Why: planspec reads it as text, but tools that follow YAML 1.1 (PyYAML, Ruby, Ansible) read a boolean, a
sexagesimal or an octal number, so that one plan holds two values.

改法：给值加上引号，如 "010"；planspec lint --fix 可以代劳。
Mend: Quote the value, such as "010"; `planspec lint --fix` does it.

依据：格式：YAML 1.1 与 1.2 对这些写法的解释不同。
Authority: the format; YAML 1.1 and 1.2 read these notations differently.

Bad:

    actions:
      - action: 产业培塑行动
        no: 01
    #       ^^ ambiguous-scalar

Good:

    actions:
      - action: 产业培塑行动
        no: "01"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Edit, Fix, Severity
from planspec.source.file import SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.place import at

AMBIGUOUS = Template(
    zh="“{text}”没有加引号：这里按文字读取，而遵循YAML 1.1的其他工具（PyYAML、Ruby、Ansible等）会读成{zh}；"
    "请加上引号",
    en="“{text}” is not quoted: planspec reads it as text, but tools that follow YAML 1.1 (PyYAML, Ruby, "
    "Ansible) read {en}; quote it",
)
QUOTE = Message("加上引号", "Quote the value")

_KINDS: Final[dict[str, tuple[str, str, str]]] = {
    "word": (
        "[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF",
        "真假值（是或否）",
        "a boolean (true or false)",
    ),
    "clock": (r"[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", "六十进制数", "a sexagesimal number"),
    "base": ("[-+]?0(?:[xX][0-9a-fA-F_]+|[bBoO][0-7_]+)", "另一进制的数", "a number of another base"),
    "zero": ("[-+]?0[0-9_]+", "八进制数，或去掉前面的零", "an octal number, or drop the leading zero"),
    "gap": (r"[-+]?[1-9][0-9]*_[0-9_]*(?:\.[0-9_]*)?", "去掉下划线的数", "a number without the underscore"),
    "float": (
        r"[-+]?(?:[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+|\.[0-9]+|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)",
        "小数或特殊数",
        "a floating-point number",
    ),
}
_TOKEN: Final = "|".join(f"(?P<{kind}>{pattern})" for kind, (pattern, _, _) in _KINDS.items())
_END: Final = r"(?=[ \t]*(?:[\r\n,\]}]|\Z)|[ \t]+#)"
# One pass for each mark that may stand before a value: a fixed first character is what makes `re` fast.
_PLACES: Final = tuple(
    re.compile(f"{mark} *(?=[-+.0-9yYnNoO])(?:{_TOKEN}){_END}") for mark in (": ", "- ", r"\[", ", ")
)
_BOOLEAN_KEYS: Final = frozenset({"open"})
"""Keys whose value must be true or false: there the schema speaks already."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Search each file's text; look at its nodes only where something was found."""
    for file in plan.files:
        suspects = _suspects(file)
        if not suspects or file.root is None:
            continue
        for node in _plain_values(file.root, suspects):
            kind = suspects[node.start, node.end]
            text = file.text[node.start : node.end]
            _, zh, en = _KINDS[kind]
            fix = Fix(QUOTE, (Edit(file.shown, node.span, f'"{text}"'),), safe=True)
            yield Finding(at(node), AMBIGUOUS(text=text, zh=zh, en=en), None, text, fix=fix)


def _suspects(file: SourceFile) -> dict[tuple[int, int], str]:
    """Return the kind of each text that looks ambiguous, by its range; it may be part of a longer one."""
    found: dict[tuple[int, int], str] = {}
    for pattern in _PLACES:
        for match in pattern.finditer(file.text):
            assert match.lastgroup is not None
            found[match.span(match.lastgroup)] = match.lastgroup
    return found


def _plain_values(root: Node, suspects: dict[tuple[int, int], str]) -> Iterator[Scalar]:
    """Return the values (never keys) that fill one of the ranges: neither quoted nor part of a text."""
    todo: list[Node] = [root]
    seen: set[int] = set()
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            values = [value for key, value in node.entries.items() if key not in _BOOLEAN_KEYS]
            todo.extend(reversed(values))
        elif isinstance(node, Sequence):
            todo.extend(reversed(node.items))
        elif (node.start, node.end) in suspects and node.start not in seen:
            seen.add(node.start)
            yield node


rule = Rule("FMT008", "ambiguous-scalar", Severity.INFO, Authority.FORMAT, __doc__, check)
