# SPDX-License-Identifier: MIT
"""Offered, not offered, unknown: what the matrices say of one model version.

The rules, in this order, for each deployment type:

1. A matrix lists the version: where its cells are marked it is offered, everywhere else it is
   not, be it for a `-`, for a row that is missing in one geography's tab, or for a column that
   the tables of this type do not have. An unreadable cell stays unknown.
2. A row without a version (the transposed matrices have none) is about every version that is
   older than the matrix, and about the only version of a model unless its name dates it later.
3. Several matrices list the version: the newest wins; where an older one says otherwise, the
   region is disputed and both claims are kept.
4. No matrix lists it: not offered, if a page with a matrix for this type lists the version under
   another type, or if a matrix covers all models of its kind and is newer than the version.
5. Otherwise there is no offer: unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.catalog.terms import Coverage
from azmodels_gui.publish.facts import MatrixFact, OfferFact
from azmodels_gui.publish.version_dates import version_date

WHOLE_KINDS = frozenset({"azure_openai", "azure_direct"})
"""Kinds of which the matrices list all models. The marketplace page does not claim to."""

LINE_LENGTH = 500
"""Longest value of a claim."""

NOTE = LocalText(
    en="Region matrices of different dates disagree; the newer one is shown first.",
    de="Regionstabellen verschiedenen Datums widersprechen sich; die neuere steht zuerst.",
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


@dataclass(frozen=True)
class Listing:
    """What one page says of the version for one deployment type."""

    source: str
    matrix: MatrixFact | None
    """None: the page's matrix could not be read as a whole."""
    available: frozenset[str]
    listed: frozenset[str]
    unclear: frozenset[str]
    torn: frozenset[str]
    """Regions for which the page has both a check mark and a `-`."""

    def speaks_of(self, regions: frozenset[str]) -> frozenset[str]:
        """Return those of the regions that the page says something about.

        A matrix speaks of all regions but its unreadable cells; a page without one (the model
        list of a single region) only of those it lists.
        """
        return regions - self.unclear if self.matrix else regions & self.listed

    @property
    def as_of(self) -> date:
        """How old the page is; without a matrix as old as can be."""
        return self.matrix.as_of if self.matrix else date.min


def offers_of(
    subject: Subject, facts: Iterable[OfferFact], matrices: Sequence[MatrixFact]
) -> tuple[tuple[Offer, ...], tuple[Conflict, ...]]:
    """Return the offers of one version sorted by SKU, and the conflicts among the matrices.

    Facts about other models and versions are ignored, so all facts may be passed. Names and
    versions must have been resolved.
    """
    about = [fact for fact in facts if _is_about(fact, subject, matrices)]
    offers: list[Offer] = []
    conflicts: list[Conflict] = []
    skus = {matrix.deployment_type for matrix in matrices}
    for sku in sorted(skus | {fact.deployment_type for fact in about}):
        listings = _listings(sku, about, matrices)
        if listings:
            offer, conflict = _listed(sku, listings)
            offers.append(offer)
            conflicts.extend(conflict)
            continue
        absent = _not_listed(sku, subject, {fact.source for fact in about}, matrices)
        if absent is not None:
            sources = (absent.source,)
            offers.append(Offer(deployment_type=sku, covered=Coverage.ALL, sources=sources))
    return tuple(offers), tuple(conflicts)


def _is_about(fact: OfferFact, subject: Subject, matrices: Sequence[MatrixFact]) -> bool:
    if fact.name != subject.model:
        return False
    if fact.version is not None:
        return fact.version == subject.version
    matrix = _matrix(fact.source, fact.deployment_type, matrices)
    as_of = date.min if matrix is None else matrix.as_of
    if subject.only_version:
        # `known_since` is only the first trace of it: a late one does not make it newer.
        born = version_date(subject.version)
        return born is None or born <= as_of
    return subject.known_since is not None and subject.known_since < as_of


def _matrix(source: str, sku: str, matrices: Iterable[MatrixFact]) -> MatrixFact | None:
    """Return the newest matrix of a page for a deployment type."""
    found = (
        matrix for matrix in matrices if (matrix.source, matrix.deployment_type) == (source, sku)
    )
    return max(found, key=lambda matrix: (matrix.as_of, len(matrix.regions)), default=None)


def _listings(
    sku: str, about: Sequence[OfferFact], matrices: Sequence[MatrixFact]
) -> list[Listing]:
    """Return what each page says, the newest page first."""
    pages: dict[str, list[OfferFact]] = {}
    for fact in about:
        if fact.deployment_type == sku:
            pages.setdefault(fact.source, []).append(fact)
    listings = [
        _listing(source, facts, _matrix(source, sku, matrices)) for source, facts in pages.items()
    ]
    listings.sort(key=lambda listing: listing.source)
    return sorted(listings, key=lambda listing: listing.as_of, reverse=True)


def _listing(source: str, facts: Sequence[OfferFact], matrix: MatrixFact | None) -> Listing:
    """Join the rows that a page has for the version, one for each geography's tab."""
    available = _union(fact.available for fact in facts)
    refused = _union(fact.listed - fact.available for fact in facts)
    return Listing(
        source=source,
        matrix=matrix,
        available=available,
        listed=available | refused,
        unclear=_union(fact.unclear for fact in facts) - available - refused,
        torn=available & refused,
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _listed(sku: str, listings: Sequence[Listing]) -> tuple[Offer, Iterator[Conflict]]:
    newest, *older = listings
    disputed = _union(
        newest.speaks_of(other.speaks_of(other.available ^ newest.available)) for other in older
    )
    disputed |= _union(listing.torn for listing in listings)
    offer = Offer(
        deployment_type=sku,
        available=tuple(sorted(newest.available)),
        covered=_covered(newest),
        disputed=tuple(sorted(disputed)),
        sources=tuple(listing.source for listing in listings),
    )
    return offer, _disagreement(sku, listings, disputed)


def _covered(listing: Listing) -> Coverage | tuple[str, ...]:
    """Return "all", or the regions that the page can speak of where a part is unreadable."""
    if listing.matrix is None:
        return tuple(sorted(listing.listed))
    if not listing.unclear:
        return Coverage.ALL
    return tuple(sorted((listing.matrix.regions | listing.listed) - listing.unclear))


def _disagreement(
    sku: str, listings: Sequence[Listing], disputed: frozenset[str]
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
            ),
            note=NOTE,
            regions=tuple(sorted(disputed)),
        )


def _claim(listing: Listing, disputed: frozenset[str], words: Words) -> str:
    """Return what a page says of the disputed regions, with its date."""
    told = {
        words.offered: disputed & listing.available - listing.torn,
        words.not_offered: listing.speaks_of(disputed) - listing.available,
        words.both: disputed & listing.torn,
    }
    parts = [f"{word}: {', '.join(sorted(names))}" for word, names in told.items() if names]
    day = "" if listing.matrix is None else f" ({words.as_of} {listing.as_of.isoformat()})"
    text = "; ".join(parts)
    if len(text + day) > LINE_LENGTH:
        counts = [f"{word}: {len(names)} {words.regions}" for word, names in told.items() if names]
        text = "; ".join(counts)
    return text + day


def _not_listed(
    sku: str, subject: Subject, pages: set[str], matrices: Iterable[MatrixFact]
) -> MatrixFact | None:
    """Return the newest matrix from which it follows that the version is not offered."""
    telling = [
        matrix
        for matrix in matrices
        if matrix.deployment_type == sku and (matrix.source in pages or _covers(matrix, subject))
    ]
    return max(telling, key=lambda matrix: (matrix.as_of, matrix.source), default=None)


def _covers(matrix: MatrixFact, subject: Subject) -> bool:
    """Tell whether the matrix would list the version if it were offered."""
    if matrix.channel != subject.channel or matrix.channel not in WHOLE_KINDS:
        return False
    return subject.known_since is not None and subject.known_since < matrix.as_of
