# SPDX-License-Identifier: MIT
"""What models can do, as columns of a table: each capability, each of its levels, batch."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from azmodels_gui.answers.answer import UNKNOWN, Answer, Message, Status, known, message
from azmodels_gui.answers.availability import offered
from azmodels_gui.answers.overview import YES, capability
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.offered import offered_anywhere, strongest
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.terms import Availability, Billing

BATCH = "batch"
MAIN = (
    "document-input",
    "reasoning-effort",
    "structured-outputs",
    "function-calling",
    "responses-api",
    "fine-tuning",
    BATCH,
    "priority-processing",
    "prompt-caching",
    "vision",
)
"""What is asked about most, in this order; the others follow in that of the catalogue."""
LEVELS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
"""From least to most; levels nobody knows yet come last."""


class Feature(Struct, frozen=True):
    """Something that models can do or not."""

    id: str
    """Of `Catalog.capabilities`, or `BATCH`."""
    name: Message | LocalText | str
    level: str = ""
    """One level of it; empty: the thing itself."""

    @property
    def key(self) -> str:
        """Name it as a filter does: `reasoning-effort=high`."""
        return f"{self.id}={self.level}" if self.level else self.id


def features(
    entries: Iterable[Entry], view: Viewpoint, *, by_level: bool = True
) -> tuple[Feature, ...]:
    """Return what some source says of any of the entries.

    Args:
        entries: those that are compared.
        view: the catalogue.
        by_level: a capability with levels is one feature for each of them.
    """
    levels: dict[str, set[str]] = {}
    for entry in entries:
        for each in entry.version.capabilities:
            levels.setdefault(each.id, set()).update(each.levels)
    listed = [kind.id for kind in view.catalog.capabilities]
    told = [*MAIN, *listed, *sorted(levels.keys() - set(listed))]
    names = {kind.id: kind.name for kind in view.catalog.capabilities}
    found: list[Feature] = []
    for name in dict.fromkeys(told):
        if name == BATCH:
            found.append(Feature(BATCH, message("batch")))
        elif levels.get(name) and by_level:
            ranked = sorted(levels[name], key=_rank)
            found += [Feature(name, names.get(name, name), level) for level in ranked]
        elif name in levels:
            found.append(Feature(name, names.get(name, name)))
    return tuple(found)


def feature(entry: Entry, asked: Feature, view: Viewpoint) -> Answer:
    """Return whether an entry can do something: yes, its levels, a no, or unknown.

    A source that names levels and not this one says no; one that names none leaves it open.
    """
    if asked.id == BATCH:
        return _batch(entry, view)
    told = capability(entry, asked.id)
    if not asked.level or told.status is not Status.KNOWN:
        return told
    levels = {
        level for each in entry.version.capabilities if each.id == asked.id for level in each.levels
    }
    if not levels:
        return UNKNOWN
    if asked.level in levels:
        return known(YES, *told.sources)
    return Answer(Status.NOT_OFFERED, message("no"), sources=told.sources)


def says_anything(entry: Entry) -> bool:
    """Tell whether some source says what an entry can do."""
    return bool(entry.version.capabilities)


def _batch(entry: Entry, view: Viewpoint) -> Answer:
    kinds = [kind.id for kind in view.catalog.deployment_types if kind.billing is Billing.BATCH]
    if entry.is_service or not kinds:
        return UNKNOWN
    found = strongest(offered_anywhere(entry, kind) for kind in kinds)
    offers = (entry.offers.get(kind) for kind in kinds)
    told = offered(found, offers, view)
    if found is Availability.OFFERED:
        return known(YES, *told.sources)
    return told


def _rank(level: str) -> tuple[int, str]:
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS), level)


def fitting(
    entries: Sequence[Entry], asked: Sequence[Feature], view: Viewpoint
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the entries that can do all that is asked, and those of which it is unknown."""
    fits, unknown = [], []
    for entry in entries:
        told = set(_statuses(entry, asked, view))
        if told <= {Status.KNOWN}:
            fits.append(entry)
        elif Status.NOT_OFFERED not in told:
            unknown.append(entry)
    return tuple(fits), tuple(unknown)


def _statuses(entry: Entry, asked: Iterable[Feature], view: Viewpoint) -> Iterator[Status]:
    return (feature(entry, each, view).status for each in asked)
