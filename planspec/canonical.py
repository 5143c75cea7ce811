"""The canonical form of a spec file: key order of the schema, one style, an id for each task; comments kept.

Meaning never changes, and formatting twice is formatting once.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Any, Final

from planspec.schema import Kind, bundled_schema
from planspec.source.emit import Comment, Path, emit
from planspec.source.errors import PlanspecError
from planspec.source.file import SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Plain, Scalar, Sequence

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*$")
_ANCHOR: Final = re.compile(r"(?:^|[\s\[{,:-])[&*][^\s\[\]{},]+|<<\s*:", re.M)

BROKEN = Template(
    zh="{file}：有语法或重复键的问题，没有改动；请先按 planspec lint 的提示改正",
    en="{file}: it has syntax faults or duplicate keys and was left as it is; mend what planspec lint shows first",
)
ANCHORS = Template(
    zh="{file}：使用了锚点或合并（& * <<），没有改动；整理会把它们展开，请先直接写出",
    en="{file}: it uses anchors or merges (& * <<) and was left as it is; write them out first",
)
ANCHORS_HINT = Message(
    zh="锚点只在 YAML 里有意义，读方案的人看不到；直接写出更清楚",
    en="An anchor means nothing to the reader of a plan; written out it is clearer",
)


def canonical(file: SourceFile, kind: Kind, *, ids: bool = False) -> str:
    """Return the file's text in canonical form; `ids` adds an id to each task that has none.

    Raises PlanspecError where the file has syntax faults or anchors, so that nothing is lost.
    """
    if file.faults or not isinstance(file.root, Mapping):
        raise PlanspecError(BROKEN(file=file.shown))
    if _has_anchors(file):
        raise PlanspecError(ANCHORS(file=file.shown), ANCHORS_HINT)
    top, comments, end = comments_of(file)
    value = in_order(file.root.plain, kind)
    if ids:
        _add_ids(value, set(_ids(value)))
    return emit(value, comments, top, end)


def _has_anchors(file: SourceFile) -> bool:
    if not _ANCHOR.search(file.text):
        return False
    seen: set[int] = set()
    todo: list[Node] = [file.root] if file.root is not None else []
    while todo:
        node = todo.pop()
        if id(node) in seen:
            return True
        seen.add(id(node))
        if isinstance(node, Mapping):
            todo.extend(node.entries.values())
        elif isinstance(node, Sequence):
            todo.extend(node.items)
    # A merge leaves no trace in the tree, an anchor that is used once neither.
    scalars = _scalar_spans(file)
    for match in _ANCHOR.finditer(file.text):
        at = match.end() - 1
        if not any(start <= at < end for start, end in scalars):
            return True
    return False


def _scalar_spans(file: SourceFile) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    todo: list[Node] = [file.root] if file.root is not None else []
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            found.append((node.start, node.end))
        elif isinstance(node, Mapping):
            found.extend((key.start, key.end) for key in node.keys.values())
            todo.extend(node.entries.values())
        else:
            todo.extend(node.items)
    return sorted(found)


def comments_of(file: SourceFile) -> tuple[list[str], dict[Path, Comment], list[str]]:
    """Return the comments before the first entry that stand apart, those of entries, and those at the end."""
    covered = _covered(file)
    places: dict[int, Path] = {}
    for path, line in _places(file).items():
        places.setdefault(line, path)  # of several on one line the outermost comes first
    first = min(places, default=0)
    latest: Path | None = None
    above: list[str] = []
    found: dict[Path, Comment] = {}
    top: list[str] = []
    for number, text in enumerate(file.lines, 1):
        match = next((m for m in _COMMENT.finditer(text) if not covered(number, m.start())), None)
        own = match is not None and not text[: match.start()].strip()
        if match is not None and own:
            above.append(match[0].rstrip())
            continue
        if not text.strip():
            if above and not found and not 0 < first < number:
                top.extend(above)
                above = []
            continue
        here = places.get(number)
        if here is None:
            if match is not None and latest is not None:
                before = found.get(latest, Comment())
                found[latest] = Comment((*before.above, match[0].rstrip()), before.beside)
            continue
        latest = here
        beside = match[0].rstrip() if match is not None else ""
        if above or beside:
            before = found.get(here, Comment())
            found[here] = Comment((*before.above, *above), before.beside or beside)
            above = []
    return top, found, above


def _places(file: SourceFile) -> dict[Path, int]:
    """Return the line on which each entry begins; of several on one line the outermost comes first."""
    places: dict[Path, int] = {}
    todo: list[tuple[Node, Path]] = [(file.root, ())] if file.root is not None else []
    while todo:
        node, path = todo.pop()
        children: list[tuple[Node, Path]] = []
        if isinstance(node, Mapping):
            for key, value in node.entries.items():
                where = (*path, key)
                places[where] = node.key_span(key).start_line
                children.append((value, where))
        elif isinstance(node, Sequence) and not node.end:
            for index, item in enumerate(node.items):
                where = (*path, index)
                if isinstance(item, Scalar):
                    places[where] = item.span.start_line
                children.append((item, where))
        todo.extend(reversed(children))
    return dict(sorted(places.items(), key=lambda entry: (entry[1], len(entry[0]))))


def _covered(file: SourceFile) -> Any:
    """Return a test whether a place lies within a scalar, where “#” is text."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for start, end in _scalar_spans(file):
        span = file.span(start, end)
        for line in range(span.start_line, span.end_line + 1):
            first = span.start_column - 1 if line == span.start_line else 0
            last = span.end_column - 1 if line == span.end_line else 1 << 30
            spans.setdefault(line, []).append((first, last))
    return lambda line, column: any(a <= column < b for a, b in spans.get(line, ()))


def in_order(value: Any, kind: Kind) -> Any:
    """Return the value with the keys of each mapping in the order of its schema; unknown keys stay last."""
    schema = bundled_schema(kind)
    definitions = schema.get("$defs") or bundled_schema("plan")["$defs"]
    return _sort(value, schema, definitions)


def _sort(value: Plain, schema: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        properties = _properties(schema, definitions, value)
        known = [key for key in properties if key in value]
        order = [*known, *(key for key in value if key not in properties)]
        free = _free(schema, definitions)
        return {key: _sort(value[key], properties.get(key, free), definitions) for key in order}
    if isinstance(value, list):
        items = _items(schema, definitions)
        return [_sort(item, items, definitions) for item in value]
    return value


def _resolve(schema: Any, definitions: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the alternatives that a schema stands for, references and `oneOf` followed."""
    if not isinstance(schema, dict):
        return []
    found = [schema]
    if "$ref" in schema:
        found += _resolve(definitions[schema["$ref"].rsplit("/", 1)[-1]], definitions)
    for word in ("oneOf", "anyOf", "allOf"):
        for branch in schema.get(word, ()):
            found += _resolve(branch, definitions)
    return found


def _properties(schema: Any, definitions: dict[str, Any], value: dict[str, Plain]) -> dict[str, Any]:
    candidates = [branch["properties"] for branch in _resolve(schema, definitions) if "properties" in branch]
    return max(candidates, key=lambda p: sum(key in p for key in value), default={})


def _free(schema: Any, definitions: dict[str, Any]) -> Any:
    for branch in _resolve(schema, definitions):
        if isinstance(branch.get("additionalProperties"), dict):
            return branch["additionalProperties"]
    return {}


def _items(schema: Any, definitions: dict[str, Any]) -> Any:
    branches = [branch["items"] for branch in _resolve(schema, definitions) if "items" in branch]
    return {"oneOf": branches} if len(branches) > 1 else branches[0] if branches else {}


def _tasks(value: Any) -> list[dict[str, Any]]:
    """Return every task at any depth, in order."""
    found: list[dict[str, Any]] = []
    if isinstance(value, dict):
        for key in ("sections", "tasks", "actions"):
            for item in value.get(key) or ():
                if isinstance(item, dict):
                    if key == "tasks":
                        found.append(item)
                    found.extend(_tasks(item))
    return found


def _ids(value: Any) -> list[str]:
    return [str(task["id"]) for task in _tasks(value) if task.get("id")]


def _add_ids(value: Any, taken: set[str]) -> None:
    """Give each task without an id one made from its title: stable while the title is."""
    for task in _tasks(value):
        if task.get("id"):
            continue
        title = str(task.get("title") or task.get("no") or "task")
        stem = "t-" + blake2b(title.encode(), digest_size=4).hexdigest()
        name, count = stem, 1
        while name in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name)
        rest = dict(task)
        task.clear()
        task["id"] = name
        task.update(rest)
