# SPDX-License-Identifier: MIT
"""`azmodels catalog keygen`: a key pair to sign catalogues with."""

import argparse
import os
from pathlib import Path
from typing import Any

from azmodels_gui.cli.arguments import add_language_option
from azmodels_gui.cli.catalog_sign import new_password
from azmodels_gui.cli.console import DONE, Refused, print_lines
from azmodels_gui.language.words import N_, told
from azmodels_gui.storage.files import reason_of


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "keygen",
        help=N_("make a key pair to sign catalogues with"),
        description=N_(
            "Make a key pair in minisign's format: FILE, the secret key, and FILE.pub, the public "
            "key for the readers' settings. The secret key is protected by a password, which is "
            "asked for, or taken from AZMODELS_KEY_PASSWORD. Existing files are never overwritten."
        ),
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--no-password",
        action="store_true",
        help=N_("whoever reads the file can sign; keep it in a secret store"),
    )
    add_language_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write both keys and print the public one.

    Raises:
        Refused: one of the files exists, or cannot be written, or there is no password.
    """
    from azmodels_gui.publish.secret_key import ProtectionUnusable, SecretKey

    secret, key = arguments.file, SecretKey.generate()
    public = secret.with_name(f"{secret.name}.pub")
    for path in (public, secret):
        if path.exists():
            raise Refused(
                N_("{path} exists. Choose another name; keys are never overwritten."), path=path
            )
    try:
        text = (
            key.text
            if arguments.no_password
            else key.protected_text(new_password(arguments.language))
        )
    except ProtectionUnusable as error:
        raise Refused(N_("The key cannot be protected: {why}."), why=error) from error
    _write_new(secret, text, 0o600)
    _write_new(public, key.public.text, 0o644)
    kept = N_("secret key: {path} (readable by you alone, protected by the password)")
    if arguments.no_password:
        kept = N_("secret key: {path} (readable by you alone, without a password)")
    print_lines(
        [
            told(kept, arguments.language, path=secret),
            told(N_("public key: {path}"), arguments.language, path=public),
            key.public.line,
        ]
    )
    return DONE


def _write_new(path: Path, text: str, mode: int) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
    except FileExistsError as error:
        raise Refused(
            N_("{path} exists. Choose another name; keys are never overwritten."), path=path
        ) from error
    except OSError as error:
        raise Refused(
            N_("{path} cannot be written: {reason}."), path=path, reason=reason_of(error)
        ) from error
