# SPDX-License-Identifier: MIT
"""Secondary prices fill gaps: where the price list is silent, has ended, or is overtaken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from azmodels_gui.catalog.prices import Price
from azmodels_gui.publish.overtaken_prices import (
    Overtaken,
    overtaken_prices,
    with_ends,
)
from azmodels_gui.publish.price_matching import Setting, differ, states
from azmodels_gui.publish.price_merging import each_once


@dataclass(frozen=True)
class Restated:
    """A secondary price that fills no gap, and the primary price that states the same."""

    secondary: Price
    primary: Price

    @property
    def differs(self) -> bool:
        """The two disagree about the amount of the same unit."""
        return differ(self.secondary, self.primary)


@dataclass(frozen=True)
class SelectedPrices:
    """The prices of one model that go into the catalogue, and what stays out."""

    prices: tuple[Price, ...]
    restated: tuple[Restated, ...] = ()
    overtaken: tuple[Overtaken, ...] = ()


def select_prices(prices: Sequence[Price], setting: Setting) -> SelectedPrices:
    """Return the prices of one model, each once, secondary ones only where they fill a gap.

    Primary prices stay, the ended ones as history, but for those that are overtaken. A
    secondary price that names no version is kept for the versions that have no primary price
    of their own.
    """
    stated = each_once(price for price in prices if not price.secondary)
    secondary = [price for price in prices if price.secondary]
    in_force = [price for price in stated if price.in_force_on(setting.day)]
    overtaken = overtaken_prices(in_force, secondary, setting)
    primary = with_ends(stated, overtaken, setting)
    current = [price for price in primary if price.in_force_on(setting.day)]
    since = {pair.secondary: pair.since for pair in overtaken}
    kept: list[Price] = []
    restated: list[Restated] = []
    for price in secondary:
        said = [known for known in current if states(known, price, setting)]
        if price in since:
            kept.append(price.but(effective_from=since[price]))
            continue
        gap = _versions_without(price, said, setting)
        if gap is None:
            restated.append(Restated(price, _nearest(said, price)))
        else:
            kept.append(price.but(versions=gap))
    return SelectedPrices((*primary, *each_once(kept)), tuple(restated), overtaken)


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
