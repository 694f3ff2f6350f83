# SPDX-License-Identifier: MIT
"""What `azmodels client` does: a client's file, and what the client's subscription says."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.labels import AVAILABILITY
from azmodels_gui.catalog.names import entries_named, facet_names
from azmodels_gui.catalog.query import Facet
from azmodels_gui.cli.console import DONE, Refused, print_error, print_lines
from azmodels_gui.cli.options import catalog_as_published, chosen_catalog, chosen_day, print_answer
from azmodels_gui.cli.output import aligned, sources_json
from azmodels_gui.clients.admin_commands import Shell, admin_commands
from azmodels_gui.clients.az_answers import read_answers, said_of
from azmodels_gui.clients.client import Client
from azmodels_gui.clients.tenant import Statement
from azmodels_gui.clients.told import DeploymentLine, QuotaLine, Told
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, told
from azmodels_gui.storage.bundled import data_dir
from azmodels_gui.storage.client_file import ClientFiles
from azmodels_gui.storage.files import read_file

DEPLOYED_HEADS = (
    N_("Deployment"),
    N_("Model"),
    N_("Deployment type"),
    N_("Region"),
    N_("Capacity"),
    N_("Ends"),
    N_("Successor"),
    N_("Offered there"),
    N_("Listed there"),
)
QUOTA_HEADS = (
    N_("Region"),
    N_("Deployment type"),
    N_("Counts for"),
    N_("Used"),
    N_("Limit"),
    N_("Left"),
    N_("TPM left"),
)
DEPLOYED_NUMBERS, QUOTA_NUMBERS = frozenset({4}), frozenset({3, 4, 5, 6})
NO_QUOTA = N_(
    "A limit of zero means that this subscription has no quota there: it has to be asked for, or "
    "another region or deployment type taken."
)
NOT_CAPACITY = N_(
    "That a subscription lists a model says neither that there is capacity nor that others may "
    "deploy it. It stands beside the public catalogue and changes nothing in it."
)
EARLIER_END = N_(
    "The end is the earlier one of what the catalogue and the subscription's own list state."
)
NONE = "–"


def _files() -> ClientFiles:
    return ClientFiles(data_dir() / "clients")


def commands(arguments: argparse.Namespace) -> int:
    """Print the commands for the administrator.

    Raises:
        NameUnknown: no such region.
    """
    catalog = catalog_as_published(arguments)
    names = facet_names(Facet.REGIONS, catalog)
    regions = [names.find(each) for each in arguments.region]
    every = [region.id for region in catalog.regions]
    print_lines(admin_commands(regions or every, Shell(arguments.shell)).splitlines())
    return DONE


def make(arguments: argparse.Namespace) -> int:
    """Write a new file.

    Raises:
        Refused: there is one already, or the client has no name.
    """
    if arguments.file.exists():
        raise Refused(N_("{path} exists already; nothing was changed."), path=arguments.file)
    name = arguments.name.strip()[:200]
    if not name:
        raise Refused(N_("A client needs a name."))
    catalog = catalog_as_published(arguments)
    pinned = tuple(entries_named(catalog, each, None)[0].key for each in arguments.pin)
    _files().save(arguments.file, Client(name=name, pinned=pinned, catalog=catalog.serial))
    return DONE


def check(arguments: argparse.Namespace) -> int:
    """Say that a file can be used, and which versions of it are kept.

    Raises:
        CatalogError: it cannot be read, or holds no client.
    """
    files, language = _files(), arguments.language
    client = files.read(arguments.file)
    words = N_("{path}: the file of {name}, version {version} of the form; in order.")
    kept = files.versions(arguments.file)
    print_lines(
        [
            told(words, language, path=arguments.file, name=client.name, version=client.version),
            told(N_("Kept versions: {count}"), language, count=len(kept)),
            *(f"  {path}" for path in kept),
        ]
    )
    return DONE


def take(arguments: argparse.Namespace) -> int:
    """Take answers of `az` into a file; where one cannot be used, the file is left alone.

    Raises:
        CatalogError: a file cannot be read or written.
        AnswerUnusable: one holds no answer that can be used.
    """
    files, language = _files(), arguments.language
    client, day = files.read(arguments.file), arguments.on
    catalog = catalog_as_published(arguments)
    regions = [region.id for region in catalog.regions]
    names = facet_names(Facet.REGIONS, catalog)
    region = None if arguments.region is None else names.find(arguments.region)
    said, lines = [], []
    for path in arguments.answers:
        data = read_file(path)
        written = day or date.fromtimestamp(path.stat().st_mtime)
        found = read_answers(
            path.name, data, client.tenant, day=written, regions=regions, region=region
        )
        said.append(found.said)
        lines.append(f"{path.name}: {said_of(found).told(language)}")
        if found.metrics:
            words = N_("{path} holds a measured load: '{command}' reads it.")
            print_error(told(words, language, path=path.name, command="azmodels profile"))
    files.save(arguments.file, client.but(tenant=client.tenant.with_answers(*said)))
    print_lines(lines)
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """Print what a client's file holds, and what the subscription says of it.

    Raises:
        CatalogError: the file or the catalogue cannot be used.
    """
    client = _files().read(arguments.file)
    catalog = chosen_catalog(arguments)
    found = Told(client.tenant, catalog, chosen_day(arguments))
    return print_answer(
        arguments,
        lambda: _as_json(client, found),
        lambda: _lines(client, found, catalog, arguments.language),
    )


def _as_json(client: Client, found: Told) -> dict[str, Any]:
    return {
        "name": client.name,
        "catalog": client.catalog,
        "pinned": [{"model": model, "version": version} for model, version in client.pinned],
        "notes": client.notes,
        "deployments": [_deployment_json(line, found.view.catalog) for line in found.deployments],
        "quotas": [_quota_json(line) for line in found.quotas],
        "listed": [each.model_dump(mode="json") for each in found.tenant.listed],
    }


def _deployment_json(line: DeploymentLine, catalog: Catalog) -> dict[str, Any]:
    successor = line.today.successor if line.today else None
    offered, quota = line.successor_offered, line.successor_quota
    return {
        **line.deployed.model_dump(mode="json"),
        "ends": line.ends,
        "retirement": {
            "status": line.retirement.status,
            "date": line.retirement.value,
            "sources": sources_json(line.retirement.sources, catalog),
        },
        "listed_end": line.listed_end,
        "successor": None
        if successor is None
        else {
            "model": successor.entry.model.id,
            "version": successor.entry.version.version,
            "offered": offered.value or "unknown",
            "listed": line.successor_listed and line.successor_listed.day,
            "quota": None if quota is None else _quota_json(quota),
        },
    }


def _quota_json(line: QuotaLine) -> dict[str, Any]:
    return {
        **line.counter.model_dump(mode="json"),
        "left": line.counter.left,
        "models": list(line.models),
        "deployment_type": line.deployment_type,
        "unit": "PTU" if line.provisioned else None,
        "tpm_left": line.tpm_left,
    }


def _lines(client: Client, found: Told, catalog: Catalog, language: str) -> Iterator[str]:
    yield client.name
    if client.catalog is not None:
        seen = N_("Seen with catalogue {before}; shown with {now}.")
        yield told(seen, language, before=client.catalog, now=catalog.serial)
    if client.pinned:
        pins = ", ".join(" ".join(filter(None, key)) for key in client.pinned)
        yield told(N_("Pinned: {models}"), language, models=pins)
    if not found.tenant.told_anything:
        nothing = N_("Nothing is known of the subscription: '{command}' prints what to ask.")
        yield told(nothing, language, command="azmodels client commands")
    deployed = [_deployed_cells(line, language) for line in found.deployments]
    told_on = _days(found.tenant.deployed, language)
    yield from _table(
        N_("Deployments, as of {day} ({count})"),
        *(told_on, DEPLOYED_HEADS, deployed, DEPLOYED_NUMBERS, language),
    )
    if deployed:
        yield told(EARLIER_END, language)
    quotas = [_quota_cells(line, language) for line in found.quotas]
    told_on = _days(found.tenant.counters, language)
    yield from _table(
        N_("Quota, as of {day} ({count})"),
        *(told_on, QUOTA_HEADS, quotas, QUOTA_NUMBERS, language),
    )
    if any(not line.counter.limit for line in found.quotas):
        yield told(NO_QUOTA, language)
    days = sorted({(each.region or "?", each.day) for each in found.tenant.listed})
    if days:
        places = ", ".join(f"{region} {figures.day(day, language)}" for region, day in days)
        words = N_("Listed in the subscription: {count} offers ({places}).")
        yield ""
        yield told(words, language, count=len(found.tenant.listed), places=places)
        yield told(NOT_CAPACITY, language)


def _table(
    heading: Message,
    day: str,
    heads: tuple[Message, ...],
    rows: list[tuple[str, ...]],
    right: frozenset[int],
    language: str,
) -> Iterator[str]:
    if rows:
        yield ""
        yield told(heading, language, day=day, count=len(rows))
        yield from aligned([told(head, language) for head in heads], rows, right)


def _days(said: Iterable[Statement], language: str) -> str:
    """Return the day of the answers, or the first and the last one."""
    days = sorted({each.day for each in said})
    return " – ".join(figures.day(day, language) for day in dict.fromkeys(days[:1] + days[-1:]))


def _deployed_cells(line: DeploymentLine, language: str) -> tuple[str, ...]:
    deployed, unknown = line.deployed, told(N_("unknown"), language)
    successor = line.today.successor if line.today else None
    offered = AVAILABILITY[str(line.successor_offered.value or "unknown")]
    return (
        deployed.name,
        " ".join(filter(None, (deployed.model, deployed.version))),
        deployed.deployment_type,
        deployed.region or unknown,
        "" if deployed.capacity is None else _number(deployed.capacity, language),
        figures.day(line.ends, language) if line.ends else unknown,
        successor.entry.title if successor else NONE,
        told(offered, language) if successor else NONE,
        figures.day(line.successor_listed.day, language) if line.successor_listed else NONE,
    )


def _quota_cells(line: QuotaLine, language: str) -> tuple[str, ...]:
    counter = line.counter
    return (
        counter.region or told(N_("unknown"), language),
        line.deployment_type or "",
        ", ".join(line.models) or counter.name.split(".", 2)[-1],
        _number(counter.used, language),
        _number(counter.limit, language),
        _number(counter.left, language) + (" PTU" if line.provisioned else ""),
        "" if line.tpm_left is None else _number(line.tpm_left, language),
    )


def _number(number: float, language: str) -> str:
    return figures.number(Decimal(str(number)), language)
