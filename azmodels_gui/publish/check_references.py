# SPDX-License-Identifier: MIT
"""References that lead nowhere, and ids that come twice."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from msgspec.structs import asdict

from azmodels_gui.catalog.document import (
    Catalog,
    Channel,
    GeneralFact,
    Model,
    NamedSuccessor,
    Recommendation,
    Region,
)
from azmodels_gui.catalog.facts import AZURE, Capability, Hosting, Lifecycle
from azmodels_gui.catalog.part import CatalogPart
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.faults import Fault, warning

SOURCE, REGION, ZONE = "source", "region", "data zone"
REFERENCES = {
    "source": SOURCE,
    "stage_source": SOURCE,
    "replacements_source": SOURCE,
    "retirement_source": SOURCE,
    "unlisted_in": SOURCE,
    "also": SOURCE,
    "sources": SOURCE,
    "named_by": SOURCE,
    "regions": REGION,
    "available": REGION,
    "covered": REGION,
    "disputed": REGION,
    "paired_region": REGION,
    "data_zone": ZONE,
    "data_zones": ZONE,
    "deployment_type": "deployment type",
    "provider": "provider",
    "family": "family",
    "use_cases": "use case",
    "channels": "channel",
    "providers": "provider",
    "stages": "stage",
}
"""What the fields of all parts refer to; a field that holds parts instead of ids does not."""
SHOWN_AS_SPELLED = (Price, PtuPrice, Region)
"""Parts whose regions (a region's: its pair) are shown as spelled, listed or not."""


@dataclass(frozen=True)
class Known:
    """The ids a catalogue defines, by what they name."""

    ids: dict[str, frozenset[str]]
    model_names: frozenset[str]
    """Ids and aliases of models, in small letters."""


def reference_faults(catalog: Catalog, found: Iterable[tuple[str, CatalogPart]]) -> Iterator[Fault]:
    """Yield ids that come twice, and references to nothing.

    Args:
        catalog: the catalogue.
        found: all of its parts with their places.
    """
    yield from _repeated_ids(catalog)
    known = _known(catalog)
    for path, part in found:
        yield from _dangling(path, part, known)
        yield from _unknown_names(path, part, known)
        match part:
            case Capability() if part.id not in known.ids["capability"]:
                yield Fault(f"{path}.id", f"{part.id!r} is no capability of this catalogue")
            case GeneralFact():
                yield from _hosts(f"{path}.hosts", part.hosts, known)
                yield from _unanswered(path, part)
            case Hosting():
                yield from _hosts(f"{path}.by", (part.by,), known)
            case Model():
                yield from _unknown_versions(path, part)


def _unknown_names(path: str, part: CatalogPart, known: Known) -> Iterator[Fault]:
    """Yield names of models that the catalogue does not have."""
    match part:
        case NamedSuccessor(successor=str(successor)):
            yield from _unknown_models(f"{path}.successor", (successor,), known)
        case Recommendation():
            yield from _unknown_models(f"{path}.models", part.models, known)
        case Lifecycle():
            yield from _unknown_models(f"{path}.replacements", part.replacements, known)


def _known(catalog: Catalog) -> Known:
    defined: dict[str, Iterable[CatalogPart]] = {
        SOURCE: catalog.sources,
        REGION: catalog.regions,
        ZONE: catalog.data_zones,
        "deployment type": catalog.deployment_types,
        "provider": catalog.providers,
        "family": catalog.families,
        "use case": catalog.use_cases,
        "capability": catalog.capabilities,
    }
    ids = {kind: frozenset(_ids(items)) for kind, items in defined.items()}
    ids["channel"] = frozenset(get_args(Channel))
    ids["stage"] = frozenset(Stage)
    names = [model.id for model in catalog.models]
    names += [alias.name for model in catalog.models for alias in model.aliases]
    return Known(ids, frozenset(name.casefold() for name in names))


def _ids(items: Iterable[CatalogPart]) -> Iterator[str]:
    return (str(getattr(item, "id", "")) for item in items)


def _repeated_ids(catalog: Catalog) -> Iterator[Fault]:
    for name in ("providers", "families", "data_zones", "capabilities", "general_facts"):
        seen: set[str] = set()
        for number, item in enumerate(_ids(getattr(catalog, name))):
            if item in seen:
                yield Fault(f"{name}[{number}].id", f"{item!r} comes twice")
            seen.add(item)
    replaced: set[str] = set()
    for number, successor in enumerate(catalog.successors):
        if successor.model.casefold() in replaced:
            yield Fault(f"successors[{number}].model", f"{successor.model!r} comes twice")
        replaced.add(successor.model.casefold())


def _dangling(path: str, part: CatalogPart, known: Known) -> Iterator[Fault]:
    for name, value in asdict(part).items():
        kind = REFERENCES.get(name)
        if kind is None or value is None or value == "all":
            continue
        place = f"{path}.{name}" if path else name
        several = isinstance(value, tuple)
        for number, item in enumerate(value if several else (value,)):
            if not isinstance(item, str) or item in known.ids[kind]:
                continue
            at = f"{place}[{number}]" if several else place
            message = f"{item!r} is no {kind} of this catalogue"
            shown = kind is REGION and isinstance(part, SHOWN_AS_SPELLED)
            yield warning(at, message) if shown else Fault(at, message)


def _unknown_models(place: str, names: Collection[str], known: Known) -> Iterator[Fault]:
    """Yield names that neither are nor begin with the name of a model (`gpt-x version 2`)."""
    for number, name in enumerate(names):
        words = name.casefold().replace("(", " ").replace(",", " ").split()
        beginnings = (" ".join(words[:end]) for end in range(len(words), 0, -1))
        if not any(beginning in known.model_names for beginning in beginnings):
            yield warning(f"{place}[{number}]", f"{name!r} is no model of this catalogue")


def _hosts(place: str, hosts: Iterable[str], known: Known) -> Iterator[Fault]:
    for number, host in enumerate(hosts):
        if host != AZURE and host not in known.ids["provider"]:
            yield Fault(f"{place}[{number}]", f"{host!r} is no provider of this catalogue")


def _unanswered(path: str, fact: GeneralFact) -> Iterator[Fault]:
    """Yield an answer without a source, and a source without an answer."""
    if (fact.answer is None) != (fact.source is None):
        yield Fault(f"{path}.source", "an answer needs a source, and a source an answer")


def _unknown_versions(path: str, model: Model) -> Iterator[Fault]:
    versions = {version.version for version in model.versions}
    for name in ("prices", "ptu", "quotas"):
        for number, item in enumerate(getattr(model, name)):
            for unknown in sorted(set(item.versions) - versions):
                yield Fault(
                    f"{path}.{name}[{number}].versions", f"{unknown!r} is no version of {model.id}"
                )
