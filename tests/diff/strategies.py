"""Small random plans, full of look-alikes, for the laws of the diff."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

_HEADS = ("推进", "加快", "提升", "")
_SUBJECTS = (
    "园区建设",
    "园区改造",
    "数字政府建设",
    "农村公路",
    "农村供水",
    "企业上市",
    "企业上云",
    "养老服务",
    "托育服务",
)
_UNITS = ("县发改局", "县财政局", "县工信局", "县教育局", "县民政局", "县发展和改革局", "某某公司")
_NAMES = ("地区生产总值", "固定资产投资", "规模工业企业", "事故起数", "达标点位", "示范社区", "培训人次")
_PHRASES = (
    "增长7%", "增长7%以上", "增长7%左右", "力争增长8%", "达到1.2万户", "达到12000户", "新增3家", "新增5家以上", "稳步提高",
    "完成市定目标", "控制在3起以内", "不发生", "5-10个", "含义不明之语", "全省前3位",
)  # fmt: skip

titles = st.builds(str.__add__, st.sampled_from(_HEADS), st.sampled_from(_SUBJECTS))
units = st.lists(st.sampled_from(_UNITS), min_size=1, max_size=3, unique=True)
targets = st.dictionaries(st.sampled_from(_NAMES), st.sampled_from(_PHRASES), min_size=1, max_size=3)


@st.composite
def tasks(draw: st.DrawFn, depth: int = 1) -> dict[str, Any]:
    task: dict[str, Any] = {"title": draw(titles)}
    for key, values in (
        ("lead", units),
        ("support", units),
        ("targets", targets),
        ("by", st.sampled_from(("2024-06-30", "年底", "长期"))),
        (
            "deliverables",
            st.lists(st.sampled_from(("建成平台", "出台办法", "建成3个平台")), min_size=1, max_size=2),
        ),
        ("no", st.sampled_from(("1", "2", "（三）"))),
    ):
        if draw(st.booleans()):
            task[key] = draw(values)
    if depth and draw(st.integers(0, 4)) == 0:
        task["tasks"] = draw(st.lists(tasks(depth - 1), min_size=1, max_size=2))
    return task


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """A plan of one to three actions."""
    actions = []
    for theme, title in draw(st.permutations((("industry", "产业培塑"), ("demand", "激发需求"), ("safety", "安全守底"), ("safety", "风险防范"))))[: draw(st.integers(1, 3))]:  # fmt: skip
        action: dict[str, Any] = {"action": f"{title}行动", "theme": theme}
        if draw(st.booleans()):
            action["goals"] = [{"targets": draw(targets)}]
        action["sections"] = [
            {"heading": heading, "tasks": draw(st.lists(tasks(), min_size=0, max_size=4))}
            for heading in draw(
                st.lists(st.sampled_from(("夯实基础", "强化支撑", "优化服务")), max_size=2, unique=True)
            )
        ]
        if draw(st.booleans()):
            action["workgroup"] = {
                "convenor": "副县长",
                "members": draw(units),
                "office": draw(st.sampled_from(_UNITS)),
            }
        actions.append(action)
    return {
        "planspec": 1,
        "title": "某县方案",
        "jurisdiction": 430522,
        "year": draw(st.sampled_from((2024, 2024, 2024, 2025))),
        "goals": [{"targets": draw(targets)}],
        "actions": actions,
    }
