# SPDX-License-Identifier: MIT
"""What came of a refresh, as sentences in English and German."""

from collections.abc import Iterator, Mapping
from datetime import date

from azmodels_gui.catalog.changes_summary import summary
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, told
from azmodels_gui.storage.refreshed import Outcome, Refreshed
from azmodels_gui.storage.trust import Trust

OUTCOMES: Mapping[Outcome, Message] = {
    Outcome.UPDATED: N_(
        "Catalogue {serial} is in use now, {trust}, as of {day} ({age} days old), from {source}."
    ),
    Outcome.UNCHANGED: N_(
        "Nothing new. Catalogue {serial} is in use, {trust}, as of {day} ({age} days old)."
    ),
    Outcome.WENT_BACK: N_(
        "Catalogue {serial} is in use again, {trust}, as of {day} ({age} days old)."
    ),
    Outcome.HELD_BACK: N_(
        "Catalogue {waiting} is held back: {lost} of {total} offers would disappear. Catalogue "
        "{serial} stays in use; 'azmodels refresh --accept-held-back' takes the new one."
    ),
}
TRUST: Mapping[Trust, Message] = {
    Trust.SIGNED: N_("signed"),
    Trust.UNSIGNED: N_("unsigned"),
    Trust.BUNDLED: N_("bundled with the program"),
    Trust.REVOKED: N_("of a key no longer trusted"),
}


def outcome_lines(done: Refreshed, published: date, age: int, language: str) -> Iterator[str]:
    """Yield what came of it, then what the new catalogue changes, in one line each."""
    waiting = done.held_back
    yield told(
        OUTCOMES[done.outcome],
        language,
        serial=done.serial,
        trust=TRUST[done.trust],
        day=figures.day(published, language),
        age=age,
        source=done.source,
        waiting=waiting.serial if waiting else "",
        lost=waiting.lost if waiting else "",
        total=waiting.total if waiting else "",
    )
    if done.changes is not None:
        yield summary(done.changes, language)
