# SPDX-License-Identifier: MIT
"""What the cards of the scenarios say: the figures of one list, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from azmodels_gui.answers.answer import Answer as Told
from azmodels_gui.answers.answer import Status
from azmodels_gui.answers.scenarios import Option, least, scenario_section
from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.calculator.asking import Answer
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import quotient
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.calculator.plan import Planned
from azmodels_gui.calculator.scenarios import LETTERS, Scenarios
from azmodels_gui.calculator.ways import PAYG, spills, term_of
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.document import SOON_DAYS
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.estimate import PER_TOKEN, SHORT_TERMS
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, NN_, in_language, shown_language, tr, trn
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.scenario_sheet import names_of, options_of
from azmodels_gui.window.theme import Tone

CONTEXT = "CalculatorCards"


@dataclass(frozen=True)
class CardLine:
    """One line of a card: what it is about, and what is known."""

    name: str
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class CardText:
    """What a card says."""

    letter: str
    name: str
    badge: str = ""
    """Beside the name, where it is the best."""
    place: str = ""
    """Where and how it is paid."""
    amount: str = ""
    """Of a month."""
    unit: str = ""
    tone: Tone = Tone.PLAIN
    """Of the amount."""
    why: str = ""
    """Why there is no amount."""
    lines: tuple[CardLine, ...] = ()

    @property
    def plain(self) -> str:
        """Everything as text, for the clipboard and for screen readers."""
        first = " ".join(filter(None, (self.letter, self.name, self.badge)))
        amount = f"{self.amount} {self.unit}".strip()
        told = (f"{line.name}: {line.text}" for line in self.lines)
        return "\n".join(filter(None, (first, self.place, amount, self.why, *told)))


def amounts_of(inputs: Inputs, currency: str, language: str) -> Amounts:
    """Return how the user wants amounts to be read that the catalogue has in a currency."""
    asked, rate = inputs.currency, inputs.exchange_rate
    if asked == currency or not rate:
        return Amounts(language, currency, currency)
    return Amounts(language, currency, asked, rate)


def card_texts(
    scenarios: Scenarios,
    answers: Sequence[Answer],
    money: Amounts,
    plan: Planned | None = None,
) -> tuple[CardText, ...]:
    """Return a card for each scenario, in their order; of a plan with their part of its total."""
    options = options_of(answers)
    best = None if scenarios.is_plan else least(options)
    compared = [option for option in options if option is not None]
    columns: Iterator[dict[str, Told]] = iter(())
    if compared:
        section = scenario_section(compared, options[0])
        columns = iter(
            {row.key: row.answers[at] for row in section.rows} for at in range(len(compared))
        )
    names = names_of(scenarios)
    alone = len(options) == 1 or scenarios.is_plan
    texts = [
        _unanswered(LETTERS[at], names[at], answers[at], money)
        if option is None
        else _Card(option, next(columns), money).text(
            LETTERS[at], names[at], best=at == best, alone=alone or at == 0
        )
        for at, option in enumerate(options)
    ]
    if scenarios.is_plan:
        texts = list(_of_plan(texts, scenarios, options, None if plan is None else plan.monthly))
    return tuple(texts)


def _of_plan(
    texts: Sequence[CardText],
    scenarios: Scenarios,
    options: Sequence[Option | None],
    monthly: Decimal | None,
) -> Iterator[CardText]:
    """Yield the cards of a plan: what is left out of it, and the share of its total."""
    for text, scenario, option in zip(texts, scenarios.all, options, strict=True):
        cost = None if option is None else option.cost
        if scenario.left_out:
            yield replace(text, badge=tr(_LEFT_OUT), tone=Tone.MUTED)
        elif cost is None or not monthly:
            yield text
        else:
            share = figures.percent(quotient(cost, monthly), shown_language(), 0)
            yield replace(text, unit=tr(_OF_TOTAL).format(share=share))


def order_of(found: Estimate, money: Amounts) -> SheetOrder:
    """Return what words and figures of an answer are told by."""
    shown = Conversion(money.currency, money.rate if money.converts else None)
    return SheetOrder(found.catalog, found.question.day, money.language, conversion=shown)


def _unanswered(letter: str, name: str, answer: Answer, money: Amounts) -> CardText:
    why = tr(_NO_MODEL) if answer.refusal is None else sentence(answer.refusal, money.language)
    return CardText(letter, name, amount=tr(_UNKNOWN), tone=Tone.WARN, why=why)


class _Card:
    """Writes one card in one language and currency."""

    def __init__(self, option: Option, figures: dict[str, Told], money: Amounts) -> None:
        self._option, self._found, self._figures = option, option.found, figures
        self._order = order_of(option.found, money)

    def text(self, letter: str, name: str, *, best: bool, alone: bool) -> CardText:
        cost = self._figures["scenario_cost"]
        known = cost.status is Status.KNOWN
        past = not self._option.lives
        lines = [*self._lines()]
        if not alone:
            lines.append(CardLine(tr(_AGAINST_FIRST).format(letter=LETTERS[0]), self._against()))
        return CardText(
            letter,
            name,
            badge=tr(_CHEAPEST) if best else "",
            place=self._place(),
            amount=self._told("scenario_cost") if known else "–" if past else tr(_UNKNOWN),
            unit=tr(_A_MONTH) if known else "",
            tone=Tone.BAD if past else Tone.PLAIN if known else Tone.WARN,
            why="" if known else tr(_ENDED if past else _SEE_WARNINGS),
            lines=tuple(lines),
        )

    def _place(self) -> str:
        deployment, language = self._found.question.deployment, self._order.language
        told, paid = [self._zone()], self._option.paid
        if self._option.ptu is not None:
            told.append(f"{self._order.cells.number(self._option.ptu).text} PTU")
        if paid is not None:
            term = term_of(paid)
            told.append(in_language(PER_TOKEN if term is None else SHORT_TERMS[term], language))
        if paid is not None and spills(paid):
            told.append(tr(_REST))
        if deployment.region is not None:
            told.append(deployment.region.name)
        return ", ".join(told)

    def _zone(self) -> str:
        """Return where data is processed: a data zone by its name where the region tells it."""
        deployment = self._found.question.deployment
        region, zones = deployment.region, self._found.catalog.data_zones
        if deployment.deployment_type.scope is Scope.DATA_ZONE and region is not None:
            named = next((zone for zone in zones if zone.id == region.data_zone), None)
            if named is not None:
                return named.name.in_language(self._order.language)
        return self._order.words.named(deployment.deployment_type.scope, "scope_")

    def _lines(self) -> Iterator[CardLine]:
        for key, name in _BESIDE:
            told = self._figures.get(key)
            if told is not None and told.status is not Status.DOES_NOT_APPLY:
                yield self._line(key, tr(name))
        if self._option.paid == PAYG:
            yield CardLine(tr(_A_REQUEST), self._told("per_request"))
            yield self._line("scenario_quota", tr(_QUOTA))
        elif self._option.paid is not None:
            used = self._told("average_utilization")
            peak = self._told("utilization")
            over = self._figures["utilization"].value
            tone = Tone.BAD if isinstance(over, Decimal) and over > 1 else Tone.PLAIN
            yield CardLine(tr(_USED), tr(_USED_AND_PEAK).format(used=used, peak=peak), tone)
            if spills(self._option.paid):
                yield CardLine(tr(_SPILLS), self._told("share_spilled"))
            if self._figures["scenario_quota"].status is not Status.DOES_NOT_APPLY:
                yield self._line("scenario_quota", tr(_QUOTA))
        if self._figures["scenario_assumed"].status is Status.KNOWN:
            yield CardLine(tr(_ASSUMED), self._told("scenario_assumed"), Tone.WARN)
        yield self._ends()

    def _ends(self) -> CardLine:
        told, left = self._told("retirement"), self._figures["days_left"].value
        if not isinstance(left, int):
            return CardLine(tr(_RETIRES), told, Tone.MUTED)
        if left < 0:
            return CardLine(tr(_RETIRES), tr(_PAST).format(day=told), Tone.BAD)
        tone = Tone.WARN if left <= SOON_DAYS else Tone.PLAIN
        return CardLine(tr(_RETIRES), f"{told} ({trn(_DAYS, left)})", tone)

    def _against(self) -> str:
        """Return what a month costs more than in the first, and how many PTU more there are."""
        told, more = self._told("scenario_difference"), self._figures.get("scenario_more_ptu")
        if more is None or not more.value or more.status is not Status.KNOWN:
            return told
        return f"{told}, {cell(more, self._order).text} PTU"

    def _line(self, key: str, name: str) -> CardLine:
        answer = self._figures[key]
        tone = Tone.MUTED if answer.has_gap else Tone.WARN if answer.warns else Tone.PLAIN
        return CardLine(name, self._told(key), tone)

    def _told(self, key: str) -> str:
        """Return a figure as the sheets tell it."""
        return cell(self._figures[key], self._order).text


_CHEAPEST = N_("cheapest")
_LEFT_OUT = N_("not in the plan")
_OF_TOTAL = N_("a month, {share} of the total")
_UNKNOWN = N_("unknown")
_NO_MODEL = N_("This catalogue has no such model. Choose another as the model.")
_SEE_WARNINGS = N_("A price or the size is unknown; the reason is among the warnings.")
_ENDED = N_("The model has ended and can no longer be taken.")
_A_MONTH = N_("a month")
_A_REQUEST = N_("a request")
_QUOTA = N_("Quota")
_USED = N_("Utilisation")
_USED_AND_PEAK = N_("{used}, peak {peak}")
_BESIDE = (("beside_once", N_("Once")), ("scenario_whole", N_("A month in all")))
_SPILLS = N_("Spills over")
_REST = N_("rest per token")
_ASSUMED = N_("Assumption")
_RETIRES = N_("Retirement")
_DAYS = NN_("{count} day", "{count} days")
_PAST = N_("past since {day}")
_AGAINST_FIRST = N_("against {letter}")
