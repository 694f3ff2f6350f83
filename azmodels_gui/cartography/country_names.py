# SPDX-License-Identifier: MIT
"""What the outlines call the countries that Azure names otherwise."""

_IN_OUTLINES = {
    "Korea": "South Korea",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom",
    "United States": "United States of America",
}


def outline_name(geography: str) -> str:
    """Return the name of a country's outline.

    Geographies of several countries ("Europe", "Asia Pacific") come back as they are; the
    outlines have nothing of that name.
    """
    return _IN_OUTLINES.get(geography, geography)
