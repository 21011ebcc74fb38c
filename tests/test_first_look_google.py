"""`init` on a Google spreadsheet: found as in the workbook, only read, and of each tab only the beginning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from google_client import sign_in
from google_leagues import upload

from sheets_sync import shipped
from sheets_sync.google_id import address_of
from sheets_sync.jobs.first_look.books import open_books
from sheets_sync.jobs.first_look.look import look
from sheets_sync.sources.google.opening import GoogleClient
from tests.google.local_sheets import LocalSheets

BOOK = shipped.demo_league("atk") / "race_office.xlsx"


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def client(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GoogleClient:
    server.reset()
    return sign_in(server, tmp_path, monkeypatch)


def found(text: str, folder: Path) -> dict[str, tuple[str, dict[str, str]]]:
    books, problems = open_books([text], folder)
    assert problems == []
    seen, problems = look(books, "atk-proseries-2022", (), lambda guess: guess)
    assert seen is not None, problems
    return {
        each.tab.tab.tab: (each.kind, {one.field: one.column.header for one in each.match.placed})
        for each in seen.entries
    }


def test_a_google_spreadsheet_is_found_as_its_workbook(client: GoogleClient, tmp_path: Path) -> None:
    spreadsheet = upload(client.calls, BOOK, "Race office", "Africa/Johannesburg")
    there = found(address_of(spreadsheet), tmp_path)
    assert there == found(str(BOOK), tmp_path)
    assert len(there) == 8


def test_it_is_called_by_its_title_and_read_from_the_beginning(client: GoogleClient, tmp_path: Path) -> None:
    spreadsheet = upload(client.calls, BOOK, "Race Office 2022", "Africa/Johannesburg")
    books, problems = open_books([spreadsheet], tmp_path)
    assert problems == []
    assert [(book.name, book.title, book.google) for book in books] == [
        ("race_office_2022", "Race Office 2022", spreadsheet)
    ]
    seen, _ = client.look("office", spreadsheet, rows=10)
    assert seen is not None
    assert {tab: grid.rows for tab, grid in seen.grids.items()} == dict.fromkeys(seen.tabs, 10)


def test_an_address_of_something_else(tmp_path: Path) -> None:
    books, problems = open_books(["https://example.org/a"], tmp_path)
    assert books == []
    assert [each.message for each in problems] == [
        "'https://example.org/a' is no Google spreadsheet; copy the address from the browser, like "
        "https://docs.google.com/spreadsheets/d/1AbC.../edit."
    ]
