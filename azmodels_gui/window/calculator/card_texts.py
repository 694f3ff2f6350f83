# SPDX-License-Identifier: MIT
"""What the headline cards say of an estimate: its figures, large amounts without cents."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from azmodels_gui.answers.answer import Answer, Qualifier, Status
from azmodels_gui.answers.conversion import Conversion
from azmodels_gui.answers.sizing import figures_by_key, sizing_sections
from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.estimate import PAYG, Estimate
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import WHOLE_FROM
from azmodels_gui.language import figures
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import CellKind
from azmodels_gui.window.calculator.cards import CardText
from azmodels_gui.window.calculator.profile_bar import MoneyWords
from azmodels_gui.window.theme.tokens import Tone

CONTEXT = "CalculatorCards"
MILLION = 1_000_000


class CardTexts:
    """Writes the cards in one language and currency."""

    def __init__(self, found: Estimate, money: MoneyWords) -> None:
        rate = money.rate if money.converts else None
        shown = Conversion(money.currency, rate)
        self._found = found
        self._money = money
        self._order = SheetOrder(
            found.catalog, found.question.day, money.language, conversion=shown
        )
        self._answers = figures_by_key(sizing_sections([found]))

    def all(self) -> tuple[CardText, ...]:
        """Return the cards: size, per token, and every term."""
        sized = self._found.sized
        if sized is None:
            return (self._without("deployable_ptu", tr(_SIZE)), self._payg())
        return (self._size(sized), self._payg(), *map(self._term, Term))

    def _size(self, sized: SizedDeployment) -> CardText:
        note = tr(_NEED).format(
            raw=self._figure("raw_ptu"),
            increment=self._figure("scale_increment"),
            minimum=self._figure("minimum_ptu"),
        )
        used, spare = self._figure("utilization"), self._figure("spare_ptu")
        detail = tr(_PEAK).format(used=used, spare=spare)
        title = tr(_SIZE if sized.deployment.deployed_ptu is None else _SIZE_GIVEN)
        tone = Tone.BAD if sized.size.utilization > 1 else Tone.ACCENT
        return CardText(title, self._figure("deployable_ptu"), "PTU", note, detail, tone)

    def _payg(self) -> CardText:
        costs = [request.cost for request in self._found.payg if request.cost is not None]
        average = self._money.percent(self._found.average_load, 1)
        detail = tr(_REQUEST).format(cost=self._money.exact(costs[0])) if costs else ""
        return self._cost(PAYG, tr(_AVERAGE).format(average=average), detail)

    def _term(self, term: Term) -> CardText:
        pays = self._answers[f"pays_{term}"]
        if pays.status is not Status.KNOWN:
            return self._cost(term, tr(_NO_BREAK_EVEN))
        words = _NEVER_PAYS if Qualifier.NEVER in pays.qualifiers else _PAYS_FROM
        share = self._told(replace(pays, qualifiers=frozenset()))
        note = tr(words).format(utilization=share, yours=self._figure("average_utilization"))
        return self._cost(term, note, "; ".join(self._volume(term)))

    def _cost(self, way: str, note: str, detail: str = "") -> CardText:
        """Return the card of a way to pay; the cheapest stands out, in words and colour."""
        key, tone = f"cost_{way}", Tone.PLAIN
        title = self._order.words(key)
        if self._answers[key].status is not Status.KNOWN:
            return self._without(key, title)
        if self._found.cheapest == way:
            note, tone = tr(_CHEAPEST).format(note=note), Tone.GOOD
        return CardText(title, self._figure(key), tr(_A_MONTH), note, detail, tone)

    def _without(self, key: str, title: str) -> CardText:
        """Return the card of a figure that is not there."""
        return CardText(title, self._figure(key), note=tr(_SEE_WARNINGS), tone=Tone.WARN)

    def _volume(self, term: Term) -> Iterator[str]:
        tokens = self._answers[f"tokens_a_day_{term}"].value
        if isinstance(tokens, int):
            million = figures.number(Decimal(tokens) / MILLION, self._money.language, 1)
            yield tr(_TOKENS_A_DAY).format(million=million)
        if self._answers[f"flips_{term}"].status is Status.KNOWN:
            yield tr(_FLIPS).format(ratio=self._figure(f"flips_{term}"))

    def _figure(self, key: str) -> str:
        return self._told(self._answers[key])

    def _told(self, answer: Answer) -> str:
        """Return a figure as the sheets tell it; of large amounts the whole units only."""
        told = cell(answer, self._order)
        amount = told.value if told.kind is CellKind.MONEY else None
        if not isinstance(amount, Decimal) or abs(amount) < WHOLE_FROM:
            return told.text
        whole = figures.whole_money(amount, told.currency, self._money.language)
        return figures.kept_together(whole)


_SIZE = N_("To be deployed")
_SIZE_GIVEN = N_("Deployed, as you said")
_NEED = N_("raw {raw}; steps of {increment}, minimum {minimum}")
_PEAK = N_("{used} used at the peak, {spare} PTU spare")
_SEE_WARNINGS = N_("The reason is among the warnings.")
_A_MONTH = N_("a month")
_REQUEST = N_("{cost} a request")
_AVERAGE = N_("at {average} of the peak on average")
_CHEAPEST = N_("Cheapest; {note}")
_NO_BREAK_EVEN = N_("break-even unknown")
_PAYS_FROM = N_("pays from {utilization} utilisation; yours: {yours}")
_NEVER_PAYS = N_("never pays: {utilization} utilisation needed")
_TOKENS_A_DAY = N_("{million} M tokens a day")
_FLIPS = N_("peak to average below {ratio}")
