# SPDX-License-Identifier: MIT
"""`azmodels changes`: what the catalogue in use changed."""

import argparse
from typing import Any

from azmodels_gui.catalog.changes import changes
from azmodels_gui.cli.console import print_json, print_lines
from azmodels_gui.cli.diff_text import diff_lines
from azmodels_gui.cli.outcome import DONE, Refused
from azmodels_gui.language.words import N_
from azmodels_gui.storage.held import read_kept
from azmodels_gui.storage.machine import machine_catalog, machine_store
from azmodels_gui.storage.store import CatalogStore


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "changes",
        help="show what the catalogue in use changed",
        description="Compare the catalogue in use with the one before it, or with any that is "
        "kept: new models, versions and dates, offers, prices, PTU parameters, quotas.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--since", type=int, metavar="SERIAL", help="compare with this kept catalogue"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the difference.

    Raises:
        Refused: nothing older is kept, or not that one.
        CatalogError: a catalogue cannot be used.
    """
    store, current = machine_store(), machine_catalog().catalog
    since = _since(store, current.serial, arguments.since)
    found = changes(read_kept(store, since), current)
    if arguments.format == "json":
        print_json(found.as_json())
    else:
        print_lines(diff_lines(found.as_json()))
    return DONE


def _since(store: CatalogStore, current: int, asked: int | None) -> int:
    kept = store.serials()
    if asked is not None:
        if asked not in kept:
            known = ", ".join(map(str, kept))
            raise Refused(
                N_("Catalogue {asked} is not kept. Kept are: {known}."), asked=asked, known=known
            )
        return asked
    previous = store.record().previous
    if previous in kept and previous != current:
        return previous
    older = next((serial for serial in kept if serial < current), None)
    if older is None:
        raise Refused(
            N_(
                "No catalogue before {current} is kept yet. After a refresh there is one to "
                "compare with; {command} compares two files."
            ),
            current=current,
            command="'azmodels catalog diff OLD NEW'",
        )
    return older
