# SPDX-License-Identifier: MIT
"""Which kept catalogue the one on show is compared with."""

from collections.abc import Sequence

from azmodels_gui.window.catalog_refresh import KeptCatalog, Trust


def comparable(kept: Sequence[KeptCatalog], shown_serial: int) -> tuple[KeptCatalog, ...]:
    """Return the catalogues that differ from the one on show, the newest first.

    What is signed by a key that is no longer trusted is not compared with.
    """
    return tuple(
        each for each in kept if each.serial != shown_serial and each.trust is not Trust.REVOKED
    )


def first_choice(kept: Sequence[KeptCatalog], shown_serial: int) -> int | None:
    """Return the serial before the one on show, else the newest; None: there is none."""
    older = [each.serial for each in kept if each.serial < shown_serial]
    others = [each.serial for each in kept]
    return max(older, default=max(others, default=None))
