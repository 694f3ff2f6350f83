# SPDX-License-Identifier: MIT
"""`azmodels changes` and `catalog diff`: what one catalogue changed of another."""

import argparse
from collections.abc import Iterator

from azmodels_gui.catalog.changes import Changes, changes
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.options import FORMAT, LANGUAGE, Command, option, print_answer, tell_unknown
from azmodels_gui.language.words import N_, in_language
from azmodels_gui.sheets.change_rows import change_groups
from azmodels_gui.sheets.grouped import GroupedRow
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.held import machine_catalog, machine_store, read_kept
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


def run(arguments: argparse.Namespace) -> int:
    """Print the difference.

    Raises:
        Refused: nothing older is kept, or not that one.
        CatalogError: a catalogue cannot be used.
    """
    store, current = machine_store(), machine_catalog().catalog
    since = _since(store, current.serial, arguments.since)
    return _told(arguments, changes(read_kept(store, since), current), current)


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


def _diff(arguments: argparse.Namespace) -> int:
    """Print the difference of two catalogue files.

    Raises:
        CatalogError: one of them cannot be used.
    """
    old, new = read_catalog(arguments.old), read_catalog(arguments.new)
    tell_unknown(old, arguments.language, arguments.old)
    tell_unknown(new, arguments.language, arguments.new)
    return _told(arguments, changes(old, new), new)


def _told(arguments: argparse.Namespace, found: Changes, newer: Catalog) -> int:
    return print_answer(
        arguments, found.as_json, lambda: diff_lines(found, newer, arguments.language)
    )


CHANGES = Command(
    "changes",
    run,
    N_("show what the catalogue in use changed"),
    N_(
        "Compare the catalogue in use with the one before it, or with any that is "
        "kept: new models, versions and dates, offers, prices, PTU parameters, quotas."
    ),
    (
        option("--since SERIAL", N_("compare with this kept catalogue"), type=int),
        FORMAT,
        LANGUAGE,
    ),
)
DIFF = Command(
    "diff",
    _diff,
    N_("show what a newer catalogue changes"),
    N_(
        "Show models and versions added and removed, and changed offers, prices, PTU "
        "parameters, quotas and lifecycles. The exit code is 0 whether or not they differ."
    ),
    (option("old OLD"), option("new NEW"), FORMAT, LANGUAGE),
)
