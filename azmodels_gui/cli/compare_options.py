# SPDX-License-Identifier: MIT
"""Options of `azmodels compare`: which sheet, for whom, in which currency, on which paper."""

import argparse
import re
from pathlib import Path

from azmodels_gui.answers.conversion import BASE, Conversion, has_prices_in
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.cli.arguments import chosen_day, chosen_language
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.deployment_options import region_named
from azmodels_gui.cli.profile_source import add_source_options
from azmodels_gui.cli.where_options import add_billing_option, zone_named
from azmodels_gui.language.command_line import Parser, iso_date
from azmodels_gui.language.plain_numbers import above_zero
from azmodels_gui.language.words import N_, language_codes
from azmodels_gui.sheets.csv_file import DECIMALS, SEPARATORS, CsvStyle
from azmodels_gui.sheets.dossier_sheet import CHAPTERS
from azmodels_gui.sheets.formats import FORMATS, PAPERS, Layout, SheetFormat
from azmodels_gui.sheets.order import MAX_LINE, MAX_NOTE, Edition, SheetOrder
from azmodels_gui.sheets.sheet import Brand, Logo, SheetKind
from azmodels_gui.storage.bundled import company_brand, resource
from azmodels_gui.storage.errors import FileUnreadable
from azmodels_gui.storage.files import read_bytes

COMPARED = (
    SheetKind.COMPARISON,
    SheetKind.FACTS,
    SheetKind.SIZING,
    SheetKind.COVERAGE,
    SheetKind.LIST,
    SheetKind.FEATURES,
)
"""Sheets of models; those of what is new come from the window."""
_CURRENCY = re.compile(r"[A-Z]{3}")


def add_kind_option(parser: Parser) -> None:
    """Add which sheet it shall be."""
    parser.add_argument(
        "--sheet",
        choices=[kind.value for kind in COMPARED],
        default=SheetKind.COMPARISON.value,
        help=N_("which sheet (default: %(default)s)"),
    )


def add_dossier_options(parser: Parser) -> None:
    """Add which chapters a dossier has, and what is said of the document itself."""
    group = parser.add_argument_group(N_("dossier"))
    group.add_argument(
        "--parts",
        metavar="LIST",
        help=parser.told(
            N_("chapters in their order, of {parts} (default: what the other options ask for)"),
            parts=", ".join(CHAPTERS),
        ),
    )
    group.add_argument(
        "--edition", default="", metavar="VERSION", help=N_("of the document, such as 1.0")
    )
    group.add_argument(
        "--edition-changed", default="", metavar="TEXT", help=N_("what is new in this edition")
    )
    group.add_argument("--author", default="", metavar="NAME", help=N_("who made the document"))
    group.add_argument("--approval", action="store_true", help=N_("end with a block to be signed"))


def edition_from(arguments: argparse.Namespace) -> Edition:
    """Return what is said of the document itself."""
    return Edition(
        arguments.edition.strip(),
        arguments.edition_changed.strip(),
        arguments.author.strip(),
        arguments.approval,
    )


def chapters_from(arguments: argparse.Namespace) -> tuple[SheetKind, ...]:
    """Return the chapters that are named; none: they follow from the other options.

    Raises:
        Refused: something that is no chapter, or one twice.
    """
    named = [name.strip() for name in (arguments.parts or "").split(",") if name.strip()]
    wrong = next((name for name in named if name not in CHAPTERS), None)
    if wrong is not None or (arguments.parts is not None and not named):
        raise Refused(
            N_("--parts: {given} is no chapter; there are {parts}."),
            given=repr(wrong or arguments.parts),
            parts=", ".join(CHAPTERS),
        )
    if len(set(named)) < len(named):
        raise Refused(N_("--parts names a chapter twice."))
    return tuple(map(SheetKind, named))


def add_sheet_options(parser: Parser) -> None:
    """Add what is said of the sheet itself."""
    group = parser.add_argument_group(N_("sheet"))
    group.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help=parser.told(
            N_("file to write; its ending says the kind: {formats}"), formats=", ".join(FORMATS)
        ),
    )
    group.add_argument("--language", choices=language_codes(), help=N_("language of the sheet"))
    group.add_argument(
        "--date",
        dest="on",
        type=iso_date,
        metavar="DATE",
        help=N_(
            "day of the sheet, as 2026-11-22 (default: today); with it the same call gives "
            "the same bytes"
        ),
    )
    group.add_argument("--title", default="", metavar="TEXT", help=N_("instead of the sheet's own"))
    group.add_argument("--client", default="", metavar="NAME", help=N_("who the sheet is for"))
    group.add_argument(
        "--note",
        default="",
        metavar="TEXT",
        help=N_(
            "a recommendation, which stands on the first page; of Markdown it may have "
            "paragraphs, bold, italics, lists and links"
        ),
    )
    group.add_argument(
        "--only-differences",
        action="store_true",
        help=N_("leave out the lines of a comparison that are alike for all models"),
    )
    group.add_argument(
        "--questions",
        action="store_true",
        help=N_("answers to the client's usual questions on a page of a fact sheet"),
    )
    _add_look_options(group)
    _add_money_options(parser)


def _add_look_options(group: argparse._ArgumentGroup) -> None:
    """Add what a sheet looks like: the firm's files, the paper."""
    group.add_argument("--logo", type=Path, metavar="FILE", help=N_("a PNG, JPEG or SVG picture"))
    group.add_argument(
        "--brand",
        type=Path,
        metavar="FILE",
        help=N_("the firm's house style, a brand.toml (default: the one beside site.toml)"),
    )
    group.add_argument(
        "--template",
        type=Path,
        metavar="FILE",
        help=N_("a Word or PowerPoint file of the firm, whose look a .docx or .pptx takes on"),
    )
    group.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help=N_("of a PDF or DOCX"))
    group.add_argument(
        "--landscape", action="store_true", help=N_("turn the paper of a PDF or DOCX")
    )


def add_profile_options(parser: argparse.ArgumentParser) -> None:
    """Add the load profile of a sizing sheet, with the options of `azmodels profile`."""
    add_source_options(parser, required=False)
    parser.add_argument(
        "--base-ptu",
        metavar="N",
        help=N_(
            "PTU for the base load of the profile that the charts show (default: the cheapest)"
        ),
    )


def add_place_options(parser: argparse.ArgumentParser) -> None:
    """Add the conditions of a coverage sheet that no other sheet has."""
    group = parser.add_argument_group(
        N_("coverage"),
        N_(
            "Conditions of a coverage sheet, as for 'azmodels where'; --data-zone, --country and "
            "--deployment-type as well."
        ),
    )
    add_billing_option(group)


def _add_money_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(N_("currency and separators"))
    group.add_argument(
        "--currency", default=BASE, metavar="CODE", help=N_("such as EUR (default: %(default)s)")
    )
    group.add_argument(
        "--rate", metavar="R", help=N_("so much of --currency is one USD; it is printed")
    )
    group.add_argument(
        "--rate-date", type=iso_date, metavar="DATE", help=N_("day of the rate (default: --date)")
    )
    group.add_argument(
        "--separator",
        choices=SEPARATORS,
        help=N_("between columns of a CSV (default: by language)"),
    )
    group.add_argument(
        "--decimal", choices=DECIMALS, help=N_("decimal sign of a CSV (default: by language)")
    )


def order_from(arguments: argparse.Namespace, catalog: Catalog) -> SheetOrder:
    """Return what is asked of the sheet.

    Raises:
        Refused: an unknown region, a logo or a currency that cannot be used, texts too long.
    """
    _check_lengths(arguments)
    regions = dict.fromkeys(region_named(catalog, name).id for name in arguments.region)
    by_id = {region.id: region for region in catalog.regions}
    return SheetOrder(
        catalog,
        chosen_day(arguments),
        chosen_language(arguments),
        regions=tuple(by_id[name] for name in regions),
        data_zones=tuple(
            zone for name in arguments.data_zone if (zone := zone_named(catalog, name))
        ),
        conversion=_conversion(arguments, catalog),
        title=arguments.title.strip(),
        client=arguments.client.strip(),
        note=arguments.note.strip(),
        questions=arguments.questions,
        logo=None if arguments.logo is None else _logo(arguments.logo),
        brand=_brand(arguments),
    )


def format_from(path: Path) -> SheetFormat:
    """Return the format that a file's ending names.

    Raises:
        Refused: the ending names none, or there is no such folder.
    """
    found = path.suffix.removeprefix(".").casefold()
    if found not in FORMATS:
        raise Refused(
            N_("--output {path} must end in one of {endings}."),
            path=path,
            endings=", ".join(FORMATS),
        )
    if not path.absolute().parent.is_dir():
        raise Refused(N_("--output: there is no folder {folder}."), folder=path.absolute().parent)
    return FORMATS[found]


def layout_from(arguments: argparse.Namespace, wanted: SheetFormat, language: str) -> Layout:
    """Return paper, template and separators as asked for, the language's where none were.

    Raises:
        Refused: the same sign for both separators, or a template that is none.
    """
    usual = CsvStyle.of(language)
    separator = SEPARATORS.get(arguments.separator, usual.separator)
    decimal = DECIMALS.get(arguments.decimal, usual.decimal)
    if separator == decimal:
        raise Refused(N_("--separator and --decimal must differ: both are a comma."))
    return Layout(
        lambda name: resource(name).read_bytes(),
        arguments.paper,
        arguments.landscape,
        CsvStyle(separator, decimal),
        None if arguments.template is None else _template(arguments.template, wanted),
    )


def _check_lengths(arguments: argparse.Namespace) -> None:
    for option, longest in (("title", MAX_LINE), ("client", MAX_LINE), ("note", MAX_NOTE)):
        given = len(getattr(arguments, option))
        if given > longest:
            raise Refused(
                N_("--{option} has {given} characters, more than {longest}."),
                option=option,
                given=given,
                longest=longest,
            )


def _conversion(arguments: argparse.Namespace, catalog: Catalog) -> Conversion:
    currency: str = arguments.currency.upper()
    if not _CURRENCY.fullmatch(currency):
        raise Refused(
            N_("--currency {given} is no code such as EUR."), given=repr(arguments.currency[:20])
        )
    if arguments.rate is None:
        if arguments.rate_date is not None:
            raise Refused(N_("--rate-date needs --rate."))
        if currency != BASE and arguments.sheet == SheetKind.SIZING:
            raise Refused(
                N_(
                    "a sizing sheet is reckoned in {base}; --rate R converts: one {base} is R "
                    "{currency}."
                ),
                base=BASE,
                currency=currency,
            )
        if currency != BASE and not has_prices_in(catalog, currency):
            raise Refused(
                N_(
                    "the catalogue has no prices in {currency}; --rate R converts: one {base} "
                    "is R {currency}."
                ),
                currency=currency,
                base=BASE,
            )
        return Conversion(currency)
    if currency == BASE:
        raise Refused(N_("--rate needs --currency with another currency than {base}."), base=BASE)
    return Conversion(currency, above_zero("--rate", arguments.rate), arguments.rate_date)


def _logo(path: Path) -> Logo:
    # Late: it reads XML, which the other commands do not.
    from azmodels_gui.sheets.logo import MAX_BYTES, LogoUnusable, read_logo

    try:
        return read_logo(read_bytes(path, max_bytes=MAX_BYTES))
    except FileUnreadable as error:
        raise Refused(N_("--logo: {why}"), why=error) from error
    except LogoUnusable as error:
        raise Refused(N_("--logo {path}: {why}."), path=path, why=error) from error


def _brand(arguments: argparse.Namespace) -> Brand:
    path = arguments.brand or company_brand()
    if path is None:
        return Brand()
    from azmodels_gui.sheets.brand import BrandUnusable, read_brand

    try:
        return read_brand(path, read_bytes, chosen_language(arguments))
    except (FileUnreadable, BrandUnusable) as error:
        raise Refused(N_("--brand: {why}"), why=error) from error


def _template(path: Path, wanted: SheetFormat) -> bytes:
    if not wanted.template:
        takers = ", ".join(each.suffix for each in FORMATS.values() if each.template)
        raise Refused(
            N_("--template goes with {formats}, not with {given}."),
            formats=takers,
            given=wanted.suffix,
        )
    # Late: it reads archives, which the other formats do not.
    from azmodels_gui.sheets.template import MAX_BYTES, TemplateUnusable, read_template

    try:
        return read_template(read_bytes(path, max_bytes=MAX_BYTES), wanted.template)
    except FileUnreadable as error:
        raise Refused(N_("--template: {why}"), why=error) from error
    except TemplateUnusable as error:
        raise Refused(N_("--template {path}: {why}."), path=path, why=error) from error
