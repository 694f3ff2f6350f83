# SPDX-License-Identifier: MIT
"""What the map says in words: of a region, of all of them, in the legend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from azmodels_gui.cartography.topology import Place
from azmodels_gui.language.shown import tr
from azmodels_gui.window.regions.region_dots import RegionDot


@dataclass(frozen=True)
class MapAge:
    """How old the offers are that the dots count, in words."""

    told: str = ""
    """Availability with its date; empty: no date is known."""
    no: str = ""
    """That nothing is offered, with the date of the statement."""


NO_DATE = MapAge()


def region_words(
    dot: RegionDot, zone_names: Mapping[str, str], age: MapAge, disputed_place: str = ""
) -> str:
    """Return the lines of a tool tip: name and country, what is offered, the data zone, the date.

    Args:
        dot: the region.
        zone_names: by the zones' ids.
        age: of the offers.
        disputed_place: the published coordinates in words, if they are not in its country.
    """
    lines = [heading_words(dot), count_words(dot, age.no), zone_words(dot, zone_names)]
    if age.told and dot.total:
        lines.append(age.told)
    if disputed_place:
        text = tr(
            "Place disputed: the source publishes {place}, which is not in this country. The dot "
            "stands for the country, the cross for what is published."
        )
        lines.append(text.replace("{place}", disputed_place))
    return "\n".join(lines)


def disputed_place_words() -> str:
    """Return what the cross means."""
    return tr("published place, not in the country")


def heading_words(dot: RegionDot) -> str:
    """Return name and country."""
    return f"{dot.name} ({dot.country})" if dot.country else dot.name


def count_words(dot: RegionDot, no: str) -> str:
    """Return how many are offered; unknown and disputed ones are told apart from no.

    Args:
        dot: the region.
        no: that the only model is not offered, with its date.
    """
    if not dot.total:
        return tr("no model is chosen")
    if dot.total == 1:
        return _single_words(dot, no)
    words = [tr("offered: {count} of {total}").format(count=dot.offered, total=dot.total)]
    if dot.disputed:
        text = tr("sources disagree: {count}")
        words.append(text.format(count=dot.disputed))
    if dot.unknown:
        text = tr("unknown: {count}")
        words.append(text.format(count=dot.unknown))
    return ", ".join(words)


def _single_words(dot: RegionDot, no: str) -> str:
    if dot.offered:
        return tr("offered")
    if dot.disputed:
        return tr("sources disagree")
    if dot.unknown:
        return tr("unknown")
    return no


def zone_words(dot: RegionDot, zone_names: Mapping[str, str]) -> str:
    """Return the data zone, and whether sources disagree on it."""
    if dot.zone is None:
        return tr("in no data zone")
    return _membership(zone_names.get(dot.zone, dot.zone), is_disputed=dot.zone_disputed)


def country_words(country: str, zone_name: str, *, is_disputed: bool) -> str:
    """Return what the colour or the hatching of a country means."""
    return f"{country}: {_membership(zone_name, is_disputed=is_disputed)}"


def _membership(zone_name: str, *, is_disputed: bool) -> str:
    if not is_disputed:
        return zone_name
    text = tr("{zone} (sources disagree)")
    return text.replace("{zone}", zone_name)


def without_place_words(dots: Sequence[RegionDot], no: str) -> str:
    """Return a line for the regions that have no coordinates; empty: there are none."""
    if not dots:
        return ""
    listed = "; ".join(f"{dot.name}: {count_words(dot, no)}" for dot in dots)
    text = tr("Not on the map, place unknown: {regions}")
    return text.replace("{regions}", listed)


def summary_words(dots: Sequence[RegionDot]) -> str:
    """Return the whole map in one sentence, for those who hear it."""
    total = max((dot.total for dot in dots), default=0)
    text = tr(
        "Regions: {regions}. Models: {total}. Offering all of them: {all}, some of them: {some}."
    )
    return text.format(
        regions=len(dots),
        all=sum(dot.has_all for dot in dots),
        some=sum(bool(dot.offered) and not dot.has_all for dot in dots),
        total=total,
    )


def place_name(place: Place) -> str:
    """Return the name of a part of the world."""
    match place:
        case Place.WORLD:
            return tr("World")
        case Place.EUROPE:
            return tr("Europe")
        case Place.UNITED_STATES:
            return tr("United States")
        case Place.ASIA_PACIFIC:
            return tr("Asia-Pacific")


def legend_words(total: int, no: str) -> tuple[str, str, str, str]:
    """Return what the four kinds of dots mean: all, some, open, none (`no` of the only model)."""
    if total == 1:
        return (
            tr("offered"),
            "",
            tr("unknown, or sources disagree"),
            no,
        )
    return (
        tr("all {total} offered").format(total=total),
        tr("some offered: how many"),
        tr("unknown, or sources disagree"),
        tr("none offered"),
    )


def disputed_zone_words() -> str:
    """Return what the hatching means."""
    return tr("hatched: sources disagree")
