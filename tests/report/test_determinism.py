"""Every report is the same byte for byte, whatever the hash seed, the workers or the order of arguments."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import planspec
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.report import FORMATS, STATISTICS, Look, render

HEAD = "planspec: 1\ntitle: 某县方案\njurisdiction: 430522\nyear: 2024\n"
FILES = {
    "a/plan.yaml": HEAD
    + """\
goals: [{targets: {规模工业增加值: 增长7%, 服务业增加值: 增长5%}}]
actions:
- include: 01.yaml
- action: 创新行动
  annex: 1
  tasks:
  - {title: 平台, units: [县科工局, 县教育局, 县科工局], targets: {规模工业增加值: 增长8%}}
  - {title: 人才, units: [县人社局, 各相关部门], by: 2023年底}
  workgroup: {members: [县科工局, 县财政局, 某某局]}
""",
    "a/01.yaml": "action: 产业行动\ntasks:\n"
    + "".join(f"- {{title: 任务{n}, units: [县发改局, 县财政局]}}\n" for n in range(9)),
    "b/plan.yaml": HEAD
    + "tasks:\n- {title: 甲}\n- {title: 乙, lead: 县发改局} # planspec: ignore[TGT012] 已另行部署\n",
    "c/plan.yaml": HEAD + "foo: 1\ntasks: 甲\nactions: [{include: no.yaml}]\n",
    "d/plan.yaml": "planspec: 1\ntitle: @\n",
}
SEEDS = range(10)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def reports(paths: list[str], jobs: int) -> dict[str, str]:
    result = run([Path(path) for path in paths], Settings(), jobs=jobs, cache=False)
    told = {style: render(result, style) for style in FORMATS}
    told |= {
        f"statistics of {style}": render(result, style, Look("en"), statistics=True) for style in STATISTICS
    }
    return told


def test_workers_and_order_make_no_difference(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus)
    first = reports(["a", "b", "c", "d"], 1)
    assert first["concise"].count("\n") > 25
    assert reports(["d", "c", "b", "a", "a/plan.yaml"], 1) == first
    assert reports(["."], 3) == first


def test_hash_seeds_make_no_difference(corpus: Path, tmp_path: Path) -> None:
    def started(seed: int) -> subprocess.Popen[bytes]:
        files = [f"--output={style}={tmp_path}/{seed}/{style}" for style in FORMATS]
        return subprocess.Popen(
            [sys.executable, "-m", "planspec", "lint", "--no-cache", "--exit-zero", "--quiet", *files, "."],
            cwd=corpus,
            env={
                **os.environ,
                "PYTHONPATH": str(Path(planspec.__file__).parents[1]),
                "PYTHONHASHSEED": str(seed * 4242),
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    for pair in zip(SEEDS[::2], SEEDS[1::2], strict=True):
        for process in [started(seed) for seed in pair]:
            assert process.communicate()[1] == b""
    written = {
        seed: {style: (tmp_path / str(seed) / style).read_bytes() for style in FORMATS} for seed in SEEDS
    }
    for style in FORMATS:
        assert len({written[seed][style] for seed in SEEDS}) == 1, style
        assert len(written[0][style]) > 400, style
