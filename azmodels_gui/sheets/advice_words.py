# SPDX-License-Identifier: MIT
"""Advice and general facts in words, each with its sources."""

from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.answers.advice import Advice, advice_of, general_facts_for
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import GeneralFact, UseCase
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.successors import LiveSuccessor, ModelToday, Standing
from azmodels_gui.sheets.sheet_words import SheetWords

Told = tuple[str, tuple[str, ...]]
"""A sentence and the ids of its sources."""


def advised(entry: Entry, view: Viewpoint, words: SheetWords) -> Iterator[Told]:
    """Yield what a model is for, then the models of that advice that cannot be taken any more."""
    yield from recommended(entry, view, words)
    yield from replaced(entry, view, words)


def recommended(entry: Entry, view: Viewpoint, words: SheetWords) -> Iterator[Told]:
    """Yield what a model is for: use cases, with the advice of a source where there is one."""
    for use_case, given in _given(entry, view):
        if not given and use_case.id in entry.model.use_cases:
            yield use_case.name.in_language(words.language), ()
        for each in given:
            yield _advice(each, use_case.name.in_language(words.language), words), (each.source,)


def replaced(entry: Entry, view: Viewpoint, words: SheetWords) -> Iterator[Told]:
    """Yield the other models of that advice that are not for new clients, and what to take."""
    given = (each for _, advice in _given(entry, view) for each in advice)
    yield from _replaced(given, words, but=entry.model.id)


def _given(entry: Entry, view: Viewpoint) -> Iterator[tuple[UseCase, list[Advice]]]:
    """Yield every use case with the advice on it that names a model."""
    for use_case in view.catalog.use_cases:
        named = (each for each in use_case.recommendations if entry.model.id in each.models)
        yield use_case, [advice_of(use_case, each, view) for each in named]


def advice_told(advice: Sequence[Advice], words: SheetWords) -> Iterator[Told]:
    """Yield advice on one use case, each begun by the models it names, then what became of them."""
    for each in advice:
        models = ", ".join(model.name for model in each.models)
        yield _advice(each, models, words), (each.source,)
    yield from _replaced(advice, words)


def _advice(advice: Advice, about: str, words: SheetWords) -> str:
    start = "" if advice.start_with is None else f"({words.named(advice.start_with, 'start_')})"
    texts = (advice.why, advice.switch)
    said = [text.in_language(words.language) for text in texts if text is not None]
    told = " ".join(filter(None, (*said, start)))
    return words("advice_for", use_case=about, advice=told).rstrip()


def _replaced(advice: Iterable[Advice], words: SheetWords, but: str = "") -> Iterator[Told]:
    for found in {model.name: model for each in advice for model in each.models}.values():
        if found.needs_successor and found.name != but:
            yield _successor(found, words), found.sources


def today_told(found: ModelToday, words: SheetWords) -> str:
    """Return a model that advice names, with its successor where it cannot be taken."""
    if not found.needs_successor:
        return found.name
    after = words("no_successor")
    if found.successor is not None:
        after = taken_told(found.successor, found.successor.entry.title, words)
    return f"{found.name} ({words(f'standing_{found.standing}')}) → {after}"


def taken_told(found: LiveSuccessor, name: str, words: SheetWords) -> str:
    """Return a successor by its name; that new clients cannot take it, where that is so."""
    return name if found.standing is Standing.LIVE else words("existing_only", name=name)


def _successor(found: ModelToday, words: SheetWords) -> str:
    reason = "" if found.reason is None else found.reason.in_language(words.language)
    return f"{today_told(found, words)}. {reason}".rstrip()


def answered(entry: Entry, view: Viewpoint, words: SheetWords) -> Iterator[Told]:
    """Yield what clients ask of many models alike, each with its answer or that there is none."""
    for fact in general_facts_for(entry, view.catalog, view.day):
        yield _answered(fact, words)


def _answered(fact: GeneralFact, words: SheetWords) -> Told:
    language = words.language
    answer = words("no_source") if fact.answer is None else fact.answer.in_language(language)
    sources = () if fact.source is None else (fact.source,)
    return f"{fact.question.in_language(language)} {answer}", sources
