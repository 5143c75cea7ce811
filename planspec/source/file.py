"""A spec file: its bytes decoded, its lines, its root node and the faults found on the way."""

from __future__ import annotations

import errno
import re
import stat
import time
from bisect import bisect_left, bisect_right
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path

import msgspec

from planspec.source.diagnostic import Fix
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.span import Span

_LINE_END = re.compile(r"\r\n|\r|\n")

MAX_BYTES = 16 * 1024 * 1024
"""A larger file is refused unread: a plan of 50,000 characters is 0.2 MB."""
LONGEST_EXCERPT = 2000
"""A longer line is not shown in reports."""
_UNSETTLED = 50_000_000
"""Nanoseconds for which the time of a change proves nothing: clocks of file systems are coarse."""

TOO_LARGE = Template(
    zh="{path}：文件有{size:.1f}MB，超过上限{limit}MB，未读取",
    en="{path}: the file has {size:.1f} MB, more than the limit of {limit} MB; it was not read",
)
TOO_LARGE_HINT = Message(
    zh="一份方案通常不到1MB；请确认路径是否指向了别的文件，或把各行动的方案分写成多个文件（include）",
    en="A plan usually has less than 1 MB; check the path, "
    "or split the plan into one file per action (include)",
)
UNREADABLE = Template(zh="{path}：无法读取（{reason}）", en="{path}: cannot be read ({reason})")
UNREADABLE_HINT = Message(
    zh="请检查路径是否写对、文件是否存在、是否有读取权限",
    en="Check the path, that the file exists and may be read",
)
_REASONS = {
    errno.ENOENT: Message("没有这个文件", "no such file"),
    errno.EACCES: Message("没有读取权限", "no permission to read it"),
    errno.EISDIR: Message("这是文件夹", "it is a folder"),
    errno.ENOTDIR: Message("路径中有一段不是文件夹", "a part of the path is not a folder"),
    errno.ELOOP: Message("符号链接成环", "symbolic links form a loop"),
    errno.ENAMETOOLONG: Message("文件名太长", "the name is too long"),
}
_NOT_REGULAR = Message("不是普通文件", "not a regular file")
_NOT_A_PATH = Message("路径里有不允许的字符", "the path has characters that no path can have")


class Fault(msgspec.Struct, frozen=True):
    """Something wrong with the text itself; `code` is the rule that owns it (FMT001, FMT003 ...)."""

    code: str
    span: Span
    message: Message
    related: tuple[tuple[Span, Message], ...] = ()
    fix: Fix | None = None


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What tells whether a file is still what it was when it was read."""

    size: int
    changed: int
    """Time of change; 0 when that was so recent that a second change could bear the same time."""
    digest: bytes


ABSENT = Stamp(-1, 0, b"")
"""The stamp of a file that is not there."""


class SourceFile:
    """One file of a plan.

    `path` is the file itself, `shown` the path as findings name it, `text` the decoded text
    (no byte order mark; line ends as they stand), `root` the top node (None when nothing could
    be read), `faults` what is wrong with the text, `broken_lines` the lines of which a part was
    left out because of a syntax error, `stamp` what tells whether the file has changed since.
    """

    __slots__ = (
        "_inserted",
        "_lines",
        "_paths",
        "_starts",
        "broken_lines",
        "faults",
        "path",
        "root",
        "shown",
        "stamp",
        "text",
    )

    def __init__(self, path: Path, shown: str, text: str) -> None:
        self.path = path
        self.shown = shown
        self.text = text
        self.root: Node | None = None
        self.stamp: Stamp | None = None
        self.faults: list[Fault] = []
        self.broken_lines: list[int] = []
        self._inserted: list[int] = []
        self._starts: list[int] | None = None
        self._lines: list[str] | None = None
        self._paths: dict[int, tuple[Node | None, str | int]] | None = None

    @property
    def lines(self) -> list[str]:
        """The text's lines without their ends; line 1 is at index 0."""
        if self._lines is None:
            text = self.text
            if "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._lines = text.split("\n")
        return self._lines

    @property
    def line_ends(self) -> list[str]:
        """What ends each of `lines`; "" for the last."""
        return [*_LINE_END.findall(self.text), ""]

    def shift(self, offset: int) -> None:
        """Take note that a character was put in at `offset` before the text was read."""
        self._inserted = sorted([*(at + (at >= offset) for at in self._inserted), offset])

    def span(self, start: int, end: int) -> Span:
        """Return the lines and columns of the text between two offsets; a final line end is left out."""
        text = self.text
        if self._inserted:
            start -= bisect_left(self._inserted, start)
            end -= bisect_left(self._inserted, end)
        while end > start and text[end - 1] in "\r\n":
            end -= 1
        starts = self._line_starts()
        first = bisect_right(starts, start)
        last = bisect_right(starts, end)
        return Span(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            if "\r" in self.text:
                self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
            else:  # the same, three times as fast
                self._starts = [0, *accumulate(len(line) + 1 for line in self.lines[:-1])]
        return self._starts

    def line_at(self, offset: int) -> int:
        """Return the line on which the text at an offset stands."""
        return bisect_right(self._line_starts(), offset - bisect_left(self._inserted, offset))

    def line_length(self, line: int) -> int:
        """Number of columns of `line` (from 1); 0 past the end."""
        lines = self.lines
        return len(lines[line - 1]) if 0 < line <= len(lines) else 0

    def excerpt(self, line: int) -> str:
        """Return a line (from 1) for a report; "" where there is none, or none that could be shown."""
        length = self.line_length(line)
        return self.lines[line - 1] if 0 < length <= LONGEST_EXCERPT else ""

    def slice(self, span: Span) -> str:
        """Return the text at `span` when it lies on one line, else ""."""
        if span.start_line != span.end_line or not 0 < span.start_line <= len(self.lines):
            return ""
        return self.lines[span.start_line - 1][span.start_column - 1 : span.end_column - 1]

    def release(self) -> None:
        """Let go of the nodes, which refer back to this file."""
        self.root = None
        self._paths = None

    def pointer(self, node: Node) -> str:
        """Return the JSON Pointer of `node` in this file ("" for the root or a stranger)."""
        steps = _descend(self.root, node)
        if steps is None:
            steps = self._steps(node)
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)

    def _steps(self, node: Node) -> list[str | int]:
        """Return the way to `node`, wherever its text stands: what was merged stands elsewhere."""
        if self._paths is None:
            self._paths = _parents(self.root)
        steps: list[str | int] = []
        parent, step = self._paths.get(id(node), (None, ""))
        while parent is not None:
            steps.append(step)
            parent, step = self._paths.get(id(parent), (None, ""))
        return steps[::-1]


def _descend(root: Node | None, node: Node) -> list[str | int] | None:
    """Return the way to `node` by where it stands in the text; None if that does not lead to it."""
    steps: list[str | int] = []
    holder = root
    while holder is not node:
        step: str | int | None = None
        child: Node | None = None
        if isinstance(holder, Mapping):
            for key, key_node in holder.keys.items():
                if key_node.start <= node.start:
                    step, child = key, node if key_node is node else holder.entries[key]
        elif isinstance(holder, Sequence):
            at = bisect_right(holder.items, node.start, key=_start) - 1
            if at >= 0:
                step, child = at, holder.items[at]
        if step is None:
            return None
        steps.append(step)
        holder = child
    return steps


def _start(node: Node) -> int:
    return node.start


def _parents(root: Node | None) -> dict[int, tuple[Node | None, str | int]]:
    found: dict[int, tuple[Node | None, str | int]] = {}
    if root is None:
        return found
    found[id(root)] = (None, "")
    todo: list[Node] = [root]
    while todo:
        node = todo.pop()
        children: list[tuple[str | int, Node]] = []
        if isinstance(node, Mapping):
            children = list(node.entries.items())
            for key, key_node in node.keys.items():
                found.setdefault(id(key_node), (node, key))
        elif isinstance(node, Sequence):
            children = list(enumerate(node.items))
        for step, child in children:
            if id(child) not in found:
                found[id(child)] = (node, step)
                if not isinstance(child, Scalar):
                    todo.append(child)
    return found


class UnreadableError(PlanspecError):
    """A file that cannot be read, and why."""

    def __init__(self, shown: str, reason: Message) -> None:
        super().__init__(UNREADABLE(path=shown, reason=reason), UNREADABLE_HINT)
        self.reason = reason


def read_stamped(path: Path, shown: str | None = None) -> tuple[bytes, Stamp]:
    """Return the file's bytes; raises PlanspecError when it cannot be read or is too large."""
    name = shown or str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            raise UnreadableError(name, _REASONS[errno.EISDIR] if path.is_dir() else _NOT_REGULAR)
        size = status.st_size
        if size <= MAX_BYTES:
            with path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
            size = len(data)
    except OSError as error:
        raise UnreadableError(name, why(error)) from error
    except ValueError as error:
        raise UnreadableError(name, _NOT_A_PATH) from error
    if size > MAX_BYTES:
        megabyte = 1024 * 1024
        limit = MAX_BYTES // megabyte
        raise PlanspecError(TOO_LARGE(path=name, size=size / megabyte, limit=limit), TOO_LARGE_HINT)
    settled = time.time_ns() - status.st_mtime_ns > _UNSETTLED
    return data, Stamp(size, status.st_mtime_ns if settled else 0, digest_of(data))


def read_bytes(path: Path, shown: str | None = None) -> bytes:
    """Return the file's bytes; raises PlanspecError when it cannot be read or is too large."""
    return read_stamped(path, shown)[0]


def digest_of(data: bytes) -> bytes:
    """Return a hash of a file's content."""
    return blake2b(data, digest_size=16).digest()


def why(error: OSError) -> Message:
    """Return the reason of a failure in both languages."""
    text = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Message(text, text))
