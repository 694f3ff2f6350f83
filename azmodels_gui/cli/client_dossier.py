# SPDX-License-Identifier: MIT
"""What a client's file asks of a dossier: its pins, place, scenarios, currency and house style.

What is stated on the command line holds before it.
"""

import argparse
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from azmodels_gui.calculator import scenarios
from azmodels_gui.calculator.asking import Asker, Series
from azmodels_gui.calculator.inputs import Inputs, is_example
from azmodels_gui.calculator.kept_load import unpacked
from azmodels_gui.calculator.load_profile import LoadDuration
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.document import Catalog, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text
from azmodels_gui.cli.options import but
from azmodels_gui.cli.output import Refused, print_error
from azmodels_gui.clients.client import Client, decoded
from azmodels_gui.clients.told import OwnQuotasOf, Told
from azmodels_gui.language.figures import read_day
from azmodels_gui.language.words import N_, told
from azmodels_gui.sheets.scenario_sheet import Sizing, sizing_told
from azmodels_gui.storage.bundled import data_dir
from azmodels_gui.storage.client_file import ClientFiles

TEXTS = {
    "title": "title",
    "note": "note",
    "author": "author",
    "edition": "edition",
    "edition_changed": "edition_changed",
}
"""Options and the wishes of a sheet that stand for them."""
FILES = ("logo", "brand")


@dataclass(frozen=True)
class ClientAsked:
    """A client's file as options, and the sizing that its scenarios make."""

    arguments: argparse.Namespace
    sizing: Sizing | None


def asked_of_client(arguments: argparse.Namespace, catalog: Catalog, day: date) -> ClientAsked:
    """Return what a client's file asks for, beside what the options state.

    Raises:
        CatalogError: the file cannot be read, or holds no client.
        Refused: it names no model that the catalogue has.
    """
    files = ClientFiles(data_dir() / "clients")
    client = files.read(Path(arguments.models[0]))
    index = CatalogIndex(catalog, day)
    shown = _scenarios(client, index)
    keys = client.pinned or _models(shown)
    known = [key for key in keys if index.row_of(key) is not None]
    for key in keys:
        if key not in known:
            words = N_("the catalogue has no {model}, which the client's file names.")
            print_error(told(words, arguments.language, model=" ".join(filter(None, key))))
    if not known:
        raise Refused(
            N_("{path} names no model of this catalogue: pin some, or name models instead."),
            path=arguments.models[0],
        )
    filled = but(
        arguments,
        {
            "models": ["@".join(filter(None, key)) for key in known],
            **_place(arguments, _query(client), catalog),
            **_money(arguments, client),
            **_wishes(arguments, client, files),
            **({"client_file": Path(arguments.models[0])} if client.tenant.told_anything else {}),
        },
    )
    if shown is not None and all(is_example(each.inputs) for each in shown.all):
        shown = None  # nobody stated that load
    own = OwnQuotasOf(Told(client.tenant, catalog, day))
    sizing = None if shown is None else _sizing(client, shown, Asker(index, own))
    return ClientAsked(filled, sizing)


def _query(client: Client) -> CatalogQuery:
    with suppress(FilterTextInvalid):  # of a later version: the window shows its first filter
        return parse_query_text(client.view.filter or "")
    return CatalogQuery()


def _place(arguments: argparse.Namespace, query: CatalogQuery, catalog: Catalog) -> dict[str, Any]:
    """Return regions, zones, country and use case of the filter, where no option states any.

    What another catalogue had is passed over, as the window does.
    """
    found = {
        "region": sorted(query.regions & {each.id for each in catalog.regions}),
        "data_zone": sorted(query.data_zones & {each.id for each in catalog.data_zones}),
        "country": sorted(query.countries)[:1],
        "use_case": sorted(query.use_cases & {each.id for each in catalog.use_cases})[:1],
    }
    return {name: value for name, value in found.items() if value and not getattr(arguments, name)}


def _money(arguments: argparse.Namespace, client: Client) -> dict[str, Any]:
    """Return currency and rate, unless the options state another currency."""
    money, stated = client.view.money, arguments.rate is not None
    currency = money.get("currency", "")
    if not currency or stated or arguments.currency != "USD":
        return {}
    if money.get("rate_for") != currency or not money.get("rate"):
        return {"currency": currency}
    rate, day = money["rate"].replace(",", "."), read_day(money.get("rate_day", ""))
    return {"currency": currency, "rate": rate, "rate_date": day}


def _wishes(arguments: argparse.Namespace, client: Client, files: ClientFiles) -> dict[str, Any]:
    """Return for whom the document is and how it looks, where no option says so."""
    sheet = client.view.sheet
    found: dict[str, Any] = {"client": client.name}
    for option, name in TEXTS.items():
        if name != "title" or sheet.get("title_for") == "dossier":
            found[option] = str(sheet.get(name) or "")
    for name in FILES:
        path = Path(str(sheet.get(name) or "-"))
        if path.is_file():
            found[name] = path
    if "logo" not in found and client.logo:
        found["logo"] = _logo(arguments, client, files)
    chapters = sheet.get("chapters")
    if isinstance(chapters, list):
        found["parts"] = ",".join(map(str, chapters)) or None
    if sheet.get("approval") is True:
        found["approval"] = True
    return {name: value for name, value in found.items() if value and not getattr(arguments, name)}


def _logo(arguments: argparse.Namespace, client: Client, files: ClientFiles) -> Path | None:
    """Return the picture that travelled in the file; None: it is damaged, which is told."""
    # Late: it reads XML, which clients without a picture do not need.
    from azmodels_gui.sheets.picture import LogoUnusable, read_logo

    name = Path(str(client.view.sheet.get("logo") or "logo"))
    try:
        read_logo(decoded(client.logo))
    except LogoUnusable as error:
        file = Path(arguments.models[0]).name
        words = N_("{file}: {logo} cannot be a logo: {why}.")
        print_error(told(words, arguments.language, file=file, logo=name.name, why=error))
        return None
    return files.keep_picture(client.logo, name.suffix)


def _scenarios(client: Client, index: CatalogIndex) -> scenarios.Scenarios | None:
    """Return the scenarios of which the catalogue has the model; None: there is none."""
    record = client.view.pages.get("calculator", {})
    kept, at = record.get("scenarios"), record.get("at")
    found = scenarios.read(
        kept if isinstance(kept, list) else [],
        at if isinstance(at, int) else 0,
        record.get("together") is True,
    )
    if found is None:
        return None
    keys = ((each.inputs.model, each.inputs.version) for each in found.all)
    return found if any(index.row_of(key) is not None for key in keys) else None


def _models(shown: scenarios.Scenarios | None) -> tuple[EntryKey, ...]:
    """Return the models of scenarios, each once."""
    found: Iterator[EntryKey] = (
        (each.inputs.model, each.inputs.version) for each in (() if shown is None else shown.all)
    )
    return tuple(dict.fromkeys(found))


def _sizing(client: Client, shown: scenarios.Scenarios, asker: Asker) -> Sizing | None:
    series = [_series(client, each.inputs) for each in shown.all]
    answers = [
        asker.answer(each.inputs, None if found is None else found.profile)
        for each, found in zip(shown.all, series, strict=True)
    ]
    return sizing_told(asker, shown, answers, series[shown.at])


def _series(client: Client, inputs: Inputs) -> Series | None:
    """Return the load by minute that inputs name, out of the file; None: the hours hold."""
    packed = client.loads.get(inputs.profile_key) if inputs.profile_file else None
    if packed is None:
        return None
    try:
        profile, request = unpacked(decoded(packed), inputs.profile_key)
    except Refusal:
        return None
    return Series(profile, LoadDuration(profile), request)
