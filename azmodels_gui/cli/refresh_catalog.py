# SPDX-License-Identifier: MIT
"""`azmodels refresh`, `changes` and `catalog diff`: a newer catalogue, and what it changes."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from azmodels_gui.catalog.differences import Changes, changes, summary
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.cli.options import (
    FORMAT,
    LANGUAGE,
    VIEW,
    Command,
    OneOf,
    catalog_json,
    chosen_day,
    maybe,
    option,
    print_answer,
    saved_catalog,
    tell_unknown,
)
from azmodels_gui.cli.output import DONE, FAULTS_FOUND, Refused
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, NN_, Message, counted, in_language, told
from azmodels_gui.sheets.change_rows import change_groups
from azmodels_gui.sheets.grouped import GroupedRow
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.fetch import Watch
from azmodels_gui.storage.held import machine_source, machine_store, read_kept
from azmodels_gui.storage.refresh import Outcome, Refresh, Refreshed, age_days
from azmodels_gui.storage.settings import Source
from azmodels_gui.storage.store import CatalogStore
from azmodels_gui.storage.trust import Trust, parsed_keys


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


def _changes(arguments: argparse.Namespace) -> int:
    """Print the difference.

    Raises:
        Refused: nothing older is kept, or not that one.
        CatalogError: a catalogue cannot be used.
    """
    store, current = machine_store(), saved_catalog(arguments.language)
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
        arguments,
        lambda: {**catalog_json(newer), **found.as_json()},
        lambda: diff_lines(found, newer, arguments.language),
    )


CHANGES = Command(
    "changes",
    _changes,
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


OUTCOMES: Mapping[Outcome, Message] = {
    Outcome.UPDATED: N_(
        "Catalogue {serial} is in use now, {trust}, as of {day} ({age}), from {source}."
    ),
    Outcome.UNCHANGED: N_(
        "Nothing new. Catalogue {serial} is in use, {trust}, as of {day} ({age})."
    ),
    Outcome.WENT_BACK: N_("Catalogue {serial} is in use again, {trust}, as of {day} ({age})."),
    Outcome.HELD_BACK: N_(
        "Catalogue {waiting} is held back: {lost} of {total} offers would disappear. Catalogue "
        "{serial} stays in use; 'azmodels refresh --accept-held-back' takes the new one."
    ),
}
AGE = NN_("{count} day old", "{count} days old")
TRUST: Mapping[Trust, Message] = {
    Trust.SIGNED: N_("signed"),
    Trust.UNSIGNED: N_("unsigned"),
    Trust.BUNDLED: N_("bundled with the program"),
    Trust.REVOKED: N_("of a key no longer trusted"),
}


def outcome_lines(done: Refreshed, published: date, age: int, language: str) -> Iterator[str]:
    """Yield what came of it, then what the new catalogue changes, in one line each."""
    waiting = done.held_back
    yield told(
        OUTCOMES[done.outcome],
        language,
        serial=done.serial,
        trust=TRUST[done.trust],
        day=figures.day(published, language),
        age=counted(AGE, age, language),
        source=done.source,
        waiting=waiting.serial if waiting else "",
        lost=waiting.lost if waiting else "",
        total=waiting.total if waiting else "",
    )
    if done.changes is not None:
        yield summary(done.changes, language)


def run(arguments: argparse.Namespace) -> int:
    """Refresh and print what came of it.

    Raises:
        RefreshFailed: the catalogue in use stays.
    """
    source, before = _source(arguments), saved_catalog(arguments.language)
    done = _refreshed(arguments, source, before)
    shown = done.catalog or before
    age = age_days(shown.published, chosen_day(arguments))
    print_answer(
        arguments,
        lambda: _json(done, shown.published, age),
        lambda: outcome_lines(done, shown.published, age, arguments.language),
    )
    tell_unknown(shown, arguments.language)
    return FAULTS_FOUND if done.outcome is Outcome.HELD_BACK else DONE


def _source(arguments: argparse.Namespace) -> Source:
    source = machine_source(arguments.url)
    keys = parsed_keys(arguments.public_key)
    return replace(source, keys=keys) if keys and not source.keys_are_the_companys else source


def _refreshed(arguments: argparse.Namespace, source: Source, shown: Catalog) -> Refreshed:
    refresh = Refresh(machine_store(), source)
    if arguments.file is not None:
        return refresh.from_file(arguments.file, lambda: shown)
    if arguments.accept_held_back:
        return refresh.accept_held_back(lambda: shown)
    if arguments.back is not None:
        return refresh.go_back(arguments.back, lambda: shown)
    shown_to = partial(_print_progress, arguments.language) if sys.stderr.isatty() else None
    return refresh.from_address(lambda: shown, Watch(refresh.limits.total_s, shown_to))


def _print_progress(language: str, received: int, total: int | None) -> None:
    line = told(
        N_("{received} of {total} KiB") if total else N_("{received} KiB"),
        language,
        received=figures.number(received // 1024, language),
        total=figures.number((total or 0) // 1024, language),
    )
    print(f"\r{line} ", end="\n" if received == total else "", file=sys.stderr)


def _json(done: Refreshed, published: date, age: int) -> dict[str, Any]:
    return {
        "outcome": done.outcome,
        "serial": done.serial,
        "published": published,
        "age_days": age,
        "trust": done.trust,
        "source": done.source or None,
        "held_back": maybe(to_builtins, done.held_back),
        "changes": done.changes and done.changes.as_json(),
    }


REFRESH = Command(
    "refresh",
    run,
    N_("get a newer catalogue"),
    N_(
        "Get a newer catalogue from the address that is set (--url, AZMODELS_CATALOG_URL, the "
        "settings, or the company's site.toml), or from a file. Whatever goes wrong, the "
        "catalogue in use stays. Exit code 1: the new one would lose more than a tenth of the "
        "offers and is held back."
    ),
    (
        OneOf(
            (
                {
                    "--url URL": N_("https address of a catalogue file"),
                    "--file FILE": N_(
                        "take this file, and the signature beside it (FILE.sig); no network"
                    ),
                    "--accept-held-back": N_("use the catalogue that was held back"),
                },
                option("--back SERIAL", N_("use a kept catalogue again"), type=int),
            )
        ),
        option(
            "--public-key KEY ...",
            N_("accept only what this key of minisign signed; a company's keys come before it"),
        ),
        *VIEW,
        FORMAT,
    ),
    examples="""
  azmodels refresh
  azmodels refresh --url https://catalog.example.com/azmodels/catalog.json
  azmodels refresh --file catalog.json
  azmodels refresh --back 20261122001
""",
)
