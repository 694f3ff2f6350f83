# SPDX-License-Identifier: MIT
"""A sizing as a table of figures and formulas, so that a spreadsheet can reckon it anew."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations

from msgspec.structs import replace

from azmodels_gui.calculator.counted import COUNTED, Measure
from azmodels_gui.calculator.deployment import WeightedTokens
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.payg import PaygPart
from azmodels_gui.calculator.wording import FIGURES
from azmodels_gui.catalog.labels import CATEGORIES, TERMS, in_words, unit
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language import figures
from azmodels_gui.language.words import capitalized, in_language
from azmodels_gui.sheets import live_base
from azmodels_gui.sheets.live_base import LiveBase, LiveCells, LiveFigure
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, Column, Group, Row, Table

INPUTS, PARAMETERS = "live_inputs", "live_prices"
_CHANGED = frozenset({INPUTS, PARAMETERS, live_base.LEVELS, live_base.MINUTES})
"""Keys of the groups whose figures are to be changed; all others follow."""
_FOLLOWING = _CHANGED - {PARAMETERS}
"""Those in which columns follow the first one where they begin with the same figure."""
_COUNTS = frozenset(map(str, COUNTED))
_TOKENS = frozenset(each.category for each in COUNTED.values() if each.measure is Measure.TOKENS)
_NUMBER = "__"
"""Before the number of a load after the first one, in keys."""


def live_table(
    found: Sequence[Estimate], names: Sequence[str], order: SheetOrder, note: str = ""
) -> Table:
    """Return the sizing with its formulas, a column for each estimate.

    Args:
        found: what is reckoned.
        names: of the columns.
        order: language and currency.
        note: what does not follow, beside that which never does.
    """
    columns = [_Column(each, order) for each in found]
    groups = (_group(key, told, columns, order) for key, told in _GROUPS.items())
    titles = tuple(Column(name, figures=True) for name in names)
    legend = [order.words("live_legend")]
    if any(column.base_left_out for column in columns):
        levels, sizes = (
            figures.number(most, order.language)
            for most in (live_base.MOST_LEVELS, live_base.MOST_SIZES)
        )
        legend.append(order.words("live_no_base", levels=levels, sizes=sizes))
    legend += [note] if note else []
    kept = tuple(group for group in groups if group.rows)
    return Table(order.words("model"), titles, kept, " ".join(legend))


def _group(
    key: str,
    told: Callable[["_Column"], Iterator[LiveFigure]],
    columns: Sequence["_Column"],
    order: SheetOrder,
) -> Group:
    """Return rows in the order they are met, with a word where a column has no such figure."""
    found = [{each.key: each for each in told(column)} for column in columns]
    labels = {row: each.label for of_one in found for row, each in of_one.items()}
    rows = []
    for row, label in labels.items():
        cells = [
            of_one[row].cell if row in of_one else column.without(row)
            for column, of_one in zip(columns, found, strict=True)
        ]
        if key in _FOLLOWING:
            first, *others = cells
            cells = [first, *(_following(row, first, cell) for cell in others)]
        rows.append(Row(row, label, tuple(cells)))
    heading = order.words(_HEADINGS.get(key, key))
    return Group(key, heading, tuple(rows), changed=key in _CHANGED, folded=key in live_base.FOLDED)


def _following(row: str, first: Cell, cell: Cell) -> Cell:
    same = cell.value is not None and cell.value == first.value
    return replace(cell, formula=f"{{{row}@first}}") if same else cell


class _Load:
    """One load of a deployment; its rows have a number where there are several."""

    def __init__(self, found: Estimate, at: int, cells: LiveCells, language: str) -> None:
        self.load = found.question.deployment.loads[at]
        self.request = found.payg[at]
        self.paid = self.request.parts
        self.weighed = () if found.sized is None else found.sized.requests[at].parts
        self.tokens = Decimal(0) if found.sized is None else found.sized.requests[at].tokens
        self._number = at + 1 if len(found.payg) > 1 else 0
        self._cells, self._language = cells, language

    def key(self, name: str) -> str:
        """Return the key of one of its rows."""
        return f"{name}{_NUMBER}{self._number}" if self._number > 1 else name

    def of(self, name: str) -> str:
        """Return one of its figures as it stands in a formula."""
        return f"{{{self.key(name)}}}"

    def row(self, name: str, label: str, cell: Cell, formula: str = "") -> LiveFigure:
        """Return one of its rows."""
        if self._number:
            label = self._cells.words("live_shape", number=self._number, what=label)
        return LiveFigure(
            self.key(name), label, replace(cell, formula=formula) if formula else cell
        )

    def figure(self, name: str, cell: Cell, formula: str = "") -> LiveFigure:
        """Return one of its rows that sizings name everywhere."""
        return self.row(name, in_language(FIGURES[name], self._language), cell, formula)

    def inputs(self, average: str) -> Iterator[LiveFigure]:
        """Yield requests, what one is made of, and how much of a month is used."""
        cells = self._cells
        yield self.figure("peak_rpm", cells.number(self.load.peak_rpm))
        for part in self.paid:
            label = capitalized(in_language(COUNTED[part.count].words, self._language))
            yield self.row(part.count.value, label, cells.number(part.amount))
        for weighed in self.weighed:
            own = _own(weighed)
            if self._tokens(weighed) == self.of(own):
                label = f"{capitalized(self._category(weighed))}, PTU"
                yield self.row(own, label, cells.number(weighed.tokens))
        share = cells.share(self.load.average_load)
        yield self.row("average_load", cells.words("live_average"), share, average)

    def prices(self) -> Iterator[LiveFigure]:
        """Yield what its things cost."""
        for part in self.paid:
            named = capitalized(in_words(CATEGORIES, part.category, self._language))
            told = {"what": named, "unit": unit(part.unit, self._language)}
            label = self._cells.words("live_price", **told)
            yield self.row(f"price_{part.count}", label, self._price_of(part))

    def weights(self, sources: Sequence[str]) -> Iterator[LiveFigure]:
        """Yield what its tokens count as on PTU."""
        for weighed in self.weighed:
            label = self._cells.words("live_weight", what=self._category(weighed))
            cell = self._cells.number(weighed.weight, *(() if weighed.given else sources))
            yield self.row(f"weight_{weighed.category.value}", label, cell)

    def monthly(self) -> LiveFigure:
        """Return the requests of a month."""
        cell = self._cells.number(self.load.monthly_requests)
        month = f"{self.of('peak_rpm')}*{{month_hours}}*60*{self.of('average_load')}"
        return self.figure("monthly_requests", cell, month)

    def normalized(self) -> LiveFigure:
        """Return what one request counts as on PTU."""
        weighed = "+".join(
            f"{self._tokens(each)}*{self.of(f'weight_{each.category.value}')}"
            for each in self.weighed
        )
        cell = self._cells.number(self.tokens)
        label = self._cells.words("live_request")
        return self.row("normalized_request", label, cell, weighed or "0")

    def payg(self) -> LiveFigure:
        """Return what one request costs per token."""
        cost, parts = self.request.cost, "+".join(map(self._part, self.paid))
        cell = self._cells.unknown if cost is None else self._cells.exact(cost)
        formula = "" if cost is None else parts
        return self.row("payg_request", self._cells.words("live_payg"), cell, formula)

    def _part(self, part: PaygPart) -> str:
        times, by = part.factor
        factor = (f"*{times}" if times > 1 else "") + (f"/{by}" if by > 1 else "")
        return f"{self.of(part.count.value)}*{self.of(f'price_{part.count}')}{factor}"

    def _tokens(self, weighed: WeightedTokens) -> str:
        """Return what is weighed as a formula; PTU may count as one what has two prices."""
        tokens = [part for part in self.paid if part.category in _TOKENS]
        for count in (1, 2):
            for parts in combinations(tokens, count):
                alike = any(part.category is weighed.category for part in parts)
                if alike and sum(part.amount for part in parts) == weighed.tokens:
                    return f"({'+'.join(self.of(part.count.value) for part in parts)})"
        return self.of(_own(weighed))

    def _price_of(self, part: PaygPart) -> Cell:
        if part.price is None:
            return self._cells.unknown
        listed = part.listed_price
        return self._cells.exact(part.price, *(() if listed is None else (listed.source,)))

    def _category(self, weighed: WeightedTokens) -> str:
        return in_words(CATEGORIES, weighed.category, self._language)


def _own(weighed: WeightedTokens) -> str:
    """Return the row of tokens that only PTU count so."""
    return f"ptu_{weighed.category.value}"


class _Column:
    """What one estimate puts into the table."""

    def __init__(self, found: Estimate, order: SheetOrder) -> None:
        self._found, self._language = found, order.language
        self._cells, self._sized = LiveCells(found, order), found.sized
        self._loads = [
            _Load(found, at, self._cells, order.language) for at in range(len(found.payg))
        ]
        base = None if found.base is None else LiveBase(found.base, self._cells)
        self.base_left_out = base is not None and not base.follows
        self.base = None if self.base_left_out else base

    def without(self, key: str) -> Cell:
        """Return what stands in a row of which there is no figure here."""
        name, other_load, _ = key.partition(_NUMBER)
        of_request = name.removeprefix("price_") in _COUNTS or bool(other_load)
        there = of_request or self._sized is not None
        return self._cells.none if there else self._cells.no_size

    def inputs(self) -> Iterator[LiveFigure]:
        """Yield the loads, and how long a month is."""
        for load in self._loads:
            yield from load.inputs("" if self.base is None else self.base.average)
        hours = self._cells.number(self._found.question.month.hours)
        yield LiveFigure("month_hours", self._cells.words("live_hours"), hours)

    def parameters(self) -> Iterator[LiveFigure]:
        """Yield prices, and what one PTU carries and costs."""
        for load in self._loads:
            yield from load.prices()
        sized, cells, words = self._sized, self._cells, self._cells.words
        if sized is None:
            return
        size, sources = sized.size, sized.sources
        tpm = cells.number(size.input_tpm_per_ptu, *sources)
        yield LiveFigure("tpm_per_ptu", words("tpm_per_ptu"), tpm)
        for load in self._loads:
            yield from load.weights(sources)
        if sized.deployment.deployed_ptu is None:
            least = cells.number(size.sizing.minimum_ptu, *sources)
            step = cells.number(size.sizing.scale_increment, *sources)
            yield LiveFigure("minimum_ptu", words("minimum_ptu"), least)
            yield LiveFigure("scale_increment", words("scale_increment"), step)
        for term in Term:
            label = words("live_rate", term=in_language(TERMS[term], self._language))
            yield LiveFigure(f"rate_{term}", label, self._rate(term))
        reserved = self._found.question.reserved_ptu
        if reserved is not None:
            yield LiveFigure("reserved_ptu", words("live_reserved"), cells.number(reserved))

    def sizes(self) -> Iterator[LiveFigure]:
        """Yield the load of a month and the PTU of the busiest minute."""
        cells, sized = self._cells, self._sized
        for load in self._loads:
            yield load.monthly()
        if sized is None:
            yield cells.figure("deployable_ptu", cells.no_size)
            return
        for load in self._loads:
            yield load.normalized()
        size, figure = sized.size, cells.figure
        minute = self._together("peak_rpm", "normalized_request")
        yield figure("normalized_tpm", cells.number(size.normalized_tpm), minute)
        raw = cells.number(size.raw, places=2)
        yield figure("raw_ptu", raw, "{normalized_tpm}/{tpm_per_ptu}")
        # Nine places of a step: what is a whole number of steps must not become one more.
        steps = "ROUNDUP(ROUND({raw_ptu}/{scale_increment},9),0)*{scale_increment}"
        given = sized.deployment.deployed_ptu is not None
        needed = "" if given else f"MAX({{minimum_ptu}},{steps})"
        yield figure("deployable_ptu", cells.number(size.deployable), needed)
        used = cells.share(size.utilization, places=1)
        yield figure("utilization", used, "{normalized_tpm}/({deployable_ptu}*{tpm_per_ptu})")

    def costs(self) -> Iterator[LiveFigure]:
        """Yield what a month costs in each way to pay, to the cent."""
        found, cells = self._found, self._cells
        if all(load.paid for load in self._loads):
            for load in self._loads:
                yield load.payg()
            month = self._together("monthly_requests", "payg_request")
            yield cells.figure("cost_payg", cells.money(found.payg_monthly, month))
        if self._sized is None:
            return
        for term in Term:
            bought = cells.bought(term, "{deployable_ptu}")
            yield cells.figure(f"cost_{term}", cells.money(found.ptu_monthly[term], bought))

    def pays(self) -> Iterator[LiveFigure]:
        """Yield from which utilisation on PTU cost less."""
        carried = "({deployable_ptu}*{tpm_per_ptu}*{month_hours}*60)"
        worth = f"({self._together('peak_rpm', 'payg_request')})"
        for term in Term if self._sized is not None else ():
            label = in_language(FIGURES[f"cost_{term}"], self._language)
            point, cell = self._found.break_even[term], self._cells.unknown
            if point is not None:
                bought = self._cells.bought(term, "{deployable_ptu}")
                cell = replace(
                    self._cells.share(point.utilization, places=1),
                    formula=f"({bought})*{{normalized_tpm}}/{carried}/{worth}",
                )
            yield LiveFigure(f"pays_{term}", label, cell)

    def based(self) -> Iterator[LiveFigure]:
        """Yield the cheapest base loads, and how the load follows its busiest minute."""
        if self.base is not None:
            for term in Term:
                yield from self.base.best(term)
            yield from self.base.scaled()

    def _together(self, first: str, second: str) -> str:
        """Return the sum over all loads of a figure times another."""
        return "+".join(f"{load.of(first)}*{load.of(second)}" for load in self._loads)

    def _rate(self, term: Term) -> Cell:
        rate = self._found.rates[term]
        if rate.amount is None:
            return self._cells.unknown
        return self._cells.exact(rate.amount, *rate.sources)


def _of_base(
    told: Callable[[LiveBase], Iterator[LiveFigure]],
) -> Callable[[_Column], Iterator[LiveFigure]]:
    return lambda column: iter(()) if column.base is None else told(column.base)


_GROUPS: dict[str, Callable[[_Column], Iterator[LiveFigure]]] = {
    INPUTS: _Column.inputs,
    PARAMETERS: _Column.parameters,
    "live_size": _Column.sizes,
    "live_costs": _Column.costs,
    "live_pays": _Column.pays,
    "live_base": _Column.based,
    live_base.LEVELS: _of_base(LiveBase.levels),
    live_base.MINUTES: _of_base(LiveBase.minutes),
    live_base.SIZES: _of_base(LiveBase.sizes),
    live_base.CARRIED: _of_base(LiveBase.carried),
    live_base.SPILLED: _of_base(LiveBase.spilled),
    **{key: _of_base(partial(LiveBase.costs, term=term)) for term, key in live_base.COSTS.items()},
}
"""The rows of each group, from top to bottom."""
_HEADINGS = {"live_size": "size", "live_costs": "costs", "live_pays": "pays"}
"""Words of groups that sizings have everywhere."""
