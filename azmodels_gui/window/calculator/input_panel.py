# SPDX-License-Identifier: MIT
"""The calculator's fields, left of the results."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
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

from azmodels_gui.answers.price_place import PricePlace
from azmodels_gui.answers.sizing import load_section
from azmodels_gui.calculator.agreed import AGREED
from azmodels_gui.calculator.asking import Answer, Asker
from azmodels_gui.calculator.choosing import placed, processing_place
from azmodels_gui.calculator.inputs import (
    REQUEST_PRESETS,
    Inputs,
    fields_of,
    is_example,
    usage_of,
    with_request,
    with_usage,
)
from azmodels_gui.language.words import tr
from azmodels_gui.window.calculator.agreed_line import AgreedLine
from azmodels_gui.window.calculator.choices import Choices, Listed
from azmodels_gui.window.calculator.fields import ChoiceField, FigureField
from azmodels_gui.window.calculator.input_parts import (
    WAYS,
    FoldingHeading,
    PriceNotice,
    ProfileLine,
    Segments,
    TextTokensDialog,
    WhatFollows,
)
from azmodels_gui.window.calculator.sections import SECTIONS, FieldSpec, SectionSpec, told
from azmodels_gui.window.calculator.sections import label as label_of
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.layouts import ColumnScroll
from azmodels_gui.window.widgets.tab_stop import TabAnchor, follow
from azmodels_gui.window.widgets.texts import scaled, set_text_colour

SEARCHABLE = ("entry", "region")
KEY_SEPARATOR = "\n"


Field = FigureField | ChoiceField
_SPECS = {spec.name: (section, spec) for section in SECTIONS for spec in section.fields}


class _Fields(dict[str, Field]):
    """Fields by name; one is made when it is first seen or asked for: two of three never are."""

    def __init__(self, made: Callable[[str], Field]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, name: str) -> Field:
        return self._made(name)


class InputPanel(ColumnScroll):
    """Shows `Inputs` and tells every change of one as a new value.

    Signals:
        inputs_asked: the `Inputs` with what the user changed.
        way_asked: the `LoadFrom` by which the user wants to state the load.
        folded: a heading was folded or unfolded.
    """

    inputs_asked = Signal(object)
    way_asked = Signal(object)
    folded = Signal()

    def __init__(
        self,
        theme: Theme,
        asker: Asker,
        language: str,
        client: OpenClient,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        self._theme = theme
        self.language = language
        self._choices = Choices(asker, language)
        self._inputs = Inputs()
        self._labels: list[QLabel] = []
        self._titles: list[QLabel] = []
        self._forms: dict[str, QFormLayout] = {}
        self.fields: dict[str, Field] = _Fields(self._make)
        self.headings: dict[str, FoldingHeading] = {}
        self._offered: dict[str, Listed] = {}
        self._label_px = 0
        self._anchor = TabAnchor(self)
        # Made where they stay: see `MainWindow._build`.
        self._body = body = QWidget(self.viewport(), visible=False)
        self.segments = Segments(WAYS, tr("The load is stated as"), body)
        self.example = QLabel(tr("Example"), body)
        self.profile = ProfileLine(theme, body)
        self.follows = WhatFollows(theme, language, body)
        self.prices = PriceNotice(theme, language)
        self.agreed = AgreedLine(theme, language, client, asker.today, body)
        self.preset = QToolButton(body)
        self.text_button = QToolButton(body)
        self.preset_menu = QMenu(self)
        self._align_labels()
        self._write_words()
        self.segments.chosen.connect(self.way_asked)
        self.prices.taken.connect(self._on_taken)
        self.agreed.inputs_asked.connect(self.inputs_asked)
        self.text_button.clicked.connect(self._on_text)

    def set_asker(self, asker: Asker) -> None:
        """Offer what another catalogue has, from the next `show_inputs` on."""
        self._choices = Choices(asker, self.language)

    def show_inputs(self, inputs: Inputs) -> None:
        """Show the inputs, without a signal."""
        self._take(inputs)
        if self.widget() is None:
            self._build()  # not before: which fields are seen is known only now
        else:
            for name, field in tuple(self.fields.items()):
                self._show_in(field, name)
        self.agreed.show_inputs(inputs)
        self._show_load()
        self._show_request()

    def _show_in(self, field: Field, name: str) -> None:
        """Let a field show what the inputs say, and be there only where it is asked for."""
        if isinstance(field, ChoiceField):
            if self._offered.get(name) != self._listed[name]:
                if name == "region":
                    field.find_also(self._choices.region_words)
                self._offered[name] = self._listed[name]
                field.set_choices(self._listed[name])
            told = self._told
            field.show_choice(told[name] if name in told else getattr(self._inputs, name))
        else:
            field.show_figure(getattr(self._inputs, name) or Decimal(0))
        if name == "exchange_rate":
            field.setEnabled(self._inputs.currency != "USD")
        form, shown = self._forms[_SPECS[name][0].key], self._shown[name]
        if form.isRowVisible(field) is not shown:
            form.setRowVisible(field, shown)

    def show_answer(self, answer: Answer) -> None:
        """Show what the fields come to."""
        self.follows.show_load(None if answer.load is None else load_section(answer.load))
        self.prices.show_found(answer.estimate)

    def unfolded(self) -> tuple[str, ...]:
        """Return the keys of the sections that are unfolded."""
        return tuple(key for key, heading in self.headings.items() if heading.isChecked())

    def unfold(self, keys: Iterable[str]) -> None:
        """Unfold these sections, and fold the others."""
        asked = set(keys)
        for key, heading in self.headings.items():
            heading.setChecked(key in asked)

    def typed(self) -> dict[str, str]:
        """Return the letters of marked fields by their names: no figures yet, but typed."""
        fields = self.fields.items()
        letters = {name: each.typed() for name, each in fields if isinstance(each, FigureField)}
        return {name: text for name, text in letters.items() if text}

    def type_again(self, typed: dict[str, str]) -> None:
        """Let these letters stand in their fields, as `typed` returned them."""
        for name, text in typed.items():
            field = self.fields[name]
            if isinstance(field, FigureField):
                field.type_again(text)

    def forget_typing(self) -> None:
        """Leave it to the steps of the page to take back and bring back."""
        for field in self.fields.values():
            if isinstance(field, FigureField):
                field.forget_typing()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return the fields as one reads them."""
        return tuple(self.fields[name] for name in _SPECS if name in self.fields)

    def _take(self, inputs: Inputs) -> None:
        """Form what fields show of the inputs, and which of them are asked for."""
        self._inputs, asker = inputs, self._choices.asker
        self._listed = dict(self._choices.all(inputs))
        self._told = _told(inputs, asker)
        self._asked = fields_of(asker.entry(inputs), inputs)
        way = inputs.load_from
        self._shown = {name: way in spec.of for name, (_, spec) in _SPECS.items()} | self._asked
        if inputs.profile_file:
            self._shown["requests_per_minute"] = False

    def _show_load(self) -> None:
        """Show the way in which the load is stated, and whose load it is."""
        self.segments.show_way(self._inputs.load_from)
        self.profile.show_inputs(self._inputs)
        self.example.setVisible(is_example(self._inputs))

    def _show_request(self) -> None:
        """Make the fields that are seen now, and offer the headings that have any below them."""
        for section in SECTIONS:
            asked = [self._asked[each.name] for each in section.fields if each.name in self._asked]
            if asked and section.folds:
                self.headings[section.key].offer(any(asked))
            if not section.folds or self.headings[section.key].isChecked():
                self._make_seen(section)
        told = self._inputs.turns > 1 or self._inputs.system_prompt
        if told and not self.headings["conversation"].isChecked():
            self.headings["conversation"].setChecked(True)  # what counts is not folded away

    def _write_words(self) -> None:
        self.example.setToolTip(
            tool_tip(
                tr(
                    "Load and request are an example to begin with, nobody's. Change a figure, "
                    "and they are yours."
                )
            )
        )
        self.preset.setText(tr("Example ..."))
        self.preset.setToolTip(
            tool_tip(tr("Fill in the requests of a typical use. Examples, not measurements."))
        )
        self.text_button.setText(tr("Pages, words ..."))
        self.text_button.setToolTip(tool_tip(tr("Reckon the tokens of a request from its text")))
        self._fill_presets()

    def _align_labels(self) -> None:
        """Let the fields of all sections begin at one line."""
        metrics = self.fontMetrics()
        self._label_px = max(metrics.size(0, label_of(spec)).width() for _, spec in _SPECS.values())

    def _build(self) -> None:
        body = self._body
        body.setObjectName("calculator_inputs")
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_XS)
        for section in SECTIONS:
            self._add_section(section, column, body)
        column.addStretch(1)
        self.preset.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.preset.setMenu(self.preset_menu)
        follow(self._anchor, self._stops())
        self.setWidget(body)
        body.show()
        self._take_look()

    def _add_section(self, section: SectionSpec, column: QVBoxLayout, body: QWidget) -> None:
        content = QWidget(body)
        if section.key == "negotiated":
            column.addWidget(self.agreed)
        self._forms[section.key] = self._form(content)
        if section.folds:
            heading = self.headings[section.key] = FoldingHeading(
                told(section.words), content, body
            )
            heading.toggled.connect(self._on_folded)
            column.addWidget(heading)
        elif section.words:
            title, line = QLabel(told(section.words), body), QHBoxLayout()
            line.setContentsMargins(0, SPACE_S, 0, 0)
            line.addWidget(title, 1)
            beside = {"load": (self.example,), "request": (self.text_button, self.preset)}
            for each in beside.get(section.key, ()):
                line.addWidget(each)
            self._titles.append(title)
            column.addLayout(line)
        if section.key == "load":
            column.addWidget(self.segments)
            column.addWidget(self.profile)
        column.addWidget(content)
        if not section.folds:
            self._make_seen(section)
        if section.key == "tuning":
            column.addSpacing(SPACE_XS)
            column.addWidget(self.follows)

    def _stops(self) -> Iterator[QWidget]:
        """Yield what takes the keyboard, as one reads."""
        beside = {
            "load": (*self.segments.buttons.values(), *self.profile.in_tab_order()),
            "request": (self.text_button, self.preset),
            "negotiated": (self.agreed.take, self.agreed.keep),
        }
        for section in SECTIONS:
            yield from beside.get(section.key, ())
            if section.folds:
                yield self.headings[section.key]
            yield from (
                self.fields[each.name] for each in section.fields if each.name in self.fields
            )

    def _form(self, content: QWidget) -> QFormLayout:
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(SPACE_S)
        form.setVerticalSpacing(SPACE_XS)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        return form

    def _make_seen(self, section: SectionSpec) -> None:
        for spec in section.fields:
            if self._shown[spec.name]:
                _ = self.fields[spec.name]

    def _make(self, name: str) -> Field:
        """Make a field where it stands among those of its section that are there already."""
        section, spec = _SPECS[name]
        order = [each.name for each in section.fields if each.name in self.fields or each is spec]
        at = order.index(name)
        form = self._forms[section.key]
        content = form.parentWidget()
        label, field = QLabel(label_of(spec), content), self._field(spec, content)
        label.setBuddy(field)
        label.setMinimumWidth(self._label_px)
        form.insertRow(at, label, field)
        set_text_colour(label, self._theme.tokens.muted)
        self._labels.append(label)
        self.fields[name] = field
        if at:
            self.setTabOrder(self.fields[order[at - 1]], field)
        elif section.key in self.headings:
            self.setTabOrder(self.headings[section.key], field)
        elif len(order) > 1:  # behind that which was the first, then that behind this one
            self.setTabOrder(self.fields[order[1]], field)
            self.setTabOrder(field, self.fields[order[1]])
        self._show_in(field, name)
        return field

    def _field(self, spec: FieldSpec, content: QWidget | None) -> Field:
        field: Field
        tip = tool_tip(told(spec.tip)) if spec.tip else ""
        if spec.bounds is None:
            field = ChoiceField(content, searchable=spec.name in SEARCHABLE)
            field.setToolTip(tip)
        else:
            field = FigureField(spec.bounds, self._theme, content)
            field.set_unit(told(spec.unit))
            field.setSpecialValueText(told(spec.empty))
            field.set_tip(tip)
            field.set_language(self.language)
        field.setObjectName(spec.name)
        field.setAccessibleName(label_of(spec))
        field.edited.connect(self._on_edited)
        return field

    def _fill_presets(self) -> None:
        self.preset_menu.clear()
        for preset in REQUEST_PRESETS:
            action = self.preset_menu.addAction(tr(preset.words))
            action.setData(preset.key)
            action.triggered.connect(self._on_preset)

    @Slot()
    def _on_preset(self) -> None:
        action = self.sender()
        for preset in REQUEST_PRESETS:
            if isinstance(action, QAction) and preset.key == action.data():
                self.inputs_asked.emit(with_request(self._inputs, preset))

    @Slot()
    def _on_text(self) -> None:
        dialog = TextTokensDialog(self._theme, self.language, self)
        dialog.accepted.connect(self._on_text_accepted)
        dialog.open()

    @Slot()
    def _on_text_accepted(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, TextTokensDialog):
            into, out = dialog.tokens()
            inputs = self._inputs
            self.inputs_asked.emit(
                replace(
                    inputs,
                    input_tokens=into or inputs.input_tokens,
                    output_tokens=out or inputs.output_tokens,
                )
            )

    @Slot(object)
    def _on_taken(self, place: PricePlace) -> None:
        region = place.region.id
        self.inputs_asked.emit(
            replace(self._inputs, ptu_price_region=region)
            if place.ptu_only
            else replace(self._inputs, price_region=region)
        )

    @Slot()
    def _on_folded(self) -> None:
        self._show_request()
        self.folded.emit()

    @Slot()
    def _on_edited(self) -> None:
        sender = self.sender()
        name = sender.objectName() if sender is not None else ""
        if name in self.fields:
            self.inputs_asked.emit(self._changed(name))

    def _changed(self, name: str) -> Inputs:
        """Return the inputs with what a field says now."""
        field = self.fields[name]
        if name == "usage" and isinstance(field, ChoiceField):
            return with_usage(self._inputs, field.choice())
        if name == "processed_in" and isinstance(field, ChoiceField):
            return placed(self._choices.asker, self._inputs, field.choice())
        changed = replace(self._inputs, **_read(field, name))
        # What the user changes is no longer what was agreed.
        return replace(changed, agreed_on="") if name in AGREED else changed

    def _take_look(self) -> None:
        tokens = self._theme.tokens
        for title in (*self._titles, *self.headings.values()):
            title.setFont(scaled(self.font(), 0, bold=True))
        for label in (*self._labels, self.example):
            set_text_colour(label, tokens.muted)
        self.example.setFont(scaled(self.font(), NOTE_PT))
        self.follows.take_look()
        self.profile.take_look()
        self.prices.take_look()
        self.agreed.take_look()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self._take_look()  # moving into the window cost the labels their look
        super().showEvent(event)


_YES_OR_NO = ("system_cached", "fine_tuned")


def _told(inputs: Inputs, asker: Asker) -> dict[str, str]:
    """Return what those fields show that stand for something else than an attribute."""
    return {
        "entry": f"{inputs.model}{KEY_SEPARATOR}{inputs.version}",
        "context_band": "long" if inputs.long_context else "short",
        **{name: "yes" if getattr(inputs, name) else "no" for name in _YES_OR_NO},
        "processed_in": processing_place(asker, inputs),
        "usage": usage_of(inputs),
    }


def _read(field: Field, name: str) -> dict[str, Any]:
    """Return the attributes of `Inputs` that a field stands for."""
    if isinstance(field, FigureField):
        figure = field.figure()
        none_at_zero = name in ("deployed_ptu", "reserved_ptu", "exchange_rate")
        whole = name in ("deployed_ptu", "reserved_ptu", "turns")
        stated = int(figure) if whole else figure
        return {name: (stated or None) if none_at_zero else stated}
    value = field.choice()
    match name:
        case "entry":
            model, _, version = value.partition(KEY_SEPARATOR)
            return {"model": model, "version": version}
        case "context_band":
            return {"long_context": value == "long"}
        case name if name in _YES_OR_NO:
            return {name: value == "yes"}
    return {name: value}
