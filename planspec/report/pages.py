"""A rule's page: for the terminal, as Markdown, as plain text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.report.cells import width_of, wrap
from planspec.report.data import Value, dump
from planspec.report.paint import Paint
from planspec.report.words import CONFIDENCE, SEVERITY
from planspec.rules.rule import PARTS, Authority, OptionValue, Rule
from planspec.source.message import Message

if TYPE_CHECKING:
    from planspec.report import Language, Look

AUTHORITY: Final[dict[Authority, Message]] = {
    Authority.FORMAT: Message("文件格式", "file format"),
    Authority.STANDARD: Message("法规标准", "law or standard"),
    Authority.REQUIREMENT: Message("上级要求", "requirement of superiors"),
    Authority.LOGIC: Message("前后一致", "consistency"),
    Authority.PRACTICE: Message("工作惯例", "practice"),
}
FAMILY: Final[dict[str, Message]] = {
    "FMT": Message("格式", "format"),
    "STR": Message("结构", "structure"),
    "RES": Message("责任分工", "responsibility"),
    "TGT": Message("目标指标", "targets"),
    "ALN": Message("上下衔接", "alignment upward"),
    "DAT": Message("日期", "dates"),
    "REF": Message("文件引用", "documents"),
    "TXT": Message("文字", "wording"),
    "INT": Message("内部", "internal"),
}
_BAD: Final = Message("反例", "Bad")
_GOOD: Final = Message("正例", "Good")
_OPTIONS: Final = Message("选项", "Options")
_IGNORE: Final = Message("忽略", "Ignore")
_ALIASES: Final = Message("旧名", "Earlier names")
_REASON: Final = Message("理由", "reason")
_LABELS: Final = (
    Message("级别", "severity"),
    Message("可信度", "confidence"),
    Message("依据", "authority"),
    Message("族", "family"),
)


def text(rule: Rule, look: Look) -> str:
    """Return the page for reading on a terminal."""
    language, paint, page = look.language, Paint(look.color), rule.page
    width = min(look.width, 100)
    lines = [
        f"{paint('code', rule.code)} {paint('title', rule.name)}  {page.title.text(language)}",
        _facts(rule, language, paint),
    ]
    for key, heading in PARTS.items():
        lines += ["", paint("title", heading[language == "en"])]
        lines += [f"  {line}" for line in wrap(page.part(key, language), width - 2)]
    for label, example in ((_BAD, page.bad), (_GOOD, page.good)):
        lines += ["", paint("title", label.text(language))]
        lines += [f"    {line}".rstrip() for line in aligned(example, paint)]
    if rule.options:
        lines += ["", paint("title", _OPTIONS.text(language)), f"    [rules.{rule.code}]"]
        for option in rule.options:
            lines.append(f"    {option.name} = {toml(option.default)}")
            lines += [f"      {line}" for line in wrap(option.describes.text(language), width - 6)]
    lines += ["", paint("title", _IGNORE.text(language)), f"    {ignore(rule, language)}"]
    return "".join(line + "\n" for line in lines)


def plain(rule: Rule, language: Language) -> str:
    """Return what, why and how to mend, one a line, without any markup."""
    return "\n".join(rule.page.part(key, language) for key in ("what", "why", "mend"))


def markdown(rule: Rule, language: Language) -> str:
    """Return the page as Markdown."""
    page = rule.page
    lines = [f"# {rule.code} `{rule.name}`", "", f"**{page.title.text(language)}**", ""]
    lines.append(_facts(rule, language, Paint(False)))
    for key, heading in PARTS.items():
        lines += ["", f"## {heading[language == 'en']}", "", page.part(key, language)]
    for label, example in ((_BAD, page.bad), (_GOOD, page.good)):
        lines += ["", f"## {label.text(language)}", "", "```yaml", *aligned(example, Paint(False)), "```"]
    if rule.options:
        lines += ["", f"## {_OPTIONS.text(language)}", ""]
        for option in rule.options:
            lines.append(f"- `{option.name} = {toml(option.default)}`: {option.describes.text(language)}")
    lines += ["", f"## {_IGNORE.text(language)}", "", "```yaml", ignore(rule, language), "```"]
    return "\n".join(lines) + "\n"


def data(rule: Rule) -> dict[str, Value]:
    """Return the page as plain values, texts in both languages."""
    page = rule.page
    found: dict[str, Value] = {
        "code": rule.code,
        "name": rule.name,
        "aliases": list(rule.aliases),
        "family": rule.family,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "authority": rule.authority.value,
        "title": _both(page.title),
    }
    for key in PARTS:
        # “authority” is already the kind of authority; the sentence on it goes by another name.
        found["basis" if key == "authority" else key] = _both(page.parts[key])
    found["bad"] = page.bad
    found["good"] = page.good
    found["options"] = [
        {"name": option.name, "default": option.default, "description": _both(option.describes)}
        for option in rule.options
    ]
    return found


def json(rule: Rule) -> str:
    """Return the page as JSON."""
    return dump({"version": 1, "rule": data(rule)})


def toml(value: OptionValue) -> str:
    """Return an option's value as it stands in planspec.toml."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml, value))}]"
    return str(value)


def _both(message: Message) -> Value:
    return {"zh": message.zh, "en": message.en}


def _facts(rule: Rule, language: Language, paint: Paint) -> str:
    values = (
        paint(rule.severity.value, SEVERITY[rule.severity].text(language)),
        CONFIDENCE[rule.confidence].text(language),
        AUTHORITY[rule.authority].text(language),
        f"{rule.family} {FAMILY[rule.family].text(language) if rule.family in FAMILY else ''}".rstrip(),
    )
    colon, gap = ("：", "　") if language == "zh" else (": ", "  ")
    facts = [f"{label.text(language)}{colon}{value}" for label, value in zip(_LABELS, values, strict=True)]
    if rule.aliases:
        facts.append(f"{_ALIASES.text(language)}{colon}{', '.join(rule.aliases)}")
    return gap.join(facts)


def ignore(rule: Rule, language: Language) -> str:
    """Return the comment that sets one finding of the rule aside."""
    return f"# planspec: ignore[{rule.code}] {_REASON.text(language)}"


def aligned(example: str, paint: Paint) -> list[str]:
    """Return an example's lines; marks that count characters are moved to count cells."""
    lines: list[str] = []
    marked = ""
    for line in example.rstrip("\n").split("\n"):
        start, stop = line.find("^"), line.rfind("^") + 1
        if line.startswith("#") and start > 0 and not line[1:start].strip() and len(marked) >= start:
            before = width_of(marked[:start])
            under = max(width_of(marked[start:stop]), 1)
            lines.append(f"#{' ' * (before - 1)}{paint('warning', '^' * under)}{line[stop:]}")
        else:
            lines.append(line)
            marked = line
    return lines
