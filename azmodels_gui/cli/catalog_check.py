# SPDX-License-Identifier: MIT
"""`azmodels catalog check` and `schema`: whether a file may be published, and its form."""

import argparse
import sys
from pathlib import Path
from typing import Any

from azmodels_gui.catalog.doubts import doubts_of, doubts_told
from azmodels_gui.catalog.schema_export import schema_bytes
from azmodels_gui.cli.arguments import add_day_option, add_language_option, chosen_day
from azmodels_gui.cli.console import DONE, FAULTS_FOUND, print_json, print_lines
from azmodels_gui.language.words import N_, Message, Phrase, in_language, worded
from azmodels_gui.storage.catalog_file import read_catalog

KINDS = {"error": N_("error"), "warning": N_("warning"), "doubt": N_("doubt")}


def register(commands: Any) -> None:
    """Add both commands to the parser."""
    _register_schema(commands)
    parser = commands.add_parser(
        "check",
        help=N_("check a catalogue file before it is published"),
        description=N_(
            "Check a catalogue file: strict schema (exit code 2 if it is no catalogue), "
            "then references, dates and plausibility (exit code 1 if there are errors). Warnings "
            "alone leave the exit code at 0."
        ),
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    add_day_option(
        parser, N_("day after which nothing may be published yet, as 2026-11-22 (default: today)")
    )
    parser.add_argument(
        "--doubts",
        action="store_true",
        help=N_("list what the catalogue gives reason to doubt, beside the counts"),
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_language_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong with a file, each fault with its place in the document.

    Raises:
        CatalogError: the file cannot be read, or is not of the schema (unknown fields too).
    """
    from azmodels_gui.publish.check import check_catalog

    catalog = read_catalog(arguments.file, strict=True)
    doubts = doubts_of(catalog, chosen_day(arguments))
    faults = list(check_catalog(catalog, today=chosen_day(arguments)))
    errors = sum(1 for fault in faults if fault.severity == "error")
    found: list[tuple[str, str, Phrase | Message]] = [
        (str(fault.severity), fault.path, fault.why) for fault in faults
    ]
    if arguments.doubts:
        found += [("doubt", each.about, each.detail) for each in doubts]
    if arguments.format == "json":
        print_json(
            [{"severity": kind, "path": place, "message": str(why)} for kind, place, why in found]
        )
    else:
        language = arguments.language
        for kind, place, why in found:
            print_lines([f"{in_language(KINDS[kind], language)}: {place}: {worded(why, language)}"])
        counts = Phrase(
            N_("{path}: {models} models, {entries} entries, {errors} errors, {warnings} warnings."),
            path=arguments.file,
            models=len(catalog.models),
            entries=sum(len(model.versions) for model in catalog.models),
            errors=errors,
            warnings=len(faults) - errors,
        )
        print_lines(each.told(language) for each in (counts, doubts_told(doubts)))
    return FAULTS_FOUND if errors else DONE


def _register_schema(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "schema",
        help=N_("print the JSON Schema of catalogue files"),
        description=N_(
            "Print the JSON Schema of catalogue files, as resources/catalog.schema.json."
        ),
    )
    parser.set_defaults(run=_print_schema)


def _print_schema(_arguments: argparse.Namespace) -> int:
    """Print the schema; it is plain ASCII, so every encoding will do."""
    sys.stdout.write(schema_bytes().decode())
    return DONE
