# SPDX-License-Identifier: MIT
"""Options that several commands share."""

import argparse
import textwrap
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.faults import unknown_sentence
from azmodels_gui.catalog.loading import unknown_facts
from azmodels_gui.catalog.offered import as_on
from azmodels_gui.cli.console import print_error
from azmodels_gui.language.command_line import iso_date
from azmodels_gui.language.words import N_, Message, language_codes
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.machine import machine_catalog


def wrapped(text: str, indent: str = "") -> str:
    """Return a text in lines: the parsers with examples print it as it is."""
    return textwrap.fill(text, 80, subsequent_indent=indent)


def add_catalog_option(parser: argparse.ArgumentParser) -> None:
    """Add `--catalog FILE`."""
    parser.add_argument(
        "--catalog",
        type=Path,
        metavar="FILE",
        help=N_("read this catalogue instead of the saved or the bundled one"),
    )


def add_view_options(parser: argparse.ArgumentParser) -> None:
    """Add `--on DATE` and `--language`."""
    add_day_option(
        parser, N_("day that 'days left' and 'in force' refer to, as 2026-11-22 (default: today)")
    )
    add_language_option(parser)


Run = Callable[[argparse.Namespace], int]
"""Does what a command is for, and returns its exit code."""


def add_common_options(
    parser: argparse.ArgumentParser, run: Run, formats: Sequence[str] = ("text", "json")
) -> None:
    """Add what every command has that answers from the catalogue, and what it runs.

    Args:
        parser: of the command.
        run: what it does.
        formats: of its output; the first one where none is named.
    """
    add_view_options(parser)
    add_catalog_option(parser)
    parser.add_argument("--format", choices=formats, default=formats[0])
    parser.set_defaults(run=run)


def add_language_option(parser: argparse.ArgumentParser) -> None:
    """Add `--language`; `main` knows it before it parses."""
    parser.add_argument(
        "--language",
        choices=language_codes(),
        help=N_("language of tables and text (default: the system's); JSON and CSV do not change"),
    )


def add_day_option(parser: argparse.ArgumentParser, meaning: Message) -> None:
    """Add `--on DATE`."""
    parser.add_argument("--on", type=iso_date, metavar="DATE", help=meaning)


def chosen_catalog(arguments: argparse.Namespace) -> Catalog:
    """Return the catalogue as it stands on the day asked about: an ended offer is none.

    Raises:
        CatalogError: the one that was named cannot be used.
    """
    return as_on(catalog_as_published(arguments), chosen_day(arguments))


def catalog_as_published(arguments: argparse.Namespace) -> Catalog:
    """Return the catalogue that was named, else the newest of saved and bundled.

    Where a saved one cannot be used, standard error says so and which took its place; there it is
    said, too, how much of the catalogue is newer than this program.

    Raises:
        CatalogError: the named one cannot be used. No other takes its place: a script must know.
    """
    path: Path | None = arguments.catalog
    if path is not None:
        catalog = read_catalog(path)
    else:
        loaded = machine_catalog()
        if loaded.warning is not None:
            print_error(loaded.warning.told(arguments.language))
        catalog = loaded.catalog
    tell_unknown(catalog, arguments.language)
    return catalog


def tell_unknown(catalog: Catalog, language: str, path: Path | None = None) -> None:
    """Say on standard error how much of a catalogue is newer than this program.

    Args:
        catalog: what was read.
        language: "de", or anything else for English.
        path: the file, where a command reads several.
    """
    count = len(unknown_facts(catalog))
    if count:
        which = "" if path is None else f"{path}: "
        print_error(f"{which}{unknown_sentence(count, language)}.")


def chosen_day(arguments: argparse.Namespace) -> date:
    """Return the day asked about; the one place where a command reads the clock."""
    day: date | None = arguments.on
    return date.today() if day is None else day


def chosen_language(arguments: argparse.Namespace) -> str:
    """Return the language asked for, else the system's."""
    language: str = arguments.language
    return language
