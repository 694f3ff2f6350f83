# SPDX-License-Identifier: MIT
"""Names that may be one model: what the sources must not let through."""

import re
from collections import defaultdict
from collections.abc import Iterable

HOST_PREFIX = re.compile(r"^(fw|meta)-")


def near_duplicates(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Return groups of names that differ in case, punctuation or the host's letters only."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        plain = HOST_PREFIX.sub("", name.casefold()).replace("+", "plus")
        groups["".join(letter for letter in plain if letter.isalnum())].add(name)
    return [tuple(sorted(group)) for _, group in sorted(groups.items()) if len(group) > 1]
