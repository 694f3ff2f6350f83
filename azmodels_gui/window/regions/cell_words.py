# SPDX-License-Identifier: MIT
"""What is known of a cell, packed into a number, and what it says: in short and in full."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from azmodels_gui.answers.coverage_cells import BILLINGS, NEAREST_FIRST
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.countries import country_name
from azmodels_gui.catalog.document import (
    SOON_DAYS,
    Catalog,
    DeploymentType,
    Entry,
    EntryKey,
    Region,
    stage_on,
)
from azmodels_gui.catalog.fact_dates import not_offered_told
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.region_counts import RegionCount
from azmodels_gui.catalog.terms import Availability, Billing, Scope
from azmodels_gui.language.words import N_, NN_, tr, trn
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext, dated_claims
from azmodels_gui.window.regions.region_columns import zone_words
from azmodels_gui.window.theme import Tone

SEPARATOR = " · "
_IN_REGION = N_("{entry} in {region}")
_SILENT = N_("No source speaks of it: unknown, which is not “no”.")
_LINES = {
    Availability.OFFERED: N_("Offered: {types}"),
    Availability.CONFLICT: N_("Conflicting sources: {types}"),
    Availability.UNKNOWN: N_("Unknown: {types}"),
}
_NO = N_("{no} – {types}")
_FEATURES = N_("Features here: {features}")
_COUNTS = {
    "offered": N_("Offered: {count} of {total}"),
    "disputed": N_("conflicting sources: {count}"),
    "unknown": N_("unknown: {count}"),
}
_NOT_OFFERED, _CONFLICT, _OFFERED = 0b01, 0b10, 0b11
_BY_BITS = (
    Availability.UNKNOWN,
    Availability.NOT_OFFERED,
    Availability.CONFLICT,
    Availability.OFFERED,
)


class RegionCodes:
    """Two bits for each deployment type, in the order of the catalogue; 0 is unknown.

    `Entry.availability` answers one question at a time. A table of 400 rows and 60 regions
    asks 200,000 of them; packed, a row is made in one pass over its offers.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.kinds = tuple(kind.id for kind in catalog.deployment_types)
        """Deployment types by their place in a code."""
        self.regions = tuple(region.id for region in catalog.regions)
        """Regions by their place in a row."""
        self._kind_places = {kind: place for place, kind in enumerate(self.kinds)}
        self._places = {region: place for place, region in enumerate(self.regions)}

    def row(self, entry: Entry) -> list[int]:
        """Return a code for each region of `regions`."""
        codes = [0] * len(self.regions)
        for offer in entry.version.offers:
            place = self._kind_places.get(offer.deployment_type)
            if place is not None:
                self._add(codes, offer, 2 * place)
        return codes

    def mask(self, *kinds: str) -> int:
        """Return the bits of some deployment types; others are to be cut off with it."""
        places = (self._kind_places[kind] for kind in kinds if kind in self._kind_places)
        return sum(_OFFERED << 2 * place for place in places)

    def place(self, kind: str) -> int:
        """Return the place of a deployment type."""
        return self._kind_places[kind]

    def _add(self, codes: list[int], offer: Offer, shift: int) -> None:
        places = self._places
        no, yes, both = _NOT_OFFERED << shift, _OFFERED << shift, _CONFLICT << shift
        if offer.covers_all:
            codes[:] = [code | no for code in codes]
        else:
            for region in offer.covered_regions:
                if region in places:
                    codes[places[region]] |= no
        for region in offer.available:
            if region in places:
                codes[places[region]] |= yes
        for region in offer.disputed:
            if region in places:
                at = places[region]
                codes[at] = codes[at] & ~yes | both


def availability_at(code: int, place: int) -> Availability:
    """Return what a code says of the deployment type at a place."""
    return _BY_BITS[code >> 2 * place & 3]


@dataclass(frozen=True)
class Slot:
    """A place in the cell, three by three."""

    kind: DeploymentType
    place: int
    """Of the deployment type in a code (`catalog.region_codes`)."""

    @property
    def placed(self) -> bool:
        """Tell whether this program knows its scope and how it is paid for."""
        return self.kind.scope.known and self.kind.billing.known

    @property
    def line(self) -> int:
        """0 is the upper line: processed in the region itself. -1: nobody knows."""
        return NEAREST_FIRST.index(self.kind.scope) if self.kind.scope.known else -1

    @property
    def column(self) -> int:
        """0 is the left column: paid per token. -1: nobody knows."""
        return BILLINGS.index(self.kind.billing) if self.kind.billing.known else -1


class MatrixSlots:
    """The slots on show: one for each scope and way to pay, or one alone.

    Where two deployment types share scope and way to pay, the first of the catalogue has the
    slot; the other one (the developer tier) can be chosen alone.
    """

    def __init__(self, catalog: Catalog, codes: RegionCodes, deployment_type: str = "") -> None:
        kinds = {kind.id: kind for kind in catalog.deployment_types}
        chosen = kinds.get(deployment_type)
        self.single = chosen is not None
        shown = _first_of_each(catalog) if chosen is None else [chosen]
        self.slots = tuple(Slot(kind, codes.place(kind.id)) for kind in shown)
        self.mask = codes.mask(*self.kinds)

    @property
    def kinds(self) -> tuple[str, ...]:
        """SKU names of the deployment types on show."""
        return tuple(slot.kind.id for slot in self.slots)


def _first_of_each(catalog: Catalog) -> Iterator[DeploymentType]:
    """Yield from left to right and top to bottom, as the cell is read; then what has no place."""
    first: dict[tuple[Scope, Billing], DeploymentType] = {}
    for kind in catalog.deployment_types:
        first.setdefault((kind.scope, kind.billing), kind)
    for pair in ((scope, billing) for scope in NEAREST_FIRST for billing in BILLINGS):
        if pair in first:
            yield first.pop(pair)
    yield from first.values()


class RegionWords:
    """Words for one choice of deployment types, in one language."""

    def __init__(self, slots: MatrixSlots, context: CellContext) -> None:
        self._slots = slots
        self._context = context
        self._short: dict[int, str] = {}
        """By code; empty where it says no, which has a date of the entry's own."""
        self._no: dict[EntryKey, str] = {}

    def short(self, entry: Entry, code: int) -> str:
        """Return what a code says of an entry, for a cell of a table."""
        if entry.is_service:
            return self._context.word(labels.AVAILABILITY, "does_not_apply")
        words = self._short.get(code)
        if words is None:
            words = self._short[code] = self._made_short(code)
        return words or self._dated_no(entry)

    def title(self, entry: Entry, region: Region) -> str:
        """Return which cell it is."""
        words = tr(_IN_REGION).replace("{region}", region.name)
        return words.replace("{entry}", entry.title)

    def lines(self, entry: Entry, region: Region, code: int) -> list[str]:
        """Return what is known of each deployment type, the claims, the sources."""
        if entry.is_service:
            return self._features(entry, region)
        found = self._by_availability(code)
        if set(found) == {Availability.UNKNOWN}:
            return [tr(_SILENT), *self._listed(entry, region)]
        told = [
            tr(_LINES[each]).replace("{types}", "; ".join(self._names(entry, found[each])))
            for each in _LINES
            if each in found
        ]
        told += self._nos(entry, found.get(Availability.NOT_OFFERED, ()))
        if Availability.CONFLICT in found:
            told += self._claims(entry, region)
        return [*told, *self._listed(entry, region), *self._sources(entry)]

    def _listed(self, entry: Entry, region: Region) -> Iterator[str]:
        """Yield what the client's subscription lists of it here, beside what is published."""
        context = self._context
        listing = context.index.listing
        if listing is None:
            return
        alike: dict[str, list[str]] = {}
        for slot in self._slots.slots:
            told = listing.told(entry, slot.kind.id, region.id, context.language)
            alike.setdefault(told, []).append(context.text(slot.kind.short_name))
        if len(alike) == 1 and listing.told(entry, "", region.id, context.language) in alike:
            yield from filter(None, alike)
            return
        for told, kinds in alike.items():
            if told:
                yield f"{'; '.join(kinds)}: {told}"

    def region(self, region: Region, count: RegionCount) -> tuple[str, list[str]]:
        """Return where a region lies, and how many entries it offers."""
        language = self._context.language
        country = self._context.text(country_name(region))
        place = ", ".join(filter(None, (country, zone_words(region, self._context))))
        total = formats.number(count.total, language)
        told = [
            tr(words).format(count=formats.number(number, language), total=total)
            for name, words in _COUNTS.items()
            if (number := getattr(count, name)) or name == "offered"
        ]
        return f"{region.name} ({place})", ["; ".join(told)]

    def _made_short(self, code: int) -> str:
        found = self._by_availability(code)
        word = self._context.word
        if len(found) == 1 and (self._slots.single or Availability.OFFERED not in found):
            (only,) = found
            if only is Availability.NOT_OFFERED:
                return ""
            return word(labels.AVAILABILITY, only.value)
        offered = [self._short_name(place) for place in found.get(Availability.OFFERED, ())]
        others = [
            f"{word(labels.AVAILABILITY, each.value)}: "
            + "; ".join(self._short_name(place) for place in found[each])
            for each in (Availability.CONFLICT, Availability.UNKNOWN)
            if each in found
        ]
        return SEPARATOR.join((*offered, *others))

    def _dated_no(self, entry: Entry) -> str:
        words = self._no.get(entry.key)
        if words is None:
            offers = (entry.offers.get(kind) for kind in self._slots.kinds)
            words = self._context.answer(Availability.NOT_OFFERED, offers)
            self._no[entry.key] = words
        return words

    def _nos(self, entry: Entry, numbers: Iterable[int]) -> Iterator[str]:
        """Yield which types are not offered, those of one date together."""
        alike: dict[str, list[int]] = {}
        for number in numbers:
            offer = entry.offers.get(self._slots.slots[number].kind.id)
            told = self._context.answer(Availability.NOT_OFFERED, (offer,))
            alike.setdefault(told, []).append(number)
        for told, same in alike.items():
            words = tr(_NO).replace("{no}", told)
            yield words.replace("{types}", "; ".join(self._names(None, same)))

    def _features(self, service: Entry, region: Region) -> list[str]:
        """Return which features of a service a region has, which it has not, and the sources."""
        context, features = self._context, service.model.features
        here = [each for each in features if each.in_region(region.id) is Availability.OFFERED]
        told = []
        if here:
            names = "; ".join(context.text(each.name) for each in here)
            told.append(tr(_FEATURES).replace("{features}", names))
        elif service.feature_in(region.id) is Availability.UNKNOWN:
            return [tr(_SILENT)]
        dates, today = context.index.source_dates, context.index.today
        missing: dict[str, list[str]] = {}
        for each in features:
            if each.in_region(region.id) is Availability.NOT_OFFERED:
                as_of = each.as_of or dates.get(each.source)
                no = not_offered_told(as_of, today, context.language)
                missing.setdefault(no, []).append(context.text(each.name))
        for no, absent in missing.items():
            told.append(tr(_NO).replace("{no}", no).replace("{types}", "; ".join(absent)))
        sources = dict.fromkeys(each.source for each in features)
        return [*told, *filter(None, map(context.source_line, sources))]

    def _by_availability(self, code: int) -> dict[Availability, list[int]]:
        """Return the slots, by number, that share an answer."""
        found: dict[Availability, list[int]] = {}
        for number, slot in enumerate(self._slots.slots):
            found.setdefault(availability_at(code, slot.place), []).append(number)
        return found

    def _short_name(self, number: int) -> str:
        return self._context.text(self._slots.slots[number].kind.short_name)

    def _names(self, entry: Entry | None, numbers: Iterable[int]) -> list[str]:
        """Return deployment types by name, those of an entry with an end of their own."""
        kinds = [self._slots.slots[number].kind for number in numbers]
        offers = {} if entry is None else entry.offers
        context = self._context
        return [context.with_end(context.text(kind.name), offers.get(kind.id)) for kind in kinds]

    def _claims(self, entry: Entry, region: Region) -> Iterable[str]:
        about = {f"availability:{kind}" for kind in self._slots.kinds}
        for conflict in entry.version.conflicts:
            if conflict.about in about and region.id in conflict.regions:
                yield from (f"• {claim}" for claim in dated_claims(conflict, self._context))

    def _sources(self, entry: Entry) -> Iterable[str]:
        shown = set(self._slots.kinds)
        ids = dict.fromkeys(
            source
            for offer in entry.version.offers
            if offer.deployment_type in shown
            for source in offer.sources
        )
        return filter(None, (self._context.source_line(each) for each in ids))


_RETIRED = N_("retired")
_SINCE = N_("retired since {day}")
_OVERDUE = N_("past its date: {day}")
_ENDS = NN_("ends in {count} day", "ends in {count} days")
_UNTIL = N_("until {day}")
_AT_LEAST = N_("at least until {day}")


def lifecycle_line(entry: Entry, context: CellContext) -> tuple[str, Tone]:
    """Return until when an entry is there, amber where that is soon; empty where nobody says."""
    lifecycle = entry.version.lifecycle
    on = stage_on(lifecycle, context.index.today)
    if on.retirement_date is None or on.days_left is None:
        return (tr(_RETIRED), Tone.WARN) if not on.usable else ("", Tone.MUTED)
    day = formats.day(on.retirement_date, context.language)
    if on.contradicts:
        return tr(_OVERDUE).format(day=day), Tone.WARN
    if not on.usable:
        words = _SINCE if on.past_date else _RETIRED
        return tr(words).format(day=day), Tone.WARN
    if on.days_left <= SOON_DAYS:
        return trn(_ENDS, on.days_left), Tone.WARN
    words = _AT_LEAST if lifecycle.retirement_not_before else _UNTIL
    return tr(words).format(day=day), Tone.MUTED
