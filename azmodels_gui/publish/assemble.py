# SPDX-License-Identifier: MIT
"""The facts of one model, put together: newest source first, disagreements kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from msgspec import convert

from azmodels_gui.catalog.document import (
    Alias,
    DeploymentType,
    Modalities,
    Model,
    Note,
    Provider,
    Route,
)
from azmodels_gui.catalog.facts import (
    Claim,
    Conflict,
    Lifecycle,
    LocalText,
    ModelVersion,
    Offer,
    Price,
)
from azmodels_gui.catalog.terms import Billing, Channel, PriceTier, Stage
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.publish.availability import Subject, offers_of, still_marked
from azmodels_gui.publish.facts import (
    CapabilityFact,
    ConflictFact,
    FineTuningFact,
    HostingFact,
    LifecycleFact,
    LimitFact,
    NamedFact,
    NoteFact,
    OfferEndFact,
    OfferFact,
    PriceFact,
    PtuFact,
    QuotaFact,
    RouteFact,
)
from azmodels_gui.publish.ground import Ground, ModelFacts
from azmodels_gui.publish.identity import name_key
from azmodels_gui.publish.lifecycle import known_since
from azmodels_gui.publish.lifecycle_assembly import lifecycle_of
from azmodels_gui.publish.limits_assembly import (
    capabilities_of,
    hosting_of,
    limits_of,
    modalities_of,
)
from azmodels_gui.publish.price_conflicts import conflicts as price_conflicts
from azmodels_gui.publish.price_conflicts import differences, with_oddities
from azmodels_gui.publish.price_gaps import (
    SelectedPrices,
    Setting,
    in_reading_order,
    prices_for_versions,
    select_prices,
)
from azmodels_gui.publish.ptu_sizing import ptu_of, stated_ptu_conflicts
from azmodels_gui.publish.quotas import quotas_of

NOT_STATED = "unknown"
"""Provider of a model of which no source says who makes it."""
WHOLLY_LISTED = "openai"
"""Provider whose models the retirement schedule lists without a gap."""


@dataclass(frozen=True)
class Assembled:
    """A model, and what its sources state that did not go into it."""

    model: Model
    remarks: tuple[Phrase, ...]
    new_provider: Provider | None = None
    """The maker, where it is none of ours: named after the heading of a source."""


def assemble_model(group: ModelFacts, ground: Ground) -> Assembled:
    """Return the model with all its versions."""
    versions = tuple(group.versions())
    setting = Setting(ground.day, ground.region_zones, versions, ground.price_days)
    selected = select_prices(prices_for_versions(group.of(PriceFact)), setting)
    remarks = (
        Phrase(N_("{place}: {why}"), place=group.id, why=told) for told in differences(selected)
    )
    new_provider = _new_provider(group, ground)
    model = with_oddities(_model(group, selected, new_provider, ground), ground.region_zones)
    return Assembled(model, tuple(remarks), new_provider)


def _new_provider(group: ModelFacts, ground: Ground) -> Provider | None:
    """Return a provider named by a heading that none of ours has; None: ours knows the maker."""
    heading = _heading(group)
    if ground.editorial.provider_of(group.id, heading) is not None:
        return None
    if heading is None:
        return Provider(id=NOT_STATED, name=NOT_STATED)
    return Provider(id=name_key(heading), name=heading)


def _heading(group: ModelFacts) -> str | None:
    """Return the heading that says who makes the model, as the first source spells it."""
    return next((fact.provider for fact in group.of(NamedFact) if fact.provider), None)


def _model(
    group: ModelFacts, selected: SelectedPrices, new_provider: Provider | None, ground: Ground
) -> Model:
    editorial = ground.editorial
    text = editorial.model_text(group.id)
    known_provider = editorial.provider_of(group.id, _heading(group))
    channel = _channel(group, ground)
    quotas, quota_conflicts = quotas_of(group.of(QuotaFact), ground.source_dates)
    ptu, ptu_conflicts = ptu_of(group.of(PtuFact), ground.source_dates)
    shared = (*quota_conflicts, *ptu_conflicts, *price_conflicts(selected))
    return Model(
        id=group.id,
        provider=new_provider.id if new_provider else known_provider or NOT_STATED,
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
        prices=in_reading_order(
            ground.stated.promised(group.id, price) for price in selected.prices
        ),
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
    standing = ground.standing
    lifecycle, lifecycle_conflicts = lifecycle_of(
        [*group.of(LifecycleFact, version), *group.of(NamedFact, version)],
        group.of(FineTuningFact, version),
        standing,
        only_version=len(group.versions()) == 1,
    )
    faults = group.of(ConflictFact, version)
    limits, limit_conflicts = limits_of(group.of(LimitFact, version), standing, faults)
    offers, offer_conflicts = _offers(group, version, channel, lifecycle.stage, ground)
    offered = any(offer.available for offer in offers)
    unlisted = None if offered else _unlisted_in(group, version, lifecycle, ground)
    dated = ground.version_conflicts.get((group.id, version))
    return ModelVersion(
        version=version,
        lifecycle=lifecycle.but(unlisted_in=unlisted),
        limits=limits,
        hosted_by=hosting_of(group.of(HostingFact, version), standing)
        or ground.stated.host_of(channel),
        capabilities=capabilities_of(group.of(CapabilityFact, version), standing),
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
    group: ModelFacts,
    version: str,
    channel: str | None,
    stage: Stage | None,
    ground: Ground,
) -> tuple[tuple[Offer, ...], tuple[Conflict, ...]]:
    """Return the offers by the matrices, and what they disagree on."""
    known = {kind.id for kind in ground.types}
    stated = [fact for fact in group.of(OfferFact) if fact.deployment_type in known]
    subject = Subject(
        model=group.id,
        version=version,
        channel=channel,
        known_since=known_since(version, _evidence(group, version, ground)),
        only_version=len(group.versions()) == 1,
        evidence=_evidence_of_types(group, version, stage, ground),
    )
    offers, conflicts = offers_of(subject, stated, ground.availability)
    if not any(offer.available for offer in offers):
        # Offered nowhere at all: then a quota that names no deployment type counts as well.
        loose = _evidence_of_types(group, version, stage, ground, untyped=True)
        offers, conflicts = offers_of(replace(subject, evidence=loose), stated, ground.availability)
    ended = [_ended(offer, group.of(OfferEndFact, version)) for offer in offers]
    contradictions = (conflict for offer in ended for conflict in still_marked(offer))
    return tuple(ended), (*contradictions, *conflicts)


def _ended(offer: Offer, ends: Iterable[OfferEndFact]) -> Offer:
    """Return the offer with its own end, if a source states one."""
    own = [end for end in ends if end.deployment_type == offer.deployment_type]
    if not own:
        return offer
    # Two statements of one end: the later one, as with a version's dates.
    last = max(own, key=lambda end: (end.retirement_date, end.source))
    return offer.but(retirement_date=last.retirement_date, retirement_source=last.source)


def _evidence_of_types(
    group: ModelFacts, version: str, stage: Stage | None, ground: Ground, *, untyped: bool = False
) -> dict[str, tuple[Claim, ...]]:
    """Return the deployment types that exist by their price and quota, with what says so.

    Only of a generally available version; a price alone proves nothing, meters are made early.
    """
    if stage is not Stage.GENERALLY_AVAILABLE:
        return {}
    prices = [fact.price for fact in group.of(PriceFact, version)]
    found: dict[str, tuple[Claim, ...]] = {}
    for kind in ground.types:
        priced = [price for price in prices if _is_price_of(price, kind, ground.day)]
        granted = [
            quota
            for quota in group.of(QuotaFact, version)
            if (quota.tpm or quota.enqueued_tokens)
            and (quota.deployment_type == kind.id or (untyped and not quota.deployment_type))
        ]
        if priced and granted:
            found[kind.id] = (
                Claim(value="priced", de="mit Preis", source=priced[0].source),
                Claim(value="has a quota", de="mit Kontingent", source=granted[0].source),
            )
    return found


def _is_price_of(price: Price, kind: DeploymentType, day: date) -> bool:
    """Tell whether a price list's price in force is one of a deployment type."""
    batch = price.tier is PriceTier.BATCH
    return (
        price.scope is kind.scope
        and batch == (kind.billing is Billing.BATCH)
        and kind.billing is not Billing.PROVISIONED
        and price.in_force_on(day)
        and not (price.secondary or price.fine_tuned)
    )


def _unlisted_in(
    group: ModelFacts, version: str, lifecycle: Lifecycle, ground: Ground
) -> str | None:
    """Return the newest schedule, where it leaves out a version of which nothing tells an end."""
    if lifecycle.stage is not None or lifecycle.retirement_date is not None:
        return None
    if ground.editorial.provider_of(group.id, _heading(group)) != WHOLLY_LISTED:
        return None
    schedules = [source for source in ground.schedules if source not in group.named_by(version)]
    since = known_since(version, _evidence(group, version, ground))
    older = [
        source for source in schedules if since is not None and since < ground.source_dates[source]
    ]
    return max(older, key=lambda source: ground.source_dates[source], default=None)


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
    return modalities_of(group.of(CapabilityFact), ground.standing)


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
            yield Note(text=text, source=fact.source, topic=fact.topic)


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
