# SPDX-License-Identifier: MIT
"""One command takes the parser of that command alone, which says what that of all commands says."""

import pytest

from azmodels_gui.cli.main import COMMANDS, parser
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
