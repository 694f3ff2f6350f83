# SPDX-License-Identifier: MIT
"""PTU parameters and quotas of an entry as text."""

from collections.abc import Iterator

from azmodels_gui.answers.capacity import parameter_rows, ptu_prices
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import Quota
from azmodels_gui.catalog.quota_tiers import tier_name
from azmodels_gui.cli.sourced import Sourced
from azmodels_gui.cli.words import Words


def ptu_lines(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    """Yield what one PTU carries, page by page, the newest first, and what it costs."""
    for parameters in entry.ptu:
        if parameters.history:
            yield f"{said.words('history')}:"
        yield from said.rows(parameter_rows((parameters,), view))
    yield from said.rows(ptu_prices((entry,), view))


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
