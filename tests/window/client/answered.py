# SPDX-License-Identifier: MIT
"""Answers of `az` about the sample catalogue, and a client that holds them."""

from pathlib import Path

from azmodels_gui.clients.client import Client
from azmodels_gui.clients.taking import AnswerFile, taken
from azmodels_gui.clients.tenant import Tenant
from tests.builders import TODAY
from tests.clients.answers import account, as_bytes, counter, deployment, listed, sku

LARGE, MINI = "OpenAI.GlobalStandard.alpha", "OpenAI.GlobalStandard.beta"
REGION = "germanywestcentral"
ANSWERS = {
    "models.json": [
        listed("alpha-large", "2026-03-05", sku("GlobalStandard", LARGE), location=REGION),
        listed("gamma", "1", sku("Standard", "OpenAI.Standard.gamma"), location=REGION),
    ],
    f"usage-{REGION}.json": [counter(LARGE, 95, 100), counter(MINI, 0, 0)],
    "deployments.json": [
        deployment("chat", "alpha-large", "2026-03-05", versionUpgradeOption="NoAutoUpgrade"),
        deployment("old", "gamma", "1"),
    ],
    "accounts.json": [account("contoso-ai", REGION)],
}


def written(folder: Path) -> list[Path]:
    """Write the answers as files, and return their paths."""
    for name, document in ANSWERS.items():
        (folder / name).write_bytes(as_bytes(document, encoding="utf-16"))
    return [folder / name for name in ANSWERS]


def tenant() -> Tenant:
    """Return what the answers tell."""
    files = [AnswerFile(name, as_bytes(document), TODAY) for name, document in ANSWERS.items()]
    return taken(files, Tenant(salt="s"), [REGION]).tenant


def client(**more: object) -> Client:
    """Return a client whose subscription answered."""
    return Client(name="Contoso AG", tenant=tenant()).but(**more)
