# SPDX-License-Identifier: MIT
"""What becomes of a model that advice names, and what to take in its place."""

from datetime import timedelta
from typing import Any

import pytest

from azmodels_gui.catalog.document import Alias, Catalog, Entry, Model, NamedSuccessor
from azmodels_gui.catalog.facts import Lifecycle, ModelVersion
from azmodels_gui.catalog.successors import (
    ModelToday,
    Standing,
    Successors,
    model_standing,
    models_by_name,
)
from azmodels_gui.catalog.terms import Stage
from tests.builders import TODAY, catalog, model, offer, text, version

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
OFFERED = (offer("GlobalStandard", "swedencentral"),)


def one(name: str = "1", stage: Stage | None = Stage.GENERALLY_AVAILABLE, **more: Any) -> Any:
    offers = more.pop("offers", ())
    more.setdefault("source", "schedule")
    lifecycle = Lifecycle(stage=stage, **more)
    return ModelVersion(version=name, lifecycle=lifecycle, offers=offers)


def gone(*replacements: str, **more: Any) -> Any:
    return one(stage=Stage.RETIRED, replacements=replacements, **more)


def ours(name: str, successor: str | None) -> NamedSuccessor:
    reason = text(f"why {name}")
    return NamedSuccessor(model=name, successor=successor, reason=reason, source="types")


def asked(name: str, *models: Model, named: tuple[NamedSuccessor, ...] = ()) -> ModelToday:
    return Successors(catalog(*models, successors=named), TODAY).today(name)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(model("m", one()), Standing.LIVE, id="generally available"),
        pytest.param(model("m", one(stage=Stage.PREVIEW)), Standing.LIVE, id="a preview"),
        pytest.param(model("m", one(stage=Stage.LEGACY)), Standing.LIVE, id="legacy"),
        pytest.param(
            model("m", one(stage=Stage.DEPRECATED)), Standing.EXISTING_ONLY, id="deprecated"
        ),
        pytest.param(model("m", gone()), Standing.RETIRED, id="retired"),
        pytest.param(
            model("m", one(retirement_date=YESTERDAY)), Standing.PAST_DATE, id="past its date"
        ),
        pytest.param(model("m", one(retirement_date=TODAY)), Standing.LIVE, id="its last day"),
        pytest.param(model("m", one(stage=None)), Standing.UNLISTED, id="nothing known of it"),
        pytest.param(
            model("m", one(stage=None, offers=OFFERED)), Standing.LIVE, id="only its offers known"
        ),
        pytest.param(
            model("m", one(stage=None, retirement_date=TOMORROW)),
            Standing.LIVE,
            id="only its end known",
        ),
        pytest.param(
            model("m", one(unlisted_in="schedule")), Standing.UNLISTED, id="no longer listed"
        ),
        pytest.param(
            model("m", gone(), one("2", Stage.DEPRECATED), one("3")),
            Standing.LIVE,
            id="the best version counts",
        ),
        pytest.param(
            model("azure-speech", one("", None), kind="service"), Standing.LIVE, id="a service"
        ),
    ],
)
def test_how_a_model_stands(found: Model, expected: Standing) -> None:
    assert model_standing(found, TODAY) is expected


def test_a_version_of_a_service_stands_as_the_service_does() -> None:
    service = model("azure-speech", one("", None), kind="service")
    found = Successors(catalog(service), TODAY).of(Entry(service, service.versions[0]))

    assert found.standing is model_standing(service, TODAY) is Standing.LIVE


@pytest.mark.parametrize(
    ("models", "expected"),
    [
        pytest.param([model("new", one())], ("new", "1", "schedule"), id="the source's own"),
        pytest.param(
            [model("new", one("1"), one("2"))], ("new", "2", "schedule"), id="the newest version"
        ),
        pytest.param(
            [model("new", one("1", offers=OFFERED), one("2"))],
            ("new", "1", "schedule"),
            id="a version that is offered before a newer one that is not",
        ),
        pytest.param(
            [model("other", one(), aliases=(Alias(name="NEW"),))],
            ("other", "1", "schedule"),
            id="by another spelling",
        ),
        pytest.param(
            [model("new", gone("newer (2)", "new")), model("newer", one("2"), one("3"))],
            ("newer", "2", "schedule"),
            id="over a retired one to the version named",
        ),
        pytest.param(
            [model("new", gone("newer (1)")), model("newer", gone(), one("3"))],
            ("newer", "3", "schedule"),
            id="to a living version where the one named is retired",
        ),
        pytest.param(
            [
                model("new", one(stage=Stage.DEPRECATED, replacements=("newer",))),
                model("newer", one()),
            ],
            ("newer", "1", "schedule"),
            id="past one that new clients cannot take",
        ),
        pytest.param(
            [model("new", one(stage=Stage.DEPRECATED))],
            ("new", "1", "schedule"),
            id="the one for existing customers where nothing better is named",
        ),
        pytest.param(
            [
                model("new", one(stage=Stage.LEGACY, replacements=("newer",), offers=OFFERED)),
                model("newer", one(offers=OFFERED)),
            ],
            ("newer", "1", "schedule"),
            id="past one that goes itself",
        ),
        pytest.param(
            [
                model("new", one(stage=Stage.LEGACY, replacements=("newer",), offers=OFFERED)),
                model("newer", one(stage=Stage.DEPRECATED, offers=OFFERED)),
            ],
            ("new", "1", "schedule"),
            id="one that goes itself before one for existing customers",
        ),
        pytest.param([], None, id="the catalogue has no such model"),
        pytest.param([model("new", gone("old"))], None, id="a circle leads nowhere"),
        pytest.param([model("new", one(stage=None))], None, id="nothing known of it"),
    ],
)
def test_replacements_are_followed(
    models: list[Model], expected: tuple[str, str, str] | None
) -> None:
    told = asked("old", model("old", gone("new")), *models)
    assert told.standing is Standing.RETIRED
    found = told.successor
    assert (found and (*found.entry.key, found.by)) == expected


def test_what_is_offered_is_preferred_and_the_way_is_told() -> None:
    middle = model("middle", gone("far"))
    far = model("far", version(offers=OFFERED))
    told = asked("old", model("old", gone("near", "middle")), model("near", one()), middle, far)
    assert told.successor is not None
    assert told.successor.chain == ("old", "middle", "far")


def test_the_source_of_the_replacement_is_named_where_it_is_another_one() -> None:
    old = model("old", gone("new", replacements_source="matrix"))
    told = asked("old", old, model("new", one()))
    assert told.successor is not None
    assert told.successor.by == "matrix"
    assert told.sources == ("matrix",)


def test_our_own_successor_counts_where_the_sources_name_none() -> None:
    named = (ours("old", "new"), ours("vanished", "new"))
    for name, standing in (("OLD", Standing.RETIRED), ("vanished", Standing.NO_ENTRY)):
        told = asked(name, model("old", gone()), model("new", one()), named=named)
        assert told.standing is standing
        assert told.successor is not None
        assert (told.successor.entry.model.id, told.successor.by) == ("new", "types")
        assert told.reason is not None
        assert told.reason_source == "types"


def test_our_reason_is_told_of_a_later_step_too() -> None:
    models = (model("old", gone("middle")), model("middle", gone()), model("new", one()))
    told = asked("old", *models, named=(ours("middle", "new"),))
    assert told.successor is not None
    assert told.reason == text("why middle")


def test_none_named_has_a_reason() -> None:
    told = asked("old", model("old", gone()), named=(ours("old", None),))
    assert told.successor is None
    assert told.reason == text("why old")
    assert told.sources == ("types",)


@pytest.mark.parametrize(
    ("name", "named"),
    [
        pytest.param("old", (), id="nobody names one"),
        pytest.param("nothing", (ours("nothing", "missing"),), id="it is not in the catalogue"),
    ],
)
def test_what_nobody_knows_stays_open(name: str, named: tuple[NamedSuccessor, ...]) -> None:
    told = asked(name, model("old", gone("unheard of")), named=named)
    assert told.needs_successor
    assert told.successor is None


def test_a_model_that_can_be_taken_needs_nobody() -> None:
    told = asked("new", model("new", one(replacements=("newer",))), model("newer", one()))
    assert (told.needs_successor, told.successor, told.sources) == (False, None, ())


def test_for_existing_customers_only_another_such_model_is_no_successor() -> None:
    closed = model("closed", one(stage=Stage.DEPRECATED, replacements=("other",)))
    other = model("other", one(stage=Stage.DEPRECATED))
    told = asked("closed", closed, other)
    assert told.standing is Standing.EXISTING_ONLY
    assert told.successor is None


def test_an_empty_catalogue_has_no_entry() -> None:
    empty: Catalog = catalog()
    assert Successors(empty, TODAY).today("gpt").standing is Standing.NO_ENTRY


def living(*replacements: str, **more: Any) -> Any:
    return one(replacements=replacements, **more)


@pytest.mark.parametrize(
    ("versions", "others", "expected"),
    [
        pytest.param((living("new"),), (model("new", one()),), "new", id="named before the end"),
        pytest.param((living(),), (model("new", one()),), None, id="a living one without any"),
        pytest.param(
            (living("new"),),
            (model("new", one(stage=Stage.DEPRECATED)),),
            None,
            id="one that new clients cannot take is no better",
        ),
        pytest.param(
            (living("new"), gone("other")),
            (model("new", one()), model("other", one())),
            "new",
            id="its own, not that of another version",
        ),
        pytest.param(
            (gone(), gone("other")), (model("other", one()),), "other", id="that of another version"
        ),
        pytest.param((living("m"),), (), None, id="itself"),
        pytest.param((living("m (2)"), one("2")), (), "m", id="another version of the same model"),
    ],
)
def test_a_version_has_a_successor_of_its_own(
    versions: tuple[ModelVersion, ...], others: tuple[Model, ...], expected: str | None
) -> None:
    asked_of = model("m", *(each.but(version=str(n)) for n, each in enumerate(versions, 1)))
    found = Successors(catalog(asked_of, *others), TODAY).of(Entry(asked_of, asked_of.versions[0]))
    assert (found.successor and found.successor.entry.model.id) == expected


def test_the_names_of_a_catalogue_are_gathered_once() -> None:
    """Each click on a use case asks for them: of 100,000 entries that took 50 ms."""
    first, second = catalog(model("m", one())), catalog(model("other", one()))
    assert models_by_name(first) is models_by_name(first)
    assert set(models_by_name(second)) == {"other"}
