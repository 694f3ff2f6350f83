# SPDX-License-Identifier: MIT
"""What must hold before a catalogue is published, beyond its schema."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import asdict

from azmodels_gui.catalog.document import (
    Catalog,
    GeneralFact,
    Model,
    NamedSuccessor,
    Recommendation,
    Region,
)
from azmodels_gui.catalog.facts import (
    AZURE,
    Capability,
    CatalogPart,
    Hosting,
    Lifecycle,
    Limits,
    LocalText,
    Offer,
    Price,
    PtuParameters,
    PtuPrice,
    Quota,
    ScopeSizing,
    TokenLimit,
)
from azmodels_gui.catalog.loading import unknown_facts
from azmodels_gui.catalog.terms import Channel, Stage, TokenCategory, Word
from azmodels_gui.language.words import N_
from azmodels_gui.publish.ledger import Fault, Severity, error, parts, warning
from azmodels_gui.publish.price_conflicts import embeds, of_one_thing, turned_round


def price_faults(catalog: Catalog) -> Iterator[Fault]:
    """Yield faults of single prices, and of prices against each other."""
    for number, model in enumerate(catalog.models):
        place = f"models[{number}].prices"
        yield from _single_faults(place, model.prices)
        yield from _double_prices(place, model.prices)
        if not embeds(model):
            yield from _odd_ratios(place, model.prices)
    yield from _single_faults("ptu_prices", catalog.ptu_prices)


def _single_faults(place: str, prices: Sequence[Price | PtuPrice]) -> Iterator[Fault]:
    for number, price in enumerate(prices):
        first, last = price.effective_from, price.effective_until
        if price.amount == 0:
            yield error(f"{place}[{number}].amount", N_("a price of zero"))
        if first and last and first > last:
            yield error(
                f"{place}[{number}].effective_until",
                N_("{last} is before {first}"),
                last=last,
                first=first,
            )


def _double_prices(place: str, prices: Sequence[Price]) -> Iterator[Fault]:
    """Yield prices of one thing, time, place and source that differ."""
    for first, second in of_one_thing(prices):
        one, other = prices[first], prices[second]
        if one.amount == other.amount:
            yield warning(
                f"{place}[{second}]", N_("says the same as {place}"), place=f"{place}[{first}]"
            )
            continue
        at = f"{place}[{second}].amount"
        # A list that restates others may contradict itself; it only fills gaps. Two meters may
        # be two spellings of one thing; one meter has one price.
        odd = one.secondary or one.meter != other.meter
        yield (warning if odd else error)(
            at,
            N_("{amount}, but {other} in {place} for the same thing"),
            amount=other.amount,
            other=one.amount,
            place=f"{place}[{first}]",
        )


def _odd_ratios(place: str, prices: Sequence[Price]) -> Iterator[Fault]:
    for low, high in turned_round(prices):
        one, other = prices[low], prices[high]
        yield warning(
            f"{place}[{high}].amount",
            N_("{dearer} costs less than {cheaper}: {amount} against {other} in {place}"),
            dearer=_words(other.category),
            cheaper=_words(one.category),
            amount=other.amount,
            other=one.amount,
            place=f"{place}[{low}]",
        )


def _words(category: TokenCategory) -> str:
    return category.value.replace("_", " ")


SOURCE, REGION, ZONE = N_("source"), N_("region"), N_("data zone")
TYPE, PROVIDER, FAMILY = N_("deployment type"), N_("provider"), N_("family")
USE_CASE, CAPABILITY, CHANNEL = N_("use case"), N_("capability"), N_("channel")
STAGE = N_("stage")
NO_SUCH = N_("{name} is not in this catalogue ({kind})")
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
    "deployment_type": TYPE,
    "provider": PROVIDER,
    "family": FAMILY,
    "use_cases": USE_CASE,
    "channels": CHANNEL,
    "providers": PROVIDER,
    "stages": STAGE,
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
            case Capability() if part.id not in known.ids[CAPABILITY]:
                yield error(f"{path}.id", NO_SUCH, name=repr(part.id), kind=CAPABILITY)
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
        TYPE: catalog.deployment_types,
        PROVIDER: catalog.providers,
        FAMILY: catalog.families,
        USE_CASE: catalog.use_cases,
        CAPABILITY: catalog.capabilities,
    }
    ids = {kind: frozenset(_ids(items)) for kind, items in defined.items()}
    ids[CHANNEL] = frozenset(Channel)
    ids[STAGE] = frozenset(Stage)
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
                yield error(f"{name}[{number}].id", N_("{name} comes twice"), name=repr(item))
            seen.add(item)
    replaced: set[str] = set()
    for number, successor in enumerate(catalog.successors):
        if successor.model.casefold() in replaced:
            yield error(
                f"successors[{number}].model", N_("{name} comes twice"), name=repr(successor.model)
            )
        replaced.add(successor.model.casefold())


def _dangling(path: str, part: CatalogPart, known: Known) -> Iterator[Fault]:
    for name, value in asdict(part).items():
        kind = REFERENCES.get(name)
        if kind is None or value is None or isinstance(value, Word):
            continue
        place = f"{path}.{name}" if path else name
        several = isinstance(value, tuple)
        for number, item in enumerate(value if several else (value,)):
            if not isinstance(item, str) or item in known.ids[kind]:
                continue
            at = f"{place}[{number}]" if several else place
            shown = kind is REGION and isinstance(part, SHOWN_AS_SPELLED)
            yield (warning if shown else error)(at, NO_SUCH, name=repr(item), kind=kind)


def cited_sources(catalog: Catalog) -> frozenset[str]:
    """Return the ids of all sources that anything in the catalogue refers to."""
    return frozenset(
        item
        for _, part in parts(catalog)
        for name, value in asdict(part).items()
        if REFERENCES.get(name) is SOURCE
        for item in (value if isinstance(value, tuple) else (value,))
        if isinstance(item, str)
    )


def _unknown_models(place: str, names: Collection[str], known: Known) -> Iterator[Fault]:
    """Yield names that neither are nor begin with the name of a model (`gpt-x version 2`)."""
    for number, name in enumerate(names):
        words = name.casefold().replace("(", " ").replace(",", " ").split()
        beginnings = (" ".join(words[:end]) for end in range(len(words), 0, -1))
        if not any(beginning in known.model_names for beginning in beginnings):
            yield warning(f"{place}[{number}]", NO_SUCH, name=repr(name), kind=N_("model"))


def _hosts(place: str, hosts: Iterable[str], known: Known) -> Iterator[Fault]:
    for number, host in enumerate(hosts):
        if host != AZURE and host not in known.ids[PROVIDER]:
            yield error(f"{place}[{number}]", NO_SUCH, name=repr(host), kind=PROVIDER)


def _unanswered(path: str, fact: GeneralFact) -> Iterator[Fault]:
    """Yield an answer without a source, and a source without an answer."""
    if (fact.answer is None) != (fact.source is None):
        yield error(f"{path}.source", N_("an answer needs a source, and a source an answer"))


def _unknown_versions(path: str, model: Model) -> Iterator[Fault]:
    versions = {version.version for version in model.versions}
    for name in ("prices", "ptu", "quotas"):
        for number, item in enumerate(getattr(model, name)):
            for unknown in sorted(set(item.versions) - versions):
                yield error(
                    f"{path}.{name}[{number}].versions",
                    N_("{version} is no version of {model}"),
                    version=repr(unknown),
                    model=model.id,
                )


def figure_faults(path: str, part: CatalogPart) -> Iterator[Fault]:
    """Yield what is wrong or odd about one part taken by itself."""
    match part:
        case Model() | Offer() | Lifecycle() | Limits():
            yield from _entry_faults(path, part)
        case Quota():
            yield from _empty_quota(path, part)
        case PtuParameters():
            yield from _ptu_faults(path, part)
        case ScopeSizing():
            yield from _sizing_faults(path, part)
        case LocalText() if bool(part.en.strip()) != bool(part.de.strip()):
            yield error(path, N_("a text in one language only"))
        case TokenLimit(tokens=0):
            yield error(f"{path}.tokens", N_("a limit of zero tokens"))


def _entry_faults(path: str, part: Model | Offer | Lifecycle | Limits) -> Iterator[Fault]:
    match part:
        case Model():
            yield from _repeated_figures(path, part)
        case Lifecycle():
            yield from _dates_in_order(path, part)
        case Limits():
            yield from _limits_in_order(path, part)
        case Offer():
            yield from _offered_outside(path, part)


def _dates_in_order(path: str, lifecycle: Lifecycle) -> Iterator[Fault]:
    deprecation, retirement = lifecycle.deprecation_date, lifecycle.retirement_date
    if deprecation and retirement and deprecation > retirement:
        yield error(
            f"{path}.deprecation_date",
            N_("{deprecation} is after retirement {retirement}"),
            deprecation=deprecation,
            retirement=retirement,
        )
    tuned = lifecycle.fine_tuning
    training, deployment = (
        (tuned.training_retirement, tuned.deployment_retirement) if tuned else (None, None)
    )
    if training and deployment and training > deployment:
        yield error(
            f"{path}.fine_tuning.training_retirement",
            N_("{training} is after that of deployments {deployment}"),
            training=training,
            deployment=deployment,
        )


def _limits_in_order(path: str, limits: Limits) -> Iterator[Fault]:
    window = limits.context_window
    for name, limit in (("max_input", limits.max_input), ("max_output", limits.max_output)):
        if window and limit and limit.tokens > window.tokens:
            yield warning(
                f"{path}.{name}",
                N_("{tokens} exceeds the context window of {window}"),
                tokens=limit.tokens,
                window=window.tokens,
            )


def _offered_outside(path: str, offer: Offer) -> Iterator[Fault]:
    if isinstance(offer.covered, str):
        return
    for number, region in enumerate(offer.available):
        if region not in offer.covered:
            yield error(
                f"{path}.available[{number}]",
                N_("{region} is not among the covered ones"),
                region=repr(region),
            )


def _empty_quota(path: str, quota: Quota) -> Iterator[Fault]:
    figures = {name: getattr(quota, name) for name in ("tpm", "requests", "enqueued_tokens")}
    for name, figure in figures.items():
        if figure == 0:
            yield error(f"{path}.{name}", N_("a quota of zero"))
    if set(figures.values()) == {None} and not quota.note:
        yield warning(path, N_("a quota without any figure"))


def _ptu_faults(path: str, ptu: PtuParameters) -> Iterator[Fault]:
    if ptu.input_tpm_per_ptu == 0:
        yield error(f"{path}.input_tpm_per_ptu", N_("no throughput at all"))
    if not ptu.sizing:
        yield warning(f"{path}.sizing", N_("no scope it is offered in"))
    if not any(item.category is TokenCategory.INPUT for item in ptu.weights):
        yield error(f"{path}.weights", N_("no weight of input tokens"))
    yield from _repeated(
        f"{path}.weights", [f"{item.category} {item.context_band}" for item in ptu.weights]
    )
    yield from _repeated(f"{path}.sizing", [str(item.scope) for item in ptu.sizing])


def _sizing_faults(path: str, sizing: ScopeSizing) -> Iterator[Fault]:
    minimum, increment = sizing.minimum_ptu, sizing.scale_increment
    if not minimum or not increment:
        yield error(path, N_("a minimum or a scale increment of zero"))
    elif minimum % increment:
        yield warning(
            f"{path}.minimum_ptu",
            N_("{minimum} is no multiple of the scale increment {increment}"),
            minimum=minimum,
            increment=increment,
        )


def _repeated_figures(path: str, model: Model) -> Iterator[Fault]:
    yield from _repeated(
        f"{path}.quotas",
        [
            f"{version} {item.deployment_type or '(no deployment type)'} tier {item.tier}".strip()
            for item in model.quotas
            for version in item.versions or ("",)
        ],
    )
    yield from _repeated(
        f"{path}.ptu",
        [
            f"{version} {item.source}".strip()
            for item in model.ptu
            for version in item.versions or ("",)
        ],
    )


def _repeated(path: str, keys: list[str]) -> Iterator[Fault]:
    for key, times in Counter(keys).items():
        if times > 1:
            yield error(path, N_("{key} comes {times} times"), key=repr(key), times=times)


__all__ = ["Fault", "Severity", "check_catalog"]


def check_catalog(catalog: Catalog, *, today: date | None = None) -> list[Fault]:
    """Return everything wrong or odd in a catalogue, errors first, then by place.

    The schema itself, and ids that come twice where that makes a catalogue unusable, are
    checked by `parse_catalog(strict=True)`. A word that is newer than this program is a warning:
    new tiers, units and stages stop nobody.

    Args:
        catalog: a catalogue that could be parsed.
        today: refuse a publication date after this day; None: any day is accepted.
    """
    found = list(parts(catalog))
    faults = [
        *_publication_faults(catalog, today),
        *(
            warning(
                fact.place, N_("this version does not know the word {word}"), word=repr(fact.word)
            )
            for fact in unknown_facts(catalog)
        ),
        *reference_faults(catalog, found),
        *price_faults(catalog),
        *(fault for path, part in found for fault in figure_faults(path, part)),
        *(fault for path, part in found for fault in _day_faults(path, part)),
    ]
    # A stable sort: inside errors and warnings, faults stay in the order they were found.
    return sorted(faults, key=lambda fault: fault.severity is Severity.WARNING)


def _day_faults(path: str, part: CatalogPart) -> Iterator[Fault]:
    """Yield days and months that no calendar has, such as 0000 or 2026-13."""
    for name in ("as_of", "until"):
        told = getattr(part, name, None)
        if isinstance(told, str):
            try:
                date.fromisoformat(f"{told}-01-01"[:10])
            except ValueError:
                place = f"{path}.{name}" if path else name
                yield error(place, N_("{day} is in no calendar"), day=told)


def _publication_faults(catalog: Catalog, today: date | None) -> Iterator[Fault]:
    if today is not None and catalog.published > today:
        yield error("published", N_("{day} has not come yet"), day=catalog.published)
    if not str(catalog.serial).startswith(f"{catalog.published:%Y%m%d}"):
        yield warning(
            "serial",
            N_("{serial} does not begin with the day of {day}"),
            serial=catalog.serial,
            day=catalog.published,
        )
    for number, source in enumerate(catalog.sources):
        if source.as_of > catalog.published.isoformat():
            yield warning(
                f"sources[{number}].as_of",
                N_("{as_of} is after {day}"),
                as_of=source.as_of,
                day=catalog.published,
            )
