# SPDX-License-Identifier: MIT
"""Everything known of one region, as blocks one below the other."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from azmodels_gui.answers.answer import Answer, Money, Qualifier, Status
from azmodels_gui.answers.region_prices import (
    BesideGlobal,
    Comparison,
    RegionPrice,
    RegionPtuPrice,
    region_prices,
    region_ptu_prices,
)
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.countries import country_name, country_of
from azmodels_gui.catalog.document import Entry, Region
from azmodels_gui.catalog.fact_dates import FactKind, date_told
from azmodels_gui.catalog.labels import BANDS, CATEGORIES, TERMS, TIERS, beginning, in_words
from azmodels_gui.catalog.listing import SAYS_NO_MORE
from azmodels_gui.catalog.price_lookup import PriceQuestion
from azmodels_gui.catalog.region_alternatives import (
    Alternative,
    Relation,
    alternatives,
    offered_entries,
    region_offers,
)
from azmodels_gui.catalog.terms import Availability, PriceTier
from azmodels_gui.language.figures import coordinates, rounded
from azmodels_gui.language.words import N_, Message, tr
from azmodels_gui.window import formats
from azmodels_gui.window.formats import number, percent
from azmodels_gui.window.models.answer_cells import text, tooltip
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.fact_tree import FactRow
from azmodels_gui.window.models.pane import Fact
from azmodels_gui.window.regions.region_lines import (
    Block,
    EntryGroup,
    EntryLine,
    Facts,
    Heading,
    Note,
    Paragraph,
    RegionLink,
    RegionOnShow,
    Table,
    addition_groups,
    is_usable,
    listed_groups,
    offer_groups,
    plain_lines,
)
from azmodels_gui.window.theme import Tone

OPENED = 2
"""So few groups are unfolded from the start."""

_ELSEWHERE = N_("Priced in other regions, unknown here")
_UNKNOWN = N_("No source states a price")
_EXPIRED = N_("Expired; what follows is unknown")
_SEVERAL = N_("Sources state several prices")
_NOT_GLOBAL = N_("No global price to compare with")


def fact_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield where the region is, and what is disputed about that."""
    region, tip = shown.region, shown.context.source_line(shown.region.source)
    country = country_of(region)
    unknown = tr("unknown")
    name = unknown if country is None else shown.context.text(country.name)
    yield Facts(
        (
            Fact(tr("Country"), name, tip),
            Fact(tr("Azure geography"), region.geography, tip),
            _zone_fact(shown),
            Fact(tr("Azure's pair"), _pair(shown), tip),
            _place_fact(shown, unknown, tip),
        )
    )
    if region.data_zone_disputed and shown.zone is not None and shown.zone.note is not None:
        yield Note(shown.context.text(shown.zone.note))


def offer_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield what the region offers, by deployment type."""
    context = shown.context
    entries = context.index.entries
    offers = region_offers(entries, shown.region, context.index.catalog)
    services = tuple(entry for entry in entries if _has_features(entry, shown.region))
    offered = (*offered_entries(offers), *services)
    title = tr("Offered here")
    yield Heading(title)
    words = tr(
        "{count} of {total} entries are offered here in some way. “Offered from a region” "
        "is not “processed there”: only regional types process here.",
    )
    count, total = (number(len(some), context.language) for some in (offered, entries))
    yield Paragraph(words.format(count=count, total=total))
    as_of = context.index.fact_dates.get(FactKind.AVAILABILITY)
    if as_of is not None:
        yield Paragraph(date_told(FactKind.AVAILABILITY, as_of, context.language), Tone.MUTED)
    over = sum(not is_usable(entry, context) for entry in offered)
    if over:
        words = tr("Retired or past the retirement date, though still listed: {count}.")
        yield Paragraph(words.format(count=number(over, context.language)), Tone.WARN)
    headers = (
        tr("Deployment type"),
        tr("offered"),
        tr("disputed"),
        tr("unknown"),
    )
    yield Table(title, headers, tuple(offer_groups(offers, context)))
    if services:
        words = tr("Services with features here: {names}.")
        named = ", ".join(entry.title for entry in services)
        yield Paragraph(words.replace("{names}", named))


def _has_features(entry: Entry, region: Region) -> bool:
    return entry.is_service and entry.feature_in(region.id) is Availability.OFFERED


def _zone_fact(shown: RegionOnShow) -> Fact:
    title = tr("Data zone")
    if shown.zone is None:
        return Fact(title, tr("none known"))
    name = shown.context.text(shown.zone.name)
    if not shown.region.data_zone_disputed:
        return Fact(title, name)
    disputed = tr("! disputed: {zone}")
    return Fact(title, disputed.format(zone=name), tone=Tone.WARN)


def _pair(shown: RegionOnShow) -> str:
    pair = shown.region.paired_region
    if pair is None:
        return tr("none")
    name = shown.context.region_names.get(pair)
    return name or tr("{region}, not in the catalogue").format(region=pair)


def _place_fact(shown: RegionOnShow, unknown: str, tip: str) -> Fact:
    name = tr("Coordinates")
    region = shown.region
    if region.latitude is None or region.longitude is None:
        return Fact(name, unknown, tip)
    told = coordinates(region.latitude, region.longitude, shown.context.language)
    if not shown.is_disputed(region):
        return Fact(name, told, tip)
    words = tr("{place}: disputed, not in {country}")
    where = shown.context.text(country_name(region))
    text = words.replace("{place}", told).replace("{country}", where)
    return Fact(name, text, tip, Tone.WARN)


def listed_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield what the client's subscription lists here, beside what is published of the same."""
    context, region = shown.context, shown.region
    listing = context.index.listing
    day = None if listing is None else listing.asked.get(region.id)
    if listing is None or day is None:
        return
    title = tr("Listed in the client's subscription")
    yield Heading(title)
    groups = tuple(listed_groups(listing, region, context))
    if groups:
        yield Table(title, ("", tr("Entries"), tr("published")), groups)
    words = tr("By the list of {day}.").replace("{day}", formats.day(day, context.language))
    yield Paragraph(f"{words} {tr(SAYS_NO_MORE)}", Tone.MUTED)


def alternative_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the pair and the nearest region of the zone, or why none is named."""
    index = shown.context.index
    found = alternatives(shown.region, index.entries, index.catalog)
    yield Heading(tr("What other regions have in addition"))
    for alternative in found:
        yield RegionLink(alternative.region)
        yield Paragraph(" ".join(_about(alternative, shown)))
        groups = addition_groups(alternative.additions, shown.region, shown.context)
        if groups:
            headers = (
                tr("In addition, by deployment type"),
                tr("Entries"),
                tr("Here"),
            )
            yield Table(alternative.region.name, headers, tuple(groups))
    if not any(Relation.NEAREST in each.relations for each in found):
        yield Paragraph(_why_none(shown), Tone.MUTED)
    if any(map(shown.is_disputed, (shown.region, *(each.region for each in found)))):
        yield Note(_why_doubtful(shown))
    words = tr("Distances as the crow flies, by the coordinates Azure publishes.")
    yield Paragraph(words, Tone.MUTED)


def _about(found: Alternative, shown: RegionOnShow) -> Iterator[str]:
    if Relation.PAIR in found.relations:
        yield tr("Azure's pair of this region.")
    if Relation.NEAREST in found.relations:
        yield tr("The nearest region of the same data zone with an offer.")
    if found.zone_disputed:
        yield tr("Whether both belong to the data zone is disputed.")
    elif not found.same_zone and shown.zone is not None:
        yield tr("Not in the same data zone.")
    if found.distance_km is None:
        yield tr("Distance unknown.")
    else:
        distance = number(round(found.distance_km), shown.context.language)
        yield tr("{distance} km away.").format(distance=distance)
    if found.offered_count == 0:
        yield tr("No entry is known to be offered there.")
    elif not found.additions:
        yield tr("Nothing in addition.")


def _why_doubtful(shown: RegionOnShow) -> str:
    if shown.is_disputed(shown.region):
        return tr(
            "The published coordinates of this region are not in its country. Distances from "
            "here, and which region is the nearest, are therefore uncertain.",
        )
    return tr(
        "The published coordinates of a region named here are not in its country. Its distance "
        "is therefore uncertain.",
    )


def _why_none(shown: RegionOnShow) -> str:
    if shown.region.data_zone is None:
        return tr("The region is in no known data zone, so no nearest one is named.")
    if shown.region.latitude is None or shown.region.longitude is None:
        return tr("The region's coordinates are unknown, so no nearest one is named.")
    return tr("No other region of the data zone is known to offer anything.")


def _why_open(here: Answer) -> Message:
    """Return why a price cannot be held against the global one."""
    if isinstance(here.value, Money):
        return _NOT_GLOBAL
    if Qualifier.ENDED in here.qualifiers:
        return _EXPIRED
    if Qualifier.ELSEWHERE in here.qualifiers:
        return _ELSEWHERE
    return _UNKNOWN if here.status is Status.UNKNOWN else _SEVERAL


def differing_groups(prices: Iterable[RegionPrice], context: CellContext) -> list[EntryGroup]:
    """Return the prices that differ from the global ones, by entry."""
    found: dict[str, list[RegionPrice]] = {}
    for price in prices:
        if price.comparison is Comparison.DIFFERS:
            found.setdefault(price.entry.title, []).append(price)
    return [
        EntryGroup(
            EntryLine(FactRow((title, "", "", _span(some, context))), some[0].entry.key),
            tuple(_priced(each, context) for each in some),
            opened=len(found) <= OPENED,
        )
        for title, some in found.items()
    ]


def open_groups(prices: Iterable[RegionPrice], context: CellContext) -> list[EntryGroup]:
    """Return what cannot be compared, by reason and entry."""
    found: dict[str, dict[str, list[RegionPrice]]] = {}
    for price in prices:
        if price.comparison is Comparison.OPEN:
            reason = tr(_why_open(price.here))
            found.setdefault(reason, {}).setdefault(price.entry.title, []).append(price)
    return [
        EntryGroup(
            EntryLine(FactRow((words, _count(entries.values(), context)), "", "muted")),
            tuple(_unpriced(some, context) for some in entries.values()),
        )
        for words, entries in found.items()
    ]


def ptu_groups(prices: Sequence[RegionPtuPrice], context: CellContext) -> list[EntryGroup]:
    """Return the prices of a PTU, by product; unknown ones stay unknown."""
    found: dict[str, list[FactRow]] = {}
    for price in prices:
        scope = context.word(labels.SCOPES, price.scope.value)
        name = f"{scope} · {in_words(TERMS, price.term, context.language)}"
        tone = "" if isinstance(price.here.value, Money) else "muted"
        row = FactRow((name, *_compared(price, context)), _tips(price, context), tone)
        found.setdefault(price.product, []).append(row)
    return [
        EntryGroup(EntryLine(FactRow((product,))), plain_lines(rows), opened=len(found) <= OPENED)
        for product, rows in found.items()
    ]


def _priced(price: RegionPrice, context: CellContext) -> EntryLine:
    cells = (_thing(price.question, context), *_compared(price, context))
    return EntryLine(FactRow(cells, _tips(price, context)), price.entry.key)


def _compared(price: BesideGlobal, context: CellContext) -> tuple[str, str, str]:
    here, worldwide = text(price.here, context), text(price.worldwide, context)
    return here, worldwide, _change(price.ratio, context)


def _tips(price: BesideGlobal, context: CellContext) -> str:
    tips = dict.fromkeys(tooltip(each, context) for each in (price.here, price.worldwide))
    return "\n\n".join(filter(None, tips))


def _unpriced(prices: Sequence[RegionPrice], context: CellContext) -> EntryLine:
    """Return one line for an entry; what is not priced, and the last price, show on hover."""
    things = "\n".join(dict.fromkeys(_thing(price.question, context) for price in prices))
    ended = (each.here for each in prices if Qualifier.ENDED in each.here.qualifiers)
    tips = dict.fromkeys((things, *(tooltip(each, context) for each in ended)))
    entry = prices[0].entry
    cells = (entry.title, _count([prices], context))
    return EntryLine(FactRow(cells, "\n\n".join(tips), "muted"), entry.key)


def _count(groups: Iterable[Sequence[RegionPrice]], context: CellContext) -> str:
    return number(sum(map(len, groups)), context.language)


def _thing(question: PriceQuestion, context: CellContext) -> str:
    language = context.language
    parts = [beginning(CATEGORIES, question.category, language)]
    if question.scope is not None:
        parts.insert(0, context.word(labels.SCOPES, question.scope.value))
    if question.tier is not PriceTier.STANDARD:
        parts.append(in_words(TIERS, question.tier, language))
    if question.context_band is not None:
        parts.append(in_words(BANDS, question.context_band, language))
    if question.variant:
        parts.append(question.variant)
    return " · ".join(parts)


def _change(ratio: Decimal | None, context: CellContext) -> str:
    """Return "+10%", with a decimal only where there is one; empty without a comparison."""
    if ratio is None:
        return ""
    change = rounded(ratio - 1, 3)
    places = 0 if change == rounded(change, 2) else 1
    return f"{'+' if change >= 0 else ''}{percent(change, context.language, places)}"


def _span(prices: Sequence[RegionPrice], context: CellContext) -> str:
    ratios = sorted(price.ratio for price in prices if price.ratio is not None)
    ends = dict.fromkeys(_change(ratio, context) for ratio in (ratios[0], ratios[-1]))
    return " … ".join(ends)


def same_sentence(prices: Sequence[RegionPrice], context: CellContext) -> Iterator[str]:
    """Yield how many prices equal the global ones, if any do."""
    count = sum(price.comparison is Comparison.SAME for price in prices)
    if count:
        words = tr("Equal to the global price: {count}.")
        yield words.format(count=number(count, context.language))


def price_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the prices that differ, those that cannot be compared, and those of a PTU."""
    context, index = shown.context, shown.context.index
    asked = (index.entries, shown.region, context.view)
    prices = region_prices(*asked)
    compared = (
        "",
        tr("here"),
        tr("global"),
        tr("difference"),
    )
    yield Heading(tr("Prices that differ from the global ones"))
    differing = differing_groups(prices, context)
    if differing:
        yield Table(tr("Prices that differ"), compared, tuple(differing))
    else:
        yield Paragraph(tr("No differing price is known."), Tone.MUTED)
    for sentence in same_sentence(prices, context):
        yield Paragraph(sentence, Tone.MUTED)
    counted = ("", tr("Prices"))
    title = tr("Prices that cannot be compared")
    yield from _titled(title, counted, open_groups(prices, context))
    title = tr("Price of one PTU")
    yield from _titled(title, compared, ptu_groups(region_ptu_prices(*asked), context))


def _titled(title: str, headers: tuple[str, ...], groups: list[EntryGroup]) -> Iterator[Block]:
    if groups:
        yield Heading(title)
        yield Table(title, headers, tuple(groups))


def region_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the whole page of a region."""
    yield from fact_blocks(shown)
    yield from offer_blocks(shown)
    yield from listed_blocks(shown)
    yield from alternative_blocks(shown)
    yield from price_blocks(shown)
