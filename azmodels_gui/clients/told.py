# SPDX-License-Identifier: MIT
"""What a client's subscription tells beside the catalogue: quota, deployments, listed offers.

Formed once for every reader, from the day asked about; nothing of it changes what the catalogue
says of the public cloud.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from azmodels_gui.answers.answer import UNKNOWN, Answer
from azmodels_gui.answers.availability import offered_in
from azmodels_gui.answers.lifecycle import retirement
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.checks import months_later
from azmodels_gui.calculator.quota_check import PTU, TPM, OwnQuota
from azmodels_gui.catalog.document import Catalog, Entry, Region, entries
from azmodels_gui.catalog.listing import Listing
from azmodels_gui.catalog.radar import Retirement, retirements
from azmodels_gui.catalog.successors import ModelToday
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.clients.taking import LoadLine, load_lines
from azmodels_gui.clients.tenant import Counter, Deployed, ListedOffer, Statement, Tenant

Key = tuple[str, str]
ENDED = "Deprecated"
"""Stage of what can no longer be deployed, as the service writes it."""


class Room(StrEnum):
    """Whether quota is left for what takes a deployment's place."""

    BESIDE = "beside"
    """Enough to run both for a while."""
    AFTER = "after"
    """Enough once the old deployment is gone: both count alike."""
    TOO_LITTLE = "too_little"
    NONE = "none"
    """The limit is zero: it has to be asked for."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Origin:
    """Answers of one kind, of one subscription and day."""

    kind: str
    """Field of a `Tenant`."""
    subscription: str
    day: date
    regions: tuple[str, ...]
    count: int
    """Statements in them."""


@dataclass(frozen=True)
class Month:
    """A month, and the deployments that end in it."""

    first: date
    lines: tuple["DeploymentLine", ...]


MOST_MONTHS, LEAST_MONTHS = 24, 12


@dataclass(frozen=True)
class QuotaNeed:
    """What is needed of a quota, beside what is left of it."""

    line: "QuotaLine"
    needed: int
    """Tokens per minute, or PTU where it counts those."""

    @property
    def left(self) -> int | None:
        """What is left in the same unit; None: the unit is not known."""
        return int(self.line.counter.left) if self.line.provisioned else self.line.tpm_left

    @property
    def enough(self) -> bool | None:
        """Tell whether it is enough; None: not known."""
        return None if self.left is None else self.needed <= self.left


@dataclass(frozen=True)
class QuotaLine:
    """A counter of a region, and the models and deployment type it is for."""

    counter: Counter
    models: tuple[str, ...]
    """Model and version of each, as listed there; none: no list of models names the counter."""
    deployment_type: str | None
    provisioned: bool
    """It counts PTU."""
    tpm_per_unit: int | None
    """None: it counts something else, or no list tells."""

    @property
    def tpm_left(self) -> int | None:
        """Tokens per minute that can still be deployed; None: not told, or it counts PTU."""
        return None if self.tpm_per_unit is None else int(self.counter.left * self.tpm_per_unit)

    @property
    def share_used(self) -> float | None:
        """How much of the limit is used; above 1 where it was lowered; None: there is no limit."""
        return self.counter.used / self.counter.limit if self.counter.limit else None


@dataclass(frozen=True)
class DeploymentLine:
    """One of the client's own deployments, and what becomes of it."""

    deployed: Deployed
    entry: Entry | None
    """None: the catalogue does not know the version."""
    retirement: Answer
    """As published."""
    listed_end: date | None
    """End that the subscription's own list states; None: it states none."""
    today: ModelToday | None
    """What to take in its place."""
    successor_offered: Answer
    """Whether the successor is offered there in the same way, as published."""
    successor_listed: ListedOffer | None
    """Whether the subscription lists it there; None: it does not, or no list was read."""
    successor_quota: QuotaLine | None
    room: Room
    """Whether that quota is enough for as much capacity as the deployment has."""
    default: ListedOffer | None
    """The version that is the model's default there, as the subscription lists it."""
    load: LoadLine | None
    """What Azure Monitor measured of it."""

    @property
    def is_default(self) -> bool | None:
        """Tell whether its version is the default one; None: no list says which is."""
        return None if self.default is None else self.default.version == self.deployed.version

    @property
    def ends(self) -> date | None:
        """The earlier one of both ends; None: neither is known."""
        known = [
            each for each in (self.retirement.value, self.listed_end) if isinstance(each, date)
        ]
        return min(known, default=None)


class Told:
    """Answers about one client's subscriptions for a catalogue and a day."""

    def __init__(self, tenant: Tenant, catalog: Catalog, day: date) -> None:
        """Take what was told, and the catalogue it stands beside."""
        self.tenant = tenant
        self.view = Viewpoint(catalog, day)

    @cached_property
    def _entries(self) -> Mapping[Key, Entry]:
        return {
            (name.casefold(), each.version.version): each
            for each in entries(self.view.catalog)
            for name in (*(alias.name for alias in each.model.aliases), each.model.id)
        }

    @cached_property
    def _provisioned(self) -> frozenset[str]:
        kinds = self.view.catalog.deployment_types
        return frozenset(kind.id for kind in kinds if kind.billing is Billing.PROVISIONED)

    @cached_property
    def _listed(self) -> Mapping[tuple[str, str, str, str | None, str], ListedOffer]:
        return {
            (
                *(each.subscription, each.model.casefold(), each.version),
                *(each.region, each.deployment_type),
            ): each
            for each in self.tenant.listed
        }

    def _listed_for(
        self, model: str, version: str, where: Statement, kind: str
    ) -> ListedOffer | None:
        """Return what the list of a subscription says; one that names none may be of any."""
        for subscription in (where.subscription, ""):
            key = (subscription, model.casefold(), version, where.region, kind)
            if key in self._listed:
                return self._listed[key]
        return None

    def entry(self, model: str, version: str | None) -> Entry | None:
        """Return the entry of a model version as the service spells it."""
        return self._entries.get((model.casefold(), version or ""))

    def listed(self, entry: Entry, region: str, deployment_type: str) -> ListedOffer | None:
        """Return that a subscription lists an offer; None: none does, or none was asked."""
        return self._offers.get((*entry.key, region, deployment_type))

    @cached_property
    def _offers(self) -> Mapping[tuple[str, str, str, str], ListedOffer]:
        """The listed offers by entry, region and type; of several subscriptions the newest."""
        found: dict[tuple[str, str, str, str], ListedOffer] = {}
        for each in sorted(self.tenant.listed, key=lambda each: each.day):
            entry = self.entry(each.model, each.version)
            if entry is not None and each.region is not None:
                found[(*entry.key, each.region, each.deployment_type)] = each
        return found

    @cached_property
    def listing(self) -> Listing | None:
        """What may be deployed by the lists: without offers that have ended there.

        None: no list of models was read.
        """
        asked: dict[str, date] = {}
        for each in self.tenant.listed:
            if each.region is not None:
                asked[each.region] = max(each.day, asked.get(each.region, each.day))
        if not asked:
            return None
        days = {
            ((model, version), kind, region): each.day
            for (model, version, region, kind), each in self._offers.items()
            if each.stage != ENDED and (each.ends is None or each.ends > self.view.day)
        }
        return Listing(days, asked)

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """Where the answers come from: kind by kind, the newest first."""
        found: dict[tuple[str, str, date], list[Statement]] = {}
        for kind, statements in self.tenant.by_kind.items():
            for each in statements:
                found.setdefault((kind, each.subscription, each.day), []).append(each)
        made = (
            Origin(
                *(kind, called, day),
                tuple(sorted({each.region for each in said if each.region})),
                len(said),
            )
            for (kind, called, day), said in found.items()
        )
        return tuple(made)

    @cached_property
    def quotas(self) -> tuple[QuotaLine, ...]:
        """The counters of models, those in use first, then by region and name."""
        lines = (self._quota(counter) for counter in self.tenant.counters)
        found = [line for line in lines if line.models or line.deployment_type]
        return tuple(sorted(found, key=lambda line: (-line.counter.used, *_place(line.counter))))

    def _quota(self, counter: Counter) -> QuotaLine:
        """Join a counter with the listed offers that name it: it is not spelt as models are."""
        offers = self._offers_counted(counter)
        kind = offers[0].deployment_type if offers else self._kind_in(counter.name)
        units = {each.tpm_per_unit for each in offers}
        return QuotaLine(
            counter,
            tuple(dict.fromkeys(f"{each.model} {each.version}" for each in offers)),
            kind,
            kind in self._provisioned,
            units.pop() if len(units) == 1 else None,
        )

    def _offers_counted(self, counter: Counter) -> list[ListedOffer]:
        """Return the offers that name a counter: there, else wherever they do."""
        places = (
            (counter.name, subscription, region)
            for region in (counter.region, None)
            for subscription in dict.fromkeys((counter.subscription, "", None))
        )
        return next((self._counted[each] for each in places if each in self._counted), [])

    @cached_property
    def _counted(self) -> Mapping[tuple[str, str | None, str | None], list[ListedOffer]]:
        """The listed offers by the counter that they name; None: any subscription, any region."""
        found: dict[tuple[str, str | None, str | None], list[ListedOffer]] = {}
        for each in self.tenant.listed:
            for region in {each.region, None}:
                for subscription in {each.subscription, None}:
                    found.setdefault((each.counter, subscription, region), []).append(each)
        return found

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(kind.id for kind in self.view.catalog.deployment_types)

    def _kind_in(self, counter: str) -> str | None:
        """Return the deployment type in a counter's name (`OpenAI.GlobalStandard.gpt4.1-mini`)."""
        return next((word for word in counter.split(".")[1:2] if word in self._kinds), None)

    @cached_property
    def deployments(self) -> tuple[DeploymentLine, ...]:
        """The client's own deployments, the one that ends first at the top."""
        lines = map(self._deployment, self.tenant.deployed)
        return tuple(
            sorted(lines, key=lambda line: (line.ends or date.max, line.deployed.name.casefold()))
        )

    @cached_property
    def loads(self) -> tuple[LoadLine, ...]:
        """The measured loads with their costs."""
        named = [self.entry(each.model, each.version) for each in self.tenant.deployed]
        return tuple(load_lines(self.tenant, named, self.view.catalog, self.view.day))

    @cached_property
    def retirements(self) -> tuple[Retirement, ...]:
        """The ends of what is deployed, each entry once, by the earlier of both dates."""
        ends: dict[Key, tuple[Entry, date]] = {}
        for line in self.deployments:
            if line.entry is not None and line.ends is not None:
                ends.setdefault(line.entry.key, (line.entry, line.ends))
        published = {
            each.entry.key: each
            for each in retirements(
                (entry for entry, _ in ends.values()), self.view.catalog, self.view.day
            )
        }
        return tuple(self._retirement(*found, published) for found in ends.values())

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The calendar of what is deployed: from this month to the last end, up to two years."""
        first = self.view.day.replace(day=1)
        ends: dict[date, list[DeploymentLine]] = {}
        for line in self.deployments:
            if line.ends is not None:
                ends.setdefault(line.ends.replace(day=1), []).append(line)
        shown = [months_later(first, after) for after in range(MOST_MONTHS)]
        last = max((month for month in ends if month in shown), default=first)
        count = max(LEAST_MONTHS, shown.index(last) + 1)
        return tuple(Month(each, tuple(ends.get(each, ()))) for each in shown[:count])

    def _retirement(
        self, entry: Entry, day: date, published: Mapping[Key, Retirement]
    ) -> Retirement:
        """Return an end as the catalogue's own radar tells it, on the earlier day."""
        found, left = published.get(entry.key), (day - self.view.day).days
        if found is None:
            return Retirement(entry, day, left, not_before=False, successors=())
        sure = found.not_before and day == found.day
        return Retirement(entry, day, left, not_before=sure, successors=found.successors)

    def _deployment(self, deployed: Deployed) -> DeploymentLine:
        entry = self.entry(deployed.model, deployed.version)
        today = None if entry is None else self.view.successors.of(entry)
        successor = today.successor.entry if today and today.successor else None
        region, kind = deployed.region, deployed.deployment_type
        here = self._here(deployed)
        offered, listed = UNKNOWN, None
        if successor is not None and region is not None:
            offered = offered_in(successor, kind, region, self.view)
            listed = self._listed_as(successor, deployed)
        quota = None if listed is None else self._quota_of(listed, deployed)
        return DeploymentLine(
            deployed,
            entry,
            UNKNOWN if entry is None else retirement(entry, self.view),
            here.ends if here else None,
            today,
            offered,
            listed,
            quota,
            self._room(deployed, here, quota),
            self._defaults.get((deployed.model.casefold(), region)),
            next((each for each in self.loads if each.deployed is deployed), None),
        )

    def _here(self, deployed: Deployed) -> ListedOffer | None:
        kind = deployed.deployment_type
        return self._listed_for(deployed.model, deployed.version or "", deployed, kind)

    def is_provisioned(self, deployed: Deployed) -> bool:
        """Tell whether a deployment's capacity is PTU."""
        return deployed.deployment_type in self._provisioned

    def tpm_of(self, deployed: Deployed) -> int | None:
        """Return the tokens per minute of a deployment; None: PTU, or nothing tells it."""
        if deployed.tpm is not None or self.is_provisioned(deployed):
            return None if self.is_provisioned(deployed) else deployed.tpm
        here = self._here(deployed)
        if deployed.capacity is None or here is None or here.tpm_per_unit is None:
            return None
        return deployed.capacity * here.tpm_per_unit

    @cached_property
    def _defaults(self) -> Mapping[tuple[str, str | None], ListedOffer]:
        return {
            (each.model.casefold(), each.region): each
            for each in self.tenant.listed
            if each.default_version
        }

    def _listed_as(self, entry: Entry, deployed: Deployed) -> ListedOffer | None:
        """Return that the deployment's own subscription lists an entry in the same way."""
        names = (entry.model.id, *(alias.name for alias in entry.model.aliases))
        kind, version = deployed.deployment_type, entry.version.version
        found = (self._listed_for(name, version, deployed, kind) for name in names)
        return next(filter(None, found), None)

    def _room(self, deployed: Deployed, here: ListedOffer | None, quota: QuotaLine | None) -> Room:
        """Return whether a successor's quota is enough for what is deployed."""
        if quota is None:
            return Room.UNKNOWN
        if not quota.counter.limit:
            return Room.NONE
        same = here is not None and here.counter == quota.counter.name
        if quota.provisioned:
            needed, freed = deployed.capacity, deployed.capacity
        else:
            needed = freed = self.tpm_of(deployed)
        if needed is None:
            return Room.UNKNOWN
        need = QuotaNeed(quota, needed)
        if need.left is None:
            return Room.UNKNOWN
        if need.enough:
            return Room.BESIDE
        return Room.AFTER if same and needed <= need.left + (freed or 0) else Room.TOO_LITTLE

    def _quota_of(self, listed: ListedOffer, where: Statement) -> QuotaLine | None:
        for subscription in (where.subscription, listed.subscription, ""):
            found = self._by_counter.get((listed.counter, subscription, where.region))
            if found is not None:
                return found
        return None

    @cached_property
    def _by_counter(self) -> Mapping[tuple[str, str, str | None], QuotaLine]:
        return {
            (line.counter.name, line.counter.subscription, line.counter.region): line
            for line in self.quotas
        }

    def quotas_for(self, entry: Entry, region: str, deployment_type: str) -> Iterator[QuotaLine]:
        """Yield the quota for an offer, of each subscription whose list names its counter.

        Where no list names it, the counter of a provisioned type is still the one for all models.
        """
        names = {entry.model.id, *(alias.name for alias in entry.model.aliases)}
        asked = {f"{name} {entry.version.version}".casefold() for name in names}
        for line in self.quotas:
            if (line.counter.region, line.deployment_type) != (region, deployment_type):
                continue
            if line.provisioned or any(each.casefold() in asked for each in line.models):
                yield line


def _place(said: Statement) -> tuple[str, str]:
    return said.region or "", getattr(said, "name", "")


class OwnQuotasOf:
    """Finds the quotas of one client; what counts in another unit than TPM or PTU is left out."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def __call__(self, entry: Entry, region: Region, kinds: Sequence[str]) -> tuple[OwnQuota, ...]:
        """Return the quotas for an entry in a region, of some deployment types."""
        return tuple(self._found(entry, region, kinds))

    def _found(self, entry: Entry, region: Region, kinds: Sequence[str]) -> Iterator[OwnQuota]:
        for kind in dict.fromkeys(kinds):
            lines = list(self._told.quotas_for(entry, region.id, kind))
            for line in lines:
                unit = 1 if line.provisioned else line.tpm_per_unit
                if unit is not None:
                    place = self._place(region, line, several=len(lines) > 1)
                    yield OwnQuota(
                        deployment_type=kind,
                        place=place,
                        day=line.counter.day,
                        unit=PTU if line.provisioned else TPM,
                        limit=int(line.counter.limit * unit),
                        left=int(line.counter.left * unit),
                        entry=None if line.provisioned else entry.key,
                    )

    @staticmethod
    def _place(region: Region, line: QuotaLine, *, several: bool) -> str:
        return f"{region.name} ({line.counter.subscription})" if several else region.name
