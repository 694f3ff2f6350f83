# SPDX-License-Identifier: MIT
"""The calculator's page holds a load against what the open client's subscription has left."""

from pathlib import Path

from azmodels_gui.clients.client import Client
from azmodels_gui.clients.taking import AnswerFile, taken
from azmodels_gui.clients.tenant import Tenant
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import Reckoning
from tests.builders import TODAY
from tests.clients.answers import as_bytes, counter, listed, sku

PATH = Path("contoso.azclient")
NAME, KEY = "OpenAI.GlobalStandard.alpha", ("alpha-large", "2026-03-05")


def client(used: int) -> Client:
    documents = {
        "models.json": [listed(*KEY, sku("GlobalStandard", NAME), location="eastus2")],
        "usage-eastus2.json": [counter(NAME, used, 1_000_000)],
    }
    files = [AnswerFile(name, as_bytes(each), TODAY) for name, each in documents.items()]
    return Client(name="Contoso", tenant=taken(files, Tenant(), ["eastus2"]).tenant)


def page_of(window: MainWindow) -> CalculatorPage:
    window.navigation.reckon(Reckoning(KEY, "GlobalProvisionedManaged", "eastus2", None))
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    return page


def told(page: CalculatorPage) -> list[str]:
    (answer,) = page.answers
    assert answer.estimate is not None
    return [str(each.id) for each in (*answer.estimate.cautions, *answer.estimate.checks)]


def test_the_open_clients_quota_is_taken_and_left_again(window: MainWindow) -> None:
    page, held = page_of(window), window.parts.around.client
    assert not [each for each in told(page) if each.startswith("own_quota")]
    held.open(client(used=1_000_000), PATH)
    assert "own_quota_exceeded" in told(page)
    held.change(client(used=0))
    assert "own_quota_enough" in told(page)
    held.undo()
    assert "own_quota_exceeded" in told(page)
    held.close()
    assert not [each for each in told(page) if each.startswith("own_quota")]
