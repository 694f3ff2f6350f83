# SPDX-License-Identifier: MIT
"""Advice: which model for what, notes beside the guide's questions, the choice in each region."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Catalog, Note, Recommendation, Region, UseCase
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.catalog.successors import ModelToday
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Billing, Scope


class Advice(Struct, frozen=True):
    """What a source advises for one use case, and what became of the models it names."""

    use_case: UseCase
    models: tuple[ModelToday, ...]
    why: LocalText | None
    start_with: Billing | None
    """None: the source gives no advice on capacity."""
    switch: LocalText | None
    """When to change to the other way to pay."""
    source: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Who advises, and who names the successors; each once."""
        named = (source for model in self.models for source in model.sources)
        return tuple(dict.fromkeys((self.source, *named)))


def advice_for(use_case: UseCase, view: Viewpoint) -> tuple[Advice, ...]:
    """Return all advice on a use case; none where no source has any."""
    return tuple(advice_of(use_case, given, view) for given in use_case.recommendations)


def advice_of(use_case: UseCase, given: Recommendation, view: Viewpoint) -> Advice:
    """Return one piece of advice with what became of its models."""
    return Advice(
        use_case=use_case,
        models=tuple(map(view.successors.today, given.models)),
        why=given.why,
        start_with=given.start_with,
        switch=given.switch,
        source=given.source,
    )


class Topic(StrEnum):
    """What the article told beside its questions, in the order of the pages."""

    MODELS = "models"
    """Which model for what."""
    CAPACITY = "capacity"
    """Per token or PTU."""
    SPEECH = "speech"
    """Azure Speech or a realtime model."""
    PLACES = "places"
    """Where data is stored and processed, and what is offered there."""
    OPERATIONS = "operations"
    """What to see to in operation, and how models end."""


NOTES_OF = {
    Topic.MODELS: (),
    Topic.CAPACITY: ("capacity", "rules-of-thumb"),
    Topic.SPEECH: ("speech",),
    Topic.PLACES: ("residency",),
    Topic.OPERATIONS: ("operations", "lifecycle"),
}
"""Topics of the catalogue's notes on each page."""


def all_advice(view: Viewpoint) -> tuple[Advice, ...]:
    """Return the advice on every use case, in the order of the catalogue."""
    return tuple(said for each in view.catalog.use_cases for said in advice_for(each, view))


class Step(StrEnum):
    """The questions of the guide, in their order."""

    USE_CASE = "use_case"
    LOAD = "load"
    PLACE = "place"
    TERMS = "terms"


_DECISION = "decision"
"""Topic of the notes that put the four questions, in their order."""
_FURTHER = {
    Step.USE_CASE: (),
    Step.LOAD: ("rules-of-thumb",),
    Step.PLACE: ("residency",),
    Step.TERMS: ("capacity", "lifecycle", "operations"),
}


def note_of(step: Step, catalog: Catalog) -> Note | None:
    """Return the note that explains a question; None: the catalogue has none."""
    decision = notes_about(_DECISION, catalog)
    position = tuple(Step).index(step)
    return decision[position] if position < len(decision) else None


def further_notes(step: Step, catalog: Catalog) -> tuple[Note, ...]:
    """Return what else must be known before a question is answered."""
    return tuple(note for topic in _FURTHER[step] for note in notes_about(topic, catalog))


def notes_about(topic: str, catalog: Catalog) -> tuple[Note, ...]:
    """Return the notes of a topic, such as `speech`."""
    return tuple(note for note in catalog.notes if note.topic == topic)


class RegionChoice(Struct, frozen=True):
    """Entries that are neither retired nor past their date and are offered in a region."""

    region: Region
    by_scope: dict[Scope, int]
    provisioned: int
    """On PTU, of any scope."""


def region_choices(index: CatalogIndex) -> Iterator[RegionChoice]:
    """Yield the regions with an offer, in the order of the catalogue."""
    usable = index.run(CatalogQuery(usable_only=True)).mask
    kinds = [kind for kind in index.catalog.deployment_types if kind.id != DEVELOPER_TIER]

    def masks(fitting: list[str]) -> dict[str, int]:
        query = CatalogQuery(deployment_types=frozenset(fitting))
        return index.masks_by_value(Facet.REGIONS, query) if fitting else {}

    by_scope = {scope: masks([k.id for k in kinds if k.scope is scope]) for scope in Scope}
    on_ptu = masks([kind.id for kind in kinds if kind.billing is Billing.PROVISIONED])
    for region in index.catalog.regions:
        counts = {
            scope: (found.get(region.id, 0) & usable).bit_count()
            for scope, found in by_scope.items()
        }
        if any(counts.values()):
            ptu = (on_ptu.get(region.id, 0) & usable).bit_count()
            yield RegionChoice(region, counts, ptu)
