# SPDX-License-Identifier: MIT
"""The facts of one model, put together: newest source first, disagreements kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from msgspec import convert

from azmodels_gui.catalog.document import Alias, Modalities, Model, Note, Route
from azmodels_gui.catalog.facts import ModelVersion, Offer
from azmodels_gui.catalog.part import Conflict, LocalText
from azmodels_gui.catalog.ptu_products import product_of
from azmodels_gui.catalog.terms import Channel
from azmodels_gui.publish.availability import Subject, offers_of
from azmodels_gui.publish.facts import (
    CapabilityFact,
    ConflictFact,
    FineTuningFact,
    LifecycleFact,
    LimitFact,
    NamedFact,
    NoteFact,
    OfferFact,
    PriceFact,
    PtuFact,
    QuotaFact,
    RouteFact,
)
from azmodels_gui.publish.ground import Ground
from azmodels_gui.publish.grouping import ModelFacts
from azmodels_gui.publish.lifecycle_assembly import lifecycle_of
from azmodels_gui.publish.limits_assembly import capabilities_of, limits_of, modalities_of
from azmodels_gui.publish.price_assembly import in_reading_order, prices_for_versions
from azmodels_gui.publish.price_conflicts import conflicts as price_conflicts
from azmodels_gui.publish.price_conflicts import differences
from azmodels_gui.publish.price_disputes import dispute_by_prices, dispute_by_ptu_prices
from azmodels_gui.publish.price_gaps import SelectedPrices, select_prices
from azmodels_gui.publish.price_matching import Setting
from azmodels_gui.publish.price_oddities import with_oddities
from azmodels_gui.publish.ptu_assembly import ptu_of, stated_ptu_conflicts
from azmodels_gui.publish.quota_assembly import quotas_of
from azmodels_gui.publish.version_dates import known_since


@dataclass(frozen=True)
class Assembled:
    """A model, and what its sources state that did not go into it."""

    model: Model
    remarks: tuple[str, ...]


def assemble_model(group: ModelFacts, ground: Ground) -> Assembled:
    """Return the model with all its versions."""
    versions = tuple(group.versions())
    setting = Setting(ground.day, ground.region_zones, versions, ground.source_dates)
    selected = select_prices(prices_for_versions(group.of(PriceFact)), setting)
    remarks = (f"{group.id}: {told}" for told in differences(selected))
    model = with_oddities(_model(group, selected, ground), ground.region_zones)
    return Assembled(model, tuple(remarks))


def _model(group: ModelFacts, selected: SelectedPrices, ground: Ground) -> Model:
    editorial = ground.editorial
    text = editorial.model_text(group.id)
    hints = [fact.provider for fact in group.of(NamedFact) if fact.provider]
    channel = _channel(group, ground)
    quotas, quota_conflicts = quotas_of(group.of(QuotaFact), ground.source_dates)
    ptu, ptu_conflicts = ptu_of(group.of(PtuFact), ground.source_dates)
    shared = (*quota_conflicts, *ptu_conflicts, *price_conflicts(selected))
    return Model(
        id=group.id,
        provider=editorial.provider_of(group.id, hints[0] if hints else None) or "unknown",
        family=editorial.family_of(group.id),
        channel=convert(channel, Channel | None),
        summary=text.summary.local() if text else None,
        modalities=_modalities(group, ground),
        use_cases=editorial.use_cases_of(group.id),
        aliases=_aliases(group, ground),
        notes=(*_notes(group), *(note.note() for note in (text.note if text else ()))),
        versions=tuple(
            _version(group, version, channel, shared, ground) for version in group.versions()
        ),
        prices=in_reading_order(selected.prices),
        ptu=ptu,
        quotas=quotas,
        routes_to=_routes(group),
    )


def _version(
    group: ModelFacts,
    version: str,
    channel: str | None,
    shared: Iterable[Conflict],
    ground: Ground,
) -> ModelVersion:
    dates, secondary = ground.source_dates, ground.secondary
    lifecycle, lifecycle_conflicts = lifecycle_of(
        [*group.of(LifecycleFact, version), *group.of(NamedFact, version)],
        group.of(FineTuningFact, version),
        dates,
        secondary,
    )
    faults = group.of(ConflictFact, version)
    limits, limit_conflicts = limits_of(group.of(LimitFact, version), dates, secondary, faults)
    offers, offer_conflicts = _offers(group, version, channel, ground)
    dated = ground.version_conflicts.get((group.id, version))
    return ModelVersion(
        version=version,
        lifecycle=lifecycle,
        limits=limits,
        capabilities=capabilities_of(group.of(CapabilityFact, version), dates, secondary),
        offers=offers,
        conflicts=(
            *([dated] if dated else ()),
            *lifecycle_conflicts,
            *limit_conflicts,
            *stated_ptu_conflicts(faults),
            *offer_conflicts,
            *shared,
        ),
        named_by=group.named_by(version),
    )


def _offers(
    group: ModelFacts, version: str, channel: str | None, ground: Ground
) -> tuple[tuple[Offer, ...], tuple[Conflict, ...]]:
    """Return the offers by the matrices, and where prices contradict them."""
    subject = Subject(
        model=group.id,
        version=version,
        channel=channel,
        known_since=known_since(version, _evidence(group, version, ground)),
        only_version=len(group.versions()) == 1,
    )
    offers, by_matrix = offers_of(subject, group.of(OfferFact), ground.matrices)
    zones = ground.zones.contradicted_by_prices()
    prices = [fact.price for fact in group.of(PriceFact, version)]
    offers, by_price = dispute_by_prices(offers, prices, zones, ground.matrices)
    product = product_of(ground.editorial.provider_of(group.id) or "", channel)
    ptu_prices = [price for price in ground.ptu_prices if price.product == product]
    offers, by_ptu = dispute_by_ptu_prices(offers, ptu_prices, zones, ground.matrices)
    return offers, (*by_matrix, *by_price, *by_ptu)


def _evidence(group: ModelFacts, version: str, ground: Ground) -> Iterator[date | None]:
    """Yield days that presuppose the version: it was named then, or is to be retired then.

    The first day of a price proves nothing: meters start before a model is out.
    """
    yield from ground.known_by(group.surely_named_by(version))
    only = len(group.versions()) == 1
    for fact in group.of(LifecycleFact, version):
        if only or fact.version is not None:
            yield fact.retirement_date


def _channel(group: ModelFacts, ground: Ground) -> str | None:
    """Return who sells the model: what most tables say, else the kind of its matrix."""
    named = Counter(fact.channel for fact in group.of(NamedFact) if fact.channel)
    if named:
        return min(named, key=lambda channel: (-named[channel], channel))
    sources = {fact.source for fact in group.of(OfferFact)}
    kinds = {matrix.channel for matrix in ground.matrices if matrix.source in sources}
    if kinds:
        return min(kinds)
    return next((fact.channel for fact in group.of(PtuFact) if fact.channel), None)


def _modalities(group: ModelFacts, ground: Ground) -> Modalities | None:
    text = ground.editorial.model_text(group.id)
    if text is not None and text.modalities is not None:
        return text.modalities.modalities()
    return modalities_of(group.of(CapabilityFact), ground.source_dates, ground.secondary)


def _aliases(group: ModelFacts, ground: Ground) -> tuple[Alias, ...]:
    return tuple(
        Alias(name=name, reason=ground.identity.reason(name)) for name in sorted(group.spellings)
    )


def _notes(group: ModelFacts) -> Iterator[Note]:
    seen = set()
    for fact in group.of(NoteFact):
        prefix = f"{fact.version}: " if fact.version and len(group.versions()) > 1 else ""
        key = (prefix, fact.note_en)
        if key not in seen:
            seen.add(key)
            text = LocalText(en=prefix + fact.note_en, de=prefix + fact.note_de)
            yield Note(text=text, source=fact.source)


def _routes(group: ModelFacts) -> tuple[Route, ...]:
    routes = (
        Route(
            versions=() if fact.version is None else (fact.version,),
            target=fact.target,
            source=fact.source,
        )
        for fact in group.of(RouteFact)
    )
    return tuple(dict.fromkeys(routes))
