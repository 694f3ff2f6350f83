# SPDX-License-Identifier: MIT
"""Runs `azmodels` inside the test's process; what it refuses has to have its German, too."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from unittest.mock import patch

import pytest
from babel.messages.pofile import read_po

from azmodels_gui.catalog import loading
from azmodels_gui.cli import main as cli
from azmodels_gui.language.words import ToldError
from tests.language.texts import PLACEHOLDER, forms
from tools.translations import DOMAIN, LOCALE

LONG_ENOUGH = 12
"""Letters of an English piece that is no accident in a German sentence."""


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def answer(self) -> dict[str, Any]:
        """The JSON behind its format, with which every document begins."""
        first, *others = self.json.items()
        assert first == ("format", 1)
        return dict(others)

    @property
    def entries(self) -> Any:
        """What the JSON of `list` and `show` tells of each entry."""
        return self.json["entries"]

    @property
    def models(self) -> list[str]:
        """Names of the models in the JSON of `list`."""
        return [entry["model"] for entry in self.entries]


Run = Callable[..., Ran]

parsed = lru_cache(maxsize=16)(loading.parse_catalog)
"""Hundreds of commands read the same few files; a catalogue that was read never changes."""


def run_with(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    errors: list[ToldError] = []

    def told(error: ToldError, language: str, tell: Callable[..., str] = cli._told) -> str:
        errors.append(error)
        return tell(error, language)

    try:
        with patch.object(cli, "_told", told), patch.object(loading, "parse_catalog", parsed):
            code = cli.main([str(argument) for argument in arguments])
    except SystemExit as ended:  # argparse: wrong arguments, --help, --version
        code = int(ended.code or 0)
    captured = capsys.readouterr()
    for error in errors:
        assert english_in(cli._told(error, "de")) == []
    return Ran(code, captured.out, captured.err)


def english_in(sentence: str) -> list[str]:
    """Return the pieces of English texts that a sentence holds beside what was typed, in quotes."""
    own = re.sub(r"'[^']*'|\"[^\"]*\"", "", sentence)
    return [piece for piece in _english_pieces() if piece in own]


@cache
def _english_pieces() -> tuple[str, ...]:
    """Return the longer pieces of all English texts, without those that German texts have, too."""
    with (LOCALE / "de" / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        pairs = [pair for text in read_po(file) if text.id for pair in forms(text)]
    german = "\n".join(told for _, told in pairs)
    pieces = {
        piece.strip(" .,:;()")
        for english, _ in pairs
        for piece in PLACEHOLDER.sub("\n", english).split("\n")
    }
    return tuple(
        piece
        for piece in sorted(pieces)
        if len(piece) >= LONG_ENOUGH and " " in piece and piece not in german
    )
