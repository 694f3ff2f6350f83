# SPDX-License-Identifier: MIT
"""Answers of several files taken together: what each told, and whose it is; and the load that Azure
Monitor measured, kept with the client and reckoned."""

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from azmodels_gui.calculator.asking import provisioned_types
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.kept_load import key_of, packed, unpacked
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.measured_load import (
    DEPLOYMENT,
    MeasuredRequest,
    MetricSeries,
    measured_load,
)
from azmodels_gui.calculator.metrics_answer import read_answer
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry
from azmodels_gui.catalog.terms import Billing, PriceTier
from azmodels_gui.clients.az_answers import (
    AnswerEmpty,
    AnswerUnusable,
    Reading,
    read_answers,
    resource_of,
    said_of,
)
from azmodels_gui.clients.client import decoded
from azmodels_gui.clients.tenant import Deployed, Measured, Statement, Tenant
from azmodels_gui.language.words import N_, Phrase, ToldError


class NotReckoned(ToldError):
    """A measured load has no cost; the message says why."""


def measured_loads(
    name: str, answers: Sequence[Any], tenant: Tenant, *, day: date, subscription: str = ""
) -> tuple[Measured, ...]:
    """Return the load of each deployment that answers of Azure Monitor tell.

    Args:
        name: of the file, or the files.
        answers: documents as `az monitor metrics list` prints them; a load may go on in the next.
        tenant: names subscriptions.
        day: of the answers.
        subscription: what the user calls the one they are of.

    Raises:
        AnswerUnusable: an answer is damaged, or no deployment had a request.
    """
    resources: dict[tuple[str, str], list[MetricSeries]] = {}
    try:
        for answer in answers:
            called, account = resource_of(_id(answer), tenant)
            resource = resources.setdefault((subscription or called, account), [])
            resource.extend(read_answer(json.dumps(answer).encode()))
    except Refusal as error:
        raise AnswerUnusable(N_("{name}: {why}"), name=name, why=error) from error
    found, faults = [], []
    for (called, account), series in resources.items():
        for deployment in dict.fromkeys(each.dimensions.get(DEPLOYMENT, "") for each in series):
            where = {"subscription": called, "account": account, "deployment": deployment}
            chosen = {DEPLOYMENT: deployment} if deployment else None
            try:
                load = measured_load(series, chosen)
            except Refusal as error:
                faults.append(error)
            else:
                data = packed(load.profile, load.request)
                text = base64.b64encode(data).decode()
                found.append(Measured(day=day, load=text, key=key_of(data), **where))
    if faults and not found:
        raise AnswerUnusable(N_("{name}: {why}"), name=name, why=faults[0]) from faults[0]
    return tuple(found)


def _id(answer: Any) -> str:
    metrics = answer.get("value") if isinstance(answer, dict) else None
    told = (each.get("id") for each in metrics or () if isinstance(each, dict))
    return next((each for each in told if isinstance(each, str)), "")


@dataclass(frozen=True)
class LoadLine:
    """A measured load, and what a month of it costs on the model that took it."""

    measured: Measured
    deployed: Deployed | None
    """None: no list of deployments names it."""
    entry: Entry | None
    catalog: Catalog
    day: date
    """Whose prices hold."""

    @cached_property
    def estimate(self) -> Estimate | None:
        """The costs; None: `refusal` says why not."""
        return self._answer[0]

    @property
    def refusal(self) -> ToldError | None:
        """Why it cannot be reckoned; None: it is."""
        return self._answer[1]

    @cached_property
    def _answer(self) -> tuple[Estimate | None, ToldError | None]:
        try:
            return estimate(self.catalog, self._question()), None
        except (Refusal, NotReckoned) as error:
            return None, error

    def _question(self) -> Question:
        if self.deployed is None:
            raise NotReckoned(N_("No list of deployments names it: its model is unknown."))
        if self.entry is None:
            raise NotReckoned(N_("The catalogue does not know the model."))
        kind, provisioned = _kinds(self.deployed, self.catalog)
        profile, request = _load(self.measured)
        if request is None or request.input_tokens is None or request.output_tokens is None:
            raise NotReckoned(
                N_("The answer has no tokens of input and output, only requests: {metrics}."),
                metrics="ProcessedPromptTokens, GeneratedTokens",
            )
        of_request = Workload(
            requests_per_minute=1,
            input_tokens=request.input_tokens,
            output_tokens=request.output_tokens,
        )
        regions = (each for each in self.catalog.regions if each.id == self.measured.region)
        deployment = Deployment(
            entry=self.entry,
            deployment_type=provisioned,
            loads=(MonthLoad.of_profile(profile, of_request),),
            region=next(regions, None),
            name=self.measured.deployment,
        )
        tier = PriceTier.BATCH if kind.billing is Billing.BATCH else PriceTier.STANDARD
        return Question(deployment=deployment, day=self.day, tier=tier)


def _kinds(deployed: Deployed, catalog: Catalog) -> tuple[DeploymentType, DeploymentType]:
    """Return a deployment's type, and the provisioned one of its scope."""
    for kind in catalog.deployment_types:
        if kind.id == deployed.deployment_type:
            for other in provisioned_types(catalog):
                if other.scope is kind.scope:
                    return kind, other
    raise NotReckoned(
        N_("Deployments of the type {kind} are not reckoned."), kind=deployed.deployment_type
    )


def _load(measured: Measured) -> tuple[LoadProfile, MeasuredRequest | None]:
    """Return the profile as it was measured.

    Raises:
        Refusal: the file was damaged.
    """
    data = decoded(measured.load)
    return unpacked(data, measured.key or key_of(data))


def load_lines(
    tenant: Tenant, entries: Sequence[Entry | None], catalog: Catalog, day: date
) -> Iterator[LoadLine]:
    """Yield every measured load with its deployment.

    Args:
        tenant: what was told.
        entries: of its deployments, in their order.
        catalog: what has the prices.
        day: whose prices hold.
    """
    named = {
        (each.subscription, each.account.casefold(), each.name.casefold()): (each, entry)
        for each, entry in zip(tenant.deployed, entries, strict=True)
    }
    for measured in tenant.measured:
        key = (measured.subscription, measured.account.casefold(), measured.deployment.casefold())
        deployed, entry = named.get(key, (None, None))
        if deployed is None:  # an answer without ids: the name alone, where only one has it
            alike = [found for (_, _, name), found in named.items() if name == key[2]]
            deployed, entry = alike[0] if len(alike) == 1 else (None, None)
        yield LoadLine(measured, deployed, entry, catalog, day)


class SubscriptionNeeded(ToldError):
    """Lists do not tell of which subscription they are, and there are several."""


@dataclass(frozen=True)
class AnswerFile:
    """A file with answers."""

    name: str
    data: bytes
    day: date
    """Of its answers."""


@dataclass(frozen=True)
class FileTold:
    """What became of one file."""

    name: str
    said: Phrase | None
    """What it told; None: nothing of it was taken."""
    fault: ToldError | None = None


@dataclass(frozen=True)
class Taken:
    """All that was known, with what files told."""

    tenant: Tenant
    files: tuple[FileTold, ...]
    said: Phrase
    """What all of them told together."""

    @property
    def faults(self) -> tuple[ToldError, ...]:
        """Why files were left out, in their order; an empty list is no fault."""
        faults = (each.fault for each in self.files if each.fault is not None)
        return tuple(each for each in faults if not isinstance(each, AnswerEmpty))

    @property
    def empty(self) -> tuple[str, ...]:
        """Names of the files that hold an empty list: of a region, or resource, without any."""
        return tuple(each.name for each in self.files if isinstance(each.fault, AnswerEmpty))


def taken(
    files: Sequence[AnswerFile],
    tenant: Tenant,
    regions: Sequence[str],
    *,
    region: str | None = None,
    subscription: str = "",
) -> Taken:
    """Return what files tell; those that cannot be used are left out, and say why.

    Args:
        files: in the order they are taken.
        tenant: what is known already.
        regions: ids of all regions.
        region: whose lists they are, where neither list nor name tells it.
        subscription: what the user calls the one they are of; empty: as ids tell.

    Raises:
        SubscriptionNeeded: lists would be put together with those of another subscription.
    """
    called = tenant.name_of(subscription)
    readings: list[tuple[AnswerFile, Tenant]] = []
    told: list[FileTold] = []
    for file in files:
        try:
            found = read_answers(
                file.name,
                file.data,
                tenant,
                day=file.day,
                regions=regions,
                region=region,
                subscription=called,
            )
            said = _with_loads(file, found, tenant, called)
        except AnswerUnusable as fault:
            told.append(FileTold(file.name, None, fault))
        else:
            readings.append((file, said))
            told.append(FileTold(file.name, said_of(said)))
    answers = [said for _, said in readings]
    _check_told_apart(answers, tenant)
    return Taken(tenant.with_answers(*answers), tuple(told), said_of(*answers))


def _with_loads(file: AnswerFile, found: Reading, tenant: Tenant, called: str) -> Tenant:
    if not found.metrics:
        return found.said
    loads = measured_loads(file.name, found.metrics, tenant, day=file.day, subscription=called)
    return found.said.model_copy(update={"measured": loads})


def _check_told_apart(answers: Sequence[Tenant], tenant: Tenant) -> None:
    """Refuse lists of nobody where there are several subscriptions they may be of."""
    bare = [list(_bare(said)) for said in answers]
    if not any(bare):
        return
    known = tenant.subscriptions.union(*(said.subscriptions for said in answers))
    lists_named = any(each.subscription for each in (*tenant.listed, *tenant.counters))
    if len(known) > 1 or lists_named or _differ(bare):
        raise SubscriptionNeeded(
            N_(
                "Lists of models and of quota do not say of which subscription they are, and there "
                "are several. Take the answers of each subscription by themselves, and name it."
            )
        )


def _bare(said: Tenant) -> Iterator[Statement]:
    return (each for each in (*said.listed, *said.counters) if not each.subscription)


def _differ(files: Sequence[Sequence[Statement]]) -> bool:
    """Tell whether two files say different things of one region on one day."""
    seen: dict[tuple[type, str | None, date], list[Statement]] = {}
    for said in files:
        places: dict[tuple[type, str | None, date], list[Statement]] = {}
        for each in said:
            places.setdefault((type(each), each.region, each.day), []).append(each)
        for place, found in places.items():
            if seen.setdefault(place, found) != found:
                return True
    return False
