# SPDX-License-Identifier: MIT
"""`azmodels`: the catalogue without a window. Qt is never imported."""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from functools import partial

from azmodels_gui import __version__
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.cli.catalog_build import BUILD
from azmodels_gui.cli.catalog_collect import COLLECT
from azmodels_gui.cli.catalog_files import CHECK, INFO, SCHEMA
from azmodels_gui.cli.catalog_publish import PUBLISH
from azmodels_gui.cli.catalog_signing import KEYGEN, SIGN
from azmodels_gui.cli.client_options import CLIENT
from azmodels_gui.cli.compare_models import COMPARE, DOSSIER
from azmodels_gui.cli.cost_deployment import COST
from azmodels_gui.cli.cost_profile import PROFILE
from azmodels_gui.cli.desktop_entry import DESKTOP
from azmodels_gui.cli.guide_models import GUIDE
from azmodels_gui.cli.list_entries import LIST
from azmodels_gui.cli.manual import COMPLETION, ENVIRONMENT, MAN
from azmodels_gui.cli.options import CATALOG, LANGUAGE, Command, Family, add_command, option
from azmodels_gui.cli.output import DONE, NOT_POSSIBLE, print_error, tolerate_any_encoding
from azmodels_gui.cli.plan_deployments import PLAN
from azmodels_gui.cli.refresh_catalog import CHANGES, DIFF, REFRESH
from azmodels_gui.cli.show_entry import SHOW
from azmodels_gui.cli.size_deployment import SIZE
from azmodels_gui.cli.where_offered import WHERE
from azmodels_gui.language.addresses import told_of
from azmodels_gui.language.command_line import Parser, parsed
from azmodels_gui.language.words import N_, ToldError, told
from azmodels_gui.storage.bundled import log_file
from azmodels_gui.storage.fault_log import Log, report_of
from azmodels_gui.storage.files import reason_of

INTERRUPTED = 130
_WEIGHT = N_("Give one by --weight {category}=N.")
_FAILED = N_("reading or writing failed: {reason}.")
_FAULT = N_("a fault of the program. What follows helps whoever mends it.")
EXIT_CODES = N_(
    "exit codes:\n"
    "  0  done (also when nothing fits the filters)\n"
    "  1  the answer is no: faults found by 'catalog check', publishing refused by\n"
    "     'catalog build' or 'publish', files that 'catalog collect' did not get,\n"
    "     a catalogue held back by 'refresh'\n"
    "  2  not possible: wrong arguments, unknown names, files that cannot be read or written\n"
    "\n"
    "The window is started by 'azmodels-gui'."
)
EXAMPLES = """
  azmodels list --region germanywestcentral --use-case code
  azmodels show gpt-5.4 --format json
  azmodels where gpt-5.2 gpt-4.1 --data-zone EU --billing provisioned
  azmodels guide --use-case chat-support --data-zone EU --billing payg
  azmodels size gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --rpm 1000 --input-tokens 200 --output-tokens 20
  azmodels compare gpt-5.4 gpt-5-mini --output comparison.pdf
  azmodels refresh
  azmodels catalog check catalog.json
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; argparse exits with 2 by itself."""
    tolerate_any_encoding()
    given = list(sys.argv[1:] if argv is None else argv)
    if not given or (len(given) == 1 and isinstance(COMMANDS.get(given[0]), Family)):
        return _helped(given)
    arguments, language = parsed(partial(parser, command=given[0]), given)
    arguments.language, arguments.parser_of_all = language, parser
    code = NOT_POSSIBLE
    try:
        answered: int = arguments.run(arguments)
        sys.stdout.flush()
        code = answered
    except ToldError as error:
        print_error(told_of(given, _told(error, language)))
    except BrokenPipeError:
        # The reader (`| head`) has seen enough. Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except OSError as error:
        print_error(told(_FAILED, language, reason=reason_of(error)))
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        print_error(told(_FAULT, language))
        with suppress(OSError):
            traceback.print_exc()
        Log(log_file()).write(report_of(error))
    return code


def _helped(given: list[str]) -> int:
    """Print the help where a command is missing. Nothing was answered, so it is no output."""
    with redirect_stdout(sys.stderr), suppress(SystemExit):
        parsed(partial(parser, command=next(iter(given), "")), [*given, "--help"])
    return NOT_POSSIBLE


def _told(error: ToldError, language: str) -> str:
    """Return the sentence, and the option that would help where one does."""
    sentence = error.told(language)
    if isinstance(error, Refusal) and error.statement.id is RefusalId.WEIGHT_UNKNOWN:
        return f"{sentence} {told(_WEIGHT, language, category=error.values['category'])}"
    return sentence


def parser(language: str, command: str = "") -> Parser:
    """Return the parser of all commands, its help in a language; of one command if it is named.

    To make all of them takes longer than most commands do.
    """
    top = Parser(
        language=language,
        prog="azmodels",
        description=N_(
            "Azure OpenAI and Microsoft Foundry models: which, where, at what price, until when. "
            "Works offline on the saved or the bundled catalogue."
        ),
        epilog=EXIT_CODES,
        examples=EXAMPLES,
        tables={N_("environment"): ENVIRONMENT},
    )
    top.add_version(f"azmodels {__version__}")
    commands = top.add_commands()
    asked = {command: COMMANDS[command]} if command in COMMANDS else COMMANDS
    for each in asked.values():
        add_command(commands, each)
    return top


def _answer_assistant(arguments: argparse.Namespace) -> int:
    from azmodels_gui.cli.assistant import server  # imports take over a second

    try:
        server(main, arguments.catalog, arguments.client).run()
    except BaseExceptionGroup as group:  # of tasks, of which the first to fail says why
        error: BaseException = group
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        raise error from group
    return DONE


MCP = Command(
    "mcp",
    _answer_assistant,
    N_("answer an assistant over standard input and output"),
    N_(
        "Answer the tools of an assistant (Model Context Protocol) over standard input and "
        "output: the same facts and figures as the commands. Nothing is written, nothing is "
        "asked over the network."
    ),
    (option("--client FILE", N_("tell of this client's file as well")), CATALOG, LANGUAGE),
)
CATALOG_FILES = Family(
    "catalog",
    N_("make, check and compare catalogue files"),
    N_("Make, check and compare catalogue files."),
    (COLLECT, BUILD, PUBLISH, SCHEMA, CHECK, DIFF, SIGN, KEYGEN, INFO),
)


COMMANDS: dict[str, Command | Family] = {
    each.name: each
    for each in (
        *(LIST, SHOW, WHERE, GUIDE, SIZE, COST, PROFILE, PLAN, COMPARE, DOSSIER, CLIENT),
        *(REFRESH, CHANGES, CATALOG_FILES, MCP, DESKTOP, COMPLETION, MAN),
    )
}
"""All commands in the order of the help."""


if __name__ == "__main__":
    sys.exit(main())
