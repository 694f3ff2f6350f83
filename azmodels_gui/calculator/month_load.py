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
from azmodels_gui.calculator.month import MINUTES_PER_HOUR, SECONDS_PER_MINUTE, Month
from azmodels_gui.calculator.statements import AssumptionId, RefusalId, Statement, assumption
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import (
    MAX_DECIMAL_PLACES,
    RequestShape,
    Workload,
    check_number,
)
from azmodels_gui.language.figures import rounded

_LARGEST = {
    "users": 10_000_000_000,
    "requests_per_user": 1_000_000,
    "sessions": 10_000_000_000,
    "session_seconds": 86_400,
    "working_days": 31,
    "busy_hours": 24,
    "peak_factor": 1_000,
}
_LAST_PLACE = Decimal(1).scaleb(-MAX_DECIMAL_PLACES)


@dataclass(frozen=True, kw_only=True)
class BusyHours:
    """When requests come: in which hours, and how much more in the busiest minute.

    Raises:
        Refusal: a number is none, zero, negative or absurd.
    """

    working_days: Number
    """Of one month."""
    busy_hours: Number
    """Hours of a working day in which the requests come."""
    peak_factor: Number
    """The busiest minute, as a multiple of the average of the busy hours; at least 1."""

    def __post_init__(self) -> None:
        _check_figures(self)
        if self.peak_factor < 1:
            raise Refusal(RefusalId.BELOW_ONE, field="peak_factor")

    @property
    def busy_minutes(self) -> Decimal:
        """Of a working day."""
        return product(self.busy_hours, MINUTES_PER_HOUR)


@dataclass(frozen=True, kw_only=True)
class Users(BusyHours):
    """How many people ask how much, from which the load follows.

    Raises:
        Refusal: a number is none, zero, negative or absurd.
    """

    users: Number
    requests_per_user: Number
    """Of one working day."""

    @property
    def monthly_requests(self) -> Decimal:
        """Requests of all working days of a month."""
        return product(self.users, self.requests_per_user, self.working_days)

    @property
    def average_rpm(self) -> Decimal:
        """Requests per minute on the average of the busy hours, to 28 digits."""
        return quotient(product(self.users, self.requests_per_user), self.busy_minutes)

    @property
    def peak_rpm(self) -> Decimal:
        """Requests in the busiest minute; a fraction without an end is rounded up at its last
        place, so that nothing is sized too small."""
        requests = product(self.users, self.requests_per_user, self.peak_factor)
        return _rounded_up(requests, self.busy_minutes)


Average = Decimal | BusyHours | None
"""How much of the peak there is on average of a month: a share of it, or busy hours; None: not
told, so taken as all of it, and said so."""


@dataclass(frozen=True)
class Typed:
    """A load that was stated as requests per minute."""

    average: Average


@dataclass(frozen=True, kw_only=True)
class Sessions:
    """How many sessions go on at once in the busiest minute, each asking time after time.

    Raises:
        Refusal: a number is none, zero, negative or absurd.
    """

    sessions: Number
    session_seconds: Number
    """From one request of a session to its next."""
    average: Average = None

    def __post_init__(self) -> None:
        _check_figures(self)

    @property
    def peak_rpm(self) -> Decimal:
        """Requests in the busiest minute, rounded up as those of `Users`."""
        return _rounded_up(
            product(self.sessions, SECONDS_PER_MINUTE), Decimal(self.session_seconds)
        )


Origin = Users | Sessions | Typed | LoadProfile
"""What a load was made of."""


def _check_figures(made_of: BusyHours | Sessions) -> None:
    for each in fields(made_of):
        if each.name in _LARGEST:
            number = Decimal(getattr(made_of, each.name))
            check_number(each.name, number, _LARGEST[each.name])
            if not number:
                raise Refusal(RefusalId.ZERO, field=each.name)


def _rounded_up(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Return a quotient with as many places as a count may have: none is sized too small."""
    with exactly():
        steps, rest = divmod(dividend, divisor * _LAST_PLACE)
        return ((steps + bool(rest)) * _LAST_PLACE).normalize()


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
    shape: RequestShape | None = None
    """What the tokens of a request were reckoned from; None: they were stated."""
    preset: str = ""
    """Key of the preset that figures were taken from; empty: none were."""

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
        average: Average = None,
        month: Month = Month.HOURS_730,
    ) -> Self:
        """Return the load of a busiest minute that is known.

        Args:
            workload: the busiest minute.
            average: how much of it there is on average.
            month: how long a month is.

        Raises:
            Refusal: no request at all, or an average above the peak.
        """
        return cls._of_average(workload, average, Typed(average), month)

    @classmethod
    def of_sessions(
        cls, sessions: Sessions, request: Workload, month: Month = Month.HOURS_730
    ) -> Self:
        """Return the load of sessions that go on at once.

        Args:
            sessions: how many, and how often each asks.
            request: one request; how many of them it says does not count.
            month: how long a month is.

        Raises:
            Refusal: more requests than are possible.
        """
        workload = replace(request, requests_per_minute=sessions.peak_rpm)
        return cls._of_average(workload, sessions.average, sessions, month)

    @classmethod
    def _of_average(
        cls, workload: Workload, average: Average, origin: Origin, month: Month
    ) -> Self:
        peak = Fraction(workload.requests_per_minute)
        if isinstance(average, BusyHours):
            rpm = peak / Fraction(average.peak_factor)
            minutes = Fraction(product(average.busy_minutes, average.working_days))
        else:
            rpm, minutes = (
                peak * Fraction(1 if average is None else average),
                Fraction(month.minutes),
            )
        return cls(
            workload=workload,
            requests=rpm * minutes,
            average_rpm=quotient(rpm.numerator, rpm.denominator),
            origin=origin,
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
            requests=Fraction(profile.total_requests) * Fraction(month.minutes, profile.minutes),
            average_rpm=profile.average,
            origin=profile,
            month=month,
            profile=profile,
        )

    @property
    def longest(self) -> Workload:
        """A request that must fit: the last of a conversation; else the average one is known."""
        if self.shape is None:
            return self.workload
        return replace(self.workload, input_tokens=self.shape.longest_prompt)

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
        taken = AssumptionId.LOAD_PRESET
        return (
            self._made_of(),
            *((assumption(taken, preset=self.preset),) if self.preset else ()),
            *(() if self.profile is None else self.profile.assumptions),
            *(() if self.shape is None else self.shape.assumptions),
        )

    @property
    def cautions(self) -> tuple[Statement, ...]:
        """What must be known before trusting the load."""
        return () if self.profile is None else self.profile.cautions

    def _made_of(self) -> Statement:
        match self.origin:
            case LoadProfile():
                return assumption(AssumptionId.LOAD_OF_PROFILE)
            case Users() as users:
                return assumption(AssumptionId.LOAD_OF_USERS, **_figures(users))
            case Sessions(average=average) | Typed(average=average):
                pass
        match average:
            case None:
                return assumption(AssumptionId.AVERAGE_IS_PEAK)
            case BusyHours():
                return assumption(AssumptionId.LOAD_IN_BUSY_HOURS, **_figures(average))
            case share:
                return assumption(AssumptionId.AVERAGE_LOAD, percent=product(share, 100))


def _figures(hours: BusyHours) -> dict[str, Decimal]:
    return {each.name: Decimal(getattr(hours, each.name)) for each in fields(hours)}
