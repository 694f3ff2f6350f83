# SPDX-License-Identifier: MIT
"""Several programs refresh one folder at once: `python -m tests.storage.racing`."""

import json
import os
import sys
from collections import Counter
from pathlib import Path

from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.held import read_kept
from tests.storage.home import Home
from tests.storage.keys import KEY
from tests.storage.killing import forked

ROUNDS = 6


def child(home: Home, url: str, report: Path) -> None:
    """Refresh some times and write down how each went."""
    went = []
    for _ in range(ROUNDS):
        try:
            went.append(str(home.refresh(url).outcome))
        except RefreshFailed as error:
            went.append(str(error.problem))
    report.write_text(json.dumps(went))


def main() -> None:
    folder, url, programs = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    home = Home(folder, (KEY.public,))
    reports = [folder.with_name(f"report-{number}.json") for number in range(programs)]
    children = [forked(lambda own=report: child(home, url, own)) for report in reports]  # type: ignore[misc]
    ends = [os.waitpid(each, 0)[1] for each in children]
    went = Counter(each for report in reports for each in json.loads(report.read_text()))
    loaded = home.loaded()
    for serial in home.store.serials():
        read_kept(home.store, serial)
    print(
        json.dumps(
            {
                "ends": ends,
                "went": went,
                "serial": loaded.catalog.serial,
                "warning": str(loaded.warning or ""),
                "left": [path.name for path in home.folder.glob(".*.tmp")],
            }
        )
    )


if __name__ == "__main__":
    main()
