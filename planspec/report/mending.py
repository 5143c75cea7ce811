"""What `planspec lint --fix` did, or with `--diff` would do: the findings mended, the fixes refused, the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planspec.report.cells import visible
from planspec.report.words import plural
from planspec.source.diagnostic import Diagnostic
from planspec.source.edits import difference
from planspec.source.encoding import decode
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.lint.fixing import Mending
    from planspec.report import Language

DONE = Template(zh="已修正{count}个问题，改动{files}个文件：", en="Fixed {findings} in {file_count}:")
WOULD = Template(
    zh="可修正{count}个问题，涉及{files}个文件（没有写入）：",
    en="Would fix {findings} in {file_count} (nothing was written):",
)
NOTHING = Message(zh="没有可以自动修正的问题", en="Nothing to fix")
REFUSED = Template(zh="没有采用的修正（{count}个）：", en="Fixes that were not applied ({count}):")
ENTRY = Template(zh="  {place} {code} {what}", en="  {place} {code} {what}")
WITH_REASON = Template(zh="{what}：{reason}", en="{what}: {reason}")


def told(mending: Mending, language: Language, *, dry: bool) -> str:
    """Return, a line each, what was mended (`dry`: would be) and what was not, with the reason."""
    count, files = len(mending.mended), len(mending.changes)
    if count:
        gaps = {"findings": plural(count, "finding"), "file_count": plural(files, "file")}
        lines = [(WOULD if dry else DONE)(count=count, files=files, **gaps)]
    else:
        lines = [NOTHING]
    lines += (_entry(one, _what(one)) for one in mending.mended)
    if mending.refused:
        lines.append(REFUSED(count=len(mending.refused)))
    for refusal in mending.refused:
        what = WITH_REASON(what=_what(refusal.diagnostic), reason=refusal.reason)
        lines.append(_entry(refusal.diagnostic, what))
    return "".join(visible(line.text(language)) + "\n" for line in lines)


def patch(mending: Mending) -> str:
    """Return the difference of all files that change."""
    return "".join(
        difference(decode(change.old)[0], decode(change.new)[0], change.shown) for change in mending.changes
    )


def _entry(one: Diagnostic, what: Message) -> Message:
    place = f"{one.file}:{one.span.start_line}:{one.span.start_column}"
    return ENTRY(place=place, code=one.code, what=what)


def _what(one: Diagnostic) -> Message:
    return one.fix.message if one.fix is not None else one.message
