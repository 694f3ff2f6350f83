# SPDX-License-Identifier: MIT
"""What the headline cards say of an estimate."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from azmodels_gui.calculator.break_even import NEVER, BreakEven
from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.estimate import PAYG, Estimate
from azmodels_gui.calculator.exact import to_places
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.cards import CardText
from azmodels_gui.window.calculator.profile_hours import MoneyWords
from azmodels_gui.window.theme.tokens import Tone

CONTEXT = "CalculatorCards"
MILLION = 1_000_000
TITLES = {
    Term.HOUR: N_("PTU by the hour"),
    Term.MONTH: N_("PTU, 1 month reserved"),
    Term.YEAR: N_("PTU, 1 year reserved"),
}


class CardTexts:
    """Writes the cards in one language and currency."""

    def __init__(self, found: Estimate, money: MoneyWords) -> None:
        self._found = found
        self._money = money
        self._language: str = money.language

    def all(self) -> tuple[CardText, ...]:
        """Return the cards: size, per token, and every term."""
        found = self._found
        head = self._no_size() if found.sized is None else self._size(found.sized)
        terms = () if found.sized is None else tuple(self._terms(found.sized))
        return (head, self._payg(), *terms)

    def _size(self, sized: SizedDeployment) -> CardText:
        size = sized.size
        note = tr(_NEED).format(
            raw=formats.number(to_places(size.raw, 2), self._language),
            increment=formats.number(size.sizing.scale_increment, self._language),
            minimum=formats.number(size.sizing.minimum_ptu, self._language),
        )
        detail = tr(_PEAK).format(
            used=self._percent(size.utilization, 1),
            spare=formats.number(to_places(size.spare_ptu, 2), self._language),
        )
        over = size.utilization > 1
        figure = formats.number(size.deployable, self._language)
        title = tr(_SIZE if sized.deployment.deployed_ptu is None else _SIZE_GIVEN)
        tone = Tone.BAD if over else Tone.ACCENT
        return CardText(title, figure, "PTU", note, detail, tone=tone)

    def _no_size(self) -> CardText:
        return CardText(tr(_SIZE), tr(_NOT_POSSIBLE), note=tr(_SEE_WARNINGS), tone=Tone.WARN)

    def _payg(self) -> CardText:
        found, money = self._found, self._money
        title = tr(_PAYG)
        if found.payg_monthly is None:
            return CardText(title, tr(_UNKNOWN), note=tr(_SEE_WARNINGS), tone=Tone.WARN)
        costs = [request.cost for request in found.payg if request.cost is not None]
        detail = tr(_REQUEST).format(cost=money.exact(costs[0]))
        note = tr(_AVERAGE).format(average=self._percent(found.average_load))
        figure = money(found.payg_monthly)
        return self._marked(PAYG, CardText(title, figure, tr(_A_MONTH), note, detail))

    def _terms(self, sized: SizedDeployment) -> Iterator[CardText]:
        for term in Term:
            cost = self._found.ptu_monthly[term]
            if cost is None:
                note = tr(_SEE_WARNINGS)
                yield CardText(tr(TITLES[term]), tr(_UNKNOWN), note=note, tone=Tone.WARN)
            else:
                yield self._term(term, cost)

    def _term(self, term: Term, cost: Decimal) -> CardText:
        point = self._found.break_even[term]
        title, figure = tr(TITLES[term]), self._money(cost)
        if point is None:
            return self._marked(
                term.value, CardText(title, figure, tr(_A_MONTH), tr(_NO_BREAK_EVEN))
            )
        note, detail = self._pays_from(point), self._volume(point)
        return self._marked(term.value, CardText(title, figure, tr(_A_MONTH), note, detail))

    def _marked(self, way: str, text: CardText) -> CardText:
        """Let the cheapest way to pay stand out, in words and colour."""
        if self._found.cheapest != way:
            return text
        return replace(text, note=tr(_CHEAPEST).format(note=text.note), tone=Tone.GOOD)

    def _pays_from(self, point: BreakEven) -> str:
        words = _PAYS_FROM if point.reachable else _NEVER_PAYS
        return tr(words).format(
            utilization=self._percent(point.utilization),
            yours=self._percent(self._found.average_utilization or Decimal(0)),
        )

    def _volume(self, point: BreakEven) -> str:
        million = formats.number(
            to_places(Decimal(point.tokens_per_day) / MILLION, 1), self._language
        )
        words = tr(_TOKENS_A_DAY).format(million=million)
        if point.peak_to_average == NEVER or not point.reachable:
            return words
        ratio = formats.number(to_places(point.peak_to_average, 2), self._language)
        return f"{words}; {tr(_FLIPS).format(ratio=ratio)}"

    def _percent(self, ratio: Decimal, places: int = 0) -> str:
        return formats.percent(ratio, self._language, places)


_SIZE = N_("To be deployed")
_SIZE_GIVEN = N_("Deployed, as you said")
_NEED = N_("raw {raw}; steps of {increment}, minimum {minimum}")
_PEAK = N_("{used} used at the peak, {spare} PTU spare")
_NOT_POSSIBLE = N_("no PTU")
_SEE_WARNINGS = N_("The reason is among the warnings.")
_PAYG = N_("Per token (PAYG)")
_A_MONTH = N_("a month")
_UNKNOWN = N_("unknown")
_REQUEST = N_("{cost} a request")
_AVERAGE = N_("at {average} of the peak on average")
_CHEAPEST = N_("Cheapest; {note}")
_NO_BREAK_EVEN = N_("break-even unknown")
_PAYS_FROM = N_("pays from {utilization} utilisation; yours: {yours}")
_NEVER_PAYS = N_("never pays: {utilization} utilisation needed")
_TOKENS_A_DAY = N_("{million} M tokens a day")
_FLIPS = N_("peak to average below {ratio}")
