"""Everything the registry knows, with a repository's own entries on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from .bodies import Bodies, BodyEntry, Role, builtin_bodies
from .indicators import Indicator, IndicatorEntry, Indicators, Named, builtin_indicators
from .jurisdictions import chain
from .levels import Level
from .programmes import Programme, Programmes, Theme, builtin_programmes
from .tables import Source, entries, read
from .unit import LocalUnit
from .units import Units


class Registry:
    """Bodies, indicators and programmes: those that planspec ships, or more; each read when first used."""

    @cached_property
    def bodies(self) -> Bodies:
        """The official bodies."""
        return builtin_bodies()

    @cached_property
    def indicators(self) -> Indicators:
        """The indicators."""
        return builtin_indicators()

    @cached_property
    def programmes(self) -> Programmes:
        """The programmes and themes."""
        return builtin_programmes()

    @property
    def roles(self) -> Mapping[str, Role]:
        """All roles by id."""
        return self.bodies.roles

    def units(
        self, level: Level, place_names: Mapping[str, Level], local: Mapping[str, LocalUnit] | None = None
    ) -> Units:
        """The units of one plan; see `Units` for the arguments."""
        return Units(level, place_names, local, self.bodies)

    def units_of(self, code: str, local: Mapping[str, LocalUnit] | None = None) -> Units:
        """The units of the plan of the place with this code; an unknown code is a county without a name."""
        line = chain(code)
        level = line[0].level if line else Level.COUNTY
        places = [place for place in line if place.level is not Level.NATION]
        return self.units(level, {place.name: place.level for place in places}, local)

    def indicator(self, name: str) -> Indicator | None:
        """The indicator of this name, however it is written (全县GDP增速); None if it is unknown."""
        return self.indicators.find(name)

    def read_indicator(self, name: str) -> Named:
        """The indicator of this name together with how the name says it is measured."""
        return self.indicators.read(name)

    def normalise(self, name: str) -> str:
        """The canonical name of a known indicator; an unknown one less 全市, 增速, quotes, brackets."""
        return self.indicators.read(name).name

    def programme(self, name: str) -> Programme | None:
        """The programme of this name (“八大行动”), None if it is unknown."""
        return self.programmes.find(name)

    def theme_of(self, title: str) -> str | None:
        """The theme that an action's title tells, None if it tells none or several."""
        return self.programmes.theme_of(title)

    def extended(self, sources: Iterable[Source]) -> Registry:
        """This registry and the entries of further tables: paths, or mappings, of the shipped ones' shape.

        Raises RegistryError, which names the file and the key, at the first entry that cannot be used.
        """
        registry = Registry()
        bodies, indicators, programmes = self.bodies, self.indicators, self.programmes
        for source in sources:
            file, table = read(source)
            if "units" in table or "roles" in table:
                bodies = bodies.extended(
                    entries(table, "units", BodyEntry, file), entries(table, "roles", str, file), file
                )
            if "indicators" in table:
                indicators = indicators.extended(entries(table, "indicators", IndicatorEntry, file), file)
            if "programmes" in table or "themes" in table:
                programmes = programmes.extended(
                    entries(table, "programmes", Programme, file), entries(table, "themes", Theme, file), file
                )
        registry.bodies, registry.indicators, registry.programmes = bodies, indicators, programmes
        return registry


@cache
def builtin() -> Registry:
    """The registry that planspec ships."""
    return Registry()
