"""What a person calls an item: its title, heading or name; the fingerprints' stable names are no use to a reader."""

from __future__ import annotations

from planspec.model.elements import Action, Goal, Item, Plan, Row, Section, Target, Task, Workgroup


def title_of(item: Item) -> str:
    """Return the title of an item, "" for the plan as a whole and for what has none."""
    match item:
        case Action() | Row() | Task():
            return item.title or item.no
        case Goal() | Section():
            return item.heading
        case Target():
            return item.name
        case Workgroup():
            return item.name or item.action_title
        case Plan():
            return ""
