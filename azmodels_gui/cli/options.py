# SPDX-License-Identifier: MIT
"""Commands and their options as records, the options that several share, and what they choose."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry, EntryKey
from azmodels_gui.catalog.faults import unknown_sentence
from azmodels_gui.catalog.loading import unknown_facts
from azmodels_gui.catalog.names import entry_named
from azmodels_gui.catalog.offered import as_on
from azmodels_gui.cli.console import DONE, Refused, print_error, print_json, print_lines
from azmodels_gui.language.command_line import iso_date
from azmodels_gui.language.words import N_, Message, Phrase, language_codes
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.machine import machine_catalog

Given = TypeVar("Given")
Read = TypeVar("Read")


class Option(NamedTuple):
    """An option as argparse takes it, or without dashes what stands without a name."""

    name: str
    form: dict[str, Any]


class Group(NamedTuple):
    """Options under a heading in the help."""

    title: Message
    options: Sequence["Option | OneOf"]
    meaning: Message | None = None


class OneOf(NamedTuple):
    """Options that exclude each other."""

    options: Sequence[Option]
    required: bool = False


Options = Sequence[Option | Group | OneOf]
Run = Callable[[argparse.Namespace], int]
"""Does what a command is for, and returns its exit code."""


MOST_MODELS = 40
"""Side by side."""


class Command(NamedTuple):
    """A command: what it does, how it is told in the help, what it takes."""

    name: str
    run: Run
    help: Message
    description: Message
    options: Options
    examples: str = ""
    epilog: Message | Phrase | None = None
    defaults: Mapping[str, object] = {}
    """What is asked without an option."""


class Family(NamedTuple):
    """Commands below one name."""

    name: str
    help: Message
    description: Message
    commands: Sequence[Command]
    examples: str = ""


def option(
    name: str, help: Message | Phrase | str | None = None, metavar: str | None = None, **form: Any
) -> Option:
    """Return an option with its meaning and the word for its value."""
    told = {"help": help, "metavar": metavar}
    return Option(name, {key: each for key, each in told.items() if each is not None} | form)


def switch(name: str, help: Message) -> Option:
    """Return an option without a value."""
    return option(name, help, action="store_true")


def repeated(name: str, help: Message | str, metavar: str) -> Option:
    """Return an option that may be given several times."""
    return option(name, help, metavar, action="append", default=[])


def file_option(name: str, help: Message | Phrase | str | None = None, **form: Any) -> Option:
    """Return an option that names a file, or without dashes a file."""
    return option(name, help, **{"metavar": "FILE", "type": Path, **form})


def day_option(name: str, help: Message, **form: Any) -> Option:
    """Return an option that names a day."""
    return option(name, help, "DATE", type=iso_date, **form)


def add_command(commands: Any, command: Command) -> None:
    """Add a command to the parser of all."""
    parser = commands.add_parser(
        command.name,
        help=command.help,
        description=command.description,
        epilog=command.epilog,
        examples=command.examples,
    )
    add_options(parser, command.options, parser.language)
    parser.set_defaults(run=command.run, **command.defaults)


def add_family(commands: Any, family: Family) -> None:
    """Add commands below one name to the parser of all."""
    below = commands.add_parser(
        family.name, help=family.help, description=family.description, examples=family.examples
    ).add_commands()
    for each in family.commands:
        add_command(below, each)


def add_options(to: Any, options: Iterable[Option | Group | OneOf], language: str) -> None:
    """Add options to a parser, a group of it, or what excludes each other."""
    for each in options:
        match each:
            case Group():
                add_options(to.add_argument_group(each.title, each.meaning), each.options, language)
            case OneOf():
                add_options(
                    to.add_mutually_exclusive_group(required=each.required), each.options, language
                )
            case Option():
                help = each.form.get("help")
                told = {"help": help.told(language)} if isinstance(help, Phrase) else {}
                to.add_argument(each.name, **each.form | told)


def maybe(read: Callable[[Given], Read], given: Given | None) -> Read | None:
    """Return what is read from something given; None where nothing is."""
    return None if given is None else read(given)


def stated(
    arguments: argparse.Namespace, name: str, read: Callable[[str, str], Read]
) -> Read | None:
    """Return the value of an option by its attribute; None where it is not given.

    Args:
        arguments: the options.
        name: under which it is found among them.
        read: takes the option as it is typed, and the text behind it.
    """
    return maybe(partial(read, spelled(name)), getattr(arguments, name))


def but(arguments: argparse.Namespace, changed: dict[str, Any]) -> argparse.Namespace:
    """Return the options with some of them changed."""
    return argparse.Namespace(**(vars(arguments) | changed))


def attribute(name: str) -> str:
    """Return under which name an option is found among the arguments."""
    return name.removeprefix("--").replace("-", "_")


def names_of(options: Iterable[Option | Group | OneOf]) -> Iterator[str]:
    """Yield under which names options are found among the arguments."""
    for each in options:
        if isinstance(each, Option):
            yield attribute(each.name)
        else:
            yield from names_of(each.options)


def spelled(attribute: str) -> str:
    """Return an option as it is typed."""
    return f"--{attribute.replace('_', '-')}"


LANGUAGE = option(
    "--language",
    N_("language of tables and text (default: the system's); JSON and CSV do not change"),
    choices=language_codes(),
)
"""`main` knows it before it parses."""
VIEW = (
    day_option(
        "--on", N_("day that 'days left' and 'in force' refer to, as 2026-11-22 (default: today)")
    ),
    LANGUAGE,
)
CATALOG = file_option(
    "--catalog", N_("read this catalogue instead of the saved or the bundled one")
)


def output_format(*formats: str) -> Option:
    """Return the option for the form of the output; the first one where none is named."""
    return option("--format", choices=formats, default=formats[0])


MODEL = option("model", N_("name of the model, in any spelling"), "MODEL")
FORMAT = output_format("text", "json")
COMMON = (*VIEW, CATALOG, FORMAT)
"""What every command has that answers from the catalogue."""


def print_answer(
    arguments: argparse.Namespace,
    document: Callable[[], object],
    lines: Callable[[], Iterable[str]],
) -> int:
    """Print an answer in the form asked for, and return that the command is done."""
    if arguments.format == "json":
        print_json(document())
    else:
        print_lines(lines())
    return DONE


def chosen_catalog(arguments: argparse.Namespace) -> Catalog:
    """Return the catalogue as it stands on the day asked about: an ended offer is none.

    Raises:
        CatalogError: the one that was named cannot be used.
    """
    return as_on(catalog_as_published(arguments), chosen_day(arguments))


def catalog_as_published(arguments: argparse.Namespace) -> Catalog:
    """Return the catalogue that was named, else the newest of saved and bundled.

    Where a saved one cannot be used, standard error says so and which took its place; there it is
    said, too, how much of the catalogue is newer than this program.

    Raises:
        CatalogError: the named one cannot be used. No other takes its place: a script must know.
    """
    path: Path | None = arguments.catalog
    if path is not None:
        catalog = read_catalog(path)
    else:
        loaded = machine_catalog()
        if loaded.warning is not None:
            print_error(loaded.warning.told(arguments.language))
        catalog = loaded.catalog
    tell_unknown(catalog, arguments.language)
    return catalog


def tell_unknown(catalog: Catalog, language: str, path: Path | None = None) -> None:
    """Say on standard error how much of a catalogue is newer than this program.

    Args:
        catalog: what was read.
        language: its code.
        path: the file, where a command reads several.
    """
    count = len(unknown_facts(catalog))
    if count:
        which = "" if path is None else f"{path}: "
        print_error(f"{which}{unknown_sentence(count, language)}.")


def chosen_day(arguments: argparse.Namespace) -> date:
    """Return the day asked about; the one place where a command reads the clock."""
    day: date | None = arguments.on
    return date.today() if day is None else day


def entries_once(catalog: Catalog, given: Sequence[str]) -> list[Entry]:
    """Return the entries that are named, in that order.

    Raises:
        NameUnknown: there is none of a name.
        Refused: the same entry twice, or far too many.
    """
    if len(given) > MOST_MODELS:
        raise Refused(
            N_("at most {most} models; there are {count}."), most=MOST_MODELS, count=len(given)
        )
    found: dict[EntryKey, Entry] = {}
    for name in given:
        entry = entry_named(catalog, name)
        if entry.key in found:
            raise Refused(N_("{given} is named twice."), given=entry.title)
        found[entry.key] = entry
    return list(found.values())
