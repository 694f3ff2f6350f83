# SPDX-License-Identifier: MIT
"""From what somebody typed to an id, or to "did you mean"."""

from collections.abc import Iterable

from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Region, versions_of
from azmodels_gui.catalog.facets import FACETS, called
from azmodels_gui.catalog.folding import compact
from azmodels_gui.catalog.query import Facet
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.words import N_, NC_, Joined, Message, Phrase, ToldError

SUGGESTIONS = 3
LISTED = 15
"""So many known names are listed where nothing is similar."""
COMPARED_CHARACTERS = 80
SHOWN_CHARACTERS = 100


class NameUnknown(ToldError):
    """Nothing has that name, or several have; the text says which ones may have been meant."""


class Names:
    """The ids of one kind with all spellings; case, accents, spaces and hyphens do not matter."""

    def __init__(
        self, kind: Message | Phrase, spellings: Iterable[tuple[str, Iterable[str]]]
    ) -> None:
        """Take ids, each with the names it also goes by.

        Args:
            kind: what the ids are, as a word of a sentence: `region`.
            spellings: id and its other names.
        """
        self.kind = kind
        self._ids: dict[str, None] = {}
        self._by_key: dict[str, dict[str, None]] = {}
        for name, others in spellings:
            self._ids[name] = None
            for spelling in (name, *others):
                self._by_key.setdefault(compact(spelling), {})[name] = None

    def find_all(self, given: str) -> list[str]:
        """Return the ids that are meant: several, where a name is that of several.

        Raises:
            NameUnknown: nothing has that name; with the nearest names.
        """
        found = [given] if given in self._ids else list(self._by_key.get(compact(given), ()))
        if not found:
            raise self._unknown(given)
        return found

    def find(self, given: str) -> str:
        """Return the id that is meant.

        Raises:
            NameUnknown: nothing has that name, or several have; with the nearest names.
        """
        found = self.find_all(given)
        if len(found) == 1:
            return found[0]
        raise NameUnknown(
            N_("{kind} {given} can be any of {several}; name one"),
            kind=self.kind,
            given=_shown(given),
            several=Joined(found),
        )

    def _unknown(self, given: str) -> NameUnknown:
        """Return a refusal that says what may have been meant."""
        told = {"kind": self.kind, "given": _shown(given)}
        near = self._nearest(compact(given)[:COMPARED_CHARACTERS])
        if near:
            names = Joined(near, NC_("between two names", " or "))
            return NameUnknown(
                N_("unknown {kind} {given}; did you mean {names}?"), names=names, **told
            )
        if not self._ids:
            return NameUnknown(N_("unknown {kind} {given}; the catalogue has none"), **told)
        known = Joined(list(self._ids)[:LISTED])
        if len(self._ids) > LISTED:
            words = N_("unknown {kind} {given}; known are {known} and others")
        else:
            words = N_("unknown {kind} {given}; known are {known}")
        return NameUnknown(words, known=known, **told)

    def _nearest(self, key: str) -> list[str]:
        """Return ids that begin like it, then those spelled like it, then those it is part of."""
        from difflib import get_close_matches  # for a name that is none, never at a start

        long_enough = [known for known in self._by_key if len(key) >= 3 and key in known]
        keys = (
            *sorted((known for known in long_enough if known.startswith(key)), key=len),
            *get_close_matches(key, self._by_key, SUGGESTIONS),
            *long_enough,
        )
        names = dict.fromkeys(name for known in keys for name in self._by_key[known])
        return list(names)[:SUGGESTIONS]


def _shown(given: str) -> str:
    return repr(given[:SHOWN_CHARACTERS])


def facet_names(facet: Facet, catalog: Catalog) -> Names:
    """Return the values of a facet, by all that they are called in every language."""
    spec = FACETS[facet]
    choices = spec.choices(catalog)
    return Names(spec.in_sentence, ((choice.value, called(choice)) for choice in choices))


def region_named(catalog: Catalog, name: str) -> Region:
    """Return a region by id, name, or the city or country that it alone is in.

    Raises:
        NameUnknown: there is none.
    """
    regions = {region.id: region for region in catalog.regions}
    return regions[facet_names(Facet.REGIONS, catalog).find(name)]


def deployment_type_named(catalog: Catalog, name: str) -> DeploymentType:
    """Return a deployment type by SKU or name.

    Raises:
        NameUnknown: there is none.
    """
    types = {kind.id: kind for kind in catalog.deployment_types}
    return types[facet_names(Facet.DEPLOYMENT_TYPES, catalog).find(name)]


def billing_named(name: str) -> Billing:
    """Return a way to pay.

    Raises:
        NameUnknown: there is none of that name.
    """
    return Billing(Names(N_("billing"), _BILLINGS.items()).find(name))


_BILLINGS = {
    Billing.PAYG: ("standard", "per token", "je Token", "PAYG"),
    Billing.PROVISIONED: ("PTU", "bereitgestellt"),
    Billing.BATCH: (),
}


def entry_named(catalog: Catalog, given: str) -> Entry:
    """Return the entry that `MODEL` or `MODEL@VERSION` names, of a model alone the newest.

    Raises:
        NameUnknown: no such model or version.
    """
    model, at, version = given.partition("@")
    return entries_named(catalog, model, version if at else None)[0]


def entries_named(catalog: Catalog, name: str, version: str | None) -> list[Entry]:
    """Return the versions of a model, or the one that is asked for, newest first.

    Raises:
        NameUnknown: no such model or version.
    """
    models = {model.id: model for model in catalog.models}
    spellings = (
        (model.id, tuple(alias.name for alias in model.aliases)) for model in catalog.models
    )
    model = models[Names(N_("model"), spellings).find(name)]
    found = list(versions_of(model))
    if version is not None:
        known = Names(
            Phrase(N_("version of {model}"), model=model.id),
            ((each.version.version, ()) for each in found),
        )
        only = known.find(version)
        found = [each for each in found if each.version.version == only]
    return found
