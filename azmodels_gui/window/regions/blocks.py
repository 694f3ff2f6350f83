# SPDX-License-Identifier: MIT
"""What a page consists of, before it becomes widgets on the screen or text on paper."""

from dataclasses import dataclass

from azmodels_gui.catalog.document import Region
from azmodels_gui.window.models.panes.pane import Fact
from azmodels_gui.window.regions.region_lines import EntryGroup
from azmodels_gui.window.theme.tokens import Tone


@dataclass(frozen=True)
class Heading:
    """A small heading."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A text."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Note:
    """A text that must not be missed."""

    text: str


@dataclass(frozen=True)
class Facts:
    """Figures with their names."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class RegionLink:
    """The name of a region, which leads to its page."""

    region: Region


@dataclass(frozen=True)
class Table:
    """Lines under headings that fold."""

    name: str
    headers: tuple[str, ...]
    groups: tuple[EntryGroup, ...]


Block = Heading | Paragraph | Note | Facts | RegionLink | Table
