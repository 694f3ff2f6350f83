# SPDX-License-Identifier: MIT
"""The regions that availability and prices are compared in, or all of a data zone at once."""

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.language.shown import tr
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.widgets.chips import RegionChips, RegionWords

FIELD_EM = 26
ZONE = "zone:"
"""Before the id of a data zone, all regions of which are added at once."""


class ComparedRegions(RegionChips):
    """None chosen means all regions."""

    def __init__(self, theme: Theme, catalog: Catalog, language: str) -> None:
        words = RegionWords(
            tr("All regions; add one"),
            tr("Add region"),
            tr("Remove this region from the comparison"),
        )
        super().__init__(theme, words)
        self._language = language
        self.field.setFixedWidth(FIELD_EM * self.fontMetrics().averageCharWidth())
        self.show_catalog(catalog)

    def show_catalog(self, catalog: Catalog) -> None:
        """Offer the regions of another catalogue; those it lacks wait for one that has them."""
        regions = sorted(catalog.regions, key=lambda region: region.name)
        self._regions = {region.id: region for region in regions}
        names, groups = {}, {}
        for zone in catalog.data_zones:
            inside = [region.id for region in regions if region.data_zone == zone.id]
            words = tr("{zone}: all {count} regions").replace("{count}", str(len(inside)))
            key = f"{ZONE}{zone.id}"
            names[key] = words.replace("{zone}", zone.name.in_language(self._language))
            groups[key] = inside
        self.offer(names | {region.id: region.name for region in regions}, groups)

    def chosen(self) -> tuple[Region, ...]:
        """Return the chosen regions in their order."""
        return tuple(self._regions[each] for each in self.ids() if each in self._regions)
