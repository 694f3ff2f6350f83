# SPDX-License-Identifier: MIT
"""`azmodels compare` without Qt: files by their ending, and every way to ask wrongly."""

import os
from pathlib import Path

import openpyxl
import pytest

from azmodels_gui.publish.build import catalog_bytes
from tests.cli.ran import Run
from tests.sheets.samples import sheet_catalog
from tests.sheets.test_logo import SVG
from tests.sheets.test_template import firms_word
from tests.sheets.test_word_file import opened

DAY = ("--date", "2026-11-24")


@pytest.fixture(scope="session")
def sheets_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheets") / "catalog.json"
    path.write_bytes(catalog_bytes(sheet_catalog(20)))
    return path


SIZING = (
    *("--sheet", "sizing", "--deployment-type", "DataZoneProvisionedManaged"),
    *("--region", "eastus2", "--rpm", "1000", "--input-tokens", "200", "--output-tokens", "20"),
)
KINDS = [
    pytest.param(("alpha", "beta-mini"), "Model comparison", id="comparison"),
    pytest.param(("alpha", "--sheet", "facts"), "Fact sheet: alpha 2026-03-05", id="facts"),
    pytest.param(("alpha", *SIZING), "Sizing and cost: alpha 2026-03-05", id="sizing"),
    pytest.param(("alpha", "--sheet", "coverage"), "Region coverage", id="coverage"),
    pytest.param(("alpha", "--sheet", "features"), "What models can do", id="features"),
    pytest.param(("--sheet", "list", "--use-case", "chat"), "List of models", id="list"),
]


@pytest.mark.parametrize("ending", ["html", "md", "csv"])
@pytest.mark.parametrize(("arguments", "title"), KINDS)
def test_every_sheet_is_written_in_silence_and_the_same_each_time(
    run: Run,
    sheets_file: Path,
    tmp_path: Path,
    arguments: tuple[str, ...],
    title: str,
    ending: str,
) -> None:
    paths = [tmp_path / f"{number}.{ending}" for number in range(2)]
    for path in paths:
        asked = ("--catalog", sheets_file, "--language", "en", *DAY, "--output", path)
        ran = run("compare", *arguments, *asked)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert title in paths[0].read_text(encoding="utf-8-sig")


def test_a_version_can_be_named_and_the_order_is_the_callers(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.XLSX"
    names = ("further-07", "alpha@2026-03-05", "Beta Mini")
    assert run("compare", *names, "--catalog", sheets_file, "--output", path).code == 0
    page = openpyxl.load_workbook(path).worksheets[0]
    header = next(row for row in page.iter_rows(values_only=True) if row[1] is not None)
    assert header[1:4] == ("further-07 2026-01-01", "alpha 2026-03-05", "beta-mini 2")


def test_only_what_differs_is_written_where_that_is_asked(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.md"
    told = []
    for more in ((), ("--only-differences",)):
        asked = ("alpha", "beta-mini", "--catalog", sheets_file, "--output", path, *more)
        assert run("compare", *asked).code == 0
        told.append(path.read_text(encoding="utf-8"))
    assert ["Alike for all:" in each for each in told] == [True, False]
    assert ["Only what differs" in each for each in told] == [False, True]
    refused = run("compare", "alpha", "--sheet", "facts", "--only-differences", "--output", path)
    assert refused.code == 2


def test_a_list_of_named_models_counts_the_unknown_of_these_alone(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    told = {}
    for number, named in enumerate(((), ("alpha",), ("alpha", "beta-mini"))):
        path = tmp_path / f"{number}.md"
        asked = ("--sheet", "list", "--capability", "vision", "--language", "en", *DAY)
        assert run("compare", *named, *asked, "--catalog", sheets_file, "--output", path).code == 0
        told[named] = path.read_text(encoding="utf-8")
    assert "more entries of which the capability is unknown" in told[()]
    assert "is unknown" not in told["alpha",]
    assert "1 more entry of which the capability is unknown" in told["alpha", "beta-mini"]


def test_client_logo_currency_and_regions_are_on_the_sheet(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    logo, path = tmp_path / "logo.svg", tmp_path / "sheet.html"
    logo.write_bytes(SVG)
    more = ("--client", "Müller & Söhne <AG>", "--logo", logo, "--region", "Sweden Central")
    money = ("--currency", "eur", "--rate", "0.92", "--rate-date", "2026-11-20")
    asked = ("--catalog", sheets_file, "--language", "de", *DAY, "--output", path)
    assert run("compare", "alpha", *more, *money, *asked).code == 0
    page = path.read_text(encoding="utf-8")
    for expected in ("Müller &amp; Söhne &lt;AG&gt;", "data:image/svg+xml", "Sweden Central"):
        assert expected in page
    assert "1 USD = 0,92 EUR" in page
    assert "2,30\N{NO-BREAK SPACE}€" in page


def test_a_coverage_sheet_answers_as_where_does(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.md"
    asked = ("alpha", "beta-mini", "--data-zone", "EU", "--billing", "standard")
    common = ("--catalog", sheets_file, "--language", "en")
    told = run("where", *asked, *common)
    assert run("compare", *asked, "--sheet", "coverage", *common, "--output", path).code == 0
    answer = next(line for line in told.out.splitlines() if "region" in line.lower())
    first = next(line for line in path.read_text("utf-8").splitlines() if "Where and how" in line)
    assert answer in first


DAY_FILE = "hour,working_day,weekend\n" + "".join(f"{hour},{hour * 20},5\n" for hour in range(24))
PROFILE = (
    *("--sheet", "sizing", "--deployment-type", "DataZoneProvisionedManaged"),
    *("--region", "eastus2", "--input-tokens", "200", "--output-tokens", "20"),
)


def test_a_load_profile_is_on_the_sizing_sheet(run: Run, sheets_file: Path, tmp_path: Path) -> None:
    day, path = tmp_path / "day.csv", tmp_path / "sheet.html"
    day.write_text(DAY_FILE)
    asked = ("--catalog", sheets_file, "--language", "en", *DAY, "--output", path)
    assert run("compare", "alpha", *PROFILE, "--day", day, "--base-ptu", "20", *asked).code == 0
    page = path.read_text(encoding="utf-8")
    assert "Requests per minute, and what 20 PTU carry" in page
    assert page.count("<svg") == 3
    assert "460 requests per minute" in page  # the busiest hour, since no --rpm is given


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("--base-ptu", "20"), "needs a load profile", id="a base load without a load"),
        pytest.param(("--rpm", "5", "--base-ptu", "20"), "needs a load profile", id="no profile"),
        pytest.param(("--rpm", "5", "--series", "a=b"), "--series needs", id="no metrics"),
        pytest.param(("--day", "day.csv", "--base-ptu", "21"), "no size of", id="no such size"),
        pytest.param(("--day", "gone.csv"), "no such file", id="no file"),
        pytest.param(("--day", "day.csv", "--csv", "day.csv"), "not allowed", id="two files"),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused(
    run: Run,
    sheets_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("day.csv").write_text(DAY_FILE)
    ran = run(
        "compare", "alpha", *PROFILE, *arguments, "--catalog", sheets_file, "--output", "x.md"
    )
    assert ran.code == 2
    assert told in ran.err
    assert not Path("x.md").exists()


def test_separators_of_a_csv_can_be_chosen(run: Run, sheets_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    style = ("--separator", "tab", "--decimal", "comma")
    asked = ("--catalog", sheets_file, "--language", "en", "--output", path)
    assert run("compare", "alpha", *style, *asked).code == 0
    assert "Input, global\t2,50" in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("alhpa",), "did you mean alpha", id="an unknown model"),
        pytest.param(("alpha@1999",), "unknown version of alpha", id="an unknown version"),
        pytest.param(("alpha", "ALPHA"), "named twice", id="the same model twice"),
        pytest.param((), "name at least one model", id="no model"),
        pytest.param(("alpha", "--region", "nowhere"), "unknown region", id="an unknown region"),
        pytest.param(("alpha", "--client", "x" * 501), "501 characters", id="a very long client"),
        pytest.param(("alpha", "--currency", "euro"), "no code such as EUR", id="no currency"),
        pytest.param(("alpha", "--currency", "EUR"), "--rate R converts", id="no rate"),
        pytest.param(("alpha", "--rate", "0.9"), "--rate needs --currency", id="no currency"),
        pytest.param(
            ("alpha", "--currency", "EUR", "--rate", "0"), "above zero", id="a rate of zero"
        ),
        pytest.param(
            ("alpha", "--rate-date", "2026-11-01"), "needs --rate", id="a day without a rate"
        ),
        pytest.param(
            ("alpha", "--sheet", "sizing"),
            "needs one --deployment-type",
            id="sizing without a place",
        ),
        pytest.param(
            (
                "alpha",
                "--sheet",
                "sizing",
                "--rpm",
                "1",
                "--input-tokens",
                "1",
                "--output-tokens",
                "1",
            ),
            "needs one --deployment-type",
            id="sizing without a deployment type",
        ),
        pytest.param(
            ("alpha", *SIZING, "--cached-tokens", "999"), "more than", id="more cached than input"
        ),
        pytest.param(("alpha", "--rpm", "9"), "belongs to --sheet sizing", id="a load for facts"),
        pytest.param(
            ("alpha", "--discount", "10"), "belongs to --sheet sizing", id="a discount for facts"
        ),
        pytest.param(
            ("alpha", "--deployment-type", "GlobalStandard"),
            "belongs to --sheet sizing or coverage or list",
            id="a deployment type for facts",
        ),
        pytest.param(("alpha", "--text", "x"), "belongs to --sheet list", id="a filter for facts"),
        pytest.param(("alpha", "--country", "DE"), "belongs to --sheet coverage", id="a country"),
        pytest.param(
            ("alpha", "--sheet", "coverage", "--data-zone", "EU", "--data-zone", "US"),
            "one --data-zone",
            id="two data zones for coverage",
        ),
        pytest.param(
            ("alpha", "--sheet", "coverage", "--country", "DE", "--country", "SE"),
            "one --country",
            id="two countries for coverage",
        ),
        pytest.param(
            ("alpha", "--sheet", "facts", "--max-input-price", "2"),
            "--max-input-price belongs to --sheet list",
            id="a price for a fact sheet",
        ),
        pytest.param(
            *(("alpha", "--sheet", "coverage", "--country", "DE", "--billing", "batch"),),
            "No deployment type can meet",
            id="conditions that exclude each other",
        ),
        pytest.param(
            ("alpha", "--separator", "comma", "--decimal", "comma"), "both are a comma", id="commas"
        ),
        pytest.param(("alpha", "--logo", "missing.png"), "no such file", id="a missing logo"),
        pytest.param(
            ("alpha", "--template", "firm.docx"),
            "--template goes with docx",
            id="a template for a CSV",
        ),
    ],
)
def test_bad_input_ends_with_2_and_a_sentence(
    run: Run, sheets_file: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    path = tmp_path / "sheet.csv"
    ran = run("compare", *arguments, "--catalog", sheets_file, "--output", path)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(
            b"no picture", "neither a PNG nor a JPEG nor an SVG", id="a logo that is no picture"
        ),
        pytest.param(b"\x89PNG\r\n\x1a\nbroken", "PNG picture is damaged", id="a broken logo"),
        pytest.param(b"\0" * 50 * 1024 * 1024, "larger than 5 MiB", id="a logo of 50 MB"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told(
    run: Run, sheets_file: Path, tmp_path: Path, data: bytes, told: str
) -> None:
    logo, path = tmp_path / "logo.png", tmp_path / "sheet.md"
    logo.write_bytes(data)
    ran = run("compare", "alpha", "--logo", logo, "--catalog", sheets_file, "--output", path)
    assert ran.code == 2
    assert told in ran.err
    assert not path.exists()


def test_a_word_file_takes_on_the_look_of_a_template(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    template, path = tmp_path / "firm.docx", tmp_path / "sheet.docx"
    template.write_bytes(firms_word())
    ran = run(
        *("compare", "alpha", "beta-mini", "--template", template),
        *("--catalog", sheets_file, "--output", path),
    )
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert opened(path.read_bytes()).sections[0].header.paragraphs[0].text == "Beratung Muster AG"


def test_a_word_file_is_no_template_for_slides(run: Run, sheets_file: Path, tmp_path: Path) -> None:
    template, path = tmp_path / "firm.docx", tmp_path / "sheet.pptx"
    template.write_bytes(firms_word())
    ran = run(
        *("compare", "alpha", "--template", template),
        *("--catalog", sheets_file, "--output", path),
    )
    assert ran.code == 2
    assert "it is no PowerPoint file (.pptx or .potx)." in ran.err
    assert not path.exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"no archive", "it is no Word file (.docx or .dotx).", id="no template"),
        pytest.param(None, "no such file", id="a missing template"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_and_the_old_file_stays(
    run: Run, sheets_file: Path, tmp_path: Path, data: bytes | None, told: str
) -> None:
    template, path = tmp_path / "firm.docx", tmp_path / "sheet.docx"
    path.write_bytes(b"the old file")
    if data is not None:
        template.write_bytes(data)
    ran = run(
        *("compare", "alpha", "--template", template),
        *("--catalog", sheets_file, "--output", path),
    )
    assert ran.code == 2
    assert told in ran.err
    assert path.read_bytes() == b"the old file"


@pytest.mark.parametrize(
    ("output", "told"),
    [
        pytest.param("sheet.odt", "must end in one of pdf, docx", id="an unknown ending"),
        pytest.param("sheet", "must end in one of pdf, docx", id="no ending"),
        pytest.param("missing/sheet.csv", "there is no folder", id="a missing folder"),
        pytest.param("folder.csv", "folder", id="a folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(
    run: Run, sheets_file: Path, tmp_path: Path, output: str, told: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    ran = run("compare", "alpha", "--catalog", sheets_file, "--output", tmp_path / output)
    assert ran.code == 2
    assert told in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["folder.csv"]


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="the superuser writes into read-only folders"
)
def test_a_read_only_folder_is_told(run: Run, sheets_file: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    ran = run("compare", "alpha", "--catalog", sheets_file, "--output", tmp_path / "sheet.csv")
    assert ran.code == 2
    assert "no permission" in ran.err


def test_a_full_disk_is_told_and_leaves_the_old_sheet(
    run: Run, sheets_file: Path, small_disk: Path
) -> None:
    path = small_disk / "sheet.html"
    path.write_bytes(b"the old sheet")
    ran = run("compare", "alpha", "beta-mini", "--catalog", sheets_file, "--output", path)
    assert ran.code == 2
    assert "the disk is full" in ran.err
    assert [(each.name, each.read_bytes()) for each in small_disk.iterdir()] == [
        ("sheet.html", b"the old sheet")
    ]


def test_a_read_only_disk_is_told(run: Run, sheets_file: Path, read_only_disk: Path) -> None:
    output = read_only_disk / "sheet.csv"
    ran = run("compare", "alpha", "--catalog", sheets_file, "--output", output)
    assert ran.code == 2
    assert "the disk is read-only" in ran.err


def test_too_many_models_are_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(sheet_catalog(50)))
    names = [f"further-{number:02}" for number in range(41)]
    ran = run("compare", *names, "--catalog", path, "--output", tmp_path / "sheet.csv")
    assert ran.code == 2
    assert "at most 40" in ran.err


def test_a_sizing_sheet_wants_a_rate_unless_all_models_have_prices_in_the_currency(
    run: Run, tmp_path: Path
) -> None:
    """Figures in dollars under another currency would be wrong."""
    built = sheet_catalog()
    first = built.models[0]
    euros = tuple(price.but(currency="EUR") for price in first.prices)
    both = built.but(models=(first.but(prices=(*first.prices, *euros)), *built.models[1:]))
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(both))
    asked = ("--catalog", path, "--currency", "EUR", "--output")
    assert run("compare", "alpha", *asked, tmp_path / "facts.md", "--sheet", "facts").code == 0
    assert run("compare", "alpha", *asked, tmp_path / "one.md", *SIZING).code == 0
    ran = run("compare", "alpha", "beta-mini", *asked, tmp_path / "two.md", *SIZING)
    assert ran.code == 2
    assert "has no prices in EUR; --rate R converts" in ran.err
    assert not (tmp_path / "two.md").exists()
