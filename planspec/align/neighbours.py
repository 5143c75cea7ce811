"""Where the plans of superiors lie: in the folders above a plan, by the layout of specs/.

A county's plan stands in <province>/<city>/<county>/<year>/, its city's in <province>/<city>/<year>/, the
nation's in nation/<year>/. So a drafter who lints one plan has it compared without naming any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from planspec.align.facts import Held

_NATION: Final = "nation"
_STEPS: Final = 4
"""County, city, province, and the folder that holds the provinces."""
_NAMES: Final = ("plan.yaml", "plan.yml")


def superiors_of(plans: Iterable[Held]) -> Iterator[Path]:
    """Return root files that may hold plans of superiors, in a fixed order, none twice.

    Only looks whether files exist; what a file holds decides whose plan it is.
    """
    seen: set[Path] = set()
    for plan in plans:
        if plan.year is None:
            continue
        folder = Path(plan.shown).absolute().parent
        for _ in range(_STEPS):
            folder = folder.parent
            for home in (folder, folder / _NATION):
                for name in _NAMES:
                    path = home / str(plan.year) / name
                    if path not in seen and path.is_file():
                        seen.add(path)
                        yield path
            if folder.parent == folder:
                break
