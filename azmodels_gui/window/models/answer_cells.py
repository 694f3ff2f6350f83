# SPDX-License-Identifier: MIT
"""Answers as cells of the table: short words, signs and chips, sort keys, tones and tooltips."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from azmodels_gui.answers.answer import Answer, Money, PartialDay, Qualifier, Status
from azmodels_gui.answers.availability import known_billed_as, known_with_scope
from azmodels_gui.answers.lifecycle import days_left, retirement
from azmodels_gui.answers.lifecycle import stage as stage_answer
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import SOON_DAYS, Entry
from azmodels_gui.catalog.fact_dates import FactKind, capability_told
from azmodels_gui.catalog.offered import how_offered, offered_anywhere, offered_regions, strongest
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Billing, Scope, Stage
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, NC_, Message, tr
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext, Chip
from azmodels_gui.window.widgets.mark_painter import Mark

SortKey = str | int | float

SIGNS = {"unknown": "?", "expired": "?", "conflict": "!"}
YES_FIRST = {Status.KNOWN: 0, Status.DISPUTED: 1, Status.NOT_OFFERED: 2}
_ENDED = N_("Last known price: {price}, until {date}")
_SINCE = N_("Since {date}")
_SECONDARY = N_("From a list that copies prices, not from the price list")


def availability_of(answer: Answer) -> Availability | None:
    """Return what is known of an offer; None: does not apply."""
    return answer.value if isinstance(answer.value, Availability) else None


def short(answer: Answer, context: CellContext) -> str:
    """Return what is painted: amounts without the currency, signs for what is not known."""
    value = answer.value
    if isinstance(value, Money):
        places = figures.places_of(value.amount, 2)
        return figures.number(value.amount, context.language, places)
    if value is None and not isinstance(value, str):
        return SIGNS[_missing(answer)]
    return text(answer, context)


def text(answer: Answer, context: CellContext) -> str:
    """Return what a cell shows, as short as it can be said."""
    value, language = answer.value, context.language
    match value:
        case Money():
            return formats.money(value.amount, language, value.currency)
        case PartialDay():
            return formats.partial_day(value, language)
        case date():
            return formats.day(value, language)
        case int() | Decimal():
            return formats.number(value, language)
        case str() if not isinstance(value, Availability):
            return value
    return context.word(labels.FIGURES, _missing(answer))


def _missing(answer: Answer) -> str:
    if Qualifier.ENDED in answer.qualifiers:
        return "expired"
    return "conflict" if answer.status is Status.DISPUTED else "unknown"


def sort_key(answer: Answer) -> SortKey | None:
    """Return what to sort by; None, which comes last, where no one value is known."""
    value = answer.value
    match value:
        case Availability():
            return YES_FIRST.get(answer.status)
        case Money():
            return float(value.amount)  # exact enough to sort by
        case date():
            return value.toordinal()
        case int() | str():
            return value
    return None


def tone(answer: Answer) -> str:
    """Return `past`, `muted` (unknown, or copied) or nothing."""
    if Qualifier.PAST in answer.qualifiers:
        return "past"
    unsure = answer.status is Status.UNKNOWN or Qualifier.SECONDARY in answer.qualifiers
    return "muted" if unsure else ""


def time_left_tone(left: Answer, *, retired: bool) -> str:
    """Return the tone of a retirement date: `soon` where few days are left."""
    if left.value is None:
        return "past" if retired else "muted"
    few = isinstance(left.value, int) and left.value <= SOON_DAYS
    return tone(left) or ("soon" if few else "")


def tooltip(answer: Answer, context: CellContext) -> str:
    """Return what qualifies an answer, and its sources, one a line."""
    return "\n".join(filter(None, (*_qualified(answer, context), *_sources(answer, context))))


def tip(answer: Answer, context: CellContext, kind: FactKind) -> str:
    """Return a tool tip; of what no source states the document that states it of others."""
    silent = answer.status is Status.UNKNOWN and not answer.sources
    return context.not_stated(kind) if silent else tooltip(answer, context)


def _qualified(answer: Answer, context: CellContext) -> Iterator[str]:
    language = context.language
    if isinstance(answer.value, Availability):
        from azmodels_gui.sheets.answer_cells import text as whole_text  # see `CellContext.order`

        yield whole_text(answer, context.order)
    elif Qualifier.ENDED in answer.qualifiers:
        last = "" if answer.until is None else formats.day(answer.until, language)
        for value in answer.values:
            if isinstance(value, Money):
                price = formats.money(value.amount, language, value.currency)
                yield _words(_ENDED, price=price, date=last)
    elif answer.since is not None:
        yield _words(_SINCE, date=formats.day(answer.since, language))
    if Qualifier.SECONDARY in answer.qualifiers:
        yield _words(_SECONDARY)
    if answer.note is not None:
        yield context.text(answer.note)


def _sources(answer: Answer, context: CellContext) -> Iterator[str]:
    return map(context.source_line, answer.sources)


def _words(source: Message, **values: str) -> str:
    return tr(source).format(**values)


_FROM = NC_("month of retirement", "from {month}")
_DAYS, _ONE_DAY = N_("{days} days"), N_("{days} day")
_SIGNS = {Status.DISPUTED: "!", Status.UNKNOWN: "?"}

_NEARNESS = {Scope.REGIONAL: 0, Scope.DATA_ZONE: 1, Scope.GLOBAL: 2}


def stage(entry: Entry, context: CellContext) -> tuple[Chip, ...]:
    """Return the stage as published, before it that its date has passed."""
    told = stage_answer(entry, context.view)
    name = told.value if isinstance(told.value, Stage) else None
    if name is None or name.known:
        published = Chip(context.word(labels.STAGE_CHIPS, name or "unknown"), name or "unknown")
    else:
        published = Chip(name.value, "unknown")
    if Qualifier.PAST in told.qualifiers:
        # First, so that a narrow column cuts off what the source says, not what is true.
        return (Chip(context.word(labels.STAGE_CHIPS, "past_date"), "past"), published)
    return (published,)


def stage_key(entry: Entry, _context: CellContext) -> int | None:
    """Sort from preview to retired."""
    published = entry.version.lifecycle.stage
    return None if published is None else published.position


Marks = Callable[[Entry, CellContext], tuple[Mark, ...]]
SLOTS = (Scope.REGIONAL, Scope.DATA_ZONE, Scope.GLOBAL)
"""Where requests may be processed, the nearest first."""


def processing(entry: Entry, context: CellContext) -> tuple[Mark, ...]:
    """Return a mark for each scope: whether it is offered with it in the place chosen."""
    return tuple(
        Mark(
            scope.value,
            None if entry.is_service else known_with_scope(entry, scope, context.view),
            context.word(labels.SCOPES, scope.value),
        )
        for scope in SLOTS
    )


def capacity(entry: Entry, context: CellContext) -> tuple[Mark, ...]:
    """Return a word for each capacity model: whether it is offered in the place chosen."""
    return tuple(
        Mark(
            "",
            None if entry.is_service else known_billed_as(entry, billing, context.view),
            context.word(labels.BILLING_SHORT, billing),
        )
        for billing in Billing
    )


def marks_told(marks: Marks, between: str = " · ") -> Callable[[Entry, CellContext], str]:
    """Return the function that says in words what the marks of a cell say."""

    def told(entry: Entry, context: CellContext) -> str:
        if entry.is_service:
            return context.word(labels.AVAILABILITY, "does_not_apply")
        known = labels.AVAILABILITY
        return between.join(
            f"{mark.word}: {context.word(known, mark.known or 'does_not_apply')}"
            for mark in marks(entry, context)
        )

    return told


def marks_tip(marks: Marks) -> Callable[[Entry, CellContext], str]:
    """Return what adds to the words the offers behind them, and where others are not stated."""
    told = marks_told(marks, "\n")

    def tip(entry: Entry, context: CellContext) -> str:
        offers = (offered_here_tip if context.regions else regions_tip)(entry, context)
        open_ones = any(mark.known is Availability.UNKNOWN for mark in marks(entry, context))
        missing = context.not_stated(FactKind.AVAILABILITY) if open_ones else ""
        listed = listed_tip(entry, context)
        return "\n".join(filter(None, (told(entry, context), listed, offers, missing)))

    return tip


def listed_tip(entry: Entry, context: CellContext) -> str:
    """Return how the client's subscription lists it, in the chosen regions or wherever it does."""
    listing = context.index.listing
    if listing is None or entry.is_service:
        return ""
    pairs, lines = listing.by_entry.get(entry.key, ()), []
    for region in context.regions or sorted({region for _, region in pairs}):
        kinds = [kind for kind, where in pairs if where == region]
        told = listing.told(entry, kinds[0] if kinds else "", region, context.language)
        names = "; ".join(context.offer_chip(kind).text for kind in kinds)
        place = context.region_names.get(region, region)
        if told:
            lines.append(f"{place}: {told}" + (f" ({names})" if names else ""))
    return "\n".join(lines)


def processing_rank(entry: Entry, context: CellContext) -> int | None:
    """Sort by how near the processing is (regional first), then by how many ways there are."""
    found = [at for at, each in enumerate(processing(entry, context)) if _is_offered(each)]
    return 100 * min(found) - len(found) if found else None


def capacity_rank(entry: Entry, context: CellContext) -> int | None:
    """Sort by the number of capacity models."""
    return -sum(map(_is_offered, capacity(entry, context))) or None


def _is_offered(mark: Mark) -> bool:
    return mark.known is Availability.OFFERED


def version_and_stage(entry: Entry, context: CellContext) -> str:
    """Return the version, and its stage where that is another than generally available."""
    chips = stage(entry, context)
    plain = chips[0].kind in (Stage.GENERALLY_AVAILABLE, "unknown")
    return " · ".join(filter(None, (entry.version.version, "" if plain else chips[0].text)))


def title_tip(entry: Entry, context: CellContext) -> str:
    """Return name and version in full, and the stage as published."""
    return "\n".join((entry.title, *(chip.text for chip in stage(entry, context))))


def first_use_case(entry: Entry, context: CellContext) -> tuple[Chip, ...]:
    """Return the first use case, and how many more there are."""
    cases = entry.model.use_cases
    if not cases:
        return ()
    first = cases[0]
    name = context.use_case_names.get(first, first)
    if first in labels.USE_CASES_SHORT:
        name = context.word(labels.USE_CASES_SHORT, first)
    more = (Chip(f"+{len(cases) - 1}", "more"),) if len(cases) > 1 else ()
    return (Chip(name, "use_case"), *more)


def use_cases_tip(entry: Entry, context: CellContext) -> str:
    """Return all use cases, one a line."""
    return "\n".join(context.use_case_names.get(each, each) for each in entry.model.use_cases)


def month_of_retirement(entry: Entry, context: CellContext) -> str:
    """Return the month of the retirement date; "from" where only the earliest day is known."""
    told = retirement(entry, context.view)
    if not isinstance(told.value, date):
        return _SIGNS[told.status]
    month = formats.partial_day(f"{told.value:%Y-%m}", context.language)
    earliest = Qualifier.NOT_BEFORE in told.qualifiers
    return tr(_FROM).replace("{month}", month) if earliest else month


def time_left(entry: Entry, context: CellContext) -> str:
    """Return the days until the retirement date, or that it has passed."""
    published = entry.version.lifecycle.stage
    left = days_left(entry, context.view).value
    if published is Stage.RETIRED:
        return context.word(labels.STAGE_CHIPS, published)
    if not isinstance(left, int):
        return ""
    if left < 0:
        return context.word(labels.STAGE_CHIPS, "past_date")
    days = formats.number(left, context.language)
    return tr(_ONE_DAY if left == 1 else _DAYS).replace("{days}", days)


def nearness(scope: Scope) -> int:
    """Tell how far from the region requests may be processed; farthest where nobody knows."""
    return _NEARNESS.get(scope, len(_NEARNESS))


def deployment_types(entry: Entry, context: CellContext) -> tuple[Chip, ...]:
    """Return a chip for each deployment type offered somewhere, nearest processing first."""
    if entry.is_service:
        return (Chip(context.word(labels.AVAILABILITY, "does_not_apply"), "unknown"),)
    by_scope = context.deployment_types
    kinds = sorted(by_scope, key=lambda sku: nearness(by_scope[sku].scope))
    found = {kind: offered_anywhere(entry, kind) for kind in kinds}
    offered = [kind for kind in kinds if found[kind] is Availability.OFFERED]
    return _chips(offered, _for_any_use(found), context)


def deployment_types_count(entry: Entry, _context: CellContext) -> int | None:
    """Sort by the number of deployment types; None where nothing is known."""
    offered = sum(bool(offered_regions(offer)) for offer in entry.version.offers)
    return offered if entry.version.offers else None


def offered_here(entry: Entry, context: CellContext) -> tuple[Chip, ...]:
    """Return a chip for each way the entry is offered in the chosen regions, nearest first."""
    if not context.regions:
        return ()
    if entry.is_service:
        there = strongest(entry.feature_in(region) for region in context.regions)
        look = "regional" if there is Availability.OFFERED else "unknown"
        return (Chip(context.word(labels.AVAILABILITY, there.value), look),)
    found = how_offered(entry, context.regions, context.index.catalog)
    nearest = sorted(found, key=lambda each: nearness(each[0].scope))
    offered = [kind.id for kind, known in nearest if known is Availability.OFFERED]
    return _chips(offered, _for_any_use({kind.id: known for kind, known in found}), context)


def offered_here_rank(entry: Entry, context: CellContext) -> int | None:
    """Sort by how near the processing is (regional first), then by how many ways there are."""
    if not context.regions:
        return None
    found = how_offered(entry, context.regions, context.index.catalog)
    offered = [nearness(kind.scope) for kind, known in found if known is Availability.OFFERED]
    return 100 * min(offered) - len(offered) if offered else None


def offered_here_tip(entry: Entry, context: CellContext) -> str:
    """Return what is known of each deployment type in the chosen regions, in whole words."""
    found = how_offered(entry, context.regions, context.index.catalog) if context.regions else ()
    lines = []
    for kind, known in sorted(found, key=lambda each: nearness(each[0].scope)):
        word = context.answer(known, (entry.offers.get(kind.id),))
        newer = "" if kind.scope.known else f" ({kind.scope})"
        line = f"{context.text(kind.name)}{newer}: {word}"
        if known is Availability.OFFERED:
            line += f". {context.text(kind.description)}"
        lines.append(line)
    return "\n".join([*lines, offers_tip(entry, context)]).strip()


def regions_tip(entry: Entry, context: CellContext) -> str:
    """Return deployment types with their regions, and the sources."""
    lines = [
        f"{context.with_end(context.offer_chip(offer.deployment_type).text, offer)}: "
        + ", ".join(context.region_names.get(name, name) for name in sorted(offered_regions(offer)))
        for offer in entry.version.offers
        if offered_regions(offer)
    ]
    return "\n".join([*lines, offers_tip(entry, context)]).strip()


def offers_tip(entry: Entry, context: CellContext) -> str:
    """Return the sources of the offers."""
    ids = dict.fromkeys(source for offer in entry.version.offers for source in offer.sources)
    return "\n".join(filter(None, (context.source_line(source) for source in ids)))


def capabilities(entry: Entry, context: CellContext) -> str:
    """Return what some source says that it can do."""
    able = tuple(each.id for each in entry.version.capabilities if each.supported)
    return context.names(able, context.capability_names)


def capabilities_count(entry: Entry, _context: CellContext) -> int | None:
    """Sort by their number; None where no source names any."""
    return sum(each.supported for each in entry.version.capabilities) or None


def capabilities_tip(entry: Entry, context: CellContext) -> str:
    """Return levels, what it cannot do with the date of that, and the sources."""
    names, listed = context.capability_names, entry.version.capabilities
    told = (
        f"{names.get(each.id, each.id)}: "
        f"{capability_told(each, context.index.source_dates, context.language)}"
        for each in listed
        if each.levels or not each.supported
    )
    sources = map(context.source_line, dict.fromkeys(each.source for each in listed))
    return "\n".join(filter(None, (*told, *sources)))


def _for_any_use(found: Mapping[str, Availability]) -> Availability:
    """Return what all types amount to but the developer tier, which is for trying.

    As in the matrix, the number of regions and the sheets: no source says anything of it for
    most models, and a known "no" would read "unknown".
    """
    return strongest(told for kind, told in found.items() if kind != DEVELOPER_TIER)


def _chips(offered: list[str], otherwise: Availability, context: CellContext) -> tuple[Chip, ...]:
    if offered:
        return tuple(context.offer_chip(kind) for kind in offered)
    return (Chip(context.word(labels.AVAILABILITY, otherwise.value), otherwise.value),)
