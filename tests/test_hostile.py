"""Broken and hostile inputs through the real program: a clear message with its place, exit 2, no traceback.

Each run has a bound of time and, where the system allows it, of memory. All runs start when the
first test asks for one, a few at a time; each test looks at its own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

import planspec

HEAD = "planspec: 1\ntitle: 某县方案\njurisdiction: 430522\nyear: 2024\n"
"""Four lines that every plan needs; what a case adds begins on line 5."""

SECONDS = 60
"""Far more than any case needs on a machine with nothing else to do."""
BYTES = 1 << 30

ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(planspec.__file__).parents[1]),
    "PLANSPEC_LANG": "zh",
    "PYTHONUTF8": "1",
}
"""Copied once: pytest changes its own variables while the threads below start their runs."""

Files = dict[str, str | bytes]


class Case:
    """An input, and what must be said about it."""

    def __init__(
        self,
        files: Files,
        *says: str,
        code: int = 2,
        prepare: Callable[[Path], object] | None = None,
        arguments: tuple[str, ...] = ("plan.yaml",),
    ) -> None:
        self.files = files
        self.says = says
        self.code = code
        self.prepare = prepare
        self.arguments = arguments

    def write(self, folder: Path) -> None:
        folder.mkdir()
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if self.prepare is not None:
            self.prepare(folder)


def plan(text: str | bytes, *says: str, code: int = 2) -> Case:
    """A plan in one file."""
    return Case({"plan.yaml": text}, *says, code=code)


def configured(text: str | bytes, *says: str) -> Case:
    """A sound plan with a configuration."""
    return Case({"plan.yaml": HEAD, "planspec.toml": text}, *says)


def levels(form: str) -> str:
    """Ten levels, each with ten aliases of the one before."""
    return (
        HEAD
        + "x-a: &a {k: [1, 1, 1, 1, 1, 1, 1, 1]}\n"
        + "".join(
            f"x-{new}: &{new} {form.format(', '.join(['*' + old] * 10), old)}\n"
            for old, new in zip("abcdefghi", "bcdefghij", strict=True)
        )
    )


def large(size: int) -> Callable[[Path], object]:
    """Make plan.yaml a file of that size, in lines of comment."""

    def write(folder: Path) -> None:
        line = "# 注释注释注释注释\n".encode()
        (folder / "plan.yaml").write_bytes(HEAD.encode() + line * (size // len(line) + 1))

    return write


def pipe(name: str) -> Callable[[Path], object]:
    return lambda folder: os.mkfifo(folder / name)


def link(name: str, target: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).symlink_to(target)


def all_of(*steps: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda folder: [step(folder) for step in steps]


def name_in_gbk(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + "/方案.yaml".encode("gbk"))).write_text(HEAD, "utf-8")


def include(*paths: str) -> str:
    return HEAD + "actions:\n" + "".join(f"- include: {path}\n" for path in paths)


def many(line: str, count: int = 100_000) -> str:
    return "".join(line.format(number) for number in range(count))


ACTION = "action: 产业培塑行动\ngoals: [{targets: {规模工业增加值: 增长7%}}]\n"
YAML = "FMT001 yaml-error error"
SCHEMA = "FMT002 schema-violation error"
INCLUDE = "FMT004 include-missing error"
DEEP = f"{YAML} 嵌套超过64层，没有继续读取；请检查这里的缩进或括号"
LARGE = "文件有50.0MB，超过上限16MB，未读取"
EMPTY = f"plan.yaml:1:1: {SCHEMA} 文件是空的，或只有注释"
NO_TEXT = f"{YAML} 文件不是文本（含有 NUL 字节）"
NOT_REGULAR = "无法读取（不是普通文件）"
HERE = (".",)

INCLUDES = Case(
    {
        "plan.yaml": include(
            "plan.yaml",
            "link.yaml",
            "a.yaml",
            "./a.yaml",
            "no.yaml",
            "../x.yaml",
            "folder.yaml",
            "loop.yaml",
            "pipe.yaml",
            '"a\\0b"',
            "y" * 300 + ".yaml",
            "x.yaml",
            "broken.yaml",
            "gbk.yaml",
            "nested.yaml",
        ),
        "a.yaml": ACTION,
        "folder.yaml/a": "",
        "x.yaml": "x: 1\n",
        "broken.yaml": "action：甲\nid: @\n",
        "gbk.yaml": ACTION.encode("gbk"),
        "nested.yaml": ACTION + "include: a.yaml\n",
    },
    f"plan.yaml:6:12: {INCLUDE} 文件“plan.yaml”引入了方案自身，成了循环",
    f"plan.yaml:7:12: {INCLUDE} 文件“link.yaml”引入了方案自身，成了循环",
    f"plan.yaml:9:12: {INCLUDE} 文件“./a.yaml”被引入了两次",
    f"plan.yaml:10:12: {INCLUDE} 引入的文件“no.yaml”不存在或无法读取（没有这个文件）",
    f"plan.yaml:11:12: {INCLUDE} 引入的路径“../x.yaml”在方案文件夹之外",
    f"plan.yaml:12:12: {INCLUDE} 引入的文件“folder.yaml”不存在或无法读取（这是文件夹）",
    f"plan.yaml:13:12: {INCLUDE} 引入的文件“loop.yaml”不存在或无法读取（符号链接成环）",
    f"plan.yaml:14:12: {INCLUDE} 引入的文件“pipe.yaml”不存在或无法读取（不是普通文件）",
    f"plan.yaml:15:12: {INCLUDE} 引入的路径“a",
    f"plan.yaml:16:12: {INCLUDE} 引入的文件“yyyy",
    "不存在或无法读取（文件名太长）",
    f"plan.yaml:17:12: {INCLUDE} 引入的文件“x.yaml”不是行动文件",
    f"broken.yaml:1:7: {YAML} 键“action”后面用了全角冒号",
    f"broken.yaml:2:5: {YAML} 值不能以“@”开头",
    f"gbk.yaml:1:9: {YAML} 文件不是 UTF-8 编码，而像是 GBK / GB18030",
    f"nested.yaml:3:1: {INCLUDE} 行动文件不能再引入其他文件",
    prepare=all_of(link("link.yaml", "plan.yaml"), link("loop.yaml", "loop.yaml"), pipe("pipe.yaml")),
)

CASES: dict[str, Case] = {
    # Syntax and schema
    "several syntax errors": plan(
        HEAD + "goals：\n- targets: {甲: 增长7%\nstatus: 'x\n",
        f"plan.yaml:5:6: {YAML} 键“goals”后面用了全角冒号",
        f"plan.yaml:6:12: {YAML} 这里的括号“{{”没有配对",
        f"plan.yaml:7:9: {YAML} 这里的引号 ' 没有配对的结束引号",
    ),
    "schema violations": plan(
        HEAD + "foo: 1\ngoals: {}\n",
        f"plan.yaml:5:1: {SCHEMA} 不认识的键“foo”，其内容没有检查",
        f"plan.yaml:6:8: {SCHEMA} 键“goals”应为列表",
    ),
    "a thousand syntax errors": plan(HEAD + "a：1\n" * 1000, "plan.yaml:24:2: FMT001", "语法错误超过20处"),
    "two documents": plan(HEAD + "---\n" + HEAD, f"plan.yaml:5:1: {YAML} 一个文件只能有一份方案"),
    "an empty file": plan("", EMPTY),
    "comments only": plan("# 甲\n# 乙\n", EMPTY),
    "a list": plan("- 甲\n", f"plan.yaml:1:1: {SCHEMA} 文件的最上层应为一组"),
    # Encodings
    "GBK": plan(HEAD.encode("gbk"), f"{YAML} 文件不是 UTF-8 编码，而像是 GBK / GB18030"),
    "UTF-16": plan(HEAD.encode("utf-16"), f"plan.yaml:1:1: {YAML} 文件不是 UTF-8 编码，而像是 UTF-16"),
    "a mark and CRLF": plan(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode(), code=0),
    "a zip file": plan(b"PK\x03\x04\x14\x00\x06\x00" * 100, f"plan.yaml:1:6: {NO_TEXT}"),
    "a NUL byte": plan(HEAD + "x-a: \0\n", f"plan.yaml:5:6: {NO_TEXT}"),
    "control characters": plan(
        HEAD + "x-a: \x07\x1b[31m\n", "plan.yaml:5:6: FMT001", "U+0007", "5:7", "U+001B"
    ),
    "escaped control characters": plan(HEAD + '"\\e[31mx": "\\a\\e]0;x\\a"\n', f"plan.yaml:5:1: {SCHEMA}"),
    "random bytes": plan(bytes(range(1, 256)) * 20, f"plan.yaml:1:1: {YAML}"),
    # Bombs and bounds
    "an alias bomb": plan(levels("[{0}]"), f"plan.yaml:10:42: {YAML} 引用（*e）层层展开后超过1000000项"),
    "a merge bomb": plan(levels("{{x: [{0}], <<: *{1}}}"), f"{YAML} 引用（*", "展开后超过1000000项"),
    "aliases of themselves": plan(
        HEAD + "x-a: &a [*a]\nx-b: &b {<<: *b}\n",
        f"plan.yaml:5:10: {YAML} *a 引用的内容里又包含它自己",
        f"plan.yaml:6:14: {YAML} *b 引用的内容里又包含它自己",
    ),
    "deep brackets": plan(HEAD + "x-a: " + "[" * 10_000 + "]" * 10_000 + "\n", f"plan.yaml:5:69: {DEEP}"),
    "deep mappings": plan(HEAD + "x-a: " + "{a: " * 10_000, f"plan.yaml:5:258: {DEEP}"),
    "deep dashes": plan(HEAD + "x-a:\n" + "- " * 10_000 + "1\n", f"plan.yaml:6:127: {DEEP}"),
    "deep indentation": plan(
        HEAD + "".join(f"{' ' * depth}x-a:\n" for depth in range(3_000)), f"plan.yaml:69:65: {DEEP}"
    ),
    "50 MB": Case({}, "plan.yaml:1:1: FMT004", LARGE, prepare=large(50 << 20)),
    "one line of 50 MB": plan(HEAD + "x-a: " + "y" * (50 << 20), LARGE),
    "one line of 10 MB": plan(HEAD + "x-a: " + "y" * (10 << 20), code=0),
    "100,000 keys": plan(HEAD + many("k{}: 1\n"), "plan.yaml:5:1: FMT002", "不合格式的地方超过200处"),
    "100,000 equal keys": plan(HEAD + "x-a:\n" + many("  k: 1\n"), "plan.yaml:7:3: FMT003", "超过200处"),
    "100,000 tasks": plan(
        HEAD + "tasks:\n" + many("- title: 任务{}\n  lead: 县发改局\n  deliverables: [印发方案]\n"),
        "100000项任务",
        code=0,
    ),
    "20,000 wrong tasks": plan(
        HEAD + "actions:\n- action: 甲\n  tasks:\n" + many("  - titel: 任务{}\n", 20_000),
        f"plan.yaml:8:5: {SCHEMA} 不认识的键“titel”，其内容没有检查；是不是“title”？",
        "不合格式的地方超过200处，其余没有列出",
    ),
    "a long scalar": plan(HEAD.replace("某县方案", "甲" * 3_000_000), code=0),
    "huge integers": plan(
        HEAD.replace("2024", "9" * 100_000) + "x-a: 1" + "0" * 5_000 + "\n",
        f"plan.yaml:4:7: {SCHEMA} 键“year”应为整数",
    ),
    "an endless name": plan(
        HEAD + "tasks: [{title: 甲, lead: " + "县发改局" * 5_000 + "}]\n", "RES006", code=1
    ),
    # Several files
    "includes of every bad kind": INCLUDES,
    "includes of each other": Case(
        {
            "plan.yaml": include("a.yaml"),
            "a.yaml": ACTION + "include: b.yaml\n",
            "b.yaml": "include: a.yaml\n",
        },
        f"a.yaml:3:1: {INCLUDE} 行动文件不能再引入其他文件",
    ),
    # Paths
    "a folder without plans": Case(
        {"a.txt": "x", "b.yaml": "x: 1\n"}, "错误：.：没有找到方案", arguments=HERE
    ),
    "a path that is not there": Case({}, "错误：nowhere：没有这个文件或文件夹", arguments=("nowhere",)),
    "a folder named plan.yaml": Case({"plan.yaml/x.txt": ""}, "错误：plan.yaml：没有找到方案"),
    "a document": Case({"方案.docx": b"PK\x03\x04"}, "错误：方案.docx", arguments=("方案.docx",)),
    "pipes": Case(
        {},
        "plan.yaml:1:1: FMT004",
        NOT_REGULAR,
        prepare=all_of(pipe("plan.yaml"), pipe("a.yaml")),
        arguments=HERE,
    ),
    "a device": Case({}, NOT_REGULAR, prepare=link("plan.yaml", "/dev/zero")),
    "a link to itself": Case({}, "plan.yaml：没有这个文件或文件夹", prepare=link("plan.yaml", "plan.yaml")),
    "folders in a loop": Case({"a/plan.yaml": HEAD}, code=0, prepare=link("a/b", "../a"), arguments=HERE),
    "a name in GBK": Case({}, "文件名不是 UTF-8 编码", prepare=name_in_gbk, arguments=HERE),
    # Configuration
    "no TOML": configured("select = [RES]\n", "错误：planspec.toml:1:11：不是正确的 TOML"),
    "TOML in GBK": configured(
        "# 配置\n".encode("gbk"), "错误：planspec.toml：不是正确的 TOML（不是 UTF-8 编码）"
    ),
    "an unknown setting": configured(
        "selct = ['RES']\n", "错误：planspec.toml:1：不认识的配置项“selct”；是不是“select”？"
    ),
    "a registry that is not there": configured("registry = ['r.yaml']\n", "错误：名录文件有误：r.yaml"),
}

if not hasattr(os, "mkfifo"):
    CASES = {
        name: case for name, case in CASES.items() if name not in ("pipes", "includes of every bad kind")
    }
if hasattr(os, "geteuid") and os.geteuid() != 0:
    CASES["a file without permission"] = Case(
        {"plan.yaml": HEAD},
        "无法读取（没有读取权限）",
        prepare=lambda folder: (folder / "plan.yaml").chmod(0),
    )


def bounded() -> None:
    """Bound the memory of the process that is about to start."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


Finished = subprocess.CompletedProcess[str]


def run(case: Case, folder: Path) -> Finished:
    """Write the case's files and lint them; check what holds for every run."""
    case.write(folder)
    out = folder.with_name(f"{folder.name}.sarif")
    before = sorted(folder.rglob("*"))
    command = [
        sys.executable,
        "-m",
        "planspec",
        "lint",
        "--output-format",
        "concise",
        f"--output=sarif={out}",
    ]
    done = subprocess.run(
        [*command, *case.arguments],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        preexec_fn=bounded if sys.platform == "linux" else None,
    )  # fmt: skip
    after = sorted(path for path in folder.rglob("*") if ".planspec_cache" not in path.parts)
    assert after == before
    if out.exists():
        assert out.read_text("utf-8").rstrip().endswith("}")
    assert list(folder.parent.glob(f".{out.name}.*")) == []
    return done


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Finished]]]:
    folder = tmp_path_factory.mktemp("hostile")
    with ThreadPoolExecutor(max(2, min(4, os.cpu_count() or 2))) as pool:
        yield {name: pool.submit(run, case, folder / str(n)) for n, (name, case) in enumerate(CASES.items())}


@pytest.mark.parametrize("name", CASES)
def test_it_is_told_clearly(runs: dict[str, Future[Finished]], name: str) -> None:
    case = CASES[name]
    done = runs[name].result()
    told = done.stdout + done.stderr
    assert "Traceback" not in told
    assert "内部出错" not in told
    assert "INT001" not in told
    assert done.returncode == case.code, told[:2000]
    for words in case.says:
        assert words in re.sub(r"\s*\n\s*", "", told) or words in told, told[:2000]
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", told), "a control character reaches the terminal"
    if case.code == 2:
        assert re.search(r"[\u4e00-\u9fff]", told)
