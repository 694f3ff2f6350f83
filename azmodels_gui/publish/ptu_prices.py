# SPDX-License-Identifier: MIT
"""Prices of provisioned throughput units, collected from several documents.

Which figure to believe is decided by the rules of `ptu-prices.md`: the price list itself
counts; a document that contradicts it, and the book from before the scopes were priced
apart, are kept as superseded; the price of the old commitment model is none of a PTU term.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator

from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.facts import AMOUNT, PtuPrice
from azmodels_gui.catalog.outside import AnswerPart, fitted
from azmodels_gui.catalog.terms import Scope, Term
from azmodels_gui.publish.facts import PtuPriceFact
from azmodels_gui.publish.ledger import Ledger, shortened
from azmodels_gui.publish.price_history import plain

Figure = Mapping[str, Any]
"""An item of the collection: a figure, where it was found and on what day."""


Day = Annotated[str, AfterValidator(date.fromisoformat)]
"""A day as JSON holds it."""


class FigureForm(AnswerPart):
    """The form of an item; fields that are for people (`unit`, `quote_of_figure`) are left out."""

    deployment_type: str
    product: str
    regions: list[str] | None
    term: Literal["hourly", "month", "year"]
    usd_per_ptu: Decimal
    effective_from: list[Day] | None
    effective_to: Day | None
    source_url: str
    as_of: str
    kind: str


SCOPES = {
    "GlobalProvisioned": Scope.GLOBAL,
    "DataZoneProvisioned": Scope.DATA_ZONE,
    "RegionalProvisioned": Scope.REGIONAL,
}
TERMS = {"hourly": Term.HOUR, "month": Term.MONTH, "year": Term.YEAR}
HTTPS = "https://"
BOOK = "fliphtml5.com"
"""Where the book stands that knows one scope only."""


def read_ptu_prices(path: Path, source: str, ledger: Ledger) -> Iterable[PtuPriceFact]:
    """Return the prices; each item is a ledger row and names its own document."""
    items = _load(path)
    figures = _figures(items)
    documents = _document_ids(figures, source)
    facts = []
    for number, figure in enumerate(items):
        if fault := _fault(figure):
            ledger.refuse(ledger.read(source, f"item {number}", str(figure)), fault)
            continue
        place = f"item {number}: {figure['deployment_type']}, {figure['term']}"
        row = ledger.read(source, place, f"{figure['product']}: {figure['usd_per_ptu']} USD")
        if figure["deployment_type"] not in SCOPES:
            ledger.refuse(row, "old commitment model of PTU, neither an hour nor a reservation")
            continue
        ledger.use(row)
        price = _price(figure, documents[_document(figure)], _is_superseded(figure, figures))
        facts.append(PtuPriceFact(price=price, row=place))
    return facts


def ptu_price_sources(path: Path, source: str = "ptu-prices") -> list[Source]:
    """Return the documents of the collection, in the order they come in.

    Ids name the collection, the document's date and a number, such as
    `ptu-prices:2026-10-09:1`; they stay as long as the file stays.
    """
    figures = _figures(_load(path))
    found = {_document(figure): figure for figure in reversed(figures)}
    return [
        _source(found[document], name) for document, name in _document_ids(figures, source).items()
    ]


def _load(path: Path) -> list[Figure]:
    figures: list[Figure] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return figures


def _figures(items: Iterable[Figure]) -> list[Figure]:
    return [item for item in items if not _fault(item)]


def _fault(item: Figure) -> str:
    """Return what is wrong with the form of an item; nothing, if it can be used."""
    try:
        form = fitted(item, FigureForm)
        _first_date(form.as_of)
        AMOUNT.check("usd_per_ptu", plain(form.usd_per_ptu))
    except ValueError as fault:
        return f"malformed: {shortened(fault)}"
    return ""


Document = tuple[str, str]
"""Address and date, both as the collection writes them."""


def _document(figure: Figure) -> Document:
    return figure["source_url"], figure["as_of"]


def _document_ids(figures: Iterable[Figure], source: str) -> dict[Document, str]:
    numbers: dict[str, int] = {}
    ids: dict[Document, str] = {}
    for figure in figures:
        document = _document(figure)
        if document not in ids:
            day = _first_date(document[1])
            numbers[day] = numbers.get(day, 0) + 1
            ids[document] = f"{source}:{day}:{numbers[day]}"
    return ids


def _first_date(text: str) -> str:
    """Return the first year, month or day of a text such as `2026, day unknown`.

    Raises:
        ValueError: there is none.
    """
    for word in text.replace(",", " ").split():
        parts = word.split("-")
        if len(parts[0]) == 4 and len(parts) <= 3 and all(part.isdecimal() for part in parts):
            return word
    raise ValueError(f"{text!r}: no date")


def _source(figure: Figure, name: str) -> Source:
    primary = _from_price_list(figure)
    address = _address(figure["source_url"])
    what = "Azure Retail Prices API, kept by" if primary else "as told by"
    return Source(
        id=name,
        title=f"Price of PTU, {what} {_publisher(address)}",
        url=address,
        as_of=_first_date(figure["as_of"]),
        secondary=not primary,
    )


def _address(text: str) -> str | None:
    """Return the address of a document; None if the text only cites one.

    An address with a blank to fill in (`{region}`) is cut to the folder of all.
    """
    if not text.startswith(HTTPS):
        return None
    address, _, blank = text.partition(" ")[0].partition("{")
    return address.replace("/blob/", "/tree/") if blank else address


def _publisher(address: str | None) -> str:
    """Return the repository or site of an address."""
    if address is None:
        return "a report without an address"
    site, *path = address.removeprefix(HTTPS).split("/")
    return "/".join(path[:2]) if site == "github.com" else site


def _price(figure: Figure, document: str, superseded: bool) -> PtuPrice:
    starts = [date.fromisoformat(start) for start in figure["effective_from"] or ()]
    until = figure["effective_to"]
    remarks = [*_remarks(figure, starts, superseded)]
    return PtuPrice(
        product=figure["product"],
        scope=SCOPES[figure["deployment_type"]],
        regions=tuple(sorted(figure["regions"] or ())),
        term=TERMS[figure["term"]],
        amount=plain(Decimal(figure["usd_per_ptu"])),
        # Several starts belong to several regions; from the last one on it held in all.
        effective_from=max(starts, default=None),
        effective_until=None if until is None else date.fromisoformat(until),
        superseded=superseded,
        note="; ".join(english for english, _ in remarks),
        note_de="; ".join(german for _, german in remarks),
        source=document,
    )


def _remarks(figure: Figure, starts: Sequence[date], superseded: bool) -> Iterator[tuple[str, str]]:
    """Yield what has to be said of a price, in English and German."""
    if BOOK in figure["source_url"]:
        yield (
            "from before the scopes were priced apart",
            "aus der Zeit vor getrennten Preisen je Bereitstellungsart",
        )
    elif superseded:
        yield "contradicted by the price list", "die Preisliste widerspricht"
    if figure["regions"] is None:
        yield (
            "the source names no region; outside the US prices differ",
            "die Quelle nennt keine Region; außerhalb der USA gelten andere Preise",
        )
    if len(starts) > 1:
        first = min(starts).isoformat()
        yield f"in some of the regions since {first}", f"in einigen der Regionen seit {first}"


def _is_superseded(figure: Figure, figures: Iterable[Figure]) -> bool:
    """Tell whether the price list contradicts a figure from elsewhere, or it is the book's."""
    if _from_price_list(figure):
        return False
    known = [
        other["usd_per_ptu"]
        for other in figures
        if _from_price_list(other)
        and (other["deployment_type"], other["term"]) == (figure["deployment_type"], figure["term"])
    ]
    contradicted = bool(known) and figure["usd_per_ptu"] not in known
    return contradicted or BOOK in figure["source_url"]


def _from_price_list(figure: Figure) -> bool:
    return "Retail Prices API" in figure["kind"]
