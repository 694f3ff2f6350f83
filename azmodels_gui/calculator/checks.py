# SPDX-License-Identifier: MIT
"""What a deployment is held against: offer, data zone, context window, the model's end."""

import calendar
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.month import MONTHS_PER_YEAR
from azmodels_gui.calculator.statements import CautionId, Statement, caution
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import DeploymentType, Entry, Region
from azmodels_gui.catalog.facts import PtuParameters, TokenLimit
from azmodels_gui.catalog.offered import offered_anywhere
from azmodels_gui.catalog.terms import Availability, Billing, ContextBand, Scope, Term

_BY_AVAILABILITY = {
    Availability.NOT_OFFERED: CautionId.NOT_OFFERED_IN_REGION,
    Availability.UNKNOWN: CautionId.OFFER_UNKNOWN,
    Availability.CONFLICT: CautionId.OFFER_DISPUTED,
}


def check_offer(
    entry: Entry,
    kind: DeploymentType,
    region: Region | None,
    parameters: PtuParameters | None = None,
) -> Iterator[Statement]:
    """Yield what the sources say against a deployment type in a region, or anywhere.

    Where the matrices offer it nowhere, but the newest sizing page gives its PTU
    parameters, the sources are in conflict.
    """
    everywhere = offered_anywhere(entry, kind.id)
    if region is None:
        known, place = everywhere, ""
    else:
        known, place = entry.availability(kind.id, region.id), region.name
    if everywhere is Availability.NOT_OFFERED and _sized(kind, parameters):
        known = Availability.CONFLICT
    which = _BY_AVAILABILITY.get(known)
    if which is not None:
        offer = entry.offers.get(kind.id)
        as_of = {} if offer is None else {"as_of": offer.as_of or ""}
        yield caution(which, deployment_type=kind.id, region=place, **as_of)


def _sized(kind: DeploymentType, parameters: PtuParameters | None) -> bool:
    if parameters is None or parameters.history or kind.billing is not Billing.PROVISIONED:
        return False
    return any(sizing.scope is kind.scope for sizing in parameters.sizing)


def check_data_zone(
    kind: DeploymentType, region: Region | None, parameters: PtuParameters | None
) -> Iterator[Statement]:
    """Yield what speaks against the region's data zone, for deployments of that scope."""
    if kind.scope is not Scope.DATA_ZONE or region is None:
        return
    if region.data_zone is None:
        yield caution(CautionId.REGION_OUTSIDE_DATA_ZONE, region=region.name)
        return
    if region.data_zone_disputed:
        yield caution(
            CautionId.REGION_ZONE_DISPUTED, region=region.name, data_zone=region.data_zone
        )
    zones = () if parameters is None else parameters.data_zones
    if kind.billing is Billing.PROVISIONED and zones and region.data_zone not in zones:
        yield caution(CautionId.ZONE_NOT_SERVED, data_zone=region.data_zone, served=zones)


PTU_PROMPT_LIMIT = 128_000
"""Prompt tokens above which some models are not served on PTU ("128K", `ptu-2026-09`)."""


def check_limits(entry: Entry, workload: Workload) -> Iterator[Statement]:
    """Yield what the model's own limits say of an average request; they are all in tokens."""
    if not workload.tokens_per_request:
        return
    limits = entry.version.limits
    if limits.context_window is None and limits.max_input is None:
        yield caution(CautionId.CONTEXT_UNKNOWN, model=entry.title)
    for which, limit, tokens in (
        (CautionId.PROMPT_ABOVE_CONTEXT, limits.context_window, workload.tokens_per_request),
        (CautionId.PROMPT_ABOVE_INPUT_LIMIT, limits.max_input, workload.prompt_tokens),
        (CautionId.ANSWER_ABOVE_OUTPUT_LIMIT, limits.max_output, workload.answer_tokens),
    ):
        if limit is not None and tokens > limit.tokens:
            yield _above(which, limit, tokens)
    yield from _undeclared(entry, workload)


def check_ptu_prompt(parameters: PtuParameters, workload: Workload) -> Iterator[Statement]:
    """Yield a caution where PTU do not serve a prompt of this length."""
    too_long = workload.long_context or workload.prompt_tokens > PTU_PROMPT_LIMIT
    if parameters.long_context is False and too_long:
        yield caution(
            CautionId.PROMPT_ABOVE_PTU, tokens=workload.prompt_tokens, limit=PTU_PROMPT_LIMIT
        )


def _above(which: CautionId, limit: TokenLimit, tokens: Decimal) -> Statement:
    return caution(which, tokens=tokens, limit=limit.tokens)


def _undeclared(entry: Entry, workload: Workload) -> Iterator[Statement]:
    """Yield a word where the band that was chosen does not fit the length of the prompt."""
    if not any(price.context_band is ContextBand.LONG for price in entry.prices):
        return
    begins, tokens = entry.version.limits.long_context_above, workload.prompt_tokens
    if begins is None:
        if tokens > PTU_PROMPT_LIMIT and not workload.long_context:
            yield caution(CautionId.LONG_CONTEXT_UNDECLARED, tokens=tokens)
    elif workload.long_context is not (tokens > begins.tokens):
        declared = workload.long_context
        which = (
            CautionId.PROMPT_BELOW_LONG_CONTEXT if declared else CautionId.PROMPT_ABOVE_LONG_CONTEXT
        )
        yield caution(which, tokens=tokens, limit=begins.tokens, source=begins.source)


LASTING_DAYS = 180
"""A model that ends within so many days is told with its end and with what lasts longer."""
_MONTHS = {Term.MONTH: 1, Term.YEAR: MONTHS_PER_YEAR}


def ends_in_time(entry: Entry, term: Term, day: date) -> bool:
    """Tell whether PTU bought on a day for a term are known to end before the model does."""
    end, retirement = reservation_end(day, term), entry.version.lifecycle.retirement_date
    return end is None or (retirement is not None and end <= retirement)


def usable_on(entry: Entry, day: date) -> bool:
    """Tell whether a model is neither retired nor past its date."""
    return entry.stage_on(day).usable


def lasts(entry: Entry, day: date) -> bool:
    """Tell whether a model is usable and not known to end within `LASTING_DAYS`."""
    on = entry.stage_on(day)
    return on.usable and (on.days_left is None or on.days_left > LASTING_DAYS)


def check_lifecycle(entry: Entry, terms: tuple[Term, ...], today: date) -> Iterator[Statement]:
    """Yield a caution for a model past its date, or for each term that ends after it."""
    retirement = entry.version.lifecycle.retirement_date
    if not usable_on(entry, today):
        yield caution(
            CautionId.MODEL_PAST_RETIREMENT, model=entry.title, retirement=retirement or ""
        )
        return
    for term in terms:
        end = reservation_end(today, term)
        if retirement is not None and end is not None and end > retirement:
            yield caution(
                CautionId.RESERVATION_OUTLIVES_MODEL,
                term=term.value,
                end=end,
                retirement=retirement,
                model=entry.title,
            )


def reservation_end(start: date, term: Term) -> date | None:
    """Return the day a reservation bought on `start` ends; None for PTU by the hour."""
    months = _MONTHS.get(term)
    return None if months is None else months_later(start, months)


def months_later(start: date, months: int) -> date:
    """Return the day some months later, the last of its month where that is shorter."""
    years, month = divmod(start.month - 1 + months, MONTHS_PER_YEAR)
    year = start.year + years
    if year > date.max.year:
        return date.max
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)
