# SPDX-License-Identifier: MIT
"""argparse in the language asked for: its own sentences, and help texts that are marked (`N_`)."""

import argparse
import gettext
import os
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any, NoReturn, cast

from azmodels_gui.language.addresses import told_of
from azmodels_gui.language.words import (
    DOMAIN,
    N_,
    NN_,
    Message,
    Phrase,
    ToldError,
    folder_of,
    in_language,
    known_language,
    language_codes,
    worded,
)

ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("subcommands"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("unexpected option string: %s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_(" (default: %(default)s)"),
    N_("can't open '%(filename)s': %(error)s"),
    N_('argument "-" with mode %r'),
    NN_("expected %s argument", "expected %s arguments"),
)
"""What argparse asks gettext for and a user may read; a test holds it complete."""
_EXAMPLES = N_("examples:")
PLACEHOLDERS = (
    *(N_("AMOUNT"), N_("ANSWER"), N_("CATEGORY"), N_("COMMAND"), N_("DATE"), N_("DIR")),
    *(
        N_("FILE"),
        N_("KEY"),
        N_("KIND"),
        N_("LEVEL"),
        N_("LIST"),
        N_("MODEL"),
        N_("NAME"),
        N_("NEW"),
        N_("OLD"),
    ),
    *(N_("PCT"), N_("RATE"), N_("SERIAL"), N_("STAGE"), N_("TERM"), N_("VALUE")),
)
"""Words that stand for what the user types, in help and in mistakes; each may be part of a form."""
_PLACEHOLDER = r"[A-Z]{3,}"


class WrongArgument(ToldError, argparse.ArgumentTypeError):
    """The text behind an option is not what the option takes."""


class Parser(argparse.ArgumentParser):
    """A parser of a command, and of commands below it, that speaks one language.

    Args:
        language: its code.
        description: marked.
        epilog: marked; with lines of its own it is shown line by line.
        examples: commands, one a line; the same in every language.
        tables: marked words with their marked meanings, by marked title, below all else.
    """

    def __init__(
        self,
        *,
        language: str,
        description: Message | None = None,
        epilog: Message | Phrase | None = None,
        examples: str = "",
        tables: Mapping[Message, Mapping[str, Message]] = MappingProxyType({}),
        **given: Any,
    ) -> None:
        self.language = language
        self.remark = str(worded(epilog, language)) if epilog else ""
        self.examples = textwrap.dedent(examples).strip()
        self.tables = {
            in_language(title, language): {
                word: in_language(meaning, language) for word, meaning in table.items()
            }
            for title, table in tables.items()
        }
        parts = [self.remark] if epilog else []
        if examples:
            shown = textwrap.indent(self.examples, "  ")
            parts.append(f"{in_language(_EXAMPLES, language)}\n{shown}")
        for title, table in self.tables.items():
            parts.append("\n".join((f"{title}:", *_table_lines(table))))
        super().__init__(
            description=description and in_language(description, language),
            epilog="\n\n".join(parts) or None,
            formatter_class=partial(_Formatter, language=language),
            allow_abbrev=False,
            **given,
        )

    def add_version(self, version: str) -> None:
        """Add `--version`."""
        told = N_("show program's version number and exit")
        self.add_argument("--version", action="version", version=version, help=told)

    def add_commands(self) -> Any:
        """Return what takes the commands below this one, one of which must be named."""
        made = cast("type[Parser]", partial(type(self), language=self.language))
        return self.add_subparsers(required=True, metavar="COMMAND", parser_class=made)

    def parse_known_args(self, *given: Any, **named: Any) -> Any:
        """Parse, with the words for what the user types in the language: all help begins here."""
        self.tell_placeholders()
        self._given = [*(given[0] or ())]
        return super().parse_known_args(*given, **named)

    def error(self, message: str) -> NoReturn:
        """End with a mistake; addresses among what was given are told without their secrets."""
        super().error(told_of(self._given, message))

    def tell_placeholders(self) -> None:
        """Put the words for what the user types into the language."""
        for action in self._actions:
            if isinstance(action.metavar, str):
                action.metavar = re.sub(_PLACEHOLDER, self._placeholder, action.metavar)

    def _placeholder(self, found: re.Match[str]) -> str:
        return in_language(Message(found[0]), self.language)

    def _get_values(self, action: argparse.Action, given: list[str]) -> Any:
        if given != ["--"] or not action.option_strings:
            return super()._get_values(action, given)
        # `--option=--`, which argparse before Python 3.12.5 takes for the end of all options
        value = self._get_value(action, "--")
        self._check_value(action, value)
        return value if action.nargs in (None, argparse.OPTIONAL) else [value]

    def _get_value(self, action: argparse.Action, given: str) -> Any:
        try:
            return super()._get_value(action, given)
        except argparse.ArgumentError as error:
            why = error.__context__
            if isinstance(why, WrongArgument):
                raise argparse.ArgumentError(action, why.told(self.language)) from why
            raise


def _table_lines(table: Mapping[str, str]) -> Iterator[str]:
    width = max(map(len, table)) + 4
    for word, meaning in table.items():
        yield from textwrap.wrap(
            meaning, 80, initial_indent=f"  {word}".ljust(width), subsequent_indent=" " * width
        )


class _Formatter(argparse.HelpFormatter):
    """Tells marked texts in a language; a text of several lines keeps them."""

    def __init__(self, prog: str, *, language: str, **given: Any) -> None:
        super().__init__(prog, **given)
        self._language = language

    def start_section(self, heading: str | None) -> None:
        super().start_section(self._told(heading))

    def add_text(self, text: str | None) -> None:
        super().add_text(self._told(text))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return self._told(action.help)

    def _told(self, text: str | None) -> str | None:
        return in_language(text, self._language) if isinstance(text, Message) else text

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return textwrap.indent(text, indent)
        return super()._fill_text(text, width, indent)


def parsed(make: Callable[[str], Parser], argv: Sequence[str]) -> tuple[argparse.Namespace, str]:
    """Return what a command line asks for, and the language in which it is answered.

    Args:
        make: makes the parser, its help in a language.
        argv: without the program.

    Raises:
        SystemExit: code 0 after `--help` and `--version`, 2 after a mistake.
    """
    language = _asked_language(argv) or system_language()
    with argparse_speaks(language):
        return make(language).parse_args(argv), language


def _asked_language(argv: Sequence[str]) -> str | None:
    """Return the language that `--language` asks for, read before all else; None: none we speak."""
    for place, argument in enumerate(argv):
        name, sign, value = argument.partition("=")
        if name == "--language":
            asked = value if sign else next(iter(argv[place + 1 :]), "")
            return asked if asked in language_codes() else None
    return None


@contextmanager
def argparse_speaks(language: str) -> Iterator[None]:
    """Let argparse's own sentences come from our catalogue of texts.

    argparse asks gettext, which goes by the environment.
    """
    variable, domain = "LANGUAGE", gettext.textdomain()
    before, folder = os.environ.get(variable), folder_of(language)
    os.environ[variable] = language
    gettext.bindtextdomain(DOMAIN, folder and str(folder))
    gettext.textdomain(DOMAIN)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ[variable]
        else:
            os.environ[variable] = before


def system_language() -> str:
    """Return the language of the system where the program speaks it, else English."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    named = next((os.environ[name] for name in variables if os.environ.get(name)), "")
    if not named:
        import locale  # Windows; elsewhere a start does without, 1.3 ms

        named = locale.getlocale()[0] or ""
    return "de" if named.lower().startswith("german") else known_language(named)  # Windows' name


def iso_date(text: str) -> date:
    """Return a day written as `2026-11-22`.

    Raises:
        WrongArgument: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        words = N_("{given} is no day such as 2026-11-22")
        raise WrongArgument(words, given=repr(text)) from error
