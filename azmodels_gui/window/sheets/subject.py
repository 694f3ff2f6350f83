# SPDX-License-Identifier: MIT
"""What sheets can be made of the page on show."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import structs

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.catalog.coverage import CoverageConditions
from azmodels_gui.catalog.document import Entry, Region
from azmodels_gui.catalog.radar import retirements
from azmodels_gui.sheets.dossier_sheet import CHAPTERS, dossier_sheet, plain
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet, SheetKind

if TYPE_CHECKING:
    from azmodels_gui.answers.overview import Feature
    from azmodels_gui.catalog.index import QueryResult
    from azmodels_gui.sheets.comparison_sheet import Shown
    from azmodels_gui.sheets.news_sheet import NewsAsked


@dataclass(frozen=True)
class Subject:
    """One sheet that a page offers."""

    kind: SheetKind
    make: Callable[[SheetOrder], Sheet]
    regions: tuple[Region, ...] = ()
    """What the sheet is about; empty: all."""
    data_zones: tuple[str, ...] = ()
    """Ids of data zones inside of which is processed."""
    about: tuple[Entry, ...] = ()
    """The entries it tells of, where they are the question."""
    chapters: tuple[SheetKind, ...] = ()
    """Of a dossier: the sheets it can hold."""
    usual: tuple[SheetKind, ...] = ()
    """Of a dossier: those that it holds unless others are asked for."""
    asked: bool = True
    """False: it answers what nobody asked, such as what a load costs that is an example."""
    reckoned_in: str | None = None
    """Currency of figures that were reckoned already; None: the catalogue's prices are told."""

    def conversion(self, wished: Conversion) -> Conversion:
        """Return the sheet's currency; without a rate, what was reckoned stays as it is."""
        if self.reckoned_in is None or wished.rate is not None:
            return wished
        return Conversion(self.reckoned_in)


OfferSheets = Callable[[], Sequence[Subject]]
"""Returns what is on offer now: the catalogue may have changed since the last time."""


def comparison_subjects(
    entries: Sequence[Entry],
    regions: tuple[Region, ...],
    zones: tuple[str, ...] = (),
    shown: "Shown | None" = None,
) -> list[Subject]:
    """Return what can be told of entries that stand side by side; nothing of none.

    Args:
        entries: what is compared.
        regions: the place asked about.
        zones: data zones inside of which is processed.
        shown: which rows of the comparison are wanted; None: all.
    """
    from azmodels_gui.sheets.comparison_sheet import Shown, comparison_sheet

    kept, rows = tuple(entries), shown or Shown()
    if not kept:
        return []

    def compare(order: SheetOrder) -> Sheet:
        return comparison_sheet(kept, order, rows)

    return [
        Subject(SheetKind.COMPARISON, compare, regions, zones, about=kept),
        facts_subject(kept, regions, zones),
        coverage_subject(kept, CoverageConditions(next(iter(zones), None)), regions),
        retirements_subject(kept),
    ]


def retirements_subject(entries: tuple[Entry, ...], narrowed: "NewsAsked | None" = None) -> Subject:
    """Return the sheet of what is retired when, of some entries, further narrowed or not."""
    from azmodels_gui.sheets.grouped import RowFilter
    from azmodels_gui.sheets.news_sheet import NewsAsked, retirements_sheet

    asked = narrowed or NewsAsked(RowFilter({entry.key for entry in entries}))

    def make(order: SheetOrder) -> Sheet:
        return retirements_sheet(retirements(entries, order.catalog, order.day), asked, order)

    return Subject(SheetKind.RETIREMENTS, make)


def with_dossier(page: Sequence[Subject], others: Iterable[Subject]) -> Sequence[Subject]:
    """Return what a page offers, and a dossier of that and of what other pages have to tell.

    Args:
        page: of the page on show.
        others: of other pages; what the page tells itself is passed over.
    """
    by_kind: dict[SheetKind, Subject] = {}
    for subject in (*page, *others):
        by_kind.setdefault(subject.kind, subject)
    chapters = [by_kind[kind] for kind in CHAPTERS if kind in by_kind]
    if not page or not chapters:
        return page
    usual = [each for each in chapters if each.asked or each in page] or chapters

    def make(order: SheetOrder) -> Sheet:
        asked = order.edition.chapters
        told = {each.kind.value: each for each in chapters}
        chosen = [told[kind] for kind in asked if kind in told] or usual
        made = [each.make(_chapter_order(each, order)) for each in chosen]
        return dossier_sheet(made, about, order)

    about = next((each.about for each in chapters if each.about), ())
    first = chapters[0]
    kinds = tuple(each.kind for each in chapters)
    ticked = tuple(each.kind for each in usual)
    dossier = Subject(
        SheetKind.DOSSIER, make, first.regions, first.data_zones, about, kinds, ticked
    )
    return (*page, dossier)


def _chapter_order(subject: Subject, order: SheetOrder) -> SheetOrder:
    return structs.replace(
        plain(order),
        regions=subject.regions,
        data_zones=subject.data_zones,
        conversion=subject.conversion(order.conversion),
    )


def facts_subject(
    entries: tuple[Entry, ...], regions: tuple[Region, ...], zones: tuple[str, ...] = ()
) -> Subject:
    """Return the sheet with all facts of each entry."""
    from azmodels_gui.sheets.fact_sheet import fact_sheet

    return Subject(SheetKind.FACTS, lambda order: fact_sheet(entries, order), regions, zones)


def features_subject(
    entries: tuple[Entry, ...], asked: "tuple[Feature, ...]", regions: tuple[Region, ...]
) -> Subject:
    """Return the sheet of what models can do, that have all the features asked for."""
    from azmodels_gui.sheets.features_sheet import features_sheet

    def make(order: SheetOrder) -> Sheet:
        return features_sheet(entries, asked, order)

    return Subject(SheetKind.FEATURES, make, regions)


def coverage_subject(
    entries: tuple[Entry, ...], conditions: CoverageConditions, regions: tuple[Region, ...]
) -> Subject:
    """Return the sheet of the question where all entries are to be had.

    The question must have an answer: entries, and conditions that can be met together.
    """
    from azmodels_gui.catalog.coverage import coverage
    from azmodels_gui.sheets.coverage_sheet import coverage_sheet

    def make(order: SheetOrder) -> Sheet:
        return coverage_sheet(coverage(entries, conditions, order.catalog, order.day), order)

    return Subject(SheetKind.COVERAGE, make, regions)


def models_subjects(
    current: Entry | None,
    shown: Sequence[Entry],
    result: "QueryResult",
    pinned: Sequence[Entry],
    regions: tuple[Region, ...],
) -> list[Subject]:
    """Return the facts, list and comparison of the page of models.

    Args:
        current: the entry that is read about.
        shown: what the filter lets through, in the order on show.
        result: of the filter.
        pinned: what is compared.
        regions: regions of the filter.
    """
    from azmodels_gui.sheets.list_sheet import list_sheet

    zones = tuple(sorted(result.query.data_zones))
    facts = [] if current is None else [facts_subject((current,), regions, zones)]
    listed = Subject(SheetKind.LIST, lambda order: list_sheet(shown, order, result), regions)
    compared = comparison_subjects(pinned, regions, zones)
    others = [each for each in compared if each.kind is not SheetKind.FACTS]
    return [*facts, listed, *others]
