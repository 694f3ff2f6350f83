# SPDX-License-Identifier: MIT
"""How a result came about: the formulas with the numbers put in, one step after the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.break_even import LoadValue, payg_value_of_ptu_month, share_places
from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, total
from azmodels_gui.calculator.payg import PaygRequest
from azmodels_gui.calculator.wording import word
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, told

STEPS: Mapping[str, Message] = {
    "input_tpm": N_("Input TPM"),
    "output_tpm": N_("Output TPM"),
    "normalized_request": N_("Normalised tokens of a request"),
    "normalized_tpm": N_("Normalised TPM"),
    "raw_ptu": N_("Raw PTU"),
    "deployable": N_("Deployable PTU"),
    "size_rule": N_("rounded up to steps of {increment}, at least {minimum}"),
    "size_given": N_("your figure"),
    "utilization": N_("Utilisation at the peak"),
    "payg_request": N_("One request, per token"),
    "payg_month": N_("Per token, a month"),
    "ptu_hour": N_("PTU by the hour, a month"),
    "ptu_month": N_("PTU reserved for 1 month, a month"),
    "ptu_year": N_("PTU reserved for 1 year, a month"),
    "break_even": N_("Pays from (cost ÷ the same tokens paid per token at full use)"),
}


TIMES, DIVIDED, EQUALS = "×", "÷", "="


@dataclass(frozen=True)
class Step:
    """One line of the calculation."""

    name: str
    """What is reckoned, in the language asked for."""
    formula: str
    """The numbers put in; empty where there is nothing to reckon."""
    result: str
    sources: tuple[str, ...] = ()
    """Ids of the sources of the figures in it."""

    @property
    def text(self) -> str:
        """The step as one line."""
        parts = (self.formula, self.result) if self.formula else (self.result,)
        return f"{self.name}: " + f" {EQUALS} ".join(parts)


def steps(found: Estimate, language: str) -> tuple[Step, ...]:
    """Return every step from the requests to the break-even, in German ("de") or English.

    What is not known has no step: a caution of the estimate says why.
    """
    return tuple(_Steps(found, language).all())


class _Steps:
    """Writes the steps in one language."""

    def __init__(self, found: Estimate, language: str) -> None:
        self._found = found
        self._language = language

    def all(self) -> Iterator[Step]:
        found = self._found
        for workload in found.question.deployment.workloads:
            yield from self._load(workload)
        if found.sized is not None:
            yield from self._size(found.sized)
        yield from self._payg()
        if found.sized is not None:
            for term in found.question.terms:
                yield from self._term(term, found.sized)

    def _load(self, workload: Workload) -> Iterator[Step]:
        number = self._number
        rate = number(Decimal(workload.requests_per_minute))
        into, out = number(workload.prompt_tokens), number(workload.answer_tokens)
        yield Step(self._name("input_tpm"), f"{rate} {TIMES} {into}", number(workload.input_tpm))
        yield Step(self._name("output_tpm"), f"{rate} {TIMES} {out}", number(workload.output_tpm))

    def _size(self, sized: SizedDeployment) -> Iterator[Step]:
        number, size = self._number, sized.size
        for workload, request in zip(sized.deployment.workloads, sized.requests, strict=True):
            weighed = " + ".join(
                f"{number(part.tokens)} {TIMES} {number(part.weight)} "
                f"({word(part.category.value, self._language)})"
                for part in request.parts
            )
            yield Step(
                self._name("normalized_request"), weighed, number(request.tokens), sized.sources
            )
            rate = Decimal(workload.requests_per_minute)
            yield Step(
                self._name("normalized_tpm"),
                f"{number(rate)} {TIMES} {number(request.tokens)}",
                number(product(rate, request.tokens)),
            )
        yield Step(
            self._name("raw_ptu"),
            f"{number(size.normalized_tpm)} {DIVIDED} {number(size.input_tpm_per_ptu)}",
            number(size.raw, 2),
            sized.sources,
        )
        yield from self._deployable(sized)

    def _deployable(self, sized: SizedDeployment) -> Iterator[Step]:
        number, size = self._number, sized.size
        given = sized.deployment.deployed_ptu is not None
        rule = self._name(
            "size_given" if given else "size_rule",
            increment=size.sizing.scale_increment,
            minimum=size.sizing.minimum_ptu,
        )
        yield Step(self._name("deployable"), rule, f"{number(size.deployable)} PTU", sized.sources)
        yield Step(
            self._name("utilization"),
            f"{number(size.normalized_tpm)} {DIVIDED} "
            f"({number(size.deployable)} {TIMES} {number(size.input_tpm_per_ptu)})",
            self._share(size.utilization),
        )

    def _payg(self) -> Iterator[Step]:
        found = self._found
        for request in found.payg:
            if request.cost is not None and request.parts:
                yield self._request(request, request.cost)
        if found.payg_per_minute is None or found.payg_monthly is None:
            return
        number, month = self._number, found.question.month
        average = figures.percent(found.average_load, self._language)
        yield Step(
            self._name("payg_month"),
            f"{self._exact_money(found.payg_per_minute)} {TIMES} {number(Decimal(month.hours))} "
            f"{TIMES} 60 {TIMES} {average}",
            self._money(found.payg_monthly),
        )

    def _request(self, request: PaygRequest, cost: Decimal) -> Step:
        number = self._number
        parts = " + ".join(
            f"{number(part.tokens)} {TIMES} {number(part.per_million or Decimal(0))} "
            f"({word(part.category.value, self._language)})"
            for part in request.parts
        )
        return Step(
            self._name("payg_request"),
            f"({parts}) {DIVIDED} {number(Decimal(1_000_000))}",
            self._exact_money(cost),
            request.sources,
        )

    def _term(self, term: Term, sized: SizedDeployment) -> Iterator[Step]:
        found, rate = self._found, self._found.rates[term]
        cost, amount = found.ptu_monthly[term], rate.amount
        if cost is None or amount is None:
            return
        yield Step(
            self._name(f"ptu_{term.value}"),
            self._bought(term, amount, sized),
            self._money(cost),
            rate.sources,
        )
        point = found.break_even[term]
        if point is not None:
            yield Step(
                self._name("break_even"),
                f"{self._money(cost)} {DIVIDED} {self._money(self._worth(sized))}",
                self._share(point.utilization),
            )

    def _bought(self, term: Term, amount: Decimal, sized: SizedDeployment) -> str:
        """Return PTU times price; with a part reserved, the rest by the hour is added."""
        month, reserved = self._found.question.month, self._found.question.reserved_ptu
        hours = f" {TIMES} {month.hours}"
        factor = {Term.HOUR: hours, Term.YEAR: f" {DIVIDED} 12"}.get(term, "")
        deployed = sized.size.deployable
        if term is Term.HOUR or reserved is None:
            return f"{self._number(deployed)} {TIMES} {self._exact_money(amount)}{factor}"
        base = f"{self._number(reserved)} {TIMES} {self._exact_money(amount)}{factor}"
        hourly = self._found.rates[Term.HOUR].amount
        if reserved >= deployed or hourly is None:
            return base
        overage = self._number(deployed - reserved)
        return f"{base} + {overage} {TIMES} {self._exact_money(hourly)}{hours}"

    def _worth(self, sized: SizedDeployment) -> Decimal:
        """Return what the deployed PTU carry in a month, paid per token."""
        found, size = self._found, sized.size
        value = LoadValue(
            normalized_tokens=size.normalized_tpm,
            tokens=total([each.tpm for each in found.question.deployment.workloads]),
            payg_cost=found.payg_per_minute or Decimal(0),
        )
        one = payg_value_of_ptu_month(size.input_tpm_per_ptu, value, found.question.month)
        return product(size.deployable, one)

    def _name(self, key: str, **values: int) -> str:
        shown = {name: self._number(Decimal(value)) for name, value in values.items()}
        return told(STEPS[key], self._language, **shown)

    def _number(self, value: Decimal | int, places: int | None = None) -> str:
        return figures.number(value, self._language, places)

    def _share(self, share: Decimal) -> str:
        return figures.percent(share, self._language, share_places(share))

    def _money(self, amount: Decimal) -> str:
        return figures.money(amount, self._found.currency, self._language)

    def _exact_money(self, amount: Decimal) -> str:
        """Return an amount with all its places: a request costs fractions of a cent."""
        return figures.exact_money(amount, self._found.currency, self._language)
