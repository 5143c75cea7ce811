"""Validate a file against the JSON Schema: every violation, at its node, in plain words.

`jsonschema-rs` answers yes or no; only a file that fails is looked at again with `jsonschema`,
whose errors say where and why.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from planspec.source.file import Fault, SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Scalar, Sequence, head_span
from planspec.source.span import WHOLE_FILE, Span

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Kind = Literal["plan", "action"]
KINDS: Final[tuple[Kind, ...]] = ("plan", "action")
CODE: Final = "FMT002"

UNKNOWN_KEY = Template(zh="不认识的键“{key}”{hint}", en="Unknown key “{key}”{hint}")
MISSING_KEY = Template(
    zh="缺少必填的键“{key}”（{meaning}）", en="The required key “{key}” is missing ({meaning})"
)
WRONG_TYPE = Template(
    zh="{what}应为{wanted}，这里是{found}", en="{what} must be {wanted}, here it is {found}"
)
NOT_IN_ENUM = Template(
    zh="{what}的值“{value}”不在可选范围内：{allowed}", en="{what}: “{value}” is not one of {allowed}"
)
WRONG_CONST = Template(
    zh="{what}应为 {wanted}，这里是 {value}", en="{what} must be {wanted}, here it is {value}"
)
WRONG_PATTERN = Template(
    zh="{what}的值“{value}”格式不对：{meaning}", en="{what}: “{value}” is malformed: {meaning}"
)
TOO_SHORT = Template(zh="{what}不能为空", en="{what} must not be empty")
OUT_OF_RANGE = Template(
    zh="{what}的值 {value} 超出范围（{limit}）", en="{what}: {value} is out of range ({limit})"
)
ANYTHING = Template(zh="{what}不合要求：{reason}", en="{what} is not as it must be: {reason}")
FULL_WIDTH_HINT = Message(
    zh="；键后面的“：”是全角冒号，请改为半角冒号加空格“: ”",
    en="; the colon “：” after the key is full-width, write a half-width one and a space",
)
QUOTE_HINT = Message("；若是文字，请加引号", "; quote it if it is text")
EMPTY_FILE = Message(
    zh="文件是空的，或只有注释；方案从“planspec: 1”写起，可用 planspec init 生成样例",
    en="The file is empty or holds comments only; a plan starts with “planspec: 1”, see planspec init",
)

_TYPES: Final = {
    "object": Message("映射（键: 值）", "a mapping (key: value)"),
    "array": Message("列表（- 项）", "a list (- item)"),
    "string": Message("文字", "text"),
    "integer": Message("整数", "an integer"),
    "number": Message("数", "a number"),
    "boolean": Message("true 或 false", "true or false"),
    "null": Message("空", "empty"),
}


def schema_folder() -> Path:
    """Return where the schemas lie: inside the package when installed, else beside it."""
    packaged = Path(__file__).with_name("_schema")
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "schema"


@cache
def load_schema(kind: Kind) -> dict[str, Any]:
    """Return the schema of a plan file or of an action file as it stands in `schema/`."""
    loaded: dict[str, Any] = json.loads((schema_folder() / f"{kind}.schema.json").read_text("utf-8"))
    return loaded


def bundled_schema(kind: Kind) -> dict[str, Any]:
    """Return the schema in one piece, with no reference to another file."""
    if kind == "plan":
        return load_schema("plan")
    head = {key: value for key, value in load_schema("action").items() if key != "$ref"}
    return {**head, "$ref": "#/$defs/actionFile", "$defs": load_schema("plan")["$defs"]}


def kind_of(file: SourceFile, *, included: bool) -> Kind:
    """Return which schema a file follows: an included file is an action."""
    return "action" if included else "plan"


def validate(file: SourceFile, kind: Kind) -> list[Fault]:
    """Return every violation of the schema, in the order of the file."""
    root = file.root
    if root is None:
        return [] if file.faults else [Fault(CODE, WHOLE_FILE, EMPTY_FILE)]
    if isinstance(root, Scalar) and root.plain is None:
        return [] if file.faults else [Fault(CODE, WHOLE_FILE, EMPTY_FILE)]
    if _fast(kind).is_valid(root.plain):
        return []
    found = [
        fault
        for error in _slow(kind).iter_errors(root.plain)
        for leaf in _leaves(error)
        for fault in _fault(leaf, root)
    ]
    return sorted(set(found), key=lambda fault: (fault.span, fault.message.en))


@cache
def _fast(kind: Kind) -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for(bundled_schema(kind))


@cache
def _slow(kind: Kind) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(bundled_schema(kind))


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """Follow `oneOf` down to the branch that was meant; a branch of another type was not."""
    if error.validator not in ("oneOf", "anyOf") or not error.context:
        yield error
        return
    branches: dict[int, list[ValidationError]] = {}
    for child in error.context:
        branches.setdefault(int(child.schema_path[0]), []).append(child)
    fitting = [
        children for children in branches.values() if not any(_wrong_kind(child, error) for child in children)
    ]
    if len(fitting) != 1 and error.context:
        fitting = sorted(fitting, key=lambda children: _distance(children, error))[:1]
    if not fitting:
        yield error
        return
    for child in fitting[0]:
        yield from _leaves(child)


def _wrong_kind(child: ValidationError, parent: ValidationError) -> bool:
    """Say whether the branch wants another type of value than the one that stands there."""
    if child.absolute_path != parent.absolute_path:
        return False
    if child.validator == "type":
        return True
    return child.validator == "oneOf" and all(_wrong_kind(one, parent) for one in child.context or ())


def _distance(children: list[ValidationError], parent: ValidationError) -> tuple[int, int]:
    """A branch is meant less if a key that tells it from the others is missing."""
    missing = sum(1 for child in children if child.validator == "required" and len(child.path) == 0)
    return (missing, len(children))


def _fault(error: ValidationError, root: Node) -> Iterator[Fault]:
    node, what = _walk(root, list(error.absolute_path))
    here = head_span(node)
    rule = error.validator
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    gaps: dict[str, object] = {}
    if rule == "additionalProperties" and isinstance(node, Mapping):
        known = [*schema.get("properties", {})]
        for name in node.entries:
            if name in known or name.startswith("x-"):
                continue
            yield Fault(CODE, node.key_span(name), _unknown_key(name, known, node))
        return
    if rule == "required" and isinstance(node, Mapping):
        for name in error.validator_value:
            if name not in node.entries and not _misspelt(name, node, schema):
                zh, en = _meaning(schema.get("properties", {}).get(name, {}))
                template = MISSING_KEY
                message = Message(
                    template.zh.format(key=name, meaning=zh), template.en.format(key=name, meaning=en)
                )
                yield Fault(CODE, node.head_span, message)
        return
    value = error.instance
    if rule in ("type", "oneOf", "anyOf"):
        wanted = _wanted(error)
        found = _type_of(value)
        zh_hint, en_hint = "", ""
        if isinstance(value, str) and "：" in value:
            zh_hint, en_hint = FULL_WIDTH_HINT.zh, FULL_WIDTH_HINT.en
        elif isinstance(value, bool | int | float) and _TYPES["string"].zh in wanted.zh:
            zh_hint, en_hint = QUOTE_HINT.zh, QUOTE_HINT.en
        yield Fault(
            CODE,
            here,
            Message(
                WRONG_TYPE.zh.format(what=what.zh, wanted=wanted.zh, found=found.zh) + zh_hint,
                WRONG_TYPE.en.format(what=what.en, wanted=wanted.en, found=found.en) + en_hint,
            ),
        )
        return
    zh, en = _meaning(schema)
    if rule == "enum":
        template, gaps = NOT_IN_ENUM, {"value": value, "allowed": ", ".join(map(str, error.validator_value))}
    elif rule == "const":
        template, gaps = WRONG_CONST, {"value": _written(node, value), "wanted": error.validator_value}
    elif rule == "pattern":
        template, gaps = WRONG_PATTERN, {"value": value}
    elif rule in ("minLength", "minItems", "minProperties"):
        template = TOO_SHORT
    elif rule in ("minimum", "maximum"):
        sign = "≥" if rule == "minimum" else "≤"
        template, gaps = OUT_OF_RANGE, {"value": value, "limit": f"{sign} {error.validator_value}"}
    else:
        template, gaps = ANYTHING, {"reason": error.message}
    yield Fault(
        CODE,
        here,
        Message(
            template.zh.format(what=what.zh, meaning=zh, **gaps),
            template.en.format(what=what.en, meaning=en, **gaps),
        ),
    )


def _walk(root: Node, path: list[str | int]) -> tuple[Node, Message]:
    """Return the node at `path` and what to call it."""
    node = root
    what = Message("文件的最上层", "The top level")
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            node = node.entries[step]
            what = Message(f"键“{step}”", f"“{step}”")
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            what = Message(f"{what.zh}的第 {step + 1} 项", f"Item {step + 1} of {what.en}")
        else:
            break
    return node, what


def _meaning(schema: dict[str, Any]) -> tuple[str, str]:
    """Return the schema's own description in Chinese and in English."""
    if "description" not in schema and "$ref" in schema:
        schema = load_schema("plan")["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
    zh, _, en = str(schema.get("description", "")).partition("\n\n")
    return zh or "见 planspec schema", en or "see planspec schema"


def _written(node: Node, value: object) -> object:
    return node.text if isinstance(node, Scalar) else value


def _type_of(value: object) -> Message:
    if isinstance(value, dict):
        return _TYPES["object"]
    if isinstance(value, list):
        return _TYPES["array"]
    if value is None:
        return _TYPES["null"]
    kind = "文字", "text"
    if isinstance(value, bool):
        kind = "true/false", "true/false"
    elif isinstance(value, int | float):
        kind = "数", "the number"
    text = str(value)
    if len(text) > 30:
        text = text[:30] + "…"
    return Message(f"{kind[0]}“{text}”", f"{kind[1]} “{text}”")


def _wanted(error: ValidationError) -> Message:
    kinds: list[str] = []
    todo: list[Any] = [error.schema]
    definitions = load_schema("plan")["$defs"]
    while todo:
        schema = todo.pop(0)
        if "$ref" in schema and "type" not in schema:
            todo.append(definitions[schema["$ref"].rsplit("/", 1)[-1]])
            continue
        named = schema.get("type", [])
        kinds.extend([named] if isinstance(named, str) else named)
        todo.extend(schema.get("oneOf", []))
    unique = list(dict.fromkeys(kinds))
    return Message(
        "或".join(_TYPES[kind].zh for kind in unique), " or ".join(_TYPES[kind].en for kind in unique)
    )


def _misspelt(name: str, node: Mapping, schema: dict[str, Any]) -> bool:
    """Say whether an unknown key of the mapping is the required one with a slip in it."""
    from difflib import get_close_matches

    strange = [key for key in node.entries if key not in schema.get("properties", {})]
    return bool(get_close_matches(name, strange, 1, 0.7)) or f"{name}：" in "".join(strange)


def _unknown_key(name: str, known: list[str], node: Mapping) -> Message:
    from difflib import get_close_matches

    if "：" in name:
        return Message(
            UNKNOWN_KEY.zh.format(key=name, hint=FULL_WIDTH_HINT.zh),
            UNKNOWN_KEY.en.format(key=name, hint=FULL_WIDTH_HINT.en),
        )
    close = get_close_matches(name, [key for key in known if key not in node.entries], 3, 0.6)
    if close:
        close.sort(key=lambda key: abs(len(key) - len(name)))
        hint = Message(f"；是不是“{close[0]}”？", f"; did you mean “{close[0]}”?")
    else:
        hint = Message(
            f"；这里可用：{', '.join(known)}；自定的键以 x- 开头",
            f"; known here: {', '.join(known)}; keys of your own start with x-",
        )
    return Message(
        UNKNOWN_KEY.zh.format(key=name, hint=hint.zh), UNKNOWN_KEY.en.format(key=name, hint=hint.en)
    )
