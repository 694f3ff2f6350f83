# SPDX-License-Identifier: MIT
"""`azmodels size`: how many PTU a load needs."""

import argparse
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from azmodels_gui.answers.sizing import carries_section, size_section
from azmodels_gui.calculator.checks import check_lifecycle
from azmodels_gui.calculator.deployment import SizedDeployment, carried, sized
from azmodels_gui.calculator.estimate import passed_checks, payg_type
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.quota_check import (
    QuotaCheck,
    check_quota,
    own_cautions,
    own_checks,
    own_needs,
)
from azmodels_gui.catalog.terms import Billing, PriceTier
from azmodels_gui.cli import sizing_output as sizing
from azmodels_gui.cli.deployment_options import (
    DEPLOYMENT,
    WEIGHT,
    Chosen,
    arrival_from,
    chosen,
    deployment_from,
    overrides_from,
    own_from,
    quota_options,
)
from azmodels_gui.cli.load_options import WAYS, load_from, load_options
from azmodels_gui.cli.options import (
    COMMON,
    MODEL,
    Command,
    but,
    chosen_catalog,
    chosen_day,
    option,
    print_answer,
)
from azmodels_gui.cli.output import Refused, Words, by_name, said_json, said_lines
from azmodels_gui.cli.profile_source import SOURCE_INSTEAD, with_profile
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.order import SheetOrder


def run(arguments: argparse.Namespace) -> int:
    """Print the size of a deployment.

    Raises:
        Refused: unknown names, numbers that make no sense, rows that cannot be read, or no PTU
            for this model.
        CatalogError: the catalogue or the file of a load cannot be used.
    """
    named = _provisioned(arguments)
    found, quota = _answer(*with_profile(arguments), named)
    day = chosen_day(arguments)
    own = own_from(arguments, found.deployment, named.catalog, PriceTier.STANDARD)
    needs: dict[str, Decimal | int] = {
        quota.deployment_type: quota.needed_tpm,
        found.deployment.deployment_type.id: found.size.deployable,
    }
    left = tuple(own_needs(own, named.entry, needs))
    checks = (*passed_checks(found.deployment, [named.kind], quota, (), day), *own_checks(left))
    warned = (*found.cautions, *quota.cautions, *own_cautions(left))
    said = (
        (*warned, *check_lifecycle(named.entry, (), day)),
        (*found.assumptions, *arrival_from(arguments).assumptions),
        (*found.sources, *_quota_sources(quota)),
    )
    words, order = Words(arguments.language), SheetOrder(named.catalog, day, arguments.language)
    return print_answer(
        arguments,
        lambda: {
            **sizing.head_json(named),
            **sizing.asked_json(found.deployment),
            **sizing.size_json(found),
            "carries": _carries_json(found),
            "quota": sizing.quota_json(quota),
            "own_quota": sizing.own_json(left),
            **sizing.reckoned_json(found, checks),
            **said_json(*said, named.catalog),
        },
        lambda: (
            *sizing.title_lines(named, words),
            *sizing.section_lines([size_section([found]), carries_section(found)], order),
            *sizing.quota_lines(quota, words),
            *sizing.reckoned_lines(found, checks, words),
            *said_lines(*said, named.catalog, words),
        ),
    )


def _provisioned(arguments: argparse.Namespace) -> Chosen:
    """Return what was asked for, if it is sized in PTU.

    Raises:
        Refused: it is not.
    """
    named = chosen(arguments, chosen_catalog(arguments))
    if named.asked_kind.billing is not Billing.PROVISIONED:
        raise Refused(
            N_(
                "{asked} is not provisioned; the provisioned deployment type of the same "
                "scope is {kind}."
            ),
            asked=named.asked_kind.id,
            kind=named.kind.id,
        )
    return named


def _answer(
    arguments: argparse.Namespace, profile: LoadProfile | None, named: Chosen
) -> tuple[SizedDeployment, QuotaCheck]:
    """Return the size of the load; without one that of the load the PTU are full of."""
    loaded = profile is not None or any(getattr(arguments, way) for way in WAYS)
    if arguments.ptu is not None and not loaded:
        full = carried(_sized(but(arguments, {"rpm": "1"}), named)).requests_per_minute
        arguments = but(arguments, {"rpm": f"{full:f}"})
    found = _sized(arguments, named, profile)
    (load,) = found.deployment.loads
    kind = payg_type(named.catalog, named.kind.scope)
    quota = check_quota(
        named.entry,
        (load.workload,),
        kind.id if kind else "",
        arguments.tier,
        arrival_from(arguments),
    )
    return found, quota


def _sized(
    arguments: argparse.Namespace, named: Chosen, profile: LoadProfile | None = None
) -> SizedDeployment:
    load = load_from(arguments, named.entry, profile=profile)
    return sized(deployment_from(arguments, named, load), overrides_from(arguments, named.catalog))


def _carries_json(found: SizedDeployment) -> dict[str, Any]:
    names = "ptu requests_per_minute input_tpm output_tpm normalized_tpm"
    return by_name(carried(found), names)


def _quota_sources(quota: QuotaCheck) -> Iterator[str]:
    if quota.asked_tier is not None:
        for tier in quota.tiers:
            yield from tier.sources


SIZE = Command(
    "size",
    run,
    N_("how many PTU a load needs"),
    N_(
        "Size a provisioned deployment for its busiest minute: raw and deployable PTU, "
        "utilisation, quota and context checks. With --ptu and no load: what the PTU carry."
    ),
    (
        MODEL,
        *DEPLOYMENT,
        *load_options(WEIGHT),
        SOURCE_INSTEAD,
        option(
            "--ptu N",
            N_("PTU to deploy instead of the computed number; without a load: what they carry"),
        ),
        quota_options(),
        *COMMON,
    ),
    examples="""
  azmodels size gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --rpm 1000 --input-tokens 200 --output-tokens 20 --cached 50%
  azmodels size gpt-5.2 --deployment-type GlobalProvisionedManaged --sessions 10 \\
      --session-seconds 30 --pages 2 --output-words 200 --turns 4 --reasoning medium
  azmodels size gpt-5.2 --deployment-type DataZoneProvisionedManaged --ptu 100 \\
      --input-tokens 200 --output-tokens 20
  azmodels size gpt-image-2 --deployment-type GlobalProvisionedManaged \\
      --rpm 10 --input-tokens 2000 --output-tokens 0 --image-input 1229 --image-output 7024
""",
)
