# SPDX-License-Identifier: MIT
"""Whether an entry is offered at all as a deployment type, or as provisioned capacity."""

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.offered import strongest
from azmodels_gui.catalog.terms import Availability, Billing


def offered_anywhere(entry: Entry, deployment_type: str) -> Availability:
    """Return what is known of a deployment type over all regions together."""
    offer = entry.offers.get(deployment_type)
    if offer is None:
        return Availability.UNKNOWN
    if offered_regions(offer):
        return Availability.OFFERED
    if offer.disputed:
        return Availability.CONFLICT
    return Availability.NOT_OFFERED if offer.covers_all else Availability.UNKNOWN


def offered_regions(offer: Offer) -> frozenset[str]:
    """Return the regions where an offer is beyond dispute."""
    return frozenset(offer.available).difference(offer.disputed)


def offered_as_ptu(entry: Entry, catalog: Catalog) -> Availability:
    """Tell whether an entry can be deployed on PTU.

    Parameters on the newest sizing page speak for it like an offer; against matrices that
    all say no they make a conflict.
    """
    kinds = [kind.id for kind in catalog.deployment_types if kind.billing is Billing.PROVISIONED]
    newer = [kind.id for kind in catalog.deployment_types if not kind.billing.known]
    found = strongest(offered_anywhere(entry, kind) for kind in kinds)
    if found is Availability.NOT_OFFERED and any(
        offered_anywhere(entry, kind) is Availability.OFFERED for kind in newer
    ):
        found = Availability.UNKNOWN  # nobody can tell how that one is paid for
    if found is Availability.OFFERED or all(item.history for item in entry.ptu):
        return found
    return Availability.OFFERED if found is Availability.UNKNOWN else Availability.CONFLICT
