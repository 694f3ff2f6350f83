# SPDX-License-Identifier: MIT
"""The four questions of the guide, each with its note and its answer."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QSizePolicy, QToolButton, QWidget

from azmodels_gui.answers.advice import Step, note_of
from azmodels_gui.answers.guide import GuideQuestion
from azmodels_gui.calculator.checks import months_later
from azmodels_gui.catalog.countries import countries_of
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.guide_words import GUIDE_WORDS
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.guide.load_fields import LoadFields
from azmodels_gui.window.theme import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, TITLE_PT, Theme
from azmodels_gui.window.widgets.layouts import (
    AS_USUAL,
    ColumnScroll,
    FlowLayout,
    Part,
    column,
    row,
)
from azmodels_gui.window.widgets.one_of import OneOf
from azmodels_gui.window.widgets.texts import plain_label, scaled, set_text_colour

ANYWHERE, ZONE, COUNTRY, REGION = "anywhere", "zone", "country", "region"
FIRST_ZONE = "EU"
"""The data zone with a button of its own; the others stand among the regions."""
ZONE_PREFIX = "zone:"
_LASTING = (("", N_("any end")), ("6", N_("6 months at least")), ("12", N_("a year at least")))
"""Months that a model has to last, with their words."""


class Choice(QWidget):
    """A row of buttons that exclude each other.

    Signals:
        chosen: the value of the button that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, name: str, values: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QToolButton] = {}
        row = FlowLayout(self)  # in a narrow window some stand in a further line
        for value, words in values:
            button = QToolButton()
            button.setText(words)
            button.setProperty("kind", "framed choice")
            self.buttons[value] = button
            row.addWidget(button)
        self._values = OneOf(self.buttons, self)
        self._values.chosen.connect(self.chosen)

    def show_choice(self, value: str) -> None:
        """Press a button, without a signal."""
        self._values.show_value(value)


class QuestionPanel(ColumnScroll):
    """Shows a `GuideQuestion` and tells every change of one as a new value.

    Signals:
        question_asked: the `GuideQuestion` with what the user changed; its load does not count.
        inputs_asked: the `LoadInputs` with what the user changed.
        restart_asked: leave all questions open again.
    """

    question_asked = Signal(object)
    inputs_asked = Signal(object)
    restart_asked = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, today: date, language: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        self._theme, self._language = theme, language
        self._catalog, self._today = catalog, today
        self._question = GuideQuestion()
        self._place = ANYWHERE
        self.heads: list[QLabel] = []
        self.notes: dict[Step, QLabel] = {}
        self.use_case, self.places, self.lasting = (ChoiceField() for _ in range(3))
        self.load = LoadFields(theme, language)
        self.where = Choice(
            _asked(Step.PLACE),
            (
                (ANYWHERE, tr(GUIDE_WORDS["guide_anywhere"])),
                (ZONE, tr(N_("EU data zone"))),
                (COUNTRY, tr(N_("a country"))),
                (REGION, tr(N_("a region"))),
            ),
        )
        self.billing = Choice(
            _asked(Step.TERMS),
            (
                ("", tr(N_("any"))),
                (Billing.PAYG.value, tr(N_("per token"))),
                (Billing.PROVISIONED.value, "PTU"),
                (Billing.BATCH.value, "Batch"),
            ),
        )
        self.available = QCheckBox()
        self.restart = QToolButton()
        self._build()
        self._connect()
        self.take_catalog(catalog, today)

    def take_catalog(self, catalog: Catalog, today: date) -> None:
        """Offer what a catalogue has."""
        self._catalog, self._today = catalog, today
        named = ((each.id, each.name.in_language(self._language)) for each in catalog.use_cases)
        anything = ("", tr(GUIDE_WORDS["guide_any_use"]))
        self.use_case.set_choices((anything, *named))
        for step, note in self.notes.items():
            found = note_of(step, catalog)
            note.setText("" if found is None else found.text.in_language(self._language))
            note.setVisible(found is not None)
        zones = {zone.id for zone in catalog.data_zones}
        self.where.buttons[ZONE].setVisible(FIRST_ZONE in zones)
        self.show_question(self._question)

    def show_question(self, question: GuideQuestion) -> None:
        """Show the answers, without a signal."""
        self._question = question
        self._place = self._place_of(question)
        self.use_case.show_choice(question.use_case or "")
        self.where.show_choice(self._place)
        self._offer_places()
        self.billing.show_choice(question.billing or "")
        with QSignalBlocker(self.available):
            self.available.setChecked(question.generally_available)
        self._offer_ends()

    def tell(self, use_case: str, load: str) -> None:
        """Say how many entries the use case leaves, and what load the users make."""
        self.use_case_told.setText(use_case)
        self.load_told.setText(load)
        self.load_told.setVisible(bool(load))

    def go_to(self, step: Step) -> None:
        """Give the keyboard to the answer of a question."""
        first: dict[Step, QWidget] = {
            Step.USE_CASE: self.use_case,
            Step.LOAD: self.load.fields["users"],
            Step.PLACE: self.where.buttons[self._place],
            Step.TERMS: self.billing.buttons[self._question.billing or ""],
        }
        first[step].setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(first[step])

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from top to bottom."""
        return (
            self.restart,
            self.use_case,
            *self.load.fields.values(),
            *self.where.buttons.values(),
            self.places,
            *self.billing.buttons.values(),
            self.available,
            self.lasting,
        )

    def _build(self) -> None:
        self.title = QLabel(tr(GUIDE_WORDS["guide"]))
        self.restart.setText(tr(N_("Start over")))
        self.restart.setProperty("kind", "quiet")
        self.available.setText(tr(N_("&Available only")))
        self.available.setToolTip(tr(GUIDE_WORDS["guide_only_available"]))
        self.lasting.setAccessibleName(tr(N_("Not retired before")))
        self.use_case.setAccessibleName(_asked(Step.USE_CASE))
        self.use_case_told, self.load_told = plain_label(), plain_label()
        head = row((self.title, 1), self.restart, gap=AS_USUAL)
        terms = row(self.available, (self.lasting, 1), gap=AS_USUAL)
        body = QWidget()
        body.setObjectName("guide_questions")
        column(
            head,
            *self._question_parts(1, Step.USE_CASE, self.use_case, self.use_case_told),
            *self._question_parts(2, Step.LOAD, self.load, self.load_told),
            *self._question_parts(3, Step.PLACE, self.where, self.places),
            *self._question_parts(4, Step.TERMS, self.billing, terms),
            1,
            within=body,
            gap=SPACE_XS,
            edges=(SPACE_M, SPACE_S, SPACE_M, SPACE_M),
        )
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.use_case)

    def _question_parts(self, number: int, step: Step, *answer: Part) -> tuple[Part, ...]:
        """Return a question with its number, its note, and what it is answered with."""
        badge, heading = QLabel(str(number)), QLabel(_asked(step))
        badge.setProperty("kind", "badge")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.heads.append(heading)
        self.notes[step] = plain_label()
        line = row(badge, (heading, 1), gap=SPACE_S, edges=(0, SPACE_S, 0, 0))
        return (line, self.notes[step], *answer)

    def _connect(self) -> None:
        self.use_case.edited.connect(self._on_use_case)
        self.load.inputs_asked.connect(self.inputs_asked)
        self.where.chosen.connect(self._on_where)
        self.places.edited.connect(self._on_place)
        self.billing.chosen.connect(self._on_billing)
        self.available.toggled.connect(self._on_available)
        self.lasting.edited.connect(self._on_lasting)
        self.restart.clicked.connect(self.restart_asked)

    @staticmethod
    def _place_of(question: GuideQuestion) -> str:
        if question.region is not None:
            return REGION
        if question.country is not None:
            return COUNTRY
        if question.data_zone is None:
            return ANYWHERE
        return ZONE if question.data_zone == FIRST_ZONE else REGION

    def _offer_places(self) -> None:
        """Offer countries, or regions with the other data zones, where one is asked for."""
        self.places.setVisible(self._place in (COUNTRY, REGION))
        self.places.set_choices(self._places())
        question = self._question
        if self._place == COUNTRY:
            self.places.show_choice(question.country or "")
        elif question.data_zone is not None and question.region is None:
            self.places.show_choice(f"{ZONE_PREFIX}{question.data_zone}")
        else:
            self.places.show_choice(question.region or "")
        names = {COUNTRY: tr(N_("Country")), REGION: tr(N_("Region"))}
        self.places.setAccessibleName(names.get(self._place, ""))

    def _places(self) -> Iterator[tuple[str, str]]:
        yield "", tr(N_("choose ..."))
        if self._place == COUNTRY:
            names = {
                each.code: each.name.in_language(self._language)
                for each in countries_of(self._catalog)
            }
            yield from sorted(names.items(), key=lambda each: each[1])
            return
        for zone in self._catalog.data_zones:
            if zone.id != FIRST_ZONE:
                yield f"{ZONE_PREFIX}{zone.id}", zone.name.in_language(self._language)
        yield from ((region.id, region.name) for region in self._catalog.regions)

    def _offer_ends(self) -> None:
        """Offer the ends to choose from, and the one that the filter asks for."""
        until = self._question.lasts_until
        ends = {}
        for months, words in _LASTING:
            day = months_later(self._today, int(months)).isoformat() if months else ""
            ends[day] = tr(words)
        chosen = "" if until is None else until.isoformat()
        if until is not None and chosen not in ends:
            day = formats.day(until, self._language)
            ends[chosen] = tr(GUIDE_WORDS["guide_lasts_until"]).format(day=day)
        self.lasting.set_choices(ends.items())
        self.lasting.show_choice(chosen)

    @Slot()
    def _on_use_case(self) -> None:
        self._ask(use_case=self.use_case.choice() or None)

    @Slot(str)
    def _on_where(self, place: str) -> None:
        self._place = place
        if place in (ANYWHERE, ZONE):
            zone = FIRST_ZONE if place == ZONE else None
            self._ask(data_zone=zone, country=None, region=None)
        else:
            self._question = replace(self._question, data_zone=None, country=None, region=None)
            self._offer_places()
            self.places.setFocus()

    @Slot()
    def _on_place(self) -> None:
        chosen = self.places.choice()
        zone = chosen.removeprefix(ZONE_PREFIX) if chosen.startswith(ZONE_PREFIX) else None
        if self._place == COUNTRY:
            self._ask(data_zone=None, country=chosen or None, region=None)
        else:
            self._ask(data_zone=zone, country=None, region=None if zone else chosen or None)

    @Slot(str)
    def _on_billing(self, billing: str) -> None:
        self._ask(billing=Billing(billing) if billing else None)

    @Slot()
    def _on_available(self) -> None:
        self._ask(generally_available=self.available.isChecked())

    @Slot()
    def _on_lasting(self) -> None:
        chosen = self.lasting.choice()
        self._ask(lasts_until=date.fromisoformat(chosen) if chosen else None)

    def _ask(self, **changes: object) -> None:
        self._question = replace(self._question, **changes)
        self.question_asked.emit(self._question)

    def _take_look(self) -> None:
        tokens = self._theme.tokens
        self.title.setFont(scaled(self.font(), TITLE_PT, bold=True))
        for heading in self.heads:
            heading.setFont(scaled(self.font(), 1, bold=True))
        for quiet in (*self.notes.values(), self.use_case_told):
            quiet.setFont(scaled(self.font(), NOTE_PT))
            set_text_colour(quiet, tokens.muted)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self._take_look()  # moving into the window cost the labels their look
        super().showEvent(event)


def _asked(step: Step) -> str:
    return tr(GUIDE_WORDS[f"guide_question_{step}"])
