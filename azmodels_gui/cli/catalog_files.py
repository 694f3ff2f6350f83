# SPDX-License-Identifier: MIT
"""`azmodels catalog check`, `schema` and `info`: whether a file may be published, what it holds."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from datetime import date

from azmodels_gui.catalog.document import Catalog, entries
from azmodels_gui.catalog.doubts import doubts_of, doubts_told
from azmodels_gui.catalog.fact_dates import (
    FACT_KINDS,
    FactDate,
    FactKind,
    fact_dates,
    source_dates,
    span_told,
)
from azmodels_gui.catalog.offered import as_on
from azmodels_gui.catalog.region_counts import cell_counts
from azmodels_gui.cli.options import (
    COMMON,
    FORMAT,
    LANGUAGE,
    Command,
    catalog_as_published,
    chosen_day,
    option,
    print_answer,
)
from azmodels_gui.cli.output import DONE, FAULTS_FOUND, Words, dates_json, row_lines
from azmodels_gui.cli.schema_export import schema_bytes
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, Phrase, in_language, worded
from azmodels_gui.storage.catalog_file import read_catalog

KINDS = {"error": N_("error"), "warning": N_("warning"), "doubt": N_("doubt")}


def _check(arguments: argparse.Namespace) -> int:
    """Print what is wrong with a file, each fault with its place in the document.

    Raises:
        CatalogError: the file cannot be read, or is not of the schema (unknown fields too).
    """
    from azmodels_gui.publish.check import check_catalog

    catalog = read_catalog(arguments.file, strict=True)
    doubts = doubts_of(catalog, chosen_day(arguments))
    faults = list(check_catalog(catalog, today=chosen_day(arguments)))
    errors = sum(1 for fault in faults if fault.severity == "error")
    found: list[tuple[str, str, Phrase | Message]] = [
        (str(fault.severity), fault.path, fault.why) for fault in faults
    ]
    if arguments.doubts:
        found += [("doubt", each.about, each.detail) for each in doubts]
    language = arguments.language
    counts = Phrase(
        N_("{path}: {models} models, {entries} entries, {errors} errors, {warnings} warnings."),
        path=arguments.file,
        models=len(catalog.models),
        entries=sum(len(model.versions) for model in catalog.models),
        errors=errors,
        warnings=len(faults) - errors,
    )
    print_answer(
        arguments,
        lambda: {
            "catalog_serial": catalog.serial,
            "errors": errors,
            "faults": [
                {"severity": kind, "path": place, "message": str(why)} for kind, place, why in found
            ],
        },
        lambda: (
            *(
                f"{in_language(KINDS[kind], language)}: {place}: {worded(why, language)}"
                for kind, place, why in found
            ),
            *(each.told(language) for each in (counts, doubts_told(doubts))),
        ),
    )
    return FAULTS_FOUND if errors else DONE


def _print_schema(_arguments: argparse.Namespace) -> int:
    """Print the schema; it is plain ASCII, so every encoding will do."""
    sys.stdout.write(schema_bytes().decode())
    return DONE


def _info(arguments: argparse.Namespace) -> int:
    """Print what the catalogue holds.

    Raises:
        CatalogError: it cannot be used.
    """
    catalog = catalog_as_published(arguments)
    dates = fact_dates(entries(catalog), source_dates(catalog))
    counts = _counts(catalog, chosen_day(arguments))
    return print_answer(
        arguments,
        lambda: {
            "serial": catalog.serial,
            "published": catalog.published,
            "as_of": dates_json(dates),
            "counts": counts,
        },
        lambda: _info_lines(catalog, dates, counts, Words(arguments.language)),
    )


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


def _info_lines(
    catalog: Catalog,
    dates: Mapping[FactKind, FactDate],
    counts: Mapping[str, int],
    words: Words,
) -> Iterator[str]:
    language = words.language
    published = figures.day(catalog.published, language)
    yield words("info_title", serial=catalog.serial, day=published)
    yield ""
    yield words("info_dates")
    yield from row_lines(
        {in_language(FACT_KINDS[kind], language): _age(dates.get(kind), words) for kind in FactKind}
    )
    yield ""
    yield words("info_counts")
    yield from row_lines(
        {words(f"info_{name}"): figures.number(n, language) for name, n in counts.items()}
    )


def _age(dates: FactDate | None, words: Words) -> str:
    if dates is None:
        return words("unknown")
    main = figures.partial_day(dates.main, words.language)
    if dates.oldest == dates.newest:
        return main
    return words("info_most", main=main, span=span_told(dates, words.language))


CHECK = Command(
    "check",
    _check,
    N_("check a catalogue file before it is published"),
    N_(
        "Check a catalogue file: strict schema (exit code 2 if it is no catalogue), "
        "then references, dates and plausibility (exit code 1 if there are errors). Warnings "
        "alone leave the exit code at 0."
    ),
    (
        option("file FILE"),
        {
            "--on DATE": N_(
                "day after which nothing may be published yet, as 2026-11-22 (default: today)"
            ),
            "--doubts": N_("list what the catalogue gives reason to doubt, beside the counts"),
        },
        FORMAT,
        LANGUAGE,
    ),
)
SCHEMA = Command(
    "schema",
    _print_schema,
    N_("print the JSON Schema of catalogue files"),
    N_("Print the JSON Schema of catalogue files, as resources/catalog.schema.json."),
    (),
)
INFO = Command(
    "info",
    _info,
    N_("say what a catalogue holds and how old its facts are"),
    N_(
        "Show serial, day of publication, the dates of the facts by kind, and how many "
        "models, versions, offers, prices, unknowns and doubts there are."
    ),
    COMMON,
)
