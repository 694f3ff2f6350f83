# SPDX-License-Identifier: MIT
"""What was checked and found in order; what was not is among the cautions."""

from collections.abc import Iterable, Iterator
from datetime import date

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.lifetime import check_lifecycle, reservation_end
from azmodels_gui.calculator.quota_check import QuotaCheck, QuotaStatus
from azmodels_gui.calculator.statements import CheckId, Statement
from azmodels_gui.catalog.document import DeploymentType
from azmodels_gui.catalog.terms import Availability, Term


def passed_checks(
    deployment: Deployment,
    kinds: Iterable[DeploymentType],
    quota: QuotaCheck,
    terms: tuple[Term, ...],
    day: date,
) -> Iterator[Statement]:
    """Yield every check that found nothing wrong.

    Args:
        deployment: what is deployed where.
        kinds: the deployment types in use.
        quota: how the peak stands against the quota.
        terms: those that PTU may be bought for; none: no reservation is looked at.
        day: on which a reservation would begin.
    """
    entry, region = deployment.entry, deployment.region
    for kind in kinds:
        if region and entry.availability(kind.id, region.id) is Availability.OFFERED:
            told = {"deployment_type": kind.id, "region": region.name}
            yield Statement(CheckId.OFFERED_IN_REGION, told)
    window = entry.version.limits.context_window
    largest = max(each.tokens_per_request for each in deployment.longest)
    if window is not None and largest <= window.tokens:
        yield Statement(CheckId.WITHIN_CONTEXT, {"tokens": largest, "limit": window.tokens})
    yield from _quota(quota)
    lifecycle = entry.version.lifecycle
    reserved = any(reservation_end(day, term) for term in terms)
    if lifecycle.retirement_date and reserved and not any(check_lifecycle(entry, terms, day)):
        at_least = lifecycle.retirement_not_before
        yield Statement(
            CheckId.OUTLIVES_RESERVATIONS_AT_LEAST if at_least else CheckId.OUTLIVES_RESERVATIONS,
            {"retirement": lifecycle.retirement_date},
        )


def _quota(quota: QuotaCheck) -> Iterator[Statement]:
    asked, lowest, kind = quota.asked_tier, quota.sufficient_tier, quota.deployment_type
    if asked is None and lowest is not None:
        yield Statement(CheckId.LOWEST_TIER, {"tier": lowest, "deployment_type": kind})
    elif asked is not None and quota.status is QuotaStatus.ENOUGH:
        yield Statement(CheckId.QUOTA_ENOUGH, {"tier": asked, "deployment_type": kind})
