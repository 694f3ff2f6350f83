# SPDX-License-Identifier: MIT
"""Further words for use cases and capabilities, as clients say them in English and German.

The catalogue names each by one term; who searches has another on the tongue. What is in its
names and descriptions already is not repeated here.
"""

from collections.abc import Mapping

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
