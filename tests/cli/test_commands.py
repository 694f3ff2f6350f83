# SPDX-License-Identifier: MIT
"""One command takes the parser of that command alone, which says what that of all commands says."""

import argparse

import pytest

from azmodels_gui.cli.list_entries import LIST
from azmodels_gui.cli.main import COMMANDS, parser
from azmodels_gui.cli.options import Family
from tests.cli.ran import Run


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_of_itself_what_it_says_among_all(
    command: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser("en").parse_args([command, "--help"])
    among_all = capsys.readouterr().out
    assert among_all.startswith(f"usage: azmodels {command}")
    assert run(command, "--help").out == among_all


def test_the_others_are_not_made_for_it() -> None:
    assert parser("en", "list").parse_args(["list"]).run
    with pytest.raises(SystemExit):
        parser("en", "list").parse_args(["show", "gpt-5.2"])


def test_what_is_no_command_is_held_against_all_of_them(run: Run) -> None:
    ended = run("lst")
    assert ended.code == 2
    assert all(command in ended.err for command in COMMANDS)


def test_without_a_word_all_commands_are_shown(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert not ran.out
    assert all(f"\n    {command}" in ran.err for command in ("list", "guide", "catalog", "client"))


@pytest.mark.parametrize("family", ["catalog", "client"])
def test_a_family_without_a_command_shows_its_commands(run: Run, family: str) -> None:
    ran = run(family)
    assert (ran.code, ran.out) == (2, "")
    found = COMMANDS[family]
    assert isinstance(found, Family)
    assert all(f"\n    {each.name}" in ran.err for each in found.commands)


def test_help_speaks_the_systems_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert run().err.startswith("Aufruf: ")
    assert "\n  AZMODELS_CATALOG_URL " in run().err


@pytest.mark.parametrize(
    "arguments",
    [
        ("guide", "--use-case=--"),
        ("list", "--region=--"),
        ("catalog", "info", "--on=--"),
        ("size", "gpt-5.2", "--deployment-type", "GlobalProvisionedManaged", "--rpm=--"),
        ("dossier", "gpt-5.2", "--use-case=--", "--output=a.pdf"),
        ("refresh", "--file=--"),
    ],
)
def test_two_dashes_as_a_value_are_a_mistake_like_others(
    run: Run, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert "--" in ran.err


def test_a_fault_of_the_program_is_a_sentence_before_its_report_and_code_2(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise TypeError("of the program")

    monkeypatch.setitem(COMMANDS, "list", LIST._replace(run=fail))
    ran = run("list", "--language", "de")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("azmodels: ein Fehler des Programms.")
    assert ran.err.rstrip().endswith("TypeError: of the program")
