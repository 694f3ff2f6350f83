# SPDX-License-Identifier: MIT
"""The deployments that place and payment leave the client, and what an entry costs on them.

Of the deployments that are left the one that costs least stands for the entry, as in the table;
the calculator reckons a month of the load, or 1M tokens where none is given. A price that nobody
states is never put in by another.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.answer import Answer, Message, Money, Status, cited, message, unique
from azmodels_gui.answers.prices import entry_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.checks import ends_in_time
from azmodels_gui.calculator.deployment import Deployment as SizedLoad
from azmodels_gui.calculator.deployment import SizedDeployment, sized
from azmodels_gui.calculator.exact import product
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.payg import PaygTerms, payg_request
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.ptu_cost import PtuTerms, ptu_rates
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import check_stated
from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.deployment_masks import deployments_asked
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Region
from azmodels_gui.catalog.offered import strongest, weakest
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Availability, Billing, PriceTier, Scope, Term, TokenCategory

Deployment = tuple[DeploymentType, Region]


class OfferedThere(Struct, frozen=True):
    """What is known of an entry in the place asked about, paid as asked."""

    known: Availability
    offered: tuple[Deployment, ...] = ()
    """Deployments that are offered and process there, both beyond dispute."""
    unsure: tuple[Deployment, ...] = ()
    """Those of which one of both is unknown or disputed."""

    @property
    def regions(self) -> tuple[str, ...]:
        """Ids of the regions with an offer, each once."""
        return unique(region.id for _, region in self.offered)

    @property
    def billings(self) -> list[Billing]:
        """The ways to pay there."""
        return Billing.of(kind.billing for kind, _ in self.offered)


class GuideOffers:
    """The deployments that fulfil place and billing together."""

    def __init__(
        self,
        catalog: Catalog,
        data_zone: str | None = None,
        country: str | None = None,
        *,
        region: str | None = None,
        billing: Billing | None = None,
    ) -> None:
        """Take what is asked; None asks nothing.

        Args:
            catalog: knows types and regions.
            data_zone: processing stays inside.
            country: processing stays inside, by `Country.code`.
            region: processing stays there, so that only regional types count.
            billing: how it is paid.
        """
        self._catalog = catalog
        self._zone, self._country, self._region = data_zone, country, region
        self._billing = billing
        paid = [kind for kind in catalog.usual_types if billing in (None, kind.billing)]
        fit = [kind for kind in paid if region is None or kind.scope is Scope.REGIONAL]
        asks_kind = region is not None or billing is not None
        self.query = CatalogQuery(
            regions=frozenset(() if region is None else (region,)),
            data_zones=frozenset(() if data_zone is None else (data_zone,)),
            countries=frozenset(() if country is None else (country,)),
            deployment_types=frozenset(kind.id for kind in fit or paid if asks_kind),
        )
        """The filter of the table that asks for the same deployments.

        Where no type is paid so and processes in one region, for what is at least deployed there.
        """
        kinds = {kind.id: kind for kind in fit}
        regions = {each.id: each for each in catalog.regions}
        self._asked = [
            (kinds[kind], regions[place], inside)
            for kind, place, inside in deployments_asked(self.query, catalog)
            if kind in kinds
        ]

    def of(self, entry: Entry) -> OfferedThere:
        """Return what is known of an entry."""
        if entry.is_service:
            return OfferedThere(self._service(entry))
        states: dict[Availability, list[Deployment]] = {}
        for kind, region, inside in self._asked:
            known = weakest((entry.availability(kind.id, region.id), inside))
            states.setdefault(known, []).append((kind, region))
        unsure = (Availability.CONFLICT, Availability.UNKNOWN)
        # Without a type that could fulfil all conditions the answer is a no.
        return OfferedThere(
            strongest(states) if states else Availability.NOT_OFFERED,
            tuple(states.get(Availability.OFFERED, ())),
            tuple(each for state in unsure for each in states.get(state, ())),
        )

    def beside(self, entry: Entry) -> tuple[DeploymentType, ...]:
        """Return the types that are offered in the place, however they are paid and process.

        They tell why it is not offered as asked: deployed there is not processed there.
        """
        regions = [region.id for region in self._catalog.regions if self._lies_in(region)]
        return tuple(
            kind
            for kind in self._catalog.usual_types
            if any(entry.availability(kind.id, each) is Availability.OFFERED for each in regions)
        )

    def sources(self, entry: Entry) -> tuple[str, ...]:
        """Return the sources of what is known of an entry's offers as asked."""
        asked = self.query.deployment_types
        offers = (each for kind, each in entry.offers.items() if not asked or kind in asked)
        return unique(source for offer in offers for source in offer.sources)

    def _lies_in(self, region: Region) -> bool:
        country = country_of(region)
        return (
            self._region in (None, region.id)
            and self._zone in (None, region.data_zone)
            and self._country in (None, country and country.code)
        )

    def _service(self, entry: Entry) -> Availability:
        """Return what is known of a service: it has no deployments, and no PTU."""
        if self._billing not in (None, Billing.PAYG):
            return Availability.NOT_OFFERED
        if self._zone or self._country:
            return Availability.UNKNOWN  # no source says where it processes
        if self._region is None:
            return Availability.OFFERED
        return entry.feature_in(self._region)


Amounts = tuple[Decimal, ...]


class GuideCost(Struct, frozen=True):
    """What an entry costs, and how it is paid for that."""

    monthly: Decimal | None = None
    """A month of the load; None: not known, or no load is given."""
    currency: str = "USD"
    kind: DeploymentType | None = None
    """The deployment that costs so much."""
    region: Region | None = None
    """Where; None: the same in all regions that are left."""
    term: Term | None = None
    """How long PTU are bought for; None: paid per token."""
    ptu: int | None = None
    """PTU to deploy; None: paid per token."""
    categories: tuple[TokenCategory, ...] = ()
    """Without a load: what is priced per 1M tokens, ..."""
    prices: tuple[Answer, ...] = ()
    """... and what is known of each."""
    sources: tuple[str, ...] = ()
    gap: Message | None = None
    """Why it is not known; None: it is."""

    @property
    def rank(self) -> Amounts | None:
        """What to sort by: the cost of a month, else the prices of input and output."""
        if self.monthly is not None:
            return (self.monthly,)
        found = [_least(answer) for answer in self.prices]
        known = tuple(amount for amount in found if amount is not None)
        return known if known and len(known) == len(found) else None


def cost_of(
    entry: Entry, load: MonthLoad | None, there: OfferedThere, view: Viewpoint
) -> GuideCost:
    """Return what an entry costs.

    Args:
        entry: what is priced.
        load: of a month; None: prices per 1M tokens.
        there: the deployments that are left.
        view: its place is the one asked about.
    """
    if load is None:
        return _prices(entry, view)
    if not _carries(entry, load):
        return GuideCost(gap=message("guide_other_tokens"))
    costs = list(_costs(view.conversion.priced(entry), load, there, view))
    known = [each for each in costs if each.monthly is not None]
    if known:
        return min(known, key=lambda each: each.monthly or Decimal(0))
    return next(iter(costs), GuideCost(gap=message("guide_price_unknown")))


def _prices(entry: Entry, view: Viewpoint) -> GuideCost:
    categories = tuple(priced_categories(entry))
    prices = tuple(entry_price(entry, category, view) for category in categories)
    found = GuideCost(
        categories=categories,
        prices=prices,
        currency=_currency(prices, view),
        sources=cited(prices),
    )
    if found.rank is not None:
        return found
    return GuideCost(categories=categories, prices=prices, gap=message("guide_price_unknown"))


def priced_categories(entry: Entry) -> Iterator[TokenCategory]:
    """Yield what goes in and what comes out, as it is priced: what a model speaks is audio."""
    kinds = entry.model.modalities
    into, out = (kinds.input, kinds.output) if kinds else (("text",), ("text",))
    speaks = "audio" in out or "text" not in into
    yield TokenCategory.AUDIO_INPUT if speaks and "audio" in into else TokenCategory.INPUT
    if "audio" in out:
        yield TokenCategory.AUDIO_OUTPUT
    elif "text" in out or not out:
        yield TokenCategory.OUTPUT
    elif "image" in out:
        yield TokenCategory.IMAGE_OUTPUT


def _carries(entry: Entry, load: MonthLoad) -> bool:
    """Tell whether the load states what the model is paid for: audio is not text."""
    try:
        check_stated(entry, load.workload.beside)
    except Refusal:
        return False
    return True


def _costs(
    entry: Entry, load: MonthLoad, there: OfferedThere, view: Viewpoint
) -> Iterator[GuideCost]:
    """Yield the cost of each deployment, of several at the same price one.

    Batch answers within a day: it counts only where nothing else was left.
    """
    deployments = there.offered or there.unsure
    prompt = [each for each in deployments if each[0].billing is not Billing.BATCH]
    for kind, regions in _alike(prompt or deployments, entry, view).items():
        for region in regions:
            # At the same price in all regions it is not that of one of them.
            here = region if len(regions) > 1 else None
            match kind.billing:
                case Billing.PROVISIONED:
                    found = _on_ptu(entry, load, kind, region, view)
                case Billing.PAYG | Billing.BATCH:
                    found = _per_token(entry, load, kind, region, view)
                case _:
                    found = GuideCost(kind=kind, gap=message("guide_price_unknown"))
            yield replace(found, region=here)


def _alike(
    deployments: Sequence[Deployment], entry: Entry, view: Viewpoint
) -> dict[DeploymentType, list[Region]]:
    """Return the types, each with one of all regions at the same prices."""
    found: dict[str, dict[object, Deployment]] = {}
    for kind, region in deployments:
        alike = found.setdefault(kind.id, {})
        alike.setdefault(_priced_by(kind, region, entry, view), (kind, region))
    regions: dict[DeploymentType, list[Region]] = {}
    for each in found.values():
        for kind, region in each.values():
            regions.setdefault(kind, []).append(region)
    return regions


def _priced_by(kind: DeploymentType, region: Region, entry: Entry, view: Viewpoint) -> object:
    """Return a key that is the same for all regions at the same prices."""
    if kind.billing is Billing.PROVISIONED:
        return view.ptu_places.get(region.id)
    if kind.scope is Scope.GLOBAL:
        return None
    return tuple(
        price.names(region.id, region.data_zone)
        for price in entry.prices
        if price.scope is kind.scope
    )


def _per_token(
    entry: Entry, load: MonthLoad, kind: DeploymentType, region: Region, view: Viewpoint
) -> GuideCost:
    tier = PriceTier.BATCH if kind.billing is Billing.BATCH else PriceTier.STANDARD
    terms = PaygTerms(
        place=Place(kind.scope, region), day=view.day, tier=tier, regions=view.catalog.regions
    )
    try:
        request = payg_request(entry, load.workload, terms)
    except Refusal:  # prices in several currencies, which are not added
        return GuideCost(kind=kind, gap=message("guide_price_unknown"))
    if request.cost is None:
        return GuideCost(kind=kind, gap=message("guide_price_unknown"))
    return GuideCost(
        monthly=load.of_month(request.cost),
        currency=request.currency,
        kind=kind,
        sources=request.sources,
    )


def _on_ptu(
    entry: Entry, load: MonthLoad, kind: DeploymentType, region: Region, view: Viewpoint
) -> GuideCost:
    """Return the cost of PTU for the term that costs least and ends before the model does."""
    asked = SizedLoad(entry=entry, deployment_type=kind, loads=(load,), region=region)
    try:
        size = sized(asked)
    except Refusal:
        return GuideCost(kind=kind, gap=message("guide_size_unknown"))
    found = [each for each in _by_term(size, view) if each.monthly is not None]
    if found:
        return min(found, key=lambda each: each.monthly or Decimal(0))
    return GuideCost(kind=kind, gap=message("guide_price_unknown"))


def _by_term(size: SizedDeployment, view: Viewpoint) -> Iterator[GuideCost]:
    asked = size.deployment
    terms = PtuTerms(place=asked.place, day=view.day)
    for catalog in view.by_currency:
        for term, rate in ptu_rates(catalog, asked.entry.model, terms).items():
            of_one = rate.monthly(Month.HOURS_730)
            if of_one is not None and ends_in_time(asked.entry, term, view.day):
                yield GuideCost(
                    monthly=product(of_one, size.size.deployable),
                    currency=rate.currency,
                    kind=asked.deployment_type,
                    term=term,
                    ptu=size.size.deployable,
                    sources=(*size.sources, *rate.sources),
                )


def _least(answer: Answer) -> Decimal | None:
    if answer.status is not Status.KNOWN:
        return None
    amounts = (each.amount for each in (answer.value, *answer.values) if isinstance(each, Money))
    return min(amounts, default=None)


def _currency(prices: Iterable[Answer], view: Viewpoint) -> str:
    values = (value for answer in prices for value in (answer.value, *answer.values))
    named = (value.currency for value in values if isinstance(value, Money))
    return next(named, view.conversion.currency)
