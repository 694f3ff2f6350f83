# SPDX-License-Identifier: MIT
"""Texts by language, context and number; errors speak the language asked for."""

import pytest

from azmodels_gui.language.words import (
    N_,
    NC_,
    NN_,
    ToldError,
    counted,
    in_language,
    known_language,
    languages,
    told,
)


def test_a_text_is_told_in_each_language() -> None:
    assert in_language(N_("Deployment type"), "en") == "Deployment type"
    assert in_language(N_("Deployment type"), "de") == "Bereitstellungsart"


def test_a_context_tells_two_meanings_apart_and_is_never_shown() -> None:
    assert in_language(NC_("not offered", "anywhere"), "de") == "an keinem Ort"
    assert in_language(N_("anywhere"), "de") == "beliebig"
    assert in_language(NC_("not offered", "anywhere"), "en") == "anywhere"


def test_a_text_without_a_translation_stays_english() -> None:
    unheard = NC_("nowhere", f"{'never'} said")
    assert in_language(unheard, "de") == "never said"
    assert in_language(unheard, "xx") == "never said"


@pytest.mark.parametrize(("count", "german"), [(1, "1 neues Modell"), (2, "2 neue Modelle")])
def test_numbers_choose_the_form(count: int, german: str) -> None:
    assert counted(NN_("{count} new model", "{count} new models"), count, "de") == german


def test_values_are_filled_in_and_messages_among_them_told() -> None:
    assert told(N_("Baseline {name}: {value}"), "en", name="{x}", value=N_("none")) == (
        "Baseline {x}: none"
    )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("de", "de"), ("de_AT", "de"), ("de-CH", "de"), ("fr_FR", "en"), ("", "en"), ("C", "en")],
)
def test_the_nearest_language_is_found(asked: str, expected: str) -> None:
    assert known_language(asked) == expected


def test_languages_name_themselves() -> None:
    assert languages() == {"en": "English", "de": "Deutsch"}


def test_an_error_keeps_its_id_and_speaks_every_language() -> None:
    error = ToldError(N_("{name} is retired in {days} days"), name="gpt-4", days=3)
    assert str(error) == "gpt-4 is retired in 3 days"
    assert error.told("de") == "gpt-4 wird in 3 Tagen abgeschaltet"
    assert error.message == "{name} is retired in {days} days"
