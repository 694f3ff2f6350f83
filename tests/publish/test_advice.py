# SPDX-License-Identifier: MIT
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.publish.advice import (
    AdviceRecord,
    advice_reader,
    advice_record,
    load_groups,
    read_advice,
)
from azmodels_gui.publish.editorial import Editorial, EditorialFiles
from azmodels_gui.publish.editorial_files import (
    FamiliesFile,
    GeneralNote,
    ModelsFile,
    NotesFile,
    OwnText,
    ProvidersFile,
    ProviderText,
    RecommendationText,
    ServiceText,
    UseCasesFile,
    UseCaseText,
    editorial_file,
)
from azmodels_gui.publish.editorial_files import FamilyText as Family
from azmodels_gui.publish.facts import AnyFact, NamedFact, NoteFact
from azmodels_gui.publish.ledger import Ledger

OURS = OwnText(en="Ours.", de="Unsers.")
GROUPS = {"x-series": ("x1", "x2"), "gpt_realtime": ("gpt-x-realtime",)}


def recommendation(*models: str, **more: Any) -> RecommendationText:
    more.setdefault("source", "advice")
    return RecommendationText(models=models, why=OURS, **more)


def editorial(
    *recommendations: RecommendationText, topics: Iterable[str] = (), services: bool = False
) -> Editorial:
    """Return texts of ours whose one use case claims the entry "talking"."""
    talk = UseCaseText(
        id="talk",
        name=OURS,
        description=OURS,
        advice=("talking",),
        recommendation=recommendations,
    )
    notes = tuple(
        GeneralNote(id=topic, topic=topic, text=OURS, source="advice") for topic in topics
    )
    speech = ServiceText(
        id="azure-speech",
        name="Azure Speech",
        provider="acme",
        family="speech",
        use_cases=("talk",),
        summary=OURS,
    )
    return Editorial(
        EditorialFiles(
            providers=ProvidersFile(provider=(ProviderText(id="acme", name="Acme", summary=OURS),)),
            families=FamiliesFile(
                family=(Family(id="speech", name="Speech", provider="acme", summary=OURS),)
            ),
            models=ModelsFile(model=()),
            use_cases=UseCasesFile(use_case=(talk,)),
            notes=NotesFile(note=notes, service=(speech,) if services else ()),
        )
    )


def entry(*models: str, **more: Any) -> dict[str, Any]:
    return {"use_case": "talking", "de": "Reden", "models": list(models), **more}


def read(
    folder: Path, article: dict[str, Any], texts: Editorial
) -> tuple[list[AnyFact], list[str]]:
    """Return the facts of an article and the reasons of the elements that gave none."""
    path = folder / "advice.json"
    path.write_text(json.dumps(article), encoding="utf-8")
    ledger = Ledger()
    facts = list(read_advice(path, "advice", ledger, editorial=texts, groups=GROUPS))
    ledger.close()
    return facts, [row.reason for row in ledger.refused()]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        pytest.param(
            entry("x-series", "gpt-x", "x1", reasons=["deep", "long"]),
            AdviceRecord("talking", "Reden", ("x1", "x2", "gpt-x"), None, "", ("deep", "long")),
            id="a group is resolved and no model comes twice",
        ),
        pytest.param(
            entry("gpt-x", start="PAYG for tests", switch_to_ptu="at night"),
            AdviceRecord("talking", "Reden", ("gpt-x",), "payg", "at night", ()),
            id="the start is what its first word says",
        ),
        pytest.param(
            entry("gpt-x", start="PTU", why="it matters"),
            AdviceRecord("talking", "Reden", ("gpt-x",), "provisioned", "", ("it matters",)),
            id="a single reason",
        ),
    ],
)
def test_an_entry_is_a_record(element: dict[str, Any], expected: AdviceRecord) -> None:
    assert advice_record(element, GROUPS) == expected


def test_a_restated_entry_names_its_models(tmp_path: Path) -> None:
    texts = editorial(recommendation("x1", "x2", start_with="payg", switch=OURS))
    element = entry("x-series", start="PAYG", switch_to_ptu="more than ten users")
    facts, refused = read(tmp_path, {"capacity_advice_by_use_case": [element]}, texts)
    assert [fact.name for fact in facts if isinstance(fact, NamedFact)] == ["x1", "x2"]
    assert refused == []


@pytest.mark.parametrize(
    ("texts", "element"),
    [
        pytest.param(editorial(recommendation("x1")), entry("x-series"), id="a model is missing"),
        pytest.param(
            editorial(recommendation("x1", "x2", start_with="provisioned")),
            entry("x-series", start="PAYG"),
            id="another start",
        ),
        pytest.param(
            editorial(recommendation("x1", "x2")),
            entry("x-series", switch_to_ptu="soon"),
            id="when to switch is missing",
        ),
        pytest.param(
            editorial(recommendation("x1", "x2", source="editorial")),
            entry("x-series"),
            id="the recommendation is our own",
        ),
    ],
)
def test_an_entry_restated_wrongly_is_refused_but_its_models_stay(
    texts: Editorial, element: dict[str, Any], tmp_path: Path
) -> None:
    facts, refused = read(tmp_path, {"use_cases_by_model_group": [element]}, texts)
    assert len(facts) == 2
    assert refused == ["no recommendation of our use case talk has these models and this start"]


def test_an_entry_that_no_use_case_claims_is_refused(tmp_path: Path) -> None:
    element = entry("gpt-x") | {"use_case": "singing"}
    _, refused = read(tmp_path, {"use_cases_by_model_group": [element]}, editorial())
    assert refused == ["no use case of ours restates it"]


@pytest.mark.parametrize(
    ("article", "topics", "refused"),
    [
        pytest.param({"rules_of_thumb": ["small first"]}, ["rules-of-thumb"], [], id="restated"),
        pytest.param(
            {"rules_of_thumb": ["small first"]},
            ["capacity"],
            ["no general note of ours on rules-of-thumb restates it"],
            id="not restated",
        ),
        pytest.param(
            {"region_facts_2025": ["only here"]},
            [],
            ["state of 2025; the dated availability matrices replace it"],
            id="regions of 2025",
        ),
        pytest.param({"about": "what it is"}, [], ["describes the file"], id="about the file"),
        pytest.param({"surprise": [1]}, [], ["unknown section"], id="a section nobody knows"),
        pytest.param({"other_providers": [{"provider": "Acme"}]}, [], [], id="known provider"),
        pytest.param(
            {"other_providers": [{"provider": "Zed"}]},
            [],
            ["no provider of ours has this name"],
            id="unknown provider",
        ),
        pytest.param(
            {"speech_service_versus_realtime": {"together": "both"}}, ["speech"], [], id="together"
        ),
        pytest.param(
            {"speech_service_versus_realtime": {"azure_speech_service": {}}},
            [],
            ["no text of ours on the speech service restates it"],
            id="no speech service of ours",
        ),
    ],
)
def test_general_advice_must_be_restated_by_our_texts(
    article: dict[str, Any], topics: list[str], refused: list[str], tmp_path: Path
) -> None:
    assert read(tmp_path, article, editorial(topics=topics)) == ([], refused)


def test_the_speech_service_is_named_and_preview_limits_become_a_note(tmp_path: Path) -> None:
    limits = {"tokens_per_minute": 100_000, "requests_per_minute": 1_000}
    article = {
        "speech_service_versus_realtime": {
            "azure_speech_service": {"billing": "audio hours"},
            "gpt_realtime": {"preview_limits": limits},
        }
    }
    (service, note), refused = read(tmp_path, article, editorial(services=True))
    assert isinstance(service, NamedFact)
    assert service.name == "azure-speech"
    assert isinstance(note, NoteFact)
    assert (note.name, refused) == ("gpt-x-realtime", [])
    assert "100,000" in note.note_en
    assert "100.000" in note.note_de


def test_our_own_groups_can_be_read() -> None:
    groups = load_groups(editorial_file("advice_models.toml"))
    assert groups["o-series"] == ("o1", "o3", "o3-mini", "o4-mini")


def test_the_real_article_is_restated_to_the_last_entry(sources_dir: Path) -> None:
    ledger = Ledger()
    reader = advice_reader(editorial_file("advice_models.toml").parent)
    facts = list(reader(sources_dir / "advice.json", "advice", ledger))
    assert ledger.totals() == {"advice": (47, 43, 4)}
    assert {row.place.partition(",")[0] for row in ledger.refused()} == {
        "about",
        "region_facts_2025",
    }
    named = {fact.name for fact in facts if isinstance(fact, NamedFact)}
    assert {"gpt-35-turbo", "gpt-4.5-preview", "sora-2", "Phi-4", "azure-speech"} <= named
