# SPDX-License-Identifier: MIT
"""An answer of Azure Monitor, as `az monitor metrics list -o json` prints it, place by place.

Bad points are all counted and the first ones told with their place; no point is skipped.
Whoever reads one imports this module then: it needs pydantic (docs/decisions/0027).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, NoReturn

from pydantic import Field, PlainValidator, ValidationError, ValidationInfo

from azmodels_gui.calculator.measured_load import (
    INPUT_METRICS,
    OUTPUT_METRICS,
    REQUEST_METRICS,
    MetricSeries,
)
from azmodels_gui.calculator.statements import FIRST_TOLD, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.faults import LONGEST_SHOWN, Misfit
from azmodels_gui.catalog.outside import AnswerPart, fitted, place_of

READ_METRICS = frozenset((*REQUEST_METRICS, *INPUT_METRICS, *OUTPUT_METRICS))
MAX_TOTAL = 10**15


class UnreadableMetrics(Refusal):
    """Some points cannot be read."""

    def __init__(self, points: list[str], count: int) -> None:
        super().__init__(RefusalId.BAD_POINTS, count=count, points=tuple(points))


def _minute(given: object) -> datetime:
    """Return a whole minute in UTC."""
    time = datetime.fromisoformat(given) if isinstance(given, str) else None
    if time is None or time.tzinfo is None or time.second or time.microsecond:
        raise ValueError(given)
    try:
        return time.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(given) from error


def _total(given: object, metric: ValidationInfo) -> Decimal | None:
    """Return a count from zero up, a whole one where requests are counted."""
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        raise ValueError(given)  # noqa: TRY004, what pydantic takes for a fault
    number = Decimal(given)
    whole = metric.context in REQUEST_METRICS
    if not 0 <= number <= MAX_TOTAL or (whole and number != number.to_integral_value()):
        raise ValueError(given)
    return number


class _Name(AnswerPart):
    value: str


class _Dimension(AnswerPart):
    name: _Name
    value: str


class _Point(AnswerPart):
    time: Annotated[datetime, PlainValidator(_minute)] = Field(
        None, alias="timeStamp", validate_default=True
    )
    total: Annotated[Decimal | None, PlainValidator(_total)] = None
    """None: unknown, which is not zero."""


class _Series(AnswerPart):
    metadatavalues: tuple[_Dimension, ...] | None = None
    data: tuple[_Point, ...]


class _Metric(AnswerPart):
    timeseries: tuple[_Series, ...]


class _Head(AnswerPart):
    """What is the same of every metric, wanted or not."""

    name: _Name
    error_code: Any = Field("Success", alias="errorCode")


class _Answer(AnswerPart):
    interval: str
    value: tuple[_Head, ...]


@dataclass
class _Points:
    """Bad points found so far."""

    told: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, place: str, given: object) -> None:
        """Count a point, and keep it if it is among the first."""
        self.count += 1
        if len(self.told) < FIRST_TOLD:
            self.told.append(f"{place}: {str(given)[:LONGEST_SHOWN]}")


def read_answer(data: bytes) -> tuple[MetricSeries, ...]:
    """Return the series of requests and tokens; other metrics are left out.

    Raises:
        UnreadableMetrics: some points have no time, an impossible total, or come twice.
        Refusal: it is no such answer, or the service reports a failure.
    """
    if not data.strip():
        raise Refusal(RefusalId.EMPTY_FILE)
    try:
        document = json.loads(data, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refusal(RefusalId.NO_JSON) from error
    try:
        answer = fitted(document, _Answer)
    except Misfit as fault:
        raise Refusal(RefusalId.NO_METRICS, place=fault.place or "interval") from fault
    points = _Points()
    found = [
        series
        for number, head in enumerate(answer.value)
        if head.name.value in READ_METRICS
        for series in _series(head, document["value"][number], f"value[{number}]", points)
    ]
    interval = answer.interval[:LONGEST_SHOWN]
    if points.count:
        raise UnreadableMetrics(points.told, points.count)
    return tuple(replace(series, interval=interval) for series in found)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _series(head: _Head, values: Any, place: str, points: _Points) -> Iterator[MetricSeries]:
    name = head.name.value
    if head.error_code != "Success":
        code = str(head.error_code)[:LONGEST_SHOWN]
        raise Refusal(RefusalId.METRIC_FAILED, metric=name, code=code)
    try:
        metric = _Metric.model_validate(values, context=name)
    except ValidationError as error:
        _tell_points(error, place, points)
        return
    for number, series in enumerate(metric.timeseries):
        totals: dict[datetime, Decimal | None] = {}
        for at, point in enumerate(series.data):
            if point.time in totals:
                given = values["timeseries"][number]["data"][at]["timeStamp"]
                where = f"{place}.timeseries[{number}].data[{at}].timeStamp"
                points.add(where, f"{given} (2x)")
            totals[point.time] = point.total
        dimensions = {each.name.value.lower(): each.value for each in series.metadatavalues or ()}
        yield MetricSeries(name, dimensions, totals)


def _tell_points(error: ValidationError, place: str, points: _Points) -> None:
    for fault in error.errors(include_url=False, include_context=False):
        where = f"{place}.{place_of(fault['loc'])}"
        if fault["loc"][-1] not in ("timeStamp", "total"):
            raise Refusal(RefusalId.NO_METRICS, place=where)
        points.add(where, fault["input"])
