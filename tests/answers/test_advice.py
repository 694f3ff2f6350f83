# SPDX-License-Identifier: MIT
"""What the guide's pages tell: general facts, and speech beside realtime models."""

from datetime import date, timedelta
from typing import Any

import pytest

from azmodels_gui.answers.advice import (
    MOST_MODELS,
    general_facts_for,
    region_choices,
    speech_entries,
    speech_sections,
)
from azmodels_gui.answers.answer import Answer, Money, Row, Status
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import (
    Catalog,
    Entry,
    Feature,
    GeneralFact,
    Modalities,
    Model,
    entries,
)
from azmodels_gui.catalog.facts import Hosting, Lifecycle, ModelVersion
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import Channel, EntryKind, Scope, Stage, TokenCategory, Unit
from tests.builders import TODAY, catalog, entry, model, offer, price, text, version

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def fact(name: str, topic: str = "storage", **more: Any) -> GeneralFact:
    more.setdefault("answer", text(name))
    return GeneralFact(id=name, topic=topic, question=text(f"{topic}?"), source="types", **more)


def unknown(topic: str = "storage") -> GeneralFact:
    return GeneralFact(id=f"{topic}-unknown", topic=topic, question=text(f"{topic}?"))


def told(one: Entry, *facts: GeneralFact) -> list[str]:
    return [each.id for each in general_facts_for(one, catalog(general_facts=facts), TODAY)]


def staged(stage: Stage | None, retirement: date | None = None, **more: Any) -> Entry:
    lifecycle = Lifecycle(stage=stage, retirement_date=retirement, source="schedule", **more)
    return entry(one_version=ModelVersion(version="1", lifecycle=lifecycle))


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        pytest.param("azure_openai", ["here"], id="its channel"),
        pytest.param("marketplace", ["storage-unknown"], id="another channel"),
        pytest.param(None, ["storage-unknown"], id="nobody says who sells it"),
    ],
)
def test_an_answer_is_for_its_channels_and_the_rest_is_not_guessed(
    channel: Channel | None, expected: list[str]
) -> None:
    here = fact("here", channels=("azure_openai", "azure_direct"))
    assert told(entry(channel=channel), here, unknown()) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        pytest.param("azure", ["azure"], id="on Azure"),
        pytest.param("openai", ["own"], id="on the maker's infrastructure"),
        pytest.param(None, ["azure", "own"], id="unknown: both are told"),
    ],
)
def test_an_answer_may_depend_on_the_host(host: str | None, expected: list[str]) -> None:
    hosted = None if host is None else Hosting(by=host, source="types")
    one = entry(one_version=ModelVersion(version="1", hosted_by=hosted))
    facts = (fact("azure", hosts=("azure",)), fact("own", hosts=("openai",)))
    assert told(one, *facts, unknown()) == expected


def test_an_answer_may_depend_on_the_maker() -> None:
    facts = (fact("ours", providers=("openai",)), fact("theirs", providers=("xai",)))
    assert told(entry(), *facts) == ["ours"]


def test_topics_keep_their_order_and_a_question_nobody_answers_is_told() -> None:
    facts = (unknown("place"), fact("first"), unknown(), fact("second", "other"))
    assert told(entry(), *facts) == ["place-unknown", "first", "second"]


def test_a_word_of_a_newer_catalogue_fits_no_model() -> None:
    facts = (fact("new", channels=("moon",)), fact("later", stages=("embalmed",)))
    assert told(staged(Stage.RETIRED), *facts, unknown()) == ["storage-unknown"]


def test_a_service_beside_the_models_is_not_meant() -> None:
    assert told(entry(kind="service"), fact("here"), unknown()) == []


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(staged(Stage.DEPRECATED, TOMORROW), Stage.DEPRECATED, id="as named"),
        pytest.param(staged(Stage.DEPRECATED, TODAY), Stage.DEPRECATED, id="on its last day"),
        pytest.param(
            staged(Stage.GENERALLY_AVAILABLE, YESTERDAY), Stage.RETIRED, id="past its date"
        ),
        pytest.param(
            staged(Stage.PREVIEW, YESTERDAY, retirement_not_before=True),
            Stage.PREVIEW,
            id="past the earliest possible date",
        ),
        pytest.param(staged(None, YESTERDAY), Stage.RETIRED, id="past its date without a stage"),
        pytest.param(staged(None), None, id="nothing known"),
    ],
)
def test_the_stage_that_counts(one: Entry, expected: Stage | None) -> None:
    on = one.stage_on(TODAY)
    assert on.counted is expected
    assert on.usable is (expected is not Stage.RETIRED)
    facts = tuple(fact(stage, stages=(stage,)) for stage in Stage)
    assert told(one, *facts, unknown()) == [expected or "storage-unknown"]


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
