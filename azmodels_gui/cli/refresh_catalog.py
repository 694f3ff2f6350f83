# SPDX-License-Identifier: MIT
"""`azmodels refresh`: a newer catalogue from its host, or from a file."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from azmodels_gui.catalog.changes import summary
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.cli.arguments import add_view_options, chosen_day, chosen_language, tell_unknown
from azmodels_gui.cli.console import DONE, FAULTS_FOUND, print_json, print_lines
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, told
from azmodels_gui.storage.machine import machine_catalog, machine_source, machine_store
from azmodels_gui.storage.refresh import Outcome, Refresh, Refreshed, age_days
from azmodels_gui.storage.settings import Source
from azmodels_gui.storage.trust import Trust, parsed_keys
from azmodels_gui.storage.watch import Watch

OUTCOMES: Mapping[Outcome, Message] = {
    Outcome.UPDATED: N_(
        "Catalogue {serial} is in use now, {trust}, as of {day} ({age} days old), from {source}."
    ),
    Outcome.UNCHANGED: N_(
        "Nothing new. Catalogue {serial} is in use, {trust}, as of {day} ({age} days old)."
    ),
    Outcome.WENT_BACK: N_(
        "Catalogue {serial} is in use again, {trust}, as of {day} ({age} days old)."
    ),
    Outcome.HELD_BACK: N_(
        "Catalogue {waiting} is held back: {lost} of {total} offers would disappear. Catalogue "
        "{serial} stays in use; 'azmodels refresh --accept-held-back' takes the new one."
    ),
}
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
        age=age,
        source=done.source,
        waiting=waiting.serial if waiting else "",
        lost=waiting.lost if waiting else "",
        total=waiting.total if waiting else "",
    )
    if done.changes is not None:
        yield summary(done.changes, language)


EXAMPLES = """
  azmodels refresh
  azmodels refresh --url https://catalog.example.com/azmodels/catalog.json
  azmodels refresh --file catalog.json
  azmodels refresh --back 20261122001
"""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "refresh",
        help=N_("get a newer catalogue"),
        description=N_(
            "Get a newer catalogue from the address that is set (--url, AZMODELS_CATALOG_URL, the "
            "settings, or the company's site.toml), or from a file. Whatever goes wrong, the "
            "catalogue in use stays. Exit code 1: the new one would lose more than a tenth of the "
            "offers and is held back."
        ),
        examples=EXAMPLES,
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--url", metavar="URL", help=N_("https address of a catalogue file"))
    what.add_argument(
        "--file",
        type=Path,
        metavar="FILE",
        help=N_("take this file, and the signature beside it (FILE.sig); no network"),
    )
    what.add_argument(
        "--accept-held-back", action="store_true", help=N_("use the catalogue that was held back")
    )
    what.add_argument("--back", type=int, metavar="SERIAL", help=N_("use a kept catalogue again"))
    parser.add_argument(
        "--public-key",
        action="append",
        default=[],
        metavar="KEY",
        help=N_("accept only what this key of minisign signed; a company's keys come before it"),
    )
    add_view_options(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Refresh and print what came of it.

    Raises:
        RefreshFailed: the catalogue in use stays.
    """
    loaded = machine_catalog()
    done = _refreshed(arguments, _source(arguments), loaded.catalog)
    shown = done.catalog or loaded.catalog
    published = shown.published
    if arguments.format == "json":
        print_json(_json(done, published, chosen_day(arguments)))
    else:
        age = age_days(published, chosen_day(arguments))
        print_lines(outcome_lines(done, published, age, chosen_language(arguments)))
    tell_unknown(shown, chosen_language(arguments))
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
    progress = _print_progress if sys.stderr.isatty() else None
    return refresh.from_address(lambda: shown, Watch(refresh.limits.total_s, progress))


def _print_progress(received: int, total: int | None) -> None:
    of = f" of {total:,}" if total else ""
    print(f"\r{received:,}{of} bytes ", end="\n" if received == total else "", file=sys.stderr)


def _json(done: Refreshed, published: date, today: date) -> dict[str, Any]:
    waiting = done.held_back
    return {
        "outcome": done.outcome.value,
        "serial": done.serial,
        "published": published.isoformat(),
        "age_days": age_days(published, today),
        "trust": done.trust.value,
        "source": done.source or None,
        "held_back": None if waiting is None else to_builtins(waiting),
        "changes": None if done.changes is None else done.changes.as_json(),
    }
