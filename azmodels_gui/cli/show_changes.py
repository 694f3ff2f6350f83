# SPDX-License-Identifier: MIT
"""`azmodels changes`: what the catalogue in use changed."""

import argparse
from collections.abc import Iterator
from typing import Any

from azmodels_gui.catalog.changes import changes
from azmodels_gui.cli.arguments import add_language_option
from azmodels_gui.cli.console import DONE, Refused, print_json, print_lines
from azmodels_gui.language.words import N_
from azmodels_gui.storage.held import read_kept
from azmodels_gui.storage.machine import machine_catalog, machine_store
from azmodels_gui.storage.store import CatalogStore

_BESIDE = ("before", "after", "regions", "percent")


def diff_lines(changes: dict[str, Any]) -> Iterator[str]:
    """Yield a heading for each kind of change, and a line for each change."""
    yield f"{changes['old_serial']} -> {changes['new_serial']}"
    kinds = [(name, found) for name, found in changes.items() if isinstance(found, list) and found]
    for name, found in kinds:
        yield ""
        yield f"{name.replace('_', ' ')} ({len(found)})"
        yield from (f"  {_line(change)}" for change in found)
    if not kinds:
        yield "no difference"


def _line(change: Any) -> str:
    if not isinstance(change, dict):
        return str(change)
    told = " ".join(_words({k: v for k, v in change.items() if k not in _BESIDE}))
    if "before" in change:
        told += f": {_state(change['before'])} -> {_state(change['after'])}"
    if change.get("percent") is not None:
        told += f" ({change['percent']} %)"
    if change.get("regions"):
        told += f" in {', '.join(change['regions'])}"
    return told


def _words(value: Any) -> Iterator[str]:
    """Yield the values of nested objects; what is empty, false or unknown says nothing."""
    match value:
        case dict():
            for name, inner in value.items():
                yield from [name] if inner is True else _words(inner)
        case list():
            for inner in value:
                yield from _words(inner)
        case None | False | "":
            return
        case _:
            yield str(value)


def _state(value: Any) -> str:
    match value:
        case None:
            return "(none)"
        case dict():
            named = {name: " ".join(_words(inner)) for name, inner in value.items()}
            return ", ".join(f"{name} {told}" for name, told in named.items() if told)
    return " ".join(_words(value)) or str(value)


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
