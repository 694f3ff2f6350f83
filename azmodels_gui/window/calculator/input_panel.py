# SPDX-License-Identifier: MIT
"""The calculator's fields, left of the results."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.catalog.terms import PriceTier
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window.calculator.asking import Asker
from azmodels_gui.window.calculator.choices import Choices, Listed
from azmodels_gui.window.calculator.fields import ChoiceField, FigureField
from azmodels_gui.window.calculator.inputs import Inputs
from azmodels_gui.window.calculator.sections import SECTIONS, FieldSpec, told
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.column_scroll import ColumnScroll
from azmodels_gui.window.widgets.tones import scaled, set_text_colour

CONTEXT = "Presets"


@dataclass(frozen=True)
class Preset:
    """One request of a kind of use, in tokens."""

    key: str
    words: str
    input_tokens: int
    cached_percent: int
    output_tokens: int
    average_percent: int
    processing: PriceTier = PriceTier.STANDARD


PRESETS = (
    Preset("chat", N_("Chat"), 1_200, 40, 300, 35),
    Preset("rag", N_("Answers from own documents (RAG)"), 5_000, 20, 400, 35),
    Preset("documents", N_("Document analysis"), 12_000, 5, 800, 30),
    Preset("code", N_("Writing code"), 8_000, 60, 1_000, 40),
    Preset(
        "batch",
        N_("Batch processing"),
        4_000,
        0,
        500,
        100,
        PriceTier.BATCH,
    ),
)


def with_preset(inputs: Inputs, preset: Preset) -> Inputs:
    """Return the inputs with the requests of a preset; where and what to pay stay."""
    return replace(
        inputs,
        input_tokens=Decimal(preset.input_tokens),
        cached_percent=Decimal(preset.cached_percent),
        cache_write_tokens=Decimal(0),
        output_tokens=Decimal(preset.output_tokens),
        image_input_tokens=Decimal(0),
        image_output_tokens=Decimal(0),
        long_context=False,
        average_percent=Decimal(preset.average_percent),
        processing=preset.processing.value,
    )


SEARCHABLE = ("entry", "region")
KEY_SEPARATOR = "\n"


class InputPanel(ColumnScroll):
    """Shows `Inputs` and tells every change of one as a new value.

    Signals:
        inputs_asked: the `Inputs` with what the user changed.
    """

    inputs_asked = Signal(object)

    def __init__(self, theme: Theme, asker: Asker, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._choices = Choices(asker, language)
        self._inputs = Inputs()
        self._labels: list[tuple[FieldSpec, QLabel]] = []
        self._headings: list[tuple[str, QLabel]] = []
        self.fields: dict[str, FigureField | ChoiceField] = {}
        self._offered: dict[str, Listed] = {}
        self.preset = QToolButton()
        self.preset_menu = QMenu(self)
        self._build()
        for field in self.fields.values():
            if isinstance(field, FigureField):
                field.set_language(language)
        self._write_words()
        self.show_inputs(self._inputs)
        self._take_look()
        theme.changed.connect(self._take_look)

    def set_asker(self, asker: Asker) -> None:
        """Offer what another catalogue has, from the next `show_inputs` on."""
        self._choices = Choices(asker, self._language)

    def show_inputs(self, inputs: Inputs) -> None:
        """Show the inputs, without a signal."""
        self._inputs = inputs
        region = self.fields["region"]
        if isinstance(region, ChoiceField):
            region.find_also(self._choices.region_words)
        for name, choices in self._choices.all(inputs):
            field = self.fields[name]
            if isinstance(field, ChoiceField) and self._offered.get(name) != choices:
                self._offered[name] = choices
                field.set_choices(choices)
        for name, field in self.fields.items():
            value = _shown(inputs, name)
            if isinstance(field, ChoiceField):
                field.show_choice(value)
            else:
                field.show_figure(value)
        self.fields["exchange_rate"].setEnabled(inputs.currency != "USD")

    def typed(self) -> dict[str, str]:
        """Return the letters of marked fields by their names: no figures yet, but typed."""
        fields = self.fields.items()
        letters = {name: each.typed() for name, each in fields if isinstance(each, FigureField)}
        return {name: text for name, text in letters.items() if text}

    def type_again(self, typed: dict[str, str]) -> None:
        """Let these letters stand in their fields, as `typed` returned them."""
        for name, text in typed.items():
            field = self.fields.get(name)
            if isinstance(field, FigureField):
                field.type_again(text)

    def forget_typing(self) -> None:
        """Leave it to the steps of the page to take back and bring back."""
        for field in self.fields.values():
            if isinstance(field, FigureField):
                field.forget_typing()

    def _write_words(self) -> None:
        for words, heading in self._headings:
            heading.setText(told(words))
        for spec, label in self._labels:
            label.setText(told(spec.words))
            self._tell_field(spec, self.fields[spec.name])
        self._align_labels()
        self.preset.setText(tr("Example ..."))
        self.preset.setToolTip(
            tool_tip(tr("Fill in the requests of a typical use. Examples, not measurements."))
        )
        self._fill_presets()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return the fields as one reads them."""
        return tuple(self.fields.values())

    def _align_labels(self) -> None:
        """Let the fields of all sections begin at one line."""
        widest = max(label.sizeHint().width() for _, label in self._labels)
        for _, label in self._labels:
            label.setMinimumWidth(widest)

    def _tell_field(self, spec: FieldSpec, field: FigureField | ChoiceField) -> None:
        field.setAccessibleName(told(spec.words))
        tip = tool_tip(told(spec.tip)) if spec.tip else ""
        if isinstance(field, FigureField):
            field.set_unit(told(spec.unit))
            field.setSpecialValueText(told(spec.empty))
            field.set_tip(tip)
        elif tip:
            field.setToolTip(tip)

    def _build(self) -> None:
        body = QWidget()
        body.setObjectName("calculator_inputs")
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_XS)
        for section in SECTIONS:
            heading = QLabel()
            self._headings.append((section.words, heading))
            line = QHBoxLayout()
            line.setContentsMargins(0, SPACE_S, 0, 0)
            line.addWidget(heading, 1)
            if len(self._headings) == 2:
                line.addWidget(self.preset)
            column.addLayout(line)
            column.addLayout(self._form(section.fields))
        column.addStretch(1)
        self.preset.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.preset.setMenu(self.preset_menu)
        self.setWidget(body)

    def _form(self, specs: tuple[FieldSpec, ...]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE_L)
        form.setVerticalSpacing(SPACE_XS)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for spec in specs:
            label, field = QLabel(), self._field(spec)
            label.setBuddy(field)
            self._labels.append((spec, label))
            self.fields[spec.name] = field
            form.addRow(label, field)
        return form

    def _field(self, spec: FieldSpec) -> FigureField | ChoiceField:
        field: FigureField | ChoiceField
        if spec.bounds is None:
            field = ChoiceField(searchable=spec.name in SEARCHABLE)
        else:
            field = FigureField(spec.bounds, self._theme)
        field.setObjectName(spec.name)
        field.edited.connect(self._on_edited)
        return field

    def _fill_presets(self) -> None:
        self.preset_menu.clear()
        for preset in PRESETS:
            words = told_preset(preset.words)
            action = self.preset_menu.addAction(words)
            action.setData(preset.key)
            action.triggered.connect(self._on_preset)

    @Slot()
    def _on_preset(self) -> None:
        action = self.sender()
        for preset in PRESETS:
            if isinstance(action, QAction) and preset.key == action.data():
                self.inputs_asked.emit(with_preset(self._inputs, preset))

    @Slot()
    def _on_edited(self) -> None:
        sender = self.sender()
        name = sender.objectName() if sender is not None else ""
        if name in self.fields:
            self.inputs_asked.emit(replace(self._inputs, **_read(self.fields[name], name)))

    @Slot()
    def _take_look(self) -> None:
        for _, heading in self._headings:
            font = scaled(self.font(), NOTE_PT, bold=True)
            font.setCapitalization(font.Capitalization.AllUppercase)
            heading.setFont(font)
            set_text_colour(heading, self._theme.tokens.muted)
        for _, label in self._labels:
            set_text_colour(label, self._theme.tokens.muted)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self._take_look()  # moving into the window cost the labels their look
        super().showEvent(event)


def told_preset(words: str) -> str:
    """Return a preset's name in the language on show."""
    return tr(words)


def _shown(inputs: Inputs, name: str) -> Any:
    """Return what a field shows."""
    match name:
        case "entry":
            return f"{inputs.model}{KEY_SEPARATOR}{inputs.version}"
        case "context_band":
            return "long" if inputs.long_context else "short"
        case "deployed_ptu" | "reserved_ptu" | "exchange_rate":
            return getattr(inputs, name) or 0
    return getattr(inputs, name)


def _read(field: FigureField | ChoiceField, name: str) -> dict[str, Any]:
    """Return the attributes of `Inputs` that a field stands for."""
    if isinstance(field, FigureField):
        figure = field.figure()
        match name:
            case "deployed_ptu" | "reserved_ptu":
                return {name: int(figure) or None}
            case "exchange_rate":
                return {name: figure or None}
        return {name: figure}
    value = field.choice()
    match name:
        case "entry":
            model, _, version = value.partition(KEY_SEPARATOR)
            return {"model": model, "version": version}
        case "context_band":
            return {"long_context": value == "long"}
    return {name: value}
