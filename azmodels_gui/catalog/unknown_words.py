# SPDX-License-Identifier: MIT
"""What a filter drops for want of knowledge, in English and German."""

from collections.abc import Mapping

from azmodels_gui.catalog.index import QueryResult
from azmodels_gui.catalog.query import Asked
from azmodels_gui.language.words import N_, Message, in_language

_QUESTIONS: Mapping[Asked, Message] = {
    Asked.AVAILABILITY: N_("the offer there"),
    Asked.STAGES: N_("the stage"),
    Asked.MODALITIES: N_("the modality"),
    Asked.CAPABILITIES: N_("the capability"),
    Asked.CONTEXT: N_("the context window"),
    Asked.PRICE: N_("the price"),
    Asked.OUTPUT_PRICE: N_("the output price"),
    Asked.RETIREMENT: N_("the retirement date"),
}
"""What can be unknown; the other questions always have an answer."""
_OR: Message = N_(" or ")
_ONE: Message = N_("1 more entry of which {what} is unknown")
_SEVERAL: Message = N_("{count} more entries of which {what} is unknown")


def unknown_told(result: QueryResult, language: str) -> str:
    """Return "7 more entries of which the offer there is unknown"; empty where there is none."""
    count = result.unknown
    if not count:
        return ""
    asked = (in_language(_QUESTIONS[each], language) for each in result.unknown_counts)
    what = in_language(_OR, language).join(asked)
    return in_language(_ONE if count == 1 else _SEVERAL, language).format(count=count, what=what)
