# SPDX-License-Identifier: MIT
"""What is asked first where entries are compared: price, processing, PTU, retirement, limits."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    UNKNOWN,
    Answer,
    Better,
    Qualifier,
    Row,
    Section,
    Status,
    if_model,
    known,
    message,
    row,
    section,
)
from azmodels_gui.answers.availability import billed_as, with_scope
from azmodels_gui.answers.capacity import parameters
from azmodels_gui.answers.lifecycle import retirement
from azmodels_gui.answers.overview import host, limit
from azmodels_gui.answers.prices import MAIN, entry_price
from azmodels_gui.answers.successor import who
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.terms import Availability, Billing, Scope, TokenCategory

LIMITS = ("context_window", "max_output")


def key_facts(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return the few rows that most choices are made by, for the place asked about."""
    return section("key_facts", _rows(entries, view))


def strip(entry: Entry, view: Viewpoint) -> tuple[Row, ...]:
    """Return what is read first of one entry; what does not apply is left out."""
    told = {
        **{f"strip_{each}": lowest_price(entry, each, view) for each in MAIN},
        "ptu_from": ptu_from(entry, view),
        "retirement": retirement(entry, view),
        "hosted_by": host(entry, view),
        "successor": who(entry, view.successors.of(entry), view),
    }
    return tuple(
        row(key, (answer,))
        for key, answer in told.items()
        if answer.status is not Status.DOES_NOT_APPLY
    )


def ptu_from(entry: Entry, view: Viewpoint) -> Answer:
    """Return the smallest deployment on PTU of the scopes offered in the place asked about."""
    if entry.is_service:
        return DOES_NOT_APPLY
    offered, found = billed_as(entry, Billing.PROVISIONED, view), parameters(entry)
    if offered.status is Status.NOT_OFFERED or found is None:
        return offered if offered.status is Status.NOT_OFFERED else UNKNOWN
    here = {
        kind.scope
        for kind in view.shown_types
        if kind.billing is Billing.PROVISIONED
        and any(
            entry.availability(kind.id, region) is Availability.OFFERED
            for region, _ in view.deployments.get(kind.id, ())
        )
    }
    sizes = [each for each in found.sizing if each.scope in here] or found.sizing
    if not sizes:
        return UNKNOWN
    least = min(sizes, key=lambda each: each.minimum_ptu)
    told = message("ptu_least", least=least.minimum_ptu, step=least.scale_increment)
    return known(told, found.source)


def lowest_price(entry: Entry, category: TokenCategory, view: Viewpoint) -> Answer:
    """Return the price that stands for an entry; where it is processed is told beside it."""
    found = entry_price(entry, category, view)
    if found.scope is None:
        return found
    return replace(found, qualifiers=found.qualifiers | {Qualifier.SCOPED})


def _rows(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    for category in MAIN:
        prices = tuple(lowest_price(entry, category, view) for entry in entries)
        yield Row(f"lowest:{category}", message("lowest_price", what=category), prices, Better.LOW)
    for scope in reversed(Scope):
        told = tuple(if_model(entry, with_scope(entry, scope, view)) for entry in entries)
        yield Row(f"scope:{scope}", message("processed_as", scope=scope), told)
    on_ptu = (if_model(each, billed_as(each, Billing.PROVISIONED, view)) for each in entries)
    yield row("as_ptu", on_ptu)
    ends = tuple(retirement(entry, view) for entry in entries)
    yield Row("retires", message("retirement"), ends, Better.HIGH)
    for name in LIMITS:
        limits = tuple(limit(entry, name, view) for entry in entries)
        yield Row(f"most:{name}", message(name), limits, Better.HIGH)
