# SPDX-License-Identifier: MIT
"""Against a real web server: an unchanged refresh is one request without a body."""

import gzip
from pathlib import Path

import pytest

from azmodels_gui.catalog.loading import parse_catalog
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.fetch import Limits, Watch
from azmodels_gui.storage.files import write_atomically
from azmodels_gui.storage.refresh import Outcome
from azmodels_gui.storage.trust import Trust
from tests.storage.home import BUNDLED_SERIAL, PATH, Home, numbered
from tests.storage.keys import KEY, signature
from tests.storage.nginx import Nginx, running
from tests.storage.survival import Survival


def publish(nginx: Nginx, data: bytes) -> None:
    """Do as docs/hosting.md says: the signature first, each file in one step."""
    write_atomically(nginx.root / "catalog.json.sig", signature(data))
    write_atomically(nginx.root / "catalog.json", data)


def test_the_life_of_a_catalogue_on_a_real_server(
    home: Home, tmp_path: Path, survival: Survival
) -> None:
    home.keys = (KEY.public,)
    with running(tmp_path / "nginx") as nginx:
        publish(nginx, catalog_bytes(numbered(BUNDLED_SERIAL + 1)))
        assert home.refresh(nginx.url).outcome is Outcome.UPDATED
        assert home.loaded().trust is Trust.SIGNED

        unchanged = home.refresher(nginx.url).from_address(
            lambda: pytest.fail("a catalogue was parsed"), Watch(5)
        )
        assert unchanged.outcome is Outcome.UNCHANGED
        answered = nginx.answers()
        assert [(path, status) for path, status, _ in answered[:2]] == [
            (PATH, 200),
            (f"{PATH}.sig", 200),
        ]
        assert answered[2:] == [(PATH, 304, 0)]

        publish(nginx, catalog_bytes(numbered(BUNDLED_SERIAL + 2, title="The second")))
        assert home.refresh(nginx.url).serial == BUNDLED_SERIAL + 2
        with survival.unchanged(home):
            (nginx.root / "catalog.json.sig").unlink()
            # Another size: nginx makes its ETag of the size and the second.
            unsigned = catalog_bytes(numbered(BUNDLED_SERIAL + 3, title="Without a signature"))
            write_atomically(nginx.root / "catalog.json", unsigned)
            with pytest.raises(RefreshFailed) as caught:
                home.refresh(nginx.url)
            assert caught.value.problem is Problem.SIGNATURE_MISSING
        back = home.refresher().go_back(BUNDLED_SERIAL + 1, lambda: home.loaded().catalog)
        assert (back.outcome, home.serial) == (Outcome.WENT_BACK, BUNDLED_SERIAL + 1)


def test_the_shipped_catalogue_travels_packed(home: Home, tmp_path: Path) -> None:
    data = bundled_catalog_bytes()
    home.bundled = parse_catalog(data)
    seen: list[tuple[int, int | None]] = []
    with running(tmp_path / "nginx") as nginx:
        publish(nginx, data)
        watch = Watch(20, lambda received, total: seen.append((received, total)))
        refresher = home.refresher(nginx.url, Limits())
        refresher.from_address(lambda: home.loaded().catalog, watch)
        (answer,) = nginx.answers()
    assert answer[2] < len(data) / 5
    assert abs(seen[-1][0] - len(gzip.compress(data, 1))) < len(data) / 20


def test_a_missing_file_is_told_by_its_status(home: Home, tmp_path: Path) -> None:
    with running(tmp_path / "nginx") as nginx, pytest.raises(RefreshFailed, match="404"):
        home.refresh(nginx.url)
