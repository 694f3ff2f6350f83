# SPDX-License-Identifier: MIT
"""`azmodels compare` and `azmodels dossier`: sheets for the client in every format."""

import argparse
from functools import partial
from pathlib import Path

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.catalog.document import BASE, Catalog
from azmodels_gui.catalog.names import facet_names
from azmodels_gui.catalog.query import Facet
from azmodels_gui.cli.cost_deployment import BASE_PTU, load_and_cost
from azmodels_gui.cli.deployment_options import currency_from
from azmodels_gui.cli.list_query import FILTERS
from azmodels_gui.cli.options import (
    CATALOG,
    Command,
    Group,
    Option,
    Options,
    chosen_catalog,
    chosen_day,
    entries_once,
    maybe,
    option,
    stated,
)
from azmodels_gui.cli.output import DONE, Refused
from azmodels_gui.cli.where_offered import BILLING
from azmodels_gui.language.plain_numbers import above_zero
from azmodels_gui.language.words import N_, Message, Phrase, language_codes
from azmodels_gui.sheets.csv_file import DECIMALS, SEPARATORS, CsvStyle
from azmodels_gui.sheets.dossier_sheet import CHAPTERS
from azmodels_gui.sheets.formats import FORMATS, PAPERS, Layout, SheetFormat
from azmodels_gui.sheets.order import MAX_LINE, MAX_NOTE, SheetOrder
from azmodels_gui.sheets.sheet import Brand, Logo, SheetKind
from azmodels_gui.storage.bundled import company_brand
from azmodels_gui.storage.errors import FileUnreadable
from azmodels_gui.storage.files import read_bytes, write_atomically

COMPARED = (
    SheetKind.COMPARISON,
    SheetKind.FACTS,
    SheetKind.SIZING,
    SheetKind.COVERAGE,
    SheetKind.LIST,
    SheetKind.FEATURES,
)
"""Sheets of models; those of what is new come from the window."""
CLIENT_SUFFIX = ".azclient"


def _text(name: str, help: Message, metavar: str) -> Option:
    return option(f"{name} {metavar}", help, default="")


SHEET = Group(
    N_("sheet"),
    (
        option(
            "--output FILE",
            Phrase(
                N_("file to write; its ending says the kind: {formats}"), formats=", ".join(FORMATS)
            ),
            required=True,
        ),
        option("--language", N_("language of the sheet"), choices=language_codes()),
        option(
            "--date DATE",
            N_(
                "day of the sheet, as 2026-11-22 (default: today); with it the same call gives "
                "the same bytes"
            ),
            dest="on",
        ),
        _text("--title", N_("instead of the sheet's own"), "TEXT"),
        _text("--client", N_("who the sheet is for"), "NAME"),
        _text(
            "--note",
            N_(
                "a recommendation, which stands on the first page; of Markdown it may have "
                "paragraphs, bold, italics, lists and links"
            ),
            "TEXT",
        ),
        {
            "--only-differences": N_(
                "leave out the lines of a comparison that are alike for all models"
            ),
            "--questions": N_("answers to the client's usual questions on a page of a fact sheet"),
            "--logo FILE": N_("a PNG, JPEG or SVG picture"),
            "--brand FILE": N_(
                "the firm's house style, a brand.toml (default: the one beside site.toml)"
            ),
            "--template FILE": N_(
                "a Word or PowerPoint file of the firm, whose look a .docx or .pptx takes on"
            ),
        },
        option("--paper", N_("of a PDF or DOCX"), choices=PAPERS, default=PAPERS[0]),
        option("--landscape", N_("turn the paper of a PDF or DOCX")),
    ),
)
MONEY = Group(
    N_("currency and separators"),
    (
        option("--currency CODE", N_("such as EUR (default: %(default)s)"), default=BASE),
        {
            "--rate R": N_("so much of --currency is one USD; it is printed"),
            "--rate-date DATE": N_("day of the rate (default: --date)"),
        },
        option(
            "--separator", N_("between columns of a CSV (default: by language)"), choices=SEPARATORS
        ),
        option("--decimal", N_("decimal sign of a CSV (default: by language)"), choices=DECIMALS),
    ),
)
_OF_BOTH: Options = (
    SHEET,
    MONEY,
    FILTERS,
    Group(
        N_("coverage"),
        (BILLING,),
        N_(
            "Conditions of a coverage sheet, as for 'azmodels where'; --data-zone, --country and "
            "--deployment-type as well."
        ),
    ),
    *load_and_cost(of_a_sheet=True),
    BASE_PTU,
    CATALOG,
)
_MODELS = option(
    "models MODEL[@VERSION]",
    N_("model in any spelling, the newest version where none is named"),
    nargs="*",
)
DOSSIER_OPTIONS = Group(
    N_("dossier"),
    (
        option(
            "--parts LIST",
            Phrase(
                N_("chapters in their order, of {parts} (default: what the other options ask for)"),
                parts=", ".join(CHAPTERS),
            ),
        ),
        _text("--edition", N_("of the document, such as 1.0"), "VERSION"),
        _text("--edition-changed", N_("what is new in this edition"), "TEXT"),
        _text("--author", N_("who made the document"), "NAME"),
        option("--approval", N_("end with a block to be signed")),
    ),
)


def run(arguments: argparse.Namespace) -> int:
    """Write the sheet.

    Raises:
        Refused: options that make no sense.
        NameUnknown: there is none of a name.
        CatalogError: the catalogue cannot be used, or the file not be written.
    """
    # Late: the other commands need not wait for what makes sheets.
    from azmodels_gui.cli.compare_sheets import client_sheet, sheet_from

    wanted = format_from(arguments.output)
    catalog = chosen_catalog(arguments)
    if arguments.sheet == SheetKind.DOSSIER and _is_client(arguments.models):
        from azmodels_gui.cli.client_dossier import asked_of_client

        asked = asked_of_client(arguments, catalog, chosen_day(arguments))
        arguments = asked.arguments
        entries, order = entries_once(catalog, arguments.models), order_from(arguments, catalog)
        sheet = client_sheet(arguments, entries, order, asked.sizing)
    else:
        entries = entries_once(catalog, arguments.models)
        sheet = sheet_from(arguments, entries, order_from(arguments, catalog))
    layout = layout_from(arguments, wanted, sheet.language)
    write_atomically(arguments.output, wanted.make(sheet, layout))
    return DONE


def _is_client(models: list[str]) -> bool:
    """Tell whether a client's file is named in the place of models."""
    return len(models) == 1 and models[0].casefold().endswith(CLIENT_SUFFIX)


def order_from(arguments: argparse.Namespace, catalog: Catalog) -> SheetOrder:
    """Return what is asked of the sheet.

    Raises:
        Refused: an unknown region, a logo or a currency that cannot be used, texts too long.
    """
    _check_lengths(arguments)
    region, zone = (facet_names(facet, catalog) for facet in (Facet.REGIONS, Facet.DATA_ZONES))
    by_id = {each.id: each for each in catalog.regions}
    return SheetOrder(
        catalog,
        chosen_day(arguments),
        arguments.language,
        regions=tuple(by_id[name] for name in dict.fromkeys(map(region.find, arguments.region))),
        data_zones=tuple(map(zone.find, arguments.data_zone)),
        conversion=_conversion(arguments, catalog),
        title=arguments.title.strip(),
        client=arguments.client.strip(),
        note=arguments.note.strip(),
        questions=arguments.questions,
        logo=maybe(_logo, arguments.logo),
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
        arguments.paper,
        arguments.landscape,
        CsvStyle(separator, decimal),
        maybe(partial(_template, wanted), arguments.template),
    )


def _check_lengths(arguments: argparse.Namespace) -> None:
    for name, longest in (("title", MAX_LINE), ("client", MAX_LINE), ("note", MAX_NOTE)):
        given = len(getattr(arguments, name))
        if given > longest:
            raise Refused(
                N_("--{option} has {given} characters, more than {longest}."),
                option=name,
                given=given,
                longest=longest,
            )


def _conversion(arguments: argparse.Namespace, catalog: Catalog) -> Conversion:
    currency = currency_from(arguments, catalog)
    rate = stated(arguments, "rate", above_zero)
    if rate is None:
        if arguments.rate_date is not None:
            raise Refused(N_("--rate-date needs --rate."))
        return Conversion(currency)
    if currency == BASE:
        raise Refused(N_("--rate needs --currency with another currency than {base}."), base=BASE)
    return Conversion(currency, rate, arguments.rate_date)


def _logo(path: Path) -> Logo:
    # Late: it reads XML, which the other commands do not.
    from azmodels_gui.sheets.picture import MAX_BYTES, LogoUnusable, read_logo

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
        return read_brand(path, read_bytes, arguments.language)
    except (FileUnreadable, BrandUnusable) as error:
        raise Refused(N_("--brand: {why}"), why=error) from error


def _template(wanted: SheetFormat, path: Path) -> bytes:
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


COMPARE = Command(
    "compare",
    run,
    N_("write a sheet for a client: comparison, facts, sizing, coverage or list"),
    N_(
        "Write a sheet: models side by side, the facts of one, sizing and cost, regions, or "
        "a filtered list. Every figure has its source and date; unknown stays unknown. "
        "--region names the regions that a sheet is about; for a list it is a filter, as are "
        "the other filters below."
    ),
    (
        _MODELS,
        option(
            "--sheet",
            N_("which sheet (default: %(default)s)"),
            choices=[kind.value for kind in COMPARED],
            default=SheetKind.COMPARISON.value,
        ),
        *_OF_BOTH,
    ),
    examples="""
  azmodels compare gpt-5.4 gpt-5-mini gpt-4.1@2025-04-14 --region germanywestcentral \\
      --client "Muster GmbH" --language de --output comparison.pdf --landscape
  azmodels compare gpt-5.4 --sheet facts --currency EUR --rate 0.92 --output facts.xlsx
  azmodels compare gpt-5.2 --sheet sizing --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --rpm 1000 --input-tokens 200 --output-tokens 20 --output sizing.html
  azmodels compare gpt-5.2 --sheet sizing --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --day load.csv --input-tokens 200 --output-tokens 20 --output sizing.pdf
  azmodels compare gpt-5.2 gpt-4.1 --sheet coverage --data-zone EU --output regions.pdf
  azmodels compare gpt-5.4 gpt-5-mini --template letterhead.docx --output comparison.docx
  azmodels compare --sheet list --use-case code --newest --output list.csv
""",
)
DOSSIER = Command(
    "dossier",
    run,
    N_("write several sheets about some models as one document"),
    N_(
        "Write comparison, regions, lifecycle, and with a load sizing and cost, with a use "
        "case the guide's reasons, as chapters of one document with contents. Options are "
        "those of 'azmodels compare'."
    ),
    (
        option(
            "models MODEL[@VERSION]",
            N_(
                "model in any spelling, the newest version where none is named; or one client's "
                "file (*.azclient), whose pins, place, scenarios and currency are told"
            ),
            nargs="+",
        ),
        DOSSIER_OPTIONS,
        *_OF_BOTH,
    ),
    examples="""
  azmodels dossier gpt-5.4 gpt-5-mini --data-zone EU --client "Muster GmbH" --output dossier.pdf
  azmodels dossier gpt-5.2 --deployment-type DataZoneProvisionedManaged --region eastus2 \\
      --users 500 --requests-per-user 20 --working-days 22 --busy-hours 8 --peak-factor 3 \\
      --input-tokens 5000 --output-tokens 400 --edition 1.0 --approval --output dossier.docx
  azmodels dossier gpt-5.4 gpt-5-mini --parts comparison,facts --output dossier.html
  azmodels dossier contoso.azclient --output dossier.pdf
""",
    defaults={"sheet": SheetKind.DOSSIER.value},
)
