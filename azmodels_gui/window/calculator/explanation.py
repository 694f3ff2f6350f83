# SPDX-License-Identifier: MIT
"""What stands beside the charts: warnings, checks, steps, assumptions, sources; and the view."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from azmodels_gui.calculator.asking import Answer, ProfileAnswer
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.field_words import FIELD_WORDS
from azmodels_gui.calculator.plan import Planned
from azmodels_gui.calculator.scenarios import LETTERS
from azmodels_gui.calculator.steps import Step, plan_steps, steps
from azmodels_gui.calculator.wording import HEADINGS, sentence
from azmodels_gui.catalog.document import Catalog, Source
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.words import N_, NN_, tr, trn
from azmodels_gui.window import formats
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import SPACE_S, SPACE_XS, Theme, Tokens, Tone
from azmodels_gui.window.widgets.layouts import FlowLayout, column, row
from azmodels_gui.window.widgets.one_of import OneOf
from azmodels_gui.window.widgets.tab_stop import follow, read_in_order
from azmodels_gui.window.widgets.texts import DeafBrowser

CONTEXT = "CalculatorExplanation"


@dataclass(frozen=True)
class Line:
    """One line; a name stands before the text, a link opens a source."""

    text: str
    name: str = ""
    url: str = ""
    kind: str = ""
    """Id of a warning: those of one kind are folded."""

    @property
    def plain(self) -> str:
        """The line without form."""
        told = f"{self.name}: {self.text}" if self.name else self.text
        return f"{told} <{self.url}>" if self.url else told


@dataclass(frozen=True)
class Part:
    """Lines under a heading."""

    key: str
    heading: str
    lines: tuple[Line, ...]


def parts_of(
    answer: Answer, profile: ProfileAnswer, catalog: Catalog, money: Amounts
) -> tuple[Part, ...]:
    """Return everything there is to say of both answers, in the money's language."""
    language = money.language
    found = answer.estimate
    if found is None:
        why = () if answer.refusal is None else (Line(sentence(answer.refusal, language)),)
        return _filled([Part("warnings", tr(_NO_RESULT), why)])
    warnings = tuple(Line(sentence(said, language), kind=said.id.value) for said in found.cautions)
    checks = tuple(Line(sentence(said, language)) for said in found.checks)
    return _filled(
        [
            Part("steps", tr(HEADINGS["steps"]), tuple(_steps(steps(found, language)))),
            Part("warnings", tr(_WARNINGS).format(count=len(warnings)), warnings),
            _profile(found, profile, language),
            Part("checks", tr(HEADINGS["checks"]), checks),
            Part("assumptions", tr(_ASSUMPTIONS), tuple(_assumptions(found, money))),
            Part("sources", tr(_SOURCES), tuple(_sources(found, catalog, money))),
        ]
    )


def plan_parts(told: Planned | None, language: str) -> tuple[Part, ...]:
    """Return how the total of a plan came about and what must be known of its pools."""
    if told is None:
        return ()
    lines = tuple(_steps(plan_steps(told.plan, told.names, language)))
    said = tuple(Line(sentence(each, language), kind=each.id.value) for each in told.plan.cautions)
    head = tr(_PLAN)
    return _filled([Part("plan", head, lines), Part("warnings", tr(_PLAN_WARNINGS), said)])


def _profile(found: Estimate, profile: ProfileAnswer, language: str) -> Part:
    """Return what only the load profile has to say: why there is no curve."""
    told_already = found.refusal is not None  # among the warnings
    if profile.refusal is None or told_already:
        return Part("profile", tr(_PROFILE), ())
    return Part("profile", tr(_PROFILE), (Line(sentence(profile.refusal, language)),))


def plain_text(parts: tuple[Part, ...]) -> str:
    """Return the parts as text for the clipboard."""
    blocks = ("\n".join([part.heading, *(line.plain for line in part.lines)]) for part in parts)
    return "\n\n".join(blocks)


def _filled(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.lines)


def _steps(taken: tuple[Step, ...]) -> Iterator[Line]:
    for step in taken:
        text = f"{step.formula} = {step.result}" if step.formula else step.result
        yield Line(text, step.name)


def _assumptions(found: Estimate, money: Amounts) -> Iterator[Line]:
    for said in found.assumptions:
        yield Line(sentence(said, money.language))
    if money.converts:
        yield Line(
            tr(_RATE).format(
                currency=money.currency,
                rate=formats.number(money.rate.normalize(), money.language),
                base=money.catalog_currency,
            )
        )


def _sources(found: Estimate, catalog: Catalog, money: Amounts) -> Iterator[Line]:
    wanted = set(found.sources)
    for source in catalog.sources:
        if source.id in wanted:
            yield Line(_dated(source, money), url=source.url or "")


def _dated(source: Source, money: Amounts) -> str:
    return f"{source.title}, {formats.partial_day(source.as_of, money.language)}"


_PLAN = N_("How the total was reckoned")
_PLAN_WARNINGS = N_("Warnings about the plan")
_NO_RESULT = N_("No result")
_WARNINGS = N_("Warnings ({count})")
_PROFILE = N_("Load profile")
_ASSUMPTIONS = N_("Assumptions")
_SOURCES = N_("Sources")
_RATE = N_(
    "Headline and charts are in {currency} at {rate} {currency} for 1 {base}, the rate you "
    "stated. The steps are in {base}."
)


def field_words() -> tuple[tuple[str, str], ...]:
    """Return each word with its explanation, in the language on show."""
    return tuple((tr(word), tr(meaning)) for word, meaning in FIELD_WORDS)


FOLD = "fold"
"""Scheme of a link that unfolds, not one to a source."""
_MORE = NN_("{count} more like this", "{count} more like this")
WARNING_SIGN, CHECK_SIGN = "\N{WARNING SIGN}", "\N{CHECK MARK}"


class ExplanationView(QWidget):
    """Warnings first, then the steps; the words of the field on request.

    Signals:
        link_asked: a `QUrl` of a source.
        words_shown_changed: the words of the field are explained, or no longer.
        copied: the explanation is in the clipboard.
        scenario_asked: the place of the scenario whose steps are wanted.
    """

    link_asked = Signal(QUrl)
    words_shown_changed = Signal()
    copied = Signal()
    scenario_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unfolded: set[str] = set()
        self.letters: tuple[QToolButton, ...] = ()
        self._steps_of: OneOf | None = None
        self._letters = FlowLayout(None, SPACE_XS)
        self._parts: tuple[Part, ...] = ()
        self._asked: Callable[[], tuple[Part, ...]] | None = None
        self.words_button, self.copy_button = QToolButton(self), QToolButton(self)
        self.text = DeafBrowser(self)
        self._build()
        self._write_words()

    def show_parts(self, asked: Callable[[], tuple[Part, ...]]) -> None:
        """Show another explanation; what is scrolled stays scrolled.

        Args:
            asked: forms the explanation; while that is put away, nobody needs it.
        """
        self._asked = asked
        if self.isVisible():
            self._take_parts()

    def show_letters(self, count: int, current: int) -> None:
        """Offer the steps of so many scenarios; one alone needs no letter."""
        if self._steps_of is None:
            if count < 2:
                return
            self._steps_of = self._made_letters()
        for at, button in enumerate(self.letters):
            button.setVisible(count > 1 and at < count)
        self._steps_of.show_value(current)

    def set_words_shown(self, shown: bool) -> None:
        """Explain the words of the field, or leave them out."""
        self.words_button.setChecked(shown)

    @property
    def words_shown(self) -> bool:
        """Tell whether the words of the field are explained."""
        return self.words_button.isChecked()

    @Slot()
    def copy(self) -> None:
        """Put everything into the clipboard as plain text."""
        self._take_parts()
        QGuiApplication.clipboard().setText(plain_text(self._parts))
        self.copied.emit()

    def _take_parts(self) -> None:
        """Form the explanation that was asked for last."""
        asked, self._asked = self._asked, None
        if asked is not None and (parts := asked()) != self._parts:
            self._parts = parts
            self._write()

    def _write_words(self) -> None:
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setToolTip(
            tool_tip(tr("Copy warnings, steps, assumptions and sources as text"))
        )
        self.words_button.setText(tr("Words explained"))
        self.words_button.setToolTip(
            tool_tip(tr("Explain TPM, PTU, data zone and reservation in a sentence each"))
        )
        self.text.setAccessibleName(tr("How the result came about"))
        self._write()

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(SPACE_S)
        self.text.document().setDefaultStyleSheet("p { margin-top: 2px; margin-bottom: 2px; }")
        self.text.anchorClicked.connect(self._on_link)
        self.words_button.setCheckable(True)
        for button in (self.copy_button, self.words_button):
            button.setProperty("kind", "framed")
        self._letters.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, 0)
        edges = (SPACE_S, SPACE_S, SPACE_S, 0)
        buttons = row(self.words_button, 1, self.copy_button, gap=SPACE_XS, edges=edges)
        column(buttons, self._letters, (self.text, 1), within=self, edges=(1, 1, 1, 1))
        self.copy_button.clicked.connect(self.copy)
        self.words_button.toggled.connect(self._on_words)

    def _made_letters(self) -> OneOf:
        self.letters = tuple(QToolButton(self) for _ in LETTERS)
        for letter, button in zip(LETTERS, self.letters, strict=True):
            button.setText(letter)
            button.setProperty("kind", "choice")
            button.setAccessibleName(tr("Steps of scenario {letter}").format(letter=letter))
            button.hide()
            self._letters.addWidget(button)
        read_in_order((self.words_button, self.copy_button, *self.letters, self.text))
        follow(self.copy_button, (*self.letters, self.text))
        made = OneOf(dict(enumerate(self.letters)), self)
        made.chosen.connect(self.scenario_asked)
        return made

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        """Unfold warnings of a kind, or fold them again; else open the source."""
        if url.scheme() != FOLD:
            self.link_asked.emit(url)
            return
        self._unfolded ^= {url.path()}
        self._write()

    @Slot()
    def _on_words(self) -> None:
        self._write()
        self.text.verticalScrollBar().setValue(0)
        self.words_shown_changed.emit()

    def _write(self) -> None:
        tokens = self._theme.tokens
        told = list(self._words()) if self.words_shown else []
        for part in self._parts:
            told += [_heading(part.heading, tokens), *_told(part, tokens, self._unfolded)]
        self.text.show_paragraphs(told, tokens.text)

    def _words(self) -> Iterator[str]:
        yield _heading(tr("In plain words"), self._theme.tokens)
        yield from (f"<p><b>{escape(word)}</b>: {escape(text)}</p>" for word, text in field_words())

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self._take_parts()
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(320, 400)


def _told(part: Part, tokens: Tokens, unfolded: set[str]) -> Iterator[str]:
    """Yield the paragraphs and tables of a part."""
    match part.key:
        case "warnings" | "profile":
            ordered = sorted(part.lines, key=lambda line: line.kind)
            for kind, lines in groupby(ordered, key=lambda line: line.kind):
                yield from _warnings(kind, tuple(lines), tokens, unfolded=kind in unfolded)
        case "checks":
            sign = f"<span style='color:{tokens.inks[Tone.GOOD].text}'>{CHECK_SIGN}</span> "
            yield from (f"<p>{sign}{_line(line, tokens)}</p>" for line in part.lines)
        case "steps" | "plan":
            yield from (_step(line, tokens) for line in part.lines)
        case _:
            style = f"color:{tokens.muted}"
            yield from (f"<p style='{style}'>{_line(line, tokens)}</p>" for line in part.lines)


def _warnings(
    kind: str, lines: tuple[Line, ...], tokens: Tokens, *, unfolded: bool
) -> Iterator[str]:
    """Yield the warnings of one kind: the first of them, and how many more there are."""
    several = bool(kind) and len(lines) > 1
    yield from (
        _warning(line, tokens) for line in (lines[:1] if several and not unfolded else lines)
    )
    if several:
        words = tr("Fewer") if unfolded else trn(_MORE, len(lines) - 1)
        style = f"color:{tokens.accent}; text-decoration:none"
        yield f"<p><a href='{FOLD}:{kind}' style='{style}'>{escape(words)}</a></p>"


def _warning(line: Line, tokens: Tokens) -> str:
    """A row of a table: the only patch of colour that Qt's rich text pads."""
    ink = tokens.inks[Tone.WARN]
    cell = f"style='color:{ink.text}; background-color:{ink.fill}'"
    return (
        f"<table width='100%' cellpadding='5' cellspacing='0' style='margin-top:3px'><tr>"
        f"<td width='14' {cell}>{WARNING_SIGN}</td><td {cell}>{_line(line, tokens)}</td>"
        "</tr></table>"
    )


def _step(line: Line, tokens: Tokens) -> str:
    formula, equals, result = line.text.rpartition(" = ")
    name = f"<span style='color:{tokens.muted}'>{escape(line.name)}</span>"
    told = f"{escape(formula + equals)}<b>{escape(result)}</b>"
    return f"<p>{name}<br>{_units_held(told)}</p>"


def _units_held(text: str) -> str:
    """Let no line end between a figure and its unit."""
    for unit in ("%", "$", "PTU"):
        text = text.replace(f" {unit}", f"{NO_BREAK_SPACE}{unit}")
    return text


def _line(line: Line, tokens: Tokens) -> str:
    if not line.url.startswith("https://"):
        return escape(line.text)
    style = f"color:{tokens.accent}; text-decoration:none"
    return f"<a href='{escape(line.url, quote=True)}' style='{style}'>{escape(line.text)}</a>"


def _heading(text: str, tokens: Tokens) -> str:
    style = f"color:{tokens.muted}; margin-top:10px; margin-bottom:2px"
    return f"<p style='{style}'><b>{escape(text)}</b></p>"
