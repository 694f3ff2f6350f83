# SPDX-License-Identifier: MIT
"""The parser of `azmodels client`; what the commands do is `client_file`, which needs pydantic."""

import argparse
from pathlib import Path

from azmodels_gui.cli.options import (
    CATALOG,
    COMMON,
    LANGUAGE,
    Command,
    Family,
    Options,
    Run,
    option,
)
from azmodels_gui.clients.admin_commands import Shell
from azmodels_gui.language.words import N_, Message

EXAMPLES = """
  azmodels client new contoso.azclient --name "Contoso AG" --pin gpt-5.4
  azmodels client commands --region swedencentral germanywestcentral
  azmodels client import contoso.azclient models-*.json usage-*.json accounts.json
  azmodels client show contoso.azclient
"""


def _run(name: str) -> Run:
    """Return what runs a command of `client_file`."""

    def run(arguments: argparse.Namespace) -> int:
        from azmodels_gui.cli import client_file

        return int(getattr(client_file, name)(arguments))

    return run


def _command(name: str, does: str, meaning: Message, options: Options) -> Command:
    return Command(name, _run(does), meaning, meaning, options)


FILE = option("file FILE")
NEW = _command(
    *("new", "make", N_("make a client's file")),
    (
        FILE,
        option("--name NAME", N_("name of the client"), required=True),
        option("--pin MODEL", N_("models to pin"), nargs="+", default=[]),
        *(CATALOG, LANGUAGE),
    ),
)
SHOW = _command(
    *("show", "show", N_("show a client's file with quota and deployments")), (FILE, *COMMON)
)
CHECK = _command(
    *("check", "check", N_("check a client's file, and list kept versions")),
    (FILE, CATALOG, LANGUAGE),
)
IMPORT = _command(
    *("import", "take", N_("take over answers of az")),
    (
        FILE,
        option("answers ANSWER", type=Path, nargs="+"),
        option(
            "--subscription NAME",
            N_("what to call the subscription that the answers are of"),
            default="",
        ),
        {
            "--region R": N_("region of lists that do not tell it"),
            "--on DATE": N_("day of the answers (default: the day each file was written)"),
        },
        *(CATALOG, LANGUAGE),
    ),
)
ASKED = _command(
    *("commands", "commands", N_("print what the client's administrator runs; it only reads")),
    (
        option("--region R", N_("regions (default: all)"), nargs="+", default=[]),
        option("--shell", choices=tuple(Shell), default=Shell.BASH),
        *(CATALOG, LANGUAGE),
    ),
)
SCHEMA = _command(
    *("schema", "schema", N_("print the JSON Schema of clients' files")), (CATALOG, LANGUAGE)
)
CLIENT = Family(
    "client",
    N_("keep a client's file, and read what the client's subscription says"),
    N_(
        "Keep what belongs to one client in a file of its own: pins, notes, and what the "
        "client's subscription lists, allows and runs. Nothing is asked over the network."
    ),
    (NEW, SHOW, CHECK, IMPORT, ASKED, SCHEMA),
    EXAMPLES,
)
