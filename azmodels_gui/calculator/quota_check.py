# SPDX-License-Identifier: MIT
"""Whether quota is enough for the busiest minute: by a tier's default or a subscription's own.

The service counts a request when it arrives: its prompt and the largest output it allows, not the
output it will have. Source: Microsoft Learn, "Manage quota", read with the quotas (`quotas`).
A default says what a subscription begins with; a client's own what it has, on the day it was asked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from azmodels_gui.calculator.exact import Number, product, quotient, total
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    CheckId,
    Datum,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_TOKENS_PER_REQUEST, Workload, check_number
from azmodels_gui.catalog.document import Entry, EntryKey, Region
from azmodels_gui.catalog.facts import Quota

TIERS = ("0", "1", "2", "3", "4", "5", "6")
SECONDS_PER_MINUTE = 60
MAX_HEADROOM = 1_000
"""Percent; above it somebody mistyped."""


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """What counts against the quota when a request arrives.

    Raises:
        Refusal: a figure is no number, negative or absurd.
    """

    max_output: Number | None = None
    """Largest output a request allows (`max_tokens`); None: its average output, and said so."""
    headroom_percent: Decimal = Decimal(0)
    """Kept free above the busiest minute, in percent of it."""

    def __post_init__(self) -> None:
        if self.max_output is not None:
            check_number("max_output", Decimal(self.max_output), MAX_TOKENS_PER_REQUEST)
        check_number("quota_headroom", self.headroom_percent, MAX_HEADROOM)

    def tpm(self, workload: Workload) -> Decimal:
        """Return the tokens per minute of a workload as they count, head-room included.

        Raises:
            Refusal: the largest output is below the average one.
        """
        out = workload.answer_tokens
        if self.max_output is not None:
            if self.max_output < out:
                raise Refusal(
                    RefusalId.MAX_OUTPUT_BELOW_OUTPUT, given=Decimal(self.max_output), output=out
                )
            out = Decimal(self.max_output)
        counted = total([workload.prompt_tokens, out])
        return self.with_headroom(product(workload.requests_per_minute, counted))

    def with_headroom(self, amount: Number) -> Decimal:
        """Return an amount of the busiest minute with the head-room."""
        return product(amount, 100 + self.headroom_percent, Decimal("0.01"))

    @property
    def assumptions(self) -> tuple[Statement, ...]:
        """What the need of quota takes for granted."""
        said = assumption(AssumptionId.QUOTA_BY_OUTPUT)
        if self.max_output is not None:
            said = assumption(AssumptionId.QUOTA_ON_ARRIVAL, tokens=Decimal(self.max_output))
        if not self.headroom_percent:
            return (said,)
        return (said, assumption(AssumptionId.QUOTA_HEADROOM, percent=self.headroom_percent))


AS_AVERAGE = Arrival()


class QuotaStatus(StrEnum):
    """What can be said of one tier."""

    ENOUGH = "enough"
    EXCEEDED = "exceeded"
    UNKNOWN = "unknown"
    """No source states a quota, or none of what the load needs."""


@dataclass(frozen=True)
class TierQuota:
    """The quota of one tier for one deployment type."""

    tier: str
    tpm: int | None
    """Tokens per minute; None: not stated."""
    rpm: Decimal | None
    """Requests per minute, converted from the period the source states; None: not stated."""
    sources: tuple[str, ...]

    def status(self, needed_tpm: Decimal, needed_rpm: Decimal) -> QuotaStatus:
        """Return whether it is enough; figures that are not stated count neither way."""
        limits = ((self.tpm, needed_tpm), (self.rpm, needed_rpm))
        stated = [(limit, needed) for limit, needed in limits if limit is not None]
        if not stated:
            return QuotaStatus.UNKNOWN
        enough = all(needed <= limit for limit, needed in stated)
        return QuotaStatus.ENOUGH if enough else QuotaStatus.EXCEEDED


@dataclass(frozen=True)
class QuotaCheck:
    """What the load needs, what each tier gives, and the answer."""

    deployment_type: str
    needed_tpm: Decimal
    needed_rpm: Decimal
    tiers: tuple[TierQuota, ...]
    """Tiers that a source states, in their order."""
    asked_tier: str | None
    """Tier of the user's subscription; None: not told."""

    @property
    def status(self) -> QuotaStatus:
        """Answer for the asked tier; without one, or without its quota: unknown."""
        for tier in self.tiers:
            if tier.tier == self.asked_tier:
                return tier.status(self.needed_tpm, self.needed_rpm)
        return QuotaStatus.UNKNOWN

    @property
    def sufficient_tier(self) -> str | None:
        """The lowest tier that would do; None: none of the stated ones."""
        for tier in self.tiers:
            if tier.status(self.needed_tpm, self.needed_rpm) is QuotaStatus.ENOUGH:
                return tier.tier
        return None

    @property
    def cautions(self) -> tuple[Statement, ...]:
        """Nothing when no tier was asked about, or its quota is enough."""
        if self.asked_tier is None or self.status is QuotaStatus.ENOUGH:
            return ()
        told = {"tier": self.asked_tier, "deployment_type": self.deployment_type}
        if self.status is QuotaStatus.UNKNOWN:
            return (caution(CautionId.QUOTA_UNKNOWN, **told),)
        return (
            caution(
                CautionId.PEAK_ABOVE_QUOTA,
                **told,
                needed_tpm=self.needed_tpm,
                needed_rpm=self.needed_rpm,
                sufficient_tier=self.sufficient_tier or "",
                known_tiers=tuple(tier.tier for tier in self.tiers),
            ),
        )


def check_quota(
    entry: Entry,
    workloads: tuple[Workload, ...],
    deployment_type: str,
    tier: str | None,
    arrival: Arrival = AS_AVERAGE,
) -> QuotaCheck:
    """Return how a load in its busiest minute stands against the quotas of a deployment type.

    Raises:
        Refusal: the largest output is below the average one.
    """
    needed_tpm = total([arrival.tpm(workload) for workload in workloads])
    needed_rpm = arrival.with_headroom(
        total([Decimal(workload.requests_per_minute) for workload in workloads])
    )
    tiers = tuple(_tier_quotas(entry, deployment_type))
    return QuotaCheck(deployment_type, needed_tpm, needed_rpm, tiers, tier)


def _tier_quotas(entry: Entry, deployment_type: str) -> Iterator[TierQuota]:
    for tier in TIERS:
        found = [
            quota
            for quota in entry.quotas
            if quota.deployment_type == deployment_type and quota.tier == tier
        ]
        if found:
            yield _strictest(tier, found)


def _strictest(tier: str, quotas: list[Quota]) -> TierQuota:
    """Take the lowest figures where several rows are about the same tier."""
    tpm = [quota.tpm for quota in quotas if quota.tpm is not None]
    rpm = [_per_minute(quota) for quota in quotas if quota.requests is not None]
    sources = tuple(dict.fromkeys(quota.source for quota in quotas))
    return TierQuota(tier, min(tpm, default=None), min(rpm, default=None), sources)


def _per_minute(quota: Quota) -> Decimal:
    return quotient(
        product(quota.requests or 0, SECONDS_PER_MINUTE), max(1, quota.request_period_s)
    )


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
