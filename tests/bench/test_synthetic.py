# SPDX-License-Identifier: MIT
"""Large catalogues are what they claim to be: the asked size, sound, the same every time."""

import pytest

from azmodels_gui.catalog.document import Catalog, entries
from azmodels_gui.catalog.loading import first_fault
from bench.synthetic import multiplied
from bench.timing import Times, percentile
from tests.builders import catalog, model, offer, version


@pytest.fixture
def small() -> Catalog:
    offered = version("1", offers=[offer("Standard", "swedencentral", "eastus2")])
    return catalog(model("a", offered, version("2")), model("b"))


@pytest.mark.parametrize("size", [1, 3, 4, 100])
def test_a_catalogue_grows_to_the_size_asked_for(small: Catalog, size: int) -> None:
    grown = multiplied(small, size)
    assert len(list(entries(grown))) == size
    assert first_fault(grown) is None


def test_it_is_the_same_every_time(small: Catalog) -> None:
    assert multiplied(small, 50) == multiplied(small, 50)


def test_rounds_differ_in_more_than_their_names(small: Catalog) -> None:
    offers = {each.version.offers for each in entries(multiplied(small, 90)) if each.version.offers}
    assert len(offers) > 1


def test_a_step_counts_by_its_best_run() -> None:
    times = Times(((1.0, 9.0), (5.0, 2.0)))
    assert times.best == [1.0, 2.0]
    assert (times.minimum, times.p99, times.p99_of_all) == (1.0, 2.0, 9.0)


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        pytest.param(0.5, 50.0, id="half"),
        pytest.param(0.99, 99.0, id="ninety-nine of a hundred"),
        pytest.param(1.0, 100.0, id="all"),
    ],
)
def test_a_percentile_is_a_measured_value(share: float, expected: float) -> None:
    assert percentile([float(value) for value in range(1, 101)], share) == expected
