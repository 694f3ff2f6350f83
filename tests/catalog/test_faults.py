# SPDX-License-Identifier: MIT
"""Every fault is named, once, at its place; a sound document has none."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.facts import AMOUNT, ExactBounds, Offer, Price, TokenWeight
from azmodels_gui.catalog.faults import schema_faults, unknown_facts
from tests.builders import catalog, model, offer, price, version
from tests.catalog.queries import catalogs

REGION = {"id": "x", "name": "X", "geography": "G", "geography_group": "GG", "source": "s"}
PRICE = {"category": "input", "amount": "1", "unit": "1M tokens", "source": "s"}


@pytest.mark.parametrize(
    ("value", "kind", "places"),
    [
        pytest.param(REGION, Region, [], id="a sound part"),
        pytest.param({}, Region, [*REGION], id="all required fields missing"),
        pytest.param(REGION | {"latitude": 91}, Region, ["latitude"], id="a bound"),
        pytest.param(REGION | {"id": "", "name": 3}, Region, ["id", "name"], id="two faults"),
        pytest.param(
            [],
            Region,
            ["expected a group of fields, found a list of length 0"],
            id="a list for an object",
        ),
        pytest.param(PRICE | {"amount": "NaN"}, Price, ["amount"], id="no number"),
        pytest.param(PRICE | {"amount": True}, Price, ["amount"], id="truth for a number"),
        pytest.param(PRICE | {"effective_from": "soon"}, Price, ["effective_from"], id="no day"),
        pytest.param(
            {"deployment_type": "S", "covered": "some"}, Offer, ["covered"], id="a word not listed"
        ),
        pytest.param(
            {"deployment_type": "S", "covered": ["a", "", 3]},
            Offer,
            ["covered[1]", "covered[2]"],
            id="inside one of two forms",
        ),
    ],
)
def test_faults_are_named_at_their_places(value: Any, kind: Any, places: list[str]) -> None:
    assert [str(fault).partition(":")[0] for fault in schema_faults(value, kind)] == places


def test_places_lead_through_lists_and_optional_parts() -> None:
    document = msgspec.to_builtins(catalog(model("a", version("1", offers=[offer("Standard")]))))
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(document))
    plain["models"][0]["prices"] = [PRICE, PRICE | {"amount": "-1"}]
    plain["models"][0]["versions"][0]["limits"] = {"context_window": {"tokens": "many"}}
    assert [str(fault).partition(":")[0] for fault in schema_faults(plain, Catalog)] == [
        "models[0].versions[0].limits.context_window.source",
        "models[0].versions[0].limits.context_window.tokens",
        "models[0].prices[1].amount",
    ]


def test_unknown_facts_are_found_inside_of_optional_parts() -> None:
    found = unknown_facts({"x": 1, "limits": {"context_window": {"token": 1}}}, type(version()))
    assert [*map(str, found)] == ["x: unknown field", "limits.context_window.token: unknown field"]


@given(built=catalogs())
def test_a_sound_catalogue_has_no_fault(built: Catalog) -> None:
    plain = msgspec.json.decode(msgspec.json.encode(built))
    assert not list(schema_faults(plain, Catalog))
    assert not list(unknown_facts(plain, Catalog))


@given(amount=st.decimals(min_value=0, max_value=10**9 - 1, places=15))
def test_any_exact_amount_within_the_bounds_reads_back_exactly(amount: Decimal) -> None:
    made = price("1").but(amount=amount)
    read = msgspec.json.decode(msgspec.json.encode(made), type=Price)
    assert read.amount.as_tuple() == amount.as_tuple()


@pytest.mark.parametrize(
    "amount",
    [
        "-0.01",
        "NaN",
        "sNaN",
        "Infinity",
        "1000000000.01",
        "0.0000000000000001",
        "1e30",
        "-Infinity",
    ],
)
def test_an_amount_out_of_bounds_is_refused_wherever_it_comes_from(amount: str) -> None:
    with pytest.raises(ValueError, match=r"^amount: expected"):
        price("1").but(amount=Decimal(amount))
    with pytest.raises(msgspec.ValidationError, match=r"^amount: expected"):
        msgspec.convert(PRICE | {"amount": amount}, Price)


def test_a_weight_has_bounds_of_its_own() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"^weight: expected"):
        msgspec.convert({"category": "output", "weight": "1000001"}, TokenWeight)


@given(digits=st.integers(1, 40), places=st.integers(0, 20))
def test_length_is_counted_in_digits(digits: int, places: int) -> None:
    value = Decimal("9" * digits) / 10**places if digits <= 28 else Decimal("9" * digits)
    bounds = ExactBounds(maximum=10**50, digits=AMOUNT.digits, decimal_places=40)
    if digits <= AMOUNT.digits:
        bounds.check("amount", value)
    else:
        with pytest.raises(ValueError, match="at most 24 digits"):
            bounds.check("amount", value)
