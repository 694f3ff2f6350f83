# SPDX-License-Identifier: MIT
"""What models can do: a level that a list leaves out is a no, what nobody says is unknown."""

import pytest

from azmodels_gui.answers.answer import Status
from azmodels_gui.answers.overview import (
    BATCH,
    LEVELS,
    Feature,
    capability,
    feature,
    features,
    fitting,
)
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import CapabilityKind, Catalog, Entry, entries
from azmodels_gui.catalog.facts import Capability
from azmodels_gui.catalog.query import CatalogQuery
from tests.builders import TODAY, catalog, model, offer, shipped_catalog, text, version

EFFORT, PDF = "reasoning-effort", "document-input"
HIGH = Feature(EFFORT, text("Effort"), "high")


def can(name: str, *levels: str, supported: bool = True) -> Capability:
    return Capability(id=name, supported=supported, levels=levels, source="types")


def some() -> Catalog:
    made = catalog(
        model("deep", version(capabilities=(can(EFFORT, "high", "low"), can(PDF)))),
        model("shallow", version(capabilities=(can(EFFORT, "low"), can(PDF)))),
        model("vague", version(capabilities=(can(EFFORT), can(PDF)))),
        model("blind", version(capabilities=(can(EFFORT, "high"), can(PDF, supported=False)))),
        model("silent", version(offers=(offer("GlobalBatch", "eastus2"),))),
    )
    kinds = (
        CapabilityKind(id=EFFORT, name=text("Effort")),
        CapabilityKind(id=PDF, name=text("PDF")),
    )
    return made.but(capabilities=kinds)


def found() -> dict[str, Entry]:
    return {entry.model.id: entry for entry in entries(some())}


def view(of: Catalog | None = None) -> Viewpoint:
    return Viewpoint.of(CatalogQuery(), of or some(), TODAY)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        pytest.param("deep", Status.KNOWN, id="a level that is named"),
        pytest.param("shallow", Status.NOT_OFFERED, id="one that the list leaves out"),
        pytest.param("vague", Status.UNKNOWN, id="no level is named"),
        pytest.param("silent", Status.UNKNOWN, id="no source says anything"),
    ],
)
def test_a_level_is_answered(name: str, status: Status) -> None:
    told = feature(found()[name], HIGH, view())
    assert told.status is status
    assert bool(told.sources) is (status is not Status.UNKNOWN)


def test_levels_are_columns_from_least_to_most_and_what_is_asked_most_comes_first() -> None:
    keys = [each.key for each in features(found().values(), view())]
    assert keys == [PDF, f"{EFFORT}=low", f"{EFFORT}=high", BATCH]
    plain = [each.key for each in features(found().values(), view(), by_level=False)]
    assert plain == [PDF, EFFORT, BATCH]


def test_batch_is_told_by_the_offers() -> None:
    batch = Feature(BATCH, "batch")
    assert feature(found()["silent"], batch, view()).status is Status.KNOWN
    assert feature(found()["deep"], batch, view()).status is Status.UNKNOWN


def test_what_fits_and_what_is_unknown_are_told_apart_and_a_no_is_neither() -> None:
    asked = (HIGH, Feature(PDF, text("PDF")))
    fits, unknown = fitting(tuple(found().values()), asked, view())
    assert [each.model.id for each in fits] == ["deep"]
    assert [each.model.id for each in unknown] == ["vague", "silent"]


def test_every_cell_of_the_catalogue_agrees_with_the_capability_it_is_of() -> None:
    shipped = shipped_catalog()
    everything = tuple(entries(shipped))
    looked = view(shipped)
    for each in features(everything, looked):
        for entry in everything:
            told = feature(entry, each, looked)
            if each.id == BATCH:
                continue
            whole = capability(entry, each.id)
            if not each.level:
                assert told == whole
            elif told.status is Status.KNOWN:
                assert each.level in str(whole.value).split(", ")
            else:
                assert whole.status is not Status.KNOWN or each.level not in str(whole.value).split(
                    ", "
                )


def test_every_level_of_the_catalogue_has_its_place() -> None:
    told = {
        level
        for entry in entries(shipped_catalog())
        for each in entry.version.capabilities
        for level in each.levels
    }
    assert told <= set(LEVELS)
