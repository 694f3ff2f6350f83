# SPDX-License-Identifier: MIT
"""The tables of a fact sheet: offers by region, prices in force."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers import answer
from azmodels_gui.answers.answer import Qualifier, Section, Status
from azmodels_gui.answers.availability import TypeRegions, regions_by_type
from azmodels_gui.answers.capacity import (
    QuotaLine,
    TypeQuota,
    parameter_rows,
    parameters,
    ptu_prices,
    quotas,
)
from azmodels_gui.answers.prices import BASIC, TIERS, PriceLine, concerns, token_price, token_prices
from azmodels_gui.answers.stated_prices import Alike, Time, stated_prices, together
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import end_told, promised_told
from azmodels_gui.catalog.labels import tier_name
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import (
    Availability,
    Billing,
    ContextBand,
    PriceTier,
    Scope,
    Term,
    Unit,
    newer_words,
)
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import DASH, cell, label, row
from azmodels_gui.sheets.cells import NO_BREAK_SPACE
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import shortened
from azmodels_gui.sheets.sheet import (
    Block,
    Cell,
    CellKind,
    Column,
    Group,
    Mark,
    Row,
    Sentence,
    Table,
    Text,
)

MAX_PRICES = 60
"""Rows of the price table; the rest is counted."""


def offer_table(entry: Entry, order: SheetOrder) -> Table:
    """Return each deployment type, or feature of a service, with its regions by what is known."""
    words, service = order.words, entry.is_service
    disputed = () if service else (Column(words("disputed_where"), weight=2),)
    columns = (
        Column(words("offered_in"), weight=4),
        *disputed,
        Column(words("unknown_where"), weight=2),
    )
    told = regions_by_type(entry, order.view, order.view.shown_types)
    rows = tuple(_offer_row(each, order) for each in told)
    heading = words("feature") if service else words("deployment_type")
    return Table(heading, columns, (Group("offers", "", rows),))


def _offer_row(each: TypeRegions, order: SheetOrder) -> Row:
    cells, regions, together = order.cells, each.regions, each.together
    label = each.name.in_language(order.language)
    if regions.offered and together.until is not None:
        label = f"{label} ({end_told(together.until, order.day, order.language)})"
    named = ", ".join(order.region_names.get(name, name) for name in regions.offered)
    # Of what is unknown everywhere the first column says so.
    unknown = () if together.status is Status.UNKNOWN else regions.unknown
    return Row(
        each.key,
        label,
        (
            cells.text(named, *together.sources)
            if named
            else cell(each.elsewhere or together, order),
            *(() if each.kind is None else (_where(regions.disputed, order, Mark.WARNING),)),
            _where(unknown, order),
        ),
    )


def _where(names: Sequence[str], order: SheetOrder, mark: Mark = Mark.NONE) -> Cell:
    if not names:
        return order.cells.text(DASH)
    told = [order.region_names.get(name, name) for name in names]
    return order.cells.text(shortened(told, order), mark=mark)


def quota_tables(entry: Entry, order: SheetOrder) -> tuple[Table, ...]:
    """Return the default quota, tiers down and deployment types across.

    Types whose tiers are called otherwise have a table of their own.
    """
    by_tiers: dict[tuple[str, ...], list[TypeQuota]] = {}
    for each in quotas(entry, order.view):
        tiers = tuple(dict.fromkeys(line.tier for line in each.tiers))
        alike = (known for known in by_tiers if set(known) & set(tiers))
        found = next(alike, ())
        listed = [*by_tiers.pop(found, []), each]
        by_tiers[tuple(sorted({*found, *tiers}))] = listed
    return tuple(_quota_table(tiers, told, order) for tiers, told in by_tiers.items())


def _quota_table(tiers: Sequence[str], told: Sequence[TypeQuota], order: SheetOrder) -> Table:
    rows = tuple(
        Row(
            f"quota:{tier}",
            capitalized(tier_name(tier, order.language, order.words("tier", tier="{tier}"))),
            tuple(_quota(each, tier, order) for each in told),
        )
        for tier in tiers
    )
    columns = tuple(Column(_quota_title(each, order), figures=True) for each in told)
    groups = (Group("quotas", "", rows),)
    return Table(order.words("tier_name"), columns, groups, by_column=True)


def _quota_title(each: TypeQuota, order: SheetOrder) -> str:
    kinds = {kind.id: kind for kind in order.catalog.deployment_types}
    kind = kinds.get(each.kind or "")
    name = DASH if kind is None else order.words.named(kind.scope, "scope_")
    if kind is not None and kind.billing is not Billing.PAYG:
        name = order.kind_names[kind.id]
    if each.queued:
        return f"{name} ({order.words('enqueued_tokens')})"
    both = any(line.requests.status is Status.KNOWN for line in each.tiers)
    return f"{name} (TPM{' · RPM' if both else ''})"


def _quota(each: TypeQuota, tier: str, order: SheetOrder) -> Cell:
    """Return what sources state of one tier; a figure stays one, and several are all told."""
    found = [_quota_line(line, order) for line in each.tiers if line.tier == tier]
    by_text = {told.text: told for told in found}
    if len(by_text) < 2:
        return next(iter(by_text.values()), order.cells.text(DASH))
    sources = (source for told in found for source in told.sources)
    return order.cells.text(" / ".join(by_text), *sources)


def _quota_line(line: QuotaLine, order: SheetOrder) -> Cell:
    """Return tokens, requests and remarks of one line."""
    tokens = cell(line.tokens, order)
    beside = [line.note] if line.note else []
    if line.requests.status is Status.KNOWN:
        requests = cell(line.requests, order)
        if line.tokens.status is not Status.KNOWN:  # paid by the request, such as images
            tokens = requests
        else:
            beside.insert(0, requests.text.removesuffix(f"{NO_BREAK_SPACE}RPM"))
    after = "".join(f" · {text}" for text in beside)
    return replace(tokens, text=f"{tokens.text}{after}", after=after) if after else tokens


def price_table(entry: Entry, order: SheetOrder) -> tuple[Block, ...]:
    """Return the prices in force, scopes across; expired ones only by their number."""
    words, view = order.words, order.view
    priced = order.conversion.priced(entry)
    lines = token_prices((entry,), view).rows
    if view.data_zones:  # what leaves the zone stands beside it
        world = token_prices((entry,), view.anywhere).rows
        lines = (*lines, *(each for each in world if f":{Scope.GLOBAL}:" in each.key))
    stated = stated_prices(priced.prices, order.day)
    here = [price for price in stated[Time.IN_FORCE] if concerns(price, view)]
    keys = {each.key for each in lines}
    more = dict.fromkeys(line for each in here if (line := _line(each)) and line.key not in keys)
    told_more = (
        answer.Row(line.key, line.label, (token_price(priced, line, view),)) for line in more
    )
    grid = _by_scope(
        sorted((*lines, *told_more), key=_rank),
        words("price_per_million"),
        _Grid(entry, False, order),
    )
    others = together((price for price in here if _line(price) is None), order.day)
    told = tuple(_beside(len(others), len(stated[Time.EXPIRED]), order))
    text = (Text(told),) if told else ()
    if not grid and not others:
        return (Text((Sentence(words("no_price")), *told)),)
    return (*grid, *_other_prices(others, order), *text)


def _line(price: Price) -> PriceLine | None:
    """Return the line of a price among those per 1M tokens; None: it has no place there."""
    if price.unit is not Unit.MILLION_TOKENS or price.fine_tuned or price.variant:
        return None
    if not price.category.known or not price.tier.known:
        return None
    scope, band = price.scope or Scope.GLOBAL, price.context_band or ContextBand.SHORT
    return PriceLine(price.category, scope, band, price.tier)


def _rank(row: answer.Row) -> tuple[int, ...]:
    """Sort by how it is processed, then by what is paid for."""
    _, _, tier, band, category = row.key.split(":")
    ways = [(tier.value, band.value) for tier, band in TIERS]
    way = ways.index((tier, band)) if (tier, band) in ways else len(ways)
    basic = [each.value for each in BASIC]
    return way, basic.index(category) if category in basic else len(basic)


def _other_prices(others: Sequence[Alike[Price]], order: SheetOrder) -> tuple[Block, ...]:
    """Return what is priced otherwise: of images, of fine-tuned models, scopes across."""
    found: dict[str, dict[Scope, list[Alike[Price]]]] = {}
    for each in others[:MAX_PRICES]:
        scope = each.price.scope or Scope.GLOBAL
        found.setdefault(_what_else(each.price, order), {}).setdefault(scope, []).append(each)
    if not found:
        return ()
    words = order.words
    scopes = Scope.of(scope for by_scope in found.values() for scope in by_scope)
    columns = tuple(Column(words.named(each, "scope_"), figures=True) for each in scopes)
    rows = tuple(
        Row("price", what, tuple(_other_price(by_scope.get(each, ()), order) for each in scopes))
        for what, by_scope in found.items()
    )
    groups = (Group("prices", "", rows),)
    return (Table(words("other_prices"), columns, groups, by_column=True),)


def _what_else(price: Price, order: SheetOrder) -> str:
    what = capitalized(labels.category(price.category, order.language))
    unit = labels.unit(price.unit, order.language)
    per = "" if price.unit is Unit.MILLION_TOKENS else order.words("per_unit", unit=unit)
    return ", ".join(filter(None, (what, *_how(price, order), per)))


def _other_price(found: Sequence[Alike[Price]], order: SheetOrder) -> Cell:
    """Return one price, or the lowest and the highest of several regions."""
    cells = order.cells
    if not found:
        return cells.text(DASH)
    ranked = sorted(found, key=lambda each: each.price.amount)
    low, high = (
        cells.price(each.price.amount, each.price.currency, *each.sources)
        for each in (ranked[0], ranked[-1])
    )
    if low.text == high.text:
        return low
    sources = tuple(dict.fromkeys(source for each in found for source in each.sources))
    return cells.text(f"{low.text} {DASH} {high.text}", *sources)


def ptu_tables(entry: Entry, order: SheetOrder) -> tuple[Block, ...]:
    """Return what a PTU carries and costs; nothing where no source says."""
    words, found = order.words, parameters(entry)
    if found is None:
        return ()
    by_key = {each.key: each for each in parameter_rows((found,), order.view)}
    plain = [each for key, each in by_key.items() if ":" not in key]
    weights = [each for key, each in by_key.items() if key.startswith("weight:")]
    rows = [*(row(each, order) for each in plain), *_weights(weights, order)]
    rows += _smallest(by_key, order)
    columns = (Column(entry.title),)
    table = Table(words("model"), columns, (Group("capacity", "", tuple(rows)),))
    prices = tuple(ptu_prices((entry,), order.view))
    return (table, *_by_scope(prices, words("ptu_one"), _Grid(entry, on_ptu=True, order=order)))


def _weights(found: Sequence[answer.Row], order: SheetOrder) -> Iterator[Row]:
    """Yield what tokens weigh on PTU, in one row."""
    if not found:
        return
    sources = answer.cited(each.answers[0] for each in found)
    told = (
        f"{label(each.label, order).partition(', ')[2]} {cell(each.answers[0], order).text}"
        for each in found
    )
    yield Row("weights", order.words("weights"), (order.cells.text(" · ".join(told), *sources),))


def _smallest(by_key: dict[str, answer.Row], order: SheetOrder) -> Iterator[Row]:
    """Yield the smallest deployment and its step, scopes with the same together."""
    by_size: dict[str, list[str]] = {}
    sources: dict[str, None] = {}
    for key, each in by_key.items():
        if not key.startswith("minimum:"):
            continue
        scope = _scope_of(key)
        least, step = each.answers[0], by_key[f"step:{scope}"].answers[0]
        told = cell(least, order).text
        if step.status is Status.KNOWN:
            told = order.words("ptu_least", least=told, step=cell(step, order).text)
        by_size.setdefault(told, []).append(order.words.named(scope, "scope_"))
        sources |= dict.fromkeys(least.sources)
    if by_size:
        told = "; ".join(f"{', '.join(names)}: {size}" for size, names in by_size.items())
        yield Row("smallest", order.words("minimum_ptu"), (order.cells.text(told, *sources),))


class _Grid(Struct, frozen=True):
    """Forms the cells of prices with their scopes across, and what they have no room for."""

    entry: Entry
    on_ptu: bool
    order: SheetOrder

    def thing(self, by_scope: dict[Scope, answer.Row]) -> str:
        """Return what is paid for, without where it is processed."""
        scope, each = next(iter(by_scope.items()))
        words = self.order.words
        if self.on_ptu:
            with newer_words():
                return capitalized(words.named(Term(each.key.rpartition(":")[2]), "term_"))
        return label(each.label, self.order).replace(f", {words.named(scope, 'scope_')}", "", 1)

    def cell(self, each: answer.Row | None, scope: Scope) -> Cell:
        """Return a price as a narrow column shows it."""
        order = self.order
        if each is None:
            return order.cells.text(DASH)
        told = each.answers[0]
        if told.status is Status.UNKNOWN:
            return order.cells.unknown(*told.sources)
        one = _one_known(told)
        shown = cell(replace(one, qualifiers=one.qualifiers - {Qualifier.OTHER_REGION}), order)
        if one.by_place:
            shown = replace(shown, text=self._span(told))
        return replace(shown, gap=bool(self._gaps(told, scope)))

    def note(self, told: answer.Answer, scope: Scope) -> str:
        """Return what the narrow column leaves out; empty: nothing."""
        order = self.order
        if told.status is Status.UNKNOWN:
            return cell(told, order).text if told.values else ""
        one = _one_known(told)
        if one.by_place:
            return cell(told, order).text
        said = []
        if Qualifier.OTHER_REGION in one.qualifiers:
            said.append(order.words("of_other_regions").strip(" ()"))
        gaps = self._gaps(told, scope)
        if gaps:
            said.append(order.words("price_unknown_in", regions=", ".join(gaps)))
        return "; ".join(said)

    def _span(self, told: answer.Answer) -> str:
        """Return the lowest and the highest price of several regions."""
        cells = [cell(part, self.order) for _, part in told.by_place]
        known = [each for each in cells if isinstance(each.value, Decimal)]
        if len({each.currency for each in known}) != 1:
            return self.order.words("by_region_below")
        low = min(known, key=lambda each: each.value or 0)
        high = max(known, key=lambda each: each.value or 0)
        return f"{low.text} {DASH} {high.text}"

    def _gaps(self, told: answer.Answer, scope: Scope) -> list[str]:
        """Return the regions that offer it and have no known price."""
        kinds = [
            kind.id
            for kind in self.order.view.shown_types
            if kind.scope is scope and (kind.billing is Billing.PROVISIONED) is self.on_ptu
        ]
        return [
            self.order.region_names.get(region, region)
            for region, part in told.by_place
            if part.has_gap
            and any(self.entry.availability(kind, region) in _MAYBE for kind in kinds)
        ]


_MAYBE = frozenset({Availability.OFFERED, Availability.CONFLICT})


def _by_scope(rows: Iterable[answer.Row], stub: str, grid: _Grid) -> tuple[Block, ...]:
    """Return rows of prices with their scopes across; what a cell has no room for stands below.

    A scope none of whose prices is known here has no column, only what is said of it.
    """
    order = grid.order
    found: dict[str, dict[Scope, answer.Row]] = {}
    for each in rows:
        scope = _scope_of(each.key)
        thing = each.key.replace(f":{scope}", "", 1)
        found.setdefault(thing, {})[scope] = each
    stated = {
        scope
        for by_scope in found.values()
        for scope, each in by_scope.items()
        if each.answers[0].status in (Status.KNOWN, Status.DISPUTED)
    }
    scopes = Scope.of(stated)
    columns = tuple(Column(order.words.named(each, "scope_"), figures=True) for each in scopes)
    told = tuple(
        Row(
            thing,
            grid.thing(by_scope),
            tuple(grid.cell(by_scope.get(scope), scope) for scope in scopes),
        )
        for thing, by_scope in found.items()
        if stated & set(by_scope)
    )
    groups = (Group("prices", "", told),)
    table = (Table(stub, columns, groups, by_column=True),) if told else ()
    texts = tuple(_noted(found.values(), grid))
    return (*table, *((Text(texts),) if texts else ()))


def _scope_of(key: str) -> Scope:
    """Return where is processed what a row tells, as its key says; also a newer word."""
    with newer_words():
        return Scope(key.split(":")[1])


def _one_known(told: answer.Answer) -> answer.Answer:
    """Return the price that is the same in all regions in which one is known, else the same."""
    known = [part for _, part in told.by_place if part.status is not Status.UNKNOWN]
    alike = {(part.status, part.value, part.values) for part in known}
    return known[0] if len(alike) == 1 else told


def _noted(found: Iterable[dict[Scope, answer.Row]], grid: _Grid) -> Iterator[Sentence]:
    """Yield what the cells leave out, what is alike together."""
    by_note: dict[tuple[str, str], list[tuple[Scope, answer.Answer]]] = {}
    for by_scope in found:
        for scope, each in by_scope.items():
            note = grid.note(each.answers[0], scope)
            if note:
                said = by_note.setdefault((grid.thing(by_scope), note), [])
                said.append((scope, each.answers[0]))
    together: dict[tuple[tuple[Scope, ...], str], list[str]] = {}
    sources: dict[tuple[tuple[Scope, ...], str], list[answer.Answer]] = {}
    for (thing, note), said in by_note.items():
        key = (tuple(scope for scope, _ in said), note)
        together.setdefault(key, []).append(thing)
        sources.setdefault(key, []).extend(told for _, told in said)
    for (scopes, note), things in together.items():
        names = ", ".join(grid.order.words.named(scope, "scope_") for scope in scopes)
        told = f"{capitalized(names)} ({', '.join(things)}): {note}"
        yield Sentence(told, answer.cited(sources[scopes, note]))


def can_rows(found: Section, order: SheetOrder) -> Iterator[Row]:
    """Yield what an entry can do, cannot do and of what no source speaks, each in one row."""
    by_text: dict[str, list[answer.Row]] = {}
    for each in found.rows:
        by_text.setdefault(cell(each.answers[0], order).text, []).append(each)
    named = {order.words("yes"): "can", order.words("unknown"): "unknown"}
    for told, same in by_text.items():
        if len(same) == 1 and told not in named:
            yield row(same[0], order)
            continue
        names = ", ".join(label(each.label, order) for each in same)
        sources = answer.cited(each.answers[0] for each in same)
        made = order.cells.text(names, *sources)
        word = named.get(told, "")
        if word == "unknown":
            made = replace(made, kind=CellKind.UNKNOWN)
        called = order.words(word) if word else told
        yield Row(f"can:{word or same[0].key}", capitalized(called), (made,))


def _beside(count: int, ended: int, order: SheetOrder) -> Iterator[Sentence]:
    if count > MAX_PRICES:
        yield Sentence(order.words("more_rows", count=count - MAX_PRICES))
    if ended:
        yield Sentence(order.words("ended_price" if ended == 1 else "ended_prices", count=ended))


def price_row(alike: Alike[Price], order: SheetOrder) -> Row:
    """Return prices that are told as one as the table tells them."""
    cells, language, price = order.cells, order.language, alike.price
    what = labels.category(price.category, language)
    return Row(
        "price",
        capitalized(what),
        (
            cells.price(price.amount, price.currency, *alike.sources),
            cells.text(labels.unit(price.unit, language).replace(" ", NO_BREAK_SPACE)),
            cells.text(", ".join(_where_priced(alike, order)) or DASH),
            cells.text(", ".join(_how(price, order)) or DASH),
            _day_cell(price.effective_from, order),
            _day_cell(price.effective_until, order),
        ),
    )


def _day_cell(day: date | None, order: SheetOrder) -> Cell:
    return order.cells.text(DASH) if day is None else order.cells.day(day)


def _where_priced(alike: Alike[Price], order: SheetOrder) -> Iterator[str]:
    price = alike.price
    if price.scope is not None:
        yield order.words.named(price.scope, "scope_")
    if price.data_zone is not None:
        yield price.data_zone
    if alike.regions and price.scope is not Scope.GLOBAL:
        yield shortened((order.region_names.get(each, each) for each in alike.regions), order)


def _how(price: Price, order: SheetOrder) -> Iterator[str]:
    """Yield what sets a price apart from the plain one."""
    language = order.language
    if price.tier is not PriceTier.STANDARD:
        yield labels.in_words(labels.TIERS, price.tier, language)
    if price.context_band is not None:
        yield labels.in_words(labels.BANDS, price.context_band, language)
    if price.fine_tuned:
        yield order.words("fine_tuned")
    if price.variant:
        yield price.variant
    promised = promised_told(price, language)
    if promised:
        yield promised
    if price.secondary:
        yield order.words("secondary")
