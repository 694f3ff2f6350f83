# SPDX-License-Identifier: MIT
"""Page 1 answers: where and how, what it costs, until when; all else is an appendix."""

import os
from collections.abc import Iterator
from html import escape
from itertools import islice, product
from typing import Any

import pytest

from azmodels_gui.answers.headline import headline
from azmodels_gui.catalog.document import Entry, Region, entries
from azmodels_gui.catalog.facts import Claim, Conflict
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.charts.chart import Chart, Rows
from azmodels_gui.sheets.answer_lines import answer_lines
from azmodels_gui.sheets.comparison_sheet import Shown, comparison_sheet
from azmodels_gui.sheets.fact_sheet import fact_sheet
from azmodels_gui.sheets.markdown import markdown_text
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.rich_text import rich_text
from azmodels_gui.sheets.sheet import Sheet, SheetKind, Table, Text
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes, svg_pages
from tests.builders import (
    REGIONS,
    catalog,
    model,
    offer,
    price,
    shipped_catalog,
    version,
    with_old_advice,
)
from tests.sheets.paper import page_texts, pages_read
from tests.sheets.samples import GERMANY, made, order, sheet_catalog, sheet_entries
from tests.sheets.test_files import html_of
from tests.sheets.test_typeset import plain

CATALOG = shipped_catalog()
ENTRIES = list(entries(CATALOG))


def pages_of(sheet: Sheet, setup: PageSetup) -> Iterator[str]:
    """Yield the texts of the pages, without blanks."""
    return (plain(text).replace(" ", "") for text in page_texts(pdf_bytes(sheet, setup)))


@pytest.mark.parametrize(("count", "language"), [(1, "de"), (2, "en"), (5, "de"), (8, "de")])
@pytest.mark.parametrize(
    "setup", [PageSetup.of("Letter"), PageSetup.of(landscape=True)], ids=["Letter", "A4 landscape"]
)
def test_page_one_has_answer_key_table_and_chart(
    count: int, language: str, setup: PageSetup
) -> None:
    # Across, a recommendation takes the room of the chart.
    upright = setup.height_mm > setup.width_mm
    note = "Begin **per token**; see [the plan](https://example.com/plan)." if upright else ""
    asked = order(language, sheet_catalog(8), note=note)
    sheet = made(SheetKind.COMPARISON, asked, count)
    first, second = islice(pages_of(sheet, setup), 2)
    told = [line.lead for line in sheet.answer]
    told += [said.text for line in sheet.answer for said in line.more]
    key, appendix = sheet.tables
    for row in key.rows:
        told += [cell.sign if key.signs and cell.sign else cell.text for cell in row.cells]
        told.append(row.label)
    told += [block.title for block in sheet.parts[0].blocks if isinstance(block, Chart)]
    told += ["Begin per token; see the plan."] if upright else []
    assert len(sheet.answer) == 3
    for text in told:
        assert plain(text).replace(" ", "") in first, text
    assert appendix.groups[0].heading.replace(" ", "") not in first
    assert sheet.parts[1].heading in second


@pytest.mark.parametrize("kind", [SheetKind.SIZING, SheetKind.COVERAGE, SheetKind.GUIDE])
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("count", [1, 2])
def test_page_one_of_every_answer_says_it_and_what_it_rests_on(
    kind: SheetKind, language: str, count: int
) -> None:
    sheet = made(kind, order(language), count)
    first = next(pages_of(sheet, PageSetup.of()))
    assert sheet.answer
    told = [text for line in sheet.answer for text in (line.label, line.lead)]
    told += [said.text for line in sheet.answer for said in line.more]
    table = next(sheet.tables)
    told += [row.label for row in table.rows]
    for text in told:
        assert plain(text).replace(" ", "") in first, text


def test_a_sizing_has_its_costs_as_a_chart_on_page_one() -> None:
    one = made(SheetKind.SIZING, order("en"), 1)
    table, chart = one.parts[0].blocks
    assert isinstance(table, Table)
    assert isinstance(chart, Chart)
    assert 8 <= len(list(table.rows)) <= 10
    assert chart.title.replace(" ", "") in next(pages_of(one, PageSetup.of()))
    # Nothing can be compared where only one cost is known.
    two = made(SheetKind.SIZING, order("en"), 2)
    money = [cell for row in next(two.tables).rows for cell in row.cells if cell.currency]
    assert isinstance(two.parts[0].blocks[-1], Chart if len(money) > 1 else Text)


def lines_of(found: list[Entry], **more: object) -> dict[str, str]:
    asked = order("en", catalog(*(each.model for each in found)), **more)
    lines = answer_lines(headline(found, asked.view), asked)
    return {line.key: line.sentence.text.partition(": ")[2] for line in lines}


def test_of_one_model_the_ways_the_price_and_the_end_are_told() -> None:
    alpha = sheet_entries(sheet_catalog(), 1)
    told = lines_of(alpha)
    assert told["where"].startswith("Offered in Germany West Central · ")
    assert plain(told["cost"]).startswith("$2.50 input, $15.00 output · per 1M tokens, global")
    assert plain(told["until"]).startswith("2 Sep 2027 · 282 days left")


def test_nothing_unknown_is_told_as_a_no() -> None:
    here = model("a", version("1", offers=(offer("GlobalStandard", GERMANY.id),)))
    silent = model("b", version("1"))
    found = list(entries(catalog(here, silent)))
    told = lines_of(found)
    assert told["where"].startswith("1 of 2 models are offered")
    assert "regional 0 of 2 (open for 2)" in told["where"]
    assert "unknown: b 1" in told["where"]
    assert "not offered" not in told["where"]
    assert told["cost"] == "No price per token is known"
    assert told["until"] == "No retirement date is known"


def test_a_price_in_doubt_is_never_the_least() -> None:
    sure = model("sure", version("1"), prices=(price("2"),))
    copied = model("copied", version("1"), prices=(price("1", secondary=True),))
    told = lines_of(list(entries(catalog(sure, copied))), regions=())
    assert "from $2.00" in told["cost"]
    assert "input unknown or in doubt: copied 1" in told["cost"]


def test_rows_that_are_alike_stand_in_one_line_with_their_sources() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    appendix = list(sheet.tables)[1]
    assert appendix.folds
    page, text = html_of(sheet).decode(), markdown_text(sheet)
    alike = [row for group in appendix.groups for row in group.alike]
    assert alike
    for row in alike:
        assert f'<th scope="row">{row.label}<' not in page
        assert row.label in page
    assert "*Alike for all:* payg global: offered¹" in text


def test_only_differences_and_folded_sections_are_printed_so_and_told() -> None:
    asked = order("en")
    found = sheet_entries(asked.catalog)
    sheet = comparison_sheet(found, asked, Shown(True, frozenset({"limits", "token_prices"})))
    rows = [row for table in sheet.tables for row in table.rows]
    headings = [group.heading for table in sheet.tables for group in table.groups]
    assert all(len({cell.text for cell in row.cells}) > 1 for row in rows)
    assert "Limits" not in headings
    assert "Left out: Prices per 1M tokens, Limits" in sheet.head
    assert any(line.startswith("Only what differs") for line in sheet.head)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("[x](javascript:alert(1))", "[x](javascript:alert(1))", id="no script"),
        pytest.param("[x](mailto:a@b.c)", "[x](mailto:a@b.c)", id="no mail"),
        pytest.param("[x](file:///etc)", "[x](file:///etc)", id="no file"),
        pytest.param("<b>x</b> `y` # z", "<b>x</b> `y` # z", id="no mark-up of HTML, no code"),
        pytest.param("# head", "# head", id="no heading"),
        pytest.param("![x](https://a.b/c.png)", "!x (https://a.b/c.png)", id="no picture"),
    ],
)
def test_of_markdown_only_a_safe_part_means_anything(text: str, told: str) -> None:
    assert "".join(each.text for each in rich_text(text)) == told


def test_bold_italics_lists_and_links_are_structure() -> None:
    found = rich_text("**a** *b* [c](https://d.e)\n\n- f\n  1. g\n  2. h")
    first = [(run.text, run.bold, run.italic, run.url) for run in found[0].runs if run.text.strip()]
    assert first == [
        ("a", True, False, ""),
        ("b", False, True, ""),
        ("c", False, False, "https://d.e"),
    ]
    assert [(each.text, each.depth) for each in found[1:]] == [("• f", 1), ("1. g", 2), ("2. h", 2)]


def test_a_recommendation_of_ten_thousand_characters_is_shown_whole() -> None:
    note = " ".join(f"word{number}" for number in range(1_200))
    assert 9_000 < len(note) <= 10_000
    text = "".join(pages_of(made(SheetKind.COMPARISON, order("en", note=note)), PageSetup.of()))
    assert [number for number in range(1_200) if f"word{number}" not in text] == []


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("regions", [(GERMANY,), ()], ids=["a region", "anywhere"])
def test_the_facts_of_one_model_are_one_page_in_two_columns(
    language: str, paper: str, regions: tuple[Region, ...]
) -> None:
    sheet = made(SheetKind.FACTS, order(language, regions=regions), 1)
    (page,) = pages_read(pdf_bytes(sheet, PageSetup.of(paper)))
    headings = [part.heading for part in sheet.parts if part.narrow]
    left = {piece.text: piece.left for piece in page.pieces if piece.text in headings}
    assert set(left) == set(headings)
    # Where the ink of a letter begins differs by a point.
    columns = [
        [x for x in left.values() if (x < page.width / 2) is first] for first in (True, False)
    ]
    assert all(max(each) - min(each) < 2 for each in columns)


def test_what_a_narrow_column_of_prices_leaves_out_stands_below() -> None:
    sheet = made(SheetKind.FACTS, order("en"), 1)
    rows = {row.key: row for table in sheet.tables for row in table.rows}
    told = [
        line.text
        for part in sheet.parts
        for block in part.blocks
        if isinstance(block, Text)
        for line in block.sentences
    ]
    assert [plain(cell.text) for cell in rows["price:standard:short:input"].cells] == ["$2.50"]
    assert "Data zone (Input): unknown here; elsewhere $1.925" in map(plain, told)
    assert "Regional (Input): expired 31 Aug 2026: $9.00" in map(plain, told)


def test_questions_of_clients_are_on_a_page_of_their_own_where_asked_for() -> None:
    headings = [
        [part.heading for part in made(SheetKind.FACTS, asked, 1).parts]
        for asked in (
            order("en", with_old_advice(sheet_catalog(), "alpha"), questions=wanted)
            for wanted in (False, True)
        )
    ]
    assert [("For the client's questions" in told) for told in headings] == [False, True]


def test_a_list_in_portrait_has_name_and_price_on_one_page() -> None:
    asked = order("de", sheet_catalog(60))
    sheet = made(SheetKind.LIST, asked, 64)
    (table,) = sheet.tables
    named: set[str] = set()
    for text in pages_of(sheet, PageSetup.of()):
        if "Ausgabe" in text and "1Mio" in text:
            named |= {row.label for row in table.rows if row.label in text}
    assert named == {row.label for row in table.rows}


@pytest.mark.parametrize("count", [1, 2, 8, 9, 20])
def test_no_page_of_a_coverage_has_a_footnote_alone(count: int) -> None:
    sheet = made(SheetKind.COVERAGE, order("de", sheet_catalog(20), regions=()), count)
    for text in pages_of(sheet, PageSetup.of()):
        assert "Quellen" not in text or len(text) > 400


def test_no_page_of_a_long_comparison_has_the_last_row_of_a_table_alone() -> None:
    found = ENTRIES[:: len(ENTRIES) // 20][:20]
    asked = SheetOrder(CATALOG, CATALOG.published, "en")
    # Head and foot of a page take 300 letters, a row of five models 60.
    for number, text in enumerate(pages_of(comparison_sheet(found, asked), PageSetup.of()), 1):
        assert len(text) > 500, number


def test_a_sizing_answers_first_where_what_and_until_when() -> None:
    sheet = made(SheetKind.SIZING, order("en"), 1)
    first = next(pages_of(sheet, PageSetup.of()))
    assert [line.key for line in sheet.answer] == ["where", "cost", "until"]
    for line in sheet.answer:
        assert plain(line.lead).replace(" ", "") in first
    assert first.index("Whereandhow") < first.index("Keyfacts")


def test_lines_of_a_recommendation_stay_lines_in_markdown_and_become_no_mark_up() -> None:
    text = markdown_text(made(SheetKind.LIST, order("en", note="one\n# two\n<b>three</b> *four*")))
    assert "\none  \n\\# two  \n\\<b\\>three\\</b\\> *four*\n" in text


def test_the_chart_of_one_model_has_its_prices_by_scope() -> None:
    offers = (offer("GlobalStandard", GERMANY.id), offer("DataZoneStandard", GERMANY.id))
    prices = (price("2"), price("3", scope=Scope.DATA_ZONE, data_zone="EU"))
    one = model("a", version("1", offers=offers), prices=prices)
    sheet = made(SheetKind.COMPARISON, order("en", catalog(one)), 1)
    (chart,) = (block for block in sheet.parts[0].blocks if isinstance(block, Chart))
    assert isinstance(chart.body, Rows)
    told = {row.name: row.groups[0][0].text for row in chart.body.rows}
    assert told == {"Data zone": "$3.00", "Global": "$2.00"}
    assert chart.title.replace(" ", "") in next(pages_of(sheet, PageSetup.of()))


def test_every_region_of_a_conflict_is_named_in_an_appendix() -> None:
    claims = (Claim(value="one", source="matrix"), Claim(value="other", source="prices"))
    regions = tuple(each.id for each in REGIONS)
    disputed = Conflict(about="availability:GlobalBatch", claims=claims, regions=regions)
    one = model("a", version("1", conflicts=(disputed,)))
    asked = order("en", catalog(one), regions=())
    told = made(SheetKind.COMPARISON, asked, 1).remarks[0].text
    assert all(each.name in told for each in REGIONS)


EVERY_MODEL = "AZMODELS_EVERY_FACT_SHEET" in os.environ
"""Else those whose facts are most, and a sample of the others."""
MOST = ("gpt-5.6-sol", "gpt-5.5", "gpt-4.1", "o4-mini", "gpt-4o", "model-router", "azure-speech")
PLACES: dict[str, dict[str, Any]] = {
    "a region": {"regions": ("germanywestcentral",)},
    "a data zone": {"data_zones": ("EU",)},
    "anywhere": {},
}


def facts_of(entry: Entry, language: str, place: str) -> Sheet:
    asked = {**PLACES[place]}
    if "regions" in asked:
        asked["regions"] = [each for each in CATALOG.regions if each.id in asked["regions"]]
    return fact_sheet([entry], SheetOrder(CATALOG, CATALOG.published, language, **asked))


def names_of_most() -> list[str]:
    titles = {entry.title: entry.model.id for entry in ENTRIES}
    if EVERY_MODEL:
        return list(titles)
    newest = {model: title for title, model in titles.items()}
    return [*(newest[each] for each in MOST), *list(titles)[::90]]


@pytest.mark.parametrize("title", names_of_most())
@pytest.mark.parametrize("place", PLACES)
def test_the_facts_of_every_model_of_the_catalogue_are_one_page(title: str, place: str) -> None:
    (entry,) = (each for each in ENTRIES if each.title == title)
    # Words are longest in German, and Letter is the shorter paper.
    all_ways = product(["de", "en"], ["A4", "Letter"])
    for language, paper in all_ways if EVERY_MODEL else [("de", "Letter")]:
        pages = svg_pages(facts_of(entry, language, place), PageSetup.of(paper))
        assert len(pages) == 1, (language, paper)


def test_what_makes_room_on_paper_is_in_the_other_files() -> None:
    entry = next(each for each in ENTRIES if each.model.id == "gpt-4.1")
    sheet = facts_of(entry, "en", "anywhere")
    (page,) = pages_of(sheet, PageSetup.of("Letter"))
    spared = [
        block
        for part in sheet.parts
        for block in part.blocks
        if not isinstance(block, Chart) and block.spare and block.spare.replace(" ", "") in page
    ]
    assert spared
    told = html_of(sheet).decode()
    for block in spared:
        for each in block.rows if isinstance(block, Table) else ():
            assert escape(each.label) in told
            assert all(escape(cell.text) in told for cell in each.cells)


def test_a_list_has_a_sign_for_secondary_prices_and_says_once_what_it_means() -> None:
    sheet = made(SheetKind.LIST, order("en"), 4)
    (table,) = sheet.tables
    cells = [cell for row in table.rows for cell in row.cells if "secondary" in cell.after]
    assert all(cell.text.startswith("†") and "secondary" not in cell.text for cell in cells)
    assert ("† secondary source" in plain(table.legend)) is bool(cells)
