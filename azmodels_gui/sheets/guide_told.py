# SPDX-License-Identifier: MIT
"""The guide in words: what was asked, what it costs, for and against; advice and facts."""

from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.answers.advice import Advice, Step, advice_of, general_facts_for
from azmodels_gui.answers.answer import message
from azmodels_gui.answers.guide import Candidate, Guide, GuideQuestion, Reason, Sign, Verdict
from azmodels_gui.answers.guide_cost import GuideCost
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.checks import LASTING_DAYS
from azmodels_gui.calculator.exact import Number
from azmodels_gui.catalog.countries import countries_of
from azmodels_gui.catalog.document import Entry, GeneralFact, UseCase
from azmodels_gui.catalog.successors import LiveSuccessor, ModelToday, Standing
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language import figures
from azmodels_gui.sheets import answer_cells
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, Mark
from azmodels_gui.sheets.sheet_words import SheetWords

SIGNS = {
    Sign.FOR: "+",
    Sign.CAUTION: "!",
    Sign.AGAINST: "–",
    Sign.OPEN: "?",
    Sign.UNKNOWN: "?",
}
"""Stand before a reason where there are no pictures; `guide_legend` explains them."""


def reason_told(reason: Reason, order: SheetOrder) -> str:
    """Return a reason; one that speaks against an entry with the date of its source."""
    told = answer_cells.message(reason.said, order)
    return order.dated(told, reason.sources) if reason.sign is Sign.AGAINST else told


def cost_cell(cost: GuideCost, order: SheetOrder) -> Cell:
    """Return what a month costs, or the prices of input and output."""
    if cost.monthly is not None:
        return order.cells.money(cost.monthly, cost.currency, *cost.sources)
    cells = [answer_cells.cell(answer, order) for answer in cost.prices]
    if cost.gap is not None or not cells:
        return order.cells.unknown()
    warns = any(each.mark is Mark.WARNING for each in cells)
    told = " / ".join(each.text for each in cells)
    return order.cells.text(told, *cost.sources, mark=Mark.WARNING if warns else Mark.NONE)


def cost_told(cost: GuideCost, order: SheetOrder) -> str:
    """Return the same on a line of its own."""
    told = cost_cell(cost, order).text
    if cost.gap is not None:
        return answer_cells.message(cost.gap, order)
    if cost.monthly is not None:
        return order.words("guide_monthly", amount=told)
    return order.words("guide_per_million", amounts=told)


def way_told(cost: GuideCost, order: SheetOrder) -> str:
    """Return how it is paid for that; empty where no load was given."""
    if cost.kind is None:
        return ""
    place = "" if cost.region is None else cost.region.name
    name = ", ".join(filter(None, (order.kind_name(cost.kind), place)))
    if cost.ptu is None or cost.term is None:
        return name
    term = order.words.named(cost.term, "term_")
    return order.words("guide_ptu", kind=name, ptu=cost.ptu, term=term)


def telling(found: Candidate) -> tuple[Reason, ...]:
    """Return the reasons that are told: of what fails only why it does."""
    if found.verdict is not Verdict.FAILS:
        return found.reasons
    return tuple(each for each in found.reasons if each.sign is Sign.AGAINST)


def count_told(found: Guide, order: SheetOrder) -> str:
    """Return how many fit, may fit and do not."""
    counts = {verdict.value: len(found.of(verdict)) for verdict in Verdict}
    return order.words("guide_count", **counts)


def order_told(order: SheetOrder) -> str:
    """Return the order of the short list, which is written beside it."""
    days = answer_cells.message(message("guide_days", count=LASTING_DAYS), order)
    return order.words("guide_order", days=days)


def question_told(question: GuideQuestion, order: SheetOrder) -> Iterator[tuple[str, str]]:
    """Yield the four questions, each with what was answered."""
    for step, told in answers_told(question, order).items():
        yield order.words(f"guide_question_{step}"), told


def answers_told(question: GuideQuestion, order: SheetOrder) -> dict[Step, str]:
    """Return what was answered to each question."""
    return {
        Step.USE_CASE: _use_case(question, order),
        Step.LOAD: _load(question, order),
        Step.PLACE: place_told(question, order),
        Step.TERMS: _terms(question, order),
    }


def place_told(question: GuideQuestion, order: SheetOrder) -> str:
    """Return where the data may be processed."""
    language = order.language
    if question.region is not None:
        return order.region_names.get(question.region, question.region)
    if question.country is not None:
        names = {each.code: each.name for each in countries_of(order.catalog)}
        return names[question.country].in_language(language)
    zones = {zone.id: zone.name for zone in order.catalog.data_zones}
    zone = zones.get(question.data_zone or "")
    return order.words("guide_anywhere") if zone is None else zone.in_language(language)


def _use_case(question: GuideQuestion, order: SheetOrder) -> str:
    names = {each.id: each.name for each in order.catalog.use_cases}
    name = names.get(question.use_case or "")
    return order.words("guide_any_use") if name is None else name.in_language(order.language)


def load_told(question: GuideQuestion, order: SheetOrder) -> str:
    """Return the load of the busiest minute and of a month; empty where none is given."""
    load, language = question.load, order.language
    if load is None:
        return ""
    return order.words(
        "guide_load",
        rpm=figures.number(load.peak_rpm, language),
        tpm=figures.number(load.workload.tpm, language),
        requests=figures.number(load.monthly_requests, language),
    )


def _load(question: GuideQuestion, order: SheetOrder) -> str:
    if question.load is None:
        return order.words("guide_open")
    workload = question.load.workload

    def number(value: Number) -> str:
        return figures.number(value, order.language)

    tokens = order.words(
        "guide_load_tokens",
        into=number(workload.input_tokens),
        cached=number(workload.cached_tokens),
        out=number(workload.output_tokens),
    )
    return f"{load_told(question, order)}; {tokens}"


def _terms(question: GuideQuestion, order: SheetOrder) -> str:
    words = order.words
    parts = []
    if question.billing is not None:
        parts.append(words.named(question.billing))
    if question.generally_available:
        parts.append(words("guide_only_available"))
    if question.lasts_until is not None:
        day = figures.day(question.lasts_until, order.language)
        parts.append(words("guide_lasts_until", day=day))
    return ", ".join(parts) or words("guide_open")


def caveat_told(question: GuideQuestion, order: SheetOrder) -> str:
    """Return what must be known of the prices; empty where there is nothing."""
    if question.load is None and question.billing is Billing.PROVISIONED:
        return order.words("guide_ptu_per_token")
    return ""


Told = tuple[str, tuple[str, ...]]
"""A sentence and the ids of its sources."""


def advised(entry: Entry, view: Viewpoint, words: SheetWords) -> Iterator[Told]:
    """Yield what a model is for, then the models of that advice that cannot be taken any more."""
    yield from recommended(entry, view, words)
    yield from replaced(entry, view, words)


def recommended(entry: Entry, view: Viewpoint, words: SheetWords) -> Iterator[Told]:
    """Yield what a model is for: use cases, with the advice of a source where there is one."""
    for use_case, given in _given(entry, view):
        if not given and use_case.id in entry.model.use_cases:
            yield use_case.name.in_language(words.language), ()
        for each in given:
            yield _advice(each, use_case.name.in_language(words.language), words), (each.source,)


def replaced(entry: Entry, view: Viewpoint, words: SheetWords) -> Iterator[Told]:
    """Yield the other models of that advice that are not for new clients, and what to take."""
    given = (each for _, advice in _given(entry, view) for each in advice)
    yield from _replaced(given, words, but=entry.model.id)


def _given(entry: Entry, view: Viewpoint) -> Iterator[tuple[UseCase, list[Advice]]]:
    """Yield every use case with the advice on it that names a model."""
    for use_case in view.catalog.use_cases:
        named = (each for each in use_case.recommendations if entry.model.id in each.models)
        yield use_case, [advice_of(use_case, each, view) for each in named]


def advice_told(advice: Sequence[Advice], words: SheetWords) -> Iterator[Told]:
    """Yield advice on one use case, each begun by the models it names, then what became of them."""
    for each in advice:
        models = ", ".join(model.name for model in each.models)
        yield _advice(each, models, words), (each.source,)
    yield from _replaced(advice, words)


def _advice(advice: Advice, about: str, words: SheetWords) -> str:
    start = "" if advice.start_with is None else f"({words.named(advice.start_with, 'start_')})"
    texts = (advice.why, advice.switch)
    said = [text.in_language(words.language) for text in texts if text is not None]
    told = " ".join(filter(None, (*said, start)))
    return words("advice_for", use_case=about, advice=told).rstrip()


def _replaced(advice: Iterable[Advice], words: SheetWords, but: str = "") -> Iterator[Told]:
    for found in {model.name: model for each in advice for model in each.models}.values():
        if found.needs_successor and found.name != but:
            yield _successor(found, words), found.sources


def today_told(found: ModelToday, words: SheetWords) -> str:
    """Return a model that advice names, with its successor where it cannot be taken."""
    if not found.needs_successor:
        return found.name
    after = words("no_successor")
    if found.successor is not None:
        after = taken_told(found.successor, found.successor.entry.title, words)
    return f"{found.name} ({words(f'standing_{found.standing}')}) → {after}"


def taken_told(found: LiveSuccessor, name: str, words: SheetWords) -> str:
    """Return a successor by its name; that new clients cannot take it, where that is so."""
    return name if found.standing is Standing.LIVE else words("existing_only", name=name)


def _successor(found: ModelToday, words: SheetWords) -> str:
    reason = "" if found.reason is None else found.reason.in_language(words.language)
    return f"{today_told(found, words)}. {reason}".rstrip()


def answered(entry: Entry, view: Viewpoint, words: SheetWords) -> Iterator[Told]:
    """Yield what clients ask of many models alike, each with its answer or that there is none."""
    for fact in general_facts_for(entry, view.catalog, view.day):
        yield _answered(fact, words)


def _answered(fact: GeneralFact, words: SheetWords) -> Told:
    language = words.language
    answer = words("no_source") if fact.answer is None else fact.answer.in_language(language)
    sources = () if fact.source is None else (fact.source,)
    return f"{fact.question.in_language(language)} {answer}", sources
