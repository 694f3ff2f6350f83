# SPDX-License-Identifier: MIT
"""Options about money: month, terms, discounts, negotiated prices, what is paid beside requests."""

import argparse
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import partial

from azmodels_gui.answers.viewpoint import has_prices_in
from azmodels_gui.calculator.beside import documents
from azmodels_gui.calculator.counted import EVERYTHING, Count
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.labels import RECKONED_TIERS
from azmodels_gui.catalog.names import region_named
from azmodels_gui.catalog.one_currency import BASE, currency_of
from azmodels_gui.catalog.terms import Billing, PriceTier, Term, TokenCategory
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.deployment_options import PRICED, WEIGHED, Chosen
from azmodels_gui.cli.options import Group, attribute, maybe, option, stated
from azmodels_gui.language.plain_numbers import (
    SHOWN_CHARACTERS,
    above_zero,
    assigned,
    once,
    percent,
)
from azmodels_gui.language.words import N_

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
