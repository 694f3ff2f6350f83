# SPDX-License-Identifier: MIT
from datetime import date

from azmodels_gui.catalog.index import first_order
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Stage
from tests.builders import TODAY, entry, offer, version

OFFERS = [offer("GlobalStandard", "eastus2")]


def test_a_known_offer_comes_first_then_generally_available_then_the_newest() -> None:
    entries = [
        entry("unoffered", version("2026-11-01")),
        entry("tried-only", version("2026-10-30", offers=[offer(DEVELOPER_TIER, "eastus2")])),
        entry("old", version("2024-05-13", stage=Stage.RETIRED, offers=OFFERS)),
        entry("preview", version("2026-10-15", stage=Stage.PREVIEW, offers=OFFERS)),
        entry("b-numbered", version("2", offers=OFFERS)),
        entry("newest", version("2026-09-29", offers=OFFERS)),
        entry("overdue", version("2026-10-01", retirement=date(2026, 11, 1), offers=OFFERS)),
        entry("a-numbered", version("2", offers=OFFERS)),
        entry("older", version("2025-08-07", offers=OFFERS)),
        entry("nameless", version("", offers=OFFERS)),
        entry("unoffered-old", version("2025", stage=Stage.RETIRED)),
    ]
    ordered = [entries[row].model.id for row in first_order(entries, TODAY)]
    assert ordered == [
        *("newest", "older", "a-numbered", "b-numbered", "nameless"),
        *("preview", "overdue", "old"),
        *("unoffered", "tried-only", "unoffered-old"),
    ]
