# SPDX-License-Identifier: MIT
"""What changed and what is retired, in words and in groups."""

from decimal import Decimal

import pytest

from azmodels_gui.catalog.differences import (
    Changes,
    FieldChange,
    OfferChange,
    PriceChange,
    PricedPtu,
    PriceTerms,
    changes,
)
from azmodels_gui.catalog.loading import parse_catalog
from azmodels_gui.catalog.terms import Availability, Scope, Term
from azmodels_gui.sheets.change_rows import change_groups
from azmodels_gui.sheets.change_words import ChangeWords
from azmodels_gui.sheets.grouped import GroupedRow, RowFilter, RowGroup, filtered
from azmodels_gui.sheets.radar_rows import radar_days
from azmodels_gui.sheets.table import Table, table_html_bytes
from tests.builders import catalog, model, shipped_catalog
from tests.future import every_word, one_of_each, plain, put, written

CATALOG = catalog(model("gpt-x"))
OFFERED, UNKNOWN = Availability.OFFERED, Availability.UNKNOWN
PTU = PricedPtu("azure-openai", Scope.GLOBAL, Term.HOUR, "USD", False)


def terms(amount: str) -> PriceTerms:
    return PriceTerms(Decimal(amount), None, None)


@pytest.mark.parametrize(
    ("change", "group", "cell"),
    [
        pytest.param(
            Changes(1, 2, versions_added=(("gpt-x", "1"),)), "added", "neue Version", id="new"
        ),
        pytest.param(
            Changes(1, 2, versions_removed=(("gpt-x", "1"),)),
            "removed",
            "nicht mehr im Katalog",
            id="gone",
        ),
        pytest.param(
            Changes(
                1,
                2,
                lifecycle=(
                    FieldChange("gpt-x", "1", "retirement_date", "2026-01-01", "2026-01-31"),
                ),
            ),
            "dates",
            "+30 Tage",
            id="a date that moved says by how much",
        ),
        pytest.param(
            Changes(
                1,
                2,
                offers=(OfferChange("gpt-x", "1", "Standard", OFFERED, UNKNOWN, ("eastus2",)),),
            ),
            "lost",
            "unbekannt",
            id="unknown is not called not offered",
        ),
        pytest.param(
            Changes(1, 2, ptu_prices=(PriceChange(PTU, (), terms("2"), terms("3")),)),
            "up",
            "+50,0 %",
            id="a price up",
        ),
        pytest.param(
            Changes(1, 2, ptu_prices=(PriceChange(PTU, (), None, terms("3")),)),
            "other_prices",
            "",
            id="a price that came has no percentage",
        ),
    ],
)
def test_each_change_has_its_group_and_words(change: Changes, group: str, cell: str) -> None:
    (found,) = change_groups(change, CATALOG, "de")
    assert found.id == group
    assert cell in found.rows[0].cells


def test_a_search_finds_words_in_any_order_without_umlauts() -> None:
    rows = (GroupedRow(("gpt-5", "Größe geändert")), GroupedRow(("o3", "Größe")))
    groups = (RowGroup("g", "G", rows),)
    (found,) = filtered(groups, RowFilter(text="GEANDERT gro"))
    assert found.rows == rows[:1]
    assert filtered(groups, RowFilter(text="gpt o3")) == ()


def test_lines_about_all_versions_belong_to_each_of_them() -> None:
    rows = (GroupedRow(("",), "a", None), GroupedRow(("",), "a", "2"), GroupedRow(("",)))
    (found,) = filtered((RowGroup("g", "G", rows),), RowFilter(entries={("a", "1")}))
    assert found.rows == rows[:1]


def test_no_text_of_a_table_becomes_html() -> None:
    written = table_html_bytes(Table("<b>", ("<i>",), (("<script>",),), notes=("<a>",)), "de")
    for tag in (b"<b>", b"<i>", b"<script>", b"<a>"):
        assert tag not in written


def test_each_line_names_the_sources_of_what_is_there_now() -> None:
    catalog = shipped_catalog()
    model = next(each for each in catalog.models if each.id == "gpt-4.1")
    dearer = tuple(each.but(amount=each.amount * 2) for each in model.prices)
    older = tuple(
        each.but(lifecycle=each.lifecycle.but(retirement_date=None)) for each in model.versions
    )
    old = catalog.but(models=(model.but(prices=dearer, versions=older),))
    new = catalog.but(models=(model,))
    titles = {source.title for source in catalog.sources}
    for group in change_groups(changes(old, new), new, "en"):
        for row in group.rows:
            gone = row.cells[3] == "none"
            assert bool(row.cells[-1]) is not gone
            assert gone or any(title in row.cells[-1] for title in titles)


def test_a_changed_ptu_price_keeps_its_sources() -> None:
    catalog = shipped_catalog()
    cheaper = tuple(each.but(amount=each.amount / 2) for each in catalog.ptu_prices)
    found = change_groups(changes(catalog.but(ptu_prices=cheaper), catalog), catalog, "en")
    rows = [row for group in found for row in group.rows]
    assert rows
    assert all(row.sources and row.cells[-1] and row.cells[0] for row in rows)


def test_models_stand_in_the_order_of_their_names_not_of_their_capitals() -> None:
    added = tuple((name, "1") for name in ("Beta", "Delta", "alpha", "charlie"))
    (group,) = change_groups(Changes(1, 2, versions_added=added), CATALOG, "en")
    assert [row.model for row in group.rows] == ["alpha", "Beta", "charlie", "Delta"]


@pytest.mark.parametrize(
    "path",
    [path for path in one_of_each() if path[-1] in ("stage", "tier", "unit", "term", "category")],
    ids=written,
)
def test_a_word_newer_than_the_program_is_told_as_it_is(path: tuple[str | int, ...]) -> None:
    old = every_word()
    new = parse_catalog(put(plain(old), path, "turbo_9"))
    groups = change_groups(changes(old, new), new, "de")
    assert any("turbo_9" in cell for group in groups for row in group.rows for cell in row.cells)


@pytest.mark.parametrize(
    ("left", "language", "told"),
    [
        (-1, "en", "1 day ago"),
        (-2, "en", "2 days ago"),
        (1, "de", "1 Tag"),
        (-1, "de", "vor 1 Tag"),
        (-30, "de", "vor 30 Tagen"),
    ],
)
def test_one_day_is_told_as_one(left: int, language: str, told: str) -> None:
    assert radar_days(left, ChangeWords(language)) == told
