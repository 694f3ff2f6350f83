# SPDX-License-Identifier: MIT
"""The list as a table for people: one line an entry, three columns for where and how."""

from collections.abc import Iterator, Sequence

from azmodels_gui.app.commands.text_table import aligned
from azmodels_gui.app.commands.viewpoint import Viewpoint
from azmodels_gui.app.commands.words import Words
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.query import UNKNOWN_STAGE
from azmodels_gui.catalog.stage import stage_on
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Billing, Scope

_LETTERS = {Billing.PAYG: "T", Billing.PROVISIONED: "P", Billing.BATCH: "B"}
_MARKS = {Availability.OFFERED: "", Availability.UNKNOWN: "?", Availability.CONFLICT: "!"}
_COLUMNS = ("model", "version", "stage", "retires", "days_left", "context")
_RIGHT = frozenset({4, 5})
LONGEST_NAME = 33
"""Keeps the table inside 120 columns."""


def list_lines(found: Sequence[Entry], total: int, view: Viewpoint, words: Words) -> Iterator[str]:
    """Yield the table, its legend and how many of how many entries it shows."""
    if found:
        header = [*map(words, _COLUMNS), *map(words.named, _scopes(view))]
        yield from aligned(header, [_row(entry, view, words) for entry in found], _RIGHT)
        yield ""
        yield words("legend")
        if view.asked_regions:
            yield words("legend_asked")
    else:
        yield words("nothing")
    published = words.day(view.catalog.published)
    yield words("count", count=len(found), total=total, published=published)


def _row(entry: Entry, view: Viewpoint, words: Words) -> list[str]:
    context = entry.version.limits.context_window
    return [
        shortened(entry.model.id),
        entry.version.version,
        *_lifecycle(entry, view, words),
        "" if context is None else words.count(context.tokens),
        *(offered_letters(entry, scope, view) for scope in _scopes(view)),
    ]


def _scopes(view: Viewpoint) -> list[Scope]:
    return Scope.of((*Scope, *(kind.scope for kind in view.catalog.deployment_types)))


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
        if view.asked_regions:
            regions = regions.within(view.asked_regions)
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
