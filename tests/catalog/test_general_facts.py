# SPDX-License-Identifier: MIT
"""Which general facts are told of an entry, and which question stays without an answer."""

from datetime import date, timedelta
from typing import Any

import pytest

from azmodels_gui.answers.advice import general_facts_for, stage_today
from azmodels_gui.catalog.document import GeneralFact
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Hosting, Lifecycle, ModelVersion
from azmodels_gui.catalog.terms import Channel, Stage
from tests.builders import TODAY, catalog, entry, text

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
    assert stage_today(one, TODAY) is expected
    facts = tuple(fact(stage, stages=(stage,)) for stage in Stage)
    assert told(one, *facts, unknown()) == [expected or "storage-unknown"]
