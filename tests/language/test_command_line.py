# SPDX-License-Identifier: MIT
"""Command lines speak the language asked for: help, argparse's own sentences, mistakes."""

import argparse
import ast
import gettext
import inspect
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from azmodels_gui.cli import main as commands
from azmodels_gui.cli import window_options as window
from azmodels_gui.language import words
from azmodels_gui.language.command_line import (
    ARGPARSE,
    PLACEHOLDERS,
    Parser,
    argparse_speaks,
    parsed,
)
from tests.language.texts import marked
from tools.translations import PSEUDO, pseudo, write

BRACKETED = re.compile(r"\[[^~]*~[~\s]*\]")
"""A text of the pseudo-language; nothing else has such an end."""


@pytest.fixture(scope="module")
def brackets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a language in which every marked text stands in brackets."""
    folder = tmp_path_factory.mktemp("locale")
    write(folder, pseudo(marked()))
    return folder


@pytest.fixture
def nobody_speaks(brackets: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the language of brackets be known; return its code."""
    monkeypatch.setenv(words.FOLDER_VARIABLE, str(brackets))
    words._catalogue.cache_clear()
    yield PSEUDO
    words._catalogue.cache_clear()


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from parsers(inner)


def signs_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield what is the same in every language: options, what stands for values, commands."""
    for action in parser._actions:
        yield from action.option_strings
        yield from (action.dest, str(action.metavar or action.dest.upper()))
        yield from map(str, action.choices or ())
        yield (action.help or "") if action.dest == "stage" else ""  # words of the catalogue


def left_english(text: str, parser: argparse.ArgumentParser) -> list[str]:
    """Return the words of a help text that are neither bracketed nor a sign."""
    plain = BRACKETED.sub(" ", " ".join(text.partition("  azmodels")[0].split()))
    known = {word for sign in (parser.prog, *signs_of(parser)) for word in letters(sign)}
    return [word for word in letters(plain) if word not in known]


def letters(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)


def helps_of(make: Callable[[str], Parser], language: str) -> Iterator[str]:
    """Yield what the parser and those of its commands answer to `--help`."""
    with argparse_speaks(language):
        for each in parsers(make(language)):
            assert isinstance(each, Parser)
            each.tell_placeholders()
            yield each.format_help()


@pytest.mark.parametrize("make", [commands.parser, window.parser], ids=["commands", "window"])
def test_no_help_has_a_text_that_is_not_translated(
    nobody_speaks: str, make: Callable[[str], Parser], capsys: pytest.CaptureFixture[str]
) -> None:
    helps = list(helps_of(make, nobody_speaks))
    with pytest.raises(SystemExit):
        parsed(make, ["--help", "--language", nobody_speaks])
    assert capsys.readouterr().out == helps[0]
    for place, (parser, told) in enumerate(zip(parsers(make(nobody_speaks)), helps, strict=True)):
        assert BRACKETED.search(told), place
        assert left_english(told, parser) == [], parser.prog


@pytest.mark.parametrize("make", [commands.parser, window.parser], ids=["commands", "window"])
def test_what_stands_for_the_users_words_is_translated_too(make: Callable[[str], Parser]) -> None:
    same = {"CODE", "SHA", "SKU", "TEXT", "TOKENS", "URL", "USD", "REGION", "VERSION", "ZONE"}
    used = {
        word
        for parser in parsers(make("en"))
        for action in parser._actions
        for word in re.findall("[A-Z]{3,}", str(action.metavar))
    }
    assert used - set(PLACEHOLDERS) - same == set()


def test_help_and_mistakes_name_it_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    for given in (["where", "--help"], ["where"]):
        with pytest.raises(SystemExit):
            commands.main([*given, "--language", "de"])
    told = capsys.readouterr()
    assert "--on DATUM" in told.out
    assert re.search(r"\b(DATE|FILE|MODEL)\b", told.out) is None
    assert "MODELL" in told.err
    assert "--catalog DATEI" in told.out


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([], id="no command"),
        pytest.param(["lst"], id="no such command"),
        pytest.param(["list", "--format", "xml"], id="no such format"),
        pytest.param(["list", "--on", "2026-02-30"], id="no day"),
        pytest.param(["list", "--on"], id="no value"),
        pytest.param(["list", "--newest=1"], id="a value too much"),
        pytest.param(["list", "--newst"], id="no such option"),
        pytest.param(["show"], id="no model"),
        pytest.param(["where"], id="not one model"),
        pytest.param(["profile", "m", "--csv", "a", "--day", "b"], id="one excludes the other"),
        pytest.param(["refresh", "--back", "one"], id="no number"),
        pytest.param(["catalog", "build", "--revision", "0"], id="no revision"),
    ],
)
def test_a_mistake_is_told_in_the_language(
    nobody_speaks: str, given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main([*given, "--language", nobody_speaks])
    assert ended.value.code == 2
    told = capsys.readouterr().err.splitlines()[-1]
    assert BRACKETED.search(told)
    with pytest.raises(SystemExit):
        commands.main([*given, "--language", "de"])
    german = capsys.readouterr().err
    assert german.startswith("Aufruf: ")
    assert "Fehler: " in german


def test_every_sentence_of_argparse_is_in_the_catalogues() -> None:
    known = {text for each in ARGPARSE for text in ((each,) if isinstance(each, str) else each)}
    asked = list(_asked_of_gettext())
    assert len(asked) > 20
    assert [text for text in asked if text not in known and not text.startswith(MADE_WRONG)] == []


def _asked_of_gettext() -> Iterator[str]:
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        match node:
            case ast.Call(func=ast.Name(id="_" | "ngettext"), args=[ast.Constant(), *_] as given):
                yield from (str(each.value) for each in given if isinstance(each, ast.Constant))


MADE_WRONG = (
    *("conflicting", "cannot ", "'required' is", "invalid option string", "invalid conflict"),
    *("dest=", "mutually exclusive arguments must", "%r is not callable", ".__call__()"),
    *("unable to", "argument type", "badly formed help", "unknown parser class"),
    # Of Python 3.13: words of ours in their place, a form without words, what we never deprecate.
    *(
        "show program's version",
        "%(heading)s:",
        "%(prog)s: warning",
        "command '%(parser_name)s' is",
    ),
    *("option '%(option)s' is", "argument '%(argument_name)s' is"),
)
"""How the sentences begin that no user reads: most say how a parser was made wrong."""


def test_what_was_set_for_argparse_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    domain = gettext.textdomain()
    parsed(commands.parser, ["list", "--language", "de"])
    assert (os.environ["LANGUAGE"], gettext.textdomain()) == ("fr", domain)
    assert argparse.ArgumentParser().format_usage().startswith("usage: ")


def taken(*given: str) -> dict[str, object]:
    """Return what a parser of every kind of option takes."""
    made = Parser(language="en", prog="p")
    made.add_argument("--one")
    made.add_argument("--path", type=Path)
    made.add_argument("--number", type=int)
    made.add_argument("--choice", choices=("a", "b"))
    made.add_argument("--maybe", nargs="?")
    made.add_argument("--several", nargs="+")
    made.add_argument("--again", action="append", default=[])
    made.add_argument("rest", nargs="*")
    return vars(made.parse_args(given))


@pytest.mark.parametrize(
    ("option", "found"),
    [
        ("one", "--"),
        ("path", Path("--")),
        ("maybe", "--"),
        ("several", ["--"]),
        ("again", ["--"]),
    ],
)
def test_two_dashes_behind_the_sign_are_an_ordinary_value(option: str, found: object) -> None:
    assert taken(f"--{option}=--")[option] == found
    assert taken(f"--{option}=--", "--", "-x")["rest"] == ["-x"]


@pytest.mark.parametrize("option", ["number", "choice"])
def test_two_dashes_that_are_no_such_value_are_a_mistake(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        taken(f"--{option}=--")
    assert ended.value.code == 2
    assert f"argument --{option}: invalid" in capsys.readouterr().err
