# SPDX-License-Identifier: MIT
"""Load profiles from the metrics of Azure Monitor."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.measured_load import MeasuredLoad, MeasuredRequest, measured_load
from azmodels_gui.calculator.metrics_answer import UnreadableMetrics, read_answer
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from tests.calculator.metrics_samples import (
    NO_TOTAL,
    answer,
    metric,
    requests,
    series,
    tokens_in,
    tokens_out,
)

CHAT = {"modeldeploymentname": "chat"}
CODE = {"modeldeploymentname": "code"}


def load_of(*answers: bytes, chosen: Mapping[str, str] | None = None) -> MeasuredLoad:
    return measured_load([each for data in answers for each in read_answer(data)], chosen)


def refusal_of(*answers: bytes, chosen: Mapping[str, str] | None = None) -> Refusal:
    with pytest.raises(Refusal) as refused:
        load_of(*answers, chosen=chosen)
    return refused.value


def ids(load: MeasuredLoad) -> list[object]:
    return [said.id for said in (*load.profile.cautions, *load.profile.assumptions)]


def test_requests_by_minute_become_a_load_profile() -> None:
    profile = load_of(answer(requests(series([10, 30.0, 20], **CHAT)))).profile
    assert list(profile.requests) == [10, 30, 20]
    assert (profile.peak, profile.missing_minutes) == (30, 0)
    assert profile.cautions == ()
    assert [said.id for said in profile.assumptions] == [
        AssumptionId.METRIC_SERIES,
        AssumptionId.EVERY_STATUS,
        AssumptionId.SERIES_SCALED,
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(answer(requests(series([7])), interval="0:01:00"), id="as the CLI writes it"),
        pytest.param(answer(metric("ModelRequests", series([7]))), id="the metric of all models"),
        pytest.param(
            answer(requests(series([7])), metric("Latency", {"no": "series"})),
            id="with a metric that is not needed",
        ),
        pytest.param(answer(requests({"data": series([7])["data"]})), id="without dimensions"),
        pytest.param(b"\xef\xbb\xbf" + answer(requests(series([7]))), id="with a byte order mark"),
        pytest.param(
            answer(requests(series([7]))).decode().encode("utf-16"), id="as PowerShell saves it"
        ),
    ],
)
def test_the_ways_an_answer_is_written(data: bytes) -> None:
    assert list(load_of(data).profile.requests) == [7]


def test_minutes_without_a_total_are_missing_and_not_zero() -> None:
    gaps = series([4, NO_TOTAL, None, 0, 6], **CHAT)
    gaps["data"].append(series([8], start=9)["data"][0])
    profile = load_of(answer(requests(gaps))).profile
    assert list(profile.requests) == [4, 0, 6, 8]
    assert profile.missing_minutes == 6
    assert profile.cautions[-1].data == {"missing": 6, "present": 4}


def test_series_are_added_and_that_is_said() -> None:
    ok = series([10, 20], **CHAT, statuscode="200")
    turned_away = series([1, 2], **CHAT, statuscode="429")
    load = load_of(answer(requests(ok, turned_away)))
    assert list(load.profile.requests) == [11, 22]
    (said,) = (each for each in load.profile.assumptions if each.id is AssumptionId.METRIC_SERIES)
    assert said.data["series"] == (
        "modeldeploymentname=chat statuscode=200",
        "modeldeploymentname=chat statuscode=429",
    )


def test_a_series_that_is_silent_while_another_reports_counts_as_zero() -> None:
    silent = series([NO_TOTAL, 3, NO_TOTAL], **CHAT)
    load = load_of(answer(requests(silent, series([1, 1, None, None, 7], **CODE))))
    assert list(load.profile.requests) == [1, 4, 7]
    assert load.profile.missing_minutes == 2
    (said,) = (one for one in load.profile.assumptions if one.id is AssumptionId.SILENCE_IS_ZERO)
    assert said.data == {"count": 2}


def test_a_rare_status_takes_no_minute_away() -> None:
    """60 minutes of 100 requests, and 40 turned away in every tenth: 104 on average."""
    turned_away = series([40 if at % 10 == 0 else NO_TOTAL for at in range(60)], statuscode="429")
    profile = load_of(answer(requests(series([100] * 60, statuscode="200"), turned_away))).profile
    assert (profile.minutes, profile.missing_minutes) == (60, 0)
    assert (profile.total_requests, profile.peak) == (60 * 104, 140)


def test_a_series_is_chosen_by_its_dimensions_in_any_case() -> None:
    data = answer(requests(series([1], **CHAT), series([5], **CODE)))
    load = load_of(data, chosen={"ModelDeploymentName": "CODE"})
    assert list(load.profile.requests) == [5]
    assert CautionId.DEPLOYMENTS_ADDED not in ids(load)


def test_with_the_status_chosen_nothing_is_said_of_requests_turned_away() -> None:
    data = answer(requests(series([1], statuscode="200"), series([5], statuscode="429")))
    assert AssumptionId.EVERY_STATUS not in ids(load_of(data, chosen={"StatusCode": "200"}))


@pytest.mark.parametrize(
    ("some", "said"),
    [
        pytest.param([series([1], **CHAT)], None, id="one deployment"),
        pytest.param([series([1])], CautionId.METRICS_NOT_SPLIT, id="not split"),
        pytest.param(
            [series([1], **CHAT), series([1], **CODE)], CautionId.DEPLOYMENTS_ADDED, id="several"
        ),
    ],
)
def test_requests_of_other_deployments_are_warned_of(
    some: list[dict[str, Any]], said: CautionId | None
) -> None:
    cautions = [each.id for each in load_of(answer(requests(*some))).profile.cautions]
    assert cautions == ([] if said is None else [said])


def test_several_answers_are_one_series() -> None:
    first = answer(requests(series([1, 2], **CHAT)))
    second = answer(requests(series([3], start=4, **CHAT)))
    profile = load_of(second, first).profile
    assert sorted(profile.requests) == [1, 2, 3]
    assert profile.missing_minutes == 2


def test_a_minute_of_two_answers_is_refused() -> None:
    data = answer(requests(series([1], **CHAT)))
    refused = refusal_of(data, data)
    assert refused.statement.id is RefusalId.MINUTES_TWICE
    assert refused.statement.data["minute"] == "2026-03-02T09:00Z"


def test_the_average_request_is_measured_where_tokens_and_requests_are_known() -> None:
    load = load_of(
        answer(
            requests(series([10, 30, NO_TOTAL], **CHAT)),
            tokens_in(series([4_000, NO_TOTAL, 9_000], **CHAT)),
            tokens_out(series([500, 1_500], **CHAT)),
        )
    )
    assert load.request == MeasuredRequest(Decimal(400), Decimal(50))


def test_tokens_of_one_deployment_are_not_spread_over_the_requests_of_two() -> None:
    both = requests(series([10], **CHAT), series([10], **CODE))
    load = load_of(answer(both, tokens_in(series([4_000], **CHAT))))
    assert load.request.input_tokens is None


def test_a_third_of_a_token_is_rounded_to_a_thousandth() -> None:
    load = load_of(answer(requests(series([3])), tokens_in(series([100]))))
    assert load.request == MeasuredRequest(Decimal("33.333"), None)


@pytest.mark.parametrize(
    "tokens",
    [
        pytest.param([], id="no metric of tokens"),
        pytest.param([tokens_in()], id="no series"),
        pytest.param([tokens_in(series([NO_TOTAL], **CHAT))], id="no total"),
        pytest.param([tokens_in(series([900], start=5, **CHAT))], id="other minutes"),
        pytest.param([tokens_in(series([900], **CODE))], id="another deployment's"),
        pytest.param([tokens_in(series([900]))], id="not split as the requests are"),
        pytest.param(
            [tokens_in(series([900], **CHAT)), metric("InputTokens", series([900], **CHAT))],
            id="two metrics of the same",
        ),
    ],
)
def test_the_average_request_is_unknown_with(tokens: list[dict[str, Any]]) -> None:
    data = answer(requests(series([3], **CHAT)), *tokens)
    assert load_of(data, chosen=CHAT).request == MeasuredRequest(None, None)


@pytest.mark.parametrize(
    ("point", "place"),
    [
        pytest.param({"total": -1}, "data[1].total: -1", id="negative"),
        pytest.param({"total": 1.5}, "data[1].total: 1.5", id="half a request"),
        pytest.param({"total": "7"}, "data[1].total: 7", id="text"),
        pytest.param({"total": True}, "data[1].total: True", id="a truth value"),
        pytest.param({"total": 10**16}, "data[1].total: 1" + "0" * 16, id="absurd"),
        pytest.param({"timeStamp": None}, "data[1].timeStamp: None", id="no time"),
        pytest.param({"timeStamp": "soon"}, "data[1].timeStamp: soon", id="text for a time"),
        pytest.param(
            {"timeStamp": "2026-03-02T09:01:30Z"},
            "data[1].timeStamp: 2026-03-02T09:01:30Z",
            id="seconds",
        ),
        pytest.param(
            {"timeStamp": "2026-03-02T09:01:00"},
            "data[1].timeStamp: 2026-03-02T09:01:00",
            id="no time zone",
        ),
        pytest.param(
            {"timeStamp": "0001-01-01T00:00:00+14:00"},
            "data[1].timeStamp: 0001-01-01T00:00:00+14:00",
            id="before all time",
        ),
        pytest.param(
            {"timeStamp": "2026-03-02T10:00:00+01:00"},
            "data[1].timeStamp: 2026-03-02T10:00:00+01:00 (2x)",
            id="a minute that was there",
        ),
    ],
)
def test_bad_points_are_told_with_their_place(point: dict[str, Any], place: str) -> None:
    bad = series([1, 2], **CHAT)
    bad["data"][1] |= point
    with pytest.raises(UnreadableMetrics) as error:
        load_of(answer(tokens_in(), requests(series([1]), bad)))
    assert error.value.statement.data["count"] == 1
    assert error.value.statement.data["points"] == (f"value[1].timeseries[1].{place}",)


def test_of_many_bad_points_the_first_are_told() -> None:
    told = refusal_of(answer(requests(series([-1] * 100)))).statement.data
    assert told["count"] == 100
    points = told["points"]
    assert isinstance(points, tuple)
    assert len(points) == 5


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(b"", RefusalId.EMPTY_FILE, id="nothing"),
        pytest.param(b"time,requests\n", RefusalId.NO_JSON, id="a CSV file"),
        pytest.param(b"\xff\xfe\x00", RefusalId.NO_JSON, id="no text"),
        pytest.param(b"[" * 100_000, RefusalId.NO_JSON, id="too deep"),
        pytest.param(b'{"interval": NaN}', RefusalId.NO_JSON, id="NaN"),
        pytest.param(b'{"a": ' + b"9" * 5_000 + b"}", RefusalId.NO_JSON, id="endless digits"),
        pytest.param(b"[]", RefusalId.NO_METRICS, id="a list"),
        pytest.param(b"{}", RefusalId.NO_METRICS, id="an empty object"),
        pytest.param(answer(value=None), RefusalId.NO_METRICS, id="no values"),
        pytest.param(answer(value=[7]), RefusalId.NO_METRICS, id="a number for a metric"),
        pytest.param(answer(requests(timeseries={})), RefusalId.NO_METRICS, id="no series"),
        pytest.param(answer(requests({"data": 1})), RefusalId.NO_METRICS, id="no rows"),
        pytest.param(answer(requests({"data": [1]})), RefusalId.NO_METRICS, id="no row"),
        pytest.param(
            answer(requests({"metadatavalues": [{}], "data": []})),
            RefusalId.NO_METRICS,
            id="a dimension without a name",
        ),
        pytest.param(
            answer(requests(series([1])), interval="often"), RefusalId.ONE_TIME, id="one row"
        ),
        pytest.param(
            answer(requests(errorCode="InvalidSeries")), RefusalId.METRIC_FAILED, id="a failure"
        ),
        pytest.param(answer(tokens_in(series([1]))), RefusalId.METRIC_MISSING, id="tokens only"),
        pytest.param(answer(requests()), RefusalId.METRIC_MISSING, id="no series of requests"),
        pytest.param(
            answer(requests(series([1])), metric("ModelRequests", series([1]))),
            RefusalId.METRICS_TWICE,
            id="both metrics of requests",
        ),
        pytest.param(answer(requests(series([]))), RefusalId.NO_TOTALS, id="no row at all"),
        pytest.param(answer(requests(series([None]))), RefusalId.NO_TOTALS, id="no total at all"),
        pytest.param(answer(requests(series([0, 0]))), RefusalId.NO_LOAD, id="no request at all"),
        pytest.param(answer(requests(series([10**8]))), RefusalId.TOO_LARGE, id="absurdly many"),
    ],
)
def test_what_is_no_load_is_refused(data: bytes, refusal: RefusalId) -> None:
    assert refusal_of(data).statement.id is refusal


def test_the_place_of_what_is_missing_is_named() -> None:
    refused = refusal_of(answer(requests({"data": [1]})))
    assert refused.statement.data["place"] == "value[0].timeseries[0].data[0]"


@pytest.mark.parametrize("chosen", [{"modeldeploymentname": "chart"}, {"region": "eastus"}])
def test_a_series_that_is_not_there_is_refused_with_those_that_are(chosen: dict[str, str]) -> None:
    data = answer(requests(series([1], **CHAT), series([1], **CODE)))
    told = refusal_of(data, chosen=chosen).statement
    assert told.id is RefusalId.SERIES_UNKNOWN
    assert told.data["known"] == ("modeldeploymentname=chat", "modeldeploymentname=code")


@given(st.lists(st.one_of(st.none(), st.integers(0, 1_000)), min_size=1, max_size=200))
def test_every_minute_is_either_there_or_missing(totals: list[int | None]) -> None:
    known = [total for total in totals if total is not None]
    data = answer(requests(series(totals, **CHAT)))
    if not any(known):
        assert refusal_of(data).statement.id in {RefusalId.NO_LOAD, RefusalId.NO_TOTALS}
        return
    profile = load_of(data).profile
    assert list(profile.requests) == known
    assert profile.minutes + profile.missing_minutes == len(totals)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["interval", "value", "name", "timeseries", "data", "total"]), inner
            )
        ),
    )
)
def test_any_other_json_is_refused(document: Any) -> None:
    assert isinstance(refusal_of(json.dumps(document).encode()), Refusal)
