import pytest

from planspec.phrase import parse

from .normal_form import normal_form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成省定目标", "deferred reference=省"),
        ("完成苏州市下达目标", "deferred reference=市"),
        ("达州定任务", "deferred reference=州"),
        ("以市定目标为准", "deferred reference=市"),
        ("按省定、市定目标", "deferred reference=省、市"),
        ("达到省、州规定数量", "deferred reference=省、州"),
        ("完成国家下达任务", "deferred reference=国"),
        ("完成上级下达的年度目标任务", "deferred reference=上级"),
        ("完成目标任务", "deferred"),
        ("完成工作考核任务", "deferred"),
        ("稳定达标", "deferred"),
        ("不低于省定标准", "deferred >= reference=省"),
        ("控制在省定目标以内", "deferred <= reference=省"),
        ("超额完成市定目标", "deferred > reference=市"),
        ("不突破", "deferred <="),
        ("确保完成省定任务", "deferred ensure reference=省"),
    ],
)
def test_deferred_targets(text, expected):
    assert normal_form(parse(text)) == expected


@pytest.mark.parametrize(
    "text", ["省要求", "国家标准", "完成标准", "完成任务清单", "不低于省定目标以内", "市规划", "目标"]
)
def test_what_defers_to_nobody_is_not_understood(text):
    assert parse(text) is None
