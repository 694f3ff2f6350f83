# SPDX-License-Identifier: MIT
"""Collecting the public sources into a folder that `catalog build` reads.

Each file is written, and noted in the manifest, as soon as it is there: whatever stops the work,
the same call goes on from there. A file that does not come leaves the one of the time before.

Files of a public repository are taken at one commit; one that was moved is looked for by its name.
Commit and list of files come from the REST API of GitHub, which answers 60 requests an hour without
an account: one is made for each repository, and one more where a file has gone. Of files that hold
far more than the catalogue is made of a part is kept (`TRIMMED`).
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from msgspec import Struct
from msgspec.json import decode
from msgspec.structs import replace

from azmodels_gui.language.words import N_, Message, Phrase, ToldError
from azmodels_gui.publish.asking import Asker, FileGone, NotFetched, json_of, unexpected
from azmodels_gui.publish.data_zones import TEST_GEOGRAPHIES
from azmodels_gui.publish.price_pages import BASE_CURRENCY, PriceQuestion, fetch_prices
from azmodels_gui.publish.sources import (
    Held,
    Hosts,
    Manifest,
    Origins,
    Register,
    Repository,
    RepositoryState,
    read_manifest,
    source_files,
    write_manifest,
)
from azmodels_gui.storage.fetch import Fetched, Validators
from azmodels_gui.storage.files import fingerprint, read_bytes, write_atomically

Trim = Callable[[bytes, str], bytes]
"""Takes a file and its address, for the error, and returns what is kept of it."""


def _azure_rows(data: bytes, url: str) -> bytes:
    """Return litellm's rows of models on Azure.

    Raises:
        NotFetched: the file has none.
    """
    rows = json_of(data, url)
    kept = (
        {key: fields for key, fields in rows.items() if key.startswith(("azure/", "azure_ai/"))}
        if isinstance(rows, dict)
        else {}
    )
    if not kept:
        raise unexpected(url, N_("it has no rows of models on Azure"))
    return _json(kept)


def _physical_regions(data: bytes, url: str) -> bytes:
    """Return the regions of the answer of `az account list-locations` that a module caches.

    Raises:
        NotFetched: the file has another form.
    """
    answer = json_of(data, url)
    try:
        listed = answer["locals"]["locations_cached"]["value"]
        found = [
            _region(each) for each in listed if each["metadata"].get("regionType") == "Physical"
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise unexpected(url, N_("it is no list of regions")) from error
    if not found:
        raise unexpected(url, N_("it is no list of regions"))
    return _json(sorted(found, key=lambda region: str(region["name"])))


def _region(item: Mapping[str, Any]) -> dict[str, Any]:
    about = item["metadata"]
    return {
        "name": item["name"],
        "displayName": item["displayName"],
        "regionalDisplayName": item["regionalDisplayName"],
        "geography": about["geography"],
        "geographyGroup": about["geographyGroup"],
        "physicalLocation": about.get("physicalLocation"),
        "latitude": about.get("latitude"),
        "longitude": about.get("longitude"),
        "regionCategory": about.get("regionCategory"),
        "pairedRegion": [each["name"] for each in about.get("pairedRegion") or ()],
        "availabilityZones": [
            each["logicalZone"] for each in item.get("availabilityZoneMappings") or ()
        ],
    }


def _json(kept: object) -> bytes:
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


TRIMMED: Mapping[str, Trim] = {"litellm prices": _azure_rows, "regions": _physical_regions}
"""By the form of the file; all others are kept as they are."""


class RepositoryFiles:
    """One repository at one commit."""

    def __init__(
        self, repository: Repository, hosts: Hosts, asker: Asker, state: RepositoryState
    ) -> None:
        self.state = state
        self._name = repository.name
        self._hosts = hosts
        self._asker = asker
        self._paths: list[str] | None = None

    def url(self, path: str) -> str:
        """Return the address of a file."""
        return f"{self._hosts.files}/{self._name}/{quote(self.state.commit)}/{quote(path)}"

    def get(self, path: str, validators: Validators) -> tuple[Fetched, str]:
        """Return a file and where it lies.

        Raises:
            NotFetched: it did not come; or it is gone, and no single file has its name.
        """
        try:
            return self._asker.get(self.url(path), validators), path
        except FileGone:
            moved = self._moved(path)
        return self._asker.get(self.url(moved)), moved

    def _moved(self, path: str) -> str:
        """Return the path of the only file of that name.

        Raises:
            NotFetched: there is none, or more than one: which is meant is not guessed.
        """
        if self._paths is None:
            self._paths = self._listed()
        name = PurePosixPath(path).name
        found = [each for each in self._paths if PurePosixPath(each).name == name]
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFetched(
                N_("{path} is gone from {repository}, and no file there has its name."),
                path=path,
                repository=self._name,
            )
        raise NotFetched(
            N_("{path} is gone from {repository}, where several files have its name: {found}."),
            path=path,
            repository=self._name,
            found=", ".join(sorted(found)),
        )

    def _listed(self) -> list[str]:
        url = (
            f"{self._hosts.repositories}/repos/{self._name}/git/trees/"
            f"{quote(self.state.commit)}?recursive=1"
        )
        _, answer = self._asker.get_json(url)
        try:
            if answer["truncated"]:
                raise unexpected(url, N_("the list of files is not complete"))
            return [each["path"] for each in answer["tree"] if each["type"] == "blob"]
        except (KeyError, TypeError) as error:
            raise unexpected(url, N_("it is no list of files")) from error


def repository_state(
    repository: Repository,
    hosts: Hosts,
    asker: Asker,
    asked: str,
    before: RepositoryState | None,
) -> RepositoryState:
    """Return the commit to fetch at, and its day.

    Args:
        repository: which one.
        hosts: base addresses.
        asker: asks them.
        asked: a commit, or the branch whose newest one is meant.
        before: what was noted when the branch was asked last.

    Raises:
        FileGone: the host does not know the commit.
        NotFetched: it does not answer.
    """
    url = f"{hosts.repositories}/repos/{repository.name}/commits/{quote(asked)}"
    known = before if asked == repository.branch else None
    fetched, answer = asker.get_json(url, Validators(etag=known.etag) if known else None)
    if answer is None:
        assert known is not None, "only what was noted is asked for by its mark"
        return known
    return _state(answer, url, fetched)


def _state(answer: Any, url: str, fetched: Fetched) -> RepositoryState:
    try:
        day = date.fromisoformat(answer["commit"]["committer"]["date"][:10])
        return RepositoryState(str(answer["sha"]), day.isoformat(), fetched.validators.etag)
    except (KeyError, TypeError, ValueError) as error:
        raise unexpected(url, N_("it tells no commit with its day")) from error


Tell = Callable[[Phrase | Message], None]
STEP = Message("{step} {name}")
"""Nothing in it to translate."""
REGION_FORM = "regions"
COMMIT = re.compile("[0-9a-f]{40}")
Planned = tuple[str, str, str, str]
"""Id of a repository, path here, path there, form."""


class ListedRegion(Struct, frozen=True):
    """What is read of a region in the list."""

    name: str
    geography: str


class CollectRefused(ToldError):
    """What is to be collected is not clear."""


@dataclass(frozen=True)
class Wanted:
    """What to collect."""

    regions: tuple[str, ...] = ()
    """Ids of the regions whose prices are asked for; none: all of the region list."""
    currencies: tuple[str, ...] = (BASE_CURRENCY,)
    commit: str = ""
    """Of the first repository (Microsoft's documentation); empty: the newest."""
    since: date | None = None
    """What was asked for on that day or later is not asked for again; None: today."""
    given: Path | None = None
    """Folder of files that the publisher puts in, as answers of `az`."""


@dataclass
class Account:
    """What came of it."""

    fetched: int = 0
    unchanged: int = 0
    """Asked for, and as they were."""
    fresh: int = 0
    """Not asked for, as they were before: of the same commit, or of the days asked for."""
    given: int = 0
    moved: list[Phrase] = field(default_factory=list)
    missing: dict[str, NotFetched] = field(default_factory=dict)
    """Why a file did not come, by its name."""


class Collecting:
    """One folder that is filled.

    Args:
        folder: where the sources lie; made if it is not there.
        register: which files there are and where they come from.
        asker: asks the hosts.
        today: the day.
        tell: told of each step.
        hosts: base addresses in the place of the register's.

    Raises:
        CollectRefused: the register does not say where anything comes from.
        ManifestUnusable: what was noted before cannot be read.
    """

    def __init__(
        self,
        folder: Path,
        register: Register,
        asker: Asker,
        today: date,
        tell: Tell,
        hosts: Hosts | None = None,
    ) -> None:
        if register.collect is None:
            raise CollectRefused(N_("The register of sources does not say where to fetch them."))
        self._folder = folder
        self._register = register
        self._origins: Origins = register.collect
        self._hosts = hosts or register.collect.hosts
        self._asker = asker
        self._today = today.isoformat()
        self._day = today
        self._tell = tell
        self._manifest: Manifest = read_manifest(folder)
        self._given: frozenset[str] = frozenset()
        self.account = Account()

    def collect(self, wanted: Wanted) -> Account:
        """Fetch everything, in the order: files put in, repositories, prices.

        Raises:
            CollectRefused: no region list, and no regions named.
            FileNotSaved: a file cannot be written.
        """
        since = (wanted.since or self._day).isoformat()
        if wanted.given is not None:
            self._put_in(wanted.given)
        for number, repository in enumerate(self._origins.repository):
            files = [each for each in self._registered() if each[0] == repository.id]
            if files:
                self._repository(repository.id, wanted.commit if number == 0 else "", files)
        questions = [
            PriceQuestion(service, region, currency)
            for currency in wanted.currencies
            for service in self._origins.price_service
            for region in wanted.regions or self._listed_regions()
        ]
        for number, question in enumerate(questions, 1):
            self._prices(question, since, f"{number}/{len(questions)}")
        return self.account

    def _registered(self) -> Iterator[Planned]:
        """Yield repository, path here, path there and form of each file that is fetched."""
        for document in self._register.document:
            for file in document.file:
                for here, there in file.fetched().items():
                    if here not in self._given:
                        yield file.repository, here, there, file.form

    def _put_in(self, given: Path) -> None:
        """Copy what the publisher adds; what no document of the register is, is named."""
        names = set()
        for file in source_files(given, self._register):
            if file.document is None:
                words = N_("{path} is not taken: {why}")
                self._tell(Phrase(words, path=file.path, why=file.unused_because))
                continue
            day = date.fromtimestamp(file.path.stat().st_mtime).isoformat()
            self._keep(file.name, read_bytes(file.path), Held(asked=self._today, day=day))
            names.add(file.name)
        self._given = frozenset(names)
        self.account.given = len(names)

    def _repository(self, id: str, commit: str, files: Sequence[Planned]) -> None:
        """Fetch the files of one repository, all of one commit."""
        repository = next(each for each in self._origins.repository if each.id == id)
        state = self._state(repository, commit)
        self._note(repositories=self._manifest.repositories | {id: state})
        found = RepositoryFiles(repository, self._hosts, self._asker, state)
        for number, (_, here, there, form) in enumerate(files, 1):
            with self._missing_told(here, f"{number}/{len(files)}"):
                self._fetch(found, here, there, form)

    def _state(self, repository: Repository, commit: str) -> RepositoryState:
        """Return the commit to fetch at; the branch itself where the host does not tell it.

        Raises:
            CollectRefused: there is no such commit.
        """
        asked, name = commit or repository.branch, repository.name
        before = self._manifest.repositories.get(repository.id)
        try:
            return repository_state(repository, self._hosts, self._asker, asked, before)
        except FileGone as error:
            words = N_("{repository} has no commit {commit} ({why}).")
            raise CollectRefused(words, repository=name, commit=asked, why=error) from error
        except NotFetched as error:
            self._tell(Phrase(N_("{name}: {why}"), name=name, why=error))
            return RepositoryState(asked, self._today)

    def _fetch(self, found: RepositoryFiles, here: str, there: str, form: str) -> None:
        state, held = found.state, self._held(here)
        if held is not None and held.commit == state.commit and _is_commit(held.commit):
            self.account.fresh += 1
            return
        same = held is not None and held.url == found.url(held.moved_to or there)
        fetched, at = found.get(there, _validators(held) if same else Validators())
        url = found.url(at)
        if fetched.data is None:
            assert held is not None, "only what is there is asked for by its mark"
            day, commit = state.day, state.commit
            self._still(here, replace(held, asked=self._today, day=day, commit=commit))
            return
        trim = TRIMMED.get(form)
        data = fetched.data if trim is None else trim(fetched.data, url)
        moved = at if at != there else ""
        if moved:
            words = N_("{path} was moved to {moved}: correct sources.toml")
            self.account.moved.append(Phrase(words, path=there, moved=moved))
        new = Held(
            asked=self._today,
            url=url,
            day=state.day,
            commit=state.commit,
            moved_to=moved,
            etag=fetched.validators.etag,
            last_modified=fetched.validators.last_modified,
        )
        self._keep(here, data, new)

    def _prices(self, question: PriceQuestion, since: str, step: str) -> None:
        """Fetch the prices of one service, region and currency."""
        name = f"{self._origins.price_folder}/{question.file_name}"
        held = None if name in self._given else self._held(name)
        if name in self._given or (held is not None and held.asked >= since):
            self.account.fresh += held is not None
            return
        url = question.url(self._hosts.prices, self._origins.price_query)
        with self._missing_told(name, step):
            found = fetch_prices(
                question,
                self._hosts.prices,
                self._origins.price_query,
                self._asker,
                _validators(held) if held is not None and held.url == url else Validators(),
            )
            if found.data is None and held is not None:
                self._still(name, replace(held, asked=self._today, day=self._today))
                return
            marks = found.validators
            new = Held(
                asked=self._today,
                url=url,
                day=self._today,
                etag=marks.etag,
                last_modified=marks.last_modified,
            )
            self._keep(name, found.data or b"", new)

    def _listed_regions(self) -> tuple[str, ...]:
        """Return the ids of the region list without the regions that customers have no use of.

        Raises:
            CollectRefused: there is no such list.
        """
        files = (file for document in self._register.document for file in document.file)
        lists = [file.path for file in files if file.form == REGION_FORM]
        for name in lists:
            with suppress(OSError, ValueError):
                return _region_ids(self._folder / name)
        for why in (self.account.missing[name] for name in lists if name in self.account.missing):
            words = N_(
                "No prices were asked for, since there is no list of regions yet: {why} Give the "
                "same command again, or name the regions by --regions."
            )
            raise CollectRefused(words, why=why) from why
        raise CollectRefused(
            N_("There is no list of regions yet: name those whose prices are wanted by --regions.")
        )

    def _held(self, name: str) -> Held | None:
        """Return what was noted of a file if it still is that one."""
        held = self._manifest.files.get(name)
        if held is None or not held.sha256:
            return held
        with suppress(OSError):
            if fingerprint((self._folder / name).read_bytes()) == held.sha256:
                return held
        return None

    def _keep(self, name: str, data: bytes, held: Held) -> None:
        """Write a file and note it; one that states nothing is noted alone."""
        path = self._folder / name
        if data:
            write_atomically(path, data)
            held = replace(held, sha256=fingerprint(data))
        else:
            path.unlink(missing_ok=True)
        self.account.fetched += bool(held.url)
        self._note(files=self._manifest.files | {name: held})

    def _still(self, name: str, held: Held) -> None:
        self.account.unchanged += 1
        self._note(files=self._manifest.files | {name: held})

    def _note(
        self,
        files: dict[str, Held] | None = None,
        repositories: dict[str, RepositoryState] | None = None,
    ) -> None:
        self._manifest = Manifest(
            files=self._manifest.files if files is None else files,
            repositories=self._manifest.repositories if repositories is None else repositories,
        )
        write_manifest(self._folder, self._manifest)

    @contextmanager
    def _missing_told(self, name: str, step: str) -> Iterator[None]:
        """Tell of a file, and note it as missing where it does not come."""
        self._tell(Phrase(STEP, step=step, name=name))
        try:
            yield
        except NotFetched as error:
            self.account.missing[name] = error


def _is_commit(text: str) -> bool:
    """Tell whether a text names one commit for ever, as no branch does."""
    return COMMIT.fullmatch(text) is not None


def _validators(held: Held | None) -> Validators:
    return Validators() if held is None else Validators(held.etag, held.last_modified)


def _region_ids(path: Path) -> tuple[str, ...]:
    """Return the ids in a list of regions, without the regions that Azure tries changes out in.

    Raises:
        OSError, ValueError: there is no such list.
    """
    listed = decode(path.read_bytes(), type=list[ListedRegion])
    return tuple(each.name for each in listed if each.geography not in TEST_GEOGRAPHIES)
