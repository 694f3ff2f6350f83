# SPDX-License-Identifier: MIT
"""The password of a secret key: from the environment of a build machine, or asked for."""

import getpass
import os
import sys
from collections.abc import Callable, Mapping

from azmodels_gui.cli.outcome import Refused
from azmodels_gui.language.words import N_, Message, Phrase

PASSWORD_VARIABLE = "AZMODELS_KEY_PASSWORD"
Ask = Callable[[str], str]
"""Shows a prompt and returns what was typed, unseen."""


def new_password(environment: Mapping[str, str] = os.environ, ask: Ask | None = None) -> str:
    """Return a password for a new key; typed twice, since nobody sees it.

    Raises:
        Refused: there is none, or the two differ.
    """
    given = environment.get(PASSWORD_VARIABLE)
    if given is None:
        ask = ask or _terminal(N_("Or say --no-password for a key without one."))
        given = ask("Password of the new key: ")
        if given and ask("The same once more: ") != given:
            raise Refused(N_("The two passwords differ. No key was made."))
    if not given:
        raise Refused(N_("An empty password protects nothing. Say --no-password if that is meant."))
    return given


def known_password(
    name: str, environment: Mapping[str, str] = os.environ, ask: Ask | None = None
) -> str:
    """Return the password of a key file.

    Raises:
        Refused: there is nobody to ask.
    """
    given = environment.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    why = Phrase(N_("{name} is protected by one."), name=name)
    return (ask or _terminal(why))(f"Password of {name}: ")


def _terminal(why: Message | Phrase) -> Ask:
    if not sys.stdin.isatty():
        raise Refused(
            N_("There is no terminal to ask for a password: set {variable}. {why}"),
            variable=PASSWORD_VARIABLE,
            why=why,
        )
    return _asked


def _asked(prompt: str) -> str:
    try:
        return getpass.getpass(prompt)
    except (EOFError, KeyboardInterrupt) as error:
        raise Refused(N_("No password was given. Nothing was written.")) from error
