# SPDX-License-Identifier: MIT
"""Writes the licences of all that a package brings along: `python -m tools.notices [FOLDER]`.

To be run by the Python that the package was made with. FOLDER is the package: what of the
system's own libraries was taken into it is told as well, as the system tells it.
"""

import json
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

PRODUCT = "azmodels-gui"
ROOT = Path(__file__).parents[1]
HEAD = """\
azmodels is under the MIT licence (LICENSE). It comes with what is listed here, each under its own
licence.

Qt and PySide6 are used under the LGPL 3. They lie in this folder as libraries of their own and may
be exchanged for others of the same interface. Their sources, and what Qt itself is made of:
https://download.qt.io/official_releases/ and https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""
RULE = "=" * 79
Part = tuple[str, list[str]]
"""Name and licence, and the texts that belong to it."""
_TEXTS = re.compile(r"(licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
_TOLD = ("License-Expression", "License", "Version")
_LGPL = ("LGPL-3.0.txt", "GPL-3.0.txt")
"""Of libraries that bring no text; the first one adds to the second."""


def needed(name: str, known: set[str], extras: frozenset[str]) -> Iterator[Distribution]:
    """Yield the libraries that one needs to run here, each once, and adds them to the known."""
    for asked in map(Requirement, distribution(name).requires or ()):
        marker = asked.marker
        wanted = marker is None or any(marker.evaluate({"extra": each}) for each in extras or {""})
        key = re.sub(r"[-_.]+", "-", asked.name).lower()
        if not wanted or key in known:
            continue
        known.add(key)
        try:
            yield distribution(asked.name)
        except PackageNotFoundError:
            continue  # asked for with care: of another system or Python
        yield from needed(asked.name, known, frozenset(asked.extras))


def library(found: Distribution) -> Part:
    """Return name and licence of a library, the texts it brings, and what was compiled into it."""
    told = {key: found.metadata[key] for key in _TOLD if key in found.metadata}
    licence = told.get("License-Expression") or told.get("License", "").partition("\n")[0]
    files = [each for each in found.files or () if ".dist-info" in each.as_posix()]
    paths = {each.as_posix(): Path(str(found.locate_file(each))) for each in files}
    bills = {name: path for name, path in paths.items() if "/sboms/" in name}
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for name, path in paths.items()
        if _TEXTS.search(name) and name not in bills
    ]
    if not texts and "LGPL-3.0" in licence:
        texts = [(ROOT / "packaging" / "licences" / each).read_text("utf-8") for each in _LGPL]
    texts += filter(None, map(_compiled, bills.values()))
    return f"{found.name} {told['Version']}{licence and f' ({licence})'}", texts


def _compiled(bill: Path) -> str:
    """Return the parts that a compiled library names as its own, with their licences."""
    parts = json.loads(bill.read_bytes()).get("components", ())
    lines = [f"  {part['name']} {part.get('version', '')} {_licences(part)}" for part in parts]
    return "\n".join(["Compiled into it:", *lines, ""]) if lines else ""


def _licences(part: dict[str, list[dict[str, str | dict[str, str]]]]) -> str:
    told = (each.get("expression") or each.get("license") for each in part.get("licenses", ()))
    return ", ".join(each.get("id", "") if isinstance(each, dict) else each or "" for each in told)


def python() -> Part:
    """Return the licence of Python itself, where this one has it."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(f"/usr/share/doc/python{version}/copyright"),
    )
    texts = [each.read_text(encoding="utf-8") for each in places if each.is_file()]
    return f"Python {sys.version.split()[0]} (PSF-2.0)", texts[:1]


def own_parts() -> Iterator[Part]:
    """Yield what lies among the program's own resources and is somebody else's."""
    for name, file in (
        ("Inter, the font (OFL-1.1)", "fonts/OFL.txt"),
        ("Lucide, the icons (ISC)", "icons/LICENSE.txt"),
        ("Natural Earth, the outlines of the map (public domain)", "map/README.md"),
    ):
        yield name, [(ROOT / "resources" / file).read_text(encoding="utf-8")]


def system_libraries(folder: Path) -> Iterator[Part]:
    """Yield what was copied from the system into the package; nothing where it is not Debian."""
    for name in sorted({_owner(file.name) for file in folder.glob("_internal/*.so*")} - {""}):
        text = Path("/usr/share/doc", name, "copyright")
        yield f"{name}, of the system", [text.read_text(encoding="utf-8")]


def _owner(library: str) -> str:
    """Return the package of the system that has a library; empty: none."""
    command = ["dpkg", "--search", f"*/{library}"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return told.stdout.partition(":")[0]


def notices(folders: list[Path]) -> Iterator[Part]:
    """Yield everything that comes along."""
    yield python()
    found = needed(PRODUCT, set(), frozenset())
    yield from map(library, sorted(found, key=lambda each: each.name.casefold()))
    yield from own_parts()
    for folder in folders:
        yield from system_libraries(folder)


def main(arguments: list[str]) -> int:
    """Print them; code 1 where one has no licence text."""
    parts = list(notices([Path(each) for each in arguments]))
    told = (line for name, texts in parts for line in (RULE, name, RULE, "", *texts, ""))
    sys.stdout.buffer.write("\n".join((HEAD, *told)).encode())
    silent = [name for name, texts in parts if not texts]
    for name in silent:
        print(f"{name}: without its licence", file=sys.stderr)
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
