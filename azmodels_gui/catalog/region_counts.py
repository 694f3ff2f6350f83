# SPDX-License-Identifier: MIT
"""How many of some entries each region offers, and of how many it is not known."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.offered import offered_regions
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability


class RegionCount(Struct, frozen=True):
    """Numbers of entries; what is left of `total` is not offered."""

    offered: int
    disputed: int
    """Sources disagree."""
    unknown: int
    """No source covers it. Not "no"."""
    total: int


def region_counts(
    entries: Sequence[Entry], catalog: Catalog, deployment_types: Collection[str] = ()
) -> dict[str, RegionCount]:
    """Return the counts of every region of the catalogue.

    An entry is offered in a region if one of the deployment types is; without one it is
    disputed, unknown or not offered, as `offered.strongest` has it. A service has features
    instead: one in a region is enough, and no deployment type applies to it.

    Args:
        entries: those that are counted.
        catalog: names the regions, and the deployment types where none are given.
        deployment_types: SKU names; none means all but the developer tier, which is for trying
            out fine-tuned models: no source names its regions, and every "no" would be unknown.
    """
    kinds = deployment_types or for_any_use(catalog)
    regions = frozenset(region.id for region in catalog.regions)
    offered, disputed, unknown = Counter[str](), Counter[str](), Counter[str]()
    for entry in entries:
        if entry.is_service:
            if not deployment_types:
                yes, open_question = features_in(entry, regions)
                offered.update(yes)
                unknown.update(open_question)
            continue
        yes, maybe, open_question = _answers((entry.offers.get(kind) for kind in kinds), regions)
        offered.update(yes)
        disputed.update(maybe)
        unknown.update(open_question)
    return {
        region: RegionCount(offered[region], disputed[region], unknown[region], len(entries))
        for region in regions
    }


def for_any_use(catalog: Catalog) -> list[str]:
    """Return the deployment types that count where none is asked about."""
    return [kind.id for kind in catalog.deployment_types if kind.id != DEVELOPER_TIER]


def features_in(service: Entry, regions: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return where a service has some feature, and where that is unknown."""
    found = {region: service.feature_in(region) for region in regions}
    return (
        frozenset(region for region, at in found.items() if at is Availability.OFFERED),
        frozenset(region for region, at in found.items() if at is Availability.UNKNOWN),
    )


def _answers(
    offers: Iterable[Offer | None], regions: frozenset[str]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return where an entry is offered, disputed and unknown; each region at most once."""
    yes, maybe, covered_by_all = set[str](), set[str](), set(regions)
    for offer in offers:
        if offer is None:
            covered_by_all.clear()
            continue
        yes |= offered_regions(offer)
        maybe |= set(offer.disputed)
        if not offer.covers_all:
            covered_by_all &= {*offer.covered_regions, *offer.available, *offer.disputed}
    offered = regions & yes
    disputed = regions & maybe - offered
    return offered, disputed, regions - offered - disputed - covered_by_all
