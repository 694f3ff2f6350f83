# SPDX-License-Identifier: MIT
"""The tables of a fact sheet: offers by region, quotas, what a PTU carries, what it can do."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from azmodels_gui.answers import answer
from azmodels_gui.answers.answer import Message, Section, Status
from azmodels_gui.answers.availability import TypeRegions, regions_by_type
from azmodels_gui.answers.capacity import (
    QuotaLine,
    TypeQuota,
    parameter_rows,
    parameters,
    ptu_prices,
    quotas,
)
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.fact_dates import end_told
from azmodels_gui.catalog.labels import tier_name
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language import figures
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import DASH, cell, label, row
from azmodels_gui.sheets.fact_prices import Grid, by_scope, scope_of
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import shortened
from azmodels_gui.sheets.sheet import Block, Cell, CellKind, Column, Group, Mark, Row, Table

_COUNT = re.compile(r"^[\d.,\s]+")
"""A figure before its unit."""


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
    rows = [_offer_row(each, order) for each in told]
    rows = list(_alike(rows)) if service else rows
    heading = words("feature") if service else words("deployment_type")
    return Table(heading, columns, (Group("offers", "", tuple(rows)),))


def _alike(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows, those with the same cells as one."""
    by_cells: dict[tuple[Cell, ...], list[Row]] = {}
    for each in rows:
        by_cells.setdefault(each.cells, []).append(each)
    for cells, same in by_cells.items():
        yield Row(same[0].key, ", ".join(each.label for each in same), cells)


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
    ratio = _tokens_by_request(told)
    rows = tuple(
        Row(
            f"quota:{tier}",
            capitalized(tier_name(tier, order.language, order.words("tier", tier="{tier}"))),
            tuple(_quota(each, tier, order, bare=ratio is not None) for each in told),
        )
        for tier in tiers
    )
    units = {"TPM" if ratio else _quota_unit(each, order) for each in told}
    columns = tuple(
        Column(_quota_title(each, order, alone=len(units) == 1), figures=True) for each in told
    )
    stub = order.words("tier_name")
    stub = f"{stub} ({units.pop()})" if len(units) == 1 else stub  # said once, not in each title
    queued = all(each.queued for each in told)
    spare = order.words("spare_quotas", count=len(rows)) if queued else ""
    legend = ""
    if ratio:
        count = figures.number(ratio, order.language)
        legend = order.words("quota_requests", unit=_per(told[0], order), count=count)
    groups = (Group("quotas", "", rows),)
    return Table(stub, columns, groups, legend, by_column=True, spare=spare)


def _tokens_by_request(told: Sequence[TypeQuota]) -> int | None:
    """Return for how many tokens a minute there is one request, where that is so in all of them."""
    lines = [line for each in told for line in each.tiers]
    ratios = {_ratio(each) for each in lines}
    units = {each.requests.value.key for each in lines if isinstance(each.requests.value, Message)}
    return next(iter(ratios)) if len(ratios) == len(units) == 1 else None


def _ratio(line: QuotaLine) -> int | None:
    tokens, requests = line.tokens.value, line.requests.value
    if not (isinstance(tokens, int) and isinstance(requests, Message)):
        return None
    each, rest = divmod(tokens, dict[str, Any](requests.values)["count"])
    return None if rest else each


def _quota_title(each: TypeQuota, order: SheetOrder, *, alone: bool) -> str:
    kinds = {kind.id: kind for kind in order.catalog.deployment_types}
    kind = kinds.get(each.kind or "")
    name = DASH if kind is None else order.words.named(kind.scope, "scope_")
    if kind is not None and kind.billing is not Billing.PAYG:
        name = order.kind_names[kind.id]
    return name if alone else f"{name} ({_quota_unit(each, order)})"


def _quota_unit(each: TypeQuota, order: SheetOrder) -> str:
    if each.queued:
        return order.words("enqueued_tokens")
    per = _per(each, order)
    return f"TPM · {per}" if per else "TPM"


def _per(each: TypeQuota, order: SheetOrder) -> str:
    """Return in what the requests of a type are counted, as its title says; empty: none are."""
    units = {_requests_unit(line, order) for line in each.tiers} - {""}
    return next(iter(units)) if len(units) == 1 else "RPM" if units else ""


def _requests_unit(line: QuotaLine, order: SheetOrder) -> str:
    """Return in what requests are counted beside tokens; empty: in nothing."""
    if line.requests.status is not Status.KNOWN or line.tokens.status is not Status.KNOWN:
        return ""
    return _COUNT.sub("", cell(line.requests, order).text)


def _quota(each: TypeQuota, tier: str, order: SheetOrder, *, bare: bool) -> Cell:
    """Return what sources state of one tier; a figure stays one, and several are all told.

    Args:
        each: the quota of a deployment type.
        tier: its name.
        order: language.
        bare: requests are told below the table; they stay beside the figure for files of data.
    """
    per = _per(each, order)
    found = [_quota_line(line, per, order) for line in each.tiers if line.tier == tier]
    if bare:
        found = [replace(one, text=one.text.removesuffix(one.after)) for one in found]
    by_text = {told.text: told for told in found}
    if len(by_text) < 2:
        return next(iter(by_text.values()), order.cells.text(DASH))
    sources = (source for told in found for source in told.sources)
    return order.cells.text(" / ".join(by_text), *sources)


def _quota_line(line: QuotaLine, per: str, order: SheetOrder) -> Cell:
    """Return tokens, requests and remarks of one line, without the unit that the title has."""
    tokens = cell(line.tokens, order)
    beside = [line.note] if line.note else []
    if line.requests.status is Status.KNOWN:
        requests = cell(line.requests, order)
        if line.tokens.status is not Status.KNOWN:  # paid by the request, such as images
            tokens = requests
        else:
            beside.insert(0, requests.text.removesuffix(per).strip())
    after = "".join(f" · {text}" for text in beside)
    return replace(tokens, text=f"{tokens.text}{after}", after=after) if after else tokens


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
    spare = words("spare_ptu_prices")  # they are of the product, not of the model
    grid = Grid(entry, on_ptu=True, order=order)
    return (table, *by_scope(prices, words("ptu_one"), grid, spare))


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
        scope = scope_of(key)
        least, step = each.answers[0], by_key[f"step:{scope}"].answers[0]
        told = cell(least, order).text
        if step.status is Status.KNOWN:
            told = order.words("ptu_least", least=told, step=cell(step, order).text)
        by_size.setdefault(told, []).append(order.words.named(scope, "scope_"))
        sources |= dict.fromkeys(least.sources)
    if by_size:
        told = "; ".join(f"{', '.join(names)}: {size}" for size, names in by_size.items())
        yield Row("smallest", order.words("minimum_ptu"), (order.cells.text(told, *sources),))


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
