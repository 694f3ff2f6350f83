# SPDX-License-Identifier: MIT
"""The difference of two catalogues in one line, and counted by kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from azmodels_gui.catalog.changes import Changes

Forms = tuple[str, str, str, str]
"""English and German, each for one and for more."""

_FORMS: Mapping[str, Forms] = {
    "models_added": ("new model", "new models", "neues Modell", "neue Modelle"),
    "versions_added": ("new version", "new versions", "neue Version", "neue Versionen"),
    "removed": (
        "version gone",
        "versions gone",
        "entfallene Version",
        "entfallene Versionen",
    ),
    "dates": ("changed date or stage", "changed dates or stages", "geänderter Termin oder Stand",
              "geänderte Termine oder Stände"),
    "gained": ("region gained", "regions gained", "Region hinzugekommen", "Regionen hinzugekommen"),
    "lost": ("region lost", "regions lost", "Region entfallen", "Regionen entfallen"),
    "prices_up": ("price up", "prices up", "Preis gestiegen", "Preise gestiegen"),
    "prices_down": ("price down", "prices down", "Preis gesunken", "Preise gesunken"),
    "prices_other": (
        "other price change",
        "other price changes",
        "andere Preisänderung",
        "andere Preisänderungen",
    ),
    "ptu": ("changed PTU figure", "changed PTU figures", "geänderter PTU-Wert",
            "geänderte PTU-Werte"),
    "quotas": ("changed quota", "changed quotas", "geändertes Kontingent",
               "geänderte Kontingente"),
    "details": ("changed limit or capability", "changed limits or capabilities",
                "geänderte Grenze oder Fähigkeit", "geänderte Grenzen oder Fähigkeiten"),
}  # fmt: skip
_NOTHING = ("No difference.", "Kein Unterschied.")


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
    """Return the difference in one line, in "de" or English, for a status bar."""
    german = language == "de"
    parts = []
    for name, count in vars(counted(changes)).items():
        if count:
            one, more = _FORMS[name][2:] if german else _FORMS[name][:2]
            parts.append(f"{_figure(count, german)} {one if count == 1 else more}")
    return ", ".join(parts) or _NOTHING[german]


def _figure(count: int, german: bool) -> str:
    return f"{count:,}".replace(",", ".") if german else f"{count:,}"
