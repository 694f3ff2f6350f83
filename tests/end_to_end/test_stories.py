# SPDX-License-Identifier: MIT
"""The stories of `stories.py`, each in a window of its own on a real display."""

import json
import os
from pathlib import Path

import pytest

from azmodels_gui.publish.build import catalog_bytes
from tests.builders import shipped_catalog
from tests.end_to_end.stories import main
from tests.forked import ran
from tests.storage.nginx import running

pytestmark = [
    pytest.mark.onscreen,
    pytest.mark.skipif(
        not os.environ.get("DISPLAY"), reason="needs a display: run it under xvfb-run"
    ),
]


def tell(story: str, *arguments: str, home: Path) -> None:
    """Tell a story in a process of its own and fail with what it printed."""
    environment = {name: each for name, each in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment["AZMODELS_CONFIG_DIR"] = str(home)
    ended = ran(main, story, *arguments, environment=environment, folder=home)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "on offscreen" not in ended.stdout
    assert "Traceback" not in ended.stderr, ended.stderr


def test_which_models_are_offered_in_germany_west_central_and_how(tmp_path: Path) -> None:
    tell("click_region", "--language", "en", home=tmp_path)


def test_chat_models_processed_in_the_eu_per_token_with_their_price(tmp_path: Path) -> None:
    tell("chat_in_the_eu_per_token", "--language", "en", home=tmp_path)


def test_is_gpt_5_2_offered_in_germany_west_central_and_how(tmp_path: Path) -> None:
    tell("gpt_5_2_in_germany_west_central", "--language", "en", home=tmp_path)


def test_a_model_is_found_by_a_sloppy_name(tmp_path: Path) -> None:
    tell("found_by_a_sloppy_name", "--language", "en", home=tmp_path)


def test_what_is_available_lasts_and_is_cheap_with_a_long_context(tmp_path: Path) -> None:
    tell("lasting_long_and_cheap", "--language", "en", home=tmp_path)


def test_a_language_switch_keeps_filter_and_selection(tmp_path: Path) -> None:
    tell("switch_language", "--language", "en", home=tmp_path)


def test_which_models_run_provisioned_inside_the_eu(tmp_path: Path) -> None:
    tell("provisioned_in_the_eu", "--language", "en", home=tmp_path)


def test_after_every_page_was_seen_filters_language_and_saving_still_work(tmp_path: Path) -> None:
    tell("walk_all_pages", "--language", "en", home=tmp_path)


def test_the_main_job_of_each_page_is_done_by_keys_alone(tmp_path: Path) -> None:
    tell("by_keyboard", "--language", "en", home=tmp_path)


def test_five_models_are_pinned_and_compared(tmp_path: Path) -> None:
    tell("compare_five", "--language", "en", home=tmp_path)


def test_four_questions_lead_from_nothing_to_a_short_list(tmp_path: Path) -> None:
    tell("guide_to_a_short_list", "--language", "en", "--today", "2026-11-29", home=tmp_path)


def test_speech_stands_beside_realtime_models(tmp_path: Path) -> None:
    told = ("--language", "en", "--today", "2026-11-29")
    tell("speech_against_realtime", *told, home=tmp_path)


def test_what_replaces_gpt_4o_where_i_am(tmp_path: Path) -> None:
    tell("what_replaces_gpt_4o", "--language", "en", "--today", "2026-11-29", home=tmp_path)


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_500_employees_cost_a_month(language: str, tmp_path: Path) -> None:
    tell("five_hundred_employees", "--language", language, home=tmp_path)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_client_from_three_answers_to_the_dossier(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))
    tell("client_from_answers", "--language", language, home=tmp_path)


def test_from_which_load_on_do_ptu_pay(tmp_path: Path) -> None:
    tell("when_do_ptu_pay", "--language", "en", home=tmp_path)


def test_which_models_take_pdf_and_reason_with_high(tmp_path: Path) -> None:
    tell("pdf_and_high_reasoning", "--language", "en", home=tmp_path)


def test_three_models_provisioned_in_one_eu_region(tmp_path: Path) -> None:
    tell("three_provisioned_in_one_eu_region", "--language", "en", home=tmp_path)


def test_refreshing_from_nginx_reading_what_is_new_and_going_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))
    bundled = shipped_catalog()
    single = next(model for model in bundled.models if len(model.versions) == 1)
    models = tuple(model for model in bundled.models if model is not single)
    newer = bundled.but(serial=bundled.serial + 1, models=models)
    with running(tmp_path / "nginx") as nginx:
        (nginx.root / "catalog.json").write_bytes(catalog_bytes(newer))
        url = f"{nginx.url}/catalog.json"
        tell("refresh_and_go_back", "--language", "en", "--catalog-url", url, home=tmp_path)


def test_the_window_comes_back_as_it_was_left(tmp_path: Path) -> None:
    tell("leave", home=tmp_path)
    tell("come_back", home=tmp_path)


def test_an_unreadable_catalogue_shows_the_bundled_one_and_says_why(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.json"
    document = {
        "schema_version": "1.0",
        "serial": 1,
        "published": "2026-11-22",
        "models": [{"id": "x", "provider": "y", "versions": []}],
    }
    damaged.write_text(json.dumps(document))
    tell("read_the_bar", "--language", "en", "--catalog", str(damaged), home=tmp_path)
