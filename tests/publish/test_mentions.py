# SPDX-License-Identifier: MIT
from datetime import date

import pytest

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.identity import Mention, read_highlights, read_mentions


@pytest.mark.parametrize(
    ("cell", "mentions"),
    [
        pytest.param("gpt-x (2026-01-31)", [Mention("gpt-x", "2026-01-31")], id="name and version"),
        pytest.param("gpt-x", [Mention("gpt-x")], id="no version"),
        pytest.param(
            "gpt-x(2026-01-31)\ngpt-x-mini(2026-02-28)",
            [Mention("gpt-x", "2026-01-31"), Mention("gpt-x-mini", "2026-02-28")],
            id="two models without a space",
        ),
        pytest.param(
            "gpt-x (2026-01-31)\nPreview<sup>1</sup>",
            [Mention("gpt-x", "2026-01-31", Stage.PREVIEW)],
            id="stage on its own line, with a footnote",
        ),
        pytest.param(
            "gpt-x (2026-01-31)\nRetired May 13, 2026",
            [Mention("gpt-x", "2026-01-31", Stage.RETIRED, date(2026, 5, 13))],
            id="retired with its date",
        ),
        pytest.param(
            "gpt-x (2026-01-31) (GA)\ngpt-y (2026-02-28)",
            [
                Mention("gpt-x", "2026-01-31", Stage.GENERALLY_AVAILABLE),
                Mention("gpt-y", "2026-02-28"),
            ],
            id="stage in brackets is for one model only",
        ),
        pytest.param(
            "oss-x<sup>1</sup> (Preview)", [Mention("oss-x", None, Stage.PREVIEW)], id="no version"
        ),
        pytest.param("embed-x (version 2)", [Mention("embed-x", "2")], id="version in words"),
        pytest.param(
            "gpt-x<sup>1</sup> (turbo-2026-04-09)\nGPT-X Turbo with Vision",
            [Mention("gpt-x", "turbo-2026-04-09")],
            id="a name for people is no model",
        ),
        pytest.param(
            "gpt-x (2026-01-31)\nGPT-X (Omni)",
            [Mention("gpt-x", "2026-01-31")],
            id="brackets without a version are no model",
        ),
        pytest.param(
            "gpt-x (2026-01-31)\nRetired soon",
            [Mention("gpt-x", "2026-01-31")],
            id="a stage without a readable date is not taken",
        ),
        pytest.param("", [], id="an empty cell"),
    ],
)
def test_a_cell_names_models(cell: str, mentions: list[Mention]) -> None:
    assert list(read_mentions(cell)) == mentions


def test_a_list_of_highlights_names_models_and_their_preview() -> None:
    assert list(read_highlights("NEW gpt-x-mini, gpt-x.1 , gpt-x-chat Preview")) == [
        Mention("gpt-x-mini"),
        Mention("gpt-x.1"),
        Mention("gpt-x-chat", stage=Stage.PREVIEW),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Fine-tuned version of gpt-x-mini.", id="about another model"),
        pytest.param("open-weight reasoning models", id="a kind of model"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_sentence_names_no_highlights(sentence: str) -> None:
    assert list(read_highlights(sentence)) == []
