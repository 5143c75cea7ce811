"""What `planspec trace` found, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.report.cells import visible
from planspec.report.data import Value, dump
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.documents.trace import Exemption, Finding, Loose, Trace
    from planspec.report import Language

VERSION: Final = 1
"""Raised when a key of the JSON changes its meaning or goes."""

_KINDS: Final = {
    "unit": Message("单位", "unit"),
    "person": Message("职务或姓名", "post or person"),
    "figure": Message("数字", "figure"),
    "lead": Message("牵头单位", "lead"),
}
_SPEC_ONLY = Template(
    zh="只在方案里：{kind}“{text}”{phrase}，文件的 {locator} 没有{elsewhere}",
    en="spec only: {kind} “{text}”{phrase}, not at {locator} of the document{elsewhere}",
)
_DOCUMENT_ONLY = Template(
    zh="只在文件里：{kind}“{text}”{phrase}，位置 {locator}，方案没有",
    en="document only: {kind} “{text}”{phrase}, at {locator}, not in the spec there",
)
_PHRASE = Template(zh="（{phrase}）", en=" ({phrase})")
_ELSEWHERE = Template(zh="；文件的 {places} 有", en="; the document has it at {places}")
_LOOSE = Template(
    zh="注意：文件里找不到位置“{locator}”中的“{missing}”，已按它的上一级对照",
    en="note: the document has no “{missing}” of “{locator}”; checked against what stands above it",
)
_NO_SOURCE = Template(
    zh="注意：没有写 source，已按全文对照", en="note: no source is given; checked against the whole document"
)
_UNUSED = Template(
    zh="这条例外没有用上：{source} “{text}”；请删去",
    en="this exception covers nothing: {source} “{text}”; delete it",
)
_COUNTS = Template(
    zh="已对照：方案{su}个单位（牵头{sl}个）、{sp}个职务或姓名、{sf}个数字；"
    "文件{du}个单位（牵头{dl}个）、{dp}个姓名、{df}个数字",
    en="Checked: spec {su} units ({sl} lead), {sp} posts or persons, {sf} figures; "
    "document {du} units ({dl} lead), {dp} persons, {df} figures",
)
_CLEAN = Template(zh="两边一致{excepted}", en="Both agree{excepted}")
_DIFFERENT = Template(
    zh="只在方案里{spec}处，只在文件里{document}处{excepted}{unused}",
    en="Spec only: {spec}; document only: {document}{excepted}{unused}",
)
_EXCEPTED = Template(zh="；按 trace.yaml 例外{count}处", en="; excepted by trace.yaml: {count}")
_STALE = Template(zh="；没有用上的例外{count}条", en="; exceptions that cover nothing: {count}")


def as_text(traced: Trace, document: str, language: Language) -> str:
    """Return one line a difference, then the counts."""
    lines = [f"{_place(one, document)} {_message(one).text(language)}" for one in traced.findings]
    lines += [
        f"{one.file}:{one.line}: {_UNUSED(source=one.source, text=one.text).text(language)}"
        for one in traced.unused
    ]
    lines += [f"{one.file}:{one.line}: {_note(one).text(language)}" for one in traced.loose]
    counts = {f"{side[0]}{kind[0]}": n for side, kinds in traced.counts.items() for kind, n in kinds.items()}
    lines.append(_COUNTS(**counts).text(language))
    excepted = _EXCEPTED(count=len(traced.excepted)) if traced.excepted else Message("", "")
    if traced.clean:
        lines.append(_CLEAN(excepted=excepted).text(language))
    else:
        sides = [one.side.value for one in traced.findings]
        unused = _STALE(count=len(traced.unused)) if traced.unused else Message("", "")
        lines.append(
            _DIFFERENT(
                spec=sides.count("spec"), document=sides.count("document"), excepted=excepted, unused=unused
            ).text(language)
        )
    return "".join(f"{visible(line)}\n" for line in lines)


def as_json(traced: Trace, spec: str, document: str, language: Language) -> str:
    """Return the whole result as JSON."""
    return dump(
        {
            "version": VERSION,
            "spec": spec,
            "document": document,
            "clean": traced.clean,
            "checked": traced.counts,
            "findings": [_finding(one, document, language) for one in traced.findings],
            "excepted": [_finding(one, document, language) for one in traced.excepted],
            "unused_exceptions": [_exemption(one) for one in traced.unused],
            "notes": [
                {"file": one.file, "line": one.line, "source": one.locator, "missing": one.missing}
                for one in traced.loose
            ],
        }
    )


def _place(one: Finding, document: str) -> str:
    if one.spot is not None:
        return f"{document}:{one.spot.line}:"
    return f"{one.file}:{one.line}:{one.column}:"


def _message(one: Finding) -> Message:
    phrase = _PHRASE(phrase=one.phrase) if one.phrase != one.text else Message("", "")
    template = _SPEC_ONLY if one.side.value == "spec" else _DOCUMENT_ONLY
    places = "、".join(place for place in one.elsewhere if place)
    return template(
        kind=_KINDS[one.kind.value], text=one.text, phrase=phrase, locator=one.locator or "—",
        elsewhere=_ELSEWHERE(places=places) if places else Message("", ""),
    )  # fmt: skip


def _note(one: Loose) -> Message:
    return _LOOSE(locator=one.locator, missing=one.missing) if one.locator else _NO_SOURCE()


def _finding(one: Finding, document: str, language: Language) -> Value:
    message = _message(one)
    return {
        "side": one.side.value,
        "kind": one.kind.value,
        "text": one.text,
        "phrase": one.phrase,
        "source": one.locator,
        "file": document if one.spot is not None else one.file,
        "line": one.spot.line if one.spot is not None else one.line,
        "column": one.column or None,
        "elsewhere": list(one.elsewhere),
        "message": message.text(language),
        "messages": {"zh": message.zh, "en": message.en},
    }


def _exemption(one: Exemption) -> Value:
    return {"file": one.file, "line": one.line, "source": one.source, "text": one.text, "reason": one.reason}
