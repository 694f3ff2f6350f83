# SPDX-License-Identifier: MIT
from datetime import date

from azmodels_gui.catalog.index import first_order
from azmodels_gui.catalog.terms import Stage
from tests.builders import TODAY, entry, version


def test_the_newest_usable_versions_come_first_and_retired_ones_last() -> None:
    entries = [
        entry("old", version("2024-05-13", stage=Stage.RETIRED)),
        entry("b-numbered", version("2")),
        entry("newest", version("2026-09-29")),
        entry("overdue", version("2026-10-01", retirement=date(2026, 11, 1))),
        entry("a-numbered", version("2")),
        entry("older", version("2025-08-07")),
        entry("nameless", version("")),
    ]
    ordered = [entries[row].model.id for row in first_order(entries, TODAY)]
    assert ordered == [
        "newest",
        "older",
        "a-numbered",
        "b-numbered",
        "nameless",
        "overdue",
        "old",
    ]
