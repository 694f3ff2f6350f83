# SPDX-License-Identifier: MIT
"""What the views of the Regions page show: entries, deployment type, order; and which view."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QToolButton, QWidget

from azmodels_gui.catalog.document import DeploymentType
from azmodels_gui.language.words import tr
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.regions.region_part import EntrySet, RegionChoice, RegionOrder
from azmodels_gui.window.regions.region_parts import REGION_PARTS
from azmodels_gui.window.theme import SPACE_M, SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import FlowLayout
from azmodels_gui.window.widgets.one_of import OneOf

NARROWEST_PX = 110
"""A choice gives way to this width before the window has to grow."""

LINE_PX = 820
"""Narrower than a line of choices of usual type no window needs to be."""


class RegionToolbar(QWidget):
    """Choices on the left, views and actions on the right.

    Signals:
        choice_asked: the `RegionChoice` the user wants.
    """

    choice_asked = Signal(object)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._choice = RegionChoice()
        self._shown: EntrySet | None = EntrySet.FILTER
        self._language = language
        self.entries, self.deployment_type, self.order = (ChoiceField() for _ in range(3))
        self.every_region = QCheckBox()
        self.part_buttons = {spec.key: QToolButton() for spec in REGION_PARTS}
        self.export_button, self.present_button = QToolButton(), QToolButton()
        self._parts = OneOf(self.part_buttons, self)
        self._build_choices()
        self._build_views()
        FollowingIcon(self.export_button, "file-output", theme)
        FollowingIcon(self.present_button, "presentation", theme)
        self._lay_out()
        self.show_kinds(())
        self.show_choice(self._choice, self._shown)
        self._connect()

    def first_choice(self) -> QWidget:
        """Return the first choice on show: of the entries, else of the view."""
        view = self.part_buttons[self._parts.value()]
        return view if self.entries.isHidden() else self.entries

    def show_choice(self, choice: RegionChoice, entries: EntrySet | None) -> None:
        """Show what is chosen, without a signal; and the entries on show, chosen or not."""
        self._choice, self._shown = choice, entries
        self.entries.show_choice(entries.value if entries else "")
        self.deployment_type.show_choice(choice.deployment_type)
        self.order.show_choice(choice.order.value)
        with QSignalBlocker(self.every_region):
            self.every_region.setChecked(choice.every_region)
        known = choice.part in self.part_buttons
        self._parts.show_value(choice.part if known else REGION_PARTS[0].key)
        self._show_used(choice.part)

    def show_counts(self, fitting: int, pinned: int) -> None:
        """Say how many entries each choice would show."""
        fits, pins = (formats.number(count, self._language) for count in (fitting, pinned))
        self.entries.set_choices(
            (
                (EntrySet.FILTER.value, tr("As filtered: {count}").format(count=fits)),
                (EntrySet.PINNED.value, tr("Pinned: {count}").format(count=pins)),
            )
        )

    def show_filter(self, pieces: Sequence[str]) -> None:
        """Tell which filter leaves the entries, since the filter itself is on another page."""
        words = "\n".join(pieces) or tr("No filter: all entries")
        self.entries.setToolTip(tool_tip(words))
        self.entries.setAccessibleDescription(words)

    def show_kinds(self, kinds: Iterable[DeploymentType]) -> None:
        """Offer the deployment types of a catalogue."""
        named = [(kind.id, kind.name.in_language(self._language)) for kind in kinds]
        self.deployment_type.set_choices((("", tr("All deployment types")), *named))

    def _show_used(self, part: str) -> None:
        """Leave out the choices that change nothing."""
        used = next((spec.uses for spec in REGION_PARTS if spec.key == part), REGION_PARTS[0].uses)
        self.entries.setVisible("entries" in used)
        self.deployment_type.setVisible("deployment_type" in used)
        self.order.setVisible("order" in used)
        self.every_region.setVisible("every_region" in used)
        self.export_button.setVisible("order" in used)

    def _build_choices(self) -> None:
        for field, name, letters in (
            (self.entries, tr("Which entries"), 17),
            (self.deployment_type, tr("Which deployment type"), 23),
            (self.order, tr("Order of the regions"), 21),
        ):
            field.setAccessibleName(name)
            field.setMinimumContentsLength(letters)
            field.setMinimumWidth(NARROWEST_PX)
        self.show_counts(0, 0)
        self.order.set_choices(
            (
                (RegionOrder.PLACE.value, tr("Regions by data zone")),
                (RegionOrder.COUNT.value, tr("Regions by number offered")),
            )
        )
        self.every_region.setText(tr("&All regions"))
        hint = tr("Also regions in which nothing in the catalogue is offered")
        self.every_region.setToolTip(tool_tip(hint))

    def _build_views(self) -> None:
        for spec in REGION_PARTS:
            button = self.part_buttons[spec.key]
            button.setText(tr(spec.words))
            button.setProperty("kind", "page")
        self.export_button.setText(tr("Export"))
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        kept = self.export_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the views beside it stay where they are
        self.export_button.setSizePolicy(kept)
        self.present_button.setText(tr("Full screen"))
        keys = QKeySequence("F11").toString(QKeySequence.SequenceFormat.NativeText)
        self.present_button.setToolTip(tr("Presentation mode ({keys})").format(keys=keys))
        for button in (self.export_button, self.present_button):
            button.setProperty("kind", "framed")
        for button in (*self.part_buttons.values(), self.export_button, self.present_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        self.setObjectName("region_toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        flow = FlowLayout(self, SPACE_XS, last_right=True)
        flow.setContentsMargins(SPACE_M, SPACE_XS + 2, SPACE_M, SPACE_XS + 2)
        choices = (self.entries, self.deployment_type, self.order, self.every_region)
        views = (*self.part_buttons.values(), self.export_button, self.present_button)
        for parts in (choices, views):
            side = QWidget()
            flow.addWidget(side)
            line = FlowLayout(side, SPACE_S, line_px=LINE_PX)
            for part in parts:
                line.addWidget(part)

    def _connect(self) -> None:
        for field in (self.entries, self.deployment_type, self.order):
            field.edited.connect(self._on_edited)
        self.every_region.toggled.connect(self._on_edited)
        self._parts.chosen.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        entries = EntrySet(self.entries.choice())
        self.choice_asked.emit(
            replace(
                self._choice,
                entries=self._choice.entries if entries is self._shown else entries,
                deployment_type=self.deployment_type.choice(),
                order=RegionOrder(self.order.choice()),
                every_region=self.every_region.isChecked(),
                part=self._parts.value() or self._choice.part,
            )
        )
