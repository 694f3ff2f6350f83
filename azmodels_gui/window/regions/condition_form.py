# SPDX-License-Identifier: MIT
"""The conditions of the coverage question: where processed, which type, how billed."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from azmodels_gui.catalog.countries import countries_of
from azmodels_gui.catalog.coverage_conditions import CoverageConditions
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.labels import BILLING, label
from azmodels_gui.catalog.search_text import fold
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.shown import tr
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.tones import set_text_colour

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
        for name, field in self.fields.items():
            value = chosen.get(name, "")
            field.show_choice(value if field.findData(value) >= 0 else "")

    def _offer(self) -> None:
        kept = self.choices()
        words = {
            "data_zone": tr("Processed in data zone"),
            "country": tr("Processed in country"),
            "deployment_type": tr("Deployment type"),
            "billing": tr("Billing"),
        }
        for name, field in self.fields.items():
            self._labels[name].setText(words[name])
            field.setAccessibleName(words[name])
            field.set_choices((("", self._open(name)), *self._listed(name)))
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
        for name, field in self.fields.items():
            self._labels[name].setBuddy(field)
            form.addRow(self._labels[name], field)
            field.edited.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _take_look(self) -> None:
        for words in self._labels.values():
            set_text_colour(words, self._theme.tokens.muted)
