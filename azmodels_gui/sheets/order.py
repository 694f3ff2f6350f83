# SPDX-License-Identifier: MIT
"""What the user asks of a sheet beside its kind: language, day, client, regions, currency; with
cells as that language writes them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from azmodels_gui.answers.answer import unique
from azmodels_gui.answers.viewpoint import Conversion, Viewpoint
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Region
from azmodels_gui.catalog.fact_dates import (
    FactDate,
    FactKind,
    as_of_told,
    fact_dates,
    nos_told,
    source_dates,
)
from azmodels_gui.language import figures
from azmodels_gui.language.figures import kept_together
from azmodels_gui.sheets.sheet import Brand, Cell, CellKind, Logo, Mark
from azmodels_gui.sheets.sheet_words import SheetWords

if TYPE_CHECKING:
    from azmodels_gui.charts.amounts import Amounts


class Cells:
    """The cells of one language and currency."""

    def __init__(self, words: SheetWords, conversion: Conversion) -> None:
        self._words = words
        self._conversion = conversion
        self._language = words.language

    def text(self, text: str, *sources: str | None, mark: Mark = Mark.NONE) -> Cell:
        """Return a cell of text."""
        return Cell(CellKind.TEXT, text, sources=unique(sources), mark=mark)

    def unknown(self, *sources: str | None, text: str = "") -> Cell:
        """Return what stands where no source says."""
        told = text or self._words("unknown")
        return Cell(CellKind.UNKNOWN, told, sources=unique(sources), sign="?")

    def conflict(self, *sources: str | None, text: str = "") -> Cell:
        """Return what stands where sources disagree."""
        told = text or self._words("conflict")
        marked = Mark.WARNING
        return Cell(CellKind.CONFLICT, told, sources=unique(sources), mark=marked, sign="!")

    def number(
        self, value: int | Decimal | None, *sources: str | None, places: int | None = None
    ) -> Cell:
        """Return a number; None is unknown."""
        if value is None:
            return self.unknown(*sources)
        exact = Decimal(value)
        text = figures.number(exact, self._language, places)
        told = places if places is not None else _places(exact)
        return Cell(CellKind.NUMBER, text, value, places=told, sources=unique(sources))

    def percent(self, share: Decimal | None, *sources: str | None, places: int = 1) -> Cell:
        """Return a share in percent; None is unknown."""
        if share is None:
            return self.unknown(*sources)
        text = kept_together(figures.percent(share, self._language, places))
        return Cell(CellKind.PERCENT, text, share, places=places, sources=unique(sources))

    def day(self, value: date | None, *sources: str | None, mark: Mark = Mark.NONE) -> Cell:
        """Return a day; None is unknown."""
        if value is None:
            return self.unknown(*sources)
        text = kept_together(figures.day(value, self._language))
        return Cell(CellKind.DATE, text, value, sources=unique(sources), mark=mark)

    def price(self, amount: Decimal, currency: str, *sources: str | None) -> Cell:
        """Return a price with all its places, in the currency of the sheet."""
        converted, unit = self._conversion.converted(amount, currency)
        if unit != currency:
            converted = _readable(converted)
        text = kept_together(figures.unit_price(converted, unit, self._language))
        places = max(2, _places(converted))
        return Cell(CellKind.MONEY, text, converted, unit, places, unique(sources))

    def money(self, amount: Decimal | None, currency: str, *sources: str | None) -> Cell:
        """Return an amount to the cent, in the currency of the sheet; None is unknown."""
        if amount is None:
            return self.unknown(*sources)
        converted, unit = self._conversion.converted(amount, currency)
        text = self.amount_text(amount, currency)
        return Cell(CellKind.MONEY, text, figures.rounded(converted, 2), unit, 2, unique(sources))

    def amount_text(self, amount: Decimal, currency: str) -> str:
        """Return an amount to the cent as text."""
        converted, unit = self._conversion.converted(amount, currency)
        cents = figures.unit_price(figures.rounded(converted, 2), unit, self._language)
        return kept_together(cents)

    def price_text(self, amount: Decimal, currency: str) -> str:
        """Return a price as text."""
        return self.price(amount, currency).text


def _places(value: Decimal) -> int:
    return len(f"{value.normalize():f}".partition(".")[2])


def _readable(amount: Decimal) -> Decimal:
    """Round a converted price to four significant digits, at least cents: the rate has no more."""
    if not amount:
        return amount
    places = max(2, 3 - amount.adjusted())
    return figures.rounded(amount, places)


MAX_NOTE = 10_000
"""Characters of a recommendation."""
MAX_LINE = 500
"""Characters of a client's name or a title; longer ones are cut."""


class Edition(Struct, frozen=True):
    """What is said of a dossier itself, and which chapters it has."""

    version: str = ""
    """As the consultant counts: 1.0. Empty: nothing is said of versions."""
    changed: str = ""
    """What is new in it."""
    author: str = ""
    approval: bool = False
    """True: it ends with a block to be signed."""
    chapters: tuple[str, ...] = ()
    """Kinds of sheets in their order; empty: the usual ones."""


class SheetOrder(Struct, frozen=True, dict=True):
    """From where, for whom and how a sheet is made. Nothing in it depends on the program."""

    catalog: Catalog
    day: date
    language: str = "en"
    regions: tuple[Region, ...] = ()
    """Regions the sheet is about; empty: all."""
    data_zones: tuple[str, ...] = ()
    """Ids of data zones inside of which data must be processed."""
    conversion: Conversion = field(default_factory=Conversion)
    title: str = ""
    """Instead of the sheet's own title."""
    client: str = ""
    note: str = ""
    """What the consultant recommends, in Markdown."""
    logo: Logo | None = None
    questions: bool = False
    """Of a fact sheet: the client's general questions as well, on a page of their own."""
    edition: Edition = Edition()
    brand: Brand = Brand()

    @cached_property
    def view(self) -> Viewpoint:
        """From where the sheet looks at entries."""
        regions = tuple(region.id for region in self.regions)
        zones = frozenset(self.data_zones)
        return Viewpoint(self.catalog, self.day, regions, zones, conversion=self.conversion)

    @cached_property
    def words(self) -> SheetWords:
        """Words of the sheet's language."""
        return SheetWords(self.language)

    @cached_property
    def cells(self) -> Cells:
        """What makes the sheet's cells."""
        return Cells(self.words, self.conversion)

    def amounts(self, currency: str) -> "Amounts":
        """Return what writes the figures of charts whose amounts are in a currency."""
        from azmodels_gui.charts.amounts import Amounts  # the window's table has none

        rate, shown = self.conversion.converted(Decimal(1), currency)
        return Amounts(self.language, currency, shown, rate)

    @cached_property
    def region_names(self) -> dict[str, str]:
        """Names of all regions by id."""
        return {region.id: region.name for region in self.catalog.regions}

    @cached_property
    def zone_names(self) -> dict[str, str]:
        """Names of all data zones by id, in the sheet's language."""
        return {each.id: each.name.in_language(self.language) for each in self.catalog.data_zones}

    @cached_property
    def kind_names(self) -> dict[str, str]:
        """Short names of deployment types in the sheet's language."""
        return {kind.id: self.kind_name(kind) for kind in self.catalog.deployment_types}

    @cached_property
    def source_dates(self) -> dict[str, str]:
        """How old each source is, by its id."""
        return source_dates(self.catalog)

    def dates(
        self, entries: Iterable[Entry], kinds: Iterable[FactKind] = FactKind
    ) -> dict[FactKind, FactDate]:
        """Return how old the facts of some entries are, of the kinds that are on a sheet."""
        found = fact_dates(entries, self.source_dates)
        return {kind: found[kind] for kind in kinds if kind in found}

    def dated(self, told: str, sources: Iterable[str]) -> str:
        """Return a no with the date of its source, where that is known."""
        as_of = next((self.source_dates[each] for each in sources if each in self.source_dates), "")
        return f"{told} ({as_of_told(as_of, self.language)})" if as_of else told

    def dated_no(self, found: FactDate | None) -> str:
        """Return what the sign of a "not offered" means, and from when to when it is told."""
        return nos_told(found, self.day, self.language)

    def kind_name(self, kind: DeploymentType) -> str:
        """Return the name of a deployment type in the sheet's language."""
        return kind.name.in_language(self.language)
