"""Running text to its parts: what a careful reader would call one task where no number tells them apart.

Each file knows one kind of sign: responsibility phrases (`duties`), 一是…二是… (`enumeration`), run-in headings
(`headings`), the names that a table of the same plan uses (`rows`), and plain sentences (`statements`).
"""

from planspec.documents.parting.part import Part

__all__ = ["Part"]
