# SPDX-License-Identifier: MIT
"""Which of two versions is newer, from nothing but their names."""

import re
from datetime import date

from azmodels_gui.catalog.document import Model

VersionKey = tuple[int, tuple[int, ...], str]

_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_NUMBERS = re.compile(r"\d+")

_NAMELESS, _WORDS, _NUMBERED, _DATED = range(4)


def version_key(version: str) -> VersionKey:
    """Return a key that sorts versions from old to new.

    Names with a day (`2024-11-20`, `turbo-2024-04-09`, `20250929`) are newer than names
    with other numbers (`0613`, `1106-preview`, `2.1`), those newer than plain words, and
    no name at all is the oldest. Previews count like any other version.
    """
    found = _ISO_DAY.search(version)
    if found and _is_day(found):
        return (_DATED, tuple(int(part) for part in found.groups()), version)
    numbers = tuple(int(number) for number in _NUMBERS.findall(version))
    if numbers:
        return (_NUMBERED, numbers, version)
    return (_WORDS if version else _NAMELESS, (), version.casefold())


def version_sort_text(version: str) -> str:
    """Return a text that sorts as `version_key` does, for tables that sort by text."""
    kind, numbers, name = version_key(version)
    return f"{kind}{''.join(f'{number:012d}' for number in numbers)} {name}"


def newest_version(model: Model) -> str:
    """Return the name of the model's newest version."""
    return max((version.version for version in model.versions), key=version_key)


def _is_day(found: re.Match[str]) -> bool:
    year, month, day = (int(part) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= 2000
