# SPDX-License-Identifier: MIT
"""Several deployments together: each rounded by itself, reserved together by type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.deployment import Deployment, SizedDeployment, sized
from azmodels_gui.calculator.exact import total
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides
from azmodels_gui.calculator.ptu_cost import PooledCost, PtuRate, PtuTerms, pooled_cost, ptu_rate
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import Term


@dataclass(frozen=True)
class PoolKey:
    """Deployments that can use one reservation: the same type, in the same region.

    A reservation of one deployment type never covers another. Models share it.
    """

    deployment_type: str
    region: str | None


@dataclass(frozen=True, kw_only=True)
class PoolTerms:
    """How the PTU of a plan are paid for."""

    day: date
    term: Term
    month: Month = Month.HOURS_730
    reserved: Mapping[PoolKey, int] = field(default_factory=dict)
    """PTU reserved for each pool; a pool without an entry reserves all that are deployed."""
    overrides: Overrides = NO_OVERRIDES


@dataclass(frozen=True)
class Pool:
    """Deployments that share a reservation, and their cost."""

    key: PoolKey
    deployments: tuple[SizedDeployment, ...]
    rates: tuple[PtuRate, ...]
    """Price of the term for each deployment."""
    hourly: tuple[PtuRate, ...]
    """Price of an hour for each deployment, for the overage."""
    cost: PooledCost | None
    """Cost of a month; None: a price is missing, or the publishers' prices differ."""

    @property
    def ptu(self) -> int:
        """Deployed PTU: each deployment rounded by itself, then added."""
        return sum(deployment.size.deployable for deployment in self.deployments)


@dataclass(frozen=True)
class Pools:
    """All deployments of a plan."""

    pools: tuple[Pool, ...]

    @property
    def monthly(self) -> Decimal | None:
        """Cost of a month; None: a price of some pool is missing."""
        costs = [pool.cost.cost for pool in self.pools if pool.cost is not None]
        return total(costs) if len(costs) == len(self.pools) else None


def pools_of(catalog: Catalog, deployments: tuple[Deployment, ...], terms: PoolTerms) -> Pools:
    """Return the pools of a plan with their cost.

    Raises:
        Refusal: a deployment cannot be sized.
    """
    by_key: dict[PoolKey, list[SizedDeployment]] = {}
    for deployment in deployments:
        key = PoolKey(deployment.deployment_type.id, deployment.place.region_id)
        by_key.setdefault(key, []).append(sized(deployment, terms.overrides))
    return Pools(tuple(_pool(catalog, key, each, terms) for key, each in by_key.items()))


def _pool(
    catalog: Catalog, key: PoolKey, deployments: list[SizedDeployment], terms: PoolTerms
) -> Pool:
    rates = [_rate(catalog, each, terms.term, terms) for each in deployments]
    hourly = [_rate(catalog, each, Term.HOUR, terms) for each in deployments]
    sizes = [each.size.deployable for each in deployments]
    reserved = 0 if terms.term is Term.HOUR else terms.reserved.get(key, sum(sizes))
    cost = _cost(sizes, reserved, [_monthly(rates, terms), _monthly(hourly, terms)])
    return Pool(key, tuple(deployments), tuple(rates), tuple(hourly), cost)


def _cost(sizes: list[int], reserved: int, prices: list[list[Decimal | None]]) -> PooledCost | None:
    """Return the cost if every price it needs is known, and one price fits the whole pool."""
    reserved_prices, hourly_prices = prices
    reserved_price, hourly_price = _same(reserved_prices), _same(hourly_prices)
    needs_hourly = sum(sizes) > reserved
    if (reserved and reserved_price is None) or (needs_hourly and hourly_price is None):
        return None
    return pooled_cost(sizes, reserved, reserved_price or Decimal(0), hourly_price or Decimal(0))


def _monthly(rates: list[PtuRate], terms: PoolTerms) -> list[Decimal | None]:
    return [rate.monthly(terms.month) for rate in rates]


def _same(prices: list[Decimal | None]) -> Decimal | None:
    """Return the one price; None if one is unknown, or publishers' prices differ."""
    return prices[0] if len(set(prices)) == 1 else None


def _rate(catalog: Catalog, sized_one: SizedDeployment, term: Term, terms: PoolTerms) -> PtuRate:
    deployment = sized_one.deployment
    where = PtuTerms(place=deployment.place, day=terms.day, overrides=terms.overrides)
    return ptu_rate(catalog, deployment.entry.model, term, where)
