# SPDX-License-Identifier: MIT
"""Documents, fine-tuning and the system prompt: asked where the model has prices for them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator.asking import Answer, Asker
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.scenarios import inputs_from
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.kept_record import written_state
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.fields import ChoiceField, FigureField
from azmodels_gui.window.calculator.input_panel import InputPanel
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.theme import Theme
from tests.answers.test_verdict import DAY
from tests.builders import shipped_catalog

ASKER = Asker(CatalogIndex(shipped_catalog(), DAY))
ASKED = Inputs(
    model="gpt-4.1",
    version="2025-04-14",
    deployment_type="GlobalProvisionedManaged",
    load_from=LoadFrom.REQUESTS,
    requests_per_minute=Decimal(10),
    average_percent=Decimal(100),
    input_tokens=Decimal(500),
    output_tokens=Decimal(100),
)
EMBEDDING = replace(ASKED, model="text-embedding-3-large", version="1", output_tokens=Decimal(0))
FIELDS = {
    *("documents", "updated_documents", "document_tokens"),
    *("fine_tuned", "training_tokens", "training_hours", "hosting_hours"),
    *("turns", "system_prompt", "system_cached", "reasoning"),
}


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> InputPanel:
    made = InputPanel(theme, ASKER, "en", OpenClient())
    qtbot.addWidget(made)
    made.show()
    return made


def answered(inputs: Inputs) -> Answer:
    found = ASKER.answer(inputs)
    assert found.estimate is not None
    return found


def beside(inputs: Inputs) -> dict[str, Decimal | None]:
    found = answered(inputs).estimate
    assert found is not None
    return {part.count.value: part.cost for part in found.beside.parts}


@pytest.mark.parametrize(
    ("inputs", "headings", "fields"),
    [
        pytest.param(
            ASKED,
            {"conversation", "tuning"},
            {"turns", "system_prompt", "reasoning", "fine_tuned"}
            | {"training_tokens", "hosting_hours"},
            id="a chat model that can be fine-tuned",
        ),
        pytest.param(
            replace(ASKED, system_prompt=Decimal(1)),
            {"conversation", "tuning"},
            {"turns", "system_prompt", "system_cached", "reasoning", "fine_tuned"}
            | {"training_tokens", "hosting_hours"},
            id="with a system prompt",
        ),
        pytest.param(
            replace(ASKED, model="gpt-5.2", version="2025-12-11"),
            {"conversation"},
            {"turns", "system_prompt", "reasoning"},
            id="one that cannot",
        ),
        pytest.param(
            EMBEDDING,
            {"documents"},
            {"documents", "updated_documents", "document_tokens"},
            id="an embedding model",
        ),
    ],
)
def test_only_what_the_model_has_prices_for_is_offered(
    panel: InputPanel, inputs: Inputs, headings: set[str], fields: set[str]
) -> None:
    panel.show_inputs(inputs)
    offered = {"conversation", "documents", "tuning"}
    assert {key for key in offered if panel.headings[key].isVisible()} == headings
    panel.unfold(offered)
    assert {name for name in FIELDS if panel.fields[name].isVisible()} == fields


def test_folded_headings_make_the_page_no_longer(panel: InputPanel) -> None:
    """A heading stands where the turns stood; nothing else, unless somebody unfolds it."""
    panel.show_inputs(replace(ASKED, model="gpt-5.2", version="2025-12-11"))
    assert not any(panel.fields[name].isVisible() for name in FIELDS - {"reasoning"})
    panel.show_inputs(replace(ASKED, turns=3))
    assert panel.fields["turns"].isVisible()  # what counts is not folded away


def test_fine_tuning_and_documents_are_reckoned_as_the_command_does() -> None:
    tuned = replace(ASKED, training_tokens=Decimal(2_000_000), hosting_hours=Decimal(730))
    assert beside(tuned) == {"training_tokens": 50, "hosting_hours": 1_241}
    found = answered(replace(tuned, fine_tuned=True)).estimate
    assert found is not None
    assert found.question.deployment.workloads[0].fine_tuned
    embedded = replace(EMBEDDING, documents=Decimal(10**6), updated_documents=Decimal(20_000))
    assert beside(embedded) == {
        "embedded_tokens": 65,
        "embedded_anew_tokens": Decimal("1.3"),
    }


def test_what_a_model_is_not_asked_for_is_not_reckoned() -> None:
    """Fields that were filled for another model are hidden, and count for nothing."""
    stated = replace(
        ASKED,
        documents=Decimal(10**6),
        hosting_hours=Decimal(730),
        system_prompt=Decimal(1_000),
        turns=4,
    )
    assert set(beside(stated)) == {"hosting_hours"}
    other = replace(stated, model=EMBEDDING.model, version=EMBEDDING.version)
    assert set(beside(other)) == {"embedded_tokens"}
    load = answered(other).load
    assert load is not None
    assert load.workload.input_tokens == 500


@pytest.mark.parametrize(
    ("more", "cached"),
    [
        pytest.param({}, 1_000, id="shared by all requests, so from the cache"),
        pytest.param({"system_cached": False}, 0, id="said not to be"),
        pytest.param({"cached_percent": Decimal(20)}, 300, id="a share of the input is said"),
    ],
)
def test_a_system_prompt_comes_on_top_and_from_the_cache(
    more: dict[str, object], cached: int
) -> None:
    asked = replace(ASKED, system_prompt=Decimal(1_000), **more)  # type: ignore[arg-type]
    load = answered(asked).load
    assert load is not None
    assert (load.workload.input_tokens, load.workload.cached_tokens) == (1_500, cached)


def test_the_fields_are_steps_that_are_taken_back_kept_and_told_in_links(
    page: CalculatorPage,
) -> None:
    before = page.inputs
    field, choice = page.panel.fields["system_prompt"], page.panel.fields["system_cached"]
    assert isinstance(field, FigureField)
    assert isinstance(choice, ChoiceField)
    page.panel.unfold(["conversation"])
    field.setValue(1_500)
    assert page.inputs.system_prompt == 1_500
    choice.show_choice("no")
    choice.edited.emit()
    assert not page.inputs.system_cached
    changed = page.inputs
    assert inputs_from(written_state(changed)) == changed
    assert "system_prompt" in str(page.shared())
    page.undo()
    page.undo()
    assert page.inputs == before
    page.redo()
    page.redo()
    assert page.inputs == changed


RFT = replace(ASKED, model="o4-mini", version="2025-04-16", training_hours=Decimal(5))


def test_training_that_is_priced_as_a_variant_is_offered_with_it(panel: InputPanel) -> None:
    panel.show_inputs(RFT)
    panel.headings["tuning"].setChecked(True)
    assert panel.fields["variant"].isVisibleTo(panel)
    assert panel.fields["training_hours"].isVisibleTo(panel)
    choice = panel.fields["variant"]
    assert isinstance(choice, ChoiceField)
    assert [choice.itemText(at) for at in range(choice.count())] == ["the usual one", "RFT"]
    assert beside(RFT) == {"training_hours": None}
    assert beside(replace(RFT, variant="RFT")) == {"training_hours": Decimal(500)}


def test_a_variant_holds_for_what_has_a_price_of_it_and_for_nothing_else() -> None:
    plain, chosen = answered(RFT), answered(replace(RFT, variant="RFT"))
    assert plain.estimate is not None
    assert chosen.estimate is not None
    assert plain.estimate.payg_monthly == chosen.estimate.payg_monthly
    tuned = answered(replace(RFT, variant="RFT", fine_tuned=True)).estimate
    assert tuned is not None
    assert set(tuned.question.overrides.variants) >= {"training", "input", "output"}


def test_a_model_without_variants_is_not_asked_for_one(panel: InputPanel) -> None:
    panel.show_inputs(ASKED)
    assert not panel.fields["variant"].isVisibleTo(panel)
