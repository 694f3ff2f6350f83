# SPDX-License-Identifier: MIT
"""`azmodels catalog collect`: the public sources, fetched into a folder that `build` reads."""

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from azmodels_gui.cli.catalog_build import EDITORIAL, tell
from azmodels_gui.cli.options import LANGUAGE, Command, option
from azmodels_gui.cli.output import DONE, FAULTS_FOUND, Refused, print_lines
from azmodels_gui.language.command_line import WrongArgument
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.storage.bundled import resource

if TYPE_CHECKING:
    from azmodels_gui.publish.asking import Asker
    from azmodels_gui.publish.collect import Account
    from azmodels_gui.publish.sources import Hosts, Register

STOPPED = N_("Stopped. What is there stays; the same command goes on from here.")
WHAT_NOW = N_(
    "What lay there before is as it was. The same command asks again for what is missing. Where a "
    "web page came, sign in to the network in the browser first; where nothing came, check proxy "
    "and certificates."
)


def run(arguments: argparse.Namespace) -> int:
    """Fetch the sources, and say what came and what did not.

    Raises:
        Refused: a base address of no host is given, or there is no folder of files to put in.
        CatalogError: a file cannot be written.
    """
    account = collect(arguments, date.today())
    print_lines(told(account, arguments.language))
    return FAULTS_FOUND if account.missing else DONE


def collect(
    arguments: argparse.Namespace, today: date, asker: "Callable[[], Asker] | None" = None
) -> "Account":
    """Fetch the sources that the options ask for.

    Args:
        arguments: the options.
        today: the day.
        asker: makes what asks the hosts; None: with the usual limits.

    Raises:
        Refused: as `run`.
        CatalogError: as `run`.
        KeyboardInterrupt: the user has seen enough; it is said that nothing is lost.
    """
    from azmodels_gui.publish.asking import Asker
    from azmodels_gui.publish.collect import Collecting, Wanted
    from azmodels_gui.publish.sources import load_register

    if arguments.given is not None and not arguments.given.is_dir():
        raise Refused(N_("--given: there is no folder {folder}."), folder=arguments.given)
    register = load_register((arguments.editorial or resource("editorial")) / "sources.toml")
    hosts = _hosts(register, arguments.host)
    wanted = Wanted(
        regions=arguments.regions,
        currencies=arguments.currency,
        commit=arguments.commit or "",
        since=arguments.since,
        given=arguments.given,
    )
    say = partial(tell, arguments.language)
    try:
        with (asker or Asker)() as asks:
            work = Collecting(arguments.sources, register, asks, today, say, hosts)
            return work.collect(wanted)
    except KeyboardInterrupt:
        say(STOPPED)
        raise


def told(account: "Account", language: str) -> Iterator[str]:
    """Yield what came of it, a line for each file that has moved, one for each reason why files
    did not come, and what to do then."""
    yield Phrase(
        N_(
            "Fetched: {fetched}. As before: {unchanged}. Not asked for again: {fresh}. Put in: "
            "{given}. Missing: {missing}."
        ),
        fetched=account.fetched,
        unchanged=account.unchanged,
        fresh=account.fresh,
        given=account.given,
        missing=len(account.missing),
    ).told(language)
    yield from (each.told(language) for each in account.moved)
    alike: dict[str, list[str]] = {}
    for name, error in account.missing.items():
        alike.setdefault(error.told(language), []).append(name)
    for why, names in alike.items():
        words = N_("missing: {name}: {why}")
        if len(names) > 1:
            words = N_("missing: {count} files, of which the first is {name}: {why}")
        yield Phrase(words, name=names[0], count=len(names), why=why).told(language)
    if alike:
        yield Phrase(WHAT_NOW).told(language)


def _hosts(register: "Register", given: list[tuple[str, str]]) -> "Hosts | None":
    """Return the base addresses, those that are given in the place of the register's."""
    if not given or register.collect is None:
        return None
    hosts = register.collect.hosts
    for name, _ in given:
        if name not in type(hosts).model_fields:
            known = ", ".join(type(hosts).model_fields)
            raise Refused(
                N_("--host: {name} is none of the hosts ({known})."), name=name, known=known
            )
    return hosts.model_copy(update=dict(given))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _region_list(text: str) -> tuple[str, ...]:
    found = _listed(text)
    for name in found:
        if not name.isascii() or not name.isalnum() or not name.islower():
            words = N_("{given} is no id of a region, as westeurope")
            raise WrongArgument(words, given=repr(name[:30]))
    return found


def _currency_list(text: str) -> tuple[str, ...]:
    found = _listed(text)
    for name in found:
        if len(name) != 3 or not name.isascii() or not name.isalpha() or not name.isupper():
            words = N_("{given} is no code of a currency, as EUR")
            raise WrongArgument(words, given=repr(name[:30]))
    return found


def _commit(text: str) -> str:
    if 7 <= len(text) <= 40 and all(letter in "0123456789abcdef" for letter in text):
        return text
    words = N_("{given} is no commit: 7 to 40 digits from 0 to f")
    raise WrongArgument(words, given=repr(text[:50]))


def _host(text: str) -> tuple[str, str]:
    name, _, url = text.partition("=")
    if not url:
        raise WrongArgument(N_("{given} is no NAME=URL"), given=repr(text[:50]))
    return name, url.rstrip("/")


COLLECTED = (
    option(
        "--regions REGION,...",
        N_("regions whose prices are asked for, with commas between (default: all)"),
        type=_region_list,
        default=(),
    ),
    option(
        "--currency CODE,...",
        N_("currencies of the prices, with commas between, as USD,EUR (default: USD)"),
        type=_currency_list,
        default=("USD",),
    ),
    option(
        "--since DATE",
        N_("prices asked for on this day or later are not asked for again (default: today)"),
    ),
    option(
        "--commit SHA",
        N_("take Microsoft's documentation as of this commit (default: the newest)"),
        type=_commit,
    ),
    option(
        "--given DIR",
        N_(
            "put in the files of this folder, each under the name that sources.toml gives it, as "
            "az/model-list-westeurope.json; they are not fetched"
        ),
    ),
    option(
        "--host NAME=URL ...",
        N_("ask this mirror: files, repositories or prices, as in sources.toml"),
        type=_host,
    ),
)
"""What `collect` and `publish` take."""
COLLECT = Command(
    "collect",
    run,
    N_("fetch the public sources into a folder"),
    N_(
        "Fetch the public sources that resources/editorial/sources.toml names: Microsoft's "
        "documentation files of one commit, retail prices by region and currency, the region "
        "list and litellm's price list. No account is needed. One request at a time, "
        "conditional where the host allows it; Ctrl+C at any time, and the same command goes "
        "on. manifest.json says where each file comes from. Exit code 1: some files did not "
        "come; those of the time before, if any, still lie there."
    ),
    (
        option("--output DIR", N_("the folder"), required=True, dest="sources"),
        *COLLECTED,
        EDITORIAL,
        LANGUAGE,
    ),
    examples="""
  azmodels catalog collect --output sources
  azmodels catalog collect --output sources --regions westeurope,swedencentral --currency USD,EUR
  azmodels catalog collect --output sources --given answers-of-az
""",
)
