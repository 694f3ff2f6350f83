# SPDX-License-Identifier: MIT
"""The form of `site.toml`; imported where there is such a file, for it needs pydantic."""

from pydantic import StrictBool

from azmodels_gui.catalog.outside import FilePart


class SiteForm(FilePart):
    """What a company can set for all users of a machine.

    A misspelled key is an error here too: `public_key` would switch the check of signatures off
    without a word.
    """

    url: str = ""
    public_keys: tuple[str, ...] = ()
    automatic: StrictBool | None = None
