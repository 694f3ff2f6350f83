# SPDX-License-Identifier: MIT
"""The options of `azmodels list` that filter, and the query they make."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facets import FACETS, FacetSpec
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.names import Names, facet_names
from azmodels_gui.catalog.query import (
    LEVEL,
    RANGES,
    Bound,
    CatalogQuery,
    Facet,
    Figure,
    Measure,
    RangeSpec,
)
from azmodels_gui.cli.options import Group, Option, attribute, option, stated
from azmodels_gui.cli.output import Refused
from azmodels_gui.language.figures import read_day
from azmodels_gui.language.plain_numbers import SHOWN_CHARACTERS, not_negative, whole_above_zero
from azmodels_gui.language.words import N_, Phrase

PLACE = (Facet.REGIONS, Facet.DATA_ZONES, Facet.COUNTRIES, Facet.DEPLOYMENT_TYPES)
"""What asks for deployments."""


def _bounds() -> Iterator[tuple[RangeSpec, Bound]]:
    return ((spec, bound) for spec in RANGES.values() for bound in spec.bounds)


def _facets(facets: Iterable[Facet]) -> tuple[Option, ...]:
    specs = (FACETS[facet] for facet in facets)
    return tuple(
        option(f"--{spec.option or spec.key} {spec.metavar} ...", spec.meaning) for spec in specs
    )


_METAVARS = {Measure.TOKENS: "TOKENS", Measure.PRICE: "USD", Measure.DAY: "DATE"}
PLACE_FILTERS = Group(
    N_("place"), _facets(PLACE), N_("Prices and offers are told as they are there.")
)
FILTERS = Group(
    N_("filters"),
    (
        option(
            "--text TEXT",
            N_(
                "a name as you remember it, or words of use, capability or summary; best hits first"
            ),
            default="",
        ),
        *_facets(FACETS),
        *(
            option(f"--{bound.option} {_METAVARS[spec.measure]}", bound.meaning, type=str)
            for spec, bound in _bounds()
        ),
        {
            "--newest": N_("only the newest version of each model"),
            "--usable": N_("without what is retired or past its retirement date"),
        },
        option(
            "--listed-in FILE",
            N_("what the subscription of this client's file lists counts as offered"),
        ),
    ),
    N_(
        "An option given several times means any of its values; different options must "
        "all fit. "
        "Region, data zone and deployment type must be satisfied by one offer together. "
        "Ids and shown names both work, in any case."
    ),
)
""""Or" inside one option given several times, "and" between options."""


def place_from(arguments: argparse.Namespace, catalog: Catalog) -> CatalogQuery:
    """Return the deployments that the options ask for.

    Raises:
        Refused: a name that the catalogue does not know.
    """
    return _asked(CatalogQuery(), PLACE, arguments, catalog)


def query_from(arguments: argparse.Namespace, catalog: Catalog) -> CatalogQuery:
    """Return the query that the options make.

    Raises:
        Refused: a name that the catalogue does not know, or no figure where one is asked for.
    """
    query = CatalogQuery(
        text=arguments.text,
        newest_only=arguments.newest,
        usable_only=arguments.usable,
        listed_only=arguments.listed_in is not None,
    )
    query = replace(query, **dict(_figures(arguments)))
    return _asked(query, FACETS, arguments, catalog)


def asked_of(
    arguments: argparse.Namespace, index: CatalogIndex, among: Iterable[int] | None = None
) -> QueryResult:
    """Return what fits the options, by what a client's subscription lists where one is named.

    Args:
        arguments: the options.
        index: of the catalogue they are asked of.
        among: rows that are asked about; None: all.

    Raises:
        Refused: a name that the catalogue does not know, or no figure where one is asked for.
        CatalogError: the client's file cannot be used.
    """
    query = query_from(arguments, index.published)
    if arguments.listed_in is not None:
        from azmodels_gui.cli.told_client import told_of  # needs pydantic

        told = told_of(arguments.listed_in, index.catalog, index.today)
        index.take_listing(told.listing)
    return index.run(query, among)


def _asked(
    query: CatalogQuery, facets: Iterable[Facet], arguments: argparse.Namespace, catalog: Catalog
) -> CatalogQuery:
    for facet in facets:
        spec = FACETS[facet]
        given = getattr(arguments, attribute(spec.option or spec.key))
        query = query.with_values(facet, _chosen(spec, catalog, given))
    return query


def _figures(arguments: argparse.Namespace) -> Iterator[tuple[str, Figure]]:
    for spec, bound in _bounds():
        given = stated(arguments, attribute(bound.option), _READERS[spec.measure])
        if given is not None:
            yield bound.field, given


def _day(option: str, text: str) -> date:
    day = read_day(text)
    if day is None:
        raise Refused(
            N_("{option} {given} is no day such as {example}."),
            option=option,
            given=repr(text[:SHOWN_CHARACTERS]),
            example="2027-07-31",
        )
    return day


_READERS: Mapping[Measure, Callable[[str, str], Figure]] = {
    Measure.TOKENS: whole_above_zero,
    Measure.PRICE: not_negative,
    Measure.DAY: _day,
}


def _chosen(spec: FacetSpec, catalog: Catalog, given: Iterable[str]) -> frozenset[str]:
    if spec.facet is Facet.MODALITIES:
        return _modalities(catalog, given)
    names = facet_names(spec.facet, catalog)
    if spec.facet is Facet.CAPABILITIES:
        return frozenset(_capability(name, names, catalog) for name in given)
    if spec.facet is Facet.REGIONS:  # a country has several, and any of them will do
        return frozenset(found for name in given for found in names.find_all(name))
    return frozenset(names.find(name) for name in given)


def _capability(given: str, capabilities: Names, catalog: Catalog) -> str:
    """Return a capability as the query names it, with its level where one is asked for."""
    name, asked, level = given.partition(LEVEL)
    found = capabilities.find(name)
    if not asked:
        return found
    known = (
        (each, ())
        for model in catalog.models
        for version in model.versions
        for capability in version.capabilities
        if capability.id == found
        for each in capability.levels
    )
    levels = Names(Phrase(N_("level of {name}"), name=found), known)
    return f"{found}{LEVEL}{levels.find(level)}"


def _modalities(catalog: Catalog, given: Iterable[str]) -> frozenset[str]:
    known = [each.value for each in FACETS[Facet.MODALITIES].choices(catalog)]
    kinds = dict.fromkeys(value.partition(":")[2] for value in sorted(known))
    names = Names(
        FACETS[Facet.MODALITIES].in_sentence, ((value, ()) for value in (*kinds, *sorted(known)))
    )
    found = (names.find(name) for name in given)
    return frozenset(
        value for name in found for value in (name, f"in:{name}", f"out:{name}") if value in known
    )
