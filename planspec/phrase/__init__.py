"""The grammar of value phrases: parse, compare, write."""

from planspec.phrase.compare import Relation, compare
from planspec.phrase.form import Comparator, Firmness, Measure, Phrase, Trend
from planspec.phrase.grammar import parse
from planspec.phrase.units import Unit, look_up
from planspec.phrase.write import write

__all__ = [
    "Comparator",
    "Firmness",
    "Measure",
    "Phrase",
    "Relation",
    "Trend",
    "Unit",
    "compare",
    "look_up",
    "parse",
    "write",
]
