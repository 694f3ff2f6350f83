# SPDX-License-Identifier: MIT
"""What stands under the place where a price is missing: the nearest that has one, a click away."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from azmodels_gui.answers.price_place import PricePlace, price_place
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.answer_cells import message
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import RADIUS_PX, SPACE_M, SPACE_S, Tone
from azmodels_gui.window.widgets.texts import plain_label, without_mnemonic
from azmodels_gui.window.widgets.tones import set_text_colour


class PriceNotice(QWidget):
    """Hidden while nothing is missing, or nobody states it.

    Signals:
        taken: the `PricePlace` whose prices the user takes.
    """

    taken = Signal(object)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._place: PricePlace | None = None
        self._asked: tuple[object, ...] | None = None
        self.text = plain_label(selectable=True)
        self.button = QToolButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        line.setSpacing(SPACE_M)
        line.addWidget(self.text, 1)
        line.addWidget(self.button)
        self.button.setProperty("framed", True)
        self.button.clicked.connect(self._on_clicked)
        self.hide()

    def show_found(self, found: Estimate | None) -> None:
        """Offer the nearest region with a price that an estimate lacks."""
        asked = None if found is None else _asked(found)
        if asked == self._asked:
            return  # another load has the same prices, and looking for them costs milliseconds
        self._asked = asked
        self._place = None if found is None else price_place(found)
        self.setVisible(self._place is not None)
        if found is None or self._place is None:
            return
        order = SheetOrder(found.catalog, found.question.day, self._language)
        self.text.setText(message(self._place.said, order))
        words = tr("Take the prices of {region}").format(region=self._place.region.name)
        self.button.setText(without_mnemonic(words))

    def take_look(self) -> None:
        """Take the colours of the look."""
        set_text_colour(self.text, self._theme.tokens.inks[Tone.WARN].text)

    @Slot()
    def _on_clicked(self) -> None:
        self.taken.emit(self._place)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._theme.tokens.inks[Tone.WARN]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(ink.edge))
        painter.setBrush(QColor(ink.fill))
        edge = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_PX, RADIUS_PX)
        painter.end()


def _asked(found: Estimate) -> tuple[object, ...]:
    """Return all that decides which prices are wanted, and which are missing."""
    question = found.question
    deployment = question.deployment
    kinds = tuple(tuple(workload.amounts) for workload in deployment.workloads)
    missing = (found.payg_monthly is None, *(each is None for each in found.ptu_monthly.values()))
    where = (deployment.entry.key, deployment.deployment_type.id, deployment.region)
    how = (question.tier, question.terms, question.overrides, question.day, id(found.catalog))
    return (*where, *how, kinds, missing, deployment.workloads[0].long_context)
