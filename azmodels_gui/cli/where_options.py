# SPDX-License-Identifier: MIT
"""The options of `azmodels where`: which models, under which conditions."""

import argparse
from collections.abc import Iterator, Sequence

from azmodels_gui.catalog.coverage import CoverageConditions
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.names import Names, entries_named, facet_names
from azmodels_gui.catalog.query import Facet
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.words import N_

_BILLING_NAMES = {
    Billing.PAYG: ("standard", "per token", "je Token", "PAYG"),
    Billing.PROVISIONED: ("PTU", "bereitgestellt"),
    Billing.BATCH: (),
}


def add_condition_options(parser: argparse.ArgumentParser) -> None:
    """Add the models and the conditions they must meet together."""
    parser.add_argument(
        "models",
        nargs="+",
        metavar="MODEL[@VERSION]",
        help=N_("name of a model, in any spelling; the newest version where none is named"),
    )
    group = parser.add_argument_group(
        N_("conditions"),
        N_(
            "All conditions must be met by one deployment in the region. Values of one option "
            "given several times are alternatives."
        ),
    )
    group.add_argument(
        "--data-zone",
        metavar="ZONE",
        help=N_("processed inside EU, US or APAC: data-zone or regional deployments there"),
    )
    add_country_option(group)
    group.add_argument(
        "--deployment-type",
        action="append",
        default=[],
        metavar="SKU",
        help=N_("such as DataZoneStandard"),
    )
    add_billing_option(group)


def add_country_option(group: "argparse._ArgumentGroup") -> None:
    """Add `--country`."""
    group.add_argument(
        "--country", metavar="CODE", help=N_("processed in one country, such as DE: regional only")
    )


def add_billing_option(group: "argparse._ArgumentGroup") -> None:
    """Add `--billing`."""
    group.add_argument(
        "--billing",
        action="append",
        default=[],
        metavar="KIND",
        help=N_("standard (per token), provisioned (PTU) or batch"),
    )


def entries_from(arguments: argparse.Namespace, catalog: Catalog) -> list[Entry]:
    """Return the entries that are named, in that order.

    Raises:
        Refused: no such model or version.
    """
    return [_entry(named, catalog) for named in arguments.models]


def unnamed(arguments: argparse.Namespace, asked: Sequence[Entry]) -> list[Entry]:
    """Return those of the entries asked for that were named without their version."""
    return [entry for named, entry in zip(arguments.models, asked, strict=True) if "@" not in named]


def conditions_from(arguments: argparse.Namespace, catalog: Catalog) -> CoverageConditions:
    """Return the conditions that the options make.

    Raises:
        Refused: a name that the catalogue does not know.
    """
    types = Names(N_("deployment type"), _types(catalog))
    return CoverageConditions(
        data_zone=zone_named(catalog, arguments.data_zone),
        country=country_named(catalog, arguments.country),
        deployment_types=frozenset(types.find(name) for name in arguments.deployment_type),
        billings=frozenset(map(billing_named, arguments.billing)),
    )


def zone_named(catalog: Catalog, name: str | None) -> str | None:
    """Return the id of a data zone; None where none is named.

    Raises:
        Refused: the catalogue has none of that name.
    """
    return None if name is None else facet_names(Facet.DATA_ZONES, catalog).find(name)


def country_named(catalog: Catalog, name: str | None) -> str | None:
    """Return the code of a country; None where none is named.

    Raises:
        Refused: the catalogue has no region in one of that name.
    """
    return None if name is None else facet_names(Facet.COUNTRIES, catalog).find(name)


def billing_named(name: str) -> Billing:
    """Return a way to pay.

    Raises:
        Refused: there is none of that name.
    """
    names = Names(N_("billing"), ((each.value, known) for each, known in _BILLING_NAMES.items()))
    return Billing(names.find(name))


def _entry(named: str, catalog: Catalog) -> Entry:
    model, at, version = named.partition("@")
    return entries_named(catalog, model, version if at else None)[0]


def _types(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in catalog.deployment_types:
        yield kind.id, (kind.name.en, kind.name.de, kind.short_name.en, kind.short_name.de)
