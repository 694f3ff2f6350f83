# SPDX-License-Identifier: MIT
"""The command line of the window. Read before Qt is imported: a mistake answers at once."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from azmodels_gui import __version__
from azmodels_gui.language.command_line import Parser, WrongArgument, iso_date, parsed
from azmodels_gui.language.words import N_, language_codes

THEMES = ("system", "light", "dark", "contrast")
PAGES = ("models", "regions", "calculator", "compare", "guide", "news")
SMALLEST_PX, LARGEST_PX = 200, 8_000
_SIZE = re.compile(r"(\d{3,4})x(\d{3,4})")


class Arguments(Struct, frozen=True):
    """What was asked on the command line; None: not asked."""

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
    found, _ = parsed(_parser, argv)
    found.pin = tuple(found.pin)
    return Arguments(**vars(found))


def _parser(language: str) -> Parser:
    parser = Parser(
        language=language,
        prog="azmodels-gui",
        description=N_("A catalogue of Azure OpenAI and Foundry models."),
    )
    parser.add_version(f"azmodels-gui {__version__}")
    add = parser.add_argument
    add(
        "--catalog",
        type=Path,
        metavar="FILE",
        help=N_("show this catalogue, not the saved or bundled one"),
    )
    add("--catalog-url", metavar="URL", help=N_("https address to refresh the catalogue from"))
    add(
        "--language",
        choices=language_codes(),
        help=N_("language of the window; default: the last one"),
    )
    add("--theme", choices=THEMES, help=N_("look of the window; default: the last one"))
    add(
        "--screenshot", type=Path, metavar="FILE", help=N_("write a PNG and exit; needs no display")
    )
    add("--page", choices=PAGES, help=N_("page to show first"))
    add(
        "--pane",
        metavar="ID",
        help=N_(
            "tab of the details (overview, availability, capacity ...); with --page regions its "
            "view: matrix, map, map:europe, coverage, features, region, zones"
        ),
    )
    add(
        "--size", type=_size, dest="size_px", metavar="WxH", help=N_("size of the window in pixels")
    )
    add("--select", metavar="MODEL", help=N_("entry to select: model id, or model id and version"))
    add(
        "--pin",
        action="append",
        default=[],
        metavar="MODEL",
        help=N_("entry to pin: model id, or model id and version; may be given more than once"),
    )
    add("--filter", dest="filter_text", metavar="TEXT", help=N_("filter, as the window copies it"))
    add(
        "--open",
        dest="link",
        metavar="TEXT",
        help=N_("show the view that somebody copied as a link"),
    )
    add("--present", action="store_true", help=N_("start in presentation mode, as F11 does"))
    add(
        "--today",
        type=iso_date,
        metavar="DATE",
        help=N_("day to count from, as YYYY-MM-DD; default: the computer's"),
    )
    return parser


def _size(text: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(text)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(SMALLEST_PX <= side <= LARGEST_PX for side in size):
        words = N_("{given} is no size; write it as 1280x720, each side {least} to {most}")
        raise WrongArgument(words, given=repr(text), least=SMALLEST_PX, most=LARGEST_PX)
    return size
