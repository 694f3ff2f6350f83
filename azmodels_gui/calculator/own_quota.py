# SPDX-License-Identifier: MIT
"""What a client's own subscription has left, held against what a load needs.

The published default quota of a tier says what a subscription begins with; this one says what it
has, on the day it was asked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.quota_check import QuotaStatus
from azmodels_gui.calculator.statements import CautionId, CheckId, Datum, Statement
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry, EntryKey

TPM, PTU = "TPM", "PTU"


@dataclass(frozen=True)
class OwnQuota:
    """The quota of a subscription for one deployment type in one region."""

    deployment_type: str
    place: str
    """Name of the region; with the subscription's, where there are several."""
    day: date
    """Of the answer that tells it."""
    unit: str
    limit: int
    """Tokens per minute or PTU that may be deployed; 0: none, it has to be asked for."""
    left: int
    """Of them not deployed yet."""
    entry: EntryKey | None = None
    """The model version it is for; None: all together."""

    def status(self, needed: Decimal | int) -> QuotaStatus:
        """Return whether what is left is enough."""
        return QuotaStatus.ENOUGH if needed <= self.left else QuotaStatus.EXCEEDED


OwnQuotas = Callable[[Entry, Region, Sequence[str]], tuple[OwnQuota, ...]]
"""Returns the quotas for an entry in a region, of some deployment types."""


def own_needs(
    own: Sequence[OwnQuota], entry: Entry, needs: Mapping[str, Decimal | int]
) -> Iterator[tuple[OwnQuota, Decimal | int]]:
    """Yield each quota of an entry with what is needed of it.

    Args:
        own: quotas that are known.
        entry: what is deployed.
        needs: by deployment type; in the unit of its quota.
    """
    for quota in own:
        if quota.deployment_type in needs and quota.entry in (None, entry.key):
            yield quota, needs[quota.deployment_type]


def own_cautions(needs: Sequence[tuple[OwnQuota, Decimal | int]]) -> Iterator[Statement]:
    """Yield where a subscription has no quota, or too little of it."""
    for quota, needed in needs:
        if not quota.limit:
            yield Statement(CautionId.OWN_QUOTA_NONE, _told(quota))
        elif quota.status(needed) is QuotaStatus.EXCEEDED:
            yield Statement(CautionId.OWN_QUOTA_EXCEEDED, _told(quota, needed))


def own_checks(needs: Sequence[tuple[OwnQuota, Decimal | int]]) -> Iterator[Statement]:
    """Yield where what is left is enough."""
    for quota, needed in needs:
        if quota.limit and quota.status(needed) is QuotaStatus.ENOUGH:
            yield Statement(CheckId.OWN_QUOTA_ENOUGH, _told(quota, needed))


def _told(quota: OwnQuota, needed: Decimal | int | None = None) -> dict[str, Datum]:
    told: dict[str, Datum] = {
        "deployment_type": quota.deployment_type,
        "region": quota.place,
        "on": quota.day,
    }
    if needed is not None:
        told |= {"left": quota.left, "limit": quota.limit, "unit": quota.unit, "needed": needed}
    return told
