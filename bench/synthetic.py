# SPDX-License-Identifier: MIT
"""Catalogues of any size: the shipped one over and over, with values varied by a fixed rule."""

from datetime import timedelta
from random import Random

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.facts import ModelVersion, Offer
from azmodels_gui.catalog.terms import Stage

SEED = 20261122
FILLER = ("vision", "reasoning", "summaries", "contracts", "voice", "search", "code", "tables")


def multiplied(catalog: Catalog, size: int) -> Catalog:
    """Return a catalogue of `size` entries, the same for the same catalogue.

    The first round is the catalogue as it is; every further round renames its models and
    varies regions, stages, dates, providers and use cases, so that no two rounds share
    their lists of regions.
    """
    random = Random(SEED)
    models: list[Model] = []
    missing, rounds = size, 0
    while missing > 0:
        for original in catalog.models:
            copy = original if rounds == 0 else _varied(original, rounds, catalog, random)
            kept = copy.but(versions=copy.versions[:missing])
            models.append(kept)
            missing -= len(kept.versions)
            if missing <= 0:
                break
        rounds += 1
    return catalog.but(models=tuple(models))


def _varied(model: Model, number: int, catalog: Catalog, random: Random) -> Model:
    use_cases = [each.id for each in catalog.use_cases]
    changes: dict[str, object] = {
        "id": f"{model.id}-{FILLER[number % len(FILLER)]}-{number}",
        "versions": tuple(_varied_version(each, catalog, random) for each in model.versions),
        "use_cases": tuple(sorted(random.sample(use_cases, min(3, len(use_cases))))),
        "prices": tuple(
            price.but(amount=price.amount * random.randint(1, 9)) for price in model.prices
        ),
    }
    if catalog.providers:
        changes["provider"] = random.choice(catalog.providers).id
    return model.but(**changes)


def _varied_version(version: ModelVersion, catalog: Catalog, random: Random) -> ModelVersion:
    regions = [region.id for region in catalog.regions]
    lifecycle = version.lifecycle
    retirement = lifecycle.retirement_date
    moved = timedelta(days=random.randint(-200, 400))
    changes = {
        "stage": random.choice(list(Stage)),
        "retirement_date": None if retirement is None else retirement + moved,
    }
    return version.but(
        lifecycle=lifecycle.but(**changes),
        offers=tuple(_varied_offer(offer, regions, random) for offer in version.offers),
    )


def _varied_offer(offer: Offer, regions: list[str], random: Random) -> Offer:
    """Offer it in as many regions as the original, but in others."""
    count = min(len(offer.available), len(regions))
    return offer.but(available=tuple(sorted(random.sample(regions, count))))
