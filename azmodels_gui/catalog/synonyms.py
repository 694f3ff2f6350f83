# SPDX-License-Identifier: MIT
"""What people call things: places, use cases and capabilities, in English and German.

The catalogue names each by one term; who types has another on the tongue: cities, countries' usual
names, words of clients. Wherever something can be typed, these words find it.
"""

from collections.abc import Mapping

from azmodels_gui.catalog.countries import Country, country_of
from azmodels_gui.catalog.document import DataZone, Region

_CITIES: Mapping[str, tuple[str, ...]] = {
    "australiacentral": ("Canberra",),
    "australiacentral2": ("Canberra",),
    "australiaeast": ("New South Wales", "Sydney"),
    "australiasoutheast": ("Victoria", "Melbourne"),
    "austriaeast": ("Vienna", "Wien"),
    "belgiumcentral": ("Brussels", "Brüssel"),
    "brazilsouth": ("Sao Paulo",),
    "brazilsoutheast": ("Rio", "Rio de Janeiro"),
    "canadacentral": ("Toronto",),
    "canadaeast": ("Quebec",),
    "centralindia": ("Pune",),
    "centralus": ("Iowa",),
    "chilecentral": ("Santiago",),
    "denmarkeast": ("Copenhagen", "Kopenhagen"),
    "eastasia": ("Hong Kong",),
    "eastus": ("Virginia",),
    "eastus2": ("Virginia",),
    "francecentral": ("Paris",),
    "francesouth": ("Marseille",),
    "germanynorth": ("Berlin",),
    "germanywestcentral": ("Frankfurt", "Frankfurt am Main"),
    "indonesiacentral": ("Jakarta",),
    "italynorth": ("Milan", "Mailand", "Milano"),
    "japaneast": ("Tokyo", "Tokio", "Saitama"),
    "japanwest": ("Osaka",),
    "jioindiacentral": ("Nagpur",),
    "jioindiawest": ("Jamnagar",),
    "koreacentral": ("Seoul",),
    "koreasouth": ("Busan",),
    "malaysiawest": ("Kuala Lumpur",),
    "mexicocentral": ("Querétaro",),
    "newzealandnorth": ("Auckland",),
    "northcentralus": ("Illinois", "Chicago"),
    "northeurope": ("Dublin",),
    "norwayeast": ("Oslo",),
    "norwaywest": ("Stavanger",),
    "polandcentral": ("Warsaw", "Warschau"),
    "qatarcentral": ("Doha",),
    "southafricanorth": ("Johannesburg",),
    "southafricawest": ("Cape Town", "Kapstadt"),
    "southcentralus": ("Texas", "San Antonio"),
    "southeastasia": ("Singapore", "Singapur"),
    "southindia": ("Chennai",),
    "spaincentral": ("Madrid",),
    "swedencentral": ("Gävle", "Gavle"),
    "switzerlandnorth": ("Zurich", "Zürich"),
    "switzerlandwest": ("Geneva", "Genf"),
    "uaecentral": ("Abu Dhabi",),
    "uaenorth": ("Dubai",),
    "uksouth": ("London",),
    "ukwest": ("Cardiff",),
    "westcentralus": ("Wyoming",),
    "westeurope": ("Amsterdam",),
    "westindia": ("Mumbai",),
    "westus": ("California", "Kalifornien"),
    "westus2": ("Washington",),
    "westus3": ("Phoenix", "Arizona"),
}
"""Where a region is, as Azure's list of regions has it (`physicalLocation`), with the German name.

Where the list names a country or a state alone, the city that stands for the region follows.
"""
_COMPASS = frozenset({"North", "East", "South", "West"})
_COUNTRIES: Mapping[str, tuple[str, ...]] = {
    "AE": ("United Arab Emirates", "Emirates", "Emirate", "VAE"),
    "CH": ("Suisse", "Svizzera"),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "Great Britain", "Britain", "England", "Großbritannien"),
    "KR": ("South Korea", "Südkorea"),
    "NL": ("Holland", "the Netherlands", "die Niederlande"),
    "US": ("USA", "America", "Amerika"),
}
"""By ISO code: what else a country is called."""
_ZONES: Mapping[str, tuple[str, ...]] = {
    "EU": ("Europe", "Europa", "European Union", "Europäische Union"),
    "US": ("USA",),
    "APAC": ("Asia", "Asien", "Asia Pacific", "Asien-Pazifik"),
}


def region_words(region: Region) -> tuple[str, ...]:
    """Return what else a region is called: its cities and its country."""
    country = country_of(region)
    named = () if country is None else country_words(country)
    return (*_CITIES.get(region.id, ()), *named)


def short_region(name: str) -> str:
    """Return a region's name with points of the compass but the last word as letters.

    "Germany West Central" is "Germany W. Central", "West Europe" is "W. Europe".
    """
    *words, last = name.split(" ")
    return " ".join([*(f"{word[0]}." if word in _COMPASS else word for word in words), last])


def country_words(country: Country) -> tuple[str, ...]:
    """Return what a country is called in both languages."""
    return (country.name.en, country.name.de, *_COUNTRIES.get(country.code, ()))


def zone_words(zone: DataZone) -> tuple[str, ...]:
    """Return what else a data zone is called."""
    return _ZONES.get(zone.id, ())


SYNONYMS: Mapping[str, tuple[str, ...]] = {
    # use cases
    "chat-support": ("helpdesk", "service desk", "chatbot", "Kundendienst", "Kundensupport"),
    "knowledge-chatbot": ("Q&A", "knowledge base", "intranet", "Wissensdatenbank", "Wissenssuche"),
    "document-analysis": ("contracts", "summarise", "Vertragsprüfung", "Zusammenfassung"),
    "document-extraction": ("invoices", "receipts", "Texterkennung", "Rechnungen", "Belege"),
    "complex-analysis": ("maths", "planning", "Mathematik", "Planung"),
    "high-end-reasoning": ("thinking", "Nachdenken"),
    "deep-research": ("deep research", "Tiefenrecherche"),
    "standard-text": ("summaries", "mails", "Zusammenfassungen", "Textarbeit"),
    "fast-frugal": ("cheap", "small", "low latency", "günstig", "billig", "klein"),
    "high-volume-api": ("bulk", "throughput", "Massenverarbeitung", "Durchsatz"),
    "code": ("coding", "programming", "software", "Programmieren", "Softwareentwicklung"),
    "agents-tools": ("agentic", "automation", "RPA", "Automatisierung"),
    "model-routing": ("router", "Weiterleitung"),
    "multimodal": ("vision", "pictures", "photos", "Fotos", "Bildverstehen"),
    "realtime-voice": (
        "voicebot",
        "phone",
        "call centre",
        "call center",
        "Telefonie",
        "Callcenter",
    ),
    "transcription-tts": ("speech", "dictation", "subtitles", "STT", "Mitschrift", "Vorlesen"),
    "translation": ("translate", "interpreter", "Übersetzen", "Dolmetschen"),
    "image-generation": ("drawing", "picture", "Bildgenerierung", "Bilderzeugung", "Grafik"),
    "video-generation": ("film", "clip", "Videogenerierung"),
    "embeddings-search": ("vector", "semantic search", "Vektoren", "Vektorsuche"),
    "creative-writing": ("copywriting", "marketing", "Werbetexte"),
    "local-open-weights": (
        "open source",
        "on premises",
        "on-prem",
        "Open Weights",
        "eigene Hardware",
    ),
    "copilot-integration": ("Office", "plugin"),
    # capabilities
    "reasoning": ("thinking", "Denken", "Nachdenken"),
    "vision": ("picture", "photo", "OCR", "Bilder", "Fotos", "Bildverstehen"),
    "document-input": ("Dokumente", "files", "Dateien"),
    "audio": ("sound", "voice", "Ton", "Stimme", "Sprache"),
    "realtime": ("live", "low latency"),
    "speech-to-text": ("STT", "transcription", "Transkription", "Spracherkennung", "Diktat"),
    "diarization": ("diarisation", "Diarisierung", "speakers"),
    "text-to-speech": ("TTS", "voice", "Sprachausgabe", "Vorlesen"),
    "embeddings": ("vector", "Vektoren"),
    "rerank": ("reranking", "reranker", "Sortierung"),
    "structured-outputs": ("JSON schema", "Strukturierte Ausgabe"),
    "function-calling": ("function calling", "tools", "Funktionsaufrufe", "Werkzeuge"),
    "computer-use": ("RPA", "Bildschirm"),
    "web-search": ("internet", "grounding", "Internetsuche"),
    "coding-agent": ("coding", "programming", "Programmieren"),
    "prompt-caching": ("cache", "cached", "Zwischenspeicher"),
    "fine-tuning": ("finetuning", "training", "Nachtrainieren", "Anpassung"),
    "priority-processing": ("priority", "Vorrang"),
}
"""By the id of the use case or capability; an id of both serves both."""
