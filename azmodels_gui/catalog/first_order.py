# SPDX-License-Identifier: MIT
"""The order in which a catalogue is shown before anybody sorts it."""

from collections.abc import Sequence
from datetime import date

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.stage import stage_on
from azmodels_gui.catalog.version_order import VersionKey, version_key


def first_order(entries: Sequence[Entry], today: date) -> list[int]:
    """Return the positions of the entries, what a meeting asks for first.

    Usable versions stand before those that are retired or past their date; among both the
    newest version comes first, equal ones by the model's name.
    """
    keys = [_key(entry, today) for entry in entries]
    by_name = sorted(range(len(entries)), key=lambda row: entries[row].model.id.casefold())
    newest = sorted(by_name, key=lambda row: keys[row][1], reverse=True)
    return sorted(newest, key=lambda row: keys[row][0])


def _key(entry: Entry, today: date) -> tuple[bool, VersionKey]:
    usable = stage_on(entry.version.lifecycle, today).usable
    kind, numbers, _ = version_key(entry.version.version)
    return (not usable, (kind, numbers, ""))
