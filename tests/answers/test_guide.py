# SPDX-License-Identifier: MIT
"""The guide's short list: what fits, why, and in which order."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.answers.advice import Step, further_notes, note_of
from azmodels_gui.answers.guide import Guide, GuideQuestion, Sign, Verdict, guide
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.catalog.document import (
    Catalog,
    Modalities,
    Model,
    Note,
    Recommendation,
    UseCase,
    entries,
)
from azmodels_gui.catalog.facts import (
    Limits,
    PtuParameters,
    PtuPrice,
    ScopeSizing,
    TokenLimit,
    TokenWeight,
)
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Billing, PriceTier, Scope, Stage, Term, TokenCategory
from tests.builders import (
    DEPLOYMENT_TYPES,
    TODAY,
    catalog,
    deployment_type,
    model,
    offer,
    price,
    text,
    version,
)
from tests.calculator.samples import load

LATE, SOON = date(2028, 3, 11), date(2027, 1, 14)
EVERYWHERE = offer("GlobalStandard", "germanywestcentral", "eastus2")
EU = offer("DataZoneStandard", "germanywestcentral", "swedencentral")
OFFICE = Users(users=500, requests_per_user=20, working_days=22, busy_hours=8, peak_factor=3)
LOAD = MonthLoad.of_users(OFFICE, load(1, 5_000, 400))


def chat(
    name: str,
    amount: str | None = "1",
    *,
    offers: Iterable[Any] = (EVERYWHERE,),
    scope: Scope = Scope.GLOBAL,
    **more: Any,
) -> Model:
    more.setdefault("retirement", LATE)
    prices = () if amount is None else both(amount, scope)
    built = version(offers=offers, **more)
    return model(name, built, use_cases=("chat",), prices=prices)


def both(amount: str, scope: Scope = Scope.GLOBAL, **more: Any) -> tuple[Any, ...]:
    kinds = (TokenCategory.INPUT, TokenCategory.OUTPUT)
    return tuple(price(amount, each, scope, **more) for each in kinds)


def asked(question: GuideQuestion, *models: Model, **more: Any) -> Guide:
    made = catalog(*models, **more)
    return guide(question, tuple(entries(made)), Viewpoint(made, TODAY))


def names(found: Guide, verdict: Verdict = Verdict.FITS) -> list[str]:
    return [each.entry.model.id for each in found.of(verdict)]


def reasons(found: Guide, name: str, sign: Sign) -> list[str]:
    (one,) = (each for each in found.candidates if each.entry.model.id == name)
    return [each.said.key for each in one.reasons if each.sign is sign]


def test_what_lasts_comes_first_then_what_costs_less_and_unknown_last() -> None:
    found = asked(
        GuideQuestion("chat"),
        chat("no-price", None),
        chat("cheap-but-ending", "0.1", retirement=SOON),
        chat("preview", "0.2", stage=Stage.PREVIEW),
        chat("no-date", "0.1", retirement=None),
        chat("dear", "9"),
        chat("fair", "2"),
    )
    assert names(found) == ["fair", "dear", "cheap-but-ending", "preview", "no-date", "no-price"]


def test_an_end_in_180_days_is_soon_and_a_day_later_is_not() -> None:
    edges = {"at-180": date(2027, 5, 21), "at-181": date(2027, 5, 22)}
    found = asked(GuideQuestion("chat"), *(chat(n, retirement=day) for n, day in edges.items()))
    assert {each.entry.model.id: each.days_left for each in found.candidates} == {
        "at-180": 180,
        "at-181": 181,
    }
    assert names(found) == ["at-181", "at-180"]


def test_the_dead_and_other_use_cases_are_left_out_and_the_dead_counted() -> None:
    found = asked(
        GuideQuestion("chat"),
        chat("alive"),
        chat("retired", stage=Stage.RETIRED),
        chat("overdue", retirement=date(2026, 10, 1)),
        model("coder", use_cases=("code",)),
    )
    assert names(found) == ["alive"]
    assert found.retired == 2


def test_a_place_is_where_data_is_processed_not_where_it_is_deployed() -> None:
    models = (
        chat("everywhere"),
        chat("in-the-zone", offers=(EVERYWHERE, EU)),
        chat("in-germany", offers=(offer("Standard", "germanywestcentral"),)),
        chat("nobody-knows", offers=(offer("DataZoneStandard", covered=("eastus2",)),)),
    )
    zone = asked(GuideQuestion("chat", data_zone="EU"), *models)
    assert set(names(zone)) == {"in-the-zone", "in-germany"}
    assert set(names(zone, Verdict.UNKNOWN)) == {"everywhere", "nobody-knows"}
    country = asked(GuideQuestion("chat", country="DE"), *models)
    assert names(country) == ["in-germany"]
    region = asked(GuideQuestion("chat", region="germanywestcentral"), *models)
    assert names(region) == ["in-germany"]


def test_a_no_says_what_is_offered_there_instead() -> None:
    nothing = (offer("DataZoneStandard"), offer("Standard"), EVERYWHERE)
    paid = GuideQuestion("chat", data_zone="EU", billing=Billing.PAYG)
    found = asked(paid, chat("global-only", offers=nothing))
    assert names(found, Verdict.FAILS) == ["global-only"]
    assert reasons(found, "global-only", Sign.AGAINST) == ["guide_only"]


def test_unknown_and_disputed_offers_are_no_yes_and_no_no() -> None:
    disputed = offer("DataZoneStandard", disputed=["swedencentral"])
    found = asked(
        GuideQuestion("chat", data_zone="EU", billing=Billing.PAYG),
        chat("silent", offers=()),
        chat("disputed", offers=(disputed, offer("Standard"))),
    )
    assert set(names(found, Verdict.UNKNOWN)) == {"silent", "disputed"}
    assert reasons(found, "silent", Sign.OPEN) == ["guide_offer_unknown"]
    assert reasons(found, "disputed", Sign.OPEN) == ["guide_offer_disputed"]


def test_terms_rule_out_and_what_is_unknown_of_them_stays_open() -> None:
    found = asked(
        GuideQuestion("chat", generally_available=True, lasts_until=date(2027, 6, 1)),
        chat("good"),
        chat("preview", stage=Stage.PREVIEW),
        chat("ends", retirement=SOON),
        chat("no-stage", stage=None),
        chat("no-date", retirement=None),
    )
    assert names(found) == ["good"]
    assert set(names(found, Verdict.FAILS)) == {"preview", "ends"}
    assert set(names(found, Verdict.UNKNOWN)) == {"no-stage", "no-date"}


def test_a_month_of_the_load_is_reckoned_exactly() -> None:
    one = model(
        "m",
        version(retirement=LATE, offers=[EVERYWHERE]),
        use_cases=("chat",),
        prices=(price("1.75"), price("14", TokenCategory.OUTPUT)),
    )
    (found,) = asked(GuideQuestion("chat", LOAD), one).candidates
    assert found.cost.monthly == Decimal(3157)


def test_the_price_is_that_of_the_place() -> None:
    zone = both("2", Scope.DATA_ZONE, regions=("swedencentral",))
    one = model(
        "m",
        version(retirement=LATE, offers=[EVERYWHERE, EU]),
        use_cases=("chat",),
        prices=(*both("1"), *zone),
    )
    anywhere = asked(GuideQuestion("chat", LOAD), one).candidates[0].cost
    inside = asked(GuideQuestion("chat", LOAD, data_zone="EU"), one).candidates[0].cost
    assert (anywhere.monthly, inside.monthly) == (Decimal(1188), Decimal(2376))
    assert inside.region is not None
    assert inside.region.id == "swedencentral"
    listed = asked(GuideQuestion("chat", data_zone="EU"), one).candidates[0].cost
    assert listed.rank == (Decimal(2), Decimal(2))


def test_batch_is_priced_as_batch_and_only_where_it_is_asked_for() -> None:
    one = model(
        "m",
        version(retirement=LATE, offers=[EVERYWHERE, offer("GlobalBatch", "eastus2")]),
        use_cases=("chat",),
        prices=(*both("2"), *both("1", tier=PriceTier.BATCH)),
    )
    costs = [
        asked(GuideQuestion("chat", LOAD, billing=billing), one).candidates[0].cost.monthly
        for billing in (None, Billing.BATCH)
    ]
    assert costs == [2376, 1188]


def provisioned(retirement: date | None) -> Catalog:
    sizing = ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=15, scale_increment=5)
    weights = tuple(
        TokenWeight(category=each, weight=Decimal(amount))
        for each, amount in ((TokenCategory.INPUT, 1), (TokenCategory.OUTPUT, 8))
    )
    page = PtuParameters(
        input_tpm_per_ptu=3_400, weights=weights, sizing=(sizing,), source="matrix"
    )
    one = model(
        "m",
        version(retirement=retirement, offers=[offer("GlobalProvisionedManaged", "eastus2")]),
        use_cases=("chat",),
        ptu=(page,),
    )
    prices = tuple(
        PtuPrice(
            amount=Decimal(amount),
            term=term,
            scope=Scope.GLOBAL,
            product="Foundry models (one PTU price for all)",
            source="prices",
        )
        for term, amount in ((Term.HOUR, "1"), (Term.MONTH, "260"), (Term.YEAR, "2652"))
    )
    return catalog(one, ptu_prices=prices)


@pytest.mark.parametrize(
    ("retirement", "term", "of_one"),
    [
        pytest.param(LATE, Term.YEAR, 221, id="a year ends before the model"),
        pytest.param(SOON, Term.MONTH, 260, id="a year would outlive it"),
        pytest.param(date(2026, 12, 1), Term.HOUR, 730, id="a month would outlive it"),
        pytest.param(None, Term.HOUR, 730, id="nobody knows how long it lasts"),
    ],
)
def test_no_reservation_outlives_the_model(
    retirement: date | None, term: Term, of_one: int
) -> None:
    made = provisioned(retirement)
    asking = GuideQuestion("chat", LOAD, billing=Billing.PROVISIONED)
    (found,) = guide(asking, tuple(entries(made)), Viewpoint(made, TODAY)).candidates
    assert (found.cost.term, found.cost.ptu) == (term, 155)
    assert found.cost.monthly == 155 * of_one


def test_speech_is_never_priced_as_text() -> None:
    heard = Modalities(input=("text", "audio"), output=("text", "audio"), source="types")
    spoken = (TokenCategory.AUDIO_INPUT, TokenCategory.AUDIO_OUTPUT)
    one = model(
        "voice",
        version(retirement=LATE, offers=[EVERYWHERE]),
        use_cases=("chat",),
        modalities=heard,
        prices=(*both("1"), *(price("32", each) for each in spoken)),
    )
    (of_load,) = asked(GuideQuestion("chat", LOAD), one).candidates
    assert of_load.cost.monthly is None
    assert [each.said.key for each in of_load.reasons if each.sign is Sign.UNKNOWN] == [
        "guide_other_tokens"
    ]
    (listed,) = asked(GuideQuestion("chat"), one).candidates
    assert listed.cost.categories == spoken
    assert listed.cost.rank == (Decimal(32), Decimal(32))


def test_a_request_longer_than_the_context_window_fails() -> None:
    short = Limits(context_window=TokenLimit(tokens=5_000, source="matrix"))
    found = asked(GuideQuestion("chat", LOAD), chat("short", limits=short), chat("long"))
    assert names(found) == ["long"]
    assert reasons(found, "short", Sign.AGAINST) == ["guide_above_context"]


def test_advice_speaks_for_a_model_and_dearer_ones_say_so() -> None:
    advice = Recommendation(models=("fair", "gone"), source="types")
    found = asked(
        GuideQuestion("chat", LOAD),
        chat("fair"),
        chat("dear", "5"),
        use_cases=(UseCase(id="chat", name=text("Chat"), recommendations=(advice,)),),
    )
    assert "guide_advised" in reasons(found, "fair", Sign.FOR)
    assert "guide_cheapest" in reasons(found, "fair", Sign.FOR)
    assert reasons(found, "dear", Sign.CAUTION) == ["guide_times_as_dear"]
    assert [each.name for each in found.advice[0].models] == ["fair", "gone"]


@pytest.mark.parametrize(
    "question",
    [
        GuideQuestion("chat"),
        GuideQuestion("chat", data_zone="EU"),
        GuideQuestion("chat", data_zone="EU", billing=Billing.PAYG),
        GuideQuestion("chat", country="DE", billing=Billing.PROVISIONED),
        GuideQuestion("chat", country="US"),
        GuideQuestion("chat", region="swedencentral", generally_available=True),
        GuideQuestion("chat", lasts_until=LATE),
        GuideQuestion("chat", country="DE", billing=Billing.BATCH),
        GuideQuestion(None, billing=Billing.BATCH),
    ],
    ids=str,
)
def test_the_filter_of_the_table_asks_the_same(question: GuideQuestion) -> None:
    american = offer("DataZoneStandard", "eastus2")
    made = catalog(
        chat("everywhere"),
        chat("zone", offers=(EU,)),
        chat("usa", offers=(american,)),
        chat("batch", offers=(offer("GlobalBatch", "eastus2"),)),
        chat("german", offers=(offer("Standard", "germanywestcentral"),)),
        chat("ptu", offers=(offer("ProvisionedManaged", "germanywestcentral", "swedencentral"),)),
        chat("preview", stage=Stage.PREVIEW, offers=(EU,)),
    )
    index = CatalogIndex(made, TODAY)
    found = guide(question, index.entries, Viewpoint(made, TODAY))
    query = question.query(made)
    shown = index.run(query).rows()
    assert {index.entries[row].model.id for row in shown} == set(names(found))
    followed = GuideQuestion(load=LOAD).following(query, made)
    assert (followed.query(made), followed.load) == (query, LOAD)
    assert question.following(query, made) is question


def test_what_the_filter_asks_beside_the_guide_stays() -> None:
    made = catalog(chat("m"))
    before = CatalogQuery(text="gpt", regions=frozenset({"japaneast"}), newest_only=True)
    after = GuideQuestion("chat", data_zone="EU").put_into(before, made)
    assert after == CatalogQuery(
        text="gpt", use_cases=frozenset({"chat"}), data_zones=frozenset({"EU"}), newest_only=True
    )


def test_what_the_guide_has_no_words_for_is_left_open() -> None:
    made = catalog(chat("m"))
    odd = CatalogQuery(
        use_cases=frozenset({"chat", "code"}), regions=frozenset({"japaneast", "eastus2"})
    )
    assert GuideQuestion("chat").following(odd, made) == GuideQuestion()


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_can_be_asked_for(day: date) -> None:
    made = catalog(chat("m"))
    assert GuideQuestion("chat", lasts_until=day).query(made).retires_after is not None
    assert GuideQuestion().following(CatalogQuery(retires_after=day), made).lasts_until is not None


def test_the_developer_tier_is_no_way_to_pay_per_token() -> None:
    tier = deployment_type("DeveloperTier", Billing.PAYG, Scope.GLOBAL)
    trial = chat("trial", offers=(offer("DeveloperTier", "eastus2"), *_no_standard()))
    made = {"deployment_types": (*DEPLOYMENT_TYPES, tier)}
    found = asked(GuideQuestion("chat", billing=Billing.PAYG), trial, **made)
    assert names(found, Verdict.FAILS) == ["trial"]
    query = found.question.query(catalog(trial, **made))
    assert query.deployment_types == {"GlobalStandard", "DataZoneStandard", "Standard"}


def _no_standard() -> tuple[Any, ...]:
    return tuple(offer(sku) for sku in ("GlobalStandard", "DataZoneStandard", "Standard"))


def test_conditions_that_exclude_each_other_leave_nothing() -> None:
    # No document knows a batch deployment that processes in one country.
    batch = offer("GlobalBatch", "germanywestcentral")
    found = asked(
        GuideQuestion("chat", country="DE", billing=Billing.BATCH), chat("batch", offers=(batch,))
    )
    assert names(found, Verdict.FAILS) == ["batch"]


def test_each_question_has_its_note() -> None:
    notes = tuple(
        Note(text=text(words), source="types", topic=topic)
        for words, topic in (
            ("What?", "decision"),
            ("How much?", "decision"),
            ("Stored is not processed.", "residency"),
            ("Where?", "decision"),
            ("Which terms?", "decision"),
        )
    )
    made = catalog(notes=notes)
    told = [note_of(step, made) for step in Step]
    assert [each and each.text.en for each in told] == [
        "What?",
        "How much?",
        "Where?",
        "Which terms?",
    ]
    assert [each.text.en for each in further_notes(Step.PLACE, made)] == [
        "Stored is not processed."
    ]
    assert note_of(Step.LOAD, catalog()) is None
