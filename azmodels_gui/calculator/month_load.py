# SPDX-License-Identifier: MIT
"""The load of a month: its busiest minute, and how many requests there are in all."""

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Self

from azmodels_gui.calculator.exact import Number, exactly, product, quotient
from azmodels_gui.calculator.month import MINUTES_PER_HOUR, Month
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.workload import MAX_DECIMAL_PLACES, Workload, check_number

_LARGEST = {
    "users": 10_000_000_000,
    "requests_per_user": 1_000_000,
    "working_days": 31,
    "busy_hours": 24,
    "peak_factor": 1_000,
}
_LAST_PLACE = Decimal(1).scaleb(-MAX_DECIMAL_PLACES)


@dataclass(frozen=True, kw_only=True)
class Users:
    """How many people ask how much, from which the load follows.

    Raises:
        Refusal: a number is none, zero, negative or absurd.
    """

    users: Number
    requests_per_user: Number
    """Of one working day."""
    working_days: Number
    """Of one month."""
    busy_hours: Number
    """Hours of a working day in which the requests come."""
    peak_factor: Number
    """The busiest minute, as a multiple of the average of the busy hours; at least 1."""

    def __post_init__(self) -> None:
        for each in fields(self):
            number = Decimal(getattr(self, each.name))
            check_number(each.name, number, _LARGEST[each.name])
            if not number:
                raise Refusal(RefusalId.ZERO, field=each.name)
        if self.peak_factor < 1:
            raise Refusal(RefusalId.BELOW_ONE, field="peak_factor")

    @property
    def monthly_requests(self) -> Decimal:
        """Requests of all working days of a month."""
        return product(self.users, self.requests_per_user, self.working_days)

    @property
    def average_rpm(self) -> Decimal:
        """Requests per minute on the average of the busy hours, to 28 digits."""
        return quotient(product(self.users, self.requests_per_user), self._busy_minutes)

    @property
    def peak_rpm(self) -> Decimal:
        """Requests in the busiest minute; a fraction without an end is rounded up at its last
        place, so that nothing is sized too small."""
        dividend = product(self.users, self.requests_per_user, self.peak_factor)
        with exactly():
            steps, rest = divmod(dividend, self._busy_minutes * _LAST_PLACE)
            return ((steps + bool(rest)) * _LAST_PLACE).normalize()

    @property
    def _busy_minutes(self) -> Decimal:
        return product(self.busy_hours, MINUTES_PER_HOUR)


@dataclass(frozen=True, kw_only=True)
class MonthLoad:
    """Requests of one shape in the busiest minute, and their number in a month."""

    workload: Workload
    monthly_requests: Decimal
    average_rpm: Decimal
    """Of the hours in which requests come."""

    @classmethod
    def of_users(cls, users: Users, request: Workload) -> Self:
        """Return the load of so many users.

        Args:
            users: how many ask how much.
            request: one request; how many of them it says does not count.

        Raises:
            Refusal: more requests than are possible.
        """
        parts = {each.name: getattr(request, each.name) for each in fields(request)}
        return cls(
            workload=Workload(**(parts | {"requests_per_minute": users.peak_rpm})),
            monthly_requests=users.monthly_requests,
            average_rpm=users.average_rpm,
        )

    @classmethod
    def of_peak(
        cls, workload: Workload, average_load: Decimal | None, month: Month = Month.HOURS_730
    ) -> Self:
        """Return a load that comes all month.

        Args:
            workload: the busiest minute.
            average_load: average as a share of the peak; None: taken as 1.
            month: how long a month is.
        """
        share = Decimal(1) if average_load is None else average_load
        average = product(workload.requests_per_minute, share)
        return cls(
            workload=workload,
            monthly_requests=product(average, month.minutes),
            average_rpm=average,
        )

    @property
    def peak_rpm(self) -> Decimal:
        """Requests in the busiest minute."""
        return Decimal(self.workload.requests_per_minute)
