"""A phrase's normal form in one short line, for the corpus and for readable failures."""

from decimal import Decimal

from planspec.phrase import Comparator, Firmness, Phrase


def normal_form(phrase: Phrase | None) -> str:
    """Return "measure comparator figure base", then every other field that says something; "-" for None."""
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
    if phrase.margin is not None:
        words.append(f"margin={plain(phrase.margin)}")
    if phrase.baseline is not None and phrase.baseline_comparator is not None:
        words.append(f"from {phrase.baseline_comparator.value} {plain(phrase.baseline)}")
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
