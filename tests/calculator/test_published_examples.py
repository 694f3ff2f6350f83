# SPDX-License-Identifier: MIT
"""Every worked example of Microsoft's sizing page (23 September 2026), to the digit."""

from decimal import Decimal

import pytest

from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.deployment import (
    Deployment,
    normalized_request,
    published_weight,
    sized,
)
from azmodels_gui.calculator.exact import product, quotient, to_cents
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.payg import PaygTerms, payg_request
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Entry, entries
from azmodels_gui.catalog.facts import PtuParameters
from azmodels_gui.catalog.terms import ContextBand, Scope, TokenCategory
from azmodels_gui.language.figures import rounded
from tests.builders import TODAY, price, shipped_catalog
from tests.calculator.samples import (
    ASTRA,
    EIGHT_WEIGHTS,
    GLOBAL_PTU,
    GPT_5_2,
    IMAGE_2,
    SOL,
    deployment,
    load,
    with_ptu,
)

TWO_PLACES = 2


@pytest.mark.parametrize(
    ("cached", "effective_input_tpm", "normalized_tpm", "raw", "deployable"),
    [
        pytest.param(0, 200_000, 360_000, "105.88", 110, id="gpt-5.2 without a cache"),
        pytest.param(100, 100_000, 260_000, "76.47", 80, id="gpt-5.2 with half the input cached"),
    ],
)
def test_the_text_example_comes_out_as_printed(
    cached: int, effective_input_tpm: int, normalized_tpm: int, raw: str, deployable: int
) -> None:
    found = sized(deployment(with_ptu(GPT_5_2), load(1_000, 200, 20, cached_tokens=cached)))
    assert found.deployment.input_tpm == 200_000
    assert found.deployment.output_tpm == 20_000
    weighted_input = sum(part.normalized for part in found.requests[0].parts[:-1])
    assert weighted_input * 1_000 == effective_input_tpm
    assert found.size.normalized_tpm == normalized_tpm
    assert rounded(found.size.raw, TWO_PLACES) == Decimal(raw)
    assert found.size.deployable == deployable


def test_the_image_example_comes_out_as_printed() -> None:
    pictures = Workload(
        requests_per_minute=10,
        input_tokens=2_000,
        beside={Count.IMAGE_INPUT: 1_229, Count.IMAGE_OUTPUT: 7_024},
    )
    found = sized(deployment(with_ptu(IMAGE_2), pictures, kind=GLOBAL_PTU))
    assert found.requests[0].tokens == Decimal("46110.4")
    assert found.size.normalized_tpm == 461_104
    assert rounded(found.size.raw, TWO_PLACES) == Decimal("384.25")
    assert found.size.deployable == 400


ASTRA_PRICES = ("10", "1", "12.5", "50", "20", "2", "25", "75")
SOL_PRICES = ("2", "0.2", "2.5", "10", "4", "0.4", "5", "15")


@pytest.mark.parametrize(
    ("parameters", "prices"),
    [
        pytest.param(ASTRA, ASTRA_PRICES, id="gpt-6-astra"),
        pytest.param(SOL, SOL_PRICES, id="gpt-6-sol"),
    ],
)
def test_each_token_weight_is_its_price_over_the_short_input_price(
    parameters: PtuParameters, prices: tuple[str, ...]
) -> None:
    for stated, amount in zip(EIGHT_WEIGHTS, prices, strict=True):
        assert stated.context_band is not None
        weight = published_weight(parameters, stated.category, stated.context_band)
        assert weight == Decimal(amount) / Decimal(prices[0])


@pytest.mark.parametrize(
    ("parameters", "prices", "volume", "payg", "ptu_per_million", "payg_per_million"),
    [
        pytest.param(ASTRA, ASTRA_PRICES, 25_920_000, "259.20", "10.03", "10.00", id="gpt-6-astra"),
        pytest.param(SOL, SOL_PRICES, 129_600_000, "259.20", "2.01", "2.00", id="gpt-6-sol"),
    ],
)
def test_one_ptu_for_30_days_compares_with_paying_per_token_as_printed(
    parameters: PtuParameters,
    prices: tuple[str, ...],
    volume: int,
    payg: str,
    ptu_per_million: str,
    payg_per_million: str,
) -> None:
    one = with_ptu(parameters, prices=eight_prices(prices))
    millions = Decimal(volume) / 1_000_000
    tokens_of_a_ptu = product(parameters.input_tpm_per_ptu, Month.DAYS_30.minutes)
    assert tokens_of_a_ptu == volume

    plain_input = Workload(requests_per_minute=1, input_tokens=1)
    assert normalized_request(plain_input, parameters).tokens == 1
    paid = payg_request(one, plain_input, PaygTerms(place=Place(Scope.GLOBAL), day=TODAY)).cost
    assert paid is not None
    assert to_cents(product(paid, volume)) == Decimal(payg)
    assert rounded(quotient(Decimal(260), millions), TWO_PLACES) == Decimal(ptu_per_million)
    assert rounded(quotient(Decimal(payg), millions), TWO_PLACES) == Decimal(payg_per_million)


def test_the_comparison_does_not_depend_on_the_mix_of_tokens() -> None:
    one = with_ptu(ASTRA, prices=eight_prices(ASTRA_PRICES))
    terms = PaygTerms(place=Place(Scope.GLOBAL), day=TODAY)
    for mixed in (
        load(1, 1_000, 300, cached_tokens=400, cache_write_tokens=100),
        load(1, 300_000, 7, cached_tokens=1, long_context=True),
    ):
        paid = payg_request(one, mixed, terms).cost
        assert paid == normalized_request(mixed, ASTRA).tokens * 10 / 1_000_000


@pytest.mark.parametrize(
    ("model", "workload", "deployable"),
    [
        pytest.param("gpt-5.2", load(1_000, 200, 20), 110, id="text"),
        pytest.param(
            "gpt-image-2",
            Workload(
                requests_per_minute=10,
                input_tokens=2_000,
                beside={Count.IMAGE_INPUT: 1_229, Count.IMAGE_OUTPUT: 7_024},
            ),
            400,
            id="image",
        ),
    ],
)
def test_the_shipped_catalogue_gives_the_printed_sizes(
    model: str, workload: Workload, deployable: int
) -> None:
    assert sized(shipped(model, workload)).size.deployable == deployable


def shipped(model: str, workload: Workload) -> Deployment:
    return deployment(shipped_entry(model), workload)


def shipped_entry(model: str) -> Entry:
    return next(each for each in entries(shipped_catalog()) if each.model.id == model)


def eight_prices(amounts: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(
        price(amount, stated.category, Scope.GLOBAL, context_band=stated.context_band)
        for stated, amount in zip(EIGHT_WEIGHTS, amounts, strict=True)
    )


def test_the_weights_cover_both_bands_of_four_categories() -> None:
    assert {(each.category, each.context_band) for each in EIGHT_WEIGHTS} == {
        (category, band)
        for category in (
            TokenCategory.INPUT,
            TokenCategory.CACHED_INPUT,
            TokenCategory.CACHE_WRITE,
            TokenCategory.OUTPUT,
        )
        for band in ContextBand
    }
