# SPDX-License-Identifier: MIT
"""The load of a month from whatever is known: rates, people, sessions; words, pages, turns."""

import argparse
from dataclasses import replace
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.inputs import PRESETS, LoadPreset, preset_named
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import Average, BusyHours, MonthLoad, Sessions, Typed, Users
from azmodels_gui.calculator.workload import EFFORTS, RequestShape, TextAmount, TextFactors
from azmodels_gui.catalog.document import Entry
from azmodels_gui.cli.deployment_options import average_load, one_request, workload_from
from azmodels_gui.cli.options import Group, Option, but, maybe, option, spelled, stated
from azmodels_gui.cli.output import Refused, by_name, exact
from azmodels_gui.language.plain_numbers import above_zero, not_negative, whole_above_zero
from azmodels_gui.language.words import N_

WAYS = ("rpm", "users", "sessions")
_HOURS = ("working_days", "busy_hours", "peak_factor")
_OF_USERS = ("requests_per_user", *_HOURS)
_OF_LOADS = (*_OF_USERS, "session_seconds", "average", "preset")
LOAD_OPTIONS = (*WAYS, *_OF_LOADS)
"""What says how many requests there are, by attribute."""
_PROMPT = ("words", "pages", "speech_minutes")
_SHAPED = (*_PROMPT, "output_words", "turns", "system_prompt", "reasoning")
_FACTORS = ("tokens_per_word", "words_per_page", "words_per_minute")
SHAPE_OPTIONS = (*_SHAPED, *_FACTORS)
"""What tokens can be reckoned from, by attribute."""
_OF_REQUESTS = ("input_tokens", "output_tokens", "cached", "cached_tokens", *SHAPE_OPTIONS)

SHAPE = Group(
    N_("tokens from what people know"),
    {
        "--words N": N_("words of the prompt"),
        "--pages N": N_("pages of text in the prompt"),
        "--speech-minutes N": N_("minutes of speech that the prompt has as text"),
        "--output-words N": N_("words of the answer"),
        "--turns N": N_(
            "questions of a conversation: each prompt holds those before it with their answers"
        ),
        "--system-prompt N": N_(
            "tokens that all requests begin with; read from the cache unless --cached says"
        ),
        "--reasoning X": N_(
            "reasoning tokens as a multiple of the visible answer, or none, low, medium, high"
        ),
        "--tokens-per-word X": N_("tokens of a word (default: 1.33, a rule of thumb for English)"),
        "--words-per-page N": N_("words of a page (default: 500)"),
        "--words-per-minute N": N_("words of a minute of speech (default: 150)"),
    },
    N_(
        "They add up with --input-tokens and --output-tokens, which are then those of one "
        "question and its visible answer. Factors are assumptions, said to be; change them."
    ),
)
LOAD = Group(
    N_("load of a month"),
    (
        {
            "--users N": N_("how many people use it"),
            "--requests-per-user N": N_("requests of one of them on a working day"),
            "--sessions N": N_("sessions that go on at once in the busiest minute"),
            "--session-seconds S": N_("seconds from one request of a session to its next"),
            "--working-days N": N_("working days of a month, such as 22"),
            "--busy-hours N": N_("hours of a day in which the requests come, such as 8"),
            "--peak-factor X": N_(
                "the busiest minute as a multiple of the average of those hours, such as 3"
            ),
            "--average PCT": N_(
                "or the average of a month in percent of the busiest minute (default: all of it)"
            ),
        },
        option(
            "--preset",
            N_("figures to begin with where none are given: assumptions, which the answer says"),
            choices=[each.key for each in PRESETS],
        ),
    ),
    N_("How much there is: --rpm, --users or --sessions, and how much of it on average."),
)


def load_options(*more: Option, of_a_sheet: bool = False) -> tuple[Group, ...]:
    """Return one request, and all that says how many of them there are; none is required.

    Args:
        more: options of the command, of one request.
        of_a_sheet: as for `one_request`.
    """
    return one_request(*more, of_a_sheet=of_a_sheet), SHAPE, LOAD


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
    way, *others = (name for name in WAYS if getattr(arguments, name) is not None)
    for other in others:
        raise _twice(spelled(way), spelled(other))
    _check_alone(arguments, way)
    filled, shape, preset = _filled(arguments)
    found = _MAKERS[way](filled, entry, month)
    return replace(found, shape=shape, preset="" if preset is None else preset.key)


def tells_no_load(arguments: argparse.Namespace) -> bool:
    """Tell whether none of the options says how much there is.

    Raises:
        Refused: one says something of requests or times all the same.
    """
    if _given(arguments, WAYS):
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
        **by_name(load, "peak_rpm average_rpm average_load monthly_requests"),
        "peak_tpm": exact(load.workload.tpm),
        "preset": load.preset or None,
        "request": None if shape is None else _shape_json(shape),
    }


_KINDS = {Users: "users", Sessions: "sessions", Typed: "typed", LoadProfile: "profile"}


def _shape_json(shape: RequestShape) -> dict[str, Any]:
    return {
        **by_name(shape, "question_tokens answer_tokens"),
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
    users = Users(**_numbers(arguments, ("users", *_OF_USERS)))
    return MonthLoad.of_users(users, workload_from(arguments, entry, users.peak_rpm), month)


def _of_sessions(arguments: argparse.Namespace, entry: Entry | None, month: Month) -> MonthLoad:
    figures = _numbers(arguments, ("sessions", "session_seconds"))
    sessions = Sessions(**figures, average=_average(arguments))
    request = workload_from(arguments, entry, sessions.peak_rpm)
    return MonthLoad.of_sessions(sessions, request, month)


_MAKERS = {"rpm": _of_rpm, "users": _of_users, "sessions": _of_sessions}
_FOREIGN = {
    "rpm": ("requests_per_user", "session_seconds"),
    "users": ("session_seconds", "average"),
    "sessions": ("requests_per_user",),
}
"""Options that say nothing of a load of this kind, or say it twice."""


def _check_alone(arguments: argparse.Namespace, way: str) -> None:
    for odd in _given(arguments, _FOREIGN[way]):
        raise Refused(N_("{option} does not go with {way}."), option=odd, way=spelled(way))
    if arguments.average is not None:
        for odd in _given(arguments, _HOURS):
            raise _twice("--average", odd)


def _twice(first: str, second: str) -> Refused:
    words = N_("{first} and {second} both say how much there is: leave one of them out.")
    return Refused(words, first=first, second=second)


def _filled(
    arguments: argparse.Namespace,
) -> tuple[argparse.Namespace, RequestShape | None, LoadPreset | None]:
    """Return the options with what a preset has for those not given, and with all tokens."""
    preset = maybe(preset_named, getattr(arguments, "preset", None))
    if preset is not None:
        arguments = _with_preset(arguments, preset)
    return (*_with_shape(arguments), preset)


def _with_preset(arguments: argparse.Namespace, preset: LoadPreset) -> argparse.Namespace:
    """Return the options with the preset's figures where the user gives none."""
    figures = preset.figures
    given = {name for name in figures if getattr(arguments, name) is not None}
    if _given(arguments, _PROMPT):
        given.add("input_tokens")
    if arguments.output_words is not None:
        given.add("output_tokens")
    if arguments.average is not None:
        given |= set(_HOURS)
    if arguments.users is None:
        given.add("requests_per_user")
    return but(
        arguments,
        {name: exact(Decimal(figure)) for name, figure in figures.items() if name not in given},
    )


def _with_shape(arguments: argparse.Namespace) -> tuple[argparse.Namespace, RequestShape | None]:
    """Return the options with the tokens that were reckoned, and the shape; None: as they were.

    Raises:
        Refused: no number.
        Refusal: numbers that make no sense.
    """
    if not _given(arguments, _SHAPED):
        return arguments, None
    shape = _shape(arguments)
    reckoned = {
        "input_tokens": shape.input_tokens,
        "output_tokens": shape.output_tokens,
        "cached_tokens": shape.cached_tokens,
    }
    numbers = {name: exact(tokens) for name, tokens in reckoned.items() if tokens}
    return but(arguments, numbers), shape


def _shape(arguments: argparse.Namespace) -> RequestShape:
    def figure(name: str) -> Decimal:
        return stated(arguments, name, not_negative) or Decimal(0)

    factors = {name: stated(arguments, name, above_zero) for name in _FACTORS}
    return RequestShape(
        question=TextAmount(
            tokens=figure("input_tokens"), **{name: figure(name) for name in _PROMPT}
        ),
        answer=TextAmount(tokens=figure("output_tokens"), words=figure("output_words")),
        system_prompt=figure("system_prompt"),
        system_prompt_cached=not _given(arguments, ("cached", "cached_tokens")),
        turns=stated(arguments, "turns", whole_above_zero) or 1,
        reasoning=stated(arguments, "reasoning", _reasoning) or Decimal(0),
        factors=TextFactors(**{name: each for name, each in factors.items() if each is not None}),
    )


def _reasoning(option: str, text: str) -> Decimal:
    effort = EFFORTS.get(text.casefold())
    return not_negative(option, text) if effort is None else effort


def _average(arguments: argparse.Namespace) -> Average:
    if _given(arguments, _HOURS):
        return BusyHours(**_numbers(arguments, _HOURS))
    return stated(arguments, "average", average_load)


def _numbers(arguments: argparse.Namespace, names: tuple[str, ...]) -> dict[str, Any]:
    for name in names:
        if getattr(arguments, name) is None:
            raise Refused(N_("a load needs {option} as well."), option=spelled(name))
    return {name: stated(arguments, name, above_zero) for name in names}


def _given(arguments: argparse.Namespace, names: tuple[str, ...]) -> list[str]:
    return [spelled(name) for name in names if getattr(arguments, name, None) is not None]
