# SPDX-License-Identifier: MIT
"""Matrices of other providers' models: a row for each region, a column for each model."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from azmodels_gui.publish.facts import AnyFact, MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.markdown import Table, read_page
from azmodels_gui.publish.marks import Mark, name_in, read_marks, region_id

FILES = {
    "global-standard": "GlobalStandard",
    "data-zone-standard": "DataZoneStandard",
    "global-provisioned-managed": "GlobalProvisionedManaged",
}
"""File names (without ending): these pages name their deployment type nowhere else."""


def read_transposed_matrix(path: Path, source: str, ledger: Ledger) -> Iterator[AnyFact]:
    """Yield an offer for each model column, without a version, then the matrix."""
    page = read_page(path.read_text(encoding="utf-8"))
    sku = FILES.get(path.stem)
    regions: set[str] = set()
    for number, table in enumerate(page.tables, start=1):
        place = " > ".join((*table.headings, f"table {number}"))
        rows = _region_rows(table, place, sku, source, ledger)
        regions.update(rows)
        if sku is not None:
            yield from _columns(table, rows, sku, source, ledger)
    if sku is not None and regions:
        yield MatrixFact(
            deployment_type=sku,
            channel="azure_direct",
            as_of=page.as_of or date.min,
            regions=frozenset(regions),
            source=source,
        )


def _region_rows(
    table: Table, place: str, sku: str | None, source: str, ledger: Ledger
) -> dict[str, tuple[str, ...]]:
    """Return the readable rows by region; each row of the table is settled in the ledger."""
    found: dict[str, tuple[str, ...]] = {}
    for number, cells in enumerate(table.rows, start=1):
        row = ledger.read(source, f"{place}, row {number}", " | ".join(cells))
        region = region_id(cells[0])
        reason = _refusal(table, sku, region, found)
        if reason is not None or region is None:
            ledger.refuse(row, reason or "")
            continue
        ledger.use(row)
        found[region] = cells
    return found


def _refusal(
    table: Table, sku: str | None, region: str | None, found: dict[str, tuple[str, ...]]
) -> str | None:
    if sku is None:
        return "the file's name names no deployment type"
    if name_in(table.header[0]).casefold() != "region":
        return "table has other columns than region and models"
    if region is None:
        return "names no region"
    return "the region comes twice in this table" if region in found else None


def _columns(
    table: Table, rows: dict[str, tuple[str, ...]], sku: str, source: str, ledger: Ledger
) -> Iterator[OfferFact]:
    for column, heading in enumerate(table.header):
        name = name_in(heading)
        if column == 0 or not rows:
            continue
        place = f"{sku}, column {column} ({name})"
        if not name:
            ledger.refuse(ledger.read(source, place, "(empty heading)"), "names no model")
            continue
        marks = (Mark(region, cells[column], place) for region, cells in rows.items())
        reading = read_marks(marks, source, ledger)
        yield OfferFact(
            name=name,
            source=source,
            row=place,
            deployment_type=sku,
            available=reading.available,
            listed=reading.listed,
            unclear=reading.unclear,
        )
