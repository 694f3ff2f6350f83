# SPDX-License-Identifier: MIT
"""Cost over the utilisation of the PTU: one line per way to pay, the crossings marked."""

from collections.abc import Iterator
from decimal import Decimal

from azmodels_gui.calculator.break_even import BreakEven
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels import formats
from azmodels_gui.views.calculator.money_words import MoneyWords
from azmodels_gui.views.charts.line_picture import (
    Axis,
    Line,
    LineLook,
    LinePicture,
    Point,
    Upright,
)

CONTEXT = "BreakEvenChart"
RIGHT_EDGE = Decimal("1.25")
"""Utilisation where the picture ends: a little beyond what PTU can be used to."""
AIR = Decimal("1.12")
LOOKS = {Term.HOUR: LineLook.HOUR, Term.MONTH: LineLook.MONTH, Term.YEAR: LineLook.YEAR}
STEP_PERCENT = 1.0


class BreakEvenPicture:
    """Makes the picture of one estimate in one language and currency."""

    def __init__(self, found: Estimate, money: MoneyWords) -> None:
        self._found = found
        self._money = money
        per_minute, sized = found.payg_per_minute, found.sized
        self.full_use: Decimal | None = None
        """What the deployed PTU carry in a month at full use, paid per token."""
        if per_minute and sized is not None and sized.size.utilization:
            monthly = product(per_minute, found.question.month.minutes)
            self.full_use = quotient(monthly, sized.size.utilization)

    def picture(self) -> LinePicture | None:
        """Return the picture; None where there is nothing to compare."""
        if self.full_use is None or self._found.sized is None:
            return None
        top = product(self._money.converted(self.full_use), RIGHT_EDGE, AIR)
        return LinePicture(
            title=self._title(),
            x_axis=Axis(tr(_UTILIZATION), 0, float(100 * RIGHT_EDGE), self._tell_percent),
            y_axis=Axis(tr(_COST).format(currency=self._money.currency), 0, float(top), self._mark),
            lines=(self._token_line(self.full_use), *self._term_lines(top)),
            points=tuple(self._points(top)),
            upright=self._upright(),
            notes=tuple(self._notes(top)),
            tell=self.told_at,
            step=STEP_PERCENT,
        )

    def told_at(self, percent: float) -> tuple[str, ...]:
        """Return the cost of each way to pay at a utilisation in percent."""
        if self.full_use is None:
            return ()
        share = Decimal(f"{percent:.1f}")
        at = quotient(product(self.full_use, share), 100)
        lines = [
            tr(_AT).format(percent=self._tell_percent(round(percent))),
            f"{tr(_TOKEN)}: {self._money(at)}",
        ]
        for term, cost in self._costs():
            lines.append(f"{tr(_TERMS[term])}: {self._money(cost)}")
        return tuple(lines)

    def _title(self) -> str:
        sized = self._found.sized
        ptu = 0 if sized is None else sized.size.deployable
        kind = self._found.question.deployment.deployment_type.name
        return tr(_TITLE).format(
            ptu=formats.number(ptu, self._money.language),
            kind=kind.in_language(self._money.language),
        )

    def _costs(self) -> Iterator[tuple[Term, Decimal]]:
        """Yield the monthly cost of each term of interest that is known."""
        for term in self._found.question.terms:
            cost = self._found.ptu_monthly[term]
            if cost is not None:
                yield term, cost

    def _token_line(self, full_use: Decimal) -> Line:
        right = product(self._money.converted(full_use), RIGHT_EDGE)
        edge = float(100 * RIGHT_EDGE)
        return Line(
            LineLook.TOKEN, tr(_TOKEN), (0.0, edge), (0.0, float(right)), edge, label_ends=True
        )

    def _term_lines(self, top: Decimal) -> Iterator[Line]:
        edge = float(100 * RIGHT_EDGE)
        for term, cost in self._costs():
            shown, point = self._money.converted(cost), self._found.break_even[term]
            if shown <= top:
                crossing = edge if point is None else min(edge, float(100 * point.utilization))
                words, early = self._pays(term, point), crossing < edge / 2
                height = float(shown)
                label_x = crossing + 2 if early else crossing - 2
                yield Line(
                    LOOKS[term], words, (0.0, edge), (height, height), label_x, label_ends=not early
                )

    def _points(self, top: Decimal) -> Iterator[Point]:
        for term, cost in self._costs():
            shown, point = self._money.converted(cost), self._found.break_even[term]
            if point is not None and point.utilization <= RIGHT_EDGE and shown <= top:
                yield Point(LOOKS[term], float(100 * point.utilization), float(shown))

    def _upright(self) -> Upright | None:
        yours = self._found.average_utilization
        if yours is None or yours > RIGHT_EDGE:
            return None
        words = tr(_YOURS).format(percent=formats.percent(yours, self._money.language))
        return Upright(float(100 * yours), words)

    def _notes(self, top: Decimal) -> Iterator[str]:
        for term, cost in self._costs():
            if self._money.converted(cost) > top:
                words = self._pays(term, self._found.break_even[term])
                yield f"\N{UPWARDS ARROW} {words} ({self._money(cost)})"

    def _pays(self, term: Term, point: BreakEven | None) -> str:
        name = tr(_TERMS[term])
        if point is None:
            return name
        words = _FROM if point.reachable else _NEVER
        percent = formats.percent(point.utilization, self._money.language)
        return tr(words).format(term=name, percent=percent)

    def _tell_percent(self, percent: float) -> str:
        ratio = Decimal(f"{percent:.1f}") / 100
        return formats.percent(ratio, self._money.language, 0 if percent == int(percent) else 1)

    def _mark(self, amount: float) -> str:
        return formats.number(Decimal(f"{amount:.10g}"), self._money.language)


_TITLE = N_("Cost over utilisation: {ptu} PTU, {kind}")
_UTILIZATION = N_("average utilisation of the PTU")
_COST = N_("{currency} a month")
_AT = N_("At {percent} utilisation, a month:")
_TOKEN = N_("per token")
_YOURS = N_(" your load: {percent} ")
_FROM = N_("{term}: from {percent}")
_NEVER = N_("{term}: never, {percent} needed")
_TERMS = {
    Term.HOUR: N_("hourly"),
    Term.MONTH: N_("1 month reserved"),
    Term.YEAR: N_("1 year reserved"),
}
