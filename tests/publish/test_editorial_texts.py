# SPDX-License-Identifier: MIT
"""The editorial texts of this project: complete, bilingual, in the glossary's words."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.publish.editorial import Editorial, load_editorial

FOLDER = Path(__file__).parents[2] / "resources" / "editorial"
FILES = (
    *("providers", "families", "models", "use_cases", "notes"),
    *("general_facts", "advice_models"),
)

PLACEHOLDER = re.compile(r"\b(todo|tbd|fixme|xxx|lorem|platzhalter)\b|\?\?|…|\.\.\.", re.IGNORECASE)
UMLAUT_SUBSTITUTE = re.compile(r"(?<![aeq])ue|oe|ae", re.IGNORECASE)
WITHOUT_UMLAUT = re.compile(
    r"aktuell|individuell|manuell|virtuell|zuerst|videoerzeugung|AES-256", re.IGNORECASE
)
DOUBLE_S_FOR_SHARP_S = re.compile(
    r"\b(gross|ausser|heiss|massnahm|gemäss|schliess|regelmäss|mäss)", re.IGNORECASE
)
NEEDLESS_ENGLISH = re.compile(
    r"\b(use cases?|deployments?|quotas?|providers?|pricing|releases?|reasoning|prompts?|tokens"
    r"|pay as you go|provisioned|features?|workloads?|endpoints?)\b",
    re.IGNORECASE,
)
MARKETING = re.compile(
    r"\b(state[- ]of[- ]the[- ]art|cutting[- ]edge|powerful|seamless|revolution\w*|best-in-class"
    r"|world-class|unlock\w*|leverage\w*|game[- ]chang\w*|bahnbrechend\w*|revolution\w*)\b",
    re.IGNORECASE,
)


def texts() -> Iterator[tuple[str, str, str]]:
    """Yield place, English and German text of every text of ours."""
    for name in FILES:
        content = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
        yield from _texts_below(name, content)


def _texts_below(place: str, part: Any) -> Iterator[tuple[str, str, str]]:
    if isinstance(part, dict) and part.keys() == {"en", "de"}:
        yield place, part["en"], part["de"]
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _texts_below(f"{place}.{part.get('id', '')}.{key}", value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts_below(place, value)


TEXTS = tuple(texts())


@pytest.fixture(scope="module")
def editorial() -> Editorial:
    return load_editorial(FOLDER)


def offenders(pattern: re.Pattern[str], language: str) -> list[str]:
    index = 1 if language == "en" else 2
    return [f"{text[0]}: {text[index]}" for text in TEXTS if pattern.search(text[index])]


def test_there_are_texts_for_all_that_matters(editorial: Editorial) -> None:
    assert len(editorial.files.models.model) >= 60
    assert len(editorial.use_cases) >= 20
    assert len(TEXTS) > 300


def test_german_is_not_a_copy_of_english() -> None:
    assert [place for place, english, german in TEXTS if english == german] == []


def test_no_text_is_padded_or_broken_into_lines() -> None:
    both = [(place, text) for place, *pair in TEXTS for text in pair]
    assert [place for place, text in both if " ".join(text.split()) != text] == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_placeholder_is_left(language: str) -> None:
    assert offenders(PLACEHOLDER, language) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_marketing(language: str) -> None:
    assert offenders(MARKETING, language) == []


def test_german_has_its_umlauts() -> None:
    written = [(place, WITHOUT_UMLAUT.sub("", german)) for place, _, german in TEXTS]
    assert [f"{place}: {text}" for place, text in written if UMLAUT_SUBSTITUTE.search(text)] == []


def test_german_has_its_sharp_s() -> None:
    assert offenders(DOUBLE_S_FOR_SHARP_S, "de") == []


def test_german_uses_the_words_of_the_glossary() -> None:
    assert offenders(NEEDLESS_ENGLISH, "de") == []


def test_german_does_not_address_the_reader_informally() -> None:
    assert offenders(re.compile(r"\b(du|dein\w*|dir|dich|euch|euer)\b", re.IGNORECASE), "de") == []


def test_every_model_with_a_text_has_family_and_provider(editorial: Editorial) -> None:
    models = [text.id for text in editorial.files.models.model]
    assert [name for name in models if editorial.family_of(name) is None] == []
    assert [name for name in models if editorial.provider_of(name) is None] == []


def test_every_recommended_model_has_a_text(editorial: Editorial) -> None:
    recommended = {
        model
        for use_case in editorial.use_cases
        for recommendation in use_case.recommendations
        for model in recommendation.models
    }
    assert {model for model in recommended if editorial.model_text(model) is None} == set()


def test_every_use_case_is_used_by_a_model(editorial: Editorial) -> None:
    used = {
        use_case
        for text in editorial.files.models.model
        for use_case in editorial.use_cases_of(text.id)
    }
    assert {use_case.id for use_case in editorial.use_cases} - used == set()


def test_every_provider_but_the_hosting_ones_has_a_family(editorial: Editorial) -> None:
    with_family = {family.provider for family in editorial.families}
    assert {provider.id for provider in editorial.providers} - with_family == set()


def test_a_question_has_the_same_words_for_every_model(editorial: Editorial) -> None:
    asked: dict[str, set[str]] = {}
    for fact in editorial.general_facts:
        asked.setdefault(fact.topic, set()).update((fact.question.en, fact.question.de))
    assert {topic: words for topic, words in asked.items() if len(words) != 2} == {}


def test_every_source_named_is_in_the_register_of_sources(editorial: Editorial) -> None:
    register = tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))
    known = {document["id"] for document in register["document"]}
    models = editorial.files.models.model
    named = {note.source for note in editorial.notes}
    named |= {text.modalities.source for text in models if text.modalities}
    named |= {note.source for text in models for note in text.note}
    named |= {note.source for service in editorial.services for note in service.note}
    named |= {
        recommendation.source
        for use_case in editorial.use_cases
        for recommendation in use_case.recommendations
    }
    named |= {fact.source for fact in editorial.general_facts if fact.source}
    named |= {successor.source for successor in editorial.successors}
    assert named - known == set()
