# SPDX-License-Identifier: MIT
"""What is known of every deployment type in every region, packed into one number a region."""

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.terms import Availability

_NOT_OFFERED, _CONFLICT, _OFFERED = 0b01, 0b10, 0b11
_BY_BITS = (
    Availability.UNKNOWN,
    Availability.NOT_OFFERED,
    Availability.CONFLICT,
    Availability.OFFERED,
)


class RegionCodes:
    """Two bits for each deployment type, in the order of the catalogue; 0 is unknown.

    `Entry.availability` answers one question at a time. A table of 400 rows and 60 regions
    asks 200,000 of them; packed, a row is made in one pass over its offers.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.kinds = tuple(kind.id for kind in catalog.deployment_types)
        """Deployment types by their place in a code."""
        self.regions = tuple(region.id for region in catalog.regions)
        """Regions by their place in a row."""
        self._kind_places = {kind: place for place, kind in enumerate(self.kinds)}
        self._places = {region: place for place, region in enumerate(self.regions)}

    def row(self, entry: Entry) -> list[int]:
        """Return a code for each region of `regions`."""
        codes = [0] * len(self.regions)
        for offer in entry.version.offers:
            place = self._kind_places.get(offer.deployment_type)
            if place is not None:
                self._add(codes, offer, 2 * place)
        return codes

    def mask(self, *kinds: str) -> int:
        """Return the bits of some deployment types; others are to be cut off with it."""
        places = (self._kind_places[kind] for kind in kinds if kind in self._kind_places)
        return sum(_OFFERED << 2 * place for place in places)

    def place(self, kind: str) -> int:
        """Return the place of a deployment type."""
        return self._kind_places[kind]

    def _add(self, codes: list[int], offer: Offer, shift: int) -> None:
        places = self._places
        no, yes, both = _NOT_OFFERED << shift, _OFFERED << shift, _CONFLICT << shift
        if offer.covers_all:
            codes[:] = [code | no for code in codes]
        else:
            for region in offer.covered_regions:
                if region in places:
                    codes[places[region]] |= no
        for region in offer.available:
            if region in places:
                codes[places[region]] |= yes
        for region in offer.disputed:
            if region in places:
                at = places[region]
                codes[at] = codes[at] & ~yes | both


def availability_at(code: int, place: int) -> Availability:
    """Return what a code says of the deployment type at a place."""
    return _BY_BITS[code >> 2 * place & 3]
