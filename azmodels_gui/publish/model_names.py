# SPDX-License-Identifier: MIT
"""Which rule a model's name falls under: exact names first, then the longest beginning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


def name_key(name: str) -> str:
    """Return a name so that spellings compare equal.

    Upper and lower case do not matter; white space and underscores count as hyphens.
    """
    return "-".join(name.casefold().replace("_", " ").split())


@dataclass(frozen=True)
class NameRule:
    """Names and beginnings of names that mean `id`."""

    id: str
    names: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()


class NameRules:
    """Finds the rule for a name."""

    def __init__(self, rules: Iterable[NameRule]) -> None:
        self._names: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}
        for rule in rules:
            _claim(self._names, rule.names, rule.id)
            _claim(self._prefixes, rule.prefixes, rule.id)
        self._longest_first = sorted(self._prefixes, key=lambda prefix: (-len(prefix), prefix))

    def find(self, name: str) -> str | None:
        """Return the id of the rule a name falls under, None if it falls under none."""
        key = name_key(name)
        if key in self._names:
            return self._names[key]
        prefix = next((known for known in self._longest_first if key.startswith(known)), None)
        return None if prefix is None else self._prefixes[prefix]


class NameClaimedTwice(ValueError):
    """Two rules claim the same name or beginning."""


def _claim(claims: dict[str, str], names: tuple[str, ...], rule: str) -> None:
    for name in names:
        # A trailing space or underscore of a prefix would be lost: rules use hyphens.
        other = claims.setdefault(name_key(name), rule)
        if other != rule:
            raise NameClaimedTwice(f"{name!r} is claimed by {other!r} and by {rule!r}")


def without_host(name: str, host_prefixes: Iterable[str]) -> str:
    """Return the name without letters in front that say who hosts the model (`FW-`)."""
    key = name_key(name)
    for prefix in host_prefixes:
        if key.startswith(name_key(prefix)):
            return key.removeprefix(name_key(prefix))
    return key


def by_key(names: Mapping[str, str]) -> dict[str, str]:
    """Return a mapping with its keys made comparable."""
    return {name_key(name): value for name, value in names.items()}
