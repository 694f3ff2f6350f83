# SPDX-License-Identifier: MIT
"""What `azmodels client` does: a client's file, and what the client's subscription says."""

import argparse
import inspect
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.names import entries_named, facet_names
from azmodels_gui.catalog.outside import fitted
from azmodels_gui.catalog.query import Facet
from azmodels_gui.cli.options import (
    catalog_as_published,
    catalog_json,
    chosen_catalog,
    chosen_day,
    print_answer,
)
from azmodels_gui.cli.output import (
    DONE,
    Refused,
    aligned,
    by_name,
    cents,
    exact,
    in_both,
    print_error,
    print_lines,
    sources_json,
    wrapped_lines,
)
from azmodels_gui.cli.schema_export import DIALECT, field_docstrings, parts_within, printed
from azmodels_gui.clients.admin_commands import Shell, admin_commands
from azmodels_gui.clients.client import VERSION, Client
from azmodels_gui.clients.taking import AnswerFile, LoadLine, taken
from azmodels_gui.clients.told import DeploymentLine, QuotaLine, Told
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, told
from azmodels_gui.sheets.client_told import client_answer, client_parts, without_silent_columns
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Part, Table, Text
from azmodels_gui.storage.bundled import data_dir
from azmodels_gui.storage.client_file import ClientChangedElsewhere, ClientFiles, HeldFile
from azmodels_gui.storage.files import read_bytes


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
        Misfit: its name is no text.
        FileNotSaved: there is no file.
    """
    if arguments.file.exists():
        raise Refused(N_("{path} exists already; nothing was changed."), path=arguments.file)
    name = arguments.name.strip()[:200]
    if not name:
        raise Refused(N_("A client needs a name."))
    catalog = catalog_as_published(arguments)
    pinned = tuple(entries_named(catalog, each, None)[0].key for each in arguments.pin)
    begun = {"name": name, "pinned": pinned, "catalog": catalog.serial}
    held = _files().save(arguments.file, fitted(begun, Client))
    _tell_unkept(held, arguments.language)
    return DONE


def _tell_unkept(held: HeldFile, language: str) -> None:
    if held.unkept is not None:
        print_error(held.unkept.told(language))


def schema(_arguments: argparse.Namespace) -> int:
    """Print the schema; it is plain ASCII, so every encoding will do."""
    print_lines(client_schema_bytes().decode().splitlines())
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

    An empty list is no fault: a resource without deployments prints one.

    Raises:
        CatalogError: a file cannot be read or written.
        AnswerUnusable: one holds no answer that can be used.
        SubscriptionNeeded: lists would be put together with those of another subscription.
        Refused: another program wrote the file meanwhile.
    """
    files, language = _files(), arguments.language
    (client, held), day = files.open(arguments.file), arguments.on
    catalog = catalog_as_published(arguments)
    regions = [region.id for region in catalog.regions]
    names = facet_names(Facet.REGIONS, catalog)
    region = None if arguments.region is None else names.find(arguments.region)
    found = taken(
        [_answer_file(path, day) for path in arguments.answers],
        client.tenant,
        regions,
        region=region,
        subscription=arguments.subscription,
    )
    for fault in found.faults:
        raise fault
    if found.empty:
        words = N_("Empty lists, which tell nothing: {names}.")
        print_error(told(words, language, names=", ".join(found.empty)))
    try:
        held.save(client.but(tenant=found.tenant))
    except ClientChangedElsewhere as error:
        words = N_(
            "{path} was changed by another program meanwhile, and left as it is. Run the command "
            "again."
        )
        raise Refused(words, path=arguments.file) from error
    _tell_unkept(held, language)
    said = ((each.name, each.said) for each in found.files if each.said is not None)
    print_lines([f"{name}: {phrase.told(language)}" for name, phrase in said])
    return DONE


def _answer_file(path: Path, day: date | None) -> AnswerFile:
    data = read_bytes(path)
    return AnswerFile(path.name, data, day or date.fromtimestamp(path.stat().st_mtime))


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
        **catalog_json(found.view.catalog),
        "pinned": [{"model": model, "version": version} for model, version in client.pinned],
        "notes": client.notes,
        "model_notes": dict(client.model_notes),
        "agreed": [each.model_dump(mode="json") for each in client.agreed],
        "deployments": [_deployment_json(line, found.view.catalog) for line in found.deployments],
        "loads": [_load_json(line) for line in found.loads],
        "quotas": [_quota_json(line) for line in found.quotas],
        "origins": [by_name(each, "kind subscription day regions count") for each in found.origins],
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
        "default_version": None if line.default is None else line.default.version,
        "successor": None
        if successor is None
        else {
            "model": successor.entry.model.id,
            "version": successor.entry.version.version,
            "offered": offered.value or "unknown",
            "listed": line.successor_listed and line.successor_listed.day,
            "quota": None if quota is None else _quota_json(quota),
            "room": line.room,
        },
    }


def _load_json(line: LoadLine) -> dict[str, Any]:
    """Return what a measured load costs, each way to pay that is known."""
    found, head = line.estimate, by_name(line.measured, "account deployment region day")
    if found is None:
        why = None if line.refusal is None else in_both(line.refusal.told)
        return {**head, "model": None if line.entry is None else line.entry.title, "refusal": why}
    return {
        **head,
        "model": found.question.deployment.entry.title,
        "monthly_requests": exact(found.question.deployment.monthly_requests),
        "currency": found.currency,
        "payg": cents(found.payg_monthly),
        "ptu": None if found.sized is None else found.sized.size.deployable,
        "ptu_cost": {term: cents(cost) for term, cost in found.ptu_monthly.items()},
        "cheapest": found.cheapest,
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
    for each in client.agreed:
        words = N_("Negotiated prices of {model}, as of {day}")
        day = figures.day(each.agreed_on, language)
        model = each.model or told(N_("all models"), language)
        note = f": {each.note}" if each.note else ""
        yield told(words, language, model=model, day=day) + note
    if not found.tenant.told_anything:
        nothing = N_("Nothing is known of the subscription: '{command}' prints what to ask.")
        yield told(nothing, language, command="azmodels client commands")
    order = SheetOrder(catalog, found.view.day, language)
    for line in client_answer(found, order):
        yield line.sentence.text
    for part in client_parts(found, order):
        yield ""
        yield part.heading
        yield from _blocks(part)


def _blocks(part: Part) -> Iterator[str]:
    for block in part.blocks:
        if isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, Text):
            yield from (line for each in block.sentences for line in wrapped_lines(each.text))


def _table(table: Table) -> Iterator[str]:
    shown = without_silent_columns(table)
    heads = [shown.stub, *(each.title for each in shown.columns)]
    right = frozenset(at for at, each in enumerate(shown.columns, 1) if each.figures)
    rows = [[row.label, *(cell.text for cell in row.cells)] for row in shown.rows]
    yield from (f"  {line}" for line in aligned(heads, rows, right))


def client_schema_bytes() -> bytes:
    """Return the schema as it is kept in `resources/client.schema.json`; always the same."""
    return printed(client_schema())


def client_schema() -> dict[str, Any]:
    """Return the JSON Schema of the file, with the fields' docstrings as descriptions.

    It describes what is written. Readers keep what a later minor version adds to the client and to
    its view; elsewhere an unknown field is a fault.
    """
    schema = Client.model_json_schema()
    parts = schema.pop("$defs")
    for name, form in parts_within(Client, BaseModel, _field_types).items():
        _describe(schema if form is Client else parts[name], form)
    title = f"azmodels client, version {VERSION} of the form"
    return {"$schema": DIALECT, **schema, "title": title, "$defs": dict(sorted(parts.items()))}


def _field_types(form: type[BaseModel]) -> list[Any]:
    return [field.annotation for field in form.model_fields.values()]


def _describe(definition: dict[str, Any], form: type) -> None:
    definition["description"] = inspect.getdoc(form) or ""
    for base in reversed(form.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            for name, text in field_docstrings(base).items():
                if name in definition["properties"]:
                    definition["properties"][name]["description"] = text
    for field in definition["properties"].values():
        field.pop("title", None)
