# SPDX-License-Identifier: MIT
"""What to take in the place of an entry, whether it is offered alike, and how it differs."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    NONE_NAMED,
    UNKNOWN,
    Answer,
    Money,
    Qualifier,
    Row,
    Section,
    Share,
    Status,
    cited,
    known,
    message,
    row,
    section,
)
from azmodels_gui.answers.availability import offered
from azmodels_gui.answers.capacity import parameters, weight_of
from azmodels_gui.answers.lifecycle import retirement
from azmodels_gui.answers.prices import MAIN, entry_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.offered import strongest, weakest
from azmodels_gui.catalog.successors import ModelToday, Standing
from azmodels_gui.catalog.terms import Availability, TokenCategory

Compare = Callable[[Entry, Entry, Viewpoint], Answer]


def successor(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return what to take instead; no rows where all live and no source names any."""
    found = [view.successors.of(entry) for entry in entries]
    asked = any(each.successor or each.standing is not Standing.LIVE for each in found)
    return section("successor", _rows(entries, found, view) if asked else ())


def _rows(entries: Sequence[Entry], found: Sequence[ModelToday], view: Viewpoint) -> Iterator[Row]:
    named = (who(entry, each, view) for entry, each in zip(entries, found, strict=True))
    yield row("successor", named)
    if not any(each.successor for each in found):
        return
    for key, compare in _COMPARED.items():
        told = (
            DOES_NOT_APPLY if each.successor is None else compare(entry, each.successor.entry, view)
            for entry, each in zip(entries, found, strict=True)
        )
        yield row(f"successor_{key}", told)


def who(entry: Entry, found: ModelToday, view: Viewpoint) -> Answer:
    """Return the entry to take, or why none is known."""
    lifecycle = entry.version.lifecycle
    if found.successor is not None:
        copied = any(view.sources[each].secondary for each in found.sources if each in view.sources)
        title = found.successor.entry.title
        closed = found.successor.standing is not Standing.LIVE
        return known(
            message("existing_only", name=title) if closed else title,
            *found.sources,
            qualifiers=frozenset({Qualifier.SECONDARY} if copied else ()),
            note=found.reason,
        )
    none = message("no_successor")
    if found.reason is not None:
        told = message("no_successor_because", why=found.reason)
        return Answer(Status.UNKNOWN, told, sources=found.sources)
    source = lifecycle.replacements_source or lifecycle.source
    if lifecycle.replacements:
        told = message("successors_gone", names=", ".join(lifecycle.replacements))
        return Answer(Status.UNKNOWN, told, sources=(source,) if source else ())
    if found.standing is Standing.LIVE:
        return NONE_NAMED
    return Answer(Status.UNKNOWN, none, sources=(source,) if source else ())


def same_ways(entry: Entry, instead: Entry, view: Viewpoint) -> Answer:
    """Return whether a successor is offered where and how an entry is, type by type.

    Where the entry itself is offered in no way that was asked for, whether its successor is.
    """
    if entry.is_service or instead.is_service:
        return DOES_NOT_APPLY
    here, there = (_by_type(each, view) for each in (entry, instead))
    ways = [kind for kind, told in here.items() if told is Availability.OFFERED] or list(here)
    answers = tuple(
        (kind, offered(there[kind.id], (instead.offers.get(kind.id),), view))
        for kind in view.catalog.deployment_types
        if kind.id in ways
    )
    if all(told.status is Status.UNKNOWN for _, told in answers):
        return UNKNOWN
    sources = cited(told for _, told in answers)
    return Answer(Status.KNOWN, message("by_type", ways=answers), sources=sources)


def _by_type(entry: Entry, view: Viewpoint) -> dict[str, Availability]:
    """Return what is known of each type in the place asked about, processed there."""
    return {
        kind: _in_places(entry.offers.get(kind), places)
        for kind, places in view.deployments.items()
    }


def _in_places(offer: Offer | None, places: list[tuple[str, Availability]]) -> Availability:
    """Return what is known of an offer in some regions, each of them inside as surely as told."""
    found = set()
    for region, inside in places:
        told = Availability.UNKNOWN if offer is None else offer.in_region(region)
        if inside is not Availability.OFFERED:
            told = weakest((told, inside))
        if told is Availability.OFFERED:
            return told
        found.add(told)
    return strongest(found)


def price_change(entry: Entry, instead: Entry, category: TokenCategory, view: Viewpoint) -> Answer:
    """Return the price that stands for an entry and that of its successor, processed alike."""
    before = entry_price(entry, category, view)
    alike = view if before.scope is None else view.paid_in[before.scope]
    return change(before, entry_price(instead, category, alike))


def change(before: Answer, after: Answer) -> Answer:
    """Return two answers as one, with how much more or less that is where both are certain."""
    if Status.KNOWN not in (before.status, after.status):
        return UNKNOWN
    told = message("change", before=before, after=after, ratio=_ratio(before, after))
    return Answer(
        Status.KNOWN if after.status is Status.KNOWN else Status.UNKNOWN,
        told,
        sources=cited((before, after)),
    )


def _ratio(before: Answer, after: Answer) -> Share | None:
    """Return the change as a part of what was before; None: it cannot be told."""
    one, other = before.value, after.value
    if isinstance(one, Money) and isinstance(other, Money):
        if one.currency != other.currency:
            return None
        one, other = one.amount, other.amount
    if not (isinstance(one, int | Decimal) and isinstance(other, int | Decimal)) or not one:
        return None
    return Share(Decimal(other) / Decimal(one) - 1)


def _tpm(entry: Entry, instead: Entry, _view: Viewpoint) -> Answer:
    return change(*(_carried(each) for each in (entry, instead)))


def _carried(entry: Entry) -> Answer:
    found = parameters(entry)
    return UNKNOWN if found is None else known(found.input_tpm_per_ptu, found.source)


def _output_weight(entry: Entry, instead: Entry, _view: Viewpoint) -> Answer:
    return change(*(_weighed(each) for each in (entry, instead)))


def _weighed(entry: Entry) -> Answer:
    return weight_of(parameters(entry), TokenCategory.OUTPUT, None)


def _price_of(category: TokenCategory) -> Compare:
    return lambda entry, instead, view: price_change(entry, instead, category, view)


_COMPARED: dict[str, Compare] = {
    "offered": same_ways,
    **{category.value: _price_of(category) for category in MAIN},
    "tpm": _tpm,
    "output_weight": _output_weight,
    "retirement": lambda _, instead, view: retirement(instead, view),
}
