# SPDX-License-Identifier: MIT
"""All that may be said of some entries, section by section."""

from collections.abc import Iterator, Sequence

from azmodels_gui.answers.answer import Section
from azmodels_gui.answers.availability import availability
from azmodels_gui.answers.capacity import capacity
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.limits import limits
from azmodels_gui.answers.overview import capabilities, overview, use_cases
from azmodels_gui.answers.prices import other_prices, token_prices
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry


def sections(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Section]:
    """Yield the sections from top to bottom; those without a row are left out."""
    found = (
        overview(entries, view),
        lifecycle(entries, view),
        limits(entries, view),
        *availability(entries, view),
        token_prices(entries, view),
        other_prices(entries, view),
        capacity(entries, view),
        use_cases(entries, view),
        capabilities(entries, view),
    )
    return (section for section in found if section.rows)
