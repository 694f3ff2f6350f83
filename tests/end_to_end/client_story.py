# SPDX-License-Identifier: MIT
"""A client from the first three answers of az to the dossier."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import SignalInstance
from PySide6.QtTest import QSignalSpy

from azmodels_gui.app.application import Opened
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.client.client_dialogs import NewClient
from azmodels_gui.window.client.client_page import ClientPage
from azmodels_gui.window.page import Reckoning
from tests.clients.answers import as_bytes, counter, deployment, listed, sku

TIMEOUT_S = 30
REGION, COUNTER = "swedencentral", "OpenAI.DataZoneStandard.gpt4.1"
OLD, NEW = ("gpt-4.1", "2025-04-14"), ("gpt-5.1", "2025-11-13")
ANSWERS = {
    f"models-{REGION}.json": [
        listed(*key, sku("DataZoneStandard", name), location=REGION)
        for key, name in ((OLD, COUNTER), (NEW, "OpenAI.DataZoneStandard.gpt5.1"))
    ],
    f"usage-{REGION}.json": [
        counter(COUNTER, 240, 250),
        counter("OpenAI.DataZoneStandard.gpt5.1", 0, 0),
    ],
    "deployments.json": [deployment("chat", *OLD, versionUpgradeOption="NoAutoUpgrade")],
}
TOLD = {
    "en": ("chat", "240 / 250", "none: it stops with its version", "Where the answers come from"),
    "de": ("chat", "240 / 250", "keine: endet mit ihrer Version", "Woher die Antworten stammen"),
}
LEFT = {"en": "10,000 TPM left in Sweden Central", "de": "in Sweden Central nur noch 10.000 TPM"}


def client_from_answers(opened: Opened) -> None:
    """Drop three answers, make a client for them, read them, size, and write a dossier."""
    folder, language = Path.cwd(), opened.window.language
    for name, document in ANSWERS.items():
        (folder / name).write_bytes(as_bytes(document, encoding="utf-16"))
    _take(opened, [folder / name for name in ANSWERS], folder / "contoso.azclient")
    window = opened.window
    assert window.stack.place.key == "client"
    page = window.stack.page
    assert isinstance(page, ClientPage)
    _until(page.written, lambda: all(each in _text(page) for each in TOLD[language]))
    assert "Contoso AG" in window.windowTitle()
    window.navigation.reckon(Reckoning(OLD, "DataZoneProvisionedManaged", REGION, None))
    calculator = window.stack.page
    assert isinstance(calculator, CalculatorPage)
    (answer,) = calculator.answers
    assert answer.estimate is not None
    assert [quota.left for quota, _ in answer.estimate.own_needs] == [10_000]
    dossier = _dossier(opened, folder / "dossier.md")
    assert LEFT[language] in " ".join(dossier.split())
    assert "Contoso AG" in dossier


def _take(opened: Opened, answers: list[Path], client: Path) -> None:
    """Take answers while no client is open; make one when it is offered."""
    opened.window.answers.take(answers)
    opened.client_commands.ask_new = lambda _as_shown, _parent: NewClient("Contoso AG", True)
    opened.client_commands.ask_path = lambda *_asked: client
    (new, _open) = opened.window.message_bar.choices
    new.click()
    taken = opened.window.answers.taken  # of the window that shows the client
    held = opened.around.client
    _until(taken, lambda: held.client is not None and held.client.tenant.told_anything)


def _text(page: ClientPage) -> str:
    return page.view.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def _dossier(opened: Opened, path: Path) -> str:
    """Write what all pages tell into a file, and return it."""
    desk = opened.window.sheets.desk
    desk.keep(replace(desk.wishes, kind=SheetKind.DOSSIER, format="md"))
    desk.ask_path = lambda _wanted, _parent: path
    assert desk.save(opened.window.sheets.subjects())
    _until(desk.finished, path.exists)
    return path.read_text(encoding="utf-8")


def _until(signal: SignalInstance, done: Callable[[], bool]) -> None:
    """Wait until something is so, asking after each signal."""
    came, deadline = QSignalSpy(signal), monotonic() + TIMEOUT_S
    while not done():
        assert monotonic() < deadline, "it did not come"
        came.wait(50)  # in short pieces: the other thread runs between them
