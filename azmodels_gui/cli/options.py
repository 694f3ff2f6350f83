# SPDX-License-Identifier: MIT
"""Commands and their options as records, the options that several share, and what they choose."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from azmodels_gui.catalog.document import Catalog, Entry, EntryKey
from azmodels_gui.catalog.faults import unknown_sentence
from azmodels_gui.catalog.loading import unknown_facts
from azmodels_gui.catalog.names import entry_named
from azmodels_gui.catalog.offered import as_on
from azmodels_gui.cli.output import DONE, Refused, print_error, print_json, print_lines
from azmodels_gui.language.command_line import iso_date
from azmodels_gui.language.words import N_, Message, Phrase, language_codes
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.held import machine_catalog

Given = TypeVar("Given")
Read = TypeVar("Read")


class Option(NamedTuple):
    """An option as argparse takes it, or without dashes what stands without a name."""

    name: str
    form: dict[str, Any]


Table = Mapping[str, Message | Phrase | str]
"""Options as the help shows them, each with its meaning: what `option` takes, without more."""


class Group(NamedTuple):
    """Options under a heading in the help."""

    title: Message
    options: "Options"
    meaning: Message | None = None


class OneOf(NamedTuple):
    """Options that exclude each other."""

    options: "Options"
    required: bool = False


Options = Table | Sequence[Option | Table | Group | OneOf]
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
    """Commands that stand below one word."""

    name: str
    help: Message
    description: Message
    commands: Sequence[Command]
    examples: str = ""


def option(form: str, help: Message | Phrase | str | None = None, **more: Any) -> Option:
    """Return an option from how the help shows it.

    Args:
        form: `--usable`, `--tier N`, or `--region ID ...` where it may be given several times;
            `model MODEL` without dashes stands without a name. The word for the value says what
            is made of it: a path, a day, a serial, else it stays text.
        help: what it means.
        more: as argparse takes it.
    """
    name, *metavar = form.removesuffix(" ...").split(" ")
    told: dict[str, Any] = {} if help is None else {"help": help}
    if metavar:
        told |= {"metavar": metavar[0], "type": _MADE_OF.get(metavar[0])}
    elif "choices" not in more:
        told["action"] = "store_true"
    if form.endswith(" ..."):
        told |= {"action": "append", "default": []}
    return Option(name, told | more)


_MADE_OF: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(("FILE", "DIR", "OLD", "NEW"), Path),
    "DATE": iso_date,
    "SERIAL": int,
}


def short_form(form: str, of: str) -> Option:
    """Return another spelling of an option, understood and not shown in the help."""
    return Option(form, {"dest": attribute(of), "help": argparse.SUPPRESS})


def add_command(commands: Any, command: Command | Family) -> None:
    """Add a command, or a family of them, to the parser of all."""
    if isinstance(command, Family):
        family = commands.add_parser(
            command.name,
            help=command.help,
            description=command.description,
            examples=command.examples,
        ).add_commands()
        for each in command.commands:
            add_command(family, each)
        return
    parser = commands.add_parser(
        command.name,
        help=command.help,
        description=command.description,
        epilog=command.epilog,
        examples=command.examples,
    )
    add_options(parser, command.options, parser.language)
    parser.set_defaults(run=command.run, **command.defaults)


def add_options(to: Any, options: Options, language: str) -> None:
    """Add options to a parser, a group of it, or what excludes each other."""
    for each in parts_of(options):
        match each:
            case Group():
                group = to.add_argument_group(each.title, each.meaning)
                add_options(group, each.options, language)
            case OneOf():
                group = to.add_mutually_exclusive_group(required=each.required)
                add_options(group, each.options, language)
            case Option():
                help = each.form.get("help")
                told = {"help": help.told(language)} if isinstance(help, Phrase) else {}
                to.add_argument(each.name, **each.form | told)


def parts_of(options: Options) -> Iterator[Option | Group | OneOf]:
    """Yield options and groups one by one."""
    for each in [options] if isinstance(options, Mapping) else options:
        if isinstance(each, Mapping):
            yield from starmap(option, each.items())
        else:
            yield each


def names_of(options: Options) -> Iterator[str]:
    """Yield under which names options are found among the arguments."""
    for each in parts_of(options):
        if isinstance(each, Option):
            yield each.form.get("dest", attribute(each.name))
        else:
            yield from names_of(each.options)


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
    option(
        "--on DATE",
        N_("day that 'days left' and 'in force' refer to, as 2026-11-22 (default: today)"),
    ),
    LANGUAGE,
)
CATALOG = option(
    "--catalog FILE", N_("read this catalogue instead of the saved or the bundled one")
)


def output_format(*formats: str) -> Option:
    """Return the option for the form of the output; the first one where none is named."""
    return option("--format", choices=formats, default=formats[0])


MODEL = option("model MODEL", N_("name of the model, in any spelling"))
FORMAT = output_format("text", "json")
COMMON = (*VIEW, CATALOG, FORMAT)
"""What every command has that answers from the catalogue."""


def print_answer(
    arguments: argparse.Namespace,
    document: Callable[[], Mapping[str, object]],
    lines: Callable[[], Iterable[str]],
) -> int:
    """Print an answer in the form asked for, and return that the command is done."""
    if arguments.format == "json":
        print_json(document())
    else:
        print_lines(lines())
    return DONE


def catalog_json(catalog: Catalog) -> dict[str, object]:
    """Return of when the catalogue is that a document answers from, and whose its facts are.

    The second is what licences of sources want to be told of a document that is passed on.
    """
    return {"catalog_published": catalog.published, "attribution": catalog.attribution}


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
    catalog = saved_catalog(arguments.language) if path is None else read_catalog(path)
    tell_unknown(catalog, arguments.language)
    return catalog


def saved_catalog(language: str) -> Catalog:
    """Return the catalogue in use; standard error says why it may not be the chosen one."""
    loaded = machine_catalog()
    if loaded.warning is not None:
        print_error(loaded.warning.told(language))
    return loaded.catalog


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
