# SPDX-License-Identifier: MIT
"""What stands beside the charts: warnings, checks, every step, assumptions, sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from azmodels_gui.calculator.asking import Answer
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.plan import Planned
from azmodels_gui.calculator.steps import plan_steps, steps
from azmodels_gui.calculator.wording import HEADINGS, sentence
from azmodels_gui.catalog.document import Catalog, Source
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.profile_answer import ProfileAnswer
from azmodels_gui.window.calculator.profile_bar import MoneyWords

CONTEXT = "CalculatorExplanation"


@dataclass(frozen=True)
class Line:
    """One line; a name stands before the text, a link opens a source."""

    text: str
    name: str = ""
    url: str = ""
    kind: str = ""
    """Id of a warning: those of one kind are folded."""

    @property
    def plain(self) -> str:
        """The line without form."""
        told = f"{self.name}: {self.text}" if self.name else self.text
        return f"{told} <{self.url}>" if self.url else told


@dataclass(frozen=True)
class Part:
    """Lines under a heading."""

    key: str
    heading: str
    lines: tuple[Line, ...]


def parts_of(
    answer: Answer, profile: ProfileAnswer, catalog: Catalog, money: MoneyWords
) -> tuple[Part, ...]:
    """Return everything there is to say of both answers, in the money's language."""
    language = money.language
    found = answer.estimate
    if found is None:
        why = () if answer.refusal is None else (Line(sentence(answer.refusal, language)),)
        return _filled([Part("warnings", tr(_NO_RESULT), why)])
    warnings = tuple(Line(sentence(said, language), kind=said.id.value) for said in found.cautions)
    checks = tuple(Line(sentence(said, language)) for said in found.checks)
    return _filled(
        [
            Part("steps", tr(HEADINGS["steps"]), tuple(_steps(found, language))),
            Part("warnings", tr(_WARNINGS).format(count=len(warnings)), warnings),
            _profile(found, profile, language),
            Part("checks", tr(HEADINGS["checks"]), checks),
            Part("assumptions", tr(_ASSUMPTIONS), tuple(_assumptions(found, money))),
            Part("sources", tr(_SOURCES), tuple(_sources(found, catalog, money))),
        ]
    )


def plan_parts(told: Planned | None, language: str) -> tuple[Part, ...]:
    """Return how the total of a plan came about and what must be known of its pools."""
    if told is None:
        return ()
    lines = tuple(
        Line(f"{step.formula} = {step.result}" if step.formula else step.result, step.name)
        for step in plan_steps(told.plan, told.names, language)
    )
    said = tuple(Line(sentence(each, language), kind=each.id.value) for each in told.plan.cautions)
    head = tr(_PLAN)
    return _filled([Part("plan", head, lines), Part("warnings", tr(_PLAN_WARNINGS), said)])


def _profile(found: Estimate, profile: ProfileAnswer, language: str) -> Part:
    """Return what only the load profile has to say: why there is no curve, or what is odd."""
    said = [] if profile.refusal is None else [profile.refusal]
    if profile.estimate is not None:
        said += [each for each in profile.estimate.cautions if each not in found.cautions]
    if found.refusal is not None:
        said = []  # the same reason stands among the warnings already
    return Part("profile", tr(_PROFILE), tuple(Line(sentence(each, language)) for each in said))


def plain_text(parts: tuple[Part, ...]) -> str:
    """Return the parts as text for the clipboard."""
    blocks = ("\n".join([part.heading, *(line.plain for line in part.lines)]) for part in parts)
    return "\n\n".join(blocks)


def _filled(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.lines)


def _steps(found: Estimate, language: str) -> Iterator[Line]:
    for step in steps(found, language):
        text = f"{step.formula} = {step.result}" if step.formula else step.result
        yield Line(text, step.name)


def _assumptions(found: Estimate, money: MoneyWords) -> Iterator[Line]:
    for said in found.assumptions:
        yield Line(sentence(said, money.language))
    if money.converts:
        yield Line(
            tr(_RATE).format(
                currency=money.currency,
                rate=formats.number(money.rate.normalize(), money.language),
                base=money.catalog_currency,
            )
        )


def _sources(found: Estimate, catalog: Catalog, money: MoneyWords) -> Iterator[Line]:
    wanted = set(found.sources)
    for source in catalog.sources:
        if source.id in wanted:
            yield Line(_dated(source, money), url=source.url or "")


def _dated(source: Source, money: MoneyWords) -> str:
    return f"{source.title}, {formats.partial_day(source.as_of, money.language)}"


_PLAN = N_("How the total was reckoned")
_PLAN_WARNINGS = N_("Warnings about the plan")
_NO_RESULT = N_("No result")
_WARNINGS = N_("Warnings ({count})")
_PROFILE = N_("Load profile")
_ASSUMPTIONS = N_("Assumptions")
_SOURCES = N_("Sources")
_RATE = N_(
    "Headline and charts are in {currency} at {rate} {currency} for 1 {base}, the rate you "
    "stated. The steps are in {base}."
)
