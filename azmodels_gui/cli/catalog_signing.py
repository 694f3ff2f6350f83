# SPDX-License-Identifier: MIT
"""`azmodels catalog keygen` and `sign`: a key pair, and a signature beside a catalogue file."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from azmodels_gui.cli.options import LANGUAGE, Command, option
from azmodels_gui.cli.output import DONE, Refused, print_lines
from azmodels_gui.language.words import N_, Message, Phrase, told
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.files import read_bytes, reason_of, write_atomically
from azmodels_gui.storage.trust import SUFFIX, check_signature

if TYPE_CHECKING:
    from azmodels_gui.publish.secret_key import SecretKey


PASSWORD_VARIABLE = "AZMODELS_KEY_PASSWORD"
_EXISTS = N_("{path} exists. Choose another name; keys are never overwritten.")
Ask = Callable[[str], str]
"""Shows a prompt and returns what was typed, unseen."""


def new_password(
    language: str, environment: Mapping[str, str] = os.environ, ask: Ask | None = None
) -> str:
    """Return a password for a new key; typed twice, since nobody sees it.

    Raises:
        Refused: there is none, or the two differ.
    """
    given = environment.get(PASSWORD_VARIABLE)
    if given is None:
        ask = ask or _terminal(N_("Or say --no-password for a key without one."))
        given = ask(told(N_("Password of the new key: "), language))
        if given and ask(told(N_("The same once more: "), language)) != given:
            raise Refused(N_("The two passwords differ. No key was made."))
    if not given:
        raise Refused(N_("An empty password protects nothing. Say --no-password if that is meant."))
    return given


def known_password(
    name: str, language: str, environment: Mapping[str, str] = os.environ, ask: Ask | None = None
) -> str:
    """Return the password of a key file.

    Raises:
        Refused: there is nobody to ask.
    """
    given = environment.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    why = Phrase(N_("{name} is protected by one."), name=name)
    return (ask or _terminal(why))(told(N_("Password of {name}: "), language, name=name))


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


def _sign(arguments: argparse.Namespace) -> int:
    """Sign the exact bytes of the file, and check the result as a reader does.

    Raises:
        Refused: the key cannot be used.
        CatalogError: a file cannot be read or written, or is no catalogue.
    """
    catalog = read_catalog(arguments.file, strict=True)
    data = read_bytes(arguments.file)
    language = arguments.language
    key = secret_key(arguments.key, language)
    beside = write_signature(arguments.file, data, catalog.serial, key)
    words = N_("{path}: catalogue {serial}, key {key}")
    shown = told(words, language, path=beside, serial=catalog.serial, key=key.public.name)
    print_lines([shown])
    return DONE


def write_signature(path: Path, data: bytes, serial: int, key: "SecretKey") -> Path:
    """Sign the bytes of a catalogue file, check the result as a reader does, and write it beside.

    Raises:
        CatalogError: it cannot be written.
    """
    signed_at = int(datetime.now(UTC).timestamp())
    comment = f"timestamp:{signed_at}\tfile:{path.name}\tserial:{serial}"
    text = key.sign(data, comment).text.encode()
    check_signature(path.name, data, text, (key.public,))
    beside = path.with_name(path.name + SUFFIX)
    write_atomically(beside, text)
    return beside


def secret_key(path: Path, language: str) -> "SecretKey":
    """Return the key in a file; its password is asked for.

    Raises:
        Refused: the key cannot be used.
        CatalogError: the file cannot be read.
    """
    from azmodels_gui.publish.secret_key import SecretKey, SecretKeyUnusable, needs_password

    text = read_bytes(path).decode("ascii", "replace")
    try:
        password = known_password(str(path), language) if needs_password(text) else None
        return SecretKey.parse(text, password)
    except SecretKeyUnusable as error:
        raise Refused(N_("{path}: {why}."), path=path, why=error) from error


def _make_keys(arguments: argparse.Namespace) -> int:
    """Write both keys and print the public one.

    Raises:
        Refused: one of the files exists, or cannot be written, or there is no password.
    """
    from azmodels_gui.publish.secret_key import ProtectionUnusable, SecretKey

    secret, key = arguments.file, SecretKey.generate()
    public = Path(f"{secret}.pub")
    for path in (public, secret):
        if path.exists():
            raise Refused(_EXISTS, path=path)
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
        raise Refused(_EXISTS, path=path) from error
    except OSError as error:
        raise Refused(
            N_("{path} cannot be written: {reason}."), path=path, reason=reason_of(error)
        ) from error


SIGN = Command(
    "sign",
    _sign,
    N_("sign a catalogue file"),
    N_(
        "Write FILE.sig, which this program and 'minisign -V' check. The file must be a "
        "catalogue; 'catalog check' says whether it may be published. A password of the key "
        "is asked for, or taken from AZMODELS_KEY_PASSWORD."
    ),
    (option("file FILE"), option("--key FILE", N_("secret key"), required=True), LANGUAGE),
)
KEYGEN = Command(
    "keygen",
    _make_keys,
    N_("make a key pair to sign catalogues with"),
    N_(
        "Make a key pair in minisign's format: FILE, the secret key, and FILE.pub, the public "
        "key for the readers' settings. The secret key is protected by a password, which is "
        "asked for, or taken from AZMODELS_KEY_PASSWORD. Existing files are never overwritten."
    ),
    (
        option("file FILE"),
        option("--no-password", N_("whoever reads the file can sign; keep it in a secret store")),
        LANGUAGE,
    ),
)
