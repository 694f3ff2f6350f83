# SPDX-License-Identifier: MIT
"""What is typed finds the model that is meant, and shows it first."""

from functools import cache
from string import ascii_lowercase

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from azmodels_gui.catalog.document import (
    Alias,
    CapabilityKind,
    Catalog,
    Family,
    Provider,
    UseCase,
    newest_version,
)
from azmodels_gui.catalog.facts import Capability
from azmodels_gui.catalog.folding import compact
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.catalog.text_search import KEPT_TEXTS
from tests.builders import TODAY, catalog, model, text, version
from tests.catalog.plain_rule import accepts
from tests.catalog.sloppy_names import FIRST_HITS
from tests.publish.shipped import checked_catalog


@cache
def shipped() -> CatalogIndex:
    return CatalogIndex(checked_catalog(), TODAY)


def hits(built: Catalog, typed: str) -> list[str]:
    """Return the models that are found, the best first."""
    index = CatalogIndex(built, TODAY)
    rows = index.run(CatalogQuery(text=typed)).rows_by_rank()
    return list(dict.fromkeys(index.entries[row].model.id for row in rows))


@pytest.mark.parametrize(("typed", "meant"), FIRST_HITS.items(), ids=FIRST_HITS)
def test_a_sloppy_name_shows_the_newest_version_of_what_is_meant_first(
    typed: str, meant: str
) -> None:
    index = shipped()
    first = index.entries[index.run(CatalogQuery(text=typed)).rows_by_rank()[0]]
    assert (first.model.id, first.version.version) == (meant, newest_version(first.model))


def test_ranks_are_id_spelling_beginning_words_purpose_and_prose_in_that_order() -> None:
    built = catalog(
        model("prose", summary=text("Better than nova")),
        model("purpose", use_cases=("nova",)),
        model("old-nova-x"),
        model("begun", aliases=(Alias(name="nova-old"),)),
        model("novaline"),
        model("nova-x"),
        model("spelled", aliases=(Alias(name="No Va"),)),
        model("Nova"),
        use_cases=(UseCase(id="nova", name=text("Nova")),),
    )
    expected = ["Nova", "spelled", "nova-x", "novaline", "begun", "old-nova-x", "purpose", "prose"]
    assert hits(built, "nova") == expected


def test_versions_are_found_by_name_and_version_and_stand_newest_first() -> None:
    built = catalog(
        model("gpt-x", version("2024-05-13"), version("2024-11-20"), version("turbo-2023-01-01")),
        model("gpt-x-mini", version("2024-05-13")),
    )
    index = CatalogIndex(built, TODAY)

    def titles(typed: str) -> list[str]:
        found = index.run(CatalogQuery(text=typed)).rows_by_rank()
        return [index.entries[row].title for row in found]

    newest_first = ["gpt-x 2024-11-20", "gpt-x 2024-05-13", "gpt-x turbo-2023-01-01"]
    assert titles("gpt x") == [*newest_first, "gpt-x-mini 2024-05-13"]
    assert titles("gpt-x 2024-05") == ["gpt-x 2024-05-13", "gpt-x-mini 2024-05-13"]
    assert titles("2023 gpt-x") == ["gpt-x turbo-2023-01-01"]


def test_among_equals_the_first_order_decides() -> None:
    gone, old = version("2026-09-09", stage=Stage.RETIRED), version("2025-01-01")
    built = catalog(model("gpt-gone", gone), model("gpt-old", old), model("gpt-new"))
    assert hits(built, "gpt") == ["gpt-new", "gpt-old", "gpt-gone"]


PURPOSES = catalog(
    model("seer", version("1", capabilities=(Capability(id="vision", source="types"),))),
    model("reader", use_cases=("chat",), provider="xai", family="gpt"),
    model("blind", summary=text("Neural network", "Kennt die Größe der EU-Länder")),
    use_cases=(UseCase(id="chat", name=text("Document analysis", "Dokumentenanalyse")),),
    capabilities=(CapabilityKind(id="vision", name=text("Image input", "Bildeingabe")),),
    providers=(Provider(id="xai", name="xAI"),),
    families=(Family(id="gpt", name="GPT", provider="xai", summary=text("General models")),),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("bildeingabe", ["seer"], id="a capability in German"),
        pytest.param("image", ["seer"], id="a capability in English"),
        pytest.param("fotos", ["seer"], id="another word for it"),
        pytest.param("Dokument", ["reader"], id="the beginning of a use case in German"),
        pytest.param("analyse", ["reader"], id="a word inside a German one"),
        pytest.param("xai reader", ["reader"], id="who made it, and the name"),
        pytest.param("grosse", ["blind"], id="letters without dots"),
        pytest.param("EU", ["blind"], id="a short word only where a word begins"),
        pytest.param("twork", [], id="prose not inside a word"),
        pytest.param("Bildeingbe", ["seer"], id="a typing error in a purpose"),
        pytest.param("reader Bildeingbe", [], id="every word must be found"),
        pytest.param("--", ["seer", "reader", "blind"], id="nothing but signs asks for nothing"),
    ],
)
def test_what_a_model_is_for_is_found_in_both_languages(typed: str, expected: list[str]) -> None:
    assert sorted(hits(PURPOSES, typed)) == sorted(expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("gtp-5", ["gpt-5", "gpt-5-mini"], id="two letters the wrong way round"),
        pytest.param("gpt-5 mni", ["gpt-5-mini"], id="a letter missing"),
        pytest.param("ggpt-5", ["gpt-5", "gpt-5-mini"], id="a letter too many"),
        pytest.param("gpt-40", ["gpt-4o"], id="a figure for the letter that looks like it"),
        pytest.param("mimi gpt", ["gpt-5-mini"], id="a word among words"),
        pytest.param("gpt-9", [], id="another figure is another model"),
        pytest.param("gtp-5 mnii", [], id="two errors"),
        pytest.param("oo", [], id="too short to know"),
        pytest.param("gpto", [], id="what is left begins too many others"),
    ],
)
def test_one_typing_error_is_forgiven(typed: str, expected: list[str]) -> None:
    built = catalog(model("gpt-5"), model("gpt-5-mini"), model("gpt-4o"), model("o3"))
    assert hits(built, typed) == expected


def test_nothing_is_forgiven_where_something_is_found() -> None:
    assert hits(catalog(model("gpt-5"), model("gtp-5")), "gtp5") == ["gtp-5"]


def test_an_answer_is_the_same_the_second_time_and_after_many_texts() -> None:
    index = shipped()
    before = index.ranks("gpt")
    for number in range(KEPT_TEXTS + 1):
        assert index.ranks(f"nothing{number} at all") == ()
    assert index.ranks("gpt") == before


names = st.text(alphabet="abgpt15. -", min_size=1, max_size=8).filter(compact)


# Spellings that mean the same, as `1` and `1.`, are one to the search.
@given(ids=st.lists(names, min_size=1, max_size=6, unique_by=compact), data=st.data())
def test_an_exact_id_is_always_first(ids: list[str], data: st.DataObject) -> None:
    meant = data.draw(st.sampled_from(ids))
    assert hits(catalog(*map(model, ids)), meant)[0].strip() == meant.strip()


@given(ids=st.lists(names, min_size=1, max_size=6, unique=True), data=st.data())
def test_no_row_is_found_twice_and_all_that_fit_are(ids: list[str], data: st.DataObject) -> None:
    typed = data.draw(names | st.sampled_from(ids))
    index = CatalogIndex(catalog(*map(model, ids)), TODAY)
    result = index.run(CatalogQuery(text=typed))
    found = list(result.rows_by_rank())
    assert len(found) == len(set(found)) == result.count
    assert sorted(found) == result.rows()


NAMES = ("gpt-5-mini", "claude-opus-4-8", "DeepSeek-R1", "whisper", "Phi-4-reasoning", "sora-2")
SMALL = CatalogIndex(catalog(*map(model, NAMES)), TODAY)


@given(meant=st.sampled_from(NAMES), data=st.data())
def test_any_one_typing_error_is_forgiven_where_nothing_else_is_found(
    meant: str, data: st.DataObject
) -> None:
    letters = [at for at, letter in enumerate(meant) if letter.isalpha()]
    at, letter = data.draw(st.sampled_from(letters)), data.draw(st.sampled_from(ascii_lowercase))
    before, behind = meant[:at], meant[at + 1 :]
    wrong = (before + letter + meant[at:], before + letter + behind, before + behind)
    query = CatalogQuery(text=data.draw(st.sampled_from(wrong)))
    entries = SMALL.entries
    assume(not any(accepts(query, entry, SMALL.catalog, TODAY) for entry in entries))
    assert entries[SMALL.run(query).rows_by_rank()[0]].model.id == meant


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("gpt5", False, id="as it is called"),
        pytest.param("gtp-5", True, id="letters that changed places"),
        pytest.param("xyzzy", False, id="nothing is called alike either"),
        pytest.param("", False, id="nothing is typed"),
    ],
)
def test_a_forgiven_error_is_told(typed: str, expected: bool) -> None:
    index = CatalogIndex(catalog(model("gpt-5")), TODAY)
    assert index.is_similar(typed) is expected
