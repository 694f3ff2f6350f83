# SPDX-License-Identifier: MIT
"""What tells `man` and a shell of commands and window, made of the parsers that make the help.

The page by ourselves, what completes by a library: docs/decisions/0041.
"""

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from azmodels_gui import __version__
from azmodels_gui.cli import window_options
from azmodels_gui.cli.options import LANGUAGE, Command, option
from azmodels_gui.cli.output import DONE
from azmodels_gui.language.command_line import Parser, argparse_speaks
from azmodels_gui.language.words import N_, NC_, Message, in_language

ENVIRONMENT: Mapping[str, Message] = {
    "AZMODELS_CATALOG_URL": N_(
        "address that a newer catalogue is asked from, before the settings and 'site.toml'"
    ),
    "AZMODELS_KEY_PASSWORD": N_("password of the key that 'catalog sign' and 'publish' sign with"),
    "AZMODELS_DATA_DIR": N_("folder of the saved catalogues, instead of the user's own"),
    "AZMODELS_CONFIG_DIR": N_(
        "folder of settings, the window's state and the log, instead of the user's own"
    ),
    "AZMODELS_SITE_DIR": N_("folder of the company's 'site.toml' and 'brand.toml'"),
    "AZMODELS_LOCALE_DIR": N_("a folder with more languages, for translators"),
    "HTTPS_PROXY, NO_PROXY": N_(
        "proxy of 'refresh' and 'catalog collect', and hosts asked without (default: the system's)"
    ),
    "LC_ALL, LANG": N_("language of what is printed where --language names none"),
}
"""Variables that commands, and most of them the window, go by."""
FILES: Mapping[str, Message] = {
    "~/.local/share/azmodels/catalogs/": N_("saved catalogues, the last five"),
    "~/.config/azmodels/state.json": N_("settings, and what the window keeps"),
    "~/.config/azmodels/azmodels.log": N_("faults of the program"),
    "/etc/xdg/azmodels/site.toml": N_("what the company's IT sets for all users"),
    "/etc/xdg/azmodels/brand.toml": N_("house style of sheets"),
}
"""Where a Linux system has them."""
_NAME = NC_("section of a manual page", "NAME")
_SYNOPSIS, _DESCRIPTION = N_("SYNOPSIS"), N_("DESCRIPTION")
_COMMANDS, _OPTIONS = N_("COMMANDS"), N_("OPTIONS")
_EXAMPLES, _STATUS = N_("EXAMPLES"), N_("EXIT STATUS")
_ENVIRONMENT, _FILES, _SEE = N_("ENVIRONMENT"), N_("FILES"), N_("SEE ALSO")
COMMANDS, WINDOW = "azmodels", "azmodels-gui"
SHORT: Mapping[str, Message] = {
    COMMANDS: N_("Azure OpenAI and Foundry models: offers, prices, PTU, dates"),
    WINDOW: N_("a window on Azure OpenAI and Foundry models: offers, prices, PTU, dates"),
}
"""The programs that have a page each, and what `man -k` says of them."""
_GUIDE = N_("The window has its guide under F1.")


def man_page(program: str, language: str, parser_of_all: Callable[[str], Parser]) -> str:
    """Return the page of a program as `man` reads it; the second makes the commands' parser."""
    parser = (parser_of_all if program == COMMANDS else window_options.parser)(language)
    title = f'.TH {program.upper()} 1 "" "azmodels {__version__}" "azmodels"'
    with argparse_speaks(language):
        return "\n".join((title, *_page(parser)))


def completion(parser: Parser, shell: str) -> str:
    """Return what lets a shell complete commands and options."""
    import shtab  # for this alone

    made: str = shtab.complete(parser, shell=shell)
    return made


def _page(parser: Parser) -> Iterator[str]:
    def heading(message: Message) -> str:
        return f".SH {_safe(in_language(message, parser.language))}"

    def of(table: Mapping[str, Message]) -> Iterator[str]:
        for word, meaning in table.items():
            yield from _term(_bold(word), in_language(meaning, parser.language))

    short = in_language(SHORT[parser.prog], parser.language)
    yield from (heading(_NAME), f"{_safe(parser.prog)} \\- {_safe(short)}")
    commands = list(_commands_of(parser))
    word = in_language(N_("COMMAND"), parser.language) if commands else "FILE.azclient"
    yield from (heading(_SYNOPSIS), _bold(parser.prog), f"\\fI{_safe(word)}\\fR ...")
    yield from (heading(_DESCRIPTION), _safe(parser.description or ""))
    yield heading(_COMMANDS if commands else _OPTIONS)
    for command in commands:
        yield from _command(command)
    if not commands:
        yield from _options(parser)
    yield from (heading(_EXAMPLES), *_as_typed(parser.examples))
    yield from (heading(_STATUS), *_as_typed(parser.remark))
    yield from (heading(_ENVIRONMENT), *of(ENVIRONMENT))
    yield from (heading(_FILES), *of(FILES))
    others = [f"{_bold(each)}(1)." for each in SHORT if each != parser.prog]
    yield from (heading(_SEE), *others, _safe(in_language(_GUIDE, parser.language)))


def _commands_of(parser: argparse.ArgumentParser) -> Iterator[Parser]:
    """Yield the commands below a parser, in the place of a family what stands below it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from list(_commands_of(each)) or [each]


def _command(parser: Parser) -> Iterator[str]:
    yield f".SS {_safe(parser.prog)}"
    yield _safe(parser.description or "")
    yield from _options(parser)
    if parser.remark:
        yield from _as_typed(parser.remark)
    if parser.examples:
        yield from _as_typed(parser.examples)


def _options(parser: Parser) -> Iterator[str]:
    parser.tell_placeholders()
    for group in parser._action_groups:
        actions = [each for each in group._group_actions if _is_told(each)]
        if actions and group.description is not None:
            yield from (".PP", f"{_bold(_in(parser, group.title))}: ")
            yield _safe(_in(parser, group.description))
        for action in actions:
            yield from _term(_typed(parser, action), _meaning(parser, action))


def _is_told(action: argparse.Action) -> bool:
    return action.help != argparse.SUPPRESS and "--help" not in action.option_strings


def _in(parser: Parser, text: str | None) -> str:
    return in_language(text, parser.language) if isinstance(text, Message) else text or ""


def _typed(parser: Parser, action: argparse.Action) -> str:
    """Return an option as it is typed, what stands for a value in italics."""
    shown: str = parser._get_formatter()._format_action_invocation(action)
    option, blank, value = shown.partition(" ")
    return _bold(option) + (f" \\fI{_safe(value)}\\fR" if blank else "")


def _meaning(parser: Parser, action: argparse.Action) -> str:
    return parser._get_formatter()._expand_help(action) if action.help else ""


def _term(term: str, meaning: str) -> Iterable[str]:
    return ".TP", term, _safe(meaning) or r"\&"


def _as_typed(text: str) -> Iterable[str]:
    return ".PP", ".nf", *map(_safe, text.splitlines()), ".fi"


def _bold(text: str) -> str:
    return f"\\fB{_safe(text)}\\fR"


def _safe(text: str) -> str:
    """Return text as it stands: what would steer the page is escaped."""
    return re.sub(r"^(?=[.'])", r"\\&", text.replace("\\", r"\e").replace("-", r"\-"))


def _complete(arguments: argparse.Namespace) -> int:
    print(completion(arguments.parser_of_all(arguments.language), arguments.shell))
    return DONE


def _tell(arguments: argparse.Namespace) -> int:
    print(man_page(arguments.program, arguments.language, arguments.parser_of_all))
    return DONE


COMPLETION = Command(
    "completion",
    _complete,
    N_("print what lets a shell complete commands and options"),
    N_(
        "Print what lets a shell complete commands and options. In the start file of bash: "
        'eval "$(azmodels completion bash)".'
    ),
    (
        option("shell", N_("the shell"), choices=("bash", "zsh", "tcsh")),
        LANGUAGE,
    ),
)
MAN = Command(
    "man",
    _tell,
    N_("print the manual page"),
    N_(
        "Print the manual page of all commands, or of the window, as 'man' reads it. 'azmodels "
        "desktop' puts both where 'man azmodels' and 'man azmodels-gui' find them."
    ),
    (
        option(
            "program",
            N_("whose page (default: azmodels, the commands)"),
            nargs="?",
            choices=tuple(SHORT),
            default=COMMANDS,
        ),
        LANGUAGE,
    ),
    examples="""
  azmodels man | man -l -
  azmodels man azmodels-gui --language de
""",
)
