"""Targets out of running text: which indicator, which value phrase, and what is no target at all.

A paragraph is cut into clauses (`clauses`); in each, the figures that can be targets are found (`figures`), then the
words around them that belong to the value (`values`), and what is left is the name (`names`). Clauses without a
figure are searched for values in words (`wordings`): 全覆盖, 完成省定目标, 持续下降.
"""

from planspec.documents.running.targets import FoundTarget, find_targets

__all__ = ["FoundTarget", "find_targets"]
