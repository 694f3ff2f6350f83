# SPDX-License-Identifier: MIT
"""The password of a secret key: from the environment of a build machine, or asked for."""

import getpass
import os
import sys
from collections.abc import Callable, Mapping

from azmodels_gui.app.commands.outcome import Refused

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
        ask = ask or _terminal("Or say --no-password for a key without one.")
        given = ask("Password of the new key: ")
        if given and ask("The same once more: ") != given:
            raise Refused("The two passwords differ. No key was made.")
    if not given:
        raise Refused("An empty password protects nothing. Say --no-password if that is meant.")
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
    return (ask or _terminal(f"{name} is protected by one."))(f"Password of {name}: ")


def _terminal(why: str) -> Ask:
    if not sys.stdin.isatty():
        raise Refused(f"There is no terminal to ask for a password: set {PASSWORD_VARIABLE}. {why}")
    return _asked


def _asked(prompt: str) -> str:
    try:
        return getpass.getpass(prompt)
    except (EOFError, KeyboardInterrupt) as error:
        raise Refused("No password was given. Nothing was written.") from error
