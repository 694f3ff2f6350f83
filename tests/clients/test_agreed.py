# SPDX-License-Identifier: MIT
"""What a client has negotiated: for one model or for all, the last word holds."""

from datetime import date
from decimal import Decimal

import pytest

from azmodels_gui.calculator.agreed import agreed_figures, with_agreed
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.clients.client import (
    Agreement,
    ClientUnusable,
    agreement_for,
    read_client,
    with_agreement,
)
from tests.clients.test_client import changed

DAY = date(2026, 11, 20)


def agreed(model: str, **figures: int) -> Agreement:
    told = {name: Decimal(figure) for name, figure in figures.items()}
    return Agreement(model=model, figures=told, agreed_on=DAY)


def test_a_models_own_agreement_holds_before_that_of_all() -> None:
    for_all, own = agreed("", payg_discount_percent=5), agreed("gpt-a", input_price=2)
    both = with_agreement((for_all,), own)
    assert agreement_for("gpt-a", both) == own
    assert agreement_for("gpt-b", both) == for_all
    assert agreement_for("gpt-b", (own,)) is None


def test_a_later_agreement_takes_the_place_of_an_older_one_and_an_empty_one_ends_it() -> None:
    first, later = agreed("gpt-a", input_price=2), agreed("gpt-a", input_price=3)
    assert with_agreement((first,), later) == (later,)
    assert with_agreement((later,), agreed("gpt-a")) == ()


def test_figures_of_an_agreement_take_the_place_of_what_was_stated() -> None:
    inputs = Inputs(payg_discount_percent=Decimal(9), output_price=Decimal(7))
    taken = with_agreed(inputs, {"input_price": Decimal(2)}, DAY)
    assert agreed_figures(taken) == {"input_price": Decimal(2)}
    assert taken.agreed_on == "2026-11-20"
    assert agreed_figures(with_agreed(taken, {}, None)) == {}


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"price": 1}, "no such price"),
        ({"payg_discount_percent": 100}, "less than 100"),
        ({"input_price": 0}, "agreed"),
        ({"input_price": -1}, "agreed"),
    ],
)
def test_figures_without_sense_are_refused_in_words(figures: dict[str, int], words: str) -> None:
    data = changed(agreed=[{"figures": figures, "agreed_on": "2026-11-20"}])
    with pytest.raises(ClientUnusable, match=words):
        read_client(data)
