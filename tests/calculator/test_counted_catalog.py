# SPDX-License-Identifier: MIT
"""Every price of the shipped catalogue: counted by its unit, or known not to be."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from azmodels_gui.calculator.counted import (
    BESIDE_TEXT,
    COUNTED,
    EVERYTHING,
    Count,
    countable,
    measure_of,
)
from azmodels_gui.calculator.payg import PaygTerms, payg_request
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Entry, entries
from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.price_lookup import PriceQuestion, price_among
from azmodels_gui.catalog.terms import Scope
from tests.builders import shipped_catalog

CATALOG = shipped_catalog()
DAY = date(2026, 11, 30)
SERVICES = frozenset({"azure-speech"})
"""Beside the models: no deployment, so nothing is asked of them here."""

GRADERS = frozenset({"grader_input", "grader_cached_input", "grader_output"})
"""Paid for while a model is fine-tuned, by rules no source tells."""

NOT_COUNTED = frozenset({("other", "1M tokens"), *((each, "1M tokens") for each in GRADERS)})

WORTH = {
    "1M tokens": Fraction(10**6),
    "image": Fraction(1),
    "megapixel": Fraction(1),
    "second": Fraction(1),
    "hour": Fraction(60),  # minutes of speech
    "1M characters": Fraction(10**6),
    "1K pages": Fraction(1_000),
    "1K searches": Fraction(1_000),
}
"""How many of what is counted a unit buys, written anew."""


def models() -> Iterator[Entry]:
    return (each for each in entries(CATALOG) if each.model.id not in SERVICES)


def test_every_price_is_counted_or_known_not_to_be() -> None:
    counted = {(each.category, each.measure) for each in EVERYTHING.values()}
    left = {
        (price.category.value, price.unit.value)
        for entry in models()
        for price in entry.prices
        if (price.category, measure_of(price.unit)) not in counted
    }
    assert left == NOT_COUNTED


def test_every_model_can_be_asked_for_something() -> None:
    assert [entry.title for entry in models() if not countable(entry)] == []


def known(entry: Entry, count: Count) -> Price | None:
    """Return the price of a thing in a global deployment, if one is known."""
    counted = COUNTED[count]
    prices = [each for each in entry.prices if measure_of(each.unit) is counted.measure]
    return price_among(prices, PriceQuestion(category=counted.category), DAY).price


def one(count: Count, amount: Decimal) -> Workload:
    return Workload(
        requests_per_minute=1,
        input_tokens=amount if count is Count.INPUT else 0,
        output_tokens=amount if count is Count.OUTPUT else 0,
        beside={count: amount} if count in BESIDE_TEXT else {},
    )


def test_every_known_price_is_reckoned_by_its_own_unit() -> None:
    terms = PaygTerms(place=Place(Scope.GLOBAL), day=DAY)
    amount, seen = Decimal("123.5"), set()
    for entry in models():
        for count in countable(entry):
            listed = known(entry, count)
            if listed is None or COUNTED[count].within is not None:
                continue
            cost = payg_request(entry, one(count, amount), terms).cost
            expected = Fraction(amount) * Fraction(listed.amount) / WORTH[listed.unit.value]
            assert cost is not None, (entry.title, count)
            assert abs(Fraction(cost) - expected) <= expected / 10**27, (entry.title, count)
            seen.add(listed.unit.value)
    assert seen == set(WORTH)
