# SPDX-License-Identifier: MIT
"""From what somebody typed to an id, or to "did you mean"."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from azmodels_gui.app.commands.outcome import Refused

SUGGESTIONS = 3
LISTED = 15
"""So many known names are listed where nothing is similar."""
COMPARED_CHARACTERS = 80
_GERMAN_KINDS = {
    "model": "Modell",
    "version": "Version",
    "deployment type": "Bereitstellungsart",
    "region": "Region",
    "provider": "Anbieter",
    "use case": "Einsatzzweck",
    "data zone": "Datenzone",
    "capability": "Fähigkeit",
    "level": "Stufe",
    "stage": "Stand",
    "modality": "Modalität",
}
_SEPARATORS = re.compile(r"[\s_-]+")


class Names:
    """The ids of one kind with all their spellings; case, spaces and hyphens do not matter."""

    def __init__(self, kind: str, spellings: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Take ids, each with the names it also goes by.

        Args:
            kind: what the ids are, for messages: `region`.
            spellings: id and its other names.
        """
        self.kind = kind
        self._ids: dict[str, None] = {}
        self._by_key: dict[str, dict[str, None]] = {}
        for name, others in spellings:
            self._ids[name] = None
            for spelling in (name, *others):
                self._by_key.setdefault(_key(spelling), {})[name] = None

    def find(self, given: str) -> str:
        """Return the id that is meant.

        Raises:
            Refused: nothing has that name, or several have; with the nearest names.
        """
        if given in self._ids:
            return given
        found = list(self._by_key.get(_key(given), ()))
        match found:
            case [only]:
                return only
            case []:
                raise self._unknown(given)
        several = ", ".join(found)
        raise Refused(
            f"{self.kind} {given[:100]!r} can be any of {several}; name one",
            f"{self._german} {given[:100]!r} kann {several} sein; nennen Sie eines davon",
        )

    @property
    def _german(self) -> str:
        kind, _, rest = self.kind.partition(" of ")
        return _GERMAN_KINDS.get(kind, kind) + (f" von {rest}" if rest else "")

    def _unknown(self, given: str) -> Refused:
        english, german = self._hints(given)
        return Refused(
            f"unknown {self.kind} {given[:100]!r}; {english}",
            f"unbekannt: {self._german} {given[:100]!r}; {german}",
        )

    def _hints(self, given: str) -> tuple[str, str]:
        """Return what may have been meant, in English and German."""
        near = self._nearest(_key(given)[:COMPARED_CHARACTERS])
        if near:
            return f"did you mean {' or '.join(near)}?", f"meinten Sie {' oder '.join(near)}?"
        if not self._ids:
            return "the catalogue has none", "der Katalog hat keine"
        listed = ", ".join(list(self._ids)[:LISTED])
        more = len(self._ids) > LISTED
        return (
            f"known are {listed}" + (" and others" if more else ""),
            f"bekannt sind {listed}" + (" und weitere" if more else ""),
        )

    def _nearest(self, key: str) -> list[str]:
        """Return ids that begin like it, then those spelled like it, then those it is part of."""
        long_enough = [known for known in self._by_key if len(key) >= 3 and key in known]
        keys = (
            *sorted((known for known in long_enough if known.startswith(key)), key=len),
            *get_close_matches(key, self._by_key, SUGGESTIONS),
            *long_enough,
        )
        names = dict.fromkeys(name for known in keys for name in self._by_key[known])
        return list(names)[:SUGGESTIONS]


def _key(spelling: str) -> str:
    return _SEPARATORS.sub("", spelling).casefold()
