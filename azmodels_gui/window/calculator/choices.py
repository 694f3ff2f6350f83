# SPDX-License-Identifier: MIT
"""What the calculator's choices offer, in words."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.choosing import SEPARATOR, places
from azmodels_gui.calculator.counted import variants
from azmodels_gui.calculator.inputs import PRESETS, Inputs, LoadFrom
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.quota_check import TIERS
from azmodels_gui.calculator.ways import BEST, SPILLING, WAYS
from azmodels_gui.calculator.wording import FIGURES
from azmodels_gui.catalog.document import DataZone
from azmodels_gui.catalog.labels import RECKONED_TIERS
from azmodels_gui.catalog.synonyms import region_words
from azmodels_gui.catalog.terms import Availability, PriceTier, Scope
from azmodels_gui.language.words import N_, Message, capitalized, in_language, tr
from azmodels_gui.window.models.cell_context import CellContext

CONTEXT = "CalculatorChoices"
CURRENCIES = ("USD", "EUR", "CHF", "GBP")
Listed = tuple[tuple[str, str], ...]

_CHEAPEST = N_("the cheapest")
_MONTHS = {
    Month.HOURS_730: N_("730 hours"),
    Month.DAYS_30: N_("30 days (720 hours)"),
}
_BANDS = {
    "short": N_("short"),
    "long": N_("long, above the threshold"),
}
_CACHED = {"yes": N_("read from the cache"), "no": N_("not cached")}
_TUNED = {"no": N_("the model itself"), "yes": N_("the fine-tuned model")}
USUAL = N_("the usual one")
NOT_CHOSEN = N_("not chosen")
OWN_REGION = N_("the same region")
OWN_FIGURES = N_("own figures")
SAME_PRICES = N_("the region above")
_PLACES = {
    Scope.GLOBAL: N_("Global"),
    Scope.DATA_ZONE: N_("Data zone"),
    Scope.REGIONAL: N_("Region alone"),
}
NOT_JUDGED = N_("not judged")
TIER = N_("Tier {tier}")


class Choices:
    """Values with their words, in one language and for one catalogue."""

    def __init__(self, asker: Asker, language: str) -> None:
        self.asker = asker
        self._language = language
        self._entries: Listed | None = None
        self._kept: tuple[tuple[str, ...], tuple[tuple[str, Listed], ...]] = ((), ())

    @cached_property
    def region_words(self) -> dict[str, tuple[str, ...]]:
        """What else each region is found by."""
        return {region.id: region_words(region) for region in self.asker.catalog.regions}

    def all(self, inputs: Inputs) -> tuple[tuple[str, Listed], ...]:
        """Return the choices of every field by its name; figures change none of them."""
        asked = (
            *(inputs.model, inputs.version, inputs.deployment_type),
            *(inputs.region, inputs.price_region, inputs.ptu_price_region),
            *(inputs.load_from, inputs.way, inputs.variant),
        )
        if self._kept[0] != asked:
            self._kept = asked, tuple(self._all(inputs))
        return self._kept[1]

    def _all(self, inputs: Inputs) -> Iterator[tuple[str, Listed]]:
        yield "entry", self._all_entries()
        yield "usage", self._usages()
        yield "processed_in", self.places(inputs)
        yield "region", self._regions(inputs)
        yield "price_region", self._price_regions(inputs)
        yield "ptu_price_region", self._ptu_price_regions(inputs)
        yield "context_band", _listed(_BANDS)
        yield "variant", self._variants(inputs)
        yield "system_cached", _listed(_CACHED)
        yield "fine_tuned", _listed(_TUNED)
        yield "processing", _listed(RECKONED_TIERS)
        yield "way", self.ways(inputs)
        yield "month", _listed({month.value: words for month, words in _MONTHS.items()})
        yield "quota_tier", _quota_tiers()
        yield "currency", tuple((code, code) for code in CURRENCIES)

    def _all_entries(self) -> Listed:
        """Return the entries with PTU parameters first: the calculator is for those."""
        if self._entries is None:
            entries = self.asker.index.ptu_first
            self._entries = tuple(("\n".join(entry.key), entry.title) for entry in entries)
        return self._entries

    def places(self, inputs: Inputs) -> Listed:
        """Return where requests may be processed."""
        zones = {zone.id: zone.name.in_language(self._language) for zone in self._zones}
        named = {scope.value: tr(words) for scope, words in _PLACES.items()}
        return tuple(
            (place, named.get(place) or zones[place.partition(SEPARATOR)[2]])
            for place in places(self.asker, inputs)
        )

    @property
    def _zones(self) -> tuple[DataZone, ...]:
        return self.asker.catalog.data_zones

    def _variants(self, inputs: Inputs) -> Listed:
        entry = self.asker.entry(inputs)
        known = () if entry is None else variants(entry)
        stale = (inputs.variant,) if inputs.variant and inputs.variant not in known else ()
        return (("", tr(USUAL)), *((each, each) for each in (*known, *stale)))

    def _usages(self) -> Listed:
        named = (
            (each.key, capitalized(in_language(each.name, self._language))) for each in PRESETS
        )
        return (("", tr(OWN_FIGURES)), *named)

    def ways(self, inputs: Inputs) -> Listed:
        """Return the ways to pay; a base load on PTU where the load changes with time."""
        split = inputs.load_from is LoadFrom.PROFILE or inputs.way in SPILLING
        ways = (*WAYS[1:], *(SPILLING if split else ()))
        named = ((way, in_language(FIGURES[f"cost_{way}"], self._language)) for way in ways)
        return ((BEST, tr(_CHEAPEST)), *named)

    def _regions(self, inputs: Inputs) -> Listed:
        """Return every region, each with what speaks against it."""
        entry = self.asker.entry(inputs)
        regions = self.asker.catalog.regions
        if entry is None:
            return (("", tr(NOT_CHOSEN)), *((region.id, region.name) for region in regions))
        kind, context = inputs.deployment_type, CellContext(self.asker.index, self._language)
        offer, told = entry.offers.get(kind), {Availability.OFFERED: ""}
        found = [("", tr(NOT_CHOSEN))]
        for region in regions:
            known = entry.availability(kind, region.id)
            if known not in told:
                told[known] = f" ({context.answer(known, (offer,))})"
            found.append((region.id, region.name + told[known]))
        return tuple(found)

    def _price_regions(self, inputs: Inputs) -> Listed:
        """Return the regions that sources state token prices of this model for."""
        entry = self.asker.entry(inputs)
        priced = {
            region for price in (() if entry is None else entry.prices) for region in price.regions
        } | {inputs.price_region}
        return self._named(priced, tr(OWN_REGION))

    def _ptu_price_regions(self, inputs: Inputs) -> Listed:
        """Return the regions that sources state prices of PTU for, in the scope chosen."""
        kind = self.asker.deployment_type(inputs)
        priced = {
            region
            for price in self.asker.catalog.ptu_prices
            if kind is not None and price.scope is kind.scope
            for region in price.regions
        } | {inputs.ptu_price_region}
        return self._named(priced, tr(SAME_PRICES))

    def _named(self, ids: set[str], first: str) -> Listed:
        regions = (region for region in self.asker.catalog.regions if region.id in ids)
        return (("", first), *((region.id, region.name) for region in regions))


def _quota_tiers() -> Listed:
    tiers = ((tier, tr(TIER).format(tier=tier)) for tier in TIERS)
    return (("", tr(NOT_JUDGED)), *tiers)


def _listed(table: Mapping[str, Message] | Mapping[PriceTier, Message]) -> Listed:
    return tuple((str(value), tr(words)) for value, words in table.items())
