# SPDX-License-Identifier: MIT
"""What a newer catalogue may change without somebody looking at it."""

from datetime import date

import pytest

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.facts import PtuParameters
from azmodels_gui.publish.gate import beyond_bounds
from tests.builders import catalog, model, offer, price, version

PARAMETERS = PtuParameters(
    input_tpm_per_ptu=1_000, weights=(), sizing=(), long_context=False, source="types"
)
NAMES = [f"gpt-{number}" for number in range(40)]


def whole(name: str, **changed: object) -> Model:
    figures: dict[str, object] = {"prices": (price("2.00"),), "ptu": (PARAMETERS,)}
    offered = version("1", offers=[offer("Standard", "eastus2")], retirement=date(2027, 3, 1))
    return model(name, *changed.pop("versions", (offered,)), **figures | changed)  # type: ignore[misc]


OLD = catalog(*map(whole, NAMES))


def with_first(count: int, **changed: object) -> Catalog:
    """Return the catalogue with the first models changed alike."""
    return catalog(*(whole(name, **changed) for name in NAMES[:count]), *map(whole, NAMES[count:]))


def told(new: Catalog) -> list[str]:
    return [str(each) for each in beyond_bounds(OLD, new)]


def test_the_same_catalogue_exceeds_nothing() -> None:
    assert told(OLD) == []


def test_what_is_new_exceeds_nothing() -> None:
    assert told(catalog(*map(whole, NAMES), *(whole(f"new-{name}") for name in NAMES))) == []


UNDATED = (version("1", offers=[offer("Standard", "eastus2")]),)
UNOFFERED = (version("1", retirement=date(2027, 3, 1)),)


@pytest.mark.parametrize(
    ("most", "changed", "words"),
    [
        pytest.param(2, {"versions": UNDATED}, "retirement dates would become unknown", id="dates"),
        pytest.param(4, {"versions": UNOFFERED}, "offers would disappear", id="offers"),
        pytest.param(4, {"prices": ()}, "prices would disappear", id="prices"),
        pytest.param(2, {"prices": (price("4.00"),)}, "prices would at least double", id="doubled"),
        pytest.param(2, {"prices": (price("1.00"),)}, "prices would at least double", id="halved"),
        pytest.param(4, {"ptu": ()}, "PTU parameters would disappear", id="PTU parameters"),
    ],
)
def test_a_bound_is_exceeded_by_one_more_than_it_allows(
    most: int, changed: dict[str, object], words: str
) -> None:
    assert told(with_first(most, **changed)) == []
    (sentence,) = told(with_first(most + 1, **changed))
    assert sentence.startswith(f"{most + 1} of 40 {words}")


def test_models_that_go_are_counted_as_models_versions_and_offers() -> None:
    assert told(catalog(*map(whole, NAMES[2:]))) == []
    assert told(catalog(*map(whole, NAMES[3:]))) == [
        "3 of 40 models would disappear (bound: 5 %)",
        "3 of 40 model versions would disappear (bound: 5 %)",
    ]
    assert (
        told(catalog(*map(whole, NAMES[5:])))[0] == "5 of 40 offers would disappear (bound: 10 %)"
    )


def test_a_price_that_rises_by_less_than_its_double_is_no_jump() -> None:
    assert told(with_first(40, prices=(price("3.99"),))) == []


def test_a_source_that_is_gone_is_named() -> None:
    first, *others = OLD.sources
    assert told(OLD.but(sources=tuple(others))) == [
        f"the source {first.id} ({first.title}) would be gone"
    ]
