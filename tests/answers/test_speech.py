# SPDX-License-Identifier: MIT
"""Azure Speech beside realtime models: each in its own unit, nothing converted."""

from datetime import date
from typing import Any

from azmodels_gui.answers.advice import MOST_MODELS, region_choices, speech_entries, speech_sections
from azmodels_gui.answers.answer import Answer, Money, Row, Status
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Catalog, Feature, Modalities, Model
from azmodels_gui.catalog.entry import entries
from azmodels_gui.catalog.facts import ModelVersion
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import EntryKind, Scope, Stage, TokenCategory, Unit
from tests.builders import TODAY, catalog, model, offer, price, text, version

HEARS = Modalities(input=("audio",), output=("audio",), source="types")


def service() -> Model:
    hour = {"unit": Unit.HOUR, "variant": "S1 Speech To Text"}
    return model(
        "azure-speech",
        ModelVersion(version=""),
        kind=EntryKind.SERVICE,
        use_cases=("realtime-voice",),
        modalities=None,
        features=(
            Feature(
                name=text("Speech to text"),
                available=("swedencentral", "eastus2"),
                source="matrix",
            ),
        ),
        prices=(
            price("1", TokenCategory.AUDIO, scope=Scope.REGIONAL, regions=("eastus2",), **hour),
            price("1.3", TokenCategory.AUDIO, scope=Scope.REGIONAL, regions=("japaneast",), **hour),
        ),
    )


def voice(name: str, day: str = "2026-07-07", **more: Any) -> Model:
    more.setdefault("offers", (offer("GlobalStandard", "swedencentral", "eastus2"),))
    return model(
        name,
        version(day, **more),
        use_cases=("realtime-voice",),
        modalities=HEARS,
        prices=(price("32", TokenCategory.AUDIO_INPUT),),
    )


def sample() -> Catalog:
    return catalog(
        voice("old", "2025-12-15"),
        voice("retired", stage=Stage.RETIRED),
        voice("nowhere", offers=()),
        voice("preview", "2026-09-01", stage=Stage.PREVIEW),
        voice("new"),
        service(),
    )


def rows(made: Catalog) -> dict[str, Row]:
    view = Viewpoint(made, TODAY)
    shown = speech_entries(tuple(entries(made)), view)
    return {row.key: row for section in speech_sections(shown, view) for row in section.rows}


def test_the_service_stands_before_the_models_that_can_be_taken() -> None:
    made = sample()
    found = speech_entries(tuple(entries(made)), Viewpoint(made, TODAY))
    assert [each.model.id for each in found] == ["azure-speech", "new", "old", "preview"]
    many = catalog(*(voice(f"m{number}") for number in range(9)))
    assert len(speech_entries(tuple(entries(many)), Viewpoint(many, TODAY))) == MOST_MODELS


def test_each_is_priced_in_its_own_unit() -> None:
    told = rows(sample())
    hours, tokens = told["speech_to_text"].answers, told["price:audio_input"].answers
    assert hours[0].value is not None
    assert hours[0].value.key == "by_region"  # type: ignore[union-attr]
    assert hours[1].status is Status.DOES_NOT_APPLY
    assert tokens[0].status is Status.DOES_NOT_APPLY
    assert isinstance(tokens[1].value, Money)
    assert told["speech_neural"].answers[0].status is Status.UNKNOWN


def test_regions_are_told_side_by_side() -> None:
    told = rows(sample())
    assert [each.value for each in told["speech_regions"].answers] == [2, 2, 2, 2]
    assert told["speech_in_europe"].answers[0] == Answer(
        Status.KNOWN, values=("Sweden Central",), sources=("matrix",)
    )
    assert told["zone:EU"].answers[0].status is Status.UNKNOWN, "no source says where it processes"


def test_the_choice_in_a_region_counts_what_can_be_taken() -> None:
    made = catalog(
        model("here", version(offers=(offer("Standard", "swedencentral"),))),
        model(
            "twice",
            version(offers=(offer("GlobalStandard", "swedencentral"), offer("ProvisionedManaged"))),
        ),
        model("on-ptu", version(offers=(offer("DataZoneProvisionedManaged", "swedencentral"),))),
        model(
            "past",
            version(retirement=date(2026, 1, 1), offers=(offer("Standard", "swedencentral"),)),
        ),
    )
    (found,) = region_choices(CatalogIndex(made, TODAY))
    assert found.region.id == "swedencentral"
    assert found.by_scope == {Scope.GLOBAL: 1, Scope.DATA_ZONE: 1, Scope.REGIONAL: 1}
    assert found.provisioned == 1
