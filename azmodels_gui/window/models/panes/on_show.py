# SPDX-License-Identifier: MIT
"""The entry that the details show, with what its figures need to be written out."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import Catalog, Source
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.part import Conflict, LocalText
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext

if TYPE_CHECKING:
    from azmodels_gui.sheets.order import SheetOrder


class OnShow(Struct, frozen=True):
    """One entry, and the context (catalogue, day, language, chosen regions) it is read in."""

    entry: Entry
    context: CellContext

    @property
    def catalog(self) -> Catalog:
        """The catalogue the entry is from."""
        return self.context.index.catalog

    @property
    def today(self) -> date:
        """The day that dates are compared with."""
        return self.context.index.today

    @property
    def unknown(self) -> str:
        """The word for what no source states."""
        return self.context.word(labels.AVAILABILITY, "unknown")

    @property
    def order(self) -> "SheetOrder":
        """The words and figures that answers are told in."""
        return self.context.order

    def text(self, both: LocalText) -> str:
        """Return a text of the catalogue in the language on show."""
        return self.context.text(both)

    def number(self, value: int | Decimal) -> str:
        """Return a figure as the language writes it."""
        return formats.number(value, self.context.language)

    def money(self, amount: Decimal, currency: str) -> str:
        """Return an amount as the language writes it."""
        return formats.money(amount, self.context.language, currency)

    def day(self, value: date) -> str:
        """Return a day as the language writes it."""
        return formats.day(value, self.context.language)

    def tip(self, *source_ids: str | None) -> str:
        """Return the sources with their dates, one a line."""
        lines = (self.context.source_line(each) for each in dict.fromkeys(source_ids))
        return "\n".join(line for line in lines if line)

    def source(self, source_id: str) -> Source | None:
        """Return a source of the catalogue; None if it lists none of that id."""
        return self.context.sources.get(source_id)

    def zone_of(self, region_id: str) -> str | None:
        """Return the data zone of a region; None if it is in none."""
        zones = (each.data_zone for each in self.catalog.regions if each.id == region_id)
        return next(zones, None)

    def region_names(self, ids: Iterable[str]) -> str:
        """Return regions by name, on one line."""
        names = self.context.region_names
        return ", ".join(sorted(names.get(each, each) for each in ids))

    def nearest_first(self, ids: Iterable[str]) -> list[str]:
        """Return regions by name, those of Europe first."""
        names = self.context.region_names
        near = {each.id for each in self.catalog.regions if each.geography_group == "Europe"}
        return [
            names.get(each, each)
            for each in sorted(ids, key=lambda each: (each not in near, names.get(each, each)))
        ]

    def conflicts(self, *about: str) -> tuple[Conflict, ...]:
        """Return the disagreements about some facts, by the start of their names."""
        found = self.entry.version.conflicts
        return tuple(each for each in found if each.about.startswith(about))
