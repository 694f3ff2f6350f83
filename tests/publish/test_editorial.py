# SPDX-License-Identifier: MIT
"""Reading editorial files: what is found, and what a fault is called."""

from pathlib import Path

import pytest

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.editorial import Editorial, load_editorial
from azmodels_gui.publish.editorial_files import EditorialFault

PROVIDERS = """
[[provider]]
id = "acme"
name = "Acme Labs"
names = ["AcmeAI"]
summary.en = "Maker of stars."
summary.de = "Hersteller von Sternen."

[[provider]]
id = "other"
name = "Other"
summary.en = "Somebody else."
summary.de = "Jemand anderes."
"""

FAMILIES = """
host_prefixes = ["HO-"]

[[family]]
id = "star"
name = "Star"
provider = "acme"
models = ["star"]
prefixes = ["star-"]
summary.en = "Bright models."
summary.de = "Helle Modelle."
"""

MODELS = """
[[model]]
id = "star-mini"
summary.en = "A small star."
summary.de = "Ein kleiner Stern."
use_cases = ["write"]
modalities = { input = ["text"], output = ["text"], source = "tables" }
[[model.note]]
source = "tables"
text.en = "Ask first."
text.de = "Erst fragen."
"""

USE_CASES = """
[[use_case]]
id = "talk"
name.en = "Talk"
name.de = "Reden"
description.en = "Talking with machines."
description.de = "Reden mit Maschinen."
advice = ["talking"]
[[use_case.recommendation]]
models = ["star-large"]
source = "advice"
why.en = "It talks well."
why.de = "Es redet gut."
start_with = "payg"
switch.en = "Later."
switch.de = "Später."

[[use_case]]
id = "write"
name.en = "Write"
name.de = "Schreiben"
description.en = "Writing."
description.de = "Das Schreiben."

[[rule]]
families = ["star"]
use_cases = ["write"]

[[rule]]
prefixes = ["star-voice"]
use_cases = ["talk"]
"""

NOTES = """
[[note]]
id = "one"
topic = "capacity"
source = "advice"
text.en = "A remark."
text.de = "Eine Bemerkung."

[[service]]
id = "speech"
name = "Speech"
provider = "acme"
family = "star"
use_cases = ["talk"]
summary.en = "A service."
summary.de = "Ein Dienst."
[[service.strength]]
en = "Hears."
de = "Hört."
"""


GENERAL_FACTS = """
[[general_fact]]
id = "kept"
topic = "storage"
question.en = "What is kept?"
question.de = "Was wird aufbewahrt?"
answer.en = "Nothing."
answer.de = "Nichts."
source = "tables"
channels = ["azure_openai"]
providers = ["acme"]
hosts = ["azure", "acme"]
stages = ["preview"]

[[general_fact]]
id = "kept-unknown"
topic = "storage"
question.en = "What is kept?"
question.de = "Was wird aufbewahrt?"
"""

ADVICE_MODELS = """
[[successor]]
model = "star-old"
to = "star-mini"
reason.en = "Of its size."
reason.de = "Von seiner Größe."

[[successor]]
model = "comet"
reason.en = "Nobody makes comets any more."
reason.de = "Niemand baut noch Kometen."
"""


def folder_with(tmp_path: Path, **replaced: str) -> Path:
    texts = {
        "providers": PROVIDERS,
        "families": FAMILIES,
        "models": MODELS,
        "use_cases": USE_CASES,
        "notes": NOTES,
        "general_facts": GENERAL_FACTS,
        "advice_models": ADVICE_MODELS,
    }
    for name, content in (texts | replaced).items():
        (tmp_path / f"{name}.toml").write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def editorial(tmp_path: Path) -> Editorial:
    return load_editorial(folder_with(tmp_path))


def test_providers_and_families_become_parts_of_the_catalogue(editorial: Editorial) -> None:
    assert [provider.name for provider in editorial.providers] == ["Acme Labs", "Other"]
    assert editorial.families[0].summary.de == "Helle Modelle."


def test_a_use_case_carries_its_recommendations(editorial: Editorial) -> None:
    (recommendation,) = editorial.use_cases[0].recommendations
    assert recommendation.models == ("star-large",)
    assert recommendation.start_with == "payg"
    assert recommendation.switch is not None
    assert recommendation.switch.de == "Später."


def test_a_note_keeps_topic_and_source(editorial: Editorial) -> None:
    (note,) = editorial.notes
    assert (note.topic, note.source, note.text.en) == ("capacity", "advice", "A remark.")


def test_a_model_text_is_found_whatever_the_case(editorial: Editorial) -> None:
    text = editorial.model_text("Star-Mini")
    assert text is not None
    assert text.modalities is not None
    assert text.modalities.modalities().source == "tables"
    assert text.note[0].note().text.de == "Erst fragen."


def test_a_model_without_text_is_not_given_one(editorial: Editorial) -> None:
    assert editorial.model_text("star-huge") is None


def test_entries_of_the_article_point_to_their_use_case(editorial: Editorial) -> None:
    assert editorial.advice == {"talking": "talk"}


def test_a_service_is_kept_with_its_strengths(editorial: Editorial) -> None:
    assert editorial.services[0].strength[0].local().de == "Hört."


def test_a_general_fact_says_for_whom_it_is_and_what_is_not_known(editorial: Editorial) -> None:
    kept, unknown = editorial.general_facts
    assert kept.answer is not None
    assert (kept.answer.de, kept.source) == ("Nichts.", "tables")
    assert (kept.channels, kept.providers) == (("azure_openai",), ("acme",))
    assert (kept.hosts, kept.stages) == (("azure", "acme"), (Stage.PREVIEW,))
    assert (unknown.topic, unknown.answer, unknown.source) == ("storage", None, None)


def test_a_successor_of_ours_has_a_reason_also_where_there_is_none(editorial: Editorial) -> None:
    star, comet = editorial.successors
    assert (star.model, star.successor, star.source) == ("star-old", "star-mini", "editorial")
    assert (comet.successor, comet.reason.de) == (None, "Niemand baut noch Kometen.")


@pytest.mark.parametrize(
    ("model", "hint", "expected"),
    [
        pytest.param("HO-Star-9", None, "acme", id="host letters do not hide the maker"),
        pytest.param("star-9", "Other", "acme", id="the family counts more than a heading"),
        pytest.param("comet", "acmeai", "acme", id="a heading helps where no family does"),
        pytest.param("comet", "Nobody", None, id="an unknown heading is no maker"),
        pytest.param("comet", None, None, id="nothing known stays unknown"),
    ],
)
def test_the_maker_of_a_model(
    editorial: Editorial, model: str, hint: str | None, expected: str | None
) -> None:
    assert editorial.provider_of(model, hint) == expected


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        pytest.param("star-mini", ("write",), id="our own choice"),
        pytest.param("star-huge", ("write",), id="the family's rule"),
        pytest.param("HO-star-voice-2", ("talk",), id="a prefix beats the family"),
        pytest.param("star-large", ("talk", "write"), id="recommended models are added"),
        pytest.param("comet", (), id="an unknown model has none"),
    ],
)
def test_use_cases_of_a_model(editorial: Editorial, model: str, expected: tuple[str, ...]) -> None:
    assert editorial.use_cases_of(model) == expected


@pytest.mark.parametrize(
    ("replaced", "message"),
    [
        pytest.param(
            {"models": MODELS.replace("use_cases", "use_case")},
            r"models\.toml: model\[0\]\.",
            id="a misspelled key",
        ),
        pytest.param(
            {"providers": PROVIDERS.replace("Hersteller von Sternen.", " ")},
            r"providers\.toml: provider\[0\]\.summary\.de: ",
            id="a text of blanks",
        ),
        pytest.param(
            {"notes": NOTES.replace("A remark.", "x" * 601)},
            r"notes\.toml: note\[0\]\.text\.en: expected a text with a length of at most 600",
            id="a text that is too long",
        ),
        pytest.param(
            {"models": MODELS.replace('input = ["text"]', 'input = ["smell"]')},
            r"models\.toml: model\[0\]\.modalities\.input\[0\]: ",
            id="an unknown modality",
        ),
        pytest.param(
            {"families": FAMILIES.replace('"acme"', '"nobody"')},
            r"families\.toml: family\[0\]\.provider: there is no provider 'nobody'",
            id="a family of a provider nobody described",
        ),
        pytest.param(
            {"models": MODELS.replace('["write"]', '["sing"]')},
            r"models\.toml: model\[0\]\.use_cases: there is no use case 'sing'",
            id="a use case that does not exist",
        ),
        pytest.param(
            {"use_cases": USE_CASES.replace('families = ["star"]', 'families = ["moon"]')},
            r"use_cases\.toml: rule\[0\]\.families: there is no family 'moon'",
            id="a rule for a family that does not exist",
        ),
        pytest.param(
            {"models": MODELS + MODELS.replace("star-mini", "Star-Mini")},
            r"models\.toml: model\[1\]: 'Star-Mini' comes twice",
            id="a model twice in different case",
        ),
        pytest.param(
            {"use_cases": USE_CASES.replace('["talking"]', '["talking", "talking"]')},
            r"use_cases\.toml: advice\[1\]: 'talking' comes twice",
            id="an entry of the article claimed twice",
        ),
        pytest.param(
            {
                "families": FAMILIES
                + FAMILIES.split("\n\n", 1)[1].replace('id = "star"', 'id = "b"')
            },
            r"'star' is claimed by 'star' and by 'b'",
            id="a name claimed by two families",
        ),
        pytest.param(
            {"general_facts": GENERAL_FACTS.replace('source = "tables"', "")},
            r"general_facts\.toml: general_fact\[0\]: an answer needs a source",
            id="an answer without a source",
        ),
        pytest.param(
            {"general_facts": GENERAL_FACTS + 'source = "tables"'},
            r"general_facts\.toml: general_fact\[1\]: .*a source an answer",
            id="a source without an answer",
        ),
        pytest.param(
            {"general_facts": GENERAL_FACTS.replace('["acme"]', '["nobody"]')},
            r"general_facts\.toml: general_fact\[0\]\.providers: .* 'nobody'",
            id="a general fact about a provider nobody described",
        ),
        pytest.param(
            {"general_facts": GENERAL_FACTS.replace('"preview"', '"soon"')},
            r"general_facts\.toml: general_fact\[0\]\.stages\[0\]: ",
            id="a general fact about an unknown stage",
        ),
        pytest.param(
            {"general_facts": GENERAL_FACTS.replace("kept-unknown", "kept")},
            r"general_facts\.toml: general_fact\[1\]: 'kept' comes twice",
            id="a general fact twice",
        ),
        pytest.param(
            {"advice_models": ADVICE_MODELS.replace('"comet"', '"Star-Old"')},
            r"advice_models\.toml: successor\[1\]: 'Star-Old' comes twice",
            id="two successors of one model",
        ),
        pytest.param({"notes": "[[note"}, r"notes\.toml: no TOML", id="no TOML at all"),
    ],
)
def test_a_fault_names_file_and_key(tmp_path: Path, replaced: dict[str, str], message: str) -> None:
    with pytest.raises(EditorialFault, match=message):
        load_editorial(folder_with(tmp_path, **replaced))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder_with(tmp_path)
    (tmp_path / "notes.toml").unlink()
    with pytest.raises(FileNotFoundError, match=r"notes\.toml"):
        load_editorial(tmp_path)
