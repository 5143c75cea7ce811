"""What a text in a table looks like."""

from __future__ import annotations

import pytest

from planspec.documents.looks import Look, look, ordinal, persons


@pytest.mark.parametrize(
    ("look_", "texts"),
    [
        (Look.EMPTY, ["", "  "]),
        (Look.NUMBER, ["1", "12.", "（一）", "三、", "①", "十二"]),
        (
            Look.UNITS,
            [
                "县林业局", "县发改局、县财政局", "县发改局县财政局", "各乡镇人民政府", "县安委办牵头,各负有监管", "市县两级有关部门、县林业局",
                "县林业局\n县财政局", "东湖经开区、县商务局、东湖城投有限公司",
            ],
        ),
        (Look.NAMES, ["张三丰", "李  四", "张三丰 李四光", "欧阳修文", "相关副县长", "王"]),
        (Look.DATE, ["12月底前", "2024年12月", "2024年12月31日前", "长期坚持", "全年", "年底前", "2024.3-2024.12", "第三季度"]),
        (Look.FIGURE, ["3200户", "95%", "1.2亿元", "≥60%"]),
        (Look.HEADING, ["一、城建任务", "（二）绿化行动", "3.深化改革"]),
        (Look.SHORT, ["总体目标", "机械制造", "文旅康养", "推进高质量发", "社会消费品零售总额增长7%", "打造2个示范区"]),
        (Look.LONG, ["新建公园3个，改造公园2个，建设绿道。", "落实任务。"]),
    ],
)  # fmt: skip
def test_looks(look_: Look, texts: list[str]):
    assert {text: look(text).name for text in texts} == dict.fromkeys(texts, look_.name)


def test_running_numbers_have_a_value():
    assert [ordinal(text) for text in ("3", "（十二）", "二、", "⑤", "3人", "")] == [3, 12, 2, 5, None, None]


def test_a_name_with_a_gap_is_one_person():
    assert persons("李  四、张三丰 王五一\n赵六") == ["李四", "张三丰", "王五一", "赵六"]
