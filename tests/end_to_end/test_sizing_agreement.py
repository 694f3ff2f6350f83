# SPDX-License-Identifier: MIT
"""One sizing, one answer: cards, explanation, `size` and `cost` and the sheet say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import ceil

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from azmodels_gui.answers.answer import Answer, Qualifier, Status
from azmodels_gui.answers.profile import profile_sizes
from azmodels_gui.answers.sizing import figures_by_key, size_section, sizing_sections
from azmodels_gui.calculator.asking import Answer as PageAnswer
from azmodels_gui.calculator.asking import ProfileAnswer
from azmodels_gui.calculator.counted import demanded
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.exact import share_places, to_cents
from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.profile_estimate import profile_estimate
from azmodels_gui.calculator.scenarios import one
from azmodels_gui.calculator.statements import CautionId, CheckId
from azmodels_gui.calculator.steps import Step, steps
from azmodels_gui.calculator.ways import BEST, PAYG, WAYS
from azmodels_gui.calculator.wording import FIGURES, Refusal, sentence
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import EntryKey, entries
from azmodels_gui.catalog.terms import Billing, Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.cli.cost_profile import profile_json, profile_lines
from azmodels_gui.cli.output import Words
from azmodels_gui.cli.sizing_output import (
    cost_json,
    reckoned_json,
    reckoned_lines,
    section_lines,
    size_json,
)
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.words import speak, told
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, Sheet, Table, Text
from azmodels_gui.sheets.sizing_sheet import ShownProfile, profile_part, sizing_sheet
from azmodels_gui.window.calculator.card_texts import CardText, amounts_of, card_texts
from azmodels_gui.window.calculator.explanation import Part, parts_of
from tests.builders import shipped_catalog
from tests.window.calculator.samples import INPUTS

DAY = date(2026, 11, 29)
"""The catalogue that is shipped speaks of it."""
CATALOG = shipped_catalog()
ENTRIES = {entry.key: entry for entry in entries(CATALOG)}
SIZED = [key for key, entry in ENTRIES.items() if entry.ptu]
KINDS = {kind.id: kind for kind in CATALOG.deployment_types if kind.billing is Billing.PROVISIONED}
PLACES = {region.id: region for region in CATALOG.regions}
LIFECYCLE = {CautionId.RESERVATION_OUTLIVES_MODEL, CautionId.MODEL_PAST_RETIREMENT}
LANGUAGES = ("en", "de")
AGAINST = {
    CheckId.WITHIN_CONTEXT: {CautionId.PROMPT_ABOVE_CONTEXT},
    CheckId.OUTLIVES_RESERVATIONS: LIFECYCLE,
    CheckId.OUTLIVES_RESERVATIONS_AT_LEAST: LIFECYCLE,
}
"""Cautions that say the opposite of a check."""


@dataclass(frozen=True)
class Asked:
    """One estimate in a language, as each part of the program tells it."""

    found: Estimate
    language: str

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """Return the figures."""
        return figures_by_key(sizing_sections([self.found]))

    @cached_property
    def order(self) -> SheetOrder:
        """What sheet and commands go by."""
        return SheetOrder(self.found.catalog, DAY, self.language)

    @cached_property
    def sheet(self) -> Sheet:
        """Return the sheet."""
        return sizing_sheet([self.found], self.order)

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """Return the figures of the sheet."""
        (table,) = next(part.blocks for part in self.sheet.parts if part.key == "result")
        assert isinstance(table, Table)
        return {row.key: row.cells[0] for row in table.rows}

    @property
    def money(self) -> Amounts:
        """How the page writes amounts."""
        return amounts_of(INPUTS, self.found.currency, self.language)

    def card(self, way: str) -> CardText:
        """Return the card of the page for a way to pay."""
        asked = replace(INPUTS, way=way)
        (card,) = card_texts(one(asked), [PageAnswer(asked, self.found)], self.money)
        return card

    def explanation(self) -> dict[str, Part]:
        """Return what stands beside the charts of the page."""
        answer = PageAnswer(INPUTS, self.found)
        parts = parts_of(answer, ProfileAnswer(None), self.found.catalog, self.money)
        return {part.key: part for part in parts}


@pytest.fixture(scope="module", autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak("en")


@dataclass(frozen=True)
class Drawn:
    """A load on a model somewhere, short enough to be read where it fails."""

    key: EntryKey
    type_id: str
    requests_per_minute: Decimal
    tokens: tuple[int, int, int]
    """Input, cached, output."""
    place: str | None = None
    deployed_ptu: int | None = None
    average: Decimal | None = None
    things: int = 0
    """Of each thing that the model must be told beside text: audio, images, pages."""
    quiet: int = 0
    """Minutes at a tenth of the load beside ten busy ones; 0: the load is no profile."""

    def found(self) -> Estimate | None:
        """Return the answer; None where the calculator refuses to give one."""
        into, cached, output = self.tokens
        workload = Workload(
            requests_per_minute=self.requests_per_minute,
            input_tokens=into,
            cached_tokens=cached,
            output_tokens=output,
            beside={counts[0]: self.things for counts in demanded(ENTRIES[self.key])},
        )
        try:
            deployment = Deployment(
                entry=ENTRIES[self.key],
                deployment_type=KINDS[self.type_id],
                loads=(self._load(workload),),
                region=PLACES.get(self.place or ""),
                deployed_ptu=self.deployed_ptu,
            )
            return estimate(CATALOG, Question(deployment=deployment, day=DAY))
        except Refusal:
            return None

    def _load(self, workload: Workload) -> MonthLoad:
        if not self.quiet:
            return MonthLoad.of_peak(workload, self.average)
        peak = ceil(self.requests_per_minute)
        minutes = LoadProfile.of([peak] * 10 + [peak // 10] * self.quiet)
        return MonthLoad.of_profile(minutes, workload)


@st.composite
def loads(draw: st.DrawFn) -> Drawn:
    """Return a random load on a random model somewhere."""
    into = draw(st.integers(1, 20_000))
    return Drawn(
        draw(st.sampled_from(SIZED) | st.sampled_from(list(ENTRIES))),
        draw(st.sampled_from(list(KINDS))),
        draw(st.decimals("0.1", 20_000, places=1)),
        (into, draw(st.integers(0, into)), draw(st.integers(0, 4_000))),
        draw(st.none() | st.sampled_from(["eastus2", "swedencentral", *PLACES])),
        draw(st.none() | st.sampled_from([15, 50, 100, 300, 1_000])),
        draw(st.none() | st.decimals("0.01", 1, places=2)),
        draw(st.integers(0, 4_000)),
        draw(st.sampled_from([0, 0, 5, 200])),
    )


HALF_A_CENT = Drawn(
    ("gpt-4o-realtime-preview", "2024-10-01"),
    "GlobalProvisionedManaged",
    Decimal(30),
    (1, 1, 0),
)
"""It costs $3.285 a month, which one place rounded to the even cent and another upwards."""


@given(load=loads(), language=st.sampled_from(LANGUAGES))
@example(load=HALF_A_CENT, language="en")
def test_the_figures_of_a_sizing_are_the_same_everywhere(load: Drawn, language: str) -> None:
    found = load.found()
    assume(found is not None)
    assert found is not None
    asked = Asked(found, language)
    speak(language)
    assert asked.cells.keys() == asked.answers.keys()
    _same_in_text(asked)
    _same_in_json(asked)
    _same_on_cards(asked)
    _same_in_steps(asked)
    _same_steps_of_commands(asked)
    _same_said(asked)
    _same_checks(asked)


def plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


def _same_in_text(asked: Asked) -> None:
    lines = list(section_lines(sizing_sections([asked.found]), asked.order))
    values = [line.split("  ")[-1].strip() for line in lines if line.startswith("  ")]
    assert values == [plain(cell.text) for cell in asked.cells.values()]
    if asked.found.sized is not None:
        shared = list(section_lines([size_section([asked.found.sized])], asked.order))
        assert lines[: len(shared)] == shared


def _same_in_json(asked: Asked) -> None:
    found, answers = asked.found, asked.answers
    cost = cost_json(found)
    told = {f"cost_{PAYG}": cost["payg_monthly"]}
    for term, base in (cost["base_load"] or {}).items():
        if base is not None:
            told[f"cost_{term}_spill"] = base["cost"]
    if found.sized is not None:
        size = size_json(found.sized)
        told |= {key: size[key] for key in ("raw_ptu", "deployable_ptu", "utilization")}
        told |= {key: size[key] for key in ("spare_ptu", "minimum_ptu", "normalized_tpm")}
        told |= {f"cost_{term}": cost["ptu_monthly"][term] for term in Term}
        told |= {f"pays_{term}": cost["break_even_utilization"][term] for term in Term}
        told |= {f"tokens_a_day_{term}": cost["break_even_tokens_per_day"][term] for term in Term}
        told |= {f"flips_{term}": cost["break_even_peak_to_average"][term] for term in Term}
        told["average_utilization"] = cost["average_utilization"]
        never = {term: Qualifier.NEVER in answers[f"pays_{term}"].qualifiers for term in Term}
        reachable = cost["break_even_reachable"]
        assert all(never[term] is (reachable[term] is False) for term in Term)
    for key, value in told.items():
        answer = answers[key]
        assert (answer.status is Status.KNOWN) is (value is not None), key
        if value is not None:
            of_money = getattr(answer.value, "amount", None)
            exact = answer.value if of_money is None else to_cents(of_money)
            assert Decimal(str(exact)) == Decimal(value), key


def _same_on_cards(asked: Asked) -> None:
    """A card for each way to pay tells the amounts, sizes and shares of the table."""
    cells, answers = asked.cells, asked.answers
    for way in WAYS[1:]:
        card, key = asked.card(way), f"cost_{way}"
        lines = [line.text for line in card.lines]
        if key not in answers or answers[key].status is not Status.KNOWN:
            # of a model past its date nothing is bought: a dash, and why
            assert card.amount in (asked.order.words("unknown"), "–")
            assert card.why
            continue
        assert card.amount == cells[key].text
        if way != PAYG:
            assert f"{cells['deployable_ptu'].text} PTU" in card.place
            assert cells["average_utilization"].text in lines[0]
            assert cells["utilization"].text in lines[0]
    cheapest = asked.found.cheapest
    if cheapest is not None:
        assert asked.card(BEST).amount == cells[f"cost_{cheapest}"].text


def _same_in_steps(asked: Asked) -> None:
    """The steps of page and sheet are one list, and they end in the figures of the table."""
    language, cells = asked.language, asked.cells
    taken = steps(asked.found, language)
    shown = [(line.name, line.text) for line in asked.explanation()["steps"].lines]
    assert [name for name, _ in shown] == [step.name for step in taken]
    (table,) = next(part for part in asked.sheet.parts if part.key.startswith("steps")).blocks
    assert isinstance(table, Table)
    assert [plain(row.cells[1].text) for row in table.rows] == [plain(s.result) for s in taken]
    for step in taken:
        if step.key in cells:
            figure, result = plain(cells[step.key].text), plain(step.result)
            assert result in figure if step.key.startswith("pays_") else result == figure, step.key
    points = [f"pays_{term}" for term in Term if asked.found.break_even[term]]
    assert [step.key for step in taken if step.key.startswith("pays_")] == points
    _same_names(asked, taken)


def _same_names(asked: Asked, taken: Sequence[Step]) -> None:
    """A step is called as the figure it ends in: by its label in the table."""
    (table,) = next(part.blocks for part in asked.sheet.parts if part.key == "result")
    assert isinstance(table, Table)
    labels = {row.key: row.label for row in table.rows}
    for step in taken:
        if step.key in FIGURES:
            assert labels[step.key] == told(FIGURES[step.key], asked.language)
            assert labels[step.key] in step.name


def _same_steps_of_commands(asked: Asked) -> None:
    """`cost` tells the steps of the page, `size` those as far as the size."""
    found, language = asked.found, asked.language
    taken, words = steps(found, language), Words(language)
    told_in_json = reckoned_json(found, found.checks)["steps"]
    assert [
        (each["id"], each["label"][language], each["formula"][language], each["result"][language])
        for each in told_in_json
    ] == [(each.key, each.name, each.formula, each.result) for each in taken]
    explained = asked.explanation()
    texts = [
        heading.heading + "".join(f" - {line.plain}" for line in heading.lines)
        for heading in (explained["steps"], explained.get("checks"))
        if heading is not None
    ]
    lines = reckoned_lines(found, found.checks, words)
    assert " ".join(" ".join(lines).split()) == plain(" ".join(texts))
    if found.sized is not None:
        of_size = steps(found.sized, language)
        assert taken[: len(of_size)] == of_size
        assert of_size[-1].key == "utilization"


def _same_checks(asked: Asked) -> None:
    """What is in order is told alike on page, sheet and by `cost`; no caution contradicts it."""
    found, language = asked.found, asked.language
    said = [sentence(each, language) for each in found.checks]
    part = asked.explanation().get("checks")
    assert [line.text for line in (part.lines if part else ())] == said
    parts = (part for part in asked.sheet.parts if part.key.startswith("checks"))
    texts = [block for part in parts for block in part.blocks if isinstance(block, Text)]
    assert [each.text for block in texts for each in block.sentences] == said
    told_in_json = reckoned_json(found, found.checks)["checks"]
    assert [each["text"][language] for each in told_in_json] == said
    ids = {each.id for each in found.checks}
    warned = {each.id for each in found.cautions}
    for check, against in AGAINST.items():
        assert check not in ids or warned.isdisjoint(against)


def _same_said(asked: Asked) -> None:
    """Warnings and assumptions stand in one order on page and sheet."""
    taken = [sentence(each, asked.language) for each in asked.found.assumptions]
    assert [line.text for line in asked.explanation()["assumptions"].lines] == taken
    assert [each.text for each in asked.sheet.assumptions if each.text in taken] == taken
    said = [sentence(each, asked.language) for each in asked.found.cautions]
    warnings = asked.explanation().get("warnings")
    assert [line.text for line in (warnings.lines if warnings else ())] == said
    parts = (part for part in asked.sheet.parts if part.key.startswith("cautions"))
    texts = [block for part in parts for block in part.blocks if isinstance(block, Text)]
    assert [each.text for block in texts for each in block.sentences] == said


@pytest.mark.parametrize(
    ("share", "told"),
    [
        pytest.param("0.8477", "84.8%", id="one place"),
        pytest.param("0.99949", "99.9%", id="below"),
        pytest.param("0.9996", "99.96%", id="nearly all"),
        pytest.param("1", "100.0%", id="all of it"),
        pytest.param("1.0004", "100.04%", id="hardly more than all"),
        pytest.param("1.002", "100.2%", id="more"),
    ],
)
def test_only_all_of_it_is_told_as_all_of_it(share: str, told: str) -> None:
    places = share_places(Decimal(share))
    assert figures.percent(Decimal(share), "en", places) == told


def test_the_sizes_of_a_profile_are_the_same_everywhere() -> None:
    day = tuple(Decimal(100 * (1 + hour % 12)) for hour in range(24))
    load = DayProfile(day, day).week()
    request = Workload(requests_per_minute=1, input_tokens=200, output_tokens=20)
    deployment = Deployment(
        entry=ENTRIES["gpt-5.2", "2025-12-11"],
        deployment_type=KINDS["DataZoneProvisionedManaged"],
        loads=(MonthLoad.of_profile(load, request),),
        region=PLACES["eastus2"],
    )
    found = profile_estimate(CATALOG, Question(deployment=deployment, day=DAY))
    order = SheetOrder(CATALOG, DAY, "en")
    lines = list(profile_sizes(found))
    part = profile_part(ShownProfile(found, base_ptu=0), "x", "x", order)
    table, _risk = (block for block in part.blocks if isinstance(block, Table))
    assert {row.key for row in table.rows} >= {line.key for line in lines}
    printed = " ".join(" ".join(profile_lines(found, Words("en"))).split())
    least = profile_json(found)["minimum_by_reservation"]
    cells = {row.key: row.cells for row in table.rows}
    for line in lines:
        told_there = [plain(cell.text) for cell in cells[line.key]]
        assert " ".join(told_there) in printed
        term = line.key.removeprefix("least_")
        if term in least:
            assert line.ptu.value == least[term]["ptu"]
            assert to_cents(getattr(line.cost.value, "amount", Decimal(0))) == Decimal(
                least[term]["cost"]
            )
