# SPDX-License-Identifier: MIT
"""Amounts as they are read: no zero is ever lost."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.charts.amounts import WHOLE_FROM, Amounts
from azmodels_gui.language.figures import rounded

amounts = st.decimals(0, 10**9, places=4)


def read_back(text: str, language: str) -> Decimal:
    figure = re.sub(r"[^\d.,]", "", text)
    if language == "de":
        figure = figure.translate(str.maketrans(",.", ".,"))
    return Decimal(figure.replace(",", ""))


@given(amounts, st.sampled_from(["de", "en"]))
def test_an_amount_is_read_as_it_was_meant(amount: Decimal, language: str) -> None:
    places = 0 if amount >= WHOLE_FROM else 2
    text = Amounts(language)(amount)
    assert read_back(text, language) == rounded(amount, places)


@pytest.mark.parametrize(
    ("amount", "english", "german"),
    [
        pytest.param("11000", "$11,000", "11.000\N{NO-BREAK SPACE}$", id="zeros at the end"),
        pytest.param("1005", "$1,005", "1.005\N{NO-BREAK SPACE}$", id="zeros in the middle"),
        pytest.param("2.5", "$2.50", "2,50\N{NO-BREAK SPACE}$", id="cents of small amounts"),
    ],
)
def test_no_zero_is_lost(amount: str, english: str, german: str) -> None:
    assert Amounts("en")(Decimal(amount)) == english
    assert Amounts("de")(Decimal(amount)) == german
