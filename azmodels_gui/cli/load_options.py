# SPDX-License-Identifier: MIT
"""Options that describe the load of a month, from users or from requests, and the value of it."""

import argparse

from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.deployment_options import add_request_options, average_load, workload_from
from azmodels_gui.cli.plain_numbers import above_zero
from azmodels_gui.language.words import N_

_OF_USERS = ("requests_per_user", "working_days", "busy_hours", "peak_factor")
_OF_REQUESTS = ("input", "output", "cached", "cached_tokens")


def add_user_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that make a load of users."""
    group = parser.add_argument_group(
        N_("users"), N_("The load that people make; instead of --rpm and --average.")
    )
    group.add_argument("--users", metavar="N", help=N_("how many people use it"))
    group.add_argument(
        "--requests-per-user", metavar="N", help=N_("requests of one of them on a working day")
    )
    group.add_argument(
        "--working-days", metavar="N", help=N_("working days of a month, such as 22")
    )
    group.add_argument(
        "--busy-hours", metavar="N", help=N_("hours of a day in which the requests come, such as 8")
    )
    group.add_argument(
        "--peak-factor",
        metavar="X",
        help=N_("the busiest minute as a multiple of the average of those hours, such as 3"),
    )


def add_month_load_options(parser: argparse.ArgumentParser) -> None:
    """Add a load that may be left out: users, or requests and their average; and one request."""
    add_user_options(parser)
    add_request_options(parser, required=False, with_weight=False)
    parser.add_argument(
        "--average", metavar="PCT", help=N_("average load in percent of --rpm (default: all of it)")
    )


def month_load_from(arguments: argparse.Namespace) -> MonthLoad | None:
    """Return the load that the options describe; None where none is given.

    Raises:
        Refused: a part is missing, too many are given, or a number makes no sense.
        Refusal: the numbers together make no sense.
    """
    by_users, by_rpm = arguments.users is not None, arguments.rpm is not None
    if by_users and (by_rpm or arguments.average is not None):
        raise Refused(N_("--users says how much there is: leave --rpm and --average out."))
    alone = None if by_users else _given(arguments, _OF_USERS)
    if alone is not None:
        raise Refused(N_("{option} goes with --users."), option=alone)
    if not by_users and not by_rpm:
        alone = _given(arguments, (*_OF_REQUESTS, "average"))
        if alone is not None:
            raise Refused(N_("{option} goes with --users or --rpm."), option=alone)
        return None
    _demand(arguments, ("input", "output"))
    if by_rpm:
        workload = workload_from(arguments, None, above_zero("--rpm", arguments.rpm))
        return MonthLoad.of_peak(workload, average_load(arguments.average))
    users = users_from(arguments)
    return MonthLoad.of_users(users, workload_from(arguments, None, users.peak_rpm))


def users_from(arguments: argparse.Namespace) -> Users:
    """Return the users that the options describe.

    Raises:
        Refused: a part is missing, or is no number.
        Refusal: the numbers make no sense.
    """
    _demand(arguments, _OF_USERS)
    names = ("users", *_OF_USERS)
    return Users(**{name: above_zero(_option(name), getattr(arguments, name)) for name in names})


def _demand(arguments: argparse.Namespace, names: tuple[str, ...]) -> None:
    for name in names:
        if getattr(arguments, name) is None:
            raise Refused(N_("a load needs {option} as well."), option=_option(name))


def _given(arguments: argparse.Namespace, names: tuple[str, ...]) -> str | None:
    given = (name for name in names if getattr(arguments, name) is not None)
    return next(map(_option, given), None)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
