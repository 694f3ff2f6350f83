# SPDX-License-Identifier: MIT
"""Rules that say which family a name belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.publish.identity import (
    NameClaimedTwice,
    NameRule,
    NameRules,
    name_key,
    without_host,
)

RULES = NameRules(
    (
        NameRule("star", names=("star",), prefixes=("star-",)),
        NameRule("star-voice", prefixes=("star-voice", "star-mini-voice")),
        NameRule("moon", names=("star-of-moon",), prefixes=("moon",)),
    )
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("star", "star", id="an exact name"),
        pytest.param("star-mini", "star", id="a beginning"),
        pytest.param("star-voice-2", "star-voice", id="the longer of two beginnings wins"),
        pytest.param("star-of-moon", "moon", id="an exact name beats a beginning"),
        pytest.param("STAR-Mini", "star", id="upper case does not matter"),
        pytest.param("Star mini  voice", "star-voice", id="spaces count as hyphens"),
        pytest.param("star_mini", "star", id="underscores count as hyphens"),
        pytest.param("star.2", None, id="a generation nobody described is not guessed"),
        pytest.param("sun", None, id="an unknown name has no family"),
    ],
)
def test_a_name_falls_under_a_rule(name: str, expected: str | None) -> None:
    assert RULES.find(name) == expected


def test_two_rules_may_not_claim_the_same_name() -> None:
    with pytest.raises(NameClaimedTwice, match="'Star' is claimed by 'a' and by 'b'"):
        NameRules((NameRule("a", names=("star",)), NameRule("b", names=("Star",))))


def test_letters_of_the_host_are_taken_off() -> None:
    assert without_host("FW-Star 2", ("FW-",)) == "star-2"


def test_a_name_without_host_letters_stays() -> None:
    assert without_host("fwstar", ("FW-",)) == "fwstar"


@given(st.text())
def test_comparable_names_stay_the_same_when_compared_again(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
