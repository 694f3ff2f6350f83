# SPDX-License-Identifier: MIT
"""What global, data zone and regional mean for data: where processed, where stored.

Our words for what the page on deployment types says (source `deployment-types`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.terms import Scope

SCOPE_SOURCE = "deployment-types"
"""Id of the source behind these texts."""


@dataclass(frozen=True)
class ScopeMeaning:
    """What one scope means for data."""

    processed: LocalText
    """Where prompts and answers are processed."""
    stored: LocalText
    """Where data rests."""
    keeps: LocalText
    """Which promise can be made to a client."""


_STORED = LocalText(
    en="In the Azure geography you choose.",
    de="In der gewählten Azure-Geografie.",
)

SCOPE_MEANINGS: Mapping[Scope, ScopeMeaning] = {
    Scope.REGIONAL: ScopeMeaning(
        processed=LocalText(
            en="In the region you choose; for operation perhaps in another region of the same "
            "Azure geography.",
            de="In der gewählten Region; aus betrieblichen Gründen eventuell in einer anderen "
            "Region derselben Azure-Geografie.",
        ),
        stored=_STORED,
        keeps=LocalText(
            en="“Processed in Germany” needs a regional deployment in a German region.",
            de="„Verarbeitet in Deutschland“ verlangt eine regionale Bereitstellung in einer "
            "deutschen Region.",
        ),
    ),
    Scope.DATA_ZONE: ScopeMeaning(
        processed=LocalText(
            en="Anywhere inside the data zone of the region you choose, in several countries if "
            "the zone has them.",
            de="Überall in der Datenzone der gewählten Region, auch in mehreren Ländern, wenn die "
            "Zone sie umfasst.",
        ),
        stored=_STORED,
        keeps=LocalText(
            en="“Processed inside the EU data zone” needs a data-zone or regional deployment in "
            "a region of the zone.",
            de="„Verarbeitet in der EU-Datenzone“ verlangt eine Datenzonen- oder regionale "
            "Bereitstellung in einer Region der Zone.",
        ),
    ),
    Scope.GLOBAL: ScopeMeaning(
        processed=LocalText(
            en="In any Azure region that runs the model, wherever the deployment was created.",
            de="In jeder Azure-Region, die das Modell betreibt, gleich wo die Bereitstellung "
            "angelegt wurde.",
        ),
        stored=LocalText(
            en=f"{_STORED.en} The developer tier promises nothing.",
            de=f"{_STORED.de} Die Entwicklungsstufe sagt nichts zu.",
        ),
        keeps=LocalText(
            en="No promise where data is processed: a global deployment created in Germany may "
            "process elsewhere.",
            de="Keine Zusage, wo Daten verarbeitet werden: Eine in Deutschland angelegte globale "
            "Bereitstellung kann anderswo verarbeiten.",
        ),
    ),
}
"""From the narrowest to the widest."""

NO_LEGAL_ADVICE = LocalText(
    en="This page restates published documents with their dates. It is no legal advice: what "
    "counts is your contract with Microsoft and your own assessment.",
    de="Diese Seite gibt veröffentlichte Dokumente mit ihrem Stand wieder. Sie ist keine "
    "Rechtsberatung: Maßgeblich sind Ihr Vertrag mit Microsoft und Ihre eigene Prüfung.",
)
