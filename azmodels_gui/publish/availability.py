# SPDX-License-Identifier: MIT
"""Offered, not offered, unknown: what the matrices say of one model version.

The rules, in this order, for each deployment type:

1. A matrix lists the version: where its cells are marked it is offered, everywhere else it is
   not, be it for a `-`, for a row that is missing in one geography's tab, or for a column that
   the tables of this type do not have. An unreadable cell stays unknown.
2. A row without a version is about every version that is older than the matrix, and about the
   only version of a model unless its name dates it later.
3. Several sources speak of a region: the newest counts, and where an older one says otherwise
   both claims are kept. Only sources of one day that disagree make the region disputed.
4. No matrix lists it: not offered, if a page with a matrix for this type lists the version under
   another type, or if a matrix covers all models of its kind and is newer than the version; but
   unknown where prices in force and a quota say that the type exists.
5. A page says "not available" for a part of the world: not offered there, for all its models.
6. Otherwise there is no offer: unknown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.catalog.facts import Claim, Conflict, LocalText, Offer
from azmodels_gui.catalog.terms import Coverage
from azmodels_gui.publish.facts import MatrixFact, OfferFact
from azmodels_gui.publish.lifecycle import version_date

WHOLE_KINDS = frozenset({"azure_openai", "azure_direct"})
"""Kinds of which the matrices list all models. The marketplace page does not claim to."""

LINE_LENGTH = 500
"""Longest value of a claim."""

NOTE = LocalText(
    en="Sources of different dates disagree; the newer one counts and is shown first.",
    de="Quellen verschiedenen Datums widersprechen sich; es zählt die neuere, sie steht zuerst.",
)
TORN = LocalText(
    en="Sources of the same date disagree.",
    de="Quellen gleichen Datums widersprechen sich.",
)
NOT_LISTED = LocalText(
    en="No region matrix lists this deployment type, although it is generally available, priced "
    "and has a quota: unknown until a matrix says more.",
    de="Keine Regionstabelle führt diese Bereitstellungsart, obwohl sie allgemein verfügbar ist, "
    "einen Preis und ein Kontingent hat: unbekannt, bis eine Tabelle mehr sagt.",
)

STILL_MARKED = LocalText(
    en="A region matrix still marks this deployment type after its last day: taken as ended.",
    de="Eine Regionstabelle führt diese Bereitstellungsart noch nach ihrem letzten Tag: Sie gilt "
    "als beendet.",
)


class Words(NamedTuple):
    """The words of a claim in one language."""

    offered: str
    not_offered: str
    both: str
    as_of: str
    regions: str


EN = Words("offered", "not offered", "both", "as of", "regions")
DE = Words("angeboten", "nicht angeboten", "beides", "Stand", "Regionen")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One version of a model, as far as the rules need to know it."""

    model: str
    version: str
    channel: str | None
    """`azure_openai`, `azure_direct`, `marketplace` ...; None: unknown, no matrix covers it."""
    known_since: date | None
    """Earliest day on which it surely existed; None: its age is not known."""
    only_version: bool
    """True: no source names another version of the model."""
    evidence: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    """What says that a deployment type exists, whatever the matrices leave out."""


@dataclass(frozen=True)
class Listing:
    """What one page says of the version for one deployment type."""

    source: str
    as_of: date
    told: str | None
    """The same as the page states it, a day or a month; None: it bears no date."""
    matrix: MatrixFact | None
    """None: the page's matrix could not be read as a whole, or it is a list of one region."""
    available: frozenset[str]
    listed: frozenset[str]
    unclear: frozenset[str]
    torn: frozenset[str]
    """Regions for which the page has both a check mark and a `-`."""

    def answers(self, region: str) -> frozenset[bool]:
        """Return what the page says of a region: yes, no, both, or nothing.

        A matrix speaks of all regions but its unreadable cells; a page without one (the model
        list of a single region) only of those it lists.
        """
        if region in self.torn:
            return frozenset({True, False})
        if region in self.available:
            return frozenset({True})
        speaks = region not in self.unclear if self.matrix else region in self.listed
        return frozenset({False}) if speaks else frozenset()


@dataclass(frozen=True)
class Matrices:
    """All matrices, and where and when their pages are."""

    all: Sequence[MatrixFact]
    source_dates: Mapping[str, date]
    source_texts: Mapping[str, str] = field(default_factory=dict)
    """Dates of the sources as exact as they state them."""
    areas: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Regions of each part of the world, by the name of a page's tab."""

    @cached_property
    def deployment_types(self) -> frozenset[str]:
        """Deployment types that some matrix is about."""
        return frozenset(matrix.deployment_type for matrix in self.all)

    def of(self, source: str, sku: str) -> MatrixFact | None:
        """Return the newest matrix of a page for a deployment type."""
        found = [
            matrix
            for matrix in self.all
            if (matrix.source, matrix.deployment_type) == (source, sku)
        ]
        return max(found, key=lambda matrix: (matrix.as_of, len(matrix.regions)), default=None)

    def as_of(self, source: str, sku: str) -> date:
        """Return how old a page's statement about a deployment type is."""
        matrix = self.of(source, sku)
        return self.source_dates.get(source, date.min) if matrix is None else matrix.as_of

    def told(self, source: str, sku: str) -> str | None:
        """Return the same as exact as it is stated."""
        matrix = self.of(source, sku)
        return self.source_texts.get(source) if matrix is None else _dated(matrix.as_of)


def offers_of(
    subject: Subject, facts: Iterable[OfferFact], matrices: Matrices
) -> tuple[tuple[Offer, ...], tuple[Conflict, ...]]:
    """Return the offers of one version sorted by SKU, and the conflicts among the sources.

    Facts about other models and versions are ignored, so all facts may be passed. Names and
    versions must have been resolved.
    """
    about = [fact for fact in facts if _is_about(fact, subject, matrices)]
    offers: list[Offer] = []
    conflicts: list[Conflict] = []
    for sku in sorted(matrices.deployment_types | {fact.deployment_type for fact in about}):
        listings = _listings(sku, about, matrices)
        if listings:
            offer, conflict = _listed(sku, listings)
            offers.append(offer)
            conflicts.extend(conflict)
            continue
        absent = _not_listed(sku, subject, {fact.source for fact in about}, matrices)
        if absent is not None and sku in subject.evidence:
            conflicts.append(_contradicted(sku, absent, subject.evidence[sku]))
        elif absent is not None:
            offers.append(_absent(sku, absent, Coverage.ALL))
        else:
            offers += _absent_in_areas(sku, subject, matrices)
    return tuple(offers), tuple(conflicts)


def _is_about(fact: OfferFact, subject: Subject, matrices: Matrices) -> bool:
    if fact.name != subject.model:
        return False
    if fact.version is not None:
        return fact.version == subject.version
    as_of = matrices.as_of(fact.source, fact.deployment_type)
    if subject.only_version:
        # `known_since` is only the first trace of it: a late one does not make it newer.
        born = version_date(subject.version)
        return born is None or born <= as_of
    return subject.known_since is not None and subject.known_since < as_of


def _listings(sku: str, about: Sequence[OfferFact], matrices: Matrices) -> list[Listing]:
    """Return what each page says, the newest page first."""
    pages: dict[str, list[OfferFact]] = {}
    for fact in about:
        if fact.deployment_type == sku:
            pages.setdefault(fact.source, []).append(fact)
    listings = [_listing(sku, source, facts, matrices) for source, facts in pages.items()]
    listings.sort(key=lambda listing: listing.source)
    return sorted(listings, key=lambda listing: listing.as_of, reverse=True)


def _listing(sku: str, source: str, facts: Sequence[OfferFact], matrices: Matrices) -> Listing:
    """Join the rows that a page has for the version, one for each geography's tab."""
    available = _union(fact.available for fact in facts)
    refused = _union(fact.listed - fact.available for fact in facts)
    return Listing(
        source=source,
        as_of=matrices.as_of(source, sku),
        told=matrices.told(source, sku),
        matrix=matrices.of(source, sku),
        available=available,
        listed=available | refused,
        unclear=_union(fact.unclear for fact in facts) - available - refused,
        torn=available & refused,
    )


def still_marked(offer: Offer) -> Iterator[Conflict]:
    """Yield the contradiction where an offer has ended before the page that still marks it."""
    ends, source = offer.retirement_date, offer.retirement_source
    if ends is None or source is None or not offer.available:
        return
    if offer.as_of is None or first_day(offer.as_of) <= ends:
        return
    count = len(offer.available)
    ended = Claim(value=f"ended on {ends}", de=f"beendet am {ends}", source=source)
    marked = Claim(
        value=f"{EN.offered}: {count} {EN.regions} ({EN.as_of} {offer.as_of})",
        de=f"{DE.offered}: {count} {DE.regions} ({DE.as_of} {offer.as_of})",
        source=offer.sources[0],
    )
    yield Conflict(
        about=f"availability:{offer.deployment_type}",
        claims=(ended, marked),
        note=STILL_MARKED,
        regions=offer.available,
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _listed(sku: str, listings: Sequence[Listing]) -> tuple[Offer, Iterator[Conflict]]:
    """Go by the newest page that speaks of a region, region by region."""
    named = _union(one.listed | one.unclear for one in listings)
    named |= _union(one.matrix.regions for one in listings if one.matrix)
    available, disputed, overruled, silent = set(), set(), set(), set()
    for region in named:
        newest, older = _by_age(listings, region)
        if True in newest:
            available.add(region)
        if len(newest) > 1:
            disputed.add(region)
        elif older - newest:
            overruled.add(region)
        if not newest:
            silent.add(region)
    whole = [one for one in listings if one.matrix]
    offer = Offer(
        deployment_type=sku,
        available=tuple(sorted(available)),
        covered=Coverage.ALL if whole and not silent else tuple(sorted(named - silent)),
        disputed=tuple(sorted(disputed)),
        as_of=(whole or listings)[0].told,
        sources=tuple(listing.source for listing in listings),
    )
    conflicts = chain(
        _disagreement(sku, listings, frozenset(overruled), NOTE),
        _disagreement(sku, listings, frozenset(disputed), TORN),
    )
    return offer, conflicts


def _by_age(listings: Sequence[Listing], region: str) -> tuple[frozenset[bool], frozenset[bool]]:
    """Return what the newest pages that speak of a region say, and what the older ones do."""
    speaking = [(one.as_of, one.answers(region)) for one in listings if one.answers(region)]
    latest = max((day for day, _ in speaking), default=date.min)
    newest = frozenset(said for day, answers in speaking for said in answers if day == latest)
    older = frozenset(said for day, answers in speaking for said in answers if day != latest)
    return newest, older


def _dated(day: date) -> str | None:
    return None if day == date.min else day.isoformat()


def _disagreement(
    sku: str, listings: Sequence[Listing], disputed: frozenset[str], note: LocalText
) -> Iterator[Conflict]:
    if disputed:
        yield Conflict(
            about=f"availability:{sku}",
            claims=tuple(
                Claim(
                    value=_claim(listing, disputed, EN),
                    de=_claim(listing, disputed, DE),
                    source=listing.source,
                )
                for listing in listings
                if any(listing.answers(region) for region in disputed)
            ),
            note=note,
            regions=tuple(sorted(disputed)),
        )


def _claim(listing: Listing, disputed: frozenset[str], words: Words) -> str:
    """Return what a page says of the disputed regions, with its date."""
    by_answer = {
        words.offered: frozenset({True}),
        words.not_offered: frozenset({False}),
        words.both: frozenset({True, False}),
    }
    told = {
        word: [region for region in disputed if listing.answers(region) == answer]
        for word, answer in by_answer.items()
    }
    parts = [f"{word}: {', '.join(sorted(names))}" for word, names in told.items() if names]
    day = f" ({words.as_of} {listing.told})" if listing.told else ""
    text = "; ".join(parts)
    if len(text + day) > LINE_LENGTH:
        counts = [f"{word}: {len(names)} {words.regions}" for word, names in told.items() if names]
        text = "; ".join(counts)
    return text + day


def _not_listed(
    sku: str, subject: Subject, pages: set[str], matrices: Matrices
) -> MatrixFact | None:
    """Return the newest matrix from which it follows that the version is not offered."""
    telling = [
        matrix
        for matrix in matrices.all
        if matrix.deployment_type == sku and (matrix.source in pages or _covers(matrix, subject))
    ]
    return max(telling, key=lambda matrix: (matrix.as_of, matrix.source), default=None)


def _covers(matrix: MatrixFact, subject: Subject) -> bool:
    """Tell whether the matrix would list the version if it were offered."""
    if matrix.channel != subject.channel or matrix.channel not in WHOLE_KINDS:
        return False
    return subject.known_since is not None and subject.known_since < matrix.as_of


def _absent(sku: str, matrix: MatrixFact, covered: Coverage | tuple[str, ...]) -> Offer:
    return Offer(
        deployment_type=sku,
        covered=covered,
        as_of=_dated(matrix.as_of),
        sources=(matrix.source,),
    )


def _absent_in_areas(sku: str, subject: Subject, matrices: Matrices) -> Iterator[Offer]:
    """Yield what follows from "not available" for a part of the world."""
    for matrix in matrices.all:
        newer = subject.known_since is not None and subject.known_since < matrix.as_of
        if (matrix.deployment_type, matrix.channel) == (sku, subject.channel) and newer:
            regions = _union(
                matrices.areas.get(area, frozenset()) for area in matrix.unavailable_zones
            )
            if regions:
                yield _absent(sku, matrix, tuple(sorted(regions)))
                return


def _contradicted(sku: str, matrix: MatrixFact, evidence: tuple[Claim, ...]) -> Conflict:
    day = _dated(matrix.as_of)
    absent = Claim(
        value=f"not listed ({EN.as_of} {day})",
        de=f"nicht geführt ({DE.as_of} {day})",
        source=matrix.source,
    )
    return Conflict(about=f"availability:{sku}", claims=(absent, *evidence), note=NOT_LISTED)
