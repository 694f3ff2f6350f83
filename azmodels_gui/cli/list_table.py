# SPDX-License-Identifier: MIT
"""The list as a table for people: one line an entry, three columns for where and how."""

from collections.abc import Iterator, Sequence

from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.age_words import dates_told
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactKind, fact_dates
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.offered import scopes_of
from azmodels_gui.catalog.query import UNKNOWN_STAGE
from azmodels_gui.catalog.stage import stage_on
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Billing, Scope
from azmodels_gui.catalog.unknown_words import unknown_told
from azmodels_gui.cli.console import aligned
from azmodels_gui.cli.words import Words

_LETTERS = {Billing.PAYG: "T", Billing.PROVISIONED: "P", Billing.BATCH: "B"}
_MARKS = {Availability.OFFERED: "", Availability.UNKNOWN: "?", Availability.CONFLICT: "!"}
_COLUMNS = ("model", "version", "stage", "retires", "days_left", "context")
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
    found = [index.entries[row] for row in result.rows()]
    may_fit = [index.entries[row] for row in result.unknown_rows()]
    told = unknown_told(result, words.language)
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
    context = entry.version.limits.context_window
    return [
        shortened(entry.model.id),
        entry.version.version,
        *_lifecycle(entry, view, words),
        "" if context is None else words.count(context.tokens),
        *(offered_letters(entry, scope, view) for scope in scopes_of(view.catalog)),
    ]


def _lifecycle(entry: Entry, view: Viewpoint, words: Words) -> tuple[str, str, str]:
    stage = stage_on(entry.version.lifecycle, view.day)
    date, days = stage.retirement_date, stage.days_left
    left = "" if days is None or (stage.past_date and not stage.contradicts) else str(days)
    return (
        words(UNKNOWN_STAGE) if stage.published is None else words.named(stage.published),
        "" if date is None else words.day(date),
        f"{days} !" if stage.contradicts else left,
    )


def offered_letters(entry: Entry, scope: Scope, view: Viewpoint) -> str:
    """Return how an entry is offered with one scope: a letter for each way to pay.

    In the regions asked about, or anywhere if none was. The developer tier hosts trials of
    fine-tuned models and would read as an offer of the model itself, so it is left out.
    """
    cells = []
    for kind in view.catalog.deployment_types:
        if kind.scope is not scope or kind.id == DEVELOPER_TIER:
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
