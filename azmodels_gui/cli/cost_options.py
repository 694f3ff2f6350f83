# SPDX-License-Identifier: MIT
"""Options about money: month, terms, discounts, negotiated prices."""

import argparse
from decimal import Decimal

from azmodels_gui.calculator.beside import documents
from azmodels_gui.calculator.counted import EVERYTHING, Count
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.labels import RECKONED_TIERS
from azmodels_gui.catalog.terms import Billing, PriceTier, Term, TokenCategory
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.deployment_options import PRICED, WEIGHED, Chosen, destination, region_named
from azmodels_gui.language.plain_numbers import (
    SHOWN_CHARACTERS,
    above_zero,
    assigned,
    once,
    percent,
)
from azmodels_gui.language.words import N_

PROCESSING = tuple(RECKONED_TIERS)
VARIED = tuple(dict.fromkeys(counted.category.value for counted in EVERYTHING.values()))
"""What can have several prices, told apart by a variant."""


def add_cost_options(parser: argparse.ArgumentParser) -> None:
    """Add month, reservation, processing tier and overrides."""
    group = parser.add_argument_group(N_("costs"))
    group.add_argument(
        "--month",
        choices=[month.value for month in Month],
        default=Month.HOURS_730.value,
        help=N_("length of a month (default: %(default)s)"),
    )
    group.add_argument(
        "--reservation",
        choices=[term.value for term in Term],
        help=N_("term of interest: warnings and comparison look at this one (default: all)"),
    )
    group.add_argument(
        "--processing",
        choices=[tier.value for tier in PROCESSING],
        help=N_(
            "how requests paid per token are processed (default: standard; batch types: batch)"
        ),
    )
    group.add_argument("--discount", metavar="PCT", default="0", help=N_("off all list prices"))
    group.add_argument(
        "--payg-discount", metavar="PCT", help=N_("off the prices per token instead")
    )
    group.add_argument("--ptu-discount", metavar="PCT", help=N_("off the prices of PTU instead"))
    group.add_argument(
        "--payg-price",
        action="append",
        default=[],
        metavar="CATEGORY=AMOUNT",
        help=N_("negotiated price of 1M tokens, such as output=12.50"),
    )
    group.add_argument(
        "--variant",
        action="append",
        default=[],
        metavar="CATEGORY=NAME",
        help=N_(
            "which of several prices of one thing holds, such as image=HD HighRes; a warning "
            "names them"
        ),
    )
    group.add_argument(
        "--ptu-price",
        action="append",
        default=[],
        metavar="TERM=AMOUNT",
        help=N_("negotiated price of one PTU for a whole hour, month or year"),
    )
    group.add_argument(
        "--price-region",
        metavar="R",
        help=N_(
            "reckon with the prices of this region; without it, a price that is not stated "
            "for the deployment's region is unknown"
        ),
    )
    group.add_argument(
        "--ptu-price-region",
        metavar="R",
        help=N_("the same for PTU alone (default: --price-region)"),
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
    prices = assigned("--ptu-price", arguments.ptu_price, [term.value for term in Term])
    region, ptu_region = arguments.price_region, arguments.ptu_price_region
    return Overrides(
        payg_discount_percent=_percent("--payg-discount", arguments.payg_discount, both),
        ptu_discount_percent=_percent("--ptu-discount", arguments.ptu_discount, both),
        payg_prices=_by_category("--payg-price", arguments.payg_price, PRICED),
        ptu_prices={Term(term): amount for term, amount in prices.items()},
        token_weights=weights,
        variants=_variants(arguments.variant),
        price_region=None if region is None else region_named(catalog, region),
        ptu_price_region=None if ptu_region is None else region_named(catalog, ptu_region),
    )


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


def add_beside_options(parser: argparse.ArgumentParser) -> None:
    """Add what is paid for once or every month, however many requests there are."""
    group = parser.add_argument_group(
        N_("beside the requests"),
        N_("Paid for once or every month; told apart, in none of the ways to pay."),
    )
    documents = (
        ("--documents", N_("documents embedded once")),
        ("--updated-documents", N_("documents embedded anew in a month")),
        ("--document-tokens", N_("tokens of one document")),
    )
    for option, words in documents:
        group.add_argument(option, metavar="N", help=words)
    for count, words in _TUNING.items():
        group.add_argument(count.option, metavar="N", help=words)


_TUNING = {
    Count.TRAINED: N_("tokens that a model is fine-tuned with, of all epochs"),
    Count.TRAINING_HOURS: N_("hours of fine-tuning, where it is priced by the hour"),
    Count.HOSTING_HOURS: N_("hours of a month in which the fine-tuned model is hosted"),
}


BESIDE_OPTIONS = ("documents", "updated_documents", "document_tokens", *map(destination, _TUNING))
"""Names of these options among the arguments."""


def beside_from(arguments: argparse.Namespace) -> dict[Count, Decimal]:
    """Return what is paid for beside the requests.

    Raises:
        Refused: no number, or documents without their tokens.
    """
    options = ("--documents", "--updated-documents", "--document-tokens")
    texts = (arguments.documents, arguments.updated_documents, arguments.document_tokens)
    if (texts[2] is None) is not (texts[0] is None and texts[1] is None):
        raise Refused(N_("--documents or --updated-documents go with --document-tokens."))
    found = documents(
        *(
            Decimal(0) if text is None else above_zero(option, text)
            for option, text in zip(options, texts, strict=True)
        )
    )
    for count in _TUNING:
        text = getattr(arguments, destination(count))
        if text is not None:
            found[count] = above_zero(count.option, text)
    return found


def _by_category(
    option: str, texts: list[str], names: tuple[str, ...]
) -> dict[TokenCategory, Decimal]:
    found = assigned(option, texts, names)
    return {TokenCategory(category): amount for category, amount in found.items()}


def _percent(option: str, text: str | None, otherwise: Decimal) -> Decimal:
    return otherwise if text is None else percent(option, text)
