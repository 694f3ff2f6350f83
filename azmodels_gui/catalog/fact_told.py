# SPDX-License-Identifier: MIT
"""Single facts in words, in English and German: one place for window and sheets."""

import re
from collections.abc import Iterator, Mapping

from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.facts import AZURE, Capability
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.catalog.prices import Price
from azmodels_gui.language.figures import day, partial_day
from azmodels_gui.language.words import N_, Message, in_language

_YES: Message = N_("yes")
_NO: Message = N_("no")
_DATED_NO: Message = N_("no (as of {day})")
_PROMISED: Message = N_("promised until {day}")
_UNLISTED: Message = N_("no longer named in {title}, {day}")
_NOTHING: Mapping[str, Message] = {
    "retirement_date": N_("no day announced"),
    "": N_("not stated"),
}
"""What a source says by leaving a field empty, by what is asked; the last: of anything else."""
_DASH = "—"
_DAY = r"\b\d{4}-\d{2}-\d{2}\b"
_VERSIONS = ("version",)
"""Conflicts whose claims are names that look like days."""


def capability_told(found: Capability, dates: Mapping[str, str], language: str) -> str:
    """Return whether a version can do something: yes, its levels, or a no with its date.

    Args:
        found: what a source says.
        dates: `Source.as_of` by the source's id.
        language: "de", or anything else for English.
    """
    if found.supported:
        return ", ".join(found.levels) or in_language(_YES, language)
    as_of = dates.get(found.source)
    if as_of is None:
        return in_language(_NO, language)
    return in_language(_DATED_NO, language).format(day=partial_day(as_of, language))


def host_told(by: str, provider_names: Mapping[str, str]) -> str:
    """Return the name of who runs a version: Azure, or a provider on its own infrastructure."""
    return "Azure" if by == AZURE else provider_names.get(by, by)


def promised_told(price: Price, language: str) -> str:
    """Return until when a promotion is promised; empty where nothing is."""
    if price.at_least_until is None:
        return ""
    return in_language(_PROMISED, language).format(day=day(price.at_least_until, language))


def unlisted_told(source: Source, language: str) -> str:
    """Return that a newer list of models no longer names a version."""
    as_of = partial_day(source.as_of, language)
    return in_language(_UNLISTED, language).format(title=source.title, day=as_of)


def claims_told(conflict: Conflict, language: str) -> Iterator[str]:
    """Yield what each source of a conflict says, with days as the language writes them."""
    for claim in conflict.claims:
        text = claim.in_language(language)
        if conflict.about in _VERSIONS:
            yield text
            continue
        nothing = _NOTHING.get(conflict.about, _NOTHING[""])
        text = re.sub(_DAY, lambda found: partial_day(found[0], language), text)
        yield " / ".join(
            in_language(nothing, language) if part == _DASH else part for part in text.split(" / ")
        )
