# SPDX-License-Identifier: MIT
"""The deployment types: our own list of them, checked against the documentation."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

from azmodels_gui.catalog.document import DeploymentType
from azmodels_gui.catalog.outside import AS_IN_THE_CATALOGUE, FilePart
from azmodels_gui.catalog.terms import Billing, Scope
from azmodels_gui.publish.cells import name_in
from azmodels_gui.publish.editorial_files import read_editorial
from azmodels_gui.publish.facts import OfferFact
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.markdown import Table, read_page

SCOPES = {
    "any azure region": Scope.GLOBAL,
    "within data zone": Scope.DATA_ZONE,
    "single region": Scope.REGIONAL,
}
BILLINGS = {
    "pay-per-token": Billing.PAYG,
    "reserved ptu": Billing.PROVISIONED,
    "50% discount": Billing.BATCH,
    "50% discount, 24-hr": Billing.BATCH,
}
COLUMNS = ("sku code", "data processing", "billing")
OTHER_TABLES = {
    "requirement": "advice on choosing a deployment type; our own descriptions say it",
    "issue": "help with faults while deploying; no fact of the catalogue",
}
"""First column of tables without facts for the catalogue, and why they have none."""


class ListedType(DeploymentType, frozen=True, kw_only=True):
    """A deployment type, and how the sources head what they say of it."""

    heading: str = ""
    """Of its section in the region matrices, whose case varies; empty: it has none."""

    def plain(self) -> DeploymentType:
        """Return what of it stands in the catalogue."""
        return DeploymentType(
            **{name: getattr(self, name) for name in DeploymentType.__struct_fields__}
        )


class DeploymentTypeList(FilePart):
    """The file of deployment types."""

    deployment_type: tuple[Annotated[ListedType, AS_IN_THE_CATALOGUE], ...]


def load_deployment_types(path: Path) -> tuple[ListedType, ...]:
    """Return the deployment types in the order of the file.

    Raises:
        EditorialFault: a text is missing, or a key or a value is not known.
    """
    return read_editorial(path, DeploymentTypeList).deployment_type


def section_headings(types: Iterable[ListedType]) -> dict[str, str]:
    """Return the SKU by the heading of its section in the region matrices."""
    return {each.heading: each.id for each in types if each.heading}


def check_deployment_types(
    path: Path, source: str, ledger: Ledger, known: Sequence[DeploymentType]
) -> Iterator[str]:
    """Yield what a page of the documentation says otherwise than our list.

    A row that agrees is used: the list stands on it. All others are refused with a reason.
    """
    by_sku = {kind.id: kind for kind in known}
    page = read_page(path.read_text(encoding="utf-8"))
    for number, table in enumerate(page.tables, start=1):
        place = " > ".join((path.stem, *table.headings, f"table {number}"))
        for row, cells in ledger.rows_of(source, place, table.rows):
            problem = _settle(row, table, cells, by_sku, ledger)
            if problem:
                yield f"{row.place}: {problem}"


def _settle(
    row: Row,
    table: Table,
    cells: Sequence[str],
    known: dict[str, DeploymentType],
    ledger: Ledger,
) -> str:
    """Settle a row; return what it says otherwise than our list, or nothing."""
    header = [name_in(cell).casefold() for cell in table.header]
    if not set(COLUMNS) <= set(header):
        ledger.refuse(row, OTHER_TABLES.get(header[0], "table names no SKU of deployment types"))
        return ""
    sku, processing, billing = (name_in(cells[header.index(column)]) for column in COLUMNS)
    problem = _difference(known.get(sku), sku, processing, billing)
    if problem:
        ledger.refuse(row, problem)
    else:
        ledger.use(row)
    return problem


def _difference(kind: DeploymentType | None, sku: str, processing: str, billing: str) -> str:
    if kind is None:
        return f"SKU {sku!r} is not in our list of deployment types"
    if SCOPES.get(processing.casefold()) is not kind.scope:
        return f"{sku}: {processing!r} does not say {kind.scope.value!r} as our list does"
    if BILLINGS.get(billing.casefold()) is not kind.billing:
        return f"{sku}: {billing!r} does not say {kind.billing.value!r} as our list does"
    return ""


def unlisted_types(facts: Iterable[object], types: Iterable[DeploymentType]) -> dict[str, str]:
    """Return deployment types that sources name but our list lacks, each with a source."""
    known = {kind.id for kind in types}
    return {
        fact.deployment_type: fact.source
        for fact in facts
        if isinstance(fact, OfferFact) and fact.deployment_type not in known
    }
