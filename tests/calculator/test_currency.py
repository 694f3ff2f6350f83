# SPDX-License-Identifier: MIT
"""A catalogue that states prices in several currencies: reckoned in one, never in a mixture."""

from datetime import date
from decimal import Decimal

import pytest

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.beside import BesideQuestion, beside_estimate
from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.calculator.plan import plan_estimate
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Catalog, Entry, currency_of, in_one_currency
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import Scope, Term, TokenCategory
from tests.builders import catalog, entry, model, price, version
from tests.calculator.samples import DATA_ZONE_PTU, EAST_US_2, deployment, ratio_ptu

DAY = date(2026, 11, 22)
PARAMETERS = ratio_ptu(1_000, "4")


def both(currency: str, *amounts: str) -> tuple[Price, ...]:
    """Return the prices of input and output in a currency."""
    kinds = (TokenCategory.INPUT, TokenCategory.OUTPUT)
    return tuple(
        price(amount, kind, Scope.DATA_ZONE, currency=currency, regions=("eastus2",))
        for amount, kind in zip(amounts, kinds, strict=True)
    )


def ptu(amount: str, currency: str) -> PtuPrice:
    return PtuPrice(
        product="Azure OpenAI",
        scope=Scope.DATA_ZONE,
        term=Term.HOUR,
        amount=Decimal(amount),
        currency=currency,
        regions=("eastus2",),
        source="prices",
    )


DOLLARS, EUROS = both("USD", "2", "8"), both("EUR", "1.75", "7")
MIXED = catalog(
    model("both", version("1"), channel="azure_openai", ptu=(PARAMETERS,), prices=DOLLARS + EUROS),
    model("dollars", version("1"), channel="azure_openai", ptu=(PARAMETERS,), prices=DOLLARS),
    ptu_prices=(ptu("1.10", "USD"), ptu("0.95", "EUR")),
)


def of(found: Catalog, name: str) -> Entry:
    (chosen,) = (each for each in found.models if each.id == name)
    return Entry(chosen, chosen.versions[0])


def question(asked: Entry, currency: str = "USD") -> Question:
    load = Workload(requests_per_minute=60, input_tokens=1_000, output_tokens=100)
    return Question(
        deployment=deployment(asked, load, region=EAST_US_2), day=DAY, currency=currency
    )


def reckoned(name: str, currency: str = "USD", found: Catalog = MIXED) -> Estimate:
    return estimate(found, question(of(found, name), currency))


REQUESTS = Decimal(60 * 60 * 730)


@pytest.mark.parametrize(
    ("currency", "request_cost", "hour"),
    [
        pytest.param("USD", "0.0028", "1.10", id="dollars"),
        pytest.param("EUR", "0.00245", "0.95", id="euro as stated, without a rate"),
    ],
)
def test_the_currency_asked_for_is_reckoned_with(
    currency: str, request_cost: str, hour: str
) -> None:
    found = reckoned("both", currency)
    assert found.currency == currency
    assert found.payg[0].cost == Decimal(request_cost)
    assert found.payg_monthly == Decimal(request_cost) * REQUESTS
    assert found.rates[Term.HOUR].amount == Decimal(hour)


def test_euro_change_nothing_for_who_asks_for_dollars() -> None:
    without = catalog(
        *(each.but(prices=DOLLARS) for each in MIXED.models), ptu_prices=MIXED.ptu_prices[:1]
    )
    mine, plain = reckoned("both"), reckoned("both", found=without)
    assert (mine.payg_monthly, mine.rates) == (plain.payg_monthly, plain.rates)


@pytest.mark.parametrize("wanted", ["EUR", "CHF"])
def test_a_model_without_prices_in_it_is_reckoned_in_dollars(wanted: str) -> None:
    found = reckoned("dollars", wanted)
    assert (found.currency, found.rates[Term.HOUR].amount) == ("USD", Decimal("1.10"))


def test_ptu_of_another_currency_are_unknown_rather_than_added() -> None:
    found = reckoned("both", "EUR", MIXED.but(ptu_prices=(ptu("1.10", "USD"),)))
    assert (found.currency, found.rates[Term.HOUR].amount) == ("EUR", None)


def test_a_plan_is_in_euro_only_where_all_its_models_are() -> None:
    asked = [question(of(MIXED, "both"), "EUR"), question(of(MIXED, "dollars"), "EUR")]
    assert plan_estimate(MIXED, asked[:1], ["payg"]).currency == "EUR"
    assert plan_estimate(MIXED, asked, ["payg", "payg"]).currency == "USD"


def test_what_is_paid_beside_requests_is_in_the_currency_too() -> None:
    tuned = tuple(
        each.but(category=TokenCategory.TRAINING, fine_tuned=True) for each in (*DOLLARS, *EUROS)
    )[::2]
    asked = BesideQuestion(
        entry=entry("tuned", prices=tuned),
        deployment_type=DATA_ZONE_PTU,
        region=EAST_US_2,
        day=DAY,
        amounts={Count.TRAINED: 1_000_000},
        currency="EUR",
    )
    found = beside_estimate(MIXED, asked)
    assert (found.currency, found.beside.cost) == ("EUR", Decimal("1.75"))


def test_the_page_reckons_in_its_currency_and_knows_its_entry_again() -> None:
    asker = Asker(CatalogIndex(MIXED, DAY))
    inputs = Inputs(
        model="both",
        version="1",
        deployment_type="DataZoneProvisionedManaged",
        region="eastus2",
        requests_per_minute=Decimal(60),
        input_tokens=Decimal(1_000),
        output_tokens=Decimal(100),
        currency="EUR",
    )
    found = asker.answer(inputs).estimate
    assert found is not None
    assert found.currency == "EUR"


def test_a_catalogue_of_one_currency_stays_the_same_object() -> None:
    plain = catalog(model("a", version("1"), prices=DOLLARS), ptu_prices=(ptu("1", "USD"),))
    asked = of(plain, "a")
    found, same = in_one_currency(plain, asked)
    assert found is plain
    assert same is asked


def test_a_model_without_prices_goes_by_those_of_ptu() -> None:
    euro = catalog(model("a", version("1")), ptu_prices=(ptu("1", "EUR"),))
    assert currency_of(euro, of(euro, "a")) == "EUR"
    assert currency_of(MIXED.but(ptu_prices=()), Entry(model("a"), version("1")), "EUR") == "USD"
