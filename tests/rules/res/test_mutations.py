"""A flaw put into an issued plan is found, by the rule that is to find it and where it was put."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

from planspec.lint.engine import lint_path
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.source.diagnostic import Diagnostic

SPECS = Path(__file__).parents[3] / "specs" / "hunan"
YUEYANG = "yueyang/2025"
JISHOU = "xiangxi/jishou/2023"


class Mutation(NamedTuple):
    """Replace `old` (a pattern) by `new` in a file; the rule must speak of `words` at a row with `row`."""

    code: str
    plan: str
    file: str
    old: str
    new: str
    row: str
    words: str


MUTATIONS = (
    Mutation("RES001", YUEYANG, "07-livelihood", r"\n +lead: 市妇联", "", "“向阳花”行动", "‘向阳花’行动"),
    Mutation(
        "RES002",
        YUEYANG,
        "01-demand",
        r"\n +lead: 市人社局",
        "",
        "support: [市发改委, 市商务局",
        "推动增收减负",
    ),
    Mutation(
        "RES003",
        YUEYANG,
        "01-demand",
        "lead: 市人社局",
        "lead: [市人社局, 市审计局, 市统计局]",
        "lead: [市人社局",
        "市审计局",
    ),
    Mutation(
        "RES004",
        YUEYANG,
        "01-demand",
        "市医保局, 市机关事务局]",
        "市医保局, 市民政局]",
        "市医保局",
        "“市民政局”",
    ),
    Mutation(
        "RES005",
        YUEYANG,
        "01-demand",
        "市医保局, 市机关事务局]",
        "市医保局, 市人社局]",
        "市医保局",
        "“市人社局”",
    ),
    Mutation("RES006", YUEYANG, "01-demand", "lead: 市人社局", "lead: 市人社居", "市人社居", "“市人社居”"),
    Mutation(
        "RES007",
        YUEYANG,
        "06-safety",
        "市财政局, 市国资委",
        "岳阳市财政局, 市国资委",
        "岳阳市财政局",
        "“市财政局”",
    ),
    Mutation(
        "RES008",
        YUEYANG,
        "02-industry",
        r" +市物流发展服务中心, 市贸促会",
        "    市贸促会",
        "lead: 市物流",
        "市物流发展",
    ),
    Mutation("RES009", YUEYANG, "05-environment", "市数据局, 市工商联", "市数据局", "市工商联", "“市工商联”"),
    Mutation(
        "RES010", YUEYANG, "07-livelihood", "市残联, 市广播", "市文联, 市残联, 市广播", "市文联", "“市文联”"
    ),
    Mutation("RES011", YUEYANG, "01-demand", "lead: 市人社局", "lead: 省人社厅", "省人社厅", "“省人社厅”"),
    Mutation(
        "RES012", YUEYANG, "01-demand", "lead: 市人社局", "lead: 各有关部门", "各有关部门", "“各有关部门”"
    ),
    Mutation(
        "RES013", JISHOU, "02-innovation", "lead: 市卫健局", "lead: 市财政局", "市财政局", "生命健康领域"
    ),
    Mutation("RES014", YUEYANG, "02-industry", "\n  office: 市工信局", "", "workgroup:", "产业育新培强攻坚"),
    Mutation(
        "RES015",
        JISHOU,
        "02-innovation",
        "(?=\n +source: 附件2表/[2-9])",
        "\n    leader: 王某",
        "现代农业领域",
        "分管领导",
    ),
    Mutation("RES016", YUEYANG, "07-livelihood", "lead: .*", "lead: 市商务局", "市商务局", "“市商务局”"),
    Mutation(
        "RES017",
        YUEYANG,
        "03-innovation",
        "title: 打造.*创新高地",
        "title: 推动文化融合发展大计",
        "lead",
        "由市发改委牵头",
    ),
    Mutation(
        "RES018",
        YUEYANG,
        "plan",
        r"  cadence:\n    调度: 定期",
        "  workgroups:\n    - {action: 内需扩量提效攻坚, office: 市商务局}",
        "office: 市发改委",
        "“市商务局”",
    ),
)


def findings(folder: Path) -> list[Diagnostic]:
    report, _ = lint_path(folder / "plan.yaml", "plan.yaml", Settings(select=("RES",)), builtin())
    return list(report.diagnostics)


@cache
def known(plan: str) -> frozenset[str]:
    return frozenset(one.fingerprint for one in findings(SPECS / plan))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.code)
def test_a_flaw_in_an_issued_plan_is_found(mutation: Mutation, tmp_path: Path) -> None:
    folder = copytree(SPECS / mutation.plan, tmp_path / "plan")
    file = folder / f"{mutation.file}.yaml"
    text = file.read_text("utf-8")
    changed = re.sub(mutation.old, mutation.new, text)
    assert changed != text
    file.write_text(changed, "utf-8")
    if mutation.code == "RES017":
        other = folder / "02-industry.yaml"
        text = other.read_text("utf-8")
        other.write_text(text.replace("title: 提升承载能力", "title: 推动文化融合发展大计"), "utf-8")
    new = [
        one
        for one in findings(folder)
        if one.code == mutation.code and one.fingerprint not in known(mutation.plan)
    ]
    assert any(mutation.row in one.excerpt and mutation.words in one.message.zh for one in new), new
