# SPDX-License-Identifier: MIT
"""What the calculator's choices offer, in words."""

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.quota_check import TIERS
from azmodels_gui.catalog.terms import Availability, PriceTier
from azmodels_gui.qtmodels.cell_context import CellContext
from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.views.calculator.asking import Asker
from azmodels_gui.views.calculator.inputs import Inputs

CONTEXT = "CalculatorChoices"
CURRENCIES = ("USD", "EUR", "CHF", "GBP")
Listed = tuple[tuple[str, str], ...]

_PROCESSING = {
    PriceTier.STANDARD: QT_TRANSLATE_NOOP("CalculatorChoices", "Standard"),
    PriceTier.PRIORITY: QT_TRANSLATE_NOOP("CalculatorChoices", "Priority processing"),
    PriceTier.BATCH: QT_TRANSLATE_NOOP("CalculatorChoices", "Batch"),
    PriceTier.FLEX: QT_TRANSLATE_NOOP("CalculatorChoices", "Flex"),
}
_TERMS = {
    "": QT_TRANSLATE_NOOP("CalculatorChoices", "Compare all"),
    "hour": QT_TRANSLATE_NOOP("CalculatorChoices", "Hourly"),
    "month": QT_TRANSLATE_NOOP("CalculatorChoices", "1 month reserved"),
    "year": QT_TRANSLATE_NOOP("CalculatorChoices", "1 year reserved"),
}
_MONTHS = {
    Month.HOURS_730: QT_TRANSLATE_NOOP("CalculatorChoices", "730 hours"),
    Month.DAYS_30: QT_TRANSLATE_NOOP("CalculatorChoices", "30 days (720 hours)"),
}
_BANDS = {
    "short": QT_TRANSLATE_NOOP("CalculatorChoices", "short"),
    "long": QT_TRANSLATE_NOOP("CalculatorChoices", "long, above the threshold"),
}
NOT_CHOSEN = QT_TRANSLATE_NOOP("CalculatorChoices", "not chosen")
OWN_REGION = QT_TRANSLATE_NOOP("CalculatorChoices", "the same region")
NOT_JUDGED = QT_TRANSLATE_NOOP("CalculatorChoices", "not judged")
TIER = QT_TRANSLATE_NOOP("CalculatorChoices", "Tier {tier}")


class Choices:
    """Values with their words, in one language and for one catalogue."""

    def __init__(self, asker: Asker, language: Language) -> None:
        self.asker = asker
        self._language = language
        self._entries: Listed | None = None

    def all(self, inputs: Inputs) -> Iterator[tuple[str, Listed]]:
        """Yield the choices of every field by its name."""
        yield "entry", self._all_entries()
        yield "deployment_type", self._types()
        yield "region", self._regions(inputs)
        yield "price_region", self._price_regions(inputs)
        yield "context_band", _listed(_BANDS)
        yield "processing", _listed(_PROCESSING)
        yield "term", _listed(_TERMS)
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

    def _regions(self, inputs: Inputs) -> Listed:
        """Return every region, each with what speaks against it."""
        entry = self.asker.entry(inputs)
        context = CellContext(self.asker.index, self._language)
        found = [("", _words(NOT_CHOSEN))]
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
        return (("", _words(OWN_REGION)), *((region.id, region.name) for region in regions))


def _quota_tiers() -> Listed:
    tiers = ((tier, _words(TIER).format(tier=tier)) for tier in TIERS)
    return (("", _words(NOT_JUDGED)), *tiers)


def _listed(table: dict[str, object] | dict[PriceTier, object]) -> Listed:
    return tuple((str(value), _words(words)) for value, words in table.items())


def _words(words: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(words))
