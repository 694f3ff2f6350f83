# SPDX-License-Identifier: MIT
"""What the dialogs of the menus Catalogue and Help say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from azmodels_gui import __version__
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window.catalog_age import CatalogAge
from azmodels_gui.window.theme.tokens import SPACE_L, SPACE_M, TITLE_PT
from azmodels_gui.window.widgets.texts import plain_label
from azmodels_gui.window.widgets.tones import scaled

WIDTH_PX = 520


class TextDialog(QDialog):
    """A title and paragraphs, plain text; `open` it, nothing waits for it."""

    def __init__(
        self, title: str, paragraphs: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        heading = plain_label(title)
        heading.setFont(scaled(self.font(), TITLE_PT, bold=True))
        column.addWidget(heading)
        self.text, self.area = QWidget(), QScrollArea()
        self._write(paragraphs)
        column.addWidget(self.area, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        room = self.screen().availableSize().height() * 2 // 3  # what Qt gives it at most
        around = column.sizeHint().height() - self.area.sizeHint().height()
        asked = self.text.heightForWidth(WIDTH_PX - 2 * SPACE_L)
        self.resize(WIDTH_PX, min(around + asked, room))

    def _write(self, paragraphs: Sequence[str]) -> None:
        """Write the paragraphs; where the screen is too low for them, none is cut off."""
        lines = QVBoxLayout(self.text)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_M)
        for paragraph in paragraphs:
            lines.addWidget(plain_label(paragraph))
        lines.addStretch(1)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.text)


def open_help(name: str, index: CatalogIndex, language: str, parent: QWidget) -> None:
    """Open the dialog of one action; nothing waits for it."""
    match name:
        case "about_catalog":
            title = tr("About this catalogue")
            texts = about_catalog(index, language)
        case "signs":
            title = tr("Signs and keys")
            texts = signs_and_keys()
        case _:
            title, texts = "azmodels", about_program(__version__)
    TextDialog(title, texts, parent).open()


def about_catalog(index: CatalogIndex, language: str) -> tuple[str, ...]:
    """Return what the catalogue says of itself, how old its facts are, and how much it holds."""
    catalog = index.catalog
    counts = tr("{models} models in {versions} versions, {regions} regions, {sources} sources")
    versions = sum(len(model.versions) for model in catalog.models)
    return tuple(
        text
        for text in (
            catalog.title,
            "\n".join(CatalogAge.of(index).lines(language)),
            counts.format(
                models=len(catalog.models),
                versions=versions,
                regions=len(catalog.regions),
                sources=len(catalog.sources),
            ),
            catalog.attribution,
        )
        if text
    )


def signs_and_keys() -> tuple[str, ...]:
    """Return what the signs of the pages mean, and the keys that are not in a menu."""
    return tuple(tr(text) for text in _SIGNS_AND_KEYS)


def about_program(version: str) -> tuple[str, ...]:
    """Return what the program is, and what it is not."""
    return (
        tr("Version {version}").format(version=version),
        tr(
            "A catalogue of Azure OpenAI and Microsoft Foundry models that works offline. It is "
            "made from public sources, is not a product of Microsoft, and is no offer and no "
            "legal advice."
        ),
        tr("The outlines of the map are Natural Earth's, public domain."),
    )


_SIGNS_AND_KEYS = (
    N_(
        "■ regional: processed in the region itself. ◐ data zone: processed somewhere in "
        "the zone, for example the EU. ○ global: may be processed anywhere in the world, "
        "even when it is offered from the region."
    ),
    N_(
        "“Unknown” means that no source says anything about it. It never means “no”. "
        "“Conflicting sources” means that two sources disagree; the details show both."
    ),
    N_(
        "Red and “past its date”: the retirement date has passed, whatever stage the "
        "source still names. Amber: 90 days or fewer are left."
    ),
    N_(
        "Keys: Ctrl+F searches, Esc empties the search, Down goes to the table, Space pins "
        "or checks, F6 goes from filters to table to details."
    ),
    N_(
        "In the matrix of regions: upper line regional, middle line data zone, lower line "
        "global; left per token, middle PTU, right batch. A dot or a dash: not offered, ?: "
        "unknown, !: conflicting sources. Enter opens the model, R chooses the region, "
        "Ctrl+C copies the selected cells. Arrow keys lead on into the headings, where Enter "
        "opens the page of the region."
    ),
    N_(
        "F11 shows the page alone on the whole screen, in large type: the arrow keys go "
        "through the pinned models, Esc leaves."
    ),
    N_(
        "In charts: left and right tell values, Enter takes the size. In the load of a day "
        "they go from hour to hour, up and down change its load. Ctrl+K brings the selected "
        "model into the calculator."
    ),
    N_(
        "Among the compared models: ▲ is the best of the values known, ≠ a line in which they "
        "differ. Enter or a click folds a section; Ctrl with Left, Right, Home or End moves a "
        "column, Delete takes it away, Ctrl+Z brings it back; Enter or a double click opens the "
        "model. Ctrl+P shows what will be printed, Ctrl+E saves a sheet for a client."
    ),
    N_(
        "F5 asks for a newer catalogue; a catalogue file can also be dropped on the window. "
        "Whatever goes wrong, the catalogue on show stays. “What's new” shows the difference "
        "to the one before and which models are retired next."
    ),
    N_(
        "On the map: arrows go from region to region, Page Down and Page Up by how much they "
        "offer, Enter chooses, Shift and arrows move the map, + and - zoom, Home shows the "
        "world."
    ),
    N_(
        "A region chosen in the matrix, on the map or in the answer to “Where can we have all "
        "of them?” stands out in every view. Models taken out of the question stay on the "
        "page. Ctrl+P prints the view on show."
    ),
)
