# SPDX-License-Identifier: MIT
"""Words are found in what versions share and in their own names, again and again."""

from azmodels_gui.catalog.bitmask import rows_of
from azmodels_gui.catalog.text_search import KEPT_WORDS, TextSearch
from tests.builders import catalog, model, version

SEARCH = TextSearch(
    catalog(model("gpt-x", version("0613"), version("2024-11-20")), model("grok", version("0613")))
)


def found(text: str) -> list[int]:
    return rows_of(SEARCH.matching(text), range(3))


def test_a_name_finds_all_versions_a_version_finds_all_models() -> None:
    assert found("gpt") == [0, 1]
    assert found("0613") == [0, 2]
    assert found("GPT 0613") == [0]


def test_an_answer_is_the_same_the_second_time_and_after_many_words() -> None:
    for _ in range(2):
        assert found("grok") == [2]
    for number in range(KEPT_WORDS + 1):
        assert found(f"nothing{number}") == []
    assert found("grok") == [2]


def test_no_words_find_everything() -> None:
    assert found("  ") == [0, 1, 2]
