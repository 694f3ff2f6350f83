# SPDX-License-Identifier: MIT
"""How meter names fall into words, and what the dictionary makes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.publish.meter_reading import Dictionary, without, words

DICTIONARY = Dictionary(
    {
        "scope": {"global": ["gl"], "data_zone": ["dz", "data zone"]},
        "cached": {"read": ["cd"], "write": ["cd wr"]},
    }
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("gpt-x mini Inp", "gpt x mini inp", id="spaces and hyphens part words"),
        pytest.param("BatchOutp DataZone", "batch outp data zone", id="inner capitals part words"),
        pytest.param("DZone GPT", "dzone gpt", id="capitals in a row stay together"),
        pytest.param("mini0718 aud1217", "mini 0718 aud 1217", id="a glued date is a word"),
        pytest.param("chat05282026", "chat 05282026", id="a glued date with a year is a word"),
        pytest.param("turbo16K v3 128K", "turbo16k v3 128k", id="other numbers stay glued"),
        pytest.param("A_B", "a b", id="underscores part words"),
        pytest.param("", "", id="an empty name has no words"),
    ],
)
def test_names_fall_into_words(name: str, expected: str) -> None:
    assert words(name) == tuple(expected.split())


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        pytest.param("gpt rt", "aud mini inp gl", id="the phrase begins the name"),
        pytest.param("gpt rt mini", "aud inp gl", id="other words may stand between"),
        pytest.param("rt mini", None, id="a phrase that begins later does not match"),
        pytest.param("gpt mini rt", None, id="the order counts"),
        pytest.param("gpt rt nano", None, id="all words must be there"),
    ],
)
def test_a_phrase_is_taken_out_of_a_name(phrase: str, rest: str | None) -> None:
    expected = None if rest is None else tuple(rest.split())
    assert without(words("gpt rt aud mini inp gl"), words(phrase)) == expected


def test_the_longest_phrase_of_the_dictionary_wins() -> None:
    found, unknown = DICTIONARY.read(words("Cd Wr Data Zone"))
    assert found == [("cached", "write"), ("scope", "data_zone")]
    assert unknown == ()


def test_words_without_a_meaning_are_returned() -> None:
    assert DICTIONARY.read(words("cd newword gl"))[1] == ("newword",)


def test_an_extended_dictionary_knows_both_and_leaves_the_first_alone() -> None:
    extended = DICTIONARY.extended({"context_band": {"long": ["l"]}})
    assert extended.read(("l", "gl"))[0] == [("context_band", "long"), ("scope", "global")]
    assert DICTIONARY.read(("l",))[1] == ("l",)


@given(st.lists(st.sampled_from(["gl", "dz", "cd", "wr", "data", "zone", "odd", "x1"])))
def test_every_word_is_either_read_or_reported(name: list[str]) -> None:
    found, unknown = DICTIONARY.read(tuple(name))
    spelled = {"global": 1, "read": 1, "write": 2}
    lengths = [spelled.get(value, 0) for _, value in found]
    zones = sum(1 for _, value in found if value == "data_zone")
    assert sum(lengths) + zones + len(unknown) <= len(name)
    assert set(unknown) <= {"wr", "data", "zone", "odd", "x1"}
