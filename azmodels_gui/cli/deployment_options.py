# SPDX-License-Identifier: MIT
"""Options that describe a deployment and its requests, and the values they make."""

import argparse
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from azmodels_gui.answers.viewpoint import has_prices_in
from azmodels_gui.calculator.asking import quotas_of
from azmodels_gui.calculator.beside import documents
from azmodels_gui.calculator.counted import (
    BESIDE_TEXT,
    COUNTED,
    EVERYTHING,
    Count,
    Measure,
    answers_only_in_text,
    countable,
)
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.exact import Number, product
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.plan_file import average_percent
from azmodels_gui.calculator.quota_check import TIERS, Arrival, OwnQuota
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload, check_stated
from azmodels_gui.catalog.document import (
    BASE,
    Catalog,
    DeploymentType,
    Entry,
    Region,
    currency_of,
    versions_of,
)
from azmodels_gui.catalog.labels import RECKONED_TIERS
from azmodels_gui.catalog.names import deployment_type_named, entries_named, region_named
from azmodels_gui.catalog.offered import offered_anywhere
from azmodels_gui.catalog.terms import (
    DEVELOPER_TIER,
    Availability,
    Billing,
    PriceTier,
    Term,
    TokenCategory,
)
from azmodels_gui.cli.options import (
    Group,
    OneOf,
    Option,
    attribute,
    chosen_day,
    maybe,
    option,
    short_form,
    spelled,
    stated,
)
from azmodels_gui.cli.output import Refused
from azmodels_gui.language.plain_numbers import (
    SHOWN_CHARACTERS,
    above_zero,
    assigned,
    not_negative,
    once,
    percent,
    rate,
    whole_above_zero,
)
from azmodels_gui.language.words import N_

PRICED = tuple(dict.fromkeys(counted.category.value for counted in COUNTED.values()))
"""What a user can give a price for."""
WEIGHED = tuple(each.category.value for each in COUNTED.values() if each.measure is Measure.TOKENS)
"""Token categories that a user can give a weight for."""

DEPLOYMENT = (
    option("--version V", N_("version (default: the newest)")),
    option(
        "--deployment-type SKU",
        N_("such as GlobalProvisionedManaged, DataZoneProvisionedManaged, ProvisionedManaged"),
        required=True,
    ),
    option("--region R", N_("region of the deployment: id or name (default: none)")),
)
"""What is deployed where, but for the model."""
MODELS = option(
    "model MODEL",
    N_("name of the model, in any spelling; several (MODEL[@VERSION]) make one table"),
    nargs="+",
)
RPM = option("--rpm N", N_("requests in the busiest minute"))
WEIGHT = option(
    "--weight CATEGORY=W ...",
    N_("PTU weight of a token where no source states one, such as output=4"),
)


def quota_options(client: str = "--client") -> Group:
    """Return what the peak is held against.

    Args:
        client: the option that names a client's file; that of a sheet names who it is for.
    """
    return Group(
        N_("quota"),
        (
            option(
                "--tier",
                N_("quota tier of the subscription, to hold the peak against"),
                choices=TIERS,
            ),
            option(
                "--max-output N",
                N_(
                    "largest output a request allows, which counts against the quota on arrival "
                    "(default: --output-tokens)"
                ),
            ),
            option(
                "--quota-headroom PCT",
                N_("kept free above the peak, in percent of it"),
                default="0",
            ),
            option(
                f"{client} FILE",
                N_("client's file: the need is held against what its subscription has left"),
                dest="client_file",
            ),
        ),
    )


def one_request(*more: Option, rate: bool = True, of_a_sheet: bool = False) -> Group:
    """Return what one request is made of, and how many there are.

    Args:
        more: options of the command, at the end.
        rate: whether the busiest minute is among them.
        of_a_sheet: the command writes a file, which is what `--output` means there.
    """
    return Group(
        N_("requests"),
        (
            *([RPM] if rate else []),
            {
                "--input-tokens N": N_("all text input tokens"),
                "--output-tokens N": N_("text output tokens"),
            },
            short_form("--input", "--input-tokens"),
            *([] if of_a_sheet else [short_form("--output", "--output-tokens")]),
            OneOf(
                {
                    "--cached RATE": N_("share of the input read from the cache"),
                    "--cached-tokens N": N_("input tokens read from the cache"),
                }
            ),
            option("--cache-write N", N_("input tokens written to it"), default="0"),
            *(option(f"{count.option} N", COUNTED[count].words) for count in BESIDE_TEXT),
            {
                "--long-context": N_(
                    "prompts are above the model's threshold: long-context weights and prices"
                ),
                "--fine-tuned": N_("requests go to a fine-tuned model, at its prices per token"),
            },
            *more,
        ),
        N_(
            "Averages of one request. Cached and cache-write tokens are part of --input-tokens; "
            "each token is counted once."
        ),
    )


def average_load(option: str, text: str) -> Decimal:
    """Return a percentage of the peak as a share.

    Raises:
        ToldError: it is none, zero, or below one without its sign: 0.5 may mean a half.
    """
    return average_percent(option, text) / 100


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


def arrival_from(arguments: argparse.Namespace) -> Arrival:
    """Return what counts against the quota.

    Raises:
        Refused: no number.
        Refusal: a number that makes no sense.
    """
    return Arrival(
        max_output=stated(arguments, "max_output", above_zero),
        headroom_percent=percent("--quota-headroom", arguments.quota_headroom),
    )


def chosen(arguments: argparse.Namespace, catalog: Catalog, entry: Entry | None = None) -> Chosen:
    """Return what is named, the newest version where none is.

    Args:
        arguments: the options.
        catalog: knows the models.
        entry: one of several that are named; None: the options name the only one.

    Raises:
        Refused: an unknown name, or no provisioned type of that scope.
    """
    named = entry or entries_named(catalog, arguments.model, arguments.version)[0]
    asked = deployment_type_named(catalog, arguments.deployment_type)
    if asked.id == DEVELOPER_TIER:
        raise Refused(
            N_("{kind} hosts fine-tuned models; what those cost is not reckoned here."),
            kind=asked.id,
        )
    region = maybe(partial(region_named, catalog), arguments.region)
    kind = provisioned_like(asked, catalog)
    return Chosen(catalog, named, kind, asked, region, arguments.version is not None)


def own_from(
    arguments: argparse.Namespace, deployment: Deployment, catalog: Catalog, tier: PriceTier
) -> tuple[OwnQuota, ...]:
    """Return what the subscription of the client's file has left for a deployment.

    Raises:
        CatalogError: the file cannot be used.
    """
    if arguments.client_file is None:
        return ()
    from azmodels_gui.cli.told_client import told_of  # needs pydantic
    from azmodels_gui.clients.told import OwnQuotasOf

    told = told_of(arguments.client_file, catalog, chosen_day(arguments))
    return quotas_of(OwnQuotasOf(told), deployment, tier, catalog)


def deployment_from(arguments: argparse.Namespace, named: Chosen, load: MonthLoad) -> Deployment:
    """Return what is deployed, with its load and the PTU that were set.

    Raises:
        Refused: no whole number of PTU.
    """
    return Deployment(
        entry=named.entry,
        deployment_type=named.kind,
        loads=(load,),
        region=named.region,
        deployed_ptu=stated(arguments, "ptu", whole_above_zero),
    )


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
    into = _text(arguments, "input_tokens", needed=only_text)
    out = _text(arguments, "output_tokens", needed=only_text and answers)
    if not out and entry is not None and answers_only_in_text(entry):
        raise Refused(N_("--output-tokens must be above zero: the model answers in text."))
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
    given = {
        count: stated(arguments, attribute(count.option), not_negative) for count in BESIDE_TEXT
    }
    return {count: amount for count, amount in given.items() if amount is not None}


def _text(arguments: argparse.Namespace, name: str, *, needed: bool) -> Decimal:
    """Return text tokens in or out; needed: it is all there is, so it cannot be left out."""
    option, text = spelled(name), getattr(arguments, name)
    if text is None:
        if needed:
            raise Refused(N_("a load needs {option} as well."), option=option)
        return Decimal(0)
    alone = needed and name == "input_tokens"
    return (above_zero if alone else not_negative)(option, text)


def _cached(arguments: argparse.Namespace, into: Decimal) -> Number:
    share = stated(arguments, "cached", rate)
    if share is not None:
        return product(into, share)
    return stated(arguments, "cached_tokens", not_negative) or 0


def others_offered(named: Chosen) -> tuple[Entry, ...]:
    """Return other versions that are offered as asked, where the one taken unnamed is not."""
    if named.version_named or _offered(named.entry, named):
        return ()
    return tuple(
        each
        for each in versions_of(named.entry.model)
        if each.key != named.entry.key and _offered(each, named)
    )


def _offered(entry: Entry, named: Chosen) -> bool:
    kind, region = named.asked_kind.id, named.region
    known = offered_anywhere(entry, kind) if region is None else entry.availability(kind, region.id)
    return known is Availability.OFFERED


_CURRENCY = re.compile(r"[A-Z]{3}")
VARIED = tuple(dict.fromkeys(counted.category.value for counted in EVERYTHING.values()))
"""What can have several prices, told apart by a variant."""

CURRENCY = option(
    "--currency CODE",
    N_("reckon with the prices that the catalogue states in it (default: %(default)s)"),
    default=BASE,
)
COSTS = Group(
    N_("costs"),
    (
        option(
            "--month",
            N_("length of a month (default: %(default)s)"),
            choices=[month.value for month in Month],
            default=Month.HOURS_730.value,
        ),
        option(
            "--reservation",
            N_("term of interest: warnings and comparison look at this one (default: all)"),
            choices=[term.value for term in Term],
        ),
        option(
            "--processing",
            N_("how requests paid per token are processed (default: standard; batch types: batch)"),
            choices=[tier.value for tier in RECKONED_TIERS],
        ),
        option("--discount PCT", N_("off all list prices"), default="0"),
        {
            "--payg-discount PCT": N_("off the prices per token instead"),
            "--ptu-discount PCT": N_("off the prices of PTU instead"),
            "--payg-price CATEGORY=AMOUNT ...": N_(
                "negotiated price of 1M tokens, such as output=12.50"
            ),
            "--variant CATEGORY=NAME ...": N_(
                "which of several prices of one thing holds, such as image=HD HighRes; a warning "
                "names them"
            ),
            "--ptu-price TERM=AMOUNT ...": N_(
                "negotiated price of one PTU for a whole hour, month or year"
            ),
            "--price-region R": N_(
                "reckon with the prices of this region; without it, a price that is not stated "
                "for the deployment's region is unknown"
            ),
            "--ptu-price-region R": N_("the same for PTU alone (default: --price-region)"),
        },
    ),
)
_DOCUMENTS = {
    "--documents": N_("documents embedded once"),
    "--updated-documents": N_("documents embedded anew in a month"),
    "--document-tokens": N_("tokens of one document"),
}
_TUNING = {
    Count.TRAINED: N_("tokens that a model is fine-tuned with, of all epochs"),
    Count.TRAINING_HOURS: N_("hours of fine-tuning, where it is priced by the hour"),
    Count.HOSTING_HOURS: N_("hours of a month in which the fine-tuned model is hosted"),
}
BESIDE = Group(
    N_("beside the requests"),
    tuple(
        option(f"{name} N", words)
        for name, words in (
            _DOCUMENTS | {count.option: words for count, words in _TUNING.items()}
        ).items()
    ),
    N_("Paid for once or every month; told apart, in none of the ways to pay."),
)


def overrides_from(arguments: argparse.Namespace, catalog: Catalog) -> Overrides:
    """Return what the user sets instead of the catalogue; also for commands without costs.

    Raises:
        Refused: no such form, name or number.
        Refusal: a discount of 100 % or an absurd price.
    """
    weights = _by_category("--weight", arguments.weight, WEIGHED)
    if not hasattr(arguments, "discount"):
        return Overrides(token_weights=weights)
    both = percent("--discount", arguments.discount)
    payg, ptu = (stated(arguments, f"{each}_discount", percent) for each in ("payg", "ptu"))
    prices = assigned("--ptu-price", arguments.ptu_price, [term.value for term in Term])
    region = partial(region_named, catalog)
    return Overrides(
        payg_discount_percent=both if payg is None else payg,
        ptu_discount_percent=both if ptu is None else ptu,
        payg_prices=_by_category("--payg-price", arguments.payg_price, PRICED),
        ptu_prices={Term(term): amount for term, amount in prices.items()},
        token_weights=weights,
        variants=_variants(arguments.variant),
        price_region=maybe(region, arguments.price_region),
        ptu_price_region=maybe(region, arguments.ptu_price_region),
    )


def currency_from(arguments: argparse.Namespace, catalog: Catalog) -> str:
    """Return the currency to reckon in; the base one for commands without costs.

    Raises:
        Refused: it is no code, or neither has the catalogue prices in it nor is there a rate.
    """
    given = getattr(arguments, "currency", BASE)
    currency: str = given.upper()
    if not _CURRENCY.fullmatch(currency):
        raise Refused(N_("--currency {given} is no code such as EUR."), given=repr(given[:20]))
    rate = getattr(arguments, "rate", None)
    if currency != BASE and rate is None and not has_prices_in(catalog, currency):
        words = N_("the catalogue has no prices in {currency}, only in {base}.")
        if hasattr(arguments, "rate"):
            words = N_(
                "the catalogue has no prices in {currency}; --rate R converts: one {base} is R "
                "{currency}."
            )
        raise Refused(words, base=BASE, currency=currency)
    return currency


def common_currency(
    arguments: argparse.Namespace, catalog: Catalog, entries: Iterable[Entry]
) -> str:
    """Return the currency asked for if all models have prices in it, else the base one.

    Raises:
        Refused: as `currency_from`.
    """
    wanted = currency_from(arguments, catalog)
    alike = all(currency_of(catalog, entry, wanted) == wanted for entry in entries)
    return wanted if alike else BASE


def processing_from(arguments: argparse.Namespace, chosen: Chosen) -> PriceTier:
    """Return the processing tier: the one named, or batch for a batch deployment type.

    Raises:
        Refused: a batch type with another tier.
    """
    batch = chosen.asked_kind.billing is Billing.BATCH
    if arguments.processing is None:
        return PriceTier.BATCH if batch else PriceTier.STANDARD
    tier = PriceTier(arguments.processing)
    if batch and tier is not PriceTier.BATCH:
        raise Refused(
            N_("{kind} is processed as batch, not as {tier}."), kind=chosen.asked_kind.id, tier=tier
        )
    return tier


def terms_from(arguments: argparse.Namespace) -> tuple[Term, ...]:
    """Return the term of interest, or all."""
    return tuple(Term) if arguments.reservation is None else (Term(arguments.reservation),)


def _variants(texts: list[str]) -> dict[TokenCategory, str]:
    """Return which variant holds for what.

    Raises:
        Refused: no such form or category, or one given twice.
    """
    pairs = [(text, *text.partition("=")) for text in texts]
    for text, category, _, variant in pairs:
        if not variant or category not in VARIED:
            raise Refused(
                N_("--variant {given} is not of the form CATEGORY=NAME; categories: {names}."),
                given=repr(text[:SHOWN_CHARACTERS]),
                names=", ".join(VARIED),
            )
    return once("--variant", ((TokenCategory(name), variant) for _, name, _, variant in pairs))


def beside_from(arguments: argparse.Namespace) -> dict[Count, Decimal]:
    """Return what is paid for beside the requests.

    Raises:
        Refused: no number, or documents without their tokens.
    """
    first, anew, tokens = (stated(arguments, attribute(name), above_zero) for name in _DOCUMENTS)
    if (tokens is None) is not (first is None and anew is None):
        raise Refused(N_("--documents or --updated-documents go with --document-tokens."))
    found = documents(*(each or Decimal(0) for each in (first, anew, tokens)))
    for count in _TUNING:
        amount = stated(arguments, attribute(count.option), above_zero)
        if amount is not None:
            found[count] = amount
    return found


def _by_category(
    option: str, texts: list[str], names: tuple[str, ...]
) -> dict[TokenCategory, Decimal]:
    found = assigned(option, texts, names)
    return {TokenCategory(category): amount for category, amount in found.items()}
