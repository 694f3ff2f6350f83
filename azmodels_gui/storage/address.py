# SPDX-License-Identifier: MIT
"""Which addresses a catalogue may come from: https, and http on this machine alone."""

import ipaddress
from urllib.parse import SplitResult, urlsplit

from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.problem import Problem


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
        raise RefreshFailed(Problem.ADDRESS_REFUSED, url=url)
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)):
        return parts
    raise RefreshFailed(Problem.ADDRESS_REFUSED, url=url)


def is_loopback(host: str) -> bool:
    """Tell whether a host name means this machine, whatever a name server says."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def file_name(url: str) -> str:
    """Return an address as messages name it: without user, password and query."""
    parts = urlsplit(url)
    return f"{parts.hostname or ''}{parts.path}"
