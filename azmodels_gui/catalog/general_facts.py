# SPDX-License-Identifier: MIT
"""Which of the general facts are about an entry, on a day."""

from datetime import date

from azmodels_gui.catalog.document import Catalog, GeneralFact
from azmodels_gui.catalog.entry import Entry, stage_on
from azmodels_gui.catalog.terms import Stage


def general_facts_for(entry: Entry, catalog: Catalog, today: date) -> tuple[GeneralFact, ...]:
    """Return what is known of the client's questions about an entry, and what is not.

    Where a fact of a topic answers, those without an answer are left out. A service beside
    the models has rules of its own: none of the facts is about it.
    """
    if entry.model.kind == "service":
        return ()
    stage = stage_today(entry, today)
    fitting = [fact for fact in catalog.general_facts if _fits(fact, entry, stage)]
    answered = {fact.topic for fact in fitting if fact.answer is not None}
    return tuple(fact for fact in fitting if fact.answer is not None or fact.topic not in answered)


def stage_today(entry: Entry, today: date) -> Stage | None:
    """Return the stage that counts: past its date a version is retired, whatever it is called.

    Microsoft's page on the lifecycle reckons so, because the named stage may lag. A date that
    is only the earliest possible one retires nothing.
    """
    lifecycle = entry.version.lifecycle
    stage = stage_on(lifecycle, today)
    if stage.past_date and not lifecycle.retirement_not_before:
        return Stage.RETIRED
    return stage.published


def _fits(fact: GeneralFact, entry: Entry, stage: Stage | None) -> bool:
    model, host = entry.model, entry.version.hosted_by
    return (
        (not fact.channels or model.channel in fact.channels)
        and (not fact.providers or model.provider in fact.providers)
        and (not fact.hosts or host is None or host.by in fact.hosts)
        and (not fact.stages or stage in fact.stages)
    )
