# SPDX-License-Identifier: MIT
"""The coverage sheet says what catalog/coverage answers, and nothing else."""

from itertools import combinations
from typing import Any

import pytest

from azmodels_gui.catalog.coverage import Coverage, CoverageConditions, CoverageRefused, coverage
from azmodels_gui.catalog.coverage_notes import coverage_notes, headline, note_sentence
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.sheets.coverage_sheet import coverage_sheet
from azmodels_gui.sheets.sheet import Part, Sheet, Table, Text
from tests.sheets.samples import DAY, GERMANY, SWEDEN, covered, order, sheet_catalog, sheet_entries

CATALOG = sheet_catalog(10)
CONDITIONS = [
    pytest.param({}, id="anywhere"),
    pytest.param({"data_zone": "EU"}, id="inside the EU data zone"),
    pytest.param({"country": "US"}, id="in the United States"),
    pytest.param({"billings": frozenset({Billing.PROVISIONED})}, id="on PTU"),
]


def asked(count: int, found: Catalog = CATALOG, **conditions: Any) -> Coverage:
    answer = CoverageConditions(**conditions)
    return coverage(sheet_entries(found, count), answer, found, DAY)


def parts(sheet: Sheet) -> dict[str, Part]:
    return {part.key: part for part in sheet.parts}


def tables(part: Part) -> list[Table]:
    return [block for block in part.blocks if isinstance(block, Table)]


def told(sheet: Sheet) -> list[str]:
    """Return all that is said, the answers first."""
    answers = [text for line in sheet.answer for text in (line.lead, *(m.text for m in line.more))]
    blocks = (block for part in sheet.parts for block in part.blocks if isinstance(block, Text))
    return [*answers, *(line.text for block in blocks for line in block.sentences)]


@pytest.mark.parametrize("conditions", CONDITIONS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_headline_and_remarks_are_those_of_the_command(
    conditions: dict[str, Any], language: str
) -> None:
    found = asked(4, **conditions)
    sheet = coverage_sheet(found, order(language, CATALOG, regions=()))
    assert sheet.answer[0].lead == headline(found, language, DAY)
    for note in coverage_notes(found, DAY):
        if note.id.value != "no_legal_advice":
            assert note_sentence(note, language) in told(sheet)


@pytest.mark.parametrize("conditions", CONDITIONS)
@pytest.mark.parametrize("count", [2, 8, 9, 12])
def test_every_cell_is_the_answer_of_its_region(conditions: dict[str, Any], count: int) -> None:
    found = asked(count, **conditions)
    sheet = coverage_sheet(found, order("en", CATALOG, regions=()))
    shown: dict[tuple[str, str], str] = {}
    for table in tables(parts(sheet)["answer"]):
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                pair = (column.title, row.label) if table.compact else (row.label, column.title)
                shown[pair] = cell.text
    sets = ("offered", "missing", "unknown", "disputed")
    words = dict(
        zip(sets, ("offered", "not offered", "unknown", "conflicting sources"), strict=True)
    )
    expected = {
        (here.region.name, entry.title): words[name]
        for here in found.regions
        for name in sets
        for entry in getattr(here, name)
    }
    assert shown.items() <= expected.items()
    left_out = {region for region, _ in expected.keys() - shown.keys()}
    assert {expected[pair] for pair in expected if pair[0] in left_out} <= {"not offered"}


def test_one_model_is_shown_by_its_deployment_types() -> None:
    found = asked(1, data_zone="EU")
    (table,) = tables(parts(coverage_sheet(found, order("en", CATALOG, regions=())))["answer"])
    assert [column.title for column in table.columns] == [
        kind.name.en for kind in found.deployment_types
    ]
    assert not any("global" in column.title for column in table.columns)
    assert table.groups[0].heading == "Offered (2)"


def test_chosen_regions_are_shown_and_the_complete_ones_named() -> None:
    sheet = coverage_sheet(asked(2), order("en", CATALOG, regions=(SWEDEN,)))
    (table,) = tables(parts(sheet)["answer"])
    assert [row.label for row in table.rows] == ["Sweden Central"]
    assert "All of them in: Germany West Central." in told(sheet)


def test_the_question_stands_in_the_head() -> None:
    found = asked(2, data_zone="EU", billings=frozenset({Billing.PAYG, Billing.BATCH}))
    head = coverage_sheet(found, order("de", regions=())).head
    assert head[0].startswith("Modelle: alpha 2026-03-05, beta-mini 2")
    assert any(line.startswith("Verarbeitet in: ") for line in head)
    assert "Bezahlung: Batch oder je Token" in head


def test_conflicts_outside_of_the_place_are_not_told() -> None:
    inside = covered(sheet_entries(CATALOG, 1), order("en", CATALOG, regions=()), data_zone="EU")
    outside = covered(sheet_entries(CATALOG, 1), order("en", CATALOG, regions=()), country="US")
    assert any(GERMANY.name in line.text for line in inside.remarks)
    assert not any(GERMANY.name in line.text for line in outside.remarks)


def test_pairs_are_named_where_no_region_has_all() -> None:
    entries = sheet_entries(CATALOG, 14)
    lonely = next(
        pair
        for pair in combinations(entries, 2)
        if not coverage(pair, CoverageConditions(), CATALOG, DAY).complete
        and all(coverage([one], CoverageConditions(), CATALOG, DAY).complete for one in pair)
    )
    sheet = covered(list(lonely), order("en", CATALOG, regions=()))
    assert "pairs" in parts(sheet)
    assert any(" + " in line for line in told(sheet))


def test_no_model_has_no_answer() -> None:
    with pytest.raises(CoverageRefused):
        asked(0)


def test_a_disputed_data_zone_is_a_conflict_of_the_sheet() -> None:
    """A sheet with "!" in its table said below that sources agree."""
    regions = tuple(
        each.but(data_zone="EU", data_zone_disputed=True) if each.id == "switzerlandnorth" else each
        for each in CATALOG.regions
    )
    found = asked(2, CATALOG.but(regions=regions), data_zone="EU")
    sheet = coverage_sheet(found, order("en", found.catalog, regions=()))
    assert sheet.remarks[-1].text.startswith("Which regions belong to the data zone is disputed")
