# SPDX-License-Identifier: MIT
"""From the metrics of Azure Monitor to a load profile, and to the size of an average request.

What was measured of a request is an offer: nothing is reckoned with it unless somebody says so.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from azmodels_gui.calculator.exact import quotient, total
from azmodels_gui.calculator.load_profile import (
    HOURS_PER_DAY,
    LoadProfile,
    Steps,
    by_minute,
    steps_of,
)
from azmodels_gui.calculator.month import MINUTES_PER_HOUR
from azmodels_gui.calculator.statements import (
    FIRST_TOLD,
    AssumptionId,
    CautionId,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_REQUESTS_PER_MINUTE
from azmodels_gui.language.figures import rounded

REQUEST_METRICS = ("AzureOpenAIRequests", "ModelRequests")
"""Count of requests: the older metric of Azure OpenAI, and that of all Foundry models."""
INPUT_METRICS = ("ProcessedPromptTokens", "InputTokens")
OUTPUT_METRICS = ("GeneratedTokens", "OutputTokens")
TOLD_SERIES = 20
DEPLOYMENT, STATUS = "modeldeploymentname", "statuscode"
SHOWN_PLACES = 3
"""Tokens of an average request are given to a thousandth."""
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_INTERVAL = re.compile(
    r"P(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?)?"
    r"|(?:([0-9]+) days?, )?([0-9]+):([0-9]+):00"
)
_Totals = Mapping[datetime, Decimal]


@dataclass(frozen=True)
class MetricSeries:
    """One metric of one combination of dimensions, by minute."""

    metric: str
    dimensions: Mapping[str, str]
    """Value by name of the dimension, the name in lower case as the service writes it."""
    totals: Mapping[datetime, Decimal | None]
    """By minute in UTC; None: the row has no total, which is unknown and not zero."""
    interval: str = ""
    """How far its rows are apart, as the answer says: `PT1M`, `0:01:00`."""

    @property
    def label(self) -> str:
        """The dimensions, such as `modeldeploymentname=chat`; empty where it is not split."""
        return " ".join(f"{name}={value}" for name, value in self.dimensions.items())


@dataclass(frozen=True)
class MeasuredRequest:
    """What an average request was made of, over the minutes in which both were measured."""

    input_tokens: Decimal | None
    """All input, cached or not; None: not among the metrics of the chosen series."""
    output_tokens: Decimal | None


@dataclass(frozen=True)
class MeasuredLoad:
    """A load profile, and what its requests were made of."""

    profile: LoadProfile
    request: MeasuredRequest


def measured_load(
    series: Iterable[MetricSeries], chosen: Mapping[str, str] | None = None
) -> MeasuredLoad:
    """Return the load that the series of one or several answers measured, added up.

    Where one of the chosen series is silent while another has a total, it counts as zero:
    series come and go with the values of a dimension. Where all are silent, minutes are missing.
    What is coarser than a minute is spread evenly.

    Args:
        series: of all answers; one series may go on in the next answer.
        chosen: values of dimensions that a series must have; all series without any.

    Raises:
        Refusal: no request was measured, a minute comes twice, times do not follow each other
            in a step, or no series fits.
    """
    wanted = {name.lower(): value.lower() for name, value in (chosen or {}).items()}
    joined = _joined(series)
    metric, of_requests = _only(joined, REQUEST_METRICS)
    kept = _chosen(of_requests, wanted)
    requests = _known_sums(kept)
    if not requests:
        raise Refusal(RefusalId.NO_TOTALS, metric=metric)
    times = sorted({time for each in kept for time in each.totals})
    steps = _steps(times, kept[0].interval)
    counts = [_count(time, number, steps.minutes) for time, number in requests.items()]
    profile = LoadProfile(
        by_minute(counts, steps.minutes),
        steps.missing_minutes + (len(times) - len(counts)) * steps.minutes,
        origin=(*_origin(metric, kept, wanted), *_told(kept, steps), *steps.said),
        step_minutes=steps.minutes,
    )
    into, out = (
        _per_request(_of_the_same(joined, names, wanted, kept), requests)
        for names in (INPUT_METRICS, OUTPUT_METRICS)
    )
    return MeasuredLoad(profile, MeasuredRequest(into, out))


def _joined(series: Iterable[MetricSeries]) -> list[MetricSeries]:
    """Join the parts of each series; a minute belongs to one of them."""
    totals: dict[tuple[str, str], dict[datetime, Decimal | None]] = {}
    first: dict[tuple[str, str], MetricSeries] = {}
    for each in series:
        key = each.metric, each.label
        first.setdefault(key, each)
        known = totals.setdefault(key, {})
        twice = known.keys() & each.totals.keys()
        if twice:
            raise Refusal(RefusalId.MINUTES_TWICE, metric=each.metric, minute=_iso(min(twice)))
        known.update(each.totals)
    return [replace(one, totals=totals[key]) for key, one in first.items()]


def _only(series: Sequence[MetricSeries], names: Sequence[str]) -> tuple[str, list[MetricSeries]]:
    """Return the series of the one metric that is there; two would count everything twice."""
    found = tuple(name for name in names if any(each.metric == name for each in series))
    if not found:
        raise Refusal(RefusalId.METRIC_MISSING, metrics=tuple(names))
    if len(found) > 1:
        raise Refusal(RefusalId.METRICS_TWICE, metrics=found)
    return found[0], [each for each in series if each.metric == found[0]]


def _chosen(series: Sequence[MetricSeries], wanted: Mapping[str, str]) -> list[MetricSeries]:
    kept = [each for each in series if _fits(each, wanted)]
    if not kept:
        known = tuple(dict.fromkeys(each.label for each in series if each.label))
        named = " ".join(f"{name}={value}" for name, value in wanted.items())
        raise Refusal(RefusalId.SERIES_UNKNOWN, series=named, known=known[:TOLD_SERIES])
    return kept


def _fits(series: MetricSeries, wanted: Mapping[str, str]) -> bool:
    has = {name: value.lower() for name, value in series.dimensions.items()}
    return all(has.get(name) == value for name, value in wanted.items())


def _known_sums(series: Sequence[MetricSeries]) -> dict[datetime, Decimal]:
    """Return the sum of each time that a series knows; those that are silent count as zero."""
    known: dict[datetime, list[Decimal]] = {}
    for each in series:
        for time, amount in each.totals.items():
            if amount is not None:
                known.setdefault(time, []).append(amount)
    return {time: total(amounts) for time, amounts in sorted(known.items())}


def _count(time: datetime, number: Decimal, step: int) -> int:
    if number > MAX_REQUESTS_PER_MINUTE * step:
        raise Refusal(
            RefusalId.TOO_LARGE,
            field="requests_per_minute",
            given=f"{number:f} ({_iso(time)})",
            largest=MAX_REQUESTS_PER_MINUTE * step,
        )
    return int(number)


def _steps(times: Sequence[datetime], interval: str) -> Steps:
    """Return how far the rows are apart, known or not.

    Raises:
        Refusal: they do not follow each other in a step.
    """
    minutes = [(time - _EPOCH) // _MINUTE for time in times]
    found = steps_of(minutes, minutes_of(interval))
    if found.aside:
        aside = tuple(_iso(times[place]) for place in found.aside[:FIRST_TOLD])
        raise Refusal(
            RefusalId.STEP_UNEVEN, minutes=found.minutes, count=len(found.aside), times=aside
        )
    return found


def minutes_of(interval: str) -> int | None:
    """Return the minutes of `PT5M`, `PT1H`, `P1D`, or `0:05:00`, `1 day, 0:00:00`.

    So the service writes it, and its command line; None: it is written otherwise.
    """
    match = _INTERVAL.fullmatch(interval)
    if match is None:
        return None
    days, hours, minutes = (int(match[at] or match[at + 3] or 0) for at in (1, 2, 3))
    return (days * HOURS_PER_DAY + hours) * MINUTES_PER_HOUR + minutes or None


def _told(series: Sequence[MetricSeries], steps: Steps) -> Iterator[Statement]:
    """Yield where the rows contradict the answers, and where some series are silent."""
    for interval in dict.fromkeys(each.interval for each in series):
        stated = minutes_of(interval)
        if stated not in (None, steps.minutes):
            yield caution(CautionId.INTERVAL_CONTRADICTED, interval=interval, minutes=steps.minutes)
    reporting = Counter(
        time for each in series for time, amount in each.totals.items() if amount is not None
    )
    silent = len(reporting) * len(series) - reporting.total()
    if silent:
        yield assumption(AssumptionId.SILENCE_IS_ZERO, count=silent)


def _of_the_same(
    series: Sequence[MetricSeries],
    names: Sequence[str],
    wanted: Mapping[str, str],
    requests: Sequence[MetricSeries],
) -> list[MetricSeries]:
    """Return the series of tokens of the same deployments as those of the requests, or none."""
    kept = [each for each in series if each.metric in names and _fits(each, wanted)]
    of_one_metric = len({each.metric for each in kept}) == 1
    return kept if of_one_metric and _deployments(kept) == _deployments(requests) else []


def _deployments(series: Sequence[MetricSeries]) -> set[str | None]:
    return {each.dimensions.get(DEPLOYMENT) for each in series}


def _per_request(tokens: Sequence[MetricSeries], requests: _Totals) -> Decimal | None:
    """Return the tokens of an average request; None where the series do not tell."""
    added = _known_sums(tokens) if tokens else {}
    both = added.keys() & requests.keys()
    count = total([requests[time] for time in both])
    if not count:
        return None
    return rounded(quotient(total([added[time] for time in both]), count), SHOWN_PLACES)


def _origin(
    metric: str, series: Sequence[MetricSeries], wanted: Mapping[str, str]
) -> Iterator[Statement]:
    """Yield where the requests come from, and what they may hold beside those meant."""
    deployments = tuple(dict.fromkeys(each.dimensions.get(DEPLOYMENT, "") for each in series))
    if "" in deployments:
        yield caution(CautionId.METRICS_NOT_SPLIT)
    elif len(deployments) > 1:
        yield caution(CautionId.DEPLOYMENTS_ADDED, deployments=deployments[:TOLD_SERIES])
    labels = tuple(each.label for each in series if each.label)
    yield assumption(AssumptionId.METRIC_SERIES, metric=metric, series=labels[:TOLD_SERIES])
    if STATUS not in wanted:
        yield assumption(AssumptionId.EVERY_STATUS)


def _iso(time: datetime) -> str:
    return time.isoformat(timespec="minutes").removesuffix("+00:00") + "Z"
