"""From paths to whole plans: what export, compare and tree start from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from planspec.lint.discovery import discover, sniff
from planspec.model import Plan, build_plan, load_plan
from planspec.model.load import includes_of
from planspec.registry import builtin
from planspec.source.errors import PlanspecError
from planspec.source.message import Template

NOT_READ = Template(
    zh="{path}：有无法读取的内容，结果会不完整；请先按 planspec lint 的提示改正",
    en="{path}: part of it cannot be read, so the result would be incomplete; mend what planspec lint shows first",
)


def plans_at(paths: Sequence[Path]) -> Iterator[Plan]:
    """Yield every plan at or below `paths`; of several paths each one's plans in turn, none twice.

    Raises PlanspecError when a path does not exist, no plan is found or a plan cannot be read whole.
    """
    registry = builtin()
    seen: set[str] = set()
    for path in paths:
        found = discover([path])
        known = {str(Path(file).resolve()) for plan in found.plans for file in includes_of(Path(plan.path))}
        more, _ = sniff(found.others, known)
        for one in sorted([*found.plans, *more]):
            if one.path in seen:
                continue
            seen.add(one.path)
            files = load_plan(Path(one.path), one.shown)
            plan = build_plan(files, registry)
            if plan is None or not files.complete:
                raise PlanspecError(NOT_READ(path=one.shown))
            yield plan
