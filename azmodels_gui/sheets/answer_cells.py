# SPDX-License-Identifier: MIT
"""Answers in the words and figures of a sheet's language: one place for every output."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from msgspec.structs import replace

from azmodels_gui.answers.answer import (
    Answer,
    Average,
    Better,
    Cost,
    Difference,
    Hundredths,
    Message,
    Money,
    More,
    PartialDay,
    Qualifier,
    Row,
    Section,
    Share,
    StatedShare,
    Status,
    Tokens,
    Value,
)
from azmodels_gui.answers.prices import PriceLine
from azmodels_gui.calculator.exact import count_told, share_places
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.fact_dates import offer_told, unlisted_told
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.labels import TIERS, in_words, tier_name
from azmodels_gui.catalog.terms import (
    Availability,
    ContextBand,
    PriceTier,
    Scope,
    Term,
    TokenCategory,
    Unit,
    Word,
)
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.words import capitalized, counted
from azmodels_gui.sheets import answer_cells, sheet
from azmodels_gui.sheets.fact_words import ANSWER_COUNTS
from azmodels_gui.sheets.guide_words import GUIDE_COUNTS
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, CellKind, Group, Mark

SIGNS = {
    Availability.OFFERED: "●",
    Availability.NOT_OFFERED: "–",
    Availability.UNKNOWN: "?",
    Availability.CONFLICT: "!",
}
DASH, MINUS = "–", "−"
_COUNTS = GUIDE_COUNTS | ANSWER_COUNTS
SHOWN_AMOUNTS, NAMED_REGIONS, MOST_REGIONS = 3, 3, 6
"""Amounts and regions that a cell tells one by one: regions without a price, with the same one."""


def groups(sections: Iterable[Section], order: SheetOrder) -> tuple[Group, ...]:
    """Return sections as groups of a table, those without rows left out."""
    listed = tuple(section for section in sections if section.rows)
    known: _Known = {}
    return tuple(group(section, order, known) for section in listed)


_Known = dict[int, Cell]
"""The cells of answers by their identity: in many regions the same ones are told."""


def group(section: Section, order: SheetOrder, known: _Known | None = None) -> Group:
    """Return a section as a group of a table."""
    cells: _Known = {} if known is None else known
    rows = tuple(row(each, order, cells) for each in section.rows)
    return Group(section.key, message(section.heading, order), rows)


def row(asked: Row, order: SheetOrder, known: _Known | None = None) -> sheet.Row:
    """Return a row that says whether its cells differ, the best of them marked."""
    told: _Known = {} if known is None else known
    for answer in asked.answers:
        if id(answer) not in told:
            told[id(answer)] = cell(answer, order)
    cells = [told[id(answer)] for answer in asked.answers]
    for place in best(asked, order):
        if cells[place].mark is Mark.NONE:
            cells[place] = replace(cells[place], mark=Mark.BEST)
    differs = len({(each.kind, each.text) for each in cells}) > 1
    return sheet.Row(asked.key, label(asked.label, order), tuple(cells), differs)


def label(told: Message | LocalText | str, order: SheetOrder) -> str:
    """Return what a row is called."""
    return _text(told, order)


def cell(answer: Answer, order: SheetOrder) -> Cell:
    """Return the cell of one answer."""
    if answer.by_place:
        return _by_place(answer, order)
    if isinstance(answer.value, Availability) or answer.status is Status.NOT_OFFERED:
        return _offered(answer, order)
    if answer.values:
        return _several(answer, order)
    if answer.value is not None and answer.status is not Status.UNKNOWN:
        return _qualified(_valued(answer.value, answer.sources, order), answer, order)
    if answer.status is Status.DOES_NOT_APPLY:
        return order.cells.text(order.words("does_not_apply"))
    missing = order.cells.conflict if answer.status is Status.DISPUTED else order.cells.unknown
    why = "" if answer.value is None else _text(answer.value, order)
    return missing(*answer.sources, text=why)


def text(answer: Answer, order: SheetOrder) -> str:
    """Return an answer on a line of its own, with its unit."""
    told = cell(answer, order).text
    if isinstance(answer.value, Tokens):
        count = figures.number(answer.value, order.language)
        told = told.replace(count, order.words("tokens", count=count), 1)
    return told


def best(asked: Row, order: SheetOrder) -> Iterator[int]:
    """Yield the places of the best answers; none where one in doubt may be better."""
    if asked.better is None:
        return
    ranked = [list(_ranks(answer, order)) for answer in asked.answers]
    certain = [
        (place, ranks[0])
        for place, (answer, ranks) in enumerate(zip(asked.answers, ranked, strict=True))
        if answer.certain and ranks
    ]
    if len({order.conversion.unit(each) for a in asked.answers for each in _money(a)}) > 1:
        return
    pick: Callable[[Iterable[Any]], Any] = max if asked.better is Better.HIGH else min
    everything = [rank for ranks in ranked for rank in ranks]
    if len(set(everything)) < 2 or not certain:
        return
    winner = pick(rank for _, rank in certain)
    if pick(everything) == winner:
        yield from (place for place, rank in certain if rank == winner)


def _ranks(answer: Answer, order: SheetOrder) -> Iterator[Any]:
    """Yield what can be compared: figures, days and amounts in the sheet's currency."""
    if answer.status is Status.UNKNOWN:
        return
    for value in (answer.value, *answer.values):
        if isinstance(value, Money):
            yield order.conversion.converted(value.amount, value.currency)[0]
        elif isinstance(value, int | Decimal | date):
            yield value
    for _, each in answer.by_place:
        yield from _ranks(each, order)


def _money(answer: Answer) -> Iterator[str]:
    for value in (answer.value, *answer.values):
        if isinstance(value, Money):
            yield value.currency


def _valued(value: Value, sources: Sequence[str], order: SheetOrder) -> Cell:
    cells = order.cells
    match value:
        case Cost():
            told = cells.money(value.amount, value.currency, *sources)
        case Difference():
            told = cells.money(value.amount, value.currency, *sources)
            sign = "+" if value.amount > 0 else MINUS if value.amount < 0 else ""
            told = replace(told, text=sign + cells.amount_text(abs(value.amount), value.currency))
        case Money():
            told = cells.price(value.amount, value.currency, *sources)
        case date():
            told = cells.day(value, *sources)
        case Share():
            told = cells.percent(Decimal(value), *sources, places=share_places(value))
        case int() | Decimal():
            told = _figure(value, sources, order)
        case _:
            told = cells.text(_text(value, order), *sources)
    return told


def _figure(value: int | Decimal, sources: Sequence[str], order: SheetOrder) -> Cell:
    cells = order.cells
    match value:
        case More():
            return replace(cells.number(value, *sources), text=_signed(value, order))
        case Hundredths():
            return cells.number(Decimal(value), *sources, places=2)
        case Average():
            return cells.number(count_told(value), *sources)
    return cells.number(value, *sources)


def _qualified(told: Cell, answer: Answer, order: SheetOrder) -> Cell:
    """Put into the cell what must not be left out, and mark what needs attention."""
    words, has = order.words, answer.qualifiers.__contains__
    if has(Qualifier.NEVER):
        return order.cells.text(words("never", share=told.text), *answer.sources)
    before = words("not_before", day="") if has(Qualifier.NOT_BEFORE) else ""
    after = ""
    if answer.scope is not None and has(Qualifier.SCOPED):
        after = words("price_row", what="", scope=words.named(answer.scope, "scope_"))
    after += words("price_secondary", amount="") if has(Qualifier.SECONDARY) else ""
    after += words("of_other_regions") if has(Qualifier.OTHER_REGION) else ""
    after += words("less_on_some") if has(Qualifier.CONDITIONAL) else ""
    if has(Qualifier.PAST) and told.kind is CellKind.TEXT:
        after += f", {words('past_date')}"
    if before or after:
        told = replace(told, text=f"{before}{told.text}{after}", before=before, after=after)
    return replace(told, mark=Mark.WARNING) if answer.warns else told


def _offered(answer: Answer, order: SheetOrder) -> Cell:
    """Return one of the four answers; a no with its date, an offer with an end of its own."""
    known = answer.value if isinstance(answer.value, Availability) else Availability.NOT_OFFERED
    if isinstance(answer.value, Message):
        told = order.dated(_text(answer.value, order), answer.sources)
    else:
        word = order.words(known.value)
        told = offer_told(word, known, answer.until, answer.as_of, order.day, order.language)
    kind = _KINDS.get(answer.status, CellKind.TEXT)
    mark = Mark.WARNING if answer.status is Status.DISPUTED else Mark.NONE
    sign = SIGNS[answer.value] if isinstance(answer.value, Availability) else ""
    return Cell(kind, told, sources=answer.sources, mark=mark, sign=sign)


_KINDS = {Status.UNKNOWN: CellKind.UNKNOWN, Status.DISPUTED: CellKind.CONFLICT}


def _several(answer: Answer, order: SheetOrder) -> Cell:
    words, cells, has = order.words, order.cells, answer.qualifiers.__contains__
    if not any(isinstance(value, Money) for value in answer.values):
        return cells.text(_listed_values(answer.values, order), *answer.sources)
    if answer.status is Status.KNOWN:
        low, *_, high = sorted(_ranks(answer, order))
        unit = order.conversion.unit(next(_money(answer)))
        ends = (order.cells.price_text(each, unit) for each in (low, high))
        span = dict(zip(("low", "high"), ends, strict=True))
        return _qualified(cells.text(words("price_range", **span), *answer.sources), answer, order)
    amounts = _amounts(answer.values, order)
    if answer.status is Status.DISPUTED:
        told = words("price_conflicting", amounts=amounts)
        return cells.conflict(*answer.sources, text=told)
    if has(Qualifier.ENDED):
        day = "" if answer.until is None else figures.day(answer.until, order.language)
        told = words("price_expired", day=day, amount=amounts)
        sources = answer.sources
        return Cell(CellKind.UNKNOWN, told, sources=sources, mark=Mark.WARNING, sign="?")
    return cells.unknown(*answer.sources, text=words("price_elsewhere", amounts=amounts))


def _listed_values(values: Sequence[Value], order: SheetOrder) -> str:
    between = "; " if _is_price(values[0]) else ", "
    told = list(dict.fromkeys(_text(value, order) for value in values))
    more = len(told) - SHOWN_AMOUNTS if _is_price(values[0]) else 0
    if more > 0:
        told = [*told[:SHOWN_AMOUNTS], order.words("more_prices", count=more)]
    return between.join(told)


def _is_price(value: Value) -> bool:
    return isinstance(value, Message) and value.key == "other_price"


def _amounts(values: Iterable[Value], order: SheetOrder) -> str:
    different = list(dict.fromkeys(_text(value, order) for value in values))
    return " / ".join(different[:SHOWN_AMOUNTS]) + (" …" if different[SHOWN_AMOUNTS:] else "")


def _by_place(answer: Answer, order: SheetOrder) -> Cell:
    """Return one cell for the regions asked about, which differ."""
    by_text: dict[str, list[str]] = {}
    unknown: list[str] = []
    made: _Known = {}
    for region, part in answer.by_place:
        if id(part) not in made:
            made[id(part)] = cell(part, order)
        told = made[id(part)]
        gap = part.status is Status.UNKNOWN
        alike = unknown if gap else by_text.setdefault(told.text, [])
        alike.append(order.region_names.get(region, region))
    parts = [f"{_listed(names, order)}: {told}" for told, names in by_text.items()]
    parts += _without(unknown, order)
    told = order.cells.text("; ".join(parts), *answer.sources)
    places = tuple(
        (order.region_names.get(region, region), made[id(part)]) for region, part in answer.by_place
    )
    return replace(told, gap=bool(unknown), by_region=places)


def _listed(names: Sequence[str], order: SheetOrder) -> str:
    """Return names, of many some and the number of the others."""
    more = len(names) - MOST_REGIONS
    if more <= 1:
        return ", ".join(names)
    return f"{', '.join(names[:MOST_REGIONS])} {order.words('more_prices', count=more)}"


def _without(names: Sequence[str], order: SheetOrder) -> list[str]:
    """Return that something is unknown in some regions; many are counted."""
    if len(names) > NAMED_REGIONS:
        return [order.words("unknown_in_regions", count=len(names))]
    return [f"{', '.join(names)}: {order.words('unknown')}"] if names else []


def message(told: Message, order: SheetOrder) -> str:
    """Return words with the values filled in."""
    special = _SPECIAL.get(told.key)
    if special is not None:
        return special(dict(told.values), order)
    if told.key in _COUNTS:
        count: int = dict[str, Any](told.values)["count"]
        shown = figures.number(count, order.language)
        return counted(_COUNTS[told.key], count, order.language, shown)
    words = order.words
    if told.key.startswith("kind_") and not words.has(told.key):
        return str(dict(told.values)["name"])
    filled = {name: _text(value, order) for name, value in told.values if name != "name"}
    names = {name: str(value) for name, value in told.values if name == "name"}
    return words(told.key, **filled, **names)


def _signed(count: int, order: SheetOrder) -> str:
    sign = "+" if count > 0 else MINUS if count < 0 else ""
    return sign + figures.number(abs(count), order.language)


def _stated_share(share: Decimal, order: SheetOrder) -> str:
    places = figures.places_of((share * 100).normalize())
    return order.cells.percent(share, places=places).text


def _text(value: object, order: SheetOrder) -> str:
    told = next((told for kind, told in _TEXTS if isinstance(value, kind)), None)
    return str(value) if told is None else told(value, order)


_TEXTS: tuple[tuple[type | tuple[type, ...], Callable[[Any, SheetOrder], str]], ...] = (
    (Message, lambda value, order: message(value, order)),
    (Answer, lambda value, order: cell(value, order).text),
    (LocalText, lambda value, order: value.in_language(order.language)),
    (Cost, lambda value, order: order.cells.amount_text(value.amount, value.currency)),
    (Money, lambda value, order: order.cells.price_text(value.amount, value.currency)),
    (PartialDay, lambda value, order: figures.partial_day(value, order.language)),
    (TokenCategory, lambda value, order: labels.category(value, order.language)),
    (Unit, lambda value, order: labels.unit(value, order.language)),
    (Scope, lambda value, order: order.words.named(value, "scope_")),
    (PriceTier, lambda value, order: in_words(TIERS, value, order.language)),
    (Term, lambda value, order: order.words.named(value, "term_")),
    (Word, lambda value, order: order.words.named(value)),
    (Statement, lambda value, order: sentence(value, order.language)),
    (StatedShare, lambda value, order: _stated_share(value, order)),
    (More, lambda value, order: _signed(value, order)),
    (Share, lambda value, order: order.cells.percent(value, places=share_places(value)).text),
    (Hundredths, lambda value, order: figures.number(value, order.language, 2)),
    (Average, lambda value, order: figures.number(count_told(value), order.language)),
    ((int, Decimal), lambda value, order: figures.number(value, order.language)),
    (date, lambda value, order: figures.day(value, order.language)),
)
"""How each type of value is told; the first that fits counts."""


def line_how(line: PriceLine, order: SheetOrder) -> str:
    """Return how is processed what a price is for: tier, long context; empty: as usual."""
    how = [in_words(TIERS, line.tier, order.language)]
    if line.band is not ContextBand.SHORT:
        how.append(in_words(labels.BANDS, line.band, order.language))
    return ", ".join(filter(None, how))


def line_label(line: PriceLine, order: SheetOrder) -> str:
    """Return what a row of prices is for, in words."""
    told = line_how(line, order)
    return order.words(
        "price_row_how" if told else "price_row",
        what=capitalized(labels.category(line.category, order.language)),
        scope=order.words.named(line.scope, "scope_"),
        how=told,
    )


def _counted(values: dict[str, Any], order: SheetOrder) -> str:
    told = str(values["offered"])
    if values["unknown"]:
        told = order.words("and_unknown", count=told, unknown=values["unknown"])
    if values["disputed"]:
        told = order.words("and_disputed", told=told, count=values["disputed"])
    return told


def _quota_line(values: dict[str, Any], order: SheetOrder) -> str:
    kind = values["kind"]
    name = "" if kind is None else order.kind_names.get(kind, kind)
    tier = tier_name(values["tier"], order.language, order.words("quota_tier", tier="{tier}"))
    return f"{', '.join(filter(None, (tier, name)))} (TPM)"


def _by_type(values: dict[str, Any], order: SheetOrder) -> str:
    """Return deployment types by what is known of each."""
    by_text: dict[str, list[str]] = {}
    for kind, answer in values["ways"]:
        by_text.setdefault(cell(answer, order).text, []).append(order.kind_name(kind))
    return "; ".join(f"{' · '.join(names)}: {told}" for told, names in by_text.items())


def _change(values: dict[str, Any], order: SheetOrder) -> str:
    before, after = (cell(values[side], order).text for side in ("before", "after"))
    if before == after:
        return order.words("unchanged", figure=before)
    ratio = values["ratio"]
    if ratio is None:
        return f"{before} → {after}"
    share = figures.percent(abs(Decimal(ratio)), order.language, 0)
    return f"{before} → {after} ({'+' if ratio > 0 else MINUS}{share})"


def _weight(values: dict[str, Any], order: SheetOrder) -> str:
    what, band = _text(values["what"], order), values["band"]
    if band is not None:
        what = f"{what}, {in_words(labels.BANDS, band, order.language)}"
    return order.words("weight_of", what=what)


def _other_price(values: dict[str, Any], order: SheetOrder) -> str:
    amount = order.words(
        "amount_per", amount=_text(values["amount"], order), unit=_text(values["unit"], order)
    )
    return f"{_text(values['category'], order)}: {amount}"


def _unlisted(values: dict[str, Any], order: SheetOrder) -> str:
    source = values["source"]
    return unlisted_told(source, order.language) if isinstance(source, Source) else ""


_SPECIAL: dict[str, Callable[[dict[str, Any], SheetOrder], str]] = {
    "dash": lambda _, __: DASH,
    "price_line": lambda values, order: line_label(values["line"], order),
    "counted": _counted,
    "listed": lambda values, order: ", ".join(_text(each, order) for each in values["values"]),
    "by_type": _by_type,
    "change": _change,
    "quota_line": _quota_line,
    "requests_a_minute_of": lambda values, order: (
        f"{_text(values['count'], order)}{NO_BREAK_SPACE}RPM"
    ),
    "other_price": _other_price,
    "weight": _weight,
    "unlisted_in": _unlisted,
}
"""Messages that are put together of several words."""


class Told(Protocol):
    """What a sizing, or a plan, comes to."""

    @property
    def lead(self) -> tuple[Message, ...]:
        """What to buy and what it costs: sentences."""

    @property
    def changes(self) -> tuple[Message, ...]:
        """When that would change: sentences."""

    @property
    def against(self) -> tuple[Message, ...]:
        """What speaks against it: parts of one sentence."""


class VerdictText(NamedTuple):
    """The parts, each told in another look; any but the first may be empty."""

    lead: str
    """What to buy and what it costs."""
    change: str
    """When that would change."""
    against: str
    """What speaks against it."""

    @property
    def plain(self) -> str:
        """Everything as it is copied."""
        return " ".join(filter(None, self))


def verdict_told(found: Told, order: SheetOrder) -> VerdictText:
    """Return the parts in the language and currency of an order."""

    def told(parts: Sequence[Message]) -> list[str]:
        return [answer_cells.message(each, order) for each in parts]

    points = "; ".join(answer_cells.message(each, order) for each in found.against)
    against = order.words("verdict_against", points=points) if points else ""
    return VerdictText(" ".join(told(found.lead)), " ".join(told(found.changes)), against)
