"""The mistakes that people make with Google Sheets, and the sentences that they read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from google_client import lay_out_cup, run, sign_in

from sheets_sync.cli import main
from sheets_sync.ruleset.schema.document import league_schema
from sheets_sync.sources.google.patience import Patience
from sheets_sync.sources.google.sign_in import SETTING as KEY
from tests.google.local_sheets import ROBOT, LocalSheets

ID = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg"
PAGE = "https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=12345"
OFF = (
    "Google Sheets API has not been used in project 12345 before or it is disabled. "
    f"Enable it by visiting {PAGE} then retry. If you enabled this API recently, wait a few minutes "
    "for the action to propagate to our systems and retry."
)


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sign_in(server, tmp_path, monkeypatch)
    return lay_out_cup(server, tmp_path)


def said(*arguments: str) -> str:
    """What a command prints, in one line."""
    return " ".join(CliRunner().invoke(main, list(arguments)).output.split())


def test_the_api_is_off(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Which API, and the address of the button as one can open it: without the words around it."""
    server.fault("status", status=403, message=OFF, path="/v4/", times=-1)
    text = said("check", str(tmp_path))
    assert "The Google Sheets API isn't switched on in the account's Google Cloud project." in text
    assert f"Open {PAGE}, press Enable, wait a few minutes, and run again." in text
    assert "propagate" not in text
    text = said("sync", str(tmp_path))
    assert "Google Cloud project. Nothing is written before that is mended." in text


def test_who_may_only_look_isnt_told_that_there_is_no_access(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    server.share(cup, ROBOT, "reader")
    (problem,) = run(tmp_path).problems
    assert problem.message == "The account may only look at this spreadsheet."
    assert problem.proposal == f"Open the spreadsheet, press Share, and make {ROBOT} an Editor."


def test_a_tab_that_somebody_protected(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    refusal = "Invalid requests[2].updateCells: You are trying to edit a protected cell or object."
    server.fault("status", status=400, message=refusal, path=":batchUpdate")
    (problem,) = run(tmp_path).problems
    assert problem.message == "A range that sheets-sync writes is protected from it."
    assert f"let {ROBOT} edit" in (problem.proposal or "")


def test_an_excel_file_on_google_drive(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Google opens it like a spreadsheet, but its interface for programs doesn't."""
    refusal = "This operation is not supported for this document"
    server.fault("status", status=400, message=refusal, path="/v4/", times=-1)
    text = said("doctor", str(tmp_path))
    assert "This is an Excel file that Google only shows, and no Google spreadsheet." in text
    assert "File > Save as Google Sheets" in text


def test_doctor_names_the_time_zone_of_each_spreadsheet(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    zone = {"properties": {"timeZone": "America/Sao_Paulo"}, "fields": "timeZone"}
    book = server.gspread().open_by_key(cup)
    book.batch_update({"requests": [{"updateSpreadsheetProperties": zone}]})
    assert "Its time zone is America/Sao_Paulo (File > Settings)" in said("doctor", str(tmp_path))


def test_what_couldnt_be_read_isnt_said_to_be_missing(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Neither a round nor a driver: both may stand in the spreadsheet that Google didn't give."""
    server.fault("status", status=404, path="/v4/", times=-1)
    text = said("standings", str(tmp_path))
    assert "There is no such spreadsheet" in text and "No round has been raced" not in text
    result = CliRunner().invoke(main, ["explain", str(tmp_path), "=Ana"])
    assert result.exit_code == 4 and "There is no driver" not in result.output
    result = CliRunner().invoke(main, ["explain", str(tmp_path), "=Ana", "--json"])
    assert [each["at"]["spreadsheet"] for each in json.loads(result.stdout)["problems"]] == ["cup"]


def test_no_connection(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command that only reads says nothing about writes."""
    monkeypatch.setattr(Patience, "timeout", (2.0, 0.5))
    server.fault("drop", path="/v4/", times=-1)
    text = said("check", str(tmp_path))
    assert "Google gave no usable answer (the connection failed)." in text
    assert "Look whether this machine is on the internet, and run again." in text
    assert "written" not in text


@pytest.mark.parametrize(
    ("key", "hint"),
    [(None, f"{KEY} names this file: put the key there"), ("{", "Service Accounts > Keys > Add key > JSON")],
)
def test_what_to_do_about_a_key(
    key: str | None, hint: str, cup: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.json"
    if key is not None:
        path.write_text(key, "utf-8")
    monkeypatch.setenv(KEY, str(path))
    assert hint in said("check", str(tmp_path))


def test_an_address_that_stands_under_path(tmp_path: Path) -> None:
    address = f"https://docs.google.com/spreadsheets/d/{ID}/edit"
    (tmp_path / "league.yaml").write_text(
        f'league: Cup\nruleset: base\nspreadsheets:\n  cup: {{path: "{address}", access: public}}\n'
        "read: {entries: {tab: cup!Entries}}\n",
        "utf-8",
    )
    text = said("check", str(tmp_path))
    assert "league.yaml:4" in text and f"write it as 'google: {address}'" in text


@pytest.mark.parametrize(
    ("entry", "right"),
    [
        ({"google": ID}, True),
        ({"google": f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0"}, True),
        ({"google": f"https://docs.google.com/spreadsheets/u/1/d/{ID}/edit"}, True),
        ({"google": f"docs.google.com/spreadsheets/d/{ID}"}, True),
        ({"google": f"https://docs.google.com/spreadsheets/d/e/2PACX-{ID}/pubhtml"}, False),
        ({"google": f"https://docs.google.com/document/d/{ID}/edit"}, False),
        ({"google": "cup.xlsx"}, False),
        ({"path": "cup.xlsx"}, True),
        ({"path": f"https://docs.google.com/spreadsheets/d/{ID}"}, False),
        ({"path": "cup.xlsx", "google": ID}, False),
        ({}, False),
    ],
)
def test_the_schema_knows_what_the_league_file_takes(entry: dict[str, str], right: bool) -> None:
    from jsonschema import Draft202012Validator

    league = {
        "league": "Cup",
        "ruleset": "base",
        "spreadsheets": {"cup": entry | {"access": "public"}},
        "read": "standard",
    }
    found = list(Draft202012Validator(json.loads(json.dumps(league_schema()))).iter_errors(league))
    assert (not found) == right
