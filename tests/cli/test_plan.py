# SPDX-License-Identifier: MIT
"""`azmodels plan`: several deployments from a file, and files that cannot be used."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.calculator_runs import Call, assert_refused, caller, ids, json_of
from tests.cli.ran import Run

JSON = ("--format", "json")
HEADER = "name,model,deployment_type,region,rpm,input,output,cached,average"
CHAT = "chat,gpt-5.2,DataZoneProvisionedManaged,eastus2,1000,200,20,,52"
SEARCH = "search,gpt-5.2,DataZoneProvisionedManaged,East US 2,1000,200,20,50%,"
POOL = "DataZoneProvisionedManaged@eastus2"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.csv"


@pytest.fixture
def plan(run: Run, calculator_file: Path, path: Path) -> Call:
    call = caller(run, calculator_file, "plan")
    return lambda *options: call("--csv", path, *options)


def write(path: Path, *lines: str) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_deployments_are_rounded_each_and_reserved_together(plan: Call, path: Path) -> None:
    write(path, HEADER, CHAT, SEARCH)
    told = json_of(plan(*JSON))
    chat, search = told["deployments"]
    assert (chat["line"], chat["name"], chat["deployable_ptu"]) == (2, "chat", 110)
    assert (search["region"], search["deployable_ptu"]) == ("eastus2", 80)
    assert (chat["payg_monthly"], chat["average_load"]) == ("15783.77", "0.52")
    (pool,) = told["pools"]
    assert (pool["deployment_type"], pool["lines"]) == ("DataZoneProvisionedManaged", [2, 3])
    assert (pool["deployed_ptu"], pool["reserved_ptu"], pool["overage_ptu"]) == (190, 190, 0)
    assert pool["ptu_monthly"] == {"hour": "152570.00", "month": "54340.00", "year": "46170.00"}
    assert told["ptu_monthly"] == pool["ptu_monthly"]
    assert Decimal(told["payg_monthly"]) > Decimal("15783.77")
    assert "average_is_peak" in ids(search["assumptions"])
    assert "reserved_by_type" in ids(told["assumptions"])


def test_a_reservation_of_a_pool_and_its_overage(plan: Call, path: Path) -> None:
    write(path, HEADER, CHAT, SEARCH)
    told = json_of(plan("--reserve", f"{POOL}=100", "--discount", "10", *JSON))
    (pool,) = told["pools"]
    assert (pool["reserved_ptu"], pool["overage_ptu"]) == (100, 90)
    assert pool["ptu_monthly"]["year"] == "86913.00"  # 0.9 x (100 x 243 + 90 x 803)
    text = told["planned"]["text"]["en"]
    saved = Decimal(told["planned"]["monthly"]) - Decimal(told["payg_monthly"])
    assert f"Paid otherwise it would cost ${saved:,} less" in text  # of what the pool costs so
    by_the_hour = json_of(plan("--reserve", f"{POOL}=0", *JSON))
    pool = by_the_hour["pools"][0]
    assert (pool["reserved_ptu"], pool["overage_ptu"]) == (0, 190)
    assert pool["ptu_monthly"]["year"] == pool["ptu_monthly"]["hour"]
    write(path, HEADER, CHAT.replace("eastus2", ""))
    without_region = json_of(plan("--reserve", "DataZoneProvisionedManaged=50", *JSON))
    assert without_region["pools"][0]["region"] is None


def test_types_do_not_share_a_reservation(plan: Call, path: Path) -> None:
    write(path, HEADER, CHAT, SEARCH.replace("DataZone", "Global"))
    told = json_of(plan(*JSON))
    assert [pool["deployed_ptu"] for pool in told["pools"]] == [110, 80]
    assert told["ptu_monthly"]["year"] is None  # no price of a global year in the sample
    assert told["ptu_monthly"]["hour"] == "146730.00"  # 110 x 803 + 80 x 730


def test_the_text_has_the_deployments_the_pools_and_the_warnings(plan: Call, path: Path) -> None:
    write(path, HEADER, CHAT, SEARCH)
    out = plan("--reservation", "year").out
    assert out.startswith("All 2 together: $38,548.82 a month.\nchat, search: per token")
    (row,) = (line for line in out.splitlines() if line.startswith("  chat: gpt-5.2"))
    assert row.split()[-5:] == ["105.88", "110", "96.3%", "$15,783.77", "$15,783.77"]
    (pool,) = (line for line in out.splitlines() if "DataZoneProvisionedManaged" in line)
    assert pool.split() == ["DataZoneProvisionedManaged", "eastus2", "190", "190", "$46,170.00"]
    (whole,) = (line for line in out.splitlines() if line.startswith("  If all on PTU"))
    assert whole.split()[-2:] == ["$46,170.00", "+$7,621.18"]
    assert "! chat: A one-year reservation" in out
    assert "share a reservation" in out


def test_each_row_is_paid_its_way_and_the_sentence_says_so(plan: Call, path: Path) -> None:
    write(path, HEADER + ",way", CHAT + ",year", SEARCH + ",hour", CHAT.replace("chat", "c") + ",")
    told = json_of(plan(*JSON))
    planned = told["planned"]
    assert [each["way"] for each in told["deployments"]] == ["year", "hour", "payg"]
    assert [each["monthly"] for each in told["deployments"]] == [
        *("26730.00", "64240.00", "15783.77")
    ]
    (pool,) = planned["pools"]
    assert (pool["lines"], pool["deployed_ptu"]) == ([2, 3], 190)
    assert pool["paid_ptu"] == {"hour": 80, "month": 0, "year": 110}
    assert (pool["monthly"], planned["per_token"]) == ("90970.00", "15783.77")
    assert (planned["monthly"], planned["unknown_lines"]) == ("106753.77", [])
    assert planned["text"]["en"].startswith("All 3 together: $106,753.77 a month. chat, search: ")
    assert "110 reserved for a year, 80 by the hour" in planned["text"]["en"]
    assert planned["text"]["de"].startswith(
        "Alle 3 zusammen: 106.753,77\N{NO-BREAK SPACE}$ im Monat"
    )


def test_a_row_paid_per_token_needs_no_size(plan: Call, path: Path) -> None:
    write(
        path, HEADER + ",way", CHAT + ",year", "s,gpt-plain,GlobalProvisionedManaged,,1,1,1,,,payg"
    )
    told = json_of(plan(*JSON))
    assert "deployable_ptu" not in told["deployments"][1]
    assert told["planned"]["monthly"] is not None
    assert told["ptu_monthly"]["year"] is None
    out = plan().out
    assert "unknown: s" in out


def test_a_type_that_is_paid_per_token_says_how_its_row_is_paid(plan: Call, path: Path) -> None:
    standard = CHAT.replace("DataZoneProvisionedManaged", "DataZoneStandard")
    write(path, HEADER + ",way", standard + ",", SEARCH + ",year")
    chat, search = json_of(plan(*JSON))["deployments"]
    assert (chat["way"], chat["monthly"]) == ("payg", "15783.77")
    assert (search["way"], search["monthly"]) == ("year", "19440.00")
    write(path, HEADER + ",way", standard + ",year")
    assert_refused(plan(), "way 'year': DataZoneStandard is paid per token")


def test_a_total_with_an_unknown_part_says_which(plan: Call, path: Path) -> None:
    world = SEARCH.replace("DataZone", "Global")
    write(path, HEADER + ",way", CHAT + ",year", world + ",year")
    planned = json_of(plan(*JSON))["planned"]
    assert (planned["monthly"], planned["unknown_lines"]) == (None, [3])
    assert planned["known_monthly"] == "26730.00"
    assert "is unknown: search (no source states one)" in planned["text"]["en"]
    assert "unknown: search" in plan().out


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "\ufeffModel;Deployment_Type;RPM;Input;Output\r\n"
            "gpt-5.2;DataZoneProvisionedManaged;1000;200;20\r\n\r\n",
            id="semicolons, as Excel",
        ),
        pytest.param(
            "model,deployment_type,rpm,input,output,name,note,long_context\n"
            'gpt-5.2,DataZoneProvisionedManaged,1000,200,20,"chat, internal",asked Ms M,no\n',
            id="a comma inside a quoted cell, and a note",
        ),
        pytest.param(
            "model,deployment_type,rpm,input,output,cached_tokens,ptu\n"
            "gpt-5.2,DataZoneProvisionedManaged,1000,200,20,0,110\n",
            id="more columns",
        ),
    ],
)
def test_the_usual_ways_to_write_a_plan(plan: Call, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
    (only,) = json_of(plan(*JSON))["deployments"]
    assert only["deployable_ptu"] == 110


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param("a,gpt-9,Standard,,1,1,1,,", "line 2: unknown model 'gpt-9'", id="model"),
        pytest.param("a,gpt-5.2,Foo,,1,1,1,,", "unknown deployment type 'Foo'", id="type"),
        pytest.param(CHAT.replace("eastus2", "mars"), "unknown region 'mars'", id="region"),
        pytest.param(CHAT.replace("1000", "0"), "rpm '0' must be above zero", id="no request"),
        pytest.param(CHAT.replace("1000", "NaN"), "rpm 'NaN' is no number", id="NaN"),
        pytest.param(CHAT.replace("1000", "1" + "0" * 12), "10,000,000 that are", id="absurd"),
        pytest.param(CHAT.replace(",52", ",0.5"), "a share or a percentage?", id="average"),
        pytest.param(CHAT.replace(",,52", ",2,52"), "is no rate", id="cache rate"),
        pytest.param(CHAT.replace(",200,", ",,"), "nothing stands under input", id="no input"),
        pytest.param(CHAT + ",1", "not as many cells", id="a cell too many"),
        pytest.param('"' + CHAT, "not as many cells", id="a stray quotation mark"),
    ],
)
def test_rows_that_cannot_be_used_are_told_with_their_line(
    plan: Call, path: Path, row: str, told: str
) -> None:
    write(path, HEADER, row, CHAT)
    ran = plan(*JSON)
    assert_refused(ran, told)
    assert "that cannot be used: 1. line 2: " in ran.err
    assert "--" not in ran.err


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param("1,10,0.5,,,", "exclude each other", id="both ways to state the cache"),
        pytest.param(",,7,,,", "7 PTU cannot be deployed", id="a size that is none"),
        pytest.param(",,1.5,,,", "ptu '1.5' is no whole number", id="half a PTU"),
        pytest.param(",,,,,daily", "way 'daily' is none of: best, payg", id="no way to pay"),
        pytest.param(",,,maybe,,", "'maybe' is neither yes nor no", id="perhaps long context"),
        pytest.param(",300,,,,", "more than the input", id="more cached than there is"),
        pytest.param(",,,,100,", "no price for cache_write", id="what the model is not paid for"),
    ],
)
def test_optional_columns_that_make_no_sense(plan: Call, path: Path, row: str, told: str) -> None:
    more = ",".join(("cached", "cached_tokens", "ptu", "long_context", "cache_write", "way"))
    write(
        path,
        f"model,deployment_type,rpm,input,output,{more}",
        f"gpt-5.2,DataZoneProvisionedManaged,1000,200,20,{row}",
    )
    assert_refused(plan(*JSON), told)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param("gpt-plain,DataZoneProvisionedManaged", "what a PTU carries", id="no PTU"),
        pytest.param("FW-GLM,GlobalProvisionedManaged", "(short context) counts", id="no weight"),
    ],
)
def test_a_row_on_ptu_needs_a_size(plan: Call, path: Path, row: str, told: str) -> None:
    write(path, HEADER + ",way", f"a,{row},,1,1,1,,,year", CHAT + ",")
    ran = plan(*JSON)
    assert_refused(ran, told)
    assert "that cannot be used: 1. line 2: " in ran.err


def test_a_row_without_a_size_can_be_paid_per_token(plan: Call, path: Path) -> None:
    write(path, HEADER, "a,gpt-plain,DataZoneProvisionedManaged,eastus2,1,1,1,,", CHAT)
    told = json_of(plan(*JSON))
    assert "deployable_ptu" not in told["deployments"][0]
    assert told["ptu_monthly"]["year"] is None


def test_a_load_of_users_says_what_it_needs(plan: Call, path: Path) -> None:
    header = "model,deployment_type,region,input,output,users,requests_per_user,working_days"
    write(
        path,
        header + ",busy_hours,peak_factor",
        "gpt-5.2,DataZoneStandard,eastus2,5000,400,500,20,22,8,3",
    )
    (only,) = json_of(plan(*JSON))["deployments"]
    assert (only["load"]["made_of"], only["load"]["peak_rpm"]) == ("users", "62.5")
    assert only["load"]["monthly_requests"] == "220000"
    assert "load_preset" not in ids(only["assumptions"])
    write(path, header, "gpt-5.2,DataZoneStandard,eastus2,5000,400,500,20,22")
    assert_refused(plan(), "line 2: nothing stands under busy_hours, peak_factor")
    write(path, header + ",rpm", "gpt-5.2,DataZoneStandard,eastus2,5000,400,500,20,22,7")
    assert_refused(plan(), "line 2: rpm does not go with users")


def test_of_many_bad_rows_the_first_are_told(plan: Call, path: Path) -> None:
    write(path, HEADER, *["x,,,,,,,,"] * 50)
    ran = plan()
    assert_refused(ran, "rows of the plan that cannot be used: 50. line 2: ")
    assert "line 6: " in ran.err
    assert "line 7: " not in ran.err


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param([""], "the file is empty", id="an empty file"),
        pytest.param([HEADER], "a plan has 1 to 1000 deployments; this one has 0", id="no row"),
        pytest.param([HEADER, *[CHAT] * 1_001], "this one has 1001", id="too many rows"),
        pytest.param([HEADER + ",averge"], "unknown or twice: averge", id="a misspelled column"),
        pytest.param([HEADER + ",rpm"], "unknown or twice: rpm", id="a column twice"),
    ],
)
def test_files_that_are_no_plan(plan: Call, path: Path, lines: list[str], told: str) -> None:
    write(path, *lines)
    assert_refused(plan(), told)


def test_files_that_cannot_be_read(plan: Call, path: Path) -> None:
    assert_refused(plan(), "there is no such file")
    path.write_bytes(b"\xff\xfe\x00")
    assert_refused(plan(), "the file is no text")
    path.unlink()
    path.mkdir()
    assert_refused(plan(), "it is a folder")


@pytest.mark.parametrize(
    ("reservation", "told"),
    [
        pytest.param("100", "is not of the form SKU@REGION=N", id="no assignment"),
        pytest.param("DataZoneStandard=5", "unknown deployment type", id="no provisioned type"),
        pytest.param(f"{POOL}=x", "is no whole number", id="no number"),
        pytest.param("DataZoneProvisionedManaged@mars=5", "unknown region", id="no region"),
        pytest.param("GlobalProvisionedManaged@eastus2=5", "no deployment of the plan", id="none"),
        pytest.param(f"{POOL}=10000000", "1,000,000 that are possible", id="absurd"),
    ],
)
def test_reservations_that_make_no_sense(
    plan: Call, path: Path, reservation: str, told: str
) -> None:
    write(path, HEADER, CHAT)
    assert_refused(plan("--reserve", reservation), told)


def test_two_reservations_for_one_pool_are_refused(plan: Call, path: Path) -> None:
    write(path, HEADER, CHAT)
    spelled_apart = ("--reserve", f"{POOL}=50", "--reserve", POOL.lower() + "=60")
    assert_refused(plan(*spelled_apart), "--reserve is given twice")


NIGHT = "night,gpt-5.2,GlobalBatch,,100,2000,200,,30"


def test_batch_is_paid_per_token_at_its_price_and_has_no_ptu(run: Run, path: Path) -> None:
    write(path, HEADER + ",way", CHAT + ",year", NIGHT + ",")
    told = json_of(run("plan", "--csv", path, *JSON))
    chat, night = told["deployments"]
    alone = json_of(
        run("cost", "gpt-5.2", "--deployment-type", "GlobalBatch", "--rpm", "100", "--input-tokens",
            "2000", "--output-tokens", "200", "--average", "30", *JSON)
    )  # fmt: skip
    assert (night["way"], night["monthly"]) == ("payg", alone["payg_monthly"])
    assert night["deployment_type"] == "GlobalBatch"
    assert [pool["lines"] for pool in told["pools"]] == [[2]]
    each = Decimal(chat["monthly"]) + Decimal(night["monthly"])
    assert Decimal(told["planned"]["monthly"]) == each
    assert Decimal(told["ptu_monthly"]["year"]) == each  # batch stays per token
    assert "batch_per_token" in ids(told["assumptions"])
    assert "reservation_outlives_model" not in ids(night["warnings"])
    text = run("plan", "--csv", path).out
    (row,) = (line for line in text.splitlines() if line.startswith("  night: gpt-5.2"))
    assert row.split().count("apply") == 3  # no size
    write(path, HEADER + ",way", NIGHT + ",year")
    assert_refused(run("plan", "--csv", path), "way 'year': GlobalBatch is paid per token")


def test_what_is_paid_beside_requests_is_in_the_total_and_once_is_apart(
    run: Run, path: Path
) -> None:
    header = "name,model,deployment_type,rpm,input,output,average,way"
    header += ",training_tokens,hosting_hours,documents,document_tokens"
    write(
        path,
        header,
        "tuned,gpt-4.1,GlobalStandard,10,500,100,20,,2000000,730,,",
        "docs,text-embedding-3-large,GlobalStandard,1,100,,20,,,,1000000,500",
    )
    told = json_of(run("plan", "--csv", path, *JSON))
    tuned, docs = told["deployments"]
    assert (tuned["beside_monthly"], tuned["beside_once"]) == ("1241.00", "50.00")
    assert (docs["beside_monthly"], docs["beside_once"]) == (None, "65.00")
    planned = told["planned"]
    assert (planned["beside_monthly"], planned["once"]) == ("1241.00", "115.00")
    requests = Decimal(tuned["monthly"]) + Decimal(docs["monthly"])
    assert Decimal(planned["monthly"]) == requests + 1241
    assert "tuned: hosting, $1,241.00 a month." in planned["text"]["en"]
    assert "Once, in no month: " in planned["text"]["en"]
    lines = run("plan", "--csv", path).out.splitlines()
    rows = {line[2:40].strip(): line.split()[-2] for line in lines if len(line.split()) > 2}
    assert rows["All together"] == f"${Decimal(planned['monthly']):,}"
    assert rows["Once, beside the requests"] == "$115.00"


def test_a_price_that_has_a_variant_only_is_taken_by_its_name(run: Run, path: Path) -> None:
    header = "model,deployment_type,rpm,input,output,training_hours,variant"
    row = "o4-mini,GlobalStandard,1,100,10,5,"
    write(path, header, row, row + "RFT")
    plain, chosen = json_of(run("plan", "--csv", path, *JSON))["deployments"]
    assert plain["beside_once"] is None
    assert chosen["beside_once"] == "500.00"
