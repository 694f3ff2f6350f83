# SPDX-License-Identifier: MIT
"""The client that is open, as a value with steps."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.clients.client import Client
from azmodels_gui.window.client.open_client import OpenClient

PATH = Path("contoso.azclient")


@pytest.fixture
def contoso() -> OpenClient:
    """Return Contoso, open."""
    made = OpenClient()
    made.open(Client(name="Contoso"), PATH)
    return made


def name(held: OpenClient) -> str | None:
    return None if held.client is None else held.client.name


def test_no_client_is_open_at_first_and_none_after_closing(qtbot: QtBot) -> None:
    held = OpenClient()
    assert (held.client, held.path, held.can_undo) == (None, None, False)
    with pytest.raises(RuntimeError):
        held.change(Client(name="Nobody"))
    with qtbot.waitSignal(held.changed):
        held.open(Client(name="Contoso"), PATH)
    assert (name(held), held.path) == ("Contoso", PATH)
    with qtbot.waitSignal(held.changed):
        held.close()
    assert (held.client, held.path) == (None, None)


def test_a_change_is_a_step_that_can_be_taken_back(contoso: OpenClient, qtbot: QtBot) -> None:
    assert contoso.client is not None
    with qtbot.assertNotEmitted(contoso.changed):
        contoso.change(Client(name="Contoso", tenant=contoso.client.tenant))
    with qtbot.waitSignal(contoso.changed):
        contoso.change(contoso.client.but(name="Contoso AG"))
    with qtbot.waitSignal(contoso.changed):
        contoso.undo()
    assert name(contoso) == "Contoso"
    contoso.redo()
    assert name(contoso) == "Contoso AG"


def test_letters_typed_one_after_the_other_are_one_step(contoso: OpenClient) -> None:
    for notes in ("a", "ab", "abc"):
        assert contoso.client is not None
        contoso.change(contoso.client.but(notes=notes), "notes")
    contoso.undo()
    assert contoso.client is not None
    assert (contoso.client.notes, contoso.can_undo) == ("", False)


def test_another_client_has_no_steps_of_the_one_before(contoso: OpenClient) -> None:
    assert contoso.client is not None
    contoso.change(contoso.client.but(name="Contoso AG"))
    contoso.open(Client(name="Fabrikam"), PATH)
    assert not contoso.can_undo
