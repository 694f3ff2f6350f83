# SPDX-License-Identifier: MIT
"""Which figures of an entry sources contradict each other on."""

from msgspec.structs import replace

from azmodels_gui.answers.answer import Answer, Status
from azmodels_gui.catalog.entry import Entry


def if_disputed(told: Answer, entry: Entry, about: str) -> Answer:
    """Say of a figure that another source contradicts it: the remarks say what each claims."""
    if told.status is Status.KNOWN and any(each.about == about for each in entry.version.conflicts):
        return replace(told, status=Status.DISPUTED)
    return told
