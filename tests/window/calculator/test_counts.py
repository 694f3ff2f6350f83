# SPDX-License-Identifier: MIT
"""The page asks for what a model knows, and for nothing else: speech, images, pages, text."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.counted import BESIDE_TEXT
from azmodels_gui.calculator.inputs import COUNTED_BY, Inputs, LoadFrom
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.catalog.document import newest_version
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.window.calculator.input_panel import InputPanel
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.theme import Theme
from tests.builders import shipped_catalog


@cache
def shipped() -> Asker:
    return Asker(CatalogIndex(shipped_catalog(), date(2026, 11, 30)))


def asked(model_id: str, **more: int) -> Inputs:
    """Return one request a minute all month, of nothing but what is stated."""
    model = next(each for each in shipped().catalog.models if each.id == model_id)
    amounts = {"input_tokens": 0, "output_tokens": 0, "average_percent": 100} | more
    return Inputs(
        model=model_id,
        version=newest_version(model),
        deployment_type="GlobalProvisionedManaged",
        load_from=LoadFrom.REQUESTS,
        requests_per_minute=Decimal(1),
        **{name: Decimal(amount) for name, amount in amounts.items()},  # type: ignore[arg-type]
    )


def test_each_count_has_a_field_to_be_kept_in() -> None:
    assert {count.value for count in BESIDE_TEXT} <= {each.name for each in fields(Inputs)}


@pytest.mark.parametrize(
    ("model", "shown"),
    [
        pytest.param(
            "gpt-5.2",
            "input_tokens cached_percent output_tokens image_input_tokens",
            id="chat that sees",
        ),
        pytest.param(
            "gpt-realtime",
            "input_tokens cached_percent output_tokens audio_input_tokens "
            "cached_audio_input_tokens audio_output_tokens image_input_tokens "
            "cached_image_input_tokens",
            id="speech",
        ),
        pytest.param("whisper", "audio_minutes", id="by the hour"),
        pytest.param("tts-hd", "characters", id="by characters"),
        pytest.param("sora-2", "video_seconds", id="by the second"),
        pytest.param("FLUX-1.1-pro", "images", id="by the image"),
        pytest.param("mistral-document-ai-2512", "document_pages", id="by pages"),
        pytest.param("text-embedding-3-large", "input_tokens", id="embeddings"),
    ],
)
def test_the_page_shows_the_fields_of_what_a_model_knows(
    model: str, shown: str, theme: Theme, qtbot: QtBot
) -> None:
    panel = InputPanel(theme, shipped(), "en", OpenClient())
    qtbot.addWidget(panel)
    panel.show_inputs(asked(model))
    seen = [name for name in COUNTED_BY if panel.fields[name].isVisibleTo(panel)]
    assert seen == shown.split()


@pytest.mark.parametrize(
    ("inputs", "monthly"),
    [
        pytest.param(
            asked("gpt-realtime", audio_input_tokens=600, audio_output_tokens=1_200),
            "4204.80",
            id="speech: 600 x $32 and 1,200 x $64 a million, 43,800 times",
        ),
        pytest.param(
            asked("gpt-realtime", audio_output_tokens=1_200),
            "3363.84",
            id="with one stated a zero is a statement",
        ),
        pytest.param(
            asked("whisper", audio_minutes=10, input_tokens=200, output_tokens=20),
            "2628.00",
            id="10 minutes at $0.36 an hour; what was typed for another model does not count",
        ),
    ],
)
def test_the_page_reckons_with_them(inputs: Inputs, monthly: str) -> None:
    found = shipped().answer(inputs).estimate
    assert found is not None
    assert found.payg_monthly == Decimal(monthly)


@pytest.mark.parametrize("model", ["gpt-realtime", "whisper", "sora-2", "gpt-image-2"])
def test_text_alone_is_refused_where_a_model_answers_in_something_else(model: str) -> None:
    answer = shipped().answer(asked(model, input_tokens=600, output_tokens=1_200))
    assert answer.estimate is None
    assert answer.refusal is not None
    assert answer.refusal.id is RefusalId.NOT_STATED
