"""`planspec lint --fix` and `--diff`: the fixes of a run, written to its files or shown as a difference."""

from __future__ import annotations

from msgspec.structs import replace

from planspec.commands.answer import Answer
from planspec.commands.writing import write_all
from planspec.lint import fixing
from planspec.lint.fixing import Mending
from planspec.lint.result import INPUT_CODES, Result
from planspec.lint.run import registry_of
from planspec.lint.settings import Settings
from planspec.report.mending import patch, told
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError
from planspec.source.file import read_bytes
from planspec.source.message import Template

__all__ = ["difference", "mend", "told", "without_refused", "write"]

CHANGED = Template(
    zh="{path}：检查期间文件被改动，什么都没有写入；请再运行一次",
    en="{path}: the file was changed meanwhile, so nothing was written; run it again",
)


def mend(result: Result, settings: Settings, *, unsafe: bool) -> Mending:
    """Return what the fixes of the run make of its files."""
    return fixing.mend(result, settings, registry_of(settings), unsafe=unsafe)


def write(mending: Mending) -> bool:
    """Write all files that change, or none; say whether there are any."""
    for change in mending.changes:
        if read_bytes(change.path, change.shown) != change.old:
            raise PlanspecError(CHANGED(path=change.shown))
    write_all({change.path: change.new for change in mending.changes})
    return bool(mending.changes)


def difference(mending: Mending, result: Result, aside: str) -> Answer:
    """Return the patch; the code is 1 where there is one, 2 where broken input would remain."""
    mended = {one.fingerprint for one in mending.mended}
    broken = any(
        one.code in INPUT_CODES and one.severity is Severity.ERROR and one.fingerprint not in mended
        for one in result.diagnostics
    )
    return Answer(patch(mending), 2 if broken else 1 if mending.changes else 0, data=True, aside=aside)


def without_refused(result: Result, mending: Mending) -> Result:
    """Return the result without the offers that have just been refused."""
    refused = {refusal.diagnostic.fingerprint for refusal in mending.refused}
    if not refused:
        return result
    found = (replace(one, fix=None) if one.fingerprint in refused else one for one in result.diagnostics)
    return replace(result, diagnostics=tuple(found))
