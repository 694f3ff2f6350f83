# SPDX-License-Identifier: MIT
"""The small parts the commands are made of."""

import argparse
import io
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.labels import BANDS, CATEGORIES, TIERS, UNITS
from azmodels_gui.catalog.names import Names, NameUnknown
from azmodels_gui.catalog.offered import how_offered
from azmodels_gui.catalog.terms import ContextBand, PriceTier, TokenCategory, Unit
from azmodels_gui.cli.output import MAX_CELL, aligned, print_json, print_lines, printable
from azmodels_gui.language import figures
from azmodels_gui.language.command_line import iso_date, system_language
from azmodels_gui.language.words import N_
from tests.builders import REGIONS, TODAY, catalog, entry, offer, version

region_sets = st.frozensets(st.sampled_from([region.id for region in REGIONS]))


@given(
    available=region_sets,
    covered=st.just("all") | region_sets.map(tuple),
    disputed=region_sets,
    asked=region_sets.filter(bool),
)
def test_offers_by_region_agree_with_the_core(
    available: frozenset[str], covered: Any, disputed: frozenset[str], asked: frozenset[str]
) -> None:
    one = offer("Standard", *available, covered=covered, disputed=disputed)
    row, view = entry(one_version=version(offers=[one])), Viewpoint(catalog(), TODAY)
    for kind, known in how_offered(row, asked, view.catalog):
        here = view.offer_regions(row, kind.id).within(asked)
        assert here.amount_to() is known


def test_a_name_that_several_go_by_is_not_guessed() -> None:
    names = Names(N_("type"), [("a", ["same"]), ("b", ["Same"])])
    with pytest.raises(NameUnknown, match="'same' can be any of a, b"):
        names.find("same")
    assert names.find_all("SAME") == ["a", "b"]


def test_accents_and_signs_do_not_count_in_a_name() -> None:
    assert Names(N_("region"), [("ch", ["Zürich, Nord"])]).find("zurich nord") == "ch"


def test_an_exact_id_wins_over_a_like_one() -> None:
    names = Names(N_("model"), [("Cohere-a", []), ("cohere-a", [])])
    assert names.find("cohere-a") == "cohere-a"


def test_without_any_names_the_hint_says_so() -> None:
    with pytest.raises(NameUnknown, match="the catalogue has none"):
        Names(N_("region"), []).find("x")


@given(st.text(max_size=300))
def test_whatever_is_printed_has_no_control_characters(text: str) -> None:
    assert not any(ord(letter) < 32 and letter not in "\t\n" for letter in printable(text))


def test_escape_sequences_of_a_file_do_not_reach_the_terminal() -> None:
    assert printable("\x1b[31mred\u202e") == "\ufffd[31mred\ufffd"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_valid_in_every_encoding(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace")
    monkeypatch.setattr(sys, "stdout", stream)
    print_json({"text": "Größe \u2192 \x1b"})
    stream.flush()
    printed = raw.getvalue().decode(encoding)
    assert '"text": "Gr' in printed
    assert ("\\u00f6" in printed) is (encoding != "utf-8")


def test_trailing_blanks_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines(["a  ", "b"])
    assert capsys.readouterr().out == "a\nb\n"


def test_columns_are_aligned_and_endless_cells_are_cut() -> None:
    lines = aligned(["name", "n"], [["x" * 200_000, "1"], ["y", "10"]], frozenset({1}))
    assert {len(line) for line in lines} == {MAX_CELL + 2 + 2}
    assert lines[3].endswith("y" + " " * (MAX_CELL - 1) + "  10")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        pytest.param({"LANG": "de_DE.UTF-8"}, "de", id="German"),
        pytest.param({"LANG": "de_AT"}, "de", id="Austrian"),
        pytest.param({"LC_ALL": "en_GB.UTF-8", "LANG": "de_DE"}, "en", id="LC_ALL goes first"),
        pytest.param({"LANG": "C"}, "en", id="none"),
        pytest.param({"LANG": "den_XX"}, "en", id="a language that only begins like it"),
    ],
)
def test_the_systems_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_a_day_that_does_not_exist_is_refused() -> None:
    assert iso_date("2026-11-22") == date(2026, 11, 22)
    with pytest.raises(argparse.ArgumentTypeError, match="'2026-02-30' is no day"):
        iso_date("2026-02-30")


def test_numbers_follow_the_language() -> None:
    def both(number: Decimal | int, least: int = 0) -> tuple[str, ...]:
        places = figures.places_of(number, least) if least else None
        return tuple(figures.number(number, language, places) for language in ("en", "de"))

    assert both(1_050_000) == ("1,050,000", "1.050.000")
    assert both(Decimal("1234.5"), least=2) == ("1,234.50", "1.234,50")
    assert both(Decimal("0.0375"), least=2)[1] == "0,0375"
    assert (both(Decimal("8.0"))[0], both(Decimal("0.10"))[1]) == ("8", "0,1")
    assert (both(Decimal("100"))[0], both(Decimal("1E+1"))[0]) == ("100", "10")


def test_every_word_of_the_file_has_words() -> None:
    for table, kinds in (
        (CATEGORIES, TokenCategory),
        (UNITS, Unit),
        (TIERS, PriceTier),
        (BANDS, ContextBand),
    ):
        assert set(table) == set(kinds)
