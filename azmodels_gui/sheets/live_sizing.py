# SPDX-License-Identifier: MIT
"""A sizing as a table of figures and formulas, so that a spreadsheet can reckon it anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from msgspec.structs import replace

from azmodels_gui.calculator.counted import COUNTED, Measure
from azmodels_gui.calculator.estimate import NO_PTU, Estimate
from azmodels_gui.calculator.figure_words import FIGURES
from azmodels_gui.calculator.payg import PaygPart
from azmodels_gui.calculator.tokens import WeightedTokens
from azmodels_gui.catalog.labels import CATEGORIES, TERMS, in_words, unit
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language import figures
from azmodels_gui.language.words import capitalized, in_language
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, CellKind, Column, Group, Row, Table

INPUTS, PARAMETERS = "live_inputs", "live_prices"
"""Keys of the groups whose figures are to be changed; all others follow."""
MOST_PLACES = 9
"""Of a price or a share that is shown; the figure itself has all of them."""
HOURLY = "rate_hour"


def live_table(found: Sequence[Estimate], names: Sequence[str], order: SheetOrder) -> Table | None:
    """Return the sizing with its formulas, a column for each estimate.

    `{key}` in a formula stands for the figure of that row, `{key@first}` for that of the first
    column. None where loads of several shapes share one deployment: it takes more than a table.
    """
    if any(len(each.question.deployment.loads) != 1 for each in found):
        return None
    columns = [_Column(each, order) for each in found]
    inputs = _rows(columns, [column.inputs() for column in columns])
    groups = (
        Group(INPUTS, order.words(INPUTS), tuple(_following(inputs))),
        Group(
            PARAMETERS,
            order.words(PARAMETERS),
            _rows(columns, [column.parameters() for column in columns]),
        ),
        Group("live_size", order.words("size"), _rows(columns, [c.sizes() for c in columns])),
        Group("live_costs", order.words("costs"), _rows(columns, [c.costs() for c in columns])),
        Group("live_pays", order.words("pays"), _rows(columns, [c.pays() for c in columns])),
    )
    titles = tuple(Column(name, figures=True) for name in names)
    kept = tuple(group for group in groups if group.rows)
    return Table(order.words("model"), titles, kept, order.words("live_legend"))


@dataclass(frozen=True)
class _Figure:
    """One row of one column."""

    key: str
    label: str
    cell: Cell


def _rows(columns: Sequence["_Column"], told: Sequence[Iterator[_Figure]]) -> tuple[Row, ...]:
    """Return rows in the order they are met, with a word where a column has no such figure."""
    found = [{figure.key: figure for figure in figures} for figures in told]
    labels = {key: figure.label for figures in found for key, figure in figures.items()}
    return tuple(
        Row(
            key,
            label,
            tuple(
                figures[key].cell if key in figures else column.without(key)
                for column, figures in zip(columns, found, strict=True)
            ),
        )
        for key, label in labels.items()
    )


def _following(rows: Sequence[Row]) -> Iterator[Row]:
    """Let columns follow the first one where they begin with the same figure."""
    for row in rows:
        first, *others = row.cells
        same = tuple(
            replace(cell, formula=f"{{{row.key}@first}}")
            if cell.value is not None and cell.value == first.value
            else cell
            for cell in others
        )
        yield replace(row, cells=(first, *same))


_COUNTS = frozenset(map(str, COUNTED))
_TOKENS = frozenset(each.category for each in COUNTED.values() if each.measure is Measure.TOKENS)


def _own_key(weighed: WeightedTokens) -> str:
    """Return the row of tokens that only PTU count so."""
    return f"ptu_{weighed.category.value}"


class _Column:
    """What one estimate puts into the table."""

    def __init__(self, found: Estimate, order: SheetOrder) -> None:
        self._found, self._order, self._cells = found, order, order.cells
        self._load = found.question.deployment.loads[0]
        self._paid = found.payg[0].parts
        self._sized = found.sized
        self._weighed = () if found.sized is None else found.sized.requests[0].parts
        no_ptu = found.refusal is not None and found.refusal.id in NO_PTU
        # What is not possible is told apart from what no source says.
        none = self._cells.text(order.words("does_not_apply"))
        self._no_size = none if no_ptu else self._cells.unknown()
        self._none = none

    def without(self, key: str) -> Cell:
        """Return what stands in a row of which there is no figure here."""
        of_request = key.removeprefix("price_") in _COUNTS
        return self._none if of_request or self._sized is not None else self._no_size

    def inputs(self) -> Iterator[_Figure]:
        """Yield the load: requests, what one is made of, and how much of a month is used."""
        month, words = self._load.month, self._order.words
        yield self._figure("peak_rpm", self._cells.number(Decimal(self._load.peak_rpm)))
        for part in self._paid:
            label = capitalized(in_language(COUNTED[part.count].words, self._order.language))
            yield _Figure(part.count.value, label, self._number(part.amount))
        for weighed in self._weighed:
            if self._tokens(weighed) == f"{{{_own_key(weighed)}}}":
                label = f"{capitalized(self._category(weighed))}, PTU"
                yield _Figure(_own_key(weighed), label, self._number(weighed.tokens))
        share = self._share(self._load.average_load)
        yield _Figure("average_load", words("live_average"), share)
        yield _Figure("month_hours", words("live_hours"), self._number(Decimal(month.hours)))

    def parameters(self) -> Iterator[_Figure]:
        """Yield prices, and what one PTU carries and costs."""
        for part in self._paid:
            yield _Figure(f"price_{part.count}", self._price_label(part), self._price_of(part))
        words, sized = self._order.words, self._sized
        if sized is None:
            return
        size = sized.size
        sources = sized.sources
        tpm = self._number(Decimal(size.input_tpm_per_ptu), *sources)
        yield _Figure("tpm_per_ptu", words("tpm_per_ptu"), tpm)
        for weighed in self._weighed:
            label = words("live_weight", what=self._category(weighed))
            cell = self._number(weighed.weight, *(() if weighed.given else sources))
            yield _Figure(f"weight_{weighed.category.value}", label, cell)
        if sized.deployment.deployed_ptu is None:
            least = self._number(Decimal(size.sizing.minimum_ptu), *sources)
            step = self._number(Decimal(size.sizing.scale_increment), *sources)
            yield _Figure("minimum_ptu", words("minimum_ptu"), least)
            yield _Figure("scale_increment", words("scale_increment"), step)
        for term in Term:
            yield _Figure(f"rate_{term.value}", self._rate_label(term), self._rate(term))
        reserved = self._found.question.reserved_ptu
        if reserved is not None:
            yield _Figure("reserved_ptu", words("live_reserved"), self._number(Decimal(reserved)))

    def sizes(self) -> Iterator[_Figure]:
        """Yield the load of a month and the PTU of the busiest minute."""
        monthly = self._number(self._load.monthly_requests)
        yield self._figure(
            "monthly_requests", monthly, "{peak_rpm}*{month_hours}*60*{average_load}"
        )
        if self._sized is None:
            yield self._figure("deployable_ptu", self._no_size)
            return
        size, words = self._sized.size, self._order.words
        request = self._number(self._sized.requests[0].tokens)
        weighed = "+".join(
            f"{self._tokens(each)}*{{weight_{each.category.value}}}" for each in self._weighed
        )
        yield _Figure(
            "normalized_request", words("live_request"), replace(request, formula=weighed or "0")
        )
        yield self._figure(
            "normalized_tpm", self._number(size.normalized_tpm), "{peak_rpm}*{normalized_request}"
        )
        yield self._figure(
            "raw_ptu", self._number(size.raw, places=2), "{normalized_tpm}/{tpm_per_ptu}"
        )
        # Nine places of a step: what is a whole number of steps must not become one more.
        steps = "ROUNDUP(ROUND({raw_ptu}/{scale_increment},9),0)*{scale_increment}"
        given = self._sized.deployment.deployed_ptu is not None
        deployed = self._number(Decimal(size.deployable))
        yield self._figure(
            "deployable_ptu", deployed, "" if given else f"MAX({{minimum_ptu}},{steps})"
        )
        yield self._figure(
            "utilization",
            self._share(size.utilization, places=1),
            "{normalized_tpm}/({deployable_ptu}*{tpm_per_ptu})",
        )

    def costs(self) -> Iterator[_Figure]:
        """Yield what a month costs in each way to pay, to the cent."""
        found, words = self._found, self._order.words
        cost = found.payg[0].cost
        if self._paid:
            request = self._cells.unknown() if cost is None else self._exact(cost)
            parts = "+".join(map(self._part, self._paid))
            formula = "" if cost is None else parts
            yield _Figure("payg_request", words("live_payg"), replace(request, formula=formula))
            yield self._cost("cost_payg", found.payg_monthly, "{monthly_requests}*{payg_request}")
        if self._sized is None:
            return
        for term in Term:
            yield self._cost(f"cost_{term.value}", found.ptu_monthly[term], self._bought(term))

    def pays(self) -> Iterator[_Figure]:
        """Yield from which utilisation on PTU cost less."""
        for term in Term:
            if self._sized is None:
                return
            label = in_language(FIGURES[f"cost_{term.value}"], self._order.language)
            point = self._found.break_even[term]
            if point is None:
                yield _Figure(f"pays_{term.value}", label, self._cells.unknown())
                continue
            carried = "{deployable_ptu}*{tpm_per_ptu}/{normalized_request}*{month_hours}*60"
            cell = self._share(point.utilization, places=1)
            formula = f"({self._bought(term)})/({{payg_request}}*{carried})"
            yield _Figure(f"pays_{term.value}", label, replace(cell, formula=formula))

    def _bought(self, term: Term) -> str:
        """Return the cost of the deployed PTU in a month as a formula."""
        hours = "*{month_hours}"
        factor = {Term.HOUR: hours, Term.YEAR: "/12"}.get(term, "")
        one = f"{{rate_{term.value}}}{factor}"
        if term is Term.HOUR or self._found.question.reserved_ptu is None:
            return f"{{deployable_ptu}}*{one}"
        reserved = f"{{reserved_ptu}}*{one}"
        if self._found.rates[Term.HOUR].amount is None:
            return reserved
        over = "MAX(0,{deployable_ptu}-{reserved_ptu})"
        return f"{reserved}+{over}*{{{HOURLY}}}{hours}"

    def _cost(self, key: str, cost: Decimal | None, formula: str) -> _Figure:
        cell = self._cells.money(cost, self._found.currency)
        told = "" if cost is None else f"ROUND({formula},2)"
        return self._figure(key, cell, told)

    def _part(self, part: PaygPart) -> str:
        times, by = part.factor
        factor = (f"*{times}" if times > 1 else "") + (f"/{by}" if by > 1 else "")
        return f"{{{part.count.value}}}*{{price_{part.count}}}{factor}"

    def _tokens(self, weighed: WeightedTokens) -> str:
        """Return what is weighed as a formula; PTU may count as one what has two prices."""
        tokens = [part for part in self._paid if part.category in _TOKENS]
        for count in (1, 2):
            for parts in combinations(tokens, count):
                alike = any(part.category is weighed.category for part in parts)
                if alike and sum(part.amount for part in parts) == weighed.tokens:
                    return f"({'+'.join(f'{{{part.count.value}}}' for part in parts)})"
        return f"{{{_own_key(weighed)}}}"

    def _price_of(self, part: PaygPart) -> Cell:
        if part.price is None:
            return self._cells.unknown()
        listed = part.listed_price
        return self._exact(part.price, *(() if listed is None else (listed.source,)))

    def _rate(self, term: Term) -> Cell:
        rate = self._found.rates[term]
        if rate.amount is None:
            return self._cells.unknown()
        return self._exact(rate.amount, *rate.sources)

    def _exact(self, amount: Decimal, *sources: str) -> Cell:
        """Return an amount in the sheet's currency with all its places."""
        exact, currency = self._order.conversion.converted(amount, self._found.currency)
        places = min(MOST_PLACES, max(2, figures.places_of(exact, 2)))
        told = figures.unit_price(exact, currency, self._order.language)
        return Cell(CellKind.MONEY, told, exact, currency, places, sources)

    def _number(self, value: Decimal, *sources: str, places: int | None = None) -> Cell:
        told = self._cells.number(value, *sources, places=places)
        return replace(told, places=min(told.places, MOST_PLACES))

    def _share(self, share: Decimal, places: int = 2) -> Cell:
        return self._cells.percent(share, places=places)

    def _price_label(self, part: PaygPart) -> str:
        language = self._order.language
        named = capitalized(in_words(CATEGORIES, part.category, language))
        return self._order.words("live_price", what=named, unit=unit(part.unit, language))

    def _rate_label(self, term: Term) -> str:
        named = in_language(TERMS[term], self._order.language)
        return self._order.words("live_rate", term=named)

    def _category(self, weighed: WeightedTokens) -> str:
        return in_words(CATEGORIES, weighed.category, self._order.language)

    def _figure(self, key: str, cell: Cell, formula: str = "") -> _Figure:
        label = in_language(FIGURES[key], self._order.language)
        return _Figure(key, label, replace(cell, formula=formula) if formula else cell)
