# SPDX-License-Identifier: MIT
"""`azmodels compare` as a process of its own: a PDF without display, and nothing else of Qt."""

import os
import subprocess
from pathlib import Path

import pypdf

from azmodels_gui.publish.build import catalog_bytes
from tests.apart import python
from tests.sheets.samples import sheet_catalog


def compare(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    catalog = folder / "catalog.json"
    catalog.write_bytes(catalog_bytes(sheet_catalog()))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    environment.pop("DISPLAY", None)
    command = ("-m", "azmodels_gui.cli.main", "compare", *arguments)
    source = ("--catalog", catalog, "--date", "2026-11-24")
    return python(*command, *source, environment=environment | {"PYTHONUTF8": "1"})


def test_a_pdf_needs_no_display_and_is_the_same_each_time(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.pdf" for number in range(2)]
    for path in paths:
        paper = ("--paper", "Letter", "--landscape", "--language", "de")
        ran = compare(tmp_path, "alpha", "beta-mini", "--output", path, *paper)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert paths[0].read_bytes() == paths[1].read_bytes()
    reader = pypdf.PdfReader(paths[0])
    assert "Modellvergleich" in reader.pages[0].extract_text()
    assert (reader.pages[0].mediabox.width, reader.pages[0].mediabox.height) == (792, 612)


def test_a_pdf_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    ran = compare(tmp_path, "alpha", "--output", tmp_path / "folder.pdf")
    assert ran.returncode == 2
    assert "was not saved" in ran.stderr
    assert "Traceback" not in ran.stderr
