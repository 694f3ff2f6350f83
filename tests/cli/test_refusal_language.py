# SPDX-License-Identifier: MIT
"""What cannot be answered is said in the language asked for."""

from pathlib import Path

import pytest

from tests.cli.calculator_runs import DATA_ZONE, LOAD, SHAPE, assert_refused
from tests.cli.ran import Run

GERMAN = ("--language", "de")
BATCH = ("--deployment-type", "DataZoneBatch")
WHOLE = ("gpt-5.2", *DATA_ZONE, *LOAD)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        pytest.param(("size", *WHOLE, "--cached", "50"), "ist kein Anteil", id="no rate"),
        pytest.param(("size", *WHOLE, "--cached", "200%"), "ist kein Prozentsatz", id="no share"),
        pytest.param(("size", *WHOLE, "--cache-write", "x"), "ist keine Zahl", id="text"),
        pytest.param(("size", *WHOLE, "--cache-write=-1"), "kleiner als null", id="negative"),
        pytest.param(
            ("size", *WHOLE, "--cache-write", "1.000"), "schreiben Sie 1 oder 1000", id="two ways"
        ),
        pytest.param(("size", *WHOLE, "--rpm", "１２"), "ist keine Zahl", id="full-width digits"),
        pytest.param(("size", *WHOLE, "--rpm", "0"), "muss größer als null sein", id="zero"),
        pytest.param(
            ("size", *WHOLE, "--output-tokens", "0"), "antwortet mit Text", id="no answer"
        ),
        pytest.param(("size", *WHOLE, "--weight", "x"), "nicht die Form", id="no assignment"),
        pytest.param(("cost", *WHOLE, "--ptu", "1.5"), "keine ganze Zahl", id="half a PTU"),
        pytest.param(("cost", *WHOLE, "--average", "0"), "muss größer als null", id="no average"),
        pytest.param(("size", *WHOLE, "--cached-tokens", "300"), "deren Teil sie sind", id="parts"),
        pytest.param(
            ("size", "gpt-5.2", *BATCH, *LOAD),
            "ist keine bereitgestellte Kapazität",
            id="not provisioned",
        ),
        pytest.param(
            ("cost", "gpt-5.2", *BATCH, *LOAD, "--processing", "priority"),
            "wird als Batch verarbeitet",
            id="batch with another tier",
        ),
        pytest.param(
            ("size", *WHOLE, "--region", "easus2"), "unbekannt: Region 'easus2'", id="region"
        ),
        pytest.param(("size", *WHOLE, "--version", "7"), "Version von gpt-5.2", id="version"),
    ],
)
def test_refusals_in_german(
    run: Run, calculator_file: Path, command: tuple[str, ...], told: str
) -> None:
    assert_refused(run(*command, "--catalog", calculator_file, *GERMAN), told)


def test_bad_rows_in_german(run: Run, calculator_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "load.csv"
    path.write_text("time,requests\n" + "soon,1\n" * 30, encoding="utf-8")
    profile = ("profile", "gpt-5.2", *DATA_ZONE, *SHAPE, "--csv", path)
    ran = run(*profile, "--catalog", calculator_file, *GERMAN)
    assert_refused(ran, "Zeile 2: keine Zeit wie 2026-03-01T09:15 oder 01.03.2026 09:15 ('soon')")
    assert ran.err.rstrip().endswith("und weitere.")


def test_a_system_that_speaks_german_is_answered_in_german(
    run: Run, calculator_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    ran = run("size", *WHOLE, "--cached", "50", "--catalog", calculator_file)
    assert_refused(ran, "ist kein Anteil")
