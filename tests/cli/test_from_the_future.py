# SPDX-License-Identifier: MIT
"""The commands on a catalogue that is newer than the program."""

import json
from pathlib import Path

import pytest

from tests.cli.ran import Run
from tests.future import NEWER, every_word, from_the_future, one_of_each, plain, put, written

DOCUMENT = plain(every_word())
PLACES = one_of_each()
UNSEEN = ("covered",)
"""Fields whose new words make a fact unknown instead of being shown."""
LOAD = ("--rpm", "60", "--input-tokens", "1000", "--output-tokens", "200")
ON = ("--on", "2026-11-22", "--language", "en")
COMMANDS = (
    ("list",),
    ("show", "gpt-x"),
    ("where", "gpt-x", "plain", "--data-zone", "EU"),
    ("cost", "gpt-x", "--deployment-type", "GlobalStandard", *LOAD),
    ("size", "gpt-x", "--deployment-type", "GlobalProvisionedManaged", *LOAD),
)
SHEETS = (("gpt-x", "plain"), ("gpt-x", "--sheet", "facts"), ("gpt-x", "plain", "--sheet", "list"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "catalog.json"


@pytest.mark.parametrize("path", PLACES, ids=written)
def test_every_command_works_with_a_new_word_and_shows_it(
    path: tuple[str | int, ...], run: Run, file: Path
) -> None:
    file.write_bytes(put(DOCUMENT, path, NEWER))
    ran = [run(*command, "--catalog", file, *ON) for command in COMMANDS]
    assert [each.code for each in ran[:3]] == [0, 0, 0]
    sheet = file.with_suffix(".html")
    told = [each.out for each in ran[:3]]
    for asked in SHEETS:
        assert run("compare", *asked, "--catalog", file, "--output", sheet).code == 0
        told.append(sheet.read_text())
    assert all("1 fact this version does not know." in each.err for each in ran)
    assert any(NEWER in each for each in told) is (path[-1] not in UNSEEN)


def test_what_is_new_is_counted_in_german_and_leaves_the_json_alone(run: Run, file: Path) -> None:
    file.write_bytes(json.dumps(from_the_future()).encode())
    ran = run("list", "--catalog", file, "--language", "de", "--format", "json")
    assert len(ran.entries) == 3
    assert "Angaben, die diese Version nicht kennt." in ran.err


def test_a_difference_says_how_much_of_either_file_is_new(run: Run, file: Path) -> None:
    file.write_bytes(put(DOCUMENT, PLACES[0], NEWER))
    older = file.with_name("older.json")
    older.write_bytes(json.dumps(DOCUMENT).encode())
    ran = run("catalog", "diff", older, file)
    assert ran.code == 0
    assert f"{file}: 1 fact this version does not know." in ran.err
    assert str(older) not in ran.err


def test_entries_can_be_listed_by_a_new_stage(run: Run, file: Path) -> None:
    file.write_bytes(put(DOCUMENT, ("models", 1, "versions", 0, "lifecycle", "stage"), NEWER))
    ran = run("list", "--catalog", file, "--stage", NEWER, "--format", "json")
    assert [(each["model"], each["stage"]) for each in ran.entries] == [("plain", NEWER)]


def test_a_check_names_new_words_as_warnings(run: Run, file: Path) -> None:
    file.write_bytes(put(DOCUMENT, ("models", 0, "prices", 1, "tier"), NEWER))
    ran = run("catalog", "check", file)
    assert (
        f"warning: models[0].prices[1].tier: this version does not know the word '{NEWER}'"
        in ran.out
    )
    assert ran.code == run("catalog", "check", file_with(DOCUMENT, file)).code


def file_with(document: object, file: Path) -> Path:
    file.write_text(json.dumps(document))
    return file
