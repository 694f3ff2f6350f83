# SPDX-License-Identifier: MIT
"""What Azure Monitor measured of the client's deployments, kept with the client and reckoned."""

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
    MeasuredLoad,
    MeasuredRequest,
    MetricSeries,
    measured_load,
)
from azmodels_gui.calculator.metrics_answer import read_answer
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Catalog, DeploymentType
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.terms import Billing, PriceTier
from azmodels_gui.clients.az_answers import AnswerUnusable, resource_of
from azmodels_gui.clients.tenant import Deployed, Measured, Tenant
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_


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
                found.append(Measured(day=day, load=_as_text(load), **where))
    if faults and not found:
        raise AnswerUnusable(N_("{name}: {why}"), name=name, why=faults[0]) from faults[0]
    return tuple(found)


def _id(answer: Any) -> str:
    metrics = answer.get("value") if isinstance(answer, dict) else None
    told = (each.get("id") for each in metrics or () if isinstance(each, dict))
    return next((each for each in told if isinstance(each, str)), "")


def _as_text(load: MeasuredLoad) -> str:
    return base64.b64encode(packed(load.profile, load.request)).decode()


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
    data = base64.b64decode(measured.load)
    return unpacked(data, key_of(data))


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
