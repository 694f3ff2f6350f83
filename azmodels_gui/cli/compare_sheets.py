# SPDX-License-Identifier: MIT
"""From the options of `azmodels compare` to the sheet that they describe."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from azmodels_gui.answers.guide import guide
from azmodels_gui.calculator.estimate import Estimate, estimate
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.profile_estimate import profile_estimate
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.coverage import Coverage, coverage
from azmodels_gui.catalog.document import BASE, Entry, currency_of
from azmodels_gui.catalog.document import entries as all_entries
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.names import deployment_type_named
from azmodels_gui.catalog.radar import retirements
from azmodels_gui.cli.cost_deployment import BASE_PTU, load_and_cost, question_from
from azmodels_gui.cli.deployment_options import Chosen, provisioned_like
from azmodels_gui.cli.guide_models import question_from as question_from_options
from azmodels_gui.cli.list_query import FILTERS, asked_of
from azmodels_gui.cli.load_options import LOAD_OPTIONS, SHAPE_OPTIONS
from azmodels_gui.cli.options import but, names_of, spelled, stated
from azmodels_gui.cli.output import Refused
from azmodels_gui.cli.profile_source import names_source, with_profile
from azmodels_gui.cli.where_offered import conditions_from
from azmodels_gui.language.plain_numbers import whole_above_zero
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.comparison_sheet import Shown, comparison_sheet
from azmodels_gui.sheets.coverage_sheet import coverage_sheet
from azmodels_gui.sheets.dossier_sheet import CHAPTERS, dossier_sheet, plain
from azmodels_gui.sheets.fact_sheet import fact_sheet
from azmodels_gui.sheets.features_sheet import features_sheet
from azmodels_gui.sheets.grouped import RowFilter
from azmodels_gui.sheets.guide_sheet import guide_sheet
from azmodels_gui.sheets.list_sheet import list_sheet
from azmodels_gui.sheets.news_sheet import NewsAsked, retirements_sheet
from azmodels_gui.sheets.order import Edition, SheetOrder
from azmodels_gui.sheets.scenario_sheet import Sizing
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from azmodels_gui.sheets.sizing_sheet import ShownProfile, sizing_sheet


@dataclass(frozen=True)
class _Load:
    """The options with the measured numbers filled in, and the profile that a file has."""

    arguments: argparse.Namespace
    profile: LoadProfile | None
    base_ptu: int | None


def compared_sizing(
    arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder
) -> Sheet:
    """Return the sizing sheet of some models under the same load.

    Raises:
        Refused: something is missing, or makes no sense.
    """
    if len(arguments.deployment_type) != 1 or len(order.regions) > 1:
        raise Refused(
            N_("the sizing sheet needs one {needed}, and at most one {allowed}."),
            needed="--deployment-type",
            allowed="--region",
        )
    asked = deployment_type_named(order.catalog, arguments.deployment_type[0])
    kind = provisioned_like(asked, order.catalog)
    region = next(iter(order.regions), None)
    _check_currency(entries, order)
    load = _load(arguments)
    named = [Chosen(order.catalog, entry, kind, asked, region) for entry in entries]
    found = [_estimate(load, each) for each in named]
    profiles = [] if load.profile is None else [_profile(load, each) for each in named]
    return sizing_sheet(found, order, profiles)


def _check_currency(entries: Sequence[Entry], order: SheetOrder) -> None:
    """Check that all models have prices in the sheet's currency, or a rate is given.

    Raises:
        Refused: one has none; its figures would be in another currency than the others'.
    """
    wanted = order.conversion.currency
    for entry in entries:
        if order.conversion.rate is None and currency_of(order.catalog, entry, wanted) != wanted:
            words = N_(
                "{model} has no prices in {currency}; --rate R converts: one {base} is R "
                "{currency}."
            )
            raise Refused(words, model=entry.title, base=BASE, currency=wanted)


def _load(arguments: argparse.Namespace) -> _Load:
    """Return the load: that of a profile where a file has one."""
    base = stated(arguments, "base_ptu", whole_above_zero)
    if base is not None and not names_source(arguments):
        raise Refused(N_("--base-ptu needs a load profile: --csv, --day or --metrics."))
    given, profile = with_profile(arguments)
    return _Load(given, profile, base)


def _estimate(load: _Load, named: Chosen) -> Estimate:
    return estimate(named.catalog, question_from(load.arguments, named, load.profile))


def _profile(load: _Load, named: Chosen) -> ShownProfile:
    """Return the cost curve of one model; what cannot be answered is said on the sheet."""
    if load.profile is None:
        return ShownProfile(None)
    try:
        question = question_from(load.arguments, named, load.profile)
        found = profile_estimate(named.catalog, question)
    except Refusal as refusal:
        return ShownProfile(None, refusal=refusal.statement)
    if load.base_ptu is not None and load.base_ptu not in found.spill.sizes:
        largest = found.spill.sizes[-1]
        raise Refused(
            N_(
                "--base-ptu {given} is no size of {model}: its sizes go from {smallest} to "
                "{largest}."
            ),
            given=load.base_ptu,
            model=named.entry.title,
            smallest=found.spill.sizes[min(1, len(found.spill.sizes) - 1)],
            largest=largest,
        )
    return ShownProfile(found, load.base_ptu)


SIZING = frozenset(names_of([*load_and_cost(of_a_sheet=True), BASE_PTU]))
"""Options that describe a load and its cost; another sheet would ignore them in silence."""
LISTING = frozenset(names_of([FILTERS])) - {"region"}
ALLOWED = {
    SheetKind.SIZING: SIZING | {"deployment_type"},
    SheetKind.COVERAGE: frozenset({"billing", "country", "deployment_type", "data_zone"}),
    SheetKind.COMPARISON: frozenset({"data_zone", "only_differences"}),
    SheetKind.FACTS: frozenset({"data_zone", "questions"}),
    SheetKind.GUIDE: frozenset(
        {*LOAD_OPTIONS, *SHAPE_OPTIONS, "input_tokens", "output_tokens", "cached", "cached_tokens"}
        | {"use_case", "data_zone", "country", "billing", "csv", "day", "metrics", "series"}
    ),
    SheetKind.LIST: LISTING,
    SheetKind.CLIENT: frozenset({"client_file"}),
}
"""Options that only some sheets take."""
_OF_ONE = ("only_differences", "questions")
_DEFAULTS: tuple[object, ...] = (None, [], "", False, "0", Month.HOURS_730.value)


def client_sheet(
    arguments: argparse.Namespace,
    entries: Sequence[Entry],
    order: SheetOrder,
    sizing: Sizing | None,
) -> Sheet:
    """Return the dossier that a client's file asks for; its scenarios make the sizing."""
    named = _chapters_named(arguments) or _chapters_asked(arguments, sizing=sizing is not None)
    asked = [kind for kind in named if kind is not SheetKind.SIZING or sizing is not None]
    chapters = [
        sizing.make(replace(plain(order), regions=sizing.regions))
        if kind is SheetKind.SIZING and sizing is not None
        else _sheet(kind, arguments, entries, plain(order))
        for kind in asked
    ]
    return dossier_sheet(chapters, entries, replace(order, edition=_edition(arguments)))


def sheet_from(arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return the sheet that is asked for.

    Raises:
        Refused: no models, options of another sheet, numbers that make no sense.
    """
    kind = SheetKind(arguments.sheet)
    if kind is SheetKind.DOSSIER:
        return _dossier(arguments, entries, order)
    _check_options(arguments, (kind,))
    if not entries and kind is not SheetKind.LIST:
        raise Refused(N_("name at least one model for the {sheet} sheet."), sheet=kind.value)
    return _sheet(kind, arguments, entries, order)


def _dossier(arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return the chapters that are named, or those that the options ask for, as one document."""
    asked = _chapters_named(arguments) or _chapters_asked(arguments)
    _check_options(arguments, asked)
    chapters = [_sheet(kind, arguments, entries, plain(order)) for kind in asked]
    return dossier_sheet(chapters, entries, replace(order, edition=_edition(arguments)))


def _edition(arguments: argparse.Namespace) -> Edition:
    """Return what is said of the document itself."""
    return Edition(
        arguments.edition.strip(),
        arguments.edition_changed.strip(),
        arguments.author.strip(),
        arguments.approval,
    )


def _chapters_named(arguments: argparse.Namespace) -> tuple[SheetKind, ...]:
    """Return the chapters that are named; none: they follow from the other options.

    Raises:
        Refused: something that is no chapter, or one twice.
    """
    named = [name.strip() for name in (arguments.parts or "").split(",") if name.strip()]
    wrong = next((name for name in named if name not in CHAPTERS), None)
    if wrong is not None or (arguments.parts is not None and not named):
        raise Refused(
            N_("--parts: {given} is no chapter; there are {parts}."),
            given=repr(wrong or arguments.parts),
            parts=", ".join(CHAPTERS),
        )
    if len(set(named)) < len(named):
        raise Refused(N_("--parts names a chapter twice."))
    return tuple(map(SheetKind, named))


def _chapters_asked(
    arguments: argparse.Namespace, *, sizing: bool = False
) -> tuple[SheetKind, ...]:
    """Return the chapters that options, and scenarios with their sizing, ask for."""
    load = names_source(arguments) or any(
        getattr(arguments, name) not in _DEFAULTS for name in LOAD_OPTIONS
    )
    left_out = {SheetKind.FACTS}
    if not sizing and (not load or not arguments.deployment_type):
        left_out.add(SheetKind.SIZING)
    if not arguments.use_case:
        left_out.add(SheetKind.GUIDE)
    if arguments.client_file is None:
        left_out.add(SheetKind.CLIENT)
    return tuple(kind for kind in CHAPTERS if kind not in left_out)


def _sheet(
    kind: SheetKind, arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder
) -> Sheet:
    makers: dict[SheetKind, Callable[[], Sheet]] = {
        SheetKind.COMPARISON: lambda: comparison_sheet(
            entries, order, Shown(arguments.only_differences)
        ),
        SheetKind.FACTS: lambda: fact_sheet(entries, order),
        SheetKind.FEATURES: lambda: features_sheet(entries, (), order),
        SheetKind.COVERAGE: lambda: coverage_sheet(_covered(arguments, entries, order), order),
        SheetKind.SIZING: lambda: compared_sizing(arguments, entries, order),
        SheetKind.LIST: lambda: _listed(arguments, entries, order),
        SheetKind.RETIREMENTS: lambda: _retiring(entries, order),
        SheetKind.GUIDE: lambda: _guided(arguments, order),
        SheetKind.CLIENT: lambda: _subscriptions(arguments, order),
    }
    return makers[kind]()


def _subscriptions(arguments: argparse.Namespace, order: SheetOrder) -> Sheet:
    """Return what the subscriptions of a client's file tell.

    Raises:
        Refused: no file is named.
        CatalogError: it cannot be used.
    """
    if arguments.client_file is None:
        raise Refused(N_("The chapter on the subscriptions needs --client-file."))
    from azmodels_gui.cli.told_client import told_of
    from azmodels_gui.sheets.client_told import client_sheet as told_sheet

    return told_sheet(told_of(arguments.client_file, order.catalog, order.day), order)


def _retiring(entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    asked = NewsAsked(RowFilter({entry.key for entry in entries}))
    return retirements_sheet(retirements(entries, order.catalog, order.day), asked, order)


def _guided(arguments: argparse.Namespace, order: SheetOrder) -> Sheet:
    """Return the guide's short list for the same load, place and terms."""
    single = {
        name: next(iter(getattr(arguments, name)), None)
        for name in ("use_case", "data_zone", "country", "billing")
    }
    if single["data_zone"] or single["country"]:
        single["region"] = None
    else:
        single["region"] = next((region.id for region in order.regions), None)
    told = {"available": False, "lasts_until": None}
    given, _ = with_profile(but(arguments, single | told))
    question = question_from_options(given, order.catalog)
    return guide_sheet(guide(question, tuple(all_entries(order.catalog)), order.view), order)


def _check_options(arguments: argparse.Namespace, kinds: Sequence[SheetKind]) -> None:
    allowed = frozenset[str]().union(*(ALLOWED.get(kind, ()) for kind in kinds))
    for name in sorted(SIZING | LISTING | {"billing", *_OF_ONE}):
        if name in allowed or getattr(arguments, name) in _DEFAULTS:
            continue
        takers = " or ".join(each.value for each, names in ALLOWED.items() if name in names)
        option = spelled(name)
        raise Refused(
            N_("{option} belongs to --sheet {sheets}, not to {sheet}."),
            option=option,
            sheets=takers,
            sheet=", ".join(kinds),
        )


def _covered(
    arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder
) -> Coverage:
    """Return the answer of `azmodels where` to the same question."""
    places = {"data_zone": arguments.data_zone, "country": arguments.country}
    for name, given in places.items():
        if len(given) > 1:
            option = spelled(name)
            raise Refused(N_("the coverage sheet takes one {option} at most."), option=option)
    single = {name: next(iter(given), None) for name, given in places.items()}
    conditions = conditions_from(but(arguments, single), order.catalog)
    return coverage(entries, conditions, order.catalog, order.day)


def _listed(arguments: argparse.Namespace, entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return the list of what fits the filters; of the models that are named, where some are."""
    index = CatalogIndex(order.catalog, order.day)
    named = {entry.key for entry in entries}
    rows = [row for row, entry in enumerate(index.entries) if entry.key in named]
    result = asked_of(arguments, index, rows if named else None)
    return list_sheet([index.entries[row] for row in result.rows_by_rank()], order, result)
