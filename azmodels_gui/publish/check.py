# SPDX-License-Identifier: MIT
"""What must hold before a catalogue is published, beyond its schema."""

from collections.abc import Iterator
from datetime import date

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.loading import unknown_facts
from azmodels_gui.publish.check_figures import figure_faults
from azmodels_gui.publish.check_prices import price_faults
from azmodels_gui.publish.check_references import reference_faults
from azmodels_gui.publish.faults import Fault, Severity, parts, warning

_UNKNOWN = "this version does not know the word {!r}"

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
        *(warning(fact.place, _UNKNOWN.format(fact.word)) for fact in unknown_facts(catalog)),
        *reference_faults(catalog, found),
        *price_faults(catalog),
        *(fault for path, part in found for fault in figure_faults(path, part)),
    ]
    # A stable sort: inside errors and warnings, faults stay in the order they were found.
    return sorted(faults, key=lambda fault: fault.severity is Severity.WARNING)


def _publication_faults(catalog: Catalog, today: date | None) -> Iterator[Fault]:
    if today is not None and catalog.published > today:
        yield Fault("published", f"{catalog.published} has not come yet")
    if not str(catalog.serial).startswith(f"{catalog.published:%Y%m%d}"):
        yield warning(
            "serial", f"{catalog.serial} does not begin with the day of {catalog.published}"
        )
    for number, source in enumerate(catalog.sources):
        if source.as_of > catalog.published.isoformat():
            yield warning(
                f"sources[{number}].as_of", f"{source.as_of} is after {catalog.published}"
            )
