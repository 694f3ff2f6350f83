# SPDX-License-Identifier: MIT
"""What the user asks of a sheet beside its kind: language, day, client, regions, currency."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.reports.cells import Cells
from azmodels_gui.reports.conversion import Conversion
from azmodels_gui.reports.sheet import Logo
from azmodels_gui.reports.sheet_words import SheetWords

MAX_NOTE = 4_000
"""Characters of a note."""
MAX_LINE = 500
"""Characters of a client's name or a title; longer ones are cut."""


@dataclass(frozen=True)
class SheetOrder:
    """From where, for whom and how a sheet is made. Nothing in it depends on the program."""

    catalog: Catalog
    day: date
    language: str = "en"
    regions: tuple[Region, ...] = ()
    """Regions the sheet is about; empty: all."""
    conversion: Conversion = field(default_factory=Conversion)
    title: str = ""
    """Instead of the sheet's own title."""
    client: str = ""
    note: str = ""
    logo: Logo | None = None

    @cached_property
    def words(self) -> SheetWords:
        """Words of the sheet's language."""
        return SheetWords(self.language)

    @cached_property
    def cells(self) -> Cells:
        """What makes the sheet's cells."""
        return Cells(self.words, self.conversion)

    @cached_property
    def region_names(self) -> dict[str, str]:
        """Names of all regions by id."""
        return {region.id: region.name for region in self.catalog.regions}

    @cached_property
    def kind_names(self) -> dict[str, str]:
        """Short names of deployment types in the sheet's language."""
        return {kind.id: self.kind_name(kind) for kind in self.catalog.deployment_types}

    def kind_name(self, kind: DeploymentType) -> str:
        """Return the name of a deployment type in the sheet's language."""
        return kind.name.in_language(self.language)
