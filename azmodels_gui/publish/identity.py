# SPDX-License-Identifier: MIT
"""Which model and version a spelling of a source means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from azmodels_gui.catalog.facts import Claim, Conflict
from azmodels_gui.catalog.faults import Misfit
from azmodels_gui.catalog.outside import FilePart
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.language.words import N_, Phrase, ToldError
from azmodels_gui.publish.cells import UnreadableCell, bullets, read_day, without_footnotes
from azmodels_gui.publish.editorial_files import read_editorial
from azmodels_gui.publish.facts import AnyFact, Fact
from azmodels_gui.publish.statements import Standing

STAGES = {
    "preview": Stage.PREVIEW,
    "ga": Stage.GENERALLY_AVAILABLE,
    "generally available": Stage.GENERALLY_AVAILABLE,
    "legacy": Stage.LEGACY,
    "deprecated": Stage.DEPRECATED,
    "retired": Stage.RETIRED,
}
VERSION = re.compile(
    r"(?:version:?\s+)?(\d{1,8}|\d{4}-\d\d-\d\d|turbo-\d{4}-\d\d-\d\d|\w+-preview)", re.IGNORECASE
)
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
PREVIEW_WORD = re.compile(r"\s+Preview$")
MODEL_ID = re.compile(r"[a-z0-9][a-z0-9.]*(-[a-z0-9.]+)+")


@dataclass(frozen=True)
class Mention:
    """A model that a cell names."""

    name: str
    version: str | None = None
    stage: Stage | None = None
    retirement_date: date | None = None


def read_stage(text: str) -> Stage | None:
    """Return the stage a word stands for; None if it is none."""
    return STAGES.get(without_footnotes(text).casefold())


def read_mentions(cell: str) -> tuple[Mention, ...]:
    """Return the models of a cell such as `gpt-x (2026-01-31) / Preview`.

    The first line names a model; a later line names another one if it has a version in
    brackets, sets the stage of the model above it, or repeats its name for people.
    """
    found: list[Mention] = []
    for line in bullets(cell):
        stage, retired = _stage_line(line)
        mention = _mention(line)
        if stage is not None and found:
            found[-1] = replace(found[-1], stage=stage, retirement_date=retired)
        elif not found or mention.version is not None:
            found.append(mention)
    return tuple(found)


def _stage_line(line: str) -> tuple[Stage | None, date | None]:
    """Read `Preview` or `Retired May 13, 2026`."""
    word, _, rest = without_footnotes(line).partition(" ")
    stage = read_stage(word)
    if stage is None or not rest:
        return stage, None
    try:
        return stage, read_day(rest)
    except UnreadableCell:
        return None, None


def _mention(line: str) -> Mention:
    plain = without_footnotes(line)
    mention = Mention(BRACKETS.sub("", plain).strip())
    for inside in BRACKETS.findall(plain):
        version, stage = VERSION.fullmatch(inside.strip()), read_stage(inside)
        if version:
            mention = replace(mention, version=version[1])
        elif stage is not None:
            mention = replace(mention, stage=stage)
    return mention


def read_highlights(cell: str) -> Iterator[Mention]:
    """Yield the models of a list such as `NEW gpt-x-mini, gpt-x Preview`; none of a sentence."""
    listed = [part.removeprefix("NEW").strip() for part in cell.replace("\n", " ").split(",")]
    names = [PREVIEW_WORD.sub("", part) for part in listed]
    if all(MODEL_ID.fullmatch(name) for name in names):
        for name, part in zip(names, listed, strict=True):
            yield Mention(name, stage=Stage.PREVIEW if part != name else None)


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


class NameClaimedTwice(ToldError):
    """Two rules claim the same name or beginning."""


def _claim(claims: dict[str, str], names: tuple[str, ...], rule: str) -> None:
    for name in names:
        # A trailing space or underscore of a prefix would be lost: rules use hyphens.
        other = claims.setdefault(name_key(name), rule)
        if other != rule:
            raise NameClaimedTwice(
                N_("{name} is claimed by {other} and by {rule}"),
                name=repr(name),
                other=repr(other),
                rule=repr(rule),
            )


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


VERSION_IN_NAME = re.compile(r"(?P<name>.+)-(?P<version>\d{4}-\d\d-\d\d)")
ONLY_CASE = "differs in upper and lower case only"
VERSION_WRITTEN_IN = "the version is written into the name"

Filled = Annotated[str, Field(min_length=1, max_length=200)]


class AliasRule(FilePart):
    """A spelling, and the model it means."""

    name: Filled
    canonical: Annotated[Filled, Field(alias="is")]
    version: str | None = None
    """Version that is meant where the spelling implies one."""
    from_version: str | None = None
    """The rule holds only for this version, which means `version`."""
    channel: str | None = None
    """The rule holds only for models of this sales channel."""
    reason: Annotated[str, Field(min_length=10, max_length=500)]


class Distinct(FilePart):
    """Spellings that look alike and are kept apart."""

    names: Annotated[tuple[Filled, ...], Field(min_length=2)]
    reason: Annotated[str, Field(min_length=10, max_length=500)]


class AliasTable(FilePart):
    """`aliases.toml`."""

    alias: tuple[AliasRule, ...] = ()
    distinct: tuple[Distinct, ...] = ()

    @model_validator(mode="after")
    def _one_meaning_each(self) -> "AliasTable":
        seen = set()
        for rule in self.alias:
            key = (rule.name.casefold(), rule.from_version, rule.channel)
            if key in seen:
                raise Misfit(repr(rule.name), N_("explained twice"))
            if rule.from_version is not None and rule.version is None:
                raise Misfit(repr(rule.name), N_("from_version needs the version it means"))
            seen.add(key)
        renamed = {r.name.casefold() for r in self.alias if r.name != r.canonical and not r.channel}
        for rule in self.alias:
            if rule.canonical.casefold() in renamed:
                words = N_("leads to {name}, itself an alias")
                raise Misfit(repr(rule.name), Phrase(words, name=repr(rule.canonical)))
        return self


def load_aliases(path: Path) -> AliasTable:
    """Return the alias table of a file.

    Raises:
        EditorialFault: a rule is incomplete, comes twice, or leads to another alias.
    """
    return read_editorial(path, AliasTable)


class Identity:
    """Finds the model and version that a spelling means."""

    def __init__(self, aliases: Iterable[AliasRule], canonical: Iterable[str]) -> None:
        """Take the rules, and the canonical spellings, the preferred one first."""
        self._rules = {
            (rule.name.casefold(), rule.from_version, rule.channel): rule for rule in aliases
        }
        self._canonical: dict[str, str] = {}
        for name in map(_trimmed, canonical):
            self._canonical.setdefault(name.casefold(), name)
        for name in [key for key in self._canonical if self._is_dated(key)]:
            del self._canonical[name]

    def resolve(
        self, name: str, version: str | None, channel: str | None = None
    ) -> tuple[str, str | None]:
        """Return the model's id and the version; None where neither name nor source says it."""
        spelled, asked = _trimmed(name), version and _trimmed(version)
        rule = self._rule(spelled, asked, channel)
        if rule is not None:
            meant = rule.version if asked in (None, rule.from_version) else asked
            return self._spelling(rule.canonical), meant
        inside = VERSION_IN_NAME.fullmatch(spelled)
        if inside and asked in (None, inside["version"]) and self._is_dated(spelled):
            return self.resolve(inside["name"], inside["version"], channel)
        return self._spelling(spelled), asked

    def reason(self, name: str) -> str:
        """Return why a spelling is taken for another model's name; empty if no rule says so."""
        spelled = _trimmed(name)
        reasons = [
            rule.reason
            for (known, before, _), rule in self._rules.items()
            if known == spelled.casefold() and before is None
        ]
        if reasons:
            return reasons[0]
        if spelled.casefold() in self._canonical:
            return ONLY_CASE if self._spelling(spelled) != spelled else ""
        return VERSION_WRITTEN_IN if self._is_dated(spelled) else ""

    def _rule(self, name: str, version: str | None, channel: str | None) -> AliasRule | None:
        key = name.casefold()
        for before in dict.fromkeys((version, None)):
            for sold_by in dict.fromkeys((channel, None)):
                rule = self._rules.get((key, before, sold_by))
                if rule is not None:
                    return rule
        return None

    def _is_dated(self, name: str) -> bool:
        """Tell whether the name is that of a known model with a version date behind it."""
        inside = VERSION_IN_NAME.fullmatch(name)
        return inside is not None and self._knows(inside["name"])

    def _knows(self, name: str) -> bool:
        key = name.casefold()
        return key in self._canonical or (key, None, None) in self._rules

    def _spelling(self, name: str) -> str:
        return self._canonical.get(name.casefold(), name)


def canonical_names(facts: Iterable[AnyFact], preference: Sequence[str]) -> tuple[str, ...]:
    """Return every name once for each source, preferred sources first.

    Args:
        facts: facts of all sources.
        preference: source ids, the one whose spelling counts first; others follow by id.
    """
    order = {source: position for position, source in enumerate(preference)}
    spelled = {(fact.source, _trimmed(fact.name)) for fact in facts if isinstance(fact, Fact)}
    ranked = sorted(spelled, key=lambda pair: (order.get(pair[0], len(order)), *pair))
    return tuple(dict.fromkeys(name for _, name in ranked))


def version_conflicts(
    facts: Iterable[Fact], identity: Identity, source_dates: Mapping[str, date]
) -> dict[tuple[str, str], Conflict]:
    """Return the versions that sources date differently, by model id and version.

    Takes the facts as the parsers gave them, before names are resolved.
    """
    claims: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for fact in facts:
        name, version = identity.resolve(fact.name, fact.version, getattr(fact, "channel", None))
        if version is not None and fact.version is not None:
            claims[name, version].add((_trimmed(fact.version), fact.source))
    standing = Standing(source_dates)
    return {
        key: _version_conflict(key[1], said, standing)
        for key, said in claims.items()
        if len({value for value, _ in said}) > 1
    }


def _version_conflict(meant: str, said: Iterable[tuple[str, str]], standing: Standing) -> Conflict:
    ordered = sorted(said, key=lambda pair: (pair[0] != meant, standing.rank(pair[1]), pair))
    claims = tuple(Claim(value=value, source=source) for value, source in ordered)
    return Conflict(about="version", claims=claims)


def _trimmed(text: str) -> str:
    return " ".join(without_footnotes(text).split())
