# SPDX-License-Identifier: MIT
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.facts import FineTuningFact, LifecycleFact, NamedFact
from azmodels_gui.publish.lifecycle_assembly import lifecycle_of
from azmodels_gui.publish.statements import Standing

STANDING = Standing(
    {"new": date(2026, 10, 5), "old": date(2026, 4, 1), "list": date(2026, 11, 1)},
    secondary=frozenset({"list"}),
)
EARLY, LATE = date(2026, 9, 21), date(2027, 4, 6)


def stated(source: str, **more: Any) -> LifecycleFact:
    more.setdefault("version", "1")
    return LifecycleFact(name="x", source=source, row="row 1", **more)


def mentioned(source: str, **more: Any) -> NamedFact:
    more.setdefault("version", "1")
    return NamedFact(name="x", source=source, row="row 1", **more)


def test_the_newest_source_wins_and_the_older_one_stays_visible() -> None:
    facts = [stated("old", retirement_date=EARLY), stated("new", retirement_date=LATE)]
    lifecycle, conflicts = lifecycle_of(facts, (), STANDING)
    assert (lifecycle.retirement_date, lifecycle.source) == (LATE, "new")
    assert [(c.about, [(one.value, one.source) for one in c.claims]) for c in conflicts] == [
        ("retirement_date", [("2027-04-06", "new"), ("2026-09-21", "old")])
    ]


def test_of_two_rows_of_one_source_the_later_date_counts() -> None:
    facts = [stated("new", retirement_date=LATE), stated("new", retirement_date=EARLY)]
    lifecycle, (conflict,) = lifecycle_of(facts, (), STANDING)
    assert lifecycle.retirement_date == LATE
    assert [one.value for one in conflict.claims] == ["2027-04-06", "2026-09-21"]
    assert conflict.note is not None
    assert "same age" in conflict.note.en


def test_sources_that_agree_make_no_conflict() -> None:
    facts = [
        stated("old", retirement_date=LATE, stage=Stage.LEGACY),
        stated("new", retirement_date=LATE, stage=Stage.LEGACY),
        stated("list", retirement_date=LATE),
    ]
    assert lifecycle_of(facts, (), STANDING)[1] == ()


def test_a_secondary_source_never_wins_however_new() -> None:
    facts = [stated("list", retirement_date=EARLY), stated("old", retirement_date=LATE)]
    lifecycle, (conflict,) = lifecycle_of(facts, (), STANDING)
    assert (lifecycle.retirement_date, lifecycle.source) == (LATE, "old")
    assert [one.source for one in conflict.claims] == ["old", "list"]


def test_a_secondary_source_fills_a_gap_nobody_else_speaks_of() -> None:
    facts: list[LifecycleFact | NamedFact] = [
        stated("list", retirement_date=EARLY),
        mentioned("old", stage=Stage.PREVIEW),
    ]
    lifecycle, conflicts = lifecycle_of(facts, (), STANDING)
    assert (lifecycle.retirement_date, lifecycle.source) == (EARLY, "list")
    assert (lifecycle.stage, lifecycle.stage_source) == (Stage.PREVIEW, "old")
    assert conflicts == ()


def test_a_row_without_a_date_says_nothing() -> None:
    facts = [stated("new", stage=Stage.PREVIEW), stated("list", retirement_date=EARLY)]
    lifecycle, conflicts = lifecycle_of(facts, (), STANDING)
    assert (lifecycle.retirement_date, lifecycle.source) == (EARLY, "list")
    assert (lifecycle.stage, lifecycle.stage_source) == (Stage.PREVIEW, "new")
    assert conflicts == ()


def test_of_several_versions_a_date_of_the_model_counts_only_where_none_is_the_versions() -> None:
    facts = [
        stated("old", retirement_date=LATE),
        stated("new", retirement_date=EARLY, version=None),
    ]
    of_several, _ = lifecycle_of(facts, (), STANDING, only_version=False)
    of_one, _ = lifecycle_of(facts, (), STANDING)
    assert (of_several.retirement_date, of_one.retirement_date) == (LATE, EARLY)


def test_a_mention_without_a_date_does_not_say_that_there_is_none() -> None:
    facts: list[LifecycleFact | NamedFact] = [
        stated("old", retirement_date=LATE),
        mentioned("new", stage=Stage.LEGACY),
    ]
    lifecycle, conflicts = lifecycle_of(facts, (), STANDING)
    assert lifecycle.retirement_date == LATE
    assert lifecycle.stage is Stage.LEGACY
    assert conflicts == ()


def test_what_is_said_of_the_version_beats_what_the_same_source_says_of_the_model() -> None:
    facts = [
        stated("list", retirement_date=EARLY, version=None),
        stated("list", retirement_date=LATE),
    ]
    lifecycle, conflicts = lifecycle_of(facts, (), STANDING)
    assert (lifecycle.retirement_date, conflicts) == (LATE, ())


@pytest.mark.parametrize(
    ("older", "newer", "disagree"),
    [
        pytest.param(Stage.PREVIEW, Stage.GENERALLY_AVAILABLE, False, id="it left preview"),
        pytest.param(Stage.PREVIEW, Stage.RETIRED, False, id="it was retired"),
        pytest.param(Stage.RETIRED, Stage.GENERALLY_AVAILABLE, True, id="it came back"),
        pytest.param(Stage.LEGACY, Stage.LEGACY, False, id="nothing changed"),
    ],
)
def test_stages_only_move_forward(older: Stage, newer: Stage, disagree: bool) -> None:
    facts = [stated("old", stage=older), stated("new", stage=newer)]
    lifecycle, conflicts = lifecycle_of(facts, (), STANDING)
    assert lifecycle.stage is newer
    assert [conflict.about for conflict in conflicts] == (["stage"] if disagree else [])


def test_two_stages_of_one_day_are_a_conflict_and_the_later_stage_counts() -> None:
    facts = [stated("new", stage=Stage.PREVIEW), stated("new", stage=Stage.DEPRECATED)]
    lifecycle, (conflict,) = lifecycle_of(facts, (), STANDING)
    assert lifecycle.stage is Stage.DEPRECATED
    assert [one.value for one in conflict.claims] == ["deprecated", "preview"]


def test_successors_and_deprecation_come_from_whoever_states_them() -> None:
    facts = [
        stated("old", replacements=("y",), deprecation_date=EARLY, retirement_date=LATE),
        stated("new", retirement_date=LATE, retirement_not_before=True),
    ]
    lifecycle, _ = lifecycle_of(facts, (), STANDING)
    assert lifecycle.replacements == ("y",)
    assert (lifecycle.source, lifecycle.replacements_source) == ("new", "old")
    assert lifecycle.deprecation_date == EARLY
    assert lifecycle.retirement_not_before


def test_fine_tuning_keeps_both_steps_and_shows_another_source() -> None:
    def tuned(source: str, training: date) -> FineTuningFact:
        return FineTuningFact(
            name="x", version="1", source=source, row="row 1", training_retirement=training
        )

    lifecycle, (conflict,) = lifecycle_of([], [tuned("old", EARLY), tuned("new", LATE)], STANDING)
    assert lifecycle.fine_tuning is not None
    assert (lifecycle.fine_tuning.training_retirement, lifecycle.fine_tuning.source) == (
        LATE,
        "new",
    )
    assert conflict.about == "fine_tuning"


def test_nothing_stated_is_nothing_known() -> None:
    lifecycle, conflicts = lifecycle_of([mentioned("new")], (), STANDING)
    assert (lifecycle.stage, lifecycle.retirement_date, lifecycle.source) == (None, None, None)
    assert conflicts == ()


facts_of_any_source = st.lists(
    st.builds(
        lambda source, day, stage: stated(source, retirement_date=day, stage=stage),
        st.sampled_from(["new", "old", "list"]),
        st.none() | st.dates(date(2025, 1, 1), date(2028, 1, 1)),
        st.none() | st.sampled_from(list(Stage)),
    ),
    max_size=6,
)


@given(facts=facts_of_any_source, order=st.randoms())
def test_the_order_of_the_rows_does_not_matter(facts: list[LifecycleFact], order: Any) -> None:
    shuffled = list(facts)
    order.shuffle(shuffled)
    first, second = (lifecycle_of(rows, (), STANDING)[0] for rows in (facts, shuffled))
    assert (first.stage, first.retirement_date) == (second.stage, second.retirement_date)


@given(facts=facts_of_any_source)
def test_no_stated_date_is_lost(facts: list[LifecycleFact]) -> None:
    lifecycle, conflicts = lifecycle_of(facts, (), STANDING)
    shown = {claim.value for conflict in conflicts for claim in conflict.claims}
    shown |= {str(lifecycle.retirement_date)}
    assert {str(fact.retirement_date) for fact in facts if fact.retirement_date} <= shown
