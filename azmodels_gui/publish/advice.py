# SPDX-License-Identifier: MIT
"""The article the project starts from: checks that our texts restate all of its advice."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

from msgspec import convert

from azmodels_gui.publish.editorial import Editorial, load_editorial
from azmodels_gui.publish.editorial_files import (
    AdviceModelsFile,
    RecommendationText,
    read_editorial,
)
from azmodels_gui.publish.facts import SPEECH_SERVICE, AnyFact, NamedFact, NoteFact
from azmodels_gui.publish.ledger import Ledger

NOTE_TOPICS = {
    "capacity_models": "capacity",
    "rules_of_thumb": "rules-of-thumb",
    "decision_questions": "decision",
    "operations_checklist": "operations",
}
"""Sections of general advice, and the topic under which our general notes restate them."""


@dataclass(frozen=True)
class AdviceRecord:
    """What the article recommends for one use case."""

    use_case: str
    german: str
    models: tuple[str, ...]
    """Groups are resolved; spelled as the article does."""
    start_with: Literal["payg", "provisioned"] | None
    """None: it gives no advice on capacity."""
    switch: str
    """When to change to PTU; empty: it does not say."""
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class AdviceReader:
    """Reads the article against our own texts; see `advice_reader`."""

    editorial: Editorial
    groups: Mapping[str, tuple[str, ...]]
    source: str
    ledger: Ledger

    def facts(self, article: Mapping[str, Any]) -> Iterator[AnyFact]:
        """Yield the models it names and the limits it states; settle each element."""
        for section, content in article.items():
            elements = content if isinstance(content, list) else [content]
            if isinstance(content, dict):
                elements = [{"part": name, "says": said} for name, said in content.items()]
            for number, element in enumerate(elements, start=1):
                place = f"{section}, element {number}"
                read = partial(self._element, section, element, place)
                yield from self.ledger.attempt(self.source, place, element, read)

    def _element(self, section: str, element: Any, place: str, ledger: Ledger) -> Iterable[AnyFact]:
        row = ledger.read(self.source, place, json.dumps(element, ensure_ascii=False))
        reason, facts = self._settle(section, element, place)
        ledger.refuse(row, reason) if reason else ledger.use(row)
        return facts

    def _settle(self, section: str, element: Any, place: str) -> tuple[str, list[AnyFact]]:
        """Return why the element gives nothing (empty: it does), and its facts."""
        match section:
            case "use_cases_by_model_group" | "capacity_advice_by_use_case":
                record = advice_record(element, self.groups)
                named = [
                    NamedFact(name=name, source=self.source, row=place) for name in record.models
                ]
                return self._untold(record), list(named)
            case "other_providers":
                return self._unknown_provider(element["provider"]), []
            case "speech_service_versus_realtime":
                return self._speech(element["part"], element["says"], place)
            case "region_facts_2025":
                return "state of 2025; the dated availability matrices replace it", []
            case "about":
                return "describes the file", []
        topic = NOTE_TOPICS.get(section)
        return self._no_note(topic) if topic else "unknown section", []

    def _untold(self, record: AdviceRecord) -> str:
        """Return what our use cases fail to restate of a record; empty if nothing."""
        use_case = self.editorial.advice.get(record.use_case)
        if use_case is None:
            return "no use case of ours restates it"
        texts = [
            text
            for ours in self.editorial.files.use_cases.use_case
            if ours.id == use_case
            for text in ours.recommendation
            if text.source == self.source
        ]
        if not any(_restates(text, record) for text in texts):
            return f"no recommendation of our use case {use_case} has these models and this start"
        return ""

    def _no_note(self, topic: str) -> str:
        notes = self.editorial.files.notes.note
        told = any(note.topic == topic and note.source == self.source for note in notes)
        return "" if told else f"no general note of ours on {topic} restates it"

    def _unknown_provider(self, name: str) -> str:
        known = {provider.name for provider in self.editorial.providers}
        return "" if name in known else "no provider of ours has this name"

    def _speech(self, part: str, says: Any, place: str) -> tuple[str, list[AnyFact]]:
        if part == "azure_speech_service":
            return self._speech_service(place)
        if part != "gpt_realtime":
            return self._no_note("speech"), []
        tokens = says["preview_limits"]["tokens_per_minute"]
        requests = says["preview_limits"]["requests_per_minute"]
        return "", [
            NoteFact(
                name=name,
                source=self.source,
                row=place,
                note_en=f"Limits in preview, as of 2025: {tokens:,} tokens and "
                f"{requests:,} requests per minute.",
                note_de=f"Grenzwerte in der Vorschau, Stand 2025: {_german(tokens)} Token und "
                f"{_german(requests)} Anfragen pro Minute.",
            )
            for name in self.groups.get(part, ())
        ]

    def _speech_service(self, place: str) -> tuple[str, list[AnyFact]]:
        if not any(service.id == SPEECH_SERVICE for service in self.editorial.services):
            return "no text of ours on the speech service restates it", []
        named = NamedFact(name=SPEECH_SERVICE, source=self.source, row=place, provider="Microsoft")
        return "", [named]


def advice_reader(editorial: Path) -> Callable[[Path, str, Ledger], Iterable[AnyFact]]:
    """Return the parser of the article, which compares it with our texts in a folder."""
    groups = load_groups(editorial / "advice_models.toml")
    return partial(read_advice, editorial=load_editorial(editorial), groups=groups)


def read_advice(
    path: Path,
    source: str,
    ledger: Ledger,
    *,
    editorial: Editorial,
    groups: Mapping[str, tuple[str, ...]],
) -> Iterator[AnyFact]:
    """Yield the models that the article names; an element we do not restate is refused."""
    article = json.loads(path.read_text(encoding="utf-8"))
    return AdviceReader(editorial, groups, source, ledger).facts(article)


def load_groups(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the models of each group by the name the article gives it.

    Raises:
        EditorialFault: a group is incomplete or has a misspelled key.
    """
    return {group.name: group.models for group in read_editorial(path, AdviceModelsFile).group}


def advice_record(
    element: Mapping[str, Any], groups: Mapping[str, tuple[str, ...]]
) -> AdviceRecord:
    """Return one element of the article's use cases as a record."""
    named = convert(element["models"], tuple[str, ...])
    models = (model for name in named for model in groups.get(name, (name,)))
    start = str(element.get("start", "")).partition(" ")[0]
    return AdviceRecord(
        use_case=element["use_case"],
        german=element["de"],
        models=tuple(dict.fromkeys(models)),
        start_with=_start(start),
        switch=element.get("switch_to_ptu", ""),
        reasons=tuple(element.get("reasons", ())) or tuple(filter(None, [element.get("why")])),
    )


def _start(word: str) -> Literal["payg", "provisioned"] | None:
    match word:
        case "PAYG":
            return "payg"
        case "PTU":
            return "provisioned"
    return None


def _restates(text: RecommendationText, record: AdviceRecord) -> bool:
    same_models = set(text.models) == set(record.models)
    same_switch = bool(record.switch) == (text.switch is not None)
    return same_models and text.start_with == record.start_with and same_switch


def _german(number: int) -> str:
    return f"{number:,}".replace(",", ".")
