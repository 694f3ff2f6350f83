# SPDX-License-Identifier: MIT
"""`azmodels changes` and `catalog diff`: what one catalogue changed of another."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from azmodels_gui.catalog.changes import Changes, changes
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.cli.arguments import add_language_option, tell_unknown
from azmodels_gui.cli.console import DONE, Refused, print_json, print_lines
from azmodels_gui.language.words import N_, in_language
from azmodels_gui.sheets.change_rows import change_groups
from azmodels_gui.sheets.grouped import GroupedRow
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.held import read_kept
from azmodels_gui.storage.machine import machine_catalog, machine_store
from azmodels_gui.storage.store import CatalogStore


def diff_lines(changes: Changes, newer: Catalog, language: str) -> Iterator[str]:
    """Yield a heading for each kind of change, and a line for each change, as the sheet has them.

    Args:
        changes: the difference.
        newer: the catalogue that it leads to.
        language: its code.
    """
    yield f"{changes.old_serial} -> {changes.new_serial}"
    groups = change_groups(changes, newer, language)
    for group in groups:
        yield ""
        yield f"{group.title} ({len(group.rows)})"
        yield from (f"  {_line(row)}" for row in group.rows)
    if not groups:
        yield in_language(N_("no difference"), language)


def _line(row: GroupedRow) -> str:
    title, what, before, after, change, regions, _ = row.cells
    told = f"{title}: {what}" + (f": {before} -> {after}" if before or after else "")
    return told + (f" ({change})" if change else "") + (f"; {regions}" if regions else "")


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "changes",
        help=N_("show what the catalogue in use changed"),
        description=N_(
            "Compare the catalogue in use with the one before it, or with any that is "
            "kept: new models, versions and dates, offers, prices, PTU parameters, quotas."
        ),
    )
    parser.add_argument(
        "--since", type=int, metavar="SERIAL", help=N_("compare with this kept catalogue")
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_language_option(parser)
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
        print_lines(diff_lines(found, current, arguments.language))
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


def register_diff(commands: Any) -> None:
    """Add `catalog diff` to the parser."""
    parser = commands.add_parser(
        "diff",
        help=N_("show what a newer catalogue changes"),
        description=N_(
            "Show models and versions added and removed, and changed offers, prices, PTU "
            "parameters, quotas and lifecycles. The exit code is 0 whether or not they differ."
        ),
    )
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_language_option(parser)
    parser.set_defaults(run=_diff)


def _diff(arguments: argparse.Namespace) -> int:
    """Print the difference of two catalogue files.

    Raises:
        CatalogError: one of them cannot be used.
    """
    old, new = read_catalog(arguments.old), read_catalog(arguments.new)
    tell_unknown(old, arguments.language, arguments.old)
    tell_unknown(new, arguments.language, arguments.new)
    found = changes(old, new)
    if arguments.format == "json":
        print_json(found.as_json())
    else:
        print_lines(diff_lines(found, new, arguments.language))
    return DONE
