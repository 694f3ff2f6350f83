# SPDX-License-Identifier: MIT
"""What a newer catalogue may change without somebody looking at it first.

Sources break in silence: a folder is renamed, a heading is worded anew, a price list comes half.
Each bound is stated beside what it counts; beyond one of them publishing stops and says which.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from azmodels_gui.catalog.differences import Changes, changes, vanished_availability
from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.facts import Lifecycle
from azmodels_gui.language.words import N_, Message, Phrase
from azmodels_gui.storage.refresh import MOST_LOST

DOUBLED, HALVED = Decimal(100), Decimal(-50)
"""In percent, as price changes state them."""


class Bound(NamedTuple):
    """How much of one kind may go or jump."""

    told: Message
    """With `{count}`, `{whole}` and `{most}` in percent."""
    most: Fraction
    count: Callable[[Changes], int]
    whole: Callable[[Catalog, Changes], int]
    """Takes the older catalogue, and what it would lose if it lost all figures."""


def _gone(found: Changes) -> int:
    return sum(each.after is None for each in (*found.prices, *found.ptu_prices))


def _jumped(found: Changes) -> int:
    rises = (each.percent for each in (*found.prices, *found.ptu_prices))
    return sum(rise is not None and not HALVED < rise < DOUBLED for rise in rises)


def _dates_gone(found: Changes) -> int:
    dates = (each for each in found.lifecycle if each.field == "retirement_date")
    return sum(each.after is None for each in dates)


def _ptu_gone(found: Changes) -> int:
    return sum(each.after is None for each in found.ptu)


BOUNDS = (
    Bound(
        N_("{count} of {whole} models would disappear (bound: {most} %)"),
        Fraction(1, 20),
        lambda found: len(found.models_removed),
        lambda old, _: len(old.models),
    ),
    Bound(
        N_("{count} of {whole} model versions would disappear (bound: {most} %)"),
        Fraction(1, 20),
        lambda found: len(found.versions_removed),
        lambda old, _: sum(len(model.versions) for model in old.models),
    ),
    Bound(
        N_("{count} of {whole} retirement dates would become unknown (bound: {most} %)"),
        Fraction(1, 20),
        _dates_gone,
        lambda _, all_gone: _dates_gone(all_gone),
    ),
    Bound(
        N_("{count} of {whole} prices would disappear (bound: {most} %)"),
        Fraction(1, 10),
        _gone,
        lambda _, all_gone: _gone(all_gone),
    ),
    Bound(
        N_("{count} of {whole} prices would at least double or halve (bound: {most} %)"),
        Fraction(1, 20),
        _jumped,
        lambda _, all_gone: _gone(all_gone),
    ),
    Bound(
        N_("{count} of {whole} PTU parameters would disappear (bound: {most} %)"),
        Fraction(1, 10),
        _ptu_gone,
        lambda _, all_gone: _ptu_gone(all_gone),
    ),
)


def beyond_bounds(old: Catalog, new: Catalog) -> Iterator[Phrase]:
    """Yield each bound that a newer catalogue exceeds, and the documents it no longer has.

    Args:
        old: the one that is published.
        new: the one to take its place.
    """
    lost, offers = vanished_availability(old, new)
    if lost > offers * MOST_LOST:
        words = N_("{count} of {whole} offers would disappear (bound: {most} %)")
        yield _told(words, lost, offers, MOST_LOST)
    found, all_gone = changes(old, new), changes(old, _bare(old))
    for bound in BOUNDS:
        count, whole = bound.count(found), bound.whole(old, all_gone)
        if count > whole * bound.most:
            yield _told(bound.told, count, whole, bound.most)
    kept = {source.id for source in new.sources}
    for source in old.sources:
        if source.id not in kept:
            yield Phrase(
                N_("the source {id} ({title}) would be gone"), id=source.id, title=source.title
            )


def _told(words: Message, count: int, whole: int, most: Fraction) -> Phrase:
    return Phrase(words, count=count, whole=whole, most=int(most * 100))


def _bare(catalog: Catalog) -> Catalog:
    """Return a catalogue without the figures that the bounds count."""
    return catalog.but(models=tuple(map(_without_figures, catalog.models)), ptu_prices=())


def _without_figures(model: Model) -> Model:
    versions = tuple(version.but(lifecycle=Lifecycle()) for version in model.versions)
    return model.but(prices=(), ptu=(), versions=versions)
