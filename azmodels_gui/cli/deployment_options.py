# SPDX-License-Identifier: MIT
"""Options that describe a deployment and its requests, and the values they make."""

import argparse
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.counted import (
    BESIDE_TEXT,
    COUNTED,
    Count,
    Measure,
    answers_only_in_text,
    countable,
)
from azmodels_gui.calculator.exact import Number, product
from azmodels_gui.calculator.quota_check import TIERS, Arrival
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.workload import Workload, check_stated
from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.names import Names, entries_named, facet_names
from azmodels_gui.catalog.query import Facet
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Billing
from azmodels_gui.cli.console import Refused
from azmodels_gui.language.plain_numbers import above_zero, not_negative, percent, rate
from azmodels_gui.language.words import N_

ONE_PERCENT = Decimal("0.01")


def average_load(text: str | None) -> Decimal | None:
    """Return a percentage of the peak as a share; None where none is given.

    Raises:
        Refused: it is none, zero, or below one without its sign: 0.5 may mean a half.
    """
    if text is None:
        return None
    share = percent("--average", text) / 100
    if not share:
        raise Refused(N_("--average must be above zero."))
    if share < ONE_PERCENT and not text.endswith("%"):
        raise Refused(
            N_("--average {given}: is that a share or a percentage? Write it as 52% or 0.5%."),
            given=text,
        )
    return share


PRICED = tuple(dict.fromkeys(counted.category.value for counted in COUNTED.values()))
"""What a user can give a price for."""
WEIGHED = tuple(each.category.value for each in COUNTED.values() if each.measure is Measure.TOKENS)
"""Token categories that a user can give a weight for."""


@dataclass(frozen=True)
class Chosen:
    """What the options name."""

    catalog: Catalog
    entry: Entry
    kind: DeploymentType
    """The provisioned deployment type."""
    asked_kind: DeploymentType
    """The deployment type that was named; the same, or one paid for per token."""
    region: Region | None
    version_named: bool = True
    """False: the newest version was taken."""


def add_deployment_options(parser: argparse.ArgumentParser, *, several: bool = False) -> None:
    """Add what is deployed where.

    Args:
        parser: takes the options.
        several: whether more than one model may be named.
    """
    told = N_("name of the model, in any spelling")
    if several:
        told = N_("name of the model, in any spelling; several (MODEL[@VERSION]) make one table")
    parser.add_argument("model", metavar="MODEL", nargs="+" if several else None, help=told)
    parser.add_argument("--version", metavar="V", help=N_("version (default: the newest)"))
    parser.add_argument(
        "--deployment-type",
        required=True,
        metavar="SKU",
        help=N_("such as GlobalProvisionedManaged, DataZoneProvisionedManaged, ProvisionedManaged"),
    )
    parser.add_argument(
        "--region", metavar="R", help=N_("region of the deployment: id or name (default: none)")
    )


def add_request_options(
    parser: argparse.ArgumentParser,
    *,
    with_rate: bool = True,
    with_weight: bool = True,
    output_option: str = "--output",
) -> None:
    """Add what one request is made of, and how many there are.

    Args:
        parser: takes the options.
        with_rate: whether the busiest minute is among them.
        with_weight: whether a weight can be given, of the one model that is asked about.
        output_option: for commands where `--output` names a file.
    """
    group = parser.add_argument_group(
        N_("requests"),
        N_(
            "Averages of one request. Cached and cache-write tokens are part of --input; each "
            "token is counted once."
        ),
    )
    if with_rate:
        group.add_argument("--rpm", metavar="N", help=N_("requests in the busiest minute"))
    group.add_argument("--input", metavar="N", help=N_("all text input tokens"))
    group.add_argument(output_option, metavar="N", help=N_("text output tokens"))
    cached = group.add_mutually_exclusive_group()
    cached.add_argument(
        "--cached", metavar="RATE", help=N_("share of the input read from the cache")
    )
    cached.add_argument("--cached-tokens", metavar="N", help=N_("input tokens read from the cache"))
    group.add_argument(
        "--cache-write", metavar="N", default="0", help=N_("input tokens written to it")
    )
    for count in BESIDE_TEXT:
        group.add_argument(count.option, metavar="N", help=COUNTED[count].words)
    group.add_argument(
        "--long-context",
        action="store_true",
        help=N_("prompts are above the model's threshold: long-context weights and prices"),
    )
    group.add_argument(
        "--fine-tuned",
        action="store_true",
        help=N_("requests go to a fine-tuned model, at its prices per token"),
    )
    if with_weight:
        group.add_argument(
            "--weight",
            action="append",
            default=[],
            metavar="CATEGORY=W",
            help=N_("PTU weight of a token where no source states one, such as output=4"),
        )


def add_quota_option(parser: argparse.ArgumentParser) -> None:
    """Add `--tier`, and what counts against its quota."""
    group = parser.add_argument_group(N_("quota"))
    group.add_argument(
        "--tier", choices=TIERS, help=N_("quota tier of the subscription, to hold the peak against")
    )
    group.add_argument(
        "--max-output",
        metavar="N",
        help=N_(
            "largest output a request allows, which counts against the quota on arrival "
            "(default: --output)"
        ),
    )
    group.add_argument(
        "--quota-headroom",
        metavar="PCT",
        default="0",
        help=N_("kept free above the peak, in percent of it"),
    )


def arrival_from(arguments: argparse.Namespace) -> Arrival:
    """Return what counts against the quota.

    Raises:
        Refused: no number.
        Refusal: a number that makes no sense.
    """
    most = arguments.max_output
    return Arrival(
        max_output=None if most is None else above_zero("--max-output", most),
        headroom_percent=percent("--quota-headroom", arguments.quota_headroom),
    )


def chosen(arguments: argparse.Namespace, catalog: Catalog) -> Chosen:
    """Return what is named, the newest version where none is.

    Raises:
        Refused: an unknown name, or no provisioned type of that scope.
    """
    entry = entries_named(catalog, arguments.model, arguments.version)[0]
    asked = deployment_type_named(catalog, arguments.deployment_type)
    if asked.id == DEVELOPER_TIER:
        raise Refused(
            N_("{kind} hosts fine-tuned models; what those cost is not reckoned here."),
            kind=asked.id,
        )
    region = None if arguments.region is None else region_named(catalog, arguments.region)
    return Chosen(
        catalog,
        entry,
        provisioned_like(asked, catalog),
        asked,
        region,
        version_named=arguments.version is not None,
    )


def deployment_type_named(catalog: Catalog, name: str) -> DeploymentType:
    """Return a deployment type by SKU or name.

    Raises:
        Refused: there is none.
    """
    types = {kind.id: kind for kind in catalog.deployment_types}
    spellings = (
        (kind.id, (kind.name.en, kind.name.de, kind.short_name.en, kind.short_name.de))
        for kind in catalog.deployment_types
    )
    return types[Names(N_("deployment type"), spellings).find(name)]


def region_named(catalog: Catalog, name: str) -> Region:
    """Return a region by id, name, or the city or country that it alone is in.

    Raises:
        Refused: there is none.
    """
    regions = {region.id: region for region in catalog.regions}
    return regions[facet_names(Facet.REGIONS, catalog).find(name)]


def provisioned_like(kind: DeploymentType, catalog: Catalog) -> DeploymentType:
    """Return the provisioned deployment type of the same scope.

    Raises:
        Refused: the catalogue has none.
    """
    for other in catalog.deployment_types:
        if other.billing is Billing.PROVISIONED and other.scope is kind.scope:
            return other
    raise Refused(N_("the catalogue has no provisioned deployment type like {kind}."), kind=kind.id)


def workload_from(arguments: argparse.Namespace, entry: Entry | None, rpm: Decimal) -> Workload:
    """Return the requests that the options describe.

    Args:
        arguments: the options.
        entry: what they are sent to; None: many models are asked about.
        rpm: requests in the busiest minute.

    Raises:
        Refused: no number, a number that makes no sense.
        Refusal: the numbers together make no sense.
    """
    beside = _beside(arguments)
    if entry is not None:
        _check_stated(entry, beside)
    only_text = not any(beside.values())
    answers = entry is None or Count.OUTPUT in countable(entry)
    into = _text(arguments, "input", needed=only_text)
    out = _text(arguments, "output", needed=only_text and answers)
    if not out and entry is not None and answers_only_in_text(entry):
        raise Refused(N_("--output must be above zero: the model answers in text."))
    return Workload(
        requests_per_minute=rpm,
        input_tokens=into,
        cached_tokens=_cached(arguments, into),
        cache_write_tokens=not_negative("--cache-write", arguments.cache_write),
        output_tokens=out,
        beside=beside,
        long_context=arguments.long_context,
        fine_tuned=arguments.fine_tuned,
    )


def _check_stated(entry: Entry, beside: dict[Count, Decimal]) -> None:
    """Raise `Refused` with the options to use where something must be stated."""
    try:
        check_stated(entry, beside)
    except Refusal as refusal:
        options = refusal.statement.data.get("options")
        if not isinstance(options, tuple):
            raise
        raise Refused(
            N_("{why} Options: {options}; 0 where there is none."),
            why=refusal,
            options=", ".join(options),
        ) from refusal


def _beside(arguments: argparse.Namespace) -> dict[Count, Decimal]:
    """Return what is stated beside text tokens."""
    given = ((count, getattr(arguments, destination(count))) for count in BESIDE_TEXT)
    return {count: not_negative(count.option, text) for count, text in given if text is not None}


def destination(count: Count) -> str:
    """Return the name of an option as a column, and among the arguments."""
    return count.option.removeprefix("--").replace("-", "_")


def _text(arguments: argparse.Namespace, name: str, *, needed: bool) -> Decimal:
    """Return text tokens in or out; needed: it is all there is, so it cannot be left out."""
    option, text = f"--{name}", getattr(arguments, name)
    if name == "output" and hasattr(arguments, "output_tokens"):
        option = "--output-tokens"
    if text is None:
        if needed:
            raise Refused(N_("a load needs {option} as well."), option=option)
        return Decimal(0)
    alone = needed and name == "input"
    return (above_zero if alone else not_negative)(option, text)


def _cached(arguments: argparse.Namespace, into: Decimal) -> Number:
    if arguments.cached is not None:
        return product(into, rate("--cached", arguments.cached))
    if arguments.cached_tokens is not None:
        return not_negative("--cached-tokens", arguments.cached_tokens)
    return 0
