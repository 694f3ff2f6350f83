# SPDX-License-Identifier: MIT
"""Prices that are contradicted: a secondary list by the price list, or a price by what is plain.

They are published as they are, and marked. None is mended: which of two figures is wrong, no
source says.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, product

from azmodels_gui.catalog.document import BASE, Model
from azmodels_gui.catalog.facts import Claim, Conflict, LocalText, ModelVersion, Price
from azmodels_gui.catalog.terms import Scope, TokenCategory, Unit
from azmodels_gui.language.words import N_, Joined, Message, Phrase
from azmodels_gui.publish.price_gaps import SelectedPrices


def amount_told(price: Price) -> LocalText:
    """Return the amount, its currency and what it buys, in both languages."""
    amount, unit = str(price.amount), price.unit.value
    tokens = "1 Mio. Token" if price.unit is Unit.MILLION_TOKENS else unit
    return LocalText(
        en=f"{amount} {price.currency} per {unit}",
        de=f"{amount.replace('.', ',')} {price.currency} je {tokens}",
    )


def subject_of(price: Price, secondary: Price | None = None) -> str:
    """Return what a conflict is about: `price:input:short:standard:global`.

    Args:
        price: names the scope.
        secondary: names category, band and tier where it was compared with the price.
    """
    thing = secondary or price
    words = [thing.category, thing.context_band, thing.tier, price.scope]
    return ":".join(["price", *(word for word in words if word)])


DEARER = {
    TokenCategory.INPUT: TokenCategory.OUTPUT,
    TokenCategory.CACHED_INPUT: TokenCategory.INPUT,
    TokenCategory.AUDIO_INPUT: TokenCategory.AUDIO_OUTPUT,
    TokenCategory.CACHED_AUDIO_INPUT: TokenCategory.AUDIO_INPUT,
}
"""Category, and the one that is expected to cost at least as much."""
EMBEDDING = "embedding"
Key = tuple[object, ...]
Pair = tuple[int, int]


def of_one_thing(prices: Sequence[Price]) -> Iterator[Pair]:
    """Yield prices of one thing, time, place and source."""
    for group in _grouped(prices, _thing):
        for first, second in combinations(group, 2):
            if _meet(prices[first], prices[second]):
                yield first, second


def of_one_kind(prices: Sequence[Price]) -> Iterator[Pair]:
    """Yield prices of one source for one thing and some same version, at whatever place."""
    for group in _grouped(prices, lambda price: (*_thing(price), price.effective_until)):
        for first, second in combinations(group, 2):
            if overlap(prices[first].versions, prices[second].versions):
                yield first, second


def turned_round(prices: Sequence[Price]) -> Iterator[Pair]:
    """Yield prices of one request of which the one that should be lower is the higher one.

    The first of a pair is the one that should be lower.
    """
    for group in _grouped(prices, _request):
        by_category: defaultdict[TokenCategory, list[int]] = defaultdict(list)
        for number in group:
            by_category[prices[number].category].append(number)
        for category, dearer in DEARER.items():
            for low, high in product(by_category[category], by_category[dearer]):
                one, other = prices[low], prices[high]
                if other.amount < one.amount and _meet(one, other):
                    yield low, high


def embeds(model: Model) -> bool:
    """Tell whether the model makes embeddings: their output is free or not counted."""
    outputs = model.modalities.output if model.modalities else ()
    return EMBEDDING in outputs or "embed" in model.id.casefold()


def overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether both name the same one, or neither names any."""
    return not (one or other) or bool(set(one) & set(other))


def _grouped(prices: Sequence[Price], key: Callable[[Price], Key]) -> Iterable[list[int]]:
    groups: defaultdict[Key, list[int]] = defaultdict(list)
    for number, price in enumerate(prices):
        groups[key(price)].append(number)
    return groups.values()


def _request(price: Price) -> Key:
    """Return what prices of one and the same request have in common."""
    return (
        price.context_band,
        price.tier,
        price.fine_tuned,
        price.scope,
        price.data_zone,
        price.currency,
        price.unit,
        price.variant,
        price.secondary,
        price.source,
    )


def _thing(price: Price) -> Key:
    return (price.category, *_request(price))


def _meet(one: Price, other: Price) -> bool:
    """Tell whether both hold for some version, at some place, on some day."""
    return (
        overlap(one.versions, other.versions)
        and overlap(one.regions, other.regions)
        and (one.effective_from or date.min) <= (other.effective_until or date.max)
        and (other.effective_from or date.min) <= (one.effective_until or date.max)
    )


LIST_COUNTS = LocalText(
    en="A newer secondary list states another price. The price list itself counts as long as "
    "its price has not ended; check before you quote it.",
    de="Eine neuere Sekundärquelle nennt einen anderen Preis. Es zählt die Preisliste selbst, "
    "solange ihr Preis nicht abgelaufen ist; prüfen Sie ihn, bevor Sie ihn nennen.",
)
LIST_IS_OVERTAKEN = LocalText(
    en="The price list of this model has changed since: a newer answer of it bears out the "
    "newer secondary list in every price they share. That list is shown; check before you "
    "quote it.",
    de="Die Preisliste dieses Modells hat sich seither geändert: Eine neuere Antwort bestätigt "
    "die neuere Sekundärquelle in jedem Preis, den beide nennen. Gezeigt wird diese; prüfen Sie "
    "den Preis, bevor Sie ihn nennen.",
)


def differences(selected: SelectedPrices) -> Iterator[Phrase]:
    """Yield a line for each secondary price that disagrees with the primary one."""
    for pair in selected.restated:
        if pair.differs:
            yield _told(pair.secondary, pair.primary, INSTEAD_OF)
    for taken in selected.overtaken:
        yield _told(taken.secondary, taken.primary, TAKES_THE_PLACE_OF)


INSTEAD_OF: Message = N_(
    "{what}: {amount} ({source}) instead of {other} per {unit} ({other_source}: {meter})"
)
TAKES_THE_PLACE_OF: Message = N_(
    "{what}: {amount} ({source}) takes the place of {other} per {unit} ({other_source}: {meter})"
)


def _told(theirs: Price, ours: Price, relation: Message) -> Phrase:
    about = [*(theirs.versions or (N_("all versions"),)), theirs.category, theirs.tier]
    about += [part for part in (theirs.context_band, ours.scope, theirs.data_zone) if part]
    return Phrase(
        relation,
        what=Joined(about, " "),
        amount=theirs.amount,
        source=theirs.source,
        other=ours.amount,
        unit=ours.unit,
        other_source=ours.source,
        meter=ours.meter,
    )


def conflicts(selected: SelectedPrices) -> tuple[Conflict, ...]:
    """Return the disagreements, the price that the catalogue goes by first."""
    kept = [
        (subject_of(pair.primary, pair.secondary), pair.primary, pair.secondary)
        for pair in selected.restated
        if pair.differs
    ]
    replaced = [
        (subject_of(pair.primary, pair.secondary), pair.secondary, pair.primary)
        for pair in selected.overtaken
    ]
    return (*_together(kept, LIST_COUNTS), *_together(replaced, LIST_IS_OVERTAKEN))


def _together(pairs: Iterable[tuple[str, Price, Price]], note: LocalText) -> tuple[Conflict, ...]:
    found: dict[str, list[Claim]] = {}
    for about, shown, other in pairs:
        found.setdefault(about, []).extend((_claim(shown), _claim(other)))
    return tuple(
        Conflict(about=about, claims=tuple(dict.fromkeys(claims)), note=note)
        for about, claims in found.items()
    )


def _claim(price: Price) -> Claim:
    amount = amount_told(price)
    zone = f" ({price.data_zone})" if price.data_zone else ""
    start = price.effective_from
    since, seit = (f" {word} {start}" if start else "" for word in ("since", "seit"))
    return Claim(
        value=f"{amount.en}{zone}{since}", de=f"{amount.de}{zone}{seit}", source=price.source
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
            claims |= {_dearer_claim(one): None, _dearer_claim(other): None}
    conflicts = [
        Conflict(about=about, claims=tuple(claims), note=note)
        for (about, note), claims in told.items()
    ]
    return version.but(conflicts=(*version.conflicts, *conflicts))


def _dearer_claim(price: Price) -> Claim:
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
