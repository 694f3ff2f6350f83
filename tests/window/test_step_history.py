# SPDX-License-Identifier: MIT
"""Undo and redo of one value."""

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.window.step_history import KEPT_STEPS, StepHistory


@given(st.lists(st.integers(0, 3), max_size=20))
def test_undoing_everything_comes_back_to_the_start_and_redoing_to_the_end(
    values: list[int],
) -> None:
    history = StepHistory(0)
    for value in values:
        history.change(value)
    last = history.value
    while history.undo():
        pass
    assert history.value == 0
    while history.redo():
        pass
    assert history.value == last


def test_changes_of_one_kind_in_a_row_are_one_step() -> None:
    history = StepHistory(0)
    for value in (1, 2, 3):
        history.change(value, "dragged")
    history.change(10, "typed")
    history.undo()
    assert history.value == 3
    history.undo()
    assert history.value == 0


def test_what_was_typed_and_taken_back_in_the_field_is_no_step() -> None:
    history = StepHistory(0)
    history.change(1, "dragged")
    for value in (2, 3, 1):
        history.change(value, "typed")
    history.undo()
    assert history.value == 0
    assert not history.can_undo


def test_after_undo_a_change_of_the_same_kind_is_a_new_step() -> None:
    history = StepHistory(0)
    history.change(1, "dragged")
    history.change(2, "typed")
    history.undo()
    history.change(5, "dragged")
    history.undo()
    assert history.value == 1


def test_a_change_forgets_what_was_taken_back() -> None:
    history = StepHistory(0)
    history.change(1)
    history.undo()
    assert history.can_redo
    history.change(2)
    assert not history.can_redo


def test_only_so_many_steps_are_kept() -> None:
    history = StepHistory(0)
    for value in range(1, KEPT_STEPS + 50):
        history.change(value)
    steps = 0
    while history.undo():
        steps += 1
    assert steps == KEPT_STEPS
