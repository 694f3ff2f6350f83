# SPDX-License-Identifier: MIT
"""Secondary prices fill gaps only: where the price list itself is silent, or has ended."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import ContextBand, Scope, Unit
from azmodels_gui.publish.price_merging import each_once

NOTE = LocalText(
    en="A newer secondary list states another price. The price list itself counts as long as "
    "its price has not ended; check before you quote it.",
    de="Eine neuere Sekundärquelle nennt einen anderen Preis. Es zählt die Preisliste selbst, "
    "solange ihr Preis nicht abgelaufen ist; prüfen Sie ihn, bevor Sie ihn nennen.",
)


@dataclass(frozen=True)
class Restated:
    """A secondary price that fills no gap, and the primary price that states the same."""

    secondary: Price
    primary: Price

    @property
    def differs(self) -> bool:
        """The two disagree about the amount of the same unit."""
        same_unit = self.secondary.unit is self.primary.unit
        return same_unit and self.secondary.amount != self.primary.amount


@dataclass(frozen=True)
class SelectedPrices:
    """The prices of one model that go into the catalogue, and what stays out."""

    prices: tuple[Price, ...]
    restated: tuple[Restated, ...] = ()


@dataclass(frozen=True)
class Setting:
    """What decides whether a primary price covers a gap."""

    day: date
    """A primary price that has ended before it leaves a gap."""
    zones: Mapping[str, str]
    """Data zone of each region that has one."""
    versions: tuple[str, ...] = ()
    """All versions of the model."""


def select_prices(prices: Sequence[Price], setting: Setting) -> SelectedPrices:
    """Return the prices of one model, each once, secondary ones only where they fill a gap.

    Primary prices all stay, the ended ones as history. A secondary price that names no
    version is kept for the versions that have no primary price of their own.
    """
    primary = each_once(price for price in prices if not price.secondary)
    in_force = [price for price in primary if price.in_force_on(setting.day)]
    kept: list[Price] = []
    restated: list[Restated] = []
    for price in prices:
        if not price.secondary:
            continue
        stated = [known for known in in_force if _states(known, price, setting)]
        gap = _versions_without(price, stated, setting)
        if gap is None:
            restated.append(Restated(price, _nearest(stated, price)))
        else:
            kept.append(price.but(versions=gap))
    return SelectedPrices((*primary, *each_once(kept)), tuple(restated))


def differences(restated: Iterable[Restated]) -> Iterator[str]:
    """Yield a line for each secondary price that disagrees with the primary one."""
    for pair in restated:
        if pair.differs:
            theirs, ours = pair.secondary, pair.primary
            about = [*_versions_told(theirs), theirs.category, theirs.tier]
            about += [part for part in (theirs.context_band, ours.scope, theirs.data_zone) if part]
            yield (
                f"{' '.join(about)}: {theirs.amount} ({theirs.source}) instead of "
                f"{ours.amount} per {ours.unit} ({ours.source}: {ours.meter})"
            )


def _versions_told(price: Price) -> tuple[str, ...]:
    return price.versions or ("all versions",)


def _states(primary: Price, secondary: Price, setting: Setting) -> bool:
    return (
        primary.category is secondary.category
        and primary.tier is secondary.tier
        and primary.fine_tuned == secondary.fine_tuned
        and primary.variant == secondary.variant
        and _same_band(primary.context_band, secondary.context_band)
        and _same_scope(primary, secondary, setting.zones)
    )


def _same_band(one: ContextBand | None, other: ContextBand | None) -> bool:
    """A price for any length is one for short requests too."""
    return (one or ContextBand.SHORT) is (other or ContextBand.SHORT) or one is None


def _same_scope(primary: Price, secondary: Price, zones: Mapping[str, str]) -> bool:
    if secondary.scope is None:
        return primary.scope in (Scope.GLOBAL, None) or primary.amount == secondary.amount
    if primary.scope is not secondary.scope:
        return False
    in_zones = {zones.get(region) for region in primary.regions}
    return secondary.data_zone is None or secondary.data_zone in in_zones


def _versions_without(
    secondary: Price, stated: Sequence[Price], setting: Setting
) -> tuple[str, ...] | None:
    """Return the versions the price fills a gap for; empty for all, None for none."""
    if any(not price.versions for price in stated):
        return None
    covered = {version for price in stated for version in price.versions}
    asked = secondary.versions or setting.versions or ("",)
    missing = tuple(version for version in asked if version not in covered)
    if not missing:
        return None
    return secondary.versions if len(missing) == len(asked) else missing


def _nearest(stated: Sequence[Price], secondary: Price) -> Price:
    """Return the primary price to compare with: an equal one if there is any, else the newest."""
    equal = [price for price in stated if price.amount == secondary.amount]
    return max(equal or stated, key=lambda price: price.effective_from or date.min)


def conflicts(restated: Iterable[Restated]) -> tuple[Conflict, ...]:
    """Return the disagreements as the catalogue keeps them, the primary price first."""
    found: dict[str, list[Claim]] = {}
    for pair in restated:
        if pair.differs:
            price = pair.secondary
            words = [price.category, price.context_band, price.tier, pair.primary.scope]
            about = ":".join(["price", *(word for word in words if word)])
            claims = found.setdefault(about, [])
            claims += [_claim(pair.primary), _claim(price)]
    return tuple(
        Conflict(about=about, claims=tuple(dict.fromkeys(claims)), note=NOTE)
        for about, claims in found.items()
    )


def _claim(price: Price) -> Claim:
    zone = f" ({price.data_zone})" if price.data_zone else ""
    start = price.effective_from
    since, seit = (f" {word} {start}" if start else "" for word in ("since", "seit"))
    unit = price.unit.value
    german = "1 Mio. Token" if price.unit is Unit.MILLION_TOKENS else unit
    return Claim(
        value=f"{price.amount} {price.currency} per {unit}{zone}{since}",
        de=f"{str(price.amount).replace('.', ',')} {price.currency} je {german}{zone}{seit}",
        source=price.source,
    )
