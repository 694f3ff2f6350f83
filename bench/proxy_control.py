# SPDX-License-Identifier: MIT
"""The control: the same rows behind a QSortFilterProxyModel with a Python filter.

Written as one would write it with care: everything about an entry that a query can ask is
put into sets and folded text beforehand, and the counts are made in one pass over the rows.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from azmodels_gui.catalog.countries import country_of, processed_in_country
from azmodels_gui.catalog.document import Entry, newest_version
from azmodels_gui.catalog.facets import PLAIN_FACETS, facet_values
from azmodels_gui.catalog.folding import fold, search_words
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE
from azmodels_gui.catalog.query import LEVEL, CatalogQuery
from azmodels_gui.catalog.terms import Availability

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


@dataclass(frozen=True)
class Asked:
    """A query, prepared once for all rows."""

    words: tuple[str, ...]
    facets: tuple[tuple[int, frozenset[str]], ...]
    """Place of the facet in `Row.facets`, and the values chosen in it."""
    deployment: tuple[frozenset[str], ...]
    """Chosen deployment types, regions, data zones and countries."""
    newest_only: bool
    usable_only: bool


@dataclass(frozen=True)
class Row:
    """What a query can ask about an entry."""

    text: str
    facets: tuple[frozenset[str], ...]
    counted: tuple[frozenset[str], ...]
    """As `facets`; levels of a capability can be asked for, but are no values to count."""
    deployments: frozenset[tuple[str, ...]]
    """Deployment type, region, data zone and country (or nothing) of all that is offered."""
    newest: bool
    usable: bool


class SourceTable(QAbstractTableModel):
    """All entries, with nothing but their names."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self._entries = entries

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 12

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._entries[index.row()].title if role == Qt.ItemDataRole.DisplayRole else None


class ProxyTable(QSortFilterProxyModel):
    """Asks every row in Python, as the usual way is."""

    def __init__(self, index: CatalogIndex) -> None:
        super().__init__()
        self._rows = [_row(entry, index) for entry in index.entries]
        self._asked = _asked(CatalogQuery())
        self._source = SourceTable(index.entries)
        self.setSourceModel(self._source)

    def set_query(self, query: CatalogQuery) -> None:
        self.beginFilterChange()
        self._asked = _asked(query)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def counts(self) -> list[Counter[str]]:
        """For each facet and value, how many rows fit apart from this facet."""
        asked, plain = self._asked, [Counter[str]() for _ in PLAIN_FACETS]
        deployments = [Counter[str]() for _ in asked.deployment]
        chosen = dict(asked.facets)
        for row in self._rows:
            if not _words_fit(asked, row):
                continue
            failed = [place for place in chosen if chosen[place].isdisjoint(row.facets[place])]
            if len(failed) < 2 and _deployments_fit(asked, row):
                for place in failed or range(len(plain)):
                    plain[place].update(row.counted[place])
            if not failed:
                for place, counter in enumerate(deployments):
                    counter.update(_values(asked, row, place))
        return [*plain, *deployments]

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self._rows[source_row]
        for place, chosen in self._asked.facets:
            if chosen.isdisjoint(row.facets[place]):
                return False
        return _words_fit(self._asked, row) and _deployments_fit(self._asked, row)


def _words_fit(asked: Asked, row: Row) -> bool:
    if (asked.newest_only and not row.newest) or (asked.usable_only and not row.usable):
        return False
    for word in asked.words:  # noqa: SIM110 - a generator would slow the control down
        if word not in row.text:
            return False
    return True


def _deployments_fit(asked: Asked, row: Row) -> bool:
    chosen = [(place, values) for place, values in enumerate(asked.deployment) if values]
    return not chosen or any(
        all(deployment[place] in values for place, values in chosen)
        for deployment in row.deployments
    )


def _values(asked: Asked, row: Row, counted: int) -> set[str]:
    """Return the values of one facet of deployments that the row has under the others."""
    others = [
        (place, values)
        for place, values in enumerate(asked.deployment)
        if values and place != counted
    ]
    return {
        deployment[counted]
        for deployment in row.deployments
        if all(deployment[place] in values for place, values in others)
    }


def _asked(query: CatalogQuery) -> Asked:
    chosen = ((place, query.values(facet)) for place, facet in enumerate(PLAIN_FACETS))
    return Asked(
        search_words(query.text),
        tuple((place, values) for place, values in chosen if values),
        (query.deployment_types, query.regions, query.data_zones, query.countries),
        query.newest_only,
        query.usable_only,
    )


def _row(entry: Entry, index: CatalogIndex) -> Row:
    facets = tuple(facet_values(entry, facet, index.today) for facet in PLAIN_FACETS)
    return Row(
        _text(entry),
        facets,
        tuple(frozenset(value for value in each if LEVEL not in value) for each in facets),
        frozenset(
            (offer.deployment_type, region, *_kept_in(offer.deployment_type, region, index))
            for offer in entry.version.offers
            for region in set(offer.available).difference(offer.disputed)
        ),
        newest_version(entry.model) == entry.version.version,
        entry.stage_on(index.today).usable,
    )


def _text(entry: Entry) -> str:
    model = entry.model
    summary = () if model.summary is None else (model.summary.en, model.summary.de)
    names = (model.id, entry.version.version, model.provider, model.family or "")
    return fold(" ".join((*names, *(each.name for each in model.aliases), *summary)))


def _kept_in(kind: str, region_id: str, index: CatalogIndex) -> tuple[str, str]:
    """Return the data zone and the country that processing stays in; empty: none for sure."""
    zone = country = ""
    (scope,) = (each.scope for each in index.catalog.deployment_types if each.id == kind)
    for region in index.catalog.regions:
        if region.id == region_id:
            found = country_of(region)
            if scope in KEEPS_DATA_IN_ZONE and not region.data_zone_disputed:
                zone = region.data_zone or ""
            if found and processed_in_country(scope, region, found.code) is Availability.OFFERED:
                country = found.code
    return zone, country
