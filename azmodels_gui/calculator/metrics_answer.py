# SPDX-License-Identifier: MIT
"""An answer of Azure Monitor, as `az monitor metrics list -o json` prints it, place by place.

Bad points are all counted and the first ones told with their place; no point is skipped.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId

REQUEST_METRICS = ("AzureOpenAIRequests", "ModelRequests")
"""Count of requests: the older metric of Azure OpenAI, and that of all Foundry models."""
INPUT_METRICS = ("ProcessedPromptTokens", "InputTokens")
OUTPUT_METRICS = ("GeneratedTokens", "OutputTokens")
READ_METRICS = frozenset((*REQUEST_METRICS, *INPUT_METRICS, *OUTPUT_METRICS))
BY_MINUTE = frozenset({"PT1M", "0:01:00"})
"""How the service, and how its command line, write a minute."""
MAX_TOTAL = 10**15
TOLD_POINTS = 20
SHOWN_CHARACTERS = 40
Kind = TypeVar("Kind")


@dataclass(frozen=True)
class MetricSeries:
    """One metric of one combination of dimensions, by minute."""

    metric: str
    dimensions: Mapping[str, str]
    """Value by name of the dimension, the name in lower case as the service writes it."""
    totals: Mapping[datetime, Decimal | None]
    """By minute in UTC; None: the row has no total, which is unknown and not zero."""

    @property
    def label(self) -> str:
        """The dimensions, such as `modeldeploymentname=chat`; empty where it is not split."""
        return " ".join(f"{name}={value}" for name, value in self.dimensions.items())


class UnreadableMetrics(Refusal):
    """Some points cannot be read."""

    def __init__(self, points: list[str], count: int) -> None:
        super().__init__(RefusalId.BAD_POINTS, count=count, points=tuple(points))


@dataclass
class _Points:
    """Bad points found so far."""

    told: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, place: str, given: object) -> None:
        """Count a point, and keep it if it is among the first."""
        self.count += 1
        if len(self.told) < TOLD_POINTS:
            self.told.append(f"{place}: {str(given)[:SHOWN_CHARACTERS]}")

    def check(self) -> None:
        """Raise `UnreadableMetrics` if there was any."""
        if self.count:
            raise UnreadableMetrics(self.told, self.count)


def read_answer(data: bytes) -> tuple[MetricSeries, ...]:
    """Return the series of requests and tokens; other metrics are left out.

    Raises:
        UnreadableMetrics: some points have no time, an impossible total, or come twice.
        Refusal: it is no such answer, not by minute, or the service reports a failure.
    """
    document = _document(data)
    interval = _member(document, "interval", str, "")
    if interval not in BY_MINUTE:
        raise Refusal(RefusalId.NOT_BY_MINUTE, interval=interval[:SHOWN_CHARACTERS])
    points = _Points()
    found = tuple(_metrics(_member(document, "value", list, ""), points))
    points.check()
    return found


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refusal(RefusalId.NO_JSON) from error
    return _typed(document, dict, "")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _metrics(values: list[Any], points: _Points) -> Iterator[MetricSeries]:
    for number, value in enumerate(values):
        place = f"value[{number}]"
        metric = _typed(value, dict, place)
        name = _member(_member(metric, "name", dict, place), "value", str, f"{place}.name")
        if name not in READ_METRICS:
            continue
        code = metric.get("errorCode", "Success")
        if code != "Success":
            raise Refusal(RefusalId.METRIC_FAILED, metric=name, code=str(code)[:SHOWN_CHARACTERS])
        for index, series in enumerate(_member(metric, "timeseries", list, place)):
            where = f"{place}.timeseries[{index}]"
            yield _series(name, _typed(series, dict, where), where, points)


def _series(name: str, series: dict[str, Any], place: str, points: _Points) -> MetricSeries:
    dimensions = dict(
        _dimension(_typed(each, dict, where), where)
        for number, each in enumerate(series.get("metadatavalues") or [])
        if (where := f"{place}.metadatavalues[{number}]")
    )
    totals: dict[datetime, Decimal | None] = {}
    for number, row in enumerate(_member(series, "data", list, place)):
        where = f"{place}.data[{number}]"
        time, total = _point(_typed(row, dict, where), where, name in REQUEST_METRICS, points)
        if time in totals:
            points.add(f"{where}.timeStamp", f"{row['timeStamp']} (2x)")
        elif time is not None:
            totals[time] = total
    return MetricSeries(name, dimensions, totals)


def _dimension(each: dict[str, Any], place: str) -> tuple[str, str]:
    name = _member(_member(each, "name", dict, place), "value", str, f"{place}.name")
    return name.lower(), _member(each, "value", str, place)


def _point(
    row: dict[str, Any], place: str, whole: bool, points: _Points
) -> tuple[datetime | None, Decimal | None]:
    time = _minute(row.get("timeStamp"))
    if time is None:
        points.add(f"{place}.timeStamp", row.get("timeStamp"))
    given = row.get("total")
    if given is None:
        return time, None
    total = _total(given, whole)
    if total is None:
        points.add(f"{place}.total", given)
    return time, total


def _minute(text: object) -> datetime | None:
    """Return a whole minute in UTC; None where it is none."""
    try:
        time = datetime.fromisoformat(text) if isinstance(text, str) else None
        if time is None or time.tzinfo is None or time.second or time.microsecond:
            return None
        return time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _total(given: object, whole: bool) -> Decimal | None:
    """Return a count from zero up, a whole one where requests are counted; None: it is none."""
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        return None
    number = Decimal(given)
    if not 0 <= number <= MAX_TOTAL or (whole and number != number.to_integral_value()):
        return None
    return number


def _member(parent: Mapping[str, Any], key: str, kind: type[Kind], place: str) -> Kind:
    return _typed(parent.get(key), kind, f"{place}.{key}" if place else key)


def _typed(value: object, kind: type[Kind], place: str) -> Kind:
    if not isinstance(value, kind):
        raise Refusal(RefusalId.NO_METRICS, place=place)
    return value
