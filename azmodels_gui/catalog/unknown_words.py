# SPDX-License-Identifier: MIT
"""What a filter drops for want of knowledge, in English and German."""

from collections.abc import Mapping

from azmodels_gui.catalog.query import Asked
from azmodels_gui.catalog.query_result import QueryResult
from azmodels_gui.catalog.word_pairs import Pair, in_language

_QUESTIONS: Mapping[Asked, Pair] = {
    Asked.AVAILABILITY: ("the offer there", "das Angebot dort"),
    Asked.STAGES: ("the stage", "der Stand"),
    Asked.MODALITIES: ("the modality", "die Modalität"),
    Asked.CAPABILITIES: ("the capability", "die Fähigkeit"),
    Asked.CONTEXT: ("the context window", "das Kontextfenster"),
    Asked.PRICE: ("the price", "der Preis"),
}
"""What can be unknown; the other questions always have an answer."""
_OR: Pair = (" or ", " oder ")
_ONE: Pair = (
    "1 more entry of which {what} is unknown",
    "1 weiterer Eintrag, von dem {what} unbekannt ist",
)
_SEVERAL: Pair = (
    "{count} more entries of which {what} is unknown",
    "{count} weitere Einträge, von denen {what} unbekannt ist",
)


def unknown_told(result: QueryResult, language: str) -> str:
    """Return "7 more entries of which the offer there is unknown"; empty where there is none."""
    count = result.unknown
    if not count:
        return ""
    asked = (in_language(_QUESTIONS[each], language) for each in result.unknown_counts)
    what = in_language(_OR, language).join(asked)
    return in_language(_ONE if count == 1 else _SEVERAL, language).format(count=count, what=what)
