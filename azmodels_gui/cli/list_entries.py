# SPDX-License-Identifier: MIT
"""`azmodels list`: the entries that fit the filters, as table, JSON or CSV.

Keys and columns are an interface: docs/headless-commands.md lists them, and a test holds them.
"""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Entry, newest_version
from azmodels_gui.catalog.fact_dates import FactKind, dates_told, fact_dates, offer_as_of
from azmodels_gui.catalog.facts import Capability, Offer, TokenLimit
from azmodels_gui.catalog.filter_words import unknown_told
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.offered import in_data_zone, scopes_of
from azmodels_gui.catalog.query import UNKNOWN_STAGE
from azmodels_gui.catalog.terms import Availability, Billing, Scope, Stage
from azmodels_gui.cli.list_query import FILTERS, asked_of
from azmodels_gui.cli.options import (
    CATALOG,
    VIEW,
    Command,
    catalog_json,
    chosen_catalog,
    chosen_day,
    option,
    output_format,
)
from azmodels_gui.cli.output import (
    DONE,
    Words,
    aligned,
    end_json,
    print_error,
    print_json,
    print_lines,
)
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.csv_file import harmless

_LETTERS = {Billing.PAYG: "T", Billing.PROVISIONED: "P", Billing.BATCH: "B"}
_MARKS = {Availability.OFFERED: "", Availability.UNKNOWN: "?", Availability.CONFLICT: "!"}
_COLUMNS = ("model", "version", "stage", "retires", "days", "context")
_RIGHT = frozenset({4, 5})
LONGEST_NAME = 33
"""Keeps the table inside 120 columns."""


SHOWN_KINDS = (FactKind.AVAILABILITY, FactKind.LIFECYCLE, FactKind.LIMITS)
"""Kinds of facts that the columns show."""


def list_lines(
    index: CatalogIndex, result: QueryResult, view: Viewpoint, words: Words, *, unknown: bool
) -> Iterator[str]:
    """Yield the table, its legend, how many may fit, and how many of how many entries it shows.

    Args:
        index: all entries.
        result: those that fit and those that may.
        view: day and regions.
        words: of one language.
        unknown: show those that may fit in a table of their own.
    """
    found = [index.entries[row] for row in result.rows_by_rank()]
    may_fit = [index.entries[row] for row in result.unknown_by_rank()]
    told = unknown_told(result, words.language)
    if result.is_similar:
        yield words("similar", text=result.query.text.strip())
        yield ""
    yield from _table(found, view, words) if found else [words("nothing")]
    if told:
        yield ""
        yield f"{told}:" if unknown else words("include_unknown", told=told)
        yield from _table(may_fit, view, words) if unknown else ()
    if found or (may_fit and unknown):
        yield ""
        yield words("legend")
        if view.regions:
            yield words("legend_asked")
    shown = [*found, *(may_fit if unknown else ())] or index.entries
    dates = fact_dates(shown, view.source_dates)
    counted = words("count", count=len(found), total=result.total)
    yield ", ".join(filter(None, (counted, dates_told(dates, words.language, SHOWN_KINDS)))) + "."


def _table(found: Sequence[Entry], view: Viewpoint, words: Words) -> list[str]:
    header = [*map(words, _COLUMNS), *map(words.named, scopes_of(view.catalog))]
    return aligned(header, [_row(entry, view, words) for entry in found], _RIGHT)


def _row(entry: Entry, view: Viewpoint, words: Words) -> list[str]:
    context, stage = (
        entry.version.limits.context_window,
        entry.stage_on(view.day),
    )
    date, days = stage.retirement_date, stage.days_left
    left = "" if days is None or (stage.past_date and not stage.contradicts) else str(days)
    return [
        shortened(entry.model.id),
        entry.version.version,
        _stage(stage.published, words),
        "" if date is None else figures.day(date, words.language),
        f"{days} !" if stage.contradicts else left,
        "" if context is None else figures.number(context.tokens, words.language),
        *(offered_letters(entry, scope, view) for scope in scopes_of(view.catalog)),
    ]


def _stage(stage: Stage | None, words: Words) -> str:
    match stage:
        case None:
            return words(UNKNOWN_STAGE)
        case Stage.GENERALLY_AVAILABLE:
            return words("available")
    return words.named(stage)


def offered_letters(entry: Entry, scope: Scope, view: Viewpoint) -> str:
    """Return how an entry is offered with one scope: a letter for each way to pay.

    In the regions asked about, or anywhere if none was. The developer tier hosts trials of
    fine-tuned models and would read as an offer of the model itself, so it is left out.
    """
    cells = []
    for kind in view.shown_types:
        if kind.scope is not scope:
            continue
        regions = view.offer_regions(entry, kind.id)
        if view.regions:
            regions = regions.within(view.regions)
        known = regions.amount_to()
        if known is not Availability.NOT_OFFERED:
            cells.append(_LETTERS.get(kind.billing, f"[{kind.billing}]") + _MARKS[known])
    if cells and all(cell.endswith("?") for cell in cells):
        return "?"
    return "".join(cells) or "-"


def shortened(name: str) -> str:
    """Cut a very long name in its middle: what tells variants apart stands at the end."""
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[: LONGEST_NAME - 14]}..{name[-12:]}"


Told = tuple[Entry, dict[str, Any]]
"""An entry and what is told of it."""
CSV_COLUMNS = (
    "model",
    "version",
    "newest_version",
    "provider",
    "family",
    "stage",
    "past_date",
    "retirement_date",
    "days_left",
    "context_window",
    "max_input",
    "max_output",
    "use_cases",
    "capabilities",
)
"""Keys of the JSON that are columns of the CSV; then one column a deployment type."""


def run(arguments: argparse.Namespace) -> int:
    """Print the entries, the best hits of a text first, else in the order of the catalogue.

    Raises:
        Refused: an unknown name among the filters.
        CatalogError: the catalogue cannot be used.
    """
    catalog = chosen_catalog(arguments)
    index = CatalogIndex(catalog, chosen_day(arguments))
    result = asked_of(arguments, index)
    view = Viewpoint.of(result.query, catalog, index.today)
    words = Words(arguments.language)
    if arguments.format == "table":
        print_lines(list_lines(index, result, view, words, unknown=arguments.include_unknown))
        return DONE
    rows = _rows(index, result, view, unknown=arguments.include_unknown)
    if arguments.format == "json":
        print_json(view_json(view) | {"entries": [summary for _, summary in rows]})
    else:
        _print_csv(rows, view)
    told = unknown_told(result, words.language)
    if told and not arguments.include_unknown:
        print_error(words("include_unknown", told=told))
    return DONE


def _rows(
    index: CatalogIndex, result: QueryResult, view: Viewpoint, *, unknown: bool
) -> list[Told]:
    """Return the entries; with unknown ones each says if it fits.

    The best hits of a text come first, those that fit before those that may; without a text all
    stand in the order of the catalogue.
    """
    fits: dict[int, bool | None] = dict.fromkeys(result.rows_by_rank(), True)
    if unknown:
        fits |= dict.fromkeys(result.unknown_by_rank())
    rows = fits if result.query.text.strip() else sorted(fits)
    told = ((row, index.entries[row]) for row in rows)
    return [
        (entry, entry_summary(entry, view) | ({"fits": fits[row]} if unknown else {}))
        for row, entry in told
    ]


def _print_csv(rows: Sequence[Told], view: Viewpoint) -> None:
    kinds = [kind.id for kind in view.catalog.deployment_types]
    more = ["fits"] if any("fits" in summary for _, summary in rows) else []
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow((*CSV_COLUMNS, *kinds, *more))
    for entry, summary in rows:
        cells = [_csv_cell(summary[column]) for column in CSV_COLUMNS]
        places = (_regions(entry, kind, view) for kind in kinds)
        writer.writerow([*cells, *places, *(_csv_cell(summary[column]) for column in more)])


def _csv_cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return harmless(" ".join(value))
        case str():
            return harmless(value)
    return str(value)


def _regions(entry: Entry, deployment_type: str, view: Viewpoint) -> str:
    """Return region ids where it is offered; `!` is disputed, `?` unknown elsewhere."""
    regions = view.offer_regions(entry, deployment_type)
    disputed = (f"!{name}" for name in regions.disputed)
    return " ".join((*regions.offered, *disputed, *(["?"] if regions.unknown else [])))


def view_json(view: Viewpoint) -> dict[str, Any]:
    """Return which catalogue an answer is of, and on which day it was asked."""
    catalog = view.catalog
    return {
        "catalog_serial": catalog.serial,
        **catalog_json(catalog),
        "day": view.day,
    }


def entry_summary(entry: Entry, view: Viewpoint) -> dict[str, Any]:
    """Return what one row of the list says; the same keys for every entry."""
    model, limits, hosting = entry.model, entry.version.limits, entry.version.hosted_by
    return {
        "model": model.id,
        "version": entry.version.version,
        "newest_version": entry.version.version == newest_version(model),
        "kind": model.kind,
        "provider": model.provider,
        "provider_name": view.provider_names.get(model.provider, model.provider),
        "family": model.family,
        "channel": model.channel,
        **_lifecycle_json(entry, view),
        "context_window": _tokens(limits.context_window),
        "max_input": _tokens(limits.max_input),
        "max_output": _tokens(limits.max_output),
        "use_cases": list(model.use_cases),
        "input_modalities": list(model.modalities.input) if model.modalities else [],
        "output_modalities": list(model.modalities.output) if model.modalities else [],
        **_capabilities(entry.version.capabilities),
        "hosted_by": None if hosting is None else {"by": hosting.by, "source": hosting.source},
        "data_zones": {
            zone.id: in_data_zone(entry, zone.id, view.catalog) for zone in view.catalog.data_zones
        },
        "offers": offers(entry, view),
        "not_offered": not_offered(entry, view),
        "features": [
            {
                "name": feature.name.en,
                "regions": list(feature.available),
                "as_of": feature.as_of,
                "source": feature.source,
            }
            for feature in entry.model.features
        ],
    }


def offers(entry: Entry, view: Viewpoint) -> list[dict[str, Any]]:
    """Return every deployment type of which at least one region is not a plain "no"."""
    found = []
    for kind in () if entry.is_service else view.catalog.deployment_types:
        regions = view.offer_regions(entry, kind.id)
        if not regions.says_anything:
            continue
        offer = entry.offers.get(kind.id)
        told: dict[str, Any] = {
            "deployment_type": kind.id,
            "scope": kind.scope,
            "billing": kind.billing,
            "regions": list(regions.offered),
            "unknown_regions": list(regions.unknown),
            "disputed_regions": list(regions.disputed),
            **_age(offer, view),
        }
        if view.regions:
            told["in_asked_regions"] = regions.within(view.regions).amount_to()
        found.append(told)
    return found


def not_offered(entry: Entry, view: Viewpoint) -> list[dict[str, Any]]:
    """Return every deployment type that is known to be offered nowhere, with the "no"'s age."""
    return [
        {"deployment_type": kind.id, **_age(entry.offers.get(kind.id), view)}
        for kind in (() if entry.is_service else view.catalog.deployment_types)
        if not view.offer_regions(entry, kind.id).says_anything
    ]


def _age(offer: Offer | None, view: Viewpoint) -> dict[str, Any]:
    """Return how old what is known of an offer is, when it ends, and who says so."""
    if offer is None:
        return {"as_of": None, **end_json(None), "sources": []}
    return {
        "as_of": offer_as_of(offer, view.source_dates),
        **end_json(offer),
        "sources": list(offer.sources),
    }


def _capabilities(known: tuple[Capability, ...]) -> dict[str, Any]:
    """Return what the version can do and what it cannot; what is in neither list is unknown."""
    can = [each for each in known if each.supported]
    return {
        "capabilities": [each.id for each in can],
        "capabilities_not_supported": [each.id for each in known if not each.supported],
        "capability_levels": {each.id: list(each.levels) for each in can if each.levels},
    }


def _lifecycle_json(entry: Entry, view: Viewpoint) -> dict[str, Any]:
    lifecycle = entry.version.lifecycle
    stage = entry.stage_on(view.day)
    return {
        "stage": stage.published,
        "past_date": stage.past_date,
        "retirement_date": lifecycle.retirement_date,
        "retirement_not_before": lifecycle.retirement_not_before,
        "days_left": stage.days_left,
        "replacements": list(lifecycle.replacements),
    }


def _tokens(limit: TokenLimit | None) -> int | None:
    return None if limit is None else limit.tokens


LIST = Command(
    "list",
    run,
    N_("list the models that fit"),
    N_(
        "List every version of every model that fits the filters. CSV is rows alone; whose the "
        "facts are, and under which licence, is 'attribution' in the JSON."
    ),
    (
        FILTERS,
        option(
            "--include-unknown",
            N_("also those that may fit: nothing known speaks against them, but not all is known"),
        ),
        *VIEW,
        CATALOG,
        output_format("table", "json", "csv"),
    ),
    examples="""
  azmodels list --region "Germany West Central" --deployment-type DataZoneStandard
  azmodels list --use-case code --data-zone EU --stage generally_available --newest
  azmodels list --text "gpt audio" --format json
""",
)
