# SPDX-License-Identifier: MIT
"""Notes on a model stand in its details while a client is open, and go into the client's file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.clients.client import Client
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.models.details import Details
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.theme import Theme
from tests.window.test_details import shown


@pytest.fixture
def client() -> OpenClient:
    """Return a client with a note on one model."""
    made = OpenClient()
    models = names()
    made.open(Client(name="Contoso", model_notes={models[0]: "as *fast* as"}), Path("c.azclient"))
    return made


def names() -> list[str]:
    from tests.window.samples import sample_catalog

    return [model.id for model in sample_catalog().models]


@pytest.fixture
def details(qtbot: QtBot, theme: Theme, client: OpenClient) -> Details:
    made = Details(theme, Pins(), client)
    qtbot.addWidget(made)
    made.resize(450, 700)
    made.show()
    return made


def noted(client: OpenClient) -> dict[str, str]:
    assert client.client is not None
    return dict(client.client.model_notes)


def test_each_model_has_its_own_note(details: Details, client: OpenClient) -> None:
    first, second = names()[:2]
    details.show_entry(shown(first))
    details.open_pane("notes")
    notes = details.full.notes
    assert notes is not None
    assert details.pane_key() == "notes"
    assert notes.read.toPlainText() == "as fast as"
    details.show_entry(shown(second))
    assert notes.write.toPlainText() == ""
    notes.write.setPlainText("cheap")
    assert noted(client) == {first: "as *fast* as", second: "cheap"}
    details.show_entry(shown(first))
    notes.write.setPlainText("")
    assert noted(client) == {second: "cheap"}
    client.undo()
    assert notes.write.toPlainText() == "as *fast* as"


def test_without_a_client_there_is_no_place_for_notes(details: Details, client: OpenClient) -> None:
    details.show_entry(shown(names()[0]))
    tabs = details.full.tabs
    assert tabs.isTabVisible(tabs.count() - 1)
    client.close()
    assert not tabs.isTabVisible(tabs.count() - 1)
    assert details.full.notes is not None
    details.full.notes.write.setPlainText("lost")
    assert client.client is None
