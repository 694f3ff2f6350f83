# SPDX-License-Identifier: MIT
"""Prices that can hardly be meant: published as they are, and marked as a contradiction.

None is mended: which of two figures is wrong, no source says.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from azmodels_gui.catalog.document import Model
from azmodels_gui.catalog.facts import ModelVersion
from azmodels_gui.catalog.one_currency import BASE
from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.publish.price_conflicts import (
    amount_told,
    embeds,
    of_one_kind,
    of_one_thing,
    subject_of,
    turned_round,
)

FAR_APART = Decimal("1.5")
"""Prices of one data zone differ by a tenth at most, save where one is mistaken."""
NAMED_REGIONS = 3

TURNED_ROUND = LocalText(
    en="What should cost less costs more: perhaps the source has mixed up two prices. Shown as "
    "published; ask Microsoft before you reckon with them.",
    de="Was weniger kosten müsste, kostet mehr: Vielleicht hat die Quelle zwei Preise "
    "verwechselt. Gezeigt wie veröffentlicht; fragen Sie Microsoft, bevor Sie damit rechnen.",
)
ZONE_TORN = LocalText(
    en="Within one data zone the prices lie far apart: perhaps one is mistaken. Shown as "
    "published; ask Microsoft before you reckon with them.",
    de="Innerhalb einer Datenzone liegen die Preise weit auseinander: Vielleicht ist einer ein "
    "Fehler. Gezeigt wie veröffentlicht; fragen Sie Microsoft, bevor Sie damit rechnen.",
)
SAID_TWICE = LocalText(
    en="One source states several prices for the same thing.",
    de="Eine Quelle nennt mehrere Preise für dasselbe.",
)

WORDS = {
    TokenCategory.INPUT: ("input", "Eingabe"),
    TokenCategory.CACHED_INPUT: ("cached input", "Eingabe aus dem Cache"),
    TokenCategory.OUTPUT: ("output", "Ausgabe"),
    TokenCategory.AUDIO_INPUT: ("audio input", "Audioeingabe"),
    TokenCategory.CACHED_AUDIO_INPUT: ("cached audio input", "Audioeingabe aus dem Cache"),
    TokenCategory.AUDIO_OUTPUT: ("audio output", "Audioausgabe"),
}

Oddity = tuple[LocalText, Price, Price]


def with_oddities(model: Model, zones: Mapping[str, str]) -> Model:
    """Return the model with what is odd about its prices among its versions' conflicts.

    Args:
        model: a model with the prices that are published.
        zones: data zone of each region that has one.
    """
    found = [*_oddities(model, zones)]
    if not found:
        return model
    versions = tuple(_marked(version, found) for version in model.versions)
    return model.but(versions=versions)


def _oddities(model: Model, zones: Mapping[str, str]) -> Iterator[Oddity]:
    prices = _as_priced(model.prices)
    for first, second in of_one_thing(prices):
        if prices[first].amount != prices[second].amount:
            yield SAID_TWICE, prices[first], prices[second]
    for low, high in () if embeds(model) else turned_round(prices):
        yield TURNED_ROUND, prices[low], prices[high]
    for low, high in of_one_kind(prices):
        if _far_apart_in_a_zone(prices[low], prices[high], zones):
            yield ZONE_TORN, prices[low], prices[high]


def _as_priced(prices: Sequence[Price]) -> Sequence[Price]:
    """Return the prices that Microsoft sets; those in other currencies repeat what is odd."""
    return [price for price in prices if price.currency == BASE] or prices


def _far_apart_in_a_zone(one: Price, other: Price, zones: Mapping[str, str]) -> bool:
    if one.scope is not Scope.DATA_ZONE or one.secondary:
        return False
    shared = _zones(one, zones) & _zones(other, zones)
    low, high = sorted((one.amount, other.amount))
    return bool(shared) and high >= low * FAR_APART


def _zones(price: Price, zones: Mapping[str, str]) -> set[str]:
    return {zones[region] for region in price.regions if region in zones}


def _marked(version: ModelVersion, found: Sequence[Oddity]) -> ModelVersion:
    told: dict[tuple[str, LocalText], dict[Claim, None]] = {}
    for note, one, other in found:
        if all(not price.versions or version.version in price.versions for price in (one, other)):
            claims = told.setdefault((subject_of(one), note), {})
            claims |= {_claim(one): None, _claim(other): None}
    conflicts = [
        Conflict(about=about, claims=tuple(claims), note=note)
        for (about, note), claims in told.items()
    ]
    return version.but(conflicts=(*version.conflicts, *conflicts))


def _claim(price: Price) -> Claim:
    english, german = WORDS.get(price.category, (price.category.value.replace("_", " "), ""))
    tuned, abgestimmt = (", fine-tuned", ", feinabgestimmt") if price.fine_tuned else ("", "")
    amount, where = amount_told(price), _where(price)
    return Claim(
        value=f"{english}{tuned}: {amount.en}{where}",
        de=f"{german or english}{abgestimmt}: {amount.de}{where}",
        source=price.source,
    )


def _where(price: Price) -> str:
    named = ", ".join(price.regions[:NAMED_REGIONS])
    more = ", ..." if len(price.regions) > NAMED_REGIONS else ""
    return f" ({named}{more})" if named else ""
