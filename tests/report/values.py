"""Hand-built findings that the report tests share: Chinese text, wide and narrow characters mixed."""

from __future__ import annotations

from planspec.lint.result import Counts, Judged, Result, Suppressed
from planspec.source.diagnostic import Confidence, Diagnostic, Edit, Fix, Related, Severity
from planspec.source.message import Message
from planspec.source.span import Span

PLAN = "specs/某县/2026/plan.yaml"
ACTION = "specs/某县/2026/01-industry.yaml"

NO_UNIT = Diagnostic(
    file=ACTION,
    span=Span(35, 18, 35, 22),
    code="RES001",
    name="task-without-unit",
    severity=Severity.ERROR,
    message=Message("任务“循环经济”没有写明任何责任单位", "Task “循环经济” names no responsible unit"),
    pointer="/sections/0/tasks/0/title",
    locator="附件2/二/(一)/1",
    fingerprint="0123456789abcdef0123456789abcdef",
    excerpt="        - title: 循环经济",
)
CONFLICT = Diagnostic(
    file=PLAN,
    span=Span(7, 18, 7, 24),
    code="TGT001",
    name="conflicting-values",
    severity=Severity.WARNING,
    message=Message("“规模工业增加值”有两个数", "“规模工业增加值” has two values"),
    confidence=Confidence.MEDIUM,
    pointer="/goals/0/targets/规模工业增加值",
    related=(
        Related(
            ACTION,
            Span(112, 16, 112, 20),
            Message("另一个数在这里", "the other value"),
            "      规模工业增加值: 增长8%",
        ),
    ),
    fix=Fix(
        Message("改为“增长8%”", "write “增长8%”"),
        (Edit(PLAN, Span(7, 18, 7, 24), "增长8%"),),
        safe=False,
    ),
    fingerprint="f" * 32,
    excerpt="        规模工业增加值: 增长7.5%",
)
NOTE = Diagnostic(
    file=PLAN,
    span=Span(12, 3, 14, 9),
    code="RES014",
    name="workgroup-incomplete",
    severity=Severity.INFO,
    message=Message("没有写明办公室设在哪个单位", "It does not say which unit hosts the office"),
    excerpt="  leading_group:",
)
MIXED = Result(
    diagnostics=(NO_UNIT, CONFLICT, NOTE),
    suppressed=(Suppressed(NOTE, "领导小组办公室另行发文", 11),),
    counts=Counts(plans=1, files=2, tasks=4, targets=3, leaves=3, accountable=2),
    rules=38,
    held_back=((PLAN, ("STR002", "RES010")),),
    notes=(Message("跳过了1个文件", "1 file was left out"),),
    plans=(
        Judged(
            "某县实施“八大行动”总体方案", (PLAN, ACTION), Counts(1, 2, 4, 3, 3, 2),
            ("STR002", "RES001", "RES010", "RES014", "TGT001"), ("STR002", "RES010"),
        ),
    ),
)  # fmt: skip
CLEAN = Result(
    (), (), Counts(1, 1, 2, 1), 1, plans=(Judged("某县方案", (PLAN,), Counts(1, 1, 2, 1), ("RES001",)),)
)


def many(count: int, severity: Severity = Severity.WARNING) -> tuple[Diagnostic, ...]:
    """Return findings on as many lines."""
    return tuple(
        Diagnostic(PLAN, Span(line, 1, line, 2), "RES002", "lead-missing", severity, Message("缺", "none"))
        for line in range(1, count + 1)
    )
