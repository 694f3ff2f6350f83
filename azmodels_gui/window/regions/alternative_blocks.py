# SPDX-License-Identifier: MIT
"""What other regions have in addition to one, as blocks."""

from collections.abc import Iterator

from azmodels_gui.catalog.region_alternatives import Alternative, Relation, alternatives
from azmodels_gui.language.shown import tr
from azmodels_gui.window.formats import number
from azmodels_gui.window.regions.blocks import Block, Heading, Note, Paragraph, RegionLink, Table
from azmodels_gui.window.regions.region_blocks import RegionOnShow
from azmodels_gui.window.regions.region_lines import addition_groups
from azmodels_gui.window.theme.tokens import Tone


def alternative_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the pair and the nearest region of the zone, or why none is named."""
    index = shown.context.index
    found = alternatives(shown.region, index.entries, index.catalog)
    yield Heading(tr("What other regions have in addition"))
    for alternative in found:
        yield RegionLink(alternative.region)
        yield Paragraph(" ".join(_about(alternative, shown)))
        groups = addition_groups(alternative.additions, shown.region, shown.context)
        if groups:
            headers = (
                tr("In addition, by deployment type"),
                tr("Entries"),
                tr("Here"),
            )
            yield Table(alternative.region.name, headers, tuple(groups))
    if not any(Relation.NEAREST in each.relations for each in found):
        yield Paragraph(_why_none(shown), Tone.MUTED)
    if any(map(shown.is_disputed, (shown.region, *(each.region for each in found)))):
        yield Note(_why_doubtful(shown))
    words = tr("Distances as the crow flies, by the coordinates Azure publishes.")
    yield Paragraph(words, Tone.MUTED)


def _about(found: Alternative, shown: RegionOnShow) -> Iterator[str]:
    if Relation.PAIR in found.relations:
        yield tr("Azure's pair of this region.")
    if Relation.NEAREST in found.relations:
        yield tr("The nearest region of the same data zone with an offer.")
    if found.zone_disputed:
        yield tr("Whether both belong to the data zone is disputed.")
    elif not found.same_zone and shown.zone is not None:
        yield tr("Not in the same data zone.")
    if found.distance_km is None:
        yield tr("Distance unknown.")
    else:
        distance = number(round(found.distance_km), shown.context.language)
        yield tr("{distance} km away.").format(distance=distance)
    if found.offered_count == 0:
        yield tr("No entry is known to be offered there.")
    elif not found.additions:
        yield tr("Nothing in addition.")


def _why_doubtful(shown: RegionOnShow) -> str:
    if shown.is_disputed(shown.region):
        return tr(
            "The published coordinates of this region are not in its country. Distances from "
            "here, and which region is the nearest, are therefore uncertain.",
        )
    return tr(
        "The published coordinates of a region named here are not in its country. Its distance "
        "is therefore uncertain.",
    )


def _why_none(shown: RegionOnShow) -> str:
    if shown.region.data_zone is None:
        return tr("The region is in no known data zone, so no nearest one is named.")
    if shown.region.latitude is None or shown.region.longitude is None:
        return tr("The region's coordinates are unknown, so no nearest one is named.")
    return tr("No other region of the data zone is known to offer anything.")
