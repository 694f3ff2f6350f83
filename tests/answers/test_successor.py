# SPDX-License-Identifier: MIT
"""What to take in the place of an entry: who, offered alike or not, dearer or cheaper."""

from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.answers.answer import Answer, Message, Status
from azmodels_gui.answers.successor import successor
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Catalog, Entry, NamedSuccessor
from azmodels_gui.catalog.facts import Lifecycle, Offer, Price
from azmodels_gui.catalog.terms import Scope, Stage
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.order import SheetOrder
from tests.builders import TODAY, catalog, model, offer, price, text, version

GERMANY, SWEDEN = "germanywestcentral", "swedencentral"
ZONE = Scope.DATA_ZONE


def made(
    offers: tuple[Offer, ...] = (),
    prices: tuple[Price, ...] = (),
    instead: tuple[Offer, ...] = (),
    then: tuple[Price, ...] = (),
) -> Catalog:
    lifecycle = Lifecycle(
        stage=Stage.DEPRECATED, replacements=("new",), source="schedule", retirement_date=TODAY
    )
    old = model("old", version("1", offers=offers).but(lifecycle=lifecycle), prices=prices)
    return catalog(old, model("new", version("2", offers=instead), prices=then))


def told(found: Catalog, name: str = "old", **place: Any) -> dict[str, Answer]:
    one = next(each for each in found.models if each.id == name)
    section = successor((Entry(one, one.versions[0]),), Viewpoint(found, TODAY, **place))
    return {row.key: row.answers[0] for row in section.rows}


def words(answer: Answer, found: Catalog) -> str:
    return cell(answer, SheetOrder(found, TODAY)).text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_successor_is_named_with_who_names_it() -> None:
    found = told(made())
    assert (found["successor"].value, found["successor"].sources) == ("new 2", ("schedule",))


def test_a_successor_that_new_clients_cannot_take_is_told_to_be_so() -> None:
    """Issue 14: nothing else is named for a model that is retired."""
    gone, closed = (
        version("1").but(lifecycle=Lifecycle(stage=stage, replacements=names, source="schedule"))
        for stage, names in ((Stage.RETIRED, ("new",)), (Stage.DEPRECATED, ()))
    )
    found = catalog(model("old", gone), model("new", closed))
    assert words(told(found)["successor"], found) == "new 1 (existing customers only)"


@pytest.mark.parametrize(
    ("instead", "place", "expected"),
    [
        pytest.param(
            (offer("GlobalStandard", SWEDEN), offer("Standard", GERMANY)),
            {},
            "payg global · payg regional: offered",
            id="anywhere",
        ),
        pytest.param(
            (offer("GlobalStandard", SWEDEN), offer("Standard", SWEDEN)),
            {"regions": (GERMANY,)},
            "payg global · payg regional: not offered (as of 5 Oct 2026)",
            id="elsewhere only",
        ),
        pytest.param(
            (offer("Standard", GERMANY),),
            {"regions": (GERMANY,)},
            "payg global: unknown; payg regional: offered",
            id="a type of which no source speaks",
        ),
        pytest.param(
            (offer("GlobalStandard", GERMANY), offer("Standard", GERMANY)),
            {"data_zones": frozenset({"EU"})},
            "payg regional: offered",
            id="global is not processed inside",
        ),
        pytest.param(
            (offer("GlobalStandard", GERMANY),),
            {"deployment_types": frozenset({"GlobalStandard"})},
            "payg global: offered",
            id="only the types asked about",
        ),
    ],
)
def test_whether_it_is_offered_here_in_the_same_way(
    instead: tuple[Offer, ...], place: dict[str, Any], expected: str
) -> None:
    here = (offer("GlobalStandard", GERMANY), offer("Standard", GERMANY))
    found = made(offers=here, instead=instead)
    assert words(told(found, **place)["successor_offered"], found) == expected


def test_nothing_known_of_its_offers_is_unknown_not_missing() -> None:
    found = told(made(offers=(offer("GlobalStandard", GERMANY),)))
    assert found["successor_offered"].status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("prices", "then", "expected"),
    [
        pytest.param((price("2"),), (price("3"),), "$2.00 → $3.00 (+50%)", id="dearer"),
        pytest.param((price("2"),), (price("1"),), "$2.00 → $1.00 (−50%)", id="cheaper"),
        pytest.param((price("2"),), (price("2"),), "$2.00, unchanged", id="the same"),
        pytest.param((price("2"),), (), "$2.00 → unknown", id="unknown then"),
        pytest.param((), (price("2"),), "unknown → $2.00", id="unknown today"),
        pytest.param((), (), "unknown", id="nothing known"),
        pytest.param(
            (price("3", scope=ZONE, data_zone="EU"),),
            (price("1"), price("4", scope=ZONE, data_zone="EU")),
            "$3.00 → $4.00 (+33%)",
            id="processed alike, not the lowest of all",
        ),
    ],
)
def test_how_the_price_differs(
    prices: tuple[Price, ...], then: tuple[Price, ...], expected: str
) -> None:
    found = made(prices=prices, then=then)
    answer = told(found)["successor_input"]
    assert words(answer, found) == expected
    assert (answer.status is Status.UNKNOWN) is expected.endswith("unknown")


def test_the_change_is_exact() -> None:
    answer = told(made(prices=(price("2.50"),), then=(price("1.25"),)))["successor_input"]
    assert isinstance(answer.value, Message)
    assert dict(answer.value.values)["ratio"] == Decimal("-0.5")


@pytest.mark.parametrize(
    ("lifecycle", "named", "expected"),
    [
        pytest.param(Lifecycle(stage=Stage.RETIRED, source="schedule"), (), "no successor named"),
        pytest.param(
            Lifecycle(stage=Stage.RETIRED, replacements=("gone",), source="schedule"),
            (),
            "unknown; none of those named can be taken: gone",
        ),
        pytest.param(
            Lifecycle(stage=Stage.RETIRED, source="schedule"),
            (NamedSuccessor(model="old", reason=text("Nobody makes it."), source="types"),),
            "no successor: Nobody makes it.",
        ),
    ],
    ids=["none is named", "the one named is gone", "we know why"],
)
def test_an_unknown_successor_has_a_reason(
    lifecycle: Lifecycle, named: tuple[NamedSuccessor, ...], expected: str
) -> None:
    found = catalog(model("old", version("1").but(lifecycle=lifecycle)), successors=named)
    (answer,) = told(found).values()
    assert answer.status is Status.UNKNOWN
    assert words(answer, found) == expected


def test_nothing_is_said_of_a_living_model_without_one() -> None:
    assert told(made(), "new") == {}
