# SPDX-License-Identifier: MIT
"""How long a refresh may take and how much it may bring."""

from dataclasses import dataclass

from azmodels_gui.storage.files import MAX_BYTES


@dataclass(frozen=True)
class Limits:
    """All of it can be set, so that tests need not wait."""

    connect_timeout_s: float = 5
    read_timeout_s: float = 20
    """Longest silence of the server."""
    total_s: float = 180
    """For the whole refresh: all attempts, file and signature."""
    max_bytes: int = MAX_BYTES
    """On the wire, and again after unpacking."""
    redirects: int = 3
    attempts: int = 3
    first_pause_s: float = 0.5
    """Before the second attempt; it doubles from then on, give or take a half."""
    longest_pause_s: float = 10
    """A server that asks for more patience (`Retry-After`) ends the refresh."""
