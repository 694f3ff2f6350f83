# SPDX-License-Identifier: MIT
"""What a month would cost with more load, more answers or more of the input from the cache.

Every part of a request is linear in its tokens, so the parts of the estimate are scaled: prices
and weights are those that were found for it, but for prices of plain and cached input.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from azmodels_gui.calculator.cost_curve import CurvePoint
from azmodels_gui.calculator.deployment import band_of, deployable_ptu, published_weight
from azmodels_gui.calculator.estimate import Estimate, payg_terms_of
from azmodels_gui.calculator.exact import product, quotient, total, total_known
from azmodels_gui.calculator.kept import kept
from azmodels_gui.calculator.payg import PaygPart, payg_request
from azmodels_gui.calculator.ways import PAYG, spills, term_of
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.terms import Term, TokenCategory


class Lever(StrEnum):
    """What is varied; everything else stays."""

    LOAD = "load"
    """All requests, as a multiple of those asked about."""
    OUTPUT = "output"
    """Text output of a request, likewise."""
    CACHE = "cache"
    """Share of the text input that is read from the cache."""


_MULTIPLES = tuple(map(Decimal, ("0.5", "0.75", "1", "1.25", "1.5", "1.75", "2")))
POINTS = {
    Lever.LOAD: _MULTIPLES,
    Lever.OUTPUT: _MULTIPLES,
    Lever.CACHE: tuple(Decimal(tenths) / 10 for tenths in range(10)),
}
"""Where each lever is looked at."""


@dataclass(frozen=True)
class Variation:
    """A month with one lever moved."""

    lever: Lever
    at: Decimal
    payg: Decimal | None
    """Cost of a month per token; None: a price is missing, or it was not asked for."""
    ptu: int | None
    """PTU it takes; None: not known or asked for, or the number the user set does not carry it."""
    by_term: dict[Term, Decimal | None]
    """Cost of a month on those PTU."""

    base: Mapping[Term, CurvePoint | None]
    """The cheapest of all sizes with what spills over; empty: nothing does."""

    def cost(self, way: str) -> Decimal | None:
        """Return the cost of a way to pay; None: not known."""
        term = term_of(way)
        if term is None:
            return self.payg
        if not spills(way):
            return self.by_term.get(term)
        point = self.base.get(term)
        return None if point is None else point.cost

    def ptu_of(self, way: str) -> int | None:
        """Return the PTU that are deployed when paid in a way; None: none, or not known."""
        term = term_of(way)
        if term is None or not spills(way):
            return None if term is None else self.ptu
        point = self.base.get(term)
        return None if point is None else point.ptu

    def spilled(self, way: str) -> Decimal | None:
        """Return what spills over costs per token; None: not known, or nothing does."""
        term = term_of(way)
        point = None if term is None or not spills(way) else self.base.get(term)
        return None if point is None else point.payg_cost


def sensitivity(found: Estimate) -> dict[Lever, tuple[Variation, ...]]:
    """Return all variations of an estimate; shares that leave no room for cache writes are out."""
    varying = Varying(found)
    return {
        lever: tuple(varying.at(lever, point) for point in points if varying.allows(lever, point))
        for lever, points in POINTS.items()
    }


class Varying:
    """Varies one estimate."""

    def __init__(self, found: Estimate) -> None:
        self._found = found
        self._loads = found.question.deployment.loads

    def allows(self, lever: Lever, at: Decimal) -> bool:
        """Tell whether there is such a request: what is cached or written is part of the input."""
        if lever is not Lever.CACHE:
            return True
        return all(
            product(at, each.workload.input_tokens) + each.workload.cache_write_tokens
            <= each.workload.input_tokens
            for each in self._loads
        )

    def at(self, lever: Lever, at: Decimal, ways: Collection[str] = ()) -> Variation:
        """Return a month with a lever at a multiple, or a share.

        Args:
            lever: what is moved.
            at: where to.
            ways: the only ways to pay that are reckoned; none: all are.
        """
        terms = [each for each in self._found.question.terms if not ways or each in ways]
        spilling = not ways or any(map(spills, ways))
        ptu = self._ptu(lever, at) if terms else None
        return Variation(
            lever,
            at,
            self._payg(lever, at) if not ways or PAYG in ways else None,
            ptu,
            {term: None if ptu is None else self._found.cost_of_ptu(ptu, term) for term in terms},
            self._base(lever, at) if spilling else {},
        )

    def _base(self, lever: Lever, at: Decimal) -> dict[Term, CurvePoint | None]:
        base = self._found.base
        tokens = None if base is None else next(self._normalized(lever, at))
        if base is None or tokens is None:
            return {}
        request = quotient(tokens, self._loads[0].workload.requests_per_minute)
        times = at if lever is Lever.LOAD else Decimal(1)
        try:
            then = base.varied(times, request, self._request(0, lever, at))
        except Refusal:  # absurdly many sizes
            return {}
        return {term: then.least(term) for term in self._found.question.terms}

    def _payg(self, lever: Lever, at: Decimal) -> Decimal | None:
        requests = [self._request(place, lever, at) for place in range(len(self._loads))]
        cost = total_known(
            None if request is None else load.of_month(request)
            for load, request in zip(self._loads, requests, strict=True)
        )
        return None if cost is None else product(cost, at if lever is Lever.LOAD else 1)

    def _request(self, place: int, lever: Lever, at: Decimal) -> Decimal | None:
        """Return the cost of one request of a load."""
        paid, workload = self._found.payg[place], self._loads[place].workload
        more = (
            None if part is None else replace(part, amount=tokens).cost
            for category, tokens in _added(workload, lever, at).items()
            if tokens
            for part in [_parts_of(self._found, place).get(category)]
        )
        return None if paid.cost is None else total_known((paid.cost, *more))

    def _ptu(self, lever: Lever, at: Decimal) -> int | None:
        sized = self._found.sized
        if sized is None:
            return None
        tokens = total_known(self._normalized(lever, at))
        if tokens is None:
            return None
        needed = product(tokens, at if lever is Lever.LOAD else 1)
        size = sized.size
        if sized.deployment.deployed_ptu is None:
            return deployable_ptu(needed, size.input_tpm_per_ptu, size.sizing)
        return size.deployable if needed <= size.capacity_tpm else None

    def _normalized(self, lever: Lever, at: Decimal) -> Iterator[Decimal | None]:
        """Yield the normalised tokens per minute of each load; None: a weight is not known."""
        sized = self._found.sized
        for load, request in zip(self._loads, () if sized is None else sized.requests, strict=True):
            weights = {part.category: part.weight for part in request.parts}
            tokens = [request.tokens]
            for category, added in _added(load.workload, lever, at).items():
                weight = weights.get(category, self._weight(category, load.workload))
                if added and weight is None:
                    break
                tokens.append(product(added, weight or 0))
            else:
                yield product(load.workload.requests_per_minute, total(tokens))
                continue
            yield None

    def _weight(self, category: TokenCategory, workload: Workload) -> Decimal | None:
        given = self._found.question.overrides.token_weights
        if category in given or self._found.sized is None:
            return given.get(category)
        return published_weight(self._found.sized.parameters, category, band_of(workload))


@kept
def _parts_of(found: Estimate, place: int) -> Mapping[TokenCategory, PaygPart]:
    """Return what tokens of a load that come or go are priced by: also input it did not need."""
    asked = replace(
        found.question.deployment.loads[place].workload,
        requests_per_minute=1,
        input_tokens=2,
        cached_tokens=1,
        cache_write_tokens=0,
        output_tokens=0,
        beside={},
    )
    parts = found.payg[place].parts
    try:
        more = payg_request(
            found.question.deployment.entry, asked, payg_terms_of(found.catalog, found.question)
        )
    except Refusal:  # plain and cached input have prices in several currencies
        more = found.payg[place]
    if more.currency == found.currency:
        parts = (*more.parts, *parts)
    return {part.category: part for part in parts}


@kept
def varied(found: Estimate, lever: Lever, at: Decimal, ways: tuple[str, ...]) -> Variation | None:
    """Return a month of an estimate as `Varying.at` does; None: there is no such request."""
    varying = Varying(found)
    return varying.at(lever, at, ways) if varying.allows(lever, at) else None


@kept
def steps_of_load(found: Estimate, times: Decimal) -> tuple[tuple[int, Decimal], ...]:
    """Return the PTU that more and more of the load needs, and up to which multiple they carry it.

    The last ones carry `times` the load. There are none where no size is known or nothing is
    carried; of a size that the user set there is one.
    """
    if found.sized is None or not found.sized.size.normalized_tpm:
        return ()
    size, given = found.sized.size, found.question.deployment.deployed_ptu
    sizes = [given] if given is not None else []
    if given is None:
        needed = product(size.normalized_tpm, times)
        last = deployable_ptu(needed, size.input_tpm_per_ptu, size.sizing)
        least, step = size.sizing.minimum_ptu, size.sizing.scale_increment
        sizes = [
            each for each in (least, *range((least // step + 1) * step, last + 1, step)) if each
        ]
    carried = (product(ptu, size.input_tpm_per_ptu) for ptu in sizes)
    return tuple(
        (ptu, quotient(tpm, size.normalized_tpm)) for ptu, tpm in zip(sizes, carried, strict=True)
    )


def _added(workload: Workload, lever: Lever, at: Decimal) -> dict[TokenCategory, Decimal]:
    """Return how many tokens of a request come and go, by category."""
    match lever:
        case Lever.OUTPUT:
            return {TokenCategory.OUTPUT: product(workload.output_tokens, at - 1)}
        case Lever.CACHE:
            more = product(workload.input_tokens, at) - Decimal(workload.cached_tokens)
            return {TokenCategory.CACHED_INPUT: more, TokenCategory.INPUT: -more}
    return {}
