# SPDX-License-Identifier: MIT
"""`azmodels catalog build`: from the public sources to a catalogue file."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from azmodels_gui.catalog.differences import vanished_availability
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.loading import CatalogUnusable, parse_catalog
from azmodels_gui.cli.options import LANGUAGE, Command, option
from azmodels_gui.cli.output import DONE, FAULTS_FOUND, Refused, print_error, print_lines
from azmodels_gui.language.command_line import WrongArgument
from azmodels_gui.language.words import N_, Message, Phrase, worded
from azmodels_gui.storage.bundled import resource
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.errors import CatalogError
from azmodels_gui.storage.files import reason_of, write_atomically
from azmodels_gui.storage.refresh import MOST_LOST

if TYPE_CHECKING:
    from azmodels_gui.publish.build import Built

MAX_REVISION = 999
SHOWN_ERRORS = 20


def run(arguments: argparse.Namespace) -> int:
    """Build, compare with what is there, and write the catalogue and the report.

    Raises:
        Refused: no such folder, or nothing can be built from what is in it.
        CatalogError: a file cannot be read or written.
    """
    made = built(arguments)
    tell_report(made, arguments)
    return publish(
        made.catalog,
        arguments.output,
        allow_shrink=arguments.allow_shrink,
        language=arguments.language,
    )


def tell_report(made: "Built", arguments: argparse.Namespace) -> None:
    """Print what was used and what not, and write the whole report where it is wanted.

    Raises:
        CatalogError: it cannot be written.
    """
    if arguments.report is not None:
        write_atomically(arguments.report, made.report.text(arguments.language).encode())
    print_lines(made.report.summary(arguments.language).splitlines())


def publish(catalog: Catalog, output: Path, *, allow_shrink: bool, language: str) -> int:
    """Write the catalogue, unless it has faults or too much of what is there would disappear.

    Raises:
        CatalogError: the file cannot be written.
    """
    data = sound_bytes(catalog, output, language)
    if data is None:
        return FAULTS_FOUND
    shrunk = None if allow_shrink else _shrunk(output, catalog)
    if shrunk is not None:
        tell(language, shrunk)
        return FAULTS_FOUND
    write_atomically(output, data)
    return DONE


def sound_bytes(catalog: Catalog, output: Path, language: str) -> bytes | None:
    """Return the file's bytes; None where readers would refuse it, which standard error tells."""
    from azmodels_gui.publish.build import catalog_bytes
    from azmodels_gui.publish.check import Severity, check_catalog

    data = catalog_bytes(catalog)
    try:
        read_back = parse_catalog(data, strict=True)
    except CatalogUnusable as fault:
        tell(language, Phrase(N_("{path} was not written: {why}."), path=output, why=fault))
        return None
    errors = [each for each in check_catalog(read_back) if each.severity is Severity.ERROR]
    for error in errors[:SHOWN_ERRORS]:
        tell(language, error.told_at)
    if errors:
        words = N_("{path} was not written: {count} errors.")
        tell(language, Phrase(words, path=output, count=len(errors)))
        return None
    return data


def built(arguments: argparse.Namespace) -> "Built":
    """Return what the sources that the options name give.

    Raises:
        Refused: there is no such folder, or nothing can be built from what is in it.
    """
    if not arguments.sources.is_dir():
        raise Refused(N_("--sources: there is no folder {folder}."), folder=arguments.sources)
    editorial = arguments.editorial or resource("editorial")
    from azmodels_gui.publish.build import build_catalog
    from azmodels_gui.publish.editorial_files import EditorialFault
    from azmodels_gui.publish.ledger import LedgerOpen
    from azmodels_gui.publish.meter_reading import UnknownServiceMeter
    from azmodels_gui.publish.reading import NoParser, NoSources
    from azmodels_gui.publish.sources import ManifestUnusable

    try:
        return build_catalog(
            arguments.sources,
            editorial,
            published=arguments.published,
            revision=arguments.revision,
            progress=partial(tell, arguments.language),
        )
    except OSError as error:
        raise Refused(
            N_("{name} cannot be read: {reason}."), name=error.filename, reason=reason_of(error)
        ) from error
    except (EditorialFault, LedgerOpen, ManifestUnusable, NoParser, NoSources) as error:
        raise Refused(N_("nothing was built: {why}"), why=error) from error
    except (UnknownServiceMeter, ValueError, LookupError, TypeError) as error:
        # Damaged sources: text for a number, half a file, another form than expected.
        raise Refused(
            N_("nothing was built: a source is not as expected ({kind}: {why})."),
            kind=type(error).__name__,
            why=error,
        ) from error


def _shrunk(output: Path, new: Catalog) -> Phrase | None:
    """Return why the new catalogue may not take the place of what is there; None: it may."""
    if not output.exists():
        return None
    try:
        old = read_catalog(output)
    except CatalogError as error:
        words = N_("{why} It cannot be compared; --allow-shrink replaces it.")
        return Phrase(words, why=error.happened)
    lost, before = vanished_availability(old, new)
    if lost <= before * MOST_LOST:
        return None
    return Phrase(
        N_(
            "{path} was not replaced: {lost} of its {before} offers (model version, deployment "
            "type, region) would disappear. If that is right, use --allow-shrink."
        ),
        path=output,
        lost=lost,
        before=before,
    )


def tell(language: str, what: Message | Phrase) -> None:
    """Say something on standard error."""
    print_error(str(worded(what, language)))


def _revision(text: str) -> int:
    if text.isdecimal() and len(text) <= 3 and 1 <= int(text) <= MAX_REVISION:
        return int(text)
    words = N_("{given} is no number from 1 to {most}")
    raise WrongArgument(words, given=repr(text[:20]), most=MAX_REVISION)


EDITORIAL = option(
    "--editorial DIR", N_("folder of our own texts (default: those that come with the program)")
)
REPORT = option("--report FILE", N_("write every row and price that was not used, and why"))
BUILD = Command(
    "build",
    run,
    N_("make a catalogue from the public sources"),
    N_(
        "Make a catalogue from a folder of public sources (resources/editorial/sources.toml "
        "names each file, what it is and where it comes from) and our own texts. The same "
        "input gives the same bytes. Nothing is written (exit code 1) when the result has "
        "errors, or when more than a tenth of the offers in an existing output file would "
        "disappear."
    ),
    (
        option("--sources DIR", required=True),
        option("--output FILE", required=True),
        EDITORIAL,
        REPORT,
        {
            "--published DATE": N_(
                "'as of' date of the catalogue (default: the newest date among the sources)"
            ),
        },
        option(
            "--revision N",
            N_("number of the publication on that day, 1 to 999 (default: 1)"),
            type=_revision,
            default=1,
        ),
        option(
            "--allow-shrink", N_("publish although more than a tenth of the offers would disappear")
        ),
        LANGUAGE,
    ),
    examples="""
  azmodels catalog build --sources sources --output catalog.json --report report.txt
""",
)
