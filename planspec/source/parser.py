"""Text to nodes in one pass over libyaml's events, with every fault of the text.

The rules of reading, which differ from YAML 1.1 where YAML 1.1 surprises people:

- `yes`, `no`, `on`, `off` and dates are text; only `true`, `false`, `null`, `~`, integers and
  decimal numbers are not.
- A key is always text. A duplicate key is a fault and the first value counts.
- Aliases and `<<` merges work; what they expand to is bounded.
- After a syntax error the slip is mended or left out and the rest is read, so that one run tells
  all faults of a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import yaml
from msgspec.structs import replace
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from planspec.source.diagnostic import Edit, Fix
from planspec.source.file import Fault, SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Plain, Scalar, Sequence
from planspec.source.span import Span

if TYPE_CHECKING:
    from planspec.source.recovery import Draft
    from planspec.source.syntax import Slip

MAX_DEPTH: Final = 64
"""Deepest nesting read; a plan needs about a dozen levels."""
MAX_EXPANDED: Final = 1_000_000
"""Most nodes that one file may stand for once its aliases are expanded."""
MAX_NODES: Final = 1_000_000
"""Most nodes of one file as it is written."""
MAX_ERRORS: Final = 20
"""Syntax errors after which a file is given up."""
MAX_FAULTS: Final = 200
"""Other faults of one file that are listed: repeated keys, aliases that lead nowhere."""
MAX_REREAD: Final = 20_000_000
"""Most characters read in all, as each syntax error makes the file be read again."""

Related: TypeAlias = tuple[Span, Message]

_NUMBER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s*|#[^\r\n]*\s*)*")
_CONSTANTS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WIDE: Final = frozenset((":", "：", "\u3000"))
"""What a slip of one character after a key may be."""
_SPECIAL_START: Final = frozenset("-+0123456789~nNtTfF")
_STRING_TAGS: Final = frozenset({"!", "tag:yaml.org,2002:str"})
_KNOWN_TAGS: Final = _STRING_TAGS | {
    f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "map", "seq")
}

DUPLICATE = Template(
    zh="键“{key}”重复：第{line}行已经写过，这里的值不会生效；请删去其一，或改成应有的键名",
    en="Key “{key}” is repeated: line {line} already has it, so this value has no effect; "
    "delete one of them, or give it the key that was meant",
)
DELETE_COPY = Message(zh="删去后写的一行，两处的值相同", en="Delete the later line; both have the same value")
WRITE = Template(zh="改为“{text}”", en="Write “{text}”")
FIRST_USE = Template(zh="“{key}”第一次写在这里", en="“{key}” first stands here")
KEY_NOT_TEXT = Template(
    zh="冒号前面应当是一段文字，这里却是方括号或花括号里的内容；若文字以 [ 或 {{ 开头，请加引号",
    en="A key must be text, here it is a list or a mapping; quote a key that starts with [ or {{",
)
TOO_DEEP = Template(
    zh="嵌套超过{limit}层，没有继续读取；请检查这里的缩进或括号",
    en="Nested deeper than {limit} levels; reading stopped here. Check the indentation or brackets",
)
TOO_MANY = Template(
    zh="文件有超过{limit}个键和值，没有继续读取；请把各行动的方案分写成多个文件（include）",
    en="The file has more than {limit} keys and values; reading stopped here. "
    "Split it into one file per action (include)",
)
ALIAS_BOMB = Template(
    zh="引用（*{name}）层层展开后超过{limit}项，没有继续读取；请把重复的内容直接写出，或少用引用",
    en="Alias *{name} expands to more than {limit} nodes; reading stopped here. Write the content out, "
    "or nest fewer aliases",
)
ALIAS_UNKNOWN = Template(
    zh="*{name} 引用的是前面标有 &{name} 的内容，但前面没有这个标记；若想写以 * 开头的文字，请加引号",
    en="Alias *{name} has no anchor &{name}; quote a text that starts with *",
)
ALIAS_CYCLE = Template(
    zh="*{name} 引用的内容里又包含它自己，无法展开；请改为直接写出",
    en="Alias *{name} refers to content that contains it; write the content out",
)
SECOND_DOCUMENT = Template(
    zh="一个文件只能有一份方案：从第二个“---”起的内容没有读取；请拆成两个文件",
    en="One file holds one document: what follows the second “---” was not read; split the file",
)
MERGE_NOT_MAPPING = Template(
    zh="“<<”只能并入一组“键: 值”（如 <<: *base）；这里的值没有并入",
    en="“<<” merges mappings only (such as <<: *base); this value was not merged",
)
UNKNOWN_TAG = Template(
    zh="标签 {tag}（以“!”开头的文字）在 YAML 中另有含义，这里没有采用；若“!”是文字的一部分，请给整个值加引号",
    en="Tag {tag} is not supported and was ignored; quote a text that starts with “!”",
)
MORE = Template(
    zh="这样的问题超过{limit}处，其余没有列出；请先改正以上各处",
    en="More than {limit} such faults; the rest is not listed. Mend those above first",
)
GIVEN_UP = Template(
    zh="语法错误超过{limit}处，其余没有列出；请先改正以上各处",
    en="More than {limit} syntax errors; the rest is not listed. Mend those above first",
)


class _StopError(Exception):
    """Reading cannot go on: a bound was reached."""


class _BrokenError(Exception):
    """A value cannot be read; the others can."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


def parse(file: SourceFile) -> None:
    """Read `file.text`; sets `file.root`, adds to `file.faults` and `file.broken_lines`."""
    text = file.text
    draft: Draft | None = None
    errors = 0
    unread = MAX_REREAD
    while True:
        faults: list[Fault] = []
        try:
            file.root = _Builder(file, faults).build(text)
        except _StopError:
            break
        except (_BrokenError, yaml.YAMLError) as error:
            # What mends a broken text is imported where there is one.
            from planspec.source.recovery import Draft
            from planspec.source.syntax import Slip, explain

            draft = draft or Draft(file)
            slip = Slip(error.fault) if isinstance(error, _BrokenError) else explain(error, draft.lines)
        else:
            break
        if draft.amend(slip):
            file.faults.append(_mendable(slip, file))
            errors += 1
        unread -= len(text)
        if errors == MAX_ERRORS or unread < 0:
            faults = [Fault("FMT001", slip.fault.span, GIVEN_UP(limit=errors))]
            break
        text = draft.text
    file.faults.extend(faults)
    file.faults.sort(key=lambda one: one.span)


class _Builder:
    """Builds the node tree of one text."""

    def __init__(self, file: SourceFile, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.open_anchors: dict[int, str] = {}
        self.sizes: dict[int, int] = {}  # by id of the nodes in `anchored`, which keeps them alive
        self.anchored: list[Node] = []
        self.void: dict[int, Scalar] = {}  # what stands for an alias that leads nowhere
        self.expanded = 0

    def fault(self, event: Any, template: Template, **gaps: object) -> None:
        self.tell("FMT001", self.span(event), template(**gaps))

    def tell(
        self,
        code: str,
        span: Span,
        message: Message,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> None:
        """Add a fault; past a bound, say once that there are more."""
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(Fault(code, span, message, related, fix))
        elif len(self.faults) == MAX_FAULTS:
            self.faults.append(Fault("FMT001", span, MORE(limit=MAX_FAULTS)))

    def span(self, event: Any) -> Span:
        """Return the range of an event, one column at least."""
        start, end = event.start_mark.index, event.end_mark.index
        return self.file.span(start, max(start + 1, end))

    def build(self, text: str) -> Node | None:
        """Return the root node of the first document; raises yaml.YAMLError, _StopError."""
        next_event: Callable[[], Any] = CParser(text).get_event
        file = self.file
        root: Node | None = None
        documents = made = 0
        # The container being filled, and for a mapping the key that waits for its value.
        current: Any = None
        key: Any = None
        key_node: Scalar | None = None
        stack: list[tuple[Any, str | None, Scalar | None]] = []
        anchors = self.anchors

        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value: Any = event.value
                if event.style == "" and (not value or value[0] in _SPECIAL_START):
                    value = _resolve(value)
                start = event.start_mark.index
                if event.anchor is not None or event.tag is not None:
                    start = _after_properties(text, start, event.end_mark.index)
                    value = self.tagged(event, value)
                node: Any = Scalar(value, start, event.end_mark.index, file)
                if event.anchor is not None:
                    anchors[event.anchor] = (node, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(stack) >= MAX_DEPTH:
                    self.fault(event, TOO_DEEP, limit=MAX_DEPTH)
                    raise _StopError
                start = event.start_mark.index
                if event.anchor is not None or event.tag is not None:
                    start = _after_properties(text, start, len(text))
                    self.tagged(event, None)
                node = (
                    Sequence([], [], start, 0, file)
                    if kind is SequenceStartEvent
                    else Mapping({}, {}, {}, start, 0, file)
                )
                if event.anchor is not None:
                    self.open_anchors[id(node)] = event.anchor
                    anchors[event.anchor] = (node, 0)
                if type(current) is Mapping and key_node is None:
                    raise _BrokenError(Fault("FMT001", self.span(event), KEY_NOT_TEXT()))
                stack.append((current, key, key_node))
                current, key, key_node = node, None, None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = current
                if event.end_mark.index > event.start_mark.index:  # a bracket was written
                    node.end = event.end_mark.index
                if kind is MappingEndEvent and "<<" in node.entries:
                    merging = node.keys["<<"]
                    if text[merging.start : merging.end] == "<<":  # not when it is quoted
                        self.merge(node)
                if id(node) in self.open_anchors:
                    self.close_anchor(node)
                current, key, key_node = stack.pop()
            elif kind is AliasEvent:
                node = self.alias(event)
            elif kind is StreamEndEvent:
                return root
            elif kind is DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self.fault(event, SECOND_DOCUMENT)
                    return root
                continue
            else:
                continue

            made += 1
            if made > MAX_NODES:
                self.fault(event, TOO_MANY, limit=MAX_NODES)
                raise _StopError
            # Put the finished node into its container.
            if current is None:
                root = node
            elif type(current) is Sequence:
                current.items.append(node)
                current.plain.append(node.plain)
            elif key_node is None:
                if type(node) is not Scalar:
                    raise _BrokenError(Fault("FMT001", self.span(event), KEY_NOT_TEXT()))
                plain = node.plain
                key = plain if type(plain) is str else event.value if kind is ScalarEvent else node.text
                key_node = node
            else:
                entries = current.entries
                if key in entries:
                    self.duplicate(current, key, key_node, node)
                else:
                    entries[key] = node
                    current.keys[key] = key_node
                    current.plain[key] = node.plain
                key_node = None

    def tagged(self, event: Any, value: Any) -> Any:
        """Return the value under an explicit tag, if there is one; an unknown tag is a fault and ignored."""
        tag = event.tag
        if tag is None:
            return value
        if tag in _STRING_TAGS:
            return getattr(event, "value", None)
        if tag not in _KNOWN_TAGS:
            self.fault(event, UNKNOWN_TAG, tag=tag)
        elif isinstance(value, str) and tag.endswith(("int", "float", "bool", "null")):
            return _resolve(value)
        return value

    def duplicate(self, mapping: Mapping, key: str, key_node: Scalar, value: Node) -> None:
        if len(self.faults) > MAX_FAULTS:
            return
        first = mapping.keys[key].span
        message = DUPLICATE(key=key, line=first.start_line)
        fix = None
        if type(value) is Scalar and value.plain == mapping.plain[key] and value.start >= key_node.end:
            from planspec.source.rewriting import without_lines

            edit = without_lines(self.file, self.file.span(key_node.start, value.end))
            fix = Fix(DELETE_COPY, (edit,)) if edit is not None else None
        self.tell("FMT003", key_node.span, message, ((first, FIRST_USE(key=key)),), fix)

    def alias(self, event: Any) -> Node:
        """Return the anchored node; raises _StopError when the expansion grows past its bound."""
        name = event.anchor
        found = self.anchors.get(name)
        if found is None or id(found[0]) in self.open_anchors:
            self.fault(event, ALIAS_UNKNOWN if found is None else ALIAS_CYCLE, name=name)
            nothing = Scalar(None, event.start_mark.index, event.end_mark.index, self.file)
            self.void[id(nothing)] = nothing
            return nothing
        node, size = found
        self.expanded += size
        if self.expanded > MAX_EXPANDED:
            self.fault(event, ALIAS_BOMB, name=name, limit=MAX_EXPANDED)
            raise _StopError
        return node

    def close_anchor(self, node: Mapping | Sequence) -> None:
        """Keep how many nodes an alias of this one stands for, aliases below it expanded."""
        size = 0
        todo: list[Node] = [node]
        while todo:
            part = todo.pop()
            size += self.sizes.get(id(part), 1)
            if not isinstance(part, Scalar) and id(part) not in self.sizes:
                todo.extend(part.entries.values() if isinstance(part, Mapping) else part.items)
        name = self.open_anchors.pop(id(node))
        self.sizes[id(node)] = size
        self.anchored.append(node)
        if self.anchors[name][0] is node:  # the name may have been given anew within the node
            self.anchors[name] = (node, size)

    def merge(self, mapping: Mapping) -> None:
        """Add the entries of `<<` that the mapping does not state itself."""
        value = mapping.entries.pop("<<")
        mapping.keys.pop("<<")
        mapping.plain.pop("<<")
        sources = value.items if isinstance(value, Sequence) else [value]
        for source in sources:
            if id(source) in self.void:
                continue
            if not isinstance(source, Mapping):
                self.tell("FMT001", source.span, MERGE_NOT_MAPPING())
                continue
            for key, node in source.entries.items():
                if key not in mapping.entries:
                    mapping.entries[key] = node
                    mapping.keys[key] = source.keys[key]
                    mapping.plain[key] = node.plain


def _mendable(slip: Slip, file: SourceFile) -> Fault:
    """Return the fault of a slip, with the fix where one character is plainly meant to be another."""
    span = slip.fault.span
    if not slip.mend or file.slice(span) not in _WIDE:
        return slip.fault
    edit = Edit(file.shown, span, slip.mend)
    return replace(slip.fault, fix=Fix(WRITE(text=slip.mend), (edit,), safe=True))


def _after_properties(text: str, start: int, end: int) -> int:
    """Return where the value itself begins, behind its anchor and tag."""
    match = _PROPERTIES.match(text, start, end)
    return match.end() if match is not None else start


def _resolve(value: str) -> Plain:
    """Return the number, boolean or null that a plain scalar stands for, else the text."""
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    match = _NUMBER.fullmatch(value)
    if match is None or len(value) > 18:
        return value
    return float(value) if match[1] else int(value)
