# SPDX-License-Identifier: MIT
"""Matrices with a row for each model version and a column of marks for each region."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from azmodels_gui.publish.cells import name_in
from azmodels_gui.publish.facts import AnyFact, MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.lifecycle import version_date
from azmodels_gui.publish.markdown import Page, Table, read_page

REGION_ID = re.compile(r"[a-z][a-z0-9]*")
VARIATION_SELECTOR = "\ufe0f"
"""Follows a check mark where it is to be drawn as a picture; means nothing here."""


@dataclass(frozen=True)
class Mark:
    """What a matrix says of one region, and where."""

    region: str
    cell: str
    place: str


@dataclass(frozen=True)
class Reading:
    """Regions by what the marks say of them."""

    available: frozenset[str]
    listed: frozenset[str]
    unclear: frozenset[str]


def offered(cell: str) -> bool | None:
    """Tell whether a cell marks an offer; None: it holds neither a check mark nor `-`."""
    text = name_in(cell).replace(VARIATION_SELECTOR, "")
    return {"✅": True, "-": False}.get(text)


def region_id(cell: str) -> str | None:
    """Return the region that a heading names; None: it names none."""
    name = name_in(cell).replace(" ", "").lower()
    return name if REGION_ID.fullmatch(name) else None


def read_marks(marks: Iterable[Mark], source: str, ledger: Ledger) -> Reading:
    """Sort regions by their marks; each unreadable cell is refused in the ledger."""
    found: dict[bool | None, set[str]] = {True: set(), False: set(), None: set()}
    for mark in marks:
        told = offered(mark.cell)
        found[told].add(mark.region)
        if told is None:
            cell = ledger.read(source, f"{mark.place}, {mark.region}", mark.cell or "(empty cell)")
            ledger.refuse(cell, "cell is neither a check mark nor '-': unknown there")
    return Reading(
        available=frozenset(found[True]),
        listed=frozenset(found[True] | found[False]),
        unclear=frozenset(found[None]),
    )


OTHER_PROVIDERS = "availability for other foundry models"
NOT_AVAILABLE = "not available"


@dataclass(frozen=True)
class Section:
    """What a table or a paragraph of a matrix is about."""

    deployment_type: str
    channel: str
    area: str
    """Name of the tab (`Europe`), or of the innermost heading."""

    @property
    def matrix(self) -> tuple[str, str]:
        """Deployment type and kind of model: the matrix that the section is part of."""
        return (self.deployment_type, self.channel)


@dataclass(frozen=True)
class Sections:
    """Which section of a page a heading begins."""

    types: Mapping[str, str]
    """SKU by heading, from our list of deployment types."""
    kind: str
    """Of the models, where no heading says otherwise."""

    def of(self, headings: Sequence[str]) -> Section | None:
        """Return the section under some headings, the outermost first; None: another table."""
        names = [name_in(heading).casefold() for heading in headings]
        found = next((self.types[name] for name in names if name in self.types), None)
        if found is None:
            return None
        others = any(name.startswith(OTHER_PROVIDERS) for name in names)
        return Section(found, "azure_direct" if others else self.kind, headings[-1])


def read_region_matrix(
    path: Path, source: str, ledger: Ledger, *, types: Mapping[str, str]
) -> Iterator[AnyFact]:
    """Yield an offer for each readable row, then the matrices that the file holds.

    A deployment type with a table that cannot be read, or with one that has lost its rows, gets
    no matrix: what is missing from its other tables may stand in that one, so nothing may be
    concluded from a missing row.
    """
    page = read_page(path.read_text(encoding="utf-8"))
    marketplace = path.name.startswith("marketplace")
    sections = Sections(types, "marketplace" if marketplace else "azure_openai")
    offers: list[OfferFact] = []
    regions: dict[Section, set[str]] = {}
    cut = sections.of(page.open_tab)
    broken = set() if cut is None else {cut.matrix}
    known = {tuple(map(name_in, cells[:2])) for table in page.tables for cells in table.rows}
    for table in page.tables:
        section = sections.of(table.headings)
        fault = _fault(table, section)
        offers.extend(_rows(table, section, fault, source=source, ledger=ledger))
        if section is not None and (fault is not None or _lost_rows(table, known)):
            broken.add(section.matrix)
        elif section is not None:
            offers.extend(_unclear(table, section, source))
            columns = {name for name in map(region_id, table.header[2:]) if name}
            regions.setdefault(section, set()).update(columns)
    yield from offers
    as_of = _age(page, offers)
    for matrix in _matrices(regions, _not_available(page, sections), as_of, source):
        if (matrix.deployment_type, matrix.channel) not in broken:
            yield matrix


def _rows(
    table: Table, section: Section | None, fault: str | None, *, source: str, ledger: Ledger
) -> Iterator[OfferFact]:
    place = table.place
    if fault is None:
        _refuse_columns(table, place, source, ledger)
    for row, cells in ledger.rows_of(source, place, table.rows):
        name = name_in(cells[0])
        if fault is not None or section is None or not name:
            ledger.refuse(row, fault or "names no model")
            continue
        ledger.use(row)
        marks = _marks(table, cells, row.place)
        reading = read_marks(marks, source, ledger)
        yield OfferFact(
            name=name,
            version=name_in(cells[1]) or None,
            source=source,
            row=row.place,
            deployment_type=section.deployment_type,
            available=reading.available,
            listed=reading.listed,
            unclear=reading.unclear,
        )


def _lost_rows(table: Table, known: Collection[tuple[str, ...]]) -> bool:
    """Tell whether rows are missing of which nothing can be said, not even what they are about.

    Of a row with a cell too many at least the model is known, if other tables list it.
    """
    about = {tuple(map(name_in, cells[:2])) for cells in table.overlong}
    return not table.rows or not about <= set(known)


def _unclear(table: Table, section: Section, source: str) -> Iterator[OfferFact]:
    """Yield an offer without any mark for each row with a cell too many: unknown there."""
    for cells in table.overlong:
        yield OfferFact(
            name=name_in(cells[0]),
            version=name_in(cells[1]) or None,
            source=source,
            row=f"{table.place}, a row too long",
            deployment_type=section.deployment_type,
            available=frozenset(),
            listed=frozenset(),
            unclear=frozenset(name for name in map(region_id, table.header[2:]) if name),
        )


def _fault(table: Table, section: Section | None) -> str | None:
    """Return why no row of the table can be read; None if they can."""
    if section is None:
        return "stands under no heading that names a deployment type"
    if [name_in(cell).casefold() for cell in table.header[:2]] != ["model", "version"]:
        return "table has other columns than model, version and regions"
    return None


def _refuse_columns(table: Table, place: str, source: str, ledger: Ledger) -> None:
    for column in table.header[2:]:
        if region_id(column) is None:
            ledger.refuse(ledger.read(source, f"{place}, header", column), "names no region")


def _marks(table: Table, cells: Sequence[str], place: str) -> Iterator[Mark]:
    for column, cell in zip(table.header[2:], cells[2:], strict=True):
        name = region_id(column)
        if name is not None:
            yield Mark(name, cell, place)


def _not_available(page: Page, sections: Sections) -> list[Section]:
    """Return the tabs that hold the words "Not available" instead of a table."""
    found = [
        sections.of(paragraph.headings)
        for paragraph in page.paragraphs
        if paragraph.text.strip(" .").casefold() == NOT_AVAILABLE
    ]
    return [section for section in found if section is not None]


def _age(page: Page, offers: Sequence[OfferFact]) -> date:
    """Return the later of the page's date and the newest dated version in it.

    A page that has neither is as old as can be: what it does not list stays unknown.
    """
    versions = (version_date(offer.version or "") for offer in offers)
    days = [day for day in (page.as_of, *versions) if day is not None]
    return max(days, default=date.min)


def _matrices(
    regions: dict[Section, set[str]], absent: Sequence[Section], as_of: date, source: str
) -> Iterator[MatrixFact]:
    for key in dict.fromkeys(part.matrix for part in (*regions, *absent)):
        columns = (names for part, names in regions.items() if part.matrix == key)
        areas = (part.area for part in absent if part.matrix == key)
        yield MatrixFact(
            deployment_type=key[0],
            channel=key[1],
            as_of=as_of,
            regions=frozenset().union(*columns),
            source=source,
            unavailable_zones=frozenset(areas),
        )
