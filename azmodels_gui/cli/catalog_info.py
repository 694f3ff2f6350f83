# SPDX-License-Identifier: MIT
"""`azmodels catalog info`: what a catalogue holds, how old its facts are, what is unknown."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.doubts import doubts_of
from azmodels_gui.catalog.entry import entries
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, fact_dates, source_dates
from azmodels_gui.catalog.fact_told import FACT_KINDS, span_told
from azmodels_gui.catalog.offered import as_on
from azmodels_gui.catalog.region_counts import cell_counts
from azmodels_gui.cli.arguments import (
    add_common_options,
    catalog_as_published,
    chosen_day,
    chosen_language,
)
from azmodels_gui.cli.console import DONE, dates_json, print_json, print_lines
from azmodels_gui.cli.statement_output import row_lines
from azmodels_gui.cli.words import Words
from azmodels_gui.language.words import N_

_WORDS = {
    "title": N_("Catalogue {serial}, published {day}"),
    "dates": N_("How old the facts are"),
    "most": N_("{main} (from {span})"),
    "counts": N_("What it holds"),
    "models": N_("models"),
    "entries": N_("versions"),
    "offers": N_("places with an offer"),
    "prices": N_("prices"),
    "unknowns": N_("places with an unknown offer"),
    "doubts": N_("doubts"),
}


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "info",
        help=N_("say what a catalogue holds and how old its facts are"),
        description=N_(
            "Show serial, day of publication, the dates of the facts by kind, and how many "
            "models, versions, offers, prices, unknowns and doubts there are."
        ),
    )
    add_common_options(parser, run)


def run(arguments: argparse.Namespace) -> int:
    """Print what the catalogue holds.

    Raises:
        CatalogError: it cannot be used.
    """
    catalog = catalog_as_published(arguments)
    dates = fact_dates(entries(catalog), source_dates(catalog))
    counts = _counts(catalog, chosen_day(arguments))
    if arguments.format == "json":
        print_json(
            {
                "serial": catalog.serial,
                "published": catalog.published.isoformat(),
                "as_of": dates_json(dates),
                "counts": counts,
            }
        )
    else:
        print_lines(_lines(catalog, dates, counts, Words(chosen_language(arguments))))
    return DONE


def _counts(catalog: Catalog, today: date) -> dict[str, int]:
    cells = cell_counts(as_on(catalog, today))
    return {
        "models": len(catalog.models),
        "entries": sum(len(model.versions) for model in catalog.models),
        "offers": cells.offered,
        "prices": sum(len(model.prices) for model in catalog.models) + len(catalog.ptu_prices),
        "unknowns": cells.unknown,
        "doubts": len(doubts_of(catalog, today)),
    }


def _lines(
    catalog: Catalog,
    dates: Mapping[FactKind, FactDate],
    counts: Mapping[str, int],
    words: Words,
) -> Iterator[str]:
    published = words.day(catalog.published)
    yield words.of(_WORDS["title"]).format(serial=catalog.serial, day=published)
    yield ""
    yield words.of(_WORDS["dates"])
    yield from row_lines(
        {words.of(FACT_KINDS[kind]): _age(dates.get(kind), words) for kind in FactKind}
    )
    yield ""
    yield words.of(_WORDS["counts"])
    yield from row_lines({words.of(_WORDS[name]): words.count(n) for name, n in counts.items()})


def _age(dates: FactDate | None, words: Words) -> str:
    if dates is None:
        return words("unknown")
    main = words.as_of(dates.main)
    if dates.oldest == dates.newest:
        return main
    return words.of(_WORDS["most"]).format(main=main, span=span_told(dates, words.language))
