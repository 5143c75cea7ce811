"""Validate a file against the JSON Schema: every violation, at its node, in plain words.

`jsonschema-rs` answers yes or no; only a file that fails is looked at again with `jsonschema`,
whose errors say where and why.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from planspec.source.diagnostic import Fix
from planspec.source.file import Fault, SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Scalar, Sequence, head_span
from planspec.source.rewriting import quoted, rewrite, with_key_colons
from planspec.source.span import WHOLE_FILE, Span

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Kind = Literal["plan", "action", "baseline", "approvals"]
KINDS: Final[tuple[Kind, ...]] = ("plan", "action", "baseline", "approvals")
CODE: Final = "FMT002"
MAX_FAULTS: Final = 200
"""Violations that are listed for one file."""
_MAX_ERRORS: Final = 2 * MAX_FAULTS
_CUT: Final = "cut"
_LONGEST: Final = 30
_FIRST_WORD: Final = re.compile(r"\s*(?:- +)*([A-Za-z_]+)")
_WIDE_COLON: Final = re.compile(r"[^：\n]{1,40}：")
_TIGHT_COLON: Final = re.compile(r"[^:：/\s]{1,40}:\S")
_UNSEEN: Final = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060]+")

UNKNOWN_KEY = Template(
    zh="不认识的键“{key}”，其内容没有检查{hint}", en="Unknown key “{key}”, what it holds is not checked{hint}"
)
MISSING_KEY = Template(
    zh="缺少必填的键“{key}”（{meaning}）", en="The required key “{key}” is missing ({meaning})"
)
WRONG_TYPE = Template(
    zh="{what}应为{wanted}，这里是{found}{hint}{purpose}",
    en="{what} must be {wanted}, here it is {found}{hint}{purpose}",
)
NOT_IN_ENUM = Template(
    zh="{what}的值“{value}”不在可选范围内：{allowed}{purpose}",
    en="{what}: “{value}” is not one of {allowed}{purpose}",
)
WRONG_CONST = Template(
    zh="{what}应为{wanted}，这里是{value}", en="{what} must be {wanted}, here it is {value}"
)
WRONG_PATTERN = Template(
    zh="{what}的值“{value}”格式不对：{meaning}", en="{what}: “{value}” is malformed: {meaning}"
)
EMPTY_KEY = Template(zh="{what}里有一个空的键", en="A key in {what} is empty")
TOO_SHORT = Template(zh="{what}不能为空{purpose}", en="{what} must not be empty{purpose}")
OUT_OF_RANGE = Template(
    zh="{what}的值{value}超出范围（{limit}）{purpose}",
    en="{what}: {value} is out of range ({limit}){purpose}",
)
ANYTHING = Template(zh="{what}不合要求：{reason}", en="{what} is not as it must be: {reason}")
FULL_WIDTH_HINT = Message(
    zh="；键后面的“：”是全角冒号，请改为半角冒号加空格“: ”",
    en="; the colon “：” after the key is full-width, write a half-width one and a space",
)
NO_SPACE_HINT = Message(
    zh="；键后面的冒号缺一个空格，请写成“键: 值”",
    en="; the colon after the key lacks a space, write “key: value”",
)
UNSEEN_HINT = Message(
    zh="；键名里有全角空格或看不见的字符，请删去",
    en="; the key has a full-width space or an invisible character in it, delete it",
)
PURPOSE = Template(zh="；这里填：{meaning}", en="; it holds: {meaning}")
QUOTE_HINT = Message("；若是文字，请加引号", "; quote it if it is text")
UNQUOTE_HINT = Message("；请去掉引号", "; take the quotes off")
EMPTY_HINT = Message("；请写上值，或删去这个键", "; write a value, or delete the key")
QUOTE = Message("加上引号", "Quote the value")
COLONS = Message("改为半角冒号加空格", "Write half-width colons, each with a space")
WRITE_KEY = Template(zh="键改为“{key}”", en="Name the key “{key}”")
NO_HINT = Message("", "")
DID_YOU_MEAN = Template(zh="；是不是“{key}”？", en="; did you mean “{key}”?")
KNOWN_KEYS = Template(
    zh="；这里可用：{keys}；自定的键以 x- 开头", en="; known here: {keys}; keys of your own start with x-"
)
TOO_MANY = Template(
    zh="不合格式的地方超过{limit}处，其余没有列出；请先改正以上各处",
    en="More than {limit} violations of the schema; the rest is not listed. Mend those above first",
)
EMPTY_FILE = Message(
    zh="文件是空的，或只有注释；方案从“planspec: 1”写起，可用 planspec init 生成样例",
    en="The file is empty or holds comments only; a plan starts with “planspec: 1”, see planspec init",
)

_TYPES: Final = {
    "object": Message("一组“键: 值”", "a mapping (key: value)"),
    "array": Message("列表（每项以“- ”开头）", "a list (each item begins with “- ”)"),
    "string": Message("文字", "text"),
    "integer": Message("整数", "an integer"),
    "number": Message("数字", "a number"),
    "boolean": Message("“true”或“false”", "true or false"),
    "null": Message("空的", "empty"),
}


def schema_folder() -> Path:
    """Return where the schemas lie: inside the package when installed, else beside it."""
    packaged = Path(__file__).with_name("_schema")
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "schema"


@cache
def load_schema(kind: Kind) -> dict[str, Any]:
    """Return the schema of one kind of file as it stands in `schema/`."""
    loaded: dict[str, Any] = json.loads((schema_folder() / f"{kind}.schema.json").read_text("utf-8"))
    return loaded


def bundled_schema(kind: Kind) -> dict[str, Any]:
    """Return the schema in one piece, with no reference to another file."""
    if kind != "action":
        return load_schema(kind)
    head = {key: value for key, value in load_schema("action").items() if key != "$ref"}
    return {**head, "$ref": "#/$defs/actionFile", "$defs": load_schema("plan")["$defs"]}


def validate(file: SourceFile, kind: Kind) -> list[Fault]:
    """Return every violation of the schema, in the order of the file.

    What a syntax error has made unreadable is not judged: lines that were left out, keys that stand there.
    """
    root = file.root
    if root is None or (isinstance(root, Scalar) and root.plain is None):
        return [] if file.faults else [Fault(CODE, WHOLE_FILE, EMPTY_FILE)]
    if _fast(kind).is_valid(root.plain):
        return []
    found: set[Fault] = set()
    lost = _lost_keys(file)
    cut = False
    for fault in _violations(kind, root, lost):
        if fault is None or len(found) == MAX_FAULTS:
            cut = True
            break
        if fault.span.start_line not in file.broken_lines:
            found.add(fault)
    ordered = sorted(found, key=lambda fault: (fault.span, fault.message.en))
    if cut:
        last = ordered[-1].span if ordered else WHOLE_FILE
        ordered.append(Fault(CODE, last, TOO_MANY(limit=len(ordered))))
    return ordered


def _violations(kind: Kind, root: Node, lost: frozenset[str]) -> Iterator[Fault | None]:
    """Yield the faults; None where more are not looked at."""
    silent = True
    for error in _slow(kind).iter_errors(root.plain):
        silent = False
        for leaf in _leaves(error):
            if leaf.validator == _CUT:
                yield None
            else:
                yield from _fault(leaf, root, lost, kind)
    if silent:  # the two validators disagree, as on a text that ends in a line break
        for error in _fast(kind).iter_errors(root.plain):
            node, what = _walk(root, error.instance_path)
            yield Fault(CODE, head_span(node), ANYTHING(what=what, reason=error.message))


def _lost_keys(file: SourceFile) -> frozenset[str]:
    """Return the words with which the lines begin that a syntax error made unreadable."""
    heads = (_FIRST_WORD.match(file.lines[line - 1]) for line in file.broken_lines)
    return frozenset(head[1] for head in heads if head is not None)


@cache
def _fast(kind: Kind) -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for(bundled_schema(kind))


@cache
def _slow(kind: Kind) -> Any:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    # The library's stub leaves `extend` untyped.
    return extend(Draft202012Validator, {"oneOf": _one_of})(bundled_schema(kind))  # type: ignore[no-untyped-call]


def _one_of(
    validator: Any, branches: list[Any], instance: object, schema: dict[str, Any]
) -> Iterator[ValidationError]:
    """Apply `oneOf`; unlike the library's own, list no more of a branch's errors than will be told."""
    from jsonschema.exceptions import ValidationError

    context: list[ValidationError] = []
    fitting = 0
    for index, branch in enumerate(branches):
        errors = list(islice(validator.descend(instance, branch, schema_path=index), _MAX_ERRORS))
        if len(errors) == _MAX_ERRORS:
            errors.append(ValidationError("and more", validator=_CUT, schema_path=(index,)))
        fitting += not errors
        context.extend(errors)
    if fitting != 1:
        yield ValidationError(f"{fitting} forms fit instead of one", context=context)


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


def _fault(error: ValidationError, root: Node, lost: frozenset[str], kind: Kind) -> Iterator[Fault]:
    path = list(error.absolute_path)
    node, what = _walk(root, path)
    rule = error.validator
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    if rule == "additionalProperties" and isinstance(node, Mapping):
        known = [*schema.get("properties", {})]
        for name in node.entries:
            if name not in known and not name.startswith("x-"):
                hint, meant = _hint_for_key(name, known, node)
                fix = _fix_for_key(node.keys[name], meant, safe=hint is UNSEEN_HINT)
                yield Fault(CODE, node.key_span(name), UNKNOWN_KEY(key=name, hint=hint), fix=fix)
    elif rule == "required" and isinstance(node, Mapping):
        required: Any = error.validator_value
        for name in required:
            if name not in node.entries and name not in lost and not _misspelt(name, node, schema):
                meaning = _meaning(schema.get("properties", {}).get(name, {}))
                yield Fault(CODE, node.head_span, MISSING_KEY(key=name, meaning=meaning))
    elif isinstance(node, Mapping) and "propertyNames" in error.absolute_schema_path:
        yield Fault(CODE, node.key_span(str(error.instance)), EMPTY_KEY(what=what))
    else:
        message, fix = _wrong_value(error, schema, node, what, _purpose(error, kind))
        yield Fault(CODE, _place(root, path, node), message, fix=fix)


def _wrong_value(
    error: ValidationError, schema: dict[str, Any], node: Node, what: Message, purpose: Message
) -> tuple[Message, Fix | None]:
    """Say what is wrong with a value that stands where it may, and how it is mended where that is plain."""
    rule = str(error.validator)
    bound: Any = error.validator_value
    if rule in ("type", "oneOf", "anyOf"):
        wanted = _wanted(error)
        key = str(error.absolute_path[-1]) if error.absolute_path else ""
        hint = _hint(node, wanted, key)
        message = WRONG_TYPE(
            what=what,
            wanted=_either(wanted),
            found=_found(node),
            hint=hint,
            purpose=purpose if hint is NO_HINT else NO_HINT,
        )
        return message, _fix_for_value(node, hint)
    if rule == "enum":
        return NOT_IN_ENUM(
            what=what, value=_shown(node), allowed=", ".join(map(str, bound)), purpose=purpose
        ), None
    if rule == "const":
        return WRONG_CONST(what=what, value=_shown(node), wanted=bound), None
    if rule == "pattern":
        return WRONG_PATTERN(what=what, value=_shown(node), meaning=_meaning(schema)), None
    if rule in ("minLength", "minItems", "minProperties"):
        return TOO_SHORT(what=what, purpose=purpose), None
    if rule in ("minimum", "maximum"):
        limit = Message(
            f"不小于{bound}" if rule == "minimum" else f"不大于{bound}",
            f"{bound} or more" if rule == "minimum" else f"{bound} or less",
        )
        return OUT_OF_RANGE(what=what, value=_shown(node), limit=limit, purpose=purpose), None
    return ANYTHING(what=what, reason=error.message), None


def _fix_for_value(node: Node, hint: Message) -> Fix | None:
    """Return how a value of another type than was meant becomes what it was meant to be."""
    if not isinstance(node, Scalar):
        return None
    if hint is QUOTE_HINT:
        edit = quoted(node)
        return Fix(QUOTE, (edit,), safe=True) if edit is not None else None
    if hint in (FULL_WIDTH_HINT, NO_SPACE_HINT) and (edits := with_key_colons(node)):
        return Fix(COLONS, edits, safe=True)
    return None


def _fix_for_key(node: Scalar, meant: str, *, safe: bool) -> Fix | None:
    edit = rewrite(node, meant) if meant else None
    return Fix(WRITE_KEY(key=meant), (edit,), safe) if edit is not None else None


def _place(root: Node, path: list[str | int], node: Node) -> Span:
    """Return the value's place; that of its key where the value is empty and has none."""
    if isinstance(node, Scalar) and node.start == node.end and path and isinstance(path[-1], str):
        parent, _ = _walk(root, path[:-1])
        if isinstance(parent, Mapping):
            return parent.key_span(path[-1])
    return head_span(node)


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
            what = Message(f"{what.zh}的第{step + 1}项", f"Item {step + 1} of {what.en}")
        else:
            break
    return node, what


def _meaning(schema: dict[str, Any]) -> Message:
    """Return the schema's own description in Chinese and in English, with its first example."""
    if "description" not in schema and "$ref" in schema:
        schema = _definition(schema)
    zh, _, en = str(schema.get("description", "")).partition("\n\n")
    examples = schema.get("examples", [])
    if examples and str(examples[0]) not in zh:
        zh, en = f"{zh}，如 {examples[0]}", f"{en}, such as {examples[0]}"
    return Message(zh or "见 planspec schema", en or "see planspec schema")


def _purpose(error: ValidationError, kind: Kind) -> Message:
    """Return what the key is for whose value is wrong, as the schema says it; empty where it does not."""
    schema: Any = bundled_schema(kind)
    told: dict[str, Any] = {}
    before: str | int = ""
    for step in error.absolute_schema_path:
        while isinstance(schema, dict) and step not in schema and "$ref" in schema:
            schema = _definition(schema)  # the path does not name the references it follows
            if "description" in schema and not told:
                told = schema
        schema = schema[step]
        if before == "properties" or step == "additionalProperties":
            told = {}
        if isinstance(schema, dict) and "description" in schema and not told:
            told = schema
        before = step
    return PURPOSE(meaning=_meaning(told)) if told else NO_HINT


def _definition(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema["$ref"].rsplit("/", 1)[-1]
    found: dict[str, Any] = next(
        one["$defs"][name]
        for one in map(load_schema, ("plan", "baseline", "approvals"))
        if name in one["$defs"]
    )
    return found


def _shown(node: Node) -> str:
    """Return the value as it is written, cut to a length that fits a message."""
    text = node.file.slice(node.span) or (node.text if isinstance(node, Scalar) else "")
    return text[:_LONGEST] + "…" if len(text) > _LONGEST else text


def _found(node: Node) -> Message:
    """Say what stands there."""
    if isinstance(node, Mapping):
        return _TYPES["object"]
    if isinstance(node, Sequence):
        return _TYPES["array"]
    if node.plain is None:
        return _TYPES["null"]
    kind = Message("文字", "the text")
    if isinstance(node.plain, bool):
        kind = Message("真假值", "the truth value")
    elif isinstance(node.plain, int | float):
        kind = Message("数字", "the number")
    text = _shown(node) if not isinstance(node.plain, str) else _cut(node.plain)
    return Message(f"{kind.zh}“{text}”", f"{kind.en} “{text}”")


def _cut(text: str) -> str:
    return text[:_LONGEST] + "…" if len(text) > _LONGEST else text


def _hint(node: Node, wanted: Iterable[str], key: str) -> Message:
    """Say why the value under `key` may be of another type than was meant."""
    if not isinstance(node, Scalar):
        return NO_HINT
    if isinstance(node.plain, str) and not {"string"} & {*wanted}:
        if _WIDE_COLON.match(node.plain):
            return FULL_WIDTH_HINT
        if _TIGHT_COLON.match(node.plain):
            return NO_SPACE_HINT
        if node.plain.isdecimal() and {"integer", "number"} & {*wanted}:
            return UNQUOTE_HINT
    if node.plain is not None and not isinstance(node.plain, str) and "string" in wanted:
        return QUOTE_HINT
    if node.plain is None:
        return FULL_WIDTH_HINT if _WIDE_COLON.match(key) else EMPTY_HINT
    return NO_HINT


def _wanted(error: ValidationError) -> list[str]:
    """Return the types that the schema allows here."""
    kinds: list[str] = []
    todo: list[Any] = [error.schema]
    while todo:
        schema = todo.pop(0)
        if "$ref" in schema and "type" not in schema:
            todo.append(_definition(schema))
            continue
        named = schema.get("type", [])
        kinds.extend([named] if isinstance(named, str) else named)
        todo.extend(schema.get("oneOf", []))
    return list(dict.fromkeys(kinds))


def _either(kinds: Iterable[str]) -> Message:
    *others, last = (_TYPES[kind] for kind in kinds)
    zh, en = "、".join(one.zh for one in others), ", ".join(one.en for one in others)
    return Message(f"{zh}或{last.zh}", f"{en} or {last.en}") if others else last


def _misspelt(name: str, node: Mapping, schema: dict[str, Any]) -> bool:
    """Say whether an unknown key of the mapping is the required one with a slip in it."""
    from difflib import get_close_matches

    properties = schema.get("properties", {})
    strange = list(islice((key for key in node.entries if key not in properties), MAX_FAULTS))
    if any(_UNSEEN.sub("", key) == name or re.match(rf"{re.escape(name)}\s*[:：]", key) for key in strange):
        return True
    return bool(get_close_matches(name, strange, 1, 0.7))


def _hint_for_key(name: str, known: list[str], node: Mapping) -> tuple[Message, str]:
    """Say what may have been meant by a key that nobody knows; also return that key, "" where it is not told."""
    from difflib import get_close_matches

    if "：" in name:
        return FULL_WIDTH_HINT, ""
    if _TIGHT_COLON.match(name):
        return NO_SPACE_HINT, ""
    plain = _UNSEEN.sub("", name)
    if plain != name and plain in known:
        return UNSEEN_HINT, plain if plain not in node.entries else ""
    close = get_close_matches(name, [key for key in known if key not in node.entries], 3, 0.6)
    if close:
        close.sort(key=lambda key: abs(len(key) - len(name)))
        return DID_YOU_MEAN(key=close[0]), close[0]
    return KNOWN_KEYS(keys=", ".join(known)), ""
