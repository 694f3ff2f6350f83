# SPDX-License-Identifier: MIT
"""The details say what is known, what is not, and where it comes from."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.facts import Capability, Hosting, Quota
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.price_lookup import ptu_prices_for
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.window.background import collect_everything
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.models.cell_context import CellContext, OnShow
from azmodels_gui.window.models.details import Details
from azmodels_gui.window.models.pane import FactTreeView, Fold, NoteBox, Pane
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.theme import Theme
from azmodels_gui.window.widgets.link_label import LinkLabel
from tests.builders import (
    TODAY,
    catalog,
    model,
    offer,
    price,
    shipped_catalog,
    version,
    with_old_advice,
)
from tests.held import held_bytes, tells_held
from tests.window.samples import GERMANY, sample_catalog


def shown(model: str, *regions: str) -> OnShow:
    index = CatalogIndex(sample_catalog(), TODAY)
    entry = next(entry for entry in index.entries if entry.model.id == model)
    return OnShow(entry, CellContext(index, "en", CatalogQuery(regions=frozenset(regions))))


@pytest.fixture
def details(qtbot: QtBot, theme: Theme) -> Details:
    made = Details(theme, Pins(), OpenClient())
    qtbot.addWidget(made)
    made.resize(450, 700)
    made.show()
    return made


def open_pane(details: Details, key: str) -> Pane:
    details.open_pane(key)
    return next(pane for pane in details.full.panes if pane.key == key)


def lines(pane: Pane) -> list[tuple[str, ...]]:
    """Return every line of the pane's tables, headings and figures alike."""
    found = []
    for view in pane.findChildren(FactTreeView):
        model = view.figures
        for row in range(model.rowCount()):
            head = model.index(row, 0)
            found.append(model.row_at(head).cells)
            found += [
                model.row_at(model.index(at, 0, head)).cells for at in range(model.rowCount(head))
            ]
    return found


def notes(pane: Pane) -> list[str]:
    return [box.text.text() for box in pane.findChildren(NoteBox)]


def test_without_an_entry_a_hint_says_what_to_do(details: Details) -> None:
    assert details.empty.isVisible()
    assert "Select an entry" in details.empty.text()


def test_texts_are_laid_out_in_full_after_the_hint(details: Details, qtbot: QtBot) -> None:
    """The table lets the selection go when a filter hides it; the next entry comes then."""
    index = CatalogIndex(shipped_catalog(), TODAY)
    short, long = (
        next(each for each in index.entries if each.model.id == name)
        for name in ("Phi-3.5-vision-instruct", "gpt-5.4")
    )
    details.show_entry(OnShow(short, CellContext(index, "en")))
    qtbot.wait_until(lambda: _lowest_text(details) > details.height())
    details.show_entry(None)
    details.show_entry(OnShow(long, CellContext(index, "en")))
    qtbot.wait_until(lambda: _lowest_text(details) > 2 * details.height())


def test_the_features_of_a_service_say_from_which_source_and_how_old_they_are(
    details: Details,
) -> None:
    index = CatalogIndex(shipped_catalog(), TODAY)
    entry = next(each for each in index.entries if each.is_service)
    details.show_entry(OnShow(entry, CellContext(index, "en")))
    texts = open_pane(details, "availability").texts()
    assert "Source: Azure Speech: features by region, as of 2026" in texts


def _lowest_text(details: Details) -> int:
    labels = details.full.panes[0].findChildren(QLabel)
    return max(label.geometry().bottom() for label in labels)


def test_markup_in_a_text_is_shown_letter_by_letter(details: Details) -> None:
    details.show_entry(shown("alpha-large"))
    assert "Shows <b>tags</b> & signs" in open_pane(details, "overview").texts()


def test_what_no_source_states_is_called_unknown(details: Details) -> None:
    details.show_entry(shown("delta"))
    texts = open_pane(details, "overview").texts()
    assert texts.count("unknown") == 8
    assert "PTU parameters: unknown" in open_pane(details, "capacity").texts()
    assert "Price: unknown" in open_pane(details, "prices").texts()


def test_a_figure_carries_its_source_and_date(details: Details) -> None:
    details.show_entry(shown("alpha-large"))
    pane = open_pane(details, "overview")
    (figure,) = (label for label in pane.findChildren(QLabel) if label.text() == "400,000 tokens")
    assert "Document types" in figure.toolTip()
    assert "5" in figure.toolTip()
    assert "2026" in figure.toolTip()


def test_dead_advice_has_its_successor_and_an_open_question_is_told(details: Details) -> None:
    index = CatalogIndex(with_old_advice(sample_catalog(), "alpha-large"), TODAY)
    entry = next(entry for entry in index.entries if entry.model.id == "alpha-large")
    details.show_entry(OnShow(entry, CellContext(index, "en")))
    texts = open_pane(details, "overview").texts()
    assert f"retired (retired) → {entry.title}." in texts
    assert (
        "vanished (not in the catalogue) → no successor named. Nobody makes it any more." in texts
    )
    (kept,) = (text for text in texts if text.startswith("What is kept? Nothing is kept.\n"))
    assert "Document matrix, as of" in kept
    assert "Where? No source on hand." in texts


def test_the_chosen_region_is_answered_type_by_type(details: Details) -> None:
    details.show_entry(shown("alpha-large", GERMANY))
    found = dict(line for line in lines(open_pane(details, "availability")) if len(line) == 2)
    assert found["payg global"] == "● offered"
    assert found["provisioned regional"] == "– not offered (as of 5 Oct 2026)"
    assert found["batch global"] == "? unknown"


def test_disagreeing_sources_are_shown_with_both_claims(details: Details) -> None:
    details.show_entry(shown("alpha-large"))
    (note,) = notes(open_pane(details, "availability"))
    assert "Japan East" in note
    assert "• not offered (Document matrix" in note
    assert "• priced (Document prices" in note


def test_an_expired_price_is_said_to_have_expired(details: Details) -> None:
    details.show_entry(shown("alpha-large"))
    pane = open_pane(details, "prices")
    (note,) = notes(pane)
    assert note.startswith("Data zone: the last known price was valid until 31")
    assert ("Standard · Global",) in lines(pane)
    assert ("Input", "$2.50", "") in lines(pane)


def test_a_date_that_has_passed_is_said_although_the_stage_is_available(details: Details) -> None:
    details.show_entry(shown("gamma"))
    pane = open_pane(details, "lifecycle")
    assert "the source does not call it retired" in notes(pane)[0]
    texts = pane.texts()
    assert "generally available, past its date" in texts
    assert texts[texts.index("Days left") + 1] == "-3"


def test_kinds_of_subscription_are_named_in_the_language_of_the_window(details: Details) -> None:
    """What the source answers with "N/A" is neither unknown nor a number."""
    quotas = (
        Quota(deployment_type="GlobalBatch", tier="MSDN subscriptions", note="N/A", source="types"),
        Quota(tier="Enterprise and MCA-E", enqueued_tokens=5_000_000_000, source="types"),
    )
    one = model("batch-x", quotas=quotas)
    context = CellContext(CatalogIndex(catalog(one), TODAY), "de")
    details.show_entry(OnShow(Entry(one, one.versions[0]), context))
    told = lines(open_pane(details, "capacity"))
    assert ("MSDN-Abonnements", "N/A", "") in told
    assert ("Enterprise und MCA-E", "5.000.000.000", "") in told


def test_ptu_parameters_and_quota_are_written_out(details: Details) -> None:
    details.show_entry(shown("alpha-large"))
    pane = open_pane(details, "capacity")
    assert {"2,400", "6", "15", "5"} <= set(pane.texts())
    texts = pane.texts()
    for name, told in (("Token weight, output", "6"), ("Minimum PTU, global", "15")):
        assert texts[texts.index(name) + 1] == told
    assert ("Tier 1", "30,000", "unknown") in lines(pane)


def test_a_source_opens_by_click_and_by_key(qtbot: QtBot, details: Details) -> None:
    details.show_entry(shown("alpha-large"))
    pane = open_pane(details, "sources")
    link = pane.findChildren(LinkLabel)[0]
    with qtbot.waitSignal(details.link_asked) as asked:
        link.open()
    assert asked.args == [QUrl("https://example.com/prices")]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://example.com", id="without encryption"),
        pytest.param("file:///etc/passwd", id="a file"),
        pytest.param("javascript:alert(1)", id="a script"),
    ],
)
def test_any_other_address_is_only_text(details: Details, url: str) -> None:
    pane = details.full.panes[0]
    details.show_entry(shown("alpha-large"))
    pane.add_link("A page", url)
    assert [link.text() for link in pane.findChildren(LinkLabel)] == []
    assert "A page" in pane.texts()


def test_only_the_tab_on_show_is_filled(details: Details) -> None:
    details.open_pane("lifecycle")
    details.show_entry(shown("alpha-large"))
    filled = [pane.key for pane in details.full.panes if pane.texts()]
    assert filled == ["lifecycle"]


def test_the_pin_button_pins_and_says_so(qtbot: QtBot, theme: Theme) -> None:
    pins = Pins()
    details = Details(theme, pins, OpenClient())
    qtbot.addWidget(details)
    details.show_entry(shown("gamma"))
    assert details.full.pin_button.accessibleName() == "Pin"
    details.full.pin_button.click()
    assert pins.keys == (("gamma", "1"),)
    assert details.full.pin_button.accessibleName() == "Unpin"


def test_tabs_that_have_no_room_are_scrolled_to(details: Details) -> None:
    bar = details.full.tabs.tabBar()
    details.resize(details.minimumSizeHint().width(), 600)
    assert details.width() <= 280, "the table beside it needs the rest"
    assert bar.usesScrollButtons()


def with_new_facts() -> OnShow:
    """Return an entry with levels, a dated no, a host, offers that end, a promise, and a list."""
    offers = (
        offer("GlobalStandard", GERMANY).but(
            retirement_date=date(2027, 3, 1), retirement_source="matrix"
        ),
        offer("GlobalBatch", GERMANY).but(retirement_date=date(2026, 11, 1)),
    )
    known = version(offers=offers).but(
        capabilities=(
            Capability(id="vision", source="types"),
            Capability(id="effort", levels=("low", "high"), source="types"),
            Capability(id="audio", supported=False, source="types"),
        ),
        hosted_by=Hosting(by="azure", source="types"),
    )
    listed = known.but(lifecycle=known.lifecycle.but(unlisted_in="types"))
    one = model("a", listed, prices=(price("2").but(at_least_until=date(2026, 11, 30)),))
    context = CellContext(
        CatalogIndex(catalog(one), TODAY),
        "en",
        CatalogQuery(regions=frozenset({GERMANY})),
    )
    return OnShow(context.index.entries[0], context)


def test_levels_a_dated_no_and_who_processes_are_told(details: Details) -> None:
    details.show_entry(with_new_facts())
    texts = open_pane(details, "overview").texts()
    for name, told in (
        ("effort", "low, high"),
        ("audio", "no (as of 5 Oct 2026)"),
        ("Processed by", "Azure"),
    ):
        assert texts[texts.index(name) + 1] == told


def test_an_offer_with_an_end_of_its_own_says_when_it_ends_or_ended(details: Details) -> None:
    details.show_entry(with_new_facts())
    told = lines(open_pane(details, "availability"))
    assert ("payg global", "● offered, ends on 1 Mar 2027") in told
    assert ("batch global", "– ended on 1 Nov 2026") in told
    assert ("ends on 1 Mar 2027",) in told


def test_a_promise_and_a_list_without_it_are_told(details: Details) -> None:
    details.show_entry(with_new_facts())
    assert ("promised until 30 Nov 2026",) in lines(open_pane(details, "prices"))
    texts = open_pane(details, "lifecycle").texts()
    assert "no longer named in Document types, 5 Oct 2026" in texts


def bundled(model: str) -> OnShow:
    index = CatalogIndex(shipped_catalog(), TODAY)
    entry = next(each for each in index.entries if each.model.id == model)
    return OnShow(entry, CellContext(index, "en"))


def test_disputed_countries_are_not_counted_as_inside_the_eu(details: Details) -> None:
    """Norway and Switzerland are in the zone by one source and not by another."""
    asked = bundled("gpt-5.4")
    details.show_entry(asked)
    zoned = {line[0]: line[1] for line in lines(open_pane(details, "availability")) if line[1:]}
    offer = asked.entry.offers["DataZoneStandard"]
    members = [each for each in asked.catalog.regions if each.data_zone == "EU"]
    sure = sum(each.id in offer.available for each in members if not each.data_zone_disputed)
    disputed = sum(each.id in offer.available for each in members if each.data_zone_disputed)
    name = asked.context.deployment_types["DataZoneStandard"].name.en
    assert disputed
    assert zoned[name] == f"{sure} + {disputed} !"


@pytest.mark.parametrize("model", ["gpt-5.4", "gpt-4o", "DeepSeek-R1"])
def test_the_sources_pane_has_the_sources_of_ptu_prices(details: Details, model: str) -> None:
    asked = bundled(model)
    details.show_entry(asked)
    texts = open_pane(details, "sources").texts()
    titles = {each.id: each.title for each in asked.catalog.sources}
    assert {titles[each.source] for each in ptu_prices_for(asked.entry, asked.catalog)} <= set(
        texts
    )


def test_with_a_region_chosen_the_prices_of_there_come_first(details: Details) -> None:
    index = CatalogIndex(shipped_catalog(), TODAY)
    entry = next(each for each in index.entries if each.model.id == "gpt-5.4")
    query = CatalogQuery(regions=frozenset({"westeurope"}))
    details.show_entry(OnShow(entry, CellContext(index, "en", query)))
    texts = open_pane(details, "prices").texts()
    assert texts[texts.index("One PTU by the hour, regional") + 1] == "$2.72"


def test_the_strip_says_price_ptu_end_host_and_successor(details: Details) -> None:
    index = CatalogIndex(shipped_catalog(), date(2026, 11, 29))
    entry = next(each for each in index.entries if each.title == "gpt-4o 2024-11-20")
    query = CatalogQuery(regions=frozenset({GERMANY}))
    details.show_entry(OnShow(entry, CellContext(index, "en", query)))
    assert [each.replace(NO_BREAK_SPACE, " ") for each in details.full.strip.texts()] == [
        *("Input per 1M", "$2.50, global", "Output per 1M", "$10.00, global"),
        *("PTU from", "15, step 5", "Retirement date", "14 Apr 2027"),
        *("Processed by", "Azure", "Successor", "gpt-5.1 2025-11-13"),
    ]
    shown = open_pane(details, "overview").texts()
    assert "Global standard" in shown[shown.index("Offered in the same way") + 1]
    assert (
        shown[shown.index("Input price → successor") + 1].replace(NO_BREAK_SPACE, " ")
        == "$2.50 → $1.25 (−50%)"
    )


def test_what_does_not_apply_is_left_out(details: Details) -> None:
    index = CatalogIndex(shipped_catalog(), TODAY)
    entry = next(each for each in index.entries if each.is_service)
    details.show_entry(OnShow(entry, CellContext(index, "en")))
    told = [*details.full.strip.texts(), *open_pane(details, "overview").texts()]
    assert "PTU from" not in told
    assert "does not apply" not in told


def test_conflicts_are_one_line_that_unfolds(qtbot: QtBot, details: Details) -> None:
    details.show_entry(shown("alpha-large"))
    (fold,) = open_pane(details, "availability").findChildren(Fold)
    (box,) = fold.findChildren(NoteBox)
    assert fold.button.accessibleName().startswith("1 conflict of sources: ")
    assert not box.isVisible()
    fold.button.click()
    qtbot.wait_until(box.isVisible)
    fold.button.click()
    assert not box.isVisible()


@tells_held
def test_one_entry_after_the_other_leaves_nothing(details: Details) -> None:
    both = [shown("alpha-large"), shown("gamma")]

    def turn(times: int) -> None:
        for _ in range(times):
            for each in both:
                details.show_entry(each)

    def left(times: int) -> int:
        before = held_bytes()
        turn(times)
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        collect_everything()
        return held_bytes() - before

    left(40)
    assert left(60) < 60 * 2 * 60  # the item of a layout takes 96 bytes
