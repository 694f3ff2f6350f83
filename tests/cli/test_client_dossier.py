# SPDX-License-Identifier: MIT
"""`azmodels dossier FILE.azclient`: what the client's file asks for, in every format."""

import base64
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.calculator import scenarios
from azmodels_gui.calculator.inputs import EXAMPLE, Inputs, LoadFrom
from azmodels_gui.calculator.kept_load import key_of, packed
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import query_text
from azmodels_gui.clients.client import Client, View, client_bytes
from azmodels_gui.clients.taking import AnswerFile, taken
from azmodels_gui.clients.tenant import Tenant
from azmodels_gui.sheets.formats import FORMATS
from tests.cli.ran import Ran, Run
from tests.cli.test_compare import DAY, sheets_file
from tests.cli.test_dossier import headings
from tests.clients.answers import as_bytes, counter, deployment, listed, sku

__all__ = ["sheets_file"]
ALPHA = ("alpha", "2026-03-05")
INPUTS = Inputs(
    model=ALPHA[0],
    version=ALPHA[1],
    region="eastus2",
    requests_per_minute=Decimal(900),
    payg_discount_percent=Decimal(12),
)


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))


def calculator(*inputs: Inputs, together: bool = False) -> dict[str, Any]:
    shown = scenarios.one(inputs[0]).added(*inputs[1:]).run_together(together)
    kept = {"scenarios": scenarios.written(shown), "at": 0, "together": together}
    return {"calculator": kept}


def write(path: Path, **told: Any) -> Path:
    path.write_bytes(client_bytes(Client(name="Contoso AG", **told)))
    return path


def dossier(run: Run, catalog: Path, client: Path, output: Path, *more: object) -> Ran:
    asked = ("--catalog", catalog, "--language", "en", *DAY, "--output", output)
    return run("dossier", client, *more, *asked)


def text_of(run: Run, catalog: Path, client: Path, *more: object) -> str:
    output = client.with_suffix(".md")
    ran = dossier(run, catalog, client, output, *more)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    return output.read_text("utf-8-sig")


def test_pins_place_and_scenarios_are_chapters(run: Run, sheets_file: Path, tmp_path: Path) -> None:
    agreed = replace(INPUTS, agreed_on="2026-11-20")
    asked = CatalogQuery(use_cases=frozenset({"chat", "gone"}), regions=frozenset({"atlantis"}))
    view = View(filter=query_text(asked), pages=calculator(agreed))
    path = write(tmp_path / "c.azclient", pinned=(ALPHA,), view=view)
    text = text_of(run, sheets_file, path)
    assert headings(text)[:4] == [
        *("Guide", "Sizing and cost: alpha 2026-03-05"),
        *("Model comparison", "Region coverage: alpha 2026-03-05"),
    ]
    assert "Contoso AG" in text
    assert "those of the client, as of 20 Nov 2026" in text


def test_scenarios_side_by_side_and_as_a_plan(run: Run, sheets_file: Path, tmp_path: Path) -> None:
    other = replace(INPUTS, deployment_type="GlobalProvisionedManaged")
    for together, title in ((False, "2 scenarios"), (True, "2 deployments together")):
        view = View(pages=calculator(INPUTS, other, together=together))
        path = write(tmp_path / "c.azclient", view=view)
        assert any(title in each for each in headings(text_of(run, sheets_file, path)))


def test_a_load_profile_travels_in_the_file(run: Run, sheets_file: Path, tmp_path: Path) -> None:
    data = packed(LoadProfile.of([900] * 60 + [30] * 1_380), None)
    key = key_of(data)
    inputs = replace(INPUTS, load_from=LoadFrom.PROFILE, profile_file="load.csv", profile_key=key)
    loads = {key: base64.b64encode(data).decode()}
    path = write(tmp_path / "c.azclient", view=View(pages=calculator(inputs)), loads=loads)
    with_load = text_of(run, sheets_file, path)
    path = write(tmp_path / "c.azclient", view=View(pages=calculator(INPUTS)))
    assert with_load != text_of(run, sheets_file, path)


def test_damaged_loads_and_pictures_are_passed_over(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    key = "a" * 32
    inputs = replace(INPUTS, load_from=LoadFrom.PROFILE, profile_file="load.csv", profile_key=key)
    view = View(pages=calculator(inputs), sheet={"logo": str(tmp_path / "logo.png")})
    for logo in ("A", "aGVsbG8="):
        path = write(tmp_path / "c.azclient", view=view, loads={key: "A"}, logo=logo)
        ran = dossier(run, sheets_file, path, tmp_path / "d.md")
        assert ran.code == 0
        assert "c.azclient: logo.png cannot be a logo" in ran.err
        assert "Contoso AG" in (tmp_path / "d.md").read_text("utf-8-sig")


def test_options_hold_before_the_file_and_its_money_is_used(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    money = {"currency": "EUR", "rate": "0,92", "rate_for": "EUR", "rate_day": "2026-11-22"}
    view = View(money=money, sheet={"author": "A. Muster", "approval": True})
    path = write(tmp_path / "c.azclient", pinned=(ALPHA,), view=view)
    text = text_of(run, sheets_file, path, "--parts", "comparison", "--author", "B. Muster")
    assert "0.92" in text
    assert "22 Nov 2026" in text
    assert "B. Muster" in text
    assert "A. Muster" not in text
    assert headings(text)[0] == "Model comparison"


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format(run: Run, sheets_file: Path, tmp_path: Path, ending: str) -> None:
    path = write(tmp_path / "c.azclient", pinned=(ALPHA,), view=View(pages=calculator(INPUTS)))
    output = tmp_path / f"d.{ending}"
    assert dossier(run, sheets_file, path, output).code == 0
    assert output.stat().st_size > 1_000


def test_models_that_the_catalogue_does_not_have_are_named(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    path = write(tmp_path / "c.azclient", pinned=(ALPHA, ("gone", "1")))
    ran = dossier(run, sheets_file, path, tmp_path / "d.md")
    assert ran.code == 0
    assert "the catalogue has no gone 1" in ran.err
    path = write(tmp_path / "c.azclient", pinned=(("gone", "1"),))
    ran = dossier(run, sheets_file, path, tmp_path / "d.md")
    assert ran.code == 2
    assert "names no model of this catalogue" in ran.err


def test_a_damaged_file_is_refused_in_words(run: Run, sheets_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.azclient"
    path.write_bytes(b"broken")
    ran = dossier(run, sheets_file, path, tmp_path / "d.md")
    assert "cannot be used as a client's file" in ran.err
    assert not (tmp_path / "d.md").exists()


def test_a_load_that_nobody_stated_is_no_chapter(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    example = replace(EXAMPLE, model=ALPHA[0], version=ALPHA[1])
    path = write(tmp_path / "c.azclient", pinned=(ALPHA,), view=View(pages=calculator(example)))
    assert headings(text_of(run, sheets_file, path))[0] == "Model comparison"


def test_what_the_subscriptions_tell_is_a_chapter_and_holds_the_sizing(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    counted = "OpenAI.GlobalStandard.alpha"
    documents = (
        [listed(*ALPHA, sku("GlobalStandard", counted), location="eastus2")],
        [counter(counted, 5, 10)],
        [deployment("chat", *ALPHA)],
    )
    files = [
        AnswerFile(f"{at}-eastus2.json", as_bytes(each), date(2026, 11, 20))
        for at, each in enumerate(documents)
    ]
    tenant = taken(files, Tenant(salt="s"), ["eastus2"]).tenant
    told = {"pinned": (ALPHA,), "tenant": tenant}
    asked = replace(INPUTS, deployment_type="GlobalProvisionedManaged")
    client = write(tmp_path / "c.azclient", **told, view=View(pages=calculator(asked)))
    text = text_of(run, sheets_file, client).replace("\N{NO-BREAK SPACE}", " ")
    assert "Deployments, as of 20 Nov 2026" in text
    assert "5,000 of 10,000 TPM left in East US 2 (20 Nov 2026)" in text
    bare = write(tmp_path / "bare.azclient", pinned=(ALPHA,))
    assert "What the subscriptions tell" not in text_of(run, sheets_file, bare)


def test_the_chapter_without_a_file_says_what_it_needs(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    asked = ("--parts", "client", "--output", tmp_path / "x.md", "--catalog", sheets_file)
    assert "--client-file" in run("dossier", "alpha", *asked).err
