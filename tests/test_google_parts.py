"""The parts of the Google source that need no server: ids, addresses, grids, quota, patience, memory."""

from __future__ import annotations

import random
import stat
import string
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from requests import Response

from sheets_sync.cells import CellError, CellRange
from sheets_sync.google_id import spreadsheet_id
from sheets_sync.sources.google.answer import generation
from sheets_sync.sources.google.endpoint import SETTING, BadEndpoint, Endpoint
from sheets_sync.sources.google.grids import grid_of
from sheets_sync.sources.google.memory import ROOM, Remembered, packed, unpacked
from sheets_sync.sources.google.patience import Patience, is_passing, retry_after
from sheets_sync.sources.google.quota import Quota
from sheets_sync.sources.google.user_sign_in import keep

ID = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd"


@pytest.mark.parametrize(
    "written",
    [
        ID,
        f"  {ID} ",
        f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0",
        f"https://docs.google.com/spreadsheets/d/{ID}",
        f"https://docs.google.com/spreadsheets/u/1/d/{ID}/edit?usp=sharing",
        f"docs.google.com/spreadsheets/d/{ID}/copy",
    ],
)
def test_the_id_in_what_people_copy(written: str) -> None:
    assert spreadsheet_id(written) == ID


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("results.xlsx", "copy the address from the browser"),
        ("https://docs.google.com/spreadsheets/d/e/2PACX-1vT0/pubhtml", "published page"),
        ("https://docs.google.com/document/d/short/edit", "copy the address"),
        ("", "copy the address"),
    ],
)
def test_what_is_no_spreadsheet(written: str, hint: str) -> None:
    with pytest.raises(ValueError, match=hint):
        spreadsheet_id(written)


@pytest.mark.parametrize("base", ["http://127.0.0.1:8765", "http://localhost:1/", "http://[::1]:80"])
def test_only_this_machine_can_stand_in_for_google(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, base)
    made = Endpoint.from_environment()
    assert made.url("https://sheets.googleapis.com/v4/x?a=b") == f"{base.rstrip('/')}/v4/x?a=b"
    assert made.url("https://oauth2.googleapis.com/token") == f"{base.rstrip('/')}/token"
    assert made.url("https://example.org/x") == "https://example.org/x"


@pytest.mark.parametrize(
    "base",
    [
        "http://10.0.0.1:8765",
        "https://sheets.example.org",
        "http://127.0.0.1.example.org",
        "http://user:secret@127.0.0.1",
        "file:///127.0.0.1",
        "127.0.0.1:8765",
        "http://localhost.evil.org",
    ],
)
def test_credentials_go_nowhere_else(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, base)
    with pytest.raises(BadEndpoint):
        Endpoint.from_environment()


def test_a_grid_holds_what_stands_there() -> None:
    """Two pieces of one tab: A1:B2 and D4. 45170.5 is noon of 1 Sep 2023; B1 shows a sum of 12.10."""
    date = {"numberFormat": {"type": "DATE_TIME", "pattern": "dd/mm/yyyy hh:mm"}}
    sheet = {
        "merges": [
            {"sheetId": 1, "startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 3, "endColumnIndex": 5}
        ],
        "data": [
            {
                "rowData": [
                    {
                        "values": [
                            {"effectiveValue": {"stringValue": "007"}, "effectiveFormat": {}},
                            {
                                "effectiveValue": {"numberValue": 12.1},
                                "userEnteredValue": {"formulaValue": "=SUM(C1:C9)"},
                            },
                        ]
                    },
                    {"values": [{"effectiveValue": {"numberValue": 45170.5}, "effectiveFormat": date}]},
                ]
            },
            {
                "startRow": 3,
                "startColumn": 3,
                "rowData": [{"values": [{"effectiveValue": {"errorValue": {"type": "DIVIDE_BY_ZERO"}}}]}],
            },
        ],
    }
    grid = grid_of("cup", "Results", sheet, "Europe/Paris")
    assert [grid.value(1, 1), grid.value(1, 2), grid.value(2, 1)] == ["007", 12.1, 45170.5]
    assert grid.value(4, 4) == CellError("#DIV/0!")
    assert (grid.value(2, 2), grid.value(9, 9)) == (None, None)
    assert grid.formulas == {(1, 2): "SUM(C1:C9)"}
    assert grid.number_format(2, 1) == "dd/mm/yyyy hh:mm"
    assert grid.merges == (CellRange.parse("D1:E2"),)
    assert grid.time_zone == "Europe/Paris"


def test_numbers_are_whole_where_they_are_whole_and_formats_without_a_pattern_have_one() -> None:
    cells = [
        {"effectiveValue": {"numberValue": 25}},
        {"effectiveValue": {"numberValue": 3.0}},
        {"effectiveValue": {"boolValue": False}},
        {"effectiveValue": {"numberValue": 0.5}, "effectiveFormat": {"numberFormat": {"type": "TIME"}}},
        {"effectiveValue": {"stringValue": ""}},
    ]
    grid = grid_of("cup", "T", {"data": [{"rowData": [{"values": cells}]}]})
    read = [grid.value(1, column) for column in range(1, 6)]
    assert read == [25, 3, False, 0.5, None]
    assert isinstance(read[1], int)
    assert grid.number_format(1, 4) == "h:mm:ss"


class _Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, [0.0]

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_the_55th_read_waits_for_the_first_to_be_a_minute_old() -> None:
    """90 % of 60 are 54 calls a minute; one every half second: the 55th comes at 27 s and waits 33 s."""
    clock = _Clock()
    quota = Quota(clock, clock.sleep)
    for _ in range(54):
        quota.take("us", "read")
        clock.now += 0.5
    assert clock.slept == [0.0]
    quota.take("us", "read")
    assert clock.slept[1:] == [pytest.approx(33.0)]
    assert quota.spent("us", "read") == 54


def test_reads_writes_and_users_have_minutes_of_their_own_and_the_project_one() -> None:
    """Five users with 54 reads are 270, the project's 90 %; a sixth has to wait though its own are free."""
    clock = _Clock()
    quota = Quota(clock, clock.sleep)
    for user in "abcde":
        for _ in range(54):
            quota.take(user, "read")
    quota.take("a", "write")
    assert clock.slept == [0.0]
    quota.take("f", "read")
    assert clock.slept[1:] == [60.0]


def _answer(
    status: int, kind: str = "application/json; charset=UTF-8", text: str = "{}", **headers: str
) -> Response:
    made = Response()
    made.status_code, made._content = status, text.encode()
    made.headers.update(
        {"Content-Type": kind, **{key.replace("_", "-"): each for key, each in headers.items()}}
    )
    return made


def test_which_answers_are_worth_another_try() -> None:
    again = [_answer(code) for code in (429, 500, 502, 503, 504)]
    again += [_answer(200, text=text) for text in ("", "null", "[]", '{"sheets": [')]
    again += [
        _answer(200, "text/html; charset=UTF-8"),
        _answer(403, text='{"reason": "userRateLimitExceeded"}'),
    ]
    assert all(is_passing(each) for each in again)
    assert not any(is_passing(_answer(code)) for code in (200, 400, 401, 403, 404, 501))


def test_the_pauses_double_and_are_spread() -> None:
    """1, 2, 4, 8, 16 s, each between its half and its whole."""
    assert list(Patience(chance=lambda: 1.0).pauses()) == [1, 2, 4, 8, 16]
    assert list(Patience(chance=lambda: 0.0).pauses()) == [0.5, 1, 2, 4, 8]
    assert max(Patience(tries=20, chance=lambda: 1.0).pauses()) == 32


def test_an_answer_can_ask_for_a_longer_pause() -> None:
    clock = _Clock()
    patience = Patience(sleep=clock.sleep)
    patience.wait(2.0, _answer(429, Retry_After="17"))
    patience.wait(2.0, _answer(429, Retry_After="1"))
    patience.wait(2.0, None)
    assert clock.slept[1:] == [17.0, 2.0, 2.0]
    assert patience.is_exhausted_by(_answer(503, Retry_After="86400"))
    assert not patience.is_exhausted_by(_answer(429, Retry_After="90"))
    assert not patience.is_exhausted_by(None)
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 25 < retry_after(_answer(503, Retry_After=later)) <= 30
    assert retry_after(_answer(503, Retry_After="soon")) == 0


def test_a_long_memory_is_cut_into_pieces_and_found_again_in_any_order() -> None:
    """60,000 random letters can't be packed into one piece."""
    random.seed(5)
    text = "".join(random.choices(string.ascii_letters, k=60_000))
    pieces = packed(Remembered(text, {"Standings": 7}), 12)
    assert len(pieces) == 3 and all(len(piece) <= ROOM for piece in pieces)
    assert unpacked(["", *reversed(pieces)]) == Remembered(text, {"Standings": 7})
    assert unpacked(pieces[:2]) is None


def test_pieces_of_an_older_memory_or_of_nothing_dont_count() -> None:
    old, new = packed(Remembered("old", {}), 9), packed(Remembered("new", {}), 10)
    assert unpacked([*old, *new]) == Remembered("new", {})
    for damaged in ("", "hello", "3.1/1:!!!", "x.1/1:AAAA", "1.1/1:" + "A" * 100):
        assert unpacked([damaged]) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_sign_in_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "token.json"
    keep(path, '{"refresh_token": "x"}')
    keep(path, '{"refresh_token": "y"}')
    assert path.read_text() == '{"refresh_token": "y"}'
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["token.json"]


def test_the_count_of_our_writes_is_the_highest_however_it_is_spelt() -> None:
    named = [("sheets_sync_write_9", "a"), ("Sheets_Sync_Write_10", "b"), ("sheets_sync_write_x", "c")]
    named += [("'Copy'!sheets_sync_write_11", "d"), ("somebody", "e")]
    assert generation([{"name": name, "namedRangeId": id} for name, id in named]) == (10, "b")
    assert generation([]) == (0, "")
