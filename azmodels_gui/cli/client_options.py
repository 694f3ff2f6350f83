# SPDX-License-Identifier: MIT
"""The parser of `azmodels client`; what the commands do is `client_file`, which needs pydantic."""

import argparse
from pathlib import Path
from typing import Any

from azmodels_gui.cli.arguments import (
    Run,
    add_catalog_option,
    add_common_options,
    add_day_option,
    add_language_option,
)
from azmodels_gui.clients.admin_commands import Shell
from azmodels_gui.language.words import N_

EXAMPLES = """
  azmodels client new contoso.azclient --name "Contoso AG" --pin gpt-5.4
  azmodels client commands --region swedencentral germanywestcentral
  azmodels client import contoso.azclient models-*.json usage-*.json accounts.json
  azmodels client show contoso.azclient
"""


def register(commands: Any) -> None:
    """Add the commands to the parser."""
    client = commands.add_parser(
        "client",
        help=N_("keep a client's file, and read what the client's subscription says"),
        description=N_(
            "Keep what belongs to one client in a file of its own: pins, notes, and what the "
            "client's subscription lists, allows and runs. Nothing is asked over the network."
        ),
        examples=EXAMPLES,
    )
    files = client.add_commands()
    new = files.add_parser("new", help=N_("make a client's file"))
    _add_file(new)
    new.add_argument("--name", required=True, help=N_("name of the client"))
    new.add_argument("--pin", nargs="+", default=[], metavar="MODEL", help=N_("models to pin"))
    _add_rest(new, "make", on=None)
    shown = files.add_parser("show", help=N_("show a client's file with quota and deployments"))
    _add_file(shown)
    add_common_options(shown, _run("show"))
    check = files.add_parser("check", help=N_("check a client's file, and list kept versions"))
    _add_file(check)
    _add_rest(check, "check")
    _register_answers(files)


def _register_answers(files: Any) -> None:
    taken = files.add_parser("import", help=N_("take over answers of az"))
    _add_file(taken)
    taken.add_argument("answers", type=Path, nargs="+", metavar="ANSWER")
    taken.add_argument("--region", metavar="R", help=N_("region of lists that do not tell it"))
    add_day_option(taken, N_("day of the answers (default: the day each file was written)"))
    _add_rest(taken, "take")
    asked = files.add_parser(
        "commands", help=N_("print what the client's administrator runs; it only reads")
    )
    regions = N_("regions (default: all)")
    asked.add_argument("--region", nargs="+", default=[], metavar="R", help=regions)
    asked.add_argument("--shell", choices=tuple(Shell), default=Shell.BASH)
    _add_rest(asked, "commands", on=None)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _add_rest(parser: argparse.ArgumentParser, name: str, **fixed: object) -> None:
    add_catalog_option(parser)
    add_language_option(parser)
    parser.set_defaults(run=_run(name), **fixed)


def _run(name: str) -> Run:
    """Return what runs a command of `client_file`."""

    def run(arguments: argparse.Namespace) -> int:
        from azmodels_gui.cli import client_file

        return int(getattr(client_file, name)(arguments))

    return run
