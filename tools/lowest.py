# SPDX-License-Identifier: MIT
"""The lowest versions that `pyproject.toml` allows, as constraints for pip.

`python -m tools.lowest` prints them; `pip install --constraint FILE ".[test]"` tries whether they
are true minima.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_LOWEST = re.compile(r"([\w.-]+)>=([\d.]+)")


def lowest(project: str) -> Iterator[str]:
    """Yield `name==version` of each library the program itself needs.

    Args:
        project: the text of `pyproject.toml`.
    """
    for dependency in tomllib.loads(project)["project"]["dependencies"]:
        found = _LOWEST.match(dependency)
        if found is not None:
            yield f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    sys.stdout.write("\n".join((*lowest(PROJECT.read_text(encoding="utf-8")), "")))
