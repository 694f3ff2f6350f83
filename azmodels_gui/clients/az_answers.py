# SPDX-License-Identifier: MIT
"""What `az` printed, recognised by its form: several answers in a file, in any encoding.

Bare lists and envelopes are taken alike. Ids of subscriptions are shortened before anything is
kept, and an answer that holds keys is refused whole.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from msgspec.json import encode
from pydantic import Field

from azmodels_gui.calculator.load_file import text_of
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.faults import Misfit
from azmodels_gui.catalog.outside import AnswerPart, fitted
from azmodels_gui.catalog.service_list import (
    BASE_SCOPES,
    ListedCounter,
    ListedItem,
    ListedPart,
    ListedSku,
    RateLimit,
    listed_day,
)
from azmodels_gui.clients.tenant import Account, Counter, Deployed, ListedOffer, Tenant
from azmodels_gui.language.words import N_, Phrase, ToldError

MODEL_LIST = "az cognitiveservices model list"
USAGE_LIST = "az cognitiveservices usage list"
DEPLOYMENT_LIST = "az cognitiveservices account deployment list"
ACCOUNT_LIST = "az cognitiveservices account list"
METRICS = "az monitor metrics list"

_IN_ID = re.compile(r"/subscriptions/([^/]+)(?:/.*?/accounts/([^/]+))?", re.IGNORECASE)
_MINUTE_S = 60
_KEYS = re.compile(
    r'"(?:key1|key2|primaryKey|secondaryKey|connectionString|accessToken)"\s*:\s*"[^"]'
)
"""Fields that hold secrets; no command that is asked for prints one."""


Form = TypeVar("Form", bound=AnswerPart)


class AnswerUnusable(ToldError):
    """A file holds no answer that can be used; the message says why."""


class AnswerEmpty(AnswerUnusable):
    """An empty list: there is nothing of what was asked, such as no deployment of a resource."""


@dataclass(frozen=True)
class Reading:
    """What a file told."""

    said: Tenant
    commands: tuple[str, ...]
    """The commands whose answers it holds, each once."""
    metrics: tuple[Any, ...] = ()
    """Answers of Azure Monitor; `loads` makes measured loads of them."""


@dataclass(frozen=True)
class _Asked:
    """What the reader knows beside the answer."""

    tenant: Tenant
    day: date
    region: str | None
    subscription: str
    """What the user calls the subscription; empty: it goes by its short name."""

    def of(self, arm_id: str | None, region: str | None = None) -> dict[str, Any]:
        """Return what all statements of an answer begin with."""
        found = _IN_ID.search(arm_id or "")
        return {
            "day": self.day,
            "region": region.replace(" ", "").lower() if region else self.region,
            "subscription": self.subscription or (self.tenant.called(found[1]) if found else ""),
        }


def read_answers(  # noqa: PLR0913, all of it is what the answers themselves do not tell
    name: str,
    data: bytes,
    tenant: Tenant,
    *,
    day: date,
    regions: Sequence[str],
    region: str | None,
    subscription: str = "",
) -> Reading:
    """Return what the answers in a file say.

    Args:
        name: of the file; a region in it tells whose list it is, where the list does not.
        data: all of its bytes.
        tenant: what is known already; shortens the ids of subscriptions.
        day: of the answers.
        regions: ids of all regions.
        region: whose lists they are; None: as the lists or the file's name say.
        subscription: what the user calls the one they are of; empty: as ids tell, if there are any.

    Raises:
        AnswerUnusable: it is no such answer, is cut short, holds keys, names no region, or is of
            several subscriptions though one was named.
    """
    asked = _Asked(tenant, day, region or _named(name, regions), subscription)
    said = Tenant(salt=tenant.salt)
    commands: dict[str, None] = {}
    metrics: list[Any] = []
    ids: dict[str, None] = {}
    for document in _documents(name, data):
        command, items = _recognised(name, document)
        commands[command] = None
        ids |= dict.fromkeys(_subscriptions(items, tenant))
        if command == METRICS:
            metrics.append(document)
        else:
            said = _joined(said, READERS[command](name, items, asked))
    if subscription and len(ids) > 1:
        raise AnswerUnusable(
            N_("{name} is of several subscriptions, and one was named. Take each by itself."),
            name=name,
        )
    names = {each: subscription for each in ids if subscription}
    return Reading(said.model_copy(update={"names": names}), tuple(commands), tuple(metrics))


def _subscriptions(items: Sequence[Any], tenant: Tenant) -> Iterator[str]:
    """Yield the short names of the subscriptions that ids name."""
    for item in items:
        told = item.get("id") if isinstance(item, dict) else None
        found = _IN_ID.search(told) if isinstance(told, str) else None
        if found:
            yield tenant.short_name(found[1])


def resource_of(arm_id: str, tenant: Tenant) -> tuple[str, str]:
    """Return what the subscription in an id is called, and its resource; empty: not told."""
    found = _IN_ID.search(arm_id)
    return (tenant.called(found[1]), found[2] or "") if found else ("", "")


def _joined(one: Tenant, other: Mapping[str, Sequence[Any]]) -> Tenant:
    return one.model_copy(
        update={field: (*getattr(one, field), *found) for field, found in other.items()}
    )


def _named(name: str, regions: Sequence[str]) -> str | None:
    """Return the one region that a file's name names; None: none, or several."""
    words = set(re.split(r"[^a-z0-9]+", name.casefold()))
    found = [region for region in regions if region in words]
    return found[0] if len(found) == 1 else None


def _documents(name: str, data: bytes) -> Iterator[Any]:
    """Yield the JSON documents of a file; lines of a shell around them are no fault."""
    try:
        text = text_of(data)
    except Refusal as error:
        raise AnswerUnusable(N_("{name}: {why}"), name=name, why=error) from error
    if _KEYS.search(text):
        raise AnswerUnusable(
            N_(
                "{name} holds access keys. Nothing was taken; delete the file, and have the keys "
                "renewed if it was sent to you."
            ),
            name=name,
        )
    decoder, at, found = json.JSONDecoder(), 0, False
    while (begin := _next(text, at)) is not None:
        try:
            document, at = decoder.raw_decode(text, begin)
            encode(document)  # unlike the line above, it knows half a surrogate pair as no text
        except (ValueError, RecursionError) as error:
            raise AnswerUnusable(
                N_("{name} ends in the middle of an answer: it was cut short. Nothing was taken.")
                if _ends_early(text, error)
                else N_("{name} is no JSON as az prints it. Nothing was taken."),
                name=name,
            ) from error
        found = True
        yield document
    if not found:
        raise AnswerUnusable(
            N_("{name} holds no JSON: have the command print it with -o json."), name=name
        )


def _next(text: str, at: int) -> int | None:
    begins = [place for sign in "[{" if (place := text.find(sign, at)) >= 0]
    return min(begins, default=None)


def _ends_early(text: str, error: Exception) -> bool:
    place = error.pos if isinstance(error, json.JSONDecodeError) else 0
    return not text[place:].strip() or "Unterminated" in str(error)


FORMS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    MODEL_LIST: (("model", "name"), ("kind",)),
    USAGE_LIST: (("name", "value"), ("currentValue",), ("limit",)),
    DEPLOYMENT_LIST: (("properties", "model"), ("name",)),
    METRICS: (("timeseries",),),
    ACCOUNT_LIST: (("properties", "endpoint"), ("kind",), ("location",)),
}
"""What every element of an answer has, by the command that prints it."""
OTHERS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "az account list": (("tenantId",), ("isDefault",)),
    "az group list": (("location",), ("properties", "provisioningState"), ("managedBy",)),
    "az reservations reservation list": (("properties", "reservedResourceType"),),
    "az deployment group list": (("properties", "templateHash"),),
}
"""Answers that are known and of no use here."""


def _recognised(name: str, document: Any) -> tuple[str, list[Any]]:
    """Return the command that printed a document, and its elements."""
    if isinstance(document, dict) and isinstance(document.get("error"), dict):
        code = str(document["error"].get("code", ""))[:80]
        raise AnswerUnusable(
            N_("{name} holds no answer but an error of the service: {code}."), name=name, code=code
        )
    listed = document.get("value", document) if isinstance(document, dict) else document
    items = listed if isinstance(listed, list) else [listed]
    if not items:
        raise AnswerEmpty(
            N_("{name} holds an empty list: nothing tells which command printed it."), name=name
        )
    forms = (*FORMS.items(), *OTHERS.items())
    fits = (each for each, form in forms if all(_has(items[0], path) for path in form))
    command = next(fits, None)
    if command is None:
        raise AnswerUnusable(
            N_("{name} is no answer of az that is known here. Known are: {commands}."),
            name=name,
            commands=", ".join(FORMS),
        )
    if command in OTHERS:
        raise AnswerUnusable(
            N_("{name} is an answer of {command}, which tells nothing about models."),
            name=name,
            command=f"'{command}'",
        )
    return command, items


def _has(item: Any, path: Sequence[str]) -> bool:
    for key in path:
        if not isinstance(item, dict) or key not in item:
            return False
        item = item[key]
    return True


def _fitted(name: str, item: Any, form: type[Form], number: int) -> Form:
    try:
        return fitted(item, form)
    except Misfit as fault:
        why = fault.within(f"[{number}]")
        raise AnswerUnusable(N_("{name}: {why}. Nothing was taken."), name=name, why=why) from fault


def _needs_region(name: str, asked: _Asked, region: str | None) -> None:
    if not (region or asked.region):
        raise AnswerUnusable(
            N_(
                "{name}: the list does not say of which region it is. Name the file after the "
                "region (usage-swedencentral.json), or state the region."
            ),
            name=name,
        )


def _models(name: str, items: list[Any], asked: _Asked) -> Mapping[str, Sequence[Any]]:
    found: dict[ListedOffer, None] = {}
    for number, item in enumerate(items):
        entry = _fitted(name, item, ListedItem, number)
        _needs_region(name, asked, entry.location)
        where = asked.of(item.get("id"), entry.location)
        for sku in entry.model.skus:
            if sku.scope in BASE_SCOPES:
                found[_offer(entry, sku, where)] = None  # once for both kinds of resource
    return {"listed": tuple(found)}


def _offer(entry: ListedItem, sku: ListedSku, where: Mapping[str, Any]) -> ListedOffer:
    model, capacity = entry.model, sku.capacity
    try:
        ends = listed_day(sku.deprecation_date or model.deprecation.inference)
    except ValueError:
        ends = None  # a moment in another form than ever seen: unknown
    tokens = _per_minute(sku.rate_limits, "token")
    return ListedOffer(
        **where,
        model=model.name,
        version=model.version,
        deployment_type=sku.name,
        counter=sku.usage_name,
        ends=ends,
        stage=sku.lifecycle_status or model.lifecycle_status,
        default_version=bool(model.is_default_version),
        minimum=capacity.minimum if capacity else None,
        maximum=capacity.maximum if capacity else None,
        step=capacity.step if capacity else None,
        tpm_per_unit=None if tokens is None else int(tokens),
        rpm_per_unit=_per_minute(sku.rate_limits, "request"),
    )


def _per_minute(limits: Sequence[RateLimit], key: str) -> float | None:
    """Return what may pass in a minute; of several limits the lowest."""
    return min(
        (
            each.count * _MINUTE_S / each.renewal_period
            for each in limits
            if each.key == key and each.renewal_period
        ),
        default=None,
    )


def _usage(name: str, items: list[Any], asked: _Asked) -> Mapping[str, Sequence[Any]]:
    _needs_region(name, asked, None)
    found = []
    for number, item in enumerate(items):
        if isinstance(item, dict) and item.get("limit") is None:
            continue  # what has no limit limits nothing
        entry = _fitted(name, item, ListedCounter, number)
        found.append(
            Counter(
                **asked.of(item.get("id")),
                name=entry.name.value,
                told=entry.name.localized_value,
                used=entry.current_value,
                limit=entry.limit,
            )
        )
    return {"counters": found}


class _Model(AnswerPart):
    name: str
    version: str | None = None


class _Scale(ListedPart):
    """Type and units as versions before 2023-05-01 state them, in place of a sku."""

    scale_type: str = ""
    capacity: int | None = None


class _Properties(ListedPart):
    model: _Model
    scale_settings: _Scale | None = None
    version_upgrade_option: str | None = None
    spillover_deployment_name: str | None = None
    provisioning_state: str | None = None
    rate_limits: tuple[RateLimit, ...] | None = None


class _Sku(ListedPart):
    name: str
    capacity: int | None = None


class _Deployment(ListedPart):
    id: str | None = None
    name: str
    sku: _Sku | None = None
    properties: _Properties

    @property
    def kind(self) -> _Sku:
        """Type and units; without a name where no version states it."""
        older = self.properties.scale_settings or _Scale()
        return self.sku or _Sku(name=older.scale_type, capacity=older.capacity)


def _deployments(name: str, items: list[Any], asked: _Asked) -> Mapping[str, Sequence[Any]]:
    found = []
    for number, item in enumerate(items):
        each = _fitted(name, item, _Deployment, number)
        account = _IN_ID.search(each.id or "")
        tokens = _per_minute(each.properties.rate_limits or (), "token")
        found.append(
            Deployed(
                **asked.of(each.id),
                name=each.name,
                account=(account[2] or "") if account else "",
                model=each.properties.model.name,
                version=each.properties.model.version,
                deployment_type=each.kind.name,
                capacity=each.kind.capacity,
                tpm=None if tokens is None else int(tokens),
                upgrade=each.properties.version_upgrade_option,
                spills_to=each.properties.spillover_deployment_name,
                state=each.properties.provisioning_state,
            )
        )
    return {"deployed": found}


class _Account(AnswerPart):
    id: str | None = None
    name: str
    location: str
    kind: str = Field("")


def _accounts(name: str, items: list[Any], asked: _Asked) -> Mapping[str, Sequence[Any]]:
    found = (_fitted(name, item, _Account, number) for number, item in enumerate(items))
    return {
        "accounts": tuple(
            Account(**asked.of(each.id, each.location), name=each.name, kind=each.kind)
            for each in found
        )
    }


READERS: Mapping[str, Callable[[str, list[Any], _Asked], Mapping[str, Sequence[Any]]]] = {
    MODEL_LIST: _models,
    USAGE_LIST: _usage,
    DEPLOYMENT_LIST: _deployments,
    ACCOUNT_LIST: _accounts,
}
"""What reads the elements of each answer into fields of a `Tenant`."""


def said_of(*answers: Tenant) -> Phrase:
    """Return in one sentence what was read."""

    def count(kind: str) -> int:
        return sum(len(getattr(said, kind)) for said in answers)

    return Phrase(
        N_(
            "listed offers: {listed}, quota counters: {counters}, deployments: {deployed}, "
            "resources: {accounts}, measured loads: {measured}"
        ),
        listed=count("listed"),
        counters=count("counters"),
        deployed=count("deployed"),
        accounts=count("accounts"),
        measured=count("measured"),
    )
