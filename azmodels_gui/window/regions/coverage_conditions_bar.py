# SPDX-License-Identifier: MIT
"""What must be met by a deployment to count: where it processes, how it is paid, its type."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from azmodels_gui.catalog.countries import countries_of
from azmodels_gui.catalog.coverage import CoverageConditions
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.folding import fold
from azmodels_gui.catalog.synonyms import country_words, zone_words
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.words import N_, tr
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.theme import SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.layouts import FlowLayout, row
from azmodels_gui.window.widgets.one_of import OneOf
from azmodels_gui.window.widgets.texts import set_text_colour

ZONE, COUNTRY = "zone:", "country:"
"""Before the id of a place that is chosen."""
_BILLINGS = {
    "": N_("any"),
    Billing.PAYG.value: N_("per token"),
    Billing.PROVISIONED.value: N_("PTU"),
    Billing.BATCH.value: N_("Batch"),
}
PLACE_LETTERS, TYPE_LETTERS = 16, 14


class ConditionsBar(QWidget):
    """Three choices in a row; each may stay open.

    Signals:
        edited: the user changed one.
    """

    edited = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._catalog = catalog
        self._language = language
        self.place = ChoiceField(searchable=True)
        self.deployment_type = ChoiceField()
        self.billings = {value: QToolButton() for value in _BILLINGS}
        self._paid = OneOf(self.billings, self)
        self._labels = (QLabel(tr("processed in")), QLabel(tr("paid")))
        self._build()
        self._offer()
        self._take_look()

    def set_catalog(self, catalog: Catalog) -> None:
        """Offer what another catalogue has."""
        self._catalog = catalog
        self._offer()

    def choices(self) -> dict[str, str]:
        """Return what is chosen by name; empty: open."""
        return {
            "place": self.place.choice(),
            "deployment_type": self.deployment_type.choice(),
            "billing": self._paid.value() or "",
        }

    def conditions(self) -> CoverageConditions:
        """Return what is chosen."""
        chosen = self.choices()
        place, kind, billing = chosen["place"], chosen["deployment_type"], chosen["billing"]
        return CoverageConditions(
            data_zone=place.removeprefix(ZONE) if place.startswith(ZONE) else None,
            country=place.removeprefix(COUNTRY) if place.startswith(COUNTRY) else None,
            deployment_types=frozenset({kind} if kind else ()),
            billings=frozenset({Billing(billing)} if billing else ()),
        )

    def show_choices(self, chosen: Mapping[str, str]) -> None:
        """Show choices, without a signal; what the catalogue does not know stays open."""
        place = chosen.get("place", "")
        for name, before in (("data_zone", ZONE), ("country", COUNTRY)):  # of earlier versions
            if not place and chosen.get(name):
                place = before + chosen[name]
        kind = chosen.get("deployment_type", "")
        for field, value in ((self.place, place), (self.deployment_type, kind)):
            field.show_choice(value if field.findData(value) >= 0 else "")
        billing = chosen.get("billing", "")
        self._paid.show_value(billing if billing in self.billings else "")

    def in_words(self) -> str:
        """Return what is not left open, for a projector."""
        fields = [each for each in (self.place, self.deployment_type) if each.choice()]
        billing = self.choices()["billing"]
        named = [tr(_BILLINGS[billing])] if billing else []
        return " · ".join([*(field.currentText() for field in fields), *named])

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in reading order."""
        return (self.place, *self.billings.values(), self.deployment_type)

    def _offer(self) -> None:
        kept = self.choices()
        kinds = [
            (each.id, each.name.in_language(self._language))
            for each in self._catalog.deployment_types
        ]
        self.place.find_also(
            {ZONE + each.id: zone_words(each) for each in self._catalog.data_zones}
            | {COUNTRY + each.code: country_words(each) for each in countries_of(self._catalog)}
        )
        self.place.set_choices((("", tr("anywhere")), *self._places()))
        self.deployment_type.set_choices((("", tr("any type")), *kinds))
        self.show_choices(kept)

    def _places(self) -> Iterator[tuple[str, str]]:
        language = self._language
        for zone in self._catalog.data_zones:
            yield ZONE + zone.id, zone.name.in_language(language)
        named = [
            (COUNTRY + each.code, each.name.in_language(language))
            for each in countries_of(self._catalog)
        ]
        yield from sorted(named, key=lambda each: fold(each[1]))

    def _build(self) -> None:
        self.place.setAccessibleName(tr("Processed in"))
        self.deployment_type.setAccessibleName(tr("Deployment type"))
        self.place.setMinimumContentsLength(PLACE_LETTERS)
        self.deployment_type.setMinimumContentsLength(TYPE_LETTERS)
        self._labels[0].setBuddy(self.place)
        for value, button in self.billings.items():
            words = tr(_BILLINGS[value])
            button.setText(words)
            button.setAccessibleName(f"{self._labels[1].text()}: {words}")
            button.setProperty("kind", "choice")
        flow = FlowLayout(self, SPACE_S)
        for fields in ((self._labels[0], self.place), (self._labels[1], *self.billings.values())):
            line = QWidget()
            flow.addWidget(line)
            row(*fields, within=line, gap=SPACE_XS, edges=(0, 0, SPACE_S, 0))
        flow.addWidget(self.deployment_type)  # last: Tab goes in this order
        self._paid.show_value("")
        self.place.edited.connect(self.edited)
        self.deployment_type.edited.connect(self.edited)
        self._paid.chosen.connect(self.edited)

    def _take_look(self) -> None:
        for words in self._labels:
            set_text_colour(words, self._theme.tokens.muted)
