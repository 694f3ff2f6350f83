# SPDX-License-Identifier: MIT
"""The views of the Regions page, in their order; each is imported when first looked at."""

from collections.abc import Callable
from dataclasses import dataclass

from azmodels_gui.language.words import N_, NC_
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.regions.region_part import RegionPart, RegionScope


@dataclass(frozen=True)
class RegionPartSpec:
    """A view that is not made yet."""

    key: str
    words: str
    make: Callable[[PageParts, RegionScope], RegionPart]
    uses: tuple[str, ...] = ()
    """Choices of the toolbar that change what it shows; without entries it is never empty."""


def _matrix(parts: PageParts, scope: RegionScope) -> RegionPart:
    from azmodels_gui.window.regions.matrix_part import MatrixPart

    return MatrixPart(parts, scope)


def _map(parts: PageParts, scope: RegionScope) -> RegionPart:
    from azmodels_gui.window.regions.map_part import MapPart

    return MapPart(parts, scope)


def _coverage(parts: PageParts, scope: RegionScope) -> RegionPart:
    from azmodels_gui.window.regions.coverage_part import CoveragePart

    return CoveragePart(parts, scope)


def _features(parts: PageParts, scope: RegionScope) -> RegionPart:
    from azmodels_gui.window.regions.features_part import FeaturesPart

    return FeaturesPart(parts, scope)


def _region(parts: PageParts, scope: RegionScope) -> RegionPart:
    from azmodels_gui.window.regions.region_page import RegionPagePart

    return RegionPagePart(parts, scope)


def _zones(parts: PageParts, scope: RegionScope) -> RegionPart:
    from azmodels_gui.window.regions.zones_part import ZonesPart

    return ZonesPart(parts, scope)


COVERAGE = "coverage"
REGION_PARTS: tuple[RegionPartSpec, ...] = (
    RegionPartSpec(
        "matrix",
        N_("Matrix"),
        _matrix,
        ("entries", "deployment_type", "order", "every_region"),
    ),
    RegionPartSpec("map", N_("Map"), _map, ("entries", "deployment_type")),
    RegionPartSpec(COVERAGE, NC_("view of the regions", "Coverage"), _coverage),
    RegionPartSpec("features", NC_("view of the models", "Features"), _features, ("entries",)),
    RegionPartSpec("region", N_("Region"), _region),
    RegionPartSpec("zones", N_("Data zones"), _zones),
)
