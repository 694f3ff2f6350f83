# SPDX-License-Identifier: MIT
"""The question "where can we have all of them?": models and conditions left, answer right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from azmodels_gui.catalog.countries import countries_of
from azmodels_gui.catalog.coverage import Coverage, coverage
from azmodels_gui.catalog.coverage_conditions import (
    CoverageConditions,
    CoverageRefused,
    RefusedBecause,
)
from azmodels_gui.catalog.coverage_notes import coverage_notes
from azmodels_gui.catalog.coverage_words import headline
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry, EntryKey
from azmodels_gui.catalog.folding import fold
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.labels import BILLING, label
from azmodels_gui.catalog.region_pairs import best_pairs
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.shown import tr, trn
from azmodels_gui.language.words import NN_
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.forgiving import read_state, written_state
from azmodels_gui.window.page import PageState
from azmodels_gui.window.regions.coverage_text import coverage_text
from azmodels_gui.window.regions.document_view import DocumentView
from azmodels_gui.window.regions.rich_text import RichText
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, SPACE_XS, Tone
from azmodels_gui.window.widgets.chips import ChipRow
from azmodels_gui.window.widgets.tones import scaled, set_text_colour, text_colour

FIELDS = ("data_zone", "country", "deployment_type", "billing")


class ConditionForm(QWidget):
    """Four choices; each may stay open.

    Signals:
        edited: the user changed one.
    """

    edited = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._catalog = catalog
        self._language = language
        self.fields = {name: ChoiceField(searchable=name == "country") for name in FIELDS}
        self._labels = {name: QLabel() for name in FIELDS}
        self._build()
        self._offer()
        theme.changed.connect(self._take_look)

    def set_catalog(self, catalog: Catalog) -> None:
        """Offer what another catalogue has."""
        self._catalog = catalog
        self._offer()

    def conditions(self) -> CoverageConditions:
        """Return what is chosen."""
        chosen = self.choices()
        kind, billing = chosen["deployment_type"], chosen["billing"]
        return CoverageConditions(
            data_zone=chosen["data_zone"] or None,
            country=chosen["country"] or None,
            deployment_types=frozenset({kind} if kind else ()),
            billings=frozenset({Billing(billing)} if billing else ()),
        )

    def choices(self) -> dict[str, str]:
        """Return what is chosen by name; empty: open."""
        return {name: field.choice() for name, field in self.fields.items()}

    def in_words(self) -> list[str]:
        """Return each condition that is not left open, as "name: value"."""
        return [
            f"{self._labels[name].text()}: {field.currentText()}"
            for name, field in self.fields.items()
            if field.choice()
        ]

    def show_choices(self, chosen: dict[str, str]) -> None:
        """Show choices, without a signal; what the catalogue does not know stays open."""
        for name, choice in self.fields.items():
            value = chosen.get(name, "")
            choice.show_choice(value if choice.findData(value) >= 0 else "")

    def _offer(self) -> None:
        kept = self.choices()
        words = {
            "data_zone": tr("Processed in data zone"),
            "country": tr("Processed in country"),
            "deployment_type": tr("Deployment type"),
            "billing": tr("Billing"),
        }
        for name, choice in self.fields.items():
            self._labels[name].setText(words[name])
            choice.setAccessibleName(words[name])
            choice.set_choices((("", self._open(name)), *self._listed(name)))
        self.show_choices(kept)
        self._take_look()

    def _open(self, name: str) -> str:
        return tr("anywhere") if name in ("data_zone", "country") else tr("any")

    def _listed(self, name: str) -> Iterable[tuple[str, str]]:
        language = self._language
        match name:
            case "data_zone":
                zones = self._catalog.data_zones
                return [(each.id, each.name.in_language(language)) for each in zones]
            case "country":
                found = countries_of(self._catalog)
                named = [(each.code, each.name.in_language(language)) for each in found]
                return sorted(named, key=lambda each: fold(each[1]))
            case "deployment_type":
                kinds = self._catalog.deployment_types
                return [(each.id, each.name.in_language(language)) for each in kinds]
        return [(each.value, label(BILLING, each.value)) for each in Billing]

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(SPACE_S)
        form.setVerticalSpacing(SPACE_XS)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, choice in self.fields.items():
            self._labels[name].setBuddy(choice)
            form.addRow(self._labels[name], choice)
            choice.edited.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _take_look(self) -> None:
        for words in self._labels.values():
            set_text_colour(words, self._theme.tokens.muted)


QUESTION_PX = 340
NAMED = 12
"""More models than these are counted on a projector: nobody reads a page of names there."""
KEY_SEPARATOR = "\n"
SHOWN_CHIPS = 12


class EntryChips(ChipRow):
    """The entries of the question; a filter can leave hundreds: the rest is counted."""

    def __init__(self, theme: Theme) -> None:
        self.more = QLabel()
        super().__init__(theme, tr("Remove this model from the question"), [self.more])
        self.more.hide()
        theme.changed.connect(self._take_look)
        self._take_look()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        hidden = len(entries) - SHOWN_CHIPS
        self.more.setText(tr("and {count} more").format(count=hidden))
        self.more.setVisible(hidden > 0)
        self.show_chips((entry.key, entry.title) for entry in entries[:SHOWN_CHIPS])

    @Slot()
    def _take_look(self) -> None:
        set_text_colour(self.more, text_colour(Tone.MUTED, self._theme.tokens))


@dataclass(frozen=True)
class QuestionState:
    """What is remembered of the question."""

    entries: tuple[EntryKey, ...] = ()
    conditions: dict[str, str] = field(default_factory=dict)


class CoveragePanel(QWidget):
    """Every change is answered at once.

    Signals:
        entries_asked: keys of the entries in the question, after the user changed them.
        region_asked: id of a region the user wants to see.
        link_asked: a `QUrl` of a source.
        state_changed: something changed that is worth remembering.
    """

    entries_asked = Signal(object)
    region_asked = Signal(str)
    link_asked = Signal(QUrl)
    state_changed = Signal()

    def __init__(self, theme: Theme, index: CatalogIndex, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._index = index
        self._language = language
        self.entries: tuple[Entry, ...] = ()
        self.found: Coverage | None = None
        self._refused: CoverageRefused | None = None
        self._presenting = False
        self.title, self.adder = QLabel(), ChoiceField(searchable=True)
        self.chips = EntryChips(theme)
        self.chips.next_stop = self.adder
        self.form = ConditionForm(theme, index.catalog, language)
        self.answer = DocumentView()
        self._build()
        self._write_words()
        self._connect()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Ask for other entries; conditions stay."""
        if tuple(entries) != self.entries:
            self._ask_for(tuple(entries))

    def show_deployment_type(self, deployment_type: str) -> None:
        """Ask for another deployment type, empty for any; the other conditions stay."""
        self.form.show_choices(self.form.choices() | {"deployment_type": deployment_type})
        self._reckon()

    def set_presenting(self, presenting: bool) -> None:
        """Tell the question in words instead of fields, or show the fields again."""
        self._presenting = presenting
        self._left.setVisible(not presenting)
        self._write()

    def set_index(self, index: CatalogIndex) -> None:
        """Answer from another catalogue; entries it does not have are dropped."""
        self._index = index
        self.form.set_catalog(index.catalog)
        self._fill_adder()
        self._ask_for(self._known(entry.key for entry in self.entries))

    def state(self) -> PageState:
        """Return what to remember: the entries and the conditions."""
        keys = tuple(entry.key for entry in self.entries)
        return written_state(QuestionState(keys, self.form.choices()))

    def restore(self, state: PageState) -> None:
        """Bring a remembered question back; rubbish is passed over."""
        kept = read_state(QuestionState, state)
        if kept.conditions:
            self.form.show_choices(kept.conditions)
        self.entries = self._known(kept.entries) or self.entries
        self.chips.show_entries(self.entries)
        self._reckon()

    def _write_words(self) -> None:
        self.title.setText(tr("Where can we have all of them?"))
        self.answer.setAccessibleName(tr("Regions that offer all chosen models"))
        self.adder.setAccessibleName(tr("Add a model to the question"))
        field = self.adder.lineEdit()
        if field is not None:
            field.setPlaceholderText(tr("Add a model ..."))
        self._fill_adder()
        self._reckon()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in reading order."""
        return (*self.chips.chips, self.adder, *self.form.fields.values(), self.answer)

    def _build(self) -> None:
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        column.setSpacing(SPACE_S)
        for part in (self.title, self.chips, self.adder, self.form):
            column.addWidget(part)
        column.addStretch(1)
        self._left = QScrollArea()
        self._left.setWidget(question)
        self._left.setWidgetResizable(True)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields in it bring it along
        self._left.setFrameShape(QScrollArea.Shape.NoFrame)
        self._left.setFixedWidth(QUESTION_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.answer, 1)

    def _connect(self) -> None:
        self.chips.removed.connect(self._on_removed)
        self.adder.edited.connect(self._on_added)
        self.form.edited.connect(self._on_conditions)
        self.answer.region_asked.connect(self.region_asked)
        self.answer.link_asked.connect(self.link_asked)
        self._theme.changed.connect(self._write)

    def _ask_for(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.chips.show_entries(entries)
        self._reckon()

    def _known(self, keys: Iterable[object]) -> tuple[Entry, ...]:
        by_key: dict[object, Entry] = {entry.key: entry for entry in self._index.entries}
        return tuple(by_key[key] for key in keys if key in by_key)

    def _fill_adder(self) -> None:
        entries = sorted(self._index.entries, key=lambda entry: entry.title)
        self.adder.set_choices((KEY_SEPARATOR.join(entry.key), entry.title) for entry in entries)
        self.adder.show_choice("")

    def _reckon(self) -> None:
        """Answer again. Hundreds of entries take some 20 ms."""
        try:
            self._refused = None
            self.found = coverage(
                self.entries, self.form.conditions(), self._index.catalog, self._index.today
            )
        except CoverageRefused as refused:
            self.found, self._refused = None, refused
        self._write()

    @Slot()
    def _write(self) -> None:
        self.title.setFont(scaled(self.font(), 1.0, bold=True))
        rich = RichText(self._theme.tokens, self._language)
        question = [self._question(rich)] if self._presenting else []
        self.answer.show_html(rich.page([*question, self._told(rich)]))
        found = self.found
        told = "" if found is None else headline(found, self._language, self._index.today)
        self.answer.setAccessibleDescription(told)

    def _question(self, rich: RichText) -> str:
        """Return models and conditions in words."""
        models = ", ".join(entry.title for entry in self.entries)
        if self._presenting and len(self.entries) > NAMED:
            models = trn(_MODELS, len(self.entries))
        return rich.paragraph(models) + "".join(map(rich.paragraph, self.form.in_words()))

    def _told(self, rich: RichText) -> str:
        found = self.found
        if found is None:
            return self._why_not(rich)
        pairs = () if found.complete else best_pairs(found)
        notes = coverage_notes(found, self._index.today)
        return coverage_text(found, pairs, notes, rich, self._index.today)

    def _why_not(self, rich: RichText) -> str:
        refused = self._refused
        if refused is None:
            return ""
        told = refused.told(self._language)
        if refused.reason is RefusedBecause.NO_MODEL:
            hint = tr("Pin models in the table, filter it, or type a name on the left.")
            return rich.title(told) + rich.paragraph(hint, Tone.MUTED)
        return rich.note(rich.paragraph(told, Tone.WARN))

    def _take(self, entries: tuple[Entry, ...]) -> None:
        self.show_entries(entries)
        self.entries_asked.emit(tuple(entry.key for entry in entries))
        self.state_changed.emit()

    @Slot(object)
    def _on_removed(self, key: EntryKey) -> None:
        self._take(tuple(entry for entry in self.entries if entry.key != key))

    @Slot()
    def _on_added(self) -> None:
        added = self._known([tuple(self.adder.choice().split(KEY_SEPARATOR))])
        self.adder.show_choice("")
        if added and all(entry.key != added[0].key for entry in self.entries):
            self._take((*self.entries, *added))

    @Slot()
    def _on_conditions(self) -> None:
        self._reckon()
        self.state_changed.emit()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self._write()  # moving into the window cost the title its font
        super().showEvent(event)


_MODELS = NN_("{count} model", "{count} models")
