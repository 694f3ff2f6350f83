# SPDX-License-Identifier: MIT
import tomllib
from pathlib import Path

import pytest

from azmodels_gui.publish.editorial_files import EditorialFault, editorial_file
from azmodels_gui.publish.model_tables import UNKNOWN_WORDING, load_capability_words, reviewed_words

WORDS = """
[[word]]
is = "streaming"
capabilities = ["streaming"]
[[word]]
has = "tool calling"
capabilities = ["function-calling"]
[[word]]
has = "parallel"
capabilities = ["parallel-tools", "function-calling"]
[[word]]
is = "no tool calling"
reason = "says what it cannot do"
[[section]]
heading = "Drawing models"
capabilities = ["image-generation"]
output = ["image"]
[[name]]
part = "-diarize"
capabilities = ["diarization"]
"""


def test_every_phrase_in_a_bullet_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(WORDS)
    meaning = load_capability_words(path).of_bullet("Tools and parallel tool calling.")
    assert meaning.capabilities == ("function-calling", "parallel-tools")


def test_a_word_for_the_whole_bullet_beats_phrases_in_it(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(WORDS)
    meaning = load_capability_words(path).of_bullet("No tool calling<sup>1</sup>.")
    assert not meaning.says_something
    assert meaning.reason == "says what it cannot do"


def test_an_unknown_wording_says_so(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(WORDS)
    assert load_capability_words(path).of_bullet("Telepathy").reason == UNKNOWN_WORDING


def test_headings_and_names_say_something_too(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(WORDS)
    words = load_capability_words(path)
    assert words.of_headings(("Media", "Drawing models")).output == ("image",)
    assert words.of_name("GPT-X-Diarize").capabilities == ("diarization",)
    assert not words.of_name("gpt-x").says_something


def test_a_misspelled_key_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('[[word]]\nis = "streaming"\ncapability = ["streaming"]\n')
    with pytest.raises(EditorialFault, match="capability"):
        load_capability_words(path)


def test_every_capability_of_the_word_table_has_a_text_in_both_languages() -> None:
    words = reviewed_words()
    used = {
        name
        for meaning in (*words.word, *words.section, *words.name, *words.service_key)
        for name in meaning.capabilities
    }
    file = editorial_file("capabilities.toml")
    described = tomllib.loads(file.read_text(encoding="utf-8"))["capability"]
    assert used <= {entry["id"] for entry in described}
    for entry in described:
        assert set(entry["name"]) == set(entry["description"]) == {"en", "de"}, entry["id"]
        assert entry["description"]["en"] != entry["description"]["de"]


def test_every_word_says_something_or_why_not() -> None:
    words = reviewed_words()
    for meaning in (*words.word, *words.section, *words.name, *words.service_key):
        assert meaning.says_something != bool(meaning.reason), meaning
    for word in words.word:
        assert bool(word.whole) != bool(word.has), word
        assert word.whole.casefold() == word.whole, word
        assert word.has.casefold() == word.has, word
