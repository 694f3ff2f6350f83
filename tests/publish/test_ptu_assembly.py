# SPDX-License-Identifier: MIT
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.facts import LocalText, PtuParameters, ScopeSizing, TokenWeight
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.publish.facts import ConflictFact, PtuFact
from azmodels_gui.publish.ptu_sizing import ptu_of, stated_ptu_conflicts

DATES = {"september": date(2026, 9, 23), "may": date(2026, 5, 22), "twin": date(2026, 9, 23)}
INPUT = TokenWeight(category=TokenCategory.INPUT, weight=Decimal(1))


def fact(source: str = "september", input_tpm: int = 100, **more: Any) -> PtuFact:
    more.setdefault("history", source == "may")
    sizing = (ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=15, scale_increment=5),)
    return PtuFact(
        name="gpt-x",
        source=source,
        row="column",
        input_tpm_per_ptu=input_tpm,
        weights=(INPUT,),
        sizing=sizing,
        **more,
    )


def told(parameters: tuple[PtuParameters, ...]) -> list[tuple[str, int, bool]]:
    return [(item.source, item.input_tpm_per_ptu, item.history) for item in parameters]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            [fact("may"), fact(version="a")],
            [("september", 100, False)],
            id="an older page that says the same is dropped",
        ),
        pytest.param(
            [fact("may", 50), fact()],
            [("september", 100, False), ("may", 50, True)],
            id="an older page that differs is history",
        ),
        pytest.param(
            [fact("may", latency_target="fast"), fact()],
            [("september", 100, False), ("may", 100, True)],
            id="another latency target is a difference",
        ),
        pytest.param(
            [fact("may")],
            [("may", 100, True)],
            id="a model only the older page has stays",
        ),
    ],
)
def test_the_newest_page_comes_first(
    facts: list[PtuFact], expected: list[tuple[str, int, bool]]
) -> None:
    parameters, conflicts = ptu_of(facts, DATES)
    assert told(parameters) == expected
    assert conflicts == ()


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        pytest.param(["a", "b"], [("a", "b")], id="two versions share a record"),
        pytest.param([None, "a"], [()], id="a figure for all versions covers one"),
        pytest.param(["a", None], [("a",), ()], id="one version does not stand for all"),
    ],
)
def test_equal_figures_are_stated_once(
    versions: list[str | None], expected: list[tuple[str, ...]]
) -> None:
    parameters, _ = ptu_of([fact(version=version) for version in versions], DATES)
    assert [item.versions for item in parameters] == expected


def test_pages_of_one_day_that_disagree_are_a_conflict() -> None:
    parameters, (conflict,) = ptu_of([fact("september", 100), fact("twin", 90)], DATES)
    assert len(parameters) == 2
    assert conflict.about == "ptu"
    assert [(claim.source, claim.value) for claim in conflict.claims] == [
        ("september", "100 TPM/PTU; global 15+5"),
        ("twin", "90 TPM/PTU; global 15+5"),
    ]


def test_two_versions_may_differ() -> None:
    facts = [fact(version="a"), fact(version="b", input_tpm=7)]
    assert ptu_of(facts, DATES)[1] == ()


def test_contradictions_inside_a_page_become_conflicts() -> None:
    stated = ConflictFact(
        name="gpt-x",
        source="september",
        row="row",
        about="ptu:cached_input",
        values=("0.1", "0"),
        note_en="Two rules.",
        note_de="Zwei Regeln.",
    )
    other = replace(stated, about="max_output")
    (conflict,) = stated_ptu_conflicts([other, stated])
    assert (conflict.about, conflict.note) == (
        "ptu:cached_input",
        LocalText(en="Two rules.", de="Zwei Regeln."),
    )
    assert [claim.value for claim in conflict.claims] == ["0.1", "0"]


figures = st.builds(
    fact,
    source=st.sampled_from(sorted(DATES)),
    input_tpm=st.sampled_from([10, 20]),
    version=st.sampled_from([None, "a", "b"]),
)


@given(facts=st.lists(figures, max_size=8))
def test_current_figures_precede_history_and_none_is_lost(facts: list[PtuFact]) -> None:
    parameters, _ = ptu_of(facts, DATES)
    history = [item.history for item in parameters]
    assert history == sorted(history)
    assert {item.input_tpm_per_ptu for item in parameters} == {
        item.input_tpm_per_ptu for item in facts
    }
