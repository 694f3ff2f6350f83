# SPDX-License-Identifier: MIT
"""Inputs left, results right: how many PTU, what each way to pay costs, from when it pays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Annotated, NamedTuple

from msgspec import Meta
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from azmodels_gui.calculator import scenarios
from azmodels_gui.calculator.asking import Answer, Asker, Series
from azmodels_gui.calculator.choosing import (
    first_inputs,
    with_kind,
    with_load,
    with_measured,
    with_model,
)
from azmodels_gui.calculator.inputs import (
    EXAMPLE,
    Inputs,
    LoadFrom,
    is_example,
    same_load,
    switched,
)
from azmodels_gui.calculator.kept import kept
from azmodels_gui.calculator.load_profile import DayProfile
from azmodels_gui.calculator.measured_load import MeasuredRequest
from azmodels_gui.calculator.plan_file import PlanUnreadable, read_plan, written_plan
from azmodels_gui.calculator.scenarios import Scenario, Scenarios
from azmodels_gui.calculator.ways import BEST
from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.words import N_, Message, ToldError, tr
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.card_texts import amounts_of
from azmodels_gui.window.calculator.input_panel import InputPanel
from azmodels_gui.window.calculator.profile_control import LoadedPlan, LoadedProfile, ProfileControl
from azmodels_gui.window.calculator.profile_panel import PROFILE_STATED, with_day
from azmodels_gui.window.calculator.results import Results
from azmodels_gui.window.calculator.scenario_menus import ScenarioMenus
from azmodels_gui.window.help_dialogs import TextDialog
from azmodels_gui.window.page import Page, PageParts, PageState, Reckoning
from azmodels_gui.window.sheets.subject import Subject
from azmodels_gui.window.step_history import StepHistory, Undoable
from azmodels_gui.window.widgets.files import WantedFile, ask_file, ask_path
from azmodels_gui.window.widgets.layouts import in_type, row
from azmodels_gui.window.widgets.side_panels import Side, SidePanels

CLIENT_SUFFIX = ".azclient"
"""A client's file, which the window opens."""
RESULTS_PX = 560
"""What figures and charts need beside the inputs; with less those are a drawer."""
INPUTS_PX = 362


_COPIED = {
    "results.explanation": N_("The calculation was copied as text."),
    "results.verdict": N_("The recommendation was copied as text."),
    "results.plan": N_("The plan was copied as a table."),
    "menus": N_("The scenario was copied as text."),
}
"""What was copied, by the part that has put it into the clipboard."""


@dataclass(frozen=True)
class CalculatorState:
    """What the page remembers."""

    inputs: PageState = field(default_factory=dict)
    """Of the one scenario that programs before 2026.12 knew."""
    scenarios: tuple[PageState, ...] = ()
    at: int = 0
    """Place of the scenario on show."""
    together: bool = False
    """They are a plan."""
    words: bool = False
    """The words of the field are explained."""
    splitters: tuple[tuple[Annotated[int, Meta(gt=0)], ...], ...] = ()
    unfolded: tuple[str, ...] = ()
    """Keys of sections of inputs that are folded at first."""


class HandedOn(NamedTuple):
    """What goes on in another window without being remembered."""

    steps: StepHistory[Scenarios]
    series: dict[str, Series | None]
    measured: MeasuredRequest | None
    reading: Path | None
    typed: dict[str, str]
    """Letters in marked fields."""


class CalculatorPage(Undoable, Page):
    """Every change of a field is answered at once; each can be taken back."""

    key = "calculator"
    shares = frozenset({"inputs", "scenarios", "at", "together"})

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        language = parts.language
        around = parts.around
        self.asker = self._made_asker()
        self.history: StepHistory[Scenarios] = StepHistory(scenarios.one(EXAMPLE))
        self.answers: tuple[Answer, ...] = ()
        self._answered_by = self.asker
        self._measured: MeasuredRequest | None = None
        self._stale = False
        self._switched: Inputs | None = None
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.sides = SidePanels(self.splitter, RESULTS_PX, around.theme, self)
        given = (around.theme, self.asker, language, around.client)
        self.panel = InputPanel(*given, self.splitter)
        self.results = Results(around, language, self.splitter)
        self.menus = ScenarioMenus(self.results.cards, parts.pins, language)
        self.profile = ProfileControl(self.results.profile, self.panel.profile, around, self)
        self._build()
        self._connect()

    @property
    def scenarios(self) -> Scenarios:
        """All alternatives, and which of them is on show."""
        return self.history.value

    @property
    def inputs(self) -> Inputs:
        """What the fields say."""
        return self.scenarios.inputs

    @property
    def answer(self) -> Answer:
        """The answer to the inputs on show."""
        return self.answers[self.scenarios.at]

    @property
    def money(self) -> Amounts:
        """How amounts are written now."""
        found = self.answer.estimate
        currency = "USD" if found is None else found.currency
        return amounts_of(self.inputs, currency, self._language)

    @property
    def undoable(self) -> "CalculatorPage":
        """The inputs, as they were before."""
        return self

    def handed_on(self) -> HandedOn:
        """Return the steps with what files brought."""
        reading = self.profile.loader.reading
        typed = self.panel.typed()
        return HandedOn(self.history.copied(), self.profile.series, self._measured, reading, typed)

    def take_over(self, handed: HandedOn) -> None:
        """Go on with these steps and files."""
        restored = self.scenarios
        self.history, self.profile.series = handed.steps, handed.series
        self._on_measured(handed.measured)
        if handed.series or self.scenarios != restored:
            self._reckon()
        self.panel.type_again(handed.typed)
        self.profile.loader.cancel()  # `restore` reads again what was handed over
        if handed.reading is not None:
            self.profile.loader.load(handed.reading)

    def state(self) -> PageState:
        """Return what the page would like to remember."""
        shared = (self.sides, self.results.explaining, self.results.charts)
        sizes = tuple(tuple(each.sizes()) for each in shared)
        words = self.results.explanation.words_shown
        return written_state(
            CalculatorState(
                scenarios=tuple(scenarios.written(self.scenarios)),
                at=self.scenarios.at,
                together=self.scenarios.together,
                words=words,
                splitters=sizes,
                unfolded=self.panel.unfolded(),
            )
        )

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over.

        Only here is a new page's first answer reckoned: two would take twice as long.
        """
        kept = read_state(CalculatorState, state)
        found = self._read(kept)
        if found is None and not self.answers:
            found = scenarios.one(first_inputs(self.asker, self._parts.pins.keys))
        if found is not None:
            series = self.profile.series_of(found.inputs)
            if series is not None:
                self._on_measured(series.request)
            self.history.begin_with(_each(found, self._if_kept))
            self._reckon()
        if found is not None and found.inputs.profile_file and not found.inputs.profile_key:
            self.profile.loader.load(Path(found.inputs.profile_file))  # an older state: a path
        self.results.explanation.set_words_shown(kept.words)
        self.panel.unfold(kept.unfolded)
        explaining = self.results.explaining.set_sizes
        takers = (self._share_out, explaining, self.results.charts.setSizes)
        for splitter, take, sizes in zip(self._splitters(), takers, kept.splitters, strict=False):
            if len(sizes) == splitter.count():
                take(sizes)

    def _share_out(self, sizes: Sequence[int]) -> None:
        """Take the widths of the usual type; in larger type names ask for wider fields."""
        inputs, results = sizes
        wider = max(inputs, min(in_type(self, inputs), in_type(self, INPUTS_PX)))
        self.sides.set_sizes((wider, inputs + results - wider))

    def shared(self) -> PageState:
        """Return the scenarios; a file is on this computer only."""
        told = (
            replace(each, inputs=_without_file(answer))
            for each, answer in zip(self.scenarios.all, self.answers, strict=True)
        )
        shown = replace(self.scenarios, all=tuple(told))
        kept = {"at": self.scenarios.at, "together": self.scenarios.together}
        return {"scenarios": scenarios.written(shown), **kept}

    def show_shared(self, record: PageState) -> None:
        """Take the scenarios of a link as a step that can be undone; it names no file to read."""
        found = self._read(read_state(CalculatorState, record))
        if found is not None:
            self.show_scenarios(_each(found, _by_hours))

    def _read(self, kept: CalculatorState) -> Scenarios | None:
        """Return the scenarios that were kept; None: none whose model this catalogue has."""
        records = kept.scenarios or ([{"inputs": kept.inputs}] if kept.inputs else [])
        found = scenarios.read(records, kept.at, kept.together)
        if found is None or self.asker.entry(found.inputs) is not None:
            return found
        there = [at for at, each in enumerate(found.all) if self.asker.entry(each.inputs)]
        return found.shown(there[0]) if there else None

    def _if_kept(self, inputs: Inputs) -> Inputs:
        """Return inputs without their file where its load cannot be had any more."""
        return _by_hours(inputs) if self.profile.series_of(inputs) is None else inputs

    @Slot(object)
    def show_inputs(self, inputs: Inputs) -> None:
        """Take other inputs as a step that can be undone, and answer at once."""
        if inputs.agreed_on and inputs.model != self.inputs.model:
            inputs = self.panel.agreed.fitted(inputs)  # prices are those of one model
        kind = (self.scenarios.at, *_changed(self.inputs, inputs))
        if self.history.change(self.scenarios.with_inputs(inputs), kind):
            self._on_step()
        else:
            self.panel.show_inputs(inputs)

    @Slot(object)
    def show_scenarios(self, asked: Scenarios) -> None:
        """Take other scenarios as a step that can be undone, and answer at once."""
        if self.history.change(asked):
            self._on_step()

    @Slot(object)
    def run_together(self, together: bool) -> None:
        """Take the scenarios as a plan, or as alternatives, as a step that can be undone."""
        if len(self.scenarios.all) > 1 and together != self.scenarios.together:
            self.show_scenarios(self.scenarios.run_together(together))

    @Slot(object)
    def look_at(self, asked: Scenarios) -> None:
        """Show the inputs of another scenario; nothing has changed that could be undone."""
        if asked != self.scenarios:
            self.history.look_at(asked)
            self._reckon()
            self.state_changed.emit()

    def use(self, key: EntryKey, region: str = "") -> None:
        """Reckon with another model, and in a region if one is named; everything else stays."""
        changed = with_model(self.asker, self.inputs, key)
        self.show_inputs(replace(changed, region=region or changed.region))

    def reckon(self, asked: Reckoning) -> None:
        """Reckon with what another page names; everything else stays."""
        changed = with_load(with_model(self.asker, self.inputs, asked.key), asked.load)
        self.show_inputs(
            replace(
                with_kind(self.asker, changed, asked.deployment_type),
                region=asked.region or changed.region,
            )
        )

    def search_field(self) -> QWidget:
        """Return where names are typed."""
        return self.panel.fields["entry"]

    def sheet_subjects(self) -> Sequence[Subject]:
        """Return the sheet of all scenarios, or of the only one; nothing while none is answered."""
        from azmodels_gui.sheets.scenario_sheet import sizing_told

        self._catch_up()
        series = self.profile.series_of(self.inputs)
        found = sizing_told(self.asker, self.scenarios, self.answers, series)
        if found is None:
            return ()
        asked = not all(is_example(each.inputs) for each in self.scenarios.all)
        currency = self.money.catalog_currency
        return (
            Subject(SheetKind.SIZING, found.make, found.regions, asked=asked, reckoned_in=currency),
        )

    @Slot()
    def ask_for_file(self) -> None:
        """Let the user choose a load profile."""
        kinds = tr("Load profiles (*.csv *.txt *.json);;All files (*)")
        file = ask_file(self, tr("Load profile"), kinds)
        if file is not None:
            self.load_file(file)

    def load_file(self, file: Path) -> None:
        """Read a load profile, or a plan, away from the window."""
        self.profile.loader.load(file)

    @Slot()
    def ask_for_plan(self) -> None:
        """Let the user choose a plan, whose deployments are the scenarios from then on."""
        file = ask_file(self, tr("Plan"), tr("Plans (*.csv);;All files (*)"))
        if file is not None:
            self.load_file(file)

    @Slot()
    def ask_where_to_save(self) -> None:
        """Let the user choose the file that the plan is written into."""
        wanted = WantedFile(tr("Save as CSV"), tr("Plan"), ".csv", Path("azmodels-plan.csv"))
        file = ask_path(wanted, self)
        if file is not None:
            self.save_plan(file)

    def save_plan(self, file: Path) -> None:
        """Write the deployments of the plan as `azmodels plan` reads them.

        A load from a file is on this computer only: what it comes to is written instead, and that
        is said.
        """
        members = [(self.scenarios.all[at], self.answers[at]) for at in self.scenarios.in_plan]
        told = ((each.name, _without_file(answer)) for each, answer in members)
        try:
            text = written_plan(self.asker, told)
            self._parts.around.write_file(file, text.encode("utf-8-sig"))
        except ToldError as error:
            self.news.emit(error.told(self._language))
            return
        said = tr("Saved as {name}.").replace("{name}", file.name)
        if any(each.inputs.profile_file for each, _ in members):
            said += " " + tr("Of load profiles it has peak and average.")
        self.news.emit(said)

    def _build(self) -> None:
        self.results.put_below_cards(self.panel.prices)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([in_type(self, INPUTS_PX), 1_000])
        row(self.sides, within=self)
        self.sides.take([Side(self.panel, INPUTS_PX, True, tr("Show the inputs"))])
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        results = self.results
        self.panel.inputs_asked.connect(self.show_inputs)
        self.panel.way_asked.connect(self._on_way)
        self.panel.profile.load_file_asked.connect(self.ask_for_file)
        self.panel.profile.hours_asked.connect(self._on_hours)
        self.panel.profile.measured_asked.connect(self._on_measured_asked)
        self.panel.folded.connect(self.state_changed)
        results.profile.inputs_asked.connect(self.show_inputs)
        for source in (results.profile, results.break_even, results.over_load):
            source.news.connect(self.news)
        self.profile.day_loaded.connect(self._on_day)
        self.profile.series_loaded.connect(self._on_series)
        self.profile.measured.connect(self._on_measured)
        self.profile.answered.connect(self.results.show_profile)
        self.profile.refused.connect(self._on_refused)
        self.profile.loader.plan_loaded.connect(self._on_plan)
        self.menus.plan_asked.connect(self.ask_for_plan)
        results.plan.save_asked.connect(self.ask_where_to_save)
        results.explanation.link_asked.connect(self.link_asked)
        results.explanation.words_shown_changed.connect(self.state_changed)
        results.explanation.scenario_asked.connect(self._on_letter)
        self.menus.scenarios_asked.connect(self.show_scenarios)
        self.menus.shown_asked.connect(self.look_at)
        self.menus.field_asked.connect(self._on_field)
        self.menus.add_keys(self)
        results.kind.together_asked.connect(self.run_together)
        for part, words in _COPIED.items():
            signal = attrgetter(f"{part}.copied")(self)
            signal.connect(partial(self._tell, words))
        toggled = QShortcut(QKeySequence("Ctrl+T"), self)
        toggled.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggled.activated.connect(self._on_together)
        for splitter in self._splitters():
            splitter.splitterMoved.connect(self.state_changed)
        self._parts.around.current.changed.connect(self._on_catalog)

    def _splitters(self) -> tuple[QSplitter, ...]:
        return (self.splitter, self.results.sides, self.results.charts)

    def _reckon(self) -> None:
        """Answer every scenario; those of which nothing has changed keep their answer.

        One answer does for all that differ in how they are paid.
        """
        before = self.answers if self._answered_by is self.asker else ()
        same = {id(each.inputs): each for each in before}
        known = {_question(each.inputs): each for each in before}
        self._answered_by = self.asker
        self.answers = tuple(
            same.get(id(each.inputs)) or self._answer(each.inputs, known)
            for each in self.scenarios.all
        )
        self.panel.show_inputs(self.inputs)
        self.panel.show_answer(self.answer)
        self.menus.show_scenarios(self.scenarios, self.asker)
        self._show_answer()

    def _answer(self, inputs: Inputs, known: dict[Inputs, Answer]) -> Answer:
        question = _question(inputs)
        if question not in known:
            series = self.profile.series_of(inputs)
            profile = None if series is None else series.profile
            known[question] = self.asker.answer(inputs, profile)
        return replace(known[question], inputs=inputs)

    def _show_answer(self) -> None:
        money = self.money
        self.results.show_answers(self.scenarios, self.answers, self.asker, money)
        self.profile.ask(self.asker, self.inputs, money)
        self.results.profile.setVisible(self.inputs.load_from is LoadFrom.PROFILE)

    def _show_step(self) -> None:
        self.panel.forget_typing()
        self._on_step()

    def _on_step(self) -> None:
        self._reckon()
        self.state_changed.emit()
        self.steps_changed.emit()

    @Slot(object)
    def _on_way(self, way: LoadFrom) -> None:
        only_seen = self._switched is not None and same_load(self._switched, self.inputs)
        self._switched = switched(self.inputs, way, None if only_seen else self.answer.load)
        self.show_inputs(self._switched)

    @Slot()
    def _on_hours(self) -> None:
        self.show_inputs(_by_hours(self.inputs))

    @Slot(object)
    def _on_day(self, day: DayProfile) -> None:
        self.news.emit(tr("The load profile was read."))  # in the place of what was wrong before
        self.show_inputs(with_day(self.inputs, day))

    @Slot(object)
    def _on_series(self, loaded: LoadedProfile) -> None:
        name, key = loaded.file.name, loaded.key
        changed = replace(self.inputs, profile_file=name, profile_key=key, base_ptu=None)
        changed = replace(changed, **PROFILE_STATED)
        told = tr("The load profile was read.")
        self.news.emit(told if loaded.not_kept is None else loaded.not_kept.told(self._language))
        if changed == self.inputs:
            self._reckon()  # the file was read again and may hold something else
        self.show_inputs(changed)

    @Slot(object)
    def _on_measured(self, request: MeasuredRequest | None) -> None:
        self._measured = request
        self.panel.profile.show_measured(measured_words(request, self._language))

    @Slot()
    def _on_measured_asked(self) -> None:
        if self._measured is not None:
            self.show_inputs(with_measured(self.inputs, self._measured))
        self._on_measured(None)

    @Slot(object)
    def _on_refused(self, sentences: tuple[str, ...]) -> None:
        self.panel.profile.show_refusal(sentences[0])
        self.news.emit(sentences[0])
        if len(sentences) > 1:
            TextDialog(tr("This is no load profile"), sentences, self).open()

    @Slot(object)
    def _on_plan(self, loaded: LoadedPlan) -> None:
        """Take the deployments of a file as the scenarios, as one step; or tell its faults."""
        try:
            rows = read_plan(loaded.lines, self.asker, scenarios.MOST)
        except PlanUnreadable as error:
            rows_told = tuple(row.told(self._language) for row in error.rows)
            told = (f"{loaded.file.name}: {error.told(self._language)}", *rows_told)
            self.news.emit(told[0])
            TextDialog(tr("This plan cannot be opened"), told, self).open()
            return
        shown = {"currency": self.inputs.currency, "exchange_rate": self.inputs.exchange_rate}
        cards = (
            Scenario(replace(row.inputs, **shown), row.name, own_load=True)  # type: ignore[arg-type]
            for row in rows
        )
        self.news.emit(tr("The plan was read."))
        self.show_scenarios(Scenarios(tuple(cards), together=True))

    def tell_anew(self) -> None:
        """Hold the load against what the open client's subscription has left now."""
        self._on_catalog()

    def _made_asker(self) -> Asker:
        around = self._parts.around
        told = around.client.told(around.current.index)
        if told is None:
            return Asker(around.current.index)
        from azmodels_gui.clients.told import OwnQuotasOf

        return Asker(around.current.index, OwnQuotasOf(told))

    @Slot()
    def _on_catalog(self) -> None:
        self.asker = self._made_asker()
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Offer and reckon what another catalogue has; it waits until somebody asks."""
        if not self._stale:
            return
        self._stale = False
        if not any(self.asker.entry(each.inputs) for each in self.scenarios.all):
            self.history.begin_with(scenarios.one(first_inputs(self.asker, self._parts.pins.keys)))
        self.panel.set_asker(self.asker)
        self._reckon()

    def _tell(self, words: Message) -> None:
        self.news.emit(tr(words))

    @Slot()
    def _on_together(self) -> None:
        self.run_together(not self.scenarios.together)

    @Slot(int)
    def _on_letter(self, at: int) -> None:
        self.look_at(self.scenarios.shown(at))

    @Slot(str)
    def _on_field(self, name: str) -> None:
        """Let the user go on in a field at the left."""
        self.sides.show_panel(self.panel, True)
        self.panel.fields[name].setFocus()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        super().showEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _dropped_file(event)
        if file is not None:
            event.acceptProposedAction()
            self.load_file(file)


@kept
def _question(inputs: Inputs) -> Inputs:
    """Return inputs without the way to pay: it changes nothing that is reckoned."""
    return replace(inputs, way=BEST)


def _by_hours(inputs: Inputs) -> Inputs:
    """Return inputs without a file: its load is on this computer only."""
    return replace(inputs, profile_file="", profile_key="")


def _without_file(answer: Answer) -> Inputs:
    """Return inputs without a file; what its load comes to is told instead."""
    inputs = answer.inputs
    if inputs.profile_file:
        inputs = switched(inputs, LoadFrom.REQUESTS, answer.load)
    return _by_hours(inputs)


def _each(told: Scenarios, change: Callable[[Inputs], Inputs]) -> Scenarios:
    """Return the scenarios with the inputs of each changed."""
    changed = (replace(each, inputs=change(each.inputs)) for each in told.all)
    return replace(told, all=tuple(changed))


def _changed(before: Inputs, after: Inputs) -> tuple[str, ...]:
    """Return the names of the fields that differ: changes of the same ones are one step.

    Another file is always a step of its own.
    """
    names = (each.name for each in fields(Inputs))
    changed = tuple(name for name in names if getattr(before, name) != getattr(after, name))
    return (*changed, after.profile_key) if "profile_key" in changed else changed


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the one local file that is dragged; None: it is something else, such as a client's."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return None if path.suffix.lower() == CLIENT_SUFFIX else path


def measured_words(request: MeasuredRequest | None, language: str) -> str:
    """Return the offer; empty unless both input and output were measured."""
    if request is None or request.input_tokens is None or request.output_tokens is None:
        return ""
    tokens_in, tokens_out = (
        formats.number(rounded(tokens, 0), language)
        for tokens in (request.input_tokens, request.output_tokens)
    )
    words = tr(_OFFER)
    return words.format(tokens_in=tokens_in, tokens_out=tokens_out)


_OFFER = N_("Use measured: {tokens_in} in, {tokens_out} out")
