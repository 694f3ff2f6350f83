# SPDX-License-Identifier: MIT
"""Where a load profile comes from: CSV files, or the metrics of Azure Monitor."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from azmodels_gui.calculator.load_file import lines_of, read_csv, read_day, text_of
from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.measured_load import MeasuredRequest, MetricSeries, measured_load
from azmodels_gui.calculator.statements import AssumptionId, assumption
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.cli.options import Group, OneOf, but, option, spelled
from azmodels_gui.cli.output import Refused, Words, exact
from azmodels_gui.language import figures
from azmodels_gui.language.plain_numbers import once
from azmodels_gui.language.words import N_
from azmodels_gui.storage.files import read_bytes

MEASURED = "measured"
"""What stands for a number of tokens that the metrics hold."""
_FIELDS = ("input_tokens", "output_tokens")
_FILES = (
    {
        "--csv FILE": N_("requests by minute, 5 or 15 minutes, hour or day"),
        "--day FILE": N_("24 hours of the two kinds of day"),
    },
    option(
        "--metrics FILE",
        N_("answer of 'az monitor metrics list -o json'; several files are joined"),
        action="append",
    ),
)
_SERIES = {
    "--series NAME=VALUE ...": N_(
        "with --metrics, only series with this value of a dimension, such as "
        "ModelDeploymentName=chat (default: all are added)"
    )
}
_TITLE = N_("load profile")
SOURCE = Group(_TITLE, (OneOf(_FILES, required=True), _SERIES))
"""The files, one of which is needed."""
SOURCE_INSTEAD = Group(
    _TITLE,
    (OneOf(_FILES), _SERIES),
    N_(
        "A file that is the load, instead of how much there is; 'azmodels profile --help' "
        "tells what it looks like."
    ),
)


@dataclass(frozen=True)
class Source:
    """The load, and where metrics were read, what an average request was made of."""

    profile: LoadProfile
    request: MeasuredRequest | None = None


def text_lines(path: Path) -> Iterator[str]:
    """Return the lines of a CSV file, in whatever encoding and whatever ends them.

    Raises:
        FileUnreadable: it cannot be read.
        Refusal: it is empty, or no text.
    """
    return lines_of(text_of(read_bytes(path)))


def read_source(arguments: argparse.Namespace) -> tuple[argparse.Namespace, Source]:
    """Return the options with the measured numbers in them, and the load, which says so.

    Raises:
        Refused: `--series` without metrics, metrics that cannot be read, nothing was measured.
        Refusal: rows that cannot be read, or no load.
        CatalogError: the file cannot be read.
    """
    source = _source(arguments)
    measured = [name for name in _FIELDS if getattr(arguments, name) == MEASURED]
    amounts = {name: _amount(source, name) for name in measured}
    said = (
        assumption(AssumptionId.MEASURED_TOKENS, field=name, amount=amount)
        for name, amount in amounts.items()
    )
    profile = replace(source.profile, origin=(*source.profile.origin, *said))
    numbers = {name: exact(amount) for name, amount in amounts.items()}
    return but(arguments, numbers), replace(source, profile=profile)


def _source(arguments: argparse.Namespace) -> Source:
    if arguments.metrics is not None:
        return _measured(arguments)
    if arguments.series:
        raise Refused(N_("--series needs --metrics."))
    if arguments.day is not None:
        return Source(read_day(text_lines(arguments.day)).week())
    found = read_csv(text_lines(arguments.csv))
    return Source(found.week() if isinstance(found, DayProfile) else found)


def names_source(arguments: argparse.Namespace) -> bool:
    """Tell whether a file with a load is named."""
    return any((arguments.csv, arguments.day, arguments.metrics))


def with_profile(
    arguments: argparse.Namespace,
) -> tuple[argparse.Namespace, LoadProfile | None]:
    """Return the options with measured numbers in them, and the load of the file that is named.

    Raises:
        Refused, Refusal, CatalogError: as for `read_source`.
    """
    if names_source(arguments):
        found, source = read_source(arguments)
        return found, source.profile
    if arguments.series:
        raise Refused(N_("--series needs --metrics."))
    return arguments, None


def wants_measured(arguments: argparse.Namespace) -> bool:
    """Tell whether the tokens of a request are to be those of the metrics."""
    return any(getattr(arguments, name) == MEASURED for name in _FIELDS)


def measured_json(source: Source) -> dict[str, Any] | None:
    """Return what was measured of a request; None without metrics."""
    request = source.request
    if request is None:
        return None
    return {name: exact(_tokens(request, name)) for name in _FIELDS}


def measured_rows(source: Source, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what was measured of a request as rows; nothing without metrics."""
    if source.request is None:
        return
    for name in _FIELDS:
        amount = _tokens(source.request, name)
        told = words("unknown") if amount is None else figures.number(amount, words.language)
        yield words(f"measured_{name.removesuffix('_tokens')}"), told


def _measured(arguments: argparse.Namespace) -> Source:
    series = [each for path in arguments.metrics for each in _series_of(path)]
    chosen = once("--series", (_dimension(text) for text in arguments.series))
    found = measured_load(series, chosen)
    return Source(found.profile, found.request)


def _series_of(path: Path) -> tuple[MetricSeries, ...]:
    from azmodels_gui.calculator.metrics_answer import read_answer  # needs pydantic

    try:
        return read_answer(read_bytes(path))
    except Refusal as refusal:
        raise Refused(N_("{path}: {why}"), path=path, why=refusal) from refusal


def _dimension(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (sign and name and value):
        raise Refused(N_("--series {given} is not of the form NAME=VALUE."), given=repr(text[:40]))
    return name.lower(), value


def _amount(source: Source, name: str) -> Decimal:
    if source.request is None:
        raise Refused(
            N_("{option} {measured} needs --metrics."), option=spelled(name), measured=MEASURED
        )
    amount = _tokens(source.request, name)
    if amount is None:
        raise Refused(
            N_("{option} {measured}: the metrics do not tell; give a number."),
            option=spelled(name),
            measured=MEASURED,
        )
    return amount


def _tokens(request: MeasuredRequest, name: str) -> Decimal | None:
    return request.input_tokens if name == "input_tokens" else request.output_tokens
