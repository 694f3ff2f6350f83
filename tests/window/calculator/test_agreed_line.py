# SPDX-License-Identifier: MIT
"""A client's negotiated prices are offered, taken on purpose, and named by the result."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator.statements import AssumptionId
from azmodels_gui.clients.client import Agreement, Client
from azmodels_gui.window.calculator.agreed_line import AgreedLine, KeepDialog, Kept
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.main_window import MainWindow
from tests.builders import TODAY
from tests.window.calculator.conftest import explained


@pytest.fixture
def client(calculator_window: MainWindow) -> OpenClient:
    """Return Contoso, open beside the calculator."""
    held = calculator_window.parts.around.client
    held.open(Client(name="Contoso"), Path("contoso.azclient"))
    return held


@pytest.fixture
def line(page: CalculatorPage, client: OpenClient) -> AgreedLine:
    return page.panel.agreed


def agree(client: OpenClient, model: str, **figures: int) -> None:
    told = {name: Decimal(figure) for name, figure in figures.items()}
    made = Agreement(model=model, figures=told, agreed_on=TODAY, note="by mail")
    assert client.client is not None
    client.change(client.client.but(agreed=(*client.client.agreed, made)))


def noted(client: OpenClient) -> list[Agreement]:
    assert client.client is not None
    return list(client.client.agreed)


def said(page: CalculatorPage) -> set[AssumptionId]:
    assert page.answer.estimate is not None
    found = page.answer.estimate.assumptions
    return {each.id for each in found if isinstance(each.id, AssumptionId)}


def test_without_a_client_there_is_no_line(page: CalculatorPage) -> None:
    assert page.panel.agreed.isHidden()


def test_nothing_is_reckoned_with_an_agreement_unless_it_is_taken(
    page: CalculatorPage, line: AgreedLine, client: OpenClient
) -> None:
    before = page.inputs
    agree(client, page.inputs.model, ptu_month_price=111)
    assert page.inputs == before
    assert "Contoso has agreed prices, as of " in line.text.text()
    line.take.click()
    assert page.inputs.ptu_month_price == 111
    assert AssumptionId.AGREED in said(page)
    assert "Discounts and negotiated prices are those of the client, as of" in explained(page)
    assert "These are the prices that Contoso has agreed" in line.text.text()
    assert line.take.isHidden()
    page.undo()
    assert page.inputs == before


def test_what_the_user_changes_is_no_longer_what_was_agreed(
    page: CalculatorPage, line: AgreedLine, client: OpenClient
) -> None:
    agree(client, "", payg_discount_percent=10)
    line.take.click()
    field = page.panel.fields["payg_discount_percent"]
    field.show_figure(Decimal(12))  # type: ignore[union-attr]
    field.edited.emit()
    assert page.inputs.payg_discount_percent == 12
    assert AssumptionId.AGREED not in said(page)


def test_another_model_is_reckoned_with_its_own_agreement_or_none(
    page: CalculatorPage, line: AgreedLine, client: OpenClient
) -> None:
    agree(client, page.inputs.model, ptu_month_price=111)
    line.take.click()
    page.show_inputs(replace(page.inputs, model="another"))
    assert page.inputs.ptu_month_price == Decimal(0)
    assert page.inputs.agreed_on == ""


def test_what_is_stated_is_kept_for_the_client_and_forgotten_again(
    page: CalculatorPage, line: AgreedLine, client: OpenClient
) -> None:
    field = page.panel.fields["ptu_month_price"]
    field.show_figure(Decimal(99))  # type: ignore[union-attr]
    field.edited.emit()
    assert "not yet kept for the client" in line.text.text()
    line.ask = lambda _model, today, _only, _parent: Kept(today, "by mail", False)
    line.keep.click()
    assert client.client is not None
    (made,) = client.client.agreed
    assert (made.model, made.figures) == (page.inputs.model, {"ptu_month_price": Decimal(99)})
    assert page.inputs.agreed_on == TODAY.isoformat()
    page.undo()
    page.undo()
    assert line.keep.text() == "Forget them"
    line.keep.click()
    assert not noted(client)
    client.undo()
    assert noted(client) == [made]


def test_a_day_that_is_none_is_not_taken(qtbot: QtBot) -> None:
    dialog = KeepDialog("gpt-a", TODAY, only_discounts=False)
    qtbot.addWidget(dialog)
    assert dialog.kept() == Kept(TODAY, "", False)
    assert not dialog.for_all.isEnabled()
    dialog.day.setText("soon")
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    assert (dialog.kept(), save.isEnabled()) == (None, False)
