# SPDX-License-Identifier: MIT
"""How a result came about: the formulas with the numbers put in, one step after the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import gcd

from azmodels_gui.calculator.beside import BesideEstimate
from azmodels_gui.calculator.break_even import LoadValue, payg_value_of_ptu_month
from azmodels_gui.calculator.counted import Period
from azmodels_gui.calculator.deployment import Deployment, SizedDeployment
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import count_told, product, share_places, to_cents, total
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month_load import Average, BusyHours, MonthLoad, Sessions, Typed, Users
from azmodels_gui.calculator.payg import PaygPart, PaygRequest
from azmodels_gui.calculator.plan import Plan, Pool
from azmodels_gui.calculator.ways import spilling
from azmodels_gui.calculator.wording import FIGURES, word
from azmodels_gui.calculator.workload import RequestShape, TextAmount, TextFactors
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, told

NAMES: Mapping[str, Message] = {
    **FIGURES,
    "question_tokens": N_("Tokens that are new in a prompt"),
    "answer_tokens": N_("Tokens of a visible answer"),
    "input_tokens": N_("Input tokens of a request"),
    "output_tokens": N_("Output tokens of a request"),
    "normalized_request": N_("Normalised tokens of a request"),
    "payg_request": N_("One request, per token"),
    "pays": N_("Pays from (cost ÷ the same tokens paid per token at full use)"),
}
_A_MONTH = N_("{way}, a month")
_SIZE_RULE = N_("rounded up to steps of {increment}, at least {minimum}")
_SIZE_GIVEN = N_("your figure")

TIMES, DIVIDED, EQUALS = "×", "÷", "="


@dataclass(frozen=True)
class Step:
    """One line of the calculation."""

    key: str
    """That of the figure where the tables have it, too."""
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


def steps(found: Estimate | SizedDeployment | BesideEstimate, language: str) -> tuple[Step, ...]:
    """Return every step from the requests to the break-even, or to the size alone.

    What is not known has no step: a caution of the estimate says why.
    """
    if isinstance(found, SizedDeployment):
        return tuple(_SizeSteps(language).all(found.deployment, found))
    if isinstance(found, BesideEstimate):
        return tuple(_MoneySteps(found.currency, language).beside(found.beside))
    return tuple(_CostSteps(found, language).every())


class _SizeSteps:
    """Writes the steps from the requests to the PTU in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def all(self, deployment: Deployment, sized: SizedDeployment | None) -> Iterator[Step]:
        for load in deployment.loads:
            yield from self._load(load)
        if sized is not None:
            yield from self._size(sized)

    def _load(self, load: MonthLoad) -> Iterator[Step]:
        number, workload = self._number, load.workload
        peak, requests = self._origin(load)
        if load.shape is not None:
            yield from self._shape(load.shape)
        yield self._step("peak_rpm", peak, number(count_told(load.peak_rpm)))
        yield self._step("monthly_requests", requests, number(count_told(load.monthly_requests)))
        if not workload.tokens_per_request:
            return
        rate = number(Decimal(workload.requests_per_minute))
        into, out = number(workload.prompt_tokens), number(workload.answer_tokens)
        yield self._step(
            "input_tpm", f"{rate} {TIMES} {into}", number(count_told(workload.input_tpm))
        )
        yield self._step(
            "output_tpm", f"{rate} {TIMES} {out}", number(count_told(workload.output_tpm))
        )

    def _shape(self, shape: RequestShape) -> Iterator[Step]:
        """Yield how the tokens of a request came about, where they were not simply stated."""
        number, turns = self._number, Decimal(shape.turns)
        question, answer = number(shape.question_tokens), number(shape.answer_tokens)
        for key, text, tokens in (
            ("question_tokens", shape.question, question),
            ("answer_tokens", shape.answer, answer),
        ):
            words = self._words(text, shape.factors)
            if words:
                yield self._step(key, words, tokens)
        if turns > 1 or shape.system_prompt:
            before = f" + {number((turns - 1) / 2)} {TIMES} {answer}" if turns > 1 else ""
            prompt = f"{number(shape.system_prompt)} + " if shape.system_prompt else ""
            asked = f"{number((turns + 1) / 2)} {TIMES} {question}" if turns > 1 else question
            yield self._step("input_tokens", f"{prompt}{asked}{before}", number(shape.input_tokens))
        if shape.reasoning:
            formula = f"{answer} {TIMES} (1 + {number(shape.reasoning)})"
            yield self._step("output_tokens", formula, number(shape.output_tokens))

    def _words(self, text: TextAmount, factors: TextFactors) -> str:
        """Return the words of a text times the tokens of one; empty where only tokens are told."""
        number = self._number
        counted = (
            (text.words, None),
            (text.pages, factors.words_per_page),
            (text.speech_minutes, factors.words_per_minute),
        )
        parts = [
            number(count) if each is None else f"{number(count)} {TIMES} {number(each)}"
            for count, each in counted
            if count
        ]
        if not parts:
            return ""
        words = parts[0] if len(parts) == 1 else f"({' + '.join(parts)})"
        words = f"{words} {TIMES} {number(factors.tokens_per_word)}"
        return f"{words} + {number(text.tokens)}" if text.tokens else words

    def _origin(self, load: MonthLoad) -> tuple[str, str]:
        """Return how the busiest minute and the requests of a month came about."""
        number = self._number
        match load.origin:
            case Users() as made:
                a_day = f"{number(made.users)} {TIMES} {number(made.requests_per_user)}"
                hours, factor = number(made.busy_hours), number(made.peak_factor)
                peak = f"{a_day} {DIVIDED} ({hours} {TIMES} 60) {TIMES} {factor}"
                return peak, f"{a_day} {TIMES} {number(made.working_days)}"
            case Sessions() as made:
                sessions, seconds = number(made.sessions), number(made.session_seconds)
                return f"{sessions} {TIMES} 60 {DIVIDED} {seconds}", self._month(load, made.average)
            case Typed(average=average):
                return "", self._month(load, average)
            case LoadProfile() as made:
                total, minutes = number(made.total_requests), number(made.minutes)
                return "", f"{total} {DIVIDED} {minutes} {TIMES} {self._minutes(load)}"

    def _month(self, load: MonthLoad, average: Average) -> str:
        number, peak = self._number, self._number(load.peak_rpm)
        match average:
            case None:
                return f"{peak} {TIMES} {self._minutes(load)}"
            case BusyHours() as hours:
                minutes = f"{number(hours.working_days)} {TIMES} {number(hours.busy_hours)}"
                factor = number(hours.peak_factor)
                return f"{peak} {DIVIDED} {factor} {TIMES} {minutes} {TIMES} 60"
            case share:
                told = figures.percent(
                    share, self._language, figures.places_of(product(share, 100), 1)
                )
                return f"{peak} {TIMES} {self._minutes(load)} {TIMES} {told}"

    def _minutes(self, load: MonthLoad) -> str:
        return f"{self._number(load.month.hours)} {TIMES} 60"

    def _size(self, sized: SizedDeployment) -> Iterator[Step]:
        number, size = self._number, sized.size
        for workload, request in zip(sized.deployment.workloads, sized.requests, strict=True):
            weighed = " + ".join(
                f"{number(part.tokens)} {TIMES} {number(part.weight)} "
                f"({word(part.category.value, self._language)})"
                for part in request.parts
            )
            yield self._step("normalized_request", weighed, number(request.tokens), sized.sources)
            rate = Decimal(workload.requests_per_minute)
            yield self._step(
                "normalized_tpm",
                f"{number(rate)} {TIMES} {number(request.tokens)}",
                number(count_told(product(rate, request.tokens))),
            )
        yield self._step(
            "raw_ptu",
            f"{number(count_told(size.normalized_tpm))} {DIVIDED} {number(size.input_tpm_per_ptu)}",
            number(size.raw, 2),
            sized.sources,
        )
        yield self._step(
            "deployable_ptu", self._rule(sized), number(size.deployable), sized.sources
        )
        yield self._step(
            "utilization",
            f"{number(count_told(size.normalized_tpm))} {DIVIDED} "
            f"({number(size.deployable)} {TIMES} {number(size.input_tpm_per_ptu)})",
            self._share(size.utilization),
        )

    def _rule(self, sized: SizedDeployment) -> str:
        if sized.deployment.deployed_ptu is not None:
            return told(_SIZE_GIVEN, self._language)
        sizing = sized.size.sizing
        return told(
            _SIZE_RULE,
            self._language,
            increment=self._number(sizing.scale_increment),
            minimum=self._number(sizing.minimum_ptu),
        )

    def _step(self, key: str, formula: str, result: str, sources: tuple[str, ...] = ()) -> Step:
        if key.startswith("cost_"):
            name = told(_A_MONTH, self._language, way=NAMES[key])
        else:
            name = told(NAMES["pays" if key.startswith("pays_") else key], self._language)
        return Step(key, name, formula, result, sources)

    def _number(self, value: Decimal | int, places: int | None = None) -> str:
        return figures.number(value, self._language, places)

    def _share(self, share: Decimal) -> str:
        return figures.percent(share, self._language, share_places(share))


class _MoneySteps(_SizeSteps):
    """Writes steps with money in them."""

    def __init__(self, currency: str, language: str) -> None:
        super().__init__(language)
        self._currency = currency

    def beside(self, paid: PaygRequest) -> Iterator[Step]:
        """Yield what is paid for beside requests."""
        for part in paid.parts:
            if part.cost is not None:
                cited = () if part.listed_price is None else (part.listed_price.source,)
                formula = self._part(part, alone=True)
                yield self._step(f"beside_{part.count}", formula, self._money(part.cost), cited)

    def _part(self, part: PaygPart, *, alone: bool) -> str:
        """Return amount times price; alone, with what leads from one to the unit of the other."""
        times, by = part.factor
        shared = gcd(times, by)
        times, by = times // shared, by // shared
        more = (Decimal(times),) if times > 1 else ()
        factors = (part.amount, *more, part.price or Decimal(0))
        reckoned = f" {TIMES} ".join(self._number(each) for each in factors)
        if alone and by > 1:
            reckoned += f" {DIVIDED} {self._number(by)}"
        return f"{reckoned} ({word(part.category.value, self._language)})"

    def _money(self, amount: Decimal) -> str:
        return figures.money(amount, self._currency, self._language)

    def _exact_money(self, amount: Decimal) -> str:
        """Return an amount with all its places: a request costs fractions of a cent."""
        return figures.exact_money(amount, self._currency, self._language)


class _CostSteps(_MoneySteps):
    """Writes the steps to the break-even, too."""

    def __init__(self, found: Estimate, language: str) -> None:
        super().__init__(found.currency, language)
        self._found = found

    def every(self) -> Iterator[Step]:
        found = self._found
        yield from self.all(found.question.deployment, found.sized)
        yield from self._payg()
        yield from self.beside(found.beside)
        if found.sized is not None:
            for term in found.question.terms:
                yield from self._term(term, found.sized)
            yield from self._base_loads()

    def _payg(self) -> Iterator[Step]:
        found = self._found
        for request in found.payg:
            if request.cost is not None and request.parts:
                yield self._request(request, request.cost)
        if found.payg_monthly is None:
            return
        loads = found.question.deployment.loads
        parts = (
            f"{self._number(count_told(load.monthly_requests))} {TIMES} "
            f"{self._exact_money(request.cost or Decimal(0))}"
            for load, request in zip(loads, found.payg, strict=True)
        )
        yield self._step("cost_payg", " + ".join(parts), self._money(found.payg_monthly))

    def _request(self, request: PaygRequest, cost: Decimal) -> Step:
        million = {(1, 1_000_000)} == {part.factor for part in request.parts}
        formula = " + ".join(self._part(part, alone=not million) for part in request.parts)
        if million:
            formula = f"({formula}) {DIVIDED} {self._number(1_000_000)}"
        return self._step("payg_request", formula, self._exact_money(cost), request.sources)

    def _term(self, term: Term, sized: SizedDeployment) -> Iterator[Step]:
        found, rate = self._found, self._found.rates[term]
        cost, amount = found.ptu_monthly[term], rate.amount
        if cost is None or amount is None:
            return
        yield self._step(
            f"cost_{term.value}",
            self._bought(term, amount, sized.size.deployable),
            self._money(cost),
            rate.sources,
        )
        point = found.break_even[term]
        if point is not None:
            yield self._step(
                f"pays_{term.value}",
                f"{self._money(cost)} {DIVIDED} {self._money(self._worth(sized))}",
                self._share(point.utilization),
            )

    def _base_loads(self) -> Iterator[Step]:
        """Yield base load on PTU and what spills over, for every term."""
        found, request = self._found, self._found.payg[0].cost
        load = found.question.deployment.loads[0]
        for term in found.question.terms:
            way, amount = spilling(term), found.rates[term].amount
            point, cost = found.point_of(way), found.cost_of(way)
            if point is None or cost is None or amount is None or request is None:
                continue
            spilled = count_told(product(load.monthly_requests, point.spilled_share))
            bought = self._bought(term, amount, point.ptu)
            formula = f"{bought} + {self._number(spilled)} {TIMES} {self._exact_money(request)}"
            yield self._step(f"cost_{way}", formula, self._money(cost), found.rates[term].sources)

    def _bought(self, term: Term, amount: Decimal, deployed: int) -> str:
        """Return PTU times price; with a part reserved, the rest by the hour is added."""
        month, reserved = self._found.question.month, self._found.question.reserved_ptu
        hours = f" {TIMES} {month.hours}"
        factor = {Term.HOUR: hours, Term.YEAR: f" {DIVIDED} 12"}.get(term, "")
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


_PER_TOKEN = N_("Per token")
_BESIDE = N_("Beside the requests")
_TOTAL = N_("All together")
_ONCE = N_("Once, beside the requests")


def plan_steps(plan: Plan, names: Sequence[str], language: str) -> tuple[Step, ...]:
    """Return the steps; what is not known has none.

    Args:
        plan: the deployments together.
        names: what they are called.
        language: of words and figures.
    """
    return tuple(_Steps(plan, names, language).every())


class _Steps:
    """Writes the steps in one language."""

    def __init__(self, plan: Plan, names: Sequence[str], language: str) -> None:
        self._plan, self._names, self._language = plan, names, language

    def every(self) -> Iterator[Step]:
        plan = self._plan
        parts: list[Decimal] = []
        if plan.paid_per_token and plan.per_token is not None:
            parts.append(plan.per_token)
            yield self._sum("plan_per_token", _PER_TOKEN, plan.paid_per_token, plan.per_token)
        for pool in plan.planned.pools:
            if pool.cost is not None:
                parts.append(pool.cost)
                yield self._pool(pool, pool.cost)
        beside = plan.beside(Period.MONTH)
        if beside and plan.beside_monthly is not None:
            parts.append(plan.beside_monthly)
            yield self._sum("plan_beside", _BESIDE, beside, plan.beside_monthly)
        if plan.monthly is not None:
            formula = " + ".join(map(self._money, parts)) if len(parts) > 1 else ""
            name = told(_TOTAL, self._language)
            yield Step("plan_total", name, formula, self._money(plan.monthly))
        once = plan.beside(Period.ONCE)
        if once and plan.once is not None:
            yield self._sum("plan_once", _ONCE, once, plan.once)

    def _sum(
        self, key: str, name: Message, costs: Mapping[int, Decimal | None], whole: Decimal
    ) -> Step:
        """Return what some deployments cost together, all of it known."""
        formula = " + ".join(
            f"{self._money(cost)} ({self._names[at]})"
            for at, cost in costs.items()
            if cost is not None
        )
        return Step(key, told(name, self._language), formula, self._money(whole))

    def _pool(self, pool: Pool, cost: Decimal) -> Step:
        """Return PTU times price of a month, reserved and by the hour."""
        deployment = pool.members[0].found.question.deployment
        place = deployment.deployment_type.name.in_language(self._language)
        if deployment.region is not None:
            place += f", {deployment.region.name}"
        number = figures.number
        formula = " + ".join(
            f"{number(count, self._language)} {TIMES} {self._money(price)}"
            for term, count in pool.paid.items()
            if (price := pool.price(term)) is not None
        )
        sizes = " + ".join(
            f"{number(each.ptu, self._language)} ({self._names[each.at]})" for each in pool.members
        )
        name = f"{place}: {sizes} = {number(pool.ptu, self._language)} PTU"
        return Step(f"plan_pool_{place}", name, formula, self._money(cost))

    def _money(self, amount: Decimal) -> str:
        return figures.money(to_cents(amount), self._plan.currency, self._language)
