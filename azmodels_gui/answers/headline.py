# SPDX-License-Identifier: MIT
"""What is read first of some entries: where they are offered and how, what they cost, until when.

Nothing is recommended: of several entries those are named that cost least or end first.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.answer import (
    Answer,
    Message,
    Money,
    Qualifier,
    Status,
    cited,
    message,
    unique,
)
from azmodels_gui.answers.key_facts import lowest_price, ptu_from
from azmodels_gui.answers.lifecycle import days_left, retirement
from azmodels_gui.answers.prices import MAIN, entry_price
from azmodels_gui.answers.successor import who
from azmodels_gui.answers.verdict import place_told
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.checks import lasts
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.catalog.document import DeploymentType, Entry
from azmodels_gui.catalog.offered import offered_regions, strongest
from azmodels_gui.catalog.terms import Availability, Scope, TokenCategory

NAMED = 3
"""So many places or models are named; more are counted."""


class HeadLine(Struct, frozen=True):
    """One of the answers."""

    key: str
    lead: Message
    """The answer in a few words."""
    more: tuple[Message, ...] = ()
    """What must be said beside it: sentences."""
    sources: tuple[str, ...] = ()
    warns: bool = False


def strip(entry: Entry, view: Viewpoint) -> tuple[HeadLine, ...]:
    """Return the same of one entry, with the smallest deployment on PTU by itself."""
    smallest = () if entry.is_service else (smallest_ptu(entry, view),)
    return where(entry, view), cost(entry, view), *smallest, until(entry, view)


def headline(entries: Sequence[Entry], view: Viewpoint) -> tuple[HeadLine, ...]:
    """Return where some entries are offered and how, what they cost, and until when they last."""
    if len(entries) == 1:
        (entry,) = entries
        paid = cost(entry, view)
        if not entry.is_service:
            ptu = smallest_ptu(entry, view)
            more = message("answer_ptu", told=ptu.lead)
            paid = replace(
                paid, more=(*paid.more, more), sources=unique((*paid.sources, *ptu.sources))
            )
        return where(entry, view), paid, until(entry, view)
    return _where_all(entries, view), _least(entries, view), _first_end(entries, view)


def where(entry: Entry, view: Viewpoint) -> HeadLine:
    """Return whether one entry is offered in the place asked about, and in which ways."""
    known = _offered(entry, view)
    lead = message(f"answer_{known}", place=_place_of(entry, known, view))
    told = () if entry.is_service else tuple(_ways(entry, view))
    warns = known in (Availability.CONFLICT, Availability.NOT_OFFERED)
    return HeadLine("where", lead, told, _offer_sources((entry,), view), warns)


def sized_where(found: Estimate) -> HeadLine:
    """Return whether the deployment of an estimate is offered where it is asked for."""
    deployment = found.question.deployment
    entry, kind, region = deployment.entry, deployment.deployment_type, deployment.region
    offer = entry.offers.get(kind.id)
    view = Viewpoint(found.catalog, found.question.day)
    known = view.offer_regions(entry, kind.id).amount_to()
    if region is not None:
        known = entry.availability(kind.id, region.id)
    lead = message(f"answer_{known}", place=place_told(found))
    how = (entry.title, kind.name, *(() if region is None else (region.name,)))
    sources = () if offer is None else offer.sources
    warns = known is not Availability.OFFERED
    return HeadLine("where", lead, (message("listed", values=how),), sources, warns)


def cost(entry: Entry, view: Viewpoint) -> HeadLine:
    """Return what input and output of one entry cost."""
    prices = [(each, entry_price(entry, each, view)) for each in MAIN]
    known = [(each, price) for each, price in prices if price.status is not Status.UNKNOWN]
    more = []
    if known:
        scopes = {price.scope for _, price in known}
        one = next(iter(scopes)) if len(scopes) == 1 else None
        if one is None:
            known = [(each, lowest_price(entry, each, view)) for each, _ in known]
        copied = all(Qualifier.SECONDARY in price.qualifiers for _, price in known)
        shown = ((each, _without_secondary(price) if copied else price) for each, price in known)
        parts = tuple(message("answer_price", what=each, price=price) for each, price in shown)
        lead = message("listed", values=parts)
        more.append(message("answer_per") if one is None else message("answer_per_in", scope=one))
        more += [message("answer_copied")] if copied else []  # once, not beside each price
    else:
        lead = message("answer_no_price")
    sources = cited(price for _, price in prices)
    return HeadLine("cost", lead, tuple(more), sources, any(price.warns for _, price in prices))


def _without_secondary(price: Answer) -> Answer:
    return replace(price, qualifiers=price.qualifiers - {Qualifier.SECONDARY})


def smallest_ptu(entry: Entry, view: Viewpoint) -> HeadLine:
    """Return the smallest deployment on PTU in the place asked about."""
    told = ptu_from(entry, view)
    return HeadLine("smallest_ptu", message("listed", values=(told,)), (), cited((told,)))


def until(entry: Entry, view: Viewpoint) -> HeadLine:
    """Return until when one entry lasts, and what comes after it."""
    end, left = retirement(entry, view), days_left(entry, view)
    after = who(entry, view.successors.of(entry), view)
    more = list(_left(left))
    if end.status is Status.DISPUTED:
        more.append(message("answer_end_disputed"))
    named = after.status is Status.KNOWN
    more.append(
        message("answer_successor", told=after) if named else message("answer_no_successor")
    )
    lead = message("listed", values=(end,)) if end.value is not None else message("answer_no_end")
    warns = end.warns or not lasts(entry, view.day)
    return HeadLine("until", lead, tuple(more), cited((end, after)), warns)


def _left(left: Answer) -> Iterator[Message]:
    if isinstance(left.value, int):
        key = "answer_days_left" if left.value >= 0 else "answer_days_past"
        yield message(key, days=message("guide_days", count=abs(left.value)))


# Of several entries


def _where_all(entries: Sequence[Entry], view: Viewpoint) -> HeadLine:
    """Return how many of the entries are offered in the place, and by which scopes."""
    found = {entry: _offered(entry, view) for entry in entries}
    count = sum(known is Availability.OFFERED for known in found.values())
    told = {"count": count, "total": len(entries), "place": _place(view)}
    every = "answer_both_offered" if len(entries) == 2 else "answer_all_offered"
    lead = message(every if count == len(entries) else "answer_some_offered", **told)
    models = [entry for entry in entries if not entry.is_service]
    counts = tuple(
        _counted(scope, [_together(each, kinds, view) for each in models])
        for scope, kinds in _kinds(view).items()
    )
    more = [message("listed", values=counts)] if models else []
    for known in (Availability.NOT_OFFERED, Availability.CONFLICT, Availability.UNKNOWN):
        names = [entry.title for entry in entries if found[entry] is known]
        if names:
            more.append(message(f"answer_rest_{known}", names=_named(names)))
    return HeadLine("where", lead, tuple(more), _offer_sources(entries, view), count < len(entries))


def _counted(scope: Scope, found: Sequence[Availability]) -> Message:
    """Return how many are offered by a scope; of how many that is not known is told as well."""
    count = sum(known is Availability.OFFERED for known in found)
    open_ = sum(known in (Availability.UNKNOWN, Availability.CONFLICT) for known in found)
    key = "answer_count_open" if open_ else "answer_count"
    return message(key, scope=scope, count=count, total=len(found), open=open_)


def _least(entries: Sequence[Entry], view: Viewpoint) -> HeadLine:
    """Return the lowest known price of input and of output, whose it is, and where."""
    leads, more, used = [], [], []
    for category in MAIN:
        prices = [(entry, entry_price(entry, category, view)) for entry in entries]
        amounts = [_amount(price, view) for _, price in prices]
        least = min((each for each in amounts if each is not None), default=None)
        if least is None:
            continue
        cheapest = [pair for pair, amount in zip(prices, amounts, strict=True) if amount == least]
        leads.append(message("answer_from", what=category, price=cheapest[0][1]))
        more.append(_whose(category, cheapest))
        pairs = zip(entries, amounts, strict=True)
        doubtful = [entry.title for entry, amount in pairs if amount is None]
        if doubtful:
            more.append(message("answer_unpriced", what=category, names=_named(doubtful)))
        used += [price for _, price in prices]
    if not leads:
        return HeadLine("cost", message("answer_no_price"))
    first = message("answer_known_least")
    return HeadLine("cost", message("listed", values=tuple(leads)), (first, *more), cited(used))


def _whose(category: TokenCategory, cheapest: Sequence[tuple[Entry, Answer]]) -> Message:
    scopes = {price.scope for _, price in cheapest}
    names = _named([entry.title for entry, _ in cheapest])
    scope = next(iter(scopes)) if len(scopes) == 1 else None
    if scope is None:
        return message("answer_whose", what=category, names=names)
    return message("answer_whose_in", what=category, names=names, scope=scope)


def _amount(price: Answer, view: Viewpoint) -> Decimal | None:
    """Return what a price is held against others by; None: unknown, in doubt, in other money."""
    if not price.certain or not isinstance(price.value, Money):
        return None
    amount, unit = view.conversion.converted(price.value.amount, price.value.currency)
    return amount if unit == view.conversion.currency else None


def _first_end(entries: Sequence[Entry], view: Viewpoint) -> HeadLine:
    """Return which entry ends first, and which last."""
    ends = [(entry, retirement(entry, view)) for entry in entries]
    dated = sorted(
        ((end.value, at) for at, (_, end) in enumerate(ends) if isinstance(end.value, date)),
    )
    undated = [entry.title for entry, end in ends if not isinstance(end.value, date)]
    if not dated:
        return HeadLine("until", message("answer_no_end"), (), cited(end for _, end in ends))
    first, last = dated[0][0], dated[-1]
    soonest = [ends[at] for day, at in dated if day == first]
    entry, end = soonest[0]
    names = _named([each.title for each, _ in soonest])
    more = list(_left(days_left(entry, view)))
    if end.status is Status.DISPUTED:
        more.append(message("answer_end_disputed"))
    if last[0] != first:
        other, its = ends[last[1]]
        more.append(message("answer_last_end", name=other.title, day=its))
    if undated:
        more.append(message("answer_undated", names=_named(undated)))
    warns = end.warns or not lasts(entry, view.day)
    lead = message("answer_first_end", names=names, day=end)
    return HeadLine("until", lead, tuple(more), cited(each for _, each in ends), warns)


# Places and ways


def _kinds(view: Viewpoint) -> dict[Scope, list[DeploymentType]]:
    """Return the deployment types that meet the question, by scope, the narrowest first."""
    scopes = [each for each in Scope if each in view.scopes_inside]
    found = {
        scope: [kind for kind in view.shown_types if kind.scope is scope]
        for scope in reversed(scopes)
    }
    return {scope: kinds for scope, kinds in found.items() if kinds}


def _together(entry: Entry, kinds: Iterable[DeploymentType], view: Viewpoint) -> Availability:
    return view.inside.together(entry.offers.get(kind.id) for kind in kinds)


def _offered(entry: Entry, view: Viewpoint) -> Availability:
    """Return what is known of an entry in the place, by any way that meets the question."""
    if entry.is_service:
        places = view.regions or view.region_ids
        features = entry.model.features
        return strongest(each.in_region(place) for each in features for place in places)
    return strongest(_together(entry, kinds, view) for kinds in _kinds(view).values())


def _offer_sources(entries: Sequence[Entry], view: Viewpoint) -> tuple[str, ...]:
    kinds = [kind.id for each in _kinds(view).values() for kind in each]
    offers = [entry.offers.get(kind) for kind in kinds for entry in entries]
    features = (feature for entry in entries for feature in entry.model.features)
    told = unique(source for offer in offers if offer is not None for source in offer.sources)
    return unique((*told, *(feature.source for feature in features)))


def _ways(entry: Entry, view: Viewpoint) -> Iterator[Message]:
    """Yield by which scopes it is offered and how it is paid, then the rest by what is known."""
    ways, rest = [], dict[Availability, list[Scope]]()
    for scope, kinds in _kinds(view).items():
        billings = [k.billing for k in kinds if _is_offered(entry, k, view)]
        if billings:
            paid = message("listed", values=tuple(billings))
            ways.append(message("answer_way", scope=scope, ways=paid))
        else:
            rest.setdefault(_together(entry, kinds, view), []).append(scope)
    if ways:
        yield message("listed", values=tuple(ways))
    for known, scopes in rest.items():
        if ways or len(rest) > 1:
            names = message("listed", values=tuple(scopes))
            yield message(f"answer_rest_{known}", names=names)


def _is_offered(entry: Entry, kind: DeploymentType, view: Viewpoint) -> bool:
    return _together(entry, (kind,), view) is Availability.OFFERED


def _place_of(entry: Entry, known: Availability, view: Viewpoint) -> Message:
    """Return the place with the number of its regions that offer an entry, where none is named."""
    if view.regions or known is not Availability.OFFERED:
        return _place(view)
    kinds = [kind.id for each in _kinds(view).values() for kind in each]
    offers = (entry.offers.get(kind) for kind in kinds)
    there = set[str]().union(*(offered_regions(offer) for offer in offers if offer is not None))
    there |= {region for each in entry.model.features for region in each.available}
    count = len(there & view.inside.members)
    regions = message("answer_regions", count=count)
    if not view.data_zones:
        return regions
    return message("answer_zone_regions", place=_place(view), regions=regions)


def _place(view: Viewpoint) -> Message:
    """Return the place asked about."""
    zones = tuple(each.name for each in view.catalog.data_zones if each.id in view.data_zones)
    regions = [region.name for region in view.asked_regions]
    inside = message("verdict_in", where=message("listed", values=zones))
    if not regions:
        return inside if zones else message("answer_anywhere")
    there = message("answer_in", places=_named(regions))
    return message("answer_inside", place=there, zone=inside) if zones else there


def _named(names: Sequence[str]) -> Message:
    """Return names, of many some and the number of the others."""
    if len(names) <= NAMED + 1:
        return message("listed", values=tuple(names))
    shown = message("listed", values=tuple(names[:NAMED]))
    return message("answer_and_more", names=shown, count=len(names) - NAMED)
