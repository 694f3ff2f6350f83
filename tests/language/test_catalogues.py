# SPDX-License-Identifier: MIT
"""Every text of the program has its German, and a third language is a new file and nothing else."""

import gettext
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from azmodels_gui.language.words import FOLDER_VARIABLE
from tests.language.texts import PLACEHOLDER, forms, marked
from tools.translations import (
    DOMAIN,
    KEYWORDS,
    LOCALE,
    PSEUDO,
    mo_bytes,
    pseudo,
    read,
    untranslated,
    updated,
    write,
)

ROOT = Path(__file__).parents[2]
GERMAN = LOCALE / "de" / "LC_MESSAGES" / f"{DOMAIN}.po"


@pytest.fixture(scope="module")
def german() -> Catalog:
    return read(GERMAN)


def contents(catalogue: Catalog) -> set[tuple[object, ...]]:
    return {(text.context, text.id, text.string) for text in catalogue if text.id}


def test_every_text_is_translated(german: Catalog) -> None:
    assert list(untranslated(german)) == []
    assert len(german) > 1_000


def test_the_german_file_has_exactly_the_marked_texts(german: Catalog) -> None:
    """Else: `python -m tools.translations`."""
    assert contents(updated(german, marked())) == contents(german)


def test_no_text_stands_inside_an_f_string() -> None:
    """Where Python before 3.12 runs the tools, Babel does not find it."""
    inside = re.compile(rf"""\bf["'].*?\{{(?:{"|".join(KEYWORDS)})\(["']""")
    sources = (ROOT / "azmodels_gui").rglob("*.py")
    assert [path.name for path in sources if inside.search(path.read_text("utf-8"))] == []


def test_the_compiled_file_is_made_from_the_texts(german: Catalog) -> None:
    with GERMAN.with_suffix(".mo").open("rb") as file:
        shipped = gettext.GNUTranslations(file)
    for text in german:
        if text.id and not isinstance(text.id, tuple):
            asked = f"{text.context}\x04{text.id}" if text.context else text.id
            assert shipped.gettext(str(asked)) == text.string


def test_translations_keep_every_placeholder(german: Catalog) -> None:
    wrong = [
        (source, told)
        for text in german
        if text.id and not (text.context or "").startswith("format of")
        for source, told in forms(text)
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(told))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "forbidden",
    [
        pytest.param(
            r"use case|deployment|provider|(?<![-\w])catalog\b|zurückgezogen", id="English words"
        ),
        pytest.param(r"PTU-(Parameter|Kennzahl|Wert)", id="PTU-Kennwerte"),
        pytest.param(r"zweitrangig", id="Sekundärquelle"),
        pytest.param(r"[Aa]bgelaufen", id="ausgelaufen, of prices"),
        pytest.param(r"Bewerter", id="Eingabe der Bewertung"),
        pytest.param(r"\bQuota\b", id="Kontingent"),
    ],
)
def test_one_german_word_for_one_thing(german: Catalog, forbidden: str) -> None:
    found = re.compile(forbidden)
    the_same_everywhere = re.compile(rf"{PLACEHOLDER.pattern}|--[-\w]+|'[^']*'|\S+\.json")
    assert [
        told
        for text in german
        if text.id
        for _, told in forms(text)
        if found.search(the_same_everywhere.sub("", told))
    ] == []


def test_a_third_language_is_a_new_file_and_nothing_else(tmp_path: Path) -> None:
    """The program finds it, names it, writes its figures, and tells commands and sheets in it."""
    write(tmp_path, pseudo(marked()))
    asked = """
from datetime import date
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, in_language, languages
print(ascii(languages()))
print(ascii(in_language(N_("Deployment type"), "eo")), figures.number(1234567, "eo"))
print(ascii(figures.day(date(2026, 11, 22), "eo")))
"""
    ran = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env=os.environ | {FOLDER_VARIABLE: str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names, told, day = ran.stdout.splitlines()
    assert names == ascii({"en": "English", PSEUDO: "[Éñglíšh~~]", "de": "Deutsch"})
    assert told == f"{'[Déplóýméñt týpé~~~~~]'!a} 1,234,567"
    assert day == ascii("22 [Nóv~] 2026")


def test_the_pseudo_language_keeps_placeholders_and_formats() -> None:
    made = pseudo(marked())
    assert mo_bytes(made)
    for text in made:
        if text.id:
            for source, told in forms(text):
                assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(told))
