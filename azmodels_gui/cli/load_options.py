# SPDX-License-Identifier: MIT
"""Options that describe the load of a month, from whatever is known, and the value of it."""

import argparse
from dataclasses import replace
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.load_presets import PRESETS, LoadPreset, preset_named
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import Average, BusyHours, MonthLoad, Sessions, Typed, Users
from azmodels_gui.calculator.request_shape import RequestShape
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.deployment_options import add_request_options, average_load, workload_from
from azmodels_gui.cli.shape_options import (
    SHAPE_OPTIONS,
    add_shape_options,
    tells_prompt,
    with_shape,
)
from azmodels_gui.cli.statement_output import exact
from azmodels_gui.language.plain_numbers import above_zero
from azmodels_gui.language.words import N_

WAYS = ("rpm", "users", "sessions")
_HOURS = ("working_days", "busy_hours", "peak_factor")
_OF_USERS = ("requests_per_user", *_HOURS)
_OF_LOADS = (*_OF_USERS, "session_seconds", "average", "preset")
_OF_REQUESTS = ("input", "output", "cached", "cached_tokens", *SHAPE_OPTIONS)
LOAD_OPTIONS = (*WAYS, *_OF_LOADS)
"""All of them, by their attributes."""


def add_load_options(
    parser: argparse.ArgumentParser, *, with_weight: bool = True, output_option: str = "--output"
) -> None:
    """Add one request, and all that says how many of them there are; none is required here.

    Args:
        parser: takes the options.
        with_weight: as for `add_request_options`.
        output_option: as for `add_request_options`.
    """
    add_request_options(parser, with_weight=with_weight, output_option=output_option)
    add_shape_options(parser)
    group = parser.add_argument_group(
        N_("load of a month"),
        N_("How much there is: --rpm, --users or --sessions, and how much of it on average."),
    )
    group.add_argument("--users", metavar="N", help=N_("how many people use it"))
    group.add_argument(
        "--requests-per-user", metavar="N", help=N_("requests of one of them on a working day")
    )
    group.add_argument(
        "--sessions", metavar="N", help=N_("sessions that go on at once in the busiest minute")
    )
    group.add_argument(
        "--session-seconds",
        metavar="S",
        help=N_("seconds from one request of a session to its next"),
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
    group.add_argument(
        "--average",
        metavar="PCT",
        help=N_("or the average of a month in percent of the busiest minute (default: all of it)"),
    )
    group.add_argument(
        "--preset",
        choices=[each.key for each in PRESETS],
        help=N_("figures to begin with where none are given: assumptions, which the answer says"),
    )


def load_from(
    arguments: argparse.Namespace,
    entry: Entry | None,
    month: Month = Month.HOURS_730,
    profile: LoadProfile | None = None,
) -> MonthLoad:
    """Return the load that the options describe, or that of a profile with their request.

    Args:
        arguments: the options.
        entry: what requests are sent to; None: many models are asked about.
        month: how long a month is.
        profile: of a file that is named; None: none is.

    Raises:
        Refused: a part is missing, too many are given, or a number makes no sense.
        Refusal: the numbers together make no sense.
    """
    if profile is not None:
        return _of_profile(arguments, entry, month, profile)
    found = month_load_from(arguments, entry, month)
    if found is None:
        raise Refused(
            N_("a load is needed: --rpm, --users, --sessions or a file (--csv, --day, --metrics).")
        )
    return found


def month_load_from(
    arguments: argparse.Namespace, entry: Entry | None = None, month: Month = Month.HOURS_730
) -> MonthLoad | None:
    """Return the load that the options describe; None where none is given.

    Raises:
        Refused: a part is missing, too many are given, or a number makes no sense.
        Refusal: the numbers together make no sense.
    """
    if tells_no_load(arguments):
        return None
    ways = [name for name in WAYS if getattr(arguments, name) is not None]
    if len(ways) > 1:
        first, second = map(_option, ways[:2])
        raise Refused(
            N_("{first} and {second} both say how much there is: leave one of them out."),
            first=first,
            second=second,
        )
    _check_alone(arguments, ways[0])
    filled, shape, preset = _filled(arguments)
    found = _MAKERS[ways[0]](filled, entry, month)
    return replace(found, shape=shape, preset="" if preset is None else preset.key)


def tells_no_load(arguments: argparse.Namespace) -> bool:
    """Tell whether none of the options says how much there is.

    Raises:
        Refused: one says something of requests or times all the same.
    """
    if any(getattr(arguments, name) is not None for name in WAYS):
        return False
    for alone in _given(arguments, (*_OF_LOADS, *_OF_REQUESTS)):
        raise Refused(N_("{option} goes with --rpm, --users or --sessions."), option=alone)
    return True


def load_json(load: MonthLoad | None) -> dict[str, Any] | None:
    """Return the load of a month, and what it was made of; null where none is given."""
    if load is None:
        return None
    shape = load.shape
    return {
        "made_of": _KINDS[type(load.origin)],
        "peak_rpm": exact(load.peak_rpm),
        "average_rpm": exact(load.average_rpm),
        "average_load": exact(load.average_load),
        "monthly_requests": exact(load.monthly_requests),
        "peak_tpm": exact(load.workload.tpm),
        "preset": load.preset or None,
        "request": None if shape is None else _shape_json(shape),
    }


_KINDS = {Users: "users", Sessions: "sessions", Typed: "typed", LoadProfile: "profile"}


def _shape_json(shape: RequestShape) -> dict[str, Any]:
    return {
        "question_tokens": exact(shape.question_tokens),
        "answer_tokens": exact(shape.answer_tokens),
        "system_prompt": exact(Decimal(shape.system_prompt)),
        "turns": int(shape.turns),
        "reasoning": exact(Decimal(shape.reasoning)),
    }


def _of_profile(
    arguments: argparse.Namespace, entry: Entry | None, month: Month, profile: LoadProfile
) -> MonthLoad:
    for odd in _given(arguments, LOAD_OPTIONS):
        raise Refused(
            N_("the load profile says how much there is: leave {option} out."), option=odd
        )
    filled, shape, _ = _filled(arguments)
    request = workload_from(filled, entry, Decimal(profile.peak))
    return replace(MonthLoad.of_profile(profile, request, month), shape=shape)


def _of_rpm(arguments: argparse.Namespace, entry: Entry | None, month: Month) -> MonthLoad:
    workload = workload_from(arguments, entry, above_zero("--rpm", arguments.rpm))
    return MonthLoad.of_peak(workload, _average(arguments), month)


def _of_users(arguments: argparse.Namespace, entry: Entry | None, month: Month) -> MonthLoad:
    _demand(arguments, _OF_USERS)
    users = Users(**_numbers(arguments, ("users", *_OF_USERS)))
    return MonthLoad.of_users(users, workload_from(arguments, entry, users.peak_rpm), month)


def _of_sessions(arguments: argparse.Namespace, entry: Entry | None, month: Month) -> MonthLoad:
    _demand(arguments, ("session_seconds",))
    figures = _numbers(arguments, ("sessions", "session_seconds"))
    sessions = Sessions(**figures, average=_average(arguments))
    return MonthLoad.of_sessions(
        sessions, workload_from(arguments, entry, sessions.peak_rpm), month
    )


_MAKERS = {"rpm": _of_rpm, "users": _of_users, "sessions": _of_sessions}
_FOREIGN = {
    "rpm": ("requests_per_user", "session_seconds"),
    "users": ("session_seconds", "average"),
    "sessions": ("requests_per_user",),
}
"""Options that say nothing of a load of this kind, or say it twice."""


def _check_alone(arguments: argparse.Namespace, way: str) -> None:
    for odd in _given(arguments, _FOREIGN[way]):
        raise Refused(N_("{option} does not go with {way}."), option=odd, way=_option(way))
    if arguments.average is not None:
        for odd in _given(arguments, _HOURS):
            raise Refused(
                N_("{first} and {second} both say how much there is: leave one of them out."),
                first="--average",
                second=odd,
            )


def _filled(
    arguments: argparse.Namespace,
) -> tuple[argparse.Namespace, RequestShape | None, LoadPreset | None]:
    """Return the options with what a preset has for those not given, and with all tokens."""
    name = getattr(arguments, "preset", None)
    preset = None if name is None else preset_named(name)
    if preset is not None:
        arguments = _with_preset(arguments, preset)
    return (*with_shape(arguments), preset)


def _with_preset(arguments: argparse.Namespace, preset: LoadPreset) -> argparse.Namespace:
    """Return the options with the preset's figures where the user gives none."""
    figures = {
        "input" if name == "input_tokens" else "output" if name == "output_tokens" else name: figure
        for name, figure in preset.figures.items()
    }
    stated = {name for name in figures if getattr(arguments, name) is not None}
    if tells_prompt(arguments):
        stated.add("input")
    if arguments.output_words is not None:
        stated.add("output")
    if arguments.average is not None:
        stated |= set(_HOURS)
    if arguments.users is None:
        stated.add("requests_per_user")
    taken = {name: exact(Decimal(figure)) for name, figure in figures.items() if name not in stated}
    return argparse.Namespace(**(vars(arguments) | taken))


def _average(arguments: argparse.Namespace) -> Average:
    if any(getattr(arguments, name) is not None for name in _HOURS):
        _demand(arguments, _HOURS)
        return BusyHours(**_numbers(arguments, _HOURS))
    return average_load(arguments.average)


def _numbers(arguments: argparse.Namespace, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: above_zero(_option(name), getattr(arguments, name)) for name in names}


def _demand(arguments: argparse.Namespace, names: tuple[str, ...]) -> None:
    for name in names:
        if getattr(arguments, name) is None:
            raise Refused(N_("a load needs {option} as well."), option=_option(name))


def _given(arguments: argparse.Namespace, names: tuple[str, ...]) -> list[str]:
    return [_option(name) for name in names if getattr(arguments, name, None) is not None]


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
