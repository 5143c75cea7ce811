"""The baseline: findings of a plan that are known and stay for now, in a file beside it.

The file is a list of causes, each with a `reason` and the `findings` that it explains. A finding is known by
its rule, the stable name of its item and what tells it from others of that item, so that an entry stays good
when lines move, items are reordered or a section goes to another file. One that fits no longer is stale.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath, PurePosixPath
from typing import Final, TypeAlias

import msgspec

from planspec.lint.fingerprint import fingerprint
from planspec.rules import find_rule
from planspec.schema import validate
from planspec.source import load_file
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.errors import PlanspecError
from planspec.source.file import ABSENT, Fault, SourceFile, Stamp
from planspec.source.nodes import Mapping, Node, Scalar, Sequence, head_span
from planspec.source.span import WHOLE_FILE, Span

_LONGEST: Final = 40
_WORD: Final = re.compile(r"[A-Za-z_-]*")

Key: TypeAlias = tuple[str, str, str]


class Entry(msgspec.Struct, frozen=True):
    """One known finding, and its place in the file."""

    rule: str
    """The rule's code; the word as written where there is no such rule."""
    item: str
    what: str
    about: str
    """What a reader is told of it; it also knows the finding again when the item's name has changed."""
    reason: str
    span: Span
    excerpt: str

    @property
    def key(self) -> Key:
        """What makes it the same finding."""
        return (self.rule, self.item, self.what)


class Cause(msgspec.Struct, frozen=True):
    """A reason and what it explains; `span` is where the reason stands or should."""

    reason: str
    entries: tuple[Entry, ...]
    span: Span
    excerpt: str


class Baseline(msgspec.Struct, frozen=True):
    """A baseline as it was read; `faults` are what is wrong with the file."""

    shown: str
    causes: tuple[Cause, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries in their order."""
        return (entry for cause in self.causes for entry in cause.entries)


class Match(msgspec.Struct, frozen=True):
    """Findings beside a baseline."""

    known: tuple[tuple[Diagnostic, Entry], ...]
    new: tuple[Diagnostic, ...]
    unmatched: tuple[Entry, ...]
    """Entries that no finding needs."""


def baseline_path(root: PurePath) -> PurePath:
    """Return where the baseline of a plan lies: `baseline.yaml` beside plan.yaml, `x.baseline.yaml` beside x.yaml."""
    own = "" if root.stem == "plan" else f"{root.stem}."
    return root.with_name(f"{own}baseline.yaml")


def load_baseline(root: Path, shown: str) -> tuple[Baseline | None, Path, Stamp | None]:
    """Return the baseline of the plan whose root file is `root` (None: it has none), its path and stamp.

    The stamp of a file that is not there is `ABSENT`, as the plan is to be judged anew when it comes; that of a
    file that cannot be read is None.
    """
    path = Path(baseline_path(root))
    name = baseline_path(PurePosixPath(shown)).as_posix()
    if not path.exists():
        return None, path, ABSENT
    try:
        file = load_file(path, name)
    except PlanspecError as error:
        fault = _fault(name, Fault("FMT004", WHOLE_FILE, error.message), "", 0)
        return Baseline(name, faults=(fault,)), path, None
    baseline = read_baseline(file)
    stamp = file.stamp
    file.release()
    return baseline, path, stamp


def read_baseline(file: SourceFile) -> Baseline:
    """Return what a file says; what cannot be understood is among its faults."""
    root = file.root
    faults = list(file.faults)
    empty = root is None or (isinstance(root, Scalar) and root.plain is None)
    if not empty:
        faults += validate(file, "baseline")
    return Baseline(
        file.shown,
        tuple(_causes(root)) if isinstance(root, Sequence) else (),
        tuple(
            _fault(file.shown, fault, file.excerpt(fault.span.start_line), number)
            for number, fault in enumerate(faults)
        ),
    )


def cause_nodes(root: Sequence) -> Iterator[tuple[Mapping, Sequence, list[Mapping]]]:
    """Yield the nodes of each cause: itself, its list of findings, and the entries that can be understood."""
    for node in root.items:
        findings = node.entries.get("findings") if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and isinstance(findings, Sequence):
            entries = [one for one in findings.items if isinstance(one, Mapping)]
            yield node, findings, [one for one in entries if _text(one, "rule") and _text(one, "item")]


def _causes(root: Sequence) -> Iterator[Cause]:
    for node, _, nodes in cause_nodes(root):
        reason = _text(node, "reason").strip()
        entries = [_entry(one, reason) for one in nodes]
        span = node.key_span("reason") if "reason" in node.entries else node.head_span
        yield Cause(reason, tuple(entries), span, node.file.excerpt(span.start_line))


def _entry(node: Mapping, reason: str) -> Entry:
    word = _text(node, "rule")
    rule = find_rule(word)
    span = node.span
    if span.end_line != span.start_line:
        span = head_span(node)
    return Entry(
        rule.code if rule is not None else word,
        unicodedata.normalize("NFKC", _text(node, "item")),
        unicodedata.normalize("NFKC", _text(node, "what")),
        _text(node, "about"),
        reason,
        span,
        node.file.excerpt(span.start_line),
    )


def _text(node: Mapping, key: str) -> str:
    value: Node | None = node.entries.get(key)
    return value.text if isinstance(value, Scalar) else ""


def _fault(shown: str, fault: Fault, excerpt: str, number: int) -> Diagnostic:
    rule = find_rule(fault.code)
    assert rule is not None
    return Diagnostic(
        shown,
        fault.span,
        fault.code,
        rule.name,
        Severity.ERROR,
        fault.message,
        fingerprint=fingerprint(fault.code, shown, excerpt.strip(), str(number)),
        excerpt=excerpt,
    )


def key_of(one: Diagnostic) -> Key:
    """Return what makes a finding the same as an entry."""
    return (one.code, unicodedata.normalize("NFKC", one.item), one.subject)


def about(one: Diagnostic) -> str:
    """Return what a reader is told of a finding beside its content: the item's title, the words pointed at."""
    span = one.span
    words = one.excerpt[span.start_column - 1 : span.end_column - 1].strip("'\" ")
    if span.start_line != span.end_line or _WORD.fullmatch(
        words
    ):  # a key of the format tells a reader nothing
        words = ""
    said = unicodedata.normalize("NFKC", words)
    if words in one.title or said in one.subject:
        words = ""
    text = words if one.title in words else "：".join(filter(None, (one.title, words)))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def match(baseline: Baseline, found: Iterable[Diagnostic]) -> Match:
    """Match findings, in their order, with entries: first by what makes them the same, then by what they are about.

    The second way finds again what was moved or given another id, and only where there is no doubt: one entry
    and one finding of the same rule and content with the same title.
    """
    waiting: dict[Key, list[Entry]] = defaultdict(list)
    for entry in baseline.entries:
        waiting[entry.key].append(entry)
    known: list[tuple[Diagnostic, Entry]] = []
    left: list[Diagnostic] = []
    new: list[Diagnostic] = []
    for one in found:
        if entries := waiting.get(key_of(one)):
            known.append((one, entries.pop(0)))
        else:
            left.append(one)
    orphans = [entry for entries in waiting.values() for entry in entries]
    moved = _moved(orphans, left)
    for one in left:
        if id(one) in moved:
            known.append((one, moved[id(one)]))
        else:
            new.append(one)
    taken = {id(entry) for entry in moved.values()}
    return Match(
        tuple(sorted(known, key=lambda pair: pair[0].sort_key)),
        tuple(sorted(new, key=lambda one: one.sort_key)),
        tuple(sorted((one for one in orphans if id(one) not in taken), key=lambda one: one.span)),
    )


def _moved(orphans: list[Entry], left: list[Diagnostic]) -> dict[int, Entry]:
    """Return, by finding, the entry that knows it although its item bears another name."""
    entries = [((one.rule, one.what, one.about), one) for one in orphans if one.what or one.about]
    findings = [((one.code, one.subject, about(one)), one) for one in left] if entries else []
    often = Counter(key for key, _ in entries)
    seen = Counter(key for key, _ in findings)
    named = {key: entry for key, entry in entries if often[key] == 1}
    return {id(one): named[key] for key, one in findings if key in named and seen[key] == 1}
