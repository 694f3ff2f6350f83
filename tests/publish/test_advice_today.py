# SPDX-License-Identifier: MIT
"""The advice and the general facts of what is shipped: built from the sources (`test_build.py`)."""

from datetime import date

import pytest

from azmodels_gui.answers.advice import general_facts_for
from azmodels_gui.catalog.document import Catalog, entries
from azmodels_gui.catalog.offered import has_known_offer
from azmodels_gui.catalog.successors import ModelToday, Standing, Successors
from tests.builders import shipped_catalog

DAY = date(2026, 11, 29)
RECOMMENDED = 41
"""Models that the article's advice names, counted for each recommendation."""


@pytest.fixture(scope="module")
def built() -> Catalog:
    return shipped_catalog()


@pytest.fixture(scope="module")
def advised(built: Catalog) -> list[ModelToday]:
    found = Successors(built, DAY)
    return [
        found.today(name)
        for use_case in built.use_cases
        for recommendation in use_case.recommendations
        if recommendation.source == "advice"
        for name in recommendation.models
    ]


def test_whoever_follows_the_advice_finds_a_living_model_or_is_told_why_not(
    advised: list[ModelToday],
) -> None:
    assert len(advised) == RECOMMENDED
    assert sum(each.needs_successor for each in advised) >= 15
    lost = {
        each.name
        for each in advised
        if each.needs_successor and each.successor is None and each.reason is None
    }
    assert lost == set()


def test_a_successor_is_open_to_new_clients_and_offered_somewhere(
    advised: list[ModelToday],
) -> None:
    successors = [each.successor for each in advised if each.successor is not None]
    assert successors
    assert {each.standing for each in successors} == {Standing.LIVE}
    assert [each.entry.title for each in successors if not has_known_offer(each.entry)] == []


def test_every_answer_that_depends_on_the_stage_is_given_for_every_stage(built: Catalog) -> None:
    told: dict[str, set[str]] = {}
    for entry in entries(built):
        if entry.model.kind == "model":
            (fact,) = [
                each for each in general_facts_for(entry, built, DAY) if each.topic == "deployable"
            ]
            told.setdefault(str(entry.stage_on(DAY).counted), set()).add(fact.id)
    assert told["None"] == {"deployable-unknown"}
    assert all(len(ids) == 1 for ids in told.values())
    assert len(told) == len({next(iter(ids)) for ids in told.values()})


def test_every_model_has_an_answer_or_an_open_question_to_each_of_these(built: Catalog) -> None:
    asked = {
        *("processor", "abuse-monitoring", "abuse-monitoring-opt-out", "content-filters"),
        *("content-filters-place", "storage-at-rest", "certificate-scope", "deployable"),
        "upgrade-policy",
    }
    missing = {
        entry.title
        for entry in entries(built)
        if entry.model.kind == "model"
        and not asked <= {fact.topic for fact in general_facts_for(entry, built, DAY)}
    }
    assert missing == set()
