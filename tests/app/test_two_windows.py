# SPDX-License-Identifier: MIT
"""What one window saves stays when another saves; what nobody understands stays as well."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from azmodels_gui.app.saved_state import KEY, changed_state, state_from_json, state_to_json
from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.window.state import SavedFilter, WindowState
from tests.apart import told
from tests.app.conftest import Start

ROOT = Path(__file__).parents[2]
FIRST: EntryKey = ("gpt-a", "1")
SECOND: EntryKey = ("gpt-b", "1")
START = WindowState(
    pinned=(FIRST,),
    saved_filters=(SavedFilter("mine", CatalogQuery(text="a")),),
    pages={"news": {"tab": 1, "text": "x"}},
)


@dataclass
class Window:
    """A window's view of a file."""

    path: Path

    def __post_init__(self) -> None:
        self.file = StateFile(self.path)
        self.state = state_from_json(self.file.load())

    def change(self, **changed: Any) -> None:
        before, self.state = self.state, replace(self.state, **changed)
        self.file.update(lambda values: changed_state(values, before, self.state))

    @property
    def written(self) -> WindowState:
        return state_from_json(self.file.load())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    StateFile(tmp_path / "state.json").save(state_to_json(START))
    return tmp_path / "state.json"


def test_pins_filters_and_pages_of_two_windows_are_all_there(path: Path) -> None:
    one, other = Window(path), Window(path)
    theirs = SavedFilter("theirs", CatalogQuery(text="b"))
    one.change(saved_filters=(*START.saved_filters, theirs), pinned=(FIRST, SECOND))
    other.change(pages={"news": {"tab": 0, "text": "x"}, "guide": {"at": 2}})
    other.change(pinned=())
    assert other.written.saved_filters == (*START.saved_filters, theirs)
    assert other.written.pinned == (SECOND,)
    assert other.written.pages == {"news": {"tab": 0, "text": "x"}, "guide": {"at": 2}}
    one.change(saved_filters=(theirs,))
    assert one.written.saved_filters == (theirs,)


def test_the_order_of_ones_own_pins_is_kept(path: Path) -> None:
    window = Window(path)
    window.change(pinned=(FIRST, SECOND))
    window.change(pinned=(SECOND, FIRST))
    assert window.written.pinned == (SECOND, FIRST)


def test_what_this_version_does_not_know_stays_where_it_is(path: Path) -> None:
    values: Any = StateFile(path).load()
    values[KEY] |= {"of_version_9": [1], "theme": "sepia"}
    values[KEY]["pages"] |= {"of_version_9": {"x": 1}, "odd": 5}
    values[KEY]["pages"]["news"] |= {"of_version_9": True}
    values[KEY]["saved_filters"] |= {"odd": 5, "of_version_9": "future:words"}
    StateFile(path).save(values)
    window = Window(path)
    assert window.state.pinned == START.pinned
    assert [each.name for each in window.state.saved_filters] == ["mine"]
    window.state = replace(window.state, pages=START.pages)  # a page tells what it understood
    window.change(page="guide", pages={"news": {"tab": 2, "text": "x"}})
    found: Any = StateFile(path).load()[KEY]
    assert found["page"] == "guide"
    assert found["of_version_9"] == [1]
    assert found["pages"]["of_version_9"] == {"x": 1}
    assert found["pages"]["odd"] == 5
    assert found["pages"]["news"] == {"tab": 2, "text": "x", "of_version_9": True}
    assert found["saved_filters"].keys() == {"mine", "odd", "of_version_9"}


def test_a_damaged_part_loses_no_other(path: Path) -> None:
    values: Any = StateFile(path).load()
    values[KEY]["pinned"] += [5, {"model_id": "gpt-b"}, ["gpt-b"], None]
    values[KEY]["saved_filters"]["odd"] = 5
    values[KEY]["pages"]["odd"] = []
    StateFile(path).save(values)
    found = Window(path).state
    assert found.pinned == START.pinned
    assert found.saved_filters == START.saved_filters
    assert found.pages == START.pages


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("seed", [1, 2])
def test_two_processes_that_save_in_any_order_lose_nothing(tmp_path: Path, seed: int) -> None:
    said = told("-m", "tests.app.interleaving", tmp_path / "state.json", 50, seed)
    assert json.loads(said) == {"saves": 100, "lost": []}


def test_two_real_windows_keep_what_both_have_pinned(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    one, other = start("en", file), start("en", file)
    one.window.pins.pin_named(["gpt-4.1"], one.window.index)
    other.window.pins.pin_named(["gpt-4.1-mini"], other.window.index)
    for each in (one, other, one):
        each.keeper.save()
    pinned = {model for model, _ in state_from_json(StateFile(file).load()).pinned}
    assert pinned == {"gpt-4.1", "gpt-4.1-mini"}
