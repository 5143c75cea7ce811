"""`planspec config show`: the settings in effect for a plan, and where each comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planspec.commands.answer import Answer
from planspec.commands.settings import Choice
from planspec.commands.words import one_of
from planspec.lint.discovery import NOT_THERE, NOT_THERE_HINT
from planspec.report import configuration
from planspec.source.errors import PlanspecError

if TYPE_CHECKING:
    from planspec.report import Look

FORMATS: Final = ("text", "json", "toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Choice):
    """What the command line asks for."""

    path: Path = Path()
    output_format: str = "text"


def show(request: Request, look: Look) -> Answer:
    """Return the settings for a plan file, or for the plan of a folder."""
    one_of("--output-format", request.output_format, FORMATS)
    path = request.path
    if not path.exists():
        raise PlanspecError(NOT_THERE(path=path.as_posix()), NOT_THERE_HINT)
    settings = replace(request, paths=(path,)).settings()
    shown = (path / "plan.yaml" if path.is_dir() else path).as_posix()
    selection = settings.for_path(shown)
    match request.output_format:
        case "json":
            return Answer(configuration.as_json(settings, selection, shown), data=True)
        case "toml":
            return Answer(configuration.toml(settings, selection, shown, look.language), data=True)
    return Answer(configuration.text(settings, selection, shown, look))
