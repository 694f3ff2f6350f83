# SPDX-License-Identifier: MIT
"""Prices of a region beside the global ones, as blocks."""

from collections.abc import Iterator

from azmodels_gui.answers.region_prices import region_prices, region_ptu_prices
from azmodels_gui.language.shown import tr
from azmodels_gui.window.regions.blocks import Block, Heading, Paragraph, Table
from azmodels_gui.window.regions.entry_lines import EntryGroup
from azmodels_gui.window.regions.region_blocks import RegionOnShow
from azmodels_gui.window.regions.region_price_lines import (
    differing_groups,
    open_groups,
    ptu_groups,
    same_sentence,
)
from azmodels_gui.window.theme.tokens import Tone


def price_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the prices that differ, those that cannot be compared, and those of a PTU."""
    context, index = shown.context, shown.context.index
    asked = (index.entries, shown.region, context.view)
    prices = region_prices(*asked)
    compared = (
        "",
        tr("here"),
        tr("global"),
        tr("difference"),
    )
    yield Heading(tr("Prices that differ from the global ones"))
    differing = differing_groups(prices, context)
    if differing:
        yield Table(tr("Prices that differ"), compared, tuple(differing))
    else:
        yield Paragraph(tr("No differing price is known."), Tone.MUTED)
    for sentence in same_sentence(prices, context):
        yield Paragraph(sentence, Tone.MUTED)
    counted = ("", tr("Prices"))
    title = tr("Prices that cannot be compared")
    yield from _titled(title, counted, open_groups(prices, context))
    title = tr("Price of one PTU")
    yield from _titled(title, compared, ptu_groups(region_ptu_prices(*asked), context))


def _titled(title: str, headers: tuple[str, ...], groups: list[EntryGroup]) -> Iterator[Block]:
    if groups:
        yield Heading(title)
        yield Table(title, headers, tuple(groups))
