# SPDX-License-Identifier: MIT
"""Advice and general facts in the words of the commands and the sheets."""

from collections.abc import Callable, Iterable, Iterator

from azmodels_gui.catalog.document import GeneralFact, Recommendation
from azmodels_gui.catalog.successors import ModelToday, Successors

WordsOf = Callable[..., str]
"""The words of one language by key."""


def replaced(
    advice: Iterable[Recommendation], successors: Successors, words: WordsOf, language: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each model that a new client cannot take, what to take instead, and who says it."""
    for name in dict.fromkeys(name for each in advice for name in each.models):
        found = successors.today(name)
        if found.needs_successor:
            yield _replaced(found, words, language), found.sources


def _replaced(found: ModelToday, words: WordsOf, language: str) -> str:
    after = words("no_successor")
    if found.successor is not None:
        after = found.successor.entry.title
    told = f"{found.name} ({words(f'standing_{found.standing}')}) → {after}."
    reason = "" if found.reason is None else found.reason.in_language(language)
    return f"{told} {reason}".rstrip()


def answered(fact: GeneralFact, words: WordsOf, language: str) -> tuple[str, tuple[str, ...]]:
    """Return a question with its answer, or that no source is on hand, and who says it."""
    answer = words("no_source") if fact.answer is None else fact.answer.in_language(language)
    sources = () if fact.source is None else (fact.source,)
    return f"{fact.question.in_language(language)} {answer}", sources
