"""The faults that a test can order, and tokens that aren't good."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import gspread
import pytest
import requests
from google.auth import jwt
from google.auth.crypt import RSASigner
from google.auth.exceptions import RefreshError

from tests.google.clients import new_key
from tests.google.local_sheets import ROBOT, LocalSheets

WRITE = {"method": "PUT", "path": "/values/"}


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def sheets(server: LocalSheets) -> LocalSheets:
    server.reset()
    return server


@pytest.fixture
def tab(sheets: LocalSheets) -> gspread.Worksheet:
    return sheets.gspread().open_by_key(sheets.create("Season 4", [["Ana"]])).sheet1


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "INVALID_ARGUMENT"),
        (403, "PERMISSION_DENIED"),
        (404, "NOT_FOUND"),
        (429, "RESOURCE_EXHAUSTED"),
        (500, "INTERNAL"),
        (503, "UNAVAILABLE"),
        (504, "DEADLINE_EXCEEDED"),
    ],
)
def test_an_error_comes_once_and_nothing_is_written(
    sheets: LocalSheets, tab: gspread.Worksheet, status: int, name: str
) -> None:
    sheets.fault("status", status=status, **WRITE)
    with pytest.raises(gspread.exceptions.APIError) as refused:
        tab.update_acell("A1", "Ben")
    assert (refused.value.code, refused.value.error["status"]) == (status, name)
    assert tab.acell("A1").value == "Ana"
    tab.update_acell("A1", "Ben")
    assert tab.acell("A1").value == "Ben"


def test_retry_after_is_a_header(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    sheets.fault("status", status=429, retry_after="7", **WRITE)
    with pytest.raises(gspread.exceptions.APIError) as refused:
        tab.update_acell("A1", "Ben")
    assert refused.value.response.headers["Retry-After"] == "7"
    assert "Quota exceeded for quota metric 'Write requests'" in refused.value.error["message"]


def test_a_page_instead_of_json(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    sheets.fault("html", status=502, **WRITE)
    with pytest.raises(gspread.exceptions.APIError) as refused:
        tab.update_acell("A1", "Ben")
    assert refused.value.response.headers["Content-Type"] == "text/html; charset=UTF-8"
    assert refused.value.response.text.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(("when", "value"), [("before", "Ana"), ("after", "Ben")])
def test_a_connection_drops_before_or_after_the_write(
    sheets: LocalSheets, tab: gspread.Worksheet, when: str, value: str
) -> None:
    sheets.fault("drop", when=when, **WRITE)
    with pytest.raises(requests.ConnectionError):
        tab.update_acell("A1", "Ben")
    assert tab.acell("A1").value == value


@pytest.mark.parametrize(("when", "value"), [("before", "Ana"), ("after", "Ben")])
def test_an_answer_that_doesnt_come(
    sheets: LocalSheets, tab: gspread.Worksheet, when: str, value: str
) -> None:
    sheets.fault("stall", when=when, seconds=1, **WRITE)
    tab.client.set_timeout(0.2)
    with pytest.raises(requests.Timeout):
        tab.update_acell("A1", "Ben")
    tab.client.set_timeout(None)
    assert tab.acell("A1").value == value


def test_an_error_although_it_was_written(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    sheets.fault("status", status=503, when="after", **WRITE)
    with pytest.raises(gspread.exceptions.APIError):
        tab.update_acell("A1", "Ben")
    assert tab.acell("A1").value == "Ben"


def test_half_an_answer(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    sheets.fault("truncate", **WRITE)
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        tab.update_acell("A1", "Ben")
    assert tab.acell("A1").value == "Ben"


def test_faults_let_some_pass_and_hit_as_often_as_told(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    fault = sheets.fault("status", status=500, skip=1, times=2, method="GET", path="/values/")
    tab.acell("A1")
    for _ in range(2):
        with pytest.raises(gspread.exceptions.APIError):
            tab.acell("A1")
    tab.acell("A1")
    assert fault.hits == 2


def test_a_token_that_expires_in_mid_run_is_renewed(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    before = sheets.service.tokens.granted
    sheets.fault("expire", **WRITE)
    tab.update_acell("A1", "Ben")
    assert tab.acell("A1").value == "Ben"
    assert sheets.service.tokens.granted == before + 1


def test_a_tab_is_deleted_while_we_write(sheets: LocalSheets) -> None:
    book = sheets.create("Season 4", {"Results": [["Ana"]], "Grid": []})
    tab = sheets.gspread().open_by_key(book).worksheet("Results")
    sheets.fault("delete_tab", tab="Results", **WRITE)
    with pytest.raises(gspread.exceptions.APIError) as refused:
        tab.update_acell("A1", "Ben")
    assert refused.value.error["message"] == "Unable to parse range: 'Results'!A1"


def test_a_tab_is_protected_while_we_write(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    sheets.fault("protect_tab", tab="Sheet1", **WRITE)
    with pytest.raises(gspread.exceptions.APIError) as refused:
        tab.update_acell("A1", "Ben")
    assert "protected cell" in refused.value.error["message"]


def test_requests_are_counted(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    sheets.forget()
    tab.update_acell("A1", "Ben")
    tab.acell("A1")
    assert (sheets.count(), sheets.count("PUT"), sheets.count("GET", "/values/")) == (2, 1, 1)


def test_faults_and_counters_over_http(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    control = sheets.base_url + "/__test__"
    requests.post(
        control + "/faults", json={"kind": "status", "status": 500, "method": "GET", "path": "/values/"}
    )
    with pytest.raises(gspread.exceptions.APIError):
        tab.acell("A1")
    report = requests.get(control).json()
    assert report["by"]["GET 500"] == 1 and report["files"] == 1
    assert requests.post(control + "/faults", json={"kind": "earthquake"}).status_code == 400
    requests.post(control, json={"name": "the next test"})
    assert requests.get(control).json()["files"] == 0


def _claims(sheets: LocalSheets, **changed: object) -> dict[str, object]:
    now = int(time.time())
    return {
        "iss": ROBOT,
        "aud": "https://oauth2.googleapis.com/token",
        "iat": now,
        "exp": now + 3600,
        "scope": "https://www.googleapis.com/auth/spreadsheets",
        **changed,
    }


def _granted(sheets: LocalSheets, private_key: str, claims: dict[str, object]) -> tuple[int, dict[str, str]]:
    signer = RSASigner.from_string(private_key)
    grant = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    assertion = jwt.encode(signer, claims).decode()
    answer = requests.post(sheets.base_url + "/token", data={"grant_type": grant, "assertion": assertion})
    return answer.status_code, answer.json()


def test_assertions_are_verified(sheets: LocalSheets) -> None:
    key, now = sheets.private_key, int(time.time())
    assert _granted(sheets, key, _claims(sheets))[0] == 200
    stranger, _ = new_key()
    assert _granted(sheets, stranger, _claims(sheets)) == (
        400,
        {"error": "invalid_grant", "error_description": "Invalid JWT Signature."},
    )
    for changed, error in (
        ({"aud": "https://example.com/token"}, "invalid_grant"),
        ({"iat": now - 8000, "exp": now - 4400}, "invalid_grant"),
        ({"exp": now + 7200}, "invalid_grant"),
        ({"scope": "https://www.googleapis.com/auth/everything"}, "invalid_scope"),
        ({"scope": ""}, "invalid_scope"),
    ):
        status, answer = _granted(sheets, key, _claims(sheets, **changed))
        assert (status, answer["error"]) == (400, error), changed


def test_google_auth_reports_a_refused_assertion(sheets: LocalSheets) -> None:
    stranger, _ = new_key()
    info = {**sheets.info(), "private_key": stranger}
    from tests.google.clients import gspread_client

    with pytest.raises(RefreshError, match="Invalid JWT Signature"):
        gspread_client(sheets.base_url, info).list_spreadsheet_files()


def test_a_token_for_reading_doesnt_write(sheets: LocalSheets) -> None:
    book = sheets.create("Season 4", [["Ana"]])
    session = sheets.session(scopes=("https://www.googleapis.com/auth/spreadsheets.readonly",))
    address = f"https://sheets.googleapis.com/v4/spreadsheets/{book}"
    assert session.get(address + "/values/A1").json()["values"] == [["Ana"]]
    refused = session.post(address + ":batchUpdate", json={"requests": [{"deleteSheet": {"sheetId": 0}}]})
    assert refused.status_code == 403
    assert refused.json()["error"]["message"] == "Request had insufficient authentication scopes."


def test_without_a_token_nobody_is_known(sheets: LocalSheets) -> None:
    address = f"{sheets.base_url}/v4/spreadsheets/{sheets.create('Season 4')}"
    assert requests.get(address).status_code == 403
    unknown = requests.get(address, headers={"Authorization": "Bearer made-up"})
    assert (unknown.status_code, unknown.json()["error"]["status"]) == (401, "UNAUTHENTICATED")


def test_allowed_locations_are_looked_up_here_too(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    for _ in range(50):
        tab.acell("A1")
        if any(seen.path.endswith("/allowedLocations") for seen in sheets.log):
            return
        time.sleep(0.02)
    pytest.fail("google-auth didn't ask for the allowed locations, or asked somebody else")


def test_connections_are_kept_and_can_be_ended(sheets: LocalSheets, tab: gspread.Worksheet) -> None:
    tab.acell("A1")
    assert len(sheets.server.open) >= 1
    sheets.hang_up()
    assert tab.acell("A1").value == "Ana"


def test_a_server_that_was_stopped_answers_nobody() -> None:
    server = LocalSheets()
    tab = server.gspread().open_by_key(server.create("Season 4", [["Ana"]])).sheet1
    server.stop()
    with pytest.raises(requests.ConnectionError):
        tab.acell("A1")


def test_header_and_body_come_together(sheets: LocalSheets) -> None:
    host, port = sheets.base_url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(b"GET /v4/spreadsheets/1x HTTP/1.1\r\nHost: local\r\n\r\n")
        first = connection.recv(65536)
    assert first.startswith(b"HTTP/1.1 403 Forbidden\r\n") and first.endswith(b"}\n")
