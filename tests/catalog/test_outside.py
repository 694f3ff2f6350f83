# SPDX-License-Identifier: MIT
"""What comes from outside is checked, and its first fault told with its place in each language."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, Field, StrictBool

from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.faults import Misfit
from azmodels_gui.catalog.outside import (
    AS_IN_THE_CATALOGUE,
    AnswerPart,
    FilePart,
    fitted,
    fitted_toml,
)
from azmodels_gui.catalog.terms import Scope
from tests.cli.ran import english_in


class Colour(StrEnum):
    RED = "red"


class Inner(FilePart):
    count: Annotated[int, Field(ge=1, le=9)] = 1
    name: Annotated[str, Field(min_length=2, max_length=5, pattern="^[a-z]+$")] = "ab"
    colour: Colour = Colour.RED
    start: Literal["payg", "provisioned"] = "payg"
    day: Annotated[date, Field(strict=True)] = date(2026, 11, 22)
    sure: StrictBool = True
    scope: Scope = Scope.GLOBAL
    text: Annotated[LocalText, AS_IN_THE_CATALOGUE] | None = None
    began: Annotated[str, AfterValidator(date.fromisoformat)] = "2026-11-22"
    names: Annotated[tuple[str, ...], Field(min_length=1)] = ("a",)


class Outer(FilePart):
    part: tuple[Inner, ...]


FAULTS = [
    ({"part": [{"count": "x"}]}, "part[0].count: expected a whole number, found 'x'"),
    ({"part": [{"count": 1.5}]}, "part[0].count: expected a whole number, found 1.5"),
    ({"part": [{"count": 0}]}, "part[0].count: expected a number of at least 1, found 0"),
    ({"part": [{"count": 10}]}, "part[0].count: expected a number of at most 9, found 10"),
    ({"part": [{}, {"name": 5}]}, "part[1].name: expected a text, found 5"),
    ({"part": [{"name": "a"}]}, "expected a text with a length of at least 2, found 'a'"),
    ({"part": [{"name": "a" * 50}]}, f"length of at most 5, found '{'a' * 40}…'"),
    ({"part": [{"name": "AB"}]}, "part[0].name: expected a text of the form ^[a-z]+$, found 'AB'"),
    ({"part": [{"colour": "blue"}]}, "part[0].colour: expected one of red, found 'blue'"),
    ({"part": [{"start": None}]}, "expected one of payg, provisioned, found nothing"),
    ({"part": [{"day": "soon"}]}, "part[0].day: expected a date such as 2026-11-22, found 'soon'"),
    ({"part": [{"day": 5}]}, "part[0].day: expected a date such as 2026-11-22, found 5"),
    ({"part": [{"sure": "yes"}]}, "part[0].sure: expected true or false, found 'yes'"),
    ({"part": [{"began": "soon"}]}, "part[0].began: 'soon' does not fit"),
    ({"part": [{"names": []}]}, "part[0].names: expected a list with a length of at least 1"),
    ({"part": [{"names": "a"}]}, "part[0].names: expected a list, found 'a'"),
    ({"part": [{"text": {"en": "a"}}]}, "part[0].text.de: required but missing"),
    ({"part": [{"text": {"en": "a", "de": 5}}]}, "part[0].text.de: expected a text, found 5"),
    ({"part": [{"text": {"en": "a", "fr": "b"}}]}, "part[0].text.fr: unknown field"),
    ({"part": [{"nmae": "ab"}]}, "part[0].nmae: unknown field"),
    ({"part": [7]}, "part[0]: expected a group of fields, found 7"),
    ({}, "part: required but missing"),
    (None, "expected a group of fields, found nothing"),
]


@pytest.mark.parametrize(("values", "told"), FAULTS)
def test_a_fault_is_told_with_its_place(values: Any, told: str) -> None:
    with pytest.raises(Misfit) as caught:
        fitted(values, Outer)
    assert told in str(caught.value)
    assert english_in(caught.value.told("de")) == []


def test_what_an_answer_has_beside_our_form_is_let_by() -> None:
    class Answer(AnswerPart):
        value: int

    assert fitted({"value": 1, "more": 2}, Answer).value == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"part = ", "no TOML: it ends too early", id="cut off"),
        pytest.param(b"part = ?", "no TOML from line 1, column 8 on", id="no value"),
        pytest.param(b"a = 1\n\xff", "not UTF-8 at byte 6", id="another encoding"),
        pytest.param(b"", "part: required but missing", id="empty"),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_the_place(data: bytes, told: str) -> None:
    with pytest.raises(Misfit) as caught:
        fitted_toml(data, Outer)
    assert told in str(caught.value)
    assert english_in(caught.value.told("de")) == []
