"""What the spec says, by places of the document: the words of its items, each where the item stands."""

from __future__ import annotations

from bisect import bisect_left

from planspec.documents.trace.index import Index


class Said:
    """The folded words of items; all are added, then `close` is called, then it answers."""

    def __init__(self) -> None:
        self._items: list[tuple[int, str]] = []
        self._places: list[int] = []
        self._starts: list[int] = []
        self._index = Index("")

    def add(self, place: int, words: str) -> None:
        """Note the words of an item that stands at a place."""
        self._items.append((place, words))

    def close(self) -> None:
        """Put the items in order."""
        self._items.sort(key=lambda item: item[0])
        length = 0
        for place, words in self._items:
            self._places.append(place)
            self._starts.append(length)
            length += len(words) + 1
        self._starts.append(length)
        self._index = Index("".join(f"{words}\n" for _, words in self._items))

    def any(self, first: int, last: int) -> bool:
        """Say whether an item stands at a place in [first, last)."""
        at = bisect_left(self._places, first)
        return at < len(self._places) and self._places[at] < last

    def has(self, sought: str, first: int, last: int, *, figure: bool) -> bool:
        """Say whether an item in that range says a name or a figure."""
        start, end = bisect_left(self._places, first), bisect_left(self._places, last)
        if start == end:
            return False
        return self._index.between(sought, self._starts[start], self._starts[end], figure=figure)
