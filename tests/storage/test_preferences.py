# SPDX-License-Identifier: MIT
"""The user's settings survive damage, newer versions and interrupted writes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable
from azmodels_gui.storage.preferences import JsonValue, StateFile, forgiving_load

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def state(tmp_path: Path) -> StateFile:
    return StateFile(tmp_path / "config" / "state.json")


def test_there_is_nothing_before_the_first_save(state: StateFile) -> None:
    assert state.load() == {}
    assert not state.path.parent.exists()


@given(values=st.dictionaries(st.text(max_size=20), json_values, max_size=4))
def test_what_is_saved_is_loaded(
    values: dict[str, JsonValue], tmp_path_factory: pytest.TempPathFactory
) -> None:
    state = StateFile(tmp_path_factory.mktemp("state") / "state.json")
    state.save(values)
    assert state.load() == values


def test_keys_of_a_newer_version_survive_a_save(state: StateFile) -> None:
    state.save({"theme": "dark", "of_version_9": {"kept": True}})
    state.save({"theme": "light"})
    assert state.load() == {"theme": "light", "of_version_9": {"kept": True}}


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b'{"theme": "da', id="cut off"),
        pytest.param(b"[1, 2]", id="a list"),
        pytest.param(b'{"theme": "\xff"}', id="not UTF-8"),
        pytest.param(b'{"a":' + b"[" * 100_000, id="nested without end"),
    ],
)
def test_a_file_that_cannot_be_understood_is_kept_aside(state: StateFile, damage: bytes) -> None:
    state.path.parent.mkdir()
    state.path.write_bytes(damage)
    assert state.load() == {}
    assert state.kept_aside == state.path.with_name("state.json.broken-1")
    assert state.kept_aside.read_bytes() == damage


def test_a_second_broken_file_does_not_replace_the_first(state: StateFile) -> None:
    state.path.parent.mkdir()
    for content in (b"first", b"second"):
        state.path.write_bytes(content)
        state.save({"theme": "dark"})
    kept = [state.path.with_name(f"state.json.broken-{number}") for number in (1, 2)]
    assert [file.read_bytes() for file in kept] == [b"first", b"second"]
    assert state.load() == {"theme": "dark"}


def test_what_cannot_be_read_is_never_overwritten(state: StateFile) -> None:
    state.path.mkdir(parents=True)
    with pytest.raises(FileNotSaved, match="folder"):
        state.save({"theme": "dark"})
    assert state.path.is_dir()
    values, problem = forgiving_load(state)
    assert values == {}
    assert isinstance(problem, FileUnreadable)


def test_what_cannot_be_kept_aside_is_never_overwritten(tmp_path: Path) -> None:
    state = StateFile(tmp_path / ("s" * 250))  # no room in the name for `.broken-1`
    state.path.write_bytes(b"broken")
    with pytest.raises(FileNotSaved, match="name is too long"):
        state.save({"theme": "dark"})
    assert state.path.read_bytes() == b"broken"


def test_a_start_with_sound_preferences_has_no_problem(state: StateFile) -> None:
    state.save({"theme": "dark"})
    assert forgiving_load(state) == ({"theme": "dark"}, None)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(date(2026, 11, 22), id="a date"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param({1, 2}, id="a set"),
    ],
)
def test_values_that_are_not_json_are_the_callers_fault(state: StateFile, value: Any) -> None:
    with pytest.raises(ValueError, match="not JSON"):
        state.save({"key": value})
    assert not state.path.exists()
