"""A folded text that knows where each name and each figure of it stands; each is looked up once."""

from __future__ import annotations

from bisect import bisect_left

from planspec.documents.trace.words import figures, in_digits


class Index:
    """Names and figures of a text by their offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._names: dict[str, list[int]] = {}
        self._figures: dict[str, list[int]] = {}
        for figure, at in figures(text):
            self._figures.setdefault(figure, []).append(at)
        for offsets in self._figures.values():
            offsets.sort()

    def offsets(self, sought: str, *, figure: bool = False) -> list[int]:
        """Return where a folded name stands; with `figure`, where a figure in digits does, as a whole."""
        if figure and in_digits(sought):
            return self._figures.get(sought, [])
        known = self._names.get(sought)
        if known is None:
            known = self._names[sought] = self._search(sought)
        return known

    def between(self, sought: str, start: int, end: int, *, figure: bool = False) -> bool:
        """Say whether a name or figure begins in a range of the text."""
        offsets = self.offsets(sought, figure=figure)
        at = bisect_left(offsets, start)
        return at < len(offsets) and offsets[at] < end

    def _search(self, name: str) -> list[int]:
        found = []
        at = self.text.find(name) if name else -1
        while at >= 0:
            found.append(at)
            at = self.text.find(name, at + 1)
        return found
