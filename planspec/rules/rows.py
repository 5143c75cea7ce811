"""Rows and tasks: which task a row of the responsibility table restates."""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan, Row, Task


def restated(plan: Plan) -> Iterator[tuple[Row, Task | None]]:
    """Return each row with its task: by `restates`, else by a title that is the same and unique in the action."""
    if not plan.rows:
        return
    by_id = {task.id: task for task in plan.tasks if task.id}
    for action in plan.actions:
        titles: dict[str, Task | None] = {}
        for task in action.tasks:
            title = _plain(task.title)
            titles[title] = None if title in titles else task
        for row in action.breakdown:
            named = row.restates
            yield row, by_id.get(named.value) if named is not None else titles.get(_plain(row.title))


def with_parts(task: Task) -> Iterator[Task]:
    """Return the task and all its sub-items."""
    yield task
    for part in task.tasks:
        yield from with_parts(part)


def _plain(title: str) -> str:
    return "".join(title.split())
