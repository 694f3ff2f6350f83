# SPDX-License-Identifier: MIT
"""Offers that end before their version does."""

from collections.abc import Mapping
from datetime import date

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.fact_dates import source_dates
from azmodels_gui.catalog.facts import ModelVersion, Offer
from azmodels_gui.catalog.terms import Coverage


def as_on(catalog: Catalog, day: date) -> Catalog:
    """Return the catalogue with what has ended before a day as "not offered" everywhere.

    That "no" is as old as the source that states the end, not as the matrix that still marks it.
    Who answers from a catalogue takes it through here once; no look-up of an offer then needs
    the day. Files are checked, compared and published as they are.
    """
    dates = source_dates(catalog)
    models = tuple(
        model.but(versions=tuple(_version(version, day, dates) for version in model.versions))
        if any(offer.ended_on(day) for version in model.versions for offer in version.offers)
        else model
        for model in catalog.models
    )
    return catalog if models == catalog.models else catalog.but(models=models)


def _version(version: ModelVersion, day: date, dates: Mapping[str, str]) -> ModelVersion:
    return version.but(offers=tuple(_offer(offer, day, dates) for offer in version.offers))


def _offer(offer: Offer, day: date, dates: Mapping[str, str]) -> Offer:
    if not offer.ended_on(day):
        return offer
    gone = offer.but(available=(), disputed=(), covered=Coverage.ALL)
    source = offer.retirement_source
    return gone if source is None else gone.but(as_of=dates.get(source), sources=(source,))
