# SPDX-License-Identifier: MIT
"""What a client's subscription tells beside the catalogue: quota, deployments, listed offers.

Formed once for every reader, from the day asked about; nothing of it changes what the catalogue
says of the public cloud.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from azmodels_gui.answers.answer import UNKNOWN, Answer
from azmodels_gui.answers.availability import offered_in
from azmodels_gui.answers.lifecycle import retirement
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry, entries
from azmodels_gui.catalog.successors import ModelToday
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.clients.tenant import Counter, Deployed, ListedOffer, Statement, Tenant

Key = tuple[str, str]


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
    def _listed(self) -> Mapping[tuple[str, str, str | None, str], ListedOffer]:
        return {
            (each.model.casefold(), each.version, each.region, each.deployment_type): each
            for each in self.tenant.listed
        }

    def entry(self, model: str, version: str | None) -> Entry | None:
        """Return the entry of a model version as the service spells it."""
        return self._entries.get((model.casefold(), version or ""))

    def listed(self, entry: Entry, region: str, deployment_type: str) -> ListedOffer | None:
        """Return that a subscription lists an offer; None: it does not, or was not asked."""
        names = (entry.model.id, *(alias.name for alias in entry.model.aliases))
        asked = (
            (name.casefold(), entry.version.version, region, deployment_type) for name in names
        )
        return next((found for key in asked if (found := self._listed.get(key))), None)

    @cached_property
    def quotas(self) -> tuple[QuotaLine, ...]:
        """The counters of models, those in use first, then by region and name."""
        lines = (self._quota(counter) for counter in self.tenant.counters)
        found = [line for line in lines if line.models or line.deployment_type]
        return tuple(sorted(found, key=lambda line: (-line.counter.used, *_place(line.counter))))

    def _quota(self, counter: Counter) -> QuotaLine:
        """Join a counter with the listed offers that name it: it is not spelt as models are."""
        anywhere = self._counted.get((counter.name, None), [])
        offers = self._counted.get((counter.name, counter.region), anywhere)
        kind = offers[0].deployment_type if offers else self._kind_in(counter.name)
        units = {each.tpm_per_unit for each in offers}
        return QuotaLine(
            counter,
            tuple(dict.fromkeys(f"{each.model} {each.version}" for each in offers)),
            kind,
            kind in self._provisioned,
            units.pop() if len(units) == 1 else None,
        )

    @cached_property
    def _counted(self) -> Mapping[tuple[str, str | None], list[ListedOffer]]:
        """The listed offers by the counter that they name, in their region and anywhere (None)."""
        found: dict[tuple[str, str | None], list[ListedOffer]] = {}
        for each in self.tenant.listed:
            for region in {each.region, None}:
                found.setdefault((each.counter, region), []).append(each)
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

    def _deployment(self, deployed: Deployed) -> DeploymentLine:
        entry = self.entry(deployed.model, deployed.version)
        today = None if entry is None else self.view.successors.of(entry)
        successor = today.successor.entry if today and today.successor else None
        region, kind = deployed.region, deployed.deployment_type
        here = self._listed.get((deployed.model.casefold(), deployed.version or "", region, kind))
        offered, listed = UNKNOWN, None
        if successor is not None and region is not None:
            offered = offered_in(successor, kind, region, self.view)
            listed = self.listed(successor, region, kind)
        return DeploymentLine(
            deployed,
            entry,
            UNKNOWN if entry is None else retirement(entry, self.view),
            here.ends if here else None,
            today,
            offered,
            listed,
            None if listed is None else self._quota_of(listed),
        )

    def _quota_of(self, listed: ListedOffer) -> QuotaLine | None:
        return self._by_counter.get((listed.counter, listed.region))

    @cached_property
    def _by_counter(self) -> Mapping[tuple[str, str | None], QuotaLine]:
        return {(line.counter.name, line.counter.region): line for line in self.quotas}


def _place(said: Statement) -> tuple[str, str]:
    return said.region or "", getattr(said, "name", "")
