# SPDX-License-Identifier: MIT
"""What a check found, and the walk over a catalogue that names each place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from msgspec.structs import asdict

from azmodels_gui.catalog.part import CatalogPart


class Severity(StrEnum):
    """Whether a fault forbids publishing."""

    ERROR = "error"
    WARNING = "warning"
    """Worth a look; may be just what the sources say."""


@dataclass(frozen=True)
class Fault:
    """Something wrong or odd in a catalogue."""

    path: str
    """Place inside the document: `models[3].prices[12].amount`."""
    message: str
    severity: Severity = Severity.ERROR


def warning(path: str, message: str) -> Fault:
    """Return a fault that does not forbid publishing."""
    return Fault(path, message, Severity.WARNING)


def parts(part: CatalogPart, path: str = "") -> Iterator[tuple[str, CatalogPart]]:
    """Yield a part and everything inside it, each with its place; outer parts first."""
    yield path, part
    for name, value in asdict(part).items():
        place = f"{path}.{name}" if path else name
        if isinstance(value, CatalogPart):
            yield from parts(value, place)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, CatalogPart):
                    yield from parts(item, f"{place}[{number}]")
