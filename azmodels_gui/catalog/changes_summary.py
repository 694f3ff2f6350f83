# SPDX-License-Identifier: MIT
"""The difference of two catalogues in one line, and counted by kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from azmodels_gui.catalog.changes import Changes
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, NN_, Plural, in_language
from azmodels_gui.language.words import counted as counted_words

_FORMS: Mapping[str, Plural] = {
    "models_added": NN_("{count} new model", "{count} new models"),
    "versions_added": NN_("{count} new version", "{count} new versions"),
    "removed": NN_("{count} version gone", "{count} versions gone"),
    "dates": NN_("{count} changed date or stage", "{count} changed dates or stages"),
    "gained": NN_("{count} region gained", "{count} regions gained"),
    "lost": NN_("{count} region lost", "{count} regions lost"),
    "prices_up": NN_("{count} price up", "{count} prices up"),
    "prices_down": NN_("{count} price down", "{count} prices down"),
    "prices_other": NN_("{count} other price change", "{count} other price changes"),
    "ptu": NN_("{count} changed PTU figure", "{count} changed PTU figures"),
    "quotas": NN_("{count} changed quota", "{count} changed quotas"),
    "details": NN_("{count} changed limit or capability", "{count} changed limits or capabilities"),
}
_NOTHING = N_("No difference.")


@dataclass(frozen=True)
class Counts:
    """How many changes of each kind; the fields are in the order in which they are told."""

    models_added: int
    versions_added: int
    """Of models that both catalogues know."""
    removed: int
    """Versions, also those of models that went."""
    dates: int
    """Entries whose stage, dates or successors changed."""
    gained: int
    """Pairs of an entry's deployment type and a region."""
    lost: int
    prices_up: int
    prices_down: int
    prices_other: int
    """Prices that came or went, or whose period changed."""
    ptu: int
    quotas: int
    details: int


def counted(changes: Changes) -> Counts:
    """Return how much changed, by kind."""
    new = set(changes.models_added)
    rises = [change.percent for change in (*changes.prices, *changes.ptu_prices)]
    up = sum(1 for rise in rises if rise is not None and rise > 0)
    down = sum(1 for rise in rises if rise is not None and rise < 0)
    return Counts(
        models_added=len(new),
        versions_added=sum(1 for model, _ in changes.versions_added if model not in new),
        removed=len(changes.versions_removed),
        dates=len({(change.model, change.version) for change in changes.lifecycle}),
        gained=sum(len(change.regions) for change in changes.offers if change.gained),
        lost=sum(len(change.regions) for change in changes.offers if change.lost),
        prices_up=up,
        prices_down=down,
        prices_other=len(rises) - up - down,
        ptu=len(changes.ptu),
        quotas=len(changes.quotas),
        details=len({(change.model, change.version) for change in changes.details}),
    )


def summary(changes: Changes, language: str) -> str:
    """Return the difference in one line, for a status bar."""
    parts = [
        counted_words(_FORMS[name], count, language, figures.number(count, language))
        for name, count in vars(counted(changes)).items()
        if count
    ]
    return ", ".join(parts) or in_language(_NOTHING, language)
