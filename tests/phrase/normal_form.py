"""A phrase's normal form in one short line, for the corpus and for readable failures."""

from decimal import Decimal

from planspec.phrase import Comparator, Firmness, Phrase

DEFAULTS = Phrase("", None)  # type: ignore[arg-type]


def normal_form(phrase: Phrase | None) -> str:
    """Return "measure comparator figure base", then every other field that says something."""
    if phrase is None:
        return "-"
    words = [phrase.measure.value]
    if phrase.comparator is not None:
        words.append(phrase.comparator.value)
    figures = [phrase.low, phrase.high] if phrase.comparator is Comparator.RANGE else [phrase.figure]
    words += [plain(figure) for figure in figures if figure is not None]
    if phrase.base:
        words.append(phrase.base)
    if phrase.unit != phrase.base:
        words.append(f"({phrase.unit})")
    for name in ("margin", "baseline"):
        value = getattr(phrase, name)
        if value is not None:
            words.append(f"{name}={plain(value)}")
    if phrase.baseline_comparator not in (None, Comparator.EQ):
        words.append(f"baseline_comparator={phrase.baseline_comparator.value}")
    if phrase.firmness is not Firmness.NONE:
        words.append(phrase.firmness.value)
    if phrase.trend is not None:
        words.append(phrase.trend.value)
    words += [
        f"{name}={getattr(phrase, name)}"
        for name in ("of", "aspect", "reference", "verb", "period")
        if getattr(phrase, name)
    ]
    words += [name for name in ("each", "double") if getattr(phrase, name)]
    return " ".join(words)


def plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
