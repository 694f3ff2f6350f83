# SPDX-License-Identifier: MIT
"""PTU parameters and quotas of an entry as text."""

from collections.abc import Iterator

from azmodels_gui.app.commands.sourced import Sourced
from azmodels_gui.app.commands.words import Words
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import PtuParameters, Quota, TokenWeight
from azmodels_gui.catalog.quota_tiers import tier_name
from azmodels_gui.reports import price_words


def ptu_lines(entry: Entry, said: Sourced) -> Iterator[str]:
    """Yield what one PTU carries, page by page, the newest first."""
    for parameters in entry.ptu:
        words = said.words
        history = f" ({words('history')})" if parameters.history else ""
        tpm = words.count(parameters.input_tpm_per_ptu)
        yield said(f"{words('tpm_per_ptu')}: {tpm}{history}", parameters.source)
        yield f"  {words('token_weights')}: {_weights(parameters, words)}"
        for sizing in parameters.sizing:
            told = words("sizing", least=sizing.minimum_ptu, step=sizing.scale_increment)
            yield f"  {words.named(sizing.scope, 'scope_')}: {told}"
        if parameters.latency_target:
            yield f"  {words('latency')}: {parameters.latency_target}"


def _weights(parameters: PtuParameters, words: Words) -> str:
    return ", ".join(_weight(weight, words) for weight in parameters.weights)


def _weight(weight: TokenWeight, words: Words) -> str:
    what = price_words.category(weight.category, words.language)
    told = f"{what} {words.ratio(weight.weight)}"
    if weight.context_band is None:
        return told
    band = price_words.in_words(price_words.BANDS, weight.context_band, words.language)
    return f"{told} ({band})"


def quota_lines(entry: Entry, said: Sourced) -> Iterator[str]:
    """Yield the quota of each deployment type and tier."""
    for quota in entry.quotas:
        tier = tier_name(quota.tier, said.words.language, said.words("tier", tier="{tier}"))
        figures = ", ".join(_figures(quota, said.words))
        kind = "" if quota.deployment_type is None else f"{quota.deployment_type}, "
        yield said(f"{kind}{tier}: {figures}", quota.source)


def _figures(quota: Quota, words: Words) -> Iterator[str]:
    if quota.tpm is not None:
        yield f"{words.count(quota.tpm)} TPM"
    if quota.requests is not None:
        count = words.count(quota.requests)
        if quota.request_period_s == 60:
            yield f"{count} RPM"
        else:
            yield words("requests_per", count=count, seconds=quota.request_period_s)
    if quota.enqueued_tokens is not None:
        yield words("enqueued", count=words.count(quota.enqueued_tokens))
    if quota.note:
        yield quota.note
