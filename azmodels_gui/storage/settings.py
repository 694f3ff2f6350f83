# SPDX-License-Identifier: MIT
"""Where catalogues come from and whose signature they need: the user's choice, and the company's.

For the address, the first that is there counts: the command line (`--catalog-url`), the
environment (`AZMODELS_CATALOG_URL`), the user's settings, the company's `site.toml`. Public keys
of the company always hold and replace the user's: a user cannot switch the check off.
"""

import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct, ValidationError, convert, to_builtins

from azmodels_gui.catalog.faults import Misfit
from azmodels_gui.language.addresses import without_secrets
from azmodels_gui.storage.errors import FileUnreadable, Problem, RefreshFailed
from azmodels_gui.storage.files import read_bytes, there
from azmodels_gui.storage.preferences import JsonValue, StateFile
from azmodels_gui.storage.trust import Keys, parsed_keys


def checked(url: str) -> SplitResult:
    """Return the parts of an address.

    Raises:
        RefreshFailed: not https with a host, nor http with a loopback host.
    """
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or any(letter.isspace() for letter in url.strip()):
        raise RefreshFailed(Problem.ADDRESS_REFUSED, url=without_secrets(url))
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)):
        return parts
    raise RefreshFailed(Problem.ADDRESS_REFUSED, url=without_secrets(url))


def is_loopback(host: str) -> bool:
    """Tell whether a host name means this machine, whatever a name server says."""
    if host == "localhost":
        return True
    import ipaddress  # 1.2 ms, and a start asks nobody

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def file_name(url: str) -> str:
    """Return an address as messages name it: without user, password and query."""
    parts = urlsplit(url)
    return f"{parts.hostname or ''}{parts.path}"


DAY = timedelta(days=1)
SPREAD = timedelta(hours=2)
FIRST = timedelta(seconds=30)
"""A start is not slowed down by a refresh."""


def wait_for(now: datetime, last_attempt: datetime | None, chance: float) -> timedelta:
    """Return how long to wait until the next attempt.

    An attempt in the future was made while the clock was wrong, by minutes or by years; it
    counts as none, so that the check neither stops for years nor comes at every start: the
    attempt that follows is stored with today's time.

    Args:
        now: the moment.
        last_attempt: when one was made last, succeeded or not; None: never.
        chance: from 0 to 1; at random, so that machines that start together do not ask together.
    """
    if last_attempt is None or last_attempt > now:
        return FIRST * (1 + chance)
    due = last_attempt + DAY + SPREAD * chance
    return max(FIRST, due - now)


URL_VARIABLE = "AZMODELS_CATALOG_URL"
KEY = "refresh"
"""Under this key of the state file lie the user's settings."""
MAX_SITE_BYTES = 64 * 1024


class RefreshSettings(Struct, frozen=True, kw_only=True):
    """What a user, or a company in `site.toml`, can set."""

    url: str = ""
    """Address of the catalogue file; empty: none."""
    public_keys: tuple[str, ...] = ()
    """Keys of minisign, one line each; a file signed by one of them is accepted."""
    automatic: bool | None = None
    """Check once a day; None: as the company says, else no."""


class Origin(StrEnum):
    """Who said where catalogues come from."""

    COMMAND_LINE = "command_line"
    ENVIRONMENT = "environment"
    SETTINGS = "settings"
    SITE = "site"
    NOBODY = "nobody"


class Source(Struct, frozen=True):
    """Where catalogues come from and whose signature they need."""

    url: str = ""
    keys: Keys = ()
    automatic: bool = False
    url_origin: Origin = Origin.NOBODY
    keys_origin: Origin = Origin.NOBODY

    @property
    def keys_are_the_companys(self) -> bool:
        """Nobody on this machine can replace them."""
        return self.keys_origin is Origin.SITE


def settings_from(values: Mapping[str, JsonValue]) -> RefreshSettings:
    """Return the user's settings out of the state file; damaged ones are as at first start.

    Damaged keys are the exception: they stay keys that cannot be read, so that nothing unsigned
    is accepted until the user has set them again.
    """
    if KEY not in values:
        return RefreshSettings()
    found = values[KEY]
    try:
        return convert(found, RefreshSettings)
    except ValidationError:
        had_none = isinstance(found, dict) and found.get("public_keys", ()) in ((), [])
        return RefreshSettings(public_keys=() if had_none else ("?",))


def sure_settings(file: StateFile) -> RefreshSettings:
    """Return the user's settings, if it is sure what they are: they may hold keys.

    Raises:
        RefreshFailed: the file is damaged, or was and they were not saved since.
    """
    try:
        return settings_from(file.sure(KEY))
    except FileUnreadable as error:
        raise RefreshFailed(Problem.SETTINGS_LOST, reason=error.reason, path=file.path) from error


def settings_values(settings: RefreshSettings) -> dict[str, JsonValue]:
    """Return the user's settings for the state file."""
    return {KEY: to_builtins(settings)}


def site_settings(path: Path) -> RefreshSettings:
    """Return what the company rolled out; nothing where there is no file.

    Raises:
        RefreshFailed: there is a file that cannot be understood. It may hold a key, so it
            must not be ignored.
    """
    try:
        if not there(path):
            return RefreshSettings()
    except FileUnreadable as error:
        raise RefreshFailed(Problem.SITE_FILE, name=path, reason=error.reason) from error
    # Only here: few machines have such a file, and reading one needs pydantic.
    from pydantic import StrictBool

    from azmodels_gui.catalog.outside import FilePart, fitted_toml

    class SiteForm(FilePart):
        """What a company can set for all users of a machine.

        A misspelled key is an error here too: `public_key` would switch the check of signatures
        off without a word.
        """

        url: str = ""
        public_keys: tuple[str, ...] = ()
        automatic: StrictBool | None = None

    try:
        form = fitted_toml(read_bytes(path, max_bytes=MAX_SITE_BYTES), SiteForm)
    except FileUnreadable as error:
        raise RefreshFailed(Problem.SITE_FILE, name=path, reason=error.reason) from error
    except Misfit as fault:
        raise RefreshFailed(Problem.SITE_FILE, name=path, reason=fault) from fault
    return RefreshSettings(url=form.url, public_keys=form.public_keys, automatic=form.automatic)


def chosen_source(
    settings: RefreshSettings,
    site: RefreshSettings,
    command_line: str | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Source:
    """Return what holds on this machine.

    Raises:
        RefreshFailed: a public key cannot be read.
    """
    urls = (
        (Origin.COMMAND_LINE, command_line or ""),
        (Origin.ENVIRONMENT, environment.get(URL_VARIABLE, "")),
        (Origin.SETTINGS, settings.url),
        (Origin.SITE, site.url),
    )
    origin, url = next(
        ((origin, url.strip()) for origin, url in urls if url.strip()), (Origin.NOBODY, "")
    )
    keys, keys_origin = parsed_keys(site.public_keys), Origin.SITE
    if not keys:
        keys, keys_origin = parsed_keys(settings.public_keys), Origin.SETTINGS
    automatic = site.automatic if settings.automatic is None else settings.automatic
    return Source(url, keys, bool(automatic), origin, keys_origin if keys else Origin.NOBODY)
