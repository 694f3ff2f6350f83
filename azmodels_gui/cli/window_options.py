# SPDX-License-Identifier: MIT
"""The command line of the window. Read before Qt is imported: a mistake answers at once.

It stands among the commands because `azmodels man` tells of it as well.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from azmodels_gui import __version__
from azmodels_gui.language.command_line import Parser, WrongArgument, iso_date, parsed
from azmodels_gui.language.words import N_, Message, language_codes

THEMES = ("system", "light", "dark", "contrast")
PAGES = ("models", "regions", "calculator", "compare", "guide", "news", "client")
SMALLEST_PX, LARGEST_PX = 200, 8_000
EXIT_CODES = N_(
    "exit codes:\n"
    "  0  the window was closed, or the picture is written\n"
    "  1  the picture cannot be written\n"
    "  2  not possible: wrong arguments, no display, a fault of the program"
)
EXAMPLES = """
  azmodels-gui contoso.azclient
  azmodels-gui --page regions --pane map:europe
  azmodels-gui --screenshot window.png --size 1280x720 --select gpt-5.4
"""
_SIZE = r"(\d{3,4})x(\d{3,4})"


class Arguments(Struct, frozen=True):
    """What was asked on the command line; None: not asked."""

    client: Path | None = None
    catalog: Path | None = None
    catalog_url: str | None = None
    language: str | None = None
    theme: str | None = None
    screenshot: Path | None = None
    page: str | None = None
    pane: str | None = None
    size_px: tuple[int, int] | None = None
    select: str | None = None
    pin: tuple[str, ...] = ()
    filter_text: str | None = None
    link: str | None = None
    present: bool = False
    today: date | None = None


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Return what was asked.

    Raises:
        SystemExit: code 0 after `--help` and `--version`, 2 after a mistake.
    """
    found, _ = parsed(parser, argv)
    found.pin = tuple(found.pin)
    return Arguments(**vars(found))


def parser(language: str) -> Parser:
    """Return the parser of the window's command line, its help in a language."""
    made = Parser(
        language=language,
        prog="azmodels-gui",
        description=N_("A catalogue of Azure OpenAI and Foundry models."),
        epilog=EXIT_CODES,
        examples=EXAMPLES,
    )
    made.add_version(f"azmodels-gui {__version__}")
    made.add_argument(
        "client",
        nargs="?",
        type=Path,
        metavar="FILE.azclient",
        help=N_("open this client's file"),
    )
    for name, (meaning, form) in _options().items():
        made.add_argument(name, help=meaning, **form)
    return made


def _options() -> dict[str, tuple[Message, dict[str, Any]]]:
    """Return what each option means and what it takes."""
    file: dict[str, Any] = {"type": Path, "metavar": "FILE"}
    text, model = {"metavar": "TEXT"}, {"metavar": "MODEL"}
    return {
        "--catalog": (N_("show this catalogue, not the saved or bundled one"), file),
        "--catalog-url": (N_("https address to refresh the catalogue from"), {"metavar": "URL"}),
        "--language": (
            N_("language of the window; default: the last one"),
            {"choices": language_codes()},
        ),
        "--theme": (N_("look of the window; default: the last one"), {"choices": THEMES}),
        "--screenshot": (N_("write a PNG and exit; needs no display"), file),
        "--page": (N_("page to show first"), {"choices": PAGES}),
        "--pane": (
            N_(
                "tab of the details (overview, availability, capacity ...); with --page regions "
                "its view: matrix, map, map:europe, coverage, features, region, zones"
            ),
            {"metavar": "ID"},
        ),
        "--size": (
            N_("size of the window in pixels"),
            {"type": _size, "dest": "size_px", "metavar": "WxH"},
        ),
        "--select": (N_("entry to select: model id, or model id and version"), model),
        "--pin": (
            N_("entry to pin: model id, or model id and version; may be given more than once"),
            {"action": "append", "default": [], **model},
        ),
        "--filter": (N_("filter, as the window copies it"), {"dest": "filter_text", **text}),
        "--open": (N_("show the view that somebody copied as a link"), {"dest": "link", **text}),
        "--present": (
            N_("start in presentation mode, as F11 does"),
            {"action": "store_true"},
        ),
        "--today": (
            N_("day to count from, as YYYY-MM-DD; default: the computer's"),
            {"type": iso_date, "metavar": "DATE"},
        ),
    }


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(_SIZE, text)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(SMALLEST_PX <= side <= LARGEST_PX for side in size):
        words = N_("{given} is no size; write it as 1280x720, each side {least} to {most}")
        raise WrongArgument(words, given=repr(text), least=SMALLEST_PX, most=LARGEST_PX)
    return size
