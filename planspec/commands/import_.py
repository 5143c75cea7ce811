"""`planspec import`: a published document to the draft of a spec."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planspec.canonical import in_order
from planspec.commands.answer import Answer
from planspec.commands.writing import write_all
from planspec.documents.draft import Draft, draft
from planspec.documents.read import read_document
from planspec.registry import builtin, jurisdiction, jurisdictions_named
from planspec.source.emit import emit
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Language

EXISTS = Template(zh="{path}：已经存在，没有写入", en="{path}: it exists already; nothing was written")
EXISTS_HINT = Message(
    zh="换一个文件夹，或加 --force 覆盖", en="Choose another folder, or overwrite with --force"
)
OVER_SOURCE = Template(
    zh="{path}：对照会覆盖方案文件本身，没有写入",
    en="{path}: the account would overwrite the document itself; nothing was written",
)
OVER_SOURCE_HINT = Message(
    zh="请给 --report 另取一个文件名，如 coverage.json",
    en="Name another file for --report, such as coverage.json",
)
NO_PLACE = Template(
    zh="{path}：从标题和发文机关看不出是哪个地方的方案",
    en="{path}: title and issuer do not tell which place the plan belongs to",
)
NO_PLACE_HINT = Message(
    zh="请用 --jurisdiction 写上行政区划代码或名称，如 --jurisdiction 430522",
    en="Name the place's code or name, such as --jurisdiction 430522",
)
UNKNOWN_PLACE = Template(zh="没有找到行政区划“{word}”", en="There is no jurisdiction “{word}”")
SUMMARY = Template(
    zh="{name}：{actions}个行动，{tasks}项任务，{targets}个目标\n已写入 {folder}\n"
    "对照：{mapped}处已归入条目，{prose}处是说明文字，{unmapped}处没有归入{irregular}\n",
    en="{name}: {actions} actions, {tasks} tasks, {targets} targets\nWritten to {folder}\n"
    "Account: {mapped} places became items, {prose} are prose, {unmapped} are unmapped{irregular}\n",
)
IRREGULAR: Final = Template(zh="；{count}处编号不连续", en="; {count} numbers do not follow")
LEFT = Template(zh="没有归入 {spot}：{text}\n", en="unmapped {spot}: {text}\n")
NUMBERING = Template(
    zh="编号 {spot}：写作“{written}”，按顺序应为“{expected}”\n",
    en="number {spot}: “{written}” where {expected} was due\n",
)
LOST_NUMBER = Template(
    zh="编号 {spot}：缺编号，按顺序补为“{expected}”\n",
    en="number {spot}: missing; {expected} was due and is taken\n",
)
SCHEMA_LINE: Final = "# yaml-language-server: $schema={schema}/{kind}.schema.json"
_SHOWN: Final = 10


def import_(
    path: Path, folder: Path, place: str | None, report: Path | None, *, force: bool, language: Language
) -> Answer:
    """Write the draft of a document into `folder`; exit with 1 when something numbered has no place in it."""
    document = read_document(path)
    made = draft(document, builtin(), _code(place))
    if not made.plan["jurisdiction"]:
        raise PlanspecError(NO_PLACE(path=path.as_posix()), NO_PLACE_HINT)
    files = _files(made, folder)
    if not force:
        for file in files:
            if file.exists():
                raise PlanspecError(EXISTS(path=file.as_posix()), EXISTS_HINT)
    if report is not None:
        if report.exists() and report.samefile(path):
            raise PlanspecError(OVER_SOURCE(path=report.as_posix()), OVER_SOURCE_HINT)
        files[report] = _report(made)
    write_all(files)
    left = made.coverage.left_over()
    counts = made.coverage.counts()
    prose = counts.pop("prose", 0)
    unmapped = counts.pop("unmapped", 0)
    irregular = IRREGULAR(count=len(made.irregular)).text(language) if made.irregular else ""
    aside = SUMMARY(
        name=document.name, actions=len(made.plan.get("actions", ())), folder=folder.as_posix(),
        tasks=_count(made, "tasks"), targets=_count(made, "targets"), mapped=sum(counts.values()), prose=prose,
        unmapped=unmapped, irregular=irregular,
    ).text(language)  # fmt: skip
    for number in made.irregular[:_SHOWN]:
        template = NUMBERING if number.written else LOST_NUMBER
        aside += template(spot=number.spot, written=number.written, expected=number.expected).text(language)
    for one in left[:_SHOWN]:
        aside += LEFT(spot=one.spot, text=one.text[:40]).text(language)
    return Answer("", 1 if left else 0, aside=aside)


def _code(place: str | None) -> str | None:
    if place is None:
        return None
    if jurisdiction(place) is not None:
        return place
    named = jurisdictions_named(place)
    if len(named) == 1:
        return named[0].code
    hint = None
    if named:
        listed = "、".join(f"{one.code} {one.name}" for one in named[:8])
        hint = Message(f"同名的有：{listed}；请写代码", f"Several have this name: {listed}; give the code")
    raise PlanspecError(UNKNOWN_PLACE(word=place), hint)


def _files(made: Draft, folder: Path) -> dict[Path, str | bytes]:
    schema = _schema_folder(folder)
    files: dict[Path, str | bytes] = {
        folder / "plan.yaml": emit(
            in_order(made.plan, "plan"), top=[SCHEMA_LINE.format(schema=schema, kind="plan")]
        )
    }
    for name, action in made.actions.items():
        files[folder / name] = emit(
            in_order(action, "action"), top=[SCHEMA_LINE.format(schema=schema, kind="action")]
        )
    return files


def _schema_folder(folder: Path) -> str:
    """Return the way from `folder` to the nearest schema/ above it."""
    place = folder.resolve()
    for steps, above in enumerate((place, *place.parents)):
        if (above / "schema" / "plan.schema.json").is_file():
            return "../" * steps + "schema"
    return "schema"


def _count(made: Draft, key: str) -> int:
    def walk(value: Any) -> int:
        if isinstance(value, dict):
            own = len(value[key]) if isinstance(value.get(key), dict | list) else 0
            return own + sum(walk(child) for name, child in value.items() if name != "targets")
        if isinstance(value, list):
            return sum(walk(child) for child in value)
        return 0

    return walk(made.plan) + sum(walk(action) for action in made.actions.values())


def _report(made: Draft) -> str:
    """Return the account of the document as JSON: what each place became, and what became nothing."""
    coverage = made.coverage
    return (
        json.dumps(
            {
                "version": 1,
                "document": coverage.document.name,
                "counts": coverage.counts(),
                "mapped": [
                    {"place": str(spot), "line": spot.line, "use": use}
                    for spot, use in sorted(coverage.uses.items())
                ],
                "unmapped": [
                    {"place": str(one.spot), "line": one.spot.line, "text": one.text, "reason": one.reason}
                    for one in coverage.left_over()
                ],
                "furniture": [
                    {"place": str(spot), "line": spot.line, "text": text, "reason": reason}
                    for spot, text, reason in coverage.document.furniture
                ],
                "numbering": [
                    {
                        "place": str(one.spot),
                        "line": one.spot.line,
                        "written": one.written,
                        "expected": one.expected,
                    }
                    for one in made.irregular
                ],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )
