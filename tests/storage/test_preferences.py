# SPDX-License-Identifier: MIT
"""The user's settings survive damage, newer versions and interrupted writes."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable
from azmodels_gui.storage.files import MOST_ASIDE, locked, sweep
from azmodels_gui.storage.preferences import Damage, JsonValue, StateFile, forgiving_load

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
    assert list(state.path.parent.iterdir()) == [state.path]  # who only reads changes nothing
    aside = state.path.with_name("state.json.broken-1")
    for _ in range(2):  # once, however many look at it
        told = state.damage()
        assert told is not None
        assert (told.damage, told.path) == (Damage.LOST, aside)
        assert aside.name in str(told)
    assert aside.read_bytes() == state.path.read_bytes() == damage
    state.save({"theme": "dark"})
    assert (state.load(), state.damage()) == ({"theme": "dark"}, None)
    assert aside.read_bytes() == damage
    assert not state.path.with_name("state.json.broken-2").exists()


@pytest.mark.parametrize("damage", [b"", b'{"theme"', b"\0" * 400, b"[]"])
def test_what_was_saved_before_is_used_where_the_file_is_damaged(
    state: StateFile, damage: bytes
) -> None:
    for number in range(3):
        state.update(lambda before, number=number: {**before, "number": number})  # type: ignore[misc]
    state.path.write_bytes(damage)
    told = state.damage()
    assert told is not None
    assert told.damage is Damage.RESTORED
    assert state.load() == {"number": 1}
    state.update(lambda before: {"more": before["number"]})
    assert state.load() == {"number": 1, "more": 1}
    assert state.path.with_name("state.json.broken-1").read_bytes() == damage


def test_a_file_damaged_again_and_again_leaves_the_first_and_the_latest(state: StateFile) -> None:
    state.path.parent.mkdir()
    for number in range(30):
        state.path.write_bytes(f"{number}".encode())
        state.save({"theme": "dark"})
    kept = sorted(state.path.parent.glob("*.broken-*"), key=lambda path: int(path.suffix[8:]))
    assert len(kept) == MOST_ASIDE
    assert [kept[0].read_bytes(), kept[-1].read_bytes()] == [b"0", b"29"]


KEYS: JsonValue = {"public_keys": ["RWQ"], "url": "https://example.com/c"}


def test_no_flipped_bit_makes_it_sure_that_there_are_no_keys(state: StateFile) -> None:
    """Whatever bit it is: the keys are those that were saved, or it is said that they are lost."""
    state.save({"refresh": KEYS, "window": {"page": "news"}})
    sound = state.path.read_bytes()
    copy = state.path.with_name("state.json.last-good")
    for bit in range(len(sound) * 8):
        damaged = bytearray(sound)
        damaged[bit // 8] ^= 1 << bit % 8
        state.path.write_bytes(damaged)
        for with_copy in (True, False):
            if with_copy:
                copy.write_bytes(sound)
            else:
                copy.unlink()
            try:
                assert state.sure("refresh")["refresh"] == KEYS, damaged
            except FileUnreadable:
                assert not with_copy or b"refresh" in damaged or b"public" in damaged, damaged


@pytest.mark.parametrize("name", ["saved_filters", "window"])
def test_a_bit_flipped_in_a_name_loses_nothing_of_which_there_is_a_copy(
    state: StateFile, name: str
) -> None:
    state.save({"refresh": KEYS, "window": {"page": "news", "saved_filters": {"one": "usable"}}})
    sound = state.path.read_bytes()
    at = sound.index(f'"{name}"'.encode()) + 1
    state.path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
    told = state.damage()
    assert told is not None
    assert told.damage is Damage.CHANGED
    for _ in range(2):
        window = state.load()["window"]
        assert isinstance(window, dict)
        assert (window["page"], window["saved_filters"]) == ("news", {"one": "usable"})
        state.update(lambda before: {"window": before["window"]})
    assert state.sure("refresh")["refresh"] == KEYS


def test_keys_that_were_lost_stay_unsure_until_they_are_saved_again(state: StateFile) -> None:
    state.path.parent.mkdir()
    state.path.write_bytes(b"{")
    state.update(lambda _before: {"window": 1})
    assert (state.load(), state.damage()) == ({"window": 1}, None)
    assert state.sure("window") == {"window": 1}
    for _ in range(2):
        with pytest.raises(FileUnreadable, match="damaged"):
            state.sure("refresh")
        state.update(lambda _before: {"window": 2})
    state.save({"refresh": KEYS})
    assert state.sure("refresh") == {"window": 2, "refresh": KEYS}


def test_what_somebody_changed_by_hand_is_used_but_for_keys(state: StateFile) -> None:
    state.save({"refresh": KEYS, "window": {"page": "news"}})
    text = state.path.read_text()
    state.path.write_text(text.replace("news", "guide"))
    assert state.sure("refresh")["window"] == {"page": "guide"}
    state.path.write_text(text.replace("RWQ", "RWS"))
    with pytest.raises(FileUnreadable):
        state.sure("refresh")
    state.update(lambda _before: {"window": {}})
    with pytest.raises(FileUnreadable):
        state.sure("refresh")
    state.path.unlink()
    assert state.sure("refresh") == {}


def test_a_save_waits_for_another_then_says_so(state: StateFile) -> None:
    state.save({"theme": "dark"})
    with (
        locked(state.path.with_name(".state.json.lock")),
        pytest.raises(FileNotSaved, match="another window"),
    ):
        state.save({"theme": "light"})
    state.save({"theme": "light"})
    assert state.load() == {"theme": "light"}


def test_a_folder_in_the_place_of_the_lock_is_named(state: StateFile) -> None:
    lock = state.path.with_name(".state.json.lock")
    lock.mkdir(parents=True)
    with pytest.raises(FileNotSaved, match="it is a folder") as caught:
        state.save({"theme": "dark"})
    assert str(lock) in str(caught.value)


def test_old_temporary_files_of_ours_are_swept(tmp_path: Path) -> None:
    now = 1_800_000_000
    for name, age_s in ((".state.json.0badf00d.tmp", 7_200), (".state.json.0badf00e.tmp", 60)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (now - age_s,) * 2)
    for name in ("mine.tmp", ".mine.tmp"):
        (tmp_path / name).write_bytes(b"mine")
        os.utime(tmp_path / name, (0, 0))
    sweep(tmp_path, now)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {".state.json.0badf00e.tmp", "mine.tmp", ".mine.tmp"}


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
    copy = state.path.with_name("state.json.last-good")
    copy.write_bytes(b'{"theme": "light"}')
    assert forgiving_load(state)[0] == {"theme": "light"}
    with pytest.raises(FileUnreadable):
        state.sure("theme")


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
