# SPDX-License-Identifier: MIT
"""What the dialogs of the menus Catalogue and Help say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from azmodels_gui import __version__
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.shown import tr
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
