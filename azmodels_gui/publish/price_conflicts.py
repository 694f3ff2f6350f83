# SPDX-License-Identifier: MIT
"""Prices of a secondary list that the price list contradicts, as the catalogue keeps them."""

from collections.abc import Iterable, Iterator

from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.catalog.prices import Price
from azmodels_gui.publish.price_gaps import SelectedPrices
from azmodels_gui.publish.price_words import amount_told, subject_of

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


def differences(selected: SelectedPrices) -> Iterator[str]:
    """Yield a line for each secondary price that disagrees with the primary one."""
    for pair in selected.restated:
        if pair.differs:
            yield _told(pair.secondary, pair.primary, "instead of")
    for taken in selected.overtaken:
        yield _told(taken.secondary, taken.primary, "takes the place of")


def _told(theirs: Price, ours: Price, relation: str) -> str:
    about = [*(theirs.versions or ("all versions",)), theirs.category, theirs.tier]
    about += [part for part in (theirs.context_band, ours.scope, theirs.data_zone) if part]
    return (
        f"{' '.join(about)}: {theirs.amount} ({theirs.source}) {relation} "
        f"{ours.amount} per {ours.unit} ({ours.source}: {ours.meter})"
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
