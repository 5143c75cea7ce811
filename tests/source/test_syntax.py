"""Each of libyaml's complaints in plain words, at the line and column where the slip was made."""

from __future__ import annotations

import pytest

from planspec.source import load_text
from source.trees import Value, faults, faults_of

INDENT = "缩进与上文不一致：同一层的键和“- ”必须对齐；请检查本行和上一行的行首空格"
NO_COLON = "这一行像是一个键，却没有冒号；请写成“键: 值”，或接在上一行的值里并对齐"
AFTER_QUOTE = "引号或括号已经结束，后面还有文字；请把整个值放进同一对引号，或去掉引号"
SECOND_COLON = "一行里出现了第二个“: ”，无法判断哪一个分隔键和值；若冒号是文字的一部分，请给整个值加引号"
TAB = "行首缩进用了制表符（Tab），YAML 只认空格；请改为空格"
ESCAPE = "双引号里的“\\”有特殊用法，后面的字符 YAML 不认；请改用单引号，或写成“\\\\”"
TWO_DOCUMENTS = "一个文件只能有一份方案：从第二个“---”起的内容没有读取；请拆成两个文件"
DIRECTIVE = "行首的“%”在 YAML 中有特殊用法，planspec 不用；请删去这一行，若是文字请加引号"
AFTER_END = "上面的内容已经结束，这里的文字接不上；整个文件应当是一组“键: 值”"
COMMA = "括号里各项之间要用半角逗号“,”隔开，这里接不上；请检查本行和上一行"


def wide(key: str) -> str:
    return f"键“{key}”后面用了全角冒号“：”，YAML 不认；请改为半角冒号加一个空格“: ”"


def tight(key: str) -> str:
    return f"键“{key}”的冒号后面缺一个空格；请写成“{key}: ”"


def wide_space(key: str) -> str:
    return f"键“{key}”的冒号后面是全角空格，YAML 不认；请改为半角空格"


def quote(char: str) -> str:
    return f"这里的引号 {char} 没有配对的结束引号；请补上，中文引号“”不能代替"


def bracket(char: str) -> str:
    return f"这里的括号“{char}”没有配对，或各项之间缺逗号（须用半角“,”）"


def stray(char: str) -> str:
    return f"多了一个“{char}”：前面没有与它配对的括号；若是文字，请给整个值加引号"


def reserved(char: str) -> str:
    return f"值不能以“{char}”开头；请给整个值加引号"


def block(char: str) -> str:
    return f"“{char}”后面应当换行再写文字；若“{char}”是文字的一部分，请加引号"


@pytest.mark.parametrize(
    ("text", "expected", "content"),
    [
        # Colons
        ("甲: 1\n乙：2\n丙: 3\n", [(2, 2, wide("乙"))], {"甲": 1, "乙": 2, "丙": 3}),
        ("甲：1\n乙: 2\n", [(1, 2, wide("甲"))], {"甲": 1, "乙": 2}),
        ("甲： 1\n乙: 2\n", [(1, 2, wide("甲"))], {"甲": 1, "乙": 2}),
        ("甲 ：\n  - 1\n乙: 2\n", [(1, 3, wide("甲"))], {"甲": [1], "乙": 2}),
        ("甲: 1\n乙：\n  丙: 3\n", [(2, 2, wide("乙"))], {"甲": 1, "乙": {"丙": 3}}),
        ("- title：甲\n  lead: 乙\n", [(1, 8, wide("title"))], [{"title": "甲", "lead": "乙"}]),
        ("甲：1\n乙：2\n丙: 3\n", [(1, 2, wide("甲")), (2, 2, wide("乙"))], {"甲": 1, "乙": 2, "丙": 3}),
        ("甲: 1\ntitle:乙\n丙: 3\n", [(2, 6, tight("title"))], {"甲": 1, "title": "乙", "丙": 3}),
        ("甲: 1\n规上（工业）:2\n丙: 3\n", [(2, 7, tight("规上（工业）"))], {"甲": 1, "规上（工业）": 2, "丙": 3}),
        ("甲: 1\n乙:\u30002\n丙: 3\n", [(2, 3, wide_space("乙"))], {"甲": 1, "乙": 2, "丙": 3}),
        ("甲: 乙: 丙\n丁: 1\n", [(1, 5, SECOND_COLON)], {"甲": None, "丁": 1}),
        ("甲: 1\n乙\n丙: 3\n", [(2, 1, NO_COLON)], {"甲": 1, "丙": 3}),
        ("甲\n乙: 2\n", [(1, 1, NO_COLON)], {"乙": 2}),
        ("甲: 1\n乙\n", [(2, 1, NO_COLON)], {"甲": 1}),
        # Indentation
        ("甲: 1\n  乙: 2\n丙: 3\n", [(2, 4, INDENT)], {"甲": 1, "丙": 3}),
        ("甲:\n  - 1\n 乙: 2\n丙: 3\n", [(3, 2, INDENT)], {"甲": [1], "丙": 3}),
        ("甲:\n  - 1\n  乙: 2\n丙: 3\n", [(3, 3, INDENT)], {"甲": [1], "丙": 3}),
        ("甲:\n  乙: 1\n   丙: 2\n  丁: 3\n", [(3, 5, INDENT)], {"甲": {"乙": 1, "丁": 3}}),
        ("甲:\n\t乙: 1\n丙: 3\n", [(2, 1, TAB)], {"甲": None, "丙": 3}),
        ("甲:\n  乙: 1\n\t丙: 2\n", [(3, 1, TAB)], {"甲": {"乙": 1}}),
        ("\t甲: 1\n乙: 2\n", [(1, 1, TAB)], {"乙": 2}),
        ("甲: - 乙\n丙: 3\n", [(1, 4, "“- ”不能写在键的同一行；请换行，缩进后再写")], {"甲": None, "丙": 3}),
        ("- 甲\n乙: 2\n", [(2, 1, INDENT)], ["甲"]),
        # Quotes
        ("甲: '乙\n丙: 3\n", [(1, 4, quote("'"))], {"甲": None, "丙": 3}),
        ('甲: 1\n乙: "丙\n丁: 3\n', [(2, 4, quote('"'))], {"甲": 1, "乙": None, "丁": 3}),
        ('甲: "乙\n丙: "3"\n丁: 4\n', [(1, 4, quote('"'))], {"甲": None, "丙": "3", "丁": 4}),
        ("甲: '乙\n丙: 丁'戊\n己: 6\n", [(1, 4, quote("'"))], {"甲": None, "丙": "丁'戊", "己": 6}),
        ("甲: '乙\n---\n丙: 3\n", [(1, 4, quote("'")), (2, 1, TWO_DOCUMENTS)], {"甲": None}),
        ('甲: "乙" 丙\n丁: 3\n', [(1, 8, AFTER_QUOTE)], {"甲": None, "丁": 3}),
        ("甲: '乙'丙'\n丁: 3\n", [(1, 7, AFTER_QUOTE)], {"甲": None, "丁": 3}),
        ("甲: [乙]丙\n丁: 3\n", [(1, 7, AFTER_QUOTE)], {"甲": None, "丁": 3}),
        ('甲: "乙\\丙"\n丁: 3\n', [(1, 6, ESCAPE)], {"甲": None, "丁": 3}),
        ('甲: "\\xZZ"\n丁: 3\n', [(1, 7, ESCAPE)], {"甲": None, "丁": 3}),
        ('甲: "\\ud800"\n丁: 3\n', [(1, 7, ESCAPE)], {"甲": None, "丁": 3}),
        # Brackets
        ("甲: [乙\n丙: 3\n", [(1, 4, bracket("["))], {"甲": None, "丙": 3}),
        ("甲: {乙: 1\n丙: 3\n丁: 4\n", [(1, 4, bracket("{"))], {"甲": None, "丙": 3, "丁": 4}),
        ("甲: [乙、丙\n丁: 3\n", [(1, 4, bracket("["))], {"甲": None, "丁": 3}),
        ("甲: [乙,\n  丙,\n  丁\n戊: 3\n己: 4\n", [(1, 4, bracket("["))], {"甲": None, "戊": 3, "己": 4}),
        ("甲: [\n", [(1, 4, bracket("["))], {"甲": None}),
        ("甲: [乙, {丙: [1]\n", [(1, 8, bracket("{"))], {"甲": None}),
        ("甲: [\n  乙,\n  丙\n  丁: 1,\n  戊\n]\n己: 1\n", [(4, 4, COMMA)], {"甲": ["乙", "丙\n戊"], "己": 1}),
        ("甲: ]\n乙: 2\n", [(1, 4, stray("]"))], {"甲": None, "乙": 2}),
        ("甲: 1\n}\n乙: 2\n", [(2, 1, stray("}"))], {"甲": 1, "乙": 2}),
        # Characters that mean something
        ("甲: @乙\n丙: `丁\n", [(1, 4, reserved("@")), (2, 4, reserved("`"))], {"甲": None, "丙": None}),
        ("甲: %5\n", [(1, 4, reserved("%"))], {"甲": None}),
        ("甲: *\n乙: 2\n", [(1, 4, reserved("*"))], {"甲": None, "乙": 2}),
        ("甲: *全部\n乙: 2\n", [(1, 4, reserved("*"))], {"甲": None, "乙": 2}),
        ("甲: &\n乙: 2\n", [(1, 4, reserved("&"))], {"甲": None, "乙": 2}),
        ("甲: & 乙\n丙: 2\n", [(1, 4, reserved("&"))], {"甲": None, "丙": 2}),
        ("甲: !<乙\n丙: 2\n", [(1, 4, reserved("!"))], {"甲": None, "丙": 2}),
        ("甲: &x *y\n乙: 2\n", [(1, 7, reserved("*"))], {"甲": None, "乙": 2}),
        ("甲: |乙\n丙: 3\n", [(1, 4, block("|"))], {"甲": None, "丙": 3}),
        ("甲: >乙\n  丁\n丙: 3\n", [(1, 4, block(">"))], {"甲": "丁", "丙": 3}),
        ("甲: |-0\n  乙\n", [(1, 4, block("|"))], {"甲": "乙"}),
        # The file as a whole
        ("%YAML 3.0\n---\n甲: 1\n", [(1, 1, DIRECTIVE)], {"甲": 1}),
        ("%FOO\n---\n甲: 1\n", [(1, 1, DIRECTIVE)], {"甲": 1}),
        ("甲: 1\n%乙\n", [(2, 1, DIRECTIVE)], {"甲": 1}),
        ("{甲: 1}\n乙: 2\n", [(2, 1, AFTER_END)], {"甲": 1}),
        ("x" * 1100 + ": 1\n甲: 1\n", [(1, 1, "键太长（超过1024个字符），YAML 读不了；请把文字写成值")], {"甲": 1}),
    ],
)  # fmt: skip
def test_a_slip_is_explained_where_it_was_made(
    text: str, expected: list[tuple[int, int, str]], content: Value
) -> None:
    for other in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        file = load_text(other)
        assert faults_of(file) == expected
        assert file.root is not None
        assert file.root.plain == content


MANY = """\
planspec: 1
title：某县方案
jurisdiction: '430522
year:2024
goals:
  - targets:
      甲: @1
      乙: "增长" 7%
      丙: 增长: 7%
actions:
  - include: [01.yaml
  - include: 02.yaml
\tunits:
   tasks: 1
"""


def test_all_slips_of_a_file_are_found_in_one_run() -> None:
    file = load_text(MANY)
    assert faults_of(file) == sorted(faults_of(file))
    assert faults_of(file) == [
        (2, 6, wide("title")),
        (3, 15, quote("'")),
        (4, 5, tight("year")),
        (7, 10, reserved("@")),
        (8, 15, AFTER_QUOTE),
        (9, 12, SECOND_COLON),
        (11, 14, bracket("[")),
        (13, 1, TAB),
        (14, 4, INDENT),
    ]


def test_a_slip_in_a_line_does_not_bring_forth_others_in_the_lines_below_it() -> None:
    text = 'tasks:\n  - title: "甲" 乙\n    lead: 丙\n    tasks:\n      - title: 丁\n  - title: 戊\n'
    file = load_text(text)
    assert faults_of(file) == [(2, 16, AFTER_QUOTE)]
    assert file.root is not None
    assert file.root.plain == {
        "tasks": [{"title": None, "lead": "丙", "tasks": [{"title": "丁"}]}, {"title": "戊"}]
    }


def test_lines_below_a_misplaced_one_are_not_blamed_for_it() -> None:
    text = "tasks:\n  - title: 甲\n   lead: 乙\n     support: 丙\n       x: 1\n  - title: 丁\n"
    file = load_text(text)
    assert faults_of(file) == [(3, 4, INDENT)]
    assert file.root is not None
    assert file.root.plain == {"tasks": [{"title": "甲"}, {"title": "丁"}]}


@pytest.mark.parametrize(
    "text",
    [
        'summary: |\n  要求：甲\ntitle: "x" y\n',
        'summary: >-\n  一\n  要求：甲\n\ntitle: "x" y\n',
        '# 要求：甲\ntitle: "x" y\n',
        'summary: 要求：甲\ntitle: "x" y\n',
    ],
)
def test_a_full_width_colon_within_a_text_is_not_blamed(text: str) -> None:
    (found,) = faults(text)
    assert (found[0], found[2]) == (text.count("\n"), AFTER_QUOTE)


@pytest.mark.parametrize(
    "text",
    [
        "标题: 甲：乙\n",
        "- 甲：乙\n- 丙：丁\n",
        "网址: http://a.b/c:d\n",
        "时间: 12:30:45\n",
        "文: |\n  甲：乙\n  丙:丁\n   戊: 己\n",
        "文: '甲: 乙'\n",
        "甲: [乙：丙, 丁:戊]\n",
    ],
)
def test_a_sound_text_has_no_fault(text: str) -> None:
    assert faults(text) == []


def test_a_line_that_was_left_out_is_known() -> None:
    file = load_text("甲: 1\n乙: @\n丙：3\n 丁: 4\n")
    assert file.broken_lines == [2, 4]


def test_a_complaint_that_nobody_foresaw_is_passed_on() -> None:
    (found,) = faults("%TAG ! x:\n%TAG ! y:\n--- 甲\n")
    assert found[0] == 2
