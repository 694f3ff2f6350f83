# SPDX-License-Identifier: MIT
"""`azmodels catalog publish`: collect, build, check, compare, sign and write, in one go."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from azmodels_gui.catalog.differences import Changes, changes, summary
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.cli.catalog_build import EDITORIAL, REPORT, built, sound_bytes, tell, tell_report
from azmodels_gui.cli.catalog_collect import COLLECTED, collect, told
from azmodels_gui.cli.catalog_signing import secret_key, write_signature
from azmodels_gui.cli.options import LANGUAGE, Command, maybe, option
from azmodels_gui.cli.output import DONE, FAULTS_FOUND, Refused, print_lines
from azmodels_gui.cli.refresh_catalog import diff_lines
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.errors import CatalogError
from azmodels_gui.storage.files import write_atomically
from azmodels_gui.storage.trust import SUFFIX

if TYPE_CHECKING:
    from azmodels_gui.publish.secret_key import SecretKey

LAST_REVISION = 999


def run(arguments: argparse.Namespace) -> int:
    """Publish, unless more changes than may without somebody looking at it.

    Raises:
        Refused: the key cannot be used, or nothing can be built.
        CatalogError: a file cannot be read or written.
    """
    language = arguments.language
    key = maybe(lambda path: secret_key(path, language), arguments.key)
    signature = Path(f"{arguments.output}{SUFFIX}")
    if key is None and signature.exists():
        words = N_("{path} is there and would fit no more: give the --key, or delete it.")
        raise Refused(words, path=signature)
    doubts = [] if arguments.no_collect else list(_missing(arguments))
    made = built(arguments)
    tell_report(made, arguments)
    return release(made.catalog, arguments, key, doubts)


def release(
    catalog: Catalog,
    arguments: argparse.Namespace,
    key: "SecretKey | None" = None,
    doubts: Iterable[Phrase] = (),
) -> int:
    """Compare a catalogue with the published one, and take its place or say why not.

    Args:
        catalog: as it was built.
        arguments: `output`, `changes`, `accept` and `language` of them.
        key: signs it; None: it is not signed.
        doubts: what already speaks against it.

    Raises:
        Refused: the day has no serial left.
        CatalogError: a file cannot be written.
    """
    output, language = arguments.output, arguments.language
    before, found = _published(output)
    found = [*doubts, *found]
    if before is not None:
        catalog = numbered(catalog, before)
        if before.but(serial=0) == catalog.but(serial=0):
            words = N_("Nothing new: {path} stays.")
            print_lines([Phrase(words, path=output).told(language)])
            return DONE
    data = sound_bytes(catalog, output, language)
    if data is None:
        return FAULTS_FOUND
    if before is not None:
        found += _beyond(before, catalog)
        _tell_changes(changes(before, catalog), catalog, arguments)
    if found and not arguments.accept:
        for doubt in found:
            tell(language, doubt)
        tell(language, Phrase(STAYS, path=output))
        return FAULTS_FOUND
    _write(output, data, catalog, key, language)
    return DONE


STAYS = N_("{path} was not written. Look into it; if it is right, --accept goes on.")


def numbered(new: Catalog, before: Catalog) -> Catalog:
    """Return a catalogue with a serial that readers of the one before accept.

    A day has 999 publications; the day never goes back.

    Raises:
        Refused: they are used up.
    """
    if new.published > before.published and new.serial > before.serial:
        return new
    if before.serial % 1_000 == LAST_REVISION:
        raise Refused(N_("Catalogue {serial} is the last of its day."), serial=before.serial)
    return new.but(published=before.published, serial=before.serial + 1)


def _missing(arguments: argparse.Namespace) -> Iterator[Phrase]:
    """Collect, and yield what did not come."""
    account = collect(arguments, date.today())
    print_lines(told(account, arguments.language))
    if account.missing:
        yield Phrase(N_("files that did not come: {count}"), count=len(account.missing))


def _published(output: Path) -> tuple[Catalog | None, list[Phrase]]:
    """Return the catalogue to be replaced, and why it cannot be compared with."""
    if not output.exists():
        return None, []
    try:
        return read_catalog(output), []
    except CatalogError as error:
        return None, [Phrase(N_("{why} It cannot be compared."), why=error.happened)]


def _beyond(before: Catalog, catalog: Catalog) -> Iterator[Phrase]:
    from azmodels_gui.publish.gate import beyond_bounds

    return beyond_bounds(before, catalog)


def _tell_changes(found: Changes, catalog: Catalog, arguments: argparse.Namespace) -> None:
    language = arguments.language
    print_lines([summary(found, language)])
    if arguments.changes is not None:
        lines = "\n".join(diff_lines(found, catalog, language))
        write_atomically(arguments.changes, f"{lines}\n".encode())


def _write(
    output: Path, data: bytes, catalog: Catalog, key: "SecretKey | None", language: str
) -> None:
    """Write the signature, then the catalogue: a reader in between asks once more."""
    if key is not None:
        write_signature(output, data, catalog.serial, key)
    write_atomically(output, data)
    words = N_("{path}: catalogue {serial}, not signed")
    if key is not None:
        words = N_("{path}: catalogue {serial}, signed by {key}")
    name = "" if key is None else key.public.name
    shown = Phrase(words, path=output, serial=catalog.serial, key=name)
    print_lines([shown.told(language)])


PUBLISH = Command(
    "publish",
    run,
    N_("collect, build, check, compare, sign and write a catalogue"),
    N_(
        "Do what 'collect', 'build', 'check', 'diff' and 'sign' do, one after the other, and "
        "write FILE, its signature first. The serial grows by itself. Nothing is written (exit "
        "code 1) when the result has errors; nor, without --accept, when a file of the sources "
        "did not come, a source would be gone, or more would disappear or jump than may: a "
        "tenth of the offers, prices or PTU parameters, a twentieth of the models, versions or "
        "retirement dates, a twentieth of the prices doubled or halved. Each is named."
    ),
    (
        option("--sources DIR", N_("folder that the sources are collected into"), required=True),
        option(
            "--output FILE", N_("the catalogue; one that is there is compared with"), required=True
        ),
        {
            "--key FILE": N_("sign with this secret key"),
            "--accept": N_("publish although a bound is exceeded or a file did not come"),
            "--no-collect": N_("take the sources as they lie in the folder"),
            "--changes FILE": N_("write what changed, as 'diff' prints it"),
        },
        REPORT,
        *COLLECTED,
        EDITORIAL,
        LANGUAGE,
    ),
    examples="""
  azmodels catalog publish --sources sources --output catalog.json --key azmodels.key
  azmodels catalog publish --sources sources --output catalog.json --currency USD,EUR --accept
""",
    defaults={"published": None, "revision": 1},
)
