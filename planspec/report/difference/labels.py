"""Heads of tables and lists that the Markdown and the HTML report share."""

from __future__ import annotations

from typing import Final

from planspec.source.message import Message, Template

ACTION: Final = Message("行动", "action")
CLASS: Final = Message("类别", "class")
CONTINUED: Final = Template(zh="{stayed}的任务：{tasks}", en="Tasks {stayed}: {tasks}")
INDICATOR: Final = Message("指标", "indicator")
INDICATORS: Final = Message("指标", "indicators")
MAIN: Final = Message("主要目标", "Main targets")
PLANS: Final = Message("方案增删", "Plans that came or went")
TASKS: Final = Message("任务", "tasks")
THEME: Final = Message("主题", "theme")
