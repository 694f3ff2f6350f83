# SPDX-License-Identifier: MIT
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.differences import (
    Changes,
    PricedThing,
    PriceTerms,
    changes,
    vanished_availability,
)
from azmodels_gui.catalog.document import Catalog, Model, entries
from azmodels_gui.catalog.facts import (
    Capability,
    FineTuningLifecycle,
    Limits,
    ModelVersion,
    PtuParameters,
    PtuPrice,
    Quota,
    ScopeSizing,
    TokenLimit,
    TokenWeight,
    TrainingData,
)
from azmodels_gui.catalog.terms import Availability, Scope, Stage, Term, TokenCategory
from tests.builders import catalog, model, offer, price, version

OFFERED, NOT_OFFERED = Availability.OFFERED, Availability.NOT_OFFERED
UNKNOWN, CONFLICT = Availability.UNKNOWN, Availability.CONFLICT
JANUARY, SEPTEMBER = date(2026, 1, 1), date(2026, 9, 1)


def with_offer(*offers: Any) -> Catalog:
    return catalog(model("gpt-x", version("1", offers=offers)))


def with_prices(*prices: Any) -> Catalog:
    return catalog(model("gpt-x", version("1"), prices=prices))


def ptu(input_tpm: int, **more: Any) -> PtuParameters:
    weights = (TokenWeight(category=TokenCategory.INPUT, weight=Decimal(1)),)
    sizing = (ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=15, scale_increment=5),)
    more.setdefault("source", "types")
    return PtuParameters(input_tpm_per_ptu=input_tpm, weights=weights, sizing=sizing, **more)


def quota(requests: int, tier: str = "1", **more: Any) -> Quota:
    more.setdefault("source", "types")
    return Quota(deployment_type="Standard", tier=tier, requests=requests, **more)


def test_models_and_versions_come_and_go() -> None:
    old = catalog(model("a", version("1"), version("2")), model("b", version("1")))
    new = catalog(model("a", version("2"), version("3")), model("c", version("1")))
    found = changes(old, new)
    assert (found.models_added, found.models_removed) == (("c",), ("b",))
    assert found.versions_added == (("a", "3"), ("c", "1"))
    assert found.versions_removed == (("a", "1"), ("b", "1"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            [offer("Standard", "swedencentral")],
            [offer("Standard", "swedencentral", "eastus2")],
            [(NOT_OFFERED, OFFERED, ("eastus2",))],
            id="a region is gained",
        ),
        pytest.param(
            [offer("Standard", "eastus2", "swedencentral")],
            [offer("Standard")],
            [(OFFERED, NOT_OFFERED, ("eastus2", "swedencentral"))],
            id="no longer offered",
        ),
        pytest.param(
            [offer("Standard", "eastus2", covered=("eastus2",))],
            [],
            [(OFFERED, UNKNOWN, ("eastus2",))],
            id="no source speaks of it any more",
        ),
        pytest.param(
            [offer("Standard", "eastus2", covered=("eastus2",))],
            [offer("Standard", covered=("eastus2",), disputed=("eastus2",))],
            [(OFFERED, CONFLICT, ("eastus2",))],
            id="sources came to disagree",
        ),
        pytest.param(
            [],
            [offer("Standard", "faraway", covered=("faraway",))],
            [(UNKNOWN, OFFERED, ("faraway",))],
            id="a region the catalogue does not list",
        ),
        pytest.param(
            [offer("Standard", "eastus2", covered=("eastus2", "swedencentral"))],
            [offer("Standard", "eastus2", covered=("swedencentral", "eastus2"))],
            [],
            id="another order is no change",
        ),
    ],
)
def test_offers_change_region_by_region(
    old: list[Any], new: list[Any], expected: list[tuple[Availability, Availability, Any]]
) -> None:
    found = changes(with_offer(*old), with_offer(*new)).offers
    assert [(item.before, item.after, item.regions) for item in found] == expected
    assert {item.deployment_type for item in found} <= {"Standard"}


def test_gained_and_lost_are_told_apart() -> None:
    old, new = with_offer(offer("Standard", "eastus2")), with_offer(offer("Standard"))
    (lost,) = changes(old, new).offers
    (gained,) = changes(new, old).offers
    assert (lost.lost, lost.gained) == (True, False)
    assert (gained.lost, gained.gained) == (False, True)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            [price("2.00")],
            [price("1.50")],
            [("2.00", "1.50", Decimal("-25.0"))],
            id="a price falls",
        ),
        pytest.param(
            [price("0")], [price("1")], [("0", "1", None)], id="from free there is no percentage"
        ),
        pytest.param([], [price("1")], [(None, "1", None)], id="a price comes"),
        pytest.param([price("1")], [], [("1", None, None)], id="a price goes"),
        pytest.param(
            [price("2", effective_from=JANUARY)],
            [price("2", effective_from=JANUARY), price("3", effective_from=SEPTEMBER)],
            [("2", "3", Decimal("50.0"))],
            id="a price of a later period is compared with the one before",
        ),
        pytest.param(
            [price("2", effective_from=JANUARY)],
            [price("4", effective_from=SEPTEMBER)],
            [("2", "4", Decimal("100.0"))],
            id="the only price is replaced",
        ),
        pytest.param(
            [price("2", effective_from=JANUARY)],
            [price("2", effective_from=JANUARY, effective_until=SEPTEMBER)],
            [("2", "2", Decimal("0.0"))],
            id="only the last day changes",
        ),
        pytest.param(
            [price("2", effective_from=JANUARY), price("3", effective_from=SEPTEMBER)],
            [price("3", effective_from=SEPTEMBER)],
            [("2", None, None)],
            id="an old period is forgotten",
        ),
        pytest.param(
            [price("2", meter="old name")], [price("2", meter="new name")], [], id="renamed meter"
        ),
        pytest.param(
            [price("2", versions=("9",))],
            [],
            [],
            id="prices of a version that is in neither say nothing",
        ),
    ],
)
def test_prices_change(
    old: list[Any], new: list[Any], expected: list[tuple[str | None, str | None, Decimal | None]]
) -> None:
    found = changes(with_prices(*old), with_prices(*new)).prices
    assert [(amount(item.before), amount(item.after), item.percent) for item in found] == expected


def amount(terms: PriceTerms | None) -> str | None:
    return None if terms is None else str(terms.amount)


def test_a_price_change_names_the_regions_it_holds_in() -> None:
    old = with_prices(price("2", regions=("eastus2", "japaneast", "swedencentral")))
    new = with_prices(
        price("3", regions=("eastus2", "swedencentral")), price("2", regions=("japaneast",))
    )
    (change,) = changes(old, new).prices
    assert change.regions == ("eastus2", "swedencentral")


def test_prices_for_several_versions_are_compared_one_by_one() -> None:
    versions = version("1"), version("2")
    old = catalog(model("gpt-x", *versions, prices=(price("2", versions=("1", "2")),)))
    new = catalog(
        model(
            "gpt-x",
            *versions,
            prices=(price("2", versions=("1",)), price("3", versions=("2",))),
        )
    )
    (change,) = changes(old, new).prices
    assert isinstance(change.thing, PricedThing)
    assert change.thing.version == "2"


def test_ptu_prices_change() -> None:
    def priced(value: str) -> Catalog:
        hourly = PtuPrice(
            product="Azure OpenAI",
            scope=Scope.GLOBAL,
            regions=("eastus2",),
            term=Term.HOUR,
            amount=Decimal(value),
            source="prices",
        )
        return catalog(model(), ptu_prices=(hourly,))

    (change,) = changes(priced("1.00"), priced("1.10")).ptu_prices
    assert (change.regions, change.percent) == (("eastus2",), Decimal("10.0"))
    assert changes(priced("1.00"), priced("1.00")).is_empty


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([ptu(10)], [ptu(20)], [(None, 10, 20)], id="another throughput"),
        pytest.param([ptu(10)], [ptu(10, source="prices")], [], id="only the source differs"),
        pytest.param(
            [ptu(10, versions=("1", "2"))],
            [ptu(10, versions=("1",)), ptu(20, versions=("2",))],
            [("2", 10, 20)],
            id="one of two versions",
        ),
        pytest.param([ptu(10, versions=("9",))], [], [], id="a version in neither catalogue"),
        pytest.param([ptu(10)], [ptu(10), ptu(5, history=True)], [], id="history is not compared"),
        pytest.param(
            [ptu(10)], [ptu(10, history=True)], [(None, 10, None)], id="it became history"
        ),
    ],
)
def test_ptu_parameters_change(old: list[Any], new: list[Any], expected: list[Any]) -> None:
    versions = version("1"), version("2")
    found = changes(
        catalog(model("gpt-x", *versions, ptu=old)), catalog(model("gpt-x", *versions, ptu=new))
    ).ptu
    assert [
        (
            item.version,
            item.before and item.before.input_tpm_per_ptu,
            item.after and item.after.input_tpm_per_ptu,
        )
        for item in found
    ] == expected


def test_quotas_change_by_version_and_tier() -> None:
    old = [quota(10, versions=("1",)), quota(10, "2"), quota(1, versions=("9",))]
    new = [quota(20, versions=("1",)), quota(10, "2", source="prices"), quota(30, "3")]
    found = changes(
        catalog(model("gpt-x", version("1"), quotas=old)),
        catalog(model("gpt-x", version("1"), quotas=new)),
    ).quotas
    assert [(item.version, item.tier) for item in found] == [("1", "1"), (None, "3")]
    first, second = found
    assert (first.before and first.before.requests, first.after and first.after.requests) == (
        10,
        20,
    )
    assert second.before is None


def tuned(day: date) -> FineTuningLifecycle:
    return FineTuningLifecycle(training_retirement=day, source="schedule")


def lifecycle(**more: Any) -> ModelVersion:
    plain = version("1")
    return plain.but(lifecycle=plain.lifecycle.but(**more))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            version("1", stage=Stage.PREVIEW),
            version("1", stage=Stage.RETIRED),
            [("stage", "preview", "retired")],
            id="another stage",
        ),
        pytest.param(
            version("1"),
            version("1", retirement=JANUARY),
            [("retirement_date", None, "2026-01-01")],
            id="a retirement date is announced",
        ),
        pytest.param(
            lifecycle(replacements=("a",)),
            lifecycle(replacements=("a", "b")),
            [("replacements", ("a",), ("a", "b"))],
            id="another successor",
        ),
        pytest.param(
            lifecycle(fine_tuning=None),
            lifecycle(fine_tuning=tuned(JANUARY)),
            [
                ("fine_tuning.training_retirement", None, "2026-01-01"),
                ("fine_tuning.training_not_before", None, False),
            ],
            id="fine-tuned models get a date",
        ),
        pytest.param(lifecycle(source="types"), lifecycle(), [], id="only the source differs"),
    ],
)
def test_lifecycles_change(
    old: ModelVersion, new: ModelVersion, expected: list[tuple[str, Any, Any]]
) -> None:
    found = changes(catalog(model("gpt-x", old)), catalog(model("gpt-x", new)))
    assert [(item.field, item.before, item.after) for item in found.lifecycle] == expected
    assert found.details == ()


def test_limits_and_capabilities_change() -> None:
    limits = Limits(
        context_window=TokenLimit(tokens=1000, source="types"),
        training_data=TrainingData(until="2026-01", source="types"),
    )
    able = version("1", limits=limits, capabilities=(Capability(id="vision", source="types"),))
    found = changes(catalog(model("gpt-x", version("1"))), catalog(model("gpt-x", able))).details
    assert [(item.field, item.before, item.after) for item in found] == [
        ("context_window", None, 1000),
        ("training_data", None, "2026-01"),
        ("capabilities", (), ("vision",)),
    ]


def quota_json(requests: int) -> dict[str, Any]:
    return {
        "deployment_type": "Standard",
        "tier": "1",
        "tpm": None,
        "requests": requests,
        "request_period_s": 60,
        "enqueued_tokens": None,
        "note": "",
    }


TOLD = {
    "old_serial": 20261122001,
    "new_serial": 20261122002,
    "models_added": [],
    "models_removed": ["gone"],
    "versions_added": [],
    "versions_removed": [{"model": "gone", "version": "1"}],
    "offers": [
        {
            "model": "gpt-x",
            "version": "1",
            "deployment_type": "Standard",
            "before": "offered",
            "after": "not_offered",
            "regions": ["eastus2"],
        }
    ],
    "prices": [
        {
            "model": "gpt-x",
            "version": None,
            "category": "input",
            "context_band": None,
            "tier": "standard",
            "fine_tuned": False,
            "scope": "global",
            "data_zone": None,
            "currency": "USD",
            "unit": "1M tokens",
            "variant": "",
            "secondary": False,
            "regions": ["eastus2"],
            "before": {"amount": "2.00", "effective_from": None, "effective_until": None},
            "after": {"amount": "2.50", "effective_from": None, "effective_until": None},
            "percent": "25.0",
        }
    ],
    "ptu_prices": [],
    "ptu": [
        {
            "model": "gpt-x",
            "version": None,
            "before": {
                "input_tpm_per_ptu": 10,
                "weights": [{"category": "input", "context_band": None, "weight": "1"}],
                "sizing": [{"scope": "global", "minimum_ptu": 15, "scale_increment": 5}],
                "latency_target": "",
                "latency_basis": None,
                "long_context": None,
                "data_zones": [],
            },
            "after": None,
        }
    ],
    "quotas": [
        {
            "model": "gpt-x",
            "version": None,
            "deployment_type": "Standard",
            "tier": "1",
            "before": quota_json(10),
            "after": quota_json(20),
        }
    ],
    "lifecycle": [
        {
            "model": "gpt-x",
            "version": "1",
            "field": "stage",
            "before": "generally_available",
            "after": "deprecated",
        }
    ],
    "details": [],
}
"""The JSON form of what has changed: an interface."""


def test_the_json_form_is_stable() -> None:
    """This form is an interface: a change here is a change for those who read it."""
    old = catalog(
        model("gone", version("1")),
        model(
            "gpt-x",
            version("1", offers=[offer("Standard", "eastus2")]),
            prices=(price("2.00", regions=("eastus2",)),),
            quotas=(quota(10),),
            ptu=(ptu(10),),
        ),
    )
    new = catalog(
        model(
            "gpt-x",
            version("1", stage=Stage.DEPRECATED, offers=[offer("Standard")]),
            prices=(price("2.50", regions=("eastus2",)),),
            quotas=(quota(20),),
        ),
        serial=old.serial + 1,
    )
    told = json.loads(json.dumps(changes(old, new).as_json()))
    assert told == TOLD


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(
            with_offer(offer("Standard", "eastus2", "japaneast")), (0, 2), id="all still there"
        ),
        pytest.param(with_offer(offer("Standard", "eastus2")), (1, 2), id="not offered any more"),
        pytest.param(with_offer(), (2, 2), id="nothing known any more"),
        pytest.param(catalog(model("gpt-y")), (2, 2), id="the model is gone"),
        pytest.param(
            with_offer(offer("Standard", "eastus2", disputed=("japaneast",))),
            (0, 2),
            id="sources disagree, so it has not vanished",
        ),
    ],
)
def test_vanished_availability_counts_offered_cells(
    new: Catalog, expected: tuple[int, int]
) -> None:
    old = with_offer(offer("Standard", "eastus2", "japaneast"))
    assert vanished_availability(old, new) == expected


regions = st.sets(st.sampled_from(["eastus2", "japaneast", "swedencentral"]))
offers = st.builds(
    lambda available, disputed, covered: offer(
        "Standard", *sorted(available), disputed=sorted(disputed), covered=covered
    ),
    regions,
    regions,
    st.one_of(st.just("all"), regions.map(tuple)),
)
versions = st.builds(
    lambda stage, offered: version("any", stage=stage, offers=offered),
    st.sampled_from([None, *Stage]),
    st.lists(offers, max_size=1),
)
prices = st.builds(
    lambda value, start, where: price(value, effective_from=start, regions=tuple(sorted(where))),
    st.sampled_from(["1", "2"]),
    st.sampled_from([None, JANUARY, SEPTEMBER]),
    regions,
)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Return a small catalogue of at most three models with at most two versions each."""
    names = draw(st.sets(st.sampled_from(["a", "b", "c"])))
    return catalog(*(draw(models(name)) for name in sorted(names)))


@st.composite
def models(draw: st.DrawFn, name: str) -> Model:
    ids = draw(st.sets(st.sampled_from(["1", "2"]), min_size=1))
    built = (draw(versions).but(version=item) for item in sorted(ids))
    return model(
        name,
        *built,
        prices=draw(st.lists(prices, max_size=3)),
        quotas=draw(st.lists(st.builds(quota, st.integers(1, 2)), max_size=1)),
        ptu=draw(st.lists(st.builds(ptu, st.integers(1, 2)), max_size=1)),
    )


@given(one=catalogs())
def test_a_catalogue_does_not_differ_from_itself(one: Catalog) -> None:
    assert changes(one, one).is_empty
    assert changes(one, one) == Changes(one.serial, one.serial)
    assert vanished_availability(one, one)[0] == 0


@given(old=catalogs(), new=catalogs())
def test_what_one_direction_adds_the_other_removes(old: Catalog, new: Catalog) -> None:
    there, back = changes(old, new), changes(new, old)
    assert there.is_empty == back.is_empty
    assert (there.models_added, there.versions_added) == (
        back.models_removed,
        back.versions_removed,
    )
    assert {(item.after, item.before, item.regions) for item in there.offers} == {
        (item.before, item.after, item.regions) for item in back.offers
    }
    assert len(there.lifecycle) == len(back.lifecycle)
    counted = len(list(entries(old))) + len(there.versions_added) - len(there.versions_removed)
    assert len(list(entries(new))) == counted


@given(old=catalogs(), new=catalogs())
def test_every_change_can_be_written_as_json(old: Catalog, new: Catalog) -> None:
    told = changes(old, new).as_json()
    assert json.loads(json.dumps(told)) == told


@given(old=catalogs(), new=catalogs())
def test_vanished_cells_are_among_the_offered_ones(old: Catalog, new: Catalog) -> None:
    lost, total = vanished_availability(old, new)
    assert 0 <= lost <= total
