# SPDX-License-Identifier: MIT
"""Offers that end before their version does."""

from datetime import date

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import ModelVersion, Offer


def as_on(catalog: Catalog, day: date) -> Catalog:
    """Return the catalogue with what has ended before a day as "not offered" everywhere.

    Who answers from a catalogue takes it through here once; no look-up of an offer then needs
    the day. Files are checked, compared and published as they are.
    """
    models = tuple(
        model.but(versions=tuple(_version(version, day) for version in model.versions))
        if any(offer.ended_on(day) for version in model.versions for offer in version.offers)
        else model
        for model in catalog.models
    )
    return catalog if models == catalog.models else catalog.but(models=models)


def _version(version: ModelVersion, day: date) -> ModelVersion:
    return version.but(offers=tuple(_offer(offer, day) for offer in version.offers))


def _offer(offer: Offer, day: date) -> Offer:
    if not offer.ended_on(day):
        return offer
    return offer.but(available=(), disputed=(), covered="all")
