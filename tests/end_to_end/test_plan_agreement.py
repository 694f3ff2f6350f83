# SPDX-License-Identifier: MIT
"""One plan, one answer: the page, `plan`, the sheet and a second reckoner say the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from azmodels_gui.answers.plan_verdict import plan_verdict
from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.inputs import LoadFrom
from azmodels_gui.calculator.plan import Planned, plan_estimate
from azmodels_gui.calculator.plan_file import read_plan
from azmodels_gui.calculator.scenarios import LETTERS, Scenario, Scenarios
from azmodels_gui.calculator.ways import BEST
from azmodels_gui.catalog.document import EntryKey, entries
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.cli.output import Words
from azmodels_gui.cli.plan_deployments import plan_json, plan_lines
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.sheets.answer_cells import verdict_told
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.scenario_sheet import options_of, plan_sheet, told_plan
from azmodels_gui.sheets.sheet import Table
from tests.builders import shipped_catalog
from tests.calculator.reckoner import MINUTES, Asked, Reckoner
from tests.window.calculator.samples import INPUTS

DAY = date(2026, 11, 29)
CATALOG = shipped_catalog()
SIZED = [entry.key for entry in entries(CATALOG) if entry.ptu]
SCOPES = {"GlobalProvisionedManaged": "global", "DataZoneProvisionedManaged": "data_zone"}
ASKER = Asker(CatalogIndex(CATALOG, DAY))
RECKONER = Reckoner(Path(__file__).parents[2] / "catalog.json")
HEADER = "name,model,version,deployment_type,region,rpm,input,output,average,way"


@dataclass(frozen=True)
class Row:
    """One deployment, short enough to be read where it fails."""

    key: EntryKey
    type_id: str
    region: str
    rpm: int
    tokens: tuple[int, int]
    average: int
    way: str

    def csv(self, at: int) -> str:
        """Return it as a row of a file."""
        cells = (f"{LETTERS[at]} row", *self.key, self.type_id, self.region, self.rpm)
        return ",".join(map(str, (*cells, *self.tokens, self.average, self.way)))

    def scenario(self) -> Scenario:
        """Return it as a card of the page."""
        into, out = map(Decimal, self.tokens)
        model, version = self.key
        asked = replace(
            INPUTS,
            model=model,
            version=version,
            deployment_type=self.type_id,
            region=self.region,
            way=self.way,
            load_from=LoadFrom.REQUESTS,
            requests_per_minute=Decimal(self.rpm),
            average_percent=Decimal(self.average),
            input_tokens=into,
            output_tokens=out,
        )
        return Scenario(asked, "row", own_load=True)

    def reckoned(self, way: str | None) -> Fraction | None:
        """Return the cost of a month by plain fractions; None: not known."""
        peak = Fraction(self.rpm)
        found = RECKONER.reckon(
            Asked(
                model=self.key[0],
                version=self.key[1],
                scope=SCOPES[self.type_id],
                region=self.region,
                day=DAY.isoformat(),
                peak_rpm=peak,
                monthly_requests=peak * Fraction(self.average, 100) * MINUTES,
                tokens={
                    "input": Fraction(self.tokens[0]),
                    "output": Fraction(self.tokens[1]),
                },
            )
        )
        if way is None:
            return None
        return found.payg if way == "payg" else found.by_term[way]


ROWS = st.builds(
    Row,
    st.sampled_from(SIZED),
    st.sampled_from(list(SCOPES)),
    st.sampled_from(["eastus2", "swedencentral"]),
    st.integers(1, 3_000),
    st.tuples(st.integers(1, 8_000), st.integers(1, 2_000)),
    st.integers(1, 100),
    st.sampled_from([BEST, "payg", "hour", "month", "year"]),
)


def page_of(rows: Sequence[Row]) -> Planned | None:
    cards = Scenarios(tuple(row.scenario() for row in rows), together=True)
    answers = [ASKER.answer(each.inputs) for each in cards.all]
    told = told_plan(cards, answers, options_of(answers))
    return told if isinstance(told, Planned) else None


def plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


def figures(told: Planned, key: str, language: str) -> dict[str, list[str]]:
    """Return a table of the sheet, which is that of the page: the label and its cells."""
    made = plan_sheet(told, SheetOrder(CATALOG, DAY, language))
    table = next(part.blocks[0] for part in made.parts if part.key == key)
    assert isinstance(table, Table)
    return {row.label: [plain(cell.text) for cell in row.cells] for row in table.rows}


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(ROWS, min_size=2, max_size=6), st.sampled_from(["en", "de"]))
def test_a_plan_is_the_same_everywhere(rows: list[Row], language: str) -> None:
    told = page_of(rows)
    assume(told is not None and not told.missing)
    assert told is not None
    lines = [HEADER, *(row.csv(at) for at, row in enumerate(rows))]
    read = read_plan(lines, ASKER)
    asked = [ASKER.question(each.inputs) for each in read]
    questions = [each for each in asked if each is not None]
    ways = [None if each.inputs.way == BEST else each.inputs.way for each in read]
    plan = plan_estimate(ASKER.catalog, questions, ways)
    record = plan_json(read, plan)
    _same_money(told, record)
    _same_sentence(told, record)
    _same_text(told, list(plan_lines(read, plan, Words(language))), language)
    _as_reckoned(rows, told)


def _same_money(told: Planned, record: dict[str, Any]) -> None:
    planned, plan = record["planned"], told.plan
    assert [each["way"] for each in record["deployments"]] == list(plan.ways)
    pairs = [
        (planned["monthly"], told.monthly),
        (planned["known_monthly"], plan.known_monthly),
        (record["payg_monthly"], plan.payg_monthly),
        *((record["ptu_monthly"][term], plan.all_by(term)) for term in ("hour", "month", "year")),
        *((pool["monthly"], found.cost) for pool, found in zip(planned["pools"],
          plan.planned.pools, strict=True)),
    ]  # fmt: skip
    for written, found in pairs:
        assert (written is None) is (found is None)
        assert found is None or Decimal(written) == to_cents(found)


def _same_sentence(told: Planned, record: dict[str, Any]) -> None:
    for language in ("en", "de"):
        text = verdict_told(plan_verdict(told), SheetOrder(CATALOG, DAY, language))
        assert record["planned"]["text"][language] == text.plain


def _same_text(told: Planned, lines: list[str], language: str) -> None:
    """Each row of the tables of page and sheet stands in the text of the command."""
    squeezed = {" ".join(line.split()) for line in lines if line.startswith("  ")}
    for cells in figures(told, "plan_totals", language).values():
        assert any(line.endswith(" ".join(cells)) for line in squeezed)
    for label, cells in figures(told, "plan", language).items():
        (row,) = (each for each in squeezed if each.startswith(label[:5]) and "!" not in each[:3])
        assert row.endswith(" ".join(cells[2:]))


def _as_reckoned(rows: Sequence[Row], told: Planned) -> None:
    """Deployments that reserve what they need cost together what each costs alone."""
    if any(pool.unlike for pool in told.plan.planned.pools):
        assert told.monthly is None
        return
    costs = [row.reckoned(way) for row, way in zip(rows, told.plan.ways, strict=True)]
    known = [cost for cost in costs if cost is not None]
    assert (told.monthly is None) is (len(known) < len(costs))
    if told.monthly is not None:
        assert abs(Fraction(told.monthly) - sum(known)) < Fraction(1, 10**6)
