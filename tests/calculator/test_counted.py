# SPDX-License-Identifier: MIT
"""What a model can be asked for, what must be stated, and what each thing costs in its unit."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from azmodels_gui.calculator.counted import Count, countable
from azmodels_gui.calculator.deployment import Deployment, sized
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.payg import PaygTerms, payg_request
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Entry, Modalities
from azmodels_gui.catalog.facts import Capability, Price
from azmodels_gui.catalog.terms import Scope, TokenCategory, Unit
from tests.builders import TODAY, entry, price, version
from tests.calculator.samples import GLOBAL_PTU, GPT_5_2, deployment

TERMS = PaygTerms(place=Place(Scope.GLOBAL, None), day=TODAY)


def model(into: str, out: str, *prices: Price, **more: Any) -> Entry:
    modalities = Modalities(input=tuple(into.split()), output=tuple(out.split()), source="types")
    return entry(modalities=modalities, prices=prices, **more)


def request(beside: dict[Count, str], **text: Any) -> Workload:
    amounts = {count: Decimal(amount) for count, amount in beside.items()}
    return Workload(requests_per_minute=1, beside=amounts, **{"input_tokens": 0} | text)


REALTIME = model(
    "text audio image",
    "text audio",
    price("4"),
    price("0.4", TokenCategory.CACHED_INPUT),
    price("16", TokenCategory.OUTPUT),
    price("32", TokenCategory.AUDIO_INPUT),
    price("0.4", TokenCategory.CACHED_AUDIO_INPUT),
    price("64", TokenCategory.AUDIO_OUTPUT),
    price("5", TokenCategory.IMAGE_INPUT),
)
CHAT = model("text image", "text", price("2"), price("8", TokenCategory.OUTPUT))
IMAGE_MODEL = model("text image", "image", price("5"), price("40", TokenCategory.IMAGE_OUTPUT))
BY_IMAGE = model("text", "image", price("0.04", TokenCategory.IMAGE, unit=Unit.IMAGE))
BY_HOUR = model("audio", "text", price("0.36", TokenCategory.AUDIO, unit=Unit.HOUR))
BY_MINUTE = model("audio", "text", price("0.017", TokenCategory.AUDIO, unit=Unit.MINUTE))
SPEAKING = model(
    "text", "audio", price("15", TokenCategory.CHARACTERS, unit=Unit.MILLION_CHARACTERS)
)
VIDEO = model("text", "video", price("0.1", TokenCategory.VIDEO_OUTPUT, unit=Unit.SECOND))
PAGES = model("image", "text", price("3", TokenCategory.PAGE, unit=Unit.THOUSAND_PAGES))
SEARCH = model("text", "text", price("2", TokenCategory.SEARCH, unit=Unit.THOUSAND_SEARCHES))
EMBEDDING = model("text", "embedding", price("0.13"))
EITHER_WAY = model(
    "text",
    "image",
    price("5"),
    price("47", TokenCategory.IMAGE_OUTPUT),
    price("0.05", TokenCategory.IMAGE, unit=Unit.IMAGE),
)


@pytest.mark.parametrize(
    ("one", "known"),
    [
        pytest.param(CHAT, "input_tokens output_tokens image_input_tokens", id="chat that sees"),
        pytest.param(
            REALTIME,
            "input_tokens cached_tokens output_tokens audio_input_tokens "
            "cached_audio_input_tokens audio_output_tokens image_input_tokens",
            id="speech both ways",
        ),
        pytest.param(
            IMAGE_MODEL, "input_tokens image_input_tokens image_output_tokens", id="image tokens"
        ),
        pytest.param(BY_IMAGE, "images", id="by the image"),
        pytest.param(BY_HOUR, "audio_minutes", id="by the hour"),
        pytest.param(SPEAKING, "characters", id="by characters"),
        pytest.param(VIDEO, "video_seconds", id="by the second"),
        pytest.param(PAGES, "document_pages", id="by pages"),
        pytest.param(SEARCH, "searches", id="by searches"),
        pytest.param(EMBEDDING, "input_tokens", id="embeddings"),
        pytest.param(
            model("text audio", "text audio"),
            "input_tokens cached_tokens output_tokens audio_input_tokens audio_output_tokens",
            id="no price at all: by its modalities",
        ),
        pytest.param(
            entry(modalities=None), "input_tokens cached_tokens output_tokens", id="nothing known"
        ),
        pytest.param(
            entry(modalities=None, prices=(price("0.02", TokenCategory.IMAGE, unit=Unit.IMAGE),)),
            "images",
            id="modalities unknown: as it is priced",
        ),
        pytest.param(
            entry(prices=(price("25", TokenCategory.AUDIO_INPUT, fine_tuned=True),)),
            "input_tokens cached_tokens output_tokens",
            id="prices of fine-tuned models are for others",
        ),
    ],
)
def test_a_model_is_asked_for_what_it_knows(one: Entry, known: str) -> None:
    assert [count.value for count in countable(one)] == known.split()


@pytest.mark.parametrize(
    ("one", "workload", "cost"),
    [
        pytest.param(
            REALTIME,
            request({Count.AUDIO_INPUT: "600", Count.AUDIO_OUTPUT: "1200"}),
            Fraction(600 * 32 + 1_200 * 64, 10**6),
            id="audio tokens",
        ),
        pytest.param(
            REALTIME,
            request(
                {
                    Count.AUDIO_INPUT: "600",
                    Count.CACHED_AUDIO_INPUT: "200",
                    Count.AUDIO_OUTPUT: "1200",
                    Count.IMAGE_INPUT: "85",
                },
                input_tokens=100,
                cached_tokens=40,
                output_tokens=10,
            ),
            Fraction(400 * 32 + 1_200 * 64 + 85 * 5 + 60 * 4 + 10 * 16, 10**6)
            + Fraction(200 * 4 + 40 * 4, 10**7),
            id="each token once, by its own price",
        ),
        pytest.param(
            IMAGE_MODEL,
            request({Count.IMAGE_OUTPUT: "6240"}, input_tokens=50),
            Fraction(50 * 5 + 6_240 * 40, 10**6),
            id="image tokens",
        ),
        pytest.param(BY_IMAGE, request({Count.IMAGES: "3"}), Fraction(12, 100), id="images"),
        pytest.param(
            BY_HOUR, request({Count.AUDIO_MINUTES: "2.5"}), Fraction(15, 1_000), id="hours"
        ),
        pytest.param(
            BY_MINUTE, request({Count.AUDIO_MINUTES: "2.5"}), Fraction(425, 10_000), id="minutes"
        ),
        pytest.param(
            SPEAKING, request({Count.CHARACTERS: "1800"}), Fraction(27, 1_000), id="characters"
        ),
        pytest.param(VIDEO, request({Count.VIDEO_SECONDS: "12"}), Fraction(12, 10), id="video"),
        pytest.param(PAGES, request({Count.PAGES: "7"}), Fraction(21, 1_000), id="pages"),
        pytest.param(SEARCH, request({Count.SEARCHES: "1"}), Fraction(2, 1_000), id="searches"),
        pytest.param(
            EITHER_WAY, request({Count.IMAGES: "2"}), Fraction(1, 10), id="images, not tokens"
        ),
    ],
)
def test_each_thing_costs_what_its_unit_costs(
    one: Entry, workload: Workload, cost: Fraction
) -> None:
    found = payg_request(one, workload, TERMS)
    assert found.cautions == ()
    assert found.cost is not None
    assert Fraction(found.cost) == cost


def test_what_a_chat_model_sees_is_part_of_its_prompt() -> None:
    """Case B2: 765 tokens of an image and 235 of text are a prompt of 1,000."""
    seen = request({Count.IMAGE_INPUT: "765"}, input_tokens=235, cached_tokens=100, output_tokens=9)
    text = request({}, input_tokens=1_000, cached_tokens=100, output_tokens=9)
    with_cache = model(
        "text image",
        "text",
        price("2"),
        price("0.5", TokenCategory.CACHED_INPUT),
        price("8", TokenCategory.OUTPUT),
        ptu=(GPT_5_2,),
    )
    found = payg_request(with_cache, seen, TERMS)
    assert found.cost == Decimal(900 * 2 + 9 * 8 + 50) / 10**6
    assert found.cost == payg_request(with_cache, text, TERMS).cost
    sizes = [sized(deployment(with_cache, each, kind=GLOBAL_PTU)) for each in (seen, text)]
    assert sizes[0].size == sizes[1].size
    assert AssumptionId.IMAGES_AS_PROMPT in {said.id for said in sizes[0].assumptions}
    assert AssumptionId.IMAGES_AS_PROMPT not in {said.id for said in sizes[1].assumptions}


@pytest.mark.parametrize(
    ("one", "known"),
    [
        pytest.param(IMAGE_MODEL, False, id="an image model has a price of its own, here unknown"),
        pytest.param(entry(prices=(price("2"),)), False, id="a model that does not see"),
        pytest.param(REALTIME, True, id="a price of its own"),
    ],
)
def test_image_tokens_of_other_models_are_no_text(one: Entry, known: bool) -> None:
    seen = request({Count.IMAGE_INPUT: "85"})
    found = payg_request(one, seen, TERMS)
    assert [part.count for part in found.parts] == [Count.IMAGE_INPUT]
    assert (found.cost is not None) is known


@pytest.mark.parametrize(
    ("capabilities", "said"),
    [
        pytest.param((Capability(id="reasoning", source="types"),), True, id="it reasons"),
        pytest.param(
            (Capability(id="reasoning", supported=False, source="types"),), False, id="it does not"
        ),
        pytest.param((), False, id="not known"),
    ],
)
def test_reasoning_is_said_to_be_output(capabilities: tuple[Capability, ...], said: bool) -> None:
    one = entry("gpt-x", version("1", capabilities=capabilities), ptu=(GPT_5_2,))
    found = sized(deployment(one, kind=GLOBAL_PTU))
    ids = {each.id for each in found.assumptions}
    assert (AssumptionId.REASONING_IS_OUTPUT in ids) is said


def test_a_third_of_a_cent_is_kept_to_28_digits() -> None:
    dollar_an_hour = model("audio", "text", price("1", TokenCategory.AUDIO, unit=Unit.HOUR))
    found = payg_request(dollar_an_hour, request({Count.AUDIO_MINUTES: "1"}), TERMS)
    assert found.cost is not None
    assert abs(Fraction(found.cost) - Fraction(1, 60)) < Fraction(1, 10**28)


@pytest.mark.parametrize(
    ("one", "options"),
    [
        pytest.param(REALTIME, ("--audio-input", "--audio-output"), id="speech"),
        pytest.param(IMAGE_MODEL, ("--image-output",), id="images by tokens"),
        pytest.param(BY_HOUR, ("--audio-minutes",), id="speech by the hour"),
        pytest.param(SPEAKING, ("--characters",), id="text to speech"),
        pytest.param(VIDEO, ("--video-seconds",), id="video"),
        pytest.param(PAGES, ("--document-pages",), id="pages"),
        pytest.param(SEARCH, ("--searches",), id="searches"),
        pytest.param(EITHER_WAY, ("--image-output|--images",), id="one of two"),
    ],
)
def test_text_alone_is_refused_with_the_option_to_use(one: Entry, options: tuple[str, ...]) -> None:
    text = Workload(requests_per_minute=1, input_tokens=600, output_tokens=1_200)
    with pytest.raises(Refusal) as refused:
        Deployment(entry=one, deployment_type=GLOBAL_PTU, loads=(MonthLoad.of_peak(text),))
    assert refused.value.statement.id is RefusalId.NOT_STATED
    assert refused.value.statement.data["options"] == options


@pytest.mark.parametrize(
    ("one", "workload"),
    [
        pytest.param(CHAT, request({}, input_tokens=1), id="text of a model that also sees"),
        pytest.param(EMBEDDING, request({}, input_tokens=1), id="embeddings"),
        pytest.param(
            REALTIME,
            request({Count.AUDIO_INPUT: "0", Count.AUDIO_OUTPUT: "0"}, input_tokens=1),
            id="a zero is a statement",
        ),
    ],
)
def test_what_is_stated_is_taken(one: Entry, workload: Workload) -> None:
    made = Deployment(entry=one, deployment_type=GLOBAL_PTU, loads=(MonthLoad.of_peak(workload),))
    assert made.workloads == (workload,)


def test_an_answer_measured_in_two_ways_is_refused() -> None:
    twice = request({Count.IMAGE_OUTPUT: "1000", Count.IMAGES: "1"})
    with pytest.raises(Refusal) as refused:
        Deployment(entry=EITHER_WAY, deployment_type=GLOBAL_PTU, loads=(MonthLoad.of_peak(twice),))
    assert refused.value.statement.id is RefusalId.STATED_TWICE


def test_a_price_of_another_unit_is_not_taken() -> None:
    found = payg_request(BY_IMAGE, request({Count.MEGAPIXELS: "1"}), TERMS)
    assert found.cost is None
    (said,) = found.cautions
    assert said.id is CautionId.PRICE_IN_OTHER_UNIT
    assert said.data["options"] == ("--images",)


def test_cached_audio_is_part_of_the_audio() -> None:
    with pytest.raises(Refusal) as refused:
        request({Count.AUDIO_INPUT: "5", Count.CACHED_AUDIO_INPUT: "6"})
    assert refused.value.statement.id is RefusalId.PARTS_ABOVE_INPUT
