# SPDX-License-Identifier: MIT
"""What was checked and found in order; what was not is among the warnings."""

from collections.abc import Iterator

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.quota_check import QuotaStatus
from azmodels_gui.calculator.statements import CautionId
from azmodels_gui.catalog.document import DeploymentType
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.profile_hours import MoneyWords

CONTEXT = "CalculatorChecks"
_LIFECYCLE = {CautionId.RESERVATION_OUTLIVES_MODEL, CautionId.MODEL_PAST_RETIREMENT}


def passed_checks(found: Estimate, money: MoneyWords) -> Iterator[str]:
    """Yield a line for every check that found nothing wrong."""
    yield from _offers(found, money)
    yield from _context(found, money)
    yield from _quota(found)
    yield from _lifecycle(found, money)


def _offers(found: Estimate, money: MoneyWords) -> Iterator[str]:
    deployment = found.question.deployment
    region = deployment.region
    if region is None:
        return
    kinds: tuple[DeploymentType | None, ...] = (deployment.deployment_type, found.payg_type)
    for kind in kinds:
        if kind is None:
            continue
        if deployment.entry.availability(kind.id, region.id) is Availability.OFFERED:
            name = kind.name.in_language(money.language)
            yield tr(_OFFERED).format(kind=name, region=region.name)


def _context(found: Estimate, money: MoneyWords) -> Iterator[str]:
    window = found.question.deployment.entry.version.limits.context_window
    if window is None:
        return
    largest = max(each.tokens_per_request for each in found.question.deployment.workloads)
    if largest <= window.tokens:
        yield tr(_FITS).format(
            tokens=formats.number(largest.normalize() + 0, money.language),
            limit=formats.number(window.tokens, money.language),
        )


def _quota(found: Estimate) -> Iterator[str]:
    quota = found.quota
    if quota.asked_tier is not None and quota.status is QuotaStatus.ENOUGH:
        yield tr(_QUOTA).format(tier=quota.asked_tier, kind=quota.deployment_type)
    elif quota.asked_tier is None and quota.sufficient_tier is not None:
        yield tr(_LOWEST_TIER).format(tier=quota.sufficient_tier, kind=quota.deployment_type)


def _lifecycle(found: Estimate, money: MoneyWords) -> Iterator[str]:
    lifecycle = found.question.deployment.entry.version.lifecycle
    if lifecycle.retirement_date is None or _LIFECYCLE & {said.id for said in found.cautions}:
        return
    words = _LASTS_AT_LEAST if lifecycle.retirement_not_before else _LASTS
    yield tr(words).format(day=formats.day(lifecycle.retirement_date, money.language))


_OFFERED = N_("{kind} is offered in {region}.")
_FITS = N_("A request has {tokens} of {limit} tokens of the context window.")
_QUOTA = N_("The quota of tier {tier} is enough ({kind}).")
_LOWEST_TIER = N_("Lowest quota tier that would do per token: {tier} ({kind}).")
_LASTS = N_("The model outlives every reservation looked at: it retires on {day}.")
_LASTS_AT_LEAST = N_(
    "The model outlives every reservation looked at: it retires on {day} at the earliest."
)
