# SPDX-License-Identifier: MIT
"""Retirements by days left, and as a calendar that other programs read."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.document import Alias, Catalog, entries
from azmodels_gui.catalog.facts import Lifecycle, ModelVersion
from azmodels_gui.catalog.radar import LINE_BYTES, Retirement, calendar_bytes, retirements
from azmodels_gui.catalog.terms import Stage
from tests.builders import TODAY, catalog, model, version


def retiring(name: str, day: date | None, **more: Any) -> ModelVersion:
    more.setdefault("stage", Stage.GENERALLY_AVAILABLE)
    return ModelVersion(
        version=name, lifecycle=Lifecycle(retirement_date=day, source="schedule", **more)
    )


SOON, LATER, PAST = date(2026, 12, 1), date(2027, 6, 1), date(2026, 11, 1)
SAMPLE = catalog(
    model("gpt-later", retiring("1", LATER)),
    model(
        "gpt-soon",
        retiring("1", SOON, replacements=("gpt-next", "gpt-next (1)", "Unknown one", "NEXT")),
        retiring("2", None),
    ),
    model("gpt-gone", retiring("1", PAST, stage=Stage.RETIRED)),
    model("gpt-overdue", retiring("1", PAST, replacements=("gpt-gone 1",))),
    model("gpt-next", version("1"), version("2"), aliases=(Alias(name="next"),)),
)


def found(document: Catalog = SAMPLE, **more: Any) -> tuple[Retirement, ...]:
    return retirements(entries(document), document, TODAY, **more)


def test_what_comes_first_is_told_first_and_what_is_over_is_not() -> None:
    assert [(each.entry.title, each.days_left) for each in found()] == [
        ("gpt-overdue 1", -21),
        ("gpt-soon 1", 9),
        ("gpt-later 1", 191),
    ]
    assert len(found(within_days=9)) == 2
    assert len(found(within_days=8)) == 1


def test_successors_are_entries_where_the_catalogue_has_them() -> None:
    overdue, soon, _ = found()
    titles = [each.entry.title if each.entry else None for each in soon.successors]
    assert titles == ["gpt-next 2", "gpt-next 1", None, "gpt-next 2"]
    assert [each.usable for each in soon.successors] == [True, True, False, True]
    (gone,) = overdue.successors
    assert gone.entry is not None
    assert not gone.usable


def unfolded(data: bytes) -> list[str]:
    text = data.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_the_calendar_has_an_event_with_a_reminder_for_each() -> None:
    lines = unfolded(calendar_bytes(found(), SAMPLE, "en"))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert lines.count("BEGIN:VEVENT") == lines.count("BEGIN:VALARM") == 3
    assert "DTSTART;VALUE=DATE:20261201" in lines
    assert "DTEND;VALUE=DATE:20261202" in lines
    assert lines.count("TRIGGER:-P60D") == 3
    assert "SUMMARY:gpt-soon 1: retirement" in lines
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 3


def test_it_is_deterministic_and_keeps_its_ids() -> None:
    later = SAMPLE.but(serial=SAMPLE.serial + 1, published=date(2026, 12, 1))
    first, second = (calendar_bytes(found(each), each, "de") for each in (SAMPLE, later))
    assert first == calendar_bytes(found(), SAMPLE, "de")
    assert first != second

    def of(data: bytes, name: str) -> list[str]:
        return [line for line in unfolded(data) if line.startswith(name)]

    assert of(first, "UID:") == of(second, "UID:")
    assert of(first, "SEQUENCE:") < of(second, "SEQUENCE:")


def test_it_speaks_german_and_names_source_and_day() -> None:
    lines = unfolded(calendar_bytes(found(), SAMPLE, "de"))
    assert "SUMMARY:gpt-soon 1: Abschaltung" in lines
    told = next(line for line in lines if line.startswith("DESCRIPTION:Nachfolger: gpt-next\\, "))
    assert "Quelle: Document schedule\\, Stand 2026-10-05" in told
    assert "Stand 2026-11-22" in told


def test_a_date_that_is_the_earliest_says_so() -> None:
    document = catalog(model("gpt-x", retiring("1", SOON, retirement_not_before=True)))
    assert b"no earlier than this day" in calendar_bytes(found(document), document, "en")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("a;b,c\\d", id="signs of the format"),
        pytest.param("a\r\nEND:VCALENDAR", id="a line that would end the calendar"),
        pytest.param("ü" * 150, id="two bytes a letter"),
        pytest.param("😀" * 60, id="four bytes a letter"),
    ],
)
def test_no_name_breaks_the_form(name: str) -> None:
    document = catalog(model(name, retiring("1", SOON)))
    data = calendar_bytes(found(document), document, "en")
    assert all(len(line) <= LINE_BYTES for line in data.split(b"\r\n"))
    lines = unfolded(data)
    assert lines.count("END:VCALENDAR") == 1
    assert all(":" in line for line in lines)


def unescaped(text: str) -> str:
    return (
        text.replace("\\\\", "\0")
        .replace("\\n", "\n")
        .replace("\\,", ",")
        .replace("\\;", ";")
        .replace("\0", "\\")
    )


@given(
    name=st.text(
        st.characters(
            exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Co", "Cn"), exclude_characters="\xa0"
        ),
        min_size=1,
        max_size=180,
    )
)
def test_every_name_comes_back(name: str) -> None:
    document = catalog(model(name, retiring("1", SOON)))
    lines = unfolded(calendar_bytes(found(document), document, "en"))
    summary = next(line for line in lines if line.startswith("SUMMARY:"))
    told = "".join(letter for letter in name if letter.isprintable())
    assert unescaped(summary.removeprefix("SUMMARY:")) == f"{told} 1: retirement"


def test_the_last_day_there_is_has_no_end() -> None:
    document = catalog(model("a", retiring("1", date.max)))
    lines = unfolded(calendar_bytes(found(document), document, "en"))
    assert "DTSTART;VALUE=DATE:99991231" in lines
    assert not [line for line in lines if line.startswith("DTEND")]
