"""The parts of a document to the draft of a spec, and an account of every block.

What a paragraph is, is told by where it stands and what it says (`kinds`): a section called 目标 holds goals, one called
机制 or 组织 holds the work group, the others hold tasks. A numbered paragraph without numbered paragraphs below it is a
task; one with several responsibilities is parted (`parting/`). Nothing is dropped: what becomes no item is listed.
"""

from planspec.documents.draft.names import action_name, place_of
from planspec.documents.draft.plan import Draft, draft

__all__ = ["Draft", "action_name", "draft", "place_of"]
