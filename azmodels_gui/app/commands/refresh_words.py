# SPDX-License-Identifier: MIT
"""What came of a refresh, as sentences in English and German."""

from collections.abc import Iterator, Mapping
from datetime import date

from azmodels_gui.catalog import day_words
from azmodels_gui.catalog.changes_summary import summary
from azmodels_gui.storage.refreshed import Outcome, Refreshed
from azmodels_gui.storage.trust import Trust

Pair = tuple[str, str]

OUTCOMES: Mapping[Outcome, Pair] = {
    Outcome.UPDATED: (
        "Catalogue {serial} is in use now, {trust}, as of {day} ({age} days old), from {source}.",
        "Der Katalog {serial} ist jetzt in Gebrauch, {trust}, Stand {day} ({age} Tage alt), von "
        "{source}.",
    ),
    Outcome.UNCHANGED: (
        "Nothing new. Catalogue {serial} is in use, {trust}, as of {day} ({age} days old).",
        "Nichts Neues. In Gebrauch ist der Katalog {serial}, {trust}, Stand {day} ({age} Tage "
        "alt).",
    ),
    Outcome.WENT_BACK: (
        "Catalogue {serial} is in use again, {trust}, as of {day} ({age} days old).",
        "Der Katalog {serial} ist wieder in Gebrauch, {trust}, Stand {day} ({age} Tage alt).",
    ),
    Outcome.HELD_BACK: (
        "Catalogue {waiting} is held back: {lost} of {total} offers would disappear. Catalogue "
        "{serial} stays in use; 'azmodels refresh --accept-held-back' takes the new one.",
        "Der Katalog {waiting} ist zurückgehalten: {lost} von {total} Angeboten verschwänden. Der "
        "Katalog {serial} bleibt in Gebrauch; 'azmodels refresh --accept-held-back' nimmt den "
        "neuen.",
    ),
}
TRUST: Mapping[Trust, Pair] = {
    Trust.SIGNED: ("signed", "signiert"),
    Trust.UNSIGNED: ("unsigned", "unsigniert"),
    Trust.BUNDLED: ("bundled with the program", "mit dem Programm geliefert"),
    Trust.REVOKED: ("of a key no longer trusted", "von einem nicht mehr vertrauten Schlüssel"),
}


def outcome_lines(done: Refreshed, published: date, age: int, language: str) -> Iterator[str]:
    """Yield what came of it, then what the new catalogue changes, in one line each."""
    at = 1 if language == "de" else 0
    waiting = done.held_back
    yield OUTCOMES[done.outcome][at].format(
        serial=done.serial,
        trust=TRUST[done.trust][at],
        day=day_words.day(published, language),
        age=age,
        source=done.source,
        waiting=waiting.serial if waiting else "",
        lost=waiting.lost if waiting else "",
        total=waiting.total if waiting else "",
    )
    if done.changes is not None:
        yield summary(done.changes, language)
