"""`doctor` and signing in: what is well, what is said where it isn't, and that no secret is ever printed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from google_client import lay_out_cup, run, sign_in

from sheets_sync.cli import main
from sheets_sync.jobs.demo import lay_out
from sheets_sync.sources.google import sign_in as signing_in
from sheets_sync.sources.google.sign_in import SETTING as KEY
from sheets_sync.sources.google.user_sign_in import keep
from tests.google.local_sheets import ROBOT, LocalSheets


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sign_in(server, tmp_path, monkeypatch)
    monkeypatch.setattr(signing_in, "own_folder", lambda: tmp_path / "own")
    return lay_out_cup(server, tmp_path)


def doctor(server: LocalSheets, folder: Path, *more: str) -> Result:
    """The command's output, checked for secrets."""
    result = CliRunner().invoke(main, ["doctor", str(folder), *more])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    secret = server.info()["private_key"].split("\n")[1]
    assert secret not in result.output and "Bearer" not in result.output and "ya29" not in result.output
    return result


def test_all_is_well(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """One read of the spreadsheet, one question to Drive: two reads of the minute's sixty."""
    result = doctor(server, tmp_path)
    assert result.exit_code == 0
    for line in (
        f"Signed in to Google as {ROBOT}.",
        "It can be opened and read: 'Tuesday Cup'",
        "The tab 'Standings' is there",
        "It can be written to",
        "this run made 2 of 60 reads and 0 of 60 writes",
    ):
        assert line in result.output
    data = json.loads(doctor(server, tmp_path, "--json").output)
    assert data["account"] == ROBOT and not data["problems"]
    assert all(each["problem"] is None for each in data["spreadsheets"]["cup"])


def test_who_may_only_look_is_told_what_to_click(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    server.share(cup, ROBOT, "reader")
    result = doctor(server, tmp_path)
    assert result.exit_code == 1
    assert "The account may only look at this spreadsheet." in result.output
    assert f"press Share, and make {ROBOT} an Editor" in " ".join(result.output.split())


def test_a_spreadsheet_that_isnt_shared(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    server.share(cup, ROBOT, "")
    result = doctor(server, tmp_path)
    said = " ".join(result.output.split())
    assert result.exit_code == 1
    assert "The account has no access to this spreadsheet." in said and f"with {ROBOT}" in said


def test_a_tab_that_is_missing_and_drive_that_is_off(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    server.delete_tab(cup, "Calendar")
    server.fault("status", status=403, path="/drive/", times=-1)
    result = doctor(server, tmp_path)
    assert "There is no tab 'Calendar'." in result.output
    assert "Switch on the Google Drive API" in " ".join(result.output.split())


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (None, "there is no key to sign in with"),
        ("{", "This file is no key: it isn't JSON."),
        ("[]", "This file is no key of a service account and no sign-in."),
        ('{"type": "service_account", "client_email": "a@b"}', "This key is damaged"),
        ('{"installed": {"client_id": "x"}}', "Run: sheets-sync sign-in"),
        ("5", "This file is no key of a service account and no sign-in."),
        ("null", "This file is no key of a service account and no sign-in."),
        (
            '{"type": "authorized_user", "refresh_token": "x", "client_id": "x", "client_secret": "x", '
            '"expiry": 5}',
            "This key is damaged",
        ),
    ],
)
def test_keys_that_are_none(
    key: str | None, says: str, cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(KEY)
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "nothing.json"))
    if key is not None:
        (tmp_path / "credentials.json").write_text(key, "utf-8")
    result = doctor(server, tmp_path)
    assert result.exit_code == 1 and says in " ".join(result.output.split())


def test_a_key_that_google_doesnt_know(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    with LocalSheets() as other:
        strange = server.info() | {"private_key": other.info()["private_key"]}
    (tmp_path / "key.json").write_text(json.dumps(strange), "utf-8")
    said = " ".join(doctor(server, tmp_path).output.split())
    assert "Google didn't let us in: the key or the sign-in was withdrawn" in said


def test_a_key_that_is_named_and_isnt_there(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, str(tmp_path / "gone.json"))
    said = " ".join(doctor(server, tmp_path).output.split())
    assert "The key can't be read" in said and "gone.json" in said


def test_reading_asks_for_no_more_than_reading(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """A token of a command that only reads may not write: the server refuses it."""
    from gspread.exceptions import APIError

    from sheets_sync.sources.google.opening import GoogleClient

    client, _ = GoogleClient.opened(tmp_path, writes=False)
    assert client is not None
    assert client.calls.fetch_sheet_metadata(cup, {"fields": "properties/title"})
    with pytest.raises(APIError) as refused:
        client.calls.batch_update(cup, {"requests": [{"addSheet": {}}]})
    assert refused.value.code == 403


def test_no_other_machine_can_stand_in_for_google(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHEETS_SYNC_GOOGLE_URL", "http://sheets.example.org")
    result = doctor(server, tmp_path)
    assert "may only name a server on this machine" in " ".join(result.output.split())


def test_a_persons_own_sign_in(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `sign-in` keeps: without a key of a service account it is found in the person's own folder."""
    monkeypatch.delenv(KEY)
    monkeypatch.setattr(server.service.tokens, "keys", [])
    server.share(cup, "user@example.com", "writer")
    token = {
        "refresh_token": "1//refresh",
        "client_id": "client",
        "client_secret": "s3cret",
        "token_uri": "https://oauth2.googleapis.com/token",
        "type": "authorized_user",
    }
    keep(tmp_path / "own" / "token.json", json.dumps(token))
    result = doctor(server, tmp_path)
    assert result.exit_code == 0 and "Signed in to Google as you." in result.output
    assert "s3cret" not in result.output and "1//refresh" not in result.output
    assert not run(tmp_path).problems


def test_googles_packages_are_loaded_only_for_google(tmp_path: Path) -> None:
    """A league in workbooks is looked at by a fresh program."""
    program = (
        "import sys\n"
        "from sheets_sync.cli import main\n"
        "try:\n    main(['doctor', sys.argv[1]])\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "assert not {'gspread', 'google.auth', 'requests'} & set(sys.modules)\n"
    )
    lay_out(tmp_path / "demo", "rover")
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "demo")], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
