# SPDX-License-Identifier: MIT
"""What the calculator's choices offer, in words."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.quota_check import TIERS
from azmodels_gui.catalog.place_words import region_words
from azmodels_gui.catalog.price_words import RECKONED_TIERS, TERMS, beginning
from azmodels_gui.catalog.terms import Availability, PriceTier
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, Message
from azmodels_gui.window.calculator.asking import Asker
from azmodels_gui.window.calculator.inputs import Inputs
from azmodels_gui.window.models.cell_context import CellContext

CONTEXT = "CalculatorChoices"
CURRENCIES = ("USD", "EUR", "CHF", "GBP")
Listed = tuple[tuple[str, str], ...]

_ALL_TERMS = N_("Compare all")
_MONTHS = {
    Month.HOURS_730: N_("730 hours"),
    Month.DAYS_30: N_("30 days (720 hours)"),
}
_BANDS = {
    "short": N_("short"),
    "long": N_("long, above the threshold"),
}
NOT_CHOSEN = N_("not chosen")
OWN_REGION = N_("the same region")
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
        asked = (inputs.model, inputs.version, inputs.deployment_type, inputs.price_region)
        if self._kept[0] != asked:
            self._kept = asked, tuple(self._all(inputs))
        return self._kept[1]

    def _all(self, inputs: Inputs) -> Iterator[tuple[str, Listed]]:
        yield "entry", self._all_entries()
        yield "deployment_type", self._types()
        yield "region", self._regions(inputs)
        yield "price_region", self._price_regions(inputs)
        yield "context_band", _listed(_BANDS)
        yield "processing", _listed(RECKONED_TIERS)
        yield "term", self._terms()
        yield "month", _listed({month.value: words for month, words in _MONTHS.items()})
        yield "quota_tier", _quota_tiers()
        yield "currency", tuple((code, code) for code in CURRENCIES)

    def _all_entries(self) -> Listed:
        """Return the entries with PTU parameters first: the calculator is for those."""
        if self._entries is None:
            entries = self.asker.index.ptu_first
            self._entries = tuple(("\n".join(entry.key), entry.title) for entry in entries)
        return self._entries

    def _types(self) -> Listed:
        return tuple((kind.id, kind.name.in_language(self._language)) for kind in self.asker.types)

    def _terms(self) -> Listed:
        terms = ((str(term), beginning(TERMS, term, self._language)) for term in TERMS)
        return (("", tr(_ALL_TERMS)), *terms)

    def _regions(self, inputs: Inputs) -> Listed:
        """Return every region, each with what speaks against it."""
        entry = self.asker.entry(inputs)
        context = CellContext(self.asker.index, self._language)
        found = [("", tr(NOT_CHOSEN))]
        for region in self.asker.catalog.regions:
            words = region.name
            if entry is not None:
                known = entry.availability(inputs.deployment_type, region.id)
                if known is not Availability.OFFERED:
                    told = context.answer(known, (entry.offers.get(inputs.deployment_type),))
                    words = f"{region.name} ({told})"
            found.append((region.id, words))
        return tuple(found)

    def _price_regions(self, inputs: Inputs) -> Listed:
        """Return the regions that sources state token prices of this model for."""
        entry = self.asker.entry(inputs)
        priced = {
            region for price in (() if entry is None else entry.prices) for region in price.regions
        } | {inputs.price_region}
        regions = (region for region in self.asker.catalog.regions if region.id in priced)
        return (("", tr(OWN_REGION)), *((region.id, region.name) for region in regions))


def _quota_tiers() -> Listed:
    tiers = ((tier, tr(TIER).format(tier=tier)) for tier in TIERS)
    return (("", tr(NOT_JUDGED)), *tiers)


def _listed(table: Mapping[str, Message] | Mapping[PriceTier, Message]) -> Listed:
    return tuple((str(value), tr(words)) for value, words in table.items())
