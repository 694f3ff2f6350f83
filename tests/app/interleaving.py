# SPDX-License-Identifier: MIT
"""Two windows save into one file, step by step in random order: `python -m tests.app.interleaving`.

Each window is a process that changes its own state and saves it, as the window's keeper does.
Prints as JSON how many saves there were, and what of either window is missing in the end.
"""

import json
import os
import random
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from azmodels_gui.app.saved_state import changed_state, state_from_json
from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.window.state import WindowState, with_saved_filter

WINDOWS = 2


def pin(window: int, number: int) -> EntryKey:
    return (f"gpt-{window}", str(number))


class Window:
    """What one window has, and does to it."""

    def __init__(self, number: int, path: Path, seed: int) -> None:
        self.number = number
        self.dice = random.Random(seed * WINDOWS + number)
        self.file = StateFile(path)
        self.saved = self.state = state_from_json(self.file.load())
        self.own: set[int] = set()

    def change(self) -> None:
        """Pin or unpin, name a filter, or move on a page that only this window has open."""
        number = self.dice.randrange(20)
        key = pin(self.number, number)
        if number in self.own:
            self.own.discard(number)
            pinned = tuple(each for each in self.state.pinned if each != key)
        else:
            self.own.add(number)
            pinned = (*self.state.pinned, key)
        name = f"filter {self.number}"
        query = CatalogQuery(text=str(self.dice.randrange(1_000)))
        self.state = replace(
            self.state,
            pinned=pinned,
            saved_filters=with_saved_filter(self.state.saved_filters, name, query),
            pages={**self.state.pages, f"page {self.number}": {"at": number}},
        )

    def save(self) -> None:
        before, after = self.saved, self.state
        self.file.update(lambda values: changed_state(values, before, after))
        self.saved = after

    def missing(self, found: WindowState) -> list[str]:
        """Return what of this window is not in the file, or is although it was taken out."""
        pins = {each for each in found.pinned if each[0] == f"gpt-{self.number}"}
        told = []
        if pins != {pin(self.number, number) for number in self.own}:
            told.append(f"window {self.number}: pins {sorted(each[1] for each in pins)}")
        name = f"filter {self.number}"
        mine = [each for each in self.state.saved_filters if each.name == name]
        if mine != [each for each in found.saved_filters if each.name == name]:
            told.append(f"window {self.number}: its filter")
        if found.pages.get(f"page {self.number}") != self.state.pages[f"page {self.number}"]:
            told.append(f"window {self.number}: its page")
        return told


def main() -> None:
    path, saves, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    file = StateFile(path)
    file.update(lambda values: changed_state(values, WindowState(), WindowState()))
    file.update(lambda values: {"of_version_9": {"kept": True}})
    children = [os.fork() or _work(number, path, saves, seed) for number in range(WINDOWS)]
    ends = [os.waitpid(child, 0)[1] for child in children]
    found = state_from_json(file.load())
    lost = [f"process ended with {end}" for end in ends if end]
    for number in range(WINDOWS):
        window = Window(number, path, seed)
        for _ in range(saves):  # what it did, by the same dice
            window.change()
            window.dice.random()
        lost += window.missing(found)
    if "of_version_9" not in file.load():
        lost.append("what a newer version wrote")
    print(json.dumps({"saves": WINDOWS * saves, "lost": lost}))


def _work(number: int, path: Path, saves: int, seed: int) -> int:
    code = 1
    try:
        window = Window(number, path, seed)
        for _ in range(saves):
            window.change()
            time.sleep(window.dice.random() / 500)
            window.save()
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
