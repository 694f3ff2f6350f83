# SPDX-License-Identifier: MIT
"""The sizing sheet of `azmodels compare`: a busiest minute, a load profile, or both."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from azmodels_gui.calculator.estimate import Estimate, estimate
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.profile_estimate import profile_estimate
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.cost_deployment import question_from
from azmodels_gui.cli.cost_profile import profile_question
from azmodels_gui.cli.deployment_options import (
    Chosen,
    deployment_type_named,
    provisioned_like,
)
from azmodels_gui.cli.plain_numbers import whole_above_zero
from azmodels_gui.cli.profile_source import names_source, read_source, with_measured
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.profile_part import ShownProfile
from azmodels_gui.sheets.sheet import Sheet
from azmodels_gui.sheets.sizing_sheet import sizing_sheet


@dataclass(frozen=True)
class _Load:
    """The options with the load's numbers filled in."""

    arguments: argparse.Namespace
    profile: LoadProfile | None
    base_ptu: int | None


def compared_sizing(
    arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder
) -> Sheet:
    """Return the sizing sheet of some models under the same load.

    Raises:
        Refused: something is missing, or makes no sense.
    """
    if len(arguments.deployment_type) != 1 or len(order.regions) > 1:
        _check_load(arguments)
        raise Refused(
            N_("the sizing sheet needs one {needed}, and at most one {allowed}."),
            needed="--deployment-type",
            allowed="--region",
        )
    asked = deployment_type_named(order.catalog, arguments.deployment_type[0])
    kind = provisioned_like(asked, order.catalog)
    region = next(iter(order.regions), None)
    load = _load(arguments)
    named = [Chosen(order.catalog, entry, kind, asked, region) for entry in entries]
    found = [_estimate(load, each) for each in named]
    profiles = [] if load.profile is None else [_profile(load, each) for each in named]
    return sizing_sheet(found, order, profiles)


def _check_load(arguments: argparse.Namespace) -> None:
    needed = (
        ("input", "output_tokens") if names_source(arguments) else ("rpm", "input", "output_tokens")
    )
    for option in needed:
        if getattr(arguments, option) is None:
            raise Refused(N_("the sizing sheet needs --{option}."), option=option.replace("_", "-"))


def _load(arguments: argparse.Namespace) -> _Load:
    """Return the load: the peak of a profile is the busiest minute, unless another is named."""
    _check_load(arguments)
    given = argparse.Namespace(**vars(arguments) | {"output": arguments.output_tokens})
    base = arguments.base_ptu
    if not names_source(arguments):
        if base is not None or arguments.series:
            option = "--base-ptu" if base is not None else "--series"
            raise Refused(
                N_("{option} needs a load profile: --csv, --day or --metrics."), option=option
            )
        return _Load(given, None, None)
    given, source = with_measured(given, read_source(arguments))
    if given.rpm is None:
        given.rpm = str(source.profile.peak)
    ptu = None if base is None else whole_above_zero("--base-ptu", base)
    return _Load(given, source.profile, ptu)


def _estimate(load: _Load, named: Chosen) -> Estimate:
    return estimate(named.catalog, question_from(load.arguments, named))


def _profile(load: _Load, named: Chosen) -> ShownProfile:
    """Return the cost curve of one model; what cannot be answered is said on the sheet."""
    if load.profile is None:
        return ShownProfile(None)
    try:
        question = profile_question(load.arguments, named, load.profile)
        found = profile_estimate(named.catalog, question)
    except Refusal as refusal:
        return ShownProfile(None, refusal=refusal.statement)
    if load.base_ptu is not None and load.base_ptu not in found.spill.sizes:
        largest = found.spill.sizes[-1]
        raise Refused(
            N_(
                "--base-ptu {given} is no size of {model}: its sizes go from {smallest} to "
                "{largest}."
            ),
            given=load.base_ptu,
            model=named.entry.title,
            smallest=found.spill.sizes[min(1, len(found.spill.sizes) - 1)],
            largest=largest,
        )
    return ShownProfile(found, load.base_ptu)
