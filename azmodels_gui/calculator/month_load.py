# SPDX-License-Identifier: MIT
"""The load of a month: its busiest minute, and how many requests there are in all.

Everything that is reckoned follows it: PTU and quota its busiest minute, money per token its
requests, the average use of PTU both.
"""

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from fractions import Fraction
from typing import Self

from azmodels_gui.calculator.exact import Number, exactly, product, quotient
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import MINUTES_PER_HOUR, Month
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import AssumptionId, RefusalId, Statement, assumption
from azmodels_gui.calculator.workload import MAX_DECIMAL_PLACES, Workload, check_number
from azmodels_gui.language.figures import rounded

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


@dataclass(frozen=True)
class Typed:
    """A load that was stated as requests per minute."""

    average_load: Decimal | None
    """Average of the month as a share of the peak; None: taken as 1, and said so."""


Origin = Users | Typed | LoadProfile
"""What a load was made of."""


@dataclass(frozen=True, kw_only=True)
class MonthLoad:
    """Requests of one shape in the busiest minute, and their number in a month.

    Raises:
        Refusal: there is no request, or more of them than the busiest minute allows.
    """

    workload: Workload
    """The busiest minute, and what one request is made of."""
    requests: Fraction
    """Of the month; a series of seven minutes has sevenths of a request."""
    average_rpm: Decimal
    """Of the hours in which requests come, to 28 digits."""
    origin: Origin
    month: Month = Month.HOURS_730
    profile: LoadProfile | None = None
    """How the requests spread over time; None: not known."""

    def __post_init__(self) -> None:
        if not self.workload.requests_per_minute:
            raise Refusal(RefusalId.ZERO, field="requests_per_minute")
        if not self.requests:
            raise Refusal(RefusalId.ZERO, field="average_load")
        if self.requests > Fraction(self.peak_rpm) * self.month.minutes:
            raise Refusal(
                RefusalId.MORE_THAN_A_MONTH,
                requests=rounded(self.monthly_requests, 0),
                hours=self.month.hours,
                peak=self.peak_rpm,
            )

    @classmethod
    def of_users(cls, users: Users, request: Workload, month: Month = Month.HOURS_730) -> Self:
        """Return the load of so many users.

        Args:
            users: how many ask how much.
            request: one request; how many of them it says does not count.
            month: how long a month is; their requests are those of the working days in it.

        Raises:
            Refusal: more requests than are possible.
        """
        return cls(
            workload=replace(request, requests_per_minute=users.peak_rpm),
            requests=Fraction(users.monthly_requests),
            average_rpm=users.average_rpm,
            origin=users,
            month=month,
        )

    @classmethod
    def of_peak(
        cls,
        workload: Workload,
        average_load: Decimal | None = None,
        month: Month = Month.HOURS_730,
    ) -> Self:
        """Return a load that comes all month.

        Args:
            workload: the busiest minute.
            average_load: average as a share of the peak; None: taken as 1.
            month: how long a month is.

        Raises:
            Refusal: no request at all, or an average above the peak.
        """
        share = Decimal(1) if average_load is None else average_load
        average = product(workload.requests_per_minute, share)
        return cls(
            workload=workload,
            requests=Fraction(product(average, month.minutes)),
            average_rpm=average,
            origin=Typed(average_load),
            month=month,
        )

    @classmethod
    def of_profile(
        cls, profile: LoadProfile, request: Workload, month: Month = Month.HOURS_730
    ) -> Self:
        """Return the load of a profile, which stands for every month.

        Args:
            profile: minutes of the load.
            request: one request; how many of them it says does not count.
            month: how long a month is.
        """
        return cls(
            workload=replace(request, requests_per_minute=profile.peak),
            requests=Fraction(profile.total_requests * month.minutes, profile.minutes),
            average_rpm=profile.average,
            origin=profile,
            month=month,
            profile=profile,
        )

    @property
    def peak_rpm(self) -> Decimal:
        """Requests in the busiest minute."""
        return Decimal(self.workload.requests_per_minute)

    @property
    def monthly_requests(self) -> Decimal:
        """Requests of the month, to 28 digits."""
        return self.of_month(1)

    @property
    def average_load(self) -> Decimal:
        """Average of the whole month as a share of the peak, to 28 digits."""
        share = self.requests / (Fraction(self.peak_rpm) * self.month.minutes)
        return quotient(share.numerator, share.denominator)

    def of_month(self, of_request: Number) -> Decimal:
        """Return what all requests of the month come to: exact, or to 28 digits.

        Args:
            of_request: tokens or money of one of them.
        """
        amount = product(of_request, self.requests.numerator)
        rest = self.requests.denominator
        return amount if rest == 1 else quotient(amount, rest)

    @property
    def assumptions(self) -> tuple[Statement, ...]:
        """What the load takes for granted."""
        return (self._made_of(), *(() if self.profile is None else self.profile.assumptions))

    @property
    def cautions(self) -> tuple[Statement, ...]:
        """What must be known before trusting the load."""
        return () if self.profile is None else self.profile.cautions

    def _made_of(self) -> Statement:
        match self.origin:
            case Users() as users:
                told = {each.name: Decimal(getattr(users, each.name)) for each in fields(users)}
                return assumption(AssumptionId.LOAD_OF_USERS, **told)
            case Typed(average_load=None):
                return assumption(AssumptionId.AVERAGE_IS_PEAK)
            case Typed(average_load=share):
                percent = product(Decimal(share or 0), 100)
                return assumption(AssumptionId.AVERAGE_LOAD, percent=percent)
            case LoadProfile():
                return assumption(AssumptionId.LOAD_OF_PROFILE)
