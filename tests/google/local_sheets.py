"""LocalSheets: a server in the test's own process, with what a test wants to do to it."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from . import clients, control
from .faults import SERVICES, Fault
from .http_server import in_background, serve
from .reading_values import get
from .service import Seen, Service
from .writing_values import update

ROBOT = "robot@local-sheets.iam.gserviceaccount.com"
OWNER = "coordinator@example.com"
Rows = list[list[Any]]


class LocalSheets:
    """A running server. It verifies assertions against its own key, so that only `info()` gets tokens."""

    def __init__(self, public_key: bytes | None = None, port: int = 0) -> None:
        self.private_key, own_public = clients.new_key()
        self.service = Service()
        self.service.tokens.add_key(own_public if public_key is None else public_key)
        self.server = serve(self.service, port)
        self.base_url = self.service.address
        self.thread = in_background(self.server)

    def __enter__(self) -> LocalSheets:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """No more answers. Raises if the server itself made a mistake meanwhile."""
        self.server.stop()
        if self.service.mistakes:
            raise AssertionError("the local server made a mistake:\n" + "\n".join(self.service.mistakes))

    def reset(self) -> None:
        """No files, faults or log."""
        self.service.clear()

    # What a client needs

    def info(self, email: str = ROBOT) -> dict[str, str]:
        """A service account's key, as in its JSON file."""
        return clients.account_info(self.base_url, self.private_key, email)

    def session(self, email: str = ROBOT, scopes: tuple[str, ...] = clients.SCOPES) -> Any:
        """google-auth's AuthorizedSession for the account."""
        return clients.session_of(self.base_url, self.info(email), scopes)

    def gspread(self, email: str = ROBOT) -> Any:
        """A gspread client for the account."""
        return clients.gspread_client(self.base_url, self.info(email))

    # What people do

    def create(
        self,
        title: str,
        tabs: dict[str, Rows] | Rows | None = None,
        share: dict[str, str] | None = None,
        owner: str = OWNER,
    ) -> str:
        """A spreadsheet of plain values, and its id; by default the robot is shared in as a writer."""
        named = tabs if isinstance(tabs, dict) else {"Sheet1": tabs or []}
        return control.create(
            self.service, title, named, owner, {ROBOT: "writer"} if share is None else share
        ).id

    def type(self, spreadsheet: str, where: str, rows: Rows, email: str = OWNER) -> None:
        """Somebody types values into a range while nobody looks."""
        file = self.service.account.files[spreadsheet]
        with self.service.account.lock, self.service.account.changing(file, email) as book:
            update(book, where, {"values": rows}, {"valueInputOption": "USER_ENTERED"}, email)

    def change(self, spreadsheet: str, *requests: dict[str, Any], email: str = "") -> list[dict[str, Any]]:
        """Requests of a batchUpdate, by the owner or somebody."""
        return control.change(self.service, spreadsheet, list(requests), email)

    def values(self, spreadsheet: str, where: str, render: str = "FORMATTED_VALUE") -> Rows:
        """What a range holds, without a request."""
        book = self.service.account.files[spreadsheet].book
        assert book is not None
        return list(get(book, where, {"valueRenderOption": render}).get("values", []))

    def share(self, spreadsheet: str, email: str, role: str) -> None:
        """Gives somebody a role, or takes all of theirs (role "")."""
        file = self.service.account.files[spreadsheet]
        with self.service.account.lock:
            file.permissions = [one for one in file.permissions if one.get("emailAddress") != email]
            if role:
                file.permissions.append(control.permission(email, role))

    def delete_tab(self, spreadsheet: str, tab: str) -> None:
        control.delete_tab(self.service, spreadsheet, tab)

    def protect_tab(self, spreadsheet: str, tab: str) -> None:
        """From everybody but the owner."""
        control.protect_tab(self.service, spreadsheet, tab)

    def delete(self, spreadsheet: str) -> None:
        with self.service.account.lock:
            del self.service.account.files[spreadsheet]

    # Faults and counters

    def fault(self, kind: str, **given: Any) -> Fault:
        """Orders a fault; see `faults.Fault` for its kinds and which requests it hits."""
        return self.service.faults.add(kind=kind, **given)

    def clear_faults(self) -> None:
        self.service.faults.clear()

    def hang_up(self) -> None:
        """Ends every open connection, as a service does with those that were idle for long."""
        self.server.hang_up()

    def expire_tokens(self) -> None:
        """All tokens given out so far are no good any longer."""
        self.service.tokens.expire()

    @property
    def log(self) -> list[Seen]:
        """The requests so far."""
        with self.service.log_lock:
            return list(self.service.log)

    def forget(self) -> None:
        """Counts anew from here."""
        with self.service.log_lock:
            self.service.log.clear()

    def count(self, method: str = "", path: str = "") -> int:
        """How many requests there were to the services, tokens and locations aside."""
        return sum(
            (not method or seen.method == method.upper())
            and path in seen.path
            and seen.path.startswith(SERVICES)
            for seen in self.log
        )
