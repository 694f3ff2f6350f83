# SPDX-License-Identifier: MIT
"""An entry: one version of a model, the row of the table."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog, Model, Route
from azmodels_gui.catalog.facts import Lifecycle, ModelVersion, Offer
from azmodels_gui.catalog.prices import Price, PtuParameters, Quota
from azmodels_gui.catalog.terms import Availability, Stage, TokenCategory

VersionKey = tuple[int, tuple[int, ...], str]

_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_NUMBERS = re.compile(r"\d+")

_NAMELESS, _WORDS, _NUMBERED, _DATED = range(4)


def version_key(version: str) -> VersionKey:
    """Return a key that sorts versions from old to new.

    Names with a day (`2024-11-20`, `turbo-2024-04-09`, `20250929`) are newer than names
    with other numbers (`0613`, `1106-preview`, `2.1`), those newer than plain words, and
    no name at all is the oldest. Previews count like any other version.
    """
    found = _ISO_DAY.search(version)
    if found and _is_day(found):
        return (_DATED, tuple(int(part) for part in found.groups()), version)
    numbers = tuple(int(number) for number in _NUMBERS.findall(version))
    if numbers:
        return (_NUMBERED, numbers, version)
    return (_WORDS if version else _NAMELESS, (), version.casefold())


def version_sort_text(version: str) -> str:
    """Return a text that sorts as `version_key` does, for tables that sort by text."""
    kind, numbers, name = version_key(version)
    return f"{kind}{''.join(f'{number:012d}' for number in numbers)} {name}"


def newest_version(model: Model) -> str:
    """Return the name of the model's newest version."""
    return max((version.version for version in model.versions), key=version_key)


def _is_day(found: re.Match[str]) -> bool:
    year, month, day = (int(part) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= 2000


SOON_DAYS = 90
"""A retirement this near is worth a warning."""


class StageOn(Struct, frozen=True):
    """Stage as published beside what the dates say of the day."""

    published: Stage | None
    retirement_date: date | None
    days_left: int | None
    """Days until the retirement date, negative once it has passed; None without a date.

    A date that is only the earliest possible one retires nothing: once it has come, 0 are left.
    """

    @property
    def past_date(self) -> bool:
        """The retirement date has passed, whatever stage the source still names."""
        return self.days_left is not None and self.days_left < 0

    @property
    def contradicts(self) -> bool:
        """The date has passed although the source does not call the version retired."""
        return self.past_date and self.published is not Stage.RETIRED

    @property
    def counted(self) -> Stage | None:
        """The stage that counts: past its date a version is retired, whatever it is called.

        Microsoft's page on the lifecycle reckons so, because the named stage may lag.
        """
        return Stage.RETIRED if self.past_date else self.published

    @property
    def usable(self) -> bool:
        """Neither called retired nor past its date."""
        return self.published is not Stage.RETIRED and not self.past_date


def stage_on(lifecycle: Lifecycle, today: date) -> StageOn:
    """Return the published stage and the days left on `today`."""
    retirement = lifecycle.retirement_date
    days_left = None if retirement is None else (retirement - today).days
    if days_left is not None and lifecycle.retirement_not_before:
        days_left = max(days_left, 0)
    return StageOn(lifecycle.stage, retirement, days_left)


EntryKey = tuple[str, str]
"""Model id and version: what a selection or a pin remembers."""


class Entry(Struct, frozen=True, eq=False, dict=True):
    """One version of a model together with what all versions share."""

    model: Model
    version: ModelVersion

    @property
    def key(self) -> EntryKey:
        """Model id and version."""
        return (self.model.id, self.version.version)

    @property
    def title(self) -> str:
        """Name and version on one line."""
        return f"{self.model.id} {self.version.version}".rstrip()

    def stage_on(self, day: date) -> StageOn:
        """Return the published stage, and the days left on a day."""
        return stage_on(self.version.lifecycle, day)

    @cached_property
    def offers(self) -> dict[str, Offer]:
        """Offers by SKU name; a deployment type that is missing is unknown."""
        return {offer.deployment_type: offer for offer in self.version.offers}

    @cached_property
    def prices(self) -> tuple[Price, ...]:
        """Prices of this version, and those that name no version."""
        return tuple(price for price in self.model.prices if self._is_for(price.versions))

    @cached_property
    def prices_by_category(self) -> dict[TokenCategory, tuple[Price, ...]]:
        """The same by what is paid for: a table asks for thousands of them."""
        found: dict[TokenCategory, list[Price]] = {}
        for price in self.prices:
            found.setdefault(price.category, []).append(price)
        return {category: tuple(prices) for category, prices in found.items()}

    @cached_property
    def ptu(self) -> tuple[PtuParameters, ...]:
        """PTU parameters of this version, the newest page first."""
        return tuple(item for item in self.model.ptu if self._is_for(item.versions))

    @cached_property
    def quotas(self) -> tuple[Quota, ...]:
        """Quotas of this version, and those that name no version."""
        return tuple(quota for quota in self.model.quotas if self._is_for(quota.versions))

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """For a router: the models this version may pass a request to."""
        return tuple(route for route in self.model.routes_to if self._is_for(route.versions))

    def availability(self, deployment_type: str, region: str) -> Availability:
        """Return what is known of one deployment type in one region."""
        offer = self.offers.get(deployment_type)
        return Availability.UNKNOWN if offer is None else offer.in_region(region)

    @property
    def is_service(self) -> bool:
        """Tell whether it has features in regions instead of deployment types."""
        return bool(self.model.features)

    def feature_in(self, region: str) -> Availability:
        """Return what is known of a service in a region: one feature there is enough."""
        found = {feature.in_region(region) for feature in self.model.features}
        ranked = (Availability.OFFERED, Availability.UNKNOWN, Availability.NOT_OFFERED)
        return next((each for each in ranked if each in found), Availability.UNKNOWN)

    def _is_for(self, versions: tuple[str, ...]) -> bool:
        return not versions or self.version.version in versions


def versions_of(model: Model) -> tuple[Entry, ...]:
    """Return the entries of a model, the newest version first."""
    newest_first = sorted(model.versions, key=lambda each: version_key(each.version), reverse=True)
    return tuple(Entry(model, version) for version in newest_first)


def entries(catalog: Catalog) -> Iterator[Entry]:
    """Yield every entry in the order of the file."""
    return (Entry(model, version) for model in catalog.models for version in model.versions)
