# SPDX-License-Identifier: MIT
"""Several deployments together: each rounded by itself, reserved together by type."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, total_known
from azmodels_gui.calculator.kept import kept
from azmodels_gui.catalog.terms import Term


class PoolKey(NamedTuple):
    """Deployments that can use one reservation: the same type, in the same region.

    A reservation of one deployment type never covers another. Models share it.
    """

    deployment_type: str
    region: str | None


@kept
def pool_key(found: Estimate) -> PoolKey:
    """Return which reservation the PTU of an estimate can use."""
    deployment = found.question.deployment
    return PoolKey(deployment.deployment_type.id, deployment.place.region_id)


class OnPtu(NamedTuple):
    """A deployment on PTU, and how they are paid for."""

    found: Estimate
    term: Term
    ptu: int
    """Deployed, rounded by itself."""
    at: int = 0
    """Its place in the plan."""

    @property
    def reserved(self) -> int:
        """PTU it reserves; 0: all by the hour."""
        asked = self.found.question.reserved_ptu
        return 0 if self.term is Term.HOUR else self.ptu if asked is None else asked

    def price(self, term: Term) -> Decimal | None:
        """Return the price of one PTU for a month; None: not known."""
        return self.found.ptu_prices[term]


@dataclass(frozen=True)
class Pool:
    """Deployments that share a reservation, and their cost."""

    key: PoolKey
    members: tuple[OnPtu, ...]
    reserved: Mapping[Term, int]
    """PTU reserved, by term; paid for whether deployed or not."""
    shared: bool
    """True: a reservation is larger than what its deployment needs, so that others use it."""

    @property
    def ptu(self) -> int:
        """Deployed PTU: each deployment rounded by itself, then added."""
        return sum(each.ptu for each in self.members)

    @property
    def reserved_ptu(self) -> int:
        """PTU reserved, of all terms."""
        return sum(self.reserved.values())

    @property
    def overage(self) -> int:
        """Deployed PTU beyond the reservation, billed by the hour."""
        return max(0, self.ptu - self.reserved_ptu)

    @property
    def paid(self) -> dict[Term, int]:
        """PTU that are paid for, by term; none of a term that has none."""
        found = {**self.reserved, Term.HOUR: self.overage}
        return {term: count for term, count in found.items() if count}

    @property
    def unlike(self) -> tuple[Term, ...]:
        """Terms whose price is known of each, but differs between those that pay it."""
        return tuple(
            term
            for term in self.paid
            if None not in (prices := self._prices(term)) and len(prices) > 1
        )

    @property
    def costs(self) -> dict[Term, Decimal | None]:
        """Cost of a month by term; None: a price is missing, or the prices differ."""
        found: dict[Term, Decimal | None] = {}
        for term, count in self.paid.items():
            price = self.price(term)
            found[term] = None if price is None else product(count, price)
        return found

    def price(self, term: Term) -> Decimal | None:
        """Return the price of one PTU for a month; None: not known, or the prices differ."""
        prices = self._prices(term)
        return next(iter(prices)) if len(prices) == 1 else None

    @property
    def cost(self) -> Decimal | None:
        """Cost of a month; None: a price is missing, or the prices differ."""
        return total_known(self.costs.values())

    def _prices(self, term: Term) -> set[Decimal | None]:
        """Return the prices of those that pay for a term: of all where they share."""
        return {each.price(term) for each in self.members if self.shared or _pays(each, term)}


@dataclass(frozen=True)
class Pools:
    """All deployments of a plan that run on PTU."""

    pools: tuple[Pool, ...]

    @property
    def monthly(self) -> Decimal | None:
        """Cost of a month; None: a price of some pool is missing."""
        return total_known(pool.cost for pool in self.pools)


def pools_of(members: Iterable[OnPtu], reserved: Mapping[PoolKey, int]) -> Pools:
    """Return the pools of deployments.

    Args:
        members: the deployments on PTU.
        reserved: PTU reserved for a pool, instead of what its deployments reserve each; by the
            hour nothing is reserved.
    """
    by_key: dict[PoolKey, list[OnPtu]] = {}
    for each in members:
        by_key.setdefault(pool_key(each.found), []).append(each)
    return Pools(tuple(_pool(key, each, reserved.get(key)) for key, each in by_key.items()))


def _pool(key: PoolKey, members: Sequence[OnPtu], asked: int | None) -> Pool:
    reserved: dict[Term, int] = {}
    for each in members:
        if each.term is not Term.HOUR:
            reserved[each.term] = reserved.get(each.term, 0) + each.reserved
    shared = any(each.reserved > each.ptu for each in members)
    if asked is not None and reserved:
        reserved = {max(reserved, key=lambda term: reserved[term]): asked}
        shared = True
    return Pool(key, tuple(members), reserved, shared)


def _pays(member: OnPtu, term: Term) -> bool:
    return member.reserved < member.ptu if term is Term.HOUR else member.term is term
