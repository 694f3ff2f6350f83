# SPDX-License-Identifier: MIT
"""Words of the field for the window, marked for translation here and translated when shown.

The catalogue brings its own texts in both languages; these are for the ids the program
itself knows. An id without a label is shown as it is.
"""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Labels"

STAGES = {
    "preview": QT_TRANSLATE_NOOP("Labels", "Preview"),
    "generally_available": QT_TRANSLATE_NOOP("Labels", "Generally available"),
    "legacy": QT_TRANSLATE_NOOP("Labels", "Legacy"),
    "deprecated": QT_TRANSLATE_NOOP("Labels", "Deprecated"),
    "retired": QT_TRANSLATE_NOOP("Labels", "Retired"),
    "unknown": QT_TRANSLATE_NOOP("Labels", "Unknown stage"),
    "past_date": QT_TRANSLATE_NOOP("Labels", "Past its date"),
}
STAGE_CHIPS = {
    **STAGES,
    "generally_available": QT_TRANSLATE_NOOP("Labels", "Available"),
    "unknown": QT_TRANSLATE_NOOP("Labels", "Unknown"),
    "past_date": QT_TRANSLATE_NOOP("Labels", "Overdue"),
}
"""Short forms for cells of the table."""
BILLING = {
    "payg": QT_TRANSLATE_NOOP("Labels", "Pay as you go"),
    "provisioned": QT_TRANSLATE_NOOP("Labels", "Provisioned (PTU)"),
    "batch": QT_TRANSLATE_NOOP("Labels", "Batch"),
}
SCOPES = {
    "global": QT_TRANSLATE_NOOP("Labels", "Global"),
    "data_zone": QT_TRANSLATE_NOOP("Labels", "Data zone"),
    "regional": QT_TRANSLATE_NOOP("Labels", "Regional"),
}
AVAILABILITY = {
    "offered": QT_TRANSLATE_NOOP("Labels", "offered"),
    "not_offered": QT_TRANSLATE_NOOP("Labels", "not offered"),
    "conflict": QT_TRANSLATE_NOOP("Labels", "conflicting sources"),
    "unknown": QT_TRANSLATE_NOOP("Labels", "unknown"),
    "does_not_apply": QT_TRANSLATE_NOOP("Labels", "does not apply"),
}
YES_NO = {
    "offered": QT_TRANSLATE_NOOP("Labels", "yes"),
    "not_offered": QT_TRANSLATE_NOOP("Labels", "no"),
    "conflict": QT_TRANSLATE_NOOP("Labels", "conflicting sources"),
    "unknown": QT_TRANSLATE_NOOP("Labels", "unknown"),
}
FIGURES = {
    "unknown": QT_TRANSLATE_NOOP("Labels", "unknown"),
    "expired": QT_TRANSLATE_NOOP("Labels", "expired"),
}
FACETS = {
    "use_cases": QT_TRANSLATE_NOOP("Labels", "Use case"),
    "regions": QT_TRANSLATE_NOOP("Labels", "Region and data zone"),
    "data_zones": QT_TRANSLATE_NOOP("Labels", "Data zone"),
    "deployment_types": QT_TRANSLATE_NOOP("Labels", "Capacity model"),
    "providers": QT_TRANSLATE_NOOP("Labels", "Provider"),
    "stages": QT_TRANSLATE_NOOP("Labels", "Stage"),
    "modalities": QT_TRANSLATE_NOOP("Labels", "Modality"),
    "capabilities": QT_TRANSLATE_NOOP("Labels", "Capability"),
}
GEOGRAPHY_GROUPS = {
    "Africa": QT_TRANSLATE_NOOP("Labels", "Africa"),
    "Asia Pacific": QT_TRANSLATE_NOOP("Labels", "Asia Pacific"),
    "Canada": QT_TRANSLATE_NOOP("Labels", "Canada"),
    "Europe": QT_TRANSLATE_NOOP("Labels", "Europe"),
    "Mexico": QT_TRANSLATE_NOOP("Labels", "Mexico"),
    "Middle East": QT_TRANSLATE_NOOP("Labels", "Middle East"),
    "South America": QT_TRANSLATE_NOOP("Labels", "South America"),
    "UK": QT_TRANSLATE_NOOP("Labels", "United Kingdom"),
    "US": QT_TRANSLATE_NOOP("Labels", "United States"),
}
MODALITY_SIDES = {
    "in": QT_TRANSLATE_NOOP("Labels", "Input"),
    "out": QT_TRANSLATE_NOOP("Labels", "Output"),
}
MODALITIES = {
    "audio": QT_TRANSLATE_NOOP("Labels", "Audio"),
    "code": QT_TRANSLATE_NOOP("Labels", "Code"),
    "document": QT_TRANSLATE_NOOP("Labels", "Documents"),
    "embedding": QT_TRANSLATE_NOOP("Labels", "Embeddings"),
    "embeddings": QT_TRANSLATE_NOOP("Labels", "Embeddings"),
    "file": QT_TRANSLATE_NOOP("Labels", "Files"),
    "image": QT_TRANSLATE_NOOP("Labels", "Images"),
    "pdf": QT_TRANSLATE_NOOP("Labels", "PDF"),
    "speech": QT_TRANSLATE_NOOP("Labels", "Speech"),
    "text": QT_TRANSLATE_NOOP("Labels", "Text"),
    "video": QT_TRANSLATE_NOOP("Labels", "Video"),
}


def label(table: Mapping[str, object], name: str) -> str:
    """Return the word for an id in the language on show; an unknown id as it is."""
    source = table.get(name)
    return name if source is None else QCoreApplication.translate(CONTEXT, str(source))
