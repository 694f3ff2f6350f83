# SPDX-License-Identifier: MIT
"""What is paid for beside requests, variants of a price, and prices by another unit."""

from decimal import Decimal
from fractions import Fraction

import pytest

from azmodels_gui.calculator.counted import Count, Period
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.payg import PaygTerms, beside_requests, payg_request
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.statements import CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Modalities
from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory, Unit
from tests.builders import TODAY, entry, price
from tests.calculator.samples import load

TERMS = PaygTerms(place=Place(Scope.GLOBAL, None), day=TODAY)
TUNED = entry(
    prices=(
        price("2"),
        price("8", TokenCategory.OUTPUT),
        price("3", fine_tuned=True),
        price("12", TokenCategory.OUTPUT, fine_tuned=True),
        price("25", TokenCategory.TRAINING, fine_tuned=True),
        price("1.7", TokenCategory.HOSTING, unit=Unit.HOUR, fine_tuned=True),
    )
)
BY_HOUR = entry(
    prices=(price("100", TokenCategory.TRAINING, unit=Unit.HOUR, fine_tuned=True, variant="RFT"),)
)
EMBEDDING = entry(
    modalities=Modalities(input=("text",), output=("embedding",), source="types"),
    prices=(price("0.13"), price("0.065", tier=PriceTier.BATCH)),
)
SIZES = entry(
    prices=(
        price("0.04", TokenCategory.IMAGE, unit=Unit.IMAGE, variant="standard"),
        price("0.08", TokenCategory.IMAGE, unit=Unit.IMAGE, variant="HD"),
    )
)
ONE_IMAGE = Workload(requests_per_minute=1, input_tokens=0, beside={Count.IMAGES: 1})


def test_fine_tuning_is_paid_for_once_and_hosting_every_month() -> None:
    amounts = {Count.TRAINED: 2_000_000, Count.HOSTING_HOURS: 730}
    found = beside_requests(TUNED, amounts, TERMS)
    assert found.paid(Period.ONCE) == 50
    assert found.paid(Period.MONTH) == 1_241  # 730 x 1.70
    assert found.cautions == ()


@pytest.mark.parametrize(
    ("tier", "once", "month"),
    [
        pytest.param(PriceTier.STANDARD, 65, Fraction(13, 10), id="standard"),
        pytest.param(PriceTier.BATCH, Fraction(65, 2), Fraction(13, 20), id="batch"),
    ],
)
def test_documents_cost_what_their_tokens_cost(
    tier: PriceTier, once: Fraction, month: Fraction
) -> None:
    """A million documents of 500 tokens at $0.13 a million, 20,000 of them anew."""
    amounts = {Count.EMBEDDED: 10**6 * 500, Count.EMBEDDED_ANEW: 20_000 * 500}
    terms = PaygTerms(place=TERMS.place, day=TODAY, tier=tier)
    found = beside_requests(EMBEDDING, amounts, terms)
    costs = [found.paid(Period.ONCE), found.paid(Period.MONTH)]
    assert [None if cost is None else Fraction(cost) for cost in costs] == [once, month]


def test_a_model_that_answers_in_text_embeds_nothing() -> None:
    with pytest.raises(Refusal) as refused:
        beside_requests(TUNED, {Count.EMBEDDED: 1_000}, TERMS)
    assert refused.value.statement.id is RefusalId.NO_EMBEDDINGS


def test_requests_to_a_fine_tuned_model_have_its_prices() -> None:
    base, tuned = load(1, 1_000, 100), load(1, 1_000, 100, fine_tuned=True)
    assert payg_request(TUNED, base, TERMS).cost == Decimal("0.0028")  # 1,000 x 2 + 100 x 8
    assert payg_request(TUNED, tuned, TERMS).cost == Decimal("0.0042")  # 1,000 x 3 + 100 x 12


def test_training_by_the_hour_is_named_where_tokens_were_stated() -> None:
    found = beside_requests(BY_HOUR, {Count.TRAINED: 1_000_000}, TERMS)
    assert found.paid(Period.ONCE) is None
    (said,) = found.cautions
    assert said.id is CautionId.PRICE_IN_OTHER_UNIT
    assert said.data["options"] == ("--training-hours",)


def test_a_price_with_variants_asks_for_one() -> None:
    found = payg_request(SIZES, ONE_IMAGE, TERMS)
    assert found.cost is None
    (said,) = found.cautions
    assert said.id is CautionId.PRICE_BY_VARIANT
    assert said.data["variants"] == ("HD", "standard")


@pytest.mark.parametrize(("variant", "cost"), [("HD", "0.08"), ("standard", "0.04")])
def test_a_chosen_variant_has_its_price(variant: str, cost: str) -> None:
    overrides = Overrides(variants={TokenCategory.IMAGE: variant})
    terms = PaygTerms(place=TERMS.place, day=TODAY, overrides=overrides)
    assert payg_request(SIZES, ONE_IMAGE, terms).cost == Decimal(cost)


def test_a_variant_that_there_is_not_has_no_price() -> None:
    overrides = Overrides(variants={TokenCategory.IMAGE: "4K"})
    terms = PaygTerms(place=TERMS.place, day=TODAY, overrides=overrides)
    found = payg_request(SIZES, ONE_IMAGE, terms)
    assert found.cost is None
    assert [said.id for said in found.cautions] == [CautionId.PRICE_BY_VARIANT]
