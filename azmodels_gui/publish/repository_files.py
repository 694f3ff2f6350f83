# SPDX-License-Identifier: MIT
"""Files of a public repository at one commit; a file that was moved is looked for by its name.

Commit and list of files come from the REST API of GitHub, which answers 60 requests an hour
without an account: one is made for each repository, and one more where a file has gone.
"""

from datetime import date
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from azmodels_gui.language.words import N_
from azmodels_gui.publish.asking import Asker, FileGone, NotFetched, unexpected
from azmodels_gui.publish.manifest import RepositoryState
from azmodels_gui.publish.sources import Hosts, Repository
from azmodels_gui.storage.fetch import Fetched, Validators


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
